"""Drawings: titles of shapes, labels, and numbers beside names on one height."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.audit.context import YEAR, Context, page_context
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.lines import LinkedText
from fokusbericht.audit.numbers import GERMAN, Printed, leading
from fokusbericht.audit.sentences import read_line, sighting
from fokusbericht.audit.sightings import Sighting, Sure
from fokusbericht.audit.tree import HtmlElement, parsed

_MOVE = re.compile(r"translate\(\s*(-?[\d.]+)(?:[\s,]+(-?[\d.]+))?")
_SPOKEN = (
    "aria-label",
    "aria-description",
    "title",
    "alt",
    "data-text",
    "data-title",
    "data-value",
)
_DIGITS = re.compile(rf"^\s*{GERMAN}\s*")
_SAME_HEIGHT = 3.0  # points
_BELOW = 20.0  # from a name to a number beside its bar, where the bar lies below the name
_CREDITS = "Stand:"  # stands in the line of the source, whose words are an editor's


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text and where it stands."""

    text: str
    x: float
    y: float


def read_svg(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a file with a drawing."""
    root = parsed(data.decode("utf-8", "replace"))
    yield from read_drawing(lexicon, page_context(lexicon, path), root)


def read_drawing(lexicon: Lexicon, context: Context, drawing: HtmlElement) -> Iterator[Sighting]:
    """Yield the protected figures of a drawing, in a file of its own or in a page."""
    own = next((one.text() for one in drawing.all("title")), "")
    below = context.under(lexicon, own) if not _is_shape(lexicon, own) else context
    where = f"Bild „{own}“" if own and below is not context else "Bild"
    for element in drawing.elements():
        if element.tag == "title" and (text := element.text()):
            yield from read_line(lexicon, below, LinkedText(text), where, Sure.READ)
        elif element.tag == "desc":
            yield from read_line(lexicon, below, LinkedText(element.text()), where)
        for name in _SPOKEN:
            if name in element.attributes:
                yield from read_line(lexicon, below, LinkedText(element.attributes[name]), where)
    yield from _labels_read(lexicon, below, list(_labels(drawing, 0.0, 0.0)), where)


def _is_shape(lexicon: Lexicon, title: str) -> bool:
    """Say whether a title is that of a shape ("Appen: 1,9 %") and not of the drawing."""
    found = lexicon.place_pattern.match(title)
    return bool(found) and not lexicon.title_pattern.search(title)


def _labels(element: HtmlElement, x: float, y: float) -> Iterator[PlacedText]:
    for child in element.children:
        if isinstance(child, str):
            continue
        move = _MOVE.search(child.attributes.get("transform", ""))
        left = x + (float(move[1]) if move else 0.0)
        top = y + (float(move[2] or 0) if move else 0.0)
        if child.tag == "text":
            left += _number(child.attributes.get("x", "0"))
            yield PlacedText(child.text(), left, top + _number(child.attributes.get("y", "0")))
        else:
            yield from _labels(child, left, top)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _labels_read(
    lexicon: Lexicon, context: Context, labels: list[PlacedText], where: str
) -> Iterator[Sighting]:
    """Yield what labels say alone ("Wedel 39.390"), and a name with the number beside it."""
    names = []
    for label in labels:
        if areas := lexicon.areas_of(label.text):
            names.append((label, areas))
        elif not YEAR.fullmatch(label.text):
            sure = Sure.SAID if _CREDITS in label.text else Sure.READ
            yield from read_line(lexicon, context, LinkedText(label.text), where, sure)
    if context.indicator not in lexicon.protected:
        return
    figures = [(one, number) for one in labels if (number := _figure(lexicon, context, one))]
    for name, areas in names:
        for label, number in figures:
            if _belongs(label, name):
                yield sighting(context.indicator, areas, context.year, number, context.path, where)


def _belongs(label: PlacedText, name: PlacedText) -> bool:
    """Say whether a number stands beside a name, or beside the bar below the name."""
    is_beside = label.x > name.x or label.text.startswith("−")
    return is_beside and -_SAME_HEIGHT < label.y - name.y < _BELOW


def _figure(lexicon: Lexicon, context: Context, label: PlacedText) -> Printed | None:
    """Return the number of a label that is nothing but one, with or without its unit."""
    rest = _DIGITS.sub("", label.text, count=1)
    if rest and rest not in lexicon.units[context.indicator]:
        return None
    return leading(label.text)
