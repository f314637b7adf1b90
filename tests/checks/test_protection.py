"""Whoever asks for secrecy is told what it takes: the exact sentence for each omission."""

from pathlib import Path

import pytest
from secret_figures import BARE_COUNT, COUNT, RULE, SHARE, Numbers, county
from support import told

from fokusbericht.load import load_report
from fokusbericht.statistics.secrecy import protection_of

MANY = [12, 19, 20]
BARE_SHARE = "art: anteil\ndezimalstellen: 1"
WHOLE = f"{COUNT}\nbestandteile: [b, c]"
Figures = dict[str, tuple[str, Numbers]]

CASES: dict[str, tuple[Figures, str]] = {
    "a whole without a rule": (
        {
            "a": (f"{BARE_COUNT}\nbestandteile: [b, c]", MANY),
            "b": (COUNT, [2, 9, 10]),
            "c": (COUNT, [10, 10, 10]),
        },
        "a.yml:1:1: Die Bestandteile sind geschützt, ihre Summe aber nicht: Aus ihr ließen sie "
        "sich ausrechnen. Bitte auch hier „geheimhaltung“ angeben. (geheimhaltung)",
    ),
    "a part without a rule": (
        {"a": (WHOLE, MANY), "b": (COUNT, [2, 9, 10]), "c": (BARE_COUNT, [10, 10, 10])},
        "a.yml:13:19: „c“ gehört zu einer geschützten Summe und braucht selbst "
        "„geheimhaltung“. (geheimhaltung)",
    ),
    "a bare share without a base": (
        {"a": (f"{BARE_SHARE}\n{RULE}", [2.5, 4, 5])},
        "a.yml:1:1: Die Tabelle nennt nur Werte eines Anteils; wie viele Menschen dahinterstehen, "
        "bleibt offen. Bitte in „geheimhaltung“ eine „mindestzahl“ und als „grundlage“ den "
        "Indikator angeben, der sie zählt, oder eine Tabelle mit Zähler und Nenner. "
        "(geheimhaltung)",
    ),
    "a bare mean without a limit": (
        {
            "a": (
                "art: mittelwert\ndezimalstellen: 1\ngeheimhaltung: {grundlage: b}",
                [40, 41, 42],
            ),
            "b": (BARE_COUNT, MANY),
        },
        "a.yml:1:1: Die Tabelle nennt nur Werte; dazu gehört in „geheimhaltung“ neben der "
        "„grundlage“ auch eine „mindestzahl“. (geheimhaltung)",
    ),
    "a base with a gap": (
        {
            "a": (
                f"{BARE_SHARE}\ngeheimhaltung: {{mindestzahl: 3, grundlage: b}}",
                [2.5, 4, 5],
            ),
            "b": (BARE_COUNT, [40, ".", 50]),
        },
        "a.yml:1:1: Die Grundlage „b“ fehlt für Mitte 2021. Ohne sie lässt sich nicht sagen, ob "
        "der Wert geheim ist. Bitte dort die Zeile ergänzen. (geheimhaltung)",
    ),
    "a limit that hides nothing": (
        {"a": ("art: anzahl\ndezimalstellen: 0\ngeheimhaltung: {mindestzahl: 1}", MANY)},
        "a.yml:1:1: Mit dieser „mindestzahl“ wäre nichts geheim. Bitte wenigstens 2 angeben, oder "
        "unter „keine“ den Grund, warum nichts geheim ist. (geheimhaltung)",
    ),
    "a rule at a derived figure": (
        {
            "a": (
                f"art: rate\ndezimalstellen: 1\n{RULE}\n"
                "ableitung: {art: verhaeltnis, von: b, durch: c}",
                [],
            ),
            "b": (BARE_COUNT, MANY),
            "c": (BARE_COUNT, [100, 200, 300]),
        },
        "a.yml:1:1: Eine abgeleitete Zahl ist so geheim wie die Zahlen, aus denen sie folgt. Bitte "
        "„geheimhaltung“ bei „b“ angeben und hier streichen. (geheimhaltung)",
    ),
    "the same cases with other numbers": (
        {"a": (f"{COUNT}\ngleiche_faelle: [b]", MANY), "b": (SHARE, ["12/40", "18/40", "20/40"])},
        "a.yml:13:18: „b“ zählt nicht dieselben Fälle: In Mitte 2021 unterscheiden sich die "
        "Zahlen. Bitte den Namen streichen oder die falsche Tabelle berichtigen. (geheimhaltung)",
    ),
    "the same cases, once public": (
        {
            "a": (f"{COUNT}\ngleiche_faelle: [b]", MANY),
            "b": (
                f"{BARE_SHARE}\ngeheimhaltung: {{keine: Steht im Haushalt.}}",
                ["12/40", "19/40", "20/40"],
            ),
        },
        "a.yml:13:18: „b“ zählt dieselben Fälle; eines ist geschützt, das andere ausdrücklich "
        "nicht. Bitte bei beiden dasselbe angeben. (geheimhaltung)",
    ),
    "a mark beside the county's sum": (
        {"a": (BARE_COUNT, ["x", 9, 10, 21])},
        "a.yml:1:1: Nordort 2021 ist geheim (x), die Tabelle nennt aber die Summe des Kreises: Der "
        "Wert ließe sich ausrechnen. Bitte „geheimhaltung“ angeben, mit „unter“, wenn die Quelle "
        "sagt, was x heißt. (geheimhaltung)",
    ),
    "lists and names mixed": (
        {
            "a": (f"{COUNT}\nbestandteile: [b, [c, d]]", MANY),
            **dict.fromkeys("bcd", (COUNT, MANY)),
        },
        "a.yml:13:16: In „bestandteile“ stehen entweder Namen oder Listen von Namen, nicht beides. "
        "(falscher-typ)",
    ),
    "a mean of one person": (
        {"a": ("art: mittelwert\ndezimalstellen: 1", ["900/1", "9000/10", "20000/20"])},
        "a.yml:1:1: Hier stehen Fallzahlen unter 3, zum Beispiel Nordort 2021. Bitte "
        "„geheimhaltung“ angeben: eine „mindestzahl“, oder unter „keine“ den Grund, warum nichts "
        "geheim ist. (geheimhaltung)",
    ),
    "a whole of one part": (
        {"a": (f"{COUNT}\nbestandteile: [b]", MANY), "b": (COUNT, MANY)},
        "a.yml:13:16: Ein Ganzes hat wenigstens zwei Teile. (geheimhaltung)",
    ),
    "an empty breakdown": (
        {
            "a": (f"{COUNT}\nbestandteile: [[], [b, c]]", MANY),
            "b": (COUNT, [2, 9, 10]),
            "c": (COUNT, [10, 10, 10]),
        },
        "a.yml:1:1: Ein Ganzes hat wenigstens zwei Teile. (geheimhaltung)",
    ),
    "parts of a derived figure": (
        {
            "a": (
                "art: rate\ndezimalstellen: 1\nbestandteile: [b, c]\n"
                "ableitung: {art: verhaeltnis, von: b, durch: c}",
                [],
            ),
            "b": (BARE_COUNT, MANY),
            "c": (BARE_COUNT, [100, 200, 300]),
        },
        "a.yml:1:1: Eine abgeleitete Zahl hat keine „bestandteile“. Bitte bei der Ausgangszahl "
        "angeben. (geheimhaltung)",
    ),
    "a negative width": (
        {
            "a": (
                "art: anzahl\ndezimalstellen: 0\ngeheimhaltung: {mindestzahl: 3, schutzbreite: -1}",
                MANY,
            )
        },
        "a.yml:12:47: „schutzbreite“ ist keine Zahl unter 0. (falscher-typ)",
    ),
    "a part of itself": (
        {"a": (f"{COUNT}\nbestandteile: [a, b]", MANY), "b": (COUNT, MANY)},
        "a.yml:13:16: „a“ kann kein Teil von sich selbst sein. (geheimhaltung)",
    ),
    "a share as a part": (
        {
            "a": (f"{COUNT}\nbestandteile: [b, c]", MANY),
            "b": (SHARE, ["2/40", "9/40", "10/40"]),
            "c": (COUNT, [10, 10, 10]),
        },
        "a.yml:13:16: „b“ ist keine Anzahl und kann nicht Teil einer Anzahl sein. (geheimhaltung)",
    ),
    "a mean with the same cases": (
        {
            "a": (f"{COUNT}\ngleiche_faelle: [b]", MANY),
            "b": ("art: mittelwert\ndezimalstellen: 1", [4, 5, 6]),
        },
        "a.yml:13:18: Ein Mittelwert, ein Index oder eine abgeleitete Zahl zählt keine Fälle; "
        "„gleiche_faelle“ verbindet zwei verschiedene Zählungen. (geheimhaltung)",
    ),
    "a base that is no count": (
        {
            "a": (f"{BARE_SHARE}\ngeheimhaltung: {{mindestzahl: 3, grundlage: b}}", [2.5, 4, 5]),
            "b": (BARE_SHARE, ["12/40", "19/40", "20/40"]),
        },
        "a.yml:1:1: Die Grundlage „b“ ist keine Anzahl. Gebraucht wird, wie viele Menschen hinter "
        "jedem Wert stehen. (geheimhaltung)",
    ),
    "no as a reason": (
        {"a": ("art: anzahl\ndezimalstellen: 0\ngeheimhaltung: {keine: nein}", MANY)},
        "a.yml:12:24: „keine“ nennt den Grund, warum nichts geheim ist. Soll etwas geheim bleiben, "
        "streichen Sie „keine“. (falsche-auswahl)",
    ),
    "a reason beside a limit": (
        {
            "a": (
                "art: anzahl\ndezimalstellen: 0\ngeheimhaltung: {keine: Gebäude, mindestzahl: 3}",
                MANY,
            )
        },
        "a.yml:12:24: „keine“ heißt, dass nichts geheim ist; „mindestzahl“ sagt, was geheim ist. "
        "Bitte eines von beiden streichen. (falsche-auswahl)",
    ),
    "a misspelt limit": (
        {"a": ("art: anzahl\ndezimalstellen: 0\ngeheimhaltung: {mindestzal: 3}", MANY)},
        "a.yml:12:17: Den Schlüssel „mindestzal“ gibt es hier nicht. Meinten Sie „mindestzahl“? "
        "(unbekannter-schluessel)",
    ),
    "a denominator of one": (
        {"a": ("art: rate\ndezimalstellen: 1\nje: 1", ["5/1", "9/10", "20/20"])},
        "a.yml:1:1: Hier stehen Fallzahlen unter 3, zum Beispiel Nordort 2021. Bitte "
        "„geheimhaltung“ angeben: eine „mindestzahl“, oder unter „keine“ den Grund, warum nichts "
        "geheim ist. (geheimhaltung)",
    ),
    "parts that are public keep a secret": (
        {
            "a": (WHOLE, [12, 19, 20]),
            "b": (COUNT, [2, 9, 10]),
            "c": (
                "art: anzahl\ndezimalstellen: 0\ngeheimhaltung: {keine: Stellenplan}",
                [10, 10, 10],
            ),
        },
        "",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_missing_is_told(tmp_path: Path, case: str) -> None:
    figures, sentence = CASES[case]
    expected = [f"indicators/wohnen/{sentence}"] if sentence else []
    assert told(county(tmp_path, figures)) == expected


def test_a_protected_table_without_its_rule_is_told(tmp_path: Path) -> None:
    root = county(tmp_path, {"a": (BARE_COUNT, [5, 6, 7])})
    table = root / "indicators/wohnen/a.csv"
    table.write_text(table.read_text().replace(";wert", ";geschuetzt"))
    assert told(root) == [
        "indicators/wohnen/a.yml:1:1: Diese Tabelle ist geschützt („geschuetzt“); dazu gehört "
        "„geheimhaltung“ mit der „mindestzahl“, die dabei galt. (geheimhaltung)"
    ]


def test_a_protected_table_with_a_small_count_is_told(tmp_path: Path) -> None:
    root = county(tmp_path, {"a": (COUNT, [2, 6, 7])})
    table = root / "indicators/wohnen/a.csv"
    table.write_text(table.read_text().replace(";wert", ";geschuetzt"))
    assert told(root) == [
        "indicators/wohnen/a.yml:1:1: Diese Tabelle gilt als geschützt, zeigt aber für Nordort "
        "2021 eine Fallzahl unter der „mindestzahl“. Bitte mit „build.py schuetzen“ neu machen. "
        "(geheimhaltung)"
    ]


@pytest.mark.parametrize(
    ("figures", "what"),
    [
        (
            {
                "a": (BARE_COUNT, ["x", 9, 10]),
                "b": (BARE_COUNT, [5, 6, 7]),
                "w": (f"{BARE_COUNT}\nbestandteile: [a, b]", [7, 15, 17]),
            },
            "„w“ und seine anderen Teile sind es aber nicht",
        ),
        (
            {
                "a": (f"{BARE_COUNT}\ngleiche_faelle: [q]", ["x", 9, 10]),
                "q": (BARE_SHARE, ["4/40", "9/40", "10/40"]),
            },
            "„q“ nennt aber dieselben Fälle",
        ),
    ],
)
def test_a_mark_beside_what_tells_it_is_told(tmp_path: Path, figures: Figures, what: str) -> None:
    assert told(county(tmp_path, figures)) == [
        f"indicators/wohnen/a.yml:1:1: Nordort 2021 ist geheim (x), {what}: Der Wert ließe sich "
        "ausrechnen. Bitte „geheimhaltung“ angeben, mit „unter“, wenn die Quelle sagt, was x "
        "heißt. (geheimhaltung)"
    ]


def test_a_secret_that_cannot_be_kept_stops_the_build(tmp_path: Path) -> None:
    figures: Figures = {
        "a": (f"{BARE_COUNT}\nbestandteile: [b, c]\ngeheimhaltung: {{keine: Amtlich.}}", MANY),
        "b": (COUNT, [2, 9, 10]),
        "c": (f"{BARE_COUNT}\ngeheimhaltung: {{keine: Amtlich.}}", [10, 10, 10]),
    }
    assert told(county(tmp_path, figures)) == [
        "indicators/wohnen/b.yml:1:1: Der geheime Wert von Nordort 2021 lässt sich aus dem, was "
        "sonst veröffentlicht wird, zu genau berechnen. Er folgt aus Zahlen ohne Schutz: Bitte "
        "auch bei „a“, „c“ „geheimhaltung“ angeben. (geheimhaltung)"
    ]


def test_an_official_total_can_give_a_secret_away(tmp_path: Path) -> None:
    assert told(county(tmp_path, {"a": (COUNT, [2, 0, 0, 4])})) == [
        f"indicators/wohnen/a.yml:1:1: Der geheime Wert von {area} 2021 lässt sich aus dem, was "
        "sonst veröffentlicht wird, zu genau berechnen. Die Zeile des Kreises in der Tabelle gilt "
        "als allgemein bekannt. Streichen Sie sie, wenn sie sonst niemand veröffentlicht: Dann "
        "rechnet das Programm den Kreis selbst und verbirgt ihn, wo es nötig ist. (geheimhaltung)"
        for area in ("Nordort", "Raum Nord")
    ]


def test_a_small_count_of_the_whole_county_is_hidden(tmp_path: Path) -> None:
    report, problems = load_report(county(tmp_path, {"a": (COUNT, [2, 0, 0, 2])}))
    assert problems == []
    hidden = {area for area, _ in protection_of(report).hidden["a"]}
    assert hidden == {"01099001", "nord", "01099"}


def rests(folder: Path, rule: str, numbers: Numbers) -> set[str]:
    """Return the Kommunen that are hidden of a share."""
    keys = f"art: anteil\ndezimalstellen: 1\ngeheimhaltung: {rule}"
    report, problems = load_report(county(folder, {"a": (keys, numbers)}))
    assert problems == []
    return {area for area, _ in protection_of(report).hidden["a"] if area.startswith("01099")}


@pytest.mark.parametrize(
    ("rule", "numbers", "is_hidden"),
    [
        ("{mindestzahl: 3}", ["39/40", "20/45", "30/60"], True),
        ("{mindestzahl: 3}", ["40/40", "20/45", "30/60"], True),
        ("{mindestzahl: 3}", ["37/40", "20/45", "30/60"], False),
        ("{mindestzahl: 3}", ["139/140", "20/45", "30/60"], False),
        ("{mindestzahl: 3, rest_grenze: 200}", ["139/140", "20/45", "30/60"], True),
        ("{mindestzahl: 3, rest_geheim: true}", ["939/940", "20/45", "30/60"], True),
        ("{mindestzahl: 3, rest_geheim: false}", ["39/40", "20/45", "30/60"], False),
        ("{mindestzahl: 3, rest_geheim: false}", ["1/40", "20/45", "30/60"], True),
    ],
)
def test_the_small_rest_is_secret_too(
    tmp_path: Path, rule: str, numbers: Numbers, is_hidden: bool
) -> None:
    assert ("01099001" in rests(tmp_path, rule, numbers)) is is_hidden
