"""Notes have names of their own, so that what refers to them can find them."""

from collections import Counter
from collections.abc import Iterator

from .condition import Condition
from .document import Document


def unnamed(document: Document) -> Iterator[str]:
    for note in document.all("Note"):
        if not str(note.source.get("/ID", "")):
            yield document.where(note)


def same_name(document: Document) -> Iterator[str]:
    names = Counter(str(one.source.ID) for one in document.all("Note") if "/ID" in one.source)
    yield from (f"{times} notes are „{name}“" for name, times in names.items() if times > 1)


CONDITIONS = (
    Condition("19-003", "note without ID", unnamed),
    Condition("19-004", "notes of one ID", same_name),
)
