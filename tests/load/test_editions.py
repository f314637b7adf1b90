"""What is chosen for a short report, as it is written in the head of a report."""

from pathlib import Path

import pytest
from editions.small import REPORT, with_edition
from support import loaded, small_county

from fokusbericht.model.base import Kind
from fokusbericht.model.planning import Auswahl, Bericht, Satzbild


def report_of(tmp_path: Path, old: str = "", new: str = "") -> tuple[Bericht, list[str]]:
    """Return a report whose choice was changed, and what an editor is told of it."""
    text = with_edition()[REPORT]
    assert old in text
    found, problems = loaded(small_county(tmp_path, {REPORT: text.replace(old, new)}))
    return found.berichte["2021"], [str(one).removeprefix(f"{REPORT}:") for one in problems]


def chosen(tmp_path: Path, old: str = "", new: str = "") -> Auswahl:
    """Return a choice without problems."""
    bericht, problems = report_of(tmp_path, old, new)
    assert problems == []
    assert bericht.ausgabe
    return bericht.ausgabe


def test_all_that_is_chosen_is_read(tmp_path: Path) -> None:
    fields = "felder:\n    - {feld: wohnen, text: Kurz., kennzahlen: [miete], karte: leerstand}"
    auswahl = chosen(tmp_path, "finanzen:", f"{fields}\n  finanzen:")
    assert (auswahl.untertitel, auswahl.vorwort) == ("Das Jahr im Musterkreis", None)
    assert auswahl.titelkarte and auswahl.titelkarte.key.name == "leerstand"
    assert [(one.zahl.key.name, one.bild) for one in auswahl.saetze] == [
        ("leerstand", Satzbild.ANTEIL),
        ("leerstand", None),
        ("miete", None),
    ]
    assert [ref.key.name for ref in (*auswahl.ziele, *auswahl.beschluesse)] == [
        "2021-01",
        "2021-09-15-leerstand",
    ]
    assert [ref.key.kind for ref in auswahl.fruehere] == [Kind.EMPFEHLUNG]
    (feld,) = auswahl.felder
    assert feld.feld and feld.feld.key.name == "wohnen"
    assert (feld.text, [ref.key.name for ref in feld.kennzahlen]) == ("Kurz.", ["miete"])
    assert [ref.key.name for ref in auswahl.netzwerk.tiefer] == ["verfahren"]
    assert auswahl.methode.karte and auswahl.methode.verlauf is None


def test_paragraphs_of_a_text_stay_apart(tmp_path: Path) -> None:
    old, new = "{text: Acht Menschen wirken mit., tiefer: [verfahren]}", "\n    text: |-\n"
    auswahl = chosen(
        tmp_path, old, f"{new}      Acht.\n\n      Mehr nicht.\n    tiefer: [verfahren]"
    )
    assert auswahl.netzwerk.text == "Acht.\n\nMehr nicht."


def test_a_report_without_a_choice_is_an_old_one(tmp_path: Path) -> None:
    report, problems = loaded(small_county(tmp_path))
    assert (report.berichte["2021"].ausgabe, problems) == (None, [])


def test_form_and_length_are_told_apart(tmp_path: Path) -> None:
    bericht, problems = report_of(
        tmp_path, "form: PDF, 12 Seiten", "form: PDF\numfang: rund 12 Seiten"
    )
    assert (bericht.form, bericht.umfang, problems) == ("PDF", "rund 12 Seiten", [])


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "untertitel",
            "untertittel",
            "5:3: Den Schlüssel „untertittel“ gibt es hier nicht. Meinten Sie „untertitel“? "
            "(unbekannter-schluessel)",
        ),
        (
            "bild: anteil",
            "bild: kuchen",
            "8:31: „kuchen“ steht nicht zur Wahl. Möglich sind: verlauf, vergleich, anteil. "
            "(falsche-auswahl)",
        ),
        (
            "{zahl: miete}",
            "{zahl: mieten}",
            "10:14: Den Indikator „mieten“ gibt es nicht. Meinten Sie „miete“? (toter-verweis)",
        ),
        (
            "{zahl: miete}",
            "{bild: anteil}",
            "10:7: Der Schlüssel „zahl“ fehlt. (fehlender-schluessel)",
        ),
        (
            "  methode:",
            "  methoden:",
            "16:3: Den Schlüssel „methoden“ gibt es hier nicht. Meinten Sie „methode“? "
            "(unbekannter-schluessel)",
        ),
        (
            "ziele: [2021-01]",
            "ziele: [wohnen]",
            "11:11: Die Empfehlung „wohnen“ gibt es nicht. Meinten Sie „handlungsfeld:wohnen“? "
            "(toter-verweis)",
        ),
        (
            "{text: Der Kreis",
            "{texte: Der Kreis",
            "13:14: Den Schlüssel „texte“ gibt es hier nicht. Meinten Sie „text“? "
            "(unbekannter-schluessel)",
        ),
    ],
)
def test_a_wrong_choice_is_told_where_it_stands(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    _, problems = report_of(tmp_path, old, new)
    assert problems == [sentence]
