"""What people come for, done by keyboard alone and read as a screen reader reads it."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from looking import opened
from playwright.sync_api import Browser, Page, expect

# The name of what has the focus, as it is spoken.
FOCUSED = """() => {
  const one = document.activeElement;
  const labels = one.labels ? [...one.labels].map((label) => label.textContent) : [];
  const name = one.getAttribute('aria-label') || labels.join(' ') || one.textContent;
  return name.replaceAll('\\u00ad', '').replace(/\\s+/g, ' ').trim();
}"""
MOST_STEPS = 60


@pytest.fixture
def start(browser: Browser, address: str) -> Iterator[Page]:
    """Open the start page; there is no mouse."""
    page = opened(browser, address + "/", 1280, "light")
    yield page
    assert page.said == []  # type: ignore[attr-defined]
    page.context.close()


def tab_to(page: Page, name: str, most: int = MOST_STEPS) -> int:
    """Press Tab until what is called so has the focus; return how many steps it took."""
    for step in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == name:
            return step
    raise AssertionError(f"no way to „{name}“ in {most} steps from {page.url}")


def follow(page: Page, name: str, most: int = MOST_STEPS) -> None:
    """Go to the link of a name and follow it."""
    tab_to(page, name, most)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def heard(page: Page, part: str = "main") -> str:
    """Return what the accessibility tree says of a part of the page, in one line."""
    return re.sub(r"\s+", " ", page.locator(part).first.aria_snapshot().replace("\u202f", " "))


def test_how_many_homes_stand_empty_where_i_live(start: Page) -> None:
    tab_to(start, "Was möchten Sie wissen?")
    start.keyboard.type("norderbeispiel")
    expect(start.locator("#treffer a").first).to_contain_text("Norderbeispiel")
    start.keyboard.press("ArrowDown")
    with start.expect_navigation():
        start.keyboard.press("Enter")
    assert start.url.endswith("/kommunen/norderbeispiel/")
    assert 'row "Leerstandsquote 3,1 % 2025 2,2 %' in heard(start)
    follow(start, "Leerstandsquote", 120)
    assert start.url.endswith("/sozialbericht/leerstandsquote/")
    said = heard(start)
    assert 'heading "Leerstandsquote" [level=1]' in said
    assert "2025 standen im Kreis Muster 2,2 Prozent der Wohnungen leer." in said
    assert 'rowheader "Norderbeispiel"' in said


def test_what_became_of_the_wohnraumagentur(start: Page) -> None:
    follow(start, "Empfehlungen", 6)
    tab_to(start, "In den Empfehlungen suchen", 120)
    start.keyboard.type("Wohnraumagentur")
    expect(start.locator("#gezaehlt")).to_have_text(re.compile("^2 "))
    follow(start, "Eine Wohnraumagentur für den ganzen Kreis", 30)
    assert start.url.endswith("/handlungsempfehlungen/2023-01/")
    said = heard(start)
    assert "Ausgesetzt seit Mai 2026." in said
    assert "Ausgesetzt Mai 2026 (hier steht sie heute)" in said
    assert "Kreistag 10. Dezember 2025 (erledigt)" in said
    assert "seit einem Monat vorbei" in said


def test_what_became_of_the_second_chance(start: Page) -> None:
    follow(start, "Empfehlungen", 6)
    tab_to(start, "In den Empfehlungen suchen", 120)
    start.keyboard.type("schulabschluss")
    expect(start.locator("#gezaehlt")).to_have_text(re.compile("^Eine von "))
    follow(start, "Eine zweite Chance für den Schulabschluss", 30)
    assert start.url.endswith("/handlungsempfehlungen/2025-04/")
    said = heard(start)
    assert "In Beratung seit November 2025." in said
    assert "Kreistag (steht aus)" in said


def test_since_when_nothing_is_heard_of_places_for_short_term_care(start: Page) -> None:
    start.goto(f"{start.url}handlungsempfehlungen/?stand=vertagt")
    tab_to(start, "In den Empfehlungen suchen", 120)
    start.keyboard.type("kurzzeitpflege")
    expect(start.locator("#gezaehlt")).to_have_text(re.compile("^Eine von "))
    follow(start, "Feste Plätze für die Kurzzeitpflege", 60)
    said = heard(start)
    assert said.index("Vom Kreistag vertagt am 25. Juni 2025.") < said.index("Seit 16 Monaten ohne")


def test_whether_homes_stand_empty_where_households_are_small(start: Page) -> None:
    follow(start, "Kreiskarte", 8)
    follow(start, "Zwei Zahlen im Vergleich", 200)
    expect(start.locator("#vergleich")).to_be_visible()
    for field, typed in (("Waagerecht", "Haushaltsgr"), ("Senkrecht", "Leerstandsq")):
        tab_to(start, field, 40)
        start.keyboard.type(typed)
    expect(start).to_have_url(re.compile("x=haushaltsgroesse&y=leerstandsquote"))
    said = heard(start, "#vergleich")
    assert re.search(r"status: .*Kommunen", said)


def test_the_table_as_a_file(start: Page, tmp_path: Path) -> None:
    start.goto(f"{start.url}sozialbericht/leerstandsquote/")
    for _ in range(200):
        start.keyboard.press("Tab")
        if start.evaluate("document.activeElement.getAttribute('href')") == "daten.csv":
            break
    assert "CSV" in start.evaluate(FOCUSED)
    with start.expect_download() as waiting:
        start.keyboard.press("Enter")
    waiting.value.save_as(tmp_path / "daten.csv")
    text = (tmp_path / "daten.csv").read_text(encoding="utf-8-sig")
    rows = {row["raum_schluessel"]: row for row in csv.DictReader(StringIO(text), delimiter=";")}
    last = rows["99001006"]  # as the years come one after the other
    assert (last["raum"], last["jahr"], last["wert"]) == ("Norderbeispiel", "2025", "3,061059")
    assert len([key for key in rows if key.startswith("99001") and len(key) == 8]) == 14


@pytest.mark.parametrize(
    "path", ["/", "/kommunen/norderbeispiel/", "/sozialbericht/leerstandsquote/"]
)
def test_headings_alone_tell_what_is_on_a_page(browser: Browser, address: str, path: str) -> None:
    page = opened(browser, address + path, 360, "light")
    names = [one.inner_text().strip() for one in page.get_by_role("heading").all()]
    assert len(names) >= 4 and len(set(names)) == len(names)
    page.context.close()
