"""Axes: one chart has one axis, wide and narrow; whatever leaves zero out says so."""

import re

import pytest
from support import MUSTER

from fokusbericht.charts.layout import thinned
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import (
    DistributionChart,
    Dot,
    LineChart,
    ScatterChart,
    Series,
    SwarmDot,
)
from fokusbericht.charts.vega.distribution import distribution_spec, distribution_svg
from fokusbericht.charts.vega.lines import line_spec, line_svg
from fokusbericht.charts.vega.scatter import scatter_spec
from fokusbericht.charts.vega.vegalite import Spec
from fokusbericht.figures.charts import distribution_chart
from fokusbericht.figures.pictures import line_chart
from fokusbericht.load import load_report
from fokusbericht.statistics.messung import messungen

ACCENT = Accent("#0a5f73", "#7cc7d3")
SPANS = [
    (14.8, 29.0),
    (19_580, 29_158),
    (95.0, 99.4),
    (-31.0, -27.5),
    (-4.0, 2.5),
    (0.0, 0.3),
    (1_000_000.0, 1_040_000.0),
]
ZIGZAG = 5  # strokes


def course(low: float, high: float, unit: str = "%") -> LineChart:
    return LineChart("T", "B", unit, 1, (Series("Kreis", ((2000, low), (2010, high)), True),))


def spread(low: float, high: float, unit: str = "%") -> DistributionChart:
    return DistributionChart("T", "B", unit, 1, (SwarmDot("A", low), SwarmDot("B", high)))


def domains(spec: Spec) -> dict[str, list[float]]:
    """Return what the axes of values span."""
    params = {one["name"]: one["value"] for one in spec["params"]}  # type: ignore[attr-defined]
    return {name: params[name] for name in ("werte", "waagerecht") if name in params}


def strokes_of_mark(svg: str) -> int:
    """Return how many strokes are drawn as those of the mark are."""
    return len(re.findall(r'<line[^>]*stroke-width="1.3"', svg))


def cut_text(svg: str) -> str:
    found = re.search(r"Achse (?:beginnt|endet) bei [^<]+", svg)
    return found[0] if found else ""


@pytest.mark.parametrize("span", SPANS)
def test_a_chart_has_one_axis_wide_and_narrow(span: tuple[float, float]) -> None:
    line, strip = course(*span), spread(*span)
    dots = ScatterChart("T", "B", "x", "y", 1, 1, (Dot("A", *span), Dot("B", *span[::-1])))
    for wide, narrow in (
        (line_spec(line, False, ACCENT), line_spec(line, True, ACCENT)),
        (distribution_spec(strip, False, ACCENT), distribution_spec(strip, True, ACCENT)),
        (scatter_spec(dots, False, ACCENT), scatter_spec(dots, True, ACCENT)),
    ):
        assert domains(wide) and domains(wide) == domains(narrow)


def test_all_charts_of_a_county_have_one_axis_and_are_marked_where_it_is_cut() -> None:
    cuts = 0
    for messung in messungen(load_report(MUSTER)[0]).values():
        line, strip = line_chart(messung), distribution_chart(messung, messung.year)
        specs = [
            *([line_spec(line, narrow, ACCENT) for narrow in (False, True)] if line else ()),
            *([distribution_spec(strip, narrow, ACCENT) for narrow in (0, 1)] if strip else ()),
        ]
        for wide, narrow in zip(specs[::2], specs[1::2], strict=True):
            assert domains(wide) == domains(narrow), messung.name
            ((low, high),) = domains(wide).values()
            for spec in (wide, narrow):
                said = cut_text(str(spec["datasets"]))
                assert bool(said) == (low > 0 or high < 0), messung.name
                cuts += bool(said)
    assert cuts > 10


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(
    "span, said",
    [
        ((14.8, 29.0), ""),  # moves enough to be read from zero
        ((24.0, 29.0), "Achse beginnt bei 24"),
        ((1_000_000.0, 1_040_000.0), "Achse beginnt bei 1.000.000"),
        ((-31.2, -27.2), "Achse endet bei −27"),
        ((-4.0, 2.5), ""),
    ],
)
def test_a_cut_axis_of_a_course_says_so(span: tuple[float, float], said: str, narrow: bool) -> None:
    svg = line_svg(course(*span), narrow, ACCENT).decode()
    assert cut_text(svg) == said
    assert strokes_of_mark(svg) == (ZIGZAG if said else 0)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize(
    "span, said",
    [
        ((21.7, 33.4), "Achse beginnt bei 20"),
        ((0.0, 23.9), ""),
        ((-31.2, -27.2), "Achse endet bei −27"),
    ],
)
def test_a_cut_axis_of_a_distribution_says_so(
    span: tuple[float, float], said: str, narrow: bool
) -> None:
    svg = distribution_svg(spread(*span), ACCENT, narrow)
    assert cut_text(svg) == said
    assert strokes_of_mark(svg) == (ZIGZAG if said else 0)


def test_a_long_unit_and_the_words_for_the_cut_stand_in_two_lines() -> None:
    unit = "je 1.000 Einwohnerinnen und Einwohner"
    for svg in (
        line_svg(course(24.0, 29.0, unit), True, ACCENT).decode(),
        distribution_svg(spread(24.0, 29.0, unit), ACCENT, True),
    ):
        assert f">{unit}</text>" in svg and ">Achse beginnt bei 24</text>" in svg
    wide = line_svg(course(24.0, 29.0, unit), False, ACCENT).decode()
    assert f">{unit} · Achse beginnt bei 24</text>" in wide


def test_nothing_to_draw_has_no_axis_that_is_cut() -> None:
    empty = LineChart("T", "B", "%", 1, (Series("X", ((2000, None),)),))
    assert cut_text(line_svg(empty, False, ACCENT).decode()) == ""
    nothing = DistributionChart("T", "B", "%", 1, ())
    assert cut_text(distribution_svg(nothing, ACCENT, False)) == ""


def test_where_numbers_have_no_room_the_round_ones_are_written() -> None:
    ticks = tuple(range(20, 36, 2))
    assert thinned(ticks, 40, 320) == ticks
    assert thinned(ticks, 60, 320) == (20, 24, 28, 32)
    assert thinned(ticks, 100, 320) == (20, 30)
