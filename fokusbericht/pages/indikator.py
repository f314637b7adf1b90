"""/sozialbericht/<indikator>/: what a figure means, its map, its course, ranking and table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import blake2b

import orjson

from fokusbericht.model import Ebene, Fehlgrund, Indikator, Key, Quelle, Report, Richtung
from fokusbericht.output import Output
from fokusbericht.pages.comments import Reading, readings_of
from fokusbericht.pages.figures import (
    MapPicture,
    chart_picture,
    has_course,
    line_chart,
    map_picture,
)
from fokusbericht.pages.frame import Link, Page, links_to, make_page, neighbours, page_output
from fokusbericht.pages.indikator_files import plan_files
from fokusbericht.pages.numbers import (
    area_name,
    area_url,
    county_keys,
    interval_text,
    is_too_small,
    number_cell,
    ranked_values,
    sentence,
    shown_year,
    source_line,
    sum_note,
)
from fokusbericht.pages.views import Cell, Fact, LegendClass, Picture
from fokusbericht.render import datum
from fokusbericht.statistics.aggregate import Levels, levels_of
from fokusbericht.statistics.rank import ranks
from fokusbericht.urls import url_of

TEMPLATE = "indikator.html"

INTERVAL_NOTE = (
    "Klein darunter: der Bereich, in dem der Anteil mit 95 % Sicherheit liegt, wenn man bedenkt, "
    "wie sehr so kleine Zahlen zufällig schwanken (Intervall nach Wilson)."
)
SECRET_NOTE = (
    "• heißt geheim gehalten: Es geht um so wenige Fälle, dass einzelne Menschen zu erkennen "
    "wären, oder der Wert würde einen solchen verraten."
)
RICHTUNG = {
    Richtung.HOEHER_BESSER: "Ein höherer Wert gilt als günstig.",
    Richtung.NIEDRIGER_BESSER: "Ein niedrigerer Wert gilt als günstig.",
    Richtung.NEUTRAL: "Der Wert ist weder gut noch schlecht.",
}
EBENE = {
    Ebene.KOMMUNE: "Kommunen, Betrachtungsräume und Kreis",
    Ebene.KREIS: "Kreis",
}


@dataclass(frozen=True, slots=True)
class MapFigure:
    """The map of the last year, its legend, its sentence and downloads."""

    title: str
    picture: MapPicture
    legend: tuple[LegendClass, ...]
    sentence: str
    source: str
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """The course over the years."""

    picture: Picture
    sentence: str
    source: str
    breaks: tuple[str, ...]
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its downloads."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What an indicator's figures become: drawings, tables, a sentence."""

    year: int
    sentence: str
    map: MapFigure | None
    chart: ChartFigure | None
    ranking: TableView
    ranking_note: str
    table: TableView
    table_note: str


@dataclass(frozen=True, slots=True)
class IndikatorView:
    """What the page of an indicator shows besides its figures."""

    lead: str
    hint: str
    readings: tuple[Reading, ...]
    facts: tuple[Fact, ...]
    method: str
    note: str
    source: Quelle
    fields: tuple[Link, ...]
    related: tuple[Link, ...]
    sections: tuple[Link, ...]
    figures: str  # fingerprint of all that the figures are made of


def plan(report: Report) -> Iterator[Output]:
    """Plan the page of each indicator, its drawings and its tables."""
    order = indicator_order(report)
    for name, indikator in report.indikatoren.items():
        levels = levels_of(report)[name]
        digest = figures_print(indikator, levels)
        view = _view(report, indikator, levels, digest)
        page = _page(report, indikator, order)
        late = partial(_figures, report, indikator, levels)
        yield page_output(report, TEMPLATE, page, view, indikator.place, late)
        yield from plan_files(report, indikator, levels, digest)


def figures_print(indikator: Indikator, levels: Levels) -> str:
    """Return a name for all that an indicator's drawings and tables are made of."""
    meaning = (
        *(indikator.titel, indikator.einheit, indikator.dezimalstellen, indikator.art),
        *(indikator.ebene, indikator.stichtag, indikator.stand, indikator.quelle),
        *(indikator.brueche, indikator.klassen, indikator.rang, indikator.unsicherheit),
        [[area, year, cell.zaehler, cell.nenner] for (area, year), cell in indikator.werte.items()],
    )
    data = orjson.dumps([meaning, levels], option=orjson.OPT_NON_STR_KEYS)
    return blake2b(data, digest_size=10).hexdigest()


