"""Pictures to take along: title, source and link around the drawing, the same in every program."""

import re
import struct
from xml.etree import ElementTree

import numpy as np

from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import LineChart, Series
from fokusbericht.charts.vega.lines import line_svg
from fokusbericht.charts.vega.palette import opened, with_palette
from fokusbericht.charts.vega.pixels import drawn, png
from fokusbericht.charts.vega.takeaway import titled

SVG = "{http://www.w3.org/2000/svg}"
ACCENT = Accent("#0a5f73", "#7cc7d3")
LINK = "https://fokus.example/sozialbericht/wahlbeteiligung/"
SOURCE = (
    "Statistikamt Nord und Landeswahlleitung, Datenstand 2023; "
    "Datenlizenz Deutschland – Namensnennung – Version 2.0"
)


def drawing() -> str:
    series = (Series("Elmshorn", ((1994, 71.0), (2008, 42.5), (2023, 48.6)), True),)
    chart = LineChart("Wahlbeteiligung", "Sie <sinkt> & steigt.", "%", 1, series)
    return line_svg(chart, False, ACCENT).decode()


def taken() -> str:
    return titled(
        drawing(),
        "Wahlbeteiligung bei Kommunalwahlen im Kreis & in den Kommunen seit 1994",
        SOURCE,
        LINK,
    )


def test_it_bears_title_source_and_link_in_lines_that_fit() -> None:
    root = ElementTree.fromstring(taken())
    lines = [element.text for element in root.iter(f"{SVG}text")]
    assert lines[:2] == [
        "Wahlbeteiligung bei Kommunalwahlen im Kreis & in den",
        "Kommunen seit 1994",
    ]
    assert " ".join(str(line) for line in lines[-3:-1]) == SOURCE
    assert lines[-1] == LINK
    assert (root.get("role"), root.get("lang")) == ("img", "de")
    title = "Wahlbeteiligung bei Kommunalwahlen im Kreis & in den Kommunen seit 1994"
    assert root.findtext(f"{SVG}title") == title
    assert root.findtext(f"{SVG}desc") == "Sie <sinkt> & steigt."
    assert float(root.get("height", 0)) > 400 + 60


def test_its_colours_are_fixed_light_and_its_own() -> None:
    svg = taken()
    assert not re.search("<style|class=|style=|@media|var\\(", svg)
    assert svg.count("<title") == 1 and svg.count("<desc") == 1
    assert '<path fill="#fbfaf6" d="M0 0h756v' in svg
    for colour in re.findall(r'(?:fill|stroke)="([^"]+)"', svg):
        assert re.fullmatch(r"#[0-9a-f]{6}|none|transparent", colour), colour


def test_a_png_is_small_twice_as_large_and_the_same_twice() -> None:
    svg = taken()
    picture = png(svg)
    assert picture == png(svg)
    width, height, depth, kind = struct.unpack(">IIBB", picture[16:26])
    root = ElementTree.fromstring(svg)
    assert (width, height) == (2 * int(root.get("width", 0)), 2 * int(root.get("height", 0)))
    assert (depth, kind) == (8, 3)  # a palette
    assert len(picture) < 60_000
    assert struct.unpack(">II", png(svg, 1)[16:24]) == (width // 2, height // 2)


def test_the_palette_keeps_flat_colours_exactly() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
        '<path fill="#fbfaf6" d="M0 0h40v20H0z"/><path fill="#0a5f73" d="M20 0h20v20H20z"/></svg>'
    )
    picture = png(svg, 1)
    at = picture.index(b"PLTE")
    palette = picture[at + 4 : at + 10]
    assert {palette[:3].hex(), palette[3:].hex()} == {"fbfaf6", "0a5f73"}
    row = bytes.fromhex("fbfaf6ff") * 20 + bytes.fromhex("0a5f73ff") * 20
    assert opened(picture).tobytes() == row * 20


def test_what_lets_shine_through_keeps_its_colours() -> None:
    bare = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h5v5z"/></svg>'
    )
    assert png(bare, 1) == drawn(bare, 1)


def test_surfaces_keep_their_colours_among_thousands() -> None:
    many = np.full((64, 96, 4), 255, np.uint8)
    many[:, :64, 0], many[:, :64, 1] = 4 * np.arange(64), 4 * np.arange(64)[:, None]
    many[:, 64:80], many[:, 80:] = (10, 95, 115, 255), (11, 95, 115, 255)
    back = opened(with_palette(many)).astype(int)
    assert np.array_equal(back[:, 64:], many[:, 64:])
    assert np.abs(back - many).max() <= 32
