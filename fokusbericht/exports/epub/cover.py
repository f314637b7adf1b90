"""The cover of a book: what it is called, and its map, as one upright drawing."""

import re
from html import escape

from fokusbericht.charts.layout import wrap
from fokusbericht.model.editions import Ausgabe

WIDTH, HEIGHT = 1200, 1800
EDGE, BAND, GAP, LEADING = 96, 36, 40, 1.22
TITLE, SUBTITLE, LINE, SMALL = 136, 52, 46, 30  # px
INK, QUIET = "#1a2326", "#4e5c62"
SERIF = "'Iowan Old Style','Palatino Linotype',Palatino,'Noto Serif',Georgia,serif"
SANS = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
ROOT = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?<svg\b[^>]*>", re.DOTALL)
IDS = re.compile(r"<(title|desc)\b[^>]*>.*?</\1>", re.DOTALL)


def cover(edition: Ausgabe, drawing: str) -> str:
    """Return the cover as an SVG file; `drawing` is its map, nothing where it has none."""
    texts, top = _texts(edition)
    notice, bottom = _notice(edition)
    room = (top + GAP, bottom - GAP)
    picture = _map(edition, drawing, *room) if drawing else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang="de" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{SANS}">'
        f"<title>{escape(edition.title)}</title>"
        f'<rect fill="#fff" width="{WIDTH}" height="{HEIGHT}"/>'
        f'<rect fill="{escape(edition.accent)}" width="{WIDTH}" height="{BAND}"/>'
        f"{texts}{picture}{notice}</svg>\n"
    )


def _texts(edition: Ausgabe) -> tuple[str, float]:
    """Return what stands above the map, and how far down that reaches."""
    title = f'font-family="{SERIF}" font-weight="700" fill="{INK}"'
    parts = (
        (edition.county, LINE, f'fill="{QUIET}"'),
        (edition.title, TITLE, title),
        (edition.subtitle, SUBTITLE, f'fill="{QUIET}"'),
    )
    found, y = "", BAND + EDGE * 0.6
    for text, size, form in parts:
        lines, y = _lines(text, size, form, y)
        found, y = found + lines, y + size * 0.35
    return found, y


def _notice(edition: Ausgabe) -> tuple[str, float]:
    """Return what stands at the foot, and where that begins."""
    count = len(_wrapped(edition.notice, SMALL))
    top = HEIGHT - EDGE * 0.7 - count * SMALL * LEADING
    return _lines(edition.notice, SMALL, f'fill="{INK}"', top)[0], top


def _lines(text: str, size: float, form: str, y: float) -> tuple[str, float]:
    found = ""
    for line in _wrapped(text, size):
        y += size * LEADING
        found += f'<text x="{EDGE}" y="{y:.0f}" font-size="{size}" {form}>{escape(line)}</text>'
    return found, y


def _wrapped(text: str, size: float) -> tuple[str, ...]:
    return wrap(text, size, WIDTH - 2 * EDGE, bold=size == TITLE) if text else ()


def _map(edition: Ausgabe, drawing: str, top: float, bottom: float) -> str:
    """Return the map of the cover, as large as there is room for it."""
    one = edition.cover
    # What it shows is said by the cover as a whole.
    inner = IDS.sub("", ROOT.sub("", drawing, count=1))
    return (
        f'<svg x="{EDGE}" y="{top:.0f}" width="{WIDTH - 2 * EDGE}" height="{bottom - top:.0f}" '
        f'viewBox="0 0 {one.width} {one.height}">{inner}'
    )
