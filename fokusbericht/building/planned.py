"""A site as it is planned: what is new, and what must be known of all that stays as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from fokusbericht.building.due import Made, Record, Records
from fokusbericht.building.output import Entry, Output
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


def written(output: Output) -> Written:
    """Return what must be known of an output when it is kept."""
    url, changed = output.entry or ("", None)
    day = changed.isoformat() if changed else ""
    return Written(output.path, output.source.path, output.source.line, url, day)


@dataclass(frozen=True, slots=True)
class Planned:
    """Outputs that are new, and those that are as they were."""

    outputs: Sequence[Output]
    kept: Sequence[Written]
    records: Records[Written]

    @classmethod
    def of(cls, made: Made[Output, Written]) -> "Planned":
        """Return a site from what was made of its plan."""
        return cls(made.new, made.kept, made.records)

    def entries(self) -> Iterator[Entry]:
        """Yield what the sitemap says of the pages."""
        entries = (one.entry for one in self.outputs), (one.entry() for one in self.kept)
        yield from filter(None, chain(*entries))

    def places(self) -> Iterator[tuple[str, Place]]:
        """Yield the path of each output, with the place it comes from."""
        yield from ((one.path, one.source) for one in self.outputs)
        yield from ((one.path, one.place()) for one in self.kept)

    def with_outputs(self, name: str, outputs: Sequence[Output]) -> "Planned":
        """Return the site with outputs that follow from all others, and are planned each time."""
        record = Record(frozenset(), tuple(map(written, outputs)))
        records = replace(self.records, batches={**self.records.batches, name: record})
        return Planned([*self.outputs, *outputs], self.kept, records)
