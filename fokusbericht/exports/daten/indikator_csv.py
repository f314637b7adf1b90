"""An indicator's figures as CSV: all of them, those of the map, of the course, of the ranking.

ebene;raum_schluessel;raum;jahr;wert;einheit;quelle;lizenz
kommune;01056015;Elmshorn;2022;38,8;%;"Statistische Ämter …, Zensus 2022";"Datenlizenz …"
"""

from collections.abc import Iterable

from fokusbericht.exports.daten.forms import Form
from fokusbericht.exports.table import AREA_HEAD, area_cells, csv_bytes, csv_number
from fokusbericht.figures.pictures import drawn_areas
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.model.kreis import Kreis
from fokusbericht.statistics.messung import Messung

HEAD = (*AREA_HEAD, "jahr", "wert", "einheit", "quelle", "lizenz")


def everything(_: Kreis, messung: Messung) -> bytes:
    """Return all figures of all areas."""
    return _table(messung, ((area, year) for area, one in messung.levels.items() for year in one))


def map_values(messung: Messung) -> bytes:
    """Return the figures that the map shows."""
    areas, year = messung.lowest, messung.year
    return _table(messung, ((area, year) for area in areas if year in messung.series(area)))


def course_values(messung: Messung) -> bytes:
    """Return the figures whose lines are drawn."""
    areas = drawn_areas(messung)
    return _table(messung, ((area, year) for area in areas for year in messung.series(area)))


def ranking(messung: Messung) -> bytes:
    """Return the figures that are ranked, the highest first, each with its place."""
    places = messung.ranks(messung.year)
    ordered = sorted(places, key=lambda area: (places[area], area))
    rows = ((*_row(messung, area, messung.year), str(places[area])) for area in ordered)
    return csv_bytes((*HEAD, "platz"), rows)


def _table(messung: Messung, cells: Iterable[tuple[str, int]]) -> bytes:
    return csv_bytes(HEAD, (_row(messung, area, year) for area, year in cells))


def _row(messung: Messung, area: str, year: int) -> tuple[str, ...]:
    indikator, figure = messung.indikator, messung.figure(area, year)
    return (
        *area_cells(messung.geografie, area),
        str(year),
        csv_number(figure.value, (figure.missing or Fehlgrund.UNBEKANNT).value),
        indikator.einheit,
        indikator.quelle.name,
        indikator.quelle.lizenz,
    )


FORM = Form("CSV", "daten.csv", "Alle Werte als CSV", everything)
