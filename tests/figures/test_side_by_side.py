"""Places side by side: what is told of each, what compares, and what is said of it all."""

from dataclasses import replace

import pytest

from fokusbericht.figures.side_by_side import compared, extremes, measures_of, side_by_side
from fokusbericht.figures.side_table import SideRow, side_file, side_table, sides_of
from fokusbericht.model.figures import Fehlgrund, Rangregel, Wert, Wortlaut
from fokusbericht.model.report import Report
from fokusbericht.statistics.alike import is_alike
from fokusbericht.words.beside import Count, greatest, heading, more, sentence

TOWN, YOUNG, VILLAGE = "99001001", "99001002", "99001003"
NAMES = ("Musterstadt", "Beispielhausen", "Probedorf")


def rows(report: Report, *kommunen: str) -> dict[str, SideRow]:
    table = side_table(report, sides_of(report, kommunen))
    return {row.title: row for block in (*table.telling, *table.others) for row in block.rows}


def told(row: SideRow) -> list[tuple[str, str]]:
    return [(cell.text, f"{cell.amount} {cell.note}".strip()) for cell in row.cells]


def test_each_figure_stands_with_its_difference_in_words_and_shape(report: Report) -> None:
    found = rows(report, TOWN, YOUNG, VILLAGE)
    row = found["Leerstandsquote"]
    assert (row.unit, row.href) == ("Prozent, 2025", "/sozialbericht/leerstandsquote/")
    assert told(row) == [
        ("1,8", ""),
        ("1,4", "ähnlich"),
        ("2,1", "ähnlich"),
        ("2,2", "ähnlich"),
        ("2,9", "1,1 mehr"),
    ]
    assert [cell.kind for cell in row.cells] == ["", "gleich", "gleich", "gleich", "mehr"]
    assert told(found["Nettokaltmiete"])[:3] == [
        ("8,69", ""),
        ("8,32", "ähnlich"),
        ("7,64", "1,05 weniger"),
    ]


def test_what_does_not_compare_says_why(report: Report) -> None:
    found = rows(report, TOWN, YOUNG, VILLAGE)
    assert told(found["Bevölkerung"])[:2] == [("41.000", ""), ("17.800", "")]  # a count
    assert told(found["Schulabgänge ohne Abschluss"])[2] == ("–", "geheim gehalten")
    assert told(found["Pflegeplätze"])[2:] == [
        ("–", "nichts vorhanden"),
        ("–", "unvollständig"),
        ("–", "keine Angabe"),
    ]
    assert told(found["Fahrzeit zum nächsten Zentrum"])[2] == ("13,4", "ganzes Amt")
    stops = found["Barrierefreie Haltestellen"]
    assert stops.unit == "Prozent, 2025, wenige Fälle"
    assert told(stops)[:2] == [("51,7", ""), ("47,8", "")]


def changed(report: Report, name: str, **attributes: object) -> Report:
    one = replace(report.indikatoren[name], **attributes)  # type: ignore[arg-type]
    return replace(report, indikatoren={**report.indikatoren, name: one})


def test_a_figure_of_another_year_says_so_and_does_not_compare(report: Report) -> None:
    werte = dict(report.indikatoren["eigentuemerquote"].werte)
    last = max(year for area, year in werte if area == YOUNG)
    value = werte[YOUNG, last]
    werte = {spot: one for spot, one in werte.items() if spot[0] != YOUNG}
    werte[YOUNG, last - 5] = value
    found = rows(changed(report, "eigentuemerquote", werte=werte), TOWN, YOUNG, VILLAGE)
    assert told(found["Eigentümerquote"])[1] == ("47,5", str(last - 5))


def test_a_secret_figure_is_not_replaced_by_an_older_one(report: Report) -> None:
    werte = dict(report.indikatoren["eigentuemerquote"].werte)
    last = max(year for area, year in werte if area == YOUNG)
    werte[YOUNG, last - 5] = werte[YOUNG, last]
    werte[YOUNG, last] = Wert(None, Fehlgrund.GEHEIM)
    found = rows(changed(report, "eigentuemerquote", werte=werte), TOWN, YOUNG, VILLAGE)
    assert told(found["Eigentümerquote"])[1] == ("–", "geheim gehalten")


def test_too_few_cases_have_no_difference(report: Report) -> None:
    strict = changed(report, "eigentuemerquote", rang=Rangregel(1e9))
    found = rows(strict, TOWN, YOUNG, VILLAGE)
    assert told(found["Eigentümerquote"])[1:] == [
        ("47,5", "zu wenige Fälle"),
        ("71,4", "zu wenige Fälle"),
        ("45,7", ""),
        ("51,2", ""),
    ]


