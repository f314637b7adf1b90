"""The county's own site: no link leads nowhere, nothing is unfinished, each page says what it is.

That any site is built as it should be is tested with the Kreis Muster, in `tests/test_site.py`.
"""

from pathlib import Path

import pytest
from gates import GATES, leftovers, notice
from gates.site import Site

from fokusbericht.model.report import Report

# What a text, a title or a link of the county's can do wrong.
OF_CONTENT = ("feeds", "follow", "language", "links", "machine_paths", "titles", "unfinished")


@pytest.fixture(scope="module")
def site(real_site: Path) -> Site:
    return Site(real_site)


@pytest.mark.parametrize("gate", OF_CONTENT)
def test_gate(gate: str, site: Site) -> None:
    assert list(GATES[gate](site)) == []


def test_each_page_says_what_the_site_is(site: Site, report: Report) -> None:
    assert list(notice.check(site, " ".join(report.kreis.hinweis.split()))) == []


def test_no_mail_address_but_the_county_s(site: Site, report: Report) -> None:
    kreis = report.kreis
    security = kreis.sicherheit.kontakt.removeprefix("mailto:") if kreis.sicherheit else ""
    own = {kreis.kontakt.email, kreis.rueckmeldung.email, security}
    assert list(leftovers.foreign_mail(site, frozenset(own))) == []
