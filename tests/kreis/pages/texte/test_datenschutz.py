"""What the privacy page says of cookies is what a test of the program holds."""

from pathlib import Path


def test_privacy_page_says_so(real_site: Path) -> None:
    html = (real_site / "datenschutz/index.html").read_text(encoding="utf-8")
    said = "Sie setzt keine Cookies, legt auch sonst nichts in Ihrem Browser ab"
    assert said in " ".join(html.split())
