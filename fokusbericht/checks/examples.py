"""What is real never leans on an example, so that all examples can be left out at any time."""

from collections.abc import Iterator

from fokusbericht.model.base import Key, Kind, Thing
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff
from fokusbericht.problems import Place, Problem
from fokusbericht.prose import find_embeds, find_links
from fokusbericht.references import FIGURE_EMBEDS, figure_of, find_refs

ID = "beispiel"


def check(report: Report) -> Iterator[Problem]:
    """Yield mentions of examples by things that are real."""
    real: list[Thing | Begriff] = [thing for thing in report.things() if not thing.beispiel]
    for ref in find_refs((report.kreis, report.geografie.fassungen)):
        if ref.key in report.examples:
            yield _problem(ref.key, ref.place)
    for source in (*real, *report.begriffe.values()):
        for key, place in _mentions(report, source):
            if key in report.examples:
                yield _problem(key, place)


def _problem(key: Key, place: Place) -> Problem:
    sentence = f"„{key.name}“ ist ein Beispiel; Echtes darf nicht darauf verweisen."
    return Problem(place, sentence, ID)


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
    for embed in find_embeds(text):
        if embed.target in FIGURE_EMBEDS:
            yield Key(Kind.INDIKATOR, figure_of(embed.label)[0]), embed.place
