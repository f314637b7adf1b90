"""The Themenspeicher: what was proposed, by whom, and what became of it; the open ones first."""

from pathlib import Path

import pytest
from support import loaded, small_county

from fokusbericht.pages.planung import themenspeicher
from fokusbericht.pages.planung.themenspeicher import ThemenspeicherView

TOPIC = """---
titel: {titel}
kurz: Darum geht es.
geaendert: 2026-01-14
datum: {datum}
von: Seniorenbeirat
vorschlag: fokusgruppe
{head}---

Mehr dazu unter [[wohnen]].
"""
DECIDED = "entscheidung: {datum: Herbst 2024, ergebnis: %s, text: So kam es., quelle: sg}\n"
SOURCES = "quellen:\n  - {kuerzel: sg, name: Ein Protokoll}\n"


def topic(titel: str, datum: str = "2023-05", head: str = "") -> str:
    """Return the file of a proposal."""
    return TOPIC.format(titel=titel, datum=datum, head=head)


def shown(folder: Path, topics: dict[str, str]) -> tuple[ThemenspeicherView, str]:
    """Return the view of the page of some proposals, and the page."""
    files = {f"content/themenspeicher/{name}.md": text for name, text in topics.items()}
    report, problems = loaded(small_county(folder, files))
    assert [str(one) for one in problems] == []
    (output,) = themenspeicher.plan(report)
    _, _, view = output.ingredients  # type: ignore[misc]
    assert isinstance(view, ThemenspeicherView)
    return view, output.make().decode()


def test_without_proposals_there_is_no_page(tmp_path: Path) -> None:
    report, _ = loaded(small_county(tmp_path))
    assert list(themenspeicher.plan(report)) == []


def test_the_open_ones_come_first_then_the_newest(tmp_path: Path) -> None:
    done = DECIDED % "angenommen" + SOURCES
    view, html = shown(
        tmp_path,
        {
            "alt": topic("Alt", "2019"),
            "neu": topic("Neu", "Sommer 2025"),
            "fertig": topic("Fertig", "2026-01", done),
            "erdacht": topic("Erdacht", "2026-02", "beispiel: true\n"),
        },
    )
    assert [one.title for one in view.topics] == ["Neu", "Alt", "Fertig", "Erdacht"]
    assert view.sentence == "3 Vorschläge; über zwei ist keine Entscheidung bekannt."
    places = [html.index(f'<h2 id="{one.id}"') for one in view.topics]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ("angenommen", "Im Herbst 2024 angenommen"),
        ("abgelehnt", "Im Herbst 2024 abgelehnt"),
        ("zurueckgestellt", "Im Herbst 2024 zurückgestellt"),
    ],
)
def test_what_was_decided_is_told_with_its_date(tmp_path: Path, result: str, words: str) -> None:
    head = "fokusgruppe: wohnraum\n" + DECIDED % result + SOURCES
    view, html = shown(tmp_path, {"eins": topic("Eins", head=head)})
    (one,) = view.topics
    assert (one.outcome, one.decision) == (words, "So kam es.")
    assert f"<strong>{words}.</strong> So kam es." in html
    assert [(link.title, link.href) for link in one.links] == [
        ("Fokusgruppe Wohnraum", "/fokusgruppen/wohnraum/")
    ]
    assert view.sentence == "Ein Vorschlag, über ihn ist entschieden."
    assert "Ein Protokoll" in html


def test_what_nobody_decided_says_so(tmp_path: Path) -> None:
    view, html = shown(tmp_path, {"eins": topic("Eins")})
    assert view.topics[0].outcome == "Entscheidung nicht bekannt"
    assert view.sentence == "Ein Vorschlag; über ihn ist keine Entscheidung bekannt."
    assert "Vorschlag für eine Fokusgruppe · Seniorenbeirat · Mai 2023" in html
    assert '<a href="../handlungsfelder/wohnen/">' in html


def test_what_is_made_up_is_not_counted(tmp_path: Path) -> None:
    view, _ = shown(tmp_path, {"eins": topic("Eins", head="beispiel: true\n")})
    assert view.sentence == "Bisher gibt es keinen Vorschlag."
    assert view.topics[0].is_example


def test_a_correction_stands_with_its_proposal(tmp_path: Path) -> None:
    head = "berichtigungen:\n  - {datum: 2026-01, war: zwei, ist: drei}\n"
    view, html = shown(tmp_path, {"eins": topic("Eins", head=head), "zwei": topic("Zwei")})
    assert [len(one.corrections) for one in view.topics] == [1, 0]
    assert html.count("Zuvor: zwei. Richtig: drei.") == 1
