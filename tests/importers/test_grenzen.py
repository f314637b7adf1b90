"""The map of a county from files of all Germany."""

import json
from pathlib import Path

import geopandas
import pytest
import shapely
from importers.county import file, planned, sentences, written
from support import SMALL, small_county

KARTE = "geo/kommunen.geojson"


def squares(**more: object) -> geopandas.GeoDataFrame:
    """Return the three Kommunen of the small county and one of another, side by side."""
    keys = ["01099001", "01099002", "01099003", "01060014"]
    areas = [shapely.box(9 + n, 53, 10 + n, 54) for n in range(4)]
    data = {"AGS": keys, "GEN": ["Nordort", "Mitte", "Südort", "Fremd"], **more}
    return geopandas.GeoDataFrame(data, geometry=areas, crs="EPSG:4326")


def test_only_our_kommunen_and_only_when_asked(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    squares().to_file(tmp_path / "vg.geojson")
    found = planned(root, "grenzen", tmp_path / "vg.geojson")
    assert found.problems == ()
    assert (root / KARTE).read_bytes() == (SMALL / KARTE).read_bytes()
    written(root, "grenzen", tmp_path / "vg.geojson")
    features = json.loads((root / KARTE).read_text())["features"]
    assert [one["properties"]["ags"] for one in features] == ["01099001", "01099002", "01099003"]
    assert written(root, "grenzen", tmp_path / "vg.geojson")[-1] == "Nichts zu ändern."


def test_the_right_layer_in_another_projection(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    path = tmp_path / "vg250.gpkg"
    squares()[:1].to_crs("EPSG:25832").to_file(path, layer="vg250_krs")
    squares().to_crs("EPSG:25832").to_file(path, layer="vg250_gem")
    assert planned(root, "grenzen", path).problems == ()


@pytest.mark.parametrize("column", [{"GF": [4, 4, 4, 4]}, {"teil": ["land"] * 4}])
def test_water_is_left_out(tmp_path: Path, column: dict[str, list[object]]) -> None:
    root = small_county(tmp_path)
    name, values = next(iter(column.items()))
    table = squares(**column)
    water = table[:1].copy()
    water[name] = 2 if name == "GF" else "wasser"
    water.geometry = [shapely.box(8, 53, 9, 54)]
    geopandas.pd.concat([table, water]).to_file(tmp_path / "vg.geojson")
    written(root, "grenzen", tmp_path / "vg.geojson")
    assert "[8.0," not in (root / KARTE).read_text()
    assert values


def test_a_missing_and_an_unknown_kommune(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    table = squares()
    table["AGS"] = ["01099001", "01099009", "01099003", "01060014"]
    table.to_file(tmp_path / "vg.geojson")
    assert sentences(planned(root, "grenzen", tmp_path / "vg.geojson")) == [
        "vg.geojson:1:1: Die Fläche von Mitte (01099002) fehlt in der Datei.",
        "vg.geojson:1:1: Die Kommune 01099009 kennt geo/raeume.yml nicht. Bitte dort ergänzen.",
    ]


def test_a_first_map(tmp_path: Path) -> None:
    root = small_county(tmp_path, {KARTE: None})
    squares().to_file(tmp_path / "vg.geojson")
    written(root, "grenzen", tmp_path / "vg.geojson")
    assert (root / KARTE).is_file()


@pytest.mark.parametrize(
    ("name", "text"), [("a.geojson", "{"), ("a.gpkg", "nichts"), ("a.kml", "")]
)
def test_what_is_no_map(tmp_path: Path, name: str, text: str) -> None:
    found = planned(small_county(tmp_path), "grenzen", file(tmp_path, name, text))
    assert len(found.problems) == 1


def test_no_column_of_keys(tmp_path: Path) -> None:
    squares().rename(columns={"AGS": "x"}).to_file(tmp_path / "vg.geojson")
    found = planned(small_county(tmp_path), "grenzen", tmp_path / "vg.geojson")
    assert "Es fehlt die Spalte mit dem Schlüssel" in sentences(found)[0]


def in_metres(path: Path, crs: object) -> Path:
    """Write the squares in metres, as GeoJSON of the old kind that names its system, or not."""
    data = json.loads(squares().to_crs("EPSG:25832").to_json())
    data["crs"] = crs
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_metres_are_turned_into_degrees_where_the_file_names_its_system(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    written(root, "grenzen", in_metres(tmp_path / "utm.geojson", crs))
    assert '"coordinates":[[[9.0,53.0]' in (root / KARTE).read_text(encoding="utf-8")


def test_metres_of_an_unnamed_system_are_told_with_the_way_out(tmp_path: Path) -> None:
    path = in_metres(tmp_path / "utm.geojson", None)
    assert sentences(planned(small_county(tmp_path), "grenzen", path)) == [
        "utm.geojson:1:1: Die Koordinaten sind keine Grade, und die Datei sagt nicht, in welchem "
        "System sie stehen. Bitte in QGIS das KBS zuweisen (meist EPSG:25832) und neu speichern, "
        "etwa als GeoPackage."
    ]


@pytest.mark.parametrize("name", ["ags", "Ags", "RS", "Ars"])
def test_keys_that_a_table_made_numbers_and_names_in_any_letters(tmp_path: Path, name: str) -> None:
    table = squares().rename(columns={"AGS": name, "GEN": "Gen"})
    table[name] = [1099001, 1099002.0, 1099003, None]
    table[:3].to_file(tmp_path / "vg.geojson")
    assert planned(small_county(tmp_path), "grenzen", tmp_path / "vg.geojson").problems == ()


@pytest.mark.parametrize(
    "line",
    [
        '{"type":"Feature","properties":{"AGS":"1"}}',
        '{"type":"Feature",',
        '{"type":"Feature","properties":null}',
    ],
)
def test_a_map_of_another_form_is_written_anew(tmp_path: Path, line: str) -> None:
    root = small_county(tmp_path, {KARTE: line})
    squares().to_file(tmp_path / "vg.geojson")
    written(root, "grenzen", tmp_path / "vg.geojson")
    assert json.loads((root / KARTE).read_text(encoding="utf-8"))["features"]
