"""The county's map to take along: GDAL reads it, nothing is lost, each border stands once."""

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pyogrio
import pytest
from shapely import Polygon, area, symmetric_difference
from shapely.geometry import shape
from support import MUSTER, REPOSITORY, loaded, small_county

from fokusbericht.exports import daten
from fokusbericht.exports.daten.topology import Topology, topology_of
from fokusbericht.load import load_report
from fokusbericht.model.report import Report

LAYERS = ("kommunen", "aemter", "raeume", "kreis")
Made = Mapping[str, bytes]


def made(report: Report) -> dict[str, bytes]:
    """Return the files of shapes."""
    endings = (".geojson", ".topojson")
    return {one.path: one.make() for one in daten.plan(report) if one.path.endswith(endings)}


@pytest.fixture(scope="module", params=(MUSTER, REPOSITORY), ids=("muster", "kreis"))
def county(request: pytest.FixtureRequest) -> Made:
    """Return the shapes of a county."""
    return made(load_report(request.param)[0])


def test_the_small_county_as_topojson_to_the_letter(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path))
    found = json.loads(made(report)["daten/karte.topojson"])
    assert found["arcs"] == [
        [[0, 1], [1, 0]],
        [[1, 1], [0, 1]],
        [[1, 2], [-1, 0], [0, -1]],
        [[1, 1], [1, 0]],
        [[2, 1], [0, 1], [-1, 0]],
        [[0, 1], [0, -1], [2, 0], [0, 1]],
    ]
    assert found["transform"] == {"scale": [0.15, 0.1], "translate": [9.4, 53.35]}
    assert found["quelle"] == "Musterkarte, erdacht"
    rooms = found["objects"]["raeume"]["geometries"]
    assert rooms == [
        {
            "type": "Polygon",
            "id": "nord",
            "properties": {
                "ebene": "betrachtungsraum",
                "schluessel": "nord",
                "name": "Raum Nord",
                "flaeche_km2": 15.0,
                "adresse": "https://muster.example/raeume/nord/",
            },
            "arcs": [[-3, -5, -4, -1]],
        },
        {
            "type": "Polygon",
            "id": "sued",
            "properties": {
                "ebene": "betrachtungsraum",
                "schluessel": "sued",
                "name": "Raum Süd",
                "flaeche_km2": 8.0,
                "adresse": "https://muster.example/raeume/sued/",
            },
            "arcs": [[-6, 0, 3]],
        },
    ]


def test_each_layer_covers_the_county_and_no_more(county: Made) -> None:
    sizes = {}
    for name in LAYERS:
        data = json.loads(county[f"daten/{name}.geojson"])
        shapes = [shape(one["geometry"]) for one in data["features"]]
        assert all(one.is_valid for one in shapes), name
        sizes[name] = sum(one.area for one in shapes)
    assert sizes == pytest.approx(dict.fromkeys(LAYERS, sizes["kommunen"]), rel=1e-9)


def test_outer_rings_turn_counterclockwise_and_lie_in_their_box(county: Made) -> None:
    for name in LAYERS:
        data = json.loads(county[f"daten/{name}.geojson"])
        assert data["quelle"]
        for one in (data, *data["features"]):
            west, south, east, north = one["bbox"]
            assert west < east and south < north
        for one in data["features"]:
            assert one["id"] == one["properties"]["schluessel"]
            assert list(shape(one["geometry"]).bounds) == one["bbox"]
            for outer, *holes in one["geometry"]["coordinates"]:
                assert Polygon(outer).exterior.is_ccw
                assert not any(Polygon(hole).exterior.is_ccw for hole in holes)


def test_gdal_reads_the_same_shapes_in_both_forms(county: Made, tmp_path: Path) -> None:
    topology = tmp_path / "karte.topojson"
    topology.write_bytes(county["daten/karte.topojson"])
    assert [name for name, _ in pyogrio.list_layers(topology)] == list(LAYERS)
    for name in LAYERS:
        (tmp_path / f"{name}.geojson").write_bytes(county[f"daten/{name}.geojson"])
        one = pyogrio.read_dataframe(tmp_path / f"{name}.geojson").set_index("id")
        other = pyogrio.read_dataframe(topology, layer=name).set_index("id")
        assert list(one["name"]) == list(other["name"])
        between = one.geometry.values.to_numpy(), other.geometry.values.to_numpy()
        assert area(symmetric_difference(*between, grid_size=1e-9)).max() == 0


def test_a_border_stands_once(county: Made) -> None:
    found = json.loads(county["daten/karte.topojson"])
    edges = []
    for arc in found["arcs"]:
        x, y, points = 0, 0, []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x, y))
        edges += [frozenset(edge) for edge in pairwise(points)]
    assert len(set(edges)) == len(edges)


# --- Rings ----------------------------------------------------------------------------------------


def square(x: float, y: float, size: float = 1) -> tuple[tuple[float, float], ...]:
    """Return a square by its lower left corner, counterclockwise."""
    return ((x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y))


def drawn(topology: Topology, *keys: str) -> list[list[tuple[tuple[float, float], ...]]]:
    """Return areas joined, as rings of points."""
    return [[topology.points(ring) for ring in one] for one in topology.joined(keys)]


def test_an_enclave_is_a_hole_until_it_is_joined() -> None:
    inner, outer = square(1, 1), square(0, 0, 3)
    borders = topology_of({"stadt": [(inner,)], "umland": [(outer, inner)]})
    assert len(borders.arcs) == 2
    ((around, hole),) = drawn(borders, "umland")
    assert (set(around), set(hole)) == (set(outer), set(inner))
    ((whole,),) = drawn(borders, "stadt", "umland")
    assert Polygon(whole).area == 9


def test_what_touches_in_a_point_stays_two_polygons() -> None:
    borders = topology_of({"a": [(square(0, 0),)], "b": [(square(1, 1),)]})
    assert sorted(Polygon(ring).area for (ring,) in drawn(borders, "a", "b")) == [1, 1]


def test_a_ring_of_eight_leaves_a_hole() -> None:
    shapes = {f"{x}{y}": [(square(x, y),)] for x in range(3) for y in range(3) if (x, y) != (1, 1)}
    ((around, hole),) = drawn(topology_of(shapes), *shapes)
    assert (Polygon(around).area, Polygon(hole).area) == (9, 1)
    assert Polygon(around).exterior.is_ccw and not Polygon(hole).exterior.is_ccw


def test_clockwise_and_unclosed_rings_are_put_right() -> None:
    borders = topology_of({"a": [(square(0, 0)[::-1],)], "b": [(square(1, 0)[:-1],)]})
    ((ring,),) = drawn(borders, "a", "b")
    assert Polygon(ring).area == 2 and Polygon(ring).exterior.is_ccw
