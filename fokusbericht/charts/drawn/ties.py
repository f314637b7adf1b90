"""Ties: two rows of names, and a line for each pair that has to do with each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.charts.drawn.svg import (
    LINE,
    SIZE,
    LabelLine,
    lines,
    path,
    picture,
    points,
    styled,
)
from fokusbericht.charts.layout import text_width, wrap

WIDE, NARROW = 760, 360
SMALL = 12  # px of a letter in the narrow one, as felder.css sets it
SIDE, LINES, GAP, TOP = 280, 66, 14, 34  # px for names where there is room, for the lines
AWAY = 12  # px from a name to its dot
LESS = 0.97  # widths are estimated on the safe side


@dataclass(frozen=True, slots=True)
class Ties:
    """The names left and right with their headings, and pairs (left, right, whether weak)."""

    heads: tuple[str, str]
    left: tuple[str, ...]
    right: tuple[str, ...]
    pairs: tuple[tuple[int, int, bool], ...]


def ties_svg(ties: Ties, narrow: bool, title: str, description: str) -> str:
    """Return the two rows and their lines as inline SVG."""
    width = NARROW if narrow else WIDE
    sides = _sides(ties, width) if narrow else (SIDE, SIDE)
    rows = [
        [wrap(name, SMALL if narrow else SIZE, (side - AWAY) / LESS) for name in names]
        for side, names in zip(sides, (ties.left, ties.right), strict=True)
    ]
    height = TOP + max(_needed(row) for row in rows)
    middles = [_middles(row, height) for row in rows]
    edges = (sides[0], width - sides[1])
    body = [
        *_heads(ties.heads, edges),
        *_lines(ties, middles, edges),
        *_row(rows[0], middles[0], edges[0], -1),
        *_row(rows[1], middles[1], edges[1], 1),
    ]
    css = "faeden schmal-bild" if narrow else "faeden breit-bild"
    name = "faeden-schmal" if narrow else "faeden"
    return picture(css, name, (width, height), (title, description), "".join(body))


def _sides(ties: Ties, width: int) -> tuple[int, int]:
    """Return the room of both rows of names, shared out by their longest words."""
    longest = [
        max(text_width(word, SMALL) for name in names for word in name.split())
        for names in (ties.left, ties.right)
    ]
    spare = width - LINES - 2 * AWAY
    left = round(spare * longest[0] / sum(longest)) + AWAY
    return left, width - LINES - left


def _needed(row: Sequence[Sequence[str]]) -> float:
    return sum(len(texts) * LINE + GAP for texts in row)


def _middles(row: Sequence[Sequence[str]], height: float) -> list[float]:
    """Return the middles of names that share the whole height."""
    spare = (height - TOP - _needed(row)) / max(len(row), 1)
    found, top = [], float(TOP)
    for texts in row:
        room = len(texts) * LINE + GAP + spare
        found.append(round(top + room / 2, 1))
        top += room
    return found


def _heads(heads: tuple[str, str], edges: tuple[int, int]) -> Iterator[str]:
    yield lines((LabelLine(heads[0], "kopf"),), edges[0] - AWAY, 12, "end")
    yield lines((LabelLine(heads[1], "kopf"),), edges[1] + AWAY, 12)


def _lines(ties: Ties, middles: Sequence[Sequence[float]], edges: tuple[int, int]) -> Iterator[str]:
    half = sum(edges) / 2
    for first, second, is_weak in ties.pairs:
        start, end = middles[0][first], middles[1][second]
        curve = points(half, start, half, end, edges[1], end)
        css = "kante schwach" if is_weak else "kante"
        yield path(css, f"M{points(edges[0], start)}C{curve}")


def _row(
    row: Sequence[Sequence[str]], middles: Sequence[float], x: int, side: int
) -> Iterator[str]:
    anchor = "end" if side < 0 else "start"
    for texts, middle in zip(row, middles, strict=True):
        yield f'<circle class="knoten voll" cx="{x}" cy="{middle:g}" r="4"/>'
        yield lines(styled(texts), x + side * AWAY, middle, anchor)
