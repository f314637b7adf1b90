"""/daten/werte.csv: a row for each figure of each indicator, area and year.

indikator;titel;einheit;ebene;raum_schluessel;raum;jahr;wert;fehlt;beispiel
leerstandsquote;Leerstandsquote;%;kommune;01056015;Elmshorn;2022;2,6;;nein
"""

from collections.abc import Iterator

from fokusbericht.exports.daten.columns import EXAMPLE, ColumnKind, CsvRow, OpenColumn, OpenTable
from fokusbericht.exports.daten.indikator_json import MISSING
from fokusbericht.exports.daten.plain import yes_no
from fokusbericht.exports.table import area_cells, csv_number
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen

COLUMNS = (
    OpenColumn("ebene", "kommune, quartier, amt, betrachtungsraum, kreis, land oder bund"),
    OpenColumn("raum_schluessel", "Schlüssel des Gebiets", refers="gebiete"),
    OpenColumn("raum", "Name des Gebiets"),
    OpenColumn("indikator", "Kennung der Zahl", refers="indikatoren"),
    OpenColumn("titel", "wie die Zahl heißt"),
    OpenColumn("einheit", "in welcher Einheit sie steht"),
    OpenColumn("jahr", "Jahr", ColumnKind.INTEGER),
    OpenColumn(
        "wert",
        "der Wert; wo es keinen gibt, ein Zeichen: Punkt, Strich, x oder / (in JSON und "
        "Datenbanken leer)",
        ColumnKind.NUMBER,
    ),
    OpenColumn("fehlt", f"warum es keinen Wert gibt: {', '.join(MISSING.values())}"),
    OpenColumn("beispiel", EXAMPLE, ColumnKind.FLAG),
)


def terms(report: Report) -> str:
    """Return under which terms figures may be used."""
    return "die der Quelle jeder Zahl; sie steht in der Tabelle indikatoren"


def _rows(report: Report) -> tuple[CsvRow, ...]:
    return tuple(row for one in messungen(report).values() for row in _of(one))


def _of(messung: Messung) -> Iterator[CsvRow]:
    one = messung.indikator
    what, flag = (messung.name, one.titel, one.einheit), yes_no(one.beispiel)
    for area, series in messung.levels.items():
        said = (*area_cells(messung.geografie, area), *what)
        for year, figure in series.items():
            reason = None if figure.value is not None else figure.missing or Fehlgrund.UNBEKANNT
            number = csv_number(figure.value, reason.value if reason else "")
            yield (*said, str(year), number, MISSING[reason] if reason else "", flag)


@query
def prints(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what tells all figures apart from others that there might be."""
    return tuple((name, one.fingerprint()) for name, one in messungen(report).items())


TABLE = OpenTable(
    *("werte", "Alle Werte", COLUMNS, ("indikator", "raum_schluessel", "jahr"), _rows),
    section="zahlen",
    terms=terms,
    prints=prints,
    short="Werte",
)
