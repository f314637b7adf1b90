"""The report of the year on the start page: what it is about, and what it finds."""

from dataclasses import dataclass

from fokusbericht.model.report import Report
from fokusbericht.text.prose import anchor, find_sections
from fokusbericht.urls import url_of
from fokusbericht.views import Link

MOST = 5  # findings


@dataclass(frozen=True, slots=True)
class NewestReport:
    """The newest report; what it finds are the headings of its text."""

    link: Link
    text: str
    findings: tuple[Link, ...]


def newest_report(report: Report) -> NewestReport | None:
    """Return the newest report that is real; None if there is none."""
    real = [one for one in report.berichte.values() if not one.beispiel]
    if not real:
        return None
    newest = max(real, key=lambda one: (one.jahr, one.key))
    address = url_of(report, newest.key)
    titles = list(find_sections(newest.body))[:MOST]
    return NewestReport(
        link=Link(newest.titel, address),
        text=newest.kurz,
        findings=tuple(Link(title, f"{address}#{anchor(title)}") for title in titles),
    )
