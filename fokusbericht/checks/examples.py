"""What is real never leans on an example, so that all examples can be left out at any time."""

from collections.abc import Iterator
from functools import partial

from fokusbericht.model.base import Key, Thing
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff
from fokusbericht.problems import Place, Problem
from fokusbericht.text.references import find_refs, placed_mentions

ID = "beispiel"


def check(report: Report) -> Iterator[Problem]:
    """Yield mentions of examples by things that are real."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Problem | Batch[Problem]]:
    """Yield the check of each thing that is real."""
    real: list[Thing | Begriff] = [thing for thing in report.things() if not thing.beispiel]
    for ref in find_refs((report.kreis, report.geografie.fassungen)):
        if ref.key in report.examples:
            yield _problem(ref.key, ref.place)
    for source in (*real, *report.begriffe.values()):
        yield Batch(str(source.key), partial(_check, report, source))


def _check(report: Report, source: Thing | Begriff) -> Iterator[Problem]:
    for key, place in _mentions(report, source):
        if key in report.examples:
            yield _problem(key, place)


def _problem(key: Key, place: Place) -> Problem:
    sentence = f"„{key.name}“ ist ein Beispiel; Echtes darf nicht darauf verweisen."
    return Problem(place, sentence, ID)


def _mentions(report: Report, source: Thing | Begriff) -> Iterator[tuple[Key, Place]]:
    names = {key.name: key for key in report.examples} | {str(key): key for key in report.examples}

    def find(target: str) -> Key | None:
        known = report.find(target)
        is_example = target in names and (":" in target or known is None)
        return names[target] if is_example else known

    return placed_mentions(source, find)
