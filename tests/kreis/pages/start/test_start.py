"""The start page: the map's links, the figure of the year, what is new, what waits longest."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from support import loaded, replaced, small_county, told

from fokusbericht.model.report import Report
from fokusbericht.pages.planung.state_of_affairs import progress_of, recent, waiting
from fokusbericht.pages.start import start
from fokusbericht.pages.start.map import year_figure
from fokusbericht.pages.start.news import news_columns

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
        ("Kreis Pinneberg", "2,2\u202f%", 51.2),
        ("Schleswig-Holstein", "2,7\u202f%", 62.8),
        ("Deutschland", "4,3\u202f%", 100.0),
    ]
    assert figure.source.startswith("2025 · Kreis Pinneberg, Pressemitteilung")
    assert figure.link.href == "/sozialbericht/leerstand-fokus/"


def test_without_its_sentence_the_figure_says_what_its_indicator_says(report: Report) -> None:
    assert report.kreis.zahl_des_jahres is not None
    silent = replace(report.kreis, zahl_des_jahres=replace(report.kreis.zahl_des_jahres, satz=""))
    figure = year_figure(replace(report, kreis=silent))
    assert figure is not None
    assert figure.sentence == report.indikatoren["leerstand-fokus"].kurz


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
    assert "Von zwei Empfehlungen ist keine umgesetzt; um zwei ist es seit einem Jahr" in page


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
    notes = [link.note for link in figures.links]
    assert "96.800\u202fPersonen (2025), zuvor 95.700 (2024)" in notes


def test_no_figure_is_compared_across_a_break(report: Report) -> None:
    # Of the population by the reports, 2022 lies before the break of 2023: 2023 and 2025 remain.
    notes = {link.title: link.note for link in news_columns(report)[2].links}
    assert notes["Bevölkerung (Fokus)"].endswith(", zuvor 323.762 (2023)")


def test_the_last_news_comes_first_real_and_made_up(report: Report) -> None:
    chosen = recent(report)
    days = [one.verlauf[-1].datum.latest() for one in chosen]
    assert days == sorted(days, reverse=True)
    assert sum(one.beispiel for one in chosen) == len(chosen) // 2 == 2


def test_what_waits_longest_comes_first(report: Report) -> None:
    stichtag = report.kreis.stichtag
    found = waiting(report)
    months = [one.silent_months(stichtag) for one in found]
    assert months == sorted(months, reverse=True)
    real = [one for one in report.empfehlungen.values() if not one.beispiel]
    longest = max(one.silent_months(stichtag) for one in real)
    assert next(one.silent_months(stichtag) for one in found if not one.beispiel) == longest
    assert sum(one.beispiel for one in found) == 3


def test_states_add_up_and_lead_to_their_lists(report: Report) -> None:
    progress = progress_of(report)
    assert progress is not None
    assert sum(one.count for one in progress.states) == len(report.empfehlungen)
    assert sum(one.width for one in progress.states) == pytest.approx(100, abs=0.1)
    assert progress.states[0].link.href == "/handlungsempfehlungen/stand/vorgeschlagen/"
    assert progress.states[-1].name == "eingestellt"


def test_without_examples_nothing_is_called_made_up(report: Report) -> None:
    real = {name: one for name, one in report.empfehlungen.items() if not one.beispiel}
    progress = progress_of(replace(report, empfehlungen=real))
    assert progress is not None
    assert progress.examples == ""
    assert progress_of(replace(report, empfehlungen={})) is None
