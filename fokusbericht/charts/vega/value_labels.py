"""Values written at a line, above or below their points, where nothing runs through them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from fokusbericht.charts.layout import Rectangle, text_width
from fokusbericht.charts.vega import vegalite

AWAY = 14  # px from a point to the middle of its value
HALF = 7  # px: half the height of a value
AIR = 3  # px between a value and any line
PxPlace = tuple[float, float]
Stroke = Sequence[PxPlace]


class ToldPoint(NamedTuple):
    """A point in px with its value in words; a peak bears it above, a trough below."""

    x: float
    y: float
    text: str
    is_peak: bool


class ValueLabel(NamedTuple):
    """A value with the middle of its height and its anchored side."""

    x: float
    y: float
    side: str  # left | right | center
    text: str


def value_labels(
    points: Sequence[ToldPoint], strokes: Sequence[Stroke], inner: Rectangle
) -> Iterator[ValueLabel]:
    """Yield the values that find room within a rectangle; the others are left to the table."""
    taken: list[Rectangle] = []
    for point in points:
        for label, box in _choices(point):
            if _is_free(box, strokes, taken, inner):
                taken.append(box)
                yield label
                break


def _choices(point: ToldPoint) -> Iterator[tuple[ValueLabel, Rectangle]]:
    width = text_width(point.text, vegalite.TEXT, bold=True)
    sides = (
        ("center", point.x, point.x - width / 2),
        ("left", point.x, point.x),
        ("right", point.x, point.x - width),
    )
    for way in (-1, 1) if point.is_peak else (1, -1):
        y = point.y + way * AWAY
        for side, anchor, left in sides:
            box = (left, y - HALF, left + width, y + HALF)
            yield ValueLabel(anchor, y, side, point.text), box


def _is_free(
    box: Rectangle, strokes: Sequence[Stroke], taken: Sequence[Rectangle], inner: Rectangle
) -> bool:
    is_inside = (
        box[0] >= inner[0] and box[1] >= inner[1] and box[2] <= inner[2] and box[3] <= inner[3]
    )
    return (
        is_inside
        and not any(_overlap(box, other) for other in taken)
        and not any(_crosses(*pair, box) for stroke in strokes for pair in pairwise(stroke))
    )


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(start: PxPlace, end: PxPlace, box: Rectangle) -> bool:
    """Say whether a line runs through a rectangle or too near to it."""
    left, top, right, bottom = box[0] - AIR, box[1] - AIR, box[2] + AIR, box[3] + AIR
    (x, y), (x2, y2) = sorted((start, end))
    if x2 < left or x > right:
        return False
    slope = (y2 - y) / (x2 - x) if x2 > x else 0.0
    heights = (y, y2)
    if x2 > x:
        heights = (y + slope * (max(x, left) - x), y + slope * (min(x2, right) - x))
    return min(heights) <= bottom and max(heights) >= top
