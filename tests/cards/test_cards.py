"""What stands for a page where its address is shared: small, legible, the same bytes each time."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from support import SMALL

from fokusbericht.cards import (
    HEIGHT,
    WIDTH,
    Card,
    CardFrame,
    CountyShades,
    Curve,
    Station,
    Stations,
    YearCover,
    card_png,
)
from fokusbericht.cards import county as counties
from fokusbericht.cards import sheet as sheets
from fokusbericht.cards.lettering import BOLD, Letters, fitted, font_of
from fokusbericht.checks.colours import contrast
from fokusbericht.load import load_report
from fokusbericht.maps.standalone import INK, PAPER, QUIET
from fokusbericht.model.places import Geografie

FRAME = CardFrame("Fokusbericht", "Musterkreis", "Dies ist ein erdachter Kreis.", "#0a5f73")
LONG = "Bevölkerung in der Nähe einer Haltestelle mit mindestens 28 Abfahrten am Werktag"
SENTENCE = "Am höchsten war der Anteil in Groß Offenseth-Aspern (10,4 Prozent)."
SAFE = 60  # px: networks cut a little off
MOST = 30_000  # bytes


@pytest.fixture(scope="module")
def geografie() -> Geografie:
    return load_report(SMALL)[0].geografie


def card(geografie: Geografie, kind: str) -> Card:
    """Return a card of a kind, full of words."""
    areas = tuple(geografie.kommunen)
    shades = tuple(zip(areas, ("k0", "k4", "geheim"), strict=False))
    pictures = {
        "none": None,
        "map": CountyShades(shades, ("k0", "k4"), ("unter 1.000", "ab 20.000"), (), LONG),
        "hatched": CountyShades(tuple((one, "fehlt") for one in areas), ("k0",), ("", "ab 2")),
        "curve": Curve(((1998, 8.4), (2001, 9.0), (2021, 5.3)), (2020,), "1998: 8,4", "2021: 5,3"),
        "way": Stations((Station("Vorschlag", "2025", "good"), Station("Kreistag", "", "open"))),
        "cover": YearCover("2025"),
    }
    said = (SENTENCE, SENTENCE, SENTENCE, SENTENCE)
    return Card(FRAME, "Kennzahl", LONG, "10,4\u202f%", LONG, said, pictures[kind], LONG * 3)


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def pixels(png: bytes) -> NDArray[np.uint8]:
    return np.asarray(opened(png).convert("RGB"))


@pytest.mark.parametrize("kind", ["none", "map", "hatched", "curve", "way", "cover"])
def test_a_card_is_small_and_keeps_off_its_edges(geografie: Geografie, kind: str) -> None:
    png = card_png(geografie, card(geografie, kind))
    image = opened(png)
    assert (image.size, image.mode, image.format) == ((WIDTH, HEIGHT), "P", "PNG")
    assert len(png) <= MOST
    paper = np.array(tuple(bytes.fromhex(PAPER[1:])))
    drawn = (pixels(png) != paper).any(axis=2)
    assert drawn.any()
    assert not drawn[40:, : SAFE - 20].any()  # below the bar in the county's colour
    assert not drawn[40:, -SAFE:].any()
    assert not drawn[-30:].any()


def test_the_same_bytes_each_time(geografie: Geografie) -> None:
    one = card(geografie, "map")
    before = card_png(geografie, one)
    for cached in (counties._plates, sheets._written, sheets._glyph, font_of):
        cached.cache_clear()
    again = load_report(SMALL)[0].geografie
    assert card_png(again, one) == before
    assert card_png(again, replace(one, title="Leerstand")) != before


@pytest.mark.parametrize("colour", [INK, QUIET, FRAME.accent])
def test_words_are_legible(colour: str) -> None:
    assert contrast(colour, PAPER) >= 4.5


def test_long_words_are_cut_at_their_seams() -> None:
    letters = Letters(60, BOLD)
    wrapped = fitted("Steuereinnahmen der Gemeinschaftsunterkünfte", (letters,), 440, 4)
    assert wrapped.lines == ("Steuer-", "einnahmen der", "Gemeinschafts-", "unterkünfte")
    assert all(letters.width(line) <= 440 for line in wrapped.lines)


def test_a_title_takes_the_largest_letters_in_which_it_has_room() -> None:
    sizes = tuple(Letters(size, BOLD) for size in (60, 40))
    assert fitted("Leerstand", sizes, 548, 3).letters.size == 60
    assert fitted(LONG, sizes, 548, 4).letters.size == 40
    cut = fitted(f"{LONG} {LONG}", sizes, 548, 3)
    assert (len(cut.lines), cut.lines[-1][-1], cut.is_whole) == (3, "…", False)


def test_sentences_without_room_are_left_out_whole(geografie: Geografie) -> None:
    few = replace(card(geografie, "map"), title="Leerstand", said=(SENTENCE,))
    many = replace(few, said=(SENTENCE, *(LONG,) * 20))
    assert card_png(geografie, many) == card_png(geografie, few)


@pytest.mark.parametrize("sign", ["„", "“", "–", "−", "·", "€", "²", "ß", "ł", "č"])
def test_signs_of_our_texts_have_letters(sign: str) -> None:
    assert font_of(sign, 24, 400) is not None


def test_what_no_font_has_takes_no_room() -> None:
    assert Letters(24).width("漢") == 0
    assert Letters(24).width("5\u202f%") > Letters(24).width("5%")


def test_an_area_without_a_shape_is_no_hindrance(geografie: Geografie) -> None:
    shades = CountyShades((*((one, "k1") for one in geografie.kommunen), ("00", "k4")))
    assert card_png(geografie, Card(FRAME, "", "Leerstand", picture=shades))
