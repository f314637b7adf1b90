"""A text read line by line into blocks, as an editor means it.

Where CommonMark and an editor differ, the editor is right: a list may follow its sentence without
an empty line, what is nested is indented by two or more, an indented paragraph is no code, and a
date at the beginning of a line counts nothing. Each line is looked at once for each level of
nesting, and there are few levels; so the time grows with the length alone.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from fokusbericht.text.prose.blocks import (
    Block,
    Code,
    Heading,
    Item,
    Listing,
    Misreading,
    Note,
    Paragraph,
    Quote,
    Reading,
    Table,
    ThematicBreak,
)
from fokusbericht.text.prose.code import closes, fence_of
from fokusbericht.text.prose.lines import Line, lines_of, trimmed
from fokusbericht.text.prose.markers import (
    Marker,
    begins_list,
    continues,
    interrupts,
    is_next,
    marker_of,
)
from fokusbericht.text.prose.tables import (
    MOST_COLUMNS,
    Passage,
    cells_of,
    has_bar,
    is_divider,
    sides_of,
)

DEEPEST = 8
INSIDE = 2  # columns from which on a line belongs to the item above
HASHES = re.compile(r"#{1,6}(?!#)")
CLOSING_HASHES = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
RULE = re.compile(r"(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
UNDERLINE = re.compile(r"-{2,}+[ \t]*+$")
ANCHOR = re.compile(r"(?:^|[ \t])\{[ \t]*+(?:[:#]|\.[A-Za-z])[^{}\n]*\}$")
NAME = re.compile(r"\{:?[ \t]*+#([A-Za-z][A-Za-z0-9_-]*)[ \t]*+\}")
NOTE = re.compile(r"\[\^([^\[\]\s^]{1,60})\]:[ \t]*+")
ADDRESS = re.compile(
    r"\[(?!\^)([^\[\]\n]{1,200})\]:[ \t]*+(?:<([^<>\n]{0,2000})>|([^\s<]\S{0,2000}))"
    r"(?:[ \t]++(?:\"([^\"\n]*)\"|'([^'\n]*)'|\(([^()\n]*)\)))?[ \t]*+$"
)
TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")

TOO_DEEP = f"Hier ist der Text tiefer verschachtelt als {DEEPEST} Ebenen."
OPEN_CODE = "Der Code, der hier mit „{}“ beginnt, endet nicht. Es fehlt eine Zeile „{}“."
UNDERLINED = (
    "Eine Zeile „{}“ direkt unter Text macht ihn zur Überschrift. Überschriften beginnen mit „##“; "
    "vor einer Trennlinie steht eine leere Zeile."
)
BAD_ANCHOR = (
    "„{}“ ist kein Name für eine Überschrift. Er steht so dahinter: {{#name}}, "
    "mit Buchstaben, Ziffern und Bindestrichen."
)
NO_HEADING = (
    "„{}“ erscheint so im Text. Einen eigenen Namen hat nur eine Überschrift; er steht in ihrer "
    "Zeile: „## Titel {{#name}}“."
)
SAME_ANCHOR = "„{{#{}}}“ heißt schon die Überschrift in Zeile {{Zeile}}. Bitte anders nennen."
EMPTY_HEADING = "Diese Überschrift ist leer. Bitte Text ergänzen oder die Zeile streichen."
NO_DIVIDER = (
    "Dieser Tabelle fehlt die zweite Zeile: Unter ihrem Kopf steht für jede Spalte „---“, "
    "zum Beispiel „|---|---|“."
)
PARTED = (
    "Diese Zeile gehört nicht mehr zur Tabelle darüber. Bitte die leere Zeile dazwischen streichen."
)
UNEVEN = "Diese Zeile der Tabelle hat {}, ihr Kopf hat {}."
TOO_WIDE = f"Diese Tabelle hat mehr als {MOST_COLUMNS} Spalten."
TWICE = "Die Fußnote „[^{}]“ ist schon in Zeile {{Zeile}} erklärt."


@lru_cache(maxsize=64)
def read(source: str) -> Reading:
    """Return a text as blocks."""
    reader = _BlockReader()
    blocks = reader.blocks(lines_of(source), 0)
    return Reading(blocks, reader.notes, reader.addresses, tuple(reader.faults))


class _BlockReader:
    # Keeps what is found anywhere in a text; each method takes lines and says where it ended.

    def __init__(self) -> None:
        self.notes: dict[str, Note] = {}
        self.addresses: dict[str, tuple[str, str]] = {}
        self.faults: list[Misreading] = []
        self.anchors: dict[str, int] = {}  # name of a heading → where it stands
        self.gap = False
        self.is_below_table = False

    def blocks(self, lines: Sequence[Line], depth: int, in_item: bool = False) -> tuple[Block, ...]:
        """Return the blocks of some lines; `gap` then says whether an empty one parts them."""
        found: list[Block] = []
        gap, at, last = False, 0, 0
        while at < len(lines):
            if lines[at].is_blank:
                at += 1
                continue
            gap = gap or bool(found and lines[at - 1].is_blank)
            self.is_below_table = bool(found) and isinstance(found[-1], Table)
            block, at = self._block(lines, at, depth, in_item, last)
            if isinstance(block, Listing) and block.is_ordered:
                last = block.items[-1].number or 0
            if block:
                found.append(block)
        self.gap = gap
        return tuple(found)

    def _block(
        self, lines: Sequence[Line], at: int, depth: int, in_item: bool, last: int
    ) -> tuple[Block | None, int]:
        line = lines[at]
        if fence_of(line.text):
            return self._code(lines, at)
        if HASHES.match(line.text):
            return self._heading(line), at + 1
        if RULE.match(line.text):
            return ThematicBreak(), at + 1
        if self._begins_table(lines, at):
            return self._table(lines, at)
        if NOTE.match(line.text):
            return self._note(lines, at, depth)
        if match := ADDRESS.match(line.text):
            title = match[4] or match[5] or match[6] or ""
            address = match[2] if match[2] is not None else match[3]
            self.addresses.setdefault(_folded(match[1]), (address, title))
            return None, at + 1
        if line.text.startswith(">") and self._may_nest(line, depth):
            return self._quote(lines, at, depth)
        if begins_list(lines, at, last) and self._may_nest(line, depth):
            return self._list(lines, at, depth)
        return self._paragraph(lines, at, in_item)

    def _may_nest(self, line: Line, depth: int) -> bool:
        if depth < DEEPEST:
            return True
        if not any(fault.sentence == TOO_DEEP for fault in self.faults):
            self._tell(line, TOO_DEEP)
        return False

    def _tell(self, line: Line | Passage, sentence: str, earlier: int = -1) -> None:
        self.faults.append(Misreading(line.offset, sentence, earlier))

    # --- Code, headings ---

    def _code(self, lines: Sequence[Line], at: int) -> tuple[Block, int]:
        first, fence = lines[at], fence_of(lines[at].text)
        inner: list[str] = []
        for end in range(at + 1, len(lines)):
            line = lines[end]
            if closes(line.text, fence):
                span = (first.offset, line.offset + len(line.text))
                return Code("\n".join(inner), span), end + 1
            inner.append(" " * max(line.indent - first.indent, 0) + line.text)
        self._tell(first, OPEN_CODE.format(fence, fence))
        last = lines[-1]
        return Code("\n".join(inner), (first.offset, last.offset + len(last.text))), len(lines)

    def _heading(self, line: Line) -> Block:
        text = line.text.rstrip()
        level = len(text) - len(text.lstrip("#"))
        start = level + len(text[level:]) - len(text[level:].lstrip())
        words = CLOSING_HASHES.sub("", text[start:])
        anchor = ""
        if match := ANCHOR.search(words):
            name = NAME.fullmatch(match[0].strip())
            if not name:
                place = Passage("", line.offset + start + match.start() + 1)
                self._tell(place, BAD_ANCHOR.format(match[0].strip()))
            words, anchor = words[: match.start()].rstrip(), name[1] if name else ""
        if anchor in self.anchors:
            self._tell(line, SAME_ANCHOR.format(anchor), self.anchors[anchor])
        elif anchor:
            self.anchors[anchor] = line.offset
        if not words:
            self._tell(line, EMPTY_HEADING)
        return Heading(level, Passage(words, line.offset + start), anchor)

    # --- Quotes, lists, notes: lines within lines ---

    def _quote(self, lines: Sequence[Line], at: int, depth: int) -> tuple[Block, int]:
        inner: list[Line] = []
        while at < len(lines) and not lines[at].is_blank:
            line = lines[at]
            if line.text.startswith(">"):
                inner.append(_unquoted(line))
            elif self._ends(lines, at, inner[-1], None):
                break
            else:
                inner.append(line.moved(line.indent))
            at += 1
        return Quote(self.blocks(inner, depth + 1)), at

    def _list(self, lines: Sequence[Line], at: int, depth: int) -> tuple[Block, int]:
        items: list[Item] = []
        is_loose = False
        before: Marker | None = None
        while at < len(lines):
            marker = marker_of(lines[at])
            if marker is None or RULE.match(lines[at].text):
                break
            if before and not is_next(marker, before):
                break
            before = marker
            inner, at = self._inner(lines, at, lines[at].after(marker.width), marker)
            item, has_gap = self._item(trimmed(inner), marker, depth)
            items.append(item)
            following = marker_of(lines[at]) if at < len(lines) else None
            parted = lines[at - 1].is_blank and following and is_next(following, marker)
            is_loose = is_loose or has_gap or bool(parted)
        return Listing(tuple(items), is_loose), at

    def _item(self, inner: list[Line], marker: Marker, depth: int) -> tuple[Item, bool]:
        done = None
        if inner and (match := TASK.match(inner[0].text)):
            done = match[1] != " "
            inner[0] = inner[0].after(match.end())
        blocks = self.blocks(inner, depth + 1, in_item=True)
        return Item(blocks, marker.number, done), self.gap

    def _note(self, lines: Sequence[Line], at: int, depth: int) -> tuple[None, int]:
        first = lines[at]
        match = NOTE.match(first.text)
        assert match
        inner, at = self._inner(lines, at, first.after(match.end()), None)
        self._keep_note(match[1].lower(), first, trimmed(inner), depth)
        return None, at

    def _inner(
        self, lines: Sequence[Line], at: int, first: Line, item: Marker | None
    ) -> tuple[list[Line], int]:
        """Return the lines of an item or a note, and where it ends."""
        least = lines[at].indent + INSIDE
        inner = [first.moved(first.indent)]
        for end in range(at + 1, len(lines)):
            line = lines[end]
            is_outside = not line.is_blank and line.indent < least
            if is_outside and (inner[-1].is_blank or self._ends(lines, end, inner[-1], item)):
                return inner, end
            inner.append(line.moved(least))
        return inner, len(lines)

    def _keep_note(self, name: str, first: Line, inner: list[Line], depth: int) -> None:
        if name in self.notes:
            self._tell(first, TWICE.format(name), self.notes[name].offset)
            return
        length = inner[-1].offset + len(inner[-1].text) - first.offset if inner else 0
        self.notes[name] = Note((), first.offset, length)  # what stands in it comes after it
        self.notes[name] = Note(self.blocks(inner, depth + 1), first.offset, length)

    def _ends(self, lines: Sequence[Line], at: int, before: Line, item: Marker | None) -> bool:
        """Say whether a line that is not indented ends the item, quote or note above it."""
        if self._begins(lines, at):
            return True
        marker = marker_of(lines[at])
        if marker and ((item and is_next(marker, item)) or interrupts(lines, at)):
            return True
        return not continues(before.text, lines[at])

    def _begins(self, lines: Sequence[Line], at: int, in_table: bool = False) -> bool:
        """Say whether a block begins here that needs no empty line above."""
        line = lines[at]
        return bool(
            fence_of(line.text)
            or HASHES.match(line.text)
            or RULE.match(line.text)
            or line.text.startswith(">")
            or NOTE.match(line.text)
            or ADDRESS.match(line.text)
            or self._begins_table(lines, at, in_table)
        )

    # --- Tables ---

    def _begins_table(self, lines: Sequence[Line], at: int, in_table: bool = False) -> bool:
        if at + 1 >= len(lines) or not is_divider(lines[at + 1]) or not has_bar(lines[at]):
            return False
        if in_table and "--" not in lines[at + 1].text:  # a row of „nothing“: | - | - |
            return False
        return not is_divider(lines[at])

    def _table(self, lines: Sequence[Line], at: int) -> tuple[Block, int]:
        head, sides = cells_of(lines[at]), sides_of(lines[at + 1])
        if len(sides) != len(head):
            self._tell(lines[at + 1], UNEVEN.format(_cells(len(sides)), _cells(len(head))))
        if len(head) > MOST_COLUMNS:
            self._tell(lines[at], TOO_WIDE)
            head = head[:MOST_COLUMNS]
        width, rows, end = len(head), [], at + 2
        while end < len(lines) and has_bar(lines[end]) and not self._begins(lines, end, True):
            cells = cells_of(lines[end])
            if len(cells) != width:
                self._tell(lines[end], UNEVEN.format(_cells(len(cells)), _cells(width)))
            filled = (*cells, *(Passage("", lines[end].offset) for _ in range(width - len(cells))))
            rows.append(filled[:width])
            end += 1
        return Table(head, (*sides, *[""] * width)[:width], tuple(rows)), end

    # --- Paragraphs ---

    def _paragraph(self, lines: Sequence[Line], at: int, in_item: bool) -> tuple[Block, int]:
        first, end = at, at + 1
        while end < len(lines) and not lines[end].is_blank:
            line = lines[end]
            if UNDERLINE.match(line.text):
                self._tell(line, UNDERLINED.format(line.text.rstrip()[:3]))
            marked = marker_of(line)
            is_first = marked is not None and marked.has_text and marked.number in (None, 1)
            nested = in_item and marked and is_first and not marked.is_dash
            if self._begins(lines, end) or nested or (marked and interrupts(lines, end)):
                break
            end += 1
        self._tell_bars(lines[first:end])
        self._tell_anchors(lines[first:end])
        return Paragraph(tuple(lines[first:end])), end

    def _tell_bars(self, lines: Sequence[Line]) -> None:
        barred = [line for line in lines if line.text.startswith("|") and has_bar(line)]
        if barred and self.is_below_table:
            self._tell(barred[0], PARTED)
        elif len(barred) > 1:
            self._tell(barred[0], NO_DIVIDER)

    def _tell_anchors(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if match := ANCHOR.search(line.text.rstrip()):
                place = Passage("", line.offset + match.end() - len(match[0].lstrip()))
                self._tell(place, NO_HEADING.format(match[0].strip()))


def _unquoted(line: Line) -> Line:
    inner = line.after(1)
    return inner.moved(1)


def _cells(number: int) -> str:
    return "eine Zelle" if number == 1 else f"{number} Zellen"


def _folded(name: str) -> str:
    return " ".join(name.split()).lower()
