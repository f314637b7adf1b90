"""Boundaries on small made-up maps, and on the real one where it is at hand."""

import doctest
import json
from pathlib import Path

import geopandas
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from fokusbericht.importers import boundaries
from fokusbericht.importers.boundaries import (
    ATTRIBUTION,
    Boundary,
    format_geojson,
    generalise,
    normal_key,
    read_boundaries,
)
from fokusbericht.problems import Place

GRID = 0.0005
SOURCES = Path(__file__).parents[3] / "shared" / "quellen"
# A border that goes up and down between two squares, much finer than the grid.
WIGGLE = [(9.5 + (n % 3) * 0.00013, 53.5 + n * 0.001) for n in range(101)]
WEST = shapely.Polygon([(9.4, 53.5), (9.4, 53.6), *reversed(WIGGLE)])
EAST = shapely.Polygon([*WIGGLE, (9.6, 53.6), (9.6, 53.5)])


def boundary(ags: str, area: BaseGeometry, name: str = "Dorf") -> Boundary:
    return Boundary(ags, name, area, Place("grenzen.geojson"))


def areas(*given: Boundary, tolerance: float = 0.001) -> dict[str, BaseGeometry]:
    """Return the generalised areas by AGS; nothing may be wrong with them."""
    kommunen, problems = generalise(given, tolerance, GRID)
    assert problems == ()
    return {each.ags: each.geometry for each in kommunen}


def sentences(*given: Boundary) -> list[str]:
    return [problem.sentence for problem in generalise(given, 0.001, GRID)[1]]


def square(west: float, south: float, size: float) -> shapely.Polygon:
    return shapely.box(west, south, west + size, south + size)


def points(*given: BaseGeometry) -> int:
    return int(shapely.get_num_coordinates(given).sum())


def test_a_wiggly_border_stays_shared_and_loses_points() -> None:
    made = areas(boundary("01056002", EAST), boundary("01056001", WEST))
    assert list(made) == ["01056001", "01056002"]
    assert shapely.coverage_is_valid(list(made.values()))
    assert shapely.union_all(list(made.values())).equals(shapely.box(9.4, 53.5, 9.6, 53.6))
    assert points(*made.values()) < points(WEST, EAST) / 4


def test_all_coordinates_lie_on_the_grid() -> None:
    shifted = shapely.transform(WEST, lambda points: points + 0.00021)
    [made] = areas(boundary("01056001", shifted)).values()
    assert not [c for c in shapely.get_coordinates(made).ravel() if c != round(c * 2000) / 2000]


def test_borders_that_almost_meet_meet() -> None:
    neighbour = shapely.box(9.50003, 53.4, 9.6, 53.61)
    pair = areas(boundary("01056001", square(9.4, 53.5, 0.1)), boundary("01056002", neighbour))
    assert shapely.coverage_is_valid(list(pair.values()))
    assert len(shapely.get_parts(shapely.union_all(list(pair.values())))) == 1


def test_doubled_keys_are_merged_under_the_first_name() -> None:
    land, water = square(9.4, 53.5, 0.1), square(9.5, 53.5, 0.1)
    given = [boundary("01056001", land, "Wedel"), boundary("1056001", water, "Wedel (Wasser)")]
    [made], problems = generalise(given, 0.001, GRID)
    assert (made.ags, made.name, problems) == ("01056001", "Wedel", ())
    assert made.geometry.equals(shapely.box(9.4, 53.5, 9.6, 53.6))


def test_clockwise_rings_are_turned() -> None:
    hole = shapely.Polygon(square(9.4, 53.5, 0.1).exterior, [square(9.44, 53.54, 0.02).exterior])
    clockwise = shapely.orient_polygons(hole, exterior_cw=True)
    made = areas(boundary("01056001", clockwise), boundary("01056002", square(9.44, 53.54, 0.02)))
    assert all(area.exterior.is_ccw for area in made.values())
    assert not any(ring.is_ccw for ring in made["01056001"].interiors)


def test_slivers_go_to_the_neighbour_and_lone_islets_go() -> None:
    sliver, islet = square(9.5, 53.55, 0.001), square(9.3, 53.5, 0.001)
    west = shapely.union_all([square(9.4, 53.5, 0.1), sliver, islet])
    east = square(9.5, 53.5, 0.1).difference(sliver)
    exclave = square(9.58, 53.55, 0.001)
    made = areas(
        boundary("01056001", west.union(exclave)), boundary("01056002", east.difference(exclave))
    )
    assert made["01056001"].geom_type == made["01056002"].geom_type == "Polygon"
    assert not made["01056002"].interiors


def test_a_tiny_gap_is_closed() -> None:
    gap = square(9.45, 53.55, 0.001)
    [made] = areas(boundary("01056001", square(9.4, 53.5, 0.1).difference(gap))).values()
    assert made.equals(square(9.4, 53.5, 0.1))


def test_a_tiny_kommune_is_kept() -> None:
    assert list(areas(boundary("01056001", square(9.4, 53.5, 0.001)))) == ["01056001"]


def test_an_island_keeps_more_corners() -> None:
    coast = [(9.4, 53.6), *((9.4 + n * 0.002, 53.5 + n % 2 * 0.001) for n in range(51))]
    island = shapely.Polygon([*coast, (9.5, 53.6)])
    alone = areas(boundary("01056001", island), tolerance=0.002)["01056001"]
    beside = areas(
        boundary("01056001", island), boundary("01056002", square(9.5, 53.5, 0.1)), tolerance=0.002
    )["01056001"]
    assert points(alone) > points(beside)


