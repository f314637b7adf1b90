"""Distributions, and labels of upright lines: all apart, nothing clipped, the outermost named."""

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fokusbericht.charts.layout import text_width
from fokusbericht.charts.vega.bars import bar_svg
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import Bar, BarChart, DistributionChart, Reference, SwarmDot
from fokusbericht.charts.vega.distribution import distribution_svg
from fokusbericht.charts.vega.flags import ATOP, LEFT, RIGHT, Flag, flags
from fokusbericht.charts.vega.sizes import size
from fokusbericht.charts.vega.swarm import AIR, swarm

ACCENT = Accent("#0a5f73", "#7cc7d3")
SVG = "{http://www.w3.org/2000/svg}"
LINES = (
    Reference("Kreis Pinneberg", 47.5),
    Reference("Schleswig-Holstein", 50.0),
    Reference("Deutschland", 48.5),
)


def chart(emphasis: str = "", lines: tuple[Reference, ...] = LINES) -> DistributionChart:
    names = ("Elmshorn", "Klein Offenseth-Sparrieshoop", "Seester", "Bokel", "Groß Nordende")
    values = [29.2, 34.8, 78.2, 34.8, 34.8, *(50 + n * 0.6 for n in range(44))]
    places = [*names, *(f"Ort {n}" for n in range(44))]
    dots = tuple(SwarmDot(n, v, n == emphasis) for n, v in zip(places, values, strict=True))
    return DistributionChart("Quote <2022>", "Sie streut.", "%", 1, dots, lines)


