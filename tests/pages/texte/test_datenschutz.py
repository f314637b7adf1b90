"""What the privacy page says of cookies is what a test of the program holds."""

from pathlib import Path


def test_privacy_page_says_so(muster_site: Path) -> None:
    html = (muster_site / "datenschutz/index.html").read_text(encoding="utf-8")
    said = "Sie setzt keine Cookies, zählt keine Besuche und lädt nichts von anderen Anbietern."
    assert said in " ".join(html.split())


def test_privacy_page_says_what_readers_collect(muster_site: Path) -> None:
    html = (muster_site / "datenschutz/index.html").read_text(encoding="utf-8")
    said = (
        "Das geschieht nur auf diesen Wunsch hin, bleibt auf dem Gerät und wird nicht verschickt."
    )
    assert said in " ".join(html.replace("\u00ad", "").split())
