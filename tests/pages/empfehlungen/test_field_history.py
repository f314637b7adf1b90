"""The history of the Handlungsfelder as strands, and as words."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.charts.drawn.narrow_river import narrow_river_svg
from fokusbericht.charts.drawn.river import river_svg
from fokusbericht.charts.drawn.strands import Stage, StageLabel, Strand, Strands, TopicMove
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.field_strands import (
    field_strands,
    neighbouring,
    ordered_fields,
    priorities,
    river_of,
)

FIELD = """---
titel: {titel}
kurz: Ein Feld.
geaendert: 2026-01-12
reihenfolge: {reihenfolge}
verlauf:
{verlauf}
---

Text.
"""
HEALTH = """\
  - {datum: 2016, was: beginn, stand: beschlossen, text: A., name: Arzt}
  - {datum: 2016, was: beginn, stand: beschlossen, text: B., name: Gesundheit}
  - {datum: 2022, was: thema, stand: vorgeschlagen, text: C.,
     name: Medizin, vorher: Gesundheit, von: Arzt}
  - {datum: 2022, was: prioritaet, stand: vorgeschlagen, text: D.,
     name: Gesundheit, vorher: Gesundheit, vorrang: false}
  - {datum: 2024, was: zusammenlegung, stand: berichtet, text: E., name: Pflege}"""
LEISURE = """\
  - {datum: 2016, was: beginn, stand: beschlossen, text: A., name: Freizeit}
  - {datum: 2022, was: thema, stand: vorgeschlagen, text: C., name: Leben}
  - {datum: 2024, was: umbenennung, stand: berichtet, text: D., name: Leben}"""
HOUSING = """\
  - {datum: 2016, was: beginn, stand: beschlossen, text: A., name: Wohnen}
  - {datum: 2022, was: thema, stand: vorgeschlagen, text: B., name: Wohnen, von: Freizeit}
  - {datum: 2022, was: prioritaet, stand: vorgeschlagen, text: C., name: Wohnen, vorrang: true}"""
HALF = """\
  - {{datum: 2016, was: beginn, stand: beschlossen, text: A., name: Arbeit und Bildung}}
  - {{datum: 2019, was: teilung, stand: beschlossen, text: B., name: {name},
     vorher: Arbeit und Bildung}}"""


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Return a county with three fields that merge, get a new name, take topics from another."""
    texts = {"Wohnen": HOUSING, "Pflege": HEALTH, "Leben": LEISURE}
    return county(tmp_path, texts)


def county(folder: Path, texts: Mapping[str, str]) -> Report:
    """Return a county with fields of such histories, by title."""
    files = {
        f"content/handlungsfelder/{titel.lower()}.md": FIELD.format(
            titel=titel, reihenfolge=number, verlauf=verlauf
        )
        for number, (titel, verlauf) in enumerate(texts.items(), 1)
    }
    report, problems = loaded(small_county(folder, files))
    assert problems == []
    return report


def words(strand: Strand) -> list[tuple[int, str, str]]:
    """Return what a strand says."""
    return [(one.stage, one.text, one.state) for one in strand.labels]


def test_each_name_is_a_strand_until_it_flows_into_another(report: Report) -> None:
    strands = field_strands(report, ordered_fields(report))
    assert [(one.year, one.words) for one in strands.stages] == [
        ("2016", "beschlossen"),
        ("2022", "nur vorgeschlagen"),
        ("2024", "ohne bekannten Beschluss"),
    ]
    _, arzt, gesundheit, pflege, leben = strands.strands
    assert words(arzt) == [(0, "Arzt", "beschlossen")]
    assert words(gesundheit) == [
        (0, "Gesundheit", "beschlossen"),
        (1, "Medizin", "vorgeschlagen"),
        (1, "mit Themen aus „Arzt“", "vorgeschlagen"),
        (1, "soll keinen Vorrang haben", "vorgeschlagen"),
    ]
    assert (arzt.last, gesundheit.last, pflege.first, pflege.sources) == (2, 2, 2, (1, 2))
    assert words(leben) == [
        (0, "Freizeit", "beschlossen"),
        (1, "Leben", "vorgeschlagen"),
        (1, "gibt Themen ab", "vorgeschlagen"),
        (2, "Leben", "berichtet"),
    ]
    assert strands.moves == (
        TopicMove(1, 4, 0, "vorgeschlagen"),
        TopicMove(1, 1, 2, "vorgeschlagen"),
    )


def test_fields_between_which_a_topic_moves_are_drawn_side_by_side(report: Report) -> None:
    names = [one.titel for one in neighbouring(ordered_fields(report))]
    assert names == ["Wohnen", "Leben", "Pflege"]


def test_the_picture_counts_the_fields_of_then_and_now(report: Report) -> None:
    river = river_of(report)
    assert river
    assert river.description == (
        "2016 gab es 4 Handlungsfelder, heute gibt es 3 Handlungsfelder. "
        "Alle Namen stehen in der Tabelle."
    )


def test_priorities_stand_by_date_with_how_binding_they_are(report: Report) -> None:
    rows = [tuple(cell.text for cell in row) for row in priorities(report)]
    assert rows == [("2022", "nur vorgeschlagen", "Wohnen", "Gesundheit")]


def test_proposed_names_are_drawn_dashed_and_in_words(report: Report) -> None:
    strands = field_strands(report, ordered_fields(report))
    wide = river_svg(strands, "Titel", "Beschreibung")
    assert wide.count('class="vorschlag vorgeschlagen"') == 3
    assert wide.count('class="thema vorgeschlagen"') == 2
    assert ">Medizin</tspan>" in wide
    narrow = narrow_river_svg(strands, (1,), "Titel", "Beschreibung")
    assert narrow.count('class="punkt vorgeschlagen"') == 1
    assert ">2022 · nur vorgeschlagen</tspan>" in narrow


def test_a_field_that_is_divided_goes_on_under_a_new_name(tmp_path: Path) -> None:
    parts = {name: HALF.format(name=name) for name in ("Bildung", "Arbeit")}
    report = county(tmp_path, {"Wohnen": HOUSING.splitlines()[0], **parts})
    _, education, work = field_strands(report, ordered_fields(report)).strands
    assert [text for _, text, _ in words(education)] == ["Arbeit und Bildung", "Bildung"]
    assert [text for _, text, _ in words(work)] == ["Arbeit und Bildung", "Arbeit"]
    river = river_of(report)
    assert river and river.description.startswith(
        "2016 gab es 2 Handlungsfelder, heute gibt es 3 Handlungsfelder."
    )


def test_what_is_noted_of_a_field_today_stands_below_its_name() -> None:
    labels = (
        StageLabel(0, "Gesundheitsversorgungsfragen", "beschlossen"),
        StageLabel(1, "andere Themen", "berichtet", is_note=True),
    )
    stages = tuple(Stage(year, "beschlossen") for year in ("2016", "2025"))
    wide = river_svg(Strands(stages, (Strand(0, 0, labels),)), "Titel", "Beschreibung")
    assert wide.count('class="vorschlag berichtet"') == 1
    assert re.search(">Gesundheitsversorgungsfragen</tspan><tspan[^>]*>andere Themen<", wide)
