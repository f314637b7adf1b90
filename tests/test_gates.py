"""The gates themselves: a sound site passes each, and each finds the faults planted for it."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from gates import GATES, leftovers, notice, seen
from gates.in_page import IN_PAGE, theme
from gates.planted import IN_BROWSER, IN_FILES, ITEM, Fault
from gates.site import Site
from playwright.sync_api import Browser, Page

from fokusbericht.building.preview import serving

NOTICE = "Dies ist ein erdachter Kreis."
HERE = "/" + ITEM.removesuffix("index.html")
IN_SITE: dict[str, Callable[[Site], Iterable[str]]] = {
    **GATES,
    "foreign_mail": lambda site: leftovers.foreign_mail(site, frozenset()),
    "notice": lambda site: notice.check(site, NOTICE),
}


def planted(small_site: Path, fault: Fault, folder: Path) -> Site:
    """Return a copy of the small site with one fault in it."""
    shutil.copytree(small_site, folder / "site")
    fault.plant(folder / "site")
    return Site(folder / "site")


@contextmanager
def shown(browser: Browser, folder: Path, scheme: str = "light") -> Iterator[Page]:
    """Serve a folder and open its page that faults are planted in, listening."""
    with serving(folder, 0) as address:
        page = browser.new_page(
            viewport={"width": 1280, "height": 900},
            reduced_motion="reduce",
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        seen.listen(page)
        page.goto(f"{address}{HERE}")
        yield page
        page.close()


@pytest.mark.parametrize("gate", IN_SITE)
def test_a_sound_site_passes(gate: str, small_site: Path) -> None:
    assert list(IN_SITE[gate](Site(small_site))) == []


@pytest.mark.parametrize("fault", IN_FILES, ids=lambda fault: fault.name)
def test_a_fault_in_the_files_is_found(fault: Fault, small_site: Path, tmp_path: Path) -> None:
    site = planted(small_site, fault, tmp_path)
    found = list(IN_SITE[fault.gate](site))
    assert [one for one in found if fault.says in one], found


@pytest.mark.parametrize("gate", IN_PAGE)
def test_a_sound_page_passes(gate: str, browser: Browser, small_site: Path) -> None:
    with shown(browser, small_site) as page:
        assert list(IN_PAGE[gate](page)) == []


@pytest.mark.parametrize("fault", IN_BROWSER, ids=lambda fault: fault.name)
def test_a_fault_in_the_browser_is_found(
    fault: Fault, browser: Browser, small_site: Path, tmp_path: Path
) -> None:
    with shown(browser, planted(small_site, fault, tmp_path).folder) as page:
        found = list(IN_PAGE[fault.gate](page))
        assert [one for one in found if fault.says in one], found


def test_the_theme_holds_in_the_dark(browser: Browser, small_site: Path) -> None:
    with shown(browser, small_site, "dark") as page:
        assert theme(page) == []


def test_each_gate_has_a_fault_to_find() -> None:
    faults = (*IN_FILES, *IN_BROWSER)
    assert {one.gate for one in faults} == {*IN_SITE, *IN_PAGE}
    assert len({one.name for one in faults}) == len(faults) >= 40
