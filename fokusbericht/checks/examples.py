"""What is real never leans on an example, so that all examples can be left out at any time."""

from collections.abc import Iterator

from fokusbericht.model import Begriff, Key, Report, Thing
from fokusbericht.problems import Place, Problem
from fokusbericht.prose import find_links
from fokusbericht.references import find_refs

ID = "beispiel"


def check(report: Report) -> Iterator[Problem]:
    """Yield mentions of examples by things that are real."""
    real: list[Thing | Begriff] = [thing for thing in report.things() if not thing.beispiel]
    for source in (*real, *report.begriffe.values()):
        for key, place in _mentions(report, source):
            if key in report.examples:
                sentence = f"„{key.name}“ ist ein Beispiel; Echtes darf nicht darauf verweisen."
                yield Problem(place, sentence, ID)


def _mentions(report: Report, source: Thing | Begriff) -> Iterator[tuple[Key, Place]]:
    for ref in find_refs(source):
        yield ref.key, ref.place
    names = {key.name: key for key in report.examples} | {str(key): key for key in report.examples}
    text = source.erklaerung if isinstance(source, Begriff) else source.body
    for link in find_links(text):
        if link.target in names and (":" in link.target or report.find(link.target) is None):
            yield names[link.target], link.place
        elif (key := report.find(link.target)) is not None:
            yield key, link.place
