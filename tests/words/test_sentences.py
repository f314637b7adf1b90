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
    Wortlaut,
    Zahlart,
)
from fokusbericht.model.places import Amt
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.statistics.aggregate import Figure, Levels
from fokusbericht.statistics.messung import Messung
from fokusbericht.words.amounts import amount, difference
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
from fokusbericht.words.places import genitive_of, inside, place_of

NORD, MITTE, SUED = "01099001", "01099002", "01099003"
OWN = "01099"
COUNTIES = "Kreisen und kreisfreie"
OTHERS = "der vier anderen Kreise und kreisfreien Städte"
VALUE = "lag der Wert im Musterkreis bei"
REST = "in zwei niedriger und in einem gleich hoch"
FEWER = "der drei anderen Kreise und kreisfreien Städte"


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
        (Zahlart.ANTEIL, "%", 1, 47.45, "lag der Anteil im Musterkreis bei 47,5 Prozent."),
        (Zahlart.RATE, "je 10.000", 1, 13, "lag der Wert im Musterkreis bei 13,0 je 10.000."),
        (Zahlart.MITTELWERT, "€ je m²", 2, 8.9, f"{VALUE} 8,90 Euro je Quadratmeter."),
        (Zahlart.MITTELWERT, "Jahre", 1, 44.2, "lag der Wert im Musterkreis bei 44,2 Jahren."),
        (Zahlart.MITTELWERT, "Minuten", 0, 9, "lag der Wert im Musterkreis bei 9 Minuten."),
        (Zahlart.INDEX, "", 0, 104.6, "lag der Indexwert im Musterkreis bei 105."),
        (Zahlart.ANZAHL, "Plätze", 0, 1370, "waren es im Musterkreis 1.370 Plätze."),
        (Zahlart.ANZAHL, "Plätze", 0, 12, "waren es im Musterkreis zwölf Plätze."),
        (Zahlart.ANZAHL, "Plätze", 0, 0, "waren es im Musterkreis keine Plätze."),
        (Zahlart.ANZAHL, "Plätze", 0, -31, "lag die Zahl im Musterkreis bei minus 31 Plätzen."),
        (
            Zahlart.ANZAHL,
            "km²",
            1,
            664.2,
            "lag der Wert im Musterkreis bei 664,2 Quadratkilometern.",
        ),
    ],
)
def test_county_of_every_kind(
    report: Report, share: Indikator, art: Zahlart, unit: str, digits: int, value: float, said: str
) -> None:
    indikator = replace(share, art=art, einheit=unit, dezimalstellen=digits)
    found = county_sentence(measured(report, indikator, levels(k01099={2022: value})), 2022)
    assert found == f"2022 {said}"


def test_a_single_one_takes_no_plural(report: Report, share: Indikator) -> None:
    found = levels(k01099={2022: 1})
    assert county_sentence(measured(report, count(share), found), 2022) == (
        "Die Zahl lag 2022 im Musterkreis bei eins."
    )


VACANT = Wortlaut("die Leerstandsquote", "standen {ort} {zahl} Prozent der Wohnungen leer")
SEATS = Wortlaut("die Zahl der Kita-Plätze", "gab es {ort} {zahl} Kita-Plätze")


def worded(indikator: Indikator, wortlaut: Wortlaut, **more: bool) -> Indikator:
    return replace(indikator, wortlaut=wortlaut, **more)


@pytest.mark.parametrize(
    "value, said",
    [
        (640, "2022 gab es im Musterkreis 640 Kita-Plätze."),
        (3, "2022 gab es im Musterkreis drei Kita-Plätze."),
        (0, "2022 gab es im Musterkreis keine Kita-Plätze."),
        (1, "Die Zahl der Kita-Plätze lag 2022 im Musterkreis bei eins."),
    ],
)
def test_county_in_the_words_of_its_indicator(
    report: Report, share: Indikator, value: float, said: str
) -> None:
    indikator = worded(count(share), SEATS)
    found = levels(k01099={2022: value})
    assert county_sentence(measured(report, indikator, found), 2022) == said


def test_a_saldo_has_its_sign_in_words(report: Report, share: Indikator) -> None:
    saldo = Wortlaut("der Wanderungssaldo", "lag der Wanderungssaldo {ort} bei {zahl} Menschen")
    indikator = worded(count(share), saldo, saldo=True)

    def said(value: float) -> str:
        return county_sentence(measured(report, indikator, levels(k01099={2022: value})), 2022)

    assert said(800) == "2022 lag der Wanderungssaldo im Musterkreis bei plus 800 Menschen."
    assert said(-320) == "2022 lag der Wanderungssaldo im Musterkreis bei minus 320 Menschen."
    assert said(0) == "2022 lag der Wanderungssaldo im Musterkreis bei 0 Menschen."
    assert said(1) == "Der Wanderungssaldo lag 2022 im Musterkreis bei plus 1."


