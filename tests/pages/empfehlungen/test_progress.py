"""The way of a recommendation: its dots, its state in words, how long it has been silent."""

from datetime import date

import pytest

from fokusbericht.model.base import Key, Kind, PartialDate, Text
from fokusbericht.model.lives import Ergebnis, Schritt, Verlaufsschritt
from fokusbericht.model.recommendations import Art, Handlungsempfehlung
from fokusbericht.problems import Place
from fokusbericht.words.phrases import empfehlungen, listing, silence, since, span, when
from fokusbericht.words.progress import state_of, way_of

PLACE = Place("content/handlungsempfehlungen/2022-01-test.md")
START = (PartialDate(2022, 3), Schritt.VORGESCHLAGEN)
Step = tuple[PartialDate, Schritt] | tuple[PartialDate, Schritt, Ergebnis]


def recommendation(*steps: Step) -> Handlungsempfehlung:
    """Return a recommendation that went these steps."""
    return Handlungsempfehlung(
        key=Key(Kind.EMPFEHLUNG, "2022-01"),
        place=PLACE,
        titel="Test",
        kurz="Test.",
        geaendert=date(2026, 1, 1),
        body=Text("", PLACE),
        jahr=2022,
        art=Art.HANDLUNGSEMPFEHLUNG,
        verlauf=tuple(
            Verlaufsschritt(step[0], step[1], "Text.", PLACE, step[2] if len(step) > 2 else None)
            for step in steps
        ),
    )


def dots(*steps: Step) -> list[str]:
    """Return the states of the six dots."""
    return [dot.state for dot in way_of(recommendation(*steps))]


def test_a_new_one_stands_at_the_first_dot() -> None:
    assert dots(START) == ["current", "open", "open", "open", "open", "open"]


def test_steps_that_nobody_recorded_are_no_steps_done() -> None:
    way = dots(START, (PartialDate(2023), Schritt.IN_UMSETZUNG))
    assert way == ["done", "skipped", "skipped", "skipped", "current", "open"]


def test_a_refusal_ends_the_way() -> None:
    way = dots(START, (PartialDate(2023), Schritt.KREISTAG, Ergebnis.ABGELEHNT))
    assert way == ["done", "skipped", "skipped", "bad", "skipped", "skipped"]


def test_a_good_end_is_told_from_a_bad_one() -> None:
    assert dots(START, (PartialDate(2023), Schritt.UMGESETZT))[-1] == "good"
    assert dots(START, (PartialDate(2023), Schritt.EINGESTELLT))[-1] == "bad"


def test_a_step_back_opens_the_dots_behind_it() -> None:
    way = way_of(
        recommendation(
            START,
            (PartialDate(2023, 1), Schritt.KREISTAG, Ergebnis.VERTAGT),
            (PartialDate(2023, 5), Schritt.AUSSCHUSS),
        )
    )
    assert [(dot.state, dot.date) for dot in way[2:4]] == [("current", "Mai 2023"), ("open", "")]


def test_the_state_counts_from_its_first_step() -> None:
    running = Schritt.IN_UMSETZUNG
    assert state_of(recommendation(START)) == "vorgeschlagen im März 2022"
    assert (
        state_of(recommendation(START, (PartialDate(2023), running), (PartialDate(2024), running)))
        == "in Umsetzung seit 2023"
    )


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (11, ""),
        (12, "seit 12 Monaten ohne Nachricht"),
        (35, "seit 35 Monaten ohne Nachricht"),
        (36, "seit 3 Jahren ohne Nachricht"),
        (47, "seit mehr als 3 Jahren ohne Nachricht"),
    ],
)
def test_silence(months: int, words: str) -> None:
    assert silence(months) == words


def test_dates_and_counts_in_sentences() -> None:
    day = PartialDate(2016, 11, 16)
    assert when(day) == "am 16.\u00a0November 2016"
    assert since(day) == "seit dem 16.\u00a0November 2016"
    assert when(PartialDate(2016)) == "2016"
    assert span(PartialDate(2014), PartialDate(2016)) == "2014 bis 2016"
    assert span(None, None) == ""
    assert [empfehlungen(number) for number in (0, 1, 2)] == [
        "Keine Empfehlungen",
        "Eine Empfehlung",
        "2 Empfehlungen",
    ]
    assert listing(["A", "B", "C"]) == "A, B und C"
    assert listing([]) == ""
