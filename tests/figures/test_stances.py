"""How the Kommunen stand to something: the latest stance counts; a sentence, a map, a table."""

import re
from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.figures.stances import StancesView, stances_of_kommunen, stances_view
from fokusbericht.maps.svg import Area
from fokusbericht.model.report import Report
from fokusbericht.pages.orte import kommune
from fokusbericht.pages.orte.kommune import KommuneView

SUGGESTION = """---
titel: {titel}
kurz: Am Markt sollen Bänke stehen.
geaendert: 2026-01-14
datum: 2025-08
von: Seniorenbeirat
{head}verlauf:
  - {{datum: 2025-08, schritt: vorgeschlagen, text: Der Beirat schreibt.}}
{haltung}---
"""
STANCES = (
    "kommune: suedort, datum: 2025-10, haltung: ablehnend, text: Zu teuer.",
    "kommune: nordort, datum: 2025-09, haltung: ablehnend, text: Kein Platz.",
    "kommune: nordort, datum: 2026-02, haltung: zustimmend, text: Jetzt gern.",
    "kommune: nordort, datum: Herbst 2025, haltung: offen, text: Wird beraten.",
)


def listed(*stances: str) -> str:
    """Return stances as they are written."""
    return "haltung:\n" + "".join(f"  - {{{one}}}\n" for one in stances) if stances else ""


def report_with(folder: Path, haltung: str, head: str = "") -> Report:
    """Return the small county with a suggestion that Kommunen have a stance on."""
    text = SUGGESTION.format(titel="Bänke am Markt", haltung=haltung, head=head)
    report, problems = loaded(small_county(folder, {"content/anregungen/baenke.md": text}))
    assert [str(one) for one in problems] == []
    return report


def view_of(folder: Path, haltung: str) -> StancesView | None:
    """Return what is shown of the stances on the suggestion."""
    report = report_with(folder, haltung)
    return stances_view(report, report.anregungen["baenke"])


def profile(report: Report, name: str) -> tuple[KommuneView, str]:
    """Return the view of the profile of a Kommune, and its page."""
    (output,) = [one for one in kommune.plan(report) if one.path == f"kommunen/{name}/index.html"]
    _, _, view = output.ingredients  # type: ignore[misc]
    assert isinstance(view, KommuneView)
    return view, output.make().decode()


def test_the_latest_stance_counts_wherever_it_is_written(tmp_path: Path) -> None:
    view = view_of(tmp_path, listed(*STANCES))
    assert view
    assert [[cell.text for cell in row] for row in view.rows] == [
        ["Nordort", "zustimmend", "Februar 2026", "Jetzt gern."],
        ["Südort", "ablehnend", "Oktober 2025", "Zu teuer."],
    ]
    assert [row[0].href for row in view.rows] == ["/kommunen/nordort/", "/kommunen/suedort/"]


@pytest.mark.parametrize(
    ("stances", "sentence"),
    [
        (("zustimmend",), "Eine Kommune stimmt zu."),
        (("ablehnend", "ablehnend"), "Zwei Kommunen lehnen ab."),
        (("offen", "zustimmend"), "Eine Kommune stimmt zu und eine ist unentschieden."),
        (
            ("offen", "ablehnend", "zustimmend"),
            "Eine Kommune stimmt zu, eine lehnt ab und eine ist unentschieden.",
        ),
        (("zustimmend", "zustimmend", "ablehnend"), "Zwei Kommunen stimmen zu und eine lehnt ab."),
    ],
)
def test_the_sentence_counts_them(tmp_path: Path, stances: tuple[str, ...], sentence: str) -> None:
    names = ("nordort", "mitte", "suedort")
    written = [
        f"kommune: {name}, datum: 2025-09, haltung: {stance}"
        for name, stance in zip(names, stances, strict=False)
    ]
    view = view_of(tmp_path, listed(*written))
    assert view and view.sentence == sentence


def test_the_map_shows_each_kommune_and_the_legend_what_it_shows(tmp_path: Path) -> None:
    view = view_of(tmp_path, listed(*STANCES))
    assert view and view.picture
    areas: tuple[Area, ...] = view.picture.view.areas
    assert {one.name: one.css for one in areas} == {
        "Nordort": "d4",
        "Mitte": "fehlt",
        "Südort": "d0",
    }
    assert {one.text for one in areas} == {
        "Nordort: zustimmend",
        "Mitte: nicht bekannt",
        "Südort: ablehnend",
    }
    assert [(one.name, one.label, one.count) for one in view.legend] == [
        ("d4", "zustimmend", "1 Kommune"),
        ("d0", "ablehnend", "1 Kommune"),
        ("fehlt", "nicht bekannt", "1 Kommune"),
    ]
    assert view.picture.view.description == view.sentence
    assert re.search(r'<svg[^>]*role="img"', view.picture.__html__())


def test_words_alone_make_no_map(tmp_path: Path) -> None:
    view = view_of(tmp_path, "haltung: Alle sind dafür.\n")
    assert view == StancesView("Alle sind dafür.", "", None, (), view.head if view else (), ())


def test_where_nothing_is_known_nothing_is_shown(tmp_path: Path) -> None:
    assert view_of(tmp_path, "") is None


def test_the_profile_of_a_kommune_tells_what_it_thinks(tmp_path: Path) -> None:
    report = report_with(tmp_path, listed(*STANCES))
    view, html = profile(report, "nordort")
    assert [[(cell.text, cell.href) for cell in row] for row in view.stances] == [
        [
            ("Bänke am Markt", "/anregungen/baenke/"),
            ("zustimmend", ""),
            ("Februar 2026", ""),
            ("Jetzt gern.", ""),
        ]
    ]
    assert '<a href="../../anregungen/baenke/">Bänke am Markt</a>' in html
    assert profile(report, "mitte")[0].stances == ()


def test_what_is_made_up_stands_in_no_profile(tmp_path: Path) -> None:
    report = report_with(tmp_path, listed(*STANCES), "beispiel: true\n")
    assert stances_of_kommunen(report) == {}
    assert profile(report, "nordort")[0].stances == ()


def test_every_stance_of_a_county_is_in_a_profile(muster_report: Report) -> None:
    found = stances_of_kommunen(muster_report)
    assert len(found) > 2
    for vorgang in muster_report.vorgaenge():
        for stance in vorgang.haltung if not vorgang.beispiel else ():
            ours = dict(found[stance.kommune.key])
            assert ours[vorgang.key].datum.latest() >= stance.datum.latest()
