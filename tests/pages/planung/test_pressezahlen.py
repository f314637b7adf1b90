"""The press figures of an edition: what the page says, offers and hands on."""

from csv import DictReader
from dataclasses import replace
from io import StringIO
from pathlib import Path

from editions.small import with_edition
from support import build, loaded, small_county

from fokusbericht.building.output import Output
from fokusbericht.model.report import Report
from fokusbericht.pages.planung import bericht, pressezahlen
from fokusbericht.pages.planung.pressezahlen import PresseView
from fokusbericht.site import plan_site
from fokusbericht.statistics.secrecy import as_published

PAGE, TABLE = "fokus/2025/zahlen/index.html", "fokus/2025/zahlen/zahlen.csv"
LATER = """---
titel: Fokus 2023
kurz: Ein erdachter Bericht.
geaendert: 2026-01-16
jahr: 2023
form: Website
---

Text.
"""
EXAMPLE = LATER.replace("form:", "beispiel: true\nform:")
RENTS = "".join(
    f"01099;{year};{rent}\n"
    for year, rent in zip(
        range(2012, 2022), (6, 6.1, 6.2, 6.3, 6.4, 6.5, 6.6, 6.7, 6.8, 7.9), strict=True
    )
).replace(".", ",")


def outputs(report: Report) -> dict[str, Output]:
    """Return the files of this kind, by path."""
    return {one.path: one for one in pressezahlen.plan(as_published(report))}


def view_of(report: Report, path: str = PAGE) -> PresseView:
    """Return the view of the page."""
    _, _, view = outputs(report)[path].ingredients  # type: ignore[misc]
    assert isinstance(view, PresseView)
    return view


def test_the_page_begins_with_how_many_and_says_why_they_are_few(report: Report) -> None:
    view = view_of(report)
    assert view.lead == (
        "Vier Zahlen des Kreises haben sich zuletzt auffällig verändert, gemessen an dem, was bei "
        "ihnen üblich ist."
    )
    assert view.why_few == (
        "Höchstens zehn stünden hier. Es sind weniger, weil die meisten Zahlen keine lange Reihe "
        "von Jahren haben, an der sich messen lässt, was üblich ist: Von 74 Zahlen ließen sich 24 "
        "beurteilen, und die meisten davon haben sich verändert wie sonst auch oder sind nicht "
        "mehr neu."
    )


def test_a_change_can_be_quoted_and_reached(report: Report) -> None:
    first = view_of(report).entries[2]
    assert first.id == "zahl-auszubildende"
    assert first.change.sentence == (
        "2025 ist die Zahl der Auszubildenden je 100 junge Menschen im Kreis Muster gegenüber 2024 "
        "um 8 Prozent gesunken, von 15,9 auf 14,6."
    )
    assert first.source == (
        "Quelle: Kreis Muster, erfundene Zahlen · Stand: 31.\u00a0Dezember 2025; "
        "Fokusbericht Kreis Muster"
    )
    assert first.address == "https://kreis-muster.example/fokus/2025/zahlen/#zahl-auszubildende"
    assert (
        first.change.beside == "Zum Vergleich: Musterland −1,2\u202f%, Großmusterland −0,6\u202f%."
    )
    html = outputs(report)[PAGE].make().decode()
    assert f'id="{first.id}"' in html
    assert html.count('class="jahresbalken"') == 4


def test_whatever_can_be_taken_along_is_there(report: Report) -> None:
    planned, _ = plan_site(report)
    paths = {one.path for one in planned}
    view = view_of(report)
    files = [link.href[1:] for entry in view.entries for link in entry.files]
    assert len(files) == 12
    assert {*files, TABLE, PAGE, "fokus/2025/zahlen/teilen.png"} <= paths


