"""The tables of one indicator: its ranking, and all areas in all years."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.rank import ranks
from fokusbericht.views import Cell, Link
from fokusbericht.words.kreiskarte import LEVELS, level_of
from fokusbericht.words.numbers import (
    area_url,
    interval_text,
    number_cell,
    sum_note,
)
from fokusbericht.words.secret import MARK_NOTE, RANK_NOTE, has_secret

INTERVAL_NOTE = (
    "Klein darunter: der Bereich, in dem der Anteil mit 95\u202f% Sicherheit liegt, wenn man "
    "bedenkt, wie sehr so kleine Zahlen zufällig schwanken."
)


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its downloads and notes."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    downloads: tuple[Link, ...]
    note: str = ""


def ranking_table(messung: Messung, year: int) -> TableView | None:
    """Return the areas by rank; None when there is nothing to compare."""
    indikator = messung.indikator
    values = messung.ranked(year)
    if len(values) < 2:
        return None
    places = ranks(values)
    ordered = sorted(values, key=lambda area: (places[area], messung.geografie.name_of(area)))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Cell(f"{places[area]}.", number=True),
            Cell(messung.geografie.name_of(area), area_url(messung.geografie, area)),
            _value_cell(messung, area, year),
        )
        for area in ordered
    )
    return TableView(
        head=(
            "Platz",
            LEVELS[level_of(messung)]["column"] if messung.has_map else "Raum",
            indikator.einheit or "Wert",
        ),
        rows=(*rows, *_unranked(messung, year)),
        caption=f"{indikator.titel} {year}, vom höchsten zum niedrigsten Wert",
        downloads=(),
        note=_ranking_note(messung, year),
    )


def _ranking_note(messung: Messung, year: int) -> str:
    indikator = messung.indikator
    secret = messung.has_map and messung.has_secret(year)
    notes = (INTERVAL_NOTE * indikator.unsicherheit, RANK_NOTE * secret)
    return " ".join(note for note in notes if note)


def _unranked(messung: Messung, year: int) -> Iterator[tuple[Cell, ...]]:
    """Yield the areas of the map whose figure rests on too few for a rank."""
    geografie = messung.geografie
    for area in messung.on_map(year):
        if messung.is_too_small(area, year):
            name, note = geografie.name_of(area), "zu klein für einen Rang"
            yield (
                Cell("–", number=True),
                Cell(name, area_url(geografie, area), note=note),
                _value_cell(messung, area, year),
            )


def _value_cell(messung: Messung, area: str, year: int) -> Cell:
    indikator = messung.indikator
    figure = messung.levels[area][year]
    note = interval_text(indikator, area, year) if figure.value is not None else ""
    return Cell(number_cell(indikator, figure).text, number=True, note=note)


def whole_table(messung: Messung, year: int) -> TableView:
    """Return all areas in all years; the note tells what its marks mean."""
    indikator = messung.indikator
    years = sorted({year for series in messung.levels.values() for year in series})
    rows = tuple(
        (
            Cell(messung.geografie.name_of(area), area_url(messung.geografie, area)),
            *(number_cell(indikator, messung.at(area, year)) for year in years),
        )
        for area in table_areas(messung)
    )
    unit = f" ({indikator.einheit})" if indikator.einheit else ""
    notes = (sum_note(messung, year), _secret_note(messung))
    return TableView(
        head=("Raum", *(str(year) for year in years)),
        rows=rows,
        caption=f"{indikator.titel}{unit}, alle Räume und Jahre",
        downloads=(),
        note=" ".join(note for note in notes if note),
    )


def _secret_note(messung: Messung) -> str:
    figures = (figure for series in messung.levels.values() for figure in series.values())
    return MARK_NOTE if has_secret(figures) else ""


def table_areas(messung: Messung) -> tuple[str, ...]:
    """Return all areas with figures: county, Land, Bund, rooms, Ämter, Kommunen, other counties."""
    geografie = messung.geografie
    order = (
        *(geografie.schluessel, *geografie.measures()),
        *geografie.raeume,
        *sorted(geografie.aemter, key=geografie.name_of),
        *sorted(geografie.kommunen, key=lambda ags: geografie.kommunen[ags].name),
        *geografie.quartiere,
        *messung.counties,
    )
    return tuple(dict.fromkeys(area for area in order if area in messung.levels))
