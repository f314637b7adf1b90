"""/sozialbericht/vergleich/: pairs of figures against each other, as scatter plot and table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from fokusbericht.charts import Accent, Dot, ScatterChart, scatter_size, scatter_svg
from fokusbericht.model import Indikator, Report, Vergleich
from fokusbericht.output import Output
from fokusbericht.pages.frame import Link, last_change, make_page, page_output
from fokusbericht.pages.numbers import number_cell, shown_year, source_line
from fokusbericht.pages.views import Cell, Picture
from fokusbericht.render import groesse, zahl
from fokusbericht.statistics.aggregate import Levels, levels_of
from fokusbericht.statistics.relate import (
    FALLACY,
    THRESHOLDS,
    Relation,
    Strength,
    bivariate,
    relate,
    thirds,
    warnings,
)
from fokusbericht.urls import url_of

TEMPLATE = "vergleich.html"
URL = "/sozialbericht/vergleich/"
THIRDS = ("unten", "mittig", "oben")
LIMITS = [zahl(limit, 1) for limit, _ in THRESHOLDS]
METHOD = (
    "Das Maß nach Spearman vergleicht Rangplätze: 1 heißt, dass beide Zahlen die Kommunen in "
    "dieselbe Reihenfolge bringen, −1 in die umgekehrte, 0, dass die eine nichts über die andere "
    f"sagt. Wir nennen einen Zusammenhang schwach ab {LIMITS[0]}, mittel ab {LIMITS[1]} und stark "
    f"ab {LIMITS[2]}; das sind Übereinkünfte, keine Naturgesetze. Das Maß nach Pearson rechnet mit "
    "den Werten selbst und folgt deshalb einzelnen Kommunen mit ungewöhnlichen Werten."
)
NAMED = 12  # so many of the striking places ask for room for their name


@dataclass(frozen=True, slots=True)
class PairView:
    """Two figures against each other: in words, as picture, by thirds and as table."""

    id: str
    question: str
    answer: str
    warnings: tuple[str, ...]
    sentence: str
    picture: Picture
    source: str
    thirds_head: tuple[str, ...]
    thirds: tuple[tuple[Cell, ...], ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    measures: str


@dataclass(frozen=True, slots=True)
class VergleichView:
    """All pairs, and what to beware of with each of them."""

    beware: str
    method: str
    contents: tuple[Link, ...]
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
        x, y = _axes(report, vergleich)
        dots = _dots(report, x, y)
        relation = relate([dot.x for dot in dots], [dot.y for dot in dots])
        if relation is None:
            continue
        chart = _chart(x, y, dots, relation)
        pairs.append(_pair(report, vergleich, x, y, chart, relation))
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
    contents = tuple(Link(pair.question, f"#{pair.id}") for pair in pairs)
    view = VergleichView(FALLACY, METHOD, contents, tuple(pairs))
    yield page_output(report, TEMPLATE, page, view, report.kreis.place)


def _axes(report: Report, vergleich: Vergleich) -> tuple[_Axis, _Axis]:
    """Return both figures: of the last year that both have, else each of its own last year."""
    x, y = (_axis(report, ref.key.name) for ref in (vergleich.x, vergleich.y))
    common = _years(report, x) & _years(report, y)
    if not common:
        return x, y
    return replace(x, year=max(common)), replace(y, year=max(common))


def _axis(report: Report, name: str) -> _Axis:
    indikator, levels = report.indikatoren[name], levels_of(report)[name]
    return _Axis(indikator, levels, shown_year(report, indikator, levels))


def _years(report: Report, axis: _Axis) -> set[int]:
    return {
        year
        for ags in report.geografie.kommunen
        for year, figure in axis.levels.get(ags, {}).items()
        if figure.value is not None
    }


def _id(vergleich: Vergleich) -> str:
    return f"{vergleich.x.key.name}-{vergleich.y.key.name}"


def _dots(report: Report, x: _Axis, y: _Axis) -> list[Dot]:
    return [
        Dot(kommune.name, across, up)
        for kommune in report.geografie.kommunen.values()
        if (across := x.value(kommune.ags)) is not None and (up := y.value(kommune.ags)) is not None
    ]


def _chart(x: _Axis, y: _Axis, places: list[Dot], relation: Relation) -> ScatterChart:
    return ScatterChart(
        title=f"{x.title} und {y.title} in {len(places)} Kommunen",
        description=_answer(x, y, relation),
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


def _answer(x: _Axis, y: _Axis, relation: Relation) -> str:
    """Return the relation in words, with the number they stand for."""
    words = relation.words[0].upper() + relation.words[1:]
    measure = f"(Spearman {zahl(relation.spearman, 2)}, {relation.n} Kommunen)"
    if relation.strength is Strength.NONE:
        return f"{words} {measure}."
    loosely = "ein wenig " if relation.strength is Strength.WEAK else ""
    other = "höheren" if relation.rises else "niedrigeren"
    return (
        f"{words} {measure}: Höhere Werte bei „{x.indikator.titel}“ gehen {loosely}mit "
        f"{other} bei „{y.indikator.titel}“ einher."
    )


def _warnings(x: _Axis, y: _Axis, relation: Relation) -> Iterator[str]:
    yield from warnings(relation, "Kommunen")
    if x.year != y.year:
        yield f"Die Zahlen sind aus zwei verschiedenen Jahren, {x.year} und {y.year}."


def _halves(x: _Axis, y: _Axis, places: Sequence[Dot]) -> str:
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
    report: Report,
    vergleich: Vergleich,
    x: _Axis,
    y: _Axis,
    chart: ScatterChart,
    relation: Relation,
) -> PairView:
    address = f"{URL}{_id(vergleich)}"
    (width, height), (width_narrow, height_narrow) = scatter_size(False), scatter_size(True)
    return PairView(
        id=_id(vergleich),
        question=vergleich.frage,
        answer=_answer(x, y, relation),
        warnings=tuple(_warnings(x, y, relation)),
        sentence=_halves(x, y, chart.dots),
        picture=Picture(
            f"{address}.svg",
            f"{chart.title}. {chart.description}",
            *(width, height),
            f"{address}-schmal.svg",
            *(width_narrow, height_narrow),
        ),
        source="; ".join(dict.fromkeys(source_line(one.indikator, one.year) for one in (x, y))),
        thirds_head=("Drittel", *_third_names(x, [dot.x for dot in chart.dots])),
        thirds=tuple(_thirds(y, chart.dots)),
        head=("Kommune", _with_unit(x.indikator), _with_unit(y.indikator)),
        rows=tuple(_rows(report, x, y)),
        caption=chart.title,
        measures=(
            f"Spearman {zahl(relation.spearman, 2)} · Pearson {zahl(relation.pearson, 2)} · "
            f"n = {relation.n}"
        ),
    )


def _third_names(axis: _Axis, values: Sequence[float]) -> tuple[str, ...]:
    """Return "Eigentümerquote unten: 20,3 bis 35,1 %" for the lower third, and so on."""
    indikator = axis.indikator
    found = thirds(values)
    names = []
    for number, place in enumerate(THIRDS):
        inside = [value for value, third in zip(values, found, strict=True) if third == number]
        name = f"{indikator.titel} {place}"
        if inside:
            low = zahl(min(inside), indikator.dezimalstellen)
            high = groesse(max(inside), indikator.einheit, indikator.dezimalstellen)
            name = f"{name}: {low} bis {high}"
        names.append(name)
    return tuple(names)


def _thirds(y: _Axis, dots: Sequence[Dot]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each third of the upright figure, the upper one first as in the picture."""
    classes = bivariate([dot.x for dot in dots], [dot.y for dot in dots])
    names = _third_names(y, [dot.y for dot in dots])
    for up in reversed(range(len(THIRDS))):
        row = [
            sorted(dot.name for dot, one in zip(dots, classes, strict=True) if one == (across, up))
            for across in range(len(THIRDS))
        ]
        yield (
            Cell(names[up]),
            *(Cell(", ".join(inside) or "–", note=_count(inside)) for inside in row),
        )


def _count(places: list[str]) -> str:
    if not places:
        return ""
    return "1 Kommune" if len(places) == 1 else f"{len(places)} Kommunen"


def _rows(report: Report, x: _Axis, y: _Axis) -> Iterator[tuple[Cell, ...]]:
    for kommune in sorted(report.geografie.kommunen.values(), key=lambda one: one.name):
        yield (
            Cell(kommune.name, url_of(report, kommune.key)),
            *(
                number_cell(one.indikator, one.levels.get(kommune.ags, {}).get(one.year))
                for one in (x, y)
            ),
        )
