"""Every key in the head of a file names something that exists."""

from collections.abc import Iterator

from fokusbericht.checks.wording import unknown
from fokusbericht.model.base import Thing
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff
from fokusbericht.problems import Problem
from fokusbericht.text.references import find_refs

ID = "toter-verweis"


def check(report: Report) -> Iterator[Problem]:
    """Yield references to things that do not exist."""
    sources: tuple[Thing | Begriff, ...] = (*report.things(), *report.begriffe.values())
    lists = (tuple(report.gruppen.values()), report.synonyme)
    heads = (report.kreis, report.geografie.fassungen, lists, sources)
    for ref in find_refs(heads):
        is_known = ref.key in report.titles or report.is_left_out(ref.key)
        if ref.key.name and not is_known:
            yield Problem(ref.place, unknown(report, ref.key), ID)
