"""What the privacy page says of cookies is what a test of the program holds."""

from pathlib import Path


def test_privacy_page_says_so(muster_site: Path) -> None:
    html = (muster_site / "datenschutz/index.html").read_text(encoding="utf-8")
    said = "Sie setzt keine Cookies, zählt keine Besuche und lädt nichts von anderen Anbietern."
    assert said in " ".join(html.split())
