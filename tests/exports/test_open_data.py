"""The files below /daten/: what a reader of the small county gets, to the letter."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from support import (
    MUSTER,
    REPOSITORY,
    SMALL,
    loaded,
    replaced,
    small_county,
    with_examples,
)

from fokusbericht.exports import daten
from fokusbericht.exports.daten.columns import OpenTable
from fokusbericht.exports.daten.document import schema
from fokusbericht.exports.daten.tables import BY_NAME, TABLES, rows_of
from fokusbericht.load import load_report
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy import as_published

RECOMMENDATION = "content/handlungsempfehlungen/2021-01-leerstand.md"
OFF = replaced("content/kreis.yml", "beispiele: true", "beispiele: false")
BASE = "https://muster.example"


def files(report: Report) -> dict[str, bytes]:
    """Return all files of open data."""
    return {output.path.removeprefix("daten/"): output.make() for output in daten.plan(report)}


def test_code_names_nothing(tmp_path: Path) -> None:
    text = (SMALL / RECOMMENDATION).read_text(encoding="utf-8")
    code = "\n```\n{{ karte: nirgends }}\n[[niemand]]\n```\n\n`[[wohnen]]`\n"
    made = small(tmp_path, {RECOMMENDATION: text + code})
    (found,) = (one for name, one in made.items() if name == "handlungsempfehlungen.json")
    assert "{{ karte: nirgends }}\\n[[niemand]]" in found.decode()
    assert "`[[wohnen]]`" in found.decode()


def small(folder: Path, changed: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Return the files of the small report."""
    report, problems = loaded(small_county(folder, changed))
    assert problems == []
    return files(report)


def rows(content: bytes) -> list[dict[str, str]]:
    """Read a table as any program does."""
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";", strict=True))


# --- Tables ---------------------------------------------------------------------------------------


def test_table_of_recommendations(tmp_path: Path) -> None:
    real, example = rows(small(tmp_path)["handlungsempfehlungen.csv"])
    assert real == {
        "id": "2021-01",
        "adresse": f"{BASE}/handlungsempfehlungen/2021-01/",
        "beispiel": "nein",
        "titel": "Leer stehende Wohnungen erfassen",
        "art": "handlungsempfehlung",
        "jahr": "2021",
        "kurz": "Der Kreis erfasst einmal im Jahr, wo Wohnungen leer stehen.",
        "stand": "beschlossen",
        "letzte_nachricht": "2021-09-15",
        "monate_ohne_nachricht": "61",
        "stichtag": "2026-11-01",
        "steuerungsrelevanz": "hoch",
        "eingeschaetzt": "2021-05",
        "handlungsfelder": "wohnen",
        "handlungsfelder_titel": "Wohnen",
        "fokusgruppen": "wohnraum",
        "fokusgruppen_titel": "Fokusgruppe Wohnraum",
        "zielgruppen": "familien",
        "raeume": "raum:kreis | kommune:nordort",
        "raeume_titel": "Musterkreis | Nordort",
        "indikatoren": "leerstand",
        "vorgaenger": "",
        "nachfolger": "2022-01",
        "beschluesse": "2021-09-15-leerstand",
        "zustaendig": "",
        "naechster_schritt": "",
        "frist": "",
        "frist_wer": "",
        "kosten": "",
        "finanzierung": "",
        "haltung_kommunen": "",
        "geaendert": "2026-01-10",
        "quellen": "",
    }
    assert (example["id"], example["beispiel"], example["vorgaenger"]) == (
        "2022-01",
        "ja",
        "2021-01",
    )


