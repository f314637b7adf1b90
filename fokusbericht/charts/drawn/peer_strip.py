"""Strips with names: a place filled among its like, which are hollow, and the county as a diamond.

They have no viewBox: places are in per cent and letters in px, so that a strip is as wide as there
is room and its letters stay as large as the text beside it. Where no letters would run into one
another at the narrowest width, they do not at any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

HEIGHT, LINE, ABOVE, BELOW = 58, 30, 14, 54  # px: the strip, its line, and the two rows of letters
EDGE = 4.0  # per cent on both sides that no dot lies in
NARROW = 284  # px of the narrowest strip: on a phone, or at 400 %
LETTER, BOLD = 6.7, 7.6  # px of a letter, at 13 and at bold 14 px; rather too wide than too narrow
GAP = 10  # px between two labels
SVG = "http://www.w3.org/2000/svg"
QUIET, INK, LINES, PAPER = "#4e5c62", "#1a2326", "#778387", "#ffffff"
OWN_LETTERS = 'font-weight="700" font-size="14"'
STYLES = {  # what the style sheet says of these classes on a page
    "andere": f'fill="{PAPER}" stroke="{LINES}" stroke-width="2"',
    "ganz": f'fill="{PAPER}" stroke="{INK}" stroke-width="2"',
}
OUT = 9  # px that a label at the edge stands out to the outer side of its dot


@dataclass(frozen=True, slots=True)
class StripDot:
    """A place on a strip: its value, and what is written to it, the fullest form first."""

    value: float
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeerStrip:
    """A place among its like; `text` says the same for those who listen."""

    own: StripDot
    others: tuple[StripDot, ...]  # by value
    county: StripDot | None
    text: str


@dataclass(frozen=True, slots=True)
class StripLabel:
    """A label with its room at the narrowest width."""

    css: str
    text: str
    at: float
    y: int
    anchor: str
    left: float
    right: float


def peer_strip_svg(strip: PeerStrip) -> str:
    """Return a strip as SVG; its colours come from CSS."""
    dots = "".join(
        f'<circle class="andere" cx="{_at(strip, one)}%" cy="{LINE}" r="5"/>'
        for one in strip.others
    )
    own = f'<circle class="ich" cx="{_at(strip, strip.own)}%" cy="{LINE}" r="9"/>'
    labels = "".join(map(_drawn, _labels(strip)))
    return (
        f'<svg class="unter-gleichen" height="{HEIGHT}" role="img" '
        f'aria-label="{escape(strip.text)}"><line x1="0" x2="100%" y1="{LINE}" y2="{LINE}"/>'
        f"{dots}{_diamond(strip)}{own}{labels}</svg>"
    )


def peer_strip_file(strip: PeerStrip, accent: str) -> bytes:
    """Return the same as a file of its own, in light colours and as wide as it must be."""
    styles = STYLES | {"ich": f'fill="{accent}"', "ich-text": f'{OWN_LETTERS} fill="{accent}"'}
    plain = peer_strip_svg(strip).replace("<line ", f'<line stroke="{LINES}" ', 1)
    drawn = re.sub(r'class="([\w-]+)"', lambda found: styles.get(found[1], ""), plain)
    letters = f'font-family="sans-serif" font-size="13" fill="{QUIET}"'
    whole = f'<svg xmlns="{SVG}" viewBox="0 0 {NARROW} {HEIGHT}" width="{NARROW}" {letters} '
    return drawn.replace("<svg ", whole, 1).encode()


def _diamond(strip: PeerStrip) -> str:
    if strip.county is None:
        return ""
    at = _at(strip, strip.county)
    shape = '<path class="ganz" d="M0-8L7 0L0 8L-7 0z"/>'
    return f'<svg x="{at}%" y="{LINE}" overflow="visible">{shape}</svg>'


def _at(strip: PeerStrip, mark: StripDot) -> float:
    """Return where a mark lies, in per cent of the width."""
    marks = [strip.own, *strip.others, *([strip.county] if strip.county else [])]
    low, high = (pick(one.value for one in marks) for pick in (min, max))
    share = (mark.value - low) / (high - low) if high > low else 0.5
    return round(EDGE + share * (100 - 2 * EDGE), 1)


def _labels(strip: PeerStrip) -> Iterator[StripLabel]:
    """Yield the labels that have room, the most important first."""
    placed: list[StripLabel] = []
    for css, mark, rows in _wanted(strip):
        forms = [(text, y) for text in mark.labels for y in rows]
        at = _at(strip, mark)
        found = (_label(css, text, at, y, placed) for text, y in forms)
        label = next((one for one in found if one), None)
        if label:
            placed.append(label)
            yield label


def _wanted(strip: PeerStrip) -> Iterator[tuple[str, StripDot, Sequence[int]]]:
    """Yield what is labelled: the place itself, the county, the ends of all others."""
    yield "ich-text", strip.own, (ABOVE,)
    if strip.county:
        yield "", strip.county, (ABOVE, BELOW)
    ends = dict.fromkeys([strip.others[0], strip.others[-1]]) if strip.others else ()
    for one in ends:
        yield "", one, (BELOW, ABOVE)


def _label(
    css: str, text: str, at: float, y: int, placed: Sequence[StripLabel]
) -> StripLabel | None:
    """Return a label where it has room: around its dot, to its right or to its left."""
    width = len(text) * (BOLD if css else LETTER)
    middle = at / 100 * NARROW
    sides = {"middle": middle - width / 2, "start": middle - OUT, "end": middle + OUT - width}
    for anchor, left in sides.items():
        right = left + width
        is_inside = left >= -1 and right <= NARROW + 1
        if is_inside and all(_is_apart(left, right, one) for one in placed if one.y == y):
            return StripLabel(css, text, at, y, anchor, left, right)
    return None


def _is_apart(left: float, right: float, other: StripLabel) -> bool:
    return right + GAP <= other.left or other.right + GAP <= left


def _drawn(label: StripLabel) -> str:
    css = f' class="{label.css}"' if label.css else ""
    shift = {"start": f' dx="{-OUT}"', "end": f' dx="{OUT}"'}.get(label.anchor, "")
    return (
        f'<text{css} x="{label.at}%"{shift} y="{label.y}" text-anchor="{label.anchor}">'
        f"{escape(label.text, quote=False)}</text>"
    )
