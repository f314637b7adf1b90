"""A pair of figures as pictures: a scatter plot, and a map of nine classes."""

from collections.abc import Iterator

from fokusbericht.charts.vega.data import Dot, ScatterChart
from fokusbericht.figures.pictures import room_labels
from fokusbericht.maps import Area, MapView, bivariate_class
from fokusbericht.model.report import Report
from fokusbericht.statistics.pairs import Axis, Pair
from fokusbericht.statistics.relate import bivariate
from fokusbericht.urls import pair_url
from fokusbericht.words.numbers import source_line, value_text
from fokusbericht.words.pairs import answer, with_unit
from fokusbericht.words.secret import has_secret

NAMED = 14  # so many of the striking places ask for room for their name
THIRD = ("im unteren Drittel", "im mittleren Drittel", "im oberen Drittel")
LEFT_OUT = (("fehlt", "keine Angabe"), ("geheim", "geheim gehalten"))


def sources(pair: Pair) -> str:
    """Return where both figures are from; a source of both is named once."""
    lines = (
        f"{axis.indikator.titel}: {source_line(axis.indikator, axis.year)}" for axis in axes(pair)
    )
    return " – ".join(lines)


def axes(pair: Pair) -> tuple[Axis, Axis]:
    """Return both figures."""
    return pair.x, pair.y


def chart_of(report: Report, pair: Pair) -> ScatterChart:
    """Return the scatter plot of a pair."""
    x, y = pair.x.indikator, pair.y.indikator
    return ScatterChart(
        title=f"{pair.x.title} und {pair.y.title} in {len(pair.areas)} Kommunen",
        description=answer(x.titel, y.titel, pair.relation),
        x_title=with_unit(pair.x),
        y_title=with_unit(pair.y),
        x_digits=x.dezimalstellen,
        y_digits=y.dezimalstellen,
        dots=_striking_first(report, pair),
    )


def _striking_first(report: Report, pair: Pair) -> tuple[Dot, ...]:
    """Return the dots with those farthest from the middle first, and named."""
    names = (report.geografie.kommunen[ags].name for ags in pair.areas)
    places = [Dot(*place) for place in zip(names, pair.xs, pair.ys, strict=True)]
    far = [
        across**2 + up**2
        for across, up in zip(_from_middle(pair.xs), _from_middle(pair.ys), strict=True)
    ]
    ordered = sorted(zip(far, places, strict=True), key=lambda one: (-one[0], one[1].name))
    return tuple(dot._replace(named=number < NAMED) for number, (_, dot) in enumerate(ordered))


def _from_middle(values: tuple[float, ...]) -> list[float]:
    middle, span = sum(values) / len(values), max(values) - min(values)
    return [(value - middle) / span for value in values]


def map_view(report: Report, pair: Pair) -> MapView:
    """Return the map of both figures at once."""
    areas = tuple(_areas(report, pair))
    styles = {area.css for area in areas}
    return MapView(
        title=f"{pair.x.title} und {pair.y.title}: beide auf einer Karte",
        description=together(pair),
        areas=areas,
        labels=room_labels(report.geografie),
        source=sources(pair),
        link=f"{report.kreis.basis_url}{pair_url(pair.vergleich)}",
        legend=tuple(entry for entry in LEFT_OUT if entry[0] in styles),
        axes=axis_words(pair),
    )


def _areas(report: Report, pair: Pair) -> Iterator[Area]:
    classes = dict(zip(pair.areas, bivariate(pair.xs, pair.ys), strict=True))
    for ags, kommune in report.geografie.kommunen.items():
        found = classes.get(ags)
        css = bivariate_class(*found) if found else _missing(pair, ags)
        yield Area(ags, kommune.name, f"{kommune.name}: {_told(pair, ags, found)}", css)


def axis_words(pair: Pair) -> tuple[str, str]:
    """Return what grows to the right and what grows upwards in the legend of the map."""
    x, y = (axis.indikator.titel for axis in axes(pair))
    return f"{x} höher", f"{y} höher"


def _told(pair: Pair, ags: str, found: tuple[int, int] | None) -> str:
    texts = []
    for number, axis in enumerate(axes(pair)):
        value = value_text(axis.indikator, axis.messung.at(ags, axis.year))
        third = f" ({THIRD[found[number]]})" if found else ""
        texts.append(f"{axis.indikator.titel} {value}{third}")
    return ", ".join(texts)


def _missing(pair: Pair, ags: str) -> str:
    figures = (axis.messung.at(ags, axis.year) for axis in axes(pair))
    return "geheim" if has_secret(figures) else "fehlt"


def together(pair: Pair) -> str:
    """Return in how many Kommunen both figures are high, low, or one of each."""
    found = bivariate(pair.xs, pair.ys)
    high, low = found.count((2, 2)), found.count((0, 0))
    across = found.count((2, 0)) + found.count((0, 2))
    return (
        f"Bei beiden Zahlen im oberen Drittel: {_count(high)} von {len(found)} Kommunen; bei "
        f"beiden im unteren: {_count(low)}; bei der einen im oberen, bei der anderen im unteren: "
        f"{_count(across)}."
    )


def _count(number: int) -> str:
    return "keine" if number == 0 else str(number)
