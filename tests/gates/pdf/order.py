"""The order of the tree is that of the page: from above to below, column after column."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .condition import Condition
from .document import Document, Element

BLOCKS = ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "TR", "TOCI", "Figure")
# Stand where there is room for them: at the foot, above or below a picture.
AWAY = ("Note", "Caption")
_SLACK = 2.0  # points


@dataclass(frozen=True, slots=True)
class Block:
    """A block with the box of its letters on one page."""

    element: Element
    page: int
    left: float
    bottom: float
    right: float
    top: float


def blocks_of(document: Document) -> list[Block]:
    """Return the innermost blocks of running text with their places, in the order of the tree."""
    found = []
    for element in document.all(*BLOCKS):
        if any(one.role in (*AWAY, "Figure") for one in element.above()):
            continue
        if element.role != "Figure" and any(
            one.role in BLOCKS for one in element.all() if one is not element
        ):
            continue
        found += boxes_of(document, element)
    return found


def boxes_of(document: Document, element: Element) -> list[Block]:
    """Return the box of an element on each page it stands on; of its notes nothing."""
    boxes: dict[int, list[float]] = {}
    away = {mark for one in element.all() if one.role in AWAY for mark in one.marks()}
    for mark in element.marks():
        if mark in away or not 0 <= mark.page < len(document.contents):
            continue
        for one in document.pieces.get(mark, ()):
            _widen(boxes, mark.page, (one.left, one.bottom, one.right, one.top))
        if element.role == "Figure":
            for shape in document.contents[mark.page].shapes:
                if shape.mark == mark.number:
                    _widen(boxes, mark.page, shape.box)
    return [Block(element, page, *box) for page, box in sorted(boxes.items())]  # type: ignore[arg-type]


def _widen(
    boxes: dict[int, list[float]], page: int, box: tuple[float, float, float, float]
) -> None:
    own = boxes.setdefault(page, list(box))
    own[:] = [min(own[0], box[0]), min(own[1], box[1]), max(own[2], box[2]), max(own[3], box[3])]


def not_downwards(document: Document) -> Iterator[str]:
    """What comes later stands lower, or in a column to the right, or on a later page."""
    for before, after in pairwise(blocks_of(document)):
        if after.page < before.page:
            yield f"{document.where(after.element)}: before what it follows"
        if after.page != before.page:
            continue
        is_above = after.bottom > before.top - _SLACK
        is_beside = after.left > before.right - _SLACK
        if is_above and not is_beside:
            yield f"{document.where(after.element)}: above what it follows"


def not_as_painted(document: Document) -> Iterator[str]:
    """Programs that know no tree read what is painted in the order it is painted in."""
    away = {
        mark for element in document.elements if element.role in AWAY for mark in element.marks()
    }
    last: dict[int, int] = {}
    places = [
        {mark: place for place, mark in enumerate(content.marks)} for content in document.contents
    ]
    for top in document.tops:
        for mark in top.marks():
            if mark in away or not 0 <= mark.page < len(places):
                continue
            place = places[mark.page].get(mark.number)
            if place is None:
                continue
            if place < last.get(mark.page, -1):
                text = "".join(one.text for one in document.pieces.get(mark, ()))
                yield f"page {mark.page + 1}: „{text[:50]}“ is painted before what it follows"
            last[mark.page] = place


CONDITIONS = (
    Condition("09-001", "reading order against the page", not_downwards),
    Condition("09-001", "reading order against painting", not_as_painted),
)
