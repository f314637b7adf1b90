"""What is new, on the start page: the last news."""

from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Link

MOST = 3


def last_news(report: Report) -> tuple[Link, ...]:
    """Return the newest news; none that is made up."""
    real = (one for one in report.aktuelles.values() if not one.beispiel)
    ordered = sorted(real, key=lambda one: (-one.datum.latest().toordinal(), one.key.name))
    return tuple(link_to(report, one.key, format_date(one.datum)) for one in ordered[:MOST])
