"""Blocks as a page sets them out: lists within lists, tables with a name, no level skipped."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from fokusbericht.text.blocks import (
    Block,
    Heading,
    Item,
    Listing,
    Paragraph,
    ParagraphStyle,
    Runs,
    Table,
)


@dataclass(frozen=True, slots=True)
class SetEntry:
    """An item of a list: its text, and what belongs to it below that."""

    runs: Runs
    number: int  # where counting begins anew, else 0
    parts: tuple["SetBlock", ...]


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block: a heading has a level, a list has entries, a table a head."""

    runs: Runs = ()
    level: int = 0
    is_quote: bool = False
    is_ordered: bool = False
    entries: tuple[SetEntry, ...] = ()
    caption: str = ""
    name: str = ""  # what a table is called where it has no caption
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Runs, ...], ...] = ()
    numbers: tuple[int, ...] = ()  # the columns that are set flush right
    heading: int = 0  # the column that says what its row is about


def set_out(blocks: Iterable[Block], above: int) -> tuple[SetBlock, ...]:
    """Return blocks that stand below a heading of the level `above`."""
    return tuple(_set_out(blocks, above))


def _set_out(blocks: Iterable[Block], above: int) -> Iterator[SetBlock]:
    levels: list[int] = []  # as written, of the headings that are open
    title = ""
    for block in blocks:
        match block:
            case Heading():
                levels = [one for one in levels if one < block.level] + [block.level]
                title = _bare(block.runs)
                yield SetBlock(block.runs, min(above + len(levels), 6))
            case Paragraph():
                yield SetBlock(block.runs, is_quote=block.style is ParagraphStyle.QUOTE)
            case Listing():
                yield from _lists(block.items)
            case Table():
                yield SetBlock(
                    caption=block.caption,
                    name=block.caption or title or ", ".join(filter(None, block.head)),
                    head=block.head,
                    rows=block.rows,
                    numbers=block.numbers,
                    heading=heading_column(len(block.head), block.numbers),
                )


def heading_column(count: int, numbers: Collection[int]) -> int:
    """Return the column of a table that heads its rows: the first of words, if there is one."""
    return next((one for one in range(count) if one not in numbers), 0)


def _lists(items: tuple[Item, ...]) -> Iterator[SetBlock]:
    """Yield the lists of which items of any depth are the entries."""
    depth = min(item.depth for item in items)
    entries: list[list[Item]] = []
    for item in items:
        if entries and (item.depth > depth or item.goes_on):
            entries[-1].append(item)
        else:
            entries.append([item])
    for is_ordered, group in groupby(entries, lambda entry: entry[0].ordered):
        made = tuple(_entry(first, more, depth) for first, *more in group)
        yield SetBlock(is_ordered=is_ordered, entries=made)


def _entry(first: Item, more: list[Item], depth: int) -> SetEntry:
    parts: list[SetBlock] = []
    for is_deeper, group in groupby(more, lambda item: item.depth > depth):
        if is_deeper:
            parts += _lists(tuple(group))
        else:
            parts += (SetBlock(item.runs) for item in group)
    return SetEntry(first.runs, first.number if first.ordered else 0, tuple(parts))


def _bare(runs: Runs) -> str:
    return "".join(run.text for run in runs if not run.raised)
