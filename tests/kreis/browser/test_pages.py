"""The county's own pages in a real Chromium: one of each kind, on a phone, with all folds open."""

from pathlib import Path

import pytest
from gates.site import Site
from shapes import one_of_each_kind
from sweeping import sweep


@pytest.mark.usefixtures("browser")
def test_a_page_of_each_kind_passes(address: str, real_site: Path) -> None:
    paths = one_of_each_kind(page.path for page in Site(real_site).pages)
    addresses = ["/" + path.removesuffix("index.html") for path in paths]
    assert sweep(address, addresses, ("offen",)) == {}
