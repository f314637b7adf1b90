"""The map of the county: what offices export is read, what is no map is told with its place."""

import json
from pathlib import Path

import pytest
from support import loaded, small_county, told

from fokusbericht.load.rings import find_crossing

KARTE = "geo/kommunen.geojson"
NORD = [[9.4, 53.45], [9.55, 53.45], [9.55, 53.55], [9.4, 53.55], [9.4, 53.45]]
MITTE = [[9.55, 53.45], [9.7, 53.45], [9.7, 53.55], [9.55, 53.55], [9.55, 53.45]]
SUED = [[9.4, 53.35], [9.7, 53.35], [9.7, 53.45], [9.55, 53.45], [9.4, 53.45], [9.4, 53.35]]
RINGS = {"01099001": NORD, "01099002": MITTE, "01099003": SUED}
IN_QGIS = (
    "Bitte in QGIS als GeoJSON mit „EPSG:4326“ speichern oder die amtliche Datei mit „einlesen "
    "grenzen“ übernehmen."
)


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def polygon(*rings: object) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": list(rings)}


def karte(*features: object, **more: object) -> str:
    """Return a map, one feature a line."""
    head = json.dumps({"type": "FeatureCollection", **more})[:-1]
    lines = ",\n".join(one if isinstance(one, str) else json.dumps(one) for one in features)
    return f'{head}, "features": [\n{lines}\n]}}\n'


def features(**changed: object) -> list[object]:
    """Return the three features of the small county; `s` changes the last one's geometry."""
    found: list[object] = [feature(polygon(ring), ags=ags) for ags, ring in RINGS.items()]
    if "sued" in changed:
        found[2] = feature(changed["sued"], ags="01099003")
    return found


def told_of(folder: Path, text: str) -> list[str]:
    return told(small_county(folder, {KARTE: text}))


def shapes(folder: Path, text: str) -> dict[str, object]:
    report, problems = loaded(small_county(folder, {KARTE: text}))
    assert problems == []
    return {ags: one.shape for ags, one in report.geografie.kommunen.items()}


PLAIN = {ags: ((tuple(tuple(point) for point in ring),),) for ags, ring in RINGS.items()}


def with_height(*height: object) -> str:
    return karte(
        *(
            feature(polygon([[*point, *height] for point in ring]), ags=ags)
            for ags, ring in RINGS.items()
        )
    )


def keyed(**keys: object) -> str:
    """Return the map with another key: a name of the column and how each AGS is written in it."""
    ((name, spell),) = keys.items()
    assert callable(spell)
    return karte(*(feature(polygon(r), **{name: spell(ags)}) for ags, r in RINGS.items()))


