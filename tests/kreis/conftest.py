"""The county's own report, read once, and its site, served once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fokusbericht.building.preview import serving
from fokusbericht.model.report import Report


@pytest.fixture(scope="session")
def report(real_report: Report) -> Report:
    """Return the county's own report."""
    return real_report


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Serve the county's own site as a public server should; return its address."""
    with serving(real_site, 0) as found:
        yield found
