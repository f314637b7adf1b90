"""The files beside a profile: the population drawn and to touch, all figures as CSV.

ebene;raum_schluessel;raum;indikator;titel;jahr;wert;einheit;quelle;lizenz
kommune;01056007;Bevern;leerstandsquote;Leerstandsquote;2022;1,8;%;"Statistische Ämter …";…
amt;010565660;Amt Rantzau;wege;Wege;2020;8,1;Minuten;BBSR …;…
"""

from collections.abc import Iterator
from functools import partial

from fokusbericht.building.output import EarlyGroup, Offer, Output
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.interactive import interactive_json
from fokusbericht.charts.vega.lines import line_svg
from fokusbericht.exports.table import AREA_HEAD, area_cells, csv_bytes, csv_number
from fokusbericht.figures.population import NAME, population_chart
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.statistics.aggregate import FigureSeries
from fokusbericht.statistics.messung import Messung, messungen

HEAD = (*AREA_HEAD, "indikator", "titel", "jahr", "wert", "einheit", "quelle", "lizenz")
EARLY = EarlyGroup("/bevoelkerung")  # no indicator bears such a name
GROUP = "Alle Zahlen eines Ortes"
OFFERED = "Je eine CSV-Datei für den Kreis, jeden Betrachtungsraum und jede Kommune."

# Whose figures they are; name, title, unit, source and licence of the indicator; the figures.
FigureCourse = tuple[tuple[str, str, str], str, str, str, str, str, FigureSeries]


def plan_files(
    report: Report, area: str, title: str, folder: str, place: Place
) -> Iterator[Output]:
    """Plan the files of one profile; `folder` is its address."""
    blocks = tuple(_blocks(report, area))
    offer = Offer(f"{folder}daten.csv", "zahlen", title, OFFERED, GROUP)
    yield Output(offer.url[1:], blocks, partial(_csv, blocks), place, offer=offer)
    yield from plan_drawings(report, area, folder, place)


def plan_drawings(report: Report, area: str, folder: str, place: Place) -> Iterator[Output]:
    """Plan the drawings of the population."""
    chart = population_chart(report, area)
    if chart is None:
        return
    accent = Accent(report.kreis.akzent, report.kreis.akzent_dunkel)
    path = f"{folder[1:]}{NAME}"
    living = partial(interactive_json, chart, accent)
    yield Output(f"{path}.vl.json", (chart, accent), living, place, early=EARLY)
    for ending, narrow in (("", False), ("-schmal", True)):
        make = partial(line_svg, chart, narrow, accent)
        yield Output(f"{path}{ending}.svg", (chart, narrow, accent), make, place, early=EARLY)


def _blocks(report: Report, area: str) -> Iterator[FigureCourse]:
    for name, messung in messungen(report).items():
        one, quelle = messung.indikator, messung.indikator.quelle
        head = name, one.titel, one.einheit, quelle.name, quelle.lizenz
        for whose, series in _series(messung, area):
            yield area_cells(messung.geografie, whose), *head, series


def _series(messung: Messung, area: str) -> Iterator[tuple[str, FigureSeries]]:
    """Yield the figures of an area; of a Kommune also those that there are only for its Amt."""
    own = messung.series(area)
    if own:
        yield area, own
    amt = messung.geografie.amt_of(area) if area in messung.geografie.kommunen else None
    if amt is None or not messung.has_map:
        return
    together = messung.series(amt.schluessel)
    only = {year: one for year, one in together.items() if messung.value(area, year) is None}
    if only:
        yield amt.schluessel, only


def _csv(blocks: tuple[FigureCourse, ...]) -> bytes:
    return csv_bytes(HEAD, (row for block in blocks for row in _rows(block)))


def _rows(block: FigureCourse) -> Iterator[tuple[str, ...]]:
    whose, name, title, unit, source, licence, series = block
    for year, figure in series.items():
        number = csv_number(figure.value, (figure.missing or Fehlgrund.UNBEKANNT).value)
        yield *whose, name, title, str(year), number, unit, source, licence