@pytest.mark.parametrize(
    "text",
    [
        with_height(0.0),
        with_height(-3.5, 12),
        with_height(None),
        keyed(ags=int),
        keyed(ags=float),
        keyed(ags=lambda ags: ags.lstrip("0")),
        keyed(AGS=str),
        keyed(Ags=int),
        keyed(RS=lambda ags: ags[:5] + "0001"[:4] + ags[5:]),
        keyed(ARS=lambda ags: int(ags[:5] + "9999" + ags[5:])),
        karte(*(feature(polygon(r), GEN="x", AGS=a, ARS="0", RS="1") for a, r in RINGS.items())),
        karte(*(feature(polygon(r[:-1]), ags=a) for a, r in RINGS.items())),
        karte(*(feature(polygon([p for p in r for _ in "ab"]), ags=a) for a, r in RINGS.items())),
        karte(*features(sued={"type": "MultiPolygon", "coordinates": [[SUED]]})),
        karte(*features(sued={"type": "GeometryCollection", "geometries": [polygon(SUED)]})),
        karte(*features(), crs=None),
        karte(*features(), crs={"properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}),
        karte(*features(), crs={"type": "name", "properties": {"name": "EPSG:4326"}}),
        karte(
            *features(), crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4258"}}
        ),
        "\ufeff" + karte(*features()).replace("\n", "\r\n"),
    ],
)
def test_what_offices_export_is_read(tmp_path: Path, text: str) -> None:
    assert shapes(tmp_path, text) == PLAIN


def test_holes_islands_and_the_other_direction_are_fine(tmp_path: Path) -> None:
    hole = [[9.5, 53.38], [9.5, 53.4], [9.52, 53.4], [9.5, 53.38]]
    island = [[9.0, 53.0], [9.1, 53.0], [9.1, 53.1], [9.0, 53.0]]
    text = karte(
        *features(sued={"type": "MultiPolygon", "coordinates": [[SUED[::-1], hole], [island]]})
    )
    found = shapes(tmp_path, text)["01099003"]
    assert [len(polygon) for polygon in found] == [2, 1]  # type: ignore[attr-defined]


def test_a_county_of_one_kommune_may_be_one_feature(tmp_path: Path) -> None:
    text = json.dumps(feature(polygon(NORD), ags="01099001"))
    assert [line.partition("fehlt")[1] for line in told_of(tmp_path, text)] == ["fehlt"] * 2


BOW_TIE = [[9.4, 53.35], [9.7, 53.45], [9.7, 53.35], [9.4, 53.45], [9.4, 53.35]]
TWICE_AROUND = [[9.4, 53.3], [9.8, 53.3], [9.8, 53.5], [9.5, 53.2], [9.4, 53.45], [9.4, 53.3]]


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (None, "fehlt: Unter „geometry“ steht kein Polygon."),
        ("x", "fehlt: Unter „geometry“ steht kein Polygon."),
        (
            {"type": "Point", "coordinates": [9, 53]},
            "ist keine Fläche, sondern „Point“. Gebraucht wird Polygon.",
        ),
        (
            {"type": "LineString", "coordinates": SUED},
            "ist keine Fläche, sondern „LineString“. Gebraucht wird Polygon.",
        ),
        ({"type": "Polygonn", "coordinates": [SUED]}, "ist weder Polygon noch MultiPolygon."),
        ({"type": ["Polygon"]}, "ist weder Polygon noch MultiPolygon."),
        ({"type": "Polygon"}, "hat keine lesbaren Koordinaten."),
        (polygon(), "ist leer."),
        ({"type": "MultiPolygon", "coordinates": []}, "ist leer."),
        ({"type": "GeometryCollection", "geometries": []}, "ist leer."),
        (polygon([]), "hat einen Ring mit weniger als 4 Punkten."),
        (polygon(SUED[:3]), "hat einen Ring mit weniger als 4 Punkten."),
        (
            polygon([[9.4, 53.4], [9.5, 53.4], [9.6, 53.4], [9.4, 53.4]]),
            "hat einen Ring ohne Inhalt: Seine Punkte liegen auf einer Linie.",
        ),
        (
            polygon([SUED[0]] * 5),
            "hat einen Ring ohne Inhalt: Seine Punkte liegen auf einer Linie.",
        ),
        (polygon([["9.4", 53.4], *SUED]), "hat eine Koordinate, die keine Zahl ist: „9.4“."),
        (polygon([[9.4, None], *SUED]), "hat eine Koordinate, die keine Zahl ist: „null“."),
        (polygon([[9.4, True], *SUED]), "hat eine Koordinate, die keine Zahl ist: „True“."),
        (polygon([[9.4, float("nan")], *SUED]), "hat eine Koordinate, die keine Zahl ist: „nan“."),
        (
            polygon([[9.4, 10**400], *SUED]),
            f"hat eine Koordinate, die keine Zahl ist: „1{'0' * 19}“.",
        ),
        (polygon([[9.4, float("inf")], *SUED]), "hat eine Koordinate, die keine Zahl ist: „inf“."),
        (polygon([[9.4], *SUED]), "hat einen Punkt ohne Länge und Breite."),
        (polygon([9.4, 53.4, 9.5, 53.5]), "hat einen Punkt ohne Länge und Breite."),
        (
            polygon([[200, 53.4], *SUED]),
            "liegt nicht auf der Erde: 200, 53.4. Erst die Länge, dann die Breite.",
        ),
        (
            polygon(BOW_TIE),
            "überschneidet sich selbst bei 9.55000, 53.40000. „einlesen grenzen“ bereinigt das.",
        ),
        (
            polygon(SUED, BOW_TIE),
            "überschneidet sich selbst bei 9.55000, 53.40000. „einlesen grenzen“ bereinigt das.",
        ),
        (
            polygon(TWICE_AROUND),
            "überschneidet sich selbst bei 9.46000, 53.30000. „einlesen grenzen“ bereinigt das.",
        ),
    ],
)
def test_what_is_no_shape_is_told_with_the_kommune_and_its_line(
    tmp_path: Path, geometry: object, reason: str
) -> None:
    text = karte(*features(sued=geometry))
    assert told_of(tmp_path, text) == [
        f"{KARTE}:4:43: Die Fläche von Südort (01099003) {reason} (geojson)"
    ]