def test_table_of_steps_to_the_letter(tmp_path: Path) -> None:
    address = f"{BASE}/handlungsempfehlungen/2021-01/"
    title = "Leer stehende Wohnungen erfassen"
    text = small(tmp_path)["verlauf.csv"].decode()
    assert text.split("\r\n")[:4] == [
        "\ufeffempfehlung;nummer;datum;schritt;ergebnis;stand;gremium;einstimmig;ja;nein;enthaltung;"
        "vorlage;vorlage_url;beschluss;text;beispiel;titel;adresse",
        "2021-01;1;2021-02;vorgeschlagen;;vorgeschlagen;;;;;;;;;Die Fokusgruppe schlägt die "
        f"Erfassung vor.;nein;{title};{address}",
        "2021-01;2;2021-05;eingeschaetzt;;eingeschaetzt;;;;;;;;;Die Steuerungsgruppe schätzt "
        f"ein.;nein;{title};{address}",
        "2021-01;3;2021-09-15;kreistag;beschlossen;beschlossen;;;;;;;;2021-09-15-leerstand;Der "
        f"Kreistag beschließt.;nein;{title};{address}",
    ]


DECISION = "content/beschluesse/2021-09-15-leerstand.md"
ADDRESS = "https://info.muster.example/vorlage/117"


@pytest.mark.parametrize(
    "vote, cells, told",
    [
        ("einstimmig", ("ja", "", "", ""), (True, None, None, None)),
        ("{ja: 38, nein: 14, enthaltung: 3}", ("nein", "38", "14", "3"), (False, 38, 14, 3)),
        ("{ja: 51, nein: 0}", ("nein", "51", "0", "0"), (False, 51, 0, 0)),
    ],
)
def test_votes_and_papers(
    tmp_path: Path, vote: str, cells: tuple[str, ...], told: tuple[object, ...]
) -> None:
    names = ("einstimmig", "ja", "nein", "enthaltung")
    lines = f"ergebnis: beschlossen\nabstimmung: {vote}\nvorlage_url: {ADDRESS}"
    made = small(tmp_path, replaced(DECISION, "ergebnis: beschlossen", lines))
    (decision,) = rows(made["beschluesse.csv"])
    assert tuple(decision[name] for name in names) == cells
    assert (decision["vorlage_url"], decision["url"]) == (ADDRESS, "")
    # A step takes the vote from its decision.
    steps = [tuple(step[name] for name in names) for step in rows(made["verlauf.csv"])]
    assert steps[2] == cells
    assert steps[1] == ("", "", "", "")
    data = json.loads(made["handlungsempfehlungen.json"])
    step = data["handlungsempfehlungen"][0]["verlauf"][2]
    for one in (step, step["beschluss"]):
        assert one["abstimmung"] == dict(zip(names, told, strict=True))
    assert step["beschluss"]["vorlage_url"] == ADDRESS
    rules = json.loads(made["handlungsempfehlungen.schema.json"])
    assert Draft202012Validator(rules).is_valid(data)


def test_tables_of_decisions_and_meetings(tmp_path: Path) -> None:
    made = small(tmp_path)
    (decision,) = rows(made["beschluesse.csv"])
    assert decision["empfehlungen"] == "2021-01"
    assert decision["betrifft"] == "empfehlung:2021-01 | handlungsfeld:wohnen"
    (meeting,) = rows(made["termine.csv"])
    assert (meeting["datum"], meeting["ergebnisse"]) == (
        "2021-05-07",
        "Eine Empfehlung wird eingeschätzt.",
    )


def test_an_ended_recommendation_is_not_silent(tmp_path: Path) -> None:
    ended = replaced(RECOMMENDATION, "ergebnis: beschlossen", "ergebnis: abgelehnt")
    decision = replaced(
        "content/beschluesse/2021-09-15-leerstand.md",
        "ergebnis: beschlossen",
        "ergebnis: abgelehnt",
    )
    first, _ = rows(small(tmp_path, ended | decision)["handlungsempfehlungen.csv"])
    assert (first["stand"], first["monate_ohne_nachricht"]) == ("abgelehnt", "")


def test_cells_survive_the_way_and_are_no_formulas(tmp_path: Path) -> None:
    title = '=1+1; „zu“ \\"viel\\"'
    changed = replaced(
        RECOMMENDATION, "titel: Leer stehende Wohnungen erfassen", f'titel: "{title}"'
    )
    first, _ = rows(small(tmp_path, changed)["handlungsempfehlungen.csv"])
    assert first["titel"] == '\'=1+1; „zu“ "viel"'
    assert first["id"] == "2021-01"


