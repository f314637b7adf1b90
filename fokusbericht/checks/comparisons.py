"""Pairs of figures: two different ones, each pair once, with enough Kommunen that have both."""

from collections.abc import Iterator

from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.statistics.pairs import pairs_of
from fokusbericht.statistics.relate import FEWEST

ID = "vergleich"


def check(report: Report) -> Iterator[Problem]:
    """Yield pairs that would have no page, or the same page twice."""
    fitting = {pair.vergleich for pair in pairs_of(report)}
    seen: set[frozenset[str]] = set()
    for vergleich in report.kreis.vergleiche:
        names = frozenset((vergleich.x.key.name, vergleich.y.key.name))
        if len(names) == 1:
            sentence = "Hier steht zweimal dieselbe Zahl; ein Vergleich braucht zwei verschiedene."
            yield Problem(vergleich.y.place, sentence, ID)
        elif names in seen:
            sentence = "Diese beiden Zahlen werden schon weiter oben verglichen."
            yield Problem(vergleich.x.place, sentence, ID)
        elif vergleich not in fitting:
            sentence = (
                f"Keine {FEWEST} Kommunen haben beide Zahlen mit verschiedenen Werten: "
                "Daraus wird kein Vergleich."
            )
            yield Problem(vergleich.x.place, sentence, ID)
        seen.add(names)
