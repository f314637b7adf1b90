"""/sozialbericht/vergleich/: pairs of figures against each other, as scatter plot and table."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.charts import Accent, Dot, ScatterChart, scatter_size, scatter_svg
from fokusbericht.model import Indikator, Report, Vergleich
from fokusbericht.output import Output
from fokusbericht.pages.frame import last_change, make_page, page_output
from fokusbericht.pages.numbers import number_cell, shown_year, source_line
from fokusbericht.pages.views import Cell, Picture
from fokusbericht.render import groesse
from fokusbericht.statistics.aggregate import Levels, levels_of
from fokusbericht.urls import url_of

TEMPLATE = "vergleich.html"
URL = "/sozialbericht/vergleich/"
NAMED = 12  # so many of the striking places ask for room for their name


@dataclass(frozen=True, slots=True)
class PairView:
    """Two figures against each other."""

    id: str
    question: str
    sentence: str
    picture: Picture
    source: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str


@dataclass(frozen=True, slots=True)
class VergleichView:
    """All pairs."""

    pairs: tuple[PairView, ...]


@dataclass(frozen=True, slots=True)
class _Axis:
    # One of the two figures, with the year that is shown.
    indikator: Indikator
    levels: Levels
    year: int

    @property
    def title(self) -> str:
        return f"{self.indikator.titel} {self.year}"

    def value(self, ags: str) -> float | None:
        figure = self.levels.get(ags, {}).get(self.year)
        return figure.value if figure else None


def plan(report: Report) -> Iterator[Output]:
    """Plan the page and its drawings."""
    accent = Accent(report.kreis.akzent, report.kreis.akzent_dunkel)
    pairs = []
    for vergleich in report.kreis.vergleiche:
        x, y = _axis(report, vergleich.x.key.name), _axis(report, vergleich.y.key.name)
        chart = _chart(report, x, y)
        if len(chart.dots) < 3:
            continue
        pairs.append(_pair(report, vergleich, x, y, chart))
        for narrow in (False, True):
            path = f"{URL[1:]}{_id(vergleich)}{'-schmal' if narrow else ''}.svg"
            make = partial(scatter_svg, chart, narrow, accent)
            yield Output(path, (chart, narrow, accent), make, vergleich.place)
    page = make_page(
        report,
        URL,
        "Zwei Zahlen im Vergleich",
        "Je zwei Zahlen aller Kommunen gegeneinander, als Bild und als Tabelle.",
        parents=[("Kreiskarte", "/sozialbericht/")],
        changed=last_change(report.indikatoren.values()),
    )
    yield page_output(report, TEMPLATE, page, VergleichView(tuple(pairs)), report.kreis.place)


def _axis(report: Report, name: str) -> _Axis:
    indikator, levels = report.indikatoren[name], levels_of(report)[name]
    return _Axis(indikator, levels, shown_year(report, indikator, levels))


def _id(vergleich: Vergleich) -> str:
    return f"{vergleich.x.key.name}-{vergleich.y.key.name}"


def _chart(report: Report, x: _Axis, y: _Axis) -> ScatterChart:
    places = [
        Dot(kommune.name, across, up)
        for kommune in report.geografie.kommunen.values()
        if (across := x.value(kommune.ags)) is not None and (up := y.value(kommune.ags)) is not None
    ]
    title = f"{x.title} und {y.title} in {len(places)} Kommunen"
    return ScatterChart(
        title=title,
        description=_sentence(x, y, places),
        x_title=_with_unit(x.indikator),
        y_title=_with_unit(y.indikator),
        x_digits=x.indikator.dezimalstellen,
        y_digits=y.indikator.dezimalstellen,
        dots=_striking_first(places),
    )


def _with_unit(indikator: Indikator) -> str:
    return f"{indikator.titel}, {indikator.einheit}" if indikator.einheit else indikator.titel


def _striking_first(places: list[Dot]) -> tuple[Dot, ...]:
    """Return the dots with those farthest from the middle first, and named."""

    def far(dot: Dot) -> float:
        return _share(places, dot, 1) ** 2 + _share(places, dot, 2) ** 2

    ordered = sorted(places, key=lambda dot: (-far(dot), dot.name))
    return tuple(dot._replace(named=number < NAMED) for number, dot in enumerate(ordered))


def _share(places: list[Dot], dot: Dot, axis: int) -> float:
    values = [float(place[axis]) for place in places]
    span = max(values) - min(values)
    return (float(dot[axis]) - sum(values) / len(values)) / span if span else 0.0


def _sentence(x: _Axis, y: _Axis, places: list[Dot]) -> str:
    """Return what the half with the higher and the half with the lower values have on average."""
    if len(places) < 4:
        return ""
    ordered = sorted(places, key=lambda dot: (dot.x, dot.name))
    half = len(ordered) // 2
    low = sum(dot.y for dot in ordered[:half]) / half
    high = sum(dot.y for dot in ordered[-half:]) / half
    digits = y.indikator.dezimalstellen
    return (
        f"{y.indikator.titel} im Mittel der {half} Kommunen mit den niedrigsten Werten bei "
        f"„{x.indikator.titel}“: {groesse(low, y.indikator.einheit, digits)}; "
        f"mit den höchsten: {groesse(high, y.indikator.einheit, digits)}. "
        "Jede Kommune zählt dabei gleich."
    )


def _pair(
    report: Report, vergleich: Vergleich, x: _Axis, y: _Axis, chart: ScatterChart
) -> PairView:
    address = f"{URL}{_id(vergleich)}"
    (width, height), (width_narrow, height_narrow) = scatter_size(False), scatter_size(True)
    return PairView(
        id=_id(vergleich),
        question=vergleich.frage,
        sentence=chart.description,
        picture=Picture(
            f"{address}.svg",
            f"{chart.title}. {chart.description}",
            *(width, height),
            f"{address}-schmal.svg",
            *(width_narrow, height_narrow),
        ),
        source="; ".join(dict.fromkeys(source_line(one.indikator, one.year) for one in (x, y))),
        head=("Kommune", _with_unit(x.indikator), _with_unit(y.indikator)),
        rows=tuple(_rows(report, x, y)),
        caption=chart.title,
    )


def _rows(report: Report, x: _Axis, y: _Axis) -> Iterator[tuple[Cell, ...]]:
    for kommune in sorted(report.geografie.kommunen.values(), key=lambda one: one.name):
        yield (
            Cell(kommune.name, url_of(report, kommune.key)),
            *(
                number_cell(one.indikator, one.levels.get(kommune.ags, {}).get(one.year))
                for one in (x, y)
            ),
        )