def test_examples_can_be_left_out(tmp_path: Path) -> None:
    made = small(tmp_path, OFF)
    (first,) = rows(made["handlungsempfehlungen.csv"])
    assert (first["id"], first["nachfolger"]) == ("2021-01", "")
    assert b"2022-01" not in made["verlauf.csv"] + made["handlungsempfehlungen.json"]


def test_the_flag_is_in_every_row_of_a_county(report: Report) -> None:
    report = with_examples(report, 2025)
    made = files(report)
    for name, kind in (
        ("handlungsempfehlungen", report.empfehlungen),
        ("beschluesse", report.beschluesse),
        ("termine", report.termine),
    ):
        told = {row["id"]: row["beispiel"] for row in rows(made[f"{name}.csv"])}
        assert told == {key: "ja" if one.beispiel else "nein" for key, one in kind.items()}
    steps = {(row["empfehlung"], row["beispiel"]) for row in rows(made["verlauf.csv"])}
    assert steps == {
        (key, "ja" if one.beispiel else "nein") for key, one in report.empfehlungen.items()
    }


def test_table_of_indicators(tmp_path: Path) -> None:
    one, other = rows(small(tmp_path)["indikatoren.csv"])
    assert one == {
        "id": "leerstand",
        "adresse": f"{BASE}/sozialbericht/leerstand/",
        "beispiel": "nein",
        "titel": "Leerstand",
        "kurz": "Anteil der Wohnungen, die leer stehen.",
        "thema": "wohnen",
        "einheit": "%",
        "art": "anteil",
        "zaehler": "leere Wohnungen",
        "nenner": "Wohnungen",
        "je": "100",
        "gewicht": "",
        "abgeleitet_aus": "",
        "dezimalstellen": "1",
        "richtung": "niedriger_besser",
        "ebene": "kommune",
        "jahr_von": "2020",
        "jahr_bis": "2022",
        "stichtag": "",
        "brueche": "",
        "methode": "Leere Wohnungen geteilt durch alle Wohnungen.",
        "hinweis": "",
        "geheim": "nein",
        "handlungsfelder": "wohnen",
        "quelle": "Musteramt",
        "quelle_url": "https://amt.example",
        "lizenz": "dl-de/by-2-0",
        "stand": "2022-12-31",
        "geaendert": "2026-01-21",
        "quellen": "",
    }
    assert other["id"] == "miete"


def test_table_of_all_figures_to_the_letter(tmp_path: Path) -> None:
    text = small(tmp_path)["werte.csv"].decode()
    assert text.split("\r\n")[:4] == [
        "\ufeffebene;raum_schluessel;raum;indikator;titel;einheit;jahr;wert;fehlt;beispiel",
        "kommune;01099001;Nordort;leerstand;Leerstand;%;2020;1,8;;nein",
        "kommune;01099001;Nordort;leerstand;Leerstand;%;2021;2;;nein",
        "kommune;01099001;Nordort;leerstand;Leerstand;%;2022;2,4;;nein",
    ]
    assert "betrachtungsraum;nord;Raum Nord;leerstand;Leerstand;%;2022;.;unbekannt;nein\r\n" in text


def test_tables_of_places(tmp_path: Path) -> None:
    made = small(tmp_path)
    assert rows(made["kommunen.csv"])[0] == {
        "id": "nordort",
        "adresse": f"{BASE}/kommunen/nordort/",
        "ags": "01099001",
        "name": "Nordort",
        "art": "Stadt",
        "amt_schluessel": "",
        "amt": "",
        "betrachtungsraum": "nord",
        "betrachtungsraum_titel": "Raum Nord",
        "flaeche_km2": "10",
        "laenge": "9,5",
        "breite": "53,5",
    }
    assert rows(made["raeume.csv"])[0] == {
        "id": "nord",
        "adresse": f"{BASE}/raeume/nord/",
        "name": "Raum Nord",
        "kurz": "Der Norden.",
        "zentren": "01099001",
        "kommunen": "01099001 | 01099002",
        "fassung": "2020",
        "seit": "2020-01-01",
    }
    assert rows(made["zuordnung.csv"])[0] == {
        "fassung": "2020",
        "fassung_titel": "Erste Fassung",
        "seit": "2020-01-01",
        "verfahren": "nach Gravitationsmodell, nicht amtlich",
        "betrachtungsraum": "nord",
        "ags": "01099001",
        "kommune": "Nordort",
        "abweichung": "",
    }
    assert [(row["schluessel"], row["liegt_in"]) for row in rows(made["gebiete.csv"])] == [
        ("01", ""),
        ("01099", "01"),
        ("nord", "01099"),
        ("sued", "01099"),
        ("01099001", "nord"),
        ("01099002", "nord"),
        ("01099003", "sued"),
    ]


