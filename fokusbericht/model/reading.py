"""What is read of a report while pages are planned: so they are planned anew only when due.

A spot is what can be read for itself: the head of a thing, a text, a title, or the answer of a
query. It is noted in the record that is open while it is read; where none is open, nothing is.
"""

from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

Spot = tuple[str, str]  # of what, and which: ("empfehlungen", "2022-01"), ("texte", "content/…")
NAMES, ALL = "*", "**"  # which there are, in their order; all of them as they are
TEXTS, QUERIES = "texte", "fragen"
INDIKATOREN, FIGURES = "indikatoren", "zahlen"  # what an indicator is; its cells with that

_records: list[set[Spot]] = []


def note(spot: Spot) -> None:
    """Note that something is read."""
    if _records:
        _records[-1].add(spot)


@dataclass(frozen=True, slots=True)
class Batch(Generic[T]):
    """What is made together, and anew only when what it was made from is new.

    What `make` reads of the report is recorded while it runs. The name is unique among those of
    one planner or check.
    """

    name: str
    make: Callable[[], Iterable[T]]


def unbatched(found: Iterable[T | Batch[T]]) -> Iterator[T]:
    """Yield all that is found, what is in batches where they stand."""
    for one in found:
        if isinstance(one, Batch):
            yield from one.make()
        else:
            yield one


@contextmanager
def recorded() -> Iterator[set[Spot]]:
    """Record what is read; whoever is recording already notes nothing of it."""
    spots: set[Spot] = set()
    _records.append(spots)
    try:
        yield spots
    finally:
        _records.pop()


class Watched(Mapping[K, T]):
    """A mapping that notes what is read of it."""

    __slots__ = ("kind", "things")

    def __init__(self, kind: str, things: Mapping[K, T]) -> None:
        self.kind = kind
        self.things = things

    def __getitem__(self, name: K) -> T:
        note((self.kind, str(name)))
        return self.things[name]

    def __contains__(self, name: object) -> bool:
        note((self.kind, str(name)))
        return name in self.things

    def __iter__(self) -> Iterator[K]:
        note((self.kind, NAMES))
        return iter(self.things)

    def __len__(self) -> int:
        note((self.kind, NAMES))
        return len(self.things)

    def values(self) -> ValuesView[T]:
        """Return all of them, which is one spot."""
        note((self.kind, ALL))
        return self.things.values()

    def items(self) -> ItemsView[K, T]:
        """Return all of them with their names, which is one spot."""
        note((self.kind, ALL))
        return self.things.items()


class WatchedCells(Mapping[K, T]):
    """The cells of an indicator: whoever reads any of them has read its figures."""

    __slots__ = ("name", "things")

    def __init__(self, name: str, things: Mapping[K, T]) -> None:
        self.name = name
        self.things = things

    def _read(self) -> Mapping[K, T]:
        note((FIGURES, self.name))
        return self.things

    def __getitem__(self, place: K) -> T:
        return self._read()[place]

    def __contains__(self, place: object) -> bool:
        return place in self._read()

    def __iter__(self) -> Iterator[K]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def values(self) -> ValuesView[T]:
        """Return all cells."""
        return self._read().values()

    def items(self) -> ItemsView[K, T]:
        """Return all cells, each with its place."""
        return self._read().items()


class WatchedSet(frozenset[K]):
    """A set that notes what is read of it."""

    KIND = "beispiele"

    def __contains__(self, name: object) -> bool:
        note((self.KIND, str(name)))
        return super().__contains__(name)

    def __iter__(self) -> Iterator[K]:
        note((self.KIND, NAMES))
        return super().__iter__()

    def __len__(self) -> int:
        note((self.KIND, NAMES))
        return super().__len__()


def unwatched(things: Mapping[K, T]) -> Mapping[K, T]:
    """Return a mapping that notes nothing."""
    return things.things if isinstance(things, Watched | WatchedCells) else things
