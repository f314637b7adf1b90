"""Long words are cut at their seams; what an editor cut, and short words, stay."""

import pytest
from pyphen import Pyphen

from fokusbericht.text import syllables
from fokusbericht.text.hyphenation import soften

SHY = "\u00ad"
AT_SEAMS = (
    # What the dictionary alone cuts wrongly: „Arbeitss-truktur“, „Bun-de-s-agentur“, „Schu-lein“.
    "Arbeits-struktur Arbeits-strukturen Alters-struktur Bundes-agentur Wohnraum-agentur"
    " Haus-arzt-praxis Jugend-arbeits-losen-quote Schul-sozial-arbeit Deutsch-land-atlas"
    " Kinder-garten-alter Flächen-atlas Statistik-amt Grund-stücks-deal Arbeit-suchende"
    " Klassen-assistenz Kommunal-aufsicht Kranken-haus-betten Mitglied-schaften Primär-einkommen"
    " Betrach-tungs-raum Betrach-tungs-räume Ehren-amt-liche Zusammen-arbeit Aus-länder-anteil"
    " Ein-familien-häuser Barriere-freiheit Her-unter-laden Schuldner-beratung Gesundheits-dienst"
    # Names of places.
    " Sparries-hoop Bönning-stedt Bullen-kuhlen Hörner-kirchen Kladden-stedt"
    # Words without a seam we know: as the dictionary says, four letters at least at their ends.
    " Wech-sel-wir-kungen Durch-schnitt Demonstra-tion Handlungs-feld Leerstands-quote"
)

ADDRESSES = (
    "handlungsempfehlungen.csv",
    "www.sozialplanung.example",
    "sozialplanung@kreis.example",
)


@pytest.mark.parametrize("word", AT_SEAMS.split())
def test_words_are_cut_at_their_seams(word: str) -> None:
    assert soften(word.replace("-", ""), 12).replace(SHY, "-") == word


@pytest.mark.parametrize("word", ["Arbeiter", "Kreis", "Personen", "İİİİİİİİİİİİİ", *ADDRESSES])
def test_what_has_no_seam_stays_whole(word: str) -> None:
    assert soften(word, 12) == word


def test_only_words_of_so_many_letters_are_cut() -> None:
    text = "Handlungsfeld und Handlungsempfehlung"
    assert soften(text, 15).replace(SHY, "-") == "Handlungsfeld und Handlungs-empfehlung"


def test_an_editors_own_cut_stays() -> None:
    assert soften(f"Handlungsemp{SHY}fehlungen", 12) == f"Handlungsemp{SHY}fehlungen"


def test_words_joined_by_hyphens_are_cut_each_for_itself() -> None:
    text = soften("Klein Offenseth-Sparrieshoop, Kreistagsinformationssystem", 12)
    assert text.startswith(f"Klein Offenseth-Sparries{SHY}hoop, Kreis{SHY}tags{SHY}")


def test_no_part_is_without_a_vowel() -> None:
    for word in AT_SEAMS.replace("-", "").split():
        assert all(
            any(one in "aeiouyäöü" for one in part.lower()) for part in soften(word, 12).split(SHY)
        ), word


def test_syllables_are_those_of_pyphen() -> None:
    dictionary = Pyphen(lang=syllables.LANGUAGE, left=1, right=1)
    for word in AT_SEAMS.replace("-", "").lower().split():
        found = [one for one in syllables.cuts(word) if 0 < one < len(word)]
        assert found == [int(one) for one in dictionary.positions(word)], word
