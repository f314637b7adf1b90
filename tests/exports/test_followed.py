"""Feeds of a single recommendation, decision and figure; calendars of bodies and groups."""

from collections.abc import Mapping
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
from icalendar import Calendar
from support import loaded, replaced, small_county

from fokusbericht.building.output import Output
from fokusbericht.site import plan_site

DECISION = "content/beschluesse/2021-09-15-leerstand.md"
FIGURE = "indicators/leerstand.yml"
COMMENT = """---
titel: Mehr leere Wohnungen
kurz: Im Süden stehen mehr Wohnungen leer.
geaendert: 2026-02-01
indikator: leerstand
datum: 2026-01-31
---

Text.
"""
CORRECTION = """berichtigungen:
  - {datum: 2026-01-20, war: 4 Prozent, ist: 3 Prozent, grund: Ein Tippfehler}
"""


def planned(folder: Path, changed: Mapping[str, str] | None = None) -> dict[str, Output]:
    """Return the files of the small county by their path."""
    report, problems = loaded(small_county(folder, changed))
    assert [str(one) for one in problems] == []
    outputs, told = plan_site(report)
    assert [str(one) for one in told] == []
    return {one.path: one for one in outputs}


def entries(output: Output) -> list[tuple[str, str]]:
    """Return title and text of each entry of a feed."""
    found = feedparser.parse(output.make())
    assert not found.bozo
    return [(entry.title, entry.summary) for entry in found.entries]


def test_a_recommendation_has_a_feed_of_its_steps(tmp_path: Path) -> None:
    found = planned(tmp_path)
    feed = feedparser.parse(found["handlungsempfehlungen/2021-01/feed.xml"].make())
    assert feed.feed.title == "Fokusbericht Musterkreis – Leer stehende Wohnungen erfassen"
    everything = feedparser.parse(found["handlungsempfehlungen/feed.xml"].make())
    # What stands in two feeds has one name, so that a reader sees it once.
    assert [one.id for one in feed.entries] == [one.id for one in everything.entries]
    assert "handlungsempfehlungen/2022-01/feed.xml" not in found  # made up


def test_a_decision_has_a_feed_that_tells_what_carries_it_on(tmp_path: Path) -> None:
    later = (
        "---\ntitel: Zweiter Anlauf\nkurz: Noch einmal.\ngeaendert: 2026-01-14\ngremium: kreistag\n"
        "datum: 2023-02-01\nergebnis: beschlossen\nvorgaenger: [2021-09-15-leerstand]\n---\n"
    )
    found = planned(tmp_path, {"content/beschluesse/2023-02-01-zweiter.md": later})
    titles = [title for title, _ in entries(found["beschluesse/2021-09-15-leerstand/feed.xml"])]
    assert titles[0] == "Neuer Beschluss: Zweiter Anlauf"
    assert titles[-1].startswith("Neuer Beschluss: ")
    assert len(entries(found["beschluesse/2023-02-01-zweiter/feed.xml"])) == 1


def test_an_indicator_tells_new_figures_comments_and_corrections(tmp_path: Path) -> None:
    path = next(one for one in small_county(tmp_path / "a").rglob("leerstand.yml"))
    name = path.relative_to(tmp_path / "a/kreis").as_posix()
    changed = replaced(name, "thema: wohnen\n", f"thema: wohnen\n{CORRECTION}")
    files = planned(tmp_path / "b", changed | {"content/kommentare/leerstand-2026.md": COMMENT})
    found = entries(files["sozialbericht/leerstand/feed.xml"])
    assert found[0] == ("Einordnung: Mehr leere Wohnungen", "Im Süden stehen mehr Wohnungen leer.")
    assert found[1] == (
        "Leerstand: Zahlen für 2022",
        "Anteil der Wohnungen, die leer stehen. Für 2022 ist der Anteil im Musterkreis "
        "nicht bekannt: Nur für zwei von drei Kommunen liegen Werte vor.",
    )
    assert found[2] == (
        "Berichtigt: Leerstand",
        "Zuvor: 4 Prozent. Richtig: 3 Prozent. Ein Tippfehler.",
    )
    everything = entries(files["sozialbericht/feed.xml"])
    assert set(found) <= set(everything)


def test_figures_of_a_newer_year_are_a_new_entry_and_a_revision_is_none(tmp_path: Path) -> None:
    path = next(one for one in small_county(tmp_path / "a").rglob("leerstand.csv"))
    name = path.relative_to(tmp_path / "a/kreis").as_posix()
    before = feedparser.parse(planned(tmp_path / "b")["sozialbericht/leerstand/feed.xml"].make())
    rows = path.read_text(encoding="utf-8")
    newer = rows + "".join(
        f"{line.replace('2022', '2024')}\n" for line in rows.splitlines() if "2022" in line
    )
    after = feedparser.parse(
        planned(tmp_path / "c", {name: newer})["sozialbericht/leerstand/feed.xml"].make()
    )
    assert before.entries[0].id.endswith("indikator/leerstand/zahlen-2022")
    assert after.entries[0].id.endswith("indikator/leerstand/zahlen-2024")


def test_pages_name_their_feeds(tmp_path: Path) -> None:
    found = planned(tmp_path)
    for path, title in (
        ("handlungsempfehlungen/2021-01", "Diese Empfehlung"),
        ("beschluesse/2021-09-15-leerstand", "Diesen Beschluss"),
        ("sozialbericht/leerstand", "„Leerstand“"),
        ("sozialbericht", "Neue Zahlen"),
    ):
        html = found[f"{path}/index.html"].make().decode()
        link = 'href="feed.xml" type="application/atom+xml"'
        assert f'<link rel="alternate" {link} title="Fokusbericht – {title}">' in html
        assert f"<a {link}>{title} per Feed verfolgen</a>" in html


def test_a_body_has_a_calendar_of_its_sessions_and_limits(tmp_path: Path) -> None:
    limit = "naechster_schritt: {bis: 2027-03, was: Bericht, wer: Kreistag}\n"
    changed = replaced(DECISION, "ergebnis: beschlossen\n", f"ergebnis: beschlossen\n{limit}")
    found = planned(tmp_path, changed)
    body = Calendar.from_ical(found["gremien/kreistag/kalender.ics"].make())
    assert str(body["NAME"]) == "Fokusbericht Musterkreis: Kreistag"
    titles = [(str(one["SUMMARY"]), str(one["DTSTART"].dt)) for one in body.walk("VEVENT")]
    assert ("Sitzung: Kreistag", "2021-09-15") in titles
    page = found["gremien/kreistag/index.html"].make().decode()
    assert '<a href="kalender.ics">Sitzungen und Fristen als Kalender (ICS)</a>' in page


def test_a_limit_that_a_later_matter_carries_on_is_due_there_alone(tmp_path: Path) -> None:
    decision = (
        "---\ntitel: {0}\nkurz: Es geht um {0}.\ngeaendert: 2026-01-14\ngremium: kreistag\n"
        "datum: {1}\nergebnis: beschlossen\n{2}naechster_schritt: {{bis: {3}, was: Start}}\n---\n"
    )
    found = planned(
        tmp_path,
        {
            "content/beschluesse/alt.md": decision.format("Alt", "2023-02-01", "", "2027-01"),
            "content/beschluesse/neu.md": decision.format(
                "Neu", "2024-02-01", "vorgaenger: [alt]\n", "2028-01"
            ),
        },
    )
    due = Calendar.from_ical(found["umsetzung/fristen.ics"].make()).walk("VEVENT")
    assert [str(one["SUMMARY"]) for one in due] == ["Frist: Neu"]
