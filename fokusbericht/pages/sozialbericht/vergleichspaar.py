"""/sozialbericht/vergleich/<a>-und-<b>/: two figures against each other, each way one can look."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.charts.vega.scatter import scatter_size
from fokusbericht.figures.pair_files import digest_of, plan_files
from fokusbericht.figures.pair_pictures import (
    axes,
    axis_words,
    chart_of,
    map_view,
    sources,
    together,
)
from fokusbericht.figures.pair_tables import PairTable, table_of_thirds, table_of_values
from fokusbericht.figures.pictures import MapPicture
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.statistics.pairs import Pair, pairs_of
from fokusbericht.statistics.relate import FALLACY
from fokusbericht.urls import VERGLEICH, pair_url, url_of
from fokusbericht.views import LegendClass, Link, Picture
from fokusbericht.words.pairs import METHOD, answer, caveats, halves, measures

TEMPLATE = "sozialbericht/vergleichspaar.html"


@dataclass(frozen=True, slots=True)
class PaarView:
    """Two figures, the relation between them, and where more is told."""

    answer: str
    beware: str
    method: str
    measures: str
    axes: tuple[Link, ...]
    interactive: str
    digest: str  # of all that the pictures and tables are made of


@dataclass(frozen=True, slots=True)
class PaarFigures:
    """The pictures, their sentences, and the same as tables."""

    warnings: tuple[str, ...]
    scatter: Picture
    scatter_title: str
    scatter_sentence: str
    scatter_downloads: tuple[Link, ...]
    map: MapPicture
    map_title: str
    map_sentence: str
    map_downloads: tuple[Link, ...]
    axis_words: tuple[str, str]
    legend: tuple[LegendClass, ...]
    source: str
    thirds: PairTable
    table: PairTable
    table_downloads: tuple[Link, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page of each pair, and the files beside it."""
    pairs = pairs_of(report)
    links = [Link(pair.vergleich.frage, pair_url(pair.vergleich)) for pair in pairs]
    for number, pair in enumerate(pairs):
        page = make_page(
            report,
            pair_url(pair.vergleich),
            pair.vergleich.frage,
            f"{pair.x.title} und {pair.y.title} in allen Kommunen, als Bild, Karte und Tabelle.",
            parents=[("Kreiskarte", "/sozialbericht/"), ("Zwei Zahlen im Vergleich", VERGLEICH)],
            changed=last_change(axis.indikator for axis in axes(pair)),
            previous=links[number - 1] if number else None,
            following=links[number + 1] if number + 1 < len(links) else None,
            styles=("vergleich.css",),
        )
        view, late = _view(report, pair), partial(_late, report, pair)
        yield page_output(report, TEMPLATE, page, view, pair.vergleich.place, late)
        yield from plan_files(report, pair)


def _view(report: Report, pair: Pair) -> PaarView:
    x, y = pair.x.indikator, pair.y.indikator
    return PaarView(
        answer=answer(x.titel, y.titel, pair.relation),
        beware=FALLACY,
        method=METHOD,
        measures=measures(pair.relation),
        axes=tuple(
            Link(axis.indikator.titel, url_of(report, axis.indikator.key), axis.indikator.kurz)
            for axis in axes(pair)
        ),
        interactive=interactive_url(pair),
        digest=digest_of(pair),
    )


def interactive_url(pair: Pair) -> str:
    """Return the address of the comparison that readers can change, with this pair in it."""
    x, y = (axis.indikator.key.name for axis in axes(pair))
    return f"{VERGLEICH}?x={x}&y={y}"


def _late(report: Report, pair: Pair) -> dict[str, object]:
    names = [report.geografie.kommunen[ags].name for ags in pair.areas]
    address = pair_url(pair.vergleich)
    view = map_view(report, pair)
    figures = PaarFigures(
        warnings=tuple(caveats(pair, names)),
        scatter=_picture(report, pair),
        scatter_title=f"{pair.x.title} und {pair.y.title}",
        scatter_sentence=halves(pair),
        scatter_downloads=(
            Link("Bild als SVG", f"{address}punktwolke-mit-quelle.svg"),
            Link("Bild als PNG", f"{address}punktwolke.png"),
            Link("Werte als CSV", f"{address}werte.csv"),
        ),
        map=MapPicture(view, "karte", report.geografie),
        map_title=view.title,
        map_sentence=together(pair),
        map_downloads=(
            Link("Karte als SVG", f"{address}karte.svg"),
            Link("Karte als PNG", f"{address}karte.png"),
        ),
        axis_words=axis_words(pair),
        legend=tuple(LegendClass(name, label) for name, label in view.legend),
        source=sources(pair),
        thirds=table_of_thirds(pair, names),
        table=table_of_values(report, pair),
        table_downloads=(Link("Werte als CSV", f"{address}werte.csv"),),
    )
    return {"figures": figures}


def _picture(report: Report, pair: Pair) -> Picture:
    chart, address = chart_of(report, pair), pair_url(pair.vergleich)
    (width, height), (width_narrow, height_narrow) = scatter_size(False), scatter_size(True)
    return Picture(
        f"{address}punktwolke.svg",
        f"{chart.title}. {chart.description}",
        *(width, height),
        f"{address}punktwolke-schmal.svg",
        *(width_narrow, height_narrow),
    )