def test_where_no_year_is_known_the_report_is_named(report: Report, share: Indikator) -> None:
    indikator = worded(share, VACANT, jahr_des_berichts=True)
    found = levels(k01099={2025: 2.3})
    assert county_sentence(measured(report, indikator, found), 2025) == (
        "Laut Bericht 2025 standen im Musterkreis 2,3 Prozent der Wohnungen leer."
    )


def test_county_without_a_figure(report: Report, share: Indikator) -> None:
    def said(figure: Figure) -> str:
        return county_sentence(measured(report, share, {OWN: {2022: figure}}), 2022)

    assert said(Figure(None, Fehlgrund.GEHEIM)) == (
        "Für 2022 wird der Anteil im Musterkreis geheim gehalten."
    )
    assert said(Figure(None, Fehlgrund.UNSICHER)) == (
        "Für 2022 ist der Anteil im Musterkreis zu unsicher für eine Angabe."
    )
    assert said(Figure(None, Fehlgrund.UNBEKANNT, 2, 3, official=False)) == (
        "Für 2022 ist der Anteil im Musterkreis nicht bekannt: "
        "Nur für zwei von drei Kommunen liegen Werte vor."
    )
    assert said(Figure(None, Fehlgrund.UNBEKANNT, 0, 3, official=False)) == (
        "Für den Kreis im Ganzen nennt die Quelle keinen Wert."
    )
    assert said(Figure(None, Fehlgrund.UNBEKANNT)) == (
        "Für 2022 ist der Anteil im Musterkreis nicht bekannt."
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
        "Das waren 1,0 Prozentpunkte mehr als in Musterland (4,3\u202f%) "
        "und genauso viel wie im Bund (5,3\u202f%)."
    )


def test_beside_land_in_percent_and_a_count_as_a_part(report: Report, share: Indikator) -> None:
    found = levels(k01099={2022: 1210}, k01={2022: 1100})
    mean = replace(share, art=Zahlart.MITTELWERT, einheit="€", dezimalstellen=0)
    assert compared_sentence(measured(report, mean, found), 2022) == (
        "Das waren 10 Prozent mehr als in Musterland (1.100\u202f€)."
    )
    found = levels(k01099={2022: 324018}, k01={2022: 2965691})
    assert compared_sentence(measured(report, count(share), found), 2022) == (
        "Das waren 10,9 Prozent der 2.965.691 Personen in Musterland."
    )


def counties(own: float, *others: float) -> Levels:
    return {
        OWN: {2022: Figure(own)},
        **{f"010{number:02}": {2022: Figure(one)} for number, one in enumerate(others)},
    }


