"""The table under the Kreiskarte: all Kommunen with rank and figure, as the map shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.statistics.rank import ranks
from fokusbericht.statistics.rounding import shown
from fokusbericht.urls import url_of
from fokusbericht.views import Cell
from fokusbericht.words.numbers import FEW_RANKED, area_url, ranked_values, worded_cell
from fokusbericht.words.secret import WORDS_NOTE, has_secret_kommune


@dataclass(frozen=True, slots=True)
class TableOfMap:
    """Rows from the highest value to the lowest, those without a rank last.

    `is_secret` says that a figure is hidden; the note on that is there for scripts in any case.
    """

    title: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_secret: bool
    note: str


def table_of_map(report: Report, indikator: Indikator, levels: Levels, year: int) -> TableOfMap:
    """Return the figures of all Kommunen in one year."""
    return TableOfMap(
        title=f"Alle {len(report.geografie.kommunen)} Kommunen",
        caption=f"{indikator.titel} {year}, alle Kommunen",
        head=("Rang", "Kommune", "Betrachtungsraum", indikator.einheit or "Wert"),
        rows=tuple(_rows(report, indikator, levels, year)),
        is_secret=has_secret_kommune(report, levels, year),
        note=WORDS_NOTE,
    )


def _rows(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> Iterator[tuple[Cell, ...]]:
    digits, geografie = indikator.dezimalstellen, report.geografie
    values = {
        ags: shown(figure.value, digits)
        for ags in geografie.kommunen
        if (figure := levels.get(ags, {}).get(year)) and figure.value is not None
    }
    ranked = ranked_values(report, indikator, levels, year)
    places = ranks({ags: values[ags] for ags in ranked}) if len(ranked) >= FEW_RANKED else {}
    top = max(map(abs, values.values()), default=0)
    for kommune in sorted(
        geografie.kommunen.values(),
        key=lambda one: (one.ags not in values, -values.get(one.ags, 0), one.name),
    ):
        place = places.get(kommune.ags)
        bar = round(max(values.get(kommune.ags, 0), 0) / top * 100, 1) if top else 0.0
        number = worded_cell(indikator, levels.get(kommune.ags, {}).get(year))
        yield (
            Cell(f"{place}." if place else "–", number=True),
            Cell(kommune.name, url_of(report, kommune.key)),
            Cell(geografie.raeume[kommune.raum].name, area_url(report, kommune.raum)),
            Cell(number.text, number=True, bar=bar, note=number.note),
        )