def test_the_table_holds_what_the_page_says(report: Report) -> None:
    made = outputs(report)[TABLE].make().decode("utf-8-sig")
    rows = list(DictReader(StringIO(made), delimiter=";"))
    view = view_of(report)
    assert [row["satz"] for row in rows] == [entry.change.sentence for entry in view.entries]
    assert [row["seite"] for row in rows] == [entry.address for entry in view.entries]
    told = {name: text for name, text in rows[1].items() if name not in ("satz", "seite")}
    assert told == {
        "ebene": "kreis",
        "raum_schluessel": "99001",
        "raum": "Kreis Muster",
        "indikator": "schuldnerberatungen",
        "titel": "Schuldnerberatungen",
        "jahr_davor": "2024",
        "wert_davor": "1452",
        "jahr": "2025",
        "wert": "1790",
        "einheit": "Beratungen",
        "veraenderung": "23,28",
        "ueblich_von": "2,06",
        "ueblich_bis": "7,16",
        "veraenderung_in": "Prozent",
        "begruendung": view.entries[1].change.reasons,
        "vergleich": "",
        "einschraenkung": view.entries[1].change.caution,
        "hinweis": "",
        "quelle": "Kreis Muster, erfundene Zahlen · Stand: 2025",
        "lizenz": "CC0 1.0",
    }


def test_the_rule_tells_its_numbers(report: Report) -> None:
    rule = " ".join(view_of(report).rule)
    assert "mindestens dreimal so weit vom Üblichen" in rule
    assert "höchstens eines von zehn Jahren" in rule
    assert "weniger als 100 Fällen" in rule
    assert "weniger als sieben Veränderungen" in rule
    assert "älter ist als drei Jahre" in rule
    assert "ein Thema höchstens zweimal; insgesamt sind es höchstens zehn" in rule


def test_the_newest_real_edition_has_press_figures_and_leads_to_them(tmp_path: Path) -> None:
    root = small_county(tmp_path, {"content/berichte/2023.md": EXAMPLE})
    report = loaded(root)[0]
    assert "fokus/2021/zahlen/index.html" in outputs(report)
    assert "fokus/2023/zahlen/index.html" not in outputs(report)
    pages = {one.path: one for one in bericht.plan(report)}
    assert 'href="zahlen/"' in pages["fokus/2021/index.html"].make().decode()


def test_a_county_where_nothing_is_unusual_says_so_and_offers_no_empty_table(
    tmp_path: Path,
) -> None:
    report = loaded(small_county(tmp_path))[0]
    path = "fokus/2021/zahlen/index.html"
    assert view_of(report, path).lead == (
        "Keine Zahl des Kreises hat sich zuletzt auffällig verändert."
    )
    assert "fokus/2021/zahlen/zahlen.csv" not in outputs(report)
    assert "zahlen.csv" not in outputs(report)[path].make().decode()


def test_frozen_press_figures_stay_when_figures_and_editions_move_on(tmp_path: Path) -> None:
    rents = {"indicators/wohnen/miete.csv": f"raum;jahr;wert\n{RENTS}"}
    root = small_county(tmp_path, with_edition() | rents)
    path, table = "fokus/2021/zahlen/index.html", "fokus/2021/zahlen/zahlen.csv"
    before = outputs(loaded(root)[0])
    now = view_of(loaded(root)[0], path)
    assert [entry.id for entry in now.entries] == ["zahl-miete"]
    assert build(root, "einfrieren", "2021", "--tag", "2026-12-01").returncode == 0
    moved = f"raum;jahr;wert\n{RENTS.replace(';7,9', ';7,0')}01099;2022;7,10\n"
    (root / "indicators/wohnen/miete.csv").write_text(moved, "utf-8")
    (root / "content/berichte/2023.md").write_text(LATER, "utf-8")
    report = loaded(root)[0]
    then = view_of(report, path)
    assert then.frozen == (
        "Die Seite zeigt den Stand vom 1.\u00a0Dezember 2026. Hinter jedem Titel und in den "
        "Dateien steht, was heute bekannt ist."
    )
    assert replace(then, frozen="") == now
    assert outputs(report)[table].make() == before[table].make()
    assert "fokus/2023/zahlen/index.html" in outputs(report)
