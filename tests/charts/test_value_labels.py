"""Values at a line: where its course begins and turns, apart from all lines and from the axis."""

from itertools import combinations, pairwise

import pytest
from support import MUSTER

from fokusbericht.charts.layout import text_width
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import LineChart, Series
from fokusbericht.charts.vega.lines import line_spec
from fokusbericht.charts.vega.sizes import size
from fokusbericht.charts.vega.value_labels import ToldPoint, ValueLabel, value_labels
from fokusbericht.charts.vega.vegalite import Spec
from fokusbericht.figures.pictures import line_chart
from fokusbericht.load import load_report
from fokusbericht.statistics.messung import messungen

ACCENT = Accent("#0a5f73", "#7cc7d3")
PEAK = ((2020, 1879.0), (2022, 5238.0), (2023, 3530.0))
INNER = (0.0, -20.0, 400.0, 300.0)


def course(*points: tuple[int, float], told: tuple[int, ...] = ()) -> LineChart:
    return LineChart("T", "B", "%", 1, (Series("Kreis", points, True, told=told),))


def texts(spec: Spec) -> list[str]:
    return [row["text"] for row in spec["datasets"]["texte"]]  # type: ignore[index]


@pytest.mark.parametrize("narrow", [False, True])
def test_a_course_bears_its_values_at_start_turning_point_and_end(narrow: bool) -> None:
    found = " ".join(texts(line_spec(course(*PEAK, told=(2020, 2022)), narrow, ACCENT)))
    for value in ("1.879,0\u202f%", "5.238,0\u202f%", "3.530,0\u202f%"):
        assert found.count(value) == 1
    assert "5.238" not in " ".join(texts(line_spec(course(*PEAK), narrow, ACCENT)))


def test_the_course_of_the_county_is_told_as_its_sentence_tells_it() -> None:
    told = 0
    for messung in messungen(load_report(MUSTER)[0]).values():
        chart = line_chart(messung)
        for series in chart.series if chart else ():
            assert not series.told or series.emphasis
            for year in series.told[1:]:
                told += 1
                assert str(year) in chart.description, messung.name  # type: ignore[union-attr]
    assert told


def test_a_peak_bears_its_value_above_and_a_trough_below() -> None:
    stroke = [(0.0, 200.0), (200.0, 100.0), (400.0, 200.0)]
    for is_peak, y in ((True, 86.0), (False, 114.0)):
        line = stroke if is_peak else [(x, 200.0 - height) for x, height in stroke]
        point = ToldPoint(200.0, 100.0, "45,4", is_peak)
        assert [*value_labels([point], [line], INNER)] == [ValueLabel(200.0, y, "center", "45,4")]


def test_at_the_axis_a_value_stands_beside_its_point() -> None:
    falling = [(0.0, 100.0), (400.0, 200.0)]
    (label,) = value_labels([ToldPoint(0.0, 100.0, "70,9", True)], [falling], INNER)
    assert (label.x, label.y, label.side) == (0.0, 86.0, "left")


def test_where_lines_are_all_around_no_value_is_written() -> None:
    crowd = [[(0.0, float(y)), (400.0, float(y))] for y in range(0, 300, 10)]
    assert [*value_labels([ToldPoint(200.0, 100.0, "1", True)], crowd, INNER)] == []


class Plot:
    """The texts and lines of a drawn course, in px."""

    def __init__(self, spec: Spec) -> None:
        params = {one["name"]: one["value"] for one in spec["params"]}  # type: ignore[attr-defined]
        self.years, self.values = params["jahre"], params["werte"]
        self.size = float(spec["width"]), float(spec["height"])  # type: ignore[arg-type]
        sets = spec["datasets"]
        self.texts = [self.box(row) for row in sets["texte"]]  # type: ignore[index]
        self.strokes = [
            (self.px(one), self.px(other))
            for one, other in pairwise(sets["linien"])  # type: ignore[index]
            if one["teil"] == other["teil"]
        ]

    def px(self, row: dict[str, float]) -> tuple[float, float]:
        (first, last), (low, high) = self.years, self.values
        across, up = (row["x"] - first) / (last - first), (row["y"] - low) / (high - low)
        return across * self.size[0], (1 - up) * self.size[1]

    def box(self, row: dict[str, float]) -> tuple[str, float, float, float, float]:
        x, y = self.px(row)
        text = str(row["text"])
        wide = text_width(text, 14, bool(row["fett"]))
        left = {"left": x, "right": x - wide, "center": x - wide / 2}[str(row["lage"])]
        return text, left, y - 6, left + wide, y + 6


@pytest.mark.parametrize("narrow", [False, True])
def test_no_line_runs_through_a_value_and_no_text_meets_another(narrow: bool) -> None:
    for messung in messungen(load_report(MUSTER)[0]).values():
        chart = line_chart(messung)
        if not chart:
            continue
        plot = Plot(line_spec(chart, narrow, ACCENT))
        for one, other in combinations(plot.texts, 2):
            apart = one[3] <= other[1] or other[3] <= one[1]
            assert apart or one[4] <= other[2] or other[4] <= one[2], (chart.title, one, other)
        for (x, y), (x2, y2) in plot.strokes:
            for step in range(51):
                at = x + (x2 - x) * step / 50, y + (y2 - y) * step / 50
                for text, left, top, right, bottom in plot.texts:
                    assert not (left < at[0] < right and top < at[1] < bottom), (chart.title, text)


def test_many_names_make_the_picture_taller_instead_of_covering_one_another() -> None:
    names = [f"Klein Offenseth-Sparrieshoop {n}" for n in range(8)]
    series = tuple(Series(name, ((2000, 1.0), (2010, 2.0 + n))) for n, name in enumerate(names))
    chart = LineChart("T", "B", "%", 1, series)
    assert size(chart, True)[1] > 340
    assert size(course(*PEAK), True) == (360, 340)
