"""Maps of two figures: nine colours that stay apart, the square that explains them, the file."""

import re
from dataclasses import replace
from itertools import combinations
from math import dist
from xml.etree import ElementTree

import pytest
from charts.colours import SIGHTS, oklab
from support import MUSTER, REPOSITORY

from fokusbericht.charts.layout import text_width
from fokusbericht.load import load_report
from fokusbericht.maps import Area, MapView, bivariate_class, map_svg
from fokusbericht.maps.bivariate import CLASSES, LIGHT, explained
from fokusbericht.model.places import Geografie

SVG = "{http://www.w3.org/2000/svg}"
SHEET = (REPOSITORY / "templates/assets/vergleich.css").read_text(encoding="utf-8")


def colours_of(sheet: str) -> tuple[str, ...]:
    """Return the nine colours of a style sheet, or of a part of it."""
    found = dict(re.findall(r"\.(b\d\d) \{ fill: (#[0-9a-f]{6}); \}", sheet))
    return tuple(found[name] for name in CLASSES)


ON_PAPER, ON_DARK = map(colours_of, SHEET.split("@media screen and (prefers-color-scheme: dark)"))


@pytest.fixture(scope="module")
def county() -> Geografie:
    return load_report(MUSTER)[0].geografie


@pytest.fixture(scope="module")
def view(county: Geografie) -> MapView:
    areas = tuple(
        Area(ags, kommune.name, kommune.name, bivariate_class(number % 3, number // 3 % 3))
        for number, (ags, kommune) in enumerate(county.kommunen.items())
    )
    hatched = replace(areas[0], css="fehlt")
    return MapView(
        "Zwei Zahlen",
        "Was sie zeigt.",
        (hatched, *areas[1:]),
        legend=(("fehlt", "keine Angabe"),),
        axes=("Eigentümerquote höher", "Wahlbeteiligung bei Gemeindewahlen höher"),
    )


@pytest.mark.parametrize("colours", [ON_PAPER, ON_DARK], ids=["light", "dark"])
def test_nine_colours_stay_apart_for_colour_blind_eyes(colours: tuple[str, ...]) -> None:
    assert len(set(colours)) == len(CLASSES) == 9
    for one, other in combinations(colours, 2):
        for sight in SIGHTS:
            assert dist(oklab(one, sight), oklab(other, sight)) >= 0.1, (one, other)


@pytest.mark.parametrize(("colours", "paper"), [(ON_PAPER, "#fbfaf6"), (ON_DARK, "#12191b")])
def test_each_colour_stands_out_from_the_paper(colours: tuple[str, ...], paper: str) -> None:
    for colour in colours:
        assert dist(oklab(colour, SIGHTS[0]), oklab(paper, SIGHTS[0])) >= 0.08, colour


@pytest.mark.parametrize(("colours", "turn"), [(ON_PAPER, -1), (ON_DARK, 1)])
def test_more_of_either_figure_is_farther_from_the_paper(
    colours: tuple[str, ...], turn: int
) -> None:
    shade = dict(zip(CLASSES, (oklab(colour, SIGHTS[0])[0] for colour in colours), strict=True))
    for across in range(3):
        for up in range(2):
            assert turn * (shade[f"b{across}{up + 1}"] - shade[f"b{across}{up}"]) > 0
            assert turn * (shade[f"b{up + 1}{across}"] - shade[f"b{up}{across}"]) > 0


def test_pages_and_files_have_the_same_colours() -> None:
    assert ON_PAPER == LIGHT


def test_the_file_brings_its_colours_its_square_and_its_words(
    county: Geografie, view: MapView
) -> None:
    root = ElementTree.fromstring(map_svg(county, view, standalone=True))
    fills = [path.get("fill") for path in root.iter(f"{SVG}path")]
    assert all(fills.count(colour) > 1 for colour in LIGHT)
    texts = [text.text or "" for text in root.iter(f"{SVG}text")]
    assert "↑ Wahlbeteiligung bei Gemeindewahlen höher" in texts
    assert "Eigentümerquote höher →" in texts and "keine Angabe" in texts


def test_long_names_of_axes_are_broken_not_clipped() -> None:
    long = "Anteil der Wohnungen, die vor sehr langer Zeit gebaut wurden und noch stehen, höher"
    drawn, high = explained((long, long), 0, 10, 540)
    root = ElementTree.fromstring(f"<svg>{drawn}</svg>")
    texts = [(float(text.get("y", 0)), text.text or "") for text in root.iter("text")]
    assert len(texts) == 4
    assert all(text_width(text, 14) <= 540 and 10 < y < 10 + high for y, text in texts)


def test_other_maps_stay_as_they_were(county: Geografie, view: MapView) -> None:
    plain = map_svg(county, replace(view, axes=None, areas=view.areas[:1]), standalone=True)
    assert LIGHT[8] not in plain
