"""The start page: the map's links, the figure of the year, what is new, what waits longest."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from support import loaded, replaced, small_county, told, with_examples

from fokusbericht.model.figures import Bruch
from fokusbericht.model.lives import ENDED
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.state_of_affairs import progress_of, recent, waiting
from fokusbericht.pages.start import start
from fokusbericht.pages.start.map import year_figure
from fokusbericht.pages.start.news import news_columns
from fokusbericht.words.german import counted

CHOSEN = "startkarte: leerstand\nzahl_des_jahres: {indikator: leerstand, satz: Fast alles voll.}"


@pytest.fixture(scope="module")
def html(report: Report) -> str:
    """Return the start page."""
    (output,) = start.plan(report)
    return output.make().decode()


def test_the_map_leads_to_each_kommune_without_a_tab_stop(report: Report, html: str) -> None:
    links = re.findall(r'<a href="([^"]+)" tabindex="-1"><title>', html)
    assert sorted(links) == sorted(
        f"kommunen/{one.key.name}/" for one in report.geografie.kommunen.values()
    )
    beside = html.partition('id="ortswahl-alle"')[2].partition("</ul>")[0]
    assert sorted(re.findall(r'<a href="([^"]+)">', beside)) == sorted(links)


def test_the_figure_of_the_year_is_measured_by_land_and_bund(report: Report) -> None:
    figure = year_figure(report)
    assert figure is not None
    assert (figure.year, figure.value) == (2025, "2,2\u202f%")
    assert [(one.name, one.value, one.bar) for one in figure.compared] == [
        ("Kreis Muster", "2,2\u202f%", 65.9),
        ("Musterland", "2,9\u202f%", 85.3),
        ("Großmusterland", "3,4\u202f%", 100.0),
    ]
    assert figure.source.startswith("2025 · Kreis Muster, erfundene Zahlen")
    assert figure.link.href == "/sozialbericht/leerstandsquote/"


def test_without_its_sentence_the_figure_says_what_its_indicator_says(report: Report) -> None:
    assert report.kreis.zahl_des_jahres is not None
    silent = replace(report.kreis, zahl_des_jahres=replace(report.kreis.zahl_des_jahres, satz=""))
    figure = year_figure(replace(report, kreis=silent))
    assert figure is not None
    assert figure.sentence == report.indikatoren["leerstandsquote"].kurz


def test_without_a_choice_there_is_no_figure_of_the_year(report: Report) -> None:
    assert year_figure(replace(report, kreis=replace(report.kreis, zahl_des_jahres=None))) is None


def test_a_figure_of_the_year_that_is_not_there_is_told(tmp_path: Path) -> None:
    wrong = CHOSEN.replace("indikator: leerstand,", "indikator: leerstnad,")
    root = small_county(tmp_path, replaced("content/kreis.yml", "startkarte: leerstand", wrong))
    (problem,) = told(root)
    assert problem.startswith("content/kreis.yml:19:30: ")
    assert "„leerstnad“" in problem


def test_the_small_county_shows_the_sentence_of_its_editors(tmp_path: Path) -> None:
    root = small_county(tmp_path, replaced("content/kreis.yml", "startkarte: leerstand", CHOSEN))
    report, problems = loaded(root)
    assert problems == []
    (output,) = start.plan(report)
    page = output.make().decode()
    assert '<p class="kernsatz">Fast alles voll.</p>' in page
    # One of two is made up, and of a single one there is nothing to count.
    assert "als umgesetzt bekannt" not in page


def word(number: int) -> str:
    """Return a number as sentences have it."""
    return counted(number, "", "").strip()


def test_ways_are_told_in_a_sentence(report: Report) -> None:
    progress = progress_of(report)
    assert progress is not None
    stands = Counter(one.stand().value for one in report.empfehlungen.values())
    day, done = report.kreis.stichtag, stands["umgesetzt"]
    silent = [
        one
        for one in report.empfehlungen.values()
        if one.silent_months(day) >= 12 and one.stand() not in ENDED
    ]
    assert progress.sentence == (
        f"Von {len(report.empfehlungen)} Empfehlungen sind {word(done)} als "
        f"umgesetzt bekannt; um {word(len(silent))} ist es seit einem Jahr oder länger still."
    )


def test_what_is_new_comes_newest_first(report: Report) -> None:
    news, decisions, figures = news_columns(report)
    assert [column.title for column in (news, decisions, figures)] == [
        "Nachrichten",
        "Beschlüsse",
        "Zahlen",
    ]
    newest = max(one.datum.latest() for one in report.beschluesse.values())
    name = decisions.links[0].href.split("/")[2]
    assert report.beschluesse[name].datum.latest() == newest
    notes = {link.title: link.note for link in figures.links}
    assert notes["Angebotsmiete"] == "11,42\u202f€ je m² (2025), zuvor 10,97 (2024)"


def test_no_figure_is_compared_across_a_break(report: Report) -> None:
    rent = report.indikatoren["angebotsmiete"]
    broken = replace(rent, brueche=(Bruch(2025, "neu gezählt"),))
    cut = replace(report, indikatoren={**report.indikatoren, "angebotsmiete": broken})
    assert "Angebotsmiete" in {link.title for link in news_columns(report)[2].links}
    assert "Angebotsmiete" not in {link.title for link in news_columns(cut)[2].links}


def test_the_last_news_comes_first_and_none_is_made_up(report: Report) -> None:
    chosen = recent(report)
    days = [one.verlauf[-1].datum.latest() for one in chosen]
    assert len(days) == 3 and days == sorted(days, reverse=True)
    assert days[0] == max(one.verlauf[-1].datum.latest() for one in report.empfehlungen.values())
    without = recent(with_examples(report, chosen[0].jahr))
    assert chosen[0] not in without and not any(one.beispiel for one in without)


def test_what_waits_longest_comes_first(report: Report) -> None:
    stichtag = report.kreis.stichtag
    found = waiting(report)
    months = [one.silent_months(stichtag) for one in found]
    assert months == sorted(months, reverse=True)
    assert months[0] == max(one.silent_months(stichtag) for one in report.empfehlungen.values())
    without = waiting(with_examples(report, found[0].jahr))
    assert found[0] not in without and not any(one.beispiel for one in without)


def test_states_add_up_and_lead_to_their_lists(report: Report) -> None:
    progress = progress_of(report)
    assert progress is not None
    assert sum(one.count for one in progress.states) == len(report.empfehlungen)
    assert sum(one.width for one in progress.states) == pytest.approx(100, abs=0.1)
    assert progress.states[0].link.href == "/handlungsempfehlungen/stand/vorgeschlagen/"
    assert [one.name for one in progress.states] == [
        *("vorgeschlagen", "eingeschaetzt", "in-beratung", "vertagt", "ungeklaert", "beschlossen"),
        *("in-umsetzung", "ausgesetzt", "umgesetzt", "abgelehnt", "eingestellt", "aufgehoben"),
    ]


def test_what_is_made_up_is_not_counted(report: Report) -> None:
    real = [one for one in report.empfehlungen.values() if one.jahr != 2025]
    progress = progress_of(with_examples(report, 2025))
    assert progress is not None
    assert sum(one.count for one in progress.states) == len(real)
    assert progress.all.title == f"Alle {len(real)} Empfehlungen"
    assert progress_of(replace(report, empfehlungen={})) is None
