"""Numbers in files of a county: read as they are meant, or told with both readings."""

from pathlib import Path

import pytest
from support import loaded, replaced, small_county, told

LEERSTAND = "indicators/wohnen/leerstand.csv"
MIETE = "indicators/wohnen/miete"
CLEARLY = "Bitte ohne Tausenderpunkt und mit Dezimalkomma schreiben."
AREAS = ("01099001", "01099002", "01099003")


def table(*cells: str, head: str = "raum;jahr;wert") -> str:
    sign = ";" if ";" in head else ","
    rows = [sign.join((area, "2022", cell)) for area, cell in zip(AREAS, cells, strict=False)]
    return "\n".join((head, *rows, ""))


def counted(folder: Path, text: str, einheit: str = "") -> Path:
    """Return a county whose only number is a count of the three Kommunen."""
    files = replaced(f"{MIETE}.yml", "ebene: kreis", "ebene: kommune")
    files[f"{MIETE}.yml"] = files[f"{MIETE}.yml"].replace("€/m²", einheit or "€/m²")
    return small_county(folder, {**files, f"{MIETE}.csv": text})


def numbers(root: Path) -> list[float | None]:
    report, problems = loaded(root)
    assert [str(one) for one in problems] == []
    return [report.indikatoren["miete"].werte[area, 2022].zahl for area in AREAS]


def csv_told(root: Path) -> list[str]:
    return [line.partition(": ")[2] for line in told(root) if f"{MIETE}.csv" in line]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("12,345", "987", "7,050"), (12.345, 987, 7.05)),
        (("12.345", "987", "1.234,5"), (12345, 987, 1234.5)),
        (("12.345", "1.234.567", "0"), (12345, 1234567, 0)),
        (("12.345", "0.5", "1234.5"), (12.345, 0.5, 1234.5)),
        (("0.123", "0,123", "-0.5"), (0.123, 0.123, -0.5)),
        (("12 345", "12\u00a0345,5", "12\u202f345"), (12345, 12345.5, 12345)),
        (("12'345", "1’234’567,8", "12\u2009345"), (12345, 1234567.8, 12345)),
        (("−3", "–3,5", "‒4"), (-3, -3.5, -4)),
        (("+3", "1,0E3", "1.5e-3"), (3, 1000, 0.0015)),
    ],
)
def test_what_is_read(tmp_path: Path, cells: tuple[str, ...], expected: tuple[float, ...]) -> None:
    assert numbers(counted(tmp_path, table(*cells))) == list(expected)


def test_what_nobody_sees_in_a_cell_is_told_at_its_own_place(tmp_path: Path) -> None:
    root = counted(tmp_path, table("\u200b12", "1\u00ad2\ufeff", "12\u202e34"))
    assert [line.partition(": ")[0] for line in told(root) if "(zeichen)" in line] == [
        f"{MIETE}.csv:2:15",
        f"{MIETE}.csv:3:16",
        f"{MIETE}.csv:3:18",
        f"{MIETE}.csv:4:17",
    ]


def test_one_doubt_a_column_is_told_once_with_both_readings(tmp_path: Path) -> None:
    root = counted(tmp_path, table("12.345", "987", "7.050"))
    assert csv_told(root) == [
        f"„12.345“ ist mehrdeutig: 12345 oder 12,345? {CLEARLY} Betroffen sind diese und eine "
        "weitere Zelle dieser Spalte. (csv)"
    ]


def test_each_column_is_told_and_votes_for_itself(tmp_path: Path) -> None:
    head = "raum;jahr;zaehler;nenner\n"
    rows = "01099001;2022;1.206;2.000\n01099002;2022;2,5;3.000\n01099003;2022;1.206;4.500\n"
    lines = told(small_county(tmp_path, {LEERSTAND: head + rows}))
    assert [line for line in lines if "mehrdeutig" in line] == [
        f"{LEERSTAND}:2:21: „2.000“ ist mehrdeutig: 2000 oder 2? {CLEARLY} Betroffen sind diese "
        "und 2 weitere Zellen dieser Spalte. (csv)"
    ]


@pytest.mark.parametrize("cells", [("12.345", "0.5", "2,5"), ("12.345", "7", "x")])
def test_a_column_that_contradicts_itself_or_is_silent_decides_nothing(
    tmp_path: Path, cells: tuple[str, ...]
) -> None:
    assert "mehrdeutig: 12345 oder 12,345?" in csv_told(counted(tmp_path, table(*cells)))[0]


