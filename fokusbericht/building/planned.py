"""A site as it is planned: what is new, and what must be known of all that stays as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from fokusbericht.building.due import Made, Record, Records
from fokusbericht.building.output import Offer, Output, PageNote, SitemapEntry
from fokusbericht.problems import Place


class Written(NamedTuple):
    """What must be known of an output that is kept: where it comes from, what lists say of it."""

    path: str
    file: str
    line: int
    url: str = ""
    changed: str = ""
    offer: Offer | None = None
    note: PageNote | None = None
    content: str = ""  # of open data: its print, for what lists tell of it

    def place(self) -> Place:
        """Return where it comes from."""
        return Place(self.file, self.line)

    def entry(self) -> SitemapEntry | None:
        """Return what the sitemap says of it; None of what is not in it."""
        day = date.fromisoformat(self.changed) if self.changed else None
        return SitemapEntry(self.url, day) if self.url else None


def written(output: Output) -> Written:
    """Return what must be known of an output when it is kept."""
    url, changed = output.entry or ("", None)
    day = changed.isoformat() if changed else ""
    source = output.source
    return Written(
        *(output.path, source.path, source.line, url, day),
        offer=output.offer,
        note=output.note,
        content=output.print_of_content() if output.offer else "",
    )


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

    def entries(self) -> Iterator[SitemapEntry]:
        """Yield what the sitemap says of the pages."""
        entries = (one.entry for one in self.outputs), (one.entry() for one in self.kept)
        yield from filter(None, chain(*entries))

    def offers(self) -> Iterator[tuple[Offer, str]]:
        """Yield what is said of all files of open data, in the order in which they are planned.

        With each stands the print of its content.
        """
        made = (one for record in self.records.batches.values() for one in record.made)
        yield from ((one.offer, one.content) for one in made if one.offer)

    def notes(self) -> Iterator[PageNote]:
        """Yield what pages say of themselves to those who search."""
        notes = chain((one.note for one in self.outputs), (one.note for one in self.kept))
        yield from sorted(filter(None, notes))

    def places(self) -> Iterator[tuple[str, Place]]:
        """Yield the path of each output, with the place it comes from."""
        yield from ((one.path, one.source) for one in self.outputs)
        yield from ((one.path, one.place()) for one in self.kept)

    def with_more(self, more: Made[Output, Written]) -> "Planned":
        """Return the site with more that was made of its plan."""
        outputs, kept = [*self.outputs, *more.new], [*self.kept, *more.kept]
        return Planned(outputs, kept, self.records.with_others(more.records))

    def with_outputs(self, name: str, outputs: Sequence[Output]) -> "Planned":
        """Return the site with outputs that follow from all others, and are planned each time."""
        record = Record(frozenset(), tuple(map(written, outputs)))
        records = replace(self.records, batches={**self.records.batches, name: record})
        return Planned([*self.outputs, *outputs], self.kept, records)
