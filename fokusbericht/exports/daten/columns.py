"""Tables of open data: each column with its meaning, where it is declared."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Literal, NamedTuple, TypeVar

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


class ColumnKind(Enum):
    """What a cell of a column can hold; an empty one says that nothing is known or there is none.

    The value is what it is called where columns are described.
    """

    TEXT = "Text"
    NUMBER = "Zahl"
    INTEGER = "ganze Zahl"
    FLAG = "ja oder nein"
    DAY = "Tag"
    DATE = "Datum, so weit bekannt"
    LIST = "mehrere Werte"


@dataclass(frozen=True, slots=True)
class Column(Generic[T_contra]):
    """A column: its name for ever, what it means, and what stands in it.

    A cell that holds keys of things names the table in which these are rows (`refers`).
    """

    name: str
    meaning: str
    cell: Callable[[Report, T_contra], str]
    kind: ColumnKind = ColumnKind.TEXT
    refers: str = ""


class OpenColumn(NamedTuple):
    """What is said of a column: its name, its meaning, what it holds, whose keys these are."""

    name: str
    meaning: str
    kind: ColumnKind = ColumnKind.TEXT
    refers: str = ""


def of_texts(report: Report) -> str:
    """Return the terms under which texts of the report may be used."""
    return report.kreis.lizenz_texte


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table below /daten/: what a row is, its columns, by which a row is known, its rows."""

    name: str
    title: str
    columns: tuple[OpenColumn, ...]
    key: tuple[str, ...]
    rows: Callable[[Report], tuple[CsvRow, ...]]
    section: Literal["empfehlungen", "zahlen"] = "empfehlungen"
    terms: Callable[[Report], str] = of_texts  # the licence, or where it stands
    prints: Callable[[Report], object] | None = None  # what tells its rows apart, if not they
    short: str = ""  # its title where there is little room: on a sheet of Excel

    @property
    def url(self) -> str:
        """Return its address as CSV."""
        return f"/daten/{self.name}.csv"

    @property
    def json_url(self) -> str:
        """Return its address as JSON."""
        return f"/daten/{self.name}.json"

    @property
    def name_in_short(self) -> str:
        """Return its title, in few words."""
        return self.short or self.title

    @property
    def head(self) -> CsvRow:
        """Return the names of the columns."""
        return tuple(one.name for one in self.columns)

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Return the names of the columns, each with its meaning."""
        return tuple((one.name, one.meaning) for one in self.columns)


def table(
    name: str,
    title: str,
    columns: Sequence[Column[T]],
    items: Callable[[Report], Iterable[T]],
    key: Sequence[str] = ("id",),
    short: str = "",
) -> OpenTable:
    """Return a table whose rows are items of one kind."""

    def rows(report: Report) -> tuple[CsvRow, ...]:
        return tuple(
            tuple(column.cell(report, item) for column in columns) for item in items(report)
        )

    told = (OpenColumn(one.name, one.meaning, one.kind, one.refers) for one in columns)
    return OpenTable(name, title, tuple(told), tuple(key), rows, short=short)


def by_key(things: Iterable[SomeThing]) -> list[SomeThing]:
    """Return things by their key."""
    return sorted(things, key=lambda one: one.key)


# What every table of things begins and ends with.
HEAD: tuple[Column[Thing], ...] = (
    Column("id", "Kennung; sie bleibt", lambda _, one: one.key.name),
    Column("adresse", "Adresse der Seite", lambda report, one: permalink(report, one.key)),
    Column("beispiel", EXAMPLE, lambda _, one: yes_no(one.beispiel), ColumnKind.FLAG),
    Column("titel", "Überschrift", lambda _, one: one.titel),
)
TAIL: tuple[Column[Thing], ...] = (
    Column(
        "geaendert",
        "Tag der letzten Änderung",
        lambda _, one: one.geaendert.isoformat(),
        ColumnKind.DAY,
    ),
    Column(
        "quellen",
        "Quellen, je mit Adresse in spitzen Klammern, wo es eine gibt",
        lambda _, one: sources(one.quellen),
        ColumnKind.LIST,
    ),
)