def test_the_first_place_decides_the_year(report: Report) -> None:
    for _, members in side_by_side(report, (TOWN, YOUNG), measures_of(report)):
        for row in members:
            assert row.year == row.messung.latest(row.messung.area_of(TOWN))[0] or (
                row.messung.amt_instead(TOWN)
            )


def test_only_what_all_places_have_is_counted(report: Report) -> None:
    found = [row for _, some in side_by_side(report, (TOWN, YOUNG, VILLAGE), ()) for row in some]
    names = {row.messung.name for row in compared(found, 3)}
    assert "eigentuemerquote" in names
    assert names.isdisjoint({"bevoelkerung", "schulabgaenge-ohne-abschluss"})
    assert all(set(one.row.kinds[1:]) in ({"mehr"}, {"weniger"}) for one in extremes(found, 3))


def test_table_and_sentence_of_three_places(report: Report) -> None:
    sides = sides_of(report, (TOWN, YOUNG, VILLAGE))
    table = side_table(report, sides)
    assert table.heading == "Musterstadt neben Beispielhausen und Probedorf"
    assert table.sentence == (
        "Musterstadt hat bei vier von zehn Zahlen den höchsten Wert und bei drei den niedrigsten; "
        "zwei sind überall ähnlich."
    )
    assert [link.title for link in table.places] == [*NAMES, "Kreis Muster", "Musterland"]
    assert len(table.greatest) == 2
    lines = side_file(report, sides).csv().decode("utf-8-sig").splitlines()
    assert lines[:2] == [
        "ebene;raum_schluessel;raum;indikator;titel;jahr;wert;einheit",
        "kommune;99001001;Musterstadt;bevoelkerung;Bevölkerung;2025;41000;Menschen",
    ]
    levels = {key: level for level, key, *_ in (line.split(";") for line in lines[1:])}
    assert levels == {
        **dict.fromkeys((TOWN, YOUNG, VILLAGE), "kommune"),
        "99001": "kreis",
        "99": "land",
        "990015010": "amt",
    }


@pytest.mark.parametrize(
    "count, expected",
    [
        (Count(0, 0, 0, 0), "Keine der wichtigen Zahlen lässt sich für diese Orte vergleichen."),
        (Count(1, 1, 0, 0), "Nur eine wichtige Zahl lässt sich für diese Orte vergleichen."),
        (
            Count(28, 0, 1, 13),
            "Musterstadt hat bei keiner von 28 Zahlen den höchsten Wert und bei einer den "
            "niedrigsten; 13 sind überall ähnlich.",
        ),
    ],
)
def test_sentence_of_none_one_and_many(count: Count, expected: str) -> None:
    assert sentence(NAMES, count) == expected


def test_two_places_are_named() -> None:
    assert heading(NAMES[:2]) == "Musterstadt neben Beispielhausen"
    assert sentence(NAMES[:2], Count(12, 1, 2, 0)) == (
        "Musterstadt hat bei einer von zwölf Zahlen den höheren Wert und bei zwei den niedrigeren; "
        "keine ist ähnlich."
    )
    assert (more(1), more(23)) == ("Eine weitere Zahl", "23 weitere Zahlen")


def test_a_great_difference_has_the_heading_of_its_figure(report: Report) -> None:
    one = replace(report.indikatoren["leerstandsquote"], wortlaut=None)
    said = greatest(one, 2025, 7.0, 2.5, "Probedorf", False)
    assert said.title == "Leerstandsquote: höher"
    assert (
        said.text == "Leerstandsquote 2025: 7,0\u202f%; am nächsten kommt Probedorf (2,5\u202f%)."
    )
    worded = replace(one, wortlaut=Wortlaut("die Quote", weniger="Weniger Leerstand"))
    said = greatest(worded, 2025, 2.5, 7.0, "Probedorf", True)
    assert said.title == "Weniger Leerstand"
    assert said.text == "Leerstandsquote 2025: 2,5\u202f%, für Probedorf 7,0\u202f%."
    reported = replace(worded, jahr_des_berichts=True)
    assert greatest(reported, 2025, 2.5, 7.0, "Probedorf", True).text.startswith(
        "Leerstandsquote im Bericht 2025: "
    )


@pytest.mark.parametrize(
    "own, other, digits, in_percent, expected",
    [
        (100, 110, 0, False, True),  # a tenth
        (100, 111, 0, False, False),
        (-100, -110, 0, False, True),
        (0, 0, 0, False, True),
        (0, 1, 0, False, False),
        (20, 25, 1, True, True),  # half a percentage point
        (20, 26, 1, True, False),
        (20, 25, 1, False, False),
        (-2, 3, 1, True, True),
        (1, 2, 0, True, False),
    ],
)
def test_alike_is_a_tenth_or_half_a_percentage_point(
    own: int, other: int, digits: int, in_percent: bool, expected: bool
) -> None:
    assert is_alike(own, other, digits, in_percent) is expected
