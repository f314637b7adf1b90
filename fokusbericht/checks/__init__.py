"""Rules that need the whole report: one module a rule, each with `check(report)`."""

from collections.abc import Iterator

from fokusbericht.checks import (
    colours,
    examples,
    geography,
    links,
    names,
    publication,
    references,
    texts,
    verlauf,
)
from fokusbericht.model import Report
from fokusbericht.problems import Problem

CHECKS = (names, references, links, texts, verlauf, examples, geography, colours)
PUBLICATION_CHECKS = (publication,)  # only asked for before a site goes public


def check_report(report: Report, publication: bool = False) -> Iterator[Problem]:
    """Yield all that is wrong with a report as a whole."""
    for rule in CHECKS + (PUBLICATION_CHECKS if publication else ()):
        yield from rule.check(report)
