"""The groups in pictures: who worked when, who works on what, only as far as it is told."""

from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.charts.drawn.spans import Span, spans_svg
from fokusbericht.charts.drawn.ties import ties_svg
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.fokusgruppe import plan
from fokusbericht.pages.planung.group_pictures import times, work

GROUP = """---
titel: {titel}
kurz: Eine Gruppe.
geaendert: 2026-01-13
art: {art}
{more}---

Text.
"""
MEETING = """---
titel: Treffen
kurz: Ein Treffen.
art: sitzung
datum: 2021-07-02
fokusgruppe: rat
handlungsfelder: [wohnen]
geaendert: 2026-01-13
---

Text.
"""


@pytest.fixture
def report(tmp_path: Path) -> Report:
    """Return a county with a group that ended, one without a start, one without any date."""
    files = {
        "content/fokusgruppen/alt.md": GROUP.format(
            titel="Alte Runde", art="arbeitsstruktur", more="seit: 2017-01\nbis: 2019-12\n"
        ),
        "content/fokusgruppen/rat.md": GROUP.format(titel="Rat", art="steuerungsgruppe", more=""),
        "content/fokusgruppen/stille.md": GROUP.format(
            titel="Stille Runde", art="fokusgruppe", more="handlungsfelder: [wohnen]\n"
        ),
        "content/termine/2021-07-02-treffen.md": MEETING,
    }
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    return report


def test_a_bar_is_only_as_long_as_what_is_told(report: Report) -> None:
    spans = {one.name: one for group in times(report).picture.groups for one in group.spans}
    words = "Januar 2017 bis Dezember 2019"
    assert spans["Alte Runde"] == Span("Alte Runde", words, 2017.0, 2019.995)
    unknown = "Beginn und Ende nicht bekannt"
    assert spans["Rat"] == Span("Rat", unknown, 2021.497, 2021.497, True, True, (2021.497,))
    assert spans["Stille Runde"] == Span("Stille Runde", unknown)


def test_the_table_says_what_the_picture_shows(report: Report) -> None:
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in times(report).rows}
    assert rows["Rat"] == ["Beginn und Ende nicht bekannt", "2.\u00a0Juli 2021", "1", "0"]
    assert rows["Stille Runde"] == ["Beginn und Ende nicht bekannt", "–", "0", "0"]


def test_open_ends_are_drawn_dotted_and_unknown_times_not_at_all(report: Report) -> None:
    picture = times(report).picture
    drawn = spans_svg(picture.groups, picture.today, True, "Titel", "Beschreibung")
    # The group of the small county has an open end, the council two open ends.
    assert drawn.count('class="offen"') == 3
    assert drawn.count('class="balken-zeit"') == 3
    assert ">Stille Runde</tspan>" in drawn


def test_what_a_group_only_spoke_about_is_a_weak_tie(report: Report) -> None:
    found = work(report)
    assert found
    rows = {row[0].text: [cell.text for cell in row[1:]] for row in found.rows}
    assert rows["Rat"] == ["–", "Wohnen"]
    assert rows["Stille Runde"] == ["Wohnen", "–"]
    drawn = ties_svg(found.picture.ties, False, "Titel", "Beschreibung")
    assert drawn.count('class="kante schwach"') == 1


def test_a_group_without_a_known_recommendation_leads_to_those_of_its_fields(
    report: Report,
) -> None:
    pages = {output.path.split("/")[1]: output.make().decode() for output in plan(report)}
    assert "Hier ist keine Empfehlung dieser Gruppe zugeordnet." in pages["stille"]
    link = '<a href="../../handlungsempfehlungen/handlungsfeld/wohnen/">Handlungsfeld Wohnen</a>'
    assert f"{link} <small>Eine Empfehlung</small>" in pages["stille"]
    # A council recommends nothing, and of the third a recommendation is known.
    assert all("keine Empfehlung" not in pages[name] for name in ("rat", "alt", "wohnraum"))
