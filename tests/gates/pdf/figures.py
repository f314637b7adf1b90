"""Figures: what they show is said in words, and where they stand is told."""

import re
from collections.abc import Iterator

from .condition import Condition
from .document import Document, Element

EMPTY = re.compile(
    r"(?:bild|grafik|abbildung|foto|karte|diagramm|image|picture|figure|logo)?[\s\d.:]*"
    r"|\S+\.(?:svg|png|jpe?g|gif|pdf|webp)",
    re.IGNORECASE,
)


def alternative(element: Element) -> str:
    """Return the words that stand for an element."""
    return str(element.source.get("/Alt", element.source.get("/ActualText", ""))).strip()


def no_alternative(document: Document) -> Iterator[str]:
    for figure in document.all("Figure"):
        if not alternative(figure):
            yield document.where(figure)


def empty_alternative(document: Document) -> Iterator[str]:
    for figure in document.all("Figure", "Formula"):
        text = alternative(figure)
        if text and EMPTY.fullmatch(text):
            yield f"{document.where(figure)}: „{text}“ says nothing"


def no_box(document: Document) -> Iterator[str]:
    for figure in document.all("Figure"):
        box = figure.attribute("/BBox")
        page = next((mark.page for mark in figure.marks()), 0)
        if box is None or not _is_inside(list(map(float, box)), document, page):
            yield f"{document.where(figure)}: BBox is missing or off its page"


def _is_inside(box: list[float], document: Document, page: int) -> bool:
    left, bottom, right, top = map(float, document.pages[page].MediaBox)
    inside = left - 1 <= box[0] < box[2] <= right + 1
    return inside and bottom - 1 <= box[1] < box[3] <= top + 1


def silent_formula(document: Document) -> Iterator[str]:
    for formula in document.all("Formula"):
        if not alternative(formula):
            yield document.where(formula)


CONDITIONS = (
    Condition("13-004", "figure without alternative", no_alternative),
    Condition("", "alternative says nothing", empty_alternative),
    Condition("", "figure without its place", no_box),
    Condition("17-002", "formula without alternative", silent_formula),
)
