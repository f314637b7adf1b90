"""The start page: the map with its sentence, what is followed, the report, the fields."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from support import loaded, replaced, small_county, told, with_examples

from fokusbericht.model.lives import ENDED
from fokusbericht.model.report import Report
from fokusbericht.pages.start import start
from fokusbericht.pages.start.map import year_figure
from fokusbericht.pages.start.matters import Matters, last_decisions, matters_of
from fokusbericht.pages.start.newest import newest_report
from fokusbericht.pages.start.news import last_news
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
    beside = html.partition('class="orte-alle')[2].partition("</ul>")[0]
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
    assert figure.source == "Kreis Muster, erfundene Zahlen · Stand: 31.\u00a0Dezember 2025"
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


def matters(report: Report) -> Matters:
    """Return what the start page says of what is followed."""
    found = matters_of(report)
    assert found is not None
    return found


def word(number: int) -> str:
    """Return a number as sentences have it."""
    return counted(number, "", "").strip()


def test_ways_are_told_in_a_sentence(report: Report) -> None:
    ones = report.empfehlungen.values()
    done = sum(one.stand().value == "umgesetzt" for one in ones)
    day = report.kreis.stichtag
    silent = sum(one.silent_months(day) >= 12 and one.stand() not in ENDED for one in ones)
    assert matters(report).sentence == (
        f"Von {len(ones)} Empfehlungen sind {word(done)} als "
        f"umgesetzt bekannt; um {word(silent)} ist es seit einem Jahr oder länger still."
    )


def test_what_is_followed_stands_in_three_short_lists(report: Report) -> None:
    columns = matters(report).columns
    assert [(one.title, len(one.rows)) for one in columns] == [
        ("Zuletzt entschieden", 3),
        ("Frist vorbei oder nah", 3),
        ("Still geworden", 3),
    ]
    decided, due, silent = (one.rows[0] for one in columns)
    assert (decided.when, decided.link.title, decided.note) == (
        "24.\u00a0Juni 2026 · Kreistag, Ergebnis nicht geklärt",
        "Fortsetzung des Anrufbusses, Ergebnis strittig",
        "",
    )
    assert (due.when, due.link.title, due.note) == (
        "Bis März 2024 · seit mehr als 2 Jahren vorbei",
        "Mehr Schulsozialarbeit an den beruflichen Schulen",
        "Die Vorlage wird beraten.",
    )
    assert (silent.when, silent.link.title, silent.note) == (
        "Seit mehr als 6 Jahren ohne Nachricht",
        "Tablet-Sprechstunden im Dorfgemeinschaftshaus",
        "Zuletzt: Vorgeschlagen, Februar 2020",
    )


def test_what_is_decided_and_not_begun_is_one_link_away(report: Report) -> None:
    assert [(one.title, one.href) for one in matters(report).links] == [
        ("Alle Vorgänge mit Fristen", "/umsetzung/"),
        ("Beschlossen, Anfang nicht belegt (4)", "/umsetzung/#nicht-begonnen"),
        ("Alle Beschlüsse", "/beschluesse/"),
    ]


def test_the_newest_decision_comes_first(report: Report) -> None:
    days = [one.datum.latest() for one in last_decisions(report)]
    assert days == sorted(days, reverse=True)
    assert days[0] == max(one.datum.latest() for one in report.beschluesse.values())


def test_nothing_that_is_made_up_is_listed_or_counted(report: Report) -> None:
    changed = with_examples(report, 2025)
    told = [row.link for column in matters(changed).columns for row in column.rows]
    assert not any(link.is_example for link in told)
    real = sum(one.jahr != 2025 for one in report.empfehlungen.values())
    assert matters(changed).sentence.startswith(f"Von {real} Empfehlungen ")


def test_where_nothing_is_followed_the_section_is_not_there(report: Report) -> None:
    assert matters_of(replace(report, empfehlungen={}, beschluesse={}, anregungen={})) is None


def test_the_newest_report_says_what_it_finds(report: Report) -> None:
    found = newest_report(report)
    assert found is not None
    assert (found.link.title, found.link.href) == ("Fokus 2025", "/fokus/2025/")
    assert found.text == "Zwei Ziele, acht Empfehlungen und eine Insel."
    assert [(one.title, one.href) for one in found.findings] == [
        (
            "Der Kreis wächst, aber nicht überall",
            "/fokus/2025/#der-kreis-waechst-aber-nicht-ueberall",
        ),
        ("Wohnungen werden knapp und teuer", "/fokus/2025/#wohnungen-werden-knapp-und-teuer"),
        ("Mehr Pflege, weniger Praxen", "/fokus/2025/#mehr-pflege-weniger-praxen"),
        ("Der Start gelingt öfter", "/fokus/2025/#der-start-gelingt-oefter"),
    ]
    assert newest_report(replace(report, berichte={})) is None


def test_a_report_that_is_made_up_is_not_the_newest(report: Report) -> None:
    newest = max(report.berichte.values(), key=lambda one: one.jahr)
    made_up = {**report.berichte, newest.key.name: replace(newest, beispiel=True)}
    found = newest_report(replace(report, berichte=made_up))
    assert found is not None
    assert found.link.title == "Fokus 2024"


def test_news_come_newest_first(report: Report) -> None:
    newest = max(one.datum.latest() for one in report.aktuelles.values())
    links = last_news(report)
    assert len(links) == 3
    assert report.aktuelles[links[0].href.split("/")[2]].datum.latest() == newest


def test_the_figure_says_its_own_year(html: str) -> None:
    assert '<h2 id="eine-zahl" class="dachzeile">Eine Zahl, Stand 2025</h2>' in html


def test_doors_that_stand_in_the_menu_are_not_doubled(html: str) -> None:
    doors = html.partition('id="tueren"')[2].partition("</ul>")[0]
    assert re.findall(r">([^<]+)</a>", doors) == [
        *("Demographie und Finanzen", "Aktuelles", "Grundlagen", "Film"),
        *("Fokusgruppen", "Leichte Sprache"),
    ]


def test_the_map_is_heard_once(html: str) -> None:
    sentence = html.partition('<p class="kernsatz">')[2].partition("</p>")[0]
    assert "45,7" in sentence
    assert html.count(sentence) == 1


def test_a_small_county_shows_what_it_has_and_no_empty_section(tmp_path: Path) -> None:
    report, problems = loaded(small_county(tmp_path))
    assert problems == []
    (output,) = start.plan(report)
    page = output.make().decode().replace("\u00ad", "")
    assert re.findall(r"<h[23][^>]*>(?:<a [^>]*>)?([^<]+)<", page) == [
        *("Auch hier zu finden", "Was beschlossen ist und was daraus wurde"),
        *("Zuletzt entschieden", "Fokus 2021", "Handlungsfelder", "Was ist neu?"),
    ]
    assert "<li></li>" not in page and "eine-zahl" not in page
