"""The state after each kind of step and result, and how long nothing was heard."""

from datetime import date
from itertools import product

import pytest

from fokusbericht.model.base import Key, Kind, PartialDate, Ref, Text
from fokusbericht.model.lives import (
    SESSIONS,
    STAND_AFTER,
    STAND_WITH,
    Ergebnis,
    Schritt,
    Stand,
    Verlaufsschritt,
    stand_after,
)
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Anregung
from fokusbericht.problems import Place
from fokusbericht.words.names import ERGEBNISSE, SCHRITTE, STAENDE
from fokusbericht.words.progress import state_of

PLACE = Place("content/anregungen/test.md")
TODAY = date(2026, 11, 1)
SPRING = PartialDate(2026, 5, 1)
STATES = [
    (Schritt.VORGESCHLAGEN, None, "vorgeschlagen"),
    (Schritt.EINGESCHAETZT, None, "eingeschaetzt"),
    (Schritt.VORLAGE, None, "in-beratung"),
    (Schritt.AUSSCHUSS, None, "in-beratung"),
    (Schritt.KREISTAG, None, "in-beratung"),
    (Schritt.AUFTRAG, None, "beschlossen"),
    (Schritt.IN_UMSETZUNG, None, "in-umsetzung"),
    (Schritt.UMGESETZT, None, "umgesetzt"),
    (Schritt.AUSGESETZT, None, "ausgesetzt"),
    (Schritt.EINGESTELLT, None, "eingestellt"),
    (Schritt.AUFGEHOBEN, None, "aufgehoben"),
    *(
        (body, result, stand)
        for body in SESSIONS
        for result, stand in (
            (Ergebnis.BESCHLOSSEN, "beschlossen"),
            (Ergebnis.ABGELEHNT, "abgelehnt"),
            (Ergebnis.VERTAGT, "vertagt"),
            (Ergebnis.EMPFOHLEN, "in-beratung"),
            (Ergebnis.AUSGESETZT, "ausgesetzt"),
            (Ergebnis.UNGEKLAERT, "ungeklaert"),
        )
    ),
]


def step(
    schritt: Schritt, ergebnis: Ergebnis | None = None, datum: PartialDate = SPRING
) -> Verlaufsschritt:
    """Return a step."""
    return Verlaufsschritt(datum, schritt, "Text.", PLACE, ergebnis)


def suggestion(*steps: Verlaufsschritt) -> Anregung:
    """Return a suggestion with a life."""
    return Anregung(
        key=Key(Kind.ANREGUNG, "test"),
        place=PLACE,
        titel="Test",
        kurz="Test.",
        geaendert=TODAY,
        body=Text("", PLACE),
        datum=steps[0].datum,
        von="Beirat",
        verlauf=steps,
    )


def decision(ergebnis: Ergebnis, *steps: Verlaufsschritt) -> Beschluss:
    """Return a decision, and what came after it."""
    return Beschluss(
        key=Key(Kind.BESCHLUSS, "test"),
        place=PLACE,
        titel="Test",
        kurz="Test.",
        geaendert=TODAY,
        body=Text("", PLACE),
        gremium=Ref(Key(Kind.GREMIUM, "kreistag"), PLACE),
        datum=PartialDate(2025, 9, 1),
        ergebnis=ergebnis,
        verlauf=steps,
    )


@pytest.mark.parametrize(("schritt", "ergebnis", "stand"), STATES)
def test_the_state_after_each_step(schritt: Schritt, ergebnis: Ergebnis | None, stand: str) -> None:
    one = suggestion(step(Schritt.VORGESCHLAGEN), step(schritt, ergebnis))
    assert one.stand().value == stand
    assert state_of(one)


def test_the_table_tells_of_every_step_and_result() -> None:
    told = {(schritt, ergebnis) for schritt, ergebnis, _ in STATES}
    without_news = [one for one in Schritt if one is not Schritt.BERICHT]
    assert told == {*product(without_news, [None]), *product(SESSIONS, Ergebnis)}
    assert {*STAND_AFTER.values(), *STAND_WITH.values()} == set(Stand)


def test_every_word_has_a_name() -> None:
    assert SCHRITTE.keys() == set(Schritt)
    assert ERGEBNISSE.keys() == set(Ergebnis)
    assert STAENDE.keys() == set(Stand)


@pytest.mark.parametrize(("schritt", "ergebnis", "stand"), STATES)
def test_news_change_no_state(schritt: Schritt, ergebnis: Ergebnis | None, stand: str) -> None:
    news = step(Schritt.BERICHT, datum=PartialDate(2026, 10))
    assert news.stand() is None
    with_news = suggestion(step(schritt, ergebnis), news, news)
    assert with_news.stand().value == stand
    assert state_of(with_news) == state_of(suggestion(step(schritt, ergebnis)))


def test_nothing_but_news_is_still_talked_about() -> None:
    assert stand_after([step(Schritt.BERICHT)]) is Stand.IN_BERATUNG
    assert stand_after([]) is Stand.IN_BERATUNG


@pytest.mark.parametrize(("ergebnis", "stand"), STAND_WITH.items())
def test_a_decision_alone_has_the_state_of_its_result(ergebnis: Ergebnis, stand: Stand) -> None:
    assert decision(ergebnis).stand() is stand
    assert decision(ergebnis, step(Schritt.BERICHT)).stand() is stand
    assert decision(ergebnis, step(Schritt.UMGESETZT)).stand() is Stand.UMGESETZT


def test_news_break_the_silence() -> None:
    old = step(Schritt.IN_UMSETZUNG, datum=PartialDate(2024, 3, 1))
    news = step(Schritt.BERICHT, datum=PartialDate(2026, 10, 15))
    assert suggestion(old).silent_months(TODAY) == 32
    assert suggestion(old, news).silent_months(TODAY) == 0


@pytest.mark.parametrize(
    ("datum", "months"),
    [
        (PartialDate(2026, 11, 1), 0),
        (PartialDate(2026, 10, 2), 0),
        (PartialDate(2026, 10, 1), 1),
        (PartialDate(2025, 11, 1), 12),
        (PartialDate(2025, 11, 2), 11),
        (PartialDate(2025, 10), 12),
        (PartialDate(2025, season=23), 11),
        (PartialDate(2025), 10),
        (PartialDate(2027), 0),
    ],
)
def test_silence_is_counted_in_whole_months_and_never_too_long(
    datum: PartialDate, months: int
) -> None:
    assert suggestion(step(Schritt.VORGESCHLAGEN, datum=datum)).silent_months(TODAY) == months


@pytest.mark.parametrize("schritt", [Schritt.UMGESETZT, Schritt.EINGESTELLT, Schritt.AUFGEHOBEN])
def test_what_has_ended_is_not_silent(schritt: Schritt) -> None:
    assert suggestion(step(schritt, datum=PartialDate(2010))).silent_months(TODAY) == 0
    refused = step(Schritt.KREISTAG, Ergebnis.ABGELEHNT, PartialDate(2010))
    assert suggestion(refused).silent_months(TODAY) == 0
