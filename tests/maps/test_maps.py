"""Maps: outlines closed, names apart, the island in its frame, also on the interactive one."""

import json
import re
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from support import MUSTER

from fokusbericht.charts.layout import text_width
from fokusbericht.load import load_report
from fokusbericht.maps import (
    Area,
    MapView,
    class_names,
    frame_of_map,
    geometry,
    interactive,
    locator_svg,
    map_size,
    map_svg,
)
from fokusbericht.maps.keyed import keyed_map, keyed_size
from fokusbericht.maps.labels import SIZE
from fokusbericht.maps.outline import outline
from fokusbericht.model.places import Geografie

FIKTUM, HIDDEN, CHOSEN = "99001014", "99001005", "99001002"


@pytest.fixture(scope="module")
def county() -> Geografie:
    return load_report(MUSTER)[0].geografie


@pytest.fixture(scope="module")
def view(county: Geografie) -> MapView:
    areas = [
        Area(ags, k.name, f"{k.name}: {n},5\u202f%", f"k{n % 5}", f"../../kommunen/{k.key.name}/")
        for n, (ags, k) in enumerate(county.kommunen.items())
    ]
    areas = [
        replace(area, css="geheim", text="Vorlagen: geheim gehalten")
        if area.key == HIDDEN
        else replace(area, selected=area.key == CHOSEN)
        for area in areas
    ]
    labels = tuple((room.name, key) for key, room in county.raeume.items())
    return MapView("Quote <2022>", "Was sie zeigt.", tuple(areas), True, labels, "Zensus 2022")


def points(path: str) -> list[list[tuple[float, float]]]:
    """Return the rings of a path written as M x y l dx dy … z."""
    rings = []
    for part in re.findall(r"M([^z]*)z", path):
        numbers = [float(n) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", part)]
        x, y = numbers[:2]
        ring = [(x, y)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


def plain(view: MapView) -> MapView:
    return replace(view, areas=tuple(replace(area, href=None) for area in view.areas))


def test_shared_edges_vanish_and_outlines_are_closed() -> None:
    left = (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)),)
    right = (((1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0), (1.0, 0.0)),)
    (ring,) = outline([left, right])
    assert ring[0] == ring[-1]
    assert set(ring) == {(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)}
    assert ((1.0, 0.0), (1.0, 1.0)) not in set(pairwise(ring))


