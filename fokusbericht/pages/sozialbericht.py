"""/sozialbericht/: the Kreiskarte as SVG and as interactive map, and all figures by theme."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b

import orjson
from markupsafe import Markup

from fokusbericht.maps import Addresses, Layer, interactive
from fokusbericht.maps.leaflet import geometry
from fokusbericht.model import Ebene, Fehlgrund, Indikator, Label, Report
from fokusbericht.output import Output
from fokusbericht.pages.figures import MapPicture, map_picture, map_scale
from fokusbericht.pages.frame import last_change, make_page, page_output
from fokusbericht.pages.indikator import indicator_order
from fokusbericht.pages.numbers import (
    area_url,
    latest_year,
    number_cell,
    sentence,
    shown_year,
    source_line,
    value_text,
)
from fokusbericht.pages.views import Cell, LegendClass
from fokusbericht.problems import Place
from fokusbericht.statistics.aggregate import Figure, Levels, levels_of
from fokusbericht.urls import relative, url_of

TEMPLATE = "sozialbericht.html"
URL = "/sozialbericht/"
PATH = "sozialbericht/index.html"


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The figures of one theme: name, last value of the county, years, level."""

    id: str
    title: str
    count: str
    caption: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class SozialberichtView:
    """The Kreiskarte and the list of all figures."""

    count: int
    title: str
    href: str
    map: MapPicture
    legend: tuple[LegendClass, ...]
    sentence: str
    source: str
    table_head: tuple[str, ...]
    table_rows: tuple[tuple[Cell, ...], ...]
    table_caption: str
    themes: tuple[ThemeView, ...]
    theme_head: tuple[str, ...]
    script: str
    layers: str  # fingerprint of all that the interactive map is made of


def plan(report: Report) -> Iterator[Output]:
    """Plan the page, the script with the figures, and the geometry."""
    layers = _layers(report)
    shapes = geometry(report.geografie)
    geometry_url = f"{URL}kommunen.{_digest(shapes)}.json"
    addresses = Addresses(relative(geometry_url, PATH), replaces="kreiskarte-bild")
    data = _digest(orjson.dumps([layers, addresses], default=list))
    script_url = f"{URL}kreiskarte-daten.{data}.js"
    draw = partial(interactive, report.geografie, layers, addresses)
    place = Place("indicators")
    view = _view(report, script_url, data)
    page = make_page(
        report,
        URL,
        "Kreiskarte",
        f"{view.count} Zahlen zum {report.kreis.name}: als Karte, als Tabelle und zum Mitnehmen.",
        changed=last_change(report.indikatoren.values()),
        scripts=("leaflet.js", "kreiskarte.js"),
        styles=("leaflet.css", "kreiskarte.css"),
    )
    yield page_output(report, TEMPLATE, page, view, place, lambda: {"map": Markup(draw().html)})
    yield Output(script_url[1:], data, lambda: draw().script, place)
    yield Output(geometry_url[1:], geometry_url, partial(bytes, shapes), Place("geo"))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=5).hexdigest()


def _view(report: Report, script_url: str, layers: str) -> SozialberichtView:
    name = report.kreis.startkarte.key.name
    indikator, levels = report.indikatoren[name], levels_of(report)[name]
    year = shown_year(report, indikator, levels)
    picture, classes = map_picture(report, indikator, levels, year, "karte")
    return SozialberichtView(
        count=len(report.indikatoren),
        title=f"{indikator.titel} {year}",
        href=url_of(report, indikator.key),
        map=picture,
        legend=classes,
        sentence=sentence(report, indikator, levels, year),
        source=source_line(indikator, year),
        table_head=("Kommune", "Betrachtungsraum", indikator.einheit or "Wert"),
        table_rows=_rows(report, indikator, levels, year),
        table_caption=f"{indikator.titel} {year} in allen Kommunen",
        themes=tuple(_themes(report)),
        theme_head=("Zahl", report.geografie.name, "Jahr", "Seit", "Räume"),
        script=script_url,
        layers=layers,
    )


def _rows(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> tuple[tuple[Cell, ...], ...]:
    geografie = report.geografie
    ordered = sorted(geografie.kommunen.values(), key=lambda kommune: kommune.name)
    return tuple(
        (
            Cell(kommune.name, url_of(report, kommune.key)),
            Cell(geografie.raeume[kommune.raum].name, area_url(report, kommune.raum)),
            number_cell(indikator, levels.get(kommune.ags, {}).get(year)),
        )
        for kommune in ordered
    )


def _themes(report: Report) -> Iterator[ThemeView]:
    order = [report.indikatoren[key.name] for key in indicator_order(report)]
    for theme in report.themen.values():
        members = [one for one in order if one.thema.key == theme.key]
        if members:
            yield _theme(report, theme, members)


def _theme(report: Report, theme: Label, members: list[Indikator]) -> ThemeView:
    rows = tuple(_theme_row(report, indikator) for indikator in members)
    count = "eine Zahl" if len(rows) == 1 else f"{len(rows)} Zahlen"
    return ThemeView(theme.key.name, theme.titel, count, f"Zahlen zum Thema {theme.titel}", rows)


def _theme_row(report: Report, indikator: Indikator) -> tuple[Cell, ...]:
    levels = levels_of(report)[indikator.key.name]
    own = report.geografie.schluessel
    year = latest_year(indikator, levels, (own,)) or indikator.years()[-1]
    years = indikator.years()
    return (
        Cell(indikator.titel, url_of(report, indikator.key), note=indikator.kurz),
        Cell(value_text(indikator, levels.get(own, {}).get(year)), number=True),
        Cell(str(year), number=True),
        Cell(str(years[0]) if len(years) > 1 else "–", number=True),
        Cell("alle Kommunen" if indikator.ebene is Ebene.KOMMUNE else "nur Kreis"),
    )


def _layers(report: Report) -> tuple[Layer, ...]:
    """Return all figures of Kommunen for the interactive map, the start map's first."""
    first = report.kreis.startkarte.key
    keys = [key for key in indicator_order(report) if key != first]
    indicators = (report.indikatoren[key.name] for key in (first, *keys))
    return tuple(_layer(report, one) for one in indicators if one.ebene is Ebene.KOMMUNE)


def _layer(report: Report, indikator: Indikator) -> Layer:
    name = indikator.key.name
    levels = levels_of(report)[name]
    year = shown_year(report, indikator, levels)
    areas = (*report.geografie.kommunen, *report.geografie.raeume)
    figures = {area: levels.get(area, {}).get(year) for area in areas}
    scale = map_scale(report, indikator, levels)
    return Layer(
        id=name,
        title=f"{indikator.titel} {year}",
        unit=indikator.einheit,
        digits=indikator.dezimalstellen,
        breaks=scale.inner,
        values={area: figure.value if figure else None for area, figure in figures.items()},
        secret=frozenset(_secret(figures)),
        group=report.themen[indikator.thema.key.name].titel,
        note=source_line(indikator, year),
        href=relative(url_of(report, indikator.key), PATH),
        diverging=scale.diverging,
    )


def _secret(figures: Mapping[str, Figure | None]) -> Iterator[str]:
    for area, figure in figures.items():
        if figure and figure.missing is Fehlgrund.GEHEIM:
            yield area
