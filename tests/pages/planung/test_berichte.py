"""/fokus/: the newest edition large; of each earlier one its form, its sentence, what came."""

from pathlib import Path

import pytest
from editions.small import REPORT, with_edition
from support import SMALL, loaded, small_county

from fokusbericht.model.report import Report
from fokusbericht.pages.planung import berichte
from fokusbericht.pages.planung.berichte import BerichteView
from fokusbericht.views import Link
from fokusbericht.words.editions import missing_years


def view_of(report: Report) -> BerichteView:
    """Return what the page shows."""
    (output,) = berichte.plan(report)
    _, _, view = output.ingredients  # type: ignore[misc]
    assert isinstance(view, BerichteView)
    return view


def older(year: str, more: str = "") -> dict[str, str]:
    """Return the report of another year, which is only listed."""
    text = (SMALL / REPORT).read_text(encoding="utf-8")
    text = text.replace("2021\n", f"{year}\n", 2).replace("erschienen: 2021-07\n", more)
    return {f"content/berichte/{year}.md": text.replace("hebt_hervor: [2021-01, wohnen]\n", "")}


def test_a_report_that_is_only_listed_is_never_large(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path))
    view = view_of(report)
    assert (view.newest, view.count) == (None, "Eine Ausgabe")
    (one,) = view.editions
    assert (one.id, one.title, one.href) == ("fokus-2021", "Fokus 2021", "/fokus/2021/")
    assert one.form == "PDF, 12 Seiten · erschienen Juli 2021"
    assert one.lead == "Der erste Bericht des Musterkreises."
    assert one.found == "Ein Vorschlag"
    assert [(link.href, link.note) for link in one.proposals] == [
        ("/handlungsempfehlungen/2021-01/", "Vom Kreistag beschlossen am 15.\u00a0September 2021.")
    ]


def test_the_newest_edition_is_large_with_its_themes(tmp_path: Path) -> None:
    files = with_edition()
    files[REPORT] = files[REPORT].replace("Ein kurzer", "## Wohnungen fehlen\n\nEin kurzer")
    report, problems = loaded(small_county(tmp_path, files | older("2018")))
    assert problems == []
    view = view_of(report)
    assert view.newest
    assert (view.newest.title, view.newest.subtitle) == ("Fokus 2021", "Das Jahr im Musterkreis")
    assert view.newest.themes == (Link("Wohnungen fehlen", "/fokus/2021/#wohnungen-fehlen"),)
    assert view.newest.cover and view.newest.cover.title == "Leerstand 2022"
    assert [link.href for link in view.newest.forms] == [
        "/fokus/2021/fokus-2021.pdf",
        "/fokus/2021/folien-2021.pdf",
        "/fokus/2021/fokus-2021.epub",
        "/fokus/2021/druck/",
    ]
    assert [(one.title, one.forms) for one in view.editions] == [("Fokus 2018", ())]
    assert view.count == (
        "2 Ausgaben. Aus den Jahren 2019 und 2020 ist hier keine Ausgabe bekannt."
    )


def test_length_is_told_with_the_form_and_a_short_report_is_led_to(tmp_path: Path) -> None:
    files = with_edition() | older("2023", "umfang: 80 Seiten\n")
    report, _ = loaded(small_county(tmp_path, files))
    view = view_of(report)
    assert view.newest is None  # the newest of all is only listed
    assert [one.form for one in view.editions] == [
        "PDF, 12 Seiten · 80 Seiten",
        "PDF, 12 Seiten · erschienen Juli 2021",
    ]
    assert [one.forms[:1] for one in view.editions] == [
        (),
        (Link("Als Kurzbericht lesen", "/fokus/2021/"),),
    ]


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        ([], ""),
        ([2021], ""),
        ([2021, 2023, 2022], ""),
        ([2016, 2018], "Aus dem Jahr 2017 ist hier keine Ausgabe bekannt."),
        (
            [2014, 2018, 2019],
            "Aus den Jahren 2015, 2016 und 2017 ist hier keine Ausgabe bekannt.",
        ),
    ],
)
def test_years_without_an_edition_are_named(known: list[int], sentence: str) -> None:
    assert missing_years(known) == sentence


def test_many_proposals_are_folded(report: Report) -> None:
    view = view_of(report)
    assert [one.title for one in view.editions][:2] == ["Fokus 2024", "Fokus 2023"]
    assert all(one.is_folded == (len(one.proposals) > 5) for one in view.editions)
    assert any(one.is_folded for one in view.editions)
