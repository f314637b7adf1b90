"""A text line by line: how far each is indented, and where it stands in the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

TAB = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line without what it is indented by."""

    text: str
    indent: int
    offset: int
    """Where its text begins in the whole."""
    column: int
    """How far it is indented where it is written, whatever it stands in."""

    @property
    def is_blank(self) -> bool:
        """Say whether nothing is to be seen of it."""
        return not self.text.strip()

    def moved(self, columns: int) -> "Line":
        """Return it less indented, as it stands inside of an item."""
        return Line(self.text, max(self.indent - columns, 0), self.offset, self.column)

    def after(self, length: int) -> "Line":
        """Return what follows its first letters: the mark of an item, of a quote."""
        line = _line(self.text[length:], self.offset + length)
        # The blank behind a mark belongs to the mark.
        return replace(line, column=max(line.column - 1, 0))


def lines_of(source: str) -> list[Line]:
    """Return the lines of a text."""
    return list(_lines(source))


def _lines(source: str) -> Iterator[Line]:
    offset = 0
    for raw in source.split("\n"):
        yield _line(raw, offset)
        offset += len(raw) + 1


def _line(raw: str, offset: int) -> Line:
    text = raw.lstrip(" \t")
    before = raw[: len(raw) - len(text)]
    indent = len(before.expandtabs(TAB)) if "\t" in before else len(before)
    return Line(text, indent, offset + len(before), indent)


def trimmed(lines: Iterable[Line]) -> list[Line]:
    """Return lines without the blank ones at their end."""
    kept = list(lines)
    while kept and kept[-1].is_blank:
        kept.pop()
    return kept
