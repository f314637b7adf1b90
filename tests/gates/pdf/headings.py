"""Headings: the first is an H1, no level is skipped, none is empty."""

from collections.abc import Iterator
from itertools import pairwise

from .condition import Condition
from .document import HEADINGS, Document, Element

NUMBERED = HEADINGS[1:]


def headings_of(document: Document) -> list[Element]:
    """Return the numbered headings, in the order of the tree."""
    return document.all(*NUMBERED)


def level(heading: Element) -> int:
    """Return the level of a numbered heading."""
    return int(heading.role[1])


def first_is_no_h1(document: Document) -> Iterator[str]:
    for first in headings_of(document)[:1]:
        if first.role != "H1":
            yield document.where(first)


def skipped(document: Document) -> Iterator[str]:
    for before, after in pairwise(headings_of(document)):
        if level(after) > level(before) + 1:
            yield f"{document.where(after)}: after {before.kind}"


def two_plain(document: Document) -> Iterator[str]:
    for element in document.elements:
        if sum(one.role == "H" for one in element.elements()) > 1:
            yield document.where(element)


def both_kinds(document: Document) -> Iterator[str]:
    if document.all("H") and headings_of(document):
        yield "H and numbered headings"


def empty(document: Document) -> Iterator[str]:
    for heading in document.all(*HEADINGS):
        if not document.words(heading):
            yield document.where(heading)


def none(document: Document) -> Iterator[str]:
    if len(document.pages) > 1 and not document.all(*HEADINGS):
        yield f"{len(document.pages)} pages without a heading"


CONDITIONS = (
    Condition("14-001", "no heading", none),
    Condition("14-002", "first heading is no H1", first_is_no_h1),
    Condition("14-003", "skipped heading level", skipped),
    Condition("14-006", "two plain headings in one element", two_plain),
    Condition("14-007", "plain and numbered headings", both_kinds),
    Condition("", "empty heading", empty),
)