def test_a_hole_and_a_touching_corner_come_out_whole() -> None:
    frame = ((0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (0.0, 3.0), (0.0, 0.0))
    hole = ((1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (1.0, 2.0), (1.0, 1.0))
    corner = ((3.0, 3.0), (4.0, 3.0), (4.0, 4.0), (3.0, 4.0), (3.0, 3.0))
    rings = outline([(frame, hole), (corner,)])
    assert all(ring[0] == ring[-1] for ring in rings)
    edges = [frozenset(edge) for ring in rings for edge in pairwise(ring)]
    assert len(edges) == len(set(edges)) == 12


def test_every_room_of_the_county_has_a_closed_outline(county: Geografie) -> None:
    for room in county.raeume.values():
        rings = outline(p for ags in room.kommunen for p in county.kommunen[ags].shape)
        assert rings and all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)


def test_a_map_is_small_and_the_same_twice(county: Geografie, view: MapView) -> None:
    svg = map_svg(county, view)
    assert len(svg.encode()) <= 30_000
    assert map_svg(county, view) == svg
    assert "style=" not in svg


def test_an_unlinked_map_is_one_picture(county: Geografie, view: MapView) -> None:
    svg = map_svg(county, plain(view), id_prefix="k7")
    root = ElementTree.fromstring(svg)
    assert (root.get("class"), root.get("role")) == ("karte", "img")
    assert root.get("aria-labelledby") == "k7-titel k7-text"
    assert root.findtext("title") == "Quote <2022>"
    assert root.findtext("desc") == "Was sie zeigt."
    width, height = map_size(county)
    assert root.get("viewBox") == f"0 0 {width} {height}"
    assert len(root.findall("g/path")) == 14
    assert root.find("g/path/title") is not None
    assert not root.findall(".//a")


def test_a_linked_map_is_a_group_of_named_links(county: Geografie, view: MapView) -> None:
    root = ElementTree.fromstring(map_svg(county, view))
    assert root.get("role") == "group"
    links = root.findall("g/a")
    assert len(links) == 14
    assert links[0].get("href") == "../../kommunen/musterstadt/"
    assert links[0].findtext("title") == "Musterstadt: 0,5\u202f%"


def test_ids_of_two_maps_on_a_page_keep_apart(county: Geografie, view: MapView) -> None:
    ids = [
        set(re.findall(r' id="([^"]+)"', map_svg(county, view, id_prefix=name)))
        for name in ("a", "b")
    ]
    assert ids[0] and not ids[0] & ids[1]


def test_what_is_missing_is_hatched(county: Geografie, view: MapView) -> None:
    svg = map_svg(county, view, id_prefix="k")
    assert '<pattern id="k-geheim"' in svg
    assert '<path class="geheim" fill="url(#k-geheim)"' in svg
    assert "k-fehlt" not in svg
    whole = tuple(replace(area, css="k1") for area in view.areas)
    assert "<pattern" not in map_svg(county, replace(view, areas=whole))


def test_the_chosen_area_is_marked_over_all_others(county: Geografie, view: MapView) -> None:
    svg = map_svg(county, view)
    assert svg.count('class="gewaehlt"') == 1
    assert svg.index('class="gewaehlt"') > svg.rindex('class="raum"')


def test_the_island_lies_in_its_frame_and_nothing_else_does(
    county: Geografie, view: MapView
) -> None:
    svg = map_svg(county, view)
    box = re.search(
        r'<rect class="kasten" fill="none" x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"', svg
    )
    assert box
    left, top, width, height = (float(number) for number in box.groups())
    root = ElementTree.fromstring(svg)
    for link in root.findall("g/a"):
        (path,) = link.findall("path")
        inside = [
            left < x < left + width and top < y < top + height
            for ring in points(path.get("d", ""))
            for x, y in ring
        ]
        assert inside
        if link.get("href", "").endswith("/fiktum/"):
            assert all(inside)
        else:
            assert not any(inside), link.get("href")
    assert re.findall(r'<text class="klein"[^>]*>([^<]*)', svg) == [
        "Fiktum",
        "2-fach vergrößert",
    ]


def test_all_is_drawn_within_the_picture(county: Geografie, view: MapView) -> None:
    svg = map_svg(county, view)
    width, height = map_size(county)
    for path in re.findall(r' d="(M\d[^"]*z)"', svg.partition("</defs>")[2]):
        for ring in points(path):
            assert all(0 <= x <= width and 0 <= y <= height for x, y in ring)


def test_names_keep_off_one_another_even_in_large_type(county: Geografie, view: MapView) -> None:
    svg = map_svg(county, view)
    width, height = map_size(county)
    found = re.findall(r'<text class="name" x="(\d+)" y="(\d+)"[^>]*>([^<]*)', svg)
    assert sorted(name for *_, name in found) == [
        "Musterstadt",
        "Norderbeispiel",
        "Süderentwurf",
    ]  # the island stands in its frame
    boxes = []
    for x, y, name in found:
        half = text_width(name, SIZE, bold=True) / 2
        boxes.append((int(x) - half, int(y) - SIZE * 0.8, int(x) + half, int(y) + SIZE * 0.2))
    for left, top, right, bottom in boxes:
        assert left >= 0 and top >= 0 and right <= width and bottom <= height
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_names_at_one_spot_move_aside(county: Geografie, view: MapView) -> None:
    same = replace(view, labels=tuple((f"Name {n}", CHOSEN) for n in range(4)))
    places = re.findall(r'class="name" x="(\d+)" y="(\d+)"', map_svg(county, same))
    assert len(set(places)) == 4


def test_rooms_can_be_areas(county: Geografie) -> None:
    areas = tuple(Area(key, room.name, room.name, "k1") for key, room in county.raeume.items())
    root = ElementTree.fromstring(map_svg(county, MapView("t", "d", areas, rooms_drawn=False)))
    assert len(root.findall("g/path")) == 4
    assert all(points(path.get("d", "")) for path in root.findall("g/path"))


def test_a_map_to_take_along_brings_everything(county: Geografie, view: MapView) -> None:
    legend = (("k0", "unter 45\u202f%"), ("k4", "ab 45\u202f%"), ("fehlt", "keine Angabe"))
    svg = map_svg(county, replace(view, legend=legend), standalone=True)
    root = ElementTree.fromstring(svg)
    name = "{http://www.w3.org/2000/svg}"
    texts = [element.text for element in root.iter(f"{name}text")]
    for text in ("Quote <2022>", "Zensus 2022", "unter 45\u202f%", "keine Angabe", "Fiktum"):
        assert text in texts
    assert "class=" not in svg and "style" not in svg
    assert root.get("role") == "img"
    assert not list(root.iter(f"{name}a"))
    assert 'stroke="#4e5c62" fill="url(#karte-fehlt)"' in svg
    assert float(root.get("height", 0)) > map_size(county)[1]


@pytest.mark.parametrize("narrow", [False, True])
def test_a_map_with_its_legend_is_cut_off_nowhere(
    county: Geografie, view: MapView, narrow: bool
) -> None:
    root = ElementTree.fromstring(keyed_map(county, view, narrow))
    width, height = keyed_size(county, view, narrow)
    assert (root.get("width"), root.get("height")) == (str(width), str(height))
    paths = [path.get("d", "") for path in root.iter() if path.get("class") != "raum"]
    rings = [ring for path in paths if "h" not in path for ring in points(path)]
    assert len(rings) >= len(county.kommunen)
    assert all(0 <= x <= width and 0 <= y <= height for ring in rings for x, y in ring)


def test_a_locator_is_small_and_without_words(county: Geografie) -> None:
    svg = locator_svg(county, [FIKTUM], "Fiktum im Kreis Muster")
    assert len(svg) < 8_000
    assert svg == locator_svg(county, [FIKTUM], "Fiktum im Kreis Muster")
    assert 'role="img" aria-label="Fiktum im Kreis Muster"' in svg
    assert "<text" not in svg
    here = re.search(r'class="hier"[^>]* d="([^"]+)"', svg)
    assert here and len(points(here[1])) == 2  # the island and its dune


def test_a_county_without_islands_has_no_inset(county: Geografie, view: MapView) -> None:
    mainland = {ags: k for ags, k in county.kommunen.items() if ags != FIKTUM}
    rooms = {key: room for key, room in county.raeume.items() if key != "fiktum"}
    small = replace(county, kommunen=mainland, raeume=rooms)
    assert "kasten" not in map_svg(small, view)
    assert map_size(small)[0] == 540


def test_few_classes_take_shades_far_apart() -> None:
    assert class_names(5) == ("k0", "k1", "k2", "k3", "k4")
    assert class_names(3) == ("k0", "k2", "k4")
    assert class_names(2, diverging=True) == ("d1", "d3")


# --- The interactive map --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def script(county: Geografie) -> bytes:
    return interactive(frame_of_map(county))


def test_the_same_map_has_the_same_bytes(county: Geografie, script: bytes) -> None:
    assert interactive(frame_of_map(county)) == script


def test_the_script_asks_nobody_else(script: bytes) -> None:
    assert not re.search(rb"https?:|jquery|\$\(|cdn|d3\.", script)


def test_the_script_knows_the_elements_of_the_page(county: Geografie, script: bytes) -> None:
    frame = frame_of_map(county)
    found = re.findall(rb'L\.map\(\s*"(\w+)"', script)
    assert [frame.main_id, frame.inset_id] == [name.decode() for name in found]


def test_folium_itself_stays_as_it_was(script: bytes) -> None:
    import folium

    from fokusbericht.maps.folium_map import Map

    assert script and len(folium.Map.default_js) >= 4 and Map.default_js == []
    assert folium.Map.default_js is not Map.default_js


def test_the_map_knows_where_the_picture_has_its_mainland_and_inset(
    county: Geografie, view: MapView
) -> None:
    frame = frame_of_map(county)
    measures = json.loads(frame.measures)
    assert measures["size"] == list(map_size(county))
    left, top, right, bottom = measures["inset"]
    box = f'x="{left:g}" y="{top:g}" width="{right - left:.0f}" height="{bottom - top:.0f}"'
    assert box in map_svg(county, view)
    assert f"{measures['factor']}-fach vergrößert" in frame.scale


def test_the_geometry_is_shared_and_small(county: Geografie) -> None:
    data = geometry(county)
    shapes = json.loads(data)
    assert len(data) < 40_000
    assert [area["id"] for area in shapes["kommunen"]] == sorted(county.kommunen)
    assert [area["id"] for area in shapes["kommunen"] if area["fern"]] == [FIKTUM]
    assert [area["id"] for area in shapes["raeume"]] == list(county.raeume)
    town, ring = county.kommunen["99001001"].shape[0][0], shapes["kommunen"][0]["ringe"][0]
    x, y = sum(ring[0::2]) / 1e4, sum(ring[1::2]) / 1e4
    assert (round(x, 4), round(y, 4)) == (round(town[-2][0], 4), round(town[-2][1], 4))


# --- Ämter --------------------------------------------------------------------------------------


def test_an_amt_is_one_area_without_inner_borders(county: Geografie) -> None:
    areas = tuple(
        Area(key, county.name_of(key), f"{county.name_of(key)}: 8,1", "k1")
        for key in county.verwaltungen()
    )
    svg = map_svg(county, MapView("Fahrzeit", "", areas, rooms_drawn=False))
    assert svg.count("<title>Amt Norderskizze: 8,1</title>") == 1
    assert "Skizzenbek" not in svg and 'class="raum"' not in svg
    path = re.search(r'd="([^"]+)"><title>Amt Norderskizze', svg)
    assert path is not None
    assert path[1].count("M") == 1  # three Gemeinden side by side have one outline


def test_the_interactive_map_names_what_it_draws_already(county: Geografie) -> None:
    found = json.loads(geometry(county))
    keys = [area["id"] for area in found["aemter"]]
    assert keys == list(county.verwaltungen())
    members = [number for area in found["aemter"] for number in area["kommunen"]]
    assert sorted(members) == list(range(len(county.kommunen)))
    for area in found["aemter"]:
        assert ("ringe" in area) is (len(area["id"]) == 9)
    assert "aemter" not in json.loads(geometry(replace(county, aemter={})))
