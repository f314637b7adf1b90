"""What the search finds and answers in the Kreis Muster, in the words that readers see."""

from pathlib import Path

import pytest
from engine import ask, first_three

FIRST = {
    "Norderbeispiel": "/kommunen/norderbeispiel/",
    "Stadt Musterstadt": "/kommunen/musterstadt/",
    "Norderbispiel": "/kommunen/norderbeispiel/",
    "raum norderbeispiel": "/raeume/norderbeispiel/",
    "Kreis Muster": "/raeume/kreis/",
    "99110": "/kommunen/probedorf/",
    "PLZ 99301": "/kommunen/suederentwurf/",
    "2017-03": "/handlungsempfehlungen/2017-03/",
    "2018/14": "/handlungsempfehlungen/2018-03/",
    "Hartz IV": "/glossar/#bedarfsgemeinschaft",
    "was ist Sozialwohnung": "/glossar/#sozialwohnung",
    "Sozialwohnung": "/sozialbericht/sozialwohnungen/",
    "Ermässigte Zeitkarte": "/handlungsempfehlungen/2017-01/",
    "Ärztin": "/sozialbericht/aerztedichte/",
    "Arbeitslosenqoute": "/sozialbericht/arbeitslosenquote/",
    "Beispielhausen Miete": "/sozialbericht/nettokaltmiete/",
    "Musterstädter Mieten": "/sozialbericht/nettokaltmiete/",
    "wie hoch sind die Mieten in Musterstadt": "/sozialbericht/nettokaltmiete/",
    "unbewohnte und leere Wohnungen": "/sozialbericht/leerstandsquote/",
    "Wohnungen, die leer sind": "/sozialbericht/leerstandsquote/",
    "Leerstandsquotenvergleich": "/sozialbericht/leerstandsquote/",
    "2017-3": "/handlungsempfehlungen/2017-03/",
}


def test_what_is_meant_comes_first(muster_site: Path) -> None:
    found = zip(FIRST, ask(muster_site, [*FIRST]), strict=True)
    assert {question: first_three(one)[:1] for question, one in found} == {
        question: [address] for question, address in FIRST.items()
    }


ANSWERS = {
    "Miete Beispielhausen": [
        "Nettokaltmiete in Beispielhausen",
        "8,32\u202f€ je m² (2025)",
        "Kreis Muster 8,23\u202f€ je m² · Rang 4 von 13 · So viel Miete zahlen Haushalte im "
        "Durchschnitt für einen Quadratmeter, ohne Heizung und Nebenkosten.",
        [],
    ],
    "Skizzenbek 2020 Angebotsmiete": [
        "Angebotsmiete in Skizzenbek",
        "7,82\u202f€ je m² (2020)",
        "Kreis Muster 9,12\u202f€ je m² · Rang 8 von 10 · So viel Miete kostet ein Quadratmeter, "
        "wenn eine Wohnung neu vermietet wird, ohne Heizung und Nebenkosten.",
        [],
    ],
    "Leerstand in Beispielhausen und Probedorf": [
        "Leerstandsquote 2025",
        "",
        "So viele von hundert Wohnungen stehen leer.",
        ["Beispielhausen: 1,4\u202f%", "Probedorf: 2,1\u202f%"],
    ],
    "Einwohner Fiktum 1999": [
        "Bevölkerung auf Fiktum",
        "1.562\u202fMenschen (2017)",
        "Für 1999 gibt es keinen Wert. Hier steht der von 2017. · Kreis Muster "
        "116.494\u202fMenschen · Rang 10 von 14 · So viele Menschen haben hier am Jahresende ihren "
        "Hauptwohnsitz.",
        [],
    ],
    "Bevölkerung Amt Südblatt": [
        "Bevölkerung im Kreis Muster",
        "118.560\u202fMenschen (2025)",
        "Für das Amt Südblatt gibt es diese Zahl nicht. Hier steht der Wert für den ganzen Kreis. "
        "· So viele Menschen haben hier am Jahresende ihren Hauptwohnsitz.",
        [],
    ],
    "Arbeitslosenquote": [
        "Arbeitslosenquote im Kreis Muster",
        "6,3\u202f% (2025)",
        "So viele von hundert Menschen, die arbeiten oder Arbeit suchen, sind arbeitslos gemeldet.",
        [],
    ],
}


def test_the_answer_itself_stands_first(muster_site: Path) -> None:
    found = zip(ANSWERS, ask(muster_site, [*ANSWERS]), strict=True)
    told = {
        question: [
            [answer["title"], answer["value"], answer["note"], answer["lines"]]
            for answer in one["answers"]  # type: ignore[attr-defined]
        ]
        for question, one in found
    }
    assert told == {question: [answer] for question, answer in ANSWERS.items()}


@pytest.mark.parametrize("question", ["Wohnen", "Norderbeispiel", "was ist Leerstandsquote", "xyz"])
def test_nothing_is_answered_that_was_not_asked(muster_site: Path, question: str) -> None:
    assert ask(muster_site, [question])[0]["answers"] == []


def test_what_lies_on_the_land_is_not_asked_of_the_land(muster_site: Path) -> None:
    (found,) = ask(muster_site, ["Ärzte auf dem Land"])
    assert not any("Musterland" in one["title"] for one in found["answers"])  # type: ignore[attr-defined]


def test_what_was_mistyped_is_told(muster_site: Path) -> None:
    mistyped, right = ask(muster_site, ["Norderbispiel", "Norderbeispiel"])
    assert (mistyped["instead"], right["instead"]) == ("Norderbeispiel", "")


def test_hits_are_narrowed_and_counted(muster_site: Path) -> None:
    (whole,) = ask(muster_site, ["Wohnung"])
    (few,) = ask(muster_site, ["Wohnung"], chosen={"art": ["empfehlung"]})
    (kinds,) = ask(muster_site, ["Norder"], kinds=["kommune"])
    of_kind = {key: count for key, _, count in whole["counts"]["art"]}  # type: ignore[index]
    assert few["total"] == of_kind["empfehlung"] > 1
    assert {one["kind"] for one in few["hits"]} == {"empfehlung"}  # type: ignore[attr-defined]
    assert few["counts"]["art"] == whole["counts"]["art"]  # type: ignore[index]
    assert [one["title"] for one in kinds["hits"]][:1] == ["Norderbeispiel"]  # type: ignore[attr-defined]


def test_without_a_question_all_that_is_chosen_is_found(muster_site: Path) -> None:
    nothing, fields = (ask(muster_site, [""], chosen=one)[0] for one in ({}, {"art": ["raum"]}))
    assert (nothing["total"], nothing["hits"]) == (0, [])
    assert fields["total"] == 5


def test_words_are_marked_as_they_stand(muster_site: Path) -> None:
    (found,) = ask(muster_site, ["Zeitkarten"])
    assert found["terms"] == ["zeitkarte"]
