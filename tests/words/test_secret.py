"""What readers are told where figures are hidden: in words, why, and what ranks leave out."""

from dataclasses import replace

import pytest
from secret_figures import BARE_COUNT, report_of

from fokusbericht.figures.embeds import KarteView, KennzahlView, TabelleView, embed_view
from fokusbericht.figures.pictures import line_chart, map_picture
from fokusbericht.figures.profile import dated_cell
from fokusbericht.figures.ranking import hides_some, rank_of, rank_text
from fokusbericht.figures.table_of_map import table_of_map
from fokusbericht.figures.tables import TOP_NOTE, tables_apart, value_table
from fokusbericht.model.figures import Fehlgrund, Rangregel
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.before_after import sides
from fokusbericht.pages.orte import kommune, raum
from fokusbericht.pages.sozialbericht import indikator
from fokusbericht.pages.sozialbericht.einbetten import embed_of
from fokusbericht.pages.sozialbericht.indikator_figures import map_figure
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.words.county import sentence
from fokusbericht.words.numbers import number_cell, value_text, worded_cell
from fokusbericht.words.secret import ENDS_NOTE, MARK_NOTE, RANK_NOTE, WORDS_NOTE

NORD, MITTE, SUED = "01099001", "01099002", "01099003"
# Of Nordort, Mitte, Südort in 2021, 2022 and 2023.
NUMBERS = (5, 7, 9, 6, "x", 8, "x", 4, 3)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Return the small county with help that its source keeps secret here and there."""
    folder = tmp_path_factory.mktemp("geheim")
    keys = f"{BARE_COUNT}\neinheit: Jahre"
    return report_of(folder / "kreis", {"hilfe": (keys, NUMBERS)})


@pytest.fixture(scope="module")
def hilfe(report: Report) -> Messung:
    return messungen(report)["hilfe"]


@pytest.mark.parametrize(
    "missing, mark, words",
    [
        (Fehlgrund.GEHEIM, "•", "geheim gehalten"),
        (Fehlgrund.NICHTS, "–", "nichts vorhanden"),
        (Fehlgrund.UNBEKANNT, "keine Angabe", "keine Angabe"),
        (Fehlgrund.UNSICHER, "zu unsicher", "zu unsicher"),
    ],
)
def test_marks_are_for_tables_of_numbers_and_are_heard_as_words(
    hilfe: Messung, missing: Fehlgrund, mark: str, words: str
) -> None:
    figure = Figure(None, missing)
    cell = number_cell(hilfe.indikator, figure)
    assert (cell.text, cell.spoken or cell.text) == (mark, words)
    assert worded_cell(hilfe.indikator, figure).text == words
    assert value_text(hilfe.indikator, figure) == words


def test_a_map_says_it_in_words(report: Report, hilfe: Messung) -> None:
    picture, legend = map_picture(hilfe, 2023, "karte")
    assert picture.view.areas[0].text == "Nordort: geheim gehalten"
    assert "<title>Nordort: geheim gehalten</title>" in picture.__html__()
    assert (legend[-1].label, legend[-1].count) == ("geheim gehalten", "1 Kommune")


def test_the_table_hides_the_mark_from_who_listens(report: Report) -> None:
    page = render_table(report)
    spoken = '<span aria-hidden="true">•</span> <span class="nur-vorgelesen">geheim gehalten</span>'
    assert page.count(spoken) == page.count("•") - 2 == 6  # once more in the note of each table
    assert f"{RANK_NOTE} {MARK_NOTE}</p>" in page


def render_table(report: Report) -> str:
    """Return the page of the figure, as it is built."""
    outputs = indikator.plan(report)
    made = next(one for one in outputs if one.path == "sozialbericht/hilfe/index.html").make()
    return made.decode()


def test_a_table_says_why_and_what_its_ranks_leave_out(report: Report, hilfe: Messung) -> None:
    shown = value_table(hilfe, 2023)
    assert shown.note == f"{RANK_NOTE} {MARK_NOTE}"
    assert shown.head == ("Kommune", "2023", "seit 2022", "2022", "2021")  # no rank among two
    assert [part.note for part in tables_apart(hilfe, 2023)] == [MARK_NOTE]
    earlier = value_table(hilfe, 2021)
    assert earlier.head == ("Kommune", "2023", "2022", "2021", "Rang 2021")
    assert earlier.note == f"{TOP_NOTE} {MARK_NOTE}"


def test_extremes_are_those_of_shown_figures(report: Report, hilfe: Messung) -> None:
    told = "Am höchsten war die Zahl in Mitte (4 Jahre), am niedrigsten in Südort (3)."
    assert sentence(hilfe, 2023).endswith(f"{told} {ENDS_NOTE}")
    assert ENDS_NOTE not in sentence(hilfe, 2021)


def test_units_stand_where_no_case_can_be_wrong(report: Report, hilfe: Messung) -> None:
    drawn = map_figure(hilfe, 2023)
    assert drawn and drawn.title == "Hilfe (2023, Jahre)"
    assert value_table(hilfe, 2023).caption == "Hilfe (Jahre), alle Werte"


def test_there_is_no_rank_among_two(report: Report, hilfe: Messung) -> None:
    assert rank_of(hilfe, SUED, 2021) == (1, 3)
    assert rank_of(hilfe, SUED, 2023) == (0, 0)
    assert rank_text(hilfe, SUED, 2023) == "ohne"
    places = [row[0].text for row in table_of_map(hilfe, 2023).rows]
    assert places == ["–", "–", "–"]
    assert hides_some(hilfe, 2023)
    assert not hides_some(hilfe, 2021)


def test_a_hidden_figure_is_never_too_small_for_a_rank(report: Report, hilfe: Messung) -> None:
    ruled = replace(hilfe, indikator=replace(hilfe.indikator, rang=Rangregel(100)))
    assert rank_text(ruled, NORD, 2023) == "ohne"
    assert rank_text(ruled, SUED, 2023) == "zu klein für einen Rang"


def test_a_profile_says_that_a_later_figure_is_hidden(report: Report, hilfe: Messung) -> None:
    hidden = hilfe.hidden_year(NORD)
    assert hidden == 2023
    assert (
        dated_cell(hilfe.indikator, Figure(6), 2022, hidden).note
        == "Jahre, 2022\n(2023 geheim gehalten)"
    )
    assert hilfe.hidden_year(SUED) == hilfe.hidden_year(MITTE) == 0


def test_profiles_say_why_a_figure_or_a_span_is_hidden(report: Report, hilfe: Messung) -> None:
    pages = {one.path: one for one in (*kommune.plan(report), *raum.plan(report))}
    nord = pages["raeume/nord/index.html"].make().decode()
    assert "12 <small>Jahre, 2021\n(2023 geheim gehalten)</small>" in nord
    assert WORDS_NOTE in nord
    assert WORDS_NOTE in pages["kommunen/nordort/index.html"].make().decode()
    assert RANK_NOTE in pages["kommunen/mitte/index.html"].make().decode()
    members = (NORD, MITTE)
    spans = [raum.span_text(hilfe, members, year) for year in (2021, 2022)]
    assert spans == ["5 bis 7", "geheim gehalten"]


def test_embeds_and_frames_say_why(report: Report, hilfe: Messung) -> None:
    for name in ("karte", "tabelle", "kennzahl"):
        assert _note(report, name, 2023) == WORDS_NOTE
        assert not _note(report, name, 2021)
    table = embed_view(report, "tabelle", "hilfe, 2023").data
    assert isinstance(table, TabelleView)
    assert [[cell.text for cell in row] for row in table.rows[:2]] == [
        ["Musterkreis", "geheim gehalten"],
        ["Raum Nord", "geheim gehalten"],
    ]
    assert embed_of(hilfe).note == WORDS_NOTE


def _note(report: Report, name: str, year: int) -> str:
    view = embed_view(report, name, f"hilfe, {year}").data
    assert isinstance(view, KarteView | TabelleView | KennzahlView)
    return view.note


def test_what_is_hidden_around_a_decision_is_not_said_to_be_missing(hilfe: Messung) -> None:
    assert sides(hilfe.indikator, {2017: 2.0}, "Beschluss", 2018, (2020, 2022)) == (
        "Vor dem Beschluss 2018: 2\u202fJahre (2017). Aus der Zeit danach ist noch kein Wert "
        "veröffentlicht. Geheim gehalten: 2020 und 2022."
    )
    assert sides(hilfe.indikator, {2018: 2.0}, "Beschluss", 2018, (2020,)).startswith(
        "Nur aus dem Jahr selbst ist ein Wert veröffentlicht: 2"
    )


def test_lines_of_rooms_are_not_taken_for_towns(hilfe: Messung) -> None:
    chart = line_chart(hilfe)
    assert chart and [one.name for one in chart.series] == ["Musterkreis", "Raum Nord", "Raum Süd"]
