"""Rules that need the whole report: one module a rule, each with `check(report)`."""

from collections.abc import Iterator

from fokusbericht.checks import embargo
from fokusbericht.later import later
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem

CHECKS = later(
    __name__,
    (
        *("names", "embargo", "references", "links", "texts", "verlauf", "fields", "votes"),
        "statements",
        *("chains", "groups", "examples", "geography", "rooms", "derived", "protection"),
        *("together", "beside", "levels", "marks", "colours", "pictures", "films"),
        *("county", "start_map", "positions", "dates", "decisions", "vocabulary", "frozen"),
        *("bounds", "jumps", "outliers", "sums", "copies", "future", "confirmed"),
    ),
)
# They compute, and so need a report without other problems.
SOUND_CHECKS = later(__name__, ("secrecy", "comparisons", "editions"))
PUBLICATION_CHECKS = later(__name__, ("publication",))  # only before a site goes public

# Told, but no reason not to build.
HINTS = later(__name__, ("plain_language", "overdue", "compounds", "unfrozen", "edition_texts"))
OVERDUE = HINTS[1].__name__
SOUND_HINTS = later(__name__, ("kinship", "hidden_words", "quoted", "mixed"))  # they compute, too
ALL = (*CHECKS, *SOUND_CHECKS, *HINTS, *SOUND_HINTS)


def check_report(report: Report, publication: bool = False) -> Iterator[Problem]:
    """Yield all that is wrong with a report as a whole."""
    if report.is_unread:
        return
    rules = CHECKS + (PUBLICATION_CHECKS if publication else ())
    told = [problem for rule in rules for problem in rule.check(report)]
    yield from told
    if report.whole:
        yield from _check_withheld(report, report.whole, {problem.place for problem in told})


def _check_withheld(report: Report, whole: Report, told: set[Place]) -> Iterator[Problem]:
    """Yield what is wrong with files under embargo, so that it is mended before their day."""
    paths = embargo.withheld_paths(report)
    for rule in CHECKS:
        for problem in rule.check(whole):
            # What the whole has to say of all other files is told of the report itself.
            if problem.place.path in paths and problem.place not in told:
                yield problem


def check_sound_report(report: Report) -> Iterator[Problem]:
    """Yield what only computing with a report that has no other problems brings to light."""
    for rule in SOUND_CHECKS:
        yield from rule.check(report)


def find_hints(
    report: Report, is_sound: bool = True, publication: bool = False
) -> Iterator[Problem]:
    """Yield what could be better, and hinders no build; less of a report that has problems.

    Before a publication, what has run out is no hint but a problem.
    """
    if report.is_unread:
        return
    yield from report.hints
    for rule in HINTS:
        if not (publication and rule.__name__ == OVERDUE):
            yield from rule.check(report)
    if is_sound:
        yield from find_sound_hints(report)


def find_sound_hints(report: Report) -> Iterator[Problem]:
    """Yield hints that computing brings to light."""
    for rule in SOUND_HINTS:
        yield from rule.check(report)