def test_each_vote_stands_once(tmp_path: Path) -> None:
    lines = "ergebnis: beschlossen\nabstimmung: {ja: 38, nein: 14, dagegen: Grüne}"
    made = small(tmp_path, replaced(DECISION, "ergebnis: beschlossen", lines))
    (vote,) = rows(made["abstimmungen.csv"])
    assert vote == {
        "art": "beschluss",
        "id": "2021-09-15-leerstand",
        "nummer": "1",
        "datum": "2021-09-15",
        "gremium": "Kreistag",
        "ergebnis": "beschlossen",
        "einstimmig": "nein",
        "ja": "38",
        "nein": "14",
        "enthaltung": "0",
        "mehrheitlich": "nein",
        "dafuer": "",
        "dagegen": "Grüne",
        "vorlage": "",
        "vorlage_url": "",
        "beispiel": "nein",
        "titel": "Leerstand wird erfasst",
        "adresse": f"{BASE}/beschluesse/2021-09-15-leerstand/",
    }


def test_history_of_a_field(tmp_path: Path) -> None:
    assert rows(small(tmp_path)["feldverlauf.csv"]) == [
        {
            "handlungsfeld": "wohnen",
            "nummer": "1",
            "datum": "2020-01-15",
            "was": "beginn",
            "stand": "beschlossen",
            "text": "Der Kreistag legt das Feld fest.",
            "name": "Wohnraum",
            "vorher": "",
            "von": "",
            "vorrang": "",
            "beschluss": "",
            "beispiel": "nein",
        }
    ]


def test_terms_have_no_marks_of_our_own(report: Report) -> None:
    found = rows(files(report)["begriffe.csv"])
    assert {row["id"] for row in found} == set(report.begriffe)
    assert not [row["id"] for row in found if "[[" in row["erklaerung"]]


# --- Tables as JSON -------------------------------------------------------------------------------


def test_a_table_is_the_same_as_json(tmp_path: Path) -> None:
    data = json.loads(small(tmp_path)["verlauf.json"])
    assert {name: data[name] for name in data if name not in ("spalten", "zeilen")} == {
        "titel": "Schritte der Empfehlungen",
        "herausgeber": "Musterkreis",
        "bericht": "Fokusbericht",
        "lizenz": "CC BY 4.0",
        "hinweis": "Dies ist ein erdachter Kreis.",
        "stichtag": "2026-11-01",
        "adresse": f"{BASE}/daten/verlauf.json",
    }
    assert data["spalten"][:2] == [
        {
            "name": "empfehlung",
            "bedeutung": "id der Empfehlung",
            "inhalt": "Text",
            "verweist_auf": "handlungsempfehlungen",
        },
        {
            "name": "nummer",
            "bedeutung": "der wievielte Schritt ihres Weges",
            "inhalt": "ganze Zahl",
        },
    ]
    assert data["zeilen"][2] == {
        "empfehlung": "2021-01",
        "nummer": 3,
        "datum": "2021-09-15",
        "schritt": "kreistag",
        "ergebnis": "beschlossen",
        "stand": "beschlossen",
        "gremium": None,
        "einstimmig": None,
        "ja": None,
        "nein": None,
        "enthaltung": None,
        "vorlage": None,
        "vorlage_url": None,
        "beschluss": "2021-09-15-leerstand",
        "text": "Der Kreistag beschließt.",
        "beispiel": False,
        "titel": "Leer stehende Wohnungen erfassen",
        "adresse": f"{BASE}/handlungsempfehlungen/2021-01/",
    }


