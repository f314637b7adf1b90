"""The sample is enough: whatever fault stands in whatever page, the sample holds such a page."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from gates.in_page import IN_PAGE
from gates.planted import IN_BROWSER, Fault
from gates.seen import listen
from gates.site import Page, Site
from playwright.sync_api import Browser
from shapes import Shapes, kind_of, one_of_each_kind, sample, shapes_of

from fokusbericht.building.preview import serving

PAGES = 50


@dataclass(frozen=True)
class Faulty:
    """A copy of the site to plant faults in, its address, and the shapes that are sound."""

    folder: Path
    address: str
    sound: Mapping[str, Shapes]

    @contextmanager
    def planted(self, fault: Fault, paths: list[str]) -> Iterator[dict[str, Shapes]]:
        """Plant a fault in each of some pages; yield their shapes; then mend the pages."""
        before = {path: (self.folder / path).read_bytes() for path in paths}
        for path in paths:
            fault.plant(self.folder, path)
        site = Site(self.folder)
        yield {path: shapes_of(Page(path, site.text(path))) for path in paths}
        for path, data in before.items():
            (self.folder / path).write_bytes(data)


@pytest.fixture(scope="module")
def faulty(muster_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Faulty]:
    folder = tmp_path_factory.mktemp("faulty") / "site"
    shutil.copytree(muster_site, folder)
    with serving(folder, 0) as address:
        yield Faulty(folder, address, {page.path: shapes_of(page) for page in Site(folder).pages})


def test_the_sample_holds_each_shape_of_each_kind(faulty: Faulty) -> None:
    chosen = sample(faulty.sound)
    assert len(chosen) < len(faulty.sound) / 4
    for path, shapes in faulty.sound.items():
        held = (faulty.sound[one] for one in chosen if kind_of(one) == kind_of(path))
        assert shapes <= frozenset[tuple[str, ...]]().union(*held)
    kinds = {kind_of(path) for path in faulty.sound}
    assert {kind_of(path) for path in one_of_each_kind(chosen)} == kinds
    assert len(one_of_each_kind(chosen)) == len(kinds)


@pytest.mark.parametrize("fault", IN_BROWSER, ids=lambda fault: fault.name)
def test_a_fault_in_any_page_is_looked_at_and_found(
    fault: Fault, faulty: Faulty, browser: Browser
) -> None:
    paths = Random(fault.name).sample(sorted(faulty.sound), PAGES)
    with faulty.planted(fault, paths) as shapes:
        for path in paths:  # each by itself: all other pages are sound
            kin = {one: s for one, s in faulty.sound.items() if kind_of(one) == kind_of(path)}
            assert path in sample({**kin, path: shapes[path]})
        looked_at = [one for one in sample({**faulty.sound, **shapes}) if one in shapes]
        assert any(_is_found(fault, browser, faulty.address, path) for path in looked_at)


def _is_found(fault: Fault, browser: Browser, address: str, path: str) -> bool:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    listen(page)
    page.goto(f"{address}/{path.removesuffix('index.html')}")
    found = any(fault.says in one for one in IN_PAGE[fault.gate](page))
    page.close()
    return found