def test_same_boundaries_same_text_in_any_order() -> None:
    given = [boundary("01056001", WEST), boundary("01056002", EAST)]
    texts = {
        format_geojson(generalise(order, 0.001, GRID)[0], ATTRIBUTION)
        for order in (given, given[::-1])
    }
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("spelling", "ags"),
    [
        ("01056015", "01056015"),
        ("1056015", "01056015"),
        ("010560015015", "01056015"),
        ("10560015015", "01056015"),
        ("01 0 56 015", "01056015"),
        ("09162000", "09162000"),
        ("56 015", None),
        ("56015001", None),
        ("Elmshorn", None),
        ("", None),
    ],
)
def test_spellings_of_the_key(spelling: str, ags: str | None) -> None:
    assert normal_key(spelling) == ags


def test_what_cannot_be_used_is_told_and_left_out() -> None:
    given = (
        boundary("56015001", WEST),
        boundary("01056001", WEST, "Appen"),
        boundary("01056002", shapely.LineString([(9, 53), (10, 53)]), "Barmstedt"),
    )
    assert [each.name for each in generalise(given, 0.001, GRID)[0]] == ["Appen"]
    assert sentences(*given) == [
        "Objekt 1: „56015001“ ist kein Gemeindeschlüssel.",
        "Objekt 3: Barmstedt (01056002) hat keine Fläche.",
    ]


def test_overlaps_and_gaps_are_told() -> None:
    ring = square(9.4, 53.5, 0.1).difference(square(9.44, 53.54, 0.02))
    assert sentences(boundary("01056001", ring)) == [
        "Bei 9.450, 53.550 liegt eine Fläche, die niemandem gehört."
    ]
    assert sentences(
        boundary("01056001", square(9.4, 53.5, 0.1), "Appen"),
        boundary("01056002", square(9.45, 53.5, 0.1), "Heist"),
    ) == ["Appen und Heist überlappen sich."]


def test_a_kommune_smaller_than_the_grid_is_told() -> None:
    speck = boundary("01056001", square(9.4001, 53.5001, 0.00005), "Bullenkuhlen")
    kommunen, [problem] = generalise([speck], 0.001, GRID)
    assert kommunen == ()
    assert str(problem) == (
        "grenzen.geojson:1:1: Bullenkuhlen (01056001) ist für das Raster zu klein. (grenzen)"
    )


def test_nothing_in_nothing_out() -> None:
    assert generalise([], 0.001, GRID) == ((), ())


def test_the_file_is_read_and_written_with_one_kommune_a_line(tmp_path: Path) -> None:
    pair = [boundary("01056001", WEST, "Süd"), boundary("01056002", EAST, "Ost")]
    text = format_geojson(generalise(pair, 0.001, GRID)[0], "© Wir")
    path = tmp_path / "karte.geojson"
    path.write_text(text, encoding="utf-8")
    assert [json.loads(line.rstrip(","))["properties"] for line in text.splitlines()[1:-1]] == [
        {"ags": "01056001", "name": "Süd"},
        {"ags": "01056002", "name": "Ost"},
    ]
    assert json.loads(text)["attribution"] == "© Wir"
    again = generalise(read_boundaries(path), 0.001, GRID)[0]
    assert format_geojson(again, "© Wir") == text


def test_reading_reprojects_and_bears_missing_areas(tmp_path: Path) -> None:
    frame = {"AGS": ["01056001", "01056002"], "GEN": ["Appen", "Bevern"], "geometry": [WEST, None]}
    path = tmp_path / "vg250.gpkg"
    geopandas.GeoDataFrame(frame, crs="EPSG:4326").to_crs("EPSG:25832").to_file(path)
    appen, bevern = read_boundaries(path, key="AGS", name="GEN")
    assert (appen.ags, appen.name, bevern.geometry.is_empty) == ("01056001", "Appen", True)
    assert appen.geometry.hausdorff_distance(WEST) < 1e-6


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(boundaries).failed == 0


@pytest.mark.skipif(not SOURCES.is_dir(), reason="Die Quelldateien (../shared/quellen) fehlen")
def test_the_real_file_gives_the_committed_map() -> None:
    raw = read_boundaries(SOURCES / "gemeinden_pinneberg.geojson")
    kommunen, problems = generalise(raw, tolerance=0.0014, grid=GRID)
    committed = Path(__file__).parents[2] / "geo" / "kommunen.geojson"
    assert problems == ()
    assert format_geojson(kommunen, ATTRIBUTION) == committed.read_text(encoding="utf-8")


@pytest.mark.skipif(not SOURCES.is_dir(), reason="Die Quelldateien (../shared/quellen) fehlen")
def test_the_real_file_with_doubled_keys_gives_49_kommunen() -> None:
    raw = read_boundaries(SOURCES / "gemeinden_pinneberg_roh54.geojson")
    kommunen, problems = generalise(raw, tolerance=0.0014, grid=GRID)
    assert (len(raw), len(kommunen), problems) == (54, 49, ())
    assert shapely.coverage_is_valid([each.geometry for each in kommunen])
