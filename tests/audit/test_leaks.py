"""A leak planted in any channel is found; what was audited passes. No number is ever told."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from fokusbericht.audit import Sighting, audit_files
from fokusbericht.audit.judge import Audited, judged
from fokusbericht.problems import Severity

if TYPE_CHECKING:
    from conftest import Built

WORD = "handlungsempfehlungen/2021-01/beschlussvorlage.docx"
HERE = "sozialbericht/leerstand"
API = "api/v1/indikatoren/leerstand.json"


def told(built: "Built", folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Return what is said of files, written to a folder first."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    found = list(audit_files(built.report, built.levels, folder, files))
    assert all(one.rule == "geheimhaltung" for one in found)
    hints = [one for one in found if "nennt vielleicht" in one.sentence]
    assert [one for one in found if one.severity is Severity.WARNING] == hints
    return [one.sentence for one in found]


def doctored(built: "Built", path: str, old: str, new: str) -> dict[str, bytes]:
    """Return a built file in which a passage is replaced once."""
    data = built.files[path]
    if path.endswith(".docx"):
        return {path: _packed_anew(data, old.encode(), new.encode())}
    assert old.encode() in data, f"{old} is not in {path}"
    return {path: data.replace(old.encode(), new.encode(), 1)}


def _packed_anew(data: bytes, old: bytes, new: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(made, "w") as after:
        parts = {name: before.read(name) for name in before.namelist()}
        assert any(old in part for part in parts.values())
        for name, part in parts.items():
            after.writestr(name, part.replace(old, new, 1))
    return made.getvalue()


def test_the_site_as_it_is_built_shows_nothing(built: "Built", tmp_path: Path) -> None:
    assert told(built, tmp_path, built.files) == []


PAGE, MAP = f"{HERE}/index.html", "Bild „Leerstand, Kommunen 2022“"
SCRIPT = '<script type="application/json">{"jahr":2022,"Nordort":0.8}</script>'
DATA = """<div data-werte='[{"raum":"01099001","jahr":2022,"wert":0.8}]'></div>"""
SAID = "<p>Den niedrigsten Wert hat 2022 Nordort (0,8\u202f%).</p>"
SPOKEN = '<img alt="Leerstand 2022 in Nordort: 0,8 %">'
KEY_FIGURE = (
    '<ul><li><a href="../../sozialbericht/leerstand/">Leerstand</a> <span>0,8\u202f%</span> '
    "<small>2022 · Kreis 5,2 %</small></li></ul>"
)
COMMENT = "Leerstand 2022 in Nordort: 0,8 %"
LINES = '"treffer":['
# File, what stands in it, what is put there or before it, and where it is found.
LEAKS = [
    (f"{HERE}/daten.csv", "Nordort;2022;x", "Nordort;2022;0,8", "Spalte „wert“"),
    ("kommunen/nordort/daten.csv", "Leerstand;2022;x", "Leerstand;2022;0,8", "Spalte „wert“"),
    (API, '2022,"wert":null', '2022,"wert":0.8', "Feld „wert“"),
    (
        f"{HERE}/daten.jsonstat.json",
        "21.0,20.0,null",
        "21.0,20.0,0.8",
        "JSON-stat",
    ),
    (
        "daten/werte.csv",
        "Nordort;leerstand;Leerstand;%;2022;x;geheim",
        "Nordort;leerstand;Leerstand;%;2022;0,8;",
        "Spalte „wert“",
    ),
    (
        "daten/werte.json",
        '"einheit":"%","jahr":2022,"wert":null',
        '"einheit":"%","jahr":2022,"wert":0.8',
        "Feld „wert“",
    ),
    (PAGE, "<title>Nordort: geheim gehalten", "<title>Nordort: 0,8\u202f%", MAP),
    (f"{HERE}/karte.svg", "<title>Nordort: geheim gehalten", "<title>Nordort: 0,8 %", MAP),
    (
        "einbetten/leerstand/index.html",
        "<title>Nordort: geheim gehalten",
        "<title>Nordort: 0,8 %",
        MAP,
    ),
    (f"{HERE}/verlauf.vl.json", LINES, LINES + '{"x":2022,"y":0.8,"name":"Nordort"},', "Feld „y“"),
    (f"{HERE}/verlauf.vl.json", LINES, LINES + '"Nordort: 0,8 % (2022)",', "Feld „treffer“"),
    (PAGE, "</main>", SCRIPT + "</main>", "Feld „Nordort“"),
    (PAGE, "</main>", DATA + "</main>", "Feld „wert“"),
    (PAGE, "</main>", SAID + "</main>", "Text"),
    (PAGE, "</main>", SPOKEN + "</main>", "Attribut „alt“"),
    ("kommunen/nordort/index.html", "</main>", KEY_FIGURE + "</main>", "Text"),
    (
        "aktuelles/feed.xml",
        "Der Bericht liegt vor.",
        COMMENT,
        "Eintrag „Fokus 2021 ist erschienen“",
    ),
    ("termine/termine.ics", "END:V", COMMENT.replace(",", "\\,") + "\nEND:V", "Text"),
    ("robots.txt", "User-agent", f"# {COMMENT}\nUser-agent", "Text"),
    (WORD, "geheim gehalten<", "0,8<", "Tabelle „Leerstand, 2022“"),
    (WORD, "Der Kreis kann selbst handeln.", COMMENT, "Absatz"),
]


@pytest.mark.parametrize(("path", "old", "new", "where"), LEAKS)
def test_a_secret_figure_is_found(
    built: "Built", tmp_path: Path, path: str, old: str, new: str, where: str
) -> None:
    sentences = told(built, tmp_path, doctored(built, path, old, new))
    # What a sentence says may be an editor's own words: that is a hint.
    is_said = where.startswith(("Text", "Attribut", "Eintrag", "Absatz"))
    verb = "nennt vielleicht" if is_said else "zeigt"
    assert sentences == [
        f"Die fertige Datei „{path}“ ({where}) {verb} den geheimen Wert von Nordort 2022."
    ]


XLSX, SQLITE, GPKG = (f"daten/fokusbericht.{ending}" for ending in ("xlsx", "sqlite", "gpkg"))
MINE = "indikator = 'leerstand' AND raum_schluessel = '01099001' AND jahr = 2022"


@pytest.mark.parametrize(
    ("path", "statement", "where"),
    [
        (SQLITE, f"UPDATE werte SET wert = 0.8 WHERE {MINE}", "Spalte „wert“"),
        (
            SQLITE,
            "CREATE TABLE mehr AS SELECT 'Nordort' AS raum, 2022 AS jahr, 0.8 AS leerstand",
            "Spalte „leerstand“",
        ),
        (GPKG, f"UPDATE werte SET wert = 0.8 WHERE {MINE}", "Spalte „wert“"),
        (
            GPKG,
            "UPDATE kommunen_zahlen SET leerstand_2022 = 0.8 WHERE schluessel = '01099001'",
            "Spalte „leerstand_2022“",
        ),
    ],
)
def test_a_secret_figure_is_found_in_a_database(
    built: "Built", tmp_path: Path, path: str, statement: str, where: str
) -> None:
    with closing(sqlite3.connect(":memory:")) as file:
        file.deserialize(built.files[path])
        file.execute(statement)
        file.commit()
        changed = {path: file.serialize()}
    assert changed[path] != built.files[path]
    assert told(built, tmp_path, changed) == [
        f"Die fertige Datei „{path}“ ({where}) zeigt den geheimen Wert von Nordort 2022."
    ]


def test_a_secret_figure_is_found_in_a_workbook(built: "Built", tmp_path: Path) -> None:
    book = load_workbook(BytesIO(built.files[XLSX]))
    (cell,) = [
        row[7]
        for row in book["Werte"].iter_rows()
        if (row[1].value, row[3].value, row[6].value) == ("01099001", "leerstand", 2022)
    ]
    assert cell.value == "x"
    cell.value = 0.8
    book["Werte"].sheet_state = "hidden"
    changed = BytesIO()
    book.save(changed)
    assert told(built, tmp_path, {XLSX: changed.getvalue()}) == [
        f"Die fertige Datei „{XLSX}“ (Spalte „wert“) zeigt den geheimen Wert von Nordort 2022."
    ]


def test_a_secret_figure_is_found_in_a_table(built: "Built", tmp_path: Path) -> None:
    path = f"{HERE}/index.html"
    before, row, after = built.files[path].decode().rpartition(">Nordort</a></th>")
    page = before + row + after.replace("•", "0,8", 1)
    sentences = told(built, tmp_path, {path: page.encode()})
    assert sentences == [
        f"Die fertige Datei „{path}“ (Tabelle „Leerstand (%), alle Werte“) zeigt den "
        "geheimen Wert von Nordort 2022."
    ]


@pytest.mark.parametrize("of_search", [False, True])
def test_a_secret_figure_is_found_in_the_packed_files(
    built: "Built", tmp_path: Path, of_search: bool
) -> None:
    path = "suche/zahlen.js" if of_search else built.packed()
    # 21,0 % in 2020, a point less a year later, and 19,2 points less again.
    files = doctored(built, path, '[210,-10,"x"', "[210,-10,-192")
    assert told(built, tmp_path, files) == [
        f"Die fertige Datei „{path}“ (gepackte Werte) zeigt den geheimen Wert von Nordort 2022."
    ]


FINER = [
    (f"{HERE}/daten.csv", "Südort;2022;7;", "Südort;2022;7,04;", "Spalte „wert“"),
    ("raeume/sued/daten.csv", "Leerstand;2022;7;", "Leerstand;2022;7,0423;", "Spalte „wert“"),
    (API, '"wert":7.0', '"wert":7.0423', "Feld „wert“"),
    (f"{HERE}/verlauf.svg", "Süd 7,0", "Süd 7,04", "Bild „Leerstand, Verlauf“"),
    (f"{HERE}/karte.svg", "Südort: 7,0", "Südort: 7,04", "Bild „Leerstand, Kommunen 2022“"),
]


@pytest.mark.parametrize(("path", "old", "new", "where"), FINER)
def test_more_digits_than_audited_are_found(
    built: "Built", tmp_path: Path, path: str, old: str, new: str, where: str
) -> None:
    found = told(built, tmp_path, doctored(built, path, old, new))
    assert found and all(f"„{path}“ ({where}) zeigt den Wert von" in one for one in found)
    assert all(one.endswith(" genauer, als geprüft wurde.") for one in found)
    assert not any("04" in one.replace(path, "") for one in found)


def test_the_sentence_about_digits(built: "Built", tmp_path: Path) -> None:
    assert told(built, tmp_path, doctored(built, *FINER[0][:3])) == [
        "Die fertige Datei „sozialbericht/leerstand/daten.csv“ (Spalte „wert“) zeigt den Wert von "
        "Südort 2022 genauer, als geprüft wurde."
    ]


def test_an_interval_or_numerator_beside_a_figure_is_finer(built: "Built", tmp_path: Path) -> None:
    path = f"{HERE}/index.html"
    bounds = "7,0 <small>5,6 bis 8,7\u202f%</small>"
    before, row, after = built.files[path].decode().rpartition(">Südort</a></th>")
    page = before + row + after.replace("7,0", bounds, 1)
    assert told(built, tmp_path, {path: page.encode()}) == [
        f"Die fertige Datei „{path}“ (Tabelle „Leerstand (%), alle Werte“) zeigt den "
        "Wert von Südort 2022 genauer, als geprüft wurde."
    ]
    path = f"{HERE}/daten.csv"
    table = (
        "raum_schluessel;jahr;zaehler;nenner;wert\n01099003;2022;70;1000;7\n01099001;2022;4;500;x\n"
    )
    found = told(built, tmp_path, {path: table.encode()})
    assert found == [
        f"Die fertige Datei „{path}“ (Spalte „zaehler“) zeigt den geheimen Wert von Nordort 2022."
    ]


def test_another_figure_than_audited_is_found(built: "Built", tmp_path: Path) -> None:
    files = doctored(built, f"{HERE}/daten.csv", "Südort;2022;7;", "Südort;2022;7,1;")
    assert told(built, tmp_path, files) == [
        "Die fertige Datei „sozialbericht/leerstand/daten.csv“ (Spalte „wert“) zeigt einen anderen "
        "Wert von Südort 2022, als geprüft wurde."
    ]


NEWS = "aktuelles/2021-07-01-bericht/index.html"


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Obdachlose 2022 in Nordort: 777 Personen.", True),
        ("Obdachlose 2022 in Nordort: 900 Personen.", True),  # whatever the number: no oracle
        ("Obdachlose 2021 in Nordort: 2.777 Personen.", False),  # published
        ("Obdachlose gibt es in Nordort. Der Verein hat dort 777 Mitglieder.", False),
    ],
)
def test_what_a_sentence_says_in_one_breath_is_told(
    built: "Built", tmp_path: Path, text: str, is_told: bool
) -> None:
    files = doctored(built, NEWS, "</main>", f"<p>{text}</p></main>")
    assert bool(told(built, tmp_path, files)) == is_told


def test_the_same_sentence_is_told_once(built: "Built", tmp_path: Path) -> None:
    leak = "<p>Leerstand 2022: Nordort (0,8 %).</p>"
    files = doctored(built, f"{HERE}/index.html", "</main>", f"{leak}{leak}</main>")
    assert len(told(built, tmp_path, files)) == 1


def test_a_name_of_two_areas_is_explained_by_either(built: "Built") -> None:
    def problems(value: float, year: int) -> int:
        one = Sighting("leerstand", "01099001", year, value - 0.05, value + 0.05, "x.svg", "Bild")
        audited = Audited(built.report, built.levels)
        return len(list(judged(audited, [replace(one, others=("nord",))])))

    assert problems(3.4, 2022) == 0  # that of the room
    assert problems(0.8, 2022) == 1
    assert problems(20.0, 0) == problems(0.8, 0) == 0  # other years have figures
