"""Ways through the document: bookmarks as the headings are, pages with their numbers."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pikepdf import Dictionary, Name, Object

from .condition import Condition
from .document import Document, Element, name_tree, number_tree
from .headings import headings_of, level
from .links import destinations, is_place

_FOOT = 100.0  # points: what is printed lower is the foot of a page
Bookmark = tuple[int, str, Dictionary]  # depth, words


def bookmarks(document: Document) -> list[Bookmark]:
    """Return the bookmarks, one below the other."""
    found: list[Bookmark] = []
    seen: set[tuple[int, int]] = set()
    waiting = [(1, document.root.get("/Outlines", {}).get("/First"))]
    while waiting:
        depth, one = waiting.pop()
        if one is None or one.objgen in seen:
            continue
        seen.add(one.objgen)
        found.append((depth, " ".join(str(one.get("/Title", "")).split()), one))
        waiting += [(depth, one.get("/Next")), (depth + 1, one.get("/First"))]
    return found


def no_bookmarks(document: Document) -> Iterator[str]:
    if len(headings_of(document)) > 1 and not bookmarks(document):
        yield f"{len(headings_of(document))} headings, no bookmark"


def other_bookmarks(document: Document) -> Iterator[str]:
    """Each bookmark is a heading, in its words and order; the finer ones may be left out."""
    heads = [(level(one), document.words(one)) for one in headings_of(document) if is_marked(one)]
    marks = [(depth, text.replace("\u00ad", "")) for depth, text, _ in bookmarks(document)]
    deepest = max((depth for depth, _ in marks), default=0)
    wanted = [text for depth, text in heads if depth <= deepest and text]
    told = [text for _, text in marks]
    if marks and heads and told != wanted:
        first = next((pair for pair in zip(told, wanted, strict=False) if pair[0] != pair[1]), ())
        yield f"{len(told)} bookmarks, {len(wanted)} headings, first difference {list(first)}"


def is_marked(heading: Element) -> bool:
    """Say whether a heading must have a bookmark; that of the contents need not."""
    around = heading.parent.elements() if heading.parent else []
    return not any(one is heading and next_.role == "TOC" for one, next_ in pairwise(around))


def lost_bookmarks(document: Document) -> Iterator[str]:
    known = destinations(document)
    named = dict(name_tree(document.root.get("/Names", {}).get("/Dests")))
    heads = headings_of(document)
    pages = {document.words(one): {mark.page for mark in one.marks()} for one in heads}
    twice = {text for text, times in Counter(map(document.words, heads)).items() if times > 1}
    for _, text, one in bookmarks(document):
        goal = one.get("/Dest", one.get("/A", {}).get("/D"))
        if not is_place(document, goal, known):
            yield f"„{text}“ leads nowhere"
        elif text in pages.keys() - twice and _page(document, goal, named) not in pages[text]:
            yield f"„{text}“ leads to another page than its heading's"


def _page(document: Document, goal: Object, named: dict[str, Object]) -> int | None:
    place = goal if hasattr(goal, "append") else named.get(str(goal))
    if isinstance(place, Dictionary):
        place = place.get("/D")
    return document.page_numbers.get(place[0].objgen) if place is not None else None


def no_labels(document: Document) -> Iterator[str]:
    labels = dict(number_tree(document.root.get("/PageLabels")))
    if len(document.pages) > 1 and 0 not in labels:
        yield "PageLabels is missing or does not begin with the first page"


def printed_otherwise(document: Document) -> Iterator[str]:
    """What a reader types to go to a page is what is printed on it: "3", "Seite 3 von 20"."""
    labels = dict(number_tree(document.root.get("/PageLabels")))
    for number, content in enumerate(document.contents):
        low = min((one.bottom for one in content.pieces if one.is_artifact), default=_FOOT)
        foot = [one for one in content.pieces if one.is_artifact and one.bottom < low + 3]
        printed = [word for word in "".join(one.text for one in foot).split() if word.isdigit()]
        label = _label(labels, number)
        if low < _FOOT and label and printed and label not in printed:
            yield f"page {number + 1}: „{' '.join(printed)}“ is printed, its label is „{label}“"


def _label(labels: dict[int, Object], number: int) -> str:
    starts = [one for one in labels if one <= number]
    if not starts or labels[max(starts)].get("/S") != Name.D:
        return ""
    found = labels[max(starts)]
    prefix = str(found.get("/P", ""))
    return f"{prefix}{int(found.get('/St', 1)) + number - max(starts)}"


CONDITIONS = (
    Condition("", "no bookmarks", no_bookmarks),
    Condition("", "bookmarks are not the headings", other_bookmarks),
    Condition("", "bookmark leads elsewhere", lost_bookmarks),
    Condition("", "no page labels", no_labels),
    Condition("", "page label is not what is printed", printed_otherwise),
)
