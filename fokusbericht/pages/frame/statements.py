"""What stands beside single statements: marks that lead to their sources, corrections."""

from dataclasses import dataclass

from fokusbericht.model.base import Thing
from fokusbericht.text.formatting import format_date


@dataclass(frozen=True, slots=True)
class SourceMark:
    """The number of a source on this page, and what the source is."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What was published wrong, what is right, and why."""

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


def corrections_of(thing: Thing | None) -> tuple[CorrectionView, ...]:
    """Return what was corrected of a thing, the newest first; nothing without one."""
    if thing is None:
        return ()
    found = sorted(thing.berichtigungen, key=lambda one: one.datum.latest(), reverse=True)
    return tuple(
        CorrectionView(
            date=format_date(one.datum),
            before=one.war,
            after=one.ist,
            reason=one.grund,
            sources=tuple(mark.name for mark in source_marks(thing, one.belege)),
        )
        for one in found
    )