def test_figures_are_numbers_and_what_is_missing_says_why(tmp_path: Path) -> None:
    data = json.loads(small(tmp_path)["werte.json"])
    assert data["lizenz"] == "die der Quelle jeder Zahl; sie steht in der Tabelle indikatoren"
    found = [
        (one["raum_schluessel"], one["jahr"], one["wert"], one["fehlt"]) for one in data["zeilen"]
    ]
    assert found[4:8] == [
        ("01099002", 2021, 5, None),
        ("01099002", 2022, None, "unbekannt"),
        ("01099003", 2020, 2.5, None),
        ("01099003", 2021, 3, None),
    ]


@pytest.mark.parametrize("root", (MUSTER, REPOSITORY), ids=("muster", "kreis"))
def test_each_key_in_a_table_has_its_row(root: Path) -> None:
    """Whoever joins the tables finds all that is named; no row stands twice."""
    report, problems = load_report(root)
    assert problems == []
    published = as_published(report)
    known = {one.name: list(records(published, one)) for one in TABLES}
    for one in TABLES:
        keys = [tuple(row[name] for name in one.key) for row in known[one.name]]
        assert not one.key or len(set(keys)) == len(keys), one.name
        for column in (each for each in one.columns if each.refers):
            (name,) = BY_NAME[column.refers].key
            there = {row[name] for row in known[column.refers]}
            named = {key for row in known[one.name] for key in row[column.name].split(" | ")}
            assert named - {""} <= there, f"{one.name}.{column.name}"


