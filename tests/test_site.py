"""What must hold for every page of the county's own site."""

import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import IN_CI
from pages import dead_links, is_foreign, read_pages
from support import REPOSITORY

VNU = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"
FOREIGN_IN_STYLES = re.compile(rb"@import|url\(\s*['\"]?(?:https?:)?//")


def test_at_least_250_pages(real_site: Path) -> None:
    assert len(read_pages(real_site)) >= 250


def test_every_link_and_anchor_leads_somewhere(real_site: Path) -> None:
    assert list(dead_links(real_site)) == []


def test_nothing_is_loaded_from_another_host(real_site: Path) -> None:
    loads = [
        f"{page.path}: {address}"
        for page in read_pages(real_site).values()
        for address in page.loads
        if is_foreign(address)
    ]
    styles = [
        path.name
        for path in real_site.rglob("*.css")
        if FOREIGN_IN_STYLES.search(path.read_bytes())
    ]
    assert (loads, styles) == ([], [])


def test_no_inline_style_and_no_inline_script(real_site: Path) -> None:
    inline = {page.path: page.styles for page in read_pages(real_site).values() if page.styles}
    assert inline == {}


def test_each_page_has_one_h1_and_skips_no_level(real_site: Path) -> None:
    wrong = {}
    for page in read_pages(real_site).values():
        levels = page.headings
        jumps = any(after > before + 1 for before, after in pairwise(levels))
        if levels.count(1) != 1 or levels[0] != 1 or jumps:
            wrong[page.path] = levels
    assert wrong == {}


def test_each_page_says_that_it_is_a_demonstration(real_site: Path) -> None:
    silent = [
        path
        for path in read_pages(real_site)
        if "keine amtliche Veröffentlichung" not in (real_site / path).read_text(encoding="utf-8")
    ]
    assert silent == []


def test_second_build_makes_nothing(real_site: Path) -> None:
    command = [sys.executable, str(REPOSITORY / "build.py"), "--out", str(real_site)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert re.match(r"0 gemacht, \d{3,} behalten, 0 entfernt, ", done.stdout), done.stdout


def test_two_fresh_builds_are_equal(real_site: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(REPOSITORY / "build.py"), "--out", str(tmp_path / "site")]
    subprocess.run(command, capture_output=True, check=True)
    files = {path.relative_to(real_site) for path in real_site.rglob("*") if path.is_file()}
    again = {
        path.relative_to(tmp_path / "site")
        for path in (tmp_path / "site").rglob("*")
        if path.is_file()
    }
    assert files == again
    differing = [
        str(name)
        for name in sorted(files)
        if (real_site / name).read_bytes() != (tmp_path / "site" / name).read_bytes()
    ]
    assert differing == []


@pytest.mark.skipif(not IN_CI and not shutil.which("java"), reason="no Java here")
def test_html_is_valid(real_site: Path) -> None:
    assert VNU.is_file(), "run build.py einrichten"
    command = ["java", "-jar", str(VNU), "--errors-only", "--skip-non-html", str(real_site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
