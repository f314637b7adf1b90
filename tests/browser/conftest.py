"""The county's own site, served as a public server should."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fokusbericht.building.preview import serving


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    with serving(real_site, 0) as found:
        yield found