@pytest.mark.parametrize(
    "own, others, said",
    [
        (9, (1, 2, 3, 4), f"Das war der höchste Wert unter fünf {COUNTIES}n Städten."),
        (2, (1, 3, 4, 5), f"Das war der zweitniedrigste Wert unter fünf {COUNTIES}n Städten."),
        (3, (1, 2, 4, 5), f"In zwei {OTHERS} war der Anteil höher und in zwei niedriger."),
        (9, (9.04, 2, 3), f"In keinem {FEWER} war der Anteil höher, {REST}."),
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
        "Gegenüber 2021 ist der Anteil um 0,4 Prozentpunkte gesunken. "
        "Seit 2012 ist er insgesamt um 3,2 Prozentpunkte gestiegen."
    )
    assert course_sentence(measured(report, share, found)) == (
        "Von 2012 bis 2022 ist der Anteil im Musterkreis von 44,3 auf 47,5 Prozent gestiegen; "
        "2021 lag er bei 47,9."
    )


def test_change_of_a_count_is_told_in_percent(report: Report, share: Indikator) -> None:
    found = levels(k01099={2020: 93270, 2021: 94906})
    assert change_sentence(measured(report, count(share), found), 2021) == (
        "Gegenüber 2020 ist die Zahl um 1,8 Prozent gestiegen."
    )


def test_change_of_small_and_negative_figures_is_told_by_both(
    report: Report, share: Indikator
) -> None:
    found = levels(k01099={2020: 3, 2021: 5})
    assert change_sentence(measured(report, count(share), found), 2021) == (
        "Gegenüber 2020 ist die Zahl von drei auf fünf Personen gestiegen."
    )
    found = levels(k01099={2020: -800, 2021: 500})
    saldo = replace(count(share), saldo=True)
    assert change_sentence(measured(report, saldo, found), 2021) == (
        "2020 hatte die Zahl bei minus 800 gelegen."
    )
    assert course_sentence(measured(report, saldo, found)) == (
        "2021 lag die Zahl im Musterkreis bei plus 500 Personen, 2020 bei minus 800."
    )


def test_no_change_across_a_break(report: Report, share: Indikator) -> None:
    broken = replace(share, brueche=(Bruch(2022, "Zensus"),))
    found = levels(k01099={2011: 10.0, 2021: 20.0, 2022: 30.0, 2023: 31.0})
    assert change_sentence(measured(report, broken, found), 2023) == (
        "Gegenüber 2022 ist der Anteil um 1,0 Prozentpunkte gestiegen."
    )
    assert change_sentence(measured(report, broken, found), 2022) == (
        "Mit den Jahren vor 2022 lässt sich das nicht vergleichen."
    )
    assert "2021" not in course_sentence(measured(report, broken, found))


def test_equal_as_shown_is_equal(report: Report, share: Indikator) -> None:
    found = levels(k01099={2020: 10.04, 2021: 9.96})
    assert change_sentence(measured(report, share, found), 2021) == (
        "Genauso hoch war der Anteil 2020."
    )
    assert course_sentence(measured(report, share, found)) == (
        "2021 war der Anteil im Musterkreis genauso hoch wie 2020: 10,0 Prozent."
    )


def test_one_year_has_no_change(report: Report, share: Indikator) -> None:
    found = levels(k01099={2022: 10.0})
    assert change_sentence(measured(report, share, found), 2022) == ""
    assert course_sentence(measured(report, share, found)) == ""


def test_extremes_with_ties(report: Report, share: Indikator) -> None:
    values = {NORD: 5.0, MITTE: 2.0, SUED: 5.0}
    assert extremes_sentence(measured(report, share, in_2022(values)), 2022) == (
        "Am höchsten war der Anteil in Nordort und Südort (je 5,0 Prozent), "
        "am niedrigsten in Mitte (2,0)."
    )
    assert extremes_sentence(measured(report, share, in_2022({NORD: 5.0, MITTE: 2.0})), 2022) == (
        "Am höchsten war der Anteil in Nordort (5,0 Prozent), am niedrigsten in Mitte (2,0)."
    )
    assert extremes_sentence(
        measured(report, share, in_2022(dict.fromkeys(values, 3.0))), 2022
    ) == ("In allen Kommunen war der Anteil gleich hoch: 3,0 Prozent.")
    assert extremes_sentence(measured(report, share, in_2022({NORD: 5.0})), 2022) == ""


def test_sentence_of_a_map(report: Report, share: Indikator) -> None:
    found = levels(k01099={2022: 4.0}, k01099001={2022: 2.4}, k01099003={2022: 7.0})
    assert sentence(measured(report, share, found), 2022) == (
        "2022 lag der Anteil im Musterkreis bei 4,0 Prozent. "
        "Am höchsten war der Anteil in Südort (7,0 Prozent), am niedrigsten in Nordort (2,4)."
    )


def test_spread_of_the_kommunen(report: Report, share: Indikator) -> None:
    found = levels(
        k01099={2022: 4.0}, k01099001={2022: 2.4}, k01099002={2022: 4.04}, k01099003={2022: 7.0}
    )
    assert above_sentence(measured(report, share, found), 2022) == (
        "In einer von drei Kommunen war der Anteil höher als im Musterkreis insgesamt, "
        "in einer niedriger und in einer gleich hoch."
    )
    three = replace(share, klassen=Klassen(grenzen=(3, 4, 6.5)))
    assert class_sentence(measured(report, three, found), 2022) == (
        "In einer Kommune lag der Anteil unter 3 Prozent, "
        "in einer erreichte er 6,5 Prozent oder mehr."
    )
    none_below = replace(share, klassen=Klassen(grenzen=(1, 4)))
    assert class_sentence(measured(report, none_below, found), 2022) == ""
    assert above_sentence(measured(report, count(share), found), 2022) == ""


def test_middle_half(share: Indikator) -> None:
    values = {str(number): float(number) for number in range(1, 13)}
    assert middle_sentence(share, values) == (
        "In der mittleren Hälfte der Kommunen lag der Anteil zwischen 4,0 und 9,0 Prozent."
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
        "In allen zwei Kommunen, die beide Werte haben, ist der Anteil gegenüber 2021 gestiegen."
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
    assert difference(count(share), 1004, 1000) == "0,4 Prozent"
    assert difference(count(share), 104, 100) == "4 Prozent"
    assert difference(count(share), 1000.2, 1000) == ""
    assert difference(count(share), 12, 10) == ""


def test_amounts_and_places(share: Indikator) -> None:
    assert amount(count(share), 1) == "1"
    assert amount(count(share), 2) == "2\u202fPersonen"


@pytest.mark.parametrize(
    "name, where, whose",
    [
        ("Kreis Pinneberg", "im Kreis Pinneberg", "des Kreises Pinneberg"),
        ("Landkreis Ahrweiler", "im Landkreis Ahrweiler", "des Landkreises Ahrweiler"),
        ("Eifelkreis Bitburg-Prüm", "im Eifelkreis Bitburg-Prüm", "des Eifelkreises Bitburg-Prüm"),
        ("Rhein-Sieg-Kreis", "im Rhein-Sieg-Kreis", "des Rhein-Sieg-Kreises"),
        ("Märkischer Kreis", "im Märkischen Kreis", "des Märkischen Kreises"),
        ("Musterkreis", "im Musterkreis", "des Musterkreises"),
        ("Region Hannover", "in der Region Hannover", "der Region Hannover"),
        ("StädteRegion Aachen", "in der StädteRegion Aachen", "der StädteRegion Aachen"),
        ("Lübeck", "in Lübeck", "von Lübeck"),
        ("Saarland", "im Saarland", "des Saarlands"),
    ],
)
def test_names_of_counties_have_their_cases(
    report: Report, name: str, where: str, whose: str
) -> None:
    assert inside(name) == where
    assert genitive_of(replace(report.geografie, name=name)) == whose


def test_places_are_called_as_their_files_say(report: Report) -> None:
    geografie = report.geografie
    island = replace(geografie.kommunen[SUED], ort="auf Südort")
    geografie = replace(
        geografie,
        ort="an der Musterküste",
        genitiv="der Musterküste",
        kommunen={**geografie.kommunen, SUED: island},
    )
    assert place_of(geografie, OWN) == "an der Musterküste"
    assert genitive_of(geografie) == "der Musterküste"
    assert place_of(geografie, SUED) == "auf Südort"
    assert place_of(geografie, "sued") == "auf Südort"
    assert place_of(geografie, "nord") == "im Raum Nord"
    assert place_of(geografie, "01") == "in Musterland"


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
        "Am höchsten war der Anteil im Amt Ost und im Amt West (je 7,0 Prozent), "
        "am niedrigsten in Südort (2,0)."
    )
    assert above_sentence(messung, 2022) == (
        "In zwei Ämtern war der Anteil höher als im Musterkreis insgesamt "
        "und in einer Kommune niedriger."
    )
    lower = of_aemter(report, share, in_2022({OWN: 9.0, SUED: 2.0, EAST: 7.0}))
    assert above_sentence(lower, 2022) == (
        "Nirgends war der Anteil höher als im Musterkreis insgesamt "
        "und in einer Kommune und einem Amt niedriger."
    )
    assert gaps_sentence(lower, 2022) == "Für ein Amt liegt kein Wert vor."
    same = of_aemter(report, share, in_2022({SUED: 2.0, EAST: 2.0}))
    assert extremes_sentence(same, 2022) == (
        "In allen Ämtern und amtsfreien Kommunen war der Anteil gleich hoch: 2,0 Prozent."
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
        "Für 2022 ist der Anteil im Musterkreis nicht bekannt: "
        "Nur für zwei von drei Ämtern und amtsfreien Kommunen liegen Werte vor."
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
        "Südort (44,0 Prozent) ist ein Sonderfall und bleibt bei den Farbstufen außen vor."
    )
    assert cut_sentence(far, 2022) == "Nicht im Maßstab gezeichnet: Südort (44,0 Prozent)."
    near = measured(report, aside, in_2022({NORD: 2.0, MITTE: 4.0, SUED: 5.0}))
    assert aside_sentence(near, 2022) and not cut_sentence(near, 2022)
    assert not aside_sentence(measured(report, share, in_2022({NORD: 2.0, SUED: 44.0})), 2022)
