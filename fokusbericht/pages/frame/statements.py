"""What stands beside single statements: marks that lead to their sources, corrections."""

from collections.abc import Iterable
from dataclasses import dataclass

from fokusbericht.model.base import Thing
from fokusbericht.words.phrases import when


@dataclass(frozen=True, slots=True)
class SourceMark:
    """The number of a source on this page, and what the source is."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What was published wrong, what is right, and why; the date as "im Oktober 2023"."""

    date: str
    before: str
    after: str
    reason: str
    sources: tuple[str, ...]


def source_marks(thing: Thing, names: tuple[str, ...]) -> tuple[SourceMark, ...]:
    """Return marks for the sources that a statement names by their short names."""
    return tuple(
        SourceMark(number, quelle.name)
        for number, quelle in enumerate(thing.quellen, start=1)
        if quelle.kuerzel and quelle.kuerzel in names
    )


def corrections_of(things: Iterable[Thing]) -> tuple[CorrectionView, ...]:
    """Return what was corrected of some things, the newest first."""
    found = [(one, thing) for thing in things for one in thing.berichtigungen]
    found.sort(key=lambda each: each[0].datum.latest(), reverse=True)
    return tuple(
        CorrectionView(
            date=when(one.datum),
            before=one.war.rstrip("."),
            after=one.ist.rstrip("."),
            reason=one.grund,
            sources=tuple(mark.name for mark in source_marks(thing, one.belege)),
        )
        for one, thing in found
    )
