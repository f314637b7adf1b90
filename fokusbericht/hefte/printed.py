"""Handouts as PDF: two pages each, tagged, the same bytes for the same content."""

from datetime import date

from fokusbericht.exports.print import Manuscript, typeset
from fokusbericht.exports.print.drawings import light_svg
from fokusbericht.exports.print.manuscript import sources_of
from fokusbericht.exports.print.plain import plain
from fokusbericht.hefte import gremium, handlungsfeld, kommune
from fokusbericht.hefte.frame import Printable
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.report import Report
from fokusbericht.problems import Place

TEMPLATE = "heft.typ"
MARK = b"Heft auf zwei Seiten"  # among the keywords, which every reader of PDF shows


def make_pdf(report: Report, key: Key) -> bytes:
    """Return the handout of a thing as a PDF, of a report that may be published.

    Raises PrintFault.
    """
    found = printable(report, key)
    heft = found.heft
    drawn = {f"bilder/{name}.svg": light_svg(draw()) for name, draw in found.drawings.items()}
    return typeset(
        Manuscript(
            sources=sources_of(report, TEMPLATE),
            data=plain(heft, report.kreis.basis_url),
            day=date.fromisoformat(heft.stand_iso),
            place=_place(report, key),
            files=drawn,
        )
    )


def printable(report: Report, key: Key) -> Printable:
    """Return the handout of a thing with its drawings."""
    if key.kind is Kind.HANDLUNGSFELD:
        return handlungsfeld.printable(report, report.handlungsfelder[key.name])
    if key.kind is Kind.GREMIUM:
        return gremium.printable(report, report.gremien[key.name])
    places = report.geografie.kommunen.values()
    return kommune.printable(report, next(one for one in places if one.key == key))


def _place(report: Report, key: Key) -> Place:
    thing = report.thing(key)
    return thing.place if thing else Place("geo/raeume.yml")


def is_heft(data: bytes) -> bool:
    """Say whether a file is a handout that was made here."""
    return data.startswith(b"%PDF-") and MARK in data
