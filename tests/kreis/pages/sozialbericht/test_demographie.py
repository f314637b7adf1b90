"""The page on demography and finances: true sentences, honest gaps, tables like the pictures."""

import re
from dataclasses import replace

import pytest

from fokusbericht.charts.vega.data import BarChart, LineChart, Series
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.kreis import Abschnitt, Bild
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht import demographie
from fokusbericht.pages.sozialbericht.demographie_charts import drawings_of, gap_sentence
from fokusbericht.pages.sozialbericht.demographie_drawing import ChartOnPage, table_of
from fokusbericht.pages.sozialbericht.demographie_together import together
from fokusbericht.statistics.messung import messungen
from fokusbericht.text.formatting import format_number


@pytest.fixture(scope="module")
def html(report: Report) -> str:
    """Return the page."""
    return next(demographie.plan(report)).make().decode()


def picture(report: Report, title: str) -> ChartOnPage:
    """Return the drawing of several indicators that has a title."""
    pictures = (bild for part in report.kreis.demographie for bild in part.bilder)
    drawing = together(report, next(one for one in pictures if one.titel == title), "/x/")
    assert drawing is not None
    return drawing


def test_shares_are_filled_up_to_a_hundred(report: Report) -> None:
    drawing = picture(report, "Jung, dazwischen, alt")
    assert drawing.sentence == (
        "Kreis Pinneberg 2022: Kinder und Jugendliche 18,1\u202f%, "
        "Menschen über 67 Jahre 20,1\u202f%, 18 bis 67 Jahre 61,8\u202f%."
    )
    assert isinstance(drawing.chart, BarChart)
    assert sum(bar.value or 0 for bar in drawing.chart.bars) == pytest.approx(100)
    assert drawing.notes == ("„18 bis 67 Jahre“ ist errechnet: was zu hundert fehlt.",)


def test_a_year_without_a_value_keeps_its_place(report: Report) -> None:
    drawing = picture(report, "Zuzüge und Fortzüge")
    assert isinstance(drawing.chart, BarChart)
    assert [(bar.name, bar.value) for bar in drawing.chart.bars] == [
        ("2020 Zuzüge", 15272),
        ("2020 Fortzüge", 13393),
        ("2021", None),
        ("2022 Zuzüge", 18913),
        ("2022 Fortzüge", 13675),
        ("2023 Zuzüge", 17433),
        ("2023 Fortzüge", 13903),
    ]
    assert drawing.sentence == (
        "Kreis Pinneberg 2023: Zuzüge 17.433, Fortzüge 13.903. Gegenüber 2020: "
        "Zuzüge +14,2\u202f%, Fortzüge +3,8\u202f%. Für 2021 liegt kein Wert vor."
    )
    assert gap_sentence((2018, 2021)) == "Für 2019 und 2020 liegt kein Wert vor."


def test_the_parts_of_a_change_add_up(report: Report) -> None:
    drawing = picture(report, "Woraus das Wachstum besteht")
    assert drawing.sentence == (
        "Bevölkerung von 2022 bis 2023: +1.888. Das sind +3.530 (Wanderungssaldo) "
        "und −1.642 (übrige Veränderung)."
    )
    assert isinstance(drawing.chart, BarChart)
    bars = {bar.name: bar.value or 0 for bar in drawing.chart.bars}
    assert {name[:4] for name in bars} == {"2020", "2022", "2023"}
    people = report.indikatoren["bevoelkerung"].werte
    for year in (2020, 2022, 2023):
        change = bars[f"{year} Wanderungssaldo"] + bars[f"{year} übrige Veränderung"]
        now, before = (people["01056", one].zahl or 0 for one in (year, year - 1))
        assert change == now - before


def test_no_change_is_taken_apart_across_a_break(report: Report) -> None:
    stock = report.indikatoren["bevoelkerung"]
    broken = replace(stock, brueche=(replace(stock.brueche[0], jahr=2022),))
    cut = replace(report, indikatoren={**report.indikatoren, "bevoelkerung": broken})
    chart = picture(cut, "Woraus das Wachstum besteht").chart
    assert isinstance(chart, BarChart)
    assert {bar.name[:4] for bar in chart.bars} == {"2020", "2023"}


def test_many_years_are_lines_among_the_other_counties(report: Report) -> None:
    (drawing,) = drawings_of(report, messungen(report)["steuerkraft"], "/x/")
    assert isinstance(drawing.chart, LineChart)
    assert drawing.among_many
    assert drawing.notes == ("Grau: die 14 anderen Kreise und kreisfreien Städte.",)
    assert drawing.picture.src == "/x/steuerkraft.svg"


def test_a_single_year_is_a_number_and_no_chart(report: Report) -> None:
    assert drawings_of(report, messungen(report)["haushalte"], "/x/") == ()


def test_a_table_says_what_the_picture_says(report: Report) -> None:
    (drawing,) = drawings_of(report, messungen(report)["durchschnittsalter"], "/x/")
    table = table_of(drawing.chart)
    assert table.head == ("Jahr", "Kreis Pinneberg", "14 andere: niedrigster", "höchster Wert")
    assert [cell.text for cell in table.rows[0]] == ["2022", "44,6", "41,9", "48,2"]
    assert isinstance(drawing.chart, LineChart)
    points = {one.name: dict(one.points) for one in drawing.chart.series}["Kreis Pinneberg"]
    assert [row[1].text for row in table.rows] == [
        format_number(points[year] or 0, 1) for year in sorted(points, reverse=True)
    ]


def test_a_table_leaves_gaps_open() -> None:
    chart = LineChart("Titel", "", "%", 1, (Series("Kreis", ((2020, 1.25), (2021, None))),))
    rows = table_of(chart).rows
    assert [[cell.text for cell in row] for row in rows] == [["2021", "–"], ["2020", "1,3"]]


def test_sections_say_what_is_missing(html: str) -> None:
    assert len(re.findall("Was hier fehlt", html)) == 3
    assert html.count("<summary>Als Tabelle") == html.count('<figure class="figur">') == 12
    assert html.count("Frühere Kommentare") == 2


def test_the_head_leads_to_the_sections(html: str) -> None:
    anchors = re.findall(r'<p class="name"><a href="#([^"]+)">', html)
    assert anchors == re.findall(r'<h2 id="([^"]+)">', html)


def test_a_picture_of_one_year_alone_is_told_as_a_figure(report: Report) -> None:
    place = report.kreis.place
    bild = Bild((Ref(Key(Kind.INDIKATOR, "haushalte"), place),), place)
    kreis = replace(report.kreis, demographie=(Abschnitt("Menschen", (bild,), place),))
    page = next(demographie.plan(replace(report, kreis=kreis))).make().decode()
    assert '<p class="wert zahl">153.471</p>' in page
    assert "<figure" not in page


def test_every_drawing_is_planned_once(report: Report) -> None:
    paths = [one.path for one in demographie.plan(report)]
    assert len(paths) == len(set(paths)) == 1 + 1 + 3 * 11
