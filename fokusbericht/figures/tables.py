"""The tables of one indicator: its ranking, and all areas in all years."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.statistics.rank import ranks
from fokusbericht.urls import url_of
from fokusbericht.views import Cell, Link
from fokusbericht.words.numbers import (
    area_name,
    area_url,
    county_keys,
    distinct_name,
    interval_text,
    is_too_small,
    number_cell,
    ranked_values,
    sum_note,
)
from fokusbericht.words.secret import MARK_NOTE, RANK_NOTE, has_secret, has_secret_kommune

INTERVAL_NOTE = (
    "Klein darunter: der Bereich, in dem der Anteil mit 95\u202f% Sicherheit liegt, wenn man "
    "bedenkt, wie sehr so kleine Zahlen zufällig schwanken (Intervall nach Wilson)."
)


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its downloads and notes."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    downloads: tuple[Link, ...]
    note: str = ""


def ranking_table(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> TableView | None:
    """Return the areas by rank; None when there is nothing to compare."""
    values = ranked_values(report, indikator, levels, year)
    if len(values) < 2:
        return None
    places = ranks(values)
    ordered = sorted(values, key=lambda area: (places[area], area_name(report, area)))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Cell(f"{places[area]}.", number=True),
            Cell(area_name(report, area), area_url(report, area)),
            _value_cell(indikator, levels, area, year),
        )
        for area in ordered
    )
    return TableView(
        head=(
            "Platz",
            "Kommune" if indikator.ebene is Ebene.KOMMUNE else "Raum",
            indikator.einheit or "Wert",
        ),
        rows=(*rows, *_unranked(report, indikator, levels, year)),
        caption=f"{indikator.titel} {year}, vom höchsten zum niedrigsten Wert",
        downloads=(),
        note=_ranking_note(report, indikator, levels, year),
    )


def _ranking_note(report: Report, indikator: Indikator, levels: Levels, year: int) -> str:
    secret = indikator.ebene is Ebene.KOMMUNE and has_secret_kommune(report, levels, year)
    notes = (INTERVAL_NOTE * indikator.unsicherheit, RANK_NOTE * secret)
    return " ".join(note for note in notes if note)


def _unranked(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> Iterator[tuple[Cell, ...]]:
    """Yield the Kommunen whose figure rests on too few for a rank."""
    for ags, kommune in report.geografie.kommunen.items():
        figure = levels.get(ags, {}).get(year)
        if figure and figure.value is not None and is_too_small(report, indikator, ags, year):
            yield (
                Cell("–", number=True),
                Cell(kommune.name, area_url(report, ags), note="zu klein für einen Rang"),
                _value_cell(indikator, levels, ags, year),
            )


def _value_cell(indikator: Indikator, levels: Levels, area: str, year: int) -> Cell:
    figure = levels[area][year]
    note = interval_text(indikator, area, year) if figure.value is not None else ""
    return Cell(number_cell(indikator, figure).text, number=True, note=note)


def whole_table(report: Report, indikator: Indikator, levels: Levels, year: int) -> TableView:
    """Return all areas in all years; the note tells what its marks mean."""
    years = sorted({year for series in levels.values() for year in series})
    rows = tuple(
        (
            Cell(distinct_name(report, area), area_url(report, area)),
            *(number_cell(indikator, levels[area].get(year)) for year in years),
        )
        for area in table_areas(report, levels)
    )
    unit = f" ({indikator.einheit})" if indikator.einheit else ""
    address = url_of(report, indikator.key)
    notes = (sum_note(report, indikator, levels, year), _secret_note(levels))
    return TableView(
        head=("Raum", *(str(year) for year in years)),
        rows=rows,
        caption=f"{indikator.titel}{unit}, alle Räume und Jahre",
        downloads=(
            Link("Alle Werte als CSV", f"{address}daten.csv"),
            Link("Werte und Beschreibung als JSON", f"{address}daten.json"),
        ),
        note=" ".join(note for note in notes if note),
    )


def _secret_note(levels: Levels) -> str:
    figures = (figure for series in levels.values() for figure in series.values())
    return MARK_NOTE if has_secret(figures) else ""


def table_areas(report: Report, levels: Levels) -> tuple[str, ...]:
    """Return all areas with figures: county, Land, Bund, rooms, Kommunen, other counties."""
    geografie = report.geografie
    order = (
        *(geografie.schluessel, "01", "D"),
        *geografie.raeume,
        *sorted(geografie.kommunen, key=lambda ags: geografie.kommunen[ags].name),
        *geografie.quartiere,
        *county_keys(report, levels),
    )
    return tuple(dict.fromkeys(area for area in order if area in levels))
