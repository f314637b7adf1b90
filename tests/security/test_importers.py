"""Files of other offices: nothing in them runs, leads elsewhere or becomes a formula."""

import json
import re
from pathlib import Path

import geopandas
import pytest
import shapely
from corpus_texts import BREAKS
from corpus_values import CELLS, FORMULAS
from importers.county import county, file, planned
from support import small_county

KARTE = "geo/kommunen.geojson"
GUIDE = "schluessel: ags\njahr: 2024\nwert: wert\nebenen: [kommune]\n"


@pytest.mark.parametrize("ending", [".json", ".geojson", ".gpkg", ".shp", ".fgb"])
def test_a_map_that_points_to_other_files_is_not_opened(tmp_path: Path, ending: str) -> None:
    areas = [shapely.box(9 + n, 53, 10 + n, 54) for n in range(3)]
    keys = ["01099001", "01099002", "01099003"]
    table = geopandas.GeoDataFrame(
        {"AGS": keys, "GEN": ["geheim"] * 3}, geometry=areas, crs="EPSG:4326"
    )
    table.to_file(tmp_path / "geheim.geojson")
    text = (
        f"<OGRVRTDataSource><OGRVRTLayer name='geheim'><SrcDataSource>{tmp_path}/geheim.geojson"
        "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    )
    found = planned(small_county(tmp_path), "grenzen", file(tmp_path, f"karte{ending}", text))
    assert [problem.sentence for problem in found.problems] == [
        f"Der Inhalt der Datei passt nicht zu ihrer Endung „{ending}“."
    ]


@pytest.mark.parametrize(
    "coordinates", ["[" * 5_000, "[[[1e999,1],[2,2],[3,3],[1e999,1]]]", "[[[" + "9" * 5_000]
)
def test_odd_geometry_is_told(tmp_path: Path, coordinates: str) -> None:
    text = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"AGS":"01099001",'
        f'"GEN":"x"}},"geometry":{{"type":"Polygon","coordinates":{coordinates}}}}}]}}'
    )
    found = planned(small_county(tmp_path), "grenzen", file(tmp_path, "karte.geojson", text))
    assert found.problems and not found.changes


def test_names_stay_names_in_the_map(tmp_path: Path) -> None:
    names = list(BREAKS[:3])
    areas = [shapely.box(9 + n, 53, 10 + n, 54) for n in range(3)]
    keys = ["01099001", "01099002", "01099003"]
    table = geopandas.GeoDataFrame({"AGS": keys, "GEN": names}, geometry=areas, crs="EPSG:4326")
    table.to_file(tmp_path / "vg.geojson")
    found = planned(small_county(tmp_path), "grenzen", tmp_path / "vg.geojson")
    assert found.problems == ()
    features = json.loads(found.changes[0].after)["features"]
    assert [one["properties"]["name"] for one in features] == names


@pytest.mark.parametrize("cell", (*FORMULAS, *CELLS))
def test_a_formula_never_becomes_a_figure(tmp_path: Path, cell: str) -> None:
    text = cell.replace("\0", "").replace('"', "'")
    rows = f'ags;wert\n01099001;7,5\n01099002;"{text}"\n'
    source = file(tmp_path, "q.csv", rows)
    found = planned(county(tmp_path, GUIDE), "tabelle", source, "miete")
    told = [problem.place.line for problem in found.problems]
    assert told == [3] or (not told and all(_is_clean(change.after) for change in found.changes))


def _is_clean(table: str) -> bool:
    row = re.compile(r"[A-Z0-9]+;\d{4};(?:-?\d{1,15}(?:[.,]\d{1,15})?|[.x/-])")
    return all(row.fullmatch(line) for line in table.splitlines()[1:])


def test_a_plain_table_is_taken(tmp_path: Path) -> None:
    source = file(tmp_path, "q.csv", "ags;wert\n01099001;7,5\n01099002;8\n")
    found = planned(county(tmp_path, GUIDE), "tabelle", source, "miete")
    assert found.problems == () and _is_clean(found.changes[0].after)