def indicator_order(report: Report) -> tuple[Key, ...]:
    """Return all indicators by theme and title."""
    themes = list(report.themen)
    ordered = sorted(
        report.indikatoren.values(),
        key=lambda one: (themes.index(one.thema.key.name), one.titel.casefold()),
    )
    return tuple(one.key for one in ordered)


def _page(report: Report, indikator: Indikator, order: tuple[Key, ...]) -> Page:
    before, after = neighbours(report, order, indikator.key)
    theme = report.themen[indikator.thema.key.name]
    return make_page(
        report,
        url_of(report, indikator.key),
        indikator.titel,
        indikator.kurz,
        parents=[("Kreiskarte", "/sozialbericht/"), (theme.titel, url_of(report, theme.key))],
        changed=max(_changes(report, indikator)),
        key=indikator.key,
        is_example=indikator.beispiel,
        previous=before,
        following=after,
    )


def _changes(report: Report, indikator: Indikator) -> Iterator[date]:
    yield indikator.geaendert
    for kommentar in report.kommentare.values():
        if kommentar.indikator.key == indikator.key:
            yield kommentar.geaendert


def _view(report: Report, indikator: Indikator, levels: Levels, figures: str) -> IndikatorView:
    readings = readings_of(report, indikator.key)
    return IndikatorView(
        lead=indikator.kurz,
        hint=indikator.hinweis,
        readings=readings,
        facts=_facts(indikator),
        method=indikator.methode,
        note=RICHTUNG[indikator.richtung],
        source=indikator.quelle,
        fields=links_to(report, (ref.key for ref in indikator.handlungsfelder)),
        related=_related(report, indikator),
        sections=_sections(indikator, has_course(report, indikator, levels), bool(readings)),
        figures=figures,
    )


def _figures(report: Report, indikator: Indikator, levels: Levels) -> dict[str, object]:
    year = shown_year(report, indikator, levels)
    figures = Figures(
        year=year,
        sentence=sentence(report, indikator, levels, year),
        map=_map(report, indikator, levels, year),
        chart=_chart(report, indikator, levels),
        ranking=_ranking(report, indikator, levels, year),
        ranking_note=INTERVAL_NOTE if indikator.unsicherheit else "",
        table=_table(report, indikator, levels),
        table_note=" ".join(
            note
            for note in (sum_note(report, indikator, levels, year), _secret_note(levels))
            if note
        ),
    )
    return {"figures": figures}


def _sections(indikator: Indikator, has_chart: bool, has_comment: bool) -> tuple[Link, ...]:
    parts = (
        ("Karte", "#karte", indikator.ebene is Ebene.KOMMUNE),
        ("Verlauf", "#verlauf", has_chart),
        ("Einordnung", "#kommentar", has_comment),
        ("Rangfolge", "#rangfolge", True),
        ("Tabelle", "#tabelle", True),
        ("Was die Zahl bedeutet", "#methode", True),
    )
    return tuple(Link(title, href) for title, href, there in parts if there)


def _map(report: Report, indikator: Indikator, levels: Levels, year: int) -> MapFigure | None:
    if indikator.ebene is not Ebene.KOMMUNE:
        return None
    picture, classes = map_picture(report, indikator, levels, year, "karte")
    address = url_of(report, indikator.key)
    unit = f", in {indikator.einheit}" if indikator.einheit else ""
    return MapFigure(
        f"{indikator.titel} ({year}{unit})",
        picture,
        classes,
        sentence(report, indikator, levels, year),
        source_line(indikator, year),
        (
            Link("Karte als SVG", f"{address}karte.svg"),
            Link("Werte als CSV", f"{address}karte.csv"),
        ),
    )


def _chart(report: Report, indikator: Indikator, levels: Levels) -> ChartFigure | None:
    chart = line_chart(report, indikator, levels)
    if chart is None:
        return None
    address = f"{url_of(report, indikator.key)}verlauf"
    return ChartFigure(
        chart_picture(chart, address),
        chart.description,
        source_line(indikator),
        tuple(
            f"{bruch.grund.rstrip('.')}. Werte vor und ab {bruch.jahr} sind nicht vergleichbar."
            for bruch in indikator.brueche
        ),
        (Link("Verlauf als SVG", f"{address}.svg"), Link("Werte als CSV", f"{address}.csv")),
    )


