"""The history of the Handlungsfelder as strands, and as words."""

from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.charts.drawn.narrow_river import narrow_river_svg
from fokusbericht.charts.drawn.river import river_svg
from fokusbericht.charts.drawn.strands import Strand, TopicMove
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


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Return a county with three fields that merge, get a new name, take topics from another."""
    texts = (("wohnen", "Wohnen", 1, HOUSING), ("pflege", "Pflege", 2, HEALTH))
    fields = (*texts, ("leben", "Leben", 3, LEISURE))
    files = {
        f"content/handlungsfelder/{name}.md": FIELD.format(
            titel=titel, reihenfolge=number, verlauf=verlauf
        )
        for name, titel, number, verlauf in fields
    }
    report, problems = loaded(small_county(tmp_path, files))
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
