"""Commentary on indicators: the newest holds, older ones are the archive."""

from dataclasses import dataclass

from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.figures import Kommentar
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.text.formatting import format_date
from fokusbericht.views import ProseView


@dataclass(frozen=True, slots=True)
class Commentary:
    """A dated reading of a figure."""

    title: str
    date: str
    is_example: bool
    body: ProseView
    sources: tuple[Quelle, ...]


def commentary_of(report: Report, key: Key) -> tuple[Commentary, ...]:
    """Return the commentary on an indicator, newest first."""
    found = [one for one in report.kommentare.values() if one.indikator.key == key]
    newest_first = sorted(found, key=lambda one: (one.datum, one.key), reverse=True)
    return tuple(_commentary(report, one) for one in newest_first)


def _commentary(report: Report, kommentar: Kommentar) -> Commentary:
    return Commentary(
        kommentar.titel,
        format_date(kommentar.datum),
        kommentar.beispiel,
        body_view(report, kommentar),
        kommentar.quellen,
    )
