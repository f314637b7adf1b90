"""The files beside a pair of figures: scatter plot and map as SVG and PNG, both figures as CSV."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from hashlib import blake2b

import orjson

from fokusbericht.building.output import EarlyGroup, Output
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import ScatterChart
from fokusbericht.charts.vega.pixels import png
from fokusbericht.charts.vega.scatter import scatter_svg
from fokusbericht.charts.vega.takeaway import PIXELS, titled
from fokusbericht.exports.table import AREA_HEAD, area_cells, csv_bytes, csv_number
from fokusbericht.figures.areas import sorted_kommunen
from fokusbericht.figures.pair_pictures import axes, chart_of, map_view, sources
from fokusbericht.maps import map_png, map_svg
from fokusbericht.model.report import Report
from fokusbericht.statistics.pairs import Axis, Pair
from fokusbericht.statistics.relate import bivariate
from fokusbericht.urls import pair_url

EARLY = EarlyGroup("/paare")  # no indicator bears such a name


def plan_files(report: Report, pair: Pair) -> Iterator[Output]:
    """Plan all files beside the page."""
    digest = digest_of(pair)
    accent = Accent(report.kreis.akzent, report.kreis.akzent_dunkel)
    makers: dict[str, Callable[[], bytes]] = {
        "werte.csv": partial(values_csv, report, pair),
        "karte.svg": partial(_map, report, pair),
        "karte.png": partial(_map_pixels, report, pair),
        "punktwolke-schmal.svg": partial(_scatter, report, pair, accent, True),
        "punktwolke.svg": partial(_scatter, report, pair, accent, False),
        "punktwolke-mit-quelle.svg": partial(_titled, report, pair, accent),
        "punktwolke.png": partial(_pixels, report, pair, accent),
    }
    for name, make in makers.items():
        path = f"{pair_url(pair.vergleich)[1:]}{name}"
        early = EARLY if name.startswith("punktwolke") else None
        yield Output(path, (name, digest, accent), make, pair.vergleich.place, early=early)


def digest_of(pair: Pair) -> str:
    """Return a name for all that files of a pair are made of."""
    parts = [(axis.year, axis.messung.fingerprint()) for axis in axes(pair)]
    return blake2b(orjson.dumps(parts), digest_size=10).hexdigest()


def values_csv(report: Report, pair: Pair) -> bytes:
    """Return both figures of all Kommunen that have both, with their thirds, as CSV."""
    classes = dict(zip(pair.areas, bivariate(pair.xs, pair.ys), strict=True))
    x, y = (axis.indikator.key.name for axis in axes(pair))
    head = (*AREA_HEAD, f"{x}_{pair.x.year}", f"{y}_{pair.y.year}")
    rows = (
        (
            *area_cells(report.geografie, kommune.ags),
            *(_number(axis, kommune.ags) for axis in axes(pair)),
            *(str(third + 1) for third in classes[kommune.ags]),
        )
        for kommune in sorted_kommunen(report)
        if kommune.ags in classes
    )
    return csv_bytes((*head, f"drittel_{x}", f"drittel_{y}"), rows)


def _number(axis: Axis, ags: str) -> str:
    return csv_number(axis.messung.value(ags, axis.year))


def _map(report: Report, pair: Pair) -> bytes:
    return map_svg(report.geografie, map_view(report, pair), standalone=True).encode()


def _map_pixels(report: Report, pair: Pair) -> bytes:
    return map_png(report.geografie, map_view(report, pair), PIXELS)


def _scatter(report: Report, pair: Pair, accent: Accent, narrow: bool) -> bytes:
    return _drawn(chart_of(report, pair), narrow, accent)


@lru_cache(maxsize=2)
def _drawn(chart: ScatterChart, narrow: bool, accent: Accent) -> bytes:
    # Three files of a pair have the wide drawing in them.
    return scatter_svg(chart, narrow, accent)


def _titled(report: Report, pair: Pair, accent: Accent) -> bytes:
    chart = chart_of(report, pair)
    link = report.kreis.basis_url + pair_url(pair.vergleich)
    return titled(_drawn(chart, False, accent).decode(), chart.title, sources(pair), link).encode()


def _pixels(report: Report, pair: Pair, accent: Accent) -> bytes:
    return png(_titled(report, pair, accent).decode(), PIXELS)
