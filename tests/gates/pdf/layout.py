"""How it lies on the paper: nothing torn, nothing alone, nothing beyond the edge."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from .condition import Condition
from .content import Piece
from .document import HEADINGS, Document, Element, Mark
from .order import AWAY, BLOCKS, boxes_of
from .tables import rows_of

_SMALLEST = 6.0  # points
_EDGE = 1.0
_CELL = 10.0
_LONG = 3  # lines: a paragraph that may be parted has more


def stranded_heading(document: Document) -> Iterator[str]:
    """A heading stands on the page and in the column of what it heads."""
    marks = _running(document)
    for heading in document.all(*HEADINGS):
        own = list(heading.marks())
        if not own or own[-1] not in marks:
            continue
        following = marks[marks.index(own[-1]) + 1 :]
        if not following:
            yield f"{document.where(heading)}: nothing follows"
            continue
        below, last = document.pieces.get(following[0]), document.pieces.get(own[-1])
        if following[0].page != own[-1].page:
            yield f"{document.where(heading)}: last on its page"
        elif below and last and below[0].bottom > last[-1].top:
            yield f"{document.where(heading)}: last in its column"


def _running(document: Document) -> list[Mark]:
    away = {m for one in document.elements if one.role in AWAY for m in one.marks()}
    return [mark for top in document.tops for mark in top.marks() if mark not in away]


def lone_line(document: Document) -> Iterator[str]:
    """Of a paragraph that goes on elsewhere, two lines at least stand here and there."""
    for element in document.all("P", "LBody"):
        if element.role == "LBody" and any(one.role in BLOCKS for one in element.elements()):
            continue
        parts = columns_of(document, element)
        if len(parts) < 2 or sum(parts) < _LONG:
            continue
        if parts[0] == 1:
            yield f"{document.where(element)}: its first line stands alone"
        if parts[-1] == 1:
            yield f"{document.where(element)}: its last line stands alone"


def columns_of(document: Document, element: Element) -> list[int]:
    """Return how many lines of a paragraph stand in each column that it goes through."""
    away = {mark for one in element.all() if one.role in AWAY for mark in one.marks()}
    letters = [
        (mark.page, piece)
        for mark in element.marks()
        if mark not in away
        for piece in document.pieces.get(mark, ())
    ]
    counts: list[int] = [1] if letters else []
    for (page, before), (other, after) in pairwise(letters):
        if other != page or after.bottom > before.top:
            counts.append(1)
        elif before.start[1] - after.start[1] > 0.5 * min(before.size, after.size):
            counts[-1] += after.left < before.left  # a lower letter to the right is a subscript
    return counts


def torn_row(document: Document) -> Iterator[str]:
    for row in document.all("TR"):
        pages = sorted({mark.page + 1 for mark in row.marks()})
        if len(pages) > 1:
            yield f"{document.where(row)}: on pages {pages}"


def torn_table(document: Document) -> Iterator[str]:
    """A table that would have room on one page is not parted; one that is longer must be."""
    for table in document.all("Table"):
        boxes = boxes_of(document, table)
        high = sum(box.top - box.bottom for box in boxes)
        is_torn = any(len({mark.page for mark in row.marks()}) > 1 for row in rows_of(table))
        if len(boxes) > 1 and high < body_height(document) and not is_torn:
            yield f"{document.where(table)}: on pages {[box.page + 1 for box in boxes]}"


def body_height(document: Document) -> float:
    """Return how high the tagged text of the fullest page is."""
    heights = [0.0]
    for content in document.contents:
        pieces = [one for one in content.pieces if one.mark is not None]
        if pieces:
            heights.append(max(one.top for one in pieces) - min(one.bottom for one in pieces))
    return max(heights)


def lonely_caption(document: Document) -> Iterator[str]:
    for caption in document.all("Caption"):
        own = set(caption.marks())
        named = {mark.page for mark in caption.parent.marks() if mark not in own}  # type: ignore[union-attr]
        if own and named and not named & {mark.page for mark in own}:
            yield f"{document.where(caption)}: on another page than what it names"


def torn_figure(document: Document) -> Iterator[str]:
    for figure in document.all("Figure"):
        pages = sorted({mark.page + 1 for mark in figure.marks()})
        if len(pages) > 1:
            yield f"{document.where(figure)}: on pages {pages}"


def beyond_the_edge(document: Document) -> Iterator[str]:
    """Text keeps the margin that the document has on its left; nothing leaves the page."""
    margin = left_margin(document)
    for number, (page, content) in enumerate(zip(document.pages, document.contents, strict=True)):
        left, bottom, right, top = map(float, page.MediaBox)
        for text in _texts(
            one
            for one in content.pieces
            if one.is_seen
            and one.text.strip()
            and (
                one.right > right - (0 if one.is_artifact else margin) + _EDGE
                or one.left < left - _EDGE
                or one.start[1] < bottom - _EDGE
                or one.top > top + _EDGE
            )
        ):
            yield f"page {number + 1}: „{text}“"


def left_margin(document: Document) -> float:
    """Return how far from the left edge tagged text begins, on the page where it is the least."""
    return min(
        (
            one.left - float(page.MediaBox[0])
            for page, content in zip(document.pages, document.contents, strict=True)
            for one in content.pieces
            if one.mark is not None and one.text.strip()
        ),
        default=0.0,
    )


def _texts(pieces: Iterator[Piece]) -> Iterator[str]:
    """Yield the lines that some letters belong to, each once."""
    lines: dict[int, str] = {}
    for one in pieces:
        line = round(one.start[1])
        lines[line] = lines.get(line, "") + one.text
    yield from (text[:50] for text in lines.values())


def tiny(document: Document) -> Iterator[str]:
    """Letters can be read on paper; the small numbers of notes are links beside them."""
    labels = {mark for one in document.all("Lbl") for mark in one.marks()}
    for number, content in enumerate(document.contents):
        sizes = Counter(
            round(one.size, 1)
            for one in content.pieces
            if one.is_seen
            and one.text.strip()
            and one.size < _SMALLEST
            and (one.mark is None or Mark(number, one.mark) not in labels)
        )
        for size, count in sorted(sizes.items()):
            yield f"page {number + 1}: {count} letters of {size} points"


def overprinted(document: Document) -> Iterator[str]:
    """No two texts lie upon one another; a halo is the same text."""
    for number, content in enumerate(document.contents):
        boxes = [
            LetterBox(one.text, one.left, one.bottom, one.right, one.top)
            for one in content.pieces
            if one.is_seen and one.text.strip()
        ]
        found = [f"{one.text}/{other.text}" for one, other in _neighbours(boxes)]
        if len(found) > 1:
            yield f"page {number + 1}: {len(found)} letters upon others ({', '.join(found[:5])})"


@dataclass(frozen=True, slots=True)
class LetterBox:
    """A letter and the box it fills."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def _neighbours(boxes: Sequence[LetterBox]) -> Iterator[tuple[LetterBox, LetterBox]]:
    """Yield letters that lie upon others; only those that are near are compared."""
    cells: dict[tuple[int, int], list[LetterBox]] = {}
    for one in boxes:
        x, y = int(one.left // _CELL), int(one.bottom // _CELL)
        for right, up in product((-1, 0, 1), repeat=2):
            near = cells.get((x + right, y + up), ())
            yield from ((other, one) for other in near if _covers(other, one))
        cells.setdefault((x, y), []).append(one)


def _covers(one: LetterBox, other: LetterBox) -> bool:
    """Say whether two different letters lie mostly in the same place."""
    across = min(one.right, other.right) - max(one.left, other.left)
    if across <= 0 or one.text == other.text:
        return False
    along = min(one.top, other.top) - max(one.bottom, other.bottom)
    narrow = min(one.right - one.left, other.right - other.left)
    low = min(one.top - one.bottom, other.top - other.bottom)
    return across > 0.5 * narrow and along > 0.5 * low


LAYOUT = (
    Condition("", "heading alone", stranded_heading),
    Condition("", "line alone", lone_line),
    Condition("", "torn row", torn_row),
    Condition("", "torn table", torn_table),
    Condition("", "torn picture", torn_figure),
    Condition("", "caption alone", lonely_caption),
    Condition("", "beyond the edge", beyond_the_edge),
    Condition("", "tiny letters", tiny),
    Condition("", "letters upon letters", overprinted),
)
