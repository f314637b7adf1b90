"""All that editors wrote, sentence by sentence, each at its place; marks and addresses blanked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from fokusbericht.model.base import Key, Quelle, Ref, Text, Thing
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff, Bilddatei
from fokusbericht.problems import Place
from fokusbericht.text.language import sentences
from fokusbericht.text.prose import ADDRESSES, EMBED, LINK, place_at, without_code

Owner = Thing | Begriff | Bilddatei

BARE_ADDRESS = re.compile(r"\b(?:https?://|www\.|mailto:)\S+")
# What begins a line of its own: a heading with its number, a row of a table, a quote, an item.
MARK = re.compile(
    r"^[ \t]*(?:#+[ \t]*(?:\d+(?:\.\d+)*\.?[ \t])?|\||>|[-*+][ \t]|\d+[.)][ \t])", re.MULTILINE
)
NOTE = re.compile(r"\[\^[^\[\]\s^]{1,60}\]:?|[ \t]\{#[^{}\n]*\}[ \t]*$", re.MULTILINE)
LINES_ALONE = ("#", "|")
NO_WORDS = (Text, Key, Ref, Quelle)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is read, and as it is written with links; both of one length."""

    read: str
    written: str
    text: Text
    start: int
    """Where it begins in its text; -1 where only the place of the text is known."""

    def place(self, offset: int) -> Place:
        """Return where something in it stands."""
        if self.start < 0:
            return self.text.place
        return place_at(self.text, self.start + offset)


def sentences_of(owner: Owner) -> Iterator[Sentence]:
    """Yield the sentences of a thing: those of its head, then those of its text."""
    for words, place in _head(owner, owner.place):
        head = Text(words, place)
        yield from (Sentence(one, one, head, -1) for one in sentences(words))
    text = owner.erklaerung if isinstance(owner, Begriff) else getattr(owner, "body", None)
    if text:
        yield from _of_text(text)


def owners(report: Report) -> Iterator[Owner]:
    """Yield all that has words of its own."""
    yield from report.things()
    yield from report.begriffe.values()
    yield from report.bilder.values()


def _head(value: object, place: Place) -> Iterator[tuple[str, Place]]:
    """Yield all that is written in the head of a thing, however deep."""
    if isinstance(value, str):
        yield value, place
    elif isinstance(value, tuple) and not isinstance(value, Place):
        for item in value:
            yield from _head(item, place)
    elif is_dataclass(value) and not isinstance(value, NO_WORDS):
        inner = getattr(value, "place", place)
        for field in fields(value):
            if field.name not in ("key", "werte"):
                yield from _head(getattr(value, field.name), inner)


def _of_text(text: Text) -> Iterator[Sentence]:
    read = _read(text.source)
    for start, end in _blocks(text.source):
        cursor = start
        for one in sentences(read[start:end]):
            begin = read.index(one, cursor)
            cursor = begin + len(one)
            yield Sentence(one, text.source[begin:cursor], text, begin)


def _blocks(source: str) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs, items, rows and headings begin and end."""
    begin, offset = 0, 0
    for line in source.splitlines(keepends=True):
        stripped = line.lstrip()
        if not stripped or MARK.match(line):
            yield begin, offset
            begin = offset
        offset += len(line)
        if stripped.startswith(LINES_ALONE):
            yield begin, offset
            begin = offset
    yield begin, offset


def _read(source: str) -> str:
    """Return what a reader sees of a text, in as many characters: the rest is blank."""
    read = NOTE.sub(_blank, EMBED.sub(_blank, without_code(source)))
    for form in ADDRESSES:
        read = form.sub(_without_address, read)
    return MARK.sub(_blank, BARE_ADDRESS.sub(_blank, LINK.sub(_label, read)))


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _without_address(match: re.Match[str]) -> str:
    """Return a Markdown link's part with its address blanked."""
    start, end = (one - match.start() for one in match.span(match.lastindex or 0))
    return match[0][:start] + " " * (end - start) + match[0][end:]


def _label(match: re.Match[str]) -> str:
    label = match[2] or ""
    return (label + "]]").rjust(len(match[0])).replace("]]", "  ")
