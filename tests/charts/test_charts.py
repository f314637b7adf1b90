"""Charts: German, legible on a phone, gaps cut, the same bytes twice."""

import re
import subprocess
import sys
from itertools import combinations
from xml.etree import ElementTree

import pytest
from charts.colours import SIGHTS, contrast, oklab

from fokusbericht.charts.drawn.sparkline import Sparkline, sparkline_svg
from fokusbericht.charts.layout import spread, text_width, value_ticks, wrap, year_ticks
from fokusbericht.charts.segments import segments
from fokusbericht.charts.vega import colours as hues
from fokusbericht.charts.vega.bars import bar_svg
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import Bar, BarChart, LineChart, Reference, Series
from fokusbericht.charts.vega.lines import line_svg
from fokusbericht.charts.vega.sizes import size

ACCENT = Accent("#0a5f73", "#7cc7d3")
SVG = "{http://www.w3.org/2000/svg}"
ROOMS = (
    "Wedel",
    "Pinneberg",
    "Uetersen/Tornesch",
    "Elmshorn",
    "Quickborn",
    "Barmstedt",
    "Helgoland",
)
YEARS = range(1983, 2024, 2)


def rooms(emphasis: str = "") -> LineChart:
    series = [
        Series(name, tuple((year, 1000.5 * (n + 1) + year) for year in YEARS), name == emphasis)
        for n, name in enumerate(ROOMS)
    ]
    kreis = Series("Kreis", tuple((year, 4000.0 + year) for year in YEARS), dashed=True)
    land = Series("Schleswig-Holstein", tuple((year, 4010.0 + year) for year in YEARS), dashed=True)
    return LineChart(
        "Bevölkerung", "Alle wachsen & gedeihen.", "Personen", 0, (*series, kreis, land), (2011,)
    )


def with_gap() -> LineChart:
    points = ((1994, 70.1), (1998, 61.2), (2003, None), (2008, 48.0), (2013, 44.7), (2018, None))
    single = ((2018, None), (2023, 55.5))
    series = (Series("Elmshorn", points + single[1:], True),)
    return LineChart("Wahlbeteiligung", "Sie sinkt.", "%", 1, series)


def bars() -> BarChart:
    return BarChart(
        "Eigentümerquote",
        "In Seester am höchsten.",
        "%",
        1,
        (
            Bar("Seester", 78.2),
            Bar("Klein Offenseth-Sparrieshoop", 72.04, emphasis=True),
            Bar("Wedel", -3.4),
            Bar("Helgoland", None, missing="geheim gehalten"),
        ),
        (Reference("Kreis", 49.3), Reference("Schleswig-Holstein", 51.5), Reference("Bund", 44.1)),
    )


CHARTS = {
    "rooms": rooms(),
    "stressed": rooms("Elmshorn"),
    "gap": with_gap(),
    "bars": bars(),
    "nothing": LineChart("Leer", "", "%", 1, (Series("X", ((2000, None), (2001, None))),)),
    "no series": LineChart("Leer", "", "%", 1, ()),
    "no bars": BarChart("Leer", "", "%", 1, ()),
    "one value": LineChart("Eins", "", "%", 1, (Series("X", ((2000, 5.0),)),)),
}


def draw(chart: LineChart | BarChart, narrow: bool = False) -> str:
    make = line_svg if isinstance(chart, LineChart) else bar_svg
    return make(chart, narrow, ACCENT).decode()  # type: ignore[operator]


