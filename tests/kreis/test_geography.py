"""The county's geography is whole: a map without gaps, a room for each Kommune, reasons told."""

import json
from collections import Counter

import pytest
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from support import REPOSITORY

from fokusbericht.model.places import Geografie
from fokusbericht.model.report import Report

MAP = REPOSITORY / "geo" / "kommunen.geojson"
GRID = 2000  # points lie on whole parts of a degree


@pytest.fixture(scope="module")
def geografie(report: Report) -> Geografie:
    return report.geografie


@pytest.fixture(scope="module")
def areas() -> dict[str, BaseGeometry]:
    """Return the area of each Kommune by AGS, as the file has it."""
    features = json.loads(MAP.read_text(encoding="utf-8"))["features"]
    return {each["properties"]["ags"]: shape(each["geometry"]) for each in features}


def test_the_map_has_all_kommunen_under_their_names_and_no_other(geografie: Geografie) -> None:
    features = json.loads(MAP.read_text(encoding="utf-8"))["features"]
    names = [(each["properties"]["ags"], each["properties"]["name"]) for each in features]
    assert names == sorted((ags, one.name) for ags, one in geografie.kommunen.items())


def test_the_map_names_its_source() -> None:
    assert json.loads(MAP.read_text(encoding="utf-8"))["attribution"].strip()


def test_points_lie_on_the_grid(areas: dict[str, BaseGeometry]) -> None:
    points = shapely.get_coordinates(list(areas.values()))
    assert not [value for value in points.ravel() if value != round(value * GRID) / GRID]


def test_areas_are_valid_and_turn_left(areas: dict[str, BaseGeometry]) -> None:
    parts = shapely.get_parts(list(areas.values()))
    assert shapely.is_valid(parts).all()
    assert all(part.exterior.is_ccw for part in parts)


def test_there_is_no_overlap_and_no_gap(areas: dict[str, BaseGeometry]) -> None:
    everything = shapely.union_all(list(areas.values()))
    assert shapely.coverage_is_valid(list(areas.values()))
    assert everything.area == pytest.approx(sum(area.area for area in areas.values()))


def test_middles_lie_in_their_kommune(geografie: Geografie, areas: dict[str, BaseGeometry]) -> None:
    for ags, one in geografie.kommunen.items():
        assert areas[ags].contains(shapely.Point(one.lon, one.lat)), one.name


def test_every_kommune_is_in_exactly_one_room_of_each_cut(geografie: Geografie) -> None:
    for cut in geografie.fassungen:
        members = [ags for room in cut.zuordnung.values() for ags in room]
        assert sorted(members) == sorted(geografie.kommunen), cut.schluessel
        assert cut.zuordnung.keys() <= geografie.raeume.keys(), cut.schluessel


def test_each_room_holds_its_centres(geografie: Geografie) -> None:
    for room in geografie.raeume.values():
        assert room.zentren and set(room.zentren) <= set(room.kommunen), room.name


def test_keys_of_cuts_and_quartiere_are_unique(geografie: Geografie) -> None:
    for names in (
        [one.schluessel for one in geografie.fassungen],
        [one.schluessel for one in geografie.quartiere.values()],
    ):
        assert set(Counter(names).values()) <= {1}


def test_every_exception_has_a_reason(geografie: Geografie) -> None:
    exceptions = [one for cut in geografie.fassungen for one in cut.uebersteuerungen]
    assert all(len(one.grund.split()) > 5 for one in exceptions)


def test_each_room_hangs_together(geografie: Geografie, areas: dict[str, BaseGeometry]) -> None:
    # Only the main parts: small islands belong to Kommunen ashore.
    for room in geografie.raeume.values():
        parts = [shapely.get_parts(areas[ags]).tolist() for ags in room.kommunen]
        mainland = shapely.union_all([max(each, key=lambda part: part.area) for each in parts])
        assert mainland.geom_type == "Polygon", room.name
