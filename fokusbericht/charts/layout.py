"""Where things go: ticks, room for texts, labels that keep off one another. No fonts are asked.

Widths are estimates on the safe side for all fonts of the stack, so that the same chart has the
same bytes on every machine, whatever fonts it has.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor, log10

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom
NARROW_LETTERS, WIDE_LETTERS = set("fijlrtI.,;:'|()[]/ \u202f\u2002"), set("mwMWQO@%€")


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return about how wide a text is, rather too wide than too narrow."""
    return _ems(text) * size * (1.13 if bold else 1)


@lru_cache(maxsize=4096)  # the same places and numbers stand in many charts
def _ems(text: str) -> float:
    return sum(
        0.42
        if letter in NARROW_LETTERS
        else 0.95
        if letter in WIDE_LETTERS
        else 0.72
        if letter.isupper()
        else 0.63
        for letter in text
    )


def wrap(text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines that fit, broken after blanks, hyphens and slashes."""
    lines = [""]
    for part in re.findall(r"[^ \-/]+[ \-/]*", text):
        if lines[-1] and text_width((lines[-1] + part).strip(), size, bold) > width:
            lines.append("")
        lines[-1] += part
    return tuple(line.strip() for line in lines)


def value_ticks(low: float, high: float, zero: bool, digits: int, count: int) -> tuple[float, ...]:
    """Return round numbers around all values: 0, 10.000, 20.000."""
    if zero:
        low, high = min(low, 0), max(high, 0)
    if low == high:
        low, high = low - 10**-digits, high + 10**-digits
    raw = max((high - low) / count, 10**-digits)
    power = 10 ** floor(log10(raw))
    steps = (power, 2 * power, 5 * power, 10 * power)
    step = next(step for step in steps if step >= raw * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(round(number * step, 9) for number in range(first, last + 1))


def thinned(ticks: Sequence[float], room: float, length: float) -> tuple[float, ...]:
    """Return the ticks that have so many px each on an axis of this length: all, or round ones."""
    step = ticks[1] - ticks[0]
    pitch = length / (len(ticks) - 1)
    nth = next((nth for nth in (1, 2, 5) if nth * pitch >= room), 10)
    return tuple(tick for tick in ticks if round(tick / step) % nth == 0)


def digits_of(ticks: Sequence[float]) -> int:
    """Return how many digits ticks need after the comma, and no more."""
    return next(digits for digits in range(10) if all(round(t, digits) == t for t in ticks))


def year_ticks(first: int, last: int, room: float) -> tuple[int, ...]:
    """Return the years to be written, `room` years apart: first, last, round ones between."""
    step = next((step for step in (1, 2, 5, 10, 20, 50) if step >= room), 100)
    between = range(first - first % step + step, last, step)
    kept = [year for year in between if year - first >= room and last - year >= room]
    return tuple(sorted({first, *kept, last}))


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return middles as near to those wanted as can be, so that nothing overlaps.

    Neighbours that would overlap become one block around their common middle; where there is
    not room enough for all, all move closer together.
    """
    shrink = min(1.0, (high - low) / (sum(sizes) or 1))
    sizes = [size * shrink for size in sizes]
    blocks: list[tuple[float, list[int]]] = []  # where it begins, what is in it
    for i in sorted(range(len(wanted)), key=lambda i: (wanted[i], i)):
        blocks.append((_begin([i], wanted, sizes, low, high), [i]))
        while len(blocks) > 1 and _end(blocks[-2], sizes) > blocks[-1][0]:
            members = blocks[-2][1] + blocks[-1][1]
            blocks[-2:] = [(_begin(members, wanted, sizes, low, high), members)]
    return _middles(blocks, sizes)


def _end(block: tuple[float, list[int]], sizes: Sequence[float]) -> float:
    return block[0] + sum(sizes[i] for i in block[1]) - 1e-9


def _begin(
    members: list[int], wanted: Sequence[float], sizes: Sequence[float], low: float, high: float
) -> float:
    # The block begins where its members are, on average, nearest to where they want to be.
    offset, begins = 0.0, []
    for i in members:
        begins.append(wanted[i] - sizes[i] / 2 - offset)
        offset += sizes[i]
    return max(low, min(high - offset, sum(begins) / len(begins)))


def _middles(blocks: list[tuple[float, list[int]]], sizes: Sequence[float]) -> list[float]:
    middles = [0.0] * len(sizes)
    for begin, members in blocks:
        for i in members:
            middles[i] = begin + sizes[i] / 2
            begin += sizes[i]
    return middles
