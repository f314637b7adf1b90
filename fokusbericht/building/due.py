"""What is due: outputs are planned anew only when something they were planned from is new.

Each planner runs in a record of what it reads, and so does each of its batches. The next build
holds the prints of what was read against those of today, and plans what differs; the rest is known
from the memory beside the site.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import Any, NamedTuple, Protocol

from fokusbericht.building.output import Batch, Entry, Output
from fokusbericht.building.prints import Prints
from fokusbericht.model.reading import QUERIES, Spot, recorded
from fokusbericht.model.report import Report
from fokusbericht.problems import Place


class Written(NamedTuple):
    """What must be known of an output that is kept: where it comes from, what the sitemap says."""

    path: str
    file: str
    line: int
    url: str = ""
    changed: str = ""

    def place(self) -> Place:
        """Return where it comes from."""
        return Place(self.file, self.line)

    def entry(self) -> Entry | None:
        """Return what the sitemap says of it; None of what is not in it."""
        day = date.fromisoformat(self.changed) if self.changed else None
        return Entry(self.url, day) if self.url else None


class Planner(Protocol):
    """A module that plans outputs."""

    __name__: str

    def plan(self, report: Report) -> Iterable[Output]: ...


@dataclass(frozen=True, slots=True)
class Record:
    """What a planner or a batch read, and what it planned."""

    spots: frozenset[Spot]
    outputs: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """What the planning of a site read and made, for the next build."""

    batches: Mapping[str, Record] = field(default_factory=dict)
    questions: Mapping[str, frozenset[Spot]] = field(default_factory=dict)
    prints: Mapping[Spot, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Planned:
    """A site as it is planned: outputs that are new, and those that are as they were."""

    outputs: Sequence[Output]
    kept: Sequence[Written]
    records: Records


def plan_due(planners: Sequence[Planner], report: Report, before: Records) -> Planned:
    """Plan what is due of a site; `report` is watched."""
    return _Planning(report, before).run(planners)


def _asked(planner: Planner) -> Callable[[Report], Iterable[Output | Batch]]:
    """Return what a planner is asked by: for batches, if it has some."""
    found: Callable[[Report], Iterable[Output | Batch]] = getattr(planner, "batches", planner.plan)
    return found


class _Planning:
    def __init__(self, report: Report, before: Records) -> None:
        self.report = report
        self.before = before
        self.prints = Prints(report)
        self.outputs: list[Output] = []
        self.kept: list[Written] = []
        self.batches: dict[str, Record] = {}
        self._same: dict[Spot, bool] = {}

    def run(self, planners: Sequence[Planner]) -> Planned:
        parts = _parts(self.before.batches)
        for planner in planners:
            name = planner.__name__.removeprefix("fokusbericht.")
            own, batches = self.before.batches.get(name), parts.get(name, {})
            if own and self._is_same(own) and all(map(self._is_same, batches.values())):
                self._keep(name, own)
                for key, record in batches.items():
                    self._keep(key, record)
            else:
                self._plan(planner, name, own)
        return Planned(self.outputs, self.kept, self._records())

    def _plan(self, planner: Planner, name: str, own: Record | None) -> None:
        """Run a planner; of its batches those that are due, or all if it read something new."""
        with recorded() as spots:
            planned = list(_asked(planner)(self.report))
        outputs = [one for one in planned if isinstance(one, Output)]
        is_same = own is not None and self._is_same(own)
        if own and is_same:
            self._keep(name, own)
        else:
            self._note(name, spots, outputs)
        for batch in planned:
            if isinstance(batch, Batch):
                key = f"{name}:{batch.name}"
                record = self.before.batches.get(key)
                if is_same and record and self._is_same(record):
                    self._keep(key, record)
                else:
                    self._run(key, batch)

    def _run(self, key: str, batch: Batch) -> None:
        with recorded() as spots:
            outputs = list(batch.plan())
        self._note(key, spots, outputs)

    def _note(self, key: str, spots: Iterable[Spot], outputs: Sequence[Output]) -> None:
        self.batches[key] = Record(frozenset(spots), tuple(map(_written, outputs)))
        self.outputs += outputs

    def _keep(self, key: str, record: Record) -> None:
        self.batches[key] = record
        self.kept += record.outputs

    def _is_same(self, record: Record) -> bool:
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

    def _records(self) -> Records:
        """Return what must be known of this planning: of what was read, its print."""
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


def _parts(batches: Mapping[str, Record]) -> dict[str, dict[str, Record]]:
    """Return the batches of each planner."""
    found: dict[str, dict[str, Record]] = {}
    for key, record in batches.items():
        planner, colon, _ = key.partition(":")
        if colon:
            found.setdefault(planner, {})[key] = record
    return found


def _written(output: Output) -> Written:
    url, changed = output.entry or ("", None)
    day = changed.isoformat() if changed else ""
    return Written(output.path, output.source.path, output.source.line, url, day)


def entries_of(planned: Planned) -> Iterator[Entry]:
    """Yield what the sitemap says of the pages of a site."""
    entries = (one.entry for one in planned.outputs), (one.entry() for one in planned.kept)
    yield from filter(None, chain(*entries))


def with_outputs(planned: Planned, name: str, outputs: Sequence[Output]) -> Planned:
    """Return a site with outputs that follow from all others, and are planned each time."""
    record = Record(frozenset(), tuple(map(_written, outputs)))
    records = replace(planned.records, batches={**planned.records.batches, name: record})
    return Planned([*planned.outputs, *outputs], planned.kept, records)


def places_of(planned: Planned) -> Iterator[tuple[str, Place]]:
    """Yield the path of each output of a site, with the place it comes from."""
    yield from ((one.path, one.source) for one in planned.outputs)
    yield from ((one.path, one.place()) for one in planned.kept)


# --- As a note in the memory of a site ------------------------------------------------------------


def as_note(records: Records) -> dict[str, object]:
    """Return records as plain data; spots are told by their number."""
    spots = sorted(
        {*records.prints, *((QUERIES, name) for name in records.questions)},
    )
    number = {spot: at for at, spot in enumerate(spots)}

    def told(some: Iterable[Spot]) -> list[int]:
        return sorted(number[spot] for spot in some)

    return {
        "spots": spots,
        "prints": [records.prints.get(spot, "") for spot in spots],
        "questions": {name: told(some) for name, some in records.questions.items()},
        "batches": {
            key: [told(one.spots), [[*made] for made in one.outputs]]
            for key, one in records.batches.items()
        },
    }


def from_note(note: Any) -> Records:
    """Return the records that a note holds; none where it is no such note."""
    try:
        return _from(note)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return Records()


def _from(note: Any) -> Records:
    spots = [(str(kind), str(name)) for kind, name in note["spots"]]

    def read(numbers: Iterable[int]) -> frozenset[Spot]:
        return frozenset(spots[at] for at in numbers)

    return Records(
        {
            key: Record(read(numbers), tuple(Written(*one) for one in made))
            for key, (numbers, made) in note["batches"].items()
        },
        {name: read(numbers) for name, numbers in note["questions"].items()},
        dict(zip(spots, note["prints"], strict=True)),
    )
