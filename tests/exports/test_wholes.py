"""Everything in one file: Excel, SQLite, GeoPackage; what others read is what the tables say."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pyogrio
import pytest
from openpyxl import load_workbook
from shapely import area, symmetric_difference
from support import MUSTER, REPOSITORY, SMALL, loaded, replaced, small_county

from fokusbericht.exports import daten
from fokusbericht.exports.daten.arbeitsmappe import LEVELS, MARKS, arbeitsmappe
from fokusbericht.exports.daten.columns import ColumnKind
from fokusbericht.exports.daten.database import database
from fokusbericht.exports.daten.geopackage import geopackage
from fokusbericht.exports.daten.tables import BY_NAME, TABLES, rows_of
from fokusbericht.exports.daten.typed import typed
from fokusbericht.load import load_report
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy import as_published

COUNTIES = pytest.mark.parametrize("county", (MUSTER, REPOSITORY), ids=("muster", "kreis"))
RECOMMENDATION = "content/handlungsempfehlungen/2021-01-leerstand.md"


def published(root: Path) -> Report:
    """Return a county as it may be published."""
    return as_published(load_report(root)[0])


@pytest.fixture
def small(tmp_path: Path) -> Report:
    """Return the small county."""
    report, problems = loaded(small_county(tmp_path))
    assert problems == []
    return report


# --- The workbook ---------------------------------------------------------------------------------


def test_the_first_sheet_says_what_there_is(small: Report) -> None:
    book = load_workbook(BytesIO(arbeitsmappe(small)))
    told = list(book["Lies mich"].iter_rows(values_only=True))
    assert told[:14] == [
        ("Fokusbericht Musterkreis: alle Daten", None, None),
        (None, None, None),
        ("Zu beachten", "Dies ist ein erdachter Kreis.", None),
        ("Stand", "1.\xa0November 2026", None),
        ("Adresse", "https://muster.example/daten/", None),
        ("Lizenz der Texte", "CC BY 4.0", None),
        (
            "Lizenz der Werte",
            "die der Quelle jeder Zahl; sie steht in der Tabelle indikatoren",
            None,
        ),
        (
            "Fehlende Werte",
            MARKS,
            None,
        ),
        (
            "Summen",
            LEVELS,
            None,
        ),
        (None, None, None),
        ("Blatt", "Inhalt", "Zeilen"),
        ("Werte", "Alle Werte", 20),
        ("Indikatoren", "Alle Zahlen und was sie bedeuten", 2),
        ("Empfehlungen", "Empfehlungen", 2),
    ]
    link = book["Lies mich"]["A12"].hyperlink
    assert (link.location, link.target) == ("'Werte'!A1", None)
    assert book.properties.title == "Fokusbericht Musterkreis: alle Daten"


def test_a_sheet_can_be_read_filtered_and_followed(small: Report) -> None:
    book = load_workbook(BytesIO(arbeitsmappe(small)))
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
    figures = book["Werte"]
    assert [cell.value for cell in figures[2]] == [
        *("kommune", "01099001", "Nordort", "leerstand", "Leerstand", "%", 2020, 1.8, None, "nein")
    ]
    assert (figures["H2"].number_format, figures["G2"].number_format) == ("#,##0.0", "0")
    (missing,) = [
        row for row in figures.iter_rows(values_only=True) if (row[1], row[6]) == ("nord", 2022)
    ]
    assert missing[7:9] == (".", "unbekannt")
    recommendation = book["Empfehlungen"]
    address = "https://muster.example/handlungsempfehlungen/2021-01/"
    assert recommendation["B2"].hyperlink.target == address
    changed = recommendation.cell(
        2, [cell.value for cell in recommendation[1]].index("geaendert") + 1
    )
    assert (changed.value, changed.number_format) == (datetime(2026, 1, 10), "dd.mm.yyyy")
    assert [cell.value for cell in book["Spalten"][2]] == [
        *(
            "Werte",
            "ebene",
            "kommune, quartier, amt, betrachtungsraum, kreis, land oder bund",
            "Text",
        )
    ]


def test_nothing_is_a_formula(tmp_path: Path) -> None:
    title = '=HYPERLINK(\\"https://boese.example\\")'
    changed = replaced(
        RECOMMENDATION, "titel: Leer stehende Wohnungen erfassen", f'titel: "{title}"'
    )
    report, _ = loaded(small_county(tmp_path, changed))
    made = arbeitsmappe(report)
    cell = load_workbook(BytesIO(made))["Empfehlungen"]["D2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("https://boese.example")', "s")
    assert cell.quotePrefix
    with ZipFile(BytesIO(made)) as parts:
        assert not [
            name for name in parts.namelist() if b"<f" in parts.read(name) and "sheet" in name
        ]


@COUNTIES
def test_excel_holds_each_cell_of_each_table(county: Path) -> None:
    report = published(county)
    book = load_workbook(BytesIO(arbeitsmappe(report)), read_only=True)
    for one in TABLES:
        rows = rows_of(report, one.name)
        assert (one.name_in_short in book.sheetnames) is bool(rows)
        if not rows:
            continue
        head, *found = book[one.name_in_short].iter_rows(values_only=True)
        assert head == one.head
        assert len(one.name_in_short) <= 31
        kinds = [each.kind for each in one.columns]
        for told, row in zip(found, rows, strict=True):
            assert [plain(cell) for cell in told] == [*map(expected, kinds, row)]


def plain(cell: object) -> object:
    """Return a cell as the table has it."""
    return cell.date().isoformat() if isinstance(cell, datetime) else cell


def expected(kind: ColumnKind, text: str) -> object:
    """Return what Excel shows for a cell of a CSV file."""
    if kind in (ColumnKind.NUMBER, ColumnKind.INTEGER) and text:
        found = typed(kind, text)
        return text if found is None else found
    return text or None


# --- The database ---------------------------------------------------------------------------------


@pytest.fixture
def opened(small: Report) -> Iterator[sqlite3.Connection]:
    """Return the database of the small county."""
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(database(small))
        yield file


def test_the_views_answer_what_people_ask(opened: sqlite3.Connection) -> None:
    newest = opened.execute("SELECT * FROM neueste_werte WHERE raum = 'Nordort'").fetchall()
    assert newest == [
        ("kommune", "01099001", "Nordort", "leerstand", "Leerstand", "%", 2022, 2.4, 0)
    ]
    (row,) = opened.execute(
        "SELECT * FROM werte_lesbar WHERE raum = 'Raum Nord' AND jahr = 2022 AND einheit = '%'"
    )
    assert row == (
        "betrachtungsraum",
        "nord",
        "Raum Nord",
        "leerstand",
        "Leerstand",
        "%",
        2022,
        None,
        "unbekannt",
        0,
    )


def test_columns_are_described_in_the_database(opened: sqlite3.Connection) -> None:
    told = {(table, name) for table, name, *_ in opened.execute("SELECT * FROM spalten")}
    names = [one.name for one in TABLES]
    assert told == {
        (name, row[1]) for name in names for row in opened.execute(f"PRAGMA table_info({name})")
    }
    assert dict(opened.execute("SELECT * FROM ueber"))["lizenz_texte"] == "CC BY 4.0"


def test_lists_are_tables_of_their_own(opened: sqlite3.Connection) -> None:
    rows = opened.execute(
        "SELECT e.titel, f.titel FROM handlungsempfehlungen e "
        "JOIN handlungsempfehlungen_handlungsfelder z ON z.handlungsempfehlungen = e.id "
        "JOIN handlungsfelder f ON f.id = z.handlungsfelder_ziel WHERE e.id = '2021-01'"
    ).fetchall()
    assert rows == [("Leer stehende Wohnungen erfassen", "Wohnen")]


@COUNTIES
def test_the_database_is_whole(county: Path) -> None:
    report = published(county)
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(database(report))
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        for one in TABLES:
            (count,) = file.execute(f"SELECT count(*) FROM {one.name}").fetchone()
            assert count == len(rows_of(report, one.name)), one.name
        found = file.execute("SELECT * FROM werte_lesbar ORDER BY 4, 2, 7").fetchall()
    kinds = [each.kind for each in BY_NAME["werte"].columns]
    rows = sorted(rows_of(report, "werte"), key=lambda row: (row[3], row[1], int(row[6])))
    assert found == [tuple(map(typed, kinds, row)) for row in rows]


# --- The GeoPackage -------------------------------------------------------------------------------


@COUNTIES
def test_gdal_reads_the_package(county: Path, tmp_path: Path) -> None:
    report = published(county)
    path = tmp_path / "fokusbericht.gpkg"
    path.write_bytes(geopackage(report))
    names = [name for name, _ in pyogrio.list_layers(path)]
    assert names == [
        *("kommunen", "kommunen_zahlen", "aemter", "raeume", "raeume_zahlen", "kreis"),
        *("werte", "indikatoren", "gebiete"),
    ]
    files = {one.path: one for one in daten.plan(report) if one.path.endswith(".geojson")}
    for name in ("kommunen", "aemter", "raeume", "kreis"):
        other = tmp_path / f"{name}.geojson"
        other.write_bytes(files[f"daten/{name}.geojson"].make())
        one, same = pyogrio.read_dataframe(path, layer=name), pyogrio.read_dataframe(other)
        assert one.crs == "EPSG:4326"
        assert one.geometry.is_valid.all()
        shapes = one.geometry.values.to_numpy(), same.geometry.values.to_numpy()
        assert area(symmetric_difference(*shapes)).max() == 0
        assert list(one["schluessel"]) == list(same["schluessel"])
    assert len(pyogrio.read_dataframe(path, layer="werte")) == len(rows_of(report, "werte"))


def test_a_map_has_its_newest_figures(small: Report, tmp_path: Path) -> None:
    path = tmp_path / "klein.gpkg"
    path.write_bytes(geopackage(small))
    layer = pyogrio.read_dataframe(path, layer="kommunen_zahlen").set_index("name")
    assert list(layer.columns[10:]) == ["leerstand_2022", "geheim", "geometry"]
    known = layer["leerstand_2022"].dropna()
    assert known.to_dict() == {"Nordort": 2.4, "Südort": 7.0}
    assert layer["geheim"].isna().all()
    with closing(sqlite3.connect(path)) as file:
        (meaning,) = file.execute(
            "SELECT description FROM gpkg_data_columns WHERE column_name = 'leerstand_2022' "
            "AND table_name = 'kommunen_zahlen'"
        ).fetchone()
    assert meaning == "Leerstand, 2022, %; Musteramt; dl-de/by-2-0"


# --- All of them ----------------------------------------------------------------------------------

HASHES = """
import sys
from hashlib import blake2b
from pathlib import Path
from fokusbericht.exports.daten import WHOLES
from fokusbericht.load import load_report
report, _ = load_report(Path(sys.argv[1]))
print([blake2b(one.make(report)).hexdigest() for one in WHOLES])
"""


def test_other_processes_make_the_same_bytes() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", HASHES, str(SMALL)],
            env={"PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    }
    assert len(told) == 1
