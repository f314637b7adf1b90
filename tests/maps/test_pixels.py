"""Maps in pixels: as the rasteriser draws them whole, and the same bytes each time."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from support import loaded, small_county

from fokusbericht.charts.vega.palette import PixelRuns, Pixels, opened
from fokusbericht.charts.vega.pixels import drawn
from fokusbericht.maps import Area, MapView, map_png, map_svg
from fokusbericht.maps import pixels as made
from fokusbericht.maps.plate import plate
from fokusbericht.model.places import Geografie

AS_DRAWN = 2  # of 255: shares are whole numbers, too
LEGEND = (("k0", "unter 5"), ("k4", "ab 5"))


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Geografie:
    return loaded(small_county(tmp_path_factory.mktemp("karte")))[0].geografie


def view_of(county: Geografie, styles: tuple[str, ...]) -> MapView:
    """Return a map with these styles by turns, and an area that has no shape."""
    areas = [
        Area(ags, kommune.name, kommune.name, styles[number % len(styles)])
        for number, (ags, kommune) in enumerate(county.kommunen.items())
    ]
    areas.append(Area("00", "Nirgendwo", "Nirgendwo", styles[0]))
    labels = tuple((room.name, key) for key, room in county.raeume.items())
    return MapView(
        "Quote", "Was sie zeigt.", tuple(areas), True, labels, "Amt", "https://x.example"
    )


def as_drawn(county: Geografie, view: MapView, scale: float) -> Pixels:
    return opened(drawn(map_svg(county, view, standalone=True), scale))


@pytest.fixture
def pixels(monkeypatch: pytest.MonkeyPatch) -> list[Pixels]:
    """Return the pixels of maps before they get their palette."""
    found: list[Pixels] = []

    def keep(runs: PixelRuns, width: int, height: int) -> bytes:
        flat = np.repeat(runs.colours, runs.lengths)
        found.append(flat.view(np.uint8).reshape(height, width, 4))
        return b""

    monkeypatch.setattr(made, "packed", keep)
    return found


@pytest.mark.parametrize("scale", [1.5, 2])
@pytest.mark.parametrize(
    "styles", [("k0", "k4"), ("d1", "fehlt"), ("geheim", "k2", "fehlt"), ("b00", "b20", "b02")]
)
def test_it_is_what_is_drawn(
    county: Geografie, pixels: list[Pixels], styles: tuple[str, ...], scale: float
) -> None:
    axes = ("Die eine", "Die andere") if styles[0] == "b00" else None
    view = replace(view_of(county, styles), axes=axes, legend=() if axes else LEGEND)
    for title in (view.title, "Ein Titel, der in der Breite einer Karte auf zwei Zeilen steht"):
        pixels.clear()
        map_png(county, replace(view, title=title), scale)
        whole = as_drawn(county, replace(view, title=title), scale)
        assert pixels[0].shape == whole.shape
        assert np.abs(pixels[0].astype(int) - whole).max() <= AS_DRAWN


def test_chosen_areas_lie_upon_the_others(county: Geografie, pixels: list[Pixels]) -> None:
    view = view_of(county, ("k0", "k4"))
    first, *others = view.areas
    view = replace(view, areas=(replace(first, selected=True), *others), rooms_drawn=False)
    map_png(county, view, 2)
    assert np.abs(pixels[0].astype(int) - as_drawn(county, view, 2)).max() <= AS_DRAWN


def test_the_same_map_has_the_same_bytes_whatever_was_drawn_before(county: Geografie) -> None:
    view = view_of(county, ("k0", "k4", "geheim"))
    plate.cache_clear()
    first = map_png(county, view, 1.5)
    map_png(county, view_of(county, ("fehlt", "k3")), 1.5)
    assert map_png(county, view, 1.5) == first
    assert plate.cache_info().misses == 1


def test_areas_keep_their_colours_exactly(county: Geografie) -> None:
    image = Image.open(BytesIO(map_png(county, view_of(county, ("k0", "k4")), 1.5)))
    assert image.mode == "P"
    colours = {colour for _, colour in image.convert("RGB").getcolors(1000) or ()}
    assert {(0xC8, 0xE0, 0xCD), (0x0B, 0x4A, 0x5D), (0xFB, 0xFA, 0xF6)} <= colours