def records(report: Report, one: OpenTable) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by the names of its columns."""
    for row in rows_of(report, one.name):
        yield dict(zip(one.head, row, strict=True))


# --- JSON -----------------------------------------------------------------------------------------


def test_a_recommendation_as_json(tmp_path: Path) -> None:
    data = json.loads(small(tmp_path)["handlungsempfehlungen.json"])
    first, second = data["handlungsempfehlungen"]
    assert data["$schema"] == f"{BASE}/daten/handlungsempfehlungen.schema.json"
    assert (data["stichtag"], data["lizenz"]) == ("2026-11-01", "CC BY 4.0")
    assert first["text"] == (
        "## Ausgangslage\n\nIn Nordort stehen Wohnungen leer. Mehr dazu unter Wohnen.\n\n"
        "[Karte: Leerstand, 2022]"
    )
    assert [one["ebene"] for one in first["raeume"]] == ["kreis", "kommune"]
    assert first["raeume"][1] == {
        "art": "kommune",
        "ebene": "kommune",
        "id": "nordort",
        "schluessel": "01099001",
        "titel": "Nordort",
        "adresse": f"{BASE}/kommunen/nordort/",
    }
    assert first["verlauf"][2] == {
        "datum": "2021-09-15",
        "schritt": "kreistag",
        "ergebnis": "beschlossen",
        "stand": "beschlossen",
        "gremium": None,
        "abstimmung": None,
        "vorlage": None,
        "vorlage_url": None,
        "text": "Der Kreistag beschließt.",
        "beschluss": {
            "id": "2021-09-15-leerstand",
            "adresse": f"{BASE}/beschluesse/2021-09-15-leerstand/",
            "beispiel": False,
            "titel": "Leerstand wird erfasst",
            "datum": "2021-09-15",
            "gremium": "Kreistag",
            "ergebnis": "beschlossen",
            "abstimmung": None,
            "vorlage": None,
            "vorlage_url": None,
            "url": None,
            "kurz": "Der Kreistag lässt Leerstand einmal im Jahr erfassen.",
            "text": None,
            "quellen": [],
        },
    }
    assert [one["id"] for one in first["nachfolger"]] == ["2022-01"]
    assert (first["beispiel"], second["beispiel"]) == (False, True)
    assert first["nachfolger"][0]["beispiel"] is True


def test_json_of_a_county_fits_its_schema(report: Report) -> None:
    made = files(report)
    rules = json.loads(made["handlungsempfehlungen.schema.json"])
    data = json.loads(made["handlungsempfehlungen.json"])
    Draft202012Validator.check_schema(rules)
    assert rules["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    judge = Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in judge.iter_errors(data)] == []
    assert len(data["handlungsempfehlungen"]) == len(report.empfehlungen)


@pytest.mark.parametrize(
    "spoil",
    (
        lambda one: one.update(neu=1),
        lambda one: one.pop("stand"),
        lambda one: one.update(stand="fertig"),
        lambda one: one["verlauf"][0].update(datum="Mai 2021"),
        lambda one: one.update(geaendert="2021-13-01"),
    ),
)
def test_the_schema_refuses_what_is_wrong(tmp_path: Path, spoil: object) -> None:
    made = small(tmp_path)
    rules = json.loads(made["handlungsempfehlungen.schema.json"])
    data = json.loads(made["handlungsempfehlungen.json"])
    judge = Draft202012Validator(rules, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert judge.is_valid(data)
    assert callable(spoil)
    spoil(data["handlungsempfehlungen"][0])
    assert not judge.is_valid(data)


def undescribed(node: object, path: str = "") -> Iterator[str]:
    """Yield the fields of a schema that say nothing about themselves."""
    if isinstance(node, list):
        for number, each in enumerate(node):
            yield from undescribed(each, f"{path}/{number}")
    if not isinstance(node, dict):
        return
    for name, field in node.get("properties", {}).items():
        if not field.get("description"):
            yield f"{path}/{name}"
    for word in node.get("oneOf", ()):
        if not word.get("title"):
            yield f"{path}/{word}"
    for name, each in node.items():
        yield from undescribed(each, f"{path}/{name}")


def test_every_field_is_described_in_german(report: Report) -> None:
    # Checked with the data: the schema allows no field that it does not name.
    rules = json.loads(json.dumps(schema(report)))
    assert list(undescribed(rules)) == []
    assert list(undescribed({"properties": {"x": {"type": "string"}}})) == ["/x"]
    for table in daten.TABLES:
        assert all(one.meaning for one in table.columns), table.name
        assert len(set(table.head)) == len(table.head)


def test_no_mark_of_our_own_is_left_in_texts(report: Report) -> None:
    made = files(report)
    for name in ("handlungsempfehlungen.json", "handlungsempfehlungen.csv", "beschluesse.csv"):
        assert b"[[" not in made[name] and b"{{" not in made[name], name


# --- Shapes ---------------------------------------------------------------------------------------


def test_shapes_keep_their_points_and_turn_the_right_way(tmp_path: Path) -> None:
    data = json.loads(small(tmp_path)["kommunen.geojson"])
    theirs = json.loads((SMALL / "geo" / "kommunen.geojson").read_text(encoding="utf-8"))
    assert [one["id"] for one in data["features"]] == ["01099001", "01099002", "01099003"]
    assert data["features"][0]["properties"]["raum"] == "nord"
    points = {tuple(point) for one in data["features"] for point in walk(one)}
    assert points == {tuple(point) for one in theirs["features"] for point in walk(one)}
    for one in data["features"]:
        for polygon in one["geometry"]["coordinates"]:
            assert twice_the_area(polygon[0]) > 0
            assert all(twice_the_area(hole) < 0 for hole in polygon[1:])


def walk(feature: Mapping[str, object]) -> Iterator[list[float]]:
    """Yield the points of a feature."""
    geometry = feature["geometry"]
    assert isinstance(geometry, dict)
    nested = geometry["coordinates"]
    for polygon in nested if geometry["type"] == "MultiPolygon" else [nested]:
        for ring in polygon:
            yield from ring


def twice_the_area(ring: list[list[float]]) -> float:
    """Return twice the area of a ring, negative if it turns clockwise."""
    steps = pairwise(ring)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in steps)
