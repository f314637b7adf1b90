"""Rules that need the whole report: one module a rule, each with `check(report)`."""

from collections.abc import Iterator

from fokusbericht.checks import (
    colours,
    derived,
    examples,
    geography,
    links,
    names,
    publication,
    references,
    rooms,
    secrecy,
    texts,
    verlauf,
)
from fokusbericht.model import Report
from fokusbericht.problems import Problem

CHECKS = (
    *(names, references, links, texts, verlauf, examples),
    *(geography, rooms, derived, colours),
)
SOUND_CHECKS = (secrecy,)  # they compute, and so need a report without other problems
PUBLICATION_CHECKS = (publication,)  # only asked for before a site goes public


def check_report(report: Report, publication: bool = False) -> Iterator[Problem]:
    """Yield all that is wrong with a report as a whole."""
    for rule in CHECKS + (PUBLICATION_CHECKS if publication else ()):
        yield from rule.check(report)


def check_sound_report(report: Report) -> Iterator[Problem]:
    """Yield what only computing with a report that has no other problems brings to light."""
    for rule in SOUND_CHECKS:
        yield from rule.check(report)
