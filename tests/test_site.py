"""What must hold for every page of any site: the gates, valid HTML, equal builds."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from gates import GATES, examples, leftovers, notice
from gates.site import Site
from gates.spoken import spoken
from support import HERE, IN_CI, MUSTER, REPOSITORY, SMALL, build, golden, loaded

from fokusbericht.model.base import Kind
from fokusbericht.model.report import Report
from fokusbericht.urls import url_of

VNU = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"
SPOKEN = HERE / "gates" / "gesprochen.txt"


@pytest.fixture(scope="module")
def site(muster_site: Path) -> Site:
    return Site(muster_site)


def test_at_least_250_pages(site: Site) -> None:
    assert len(site.pages) >= 250


@pytest.mark.parametrize("gate", GATES)
def test_gate(gate: str, site: Site) -> None:
    assert list(GATES[gate](site)) == []


def test_each_page_says_what_the_site_is(site: Site, report: Report) -> None:
    assert report.kreis.hinweis
    assert list(notice.check(site, " ".join(report.kreis.hinweis.split()))) == []


def test_no_mail_address_but_the_office_s(site: Site, report: Report) -> None:
    kreis = report.kreis
    assert kreis.rueckmeldung and kreis.sicherheit
    security = kreis.sicherheit.kontakt.removeprefix("mailto:")
    office = frozenset({kreis.kontakt.email, kreis.rueckmeldung.email, security})
    assert list(leftovers.foreign_mail(site, office)) == []


def test_what_is_made_up_says_so(small_site: Path) -> None:
    report, _ = loaded(SMALL)
    made_up = {
        url_of(report, thing.key).strip("/") + "/index.html"
        for thing in report.things()
        if thing.beispiel and thing.key.kind is not Kind.KOMMENTAR
    }
    marked = {page.path for page in Site(small_site).pages if examples.is_example(page)}
    assert made_up and made_up - marked == set()


def test_maps_and_charts_say_the_same_as_before(site: Site) -> None:
    assert spoken(site) == golden(SPOKEN, spoken(site))


def test_second_build_makes_nothing(muster_site: Path) -> None:
    done = build(MUSTER, "--out", str(muster_site))
    assert re.match(r"0 gemacht, \d{3,} behalten, 0 entfernt, ", done.stdout), done.stdout


def test_two_fresh_builds_are_equal(muster_site: Path, tmp_path: Path) -> None:
    assert build(MUSTER, "--out", str(tmp_path / "site")).returncode == 0
    files = {path.relative_to(muster_site) for path in muster_site.rglob("*") if path.is_file()}
    again = {
        path.relative_to(tmp_path / "site")
        for path in (tmp_path / "site").rglob("*")
        if path.is_file()
    }
    assert files == again
    differing = [
        str(name)
        for name in sorted(files)
        if (muster_site / name).read_bytes() != (tmp_path / "site" / name).read_bytes()
    ]
    assert differing == []


@pytest.mark.skipif(not IN_CI and not shutil.which("java"), reason="no Java here")
def test_html_is_valid(muster_site: Path) -> None:
    assert VNU.is_file(), "run build.py einrichten"
    command = ["java", "-jar", str(VNU), "--errors-only", "--skip-non-html", str(muster_site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.skipif(not IN_CI and not shutil.which("qpdf"), reason="no other reader of PDF")
def test_other_readers_find_nothing_wrong_with_the_pdfs(site: Site) -> None:
    papers = [site.folder / path for path in site.paths if path.endswith(".pdf")]
    assert papers
    for paper in papers:
        checked = subprocess.run(
            ["qpdf", "--check", paper], capture_output=True, text=True, check=False
        )
        assert checked.returncode == 0, checked.stdout + checked.stderr
        told = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True)
        assert re.search(r"^Title: +\S", told.stdout, re.M)
        assert re.search(r"^Tagged: +yes$", told.stdout, re.M)
