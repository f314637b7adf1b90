"""Lives as they are written: votes, stances, seasons, what comes next."""

from datetime import date
from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.model.base import PartialDate
from fokusbericht.model.lives import Abstimmung, Einmut, Haltung, Meinung, NaechsterSchritt
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Anregung
from fokusbericht.text.formatting import format_date
from fokusbericht.words.due import limit_of, until
from fokusbericht.words.phrases import when
from fokusbericht.words.votes import vote_text

DECISION = """---
titel: Ein Bus am Abend
kurz: Der Kreistag entscheidet über einen Bus.
geaendert: 2026-01-14
gremium: kreistag
datum: 2025-09-01
ergebnis: {result}
{head}---
"""
SUGGESTION = """---
titel: Bänke am Markt
kurz: Am Markt sollen Bänke stehen.
geaendert: 2026-01-14
datum: {day}
von: Seniorenbeirat
{head}verlauf:
  - {{datum: {day}, schritt: vorgeschlagen, text: Der Beirat schreibt an den Kreis.}}
---
"""


def decision(folder: Path, head: str, result: str = "beschlossen") -> tuple[Beschluss, list[str]]:
    """Return a decision with more in its head, and what an editor is told of it."""
    text = DECISION.format(head=f"{head}\n" if head else "", result=result)
    report, problems = loaded(small_county(folder, {"content/beschluesse/bus.md": text}))
    return report.beschluesse["bus"], [str(one).partition(": ")[2] for one in problems]


def suggestion(folder: Path, head: str = "", day: str = "2025-08") -> tuple[Anregung, list[str]]:
    """Return a suggestion with more in its head, and what an editor is told of it."""
    text = SUGGESTION.format(head=f"{head}\n" if head else "", day=day)
    report, problems = loaded(small_county(folder, {"content/anregungen/baenke.md": text}))
    return report.anregungen["baenke"], [str(one).partition(": ")[2] for one in problems]


# --- Votes ----------------------------------------------------------------------------------------

ALONE = "SPD und Grüne"


@pytest.mark.parametrize(
    ("written", "vote", "words"),
    [
        ("einstimmig", Abstimmung(einmut=Einmut.EINSTIMMIG), "einstimmig"),
        ("mehrheitlich", Abstimmung(einmut=Einmut.MEHRHEITLICH), "mehrheitlich"),
        ("{ja: 7, nein: 6}", Abstimmung(7, 6), "7 Ja, 6 Nein"),
        (
            "{ja: 7, nein: 6, enthaltung: 1}",
            Abstimmung(7, 6, 1),
            "7 Ja, 6 Nein, 1 Enthaltung",
        ),
        (
            f"{{ja: 7, nein: 6, enthaltung: 0, dafuer: {ALONE}, dagegen: CDU}}",
            Abstimmung(7, 6, dafuer=ALONE, dagegen="CDU"),
            "7 Ja, 6 Nein; dafür: SPD und Grüne, dagegen: CDU",
        ),
        (
            "{wort: mehrheitlich, dagegen: AfD}",
            Abstimmung(einmut=Einmut.MEHRHEITLICH, dagegen="AfD"),
            "mehrheitlich; dagegen: AfD",
        ),
        (f"{{dafuer: {ALONE}}}", Abstimmung(dafuer=ALONE), "dafür: SPD und Grüne"),
    ],
)
def test_every_form_of_a_vote(tmp_path: Path, written: str, vote: Abstimmung, words: str) -> None:
    found, told = decision(tmp_path, f"abstimmung: {written}")
    assert told == []
    assert found.abstimmung == vote
    assert found.steps()[0].abstimmung == vote
    assert vote_text(found.abstimmung) == words


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("knapp", "„knapp“ steht nicht zur Wahl. Möglich sind: einstimmig, mehrheitlich."),
        ("{ja: 7}", "Der Schlüssel „nein“ fehlt."),
        ("{enthaltung: 2}", "Der Schlüssel „ja“ fehlt."),
        ("{ja: 3, nein: 9}", "Mit 3 Ja und 9 Nein ist nichts beschlossen. Bitte prüfen."),
        ("{ja: 3, nein: 3}", "Mit 3 Ja und 3 Nein ist nichts beschlossen. Bitte prüfen."),
        ("{ja: sieben, nein: 3}", "„sieben“ ist keine ganze Zahl."),
        ("[einstimmig]", "„abstimmung“"),
    ],
)
def test_a_vote_that_cannot_be(tmp_path: Path, written: str, sentence: str) -> None:
    _, told = decision(tmp_path, f"abstimmung: {written}")
    assert any(sentence in one for one in told), told


