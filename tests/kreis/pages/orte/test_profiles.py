"""Profiles: which way figures went, what stands out, which Kommunen are alike, in sentences."""

from dataclasses import replace

import pytest
from support import loaded, small_county

from fokusbericht.figures.change import Change, change_of
from fokusbericht.figures.profile import printed_text
from fokusbericht.figures.ranking import rank_text, room_rank
from fokusbericht.figures.similar import similar_kommunen
from fokusbericht.figures.standouts import county_standouts, kommune_standouts, room_standouts
from fokusbericht.model.figures import Bruch
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen

ELMSHORN, APPEN, HELGOLAND, ASPERN = "01056015", "01056001", "01056025", "01056017"


def test_change_names_its_shape_its_word_and_its_year(report: Report) -> None:
    people, vote = (messungen(report)[name] for name in ("bevoelkerung", "wahlbeteiligung"))
    assert change_of(people, ELMSHORN, 2023) == Change("▼", "gesunken seit 2022")
    assert change_of(vote, ELMSHORN, 2023) == Change("▲", "gestiegen seit 2018")


def test_change_is_that_of_the_shown_figures(report: Report) -> None:
    women = messungen(report)["frauenanteil"]
    assert change_of(women, HELGOLAND, 2023) == Change("=", "unverändert seit 2021")


def test_there_is_no_change_across_a_break_and_none_to_nothing(report: Report) -> None:
    found = messungen(report)
    vote = found["wahlbeteiligung"].indikator
    cut = replace(vote, brueche=(Bruch(2023, "anders gezählt"),))
    assert change_of(replace(found["wahlbeteiligung"], indikator=cut), ELMSHORN, 2023) is None
    assert change_of(found["wohnungen"], ELMSHORN, 2022) is None
    assert change_of(found["leerstandsquote"], ELMSHORN, 2022) is None


def test_what_stands_out_is_told_the_farthest_first(report: Report) -> None:
    found = kommune_standouts(report, HELGOLAND)
    assert found is not None
    first = found.items[0]
    assert found.sentence == (
        "Zehn von 22 verglichenen Zahlen fallen auf; hier stehen die sechs, "
        "die am weitesten abweichen."
    )
    assert (first.figure.title, first.words) == ("Wohnungen je 1.000 Menschen", "auffällig hoch")
    assert first.text == (
        "825\u202fWohnungen (2022) · Rang 1 von 49 · Kreis 496 · mittlere Hälfte 446 bis 485"
    )
    assert len(found.items) == 6


def test_it_is_said_when_nothing_stands_out(report: Report) -> None:
    found = kommune_standouts(report, APPEN)
    assert found is not None
    assert found.items == ()
    assert found.sentence == (
        "Nichts fällt auf: Keine der 22 verglichenen Zahlen liegt weit abseits "
        "der meisten Kommunen."
    )


def test_a_share_of_few_does_not_stand_out_by_chance(report: Report) -> None:
    # 44,6 % women among 500 people: chance alone could take them as far.
    found = kommune_standouts(report, ASPERN)
    assert found is not None
    titles = [one.figure.title for one in found.items]
    assert "Frauenanteil" not in titles
    assert "Leerstandsquote" in titles


def test_a_room_names_the_kommune_that_stands_out(report: Report) -> None:
    raum = report.geografie.raeume["barmstedt"]
    found = room_standouts(report, raum.kommunen)
    assert found is not None
    titles = [one.figure.title for one in found.items]
    assert all(one.place is not None for one in found.items)
    assert len(titles) == len(set(titles))
    assert found.sentence == (
        "In den Kommunen des Raums fallen sieben Zahlen auf; hier stehen höchstens sechs, "
        "jeder Indikator einmal mit seiner größten Abweichung."
    )
    assert room_standouts(report, (HELGOLAND,)) == kommune_standouts(report, HELGOLAND)


def test_the_county_is_compared_with_counties(report: Report) -> None:
    found = county_standouts(report)
    assert found is not None
    assert found.sentence.endswith("der meisten Kreise und kreisfreien Städte.")


def test_alike_kommunen_come_with_their_reason(report: Report) -> None:
    found = similar_kommunen(report, "01056039")
    assert found is not None
    first = found.items[0]
    assert first.kommune.title == "Elmshorn"
    assert first.reason.startswith("ähnlich: Veränderung der Bevölkerung seit 2013; anders: ")
    assert "Bevölkerungsdichte (2.375 statt 2.078)" in first.reason


def test_an_island_is_like_no_other_kommune(report: Report) -> None:
    found = similar_kommunen(report, HELGOLAND)
    assert found is not None
    assert found.items == ()
    assert found.sentence == "Keine andere Kommune ist Helgoland in diesen Zahlen ähnlich."


def test_a_county_of_few_or_without_chosen_figures_leaves_the_sections_out(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    small, problems = loaded(small_county(tmp_path_factory.mktemp("klein")))
    assert problems == []
    own = next(iter(small.geografie.kommunen))
    assert similar_kommunen(small, own) is None
    assert kommune_standouts(small, own) is None
    assert room_standouts(small, tuple(small.geografie.kommunen)) is None
    assert county_standouts(small) is None


def test_rooms_are_ranked_among_rooms(report: Report) -> None:
    rent = messungen(report)["nettokaltmiete"]
    assert room_rank(rent, "helgoland", 2022) == (1, 7)
    assert room_rank(rent, "barmstedt", 2022) == (7, 7)
    assert rank_text(rent, HELGOLAND, 2022) == "1. von 49"


def test_paper_says_how_many_recommendations_it_leaves_out() -> None:
    assert printed_text(3) == ""
    assert printed_text(12) == "Gedruckt sind 3 von 12 Empfehlungen; alle stehen auf der Website."