def test_a_comma_between_cells_leaves_the_point_in_doubt(tmp_path: Path) -> None:
    root = counted(tmp_path, table("12.345", "7", "8", head="raum,jahr,wert"))
    assert "mehrdeutig" in csv_told(root)[0]
    told_by_column = table("12.345", "7.5", "8", head="raum,jahr,wert")
    assert numbers(counted(tmp_path / "b", told_by_column)) == [12.345, 7.5, 8]


@pytest.mark.parametrize(
    "cell",
    [
        *("1.23.456", "12,34,56", "1.234,5.6", "1,234,567", "1,234.5", "12  345", "1234 567"),
        *("NaN", "inf", "1_000", "0x1F", "½", "XIV", "١٢", "１２", "1e99", "12.", ",5", "(12)"),
        *("1234¹", "1 234¹⁾", "12-", "– 3", "1" * 16, "ca. 12", "1 234 5"),
    ],
)
def test_what_is_never_taken_for_a_number(tmp_path: Path, cell: str) -> None:
    lines = csv_told(counted(tmp_path, table(cell, "1", "2")))
    assert len(lines) == 1
    assert " ".join(cell.split()) in lines[0]


def test_percent_and_units_of_the_indicator_itself(tmp_path: Path) -> None:
    cells = ("48,6 %", "48,6%", "50\u202f%")
    assert numbers(counted(tmp_path / "a", table(*cells), '"%"')) == [48.6, 48.6, 50]
    euro = ("12 €", "13,5\u00a0€", "7")
    assert numbers(counted(tmp_path / "b", table(*euro), "€")) == [12, 13.5, 7]


@pytest.mark.parametrize(("cell", "unit"), [("12 €", "€"), ("12%", "%"), ("12 Tsd.", "Tsd.")])
def test_another_unit_is_told(tmp_path: Path, cell: str, unit: str) -> None:
    assert csv_told(counted(tmp_path, table(cell, cell.replace("12", "13"), "2"))) == [
        f"„{cell}“: Hinter der Zahl steht „{unit}“. Hier wird nur die Zahl erwartet. "
        "Betroffen sind diese und eine weitere Zelle dieser Spalte. (csv)"
    ]


def test_what_is_counted_has_no_unit(tmp_path: Path) -> None:
    rows = "raum;jahr;zaehler;nenner\n01099001;2022;5 %;100\n"
    assert "Hinter der Zahl steht „%“." in "\n".join(
        told(small_county(tmp_path, {LEERSTAND: rows}))
    )


# --- YAML ---------------------------------------------------------------------------------------


def yaml_told(folder: Path, line: str) -> list[str]:
    files = replaced(f"{MIETE}.yml", "ebene: kreis", f"ebene: kreis\n{line}")
    return [one.partition(": ")[2] for one in told(small_county(folder, files))]


@pytest.mark.parametrize(
    ("line", "text", "readings"),
    [
        ("rang: {mindestens: 1.500}", "1.500", "1500 oder 1,5"),
        ("je: 1.000", "1.000", "1000 oder 1"),
        ("klassen: {verfahren: manuell, grenzen: [5, 1.500]}", "1.500", "1500 oder 1,5"),
        ("geheimhaltung: {mindestzahl: 3, rest_grenze: 1.000}", "1.000", "1000 oder 1"),
    ],
)
def test_a_point_in_yaml_can_mean_two_things(
    tmp_path: Path, line: str, text: str, readings: str
) -> None:
    sentence = f"„{text}“ ist mehrdeutig: {readings}? {CLEARLY} (falscher-typ)"
    assert sentence in yaml_told(tmp_path, line)


@pytest.mark.parametrize(
    "line",
    [
        "rang: {mindestens: '1,500'}",
        "je: 1000",
        "klassen: {verfahren: manuell, grenzen: [1.500, 2.5]}",
        "klassen: {verfahren: manuell, grenzen: [2,4,6]}",
        "klassen: {verfahren: manuell, grenzen: [−2, 0.125, 4]}",
    ],
)
def test_numbers_of_yaml_that_can_mean_one_thing_only(tmp_path: Path, line: str) -> None:
    assert yaml_told(tmp_path, line) == []


@pytest.mark.parametrize("values", ["[2,5, 10]", "[2, 7,5]", "[1,5, 2,5, 3,5]"])
def test_a_decimal_comma_in_a_list_is_told(tmp_path: Path, values: str) -> None:
    lines = yaml_told(tmp_path, f"klassen: {{verfahren: manuell, grenzen: {values}}}")
    assert any("In „grenzen“ trennt jedes Komma zwei Zahlen." in line for line in lines)


