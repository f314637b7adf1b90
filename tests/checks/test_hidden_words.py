"""Hints at sentences that may tell a hidden figure: where they point, and what they leave alone."""

from pathlib import Path

import pytest
from support import SMALL, loaded, small_county

from fokusbericht.checks import find_hints, hidden_words
from fokusbericht.checks.numerals import find_number, find_years

KOMMENTAR = "content/kommentare/arbeitslose-2022.md"
HEAD = """---
titel: Arbeitslose
geaendert: 2026-01-20
indikator: arbeitslose
datum: 2022-12
---

"""
INDICATOR = """\
titel: Arbeitslose
kurz: Wie viele Menschen arbeitslos sind.
geaendert: 2026-01-21
thema: wohnen
art: anzahl
dezimalstellen: 0
richtung: neutral
ebene: kommune
geheimhaltung: {mindestzahl: 3}
stand: 2022-12-31
quelle: {name: Musteramt, lizenz: dl-de/by-2-0}
methode: Gezählt.
"""
# In Mitte one person in 2022; Nordort is hidden with it, as both are in one room.
TABLE = """\
raum;jahr;wert
01099001;2021;20
01099001;2022;22
01099002;2021;8
01099002;2022;1
01099003;2021;17
01099003;2022;19
"""
COUNTY = {
    "indicators/wohnen/arbeitslose.yml": INDICATOR,
    "indicators/wohnen/arbeitslose.csv": TABLE,
}
TOLD = (
    "Hinweis: Dieser Satz nennt vielleicht eine Zahl zu „Arbeitslose“ in {}, die dort geheim ist. "
    "Bitte prüfen. (geheimhaltung)"
)


def hints(folder: Path, files: dict[str, str]) -> list[str]:
    """Return the hints on a county with hidden figures."""
    report, problems = loaded(small_county(folder, {**COUNTY, **files}))
    assert problems == []
    return [str(hint) for hint in sorted(set(hidden_words.check(report)))]


def on_text(folder: Path, text: str) -> list[str]:
    """Return the hints on a commentary, without its path."""
    found = hints(folder, {KOMMENTAR: HEAD + text + "\n"})
    assert all(one.startswith(f"{KOMMENTAR}:") for one in found)
    return [one.removeprefix(f"{KOMMENTAR}:") for one in found]


@pytest.mark.parametrize(
    ("text", "place", "area"),
    [
        ("In Mitte war 1 Mensch arbeitslos.", "8:14", "Mitte"),
        ("In Mitte waren es 99.", "8:19", "Mitte"),  # whatever the number is
        ("In Mitte waren es zwei.", "8:19", "Mitte"),
        ("In Mitte war niemand arbeitslos.", "8:14", "Mitte"),
        ("In Mitte war keine einzige Frau arbeitslos.", "8:14", "Mitte"),
        ("In Mitte war nur eine arbeitslos.", "8:14", "Mitte"),
        ("Eine Person in Mitte war arbeitslos.", "8:1", "Mitte"),
        ("Im Jahr 2022 waren in Mitte 2,5 % arbeitslos.", "8:29", "Mitte"),
        ("Mitte zählte 2021 noch 8, heute **1**.", "8:24", "Mitte"),
        ("Erst dies. In [[kommune:mitte]] waren\nes 12.", "9:4", "Mitte"),
        ("Beim [[kommune:mitte|Nachbarn]] waren es 4.", "8:42", "Mitte"),
        ("## 2 Lage in Mitte: 3 Fälle", "8:21", "Mitte"),
        ("- Mitte: 1\n- Südort: 19", "8:10", "Mitte"),
        ("| Ort | Zahl |\n|---|---|\n| Mitte | 1 |", "10:11", "Mitte"),
        ("In Nordorts Norden waren es 22.", "8:29", "Nordort"),
        ("Von 2021 bis 2022 verlor Mitte 7.", "8:32", "Mitte"),
    ],
)
def test_hint_points_at_the_number(tmp_path: Path, text: str, place: str, area: str) -> None:
    assert on_text(tmp_path, text) == [f"{place}: {TOLD.format(area)}"]


@pytest.mark.parametrize(
    "text",
    [
        "In Mitte sind wenige arbeitslos.",
        "In Südort waren es 19.",  # shown there
        "In Mitte waren es 2021 noch 8.",  # hidden in 2022 only
        "In Mitte gibt es ein Amt und eine Schule.",
        "Am 3. Mai 2022 und am 04.05.2022 tagte man in Mitte.",
        "In Mitte fährt die Linie 12 von 7 bis 9 Uhr alle 20 Minuten, nach § 4 SGB 2.",
        "Wer in Mitte unter 25 Jahren ist oder 65-Jährige pflegt, zahlt 3 Euro.",
        "1. In Mitte ist es ruhig.\n2. In Nordort auch.",
        "## 2 Mitte",
        "Aus Mitte: [Bericht](https://amt.example/3/4) und https://amt.example/5.",
        "In drei Kommunen, auch in Mitte, ist es ruhig.",
        "{{ tabelle: arbeitslose, 2022 }}",
        "In Mitte ist es ruhig.\n\nEs waren 3.",
    ],
)
def test_no_hint(tmp_path: Path, text: str) -> None:
    assert on_text(tmp_path, text) == []


