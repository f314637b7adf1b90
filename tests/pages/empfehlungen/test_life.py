"""The life of a recommendation: what went by between its steps, the vote, and when it ended."""

from dataclasses import replace
from pathlib import Path

import pytest
from support import replaced, small_county

from fokusbericht.charts.drawn.lifeline import Lifeline, Moment, lifeline_svg, staircase
from fokusbericht.load import load_report
from fokusbericht.model.base import PartialDate
from fokusbericht.model.lives import Abstimmung, Einmut
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.life import life_of
from fokusbericht.site import plan_site
from fokusbericht.words.phrases import gap
from fokusbericht.words.votes import vote_text

OWN = "handlungsempfehlungen/2021-01/index.html"
DECISION = "beschluesse/2021-09-15-leerstand/index.html"
GAPS = (
    ("2018-02", "2018-05", "dazwischen 3 Monate"),
    ("2018-05", "2018-06", "dazwischen 1 Monat"),
    ("2018-05", "2018-05", "im selben Monat"),
    ("2018-05", "2018-05-20", "im selben Monat"),
    ("2018-05-02", "2018-05-20", "dazwischen 18 Tage"),
    ("2018-05-31", "2018-06-01", "dazwischen 1 Tag"),
    ("2018-05-31", "2018-12-01", "dazwischen 6 Monate"),
    ("2017-11", "2023-09", "dazwischen 5 Jahre und 10 Monate"),
    ("2019-03", "2021-03", "dazwischen 2 Jahre"),
    # What is only known to the year is not told to the month.
    ("2022", "2022", "im selben Jahr"),
    ("2022", "2022-11", "im selben Jahr"),
    ("2022", "2023-03", "dazwischen 3 bis 14 Monate"),
    ("2022", "2023", "dazwischen 1 bis 23 Monate"),
    ("2022", "2025", "dazwischen etwa 2 bis 4 Jahre"),
)


def day(text: str) -> PartialDate:
    """Return a date as it is written."""
    return PartialDate(*(int(part) for part in text.split("-")))


@pytest.mark.parametrize("before, after, words", GAPS)
def test_the_time_between_two_steps(before: str, after: str, words: str) -> None:
    assert gap(day(before), day(after)) == words


def test_a_refusal_ends_the_life(report: Report) -> None:
    life = life_of(report, report.empfehlungen["2019-06"])
    assert [step.wait for step in life.steps] == [
        "",
        *("dazwischen 3 Monate", "dazwischen 5 Monate"),
        *("dazwischen 2 Monate", "dazwischen 2 Monate"),
    ]
    assert (life.rest, life.has_ended, life.is_silent) == ("Damit endet der Weg.", True, False)
    assert life.steps[-1].sign == "schlecht"
    assert life.summary == (
        "Vom ersten Schritt bis zur Entscheidung des Kreistages vergingen 12 Monate."
    )


def test_silence_is_counted_to_the_day_of_the_report(report: Report) -> None:
    life = life_of(report, report.empfehlungen["2021-01"])
    assert life.rest == "Seit 23 Monaten ohne Nachricht, gezählt bis zum 1.\xa0November 2026."
    assert life.picture and life.picture.silence == "seit 23 Monaten ohne Nachricht"
    assert life.picture.end == life.picture.today == pytest.approx(2026.83, abs=0.01)


def test_a_year_is_a_span(report: Report) -> None:
    one = report.empfehlungen["2019-05"]
    (step,) = one.verlauf
    life = life_of(report, replace(one, verlauf=(replace(step, datum=PartialDate(2019)),)))
    assert [step.is_span for step in life.steps] == [True]
    assert life.picture and (life.picture.moments[0].start, life.picture.moments[0].end) == (
        2019,
        2020,
    )
    assert '<rect class="spanne"' in lifeline_svg(life.picture)


def test_a_season_is_a_span(report: Report) -> None:
    life = life_of(report, report.empfehlungen["2022-01"])
    assert [step.is_span for step in life.steps] == [False, False, True, False]
    assert life.picture
    spring = life.picture.moments[2]
    assert (spring.start, spring.end) == pytest.approx(
        (2023 + 59 / 365, 2023 + 151 / 365), abs=0.01
    )


def test_what_has_ended_is_drawn_to_its_end_only() -> None:
    ended = Lifeline("a", "Weg", "", (Moment("Vorschlag", 2020, 2020.1),), 2026.5, "", True)
    silent = Lifeline(
        "a", "Weg", "", (Moment("Vorschlag", 2020, 2020.1),), 2026.5, "seit 6 Jahren", False
    )
    assert (ended.end, silent.end) == (2020.1, 2026.5)
    assert "still-strich" in lifeline_svg(silent) and ">seit 6 Jahren<" in lifeline_svg(silent)
    assert "still-strich" not in lifeline_svg(ended) and "heute" not in lifeline_svg(ended)


def test_no_pole_runs_through_a_label() -> None:
    assert staircase([0, 10, 20, 200], [50, 50, 50, 50]) == [2, 1, 0, 0]
    assert staircase([0, 100], [50, 50]) == [0, 0]


def test_votes_in_words() -> None:
    assert vote_text(Abstimmung(einmut=Einmut.EINSTIMMIG)) == "einstimmig"
    assert vote_text(Abstimmung(38, 14, 1)) == "38 Ja, 14 Nein, 1 Enthaltung"
    assert vote_text(Abstimmung(38, 14)) == "38 Ja, 14 Nein"
    assert vote_text(None) == ""


def pages_of(root: Path) -> dict[str, str]:
    """Return the pages of the small county's recommendation and its decision."""
    outputs, problems = plan_site(load_report(root)[0])
    assert problems == []
    return {one.path: one.make().decode() for one in outputs if one.path in (OWN, DECISION)}


def test_a_vote_and_the_paper_are_on_both_pages(tmp_path: Path) -> None:
    name = "content/beschluesse/2021-09-15-leerstand.md"
    paper = "https://kreis-klein.example/vorlage/7"
    told = f"ergebnis: beschlossen\nvorlage: 2021/7\nvorlage_url: {paper}\n"
    told += f"url: {paper}/niederschrift\nabstimmung: {{ja: 30, nein: 2, enthaltung: 1}}"
    pages = pages_of(small_county(tmp_path, replaced(name, "ergebnis: beschlossen", told)))
    assert "Abstimmung: 30 Ja, 2 Nein, 1 Enthaltung." in pages[OWN]
    for page in pages.values():
        assert "<dt>Abstimmung</dt><dd>30 Ja, 2 Nein, 1 Enthaltung</dd>" in page
    assert f'<a href="{paper}">2021/7</a>' in pages[DECISION]
    assert f'<a href="{paper}/niederschrift">' in pages[DECISION]


def test_what_is_not_known_is_said(tmp_path: Path) -> None:
    own = pages_of(small_county(tmp_path))[OWN]
    for sentence in (
        "Zu den Kosten ist hier nichts verzeichnet.",
        "Eine Haltung der Kommunen ist hier nicht verzeichnet.",
        "Wie abgestimmt wurde, ist hier nicht verzeichnet.",
        "<dt>Zuständig</dt><dd>nicht verzeichnet</dd>",
    ):
        assert sentence in own