def test_a_disputed_vote_proves_nothing(tmp_path: Path) -> None:
    found, told = decision(tmp_path, "abstimmung: {ja: 31, nein: 30}", "ungeklaert")
    assert told == []
    assert found.stand().value == "ungeklaert"


# --- Stances --------------------------------------------------------------------------------------


def test_a_stance_is_told_in_words(tmp_path: Path) -> None:
    found, told = suggestion(tmp_path, "haltung: Alle Kommunen sind dafür.")
    assert told == []
    assert (found.haltung, found.haltung_text) == ((), "Alle Kommunen sind dafür.")


def test_stances_are_told_one_by_one(tmp_path: Path) -> None:
    head = (
        "haltung:\n"
        "  - {kommune: nordort, datum: Herbst 2025, haltung: zustimmend, text: Gern.}\n"
        "  - {kommune: mitte, datum: 2025, haltung: ablehnend, quelle: [a, b]}\n"
        "quellen:\n  - {kuerzel: a, name: Eine Zeitung}\n  - {kuerzel: b, name: Ein Brief}"
    )
    found, told = suggestion(tmp_path, head)
    assert told == []
    assert found.haltung_text == ""
    assert [stance_of(one) for one in found.haltung] == [
        ("nordort", "Herbst 2025", Meinung.ZUSTIMMEND, "Gern.", ()),
        ("mitte", "2025", Meinung.ABLEHNEND, "", ("a", "b")),
    ]


def stance_of(one: Haltung) -> tuple[str, str, Meinung, str, tuple[str, ...]]:
    """Return what a stance says."""
    return one.kommune.key.name, format_date(one.datum), one.meinung, one.text, one.belege


# --- Seasons --------------------------------------------------------------------------------------

SPRING, SUMMER, AUTUMN = (PartialDate(2023, season=number) for number in (21, 22, 23))


@pytest.mark.parametrize(
    ("day", "first", "last", "iso", "words"),
    [
        (SPRING, date(2023, 3, 1), date(2023, 5, 31), "2023-21", "im Frühjahr 2023"),
        (SUMMER, date(2023, 6, 1), date(2023, 8, 31), "2023-22", "im Sommer 2023"),
        (AUTUMN, date(2023, 9, 1), date(2023, 11, 30), "2023-23", "im Herbst 2023"),
        (PartialDate(2024, 2), date(2024, 2, 1), date(2024, 2, 29), "2024-02", "im Februar 2024"),
        (PartialDate(2023), date(2023, 1, 1), date(2023, 12, 31), "2023", "2023"),
    ],
)
def test_from_when_to_when_a_date_may_be(
    day: PartialDate, first: date, last: date, iso: str, words: str
) -> None:
    assert (day.earliest(), day.latest()) == (first, last)
    assert (day.isoformat(), when(day)) == (iso, words)


