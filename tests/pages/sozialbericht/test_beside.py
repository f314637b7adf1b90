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
    assert view.head == ("Zahl", "Jahr", "Kreis Muster", "Musterland", "Großmusterland")
    assert [" | ".join(cell.text for cell in row) for row in view.rows] == [
        "jede Kommune | 2025 | 6,3\u202f% | 6,4\u202f% | 6,1\u202f%",
        "alle Kreise | 2024 | 6,4\u202f% | 6,3\u202f% | 6,1\u202f%",
    ]
    assert [row[0].note for row in view.rows] == [
        "für jede Kommune · Kreis Muster, erfundene Zahlen",
        "diese Seite · für den Kreis · Landesamt Musterland, erfundene Zahlen",
    ]


def test_what_has_figures_is_said_as_it_is(report: Report) -> None:
    levels = {
        row[0].href: row[0].note.removeprefix("diese Seite · ").partition(" · ")[0]
        for name in report.indikatoren
        if (view := view_of(report, name))
        for row in view.rows
    }
    assert levels["/sozialbericht/arbeitslosenquote/"] == "für jede Kommune"
    allowed = {"für jede Kommune", "für Kommunen", "für Ämter", "für den Kreis"}
    assert set(levels.values()) <= allowed


def test_land_and_bund_stand_there_only_with_a_figure(report: Report) -> None:
    view = view_of(report, "junge-arbeitslose-frauen")
    assert view is not None
    assert view.head == ("Zahl", "Jahr", "Kreis Muster")


def test_the_page_shows_it_and_names_a_group_once_among_its_kin(report: Report) -> None:
    outputs = {one.path: one for one in indikator.plan(report)}
    page = outputs["sozialbericht/arbeitslosenquote/index.html"].make().decode()
    fold = page.partition("<h2>Nebeneinander</h2>")[2].partition("</details>")[0]
    assert '<div id="nebeneinander">' in fold and "alle Kreise" in fold
    kin = page.partition('id="verwandt"')[2]
    assert len(re.findall("Junge Arbeitslose nach Geschlecht", kin)) == 1
    assert "zusammen · Frauen · Männer" in kin and "Junge arbeitslose Frauen" not in kin
