"""Tables of open data: each column with its meaning, where it is declared."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from fokusbericht.exports.daten.plain import permalink, sources, yes_no
from fokusbericht.model.base import Thing
from fokusbericht.model.report import Report

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)
SomeThing = TypeVar("SomeThing", bound=Thing)
CsvRow = tuple[str, ...]

EXAMPLE = "ja: erdachter Inhalt, der nur zeigt, wie die Seite gemeint ist; nein: echter Inhalt"
VORLAGE_URL = "Adresse der Vorlage im Kreistagsinformationssystem"
DAY = (
    "so weit bekannt: JJJJ, JJJJ-MM oder JJJJ-MM-TT; Frühjahr, Sommer und Herbst als JJJJ-21 bis "
    "JJJJ-23 (ISO 8601-2)"
)


@dataclass(frozen=True, slots=True)
class Column(Generic[T_contra]):
    """A column: its name for ever, what it means, and what stands in it."""

    name: str
    meaning: str
    cell: Callable[[Report, T_contra], str]


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table below /daten/: what a row is, its columns as (name, meaning), its rows."""

    name: str
    title: str
    columns: tuple[tuple[str, str], ...]
    rows: Callable[[Report], tuple[CsvRow, ...]]

    @property
    def url(self) -> str:
        """Return its address."""
        return f"/daten/{self.name}.csv"

    @property
    def head(self) -> CsvRow:
        """Return the names of the columns."""
        return tuple(name for name, _ in self.columns)


def table(
    name: str,
    title: str,
    columns: Sequence[Column[T]],
    items: Callable[[Report], Iterable[T]],
) -> OpenTable:
    """Return a table whose rows are items of one kind."""

    def rows(report: Report) -> tuple[CsvRow, ...]:
        return tuple(
            tuple(column.cell(report, item) for column in columns) for item in items(report)
        )

    return OpenTable(name, title, tuple((one.name, one.meaning) for one in columns), rows)


def by_key(things: Iterable[SomeThing]) -> list[SomeThing]:
    """Return things by their key."""
    return sorted(things, key=lambda one: one.key)


# What every table of things begins and ends with.
HEAD: tuple[Column[Thing], ...] = (
    Column("id", "Kennung; sie bleibt", lambda _, one: one.key.name),
    Column("adresse", "Adresse der Seite", lambda report, one: permalink(report, one.key)),
    Column("beispiel", EXAMPLE, lambda _, one: yes_no(one.beispiel)),
    Column("titel", "Überschrift", lambda _, one: one.titel),
)
TAIL: tuple[Column[Thing], ...] = (
    Column("geaendert", "Tag der letzten Änderung", lambda _, one: one.geaendert.isoformat()),
    Column(
        "quellen",
        "Quellen, je mit Adresse in spitzen Klammern, wo es eine gibt",
        lambda _, one: sources(one.quellen),
    ),
)