def _ranking(report: Report, indikator: Indikator, levels: Levels, year: int) -> TableView:
    unit = indikator.einheit or "Wert"
    values = ranked_values(report, indikator, levels, year)
    top = max((abs(value) for value in values.values()), default=0)
    places = ranks(values)
    ordered = sorted(values, key=lambda area: (places[area], area_name(report, area)))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Cell(f"{places[area]}.", number=True),
            Cell(area_name(report, area), area_url(report, area)),
            _bar_cell(indikator, levels, area, year, top),
        )
        for area in ordered
    )
    rows += tuple(_unranked(report, indikator, levels, year, top))
    return TableView(
        head=("Platz", "Kommune" if indikator.ebene is Ebene.KOMMUNE else "Raum", unit),
        rows=rows,
        caption=f"{indikator.titel} {year}, vom höchsten zum niedrigsten Wert",
        downloads=(Link("Rangfolge als CSV", f"{url_of(report, indikator.key)}rangfolge.csv"),),
    )


def _unranked(
    report: Report, indikator: Indikator, levels: Levels, year: int, top: float
) -> Iterator[tuple[Cell, ...]]:
    """Yield the Kommunen whose figure rests on too few for a rank."""
    for ags, kommune in report.geografie.kommunen.items():
        figure = levels.get(ags, {}).get(year)
        if figure and figure.value is not None and is_too_small(report, indikator, ags, year):
            yield (
                Cell("–", number=True),
                Cell(kommune.name, area_url(report, ags), note="zu klein für einen Rang"),
                _bar_cell(indikator, levels, ags, year, top),
            )


def _secret_note(levels: Levels) -> str:
    figures = (figure for series in levels.values() for figure in series.values())
    secret = any(figure.missing is Fehlgrund.GEHEIM for figure in figures)
    return SECRET_NOTE if secret else ""


def _bar_cell(indikator: Indikator, levels: Levels, area: str, year: int, top: float) -> Cell:
    figure = levels[area][year]
    bar = round(max(figure.value or 0, 0) / top * 100, 1) if top else 0.0
    text = number_cell(indikator, figure).text
    note = interval_text(indikator, area, year) if figure.value is not None else ""
    return Cell(text, number=True, bar=bar, note=note)


def _table(report: Report, indikator: Indikator, levels: Levels) -> TableView:
    years = sorted({year for series in levels.values() for year in series})
    rows = tuple(
        (
            Cell(area_name(report, area), area_url(report, area)),
            *(number_cell(indikator, levels[area].get(year)) for year in years),
        )
        for area in table_areas(report, levels)
    )
    unit = f" in {indikator.einheit}" if indikator.einheit else ""
    return TableView(
        head=("Raum", *(str(year) for year in years)),
        rows=rows,
        caption=f"{indikator.titel}{unit}, alle Räume und Jahre",
        downloads=(Link("Alle Werte als CSV", f"{url_of(report, indikator.key)}daten.csv"),),
    )


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


def _facts(indikator: Indikator) -> tuple[Fact, ...]:
    years = indikator.years()
    span = str(years[0]) if len(years) == 1 else f"{years[0]} bis {years[-1]} ({len(years)} Jahre)"
    found = (
        Fact("Einheit", indikator.einheit),
        Fact("Zähler", indikator.zaehler),
        Fact("Nenner", indikator.nenner),
        Fact("Liegt vor für", EBENE[indikator.ebene]),
        Fact("Jahre", span),
        Fact("Stichtag", indikator.stichtag),
        Fact("Datenstand", datum(indikator.stand)),
    )
    return tuple(fact for fact in found if fact.value)


def _related(report: Report, indikator: Indikator) -> tuple[Link, ...]:
    same = [
        one.key
        for one in report.indikatoren.values()
        if one.thema.key == indikator.thema.key and one.key != indikator.key
    ]
    return tuple(sorted(links_to(report, same), key=lambda link: link.title.casefold()))