SENTENCE = "In Mitte waren es 5.\n"


def test_texts_that_speak_of_the_figure(tmp_path: Path) -> None:
    name = "content/handlungsfelder/wohnen.md"
    text = (SMALL / name).read_text(encoding="utf-8")
    silent = hints(tmp_path / "silent", {name: text + SENTENCE})
    assert silent == []
    ways = (
        "[[indikator:arbeitslose|So]]",
        "Die ARBEITSLOSEN.",
        "\n{{ kennzahl: arbeitslose }}\n\n",
    )
    for number, way in enumerate(ways):
        [hint] = hints(tmp_path / str(number), {name: f"{text}{way} {SENTENCE}"})
        assert hint.endswith(TOLD.format("Mitte"))


def test_heads_of_files_are_read(tmp_path: Path) -> None:
    name = "content/aktuelles/2021-07-01-bericht.md"
    text = (SMALL / name).read_text(encoding="utf-8")
    files = {
        name: text.replace("Der Bericht liegt vor.", "Zwei Arbeitslose in Mitte."),
        "indicators/wohnen/arbeitslose.yml": INDICATOR + "hinweis: In Mitte ist es genau einer.\n",
    }
    assert hints(tmp_path, files) == [
        f"{name}:1:1: {TOLD.format('Mitte')}",
        f"indicators/wohnen/arbeitslose.yml:1:1: {TOLD.format('Mitte')}",
    ]


def test_money_of_a_mean_counts(tmp_path: Path) -> None:
    lohn = (
        INDICATOR.replace("Arbeitslose", "Lohn")
        .replace("anzahl", "mittelwert")
        .replace("mindestzahl: 3", "mindestzahl: 3, grundlage: arbeitslose")
    )
    table = TABLE.replace(";1\n", ";3000\n").replace(";8\n", ";2900\n")
    files = {"indicators/wohnen/lohn.yml": lohn, "indicators/wohnen/lohn.csv": table}
    text = (
        HEAD.replace("indikator: arbeitslose", "indikator: lohn") + "In Mitte sind es 3000 Euro.\n"
    )
    [hint] = hints(tmp_path, {**files, KOMMENTAR: text})
    assert hint.startswith(f"{KOMMENTAR}:8:18: Hinweis: ")
    assert "zu „Arbeitslose“ oder „Lohn“ in Mitte" in hint


def test_sentence_that_names_a_figure_is_about_that_one(tmp_path: Path) -> None:
    other = INDICATOR.replace("Arbeitslose", "Wohngeld").replace("Gezählt", "Gezählt auch")
    files = {
        "indicators/wohnen/wohngeld.yml": other,
        "indicators/wohnen/wohngeld.csv": TABLE.replace(";1\n", ";2\n").replace(";8\n", ";9\n"),
    }
    text = "Es geht um Wohngeld. In Mitte waren 5 Arbeitslose. In Mitte waren es 4.\n"
    one, both = hints(tmp_path, {**files, KOMMENTAR: HEAD + text})
    assert "zu „Arbeitslose“ in Mitte" in one
    assert "zu „Arbeitslose“ oder „Wohngeld“ in Mitte" in both


def test_report_with_problems_gets_its_hints_without_a_crash(tmp_path: Path) -> None:
    broken = INDICATOR + "gewicht: fehlt\nbestandteile: [weg]\ngleiche_faelle: [auch-weg]\n"
    files = {**COUNTY, "indicators/wohnen/arbeitslose.yml": broken, "geo/raeume.yml": ""}
    report, problems = loaded(small_county(tmp_path, files))
    assert problems
    assert list(find_hints(report)) == []


def test_numbers_and_years_of_sentences() -> None:
    assert find_number("Zwei von 40") == 0
    assert find_number("Das Dreizimmerhaus, B 431, E10, CO2, 2023/24, 25488 Holm") is None
    assert find_number("Der Lohn steigt um 3 Euro.") is None
    assert find_number("Der Lohn steigt um 3 Euro.", with_measures=True) == 19
    assert find_years("Am 31.12.2021, nicht 1.405") == {2021}
    assert find_years("Heute und 2021") == frozenset()
