"""What cannot be read as it was meant is told, with its place."""

import pytest

from fokusbericht.model.base import Text
from fokusbericht.problems import Place
from fokusbericht.prose import find_faults, find_html, find_stray_embeds


def told(source: str) -> list[str]:
    return [
        f"{place.line}:{place.column} {what}"
        for place, what in find_faults(Text(source, Place("a.md", 1)))
    ]


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        (
            "A[^2].\n\n[^1]: B\n",
            [
                "1:2 Die Fußnote „[^2]“ ist nirgends erklärt. Am Ende des Textes steht: „[^2]: …“.",
                "3:1 Die Fußnote „[^1]“ wird im Text nicht genannt.",
            ],
        ),
        (
            "A[^1] B[^zwei drei].\n\n[^1]:\n[^1]: C\n",
            [
                "1:8 „[^zwei drei]“ ist keine Fußnote. Ihr Name ist eine Zahl "
                "oder ein Wort: „[^1]“.",
                "3:1 Die Fußnote „[^1]“ ist leer.",
                "4:1 Die Fußnote „[^1]“ ist schon in Zeile 3 erklärt.",
            ],
        ),
        (
            "Titel\n-----\nText",
            [
                "2:1 Eine Zeile „---“ direkt unter Text macht ihn zur Überschrift. Überschriften "
                "beginnen mit „##“; vor einer Trennlinie steht eine leere Zeile."
            ],
        ),
        (
            "Text\n\n```\nCode",
            ["3:1 Der Code, der hier mit „```“ beginnt, endet nicht. Es fehlt eine Zeile „```“."],
        ),
        (
            "| a | b |\n| 1 | 2 |",
            [
                "1:1 Dieser Tabelle fehlt die zweite Zeile: Unter ihrem Kopf steht für "
                "jede Spalte „---“, zum Beispiel „|---|---|“."
            ],
        ),
        (
            "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 |",
            [
                "3:1 Diese Zeile der Tabelle hat 3 Zellen, ihr Kopf hat 2 Zellen.",
                "4:1 Diese Zeile der Tabelle hat eine Zelle, ihr Kopf hat 2 Zellen.",
            ],
        ),
        (
            "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |",
            ["2:1 Diese Zeile der Tabelle hat 2 Zellen, ihr Kopf hat 3 Zellen."],
        ),
        (
            "## Titel {#zwei worte}",
            [
                "1:10 „{#zwei worte}“ ist kein Name für eine Überschrift. Er steht so dahinter: "
                "{#name}, mit Buchstaben, Ziffern und Bindestrichen."
            ],
        ),
        ("> " * 12 + "tief", ["1:17 Hier ist der Text tiefer verschachtelt als 8 Ebenen."]),
        ("Wort " * 2_001, ["1:1 Dieser Absatz hat mehr als 10000 Zeichen. Bitte teilen."]),
        ("*a " * 301, ["1:1 Dieser Absatz hat mehr als 300 Zeichen wie * und _. Bitte teilen."]),
        ("A[^1]\n\n- B\n\n---\n\n[^1]: C", []),
        ("| a | b |\n|---|---|\n| 1 | `x|y` |", []),
        ("`[^1]` und ~~~~ und |", []),
    ],
)
def test_what_is_misread_is_told(source: str, sentences: list[str]) -> None:
    assert told(source) == sentences


def test_html_beside_a_lone_backtick_is_found() -> None:
    found = find_html(Text("ein ` hier\n\n- <b>x</b> und ` da\n- `<i>` nicht", Place("a.md", 1)))
    assert [(one.target, one.place.line, one.place.column) for one in found] == [("<b>", 3, 3)]


def test_an_embed_that_is_not_closed_or_stands_in_a_sentence_is_found() -> None:
    source = "Text {{ karte: a }}\n\n{{ karte: b\n\n> {{ karte: c }}\n\n`{{ x }}`\n\n{{ karte: d }}"
    found = find_stray_embeds(Text(source, Place("a.md", 1)))
    assert [(one.target, one.place.line) for one in found] == [
        ("karte", 1),
        ("karte", 3),
        ("karte", 5),
    ]
