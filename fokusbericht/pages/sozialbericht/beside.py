"""What stands beside an indicator: the other parts of its subject, or the same by other sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.figures.grouping import ListEntry, Member, entry_of
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.urls import url_of
from fokusbericht.views import Cell
from fokusbericht.words.numbers import value_text

HERE = "diese Seite"
LOWEST = {Ebene.KOMMUNE: "Kommunen", Ebene.AMT: "Ämter", Ebene.KREIS: "den Kreis"}
EVERY = "jede Kommune"


@dataclass(frozen=True, slots=True)
class BesideView:
    """All series of a group, with their last figures; whom they are there for, and their source."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def beside_view(report: Report, indikator: Indikator) -> BesideView | None:
    """Return the series of the group an indicator stands in; None of one that stands alone."""
    entry = entry_of(report, indikator.key.name)
    if not entry.group:
        return None
    areas = tuple(_areas(report, entry))
    names = (report.geografie.name_of(area) for area in areas)
    head = ("Zahl", "Jahr", *names)
    rows = tuple(_row(report, one, areas, one.indikator == indikator) for one in entry.members)
    return BesideView(entry.title, head, rows)


def _areas(report: Report, entry: ListEntry) -> Iterator[str]:
    """Yield the county, and of Land and Bund what any of the series has a figure of."""
    shown = [messungen(report)[one.indikator.key.name] for one in entry.members]
    geografie = report.geografie
    yield geografie.schluessel
    for area in geografie.measures():
        if any(one.figure(area, _year(one)).value is not None for one in shown):
            yield area


def _row(report: Report, one: Member, areas: tuple[str, ...], here: bool) -> tuple[Cell, ...]:
    indikator = one.indikator
    messung = messungen(report)[indikator.key.name]
    year = _year(messung)
    told = (HERE * here, f"für {_lowest(messung)}", indikator.quelle.name)
    name = Cell(one.name, url_of(report, indikator.key), note=" · ".join(filter(None, told)))
    figures = (Cell(_text(messung, area, year), number=True) for area in areas)
    return (name, Cell(str(year)), *figures)


def _lowest(messung: Messung) -> str:
    """Return what has figures: each Kommune in the last year, or some, or Ämter, or the county."""
    last = messung.local_years[-1:] if messung.is_local else ()
    is_whole = any(len(messung.on_map(year)) == len(messung.lowest) for year in last)
    return EVERY if is_whole else LOWEST[messung.indikator.ebene]


def _year(messung: Messung) -> int:
    return messung.latest_year((messung.own,)) or messung.year


def _text(messung: Messung, area: str, year: int) -> str:
    figure = messung.levels.get(area, {}).get(year)
    return "" if figure is None else value_text(messung.indikator, figure)
