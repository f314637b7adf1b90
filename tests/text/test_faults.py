"""What cannot be read as it was meant is told, with its place."""

import pytest

from fokusbericht.model.base import Text
from fokusbericht.problems import Place
from fokusbericht.text.prose import (
    find_faults,
    find_html,
    find_stray_embeds,
    find_stray_links,
    find_titles,
)


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
        (
            "## A { #x }\n\nAbsatz {#y}\n{: .rot}\n\n## B {: #x}",
            [
                "3:8 „{#y}“ erscheint so im Text. Einen eigenen Namen hat nur eine Überschrift; "
                "er steht in ihrer Zeile: „## Titel {#name}“.",
                "4:1 „{: .rot}“ erscheint so im Text. Einen eigenen Namen hat nur eine "
                "Überschrift; er steht in ihrer Zeile: „## Titel {#name}“.",
                "6:1 „{#x}“ heißt schon die Überschrift in Zeile 1. Bitte anders nennen.",
            ],
        ),
        (
            "Text\n\n##\n\n- ### ##",
            [
                "3:1 Diese Überschrift ist leer. Bitte Text ergänzen oder die Zeile streichen.",
                "5:3 Diese Überschrift ist leer. Bitte Text ergänzen oder die Zeile streichen.",
            ],
        ),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |",
            [
                "5:1 Diese Zeile gehört nicht mehr zur Tabelle darüber. Bitte die leere Zeile "
                "dazwischen streichen."
            ],
        ),
        ("`{#x}` und {...}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\na | b", []),
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


def test_the_line_of_another_note_is_that_of_the_file() -> None:
    text = Text("A[^1]\n\n[^1]: B\n[^1]: C", Place("a.md", 10))
    assert [(place.line, what) for place, what in find_faults(text)] == [
        (13, "Die Fußnote „[^1]“ ist schon in Zeile 12 erklärt.")
    ]


@pytest.mark.parametrize(
    ("source", "columns", "word"),
    [
        ("[[wohnen] und [[]] und [[wohnen|]]", [1, 15, 24], "sieht so aus"),
        (r"\[\[wohnen\]\] und \[[wohnen]]", [1, 20], "bloßen Text"),
        ("[Amt] (https://a.example)", [1], "steht ein Leerzeichen"),
        ("[Amt](https://a.example/b c)", [7], "%20"),
        ("`[[a` [[wohnen|in\n  Elmshorn]] [[eckig] Wort](https://a.example)", [], ""),
        ('[1] (https://a.example) [Amt](https://a.example "b c") [a](<https://b c>)', [], ""),
    ],
)
def test_what_was_meant_as_a_link_and_is_none_is_found(
    source: str, columns: list[int], word: str
) -> None:
    found = list(find_stray_links(Text(source, Place("a.md", 1))))
    assert [place.column for place, _ in found] == columns
    assert all(word in sentence for _, sentence in found)


@pytest.mark.parametrize("source", ["# A", "  # A", "- # A", "> # A", "1. # A", "A\n  ==="])
def test_a_title_is_found_wherever_it_stands(source: str) -> None:
    assert len(list(find_titles(Text(source, Place("a.md", 1))))) == 1


def test_html_beside_a_lone_backtick_is_found() -> None:
    found = find_html(Text("ein ` hier\n\n- <b>x</b> und ` da\n- `<i>` nicht", Place("a.md", 1)))
    assert [(one.target, one.place.line, one.place.column) for one in found] == [("<b>", 3, 3)]


@pytest.mark.parametrize(
    "line",
    [
        *("{{ Karte: a }}", "{{ karte }}", "{{ karte a }}", "{ karte: a }"),
        *(r"\{\{ karte: a }}", "{{\u00a0karte: a }}"),
    ],
)
def test_an_embed_alone_in_its_line_that_is_none_has_its_line(line: str) -> None:
    source = f"Text {{x}} und {{ 1: 2 }}\n\n  {line}\n\n{{{{ karte: b }}}}\n"
    (found,) = find_stray_embeds(Text(source, Place("a.md", 1)))
    assert (found.label, found.place.line, found.place.column) == (line, 3, 3)


def test_an_embed_that_is_not_closed_or_stands_in_a_sentence_is_found() -> None:
    source = "Text {{ karte: a }}\n\n{{ karte: b\n\n> {{ karte: c }}\n\n`{{ x }}`\n\n{{ karte: d }}"
    found = find_stray_embeds(Text(source, Place("a.md", 1)))
    assert [(one.target, one.place.line) for one in found] == [
        ("karte", 1),
        ("karte", 3),
        ("karte", 5),
    ]
