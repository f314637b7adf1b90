"""The page on demography and finances: true sentences, honest gaps, tables like the pictures."""

import re
from collections import Counter
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


def with_years(report: Report, years: set[int], *names: str) -> Report:
    """Return the report as if some indicators had values of these years alone."""
    cut = {
        name: replace(one, werte={at: wert for at, wert in one.werte.items() if at[1] in years})
        for name, one in report.indikatoren.items()
        if name in names
    }
    return replace(report, indikatoren={**report.indikatoren, **cut})


def test_shares_are_filled_up_to_a_hundred(report: Report) -> None:
    drawing = picture(report, "Jung, dazwischen, alt")
    assert drawing.sentence == (
        "Kreis Muster 2025: Kinder und Jugendliche 16,9\u202f%, "
        "Menschen ab 67 Jahren 20,3\u202f%, 18 bis 66 Jahre 62,8\u202f%."
    )
    assert isinstance(drawing.chart, BarChart)
    assert sum(bar.value or 0 for bar in drawing.chart.bars) == pytest.approx(100)
    assert drawing.notes == ("„18 bis 66 Jahre“ ist errechnet: was zu hundert fehlt.",)


def test_a_year_without_a_value_keeps_its_place(report: Report) -> None:
    few = with_years(report, {2022, 2024, 2025}, "zuzuege", "fortzuege")
    drawing = picture(few, "Zuzüge und Fortzüge")
    assert isinstance(drawing.chart, BarChart)
    assert [(bar.name, bar.value) for bar in drawing.chart.bars] == [
        ("2022 Zuzüge", 8631),
        ("2022 Fortzüge", 6469),
        ("2023", None),
        ("2024 Zuzüge", 7054),
        ("2024 Fortzüge", 6258),
        ("2025 Zuzüge", 7357),
        ("2025 Fortzüge", 6614),
    ]
    assert drawing.sentence == (
        "Kreis Muster 2025: Zuzüge 7.357, Fortzüge 6.614. Gegenüber 2022: "
        "Zuzüge −14,8\u202f%, Fortzüge +2,2\u202f%. Für 2023 liegt kein Wert vor."
    )
    assert gap_sentence((2018, 2021)) == "Für 2019 und 2020 liegt kein Wert vor."


def test_many_years_of_several_indicators_are_lines(report: Report) -> None:
    chart = picture(report, "Zuzüge und Fortzüge").chart
    assert isinstance(chart, LineChart)
    assert [series.name for series in chart.series] == ["Zuzüge", "Fortzüge"]


def balance_years(report: Report) -> set[int]:
    """Return the years whose change is taken apart."""
    chart = picture(report, "Woraus das Wachstum besteht").chart
    assert isinstance(chart, BarChart)
    return {int(bar.name[:4]) for bar in chart.bars}


def test_the_parts_of_a_change_add_up(report: Report) -> None:
    drawing = picture(report, "Woraus das Wachstum besteht")
    assert drawing.sentence == (
        "Bevölkerung von 2024 bis 2025: +469. Das sind +743 (Wanderungssaldo) "
        "und −274 (übrige Veränderung)."
    )
    assert isinstance(drawing.chart, BarChart)
    bars = {bar.name: bar.value or 0 for bar in drawing.chart.bars}
    people = messungen(report)["bevoelkerung"]
    known = people.known(people.own)
    years = balance_years(report)
    # 2017 has no year before it, and 2022 was counted anew.
    assert years == set(known) - {2017, 2022}
    for year in years:
        change = bars[f"{year} Wanderungssaldo"] + bars[f"{year} übrige Veränderung"]
        assert change == known[year] - known[year - 1]


def test_no_change_is_taken_apart_across_a_break(report: Report) -> None:
    stock = report.indikatoren["bevoelkerung"]
    broken = replace(stock, brueche=(replace(stock.brueche[0], jahr=2024),))
    cut = replace(report, indikatoren={**report.indikatoren, "bevoelkerung": broken})
    assert balance_years(cut) == balance_years(report) - {2024} | {2022}


def test_many_years_are_lines_among_the_other_counties(report: Report) -> None:
    (drawing,) = drawings_of(report, messungen(report)["steuerkraft"], "/x/")
    assert isinstance(drawing.chart, LineChart)
    assert drawing.among_many
    assert drawing.notes == ("Grau: die 3 anderen Kreise und kreisfreien Städte.",)
    assert drawing.picture.src == "/x/steuerkraft.svg"


def test_a_single_year_is_a_number_and_no_chart(report: Report) -> None:
    single = with_years(report, {2025}, "haushalte")
    assert drawings_of(single, messungen(single)["haushalte"], "/x/") == ()


def test_a_table_says_what_the_picture_says(report: Report) -> None:
    (drawing,) = drawings_of(report, messungen(report)["durchschnittsalter"], "/x/")
    table = table_of(drawing.chart)
    assert table.head == ("Jahr", "Kreis Muster", "3 andere: niedrigster", "höchster Wert")
    assert [cell.text for cell in table.rows[0]] == ["2025", "44,4", "44,0", "46,1"]
    assert isinstance(drawing.chart, LineChart)
    points = {one.name: dict(one.points) for one in drawing.chart.series}["Kreis Muster"]
    assert [row[1].text for row in table.rows] == [
        format_number(points[year] or 0, 1) for year in sorted(points, reverse=True)
    ]


def test_a_table_leaves_gaps_open() -> None:
    chart = LineChart("Titel", "", "%", 1, (Series("Kreis", ((2020, 1.25), (2021, None))),))
    rows = table_of(chart).rows
    assert [[cell.text for cell in row] for row in rows] == [["2021", "–"], ["2020", "1,3"]]


def test_sections_say_what_is_missing(report: Report, html: str) -> None:
    parts = report.kreis.demographie
    assert html.count("Was hier fehlt") == sum(bool(part.fehlt) for part in parts) > 2
    # Each picture of the sections, and that of the rooms.
    pictures = sum(len(part.bilder) for part in parts) + 1
    assert html.count("<summary>Als Tabelle") == html.count('<figure class="figur">') == pictures


def test_earlier_comments_are_folded(report: Report, html: str) -> None:
    bilder = [bild for part in report.kreis.demographie for bild in part.bilder]
    shown = {ref.key for bild in bilder for ref in bild.indikatoren}
    comments = Counter(one.indikator.key for one in report.kommentare.values())
    several = [key for key, number in comments.items() if number > 1 and key in shown]
    assert html.count("Frühere Kommentare") == len(several) > 0


def test_the_head_leads_to_the_sections(html: str) -> None:
    anchors = re.findall(r'<p class="name"><a href="#([^"]+)">', html)
    assert anchors == re.findall(r'<h2 id="([^"]+)">', html)


def test_a_picture_of_one_year_alone_is_told_as_a_figure(report: Report) -> None:
    place = report.kreis.place
    bild = Bild((Ref(Key(Kind.INDIKATOR, "haushalte"), place),), place)
    kreis = replace(report.kreis, demographie=(Abschnitt("Menschen", (bild,), place),))
    single = replace(with_years(report, {2025}, "haushalte"), kreis=kreis)
    page = next(demographie.plan(single)).make().decode()
    assert '<p class="wert zahl">58.736</p>' in page
    assert "<figure" not in page


def test_every_drawing_is_planned_once(report: Report) -> None:
    paths = [one.path for one in demographie.plan(report)]
    pictures = sum(len(part.bilder) for part in report.kreis.demographie)
    # The county's own course is drawn by its profile; each other has three files.
    assert len(paths) == len(set(paths)) == 1 + 1 + 3 * pictures
