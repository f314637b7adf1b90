"""With which Kommunen one is compared: those of about its size, and the four most like it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from fokusbericht.figures.population import people
from fokusbericht.figures.similar import is_alone, nearest_kommunen
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.roundest import roundest
from fokusbericht.statistics.size_classes import LEAST, SizeClass, size_classes
from fokusbericht.words.different import peers_sentence

NEAREST = 4
COARSEST = Fraction(100_000)  # borders of classes are told no rounder than that


@dataclass(frozen=True, slots=True)
class Peers:
    """The Kommunen that one is compared with.

    `others` are those of its size class, the largest first, without itself and without those
    that are like no other; `nearest` the four that are most like it, of any size. `is_alone`
    says that none is really like it.
    """

    own: str
    others: tuple[str, ...]
    nearest: tuple[str, ...]
    is_alone: bool
    sentence: str  # with whom it is compared, for readers


@query
def peers_of(report: Report, ags: str) -> Peers | None:
    """Return the Kommunen that one is compared with; None where the county has no other."""
    geografie = report.geografie
    if len(geografie.kommunen) < 2:
        return None
    members, low, high = _class_of(report)[ags]
    others, left_out = _compared(report, [one for one in members if one != ags])
    alone = is_alone(report, ags)
    names = [[geografie.name_of(one) for one in some] for some in (others, left_out)]
    return Peers(
        own=ags,
        others=others,
        nearest=_nearest(report, ags),
        is_alone=alone,
        sentence=peers_sentence(geografie.name_of(ags), names[0], low, high, alone, names[1]),
    )


def _compared(report: Report, others: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return those one is compared with, and those left out as they are like no other."""
    like = tuple(one for one in others if not is_alone(report, one))
    if len(like) < LEAST - 1:
        return tuple(others), ()
    return like, tuple(one for one in others if one not in like)


def _nearest(report: Report, ags: str) -> tuple[str, ...]:
    """Return the four nearest; where too few compare, those nearest in size as well."""
    sizes, kommunen = _sizes(report), report.geografie.kommunen
    own = sizes.get(ags, 1.0)

    def far(one: str) -> tuple[float, str]:
        size = sizes.get(one, 0.0)
        return (max(own, size) / min(own, size) if size else float("inf"), one)

    by_size = sorted((one for one in kommunen if one != ags), key=far)
    return tuple(dict.fromkeys([*nearest_kommunen(report, ags), *by_size]))[:NEAREST]


@query
def _sizes(report: Report) -> Mapping[str, float]:
    """Return how many people live in each Kommune of which it is known."""
    return {ags: number for ags in report.geografie.kommunen if (number := people(report, ags))}


@query
def _class_of(report: Report) -> Mapping[str, tuple[SizeClass, float, float]]:
    """Return for each Kommune its class with its borders; of whose size is unknown, all."""
    sizes = _sizes(report)
    every = tuple(report.geografie.kommunen)
    if len(sizes) < len(every):
        return dict.fromkeys(every, (every, 0.0, 0.0))
    classes = size_classes(sizes)
    borders = [0.0, *_borders(classes, sizes), 0.0]
    return {
        ags: (members, borders[number + 1], borders[number])
        for number, members in enumerate(classes)
        for ags in members
    }


def _borders(classes: Sequence[SizeClass], sizes: Mapping[str, float]) -> list[float]:
    """Return the roundest number of people between each class and the next smaller one."""
    gaps = [(sizes[below[0]], sizes[above[-1]]) for above, below in pairwise(classes)]
    return [roundest(low, high, (low + high) / 2, COARSEST) for low, high in gaps]
