"""Sentences made from figures: exact texts for every kind of figure, and for what is missing."""

from dataclasses import replace

import pytest
from support import loaded, small_county

from fokusbericht.model.figures import (
    Bruch,
    Ebene,
    Fehlgrund,
    Indikator,
    Klassen,
    Rangregel,
    Wert,
    Zahlart,
)
from fokusbericht.model.places import Amt
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.statistics.aggregate import Figure, Levels
from fokusbericht.statistics.messung import Messung
from fokusbericht.words.amounts import amount, difference, inside
from fokusbericht.words.county import (
    change_sentence,
    compared_sentence,
    county_sentence,
    course_sentence,
    sentence,
)
from fokusbericht.words.kommunen import (
    above_sentence,
    aside_sentence,
    class_sentence,
    cut_sentence,
    extremes_sentence,
    gaps_sentence,
    largest_sentence,
    middle_sentence,
    moved_sentence,
    small_sentence,
)

NORD, MITTE, SUED = "01099001", "01099002", "01099003"
OWN = "01099"
COUNTIES = "Kreisen und kreisfreie"
OTHERS = "der 4 anderen Kreise und kreisfreien Städte"
REST = "in 2 niedriger und in einem gleich hoch"
FEWER = "der 3 anderen Kreise und kreisfreien Städte"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Return the small county: Nordort, Mitte and Südort in the Musterkreis."""
    return loaded(small_county(tmp_path_factory.mktemp("klein")))[0]


@pytest.fixture(scope="module")
def share(report: Report) -> Indikator:
    """Return a share in percent with one decimal, known for Kommunen."""
    return report.indikatoren["leerstand"]


def levels(**values: dict[int, float | Fehlgrund]) -> Levels:
    """Return figures by area ("k01099": {2022: 1.5}); a reason stands for a missing one."""
    return {
        area[1:]: {
            year: Figure(None, one) if isinstance(one, Fehlgrund) else Figure(one)
            for year, one in series.items()
        }
        for area, series in values.items()
    }


def in_2022(values: dict[str, float]) -> Levels:
    """Return figures of one year by area."""
    return {area: {2022: Figure(value)} for area, value in values.items()}


def measured(report: Report, indikator: Indikator, found: Levels) -> Messung:
    """Return an indicator with figures of its own."""
    return Messung(indikator, lambda: found, report.geografie)


def count(share: Indikator) -> Indikator:
    return replace(share, art=Zahlart.ANZAHL, einheit="Personen", dezimalstellen=0)


@pytest.mark.parametrize(
    "art, unit, digits, value, said",
    [
        (Zahlart.ANTEIL, "%", 1, 47.45, "beträgt der Anteil im Musterkreis 47,5\u202f%."),
        (Zahlart.RATE, "je 10.000", 1, 13, "beträgt der Wert im Musterkreis 13,0\u202fje 10.000."),
        (Zahlart.MITTELWERT, "€/m²", 2, 8.9, "beträgt der Wert im Musterkreis 8,90\u202f€/m²."),
        (Zahlart.INDEX, "", 0, 104.6, "beträgt der Indexwert im Musterkreis 105."),
        (Zahlart.ANZAHL, "Plätze", 0, 1370, "sind es im Musterkreis 1.370\u202fPlätze."),
        (Zahlart.ANZAHL, "Plätze", 0, 1, "beträgt die Zahl im Musterkreis 1."),
        (Zahlart.ANZAHL, "Plätze", 0, -31, "beträgt die Zahl im Musterkreis −31\u202fPlätze."),
        (Zahlart.ANZAHL, "km²", 1, 664.2, "beträgt der Wert im Musterkreis 664,2\u202fkm²."),
    ],
)
def test_county_of_every_kind(
    report: Report, share: Indikator, art: Zahlart, unit: str, digits: int, value: float, said: str
) -> None:
    indikator = replace(share, art=art, einheit=unit, dezimalstellen=digits)
    found = county_sentence(measured(report, indikator, levels(k01099={2022: value})), 2022)
    assert found == f"Im Jahr 2022 {said}"


def test_county_without_a_figure(report: Report, share: Indikator) -> None:
    def said(figure: Figure) -> str:
        return county_sentence(measured(report, share, {OWN: {2022: figure}}), 2022)

    assert said(Figure(None, Fehlgrund.GEHEIM)) == (
        "Im Jahr 2022 wird der Anteil im Musterkreis geheim gehalten."
    )
    assert said(Figure(None, Fehlgrund.UNSICHER)) == (
        "Im Jahr 2022 ist der Anteil im Musterkreis zu unsicher für eine Angabe."
    )
    assert said(Figure(None, Fehlgrund.UNBEKANNT, 2, 3, official=False)) == (
        "Im Jahr 2022 ist der Anteil im Musterkreis nicht bekannt: "
        "Nur für 2 von 3 Kommunen liegen Werte vor."
    )
    assert said(Figure(None, Fehlgrund.UNBEKANNT, 0, 3, official=False)) == (
        "Für den Kreis im Ganzen nennt die Quelle keinen Wert."
    )
    assert said(Figure(None, Fehlgrund.UNBEKANNT)) == (
        "Im Jahr 2022 ist der Anteil im Musterkreis nicht bekannt."
    )
    assert county_sentence(measured(report, share, {}), 2022) == ""


def test_what_there_is_comes_before_what_there_is_not(report: Report, share: Indikator) -> None:
    found = levels(k01099001={2022: 3.0}, k01099003={2022: 2.0}) | {
        OWN: {2022: Figure(None, Fehlgrund.UNBEKANNT, 0, 3, official=False)}
    }
    local = replace(share, ebene=Ebene.KOMMUNE)
    assert sentence(measured(report, local, found), 2022).endswith(
        " Für den Kreis im Ganzen nennt die Quelle keinen Wert."
    )


def test_beside_land_and_bund_by_what_is_shown(report: Report, share: Indikator) -> None:
    found = levels(k01099={2022: 5.34}, k01={2022: 4.25}, kD={2022: 5.27})
    report = replace(
        report, geografie=replace(report.geografie, vergleich={"01": "Musterland", "D": "Bund"})
    )
    assert compared_sentence(measured(report, share, found), 2022) == (
        "Er ist 1,0 Prozentpunkte höher als in Musterland (4,3\u202f%) "
        "und genauso hoch wie im Bund (5,3\u202f%)."
    )


def test_beside_land_in_percent_and_a_count_as_a_part(report: Report, share: Indikator) -> None:
    found = levels(k01099={2022: 1210}, k01={2022: 1100})
    mean = replace(share, art=Zahlart.MITTELWERT, einheit="€", dezimalstellen=0)
    assert compared_sentence(measured(report, mean, found), 2022) == (
        "Er ist 10\u202f% höher als in Musterland (1.100\u202f€)."
    )
    found = levels(k01099={2022: 324018}, k01={2022: 2965691})
    assert compared_sentence(measured(report, count(share), found), 2022) == (
        "Das entspricht 10,9\u202f% des Wertes für Musterland (2.965.691\u202fPersonen)."
    )


def counties(own: float, *others: float) -> Levels:
    return {
        OWN: {2022: Figure(own)},
        **{f"010{number:02}": {2022: Figure(one)} for number, one in enumerate(others)},
    }


@pytest.mark.parametrize(
    "own, others, said",
    [
        (9, (1, 2, 3, 4), f"Das ist der höchste Wert unter 5 {COUNTIES}n Städten."),
        (2, (1, 3, 4, 5), f"Das ist der zweitniedrigste Wert unter 5 {COUNTIES}n Städten."),
        (3, (1, 2, 4, 5), f"In 2 {OTHERS} ist er höher und in 2 niedriger."),
        (9, (9.04, 2, 3), f"In keinem {FEWER} ist er höher, {REST}."),
        (9, (1,), ""),
    ],
)
def test_among_the_counties(
    report: Report, share: Indikator, own: float, others: tuple[float, ...], said: str
) -> None:
    indikator = replace(share, ebene=Ebene.KREIS)
    assert compared_sentence(measured(report, indikator, counties(own, *others)), 2022) == said


def test_change_since_the_last_and_the_first_year(report: Report, share: Indikator) -> None:
    found = levels(k01099={2012: 44.3, 2021: 47.9, 2022: 47.5})
    assert change_sentence(measured(report, share, found), 2022) == (
        "Im Musterkreis ist der Anteil gegenüber 2021 um 0,4 Prozentpunkte gesunken. "
        "Seit 2012 (44,3\u202f%) ist er insgesamt um 3,2 Prozentpunkte gestiegen."
    )
    assert course_sentence(measured(report, share, found)) == (
        "Im Musterkreis ist der Anteil von 44,3 (2012) auf 47,5\u202f% (2022) gestiegen."
    )


def test_change_of_a_count_is_told_in_percent(report: Report, share: Indikator) -> None:
    found = levels(k01099={2020: 93270, 2021: 94906})
    assert change_sentence(measured(report, count(share), found), 2021) == (
        "Im Musterkreis ist die Zahl gegenüber 2020 um 1,8\u202f% gestiegen."
    )


def test_change_of_small_and_negative_figures_is_told_by_both(
    report: Report, share: Indikator
) -> None:
    found = levels(k01099={2020: 3, 2021: 5})
    assert change_sentence(measured(report, count(share), found), 2021) == (
        "Im Musterkreis ist die Zahl gegenüber 2020 von 3 auf 5\u202fPersonen gestiegen."
    )
    found = levels(k01099={2020: -800, 2021: 500})
    assert change_sentence(measured(report, count(share), found), 2021) == (
        "Im Musterkreis ist die Zahl gegenüber 2020 von −800 auf 500\u202fPersonen gestiegen."
    )


def test_no_change_across_a_break(report: Report, share: Indikator) -> None:
    broken = replace(share, brueche=(Bruch(2022, "Zensus"),))
    found = levels(k01099={2011: 10.0, 2021: 20.0, 2022: 30.0, 2023: 31.0})
    assert change_sentence(measured(report, broken, found), 2023) == (
        "Im Musterkreis ist der Anteil gegenüber 2022 um 1,0 Prozentpunkte gestiegen."
    )
    assert change_sentence(measured(report, broken, found), 2022) == (
        "Mit den Jahren vor 2022 lässt sich das nicht vergleichen."
    )
    assert "2021" not in course_sentence(measured(report, broken, found))


def test_equal_as_shown_is_equal(report: Report, share: Indikator) -> None:
    found = levels(k01099={2020: 10.04, 2021: 9.96})
    assert change_sentence(measured(report, share, found), 2021) == (
        "Im Musterkreis ist der Anteil genauso hoch wie 2020."
    )
    assert course_sentence(measured(report, share, found)) == (
        "Im Musterkreis ist der Anteil 2021 genauso hoch wie 2020: 10,0\u202f%."
    )


def test_one_year_has_no_change(report: Report, share: Indikator) -> None:
    found = levels(k01099={2022: 10.0})
    assert change_sentence(measured(report, share, found), 2022) == ""
    assert course_sentence(measured(report, share, found)) == ""


def test_extremes_with_ties(report: Report, share: Indikator) -> None:
    values = {NORD: 5.0, MITTE: 2.0, SUED: 5.0}
    assert extremes_sentence(measured(report, share, in_2022(values)), 2022) == (
        "Den höchsten Wert haben Nordort und Südort (je 5,0\u202f%), "
        "den niedrigsten hat Mitte (2,0\u202f%)."
    )
    assert extremes_sentence(measured(report, share, in_2022({NORD: 5.0, MITTE: 2.0})), 2022) == (
        "Den höchsten Wert hat Nordort (5,0\u202f%), den niedrigsten Mitte (2,0\u202f%)."
    )
    assert extremes_sentence(
        measured(report, share, in_2022(dict.fromkeys(values, 3.0))), 2022
    ) == ("In allen Kommunen ist der Anteil gleich: 3,0\u202f%.")
    assert extremes_sentence(measured(report, share, in_2022({NORD: 5.0})), 2022) == ""


def test_sentence_of_a_map(report: Report, share: Indikator) -> None:
    found = levels(k01099={2022: 4.0}, k01099001={2022: 2.4}, k01099003={2022: 7.0})
    assert sentence(measured(report, share, found), 2022) == (
        "Im Jahr 2022 beträgt der Anteil im Musterkreis 4,0\u202f%. "
        "Den höchsten Wert hat Südort (7,0\u202f%), den niedrigsten Nordort (2,4\u202f%)."
    )


def test_spread_of_the_kommunen(report: Report, share: Indikator) -> None:
    found = levels(
        k01099={2022: 4.0}, k01099001={2022: 2.4}, k01099002={2022: 4.04}, k01099003={2022: 7.0}
    )
    assert above_sentence(measured(report, share, found), 2022) == (
        "In einer von 3 Kommunen ist der Anteil höher als im Musterkreis insgesamt, "
        "in einer niedriger und in einer gleich hoch."
    )
    three = replace(share, klassen=Klassen(grenzen=(3, 4, 6.5)))
    assert class_sentence(measured(report, three, found), 2022) == (
        "In einer Kommune ist der Anteil niedriger als 3\u202f%, "
        "in einer erreicht er 6,5\u202f% oder mehr."
    )
    none_below = replace(share, klassen=Klassen(grenzen=(1, 4)))
    assert class_sentence(measured(report, none_below, found), 2022) == ""
    assert above_sentence(measured(report, count(share), found), 2022) == ""


def test_middle_half(share: Indikator) -> None:
    values = {str(number): float(number) for number in range(1, 13)}
    assert middle_sentence(share, values) == (
        "In der mittleren Hälfte der Kommunen reicht der Anteil von 4,0 bis 9,0\u202f%."
    )
    assert middle_sentence(share, {"1": 1.0, "2": 2.0}) == ""


def test_how_many_rose_and_fell(report: Report, share: Indikator) -> None:
    found = levels(
        k01099001={2021: 1.0, 2022: 2.0},
        k01099002={2021: 1.0, 2022: 0.5},
        k01099003={2021: 1.0, 2022: 1.04},
    )
    assert moved_sentence(measured(report, share, found), 2022) == (
        "In einer Kommune ist der Anteil gegenüber 2021 gestiegen, "
        "in einer gesunken und in einer gleich geblieben."
    )
    broken = replace(share, brueche=(Bruch(2022, "Zensus"),))
    assert moved_sentence(measured(report, broken, found), 2022) == ""
    found = {area: found[area] for area in (NORD, SUED)} | levels(k01099003={2021: 1.0, 2022: 3.0})
    assert moved_sentence(measured(report, share, found), 2022) == (
        "In allen 2 Kommunen, die beide Werte haben, ist der Anteil gegenüber 2021 gestiegen."
    )


def test_gaps(report: Report, share: Indikator) -> None:
    found = levels(k01099001={2022: 2.0}, k01099002={2022: Fehlgrund.GEHEIM})
    assert gaps_sentence(measured(report, share, found), 2022) == (
        "Für eine Kommune liegt kein Wert vor und für eine Kommune wird der Wert geheim gehalten."
    )
    assert gaps_sentence(measured(report, share, {}), 2022) == ""


def test_largest_and_small(report: Report, share: Indikator) -> None:
    found = levels(k01099={2022: 100}, k01099001={2022: 60}, k01099002={2022: 30})
    assert (
        largest_sentence(measured(report, count(share), found), 2022) == ""
    )  # three of three say nothing
    werte = {(NORD, 2022): Wert(6, None, 6, 100), (MITTE, 2022): Wert(3, None, 1, 5)}
    ruled = replace(share, rang=Rangregel(50), werte=werte)
    assert small_sentence(measured(report, ruled, found), 2022) == (
        "Nicht mitgezählt: eine Kommune, zu klein für einen Vergleich."
    )


def test_differences_are_no_finer_than_the_figures(share: Indikator) -> None:
    points = replace(share, dezimalstellen=0)
    assert difference(points, 5, 4) == "1 Prozentpunkt"
    assert difference(count(share), 1004, 1000) == "0,4\u202f%"
    assert difference(count(share), 104, 100) == "4\u202f%"
    assert difference(count(share), 1000.2, 1000) == ""
    assert difference(count(share), 12, 10) == ""


def test_amounts_and_places(share: Indikator) -> None:
    assert amount(count(share), 1) == "1"
    assert amount(count(share), 2) == "2\u202fPersonen"
    assert inside("Kreis Pinneberg") == "im Kreis Pinneberg"
    assert inside("Region Hannover") == "in der Region Hannover"
    assert inside("Lübeck") == "in Lübeck"


# --- Ämter and amtsfreie Kommunen ---------------------------------------------------------------

EAST, WEST = "010990001", "010990002"


def of_aemter(report: Report, indikator: Indikator, found: Levels) -> Messung:
    """Return a figure of Südort and two Ämter: Nordort is in the east, Mitte in the west."""
    kommunen = {
        ags: replace(one, amt={NORD: "Ost", MITTE: "West"}.get(ags, ""))
        for ags, one in report.geografie.kommunen.items()
    }
    aemter = {
        EAST: Amt(EAST, "Ost", (NORD,), Place("")),
        WEST: Amt(WEST, "West", (MITTE,), Place("")),
    }
    geografie = replace(report.geografie, kommunen=kommunen, aemter=aemter)
    return Messung(replace(indikator, ebene=Ebene.AMT), lambda: found, geografie)


def test_aemter_are_named_with_their_article_and_counted_beside_kommunen(
    report: Report, share: Indikator
) -> None:
    found = in_2022({OWN: 4.0, SUED: 2.0, EAST: 7.0, WEST: 7.0})
    messung = of_aemter(report, share, found)
    assert extremes_sentence(messung, 2022) == (
        "Den höchsten Wert haben das Amt Ost und das Amt West (je 7,0\u202f%), "
        "den niedrigsten hat Südort (2,0\u202f%)."
    )
    assert above_sentence(messung, 2022) == (
        "In 2 Ämtern ist der Anteil höher als im Musterkreis insgesamt "
        "und in einer Kommune niedriger."
    )
    lower = of_aemter(report, share, in_2022({OWN: 9.0, SUED: 2.0, EAST: 7.0}))
    assert above_sentence(lower, 2022) == (
        "Nirgends ist der Anteil höher als im Musterkreis insgesamt "
        "und in einer Kommune und einem Amt niedriger."
    )
    assert gaps_sentence(lower, 2022) == "Für ein Amt liegt kein Wert vor."
    same = of_aemter(report, share, in_2022({SUED: 2.0, EAST: 2.0}))
    assert extremes_sentence(same, 2022) == (
        "In allen Ämtern und amtsfreien Kommunen ist der Anteil gleich: 2,0\u202f%."
    )


def test_how_many_aemter_rose(report: Report, share: Indikator) -> None:
    found = levels(**{f"k{area}": {2021: 1.0, 2022: 2.0} for area in (SUED, EAST, WEST)})
    assert moved_sentence(of_aemter(report, share, found), 2022) == (
        "In allen Ämtern und amtsfreien Kommunen ist der Anteil gegenüber 2021 gestiegen."
    )


def test_a_sum_says_how_many_aemter_are_missing(report: Report, share: Indikator) -> None:
    part = Figure(None, Fehlgrund.UNBEKANNT, 2, 3, official=False)
    messung = of_aemter(report, share, {OWN: {2022: part}})
    assert county_sentence(messung, 2022) == (
        "Im Jahr 2022 ist der Anteil im Musterkreis nicht bekannt: "
        "Nur für 2 von 3 Ämtern und amtsfreien Kommunen liegen Werte vor."
    )


def test_it_is_said_where_only_the_amt_has_a_figure(report: Report, share: Indikator) -> None:
    found = levels(k01099003={2022: 2.0}, k010990001={2022: 3.0})
    messung = of_aemter(report, share, found)
    kommunen = replace(messung, indikator=share)
    assert gaps_sentence(kommunen, 2022) == (
        "Für eine Kommune liegt kein Wert vor "
        "und für eine Kommune gibt es nur den Wert ihres Amtes."
    )


def test_who_is_far_out_is_told(report: Report, share: Indikator) -> None:
    aside = replace(share, klassen=replace(share.klassen, ohne=(SUED,)))
    far = measured(report, aside, in_2022({NORD: 2.0, MITTE: 4.0, SUED: 44.0}))
    assert aside_sentence(far, 2022) == (
        "Südort (44,0\u202f%) ist ein Sonderfall und bleibt bei den Farbstufen außen vor."
    )
    assert cut_sentence(far, 2022) == "Nicht im Maßstab gezeichnet: Südort (44,0\u202f%)."
    near = measured(report, aside, in_2022({NORD: 2.0, MITTE: 4.0, SUED: 5.0}))
    assert aside_sentence(near, 2022) and not cut_sentence(near, 2022)
    assert not aside_sentence(measured(report, share, in_2022({NORD: 2.0, SUED: 44.0})), 2022)