def test_bounds_that_are_not_read_break_no_rule_as_well(tmp_path: Path) -> None:
    lines = yaml_told(tmp_path, "klassen: {verfahren: manuell, grenzen: ['1.200', '2.400']}")
    assert len(lines) == 2
    assert all("ist mehrdeutig" in line for line in lines)


def test_a_decimal_comma_between_braces_is_told(tmp_path: Path) -> None:
    (line,) = yaml_told(tmp_path, "rang: {mindestens: 20,3}")
    assert line.endswith(
        "In geschweiften Klammern trennt jedes Komma zwei Angaben; „3“ steht allein. Gehört es zu "
        "einer Dezimalzahl, bitte mit Punkt schreiben: 2.5 statt 2,5. (unbekannter-schluessel)"
    )


@pytest.mark.parametrize("value", ["1.500", "2,0", "1_0", "0x2", "½", "zwei", "1e1"])
def test_a_whole_number_is_written_plainly(tmp_path: Path, value: str) -> None:
    files = replaced(f"{MIETE}.yml", "dezimalstellen: 2", f"dezimalstellen: {value}")
    assert told(small_county(tmp_path, files)) == [
        f"{MIETE}.yml:7:17: „{value}“ ist keine ganze Zahl. (falscher-typ)"
    ]


def test_bounds_settle_a_coordinate_and_an_area(tmp_path: Path) -> None:
    files = replaced("geo/raeume.yml", "flaeche_km2: 10, lon: 9.5, lat: 53.5", "@")
    text = files["geo/raeume.yml"].replace("@", "flaeche_km2: 20.300, lon: 9.500, lat: 53.500")
    report, problems = loaded(small_county(tmp_path, {"geo/raeume.yml": text}))
    assert problems == []
    kommune = report.geografie.kommunen["01099001"]
    assert (kommune.flaeche_km2, kommune.lon, kommune.lat) == (20.3, 9.5, 53.5)


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("lon: 9.6", "lon: 9743", "„9743“: hier steht eine Zahl von -180 bis 180."),
        ("lat: 53.4", "lat: 5340", "„5340“: hier steht eine Zahl von -90 bis 90."),
        ("flaeche_km2: 8", "flaeche_km2: 8000", "„8000“: hier steht eine Zahl von 0 bis 1000."),
    ],
)
def test_beyond_the_bounds(tmp_path: Path, old: str, new: str, text: str) -> None:
    lines = told(small_county(tmp_path, replaced("geo/raeume.yml", old, new)))
    assert [line for line in lines if text in line]


@pytest.mark.parametrize("number", ['"9.5"', "true", '"9,5"', "NaN"])
def test_a_number_of_the_map_is_no_text(tmp_path: Path, number: str) -> None:
    text = replaced("geo/kommunen.geojson", "[", "[")["geo/kommunen.geojson"]
    start = text.index("[[[") + 3
    end = text.index(",", start)
    broken = text[:start] + number + text[end:]
    lines = told(small_county(tmp_path, {"geo/kommunen.geojson": broken}))
    assert any("eine Koordinate, die keine Zahl ist" in line for line in lines)


def test_a_point_in_the_archive_can_mean_two_things(tmp_path: Path) -> None:
    rows = "tag;indikator;raum;jahr;wert\n2024-03-01;leerstand;01099001;2022;12.345\n"
    lines = told(small_county(tmp_path, {"archiv/veroeffentlicht.csv": rows}))
    assert f"„12.345“ ist mehrdeutig: 12345 oder 12,345? {CLEARLY}" in lines[0]


@pytest.mark.parametrize("nothing", ["~", "null", '""'])
def test_a_bound_that_is_empty_is_told(tmp_path: Path, nothing: str) -> None:
    files = replaced(
        f"{MIETE}.yml", "ebene: kreis", f"ebene: kreis\nklassen: {{grenzen: [{nothing}, 3]}}"
    )
    lines = told(small_county(tmp_path, files))
    assert any("In „grenzen“ ist eine Zahl leer. (falscher-typ)" in line for line in lines), lines


def test_a_number_that_is_not_read_is_not_told_as_too_small(tmp_path: Path) -> None:
    files = replaced(f"{MIETE}.yml", "ebene: kreis", "ebene: kreis\nje: 1.000")
    lines = told(small_county(tmp_path, files))
    assert [line for line in lines if "„je“" in line] == []
    assert any("„1.000“ ist mehrdeutig" in line for line in lines)
