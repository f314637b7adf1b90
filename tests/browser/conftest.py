"""The county's own site, served as a public server should, and looked at as a whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from gates.site import Site
from support import CHROMIUM, IN_CI
from sweeping import Sweep

from fokusbericht.preview import serving

LONG = "all_pages"


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    with serving(real_site, 0) as found:
        yield found


@pytest.fixture(scope="session")
def all_pages(address: str, real_site: Path) -> Iterator[Sweep]:
    """Begin to look at every page; whoever asks for what was found waits for the end."""
    paths = ["/" + page.path.removesuffix("index.html") for page in Site(real_site).pages]
    sweep = Sweep(address, [(path, "wie alle") for path in paths], at_once=1)
    yield sweep
    sweep.stop()


@pytest.fixture(scope="session", autouse=True)
def begun(request: pytest.FixtureRequest) -> None:
    """Begin the long sweep with the first of these tests, where it is among them."""
    is_asked = any(LONG in getattr(item, "fixturenames", ()) for item in request.session.items)
    if is_asked and (CHROMIUM or IN_CI):
        request.getfixturevalue(LONG)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put last who waits for the long sweep, so that all others run beside it."""
    items.sort(key=lambda item: LONG in getattr(item, "fixturenames", ()))
