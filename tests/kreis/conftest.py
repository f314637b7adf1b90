"""The county's own report, read once."""

import pytest

from fokusbericht.model.report import Report


@pytest.fixture(scope="session")
def report(real_report: Report) -> Report:
    """Return the county's own report."""
    return real_report