def test_seasons_stand_between_the_months(tmp_path: Path) -> None:
    days = [
        *(PartialDate(2023, 5, 31), SPRING, PartialDate(2023, 6)),
        *(SUMMER, PartialDate(2023, 9), AUTUMN, PartialDate(2023, 12, 1), PartialDate(2023)),
    ]
    assert sorted(days, key=lambda one: (one.latest(), -one.earliest().toordinal())) == days
    steps = "".join(
        f"\n  - {{datum: {day}, schritt: bericht, text: Eine Nachricht.}}"
        for day in ("2025-10", "Herbst 2025", "2025-12-01", "2025")
    )
    _, told = decision(tmp_path, f"verlauf:{steps}")
    assert told == []


@pytest.mark.parametrize("season", ["Frühjahr", "Sommer", "Herbst"])
def test_a_season_is_read_and_told_as_it_was_written(tmp_path: Path, season: str) -> None:
    found, told = suggestion(tmp_path, day=f"{season} 2025")
    assert told == []
    assert format_date(found.datum) == f"{season} 2025"
    assert found.verlauf[0].datum == found.datum


@pytest.mark.parametrize(
    "written", ["Winter 2023", "Herbst", "Herbst 23", "herbst 2023", "2023/24"]
)
def test_nothing_vaguer_is_a_date(tmp_path: Path, written: str) -> None:
    _, told = suggestion(tmp_path, day=written)
    assert len(told) == 2
    assert all(one.startswith(f"„{written}“ ist kein Datum.") for one in told)


# --- What comes next ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("{was: Start}", "Ohne Frist"),
        ("{was: Start, bis: 2026-12-03}", "Bis 3.\u00a0Dezember 2026"),
        ("{was: Start, bis: 2026-12}", "Bis Dezember 2026"),
        ("{was: Start, bis: Herbst 2026}", "Bis Herbst 2026"),
        ("{was: Start, bis: 2026, wer: Bauamt, quelle: a}", "Bis Ende 2026"),
    ],
)
def test_a_next_step_is_due_as_far_as_it_is_known(tmp_path: Path, written: str, limit: str) -> None:
    head = f"naechster_schritt: {written}\nquellen:\n  - {{kuerzel: a, name: Eine Zeitung}}"
    found, told = decision(tmp_path, head)
    assert told == []
    assert found.naechster_schritt and found.naechster_schritt.was == "Start"
    assert limit_of(found.naechster_schritt) == limit


def test_without_a_next_step_it_says_so(tmp_path: Path) -> None:
    found, told = decision(tmp_path, "")
    assert told == []
    assert found.naechster_schritt is None
    assert limit_of(None) == "Nächster Schritt nicht bekannt"


@pytest.mark.parametrize(
    ("bis", "day", "is_over"),
    [
        (PartialDate(2026), date(2026, 12, 31), False),
        (PartialDate(2026), date(2027, 1, 1), True),
        (AUTUMN, date(2023, 11, 30), False),
        (AUTUMN, date(2023, 12, 1), True),
        (PartialDate(2023, 2), date(2023, 3, 1), True),
        (PartialDate(2023, 2, 3), date(2023, 2, 3), False),
        (None, date(2099, 1, 1), False),
    ],
)
def test_a_limit_is_over_when_it_is_over_for_sure(
    tmp_path: Path, bis: PartialDate | None, day: date, is_over: bool
) -> None:
    found, _ = suggestion(tmp_path)
    step = NaechsterSchritt("Start", found.place, bis)
    assert step.is_overdue(day) is is_over
    assert bis is None or until(bis).startswith("bis ")


@pytest.mark.parametrize("key", ["stand", "status"])
def test_a_state_is_never_typed(tmp_path: Path, key: str) -> None:
    for told in (
        decision(tmp_path / "beschluss", f"{key}: beschlossen")[1],
        suggestion(tmp_path / "anregung", f"{key}: offen")[1],
    ):
        assert told == [
            f"„{key}“ wird nicht eingetragen: Der Stand ergibt sich aus dem letzten Schritt in "
            "„verlauf“. Bitte die Zeile streichen und den Schritt ergänzen. "
            "(unbekannter-schluessel)"
        ]
