"""The words people use: what editors write of them is what the report knows."""

from pathlib import Path

import pytest
from support import loaded, replaced, small_county

from fokusbericht.load.vocabulary import makes_up
from fokusbericht.model.base import Key, Kind

SYNONYME = "content/synonyme.yml"


def test_words_lead_to_things_and_pages(tmp_path: Path) -> None:
    text = (
        "- worte: [leer, unbewohnt]\n  ziele: [indikator:leerstand, wohnen, /impressum/]\n"
        "- worte: [Ort, Gemeinde]\n"
    )
    first, second = loaded(small_county(tmp_path, {SYNONYME: text}))[0].synonyme
    assert first.worte == ("leer", "unbewohnt")
    assert [ref.key for ref in first.ziele] == [
        Key(Kind.INDIKATOR, "leerstand"),
        Key(Kind.HANDLUNGSFELD, "wohnen"),
    ]
    assert [page.ziel for page in first.adressen] == ["/impressum/"]
    assert second.worte == ("Ort", "Gemeinde") and not second.leads()


def test_words_that_lead_only_to_what_is_withheld_are_withheld(tmp_path: Path) -> None:
    later = replaced("indicators/wohnen/leerstand.yml", "titel:", "ab: 2090-01-01\ntitel:")
    text = (
        "- worte: [leer, unbewohnt]\n  ziele: [indikator:leerstand]\n"
        "- worte: [teuer, Kosten]\n  ziele: [indikator:leerstand, indikator:miete]\n"
    )
    report, _ = loaded(small_county(tmp_path, {**later, SYNONYME: text}))
    (left,) = report.synonyme
    assert left.worte == ("teuer", "Kosten")
    assert [ref.key.name for ref in left.ziele] == ["miete"]


def test_parts_and_postcodes(tmp_path: Path) -> None:
    files = {
        "content/wortteile.yml": "Altersarmut: [Alter, Armut]\nBarrierefreiheit: []\n",
        "geo/postleitzahlen.csv": "plz;ags\n25002;01099003\n25001;01099001\n25002;01099002\n",
    }
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    assert dict(report.wortteile) == {"Altersarmut": ("Alter", "Armut"), "Barrierefreiheit": ()}
    assert dict(report.postleitzahlen) == {
        "25001": ("01099001",),
        "25002": ("01099002", "01099003"),
    }


def test_without_files_there_are_no_words(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    for name in (SYNONYME, "content/wortteile.yml", "geo/postleitzahlen.csv"):
        (root / name).unlink()
    report, problems = loaded(root)
    assert problems == []
    assert (report.synonyme, dict(report.wortteile), dict(report.postleitzahlen)) == ((), {}, {})


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Altersarmut", "Alter Armut"),
        ("Schulabgänge", "Schule Abgang"),
        ("Kindertagesbetreuung", "Kinder Tag Betreuung"),
        ("Hausärztinnen", "Haus Ärztin"),
        ("Sportvereinsmitglieder", "Sport Verein Mitglied"),
        ("Ein-Euro-Job", "Ein Euro Job"),
    ],
)
def test_parts_make_up_a_word(word: str, parts: str) -> None:
    assert makes_up(word, parts.split())


@pytest.mark.parametrize(("word", "parts"), [("Wohnungsnot", "Wohnung Rot"), ("Altbau", "Bau Alt")])
def test_other_parts_do_not(word: str, parts: str) -> None:
    assert not makes_up(word, parts.split())
