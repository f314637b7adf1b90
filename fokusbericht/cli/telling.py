"""How problems and hints are told: as lines, as annotations, as data."""

import json
from collections.abc import Sequence

from fokusbericht.problems import Problem, Severity, one_line

FORMATS = ("text", "github", "json")
SITE_STAYS = "Die Seite bleibt, wie sie ist."


def tell(findings: Sequence[Problem], form: str, harm: str = SITE_STAYS) -> None:
    """Print problems, then hints; last how many there are, and what that means."""
    if form == "json":
        print(json.dumps([_as_data(finding) for finding in findings], ensure_ascii=False, indent=1))
        return
    for finding in findings:
        print(_as_annotation(finding) if form == "github" else finding)
    hints = sum(finding.severity is Severity.WARNING for finding in findings)
    problems = len(findings) - hints
    if problems and form == "text":
        count = "Eine Stelle ist" if problems == 1 else f"{problems} Stellen sind"
        print(f"\n{count} zu berichtigen. {harm}")
    elif hints and form == "text":
        count = "Ein Hinweis hält" if hints == 1 else f"{hints} Hinweise halten"
        print(f"\n{count} den Bau nicht auf.")


def tell_fault(sentence: str, form: str, rule: str = "abbruch") -> None:
    """Print why a command ends early: what is wrong is in no line of a file."""
    sentence = one_line(sentence)
    if form == "json":
        data = {"file": "", "line": 0, "column": 0, "message": sentence, "rule": rule}
        print(json.dumps([{**data, "severity": Severity.ERROR}], ensure_ascii=False, indent=1))
    elif form == "github":
        print(f"::error::{sentence.replace('%', '%25')}")
    else:
        print(sentence)


def _as_data(problem: Problem) -> dict[str, object]:
    place = problem.place
    return {
        "file": one_line(place.path),
        "line": place.line,
        "column": place.column,
        "message": one_line(problem.sentence),
        "rule": problem.rule,
        "severity": problem.severity,
    }


def _as_annotation(problem: Problem) -> str:
    place = problem.place
    # A path or sentence must not end the command early, nor begin another.
    sentence = one_line(problem.sentence).replace("%", "%25")
    path = one_line(place.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{problem.severity} file={path},line={place.line},col={place.column}::{sentence}"
