"""What is due: things are made anew only when something they were made from is new.

Whoever makes them – a planner, a check – runs in a record of what it reads, and so does each of its
batches. The next build holds the prints of what was read against those of today, and runs what
differs; the rest is known from what the last build left behind.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from fokusbericht.building.prints import Prints
from fokusbericht.model.reading import QUERIES, Batch, Spot, note, recorded
from fokusbericht.model.report import Report

T = TypeVar("T")  # what is made
N = TypeVar("N")  # what is noted of it


@dataclass(frozen=True, slots=True)
class Record(Generic[N]):
    """What a maker or a batch read, and what it made."""

    spots: frozenset[Spot]
    made: tuple[N, ...]


@dataclass(frozen=True, slots=True)
class Records(Generic[N]):
    """What all makers read and made, for the next build."""

    batches: Mapping[str, Record[N]] = field(default_factory=dict)
    questions: Mapping[str, frozenset[Spot]] = field(default_factory=dict)
    prints: Mapping[Spot, str] = field(default_factory=dict)

    def with_others(self, others: "Records[N]") -> "Records[N]":
        """Return these and others as one."""
        return Records(
            {**self.batches, **others.batches},
            {**self.questions, **others.questions},
            {**self.prints, **others.prints},
        )


@dataclass(frozen=True, slots=True)
class Made(Generic[T, N]):
    """What is new, and the notes of what is as it was."""

    new: Sequence[T]
    kept: Sequence[N]
    records: Records[N]


Ask = Callable[[Report], Iterable[T | Batch[T]]]
Maker = tuple[str, Callable[[], Ask[T]]]  # a name; what is asked, read when it is due


def make_due(
    makers: Sequence[Maker[T]],
    report: Report,
    prints: Prints,
    before: Records[N],
    note: Callable[[T], N],
) -> Made[T, N]:
    """Let those run of the makers, and of their batches, that read something new.

    `report` is watched; `note` tells what is to be known of a thing when it is kept.
    """
    return _Making(report, prints, before, note).run(makers)


class _Making(Generic[T, N]):
    def __init__(
        self, report: Report, prints: Prints, before: Records[N], note: Callable[[T], N]
    ) -> None:
        self.report = report
        self.prints = prints
        self.before = before
        self.note_of = note
        self.new: list[T] = []
        self.kept: list[N] = []
        self.batches: dict[str, Record[N]] = {}
        self._same: dict[Spot, bool] = {}

    def run(self, makers: Sequence[Maker[T]]) -> Made[T, N]:
        parts = _parts(self.before.batches)
        for name, asked in makers:
            own, batches = self.before.batches.get(name), parts.get(name, {})
            if own and self._is_same(own) and all(map(self._is_same, batches.values())):
                self._keep(name, own)
                for key, record in batches.items():
                    self._keep(key, record)
            else:
                self._ask(name, asked(), own)
        return Made(self.new, self.kept, self._records())

    def _ask(self, name: str, ask: Ask[T], own: Record[N] | None) -> None:
        """Ask a maker; of its batches run those that are due, or all if it read something new."""
        with recorded() as spots:
            found = list(ask(self.report))
        is_same = own is not None and self._is_same(own)
        if own and is_same:
            self._keep(name, own)
        else:
            self._note(name, spots, [one for one in found if not isinstance(one, Batch)])
        for batch in found:
            if isinstance(batch, Batch):
                key = f"{name}:{batch.name}"
                record = self.before.batches.get(key)
                if is_same and record and self._is_same(record):
                    self._keep(key, record)
                else:
                    self._run(key, batch)

    def _run(self, key: str, batch: Batch[T]) -> None:
        with recorded() as spots:
            made = list(batch.make())
        self._note(key, spots, made)

    def _note(self, key: str, spots: Iterable[Spot], made: Sequence[T]) -> None:
        self.batches[key] = Record(frozenset(spots), tuple(map(self.note_of, made)))
        self.new += made

    def _keep(self, key: str, record: Record[N]) -> None:
        self.batches[key] = record
        self.kept += record.made

    def _is_same(self, record: Record[N]) -> bool:
        return all(map(self._reads_same, record.spots))

    def _reads_same(self, spot: Spot) -> bool:
        """Say whether the same is read at a spot as before; of a question, the same answer."""
        if spot not in self._same:
            kind, name = spot
            if kind == QUERIES:
                asked = self.before.questions.get(name)
                self._same[spot] = asked is not None and all(map(self._reads_same, asked))
            else:
                self._same[spot] = self.before.prints.get(spot) == self.prints.of(spot)
        return self._same[spot]

    def _records(self) -> Records[N]:
        """Return what must be known of this making: of what was read, its print."""
        asked = {name: frozenset(spots) for name, spots in self.report.asked.items()}
        questions: dict[str, frozenset[Spot]] = {}
        prints: dict[Spot, str] = {}
        waiting = [spot for record in self.batches.values() for spot in record.spots]
        while waiting:
            kind, name = spot = waiting.pop()
            if kind != QUERIES:
                prints.setdefault(spot, self.prints.of(spot))
            elif name not in questions:
                questions[name] = asked[name] if name in asked else self.before.questions[name]
                waiting += questions[name]
        return Records(self.batches, questions, prints)


def _parts(batches: Mapping[str, Record[N]]) -> dict[str, dict[str, Record[N]]]:
    """Return the batches of each maker."""
    found: dict[str, dict[str, Record[N]]] = {}
    for key, record in batches.items():
        maker, colon, _ = key.partition(":")
        if colon:
            found.setdefault(maker, {})[key] = record
    return found


def maker_of(module: Any, name: str = "") -> Maker[Any]:
    """Return a module as a maker: asked for batches, if it has some, else for what it is made for.

    The verb is that of its room: a page is planned, a rule checked.
    """
    told = str(module.__name__).removeprefix("fokusbericht.")
    return told, lambda: getattr(module, "batches", None) or getattr(module, name)


def told_maker(module: Any, spot: Spot, told: object) -> Maker[Any]:
    """Return a module as a maker that is told what others have made, as what it reads at a spot."""
    name, _ = maker_of(module)

    def plan(report: Report) -> Iterable[Any]:
        note(spot)
        found: Iterable[Any] = module.plan(report, told)
        return found

    return name, lambda: plan
