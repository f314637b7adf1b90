"""The committed geography: a clean map, and rooms that are exactly the model plus overrides."""

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import shapely
import yaml
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from fokusbericht.statistics.gravity import Assignment, Centre, MassPoint, assign

ROOT = Path(__file__).parents[2]
MAP = json.loads((ROOT / "geo" / "kommunen.geojson").read_text(encoding="utf-8"))
GEO = yaml.safe_load((ROOT / "geo" / "raeume.yml").read_text(encoding="utf-8"))
KOMMUNEN: dict[str, dict[str, Any]] = {each["ags"]: each for each in GEO["kommunen"]}
FASSUNG: dict[str, Any] = GEO["fassungen"][0]
ROOM_OF: dict[str, str] = {
    ags: room for room, members in FASSUNG["zuordnung"].items() for ags in members
}
OVERRIDES: dict[str, str] = {each["ags"]: each["grund"] for each in FASSUNG["uebersteuerungen"]}
EXPONENT = 2
HELGOLAND = "01056025"


@pytest.fixture(scope="module")
def areas() -> dict[str, BaseGeometry]:
    """Return the area of each Kommune by AGS."""
    return {each["properties"]["ags"]: shape(each["geometry"]) for each in MAP["features"]}


@pytest.fixture(scope="module")
def population() -> dict[str, int]:
    """Return the inhabitants of each Kommune on 31.12.2017, from the report's own indicator."""
    [path] = (ROOT / "indicators").glob("*/bevoelkerung.csv")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter=";") if row["jahr"] == "2017"]
    return {row["raum"]: int(row["wert"]) for row in rows if row["raum"] in KOMMUNEN}


@pytest.fixture(scope="module")
def decisions(population: dict[str, int]) -> dict[str, Assignment]:
    """Return what the model says about each Kommune."""
    places = {
        ags: MassPoint(ags, population[ags], each["lon"], each["lat"])
        for ags, each in KOMMUNEN.items()
    }
    centres = [
        Centre(
            room["schluessel"],
            tuple(places[ags] for ags in room["zentren"]),
            apart=room["zentren"] == [HELGOLAND],
        )
        for room in GEO["betrachtungsraeume"]
    ]
    return {each.place: each for each in assign(places.values(), centres, EXPONENT)}


# --- The map --------------------------------------------------------------------------------------


def test_the_map_has_the_49_kommunen_under_their_names_sorted() -> None:
    properties = [each["properties"] for each in MAP["features"]]
    assert len(properties) == 49
    assert properties == [{"ags": ags, "name": KOMMUNEN[ags]["name"]} for ags in sorted(KOMMUNEN)]


def test_the_map_names_its_source() -> None:
    assert MAP["attribution"] == "© GeoBasis-DE / BKG 2023, dl-de/by-2-0, Daten verändert"


def test_the_map_has_one_kommune_a_line() -> None:
    lines = (ROOT / "geo" / "kommunen.geojson").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line.rstrip(",")) for line in lines[1:-1]] == MAP["features"]


def test_the_map_has_few_points_all_on_the_grid(areas: dict[str, BaseGeometry]) -> None:
    points = shapely.get_coordinates(list(areas.values()))
    assert len(points) <= 2500
    assert not [value for value in points.ravel() if value != round(value * 2000) / 2000]


def test_the_areas_are_valid_and_turn_left(areas: dict[str, BaseGeometry]) -> None:
    parts = shapely.get_parts(list(areas.values()))
    assert shapely.is_valid(parts).all()
    assert all(part.exterior.is_ccw and not part.interiors for part in parts)


def test_there_is_no_overlap_and_no_gap(areas: dict[str, BaseGeometry]) -> None:
    everything = shapely.union_all(list(areas.values()))
    assert shapely.coverage_is_valid(list(areas.values()))
    assert everything.area == pytest.approx(sum(area.area for area in areas.values()))
    assert not any(part.interiors for part in shapely.get_parts(everything))


def test_helgoland_is_two_islands(areas: dict[str, BaseGeometry]) -> None:
    assert len(shapely.get_parts(areas[HELGOLAND])) == 2


def test_the_centre_points_lie_in_their_kommune(areas: dict[str, BaseGeometry]) -> None:
    for ags, each in KOMMUNEN.items():
        assert areas[ags].contains(shapely.Point(each["lon"], each["lat"])), each["name"]


# --- The rooms ------------------------------------------------------------------------------------


def test_every_kommune_is_in_exactly_one_room() -> None:
    members = [ags for room in FASSUNG["zuordnung"].values() for ags in room]
    assert sorted(members) == sorted(KOMMUNEN)
    assert list(FASSUNG["zuordnung"]) == [each["schluessel"] for each in GEO["betrachtungsraeume"]]


def test_keys_are_unique() -> None:
    for group in ("kommunen", "betrachtungsraeume", "fassungen"):
        counts = Counter(each["schluessel"] for each in GEO[group])
        assert set(counts.values()) == {1}, group


def test_each_room_holds_its_centres() -> None:
    for room in GEO["betrachtungsraeume"]:
        assert {ROOM_OF[ags] for ags in room["zentren"]} == {room["schluessel"]}


def test_the_rooms_are_the_model_plus_the_overrides(decisions: dict[str, Assignment]) -> None:
    different = {ags for ags, decision in decisions.items() if decision.room != ROOM_OF[ags]}
    assert different == set(OVERRIDES)


def test_every_override_has_a_reason() -> None:
    assert all(len(reason) > 40 for reason in OVERRIDES.values())


def test_the_text_of_the_cut_tells_exponent_and_close_decisions(
    decisions: dict[str, Assignment],
) -> None:
    close = {KOMMUNEN[ags]["name"] for ags, each in decisions.items() if each.margin < 1.1}
    assert f"Exponent {EXPONENT}" in FASSUNG["erlaeuterung"]
    assert all(name in FASSUNG["erlaeuterung"] for name in close)


def test_the_six_rooms_span_what_the_county_says(population: dict[str, int]) -> None:
    sizes: Counter[str] = Counter()
    for ags, room in ROOM_OF.items():
        sizes[room] += population[ags]
    assert sum(sizes.values()) == sum(population.values())
    sizes.pop("helgoland")
    smallest, largest = min(sizes.values()), max(sizes.values())
    assert 12_500 <= smallest <= 13_500
    assert 112_000 <= largest <= 114_000
    for number in (smallest, largest):
        assert f"{number:,}".replace(",", ".") in FASSUNG["erlaeuterung"]


def test_helgoland_is_alone() -> None:
    assert FASSUNG["zuordnung"]["helgoland"] == [HELGOLAND]


def test_each_room_hangs_together(areas: dict[str, BaseGeometry]) -> None:
    # Only the main parts: islands in the Elbe belong to Kommunen ashore.
    for room, members in FASSUNG["zuordnung"].items():
        parts = [shapely.get_parts(areas[ags]).tolist() for ags in members]
        mainland = shapely.union_all([max(each, key=lambda part: part.area) for each in parts])
        assert mainland.geom_type == "Polygon", room
