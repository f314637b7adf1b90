"""A line of text taken apart: places, titles, years and numbers, in the order they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from fokusbericht.audit.context import YEAR
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.numbers import GERMAN, Printed, german

MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
# Days, ranks and counts of places are no figures, however near they stand.
_NO_FIGURE = re.compile(
    rf"\d\d?\.\s?\d\d?\.(?:\d{{4}})?|\d\d?\.\s(?:{MONTH})"
    r"|(?:Rang|Platz|Nr\.|Seite|§)\s*\d+(?:\s+von\s+\d+)?|\d+\.?\s+von\s+\d+|\d+\.\s"
    r"|[\d,.]+(?:\sbis\s(?:unter\s)?[\d,.]+)?\s(?:Kommunen?|Kreisen?|Orten?|Jahren?)\b"
)
_NUMBER = re.compile(rf"(?<![\w.,\u202f]){GERMAN}(?![\w]|-\w|[.,]\d)")
_SENTENCE = re.compile(r"(?<=[^\d\s][.!?])\s+(?=[A-ZÄÖÜ„])")


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A paragraph, cell or label; `links` are (start, end, address)."""

    text: str
    links: tuple[tuple[int, int, str], ...] = ()

    def sentences(self) -> Iterator["LinkedText"]:
        """Yield its sentences, each with its own links."""
        if not _SENTENCE.search(self.text):
            yield self
            return
        starts = [0, *(one.end() for one in _SENTENCE.finditer(self.text)), len(self.text)]
        for start, end in pairwise(starts):
            links = tuple(
                (max(one[0] - start, 0), one[1] - start, one[2])
                for one in self.links
                if one[0] < end and one[1] > start
            )
            yield LinkedText(self.text[start:end], links)


@dataclass(frozen=True, slots=True)
class Token:
    """A place, title, year or number of a line."""

    start: int
    end: int
    areas: tuple[str, ...] = ()
    indicator: str = ""
    year: int = 0
    number: Printed | None = None


def tokens(lexicon: Lexicon, path: str, line: LinkedText) -> list[Token]:
    """Return what a line is made of; a linked name means what the link leads to."""
    found = list(_names(lexicon, path, line))
    taken = [(one.start, one.end) for one in found]
    taken += [one.span() for one in _NO_FIGURE.finditer(line.text)]
    years = [
        Token(one.start(), one.end(), year=int(one[0]))
        for one in YEAR.finditer(line.text)
        if not _inside(one.start(), [(token.start, token.end) for token in found])
    ]
    taken += [(one.start, one.end) for one in years]
    numbers = [
        Token(one.start(), one.end(), number=german(one[0]))
        for one in _NUMBER.finditer(line.text)
        if not _inside(one.start(), taken)
    ]
    return sorted((*found, *years, *numbers), key=lambda one: one.start)


def _names(lexicon: Lexicon, path: str, line: LinkedText) -> Iterator[Token]:
    titles = [one.span() for one in lexicon.title_pattern.finditer(line.text)]
    places = [one.span() for one in lexicon.place_pattern.finditer(line.text)]
    for start, end in titles:
        yield Token(start, end, indicator=_linked_title(lexicon, path, line, start, end))
    for start, end in places:
        if not any(first <= start < last and end - start < last - first for first, last in titles):
            yield Token(start, end, areas=_linked_areas(lexicon, path, line, start, end))
    for start, end, href in line.links:
        indicator = lexicon.indicator_at(path, href)
        if indicator and not any(start <= one[0] < end for one in titles):
            # Only a point: the number itself may be what is linked.
            yield Token(start, start, indicator=indicator)


def _linked_title(lexicon: Lexicon, path: str, line: LinkedText, start: int, end: int) -> str:
    for first, last, href in line.links:
        if first <= start < last and (found := lexicon.indicator_at(path, href)):
            return found
    return lexicon.indicator_of(line.text[start:end])


def _linked_areas(
    lexicon: Lexicon, path: str, line: LinkedText, start: int, end: int
) -> tuple[str, ...]:
    for first, last, href in line.links:
        if first <= start < last and (found := lexicon.areas_at(path, href)):
            return found
    return lexicon.areas_of(line.text[start:end])


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)