def texts(svg: str) -> list[tuple[str, float, float, float, float]]:
    """Return the texts with the box they take: text, left, top, right, bottom."""
    found = []

    def walk(element: ElementTree.Element, x: float, y: float) -> None:
        move = re.match(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
        if move:
            x, y = x + float(move[1]), y + float(move[2])
        if element.tag == f"{SVG}text":
            high = float(element.get("font-size", "0").removesuffix("px"))
            wide = text_width(element.text or "", high, element.get("font-weight") == "600")
            anchor = element.get("text-anchor", "start")
            left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            found.append((element.text or "", left, y - high * 0.75, left + wide, y + high * 0.1))
        for child in element:
            walk(child, x, y)

    walk(ElementTree.fromstring(svg), 0, 0)
    return found


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_german_small_and_the_same_twice(name: str, narrow: bool) -> None:
    chart = CHARTS[name]
    svg = draw(chart, narrow)
    assert svg == draw(chart, narrow)
    assert len(svg) <= 25_000
    root = ElementTree.fromstring(svg)
    assert (int(root.get("width", 0)), int(root.get("height", 0))) == size(chart, narrow)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == chart.title
    assert root.findtext(f"{SVG}desc") == chart.description
    inside = svg.partition("</style>")[2]
    assert not re.search(r"aria|role=|class=|axis|mark|NaN|undefined|null", inside)
    assert "background" not in svg and 'fill="white"' not in svg


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("name", ["rooms", "stressed", "gap", "bars"])
def test_texts_are_large_enough_lie_within_and_apart(name: str, narrow: bool) -> None:
    svg = draw(CHARTS[name], narrow)
    width, height = size(CHARTS[name], narrow)
    found = texts(svg)
    assert {float(px) for px in re.findall(r'font-size="(\d+)px"', svg)} == {14.0}
    for text, left, top, right, bottom in found:
        assert left >= -2 and top >= 0 and right <= width + 2 and bottom <= height, text
    for one, other in combinations(found, 2):
        apart = one[3] <= other[1] or other[3] <= one[1] or one[4] <= other[2] or other[4] <= one[2]
        assert apart, (one[0], other[0])


def test_every_line_bears_its_name_and_last_value() -> None:
    found = [text for text, *_ in texts(draw(rooms("Elmshorn")))]
    assert "Elmshorn 6.025" in found
    assert "Barmstedt 8.026" in found
    assert "Bruch 2011" in found
    assert "Personen" in found
    assert "8.000" in found  # a tick, the German way


def test_breaks_without_room_for_two_labels_share_one() -> None:
    points = tuple((year, float(year)) for year in range(1995, 2023))
    for breaks, said in (
        ((2008, 2011), "Brüche 2008 und 2011"),
        ((2007, 2008, 2009), "Brüche 2007, 2008 und 2009"),
    ):
        chart = LineChart("t", "d", "", 0, (Series("X", points),), breaks)
        assert said in [text for text, *_ in texts(draw(chart, narrow=True))]


def test_a_colour_that_comes_again_is_dashed() -> None:
    series = tuple(Series(f"Ort {n}", ((2000, n), (2010, n + 1.0))) for n in range(9))
    svg = draw(LineChart("t", "d", "", 0, series))
    lines = re.findall(r'<path d="M[^"A]*"([^>]*stroke-linecap[^>]*)/>', svg)
    seen = [re.findall(r'stroke(?:-dasharray)?="([^"]+)"', line) for line in lines]
    assert len({tuple(sorted(one)) for one in seen}) == 9


def test_gaps_and_breaks_cut_the_line() -> None:
    points = ((2000, 1.0), (2004, 2.0), (2008, None), (2010, 3.0), (2011, 4.0), (2013, 5.0))
    assert segments(points, ()) == (
        ((2000, 1.0), (2004, 2.0)),
        ((2010, 3.0), (2011, 4.0), (2013, 5.0)),
    )
    assert segments(points, (2011,))[1:] == (((2010, 3.0),), ((2011, 4.0), (2013, 5.0)))
    svg = draw(with_gap())
    lines = re.findall(r'<path d="(M[^"A]*)"', svg)
    assert [line.count("L") for line in lines] == [1, 1]
    # All values are few enough to have a dot each; the last one, alone, has nothing but its dot.
    assert len(re.findall(r'd="M[^"]*A', svg)) == 5


def test_single_points_are_shown_where_values_are_many() -> None:
    many = tuple((year, None if year in (2022,) else float(year)) for year in range(1960, 2024))
    svg = draw(LineChart("t", "d", "", 0, (Series("X", many),)))
    assert len(re.findall(r'<path d="M[^"A]*"', svg)) == 1
    assert len(re.findall(r'd="M[^"]*A', svg)) == 1


def test_bars_tell_what_is_missing() -> None:
    for narrow in (False, True):
        found = [text for text, *_ in texts(draw(bars(), narrow))]
        for text in ("geheim gehalten", "72,0\u202f%", "−3,4\u202f%", "Kreis 49,3\u202f%"):
            assert text in found
    assert Bar("X", None).missing == "keine Angabe"


def test_nothing_to_draw_is_said() -> None:
    for name in ("nothing", "no series", "no bars"):
        assert "keine Angaben" in [text for text, *_ in texts(draw(CHARTS[name]))]


def test_dark_screens_get_every_colour_anew() -> None:
    for chart in CHARTS.values():
        svg = draw(chart)
        style, _, drawing = svg.partition("</style>")
        for name, colour in set(re.findall(r'(fill|stroke)="(#\w+)"', drawing)):
            assert f'[{name}="{colour}"]{{{name}:#' in style
    assert "@media (prefers-color-scheme:dark)" in draw(rooms())


def test_colours_are_strong_enough() -> None:
    paper, dark = "#fbfaf6", "#12191b"
    for light_hue, dark_hue in (
        *hues.PALETTE,
        (ACCENT.light, ACCENT.dark),
        (hues.QUIET, hues.QUIET_DARK),
    ):
        assert contrast(light_hue, paper) >= 4.5
        assert contrast(dark_hue, dark) >= 4.5
    assert contrast(hues.FIRM, paper) >= 3
    assert contrast(hues.FIRM_DARK, dark) >= 3


@pytest.mark.parametrize("shade", [0, 1])
def test_colours_stay_apart_for_colour_blind_eyes(shade: int) -> None:
    accent = (ACCENT.light, ACCENT.dark)[shade]
    all_hues = [accent, *(pair[shade] for pair in hues.PALETTE)]
    for one, other in combinations(all_hues, 2):
        for sight in SIGHTS:
            pairs = zip(oklab(one, sight), oklab(other, sight), strict=True)
            assert sum((a - b) ** 2 for a, b in pairs) ** 0.5 >= 0.1, (one, other)


def test_an_accent_like_a_colour_of_the_palette_replaces_it() -> None:
    assert "#a66015" not in hues.palette(Accent("#a5621a", "#efad37"))
    assert len(hues.palette(ACCENT)) == len(hues.PALETTE)


def test_spread_moves_as_little_as_it_must() -> None:
    assert spread([10, 50], [10, 10], 0, 100) == [10, 50]
    assert spread([50, 50], [10, 10], 0, 100) == [45, 55]
    assert spread([0, 2], [10, 10], 0, 100) == [5, 15]
    assert spread([98, 99], [10, 10], 0, 100) == [85, 95]
    crowded = spread([50] * 5, [30] * 5, 0, 100)
    assert crowded == sorted(crowded) and crowded[0] > 0 and crowded[-1] < 100


def test_ticks_are_round() -> None:
    assert value_ticks(1253, 116045, True, 0, 5) == (0, 50000, 100000, 150000)
    assert value_ticks(44.7, 70.1, False, 1, 5) == (40, 50, 60, 70, 80)
    assert value_ticks(5, 5, False, 0, 5) == (4, 5, 6)
    assert year_ticks(1983, 2023, 4) == (1983, 1990, 1995, 2000, 2005, 2010, 2015, 2023)
    assert year_ticks(1983, 2023, 12) == (1983, 2000, 2023)
    assert year_ticks(2022, 2022, 0) == (2022,)


def test_long_names_wrap() -> None:
    assert wrap("Klein Offenseth-Sparrieshoop", 14, 108) == ("Klein", "Offenseth-", "Sparrieshoop")
    assert wrap("Uetersen/Tornesch", 14, 400) == ("Uetersen/Tornesch",)


def test_a_sparkline_is_one_small_picture() -> None:
    svg = sparkline_svg(Sparkline("Bevölkerung <1983>", ((1983, 1.0), (1990, 3.0), (2000, 2.0))))
    assert svg == sparkline_svg(
        Sparkline("Bevölkerung <1983>", ((1983, 1.0), (1990, 3.0), (2000, 2.0)))
    )
    assert 'role="img" aria-label="Bevölkerung &lt;1983&gt;"' in svg
    assert 'd="M4 28L50.1 4L116 16"' in svg
    assert "style" not in svg
    broken = Sparkline("t", ((1983, 1.0), (1990, 3.0), (2000, None), (2001, 2.0), (2002, 2.0)))
    assert sparkline_svg(broken).count("M") == 2
    assert sparkline_svg(Sparkline("t", ((1983, None),))) == ""


def test_importing_loads_neither_altair_nor_vl_convert() -> None:
    code = (
        "import sys, fokusbericht.charts, fokusbericht.maps; "
        "print([n for n in ('altair', 'vl_convert', 'folium', 'branca') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
