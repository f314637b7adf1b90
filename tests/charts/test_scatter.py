"""Scatter plots of the county's own pairs: names apart and inside, axes whole, wide and narrow."""

from itertools import combinations

import pytest
from support import MUSTER

from fokusbericht.charts.layout import text_width
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import ScatterChart
from fokusbericht.charts.vega.scatter import scatter_size, scatter_spec
from fokusbericht.figures.pair_pictures import chart_of
from fokusbericht.load import load_report
from fokusbericht.statistics.pairs import pairs_of

ACCENT = Accent("#0a5f73", "#7cc7d3")
HALF = 8.0  # px: half the height of a line
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def charts() -> list[ScatterChart]:
    report = load_report(MUSTER)[0]
    return [chart_of(report, pair) for pair in pairs_of(report)]


def boxes(chart: ScatterChart, narrow: bool) -> dict[str, Box]:
    """Return where each text of a drawing stands, in px of the whole picture."""
    spec = scatter_spec(chart, narrow, ACCENT)
    params = {one["name"]: one["value"] for one in spec["params"]}  # type: ignore[attr-defined]
    plot = (spec["width"], spec["height"])
    pad = spec["padding"]
    found = {}
    for row in spec["datasets"]["texte"]:  # type: ignore[index]
        (low, high), (bottom, top) = params["waagerecht"], params["werte"]
        x = pad["left"] + (row["x"] - low) / (high - low) * plot[0]  # type: ignore[index]
        y = pad["top"] + (top - row["y"]) / (top - bottom) * plot[1]  # type: ignore[index]
        width = text_width(row["text"], 14) * 0.9
        left = {"left": x, "right": x - width, "center": x - width / 2}[row["lage"]]
        found[row["text"]] = (left, y - HALF, left + width, y + HALF)
    return found


@pytest.mark.parametrize("narrow", [False, True])
def test_names_and_titles_are_whole_and_apart(charts: list[ScatterChart], narrow: bool) -> None:
    width, height = scatter_size(narrow)
    for chart in charts:
        found = boxes(chart, narrow)
        names = {dot.name for dot in chart.dots}
        assert len(names & found.keys()) >= (6 if narrow else 8), chart.title
        for text, box in found.items():
            assert box[0] >= -1 and box[1] >= 0, (chart.title, text)
            assert box[2] <= width + 1 and box[3] <= height, (chart.title, text)
        for (one, a), (other, b) in combinations(found.items(), 2):
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, (chart.title, one, other)


def test_only_dots_that_bear_their_name_have_the_accent(charts: list[ScatterChart]) -> None:
    for chart in charts:
        spec = scatter_spec(chart, True, ACCENT)
        sets = spec["datasets"]
        dots = [row for row in sets["punkte"] if row["farbe"] == ACCENT.light]  # type: ignore[index]
        names = {dot.name for dot in chart.dots}
        texts = [row for row in sets["texte"] if row["text"] in names]  # type: ignore[index]
        assert len(dots) == len(texts)


def test_an_arrow_stays_with_its_words(charts: list[ScatterChart]) -> None:
    for chart in charts:
        assert "→" not in boxes(chart, True)
