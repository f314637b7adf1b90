"""What stands beside an indicator on its page: all of its group, with their last figures."""

import re

from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht import indikator
from fokusbericht.pages.sozialbericht.beside import BesideView, beside_view


def view_of(report: Report, name: str) -> BesideView | None:
    return beside_view(report, report.indikatoren[name])


def test_alone_it_has_nothing_beside_it(report: Report) -> None:
    assert view_of(report, "eigentuemerquote") is None


def test_doubles_of_one_subject_each_with_year_level_and_source(report: Report) -> None:
    view = view_of(report, "arbeitslosenquote-kreise")
    assert view is not None
    assert view.head == (
        *("Zahl", "Jahr", "Kreis Muster", "Musterland", "Großmusterland"),
        *("Liegt vor für", "Quelle"),
    )
    assert [" | ".join(cell.text for cell in row) for row in view.rows] == [
        "jede Kommune | 2025 | 6,3\u202f% | 6,4\u202f% | 6,1\u202f% | jede Kommune | "
        "Kreis Muster, erfundene Zahlen",
        "alle Kreise | 2024 | 6,4\u202f% | 6,3\u202f% | 6,1\u202f% | den Kreis | "
        "Landesamt Musterland, erfundene Zahlen",
    ]
    assert [row[0].note for row in view.rows] == ["", "diese Seite"]


def test_what_has_figures_is_said_as_it_is(report: Report) -> None:
    levels = {
        row[0].href: row[-2].text
        for name in report.indikatoren
        if (view := view_of(report, name))
        for row in view.rows
    }
    assert levels["/sozialbericht/arbeitslosenquote/"] == "jede Kommune"
    assert set(levels.values()) <= {"jede Kommune", "Kommunen", "Ämter", "den Kreis"}


def test_land_and_bund_stand_there_only_with_a_figure(report: Report) -> None:
    view = view_of(report, "junge-arbeitslose-frauen")
    assert view is not None
    assert view.head == ("Zahl", "Jahr", "Kreis Muster", "Liegt vor für", "Quelle")


def test_the_page_shows_it_and_names_a_group_once_among_its_kin(report: Report) -> None:
    outputs = {one.path: one for one in indikator.plan(report)}
    page = outputs["sozialbericht/arbeitslosenquote/index.html"].make().decode()
    assert '<h2 id="nebeneinander">Nebeneinander</h2>' in page
    kin = page.partition('id="verwandt"')[2]
    assert len(re.findall("Junge Arbeitslose nach Geschlecht", kin)) == 1
    assert "zusammen · Frauen · Männer" in kin and "Junge arbeitslose Frauen" not in kin
