"""The line of a source: its name, and the date of the figures said once and in one form."""

from dataclasses import replace

import pytest
from support import SMALL, loaded

from fokusbericht.model.base import PartialDate
from fokusbericht.model.figures import Indikator
from fokusbericht.words.numbers import date_text, source_line

ZENSUS = "Statistische Ämter des Bundes und der Länder, Zensus 2022"


@pytest.fixture(scope="module")
def indikator() -> Indikator:
    """Return an indicator whose last figures are of 2022."""
    found = loaded(SMALL)[0].indikatoren["leerstand"]
    assert max(found.years()) == 2022
    return found


@pytest.mark.parametrize(
    ("name", "stichtag", "stand", "year", "line"),
    [
        (ZENSUS, "15.05.2022", PartialDate(2022, 5, 15), 2022, "15.\u00a0Mai 2022"),
        (ZENSUS, "Zensustag", PartialDate(2022, 5, 15), 2022, "15.\u00a0Mai 2022"),
        ("INKAR", "31.12.", PartialDate(2026, 4, 22), 2021, "31.\u00a0Dezember 2021"),
        ("INKAR", "31.12.", PartialDate(2026, 4, 22), 0, "31.\u00a0Dezember 2022"),
        ("INKAR", "Jahr", PartialDate(2026, 1), 2022, "2022"),
        ("Wahlen", "06.05.2018", PartialDate(2018, 5, 6), 2013, "2013"),
        ("Wahlen", "Wahltag", PartialDate(2023), 2018, "Wahltag 2018"),
        ("Wahlen", "Wahltag", PartialDate(2022, 5, 8), 2022, "8.\u00a0Mai 2022"),
        ("Schulen", "Schuljahr", PartialDate(2022, 2), 2022, "Schuljahr 2022"),
        ("Atlas", "2021 bis 2024", PartialDate(2024), 2024, "2021 bis 2024"),
        ("Atlas", "Januar", PartialDate(2022, 1), 2022, "Januar 2022"),
        ("Atlas", "", PartialDate(2022), 2022, "2022"),
        # The name tells the year already.
        ("Kreis, Fokus 2022, Wohnen", "", PartialDate(2022), 2022, ""),
        ("Strukturdaten zu den Wahlen 2021 und 2022", "Jahr", PartialDate(2022), 2022, "2022"),
    ],
)
def test_a_date_is_said_once(
    indikator: Indikator, name: str, stichtag: str, stand: PartialDate, year: int, line: str
) -> None:
    quelle = replace(indikator.quelle, name=name)
    one = replace(indikator, quelle=quelle, stichtag=stichtag, stand=stand)
    assert source_line(one, year) == (f"{name} · Stand: {line}" if line else name)


def test_a_day_in_digits_is_read_in_words() -> None:
    assert date_text("15.05.2022") == "15.\u00a0Mai 2022"
    assert date_text("31.12.") == "31.12."
    assert date_text("Wahltag") == "Wahltag"
