"""Sorting tables and copying texts, as a reader does it; and a page in another website's frame."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from gates.site import Site
from playwright.sync_api import Browser, Page
from shapes import sample, shapes_of
from support import REPOSITORY

from fokusbericht.building.scripts import join
from fokusbericht.words.controls import WORDS

ASSETS = REPOSITORY / "templates" / "assets"
# As templates/components/cell.html writes a mark.
SECRET = '<span aria-hidden="true">•</span> <span class="nur-vorgelesen">geheim gehalten</span>'
ROWS = (
    ("Öland", "1.234,5"),
    ("Adorf", SECRET),
    ("Zell", "−3,0"),
    ("Oberau", "keine Angabe"),
    ("Bergen", "+12,0"),
)
# As templates/frame/base.html loads a script: with its words.
LOAD = """([content, words]) => {
  const tag = Object.assign(document.createElement("script"), { text: content });
  Object.assign(tag.dataset, words);
  document.head.append(tag);
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page with one sortable table."""
    rows = "".join(
        f'<tr><th scope="row"><a href="#">{name}</a><small>9</small></th>'
        f'<td class="zahl">{value}</td></tr>'
        for name, value in ROWS
    )
    script = join("tabelle.js", lambda part: (ASSETS / part).read_bytes())
    found = browser.new_page()
    found.set_content(
        '<div class="tabelle"><table data-sortable><thead><tr><th scope="col">Raum</th>'
        f'<th scope="col" class="zahl">2022</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )
    found.evaluate(LOAD, [script.decode(), WORDS["tabelle.js"]])
    yield found
    found.close()


def names(page: Page) -> list[str]:
    return page.locator("tbody th a").all_inner_texts()


def test_numbers_are_sorted_the_german_way_and_missing_ones_stay_last(page: Page) -> None:
    button = page.get_by_role("button", name="2022")
    button.click()
    assert names(page) == ["Öland", "Bergen", "Zell", "Adorf", "Oberau"]
    assert page.locator("th[aria-sort=descending]").inner_text() == "2022"
    assert page.get_by_role("status").inner_text() == "Sortiert nach 2022, absteigend."
    button.click()
    assert names(page) == ["Zell", "Bergen", "Öland", "Adorf", "Oberau"]
    button.click()
    assert names(page) == [name for name, _ in ROWS]
    assert page.locator("th[aria-sort]").count() == 0
    assert page.get_by_role("status").inner_text() == "Ursprüngliche Reihenfolge."


def test_a_mark_is_seen_and_its_words_are_heard(page: Page) -> None:
    page.add_style_tag(content=(ASSETS / "stil.css").read_text(encoding="utf-8"))
    said = page.get_by_role("row", name="Adorf").aria_snapshot()
    assert 'cell "geheim gehalten"' in said
    assert "•" not in said
    cell = page.locator("tr", has_text="Adorf").locator("td")
    assert cell.evaluate("cell => cell.scrollWidth <= cell.clientWidth")


def test_names_are_sorted_as_in_a_dictionary_by_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Raum").press("Enter")
    assert names(page) == ["Adorf", "Bergen", "Oberau", "Öland", "Zell"]
    assert page.get_by_role("status").inner_text() == "Sortiert nach Raum, aufsteigend."


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder at an address of its own."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_text_is_copied(browser: Browser, small_site: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    with served(small_site) as address:
        page.goto(f"{address}/sozialbericht/leerstand/#mitnehmen")  # opens its fold
        page.get_by_role("button", name="Zitat kopieren").click()
        page.get_by_text("Kopiert.").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Musterkreis: Leerstand (2022).")
    context.close()


def test_each_shape_of_embed_fits_the_frame_of_another_website(
    browser: Browser, muster_site: Path, tmp_path: Path
) -> None:
    shapes = {page.path: shapes_of(page) for page in Site(muster_site).pages if page.is_embed}
    assert shapes
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with served(muster_site) as address, served(tmp_path) as stranger:
        for path in sample(shapes):
            frame = f'<iframe src="{address}/{path}" width="300" height="600"></iframe>'
            (tmp_path / "index.html").write_text(
                f'<!doctype html><title>Fremd</title><link rel="icon" href="data:,">{frame}'
            )
            page.goto(stranger)
            inside = page.frame_locator("iframe")
            inside.locator("h1").wait_for(timeout=10_000)
            too_wide = inside.locator("html").evaluate("one => one.scrollWidth - one.clientWidth")
            assert inside.locator("h1").inner_text() != ""
            assert (path, too_wide, said) == (path, 0, [])
    page.close()
