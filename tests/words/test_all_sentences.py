"""Every sentence that the Kreis Muster makes of its figures: as it was approved, and well said.

After a wanted change, `GOLDEN=neu pytest tests/words/test_all_sentences.py` writes them anew; the
difference is then read in git.
"""

from pathlib import Path

import pytest
from sentences import faults_of, faults_on_pages, told_of
from support import HERE, golden

from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen

APPROVED = HERE / "words" / "saetze.txt"
ENOUGH = 400


def test_all_sentences_are_as_they_were_approved(report: Report) -> None:
    last = {name: one.year for name, one in messungen(report).items()}
    found = [one for one in told_of(report) if one[-1] and one[1] == last[one[0]]]
    text = "".join(f"{name} {year} {what}: {said}\n" for name, year, what, said in found)
    assert text == golden(APPROVED, text)
    assert len({said for *_, said in found}) >= ENOUGH


def test_no_sentence_says_what_is_rejected(report: Report) -> None:
    found = [one for one in told_of(report) if one[-1]]
    assert [(*one, faults) for one in found if (faults := faults_of(one[-1]))] == []


def test_no_page_says_what_is_rejected(muster_site: Path) -> None:
    assert faults_on_pages(muster_site) == []


@pytest.mark.parametrize(
    "planted",
    [
        "Im Jahr 2022 beträgt der Anteil 2 Prozent.",
        "Der Wert ist weder gut noch schlecht.",
        "Der Saldo ist von −1.000 auf −100 gestiegen.",
        "Der Saldo ist von minus 1.000 auf minus 100 gestiegen.",
        "Elmshorn ist eine Stadt im Raum Elmshorn und amtsfrei.",
        "Die Veränderung seit 2013 ist im Kreis um 0,4 Prozentpunkte gesunken.",
        "Es waren  zwei.",
        "Es waren zwei..",
        "Es waren zwei Plätze. darunter einer.",
        "Das waren 1 Prozentpunkte mehr.",
        "In 1 Kommunen war es so.",
        "In drei von 12 Kommunen war es so.",
        "Das war in Kreis Pinneberg so.",
        "2022 lebten in Helgoland 1.200 Menschen.",
        "Es lag bei 12 Plätze.",
        "Das Maß nach Spearman lag hoch.",
        "es war so.",
        "Es war so",
    ],
)
def test_what_is_rejected_would_be_found(planted: str) -> None:
    assert faults_of(planted)
