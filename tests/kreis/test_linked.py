"""What pages say to search engines: where they stand, which data they hold; nothing if invented."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

BLOCK = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')
MOST = 600  # bytes over the wire that it may add to a page


def told(site: Path, page: str) -> list[Any]:
    """Return what a page of a site says of itself."""
    found = BLOCK.findall((site / page).read_text(encoding="utf-8"))
    return [one for text in found for one in json.loads(text)["@graph"]]


def test_pages_tell_where_they_stand(real_site: Path) -> None:
    (crumbs,) = told(real_site, "daten/spalten/index.html")
    assert crumbs["@type"] == "BreadcrumbList"
    assert [(one["position"], one["name"]) for one in crumbs["itemListElement"]] == [
        (1, "Start"),
        (2, "Offene Daten"),
        (3, "Was die Spalten bedeuten"),
    ]


def test_an_indicator_is_a_data_set(real_site: Path) -> None:
    for page in sorted(real_site.glob("sozialbericht/*/daten.csv")):
        path = str((page.parent / "index.html").relative_to(real_site))
        _, data = told(real_site, path)
        assert data["@type"] == "Dataset"
        assert len(data["description"]) >= 50
        base = data["url"].partition("/sozialbericht/")[0]
        for one in data["distribution"]:
            assert (real_site / one["contentUrl"].removeprefix(f"{base}/")).is_file()


def test_a_demonstration_is_published_by_nobody(real_site: Path) -> None:
    for page in ("index.html", "impressum/index.html"):
        (site,) = [one for one in told(real_site, page) if one["@type"] == "WebSite"]
        assert site["about"]["@type"] == "GovernmentOrganization"
        assert "publisher" not in site


def test_the_glossary_is_a_set_of_terms(real_site: Path) -> None:
    _, terms = told(real_site, "glossar/index.html")
    assert terms["@type"] == "DefinedTermSet"
    assert terms["name"].startswith("Glossar: ")
    assert terms["url"].endswith("/glossar/")


def test_what_is_invented_says_nothing(muster_site: Path) -> None:
    for page in muster_site.rglob("*.html"):
        assert not BLOCK.search(page.read_text(encoding="utf-8")), page


def test_it_weighs_little(real_site: Path) -> None:
    for page in sorted(real_site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        without = BLOCK.sub("", html)
        added = len(gzip.compress(html.encode())) - len(gzip.compress(without.encode()))
        assert added <= MOST, page
