"""Words are compared by one rule in Python and in the scripts, over all words of both counties."""

import re
from pathlib import Path

import pytest
from javascript import run
from support import MUSTER, REPOSITORY

from fokusbericht.load import load_report
from fokusbericht.model.report import Report
from fokusbericht.search.normal import raw_words, term_of, terms

NORMAL = ("suchwerk/normal.js",)
SPELLINGS = "Straße Strasse STRASSE Mühle Muehle Müllers Quelle neue neuer steuer Café Œuvre"


def all_texts(report: Report) -> list[str]:
    """Return all that things are called and say."""
    titles = [*report.titles.values(), *(one.kurz for one in report.things())]
    return [*titles, *(text.source for text in report.texts())]


@pytest.mark.parametrize("root", [REPOSITORY, MUSTER], ids=["kreis", "muster"])
def test_scripts_compare_words_alike(root: Path) -> None:
    texts = [SPELLINGS, *all_texts(load_report(root)[0])]
    code = (
        """return given.texts.map((text) => rawWords(text).map((word) => [word, termOf(word)]));"""
    )
    found = run(NORMAL, code, texts=texts)
    expected = [[[word, term_of(word)] for word in raw_words(text)] for text in texts]
    assert found == expected
    assert len({word for text in texts for word in raw_words(text)}) > 2_000


ALIKE = (
    "Wohnung Wohnungen Wohnungs",
    "Kind Kinder Kindern Kindes",
    "Arzt Ärzte Ärztin Ärztinnen Ärzt*innen Aerzte",
    "Miete Mieten Mieter Mieterinnen",
    "Haus Häuser Haeuser",
    "Bönningstedt Boenningstedt Bonningstedt",
    "Uetersen Ütersen Utersen",
    "groß gross GROSSE",
    "Rente Renten Rentner",
    "neu neue neuen",
)


@pytest.mark.parametrize("words", ALIKE)
def test_forms_of_a_word_are_found_by_one_another(words: str) -> None:
    assert len({*terms(words)}) == 1


APART = (
    "Wedel Wald",
    "Haus Hausarzt",
    "Armut Arm",
    "Kreis Kreistag",
    "Steuer Steuerung",
    "Wiese wie",
)


@pytest.mark.parametrize("words", APART)
def test_other_words_stay_apart(words: str) -> None:
    assert len({*terms(words)}) == len(words.split())


def test_hidden_marks_part_no_word() -> None:
    assert raw_words("Woh\u00adnungs\u200bagentur, Schüler:innen, Kita-Plätze 2025-03") == [
        *("wohnungsagentur", "schülerinnen", "kita", "plätze", "2025", "03")
    ]
    assert re.fullmatch("[a-z]+", term_of("ÄÖÜß".lower()))