def texts(svg: str) -> list[tuple[str, float, float, float, float]]:
    """Return the texts with the box they take: text, left, top, right, bottom."""
    found = []

    def walk(element: ElementTree.Element, x: float, y: float) -> None:
        move = re.match(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
        if move:
            x, y = x + float(move[1]), y + float(move[2])
        if element.tag == f"{SVG}text":
            wide = text_width(element.text or "", 14, element.get("font-weight") == "600")
            anchor = element.get("text-anchor", "start")
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            found.append((element.text or "", left, y - 10.5, left + wide, y + 1.4))
        for child in element:
            walk(child, x, y)

    walk(ElementTree.fromstring(svg), 0, 0)
    return found


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("emphasis", ["", "Klein Offenseth-Sparrieshoop", "Ort 3"])
def test_labels_lie_within_and_apart(narrow: bool, emphasis: str) -> None:
    one = chart(emphasis)
    svg = distribution_svg(one, ACCENT, narrow)
    assert svg == distribution_svg(one, ACCENT, narrow)
    width, height = size(one, narrow)
    assert f'width="{width}" height="{height}"' in svg
    found = texts(svg)
    for text, left, top, right, bottom in found:
        assert left >= -2 and top >= 0 and right <= width + 2 and bottom <= height, text
    for a, b in combinations(found, 2):
        apart = a[3] <= b[1] or b[3] <= a[1] or a[4] <= b[2] or b[4] <= a[2]
        assert apart, (a[0], b[0])


def test_it_says_what_it_is_and_names_the_outermost_and_the_stressed() -> None:
    svg = distribution_svg(chart("Klein Offenseth-Sparrieshoop"), ACCENT, False)
    root = ElementTree.fromstring(svg)
    assert (root.get("role"), root.get("lang")) == ("img", "de")
    assert root.findtext(f"{SVG}title") == "Quote <2022>"
    assert root.findtext(f"{SVG}desc") == "Sie streut."
    said = [text for text, *_ in texts(svg)]
    for text in (
        "Elmshorn 29,2\u202f%",
        "Seester 78,2\u202f%",
        "Klein Offenseth-Sparrieshoop und 2 weitere 34,8\u202f%",
        "Kreis Pinneberg 47,5\u202f%",
        "Schleswig-Holstein 50,0\u202f%",
        "60",
    ):
        assert text in said
    assert len(re.findall(r'd="M[^"]*A', svg)) == 50  # 49 dots and the rim of the stressed one


def test_two_places_with_one_number_share_a_label() -> None:
    dots = (SwarmDot("Bokel", 2.04), SwarmDot("Appen", 2.01), SwarmDot("Wedel", 9.0))
    svg = distribution_svg(DistributionChart("t", "d", "", 1, dots), ACCENT, False)
    assert "Appen und Bokel 2,0" in svg


def test_nothing_to_draw_is_said() -> None:
    svg = distribution_svg(DistributionChart("t", "d", "%", 1, ()), ACCENT, True)
    assert "keine Angaben" in svg


def test_a_crowd_stays_low() -> None:
    dots = tuple(SwarmDot(f"Ort {n}", 5.0) for n in range(200))
    one = DistributionChart("t", "d", "%", 1, dots)
    assert size(one, True)[1] < 320
    distribution_svg(one, ACCENT, True)


@given(st.lists(st.floats(0, 700), max_size=60))
def test_no_dot_covers_another(places: list[float]) -> None:
    moves = swarm(places, 6)
    for a, b in combinations(zip(places, moves, strict=True), 2):
        assert (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 >= (12 + AIR - 0.2) ** 2


@given(st.lists(st.tuples(st.floats(0, 700), st.floats(20, 200)), min_size=1, max_size=4))
def test_no_pole_runs_through_a_flag(items: list[tuple[float, float]]) -> None:
    poles, widths = [pole for pole, _ in items], [width for _, width in items]
    hung = flags(poles, widths, 0, 700)
    for flag in hung:
        assert flag.left >= 0 and flag.right <= 700
        for pole, other in zip(poles, hung, strict=True):
            crosses = flag.left < pole < flag.right and other.reach > flag.row
            assert not crosses or other is flag
    for one, other in combinations(hung, 2):
        apart = one.right <= other.left or other.right <= one.left
        assert apart or one.row != other.row


def test_flags_take_as_few_rows_as_can_be() -> None:
    assert flags([100, 400], [80, 80], 0, 500) == [
        Flag(RIGHT, 105, 185),
        Flag(RIGHT, 405, 485),
    ]
    assert [flag.side for flag in flags([200, 210], [100, 100], 0, 500)] == [LEFT, RIGHT]
    assert [flag.side for flag in flags([60], [110], 0, 120)] == [ATOP]
    assert flags([], [], 0, 100) == []


@pytest.mark.parametrize("narrow", [False, True])
def test_49_bars_with_three_lines_are_low_and_clear(narrow: bool) -> None:
    bars = tuple(Bar(f"Klein Offenseth-Sparrieshoop {n}", 78 - n, n == 40) for n in range(49))
    one = BarChart("t", "d", "%", 1, bars, LINES)
    width, height = size(one, narrow)
    assert height <= (1800 if narrow else 1200)
    found = texts(bar_svg(one, narrow, ACCENT).decode())
    for text, left, top, right, bottom in found:
        assert left >= -2 and top >= 0 and right <= width + 2 and bottom <= height, text
    for a, b in combinations(found, 2):
        assert a[3] <= b[1] or b[3] <= a[1] or a[4] <= b[2] or b[4] <= a[2], (a[0], b[0])


# --- What would flatten all others --------------------------------------------------------------


@pytest.mark.parametrize("narrow", [False, True])
def test_a_place_far_out_lies_beside_the_axis_and_the_others_keep_theirs(narrow: bool) -> None:
    one = chart()
    cut = SwarmDot("Helgoland", 44796.0, cut=True)
    svg = distribution_svg(replace(one, dots=(*one.dots, cut)), ACCENT, narrow)
    said = {text: left for text, left, *_ in texts(svg)}
    assert "60" in said  # the axis is that of the others
    assert any(text.startswith("Helgoland") for text in said)
    assert any(text.startswith("Seester") for text in said)  # the highest on the axis is named, too
    wide, _ = size(one, narrow)
    for _, left, _, right, _ in texts(svg):
        assert left >= -1 and right <= wide + 1


@pytest.mark.parametrize("narrow", [False, True])
def test_a_bar_far_out_is_cut_off_and_keeps_its_number(narrow: bool) -> None:
    bars = tuple(Bar(f"Ort {n}", 1000.0 + n) for n in range(6))
    cut = (Bar("Helgoland", 44796.0, cut=True), *bars)
    svg = bar_svg(BarChart("Kraft", "", "€", 0, cut), narrow, ACCENT).decode()
    said = [text for text, *_ in texts(svg)]
    assert "44.796" in said and "Helgoland" in said
    ends = [float(wide) for wide in re.findall(r'<path[^>]* d="M[-\d.]+,[-\d.]+h([\d.]+)', svg)]
    highest = max(ends)
    assert sum(wide > highest * 0.8 for wide in ends) == 7  # no bar is flattened
