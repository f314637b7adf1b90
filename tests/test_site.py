"""What must hold for every page of the county's own site: the gates, valid HTML, equal builds."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from gates import GATES, examples, leftovers, notice
from gates.site import Site
from gates.spoken import spoken
from support import HERE, IN_CI, REPOSITORY, golden

from fokusbericht.model.base import Kind
from fokusbericht.model.report import Report
from fokusbericht.urls import url_of

VNU = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"
SPOKEN = HERE / "gates" / "gesprochen.txt"


@pytest.fixture(scope="module")
def site(real_site: Path) -> Site:
    return Site(real_site)


def test_at_least_250_pages(site: Site) -> None:
    assert len(site.pages) >= 250


@pytest.mark.parametrize("gate", GATES)
def test_gate(gate: str, site: Site) -> None:
    assert list(GATES[gate](site)) == []


def test_each_page_says_that_it_is_a_demonstration(site: Site, real_report: Report) -> None:
    assert "keine amtliche Veröffentlichung" in real_report.kreis.hinweis
    assert list(notice.check(site, " ".join(real_report.kreis.hinweis.split()))) == []


def test_no_mail_address_but_the_office_s(site: Site, real_report: Report) -> None:
    office = frozenset({real_report.kreis.kontakt.email})
    assert list(leftovers.foreign_mail(site, office)) == []


def test_what_is_made_up_says_so(site: Site, real_report: Report) -> None:
    made_up = {
        url_of(real_report, thing.key).strip("/") + "/index.html"
        for thing in real_report.things()
        if thing.beispiel and thing.key.kind is not Kind.KOMMENTAR
    }
    marked = {page.path for page in site.pages if examples.is_example(page)}
    assert made_up and made_up - marked == set()


def test_maps_and_charts_say_the_same_as_before(site: Site) -> None:
    assert spoken(site) == golden(SPOKEN, spoken(site))


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
