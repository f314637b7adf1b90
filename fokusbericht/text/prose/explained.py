"""Terms in the HTML of a text: the first use of each is given its explanation."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from fokusbericht.text.terms import pattern_of

MOST = 3  # in a paragraph; more would be a page of marks
PIECE = re.compile(r"<a\b[^>]*>.*?</a>|<[^>]*>|[^<]+", re.DOTALL)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
TARGET = re.compile(r'<a href="([^"]*)"[^>]*>(.*)</a>', re.DOTALL)
# Where no word is explained: titles, tables, what others said or wrote.
CLOSED = frozenset(["h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre", "code", "sup"])
PARAGRAPHS = frozenset(["p", "li"])
LISTS = frozenset(["ul", "ol"])

WordMarker = Callable[[str, str], str]


@dataclass(slots=True)
class Explaining:
    """Explains the words of the texts of one page, each term where it is used first.

    `word(key, label)` answers with the word as it is marked, `card(key)` with its explanation.
    """

    words: Mapping[str, str]  # as they stand in the text → key
    addresses: Mapping[str, str]  # of the glossary, as the text links them → key
    word: WordMarker
    card: Callable[[str], str]
    done: set[str]  # the terms that the page has explained so far
    waiting: list[str] = field(default_factory=list)  # explained in this paragraph, cards to come
    closed: int = 0  # how many tags are open in which nothing is explained
    number: int = 0  # of terms explained in this paragraph

    def explained(self, html: str) -> str:
        """Return a text in which terms are marked, each card behind the paragraph of its word."""
        if not self.words and not self.addresses:
            return html
        pattern = pattern_of(self.words) if self.words else None
        return "".join(self._pieces(html, pattern))

    def _pieces(self, html: str, pattern: re.Pattern[str] | None) -> Iterator[str]:
        for piece in PIECE.findall(html):
            if piece.startswith("<a"):
                yield self._linked(piece)
            elif piece.startswith("<"):
                yield self._tag(piece)
            elif pattern and not self.closed:
                yield pattern.sub(self._found, piece)
            else:
                yield piece
        yield self._cards()

    def _tag(self, piece: str) -> str:
        match = TAG.match(piece)
        if match is None:
            return piece
        ends, name = bool(match[1]), match[2]
        if name in CLOSED:
            self.closed += -1 if ends else 1
        if name in PARAGRAPHS:
            return self._paragraph(piece, name, ends)
        return f"{self._cards()}{piece}" if name in LISTS and not ends else piece

    def _paragraph(self, piece: str, name: str, ends: bool) -> str:
        """Return the edge of a paragraph: cards stand behind a <p>, but within an <li>."""
        self.number = 0
        if not ends:
            return piece
        return f"{piece}{self._cards()}" if name == "p" else f"{self._cards()}{piece}"

    def _cards(self) -> str:
        cards = "".join(map(self.card, self.waiting))
        self.waiting.clear()
        return cards

    def _found(self, match: re.Match[str]) -> str:
        return self._explained(self.words[" ".join(match[0].split())], match[0])

    def _linked(self, piece: str) -> str:
        """Return a link; one into the glossary explains its term as well."""
        match = TARGET.fullmatch(piece)
        key = self.addresses.get(unescape(match[1])) if match else None
        if not match or key is None or self.closed:
            return piece
        marked = self._explained(key, match[2])
        return piece if marked == match[2] else marked

    def _explained(self, key: str, label: str) -> str:
        if key in self.done or self.number == MOST:
            return label
        self.done.add(key)
        self.waiting.append(key)
        self.number += 1
        return self.word(key, label)
