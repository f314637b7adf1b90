"""Bar charts: names begin with their bars, values stand behind them, no line crosses either."""

from itertools import product

import pytest
from support import MUSTER

from fokusbericht.charts.layout import text_width
from fokusbericht.charts.vega.bars import bar_size, bar_spec
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import Bar, BarChart, Reference
from fokusbericht.figures.charts import ranking_chart
from fokusbericht.load import load_report
from fokusbericht.statistics.messung import messungen

ACCENT = Accent("#0a5f73", "#7cc7d3")
FAR = 60  # px
LINES = (Reference("Kreis", 7.6), Reference("Schleswig-Holstein", 5.3))
BOTH_WAYS = tuple(
    Bar(f"{name} {number}", value, number == 3)
    for number, (name, value) in enumerate(
        [
            ("Groß Offenseth-Aspern", 24.1),
            ("Haseldorf", 7.2),
            ("Osterhorn", 2.2),
            ("Klein Offenseth-Sparrieshoop", 0.0),
            ("Neuendeich", -0.6),
            ("Bokel", -11.6),
        ]
    )
)
CHARTS = {
    "both ways": BarChart("t", "d", "%", 1, BOTH_WAYS, LINES),
    "many": BarChart("t", "d", "%", 1, BOTH_WAYS * 8, LINES),
    "negative": BarChart("t", "d", "", 1, (Bar("Deutschland", -4.0), Bar("Kreis", -5.9))),
    "cut": BarChart(
        *("t", "d", "€", 0),
        (Bar("Helgoland", 44_796.0, cut=True), *(Bar(f"Ort {n}", 1000.0 + n) for n in range(6))),
        (Reference("Kreis", 1_040.0),),
    ),
    "missing": BarChart("t", "d", "%", 1, (Bar("Wedel", 3.0), Bar("Appen", None)), LINES),
}


class Drawn:
    """The bars, texts and upright lines of a chart in px of the plot."""

    def __init__(self, chart: BarChart, narrow: bool) -> None:
        spec = bar_spec(chart, narrow, ACCENT)
        params = {one["name"]: one["value"] for one in spec["params"]}  # type: ignore[attr-defined]
        low, high = params["werte"]
        self.width = float(spec["width"])  # type: ignore[arg-type]
        self.left = float(spec["padding"]["left"])  # type: ignore[index]

        def px(value: float) -> float:
            return (value - low) / (high - low) * self.width

        sets = spec["datasets"]
        self.bars = [
            (row["name"], px(row["x"]), row["y"], px(row["x2"]), row["y2"])
            for row in sets["balken"]  # type: ignore[index]
        ]
        self.lines = [
            (px(row["x"]), row["y"], row["y2"])
            for row in sets["striche"]  # type: ignore[index]
            if row["x"] == row["x2"] and row["staerke"] == 1.5
        ]
        self.texts = [
            (row.get("name"), row["text"], *self._box(px(row["x"]), row))
            for row in sets["texte"]  # type: ignore[index]
        ]

    @staticmethod
    def _box(x: float, row: dict[str, object]) -> tuple[float, float, float, float]:
        width = text_width(str(row["text"]), 14, bool(row["fett"]))
        left = {"left": x, "right": x - width, "center": x - width / 2}[str(row["lage"])]
        middle = float(str(row["y"]))
        return left, middle - 6, left + width, middle + 5


def apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the gap between two spans; 0 where they overlap."""
    return max(0.0, one[0] - other[1], other[0] - one[1])


def check(chart: BarChart, narrow: bool) -> None:
    drawn = Drawn(chart, narrow)
    whole = bar_size(chart, narrow)[0]
    rows = {name: box for name, *box in drawn.bars}
    names = {bar.name for bar in chart.bars}
    for name, text, left, top, right, bottom in drawn.texts:
        assert left >= -drawn.left - 1 and right <= whole - drawn.left + 1, text
        for x, start, end in drawn.lines:
            is_crossed = left < x < right and apart((start, end), (top, bottom)) == 0
            assert not is_crossed, text
        if name not in rows or len({one.name for one in chart.bars}) < len(chart.bars):
            continue
        begin, above, end, below = rows[name]
        across, down = apart((left, right), (begin, end)), apart((top, bottom), (above, below))
        if text in names:
            assert across <= 8.01 and down <= 8, text
        else:
            assert across <= FAR and down == 0, text


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("name", CHARTS)
def test_names_and_values_stand_beside_their_bars(name: str, narrow: bool) -> None:
    check(CHARTS[name], narrow)


def test_so_it_is_in_all_rankings_of_a_county() -> None:
    for messung in messungen(load_report(MUSTER)[0]).values():
        chart = ranking_chart(messung, messung.year)
        for narrow in (False, True) if chart else ():
            assert chart
            check(chart, narrow)


def test_a_value_stands_past_the_line_that_would_cross_it() -> None:
    bars = (Bar("Wedel", 10.0), Bar("Appen", 2.2), Bar("Heist", 0.1))
    drawn = Drawn(BarChart("t", "d", "%", 1, bars, (Reference("Kreis", 2.3),)), False)
    ((pole, *_),) = {line[:1] for line in drawn.lines}
    places = {text: left for _, text, left, *_ in drawn.texts}
    assert places["2,2\u202f%"] == pytest.approx(pole + 8)
    assert places["0,1\u202f%"] < pole
    assert places["10,0\u202f%"] > pole


def test_where_it_would_stand_too_far_away_the_line_is_interrupted() -> None:
    lines = (Reference("Kreis", 7.6), Reference("Schleswig-Holstein", 5.3))
    bars = (Bar("Heede", 24.1), Bar("Osterhorn", 2.2))
    for narrow in (False, True):
        drawn = Drawn(BarChart("t", "d", "%", 1, bars, lines), narrow)
        values = [(text, box) for _, text, *box in drawn.texts if text.startswith("2,2")]
        ends = {name: end for name, _, _, end, _ in drawn.bars}
        assert values[0][1][0] - ends["Osterhorn"] <= FAR
        check(BarChart("t", "d", "%", 1, bars, lines), narrow)


@pytest.mark.parametrize("narrow, many", product((False, True), (False, True)))
def test_what_is_missing_is_said_at_the_zero_line(narrow: bool, many: bool) -> None:
    bars = (
        Bar("Appen", None, missing="geheim gehalten"),
        *(Bar(f"Ort {n}", 5.0) for n in range(3)),
    )
    drawn = Drawn(BarChart("t", "d", "%", 1, bars * (5 if many else 1), LINES), narrow)
    assert {left for _, text, left, *_ in drawn.texts if text == "geheim gehalten"} == {8.0}