@pytest.mark.parametrize("easting", [551234.5, 32551234.5, 3551234.0])
def test_metres_are_told_once_with_the_way_out(tmp_path: Path, easting: float) -> None:
    moved = [[easting + x * 1000, 5923456 + y * 1000] for x, y in NORD]
    text = karte(*(feature(polygon(moved), ags=ags) for ags in RINGS))
    first = moved[0]
    assert told_of(tmp_path, text) == [
        f"{KARTE}:2:43: Die Fläche von Nordort (01099001) hat Koordinaten in Metern "
        f"({first[0]:.0f}, {first[1]:.0f}), gebraucht werden Grade. {IN_QGIS} (geojson)"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            karte(
                *features(),
                crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}},
            ),
            f"{KARTE}:1:31: Die Koordinaten sind im System „urn:ogc:def:crs:EPSG::25832“, "
            f"gebraucht werden Grade. {IN_QGIS} (geojson)",
        ),
        (
            json.dumps({"type": "Topology", "objects": {}, "arcs": []}),
            f"{KARTE}:1:1: Das ist TopoJSON. Bitte als GeoJSON speichern. (geojson)",
        ),
        (
            json.dumps({"type": "GeometryCollection", "geometries": [polygon(SUED)]}),
            f"{KARTE}:1:1: Hier wird eine FeatureCollection mit „features“ erwartet. (geojson)",
        ),
        (
            json.dumps({"type": "FeatureCollection", "features": None}),
            f"{KARTE}:1:1: Hier wird eine FeatureCollection mit „features“ erwartet. (geojson)",
        ),
        ("[]", f"{KARTE}:1:1: Hier wird eine FeatureCollection mit „features“ erwartet. (geojson)"),
        ("[" * 100_000, f"{KARTE}:1:1: Das GeoJSON ist zu tief verschachtelt. (geojson)"),
        (
            "",
            f"{KARTE}:1:1: Das GeoJSON ist hier nicht lesbar: Komma, Klammer oder "
            "Anführungszeichen? (geojson)",
        ),
    ],
)
def test_what_is_another_file_is_told_once(tmp_path: Path, text: str, line: str) -> None:
    assert told_of(tmp_path, text) == [line]


def test_a_kommune_drawn_twice_is_told_at_the_second(tmp_path: Path) -> None:
    text = karte(*features(), feature(polygon(SUED), AGS=1099003))
    assert told_of(tmp_path, text) == [
        f"{KARTE}:5:43: Die Fläche von „01099003“ steht schon weiter oben. (geojson)"
    ]


def test_a_kommune_whose_key_is_missing_or_that_of_another_is_told_once(tmp_path: Path) -> None:
    first, second, _ = features()
    lost = feature(polygon(SUED), name="Hafenau")
    doubled = feature(polygon(SUED), ags="01099002")
    for number, strange in enumerate((lost, doubled)):
        (line,) = told_of(tmp_path / str(number), karte(first, second, strange))
        assert line.startswith(f"{KARTE}:4:")
    lines = told_of(tmp_path / "both", karte(first, lost))
    assert sum(line.startswith("geo/raeume.yml:") for line in lines) == 2
    assert len(told_of(tmp_path / "none", karte(first, second))) == 1


@pytest.mark.parametrize("strange", ['"x"', "null", "[1]", '{"properties": {"ags": null}}'])
def test_what_is_no_feature_is_told_with_its_number_and_place(tmp_path: Path, strange: str) -> None:
    text = karte(*features()[:2], strange, features()[2])
    assert told_of(tmp_path, text) == [
        f"{KARTE}:4:1: Dem 3. Feature fehlt der Schlüssel „ags“. (geojson)"
    ]


def test_the_map_of_a_whole_land_is_told_once(tmp_path: Path) -> None:
    others = [feature(polygon(NORD), AGS=f"0105{number:04}") for number in range(500)]
    assert told_of(tmp_path, karte(*features(), *others)) == [
        f"{KARTE}:5:43: 500 Flächen gehören zu keiner Kommune aus geo/raeume.yml. Steht ihr "
        "Schlüssel unter „ags“? „einlesen grenzen“ nimmt aus einer Datei nur die Kommunen des "
        "Kreises. (geojson)"
    ]


def test_a_ring_may_touch_itself(tmp_path: Path) -> None:
    eight = [(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (2.0, 2.0), (1.0, 1.0), (0.0, 2.0), (0.0, 0.0)]
    spike = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (2.0, 3.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]
    assert find_crossing(eight) is find_crossing(spike) is None


def test_a_huge_comb_is_read_in_bounded_time() -> None:
    teeth = [(x * 1e-5, 50.0 + (x % 2)) for x in range(60_000)]
    comb = [(0.0, 49.0), *teeth, (0.6, 49.0), (0.0, 49.0)]
    wide = [(0.0 + (n % 2) * 9, n * 1e-4) for n in range(20_000)]
    assert find_crossing(comb) is None
    assert find_crossing([*wide, (10.0, 2.0), (10.0, -1.0), (0.0, 0.0)]) is None
