"""Dates, decisions, keys and places that contradict one another are told where they stand."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from support import SMALL, replaced, small_county, told

KREIS, RAEUME, KARTE = "content/kreis.yml", "geo/raeume.yml", "geo/kommunen.geojson"
STEP = "content/handlungsempfehlungen/2021-01-leerstand.md"
DECISION = "content/beschluesse/2021-09-15-leerstand.md"
FIELD = "content/handlungsfelder/wohnen.md"


def lines(tmp_path: Path, files: Mapping[str, str | None]) -> list[str]:
    """Return what is told of the small county with these files."""
    return told(small_county(tmp_path, files))


# --- The key date ---------------------------------------------------------------------------------


def test_a_key_date_older_than_the_newest_step_is_told_once(tmp_path: Path) -> None:
    assert lines(tmp_path, replaced(KREIS, "stichtag: 2026-11-01", "stichtag: 2021-04-01")) == [
        "content/kreis.yml:9:11: Der „stichtag“ (2021-04-01) ist älter als ein Eintrag vom "
        "2022-03 in content/handlungsempfehlungen/2022-01-wohnraum.md. Bitte den Stichtag "
        "nachziehen oder dort das Datum berichtigen. (stichtag)"
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "what"),
    [
        (STEP, "datum: 2021-09-15", "datum: 2031-09-15", f"{STEP}:21:5", "Dieser Schritt"),
        (DECISION, "datum: 2021-09-15", "datum: 2027-01", f"{DECISION}:1:1", "Dieser Beschluss"),
        (STEP, "datum: 2021-05, schritt", "datum: 2027, schritt", f"{STEP}:20:5", "Dieser Schritt"),
    ],
)
def test_what_has_not_happened_is_told(
    name: str, old: str, new: str, place: str, what: str, tmp_path: Path
) -> None:
    found = [one for one in lines(tmp_path, replaced(name, old, new)) if "(stichtag)" in one]
    when = new.partition(": ")[2].partition(",")[0]
    assert len(found) == 1
    assert found[0].startswith(f"{place}: {what} ({when}) liegt in der Zukunft: nach dem „stich")


@pytest.mark.parametrize("when", ["2026-11-01", "2026-11", "2026"])
def test_what_may_have_happened_is_not(when: str, tmp_path: Path) -> None:
    text = (SMALL / STEP).read_text(encoding="utf-8")
    step = f"  - {{datum: {when}, schritt: in_umsetzung, text: Es beginnt.}}\n---\n\n## Ausg"
    files = {STEP: text.replace("---\n\n## Ausg", step)}
    assert lines(tmp_path, files) == []


def test_what_is_under_embargo_may_happen_until_its_day(tmp_path: Path) -> None:
    text = (SMALL / DECISION).read_text(encoding="utf-8")
    new = text.replace("datum: 2021-09-15", "datum: 2026-11-30\nab: 2026-12-01")
    name = DECISION.replace("2021-09-15", "2026-11-30")
    assert lines(tmp_path / "vorher", {name: new}) == []
    late = [*lines(tmp_path / "nachher", {name: new.replace("11-30\n", "12-02\n")})]
    assert len(late) == 1 and "Dieser Beschluss (2026-12-02) liegt in der Zukunft" in late[0]


# --- Decisions ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        (
            DECISION,
            "datum: 2021-09-15",
            "datum: 2021-09-16",
            "Dieser Schritt ist vom 2021-09-15, der Beschluss „2021-09-15-leerstand“ vom "
            "2021-09-16.",
        ),
        (
            DECISION,
            "ergebnis: beschlossen",
            "ergebnis: abgelehnt",
            "Hier heißt das Ergebnis „beschlossen“, im Beschluss „2021-09-15-leerstand“ "
            "„abgelehnt“.",
        ),
        (
            STEP,
            "schritt: kreistag, ",
            "schritt: ausschuss, ",
            "Der Schritt heißt „ausschuss“, den Beschluss „2021-09-15-leerstand“ fasste aber "
            "„Kreistag“.",
        ),
        (
            STEP,
            "beschluss: 2021-09-15-leerstand}",
            "beschluss: 2021-09-15-leerstand, vorlage: VO/1}",
            "",
        ),
        (STEP, "datum: 2021-09-15", "datum: 2021-09", ""),
        (STEP, "datum: 2021-09-15", "datum: 2021", ""),
        (
            STEP,
            "datum: 2021-09-15",
            "datum: 2021-10",
            "Dieser Schritt ist vom 2021-10, der Beschluss „2021-09-15-leerstand“ vom 2021-09-15.",
        ),
    ],
)
def test_a_step_says_what_its_decision_says(
    name: str, old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    wanted = f"{STEP}:21:5: {sentence} Bitte eines von beiden berichtigen. (beschluss)"
    assert lines(tmp_path, replaced(name, old, new)) == ([wanted] if sentence else [])


def test_a_step_and_its_decision_name_the_same_paper_and_votes(tmp_path: Path) -> None:
    step = replaced(STEP, "leerstand}", "leerstand, vorlage: VO/1, abstimmung: einstimmig}")
    votes = "ergebnis: beschlossen\nvorlage: VO/2\nabstimmung: {ja: 30, nein: 2}"
    files = step | replaced(DECISION, "ergebnis: beschlossen", votes)
    name = "2021-09-15-leerstand"
    assert lines(tmp_path, files) == [
        f"{STEP}:21:5: Die Stimmen sind andere als im Beschluss „{name}“. Hier steht die Vorlage "
        f"„VO/1“, im Beschluss „{name}“ „VO/2“. Bitte eines von beiden berichtigen. (beschluss)"
    ]


# --- The county and its keys ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "place", "what"),
    [
        (
            'schluessel: "01099"',
            'schluessel: "01098"',
            "2:13",
            "„01098“, in geo/raeume.yml „01099“",
        ),
        ("name: Musterkreis", "name: Kreis Muster", "1:7", "„Kreis Muster“, in geo/raeume.yml"),
    ],
)
def test_the_county_is_the_same_in_both_files(
    old: str, new: str, place: str, what: str, tmp_path: Path
) -> None:
    found = lines(tmp_path, replaced(KREIS, old, new))
    assert len(found) == 1
    assert found[0].startswith(f"content/kreis.yml:{place}: Hier heißt der Kreis {what}")
    assert found[0].endswith("(kreis)")


def test_a_blank_that_does_not_break_makes_no_other_county(tmp_path: Path) -> None:
    files = replaced(KREIS, "name: Musterkreis", "name: Kreis Muster")
    files |= replaced(RAEUME, "name: Musterkreis", 'name: "Kreis\u00a0Muster"')
    assert lines(tmp_path, files) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "owner"),
    [
        ('"01": Musterland', '"01099002": Musterland', "3:25", "die Kommune „Mitte“"),
        ('"01": Musterland', '"01099": Musterland', "3:22", "der Kreis „Musterkreis“"),
        (
            "kommunen:\n",
            'quartiere: [{schluessel: "01099001", name: Hafen, kommune: "01099001"}]\nkommunen:\n',
            "7:26",
            "die Kommune „Nordort“",
        ),
        (
            "kommunen:\n",
            'quartiere: [{schluessel: nord, name: Hafen, kommune: "01099001"}]\nkommunen:\n',
            "7:26",
            "der Betrachtungsraum „Nord“",
        ),
    ],
)
def test_a_key_means_one_area(old: str, new: str, place: str, owner: str, tmp_path: Path) -> None:
    found = [
        one for one in lines(tmp_path, replaced(RAEUME, old, new)) if "(doppelte-kennung)" in one
    ]
    assert len(found) == 1
    assert found[0].startswith(f"geo/raeume.yml:{place}: Den Schlüssel „")
    assert f"“ hat schon {owner}. Zahlen mit diesem Schlüssel" in found[0]


def test_two_kommunen_with_one_key_are_told(tmp_path: Path) -> None:
    found = lines(tmp_path, replaced(RAEUME, '"01099002", name: Mitte', '"01099001", name: Mitte'))
    assert (
        "geo/raeume.yml:8:11: Den Schlüssel „01099001“ hat auch eine Kommune weiter unten. "
        "Bitte berichtigen. (doppelte-kennung)"
    ) in found


# --- Places ---------------------------------------------------------------------------------------


def swapped_map() -> str:
    """Return the map with latitude first."""
    text = (SMALL / KARTE).read_text(encoding="utf-8")
    for one in ("9.4", "9.55", "9.7"):
        for other in ("53.35", "53.45", "53.55"):
            text = text.replace(f"[{one}, {other}]", f"[{other}, {one}]")
    return text


def test_a_map_with_latitude_first_is_told_once(tmp_path: Path) -> None:
    assert lines(tmp_path, {KARTE: swapped_map()}) == [
        "geo/kommunen.geojson:1:1: Länge und Breite sind in dieser Datei vertauscht: Nach "
        "geo/raeume.yml liegt Nordort bei lon 9.5, lat 53.5. GeoJSON nennt zuerst die Länge. (lage)"
    ]


def test_all_places_swapped_are_told_once(tmp_path: Path) -> None:
    text = (SMALL / RAEUME).read_text(encoding="utf-8")
    files = {RAEUME: text.replace("lon:", "?:").replace("lat:", "lon:").replace("?:", "lat:")}
    assert lines(tmp_path, files) == [
        "geo/raeume.yml:8:5: Länge und Breite sind vertauscht: „lon“ ist bei Nordort die größere "
        "Zahl. In Deutschland ist „lon“ 5 bis 16, „lat“ 47 bis 56. (lage)"
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "lon: 9.6, lat: 53.5",
            "lon: 53.5, lat: 9.6",
            "Mitte liegt mit lon 53.5, lat 9.6 nicht im Kreis: „lon“ und „lat“ sind vertauscht.",
        ),
        (
            "lon: 9.6, lat: 53.5",
            "lon: 9.5, lat: 53.5",
            "Mitte liegt mit lon 9.5, lat 53.5 in der Fläche von Nordort. Bitte Koordinaten oder "
            "geo/kommunen.geojson berichtigen.",
        ),
        (
            "lon: 9.6, lat: 53.5",
            "lon: 11.6, lat: 48.1",
            "Mitte liegt mit lon 11.6, lat 48.1 außerhalb der eigenen Fläche. Bitte Koordinaten "
            "oder geo/kommunen.geojson berichtigen.",
        ),
    ],
)
def test_a_place_beside_its_shape_is_told(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    assert lines(tmp_path, replaced(RAEUME, old, new)) == [f"geo/raeume.yml:9:5: {sentence} (lage)"]


def test_one_swapped_shape_is_told_at_its_line(tmp_path: Path) -> None:
    rows = (SMALL / KARTE).read_text(encoding="utf-8").split("\n")
    rows[2] = swapped_map().split("\n")[2]
    assert lines(tmp_path, {KARTE: "\n".join(rows)}) == [
        "geo/kommunen.geojson:3:43: Länge und Breite sind in der Fläche von Mitte "
        "vertauscht. (lage)"
    ]
