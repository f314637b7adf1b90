"""What is wrong with a report, looked for anew only where something new was read."""

from collections.abc import Iterable

from fokusbericht.building.due import Records, make_due, maker_of
from fokusbericht.building.prints import FigurePrint, Prints, raw_figures
from fokusbericht.checks import (
    CHECKS,
    HINTS,
    SOUND_CHECKS,
    SOUND_HINTS,
    check_report,
    check_sound_report,
    find_hints,
)
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, Severity


def check_again(
    report: Report,
    before: Records[Problem],
    has_same_figures: bool = False,
    figures: FigurePrint | None = None,
) -> tuple[list[Problem], Records[Problem]]:
    """Return all problems and hints of a watched report, and the records of having checked it.

    It `has_same_figures` where nothing has changed since that decides which figures there are;
    else `figures` may tell which have.
    Records are only of use where there is no problem: then all that was found are hints.
    """
    if report.whole or report.is_unread:
        return check_all(report), Records()
    known = before.prints if has_same_figures else {}
    prints = Prints(report, figures or raw_figures(report), known, with_places=True)

    def made(rules: Iterable[object], before: Records[Problem]) -> Records[Problem]:
        makers = [maker_of(rule, "check") for rule in rules]
        return make_due(makers, report, prints, before, lambda problem: problem).records

    rules = made(CHECKS, before)
    if _has_errors(_found(rules)):
        return check_all(report), Records()
    records = rules.with_others(made((*SOUND_CHECKS, *HINTS, *SOUND_HINTS), before))
    return [*report.hints, *_found(records)], records


def check_all(report: Report, publication: bool = False, is_sound: bool = True) -> list[Problem]:
    """Return all problems and hints of a report; less of one that could not be read well."""
    problems = list(check_report(report, publication))
    is_sound = is_sound and not _has_errors(problems)
    if is_sound:
        problems += check_sound_report(report)
        is_sound = not _has_errors(problems)
    return [*problems, *find_hints(report, is_sound, publication)]


def _found(records: Records[Problem]) -> list[Problem]:
    return [problem for record in records.batches.values() for problem in record.made]


def _has_errors(found: Iterable[Problem]) -> bool:
    return any(one.severity is Severity.ERROR for one in found)
