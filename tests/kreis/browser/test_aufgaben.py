"""What people come for: ten tasks, each by mouse, by keyboard, and on a phone without scripts.

Each has a bound on clicks and on keys. What is expected is read from the county's own report.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from readers import KEYS, PHONE, WAYS, Reader, is_within, reader_of

from fokusbericht.model.lives import Stand
from fokusbericht.model.planning import Gruppenart
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import address_of

SINCE = 2013
INDICATORS = (
    "bevoelkerung",
    "leerstandsquote",
    "nettokaltmiete",
    "kinder-in-bedarfsgemeinschaften",
)


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reader(browser: Browser, address: str, way: str) -> Iterator[Reader]:
    """Open the start page as one of the readers."""
    one = reader_of(browser, address + "/", way)
    yield one
    assert one.page.said == []  # type: ignore[attr-defined]
    one.page.context.close()


def go_to_place(reader: Reader, name: str) -> None:
    """Go to the page of a Kommune: its name is typed, or chosen from all of them."""
    if reader.has_keys:
        reader.type(re.escape("Was möchten Sie wissen?"), name[:4].lower())
        reader.page.locator("#treffer a").first.wait_for()
        reader.step("ArrowDown")
        reader.enter()
        return
    reader.unfold("Alle [0-9]+ Orte von A bis Z")
    reader.follow(re.escape(name))


def go_to(reader: Reader, way: str, name: str) -> None:
    """Follow a link of the main menu, which is folded on a phone."""
    if way == PHONE:
        reader.unfold("Menü")
    reader.follow(re.escape(name))


def bounded(reader: Reader, clicks: int, keys: int) -> None:
    """Assert that it did not cost more."""
    most = keys if reader.has_keys else clicks
    assert reader.spent <= most, f"{reader.spent} instead of {most}"


def told(part: Locator) -> str:
    """Return what a part of the page says, in one line, with plain spaces."""
    text = part.inner_text().replace("\u00ad", "").replace("\u202f", " ").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", text).strip()


def ags_of(report: Report, name: str) -> str:
    return next(one.ags for one in report.geografie.kommunen.values() if one.name == name)


def latest(report: Report, key: str, name: str) -> str:
    """Return the last value of a Kommune as it is written."""
    value = messungen(report)[key].latest(ags_of(report, name))[1].value
    assert value is not None
    return format_number(value, report.indikatoren[key].dezimalstellen)


def test_the_vacancy_rate_in_barmstedt(reader: Reader, report: Report) -> None:
    go_to_place(reader, "Barmstedt")
    row = reader.page.get_by_role("row").filter(
        has=reader.page.locator("a", has_text=report.indikatoren["leerstandsquote"].titel)
    )
    assert row.is_visible()
    assert f" {latest(report, 'leerstandsquote', 'Barmstedt')} %" in told(row)
    bounded(reader, clicks=2, keys=20)


def test_what_became_of_the_wohnraumagentur(reader: Reader, way: str, report: Report) -> None:
    real = {f"{key}/" for key, one in report.empfehlungen.items() if not one.beispiel}
    go_to(reader, way, "Empfehlungen")
    rows = reader.page.locator("ul.empfehlungen > li:visible")
    if way == PHONE:
        rows = rows.filter(has_text="agentur")
    else:
        reader.type(re.escape("In den Empfehlungen suchen"), "Wohnraumagentur")
        expect(reader.page.locator("#gezaehlt")).to_have_text(re.compile("^(Eine|[0-9]+) von "))
    first = rows.first.locator("a.titel-link")
    assert "agentur" in told(first)
    href = str(first.get_attribute("href"))
    assert href in real
    reader.follow(href=href)
    assert reader.page.locator(".weg").first.is_visible()
    bounded(reader, clicks=3, keys=60)


def test_how_many_people_helgoland_lost(reader: Reader, report: Report) -> None:
    go_to_place(reader, "Helgoland")
    known = messungen(report)["bevoelkerung"].series(ags_of(report, "Helgoland"))
    broken = [one.jahr for one in report.indikatoren["bevoelkerung"].brueche if one.jahr > SINCE]
    last = max(year for year in known if not broken or year < min(broken))
    sentences = told(reader.page.locator(".figur-satz").first).split(". ")
    then, now = (format_number(known[year].value or 0, 0) for year in (SINCE, last))
    found = [one for one in sentences if f"von {then} auf {now} " in one]
    assert len(found) == 1 and f"Von {SINCE} bis {last} " in found[0]
    assert not broken or f"mit {min(broken)} lässt sich das nicht vergleichen" in found[0]
    bounded(reader, clicks=2, keys=20)


def test_what_a_group_recommends(reader: Reader, report: Report) -> None:
    groups = [
        one
        for one in report.fokusgruppen.values()
        if one.art is Gruppenart.FOKUSGRUPPE and not one.beispiel
    ]
    reader.follow("Fokusgruppen")
    reader.follow(re.escape(groups[0].titel))
    own = [
        one.titel
        for one in report.empfehlungen.values()
        if groups[0].key in {ref.key for ref in one.fokusgruppen} and not one.beispiel
    ]
    section = reader.page.locator("section[aria-labelledby=empfehlungen]")
    for title in own or ["Hier ist keine Empfehlung dieser Gruppe zugeordnet."]:
        assert title in told(section)
    assert section.get_by_role("link").first.is_visible()
    bounded(reader, clicks=2, keys=50)


def test_the_rent_in_wedel(reader: Reader, way: str, report: Report) -> None:
    go_to_place(reader, "Wedel")
    row = reader.page.locator(".kurzzahlen li", has_text=report.indikatoren["nettokaltmiete"].titel)
    assert f" {latest(report, 'nettokaltmiete', 'Wedel')} " in told(row)
    assert is_within(row, 2 if way == PHONE else 1)
    bounded(reader, clicks=2, keys=20)


def test_the_turnout_as_a_file(reader: Reader, way: str, report: Report, tmp_path: Path) -> None:
    theme = "Wahlen und Engagement.*"
    if way == PHONE:
        reader.follow("Offene Daten")
        reader.unfold("Jede Zahl für sich, nach Themen")
        reader.unfold(theme)
        text = reader.take(tmp_path / "csv", href="/wahlbeteiligung/daten.csv")
    else:
        reader.follow("Kreiskarte")
        reader.page.wait_for_selector("#kreiskarte.bereit")
        if way == KEYS:
            reader.type("Kennzahlen durchsuchen", "wahlbet")
        else:
            reader.unfold(theme)
        reader.unfold("Wahlbeteiligung")
        text = reader.take(tmp_path / "csv", "Diese Werte als CSV")
    year, figure = messungen(report)["wahlbeteiligung"].latest(ags_of(report, "Wedel"))
    rows = [
        row
        for row in csv.DictReader(StringIO(text), delimiter=";")
        if row["ebene"] == "kommune" and "Wedel" in row.values() and row["jahr"] == str(year)
    ]
    assert [float(row["wert"].replace(",", ".")) for row in rows] == [
        pytest.approx(figure.value, abs=0.05)
    ]
    bounded(reader, clicks=4, keys=65)


def test_what_is_decided_and_not_begun(reader: Reader, report: Report) -> None:
    reader.follow(r"Beschlossen, Anfang nicht belegt \([0-9]+\)")
    section = reader.page.locator("section[aria-labelledby=nicht-begonnen]")
    assert section.get_by_role("heading", level=2).bounding_box()["y"] < 800  # type: ignore[index]
    decided = {
        one.titel
        for one in report.vorgaenge()
        if one.stand() is Stand.BESCHLOSSEN and not one.beispiel
    }
    titles = [told(one) for one in section.get_by_role("heading", level=3).all()]
    assert titles and set(titles) <= decided
    assert told(section.locator("h2 .zahl")) == str(len(titles))
    bounded(reader, clicks=1, keys=50)


def test_the_series_of_helgoland_as_a_table(reader: Reader, report: Report) -> None:
    go_to_place(reader, "Helgoland")
    reader.follow("Als Tabelle")
    ags = ags_of(report, "Helgoland")
    row = reader.page.locator(f"#zeile-{ags}")
    cells = told(row).split()
    for one in messungen(report)["bevoelkerung"].series(ags).values():
        assert format_number(one.value or 0, 0) in cells
    box = row.bounding_box()
    assert box is not None and 0 <= box["y"] <= 600
    bounded(reader, clicks=3, keys=55)


def test_elmshorn_beside_places_like_it(reader: Reader, way: str, report: Report) -> None:
    go_to_place(reader, "Elmshorn")
    part = reader.page.locator("section.anders")
    assert "Was in Elmshorn anders ist Verglichen mit den " in told(part)
    rows = part.locator("li")
    assert is_within(rows.nth(0 if way == PHONE else 2))
    strip = str(rows.first.locator("svg").first.get_attribute("aria-label"))
    names = {one.name for one in report.geografie.kommunen.values()}
    assert strip.startswith("Elmshorn ")
    assert sum(f" {name} " in strip.partition("Die anderen:")[2] for name in names) >= 5
    bounded(reader, clicks=2, keys=20)


@pytest.mark.parametrize("key", INDICATORS)
def test_what_when_and_from_whom(browser: Browser, address: str, key: str, report: Report) -> None:
    indikator = report.indikatoren[key]
    for way in (WAYS[0], PHONE):
        reader = reader_of(browser, address + address_of(indikator.key), way)
        said = reader.page.locator(".kernsatz")
        source = reader.page.locator(".gesagt > p", has_text=re.compile("^Quelle: "))
        assert told(reader.page.locator("h1")) == indikator.titel
        assert re.search("(19|20)[0-9]{2} ", told(said))
        assert indikator.quelle.name in told(source)
        assert is_within(said) and is_within(source)
        reader.page.context.close()
