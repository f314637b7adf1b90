"""A text in parts: one for each heading of the second level."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.text.prose.anchors import anchor
from fokusbericht.text.prose.blocks import Heading, Reading
from fokusbericht.text.prose.plain import plain
from fokusbericht.text.prose.reading import read


@dataclass(frozen=True, slots=True)
class Section:
    """A part under its heading; the first part of a text may have none."""

    title: str
    anchor: str
    source: str


def sections(source: str) -> Iterator[Section]:
    """Yield the parts of a text; each knows the notes that any part explains."""
    reading = read(source)
    heads = [one for one in reading.blocks if isinstance(one, Heading) and one.level == 2]
    starts = [source.rfind("\n", 0, head.words.offset) + 1 for head in heads]
    notes = _notes(reading, source)
    before = source[: starts[0]] if starts else source
    if before.strip():
        yield Section("", "", _with(before, notes))
    for head, start, end in zip(heads, starts, [*starts, len(source)][1:], strict=True):
        title = plain(head.words.text)
        body = source[start:end].partition("\n")[2]
        yield Section(title, head.anchor or anchor(title), _with(body, notes))


def _notes(reading: Reading, source: str) -> str:
    """Return all notes and addresses as they are written, to stand under each part."""
    notes = (source[one.offset : one.offset + one.length] for one in reading.notes.values())
    addresses = (
        f"[{name}]: <{address}>" + f' "{title}"' * bool(title)
        for name, (address, title) in reading.addresses.items()
    )
    return "\n\n".join((*notes, *addresses))


def _with(part: str, notes: str) -> str:
    return f"{part.rstrip()}\n\n{notes}" if notes and "[" in part else part
