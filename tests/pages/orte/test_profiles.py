"""Profiles: which way figures went, what stands out, which Kommunen are alike, in sentences."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.figures import similar
from fokusbericht.figures.change import Change, change_of
from fokusbericht.figures.different import differences_of
from fokusbericht.figures.headlines import headlines
from fokusbericht.figures.profile import printed_figures, printed_text, row_of, theme_groups
from fokusbericht.figures.ranking import rank_text, room_rank
from fokusbericht.figures.similar import similar_kommunen
from fokusbericht.figures.standouts import county_standouts, room_standouts
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.figures import Bruch, Ebene
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.orte import kommune, raum
from fokusbericht.problems import Place
from fokusbericht.statistics.messung import messungen
from fokusbericht.statistics.standing_out import standing_out

TOWN, YOUNG, QUIET, FIKTUM = "99001001", "99001002", "99001003", "99001014"
SKIZZENBEK, VORLAGEN = "99001007", "99001005"  # of the Amt Norderskizze; of none


def test_change_names_its_shape_its_word_and_its_year(report: Report) -> None:
    people, vote = (messungen(report)[name] for name in ("bevoelkerung", "wahlbeteiligung"))
    assert change_of(people, FIKTUM, 2025) == Change("▼", "gesunken seit 2024")
    assert change_of(vote, TOWN, 2023) == Change("▲", "gestiegen seit 2018")


def test_change_is_that_of_the_shown_figures(report: Report) -> None:
    index = messungen(report)["wohnungsindex"]
    before, now = (index.value(FIKTUM, year) or 0 for year in (2024, 2025))
    assert before != now  # it is so only as it is shown
    assert change_of(index, FIKTUM, 2025) == Change("=", "unverändert seit 2024")


def test_there_is_no_change_across_a_break_and_none_to_nothing(report: Report) -> None:
    found = messungen(report)
    vote = found["wahlbeteiligung"].indikator
    cut = replace(vote, brueche=(Bruch(2023, "anders gezählt"),))
    assert change_of(replace(found["wahlbeteiligung"], indikator=cut), TOWN, 2023) is None
    assert change_of(found["einwanderungsgeschichte"], TOWN, 2022) is None  # known once
    assert change_of(found["bevoelkerung"], TOWN, 2022) is None


def test_it_is_said_when_nothing_stands_out(report: Report) -> None:
    found = room_standouts(report, (QUIET, QUIET))
    assert found is not None
    assert found.items == ()
    assert found.sentence == (
        "Nichts fällt auf: In keiner Kommune des Raums liegt eine Zahl weit abseits der meisten."
    )


def test_a_share_of_few_does_not_stand_out_by_chance(report: Report) -> None:
    # 18,1 % are old there, fewer than elsewhere: chance alone could take them as far.
    old = messungen(report)["ueber-67-jaehrige"]
    comparison = old.comparison(2025)
    assert YOUNG in standing_out(comparison.values) and YOUNG not in comparison.far
    found = room_standouts(report, (YOUNG, QUIET))
    assert found is not None
    titles = [one.figure.title for one in found.items]
    assert old.indikator.titel not in titles
    assert "Durchschnittsalter" in titles


def test_a_room_names_the_kommune_that_stands_out(report: Report) -> None:
    raum = report.geografie.raeume["musterstadt"]
    found = room_standouts(report, raum.kommunen)
    assert found is not None
    titles = [one.figure.title for one in found.items]
    assert all(one.place is not None for one in found.items)
    assert len(titles) == len(set(titles))
    assert found.sentence == (
        "In den Kommunen des Raums fallen zehn Zahlen auf; hier stehen höchstens sechs, "
        "jeder Indikator einmal mit seiner größten Abweichung."
    )
    assert room_standouts(report, (FIKTUM,)) is None  # the profile of the Kommune tells more


def test_few_counties_have_no_middle_to_be_far_from(report: Report) -> None:
    assert len(messungen(report)["steuerkraft"].counties) < 12
    assert county_standouts(report) is None


def test_the_county_is_compared_with_counties(report: Report) -> None:
    # As many counties as a Land has, all alike, and our own far above.
    care = report.indikatoren["kinderbetreuung-unter-3"]
    year = care.years()[-1]
    others = {f"991{number:02}": f"Kreis {number}" for number in range(12)}
    own = care.werte["99001", year]
    werte = {**care.werte, ("99001", year): replace(own, zahl=80.0)}
    werte |= {(area, year): replace(own, zahl=30.0 + n) for n, area in enumerate(others)}
    geografie = replace(report.geografie, vergleich={**report.geografie.vergleich, **others})
    indikatoren = {**report.indikatoren, care.key.name: replace(care, werte=werte)}
    found = county_standouts(replace(report, geografie=geografie, indikatoren=indikatoren))
    assert found is not None
    assert found.sentence == "Die eine verglichene Zahl fällt auf."
    assert [one.figure.title for one in found.items] == [care.titel]


def test_alike_kommunen_come_with_their_reason(report: Report) -> None:
    found = similar_kommunen(report, TOWN)
    assert found is not None
    first = found.items[0]
    assert first.kommune.title == "Norderbeispiel"
    assert first.reason.startswith("ähnlich: Eigentümerquote und Autos je 1.000 Menschen; anders: ")
    assert "Bevölkerung (23.500 statt 41.000)" in first.reason


def test_without_a_figure_that_is_alike_the_two_nearest_are_the_reason(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar, "LIKE", -1.0)
    found = similar_kommunen(report, TOWN)
    assert found is not None
    start = "am ehesten ähnlich: Eigentümerquote und Autos je 1.000 Menschen; anders: "
    assert found.items[0].reason.startswith(start)
    # What is named as nearest is not told as a difference too.
    monkeypatch.setattr(similar, "UNLIKE", -1.0)
    found = similar_kommunen(report, TOWN)
    assert found is not None
    assert found.items[0].reason.count("Eigentümerquote") == 1


def test_an_island_is_like_no_other_kommune(report: Report) -> None:
    found = similar_kommunen(report, FIKTUM)
    assert found is not None
    assert found.items == ()
    assert found.sentence == "Keine andere Kommune ist Fiktum in diesen Zahlen ähnlich."


def test_a_county_of_few_or_without_chosen_figures_leaves_the_sections_out(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    small, problems = loaded(small_county(tmp_path_factory.mktemp("klein")))
    assert problems == []
    own = next(iter(small.geografie.kommunen))
    assert similar_kommunen(small, own) is None
    assert differences_of(small, own) is None
    assert room_standouts(small, tuple(small.geografie.kommunen)) is None
    assert county_standouts(small) is None


def test_rooms_are_ranked_among_rooms(report: Report) -> None:
    rent = messungen(report)["nettokaltmiete"]
    # In one room a Kommune has no figure, and so the room has none.
    assert room_rank(rent, "fiktum", 2022) == (1, 3)
    assert room_rank(rent, "suederentwurf", 2022) == (3, 3)
    assert room_rank(rent, "norderbeispiel", 2022) == (0, 3)
    assert rank_text(rent, FIKTUM, 2022) == "1. von 13"


def test_paper_says_how_many_recommendations_it_leaves_out() -> None:
    assert printed_text(3) == ""
    assert printed_text(12) == "Gedruckt sind 3 von 12 Empfehlungen; alle stehen auf der Website."


# --- Figures of the Amt -------------------------------------------------------------------------


def row(report: Report, ags: str, title: str) -> list[tuple[str, str]]:
    """Return the cells of an indicator in the table of a Kommune: text and note."""
    view = kommune._view(report, report.geografie.kommunen[ags])
    rows = (one for group in view.tables[0].groups for one in group.rows())
    return next(
        [(cell.text, cell.note) for cell in one.cells] for one in rows if one.cells[0].text == title
    )


def test_the_figure_of_the_amt_is_told_as_such_without_a_rank(report: Report) -> None:
    assert row(report, SKIZZENBEK, "Fahrzeit zum nächsten Zentrum") == [
        ("Fahrzeit zum nächsten Zentrum", "Amt Norderskizze"),
        ("18,8", "Minuten, 2024"),
        ("10,9", ""),
        ("ohne", ""),
    ]
    assert row(report, VORLAGEN, "Fahrzeit zum nächsten Zentrum") == [
        ("Fahrzeit zum nächsten Zentrum", ""),
        ("9,1", "Minuten, 2024"),
        ("10,9", ""),
        ("5. von 9", "unter Ämtern und amtsfreien Kommunen"),
    ]


def test_an_old_value_gives_way_to_the_last_one_of_the_amt(report: Report) -> None:
    title = "Wahlbeteiligung bei Landtagswahlen"
    assert row(report, SKIZZENBEK, title) == [
        (title, ""),
        ("nicht bekannt", "nur für das Amt Norderskizze: 70,6\u202f% (2022)"),
        ("58,6\u202f%", ""),
        ("ohne", ""),
    ]
    assert row(report, QUIET, title)[1] == ("64,9\u202f%", "2022")  # its Amt has no row


def test_on_top_of_a_profile_it_is_told_alike(report: Report) -> None:
    ref = Ref(Key(Kind.INDIKATOR, "wahlbeteiligung-landtag"), Place(""))
    found = replace(report, kreis=replace(report.kreis, profil=(ref,)))
    (one,) = headlines(found, SKIZZENBEK, lambda *_: (0, 0))
    assert (one.value, one.unit, one.year) == ("nicht bekannt", "", "2022")
    assert one.beside == "nur für das Amt Norderskizze: 70,6\u202f% (2022)"


def test_rooms_have_no_figures_of_aemter_and_the_county_has(report: Report) -> None:
    def titles(area: str) -> set[str]:
        geografie = report.geografie
        members = geografie.raeume[area].kommunen if area in geografie.raeume else ()
        groups = raum._table(report, area, members or tuple(geografie.kommunen)).groups
        return {one.cells[0].text for group in groups for one in group.rows()}

    assert "Fahrzeit zum nächsten Zentrum" not in titles("norderbeispiel")
    assert "Fahrzeit zum nächsten Zentrum" in titles(report.geografie.schluessel)


def test_the_csv_of_a_profile_says_whose_a_figure_is(report: Report) -> None:
    planned = unbatched(kommune.batches(report))
    (output,) = (one for one in planned if one.path == "kommunen/skizzenbek/daten.csv")
    lines = output.make().decode("utf-8-sig").splitlines()
    assert lines[0] == "ebene;raum_schluessel;raum;indikator;titel;jahr;wert;einheit;quelle;lizenz"
    cells = [line.split(";") for line in lines]
    drive = [line[:3] for line in cells if line[3] == "fahrzeit-zentrum"]
    assert drive == [["amt", "990015020", "Amt Norderskizze"]] * 2
    votes = [line for line in cells if line[3] == "wahlbeteiligung-landtag"]
    assert [(line[5], line[0], line[2]) for line in votes] == [
        ("2017", "kommune", "Skizzenbek"),
        ("2022", "amt", "Amt Norderskizze"),
    ]


# --- By theme ---------------------------------------------------------------------------------


def test_telling_figures_are_open_and_the_others_folded_by_theme(report: Report) -> None:
    outputs = {one.path: one for one in kommune.plan(report)}
    made = outputs["kommunen/norderbeispiel/index.html"].make().decode()
    page = made.replace("\u00ad", "")
    theme = page.partition('id="zahlen-arbeit"')[2].partition("</section>")[0]
    told, _, folded = theme.partition("<details")
    assert ">Arbeitslosenquote</a>" in told and "Junge Arbeitslose nach" not in told
    assert re.search(r"<summary>\w+ weitere Zahlen", folded)
    assert '<a href="#zahlen-arbeit">Arbeit und Wirtschaft</a>' in page


def test_series_stand_under_the_name_of_their_group(report: Report) -> None:
    outputs = {one.path: one for one in kommune.plan(report)}
    page = outputs["kommunen/norderbeispiel/index.html"].make().decode()
    block = page.partition(">Junge Arbeitslose nach Geschlecht</th>")[2].partition("</tbody>")[0]
    assert re.findall(r'<th scope="row"><a[^>]*>([^<]+)</a>', block) == [
        *("zusammen", "Frauen", "Männer")
    ]


def test_paper_holds_the_telling_figures_of_a_group(report: Report) -> None:
    groups = theme_groups(report, (Ebene.KOMMUNE,), lambda one: row_of(one, one.own, ()))
    printed = {row.cells[0].text for group in groups for row in group.rows() if row.printed}
    wanted = {
        one.titel
        for one in report.indikatoren.values()
        if one.wichtig and one.ebene is Ebene.KOMMUNE
    }
    assert printed == wanted
    assert printed_figures(groups).startswith("Gedruckt sind die wichtigsten Zahlen")


def test_without_telling_figures_all_are_open_and_printed(tmp_path: Path) -> None:
    small, problems = loaded(small_county(tmp_path))
    assert problems == []
    (group,) = theme_groups(small, (Ebene.KOMMUNE,), lambda one: row_of(one, one.own, ()))
    assert not group.others and group.printed
    assert printed_figures([group]) == ""


def test_paper_names_the_sources_of_what_it_holds(report: Report) -> None:
    view = raum._kreis_view(report)
    groups = [group for table in view.tables for group in table.groups]
    addresses = {row.cells[0].href for group in groups for row in group.rows() if row.printed}
    addresses |= {one.href for one in view.figures.headlines}
    telling = {view.figures.source_by_figure[address] for address in addresses}
    every = {source.name for source in view.figures.sources}
    assert telling <= view.printed_sources < every


def test_a_kommune_leads_to_itself_beside_those_most_like_it(report: Report) -> None:
    view = kommune._view(report, report.geografie.kommunen[TOWN])
    assert view.beside is not None
    assert (view.beside.title, view.beside.href) == (
        "Neben ähnliche Orte stellen: Norderbeispiel, Beispielhausen, Süderentwurf und Vorlagen",
        "/kommunen/vergleich/musterstadt/",
    )
