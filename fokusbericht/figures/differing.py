"""Which figures of a Kommune differ from those of its like, and which do not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from fokusbericht.figures.grouping import entry_of
from fokusbericht.figures.peers import Peers
from fokusbericht.model.figures import Ableitungsart, Zahlart
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.alike import is_alike
from fokusbericht.statistics.differing import FEWEST, distance
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.statistics.rounding import whole
from fokusbericht.statistics.uncertainty import interval_of

MOST, MOST_ALIKE = 4, 3  # figures that are told
TELLING, OTHERS = 0.5, 1.0  # widths outside the middle half from which on a figure differs
RECENT = 6  # years: what is older than the newest figure by more is not compared


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of a place among those of its like, all in whole last digits."""

    messung: Messung
    area: str
    year: int
    own: int
    others: Mapping[str, int]
    distance: float  # in widths of the middle half of the others, below 0 if it is lower
    is_telling: bool

    @property
    def gap(self) -> float:
        """Return how far it is from the middle of the others, as a share of itself."""
        return abs(self.own - median(self.others.values())) / (abs(self.own) or 1)

    @property
    def is_alike(self) -> bool:
        """Say whether it is about what the middle of the others is."""
        indikator = self.messung.indikator
        middle = round(median(self.others.values()))
        return is_alike(self.own, middle, indikator.dezimalstellen, indikator.einheit == "%")

    @property
    def theme(self) -> str:
        """Return the key of its theme."""
        return self.messung.indikator.thema.key.name


def compared_figures(report: Report, peers: Peers) -> tuple[Compared, ...]:
    """Return the figures of a place that compare with those of its like."""
    return tuple(_compared(report, peers))


def _compared(report: Report, peers: Peers) -> Iterator[Compared]:
    for messung in _comparable(report):
        year, _ = messung.latest(peers.own)
        if year < _newest(report) - RECENT or messung.amt_instead(peers.own):
            continue
        if messung.has_secret(year, (peers.own, *peers.others)):
            continue  # who is hidden may be higher or lower, and a rank would tell of it
        ranked, digits = messung.ranked(year), messung.indikator.dezimalstellen
        others = {area: whole(ranked[area], digits) for area in peers.others if area in ranked}
        if peers.own in ranked and len(others) >= FEWEST:
            own = whole(ranked[peers.own], digits)
            far = distance(own, list(others.values()))
            is_telling = messung.name in _telling(report)
            yield Compared(messung, peers.own, year, own, others, far, is_telling)


@query
def _comparable(report: Report) -> tuple[Messung, ...]:
    """Return what Kommunen compare in: no counts, which follow size, and no changes."""
    return tuple(one for one in messungen(report).values() if one.is_local and _is_level(one))


def _is_level(messung: Messung) -> bool:
    indikator = messung.indikator
    made = indikator.ableitung
    is_change = indikator.saldo or (made is not None and made.art is not Ableitungsart.VERHAELTNIS)
    return not indikator.beispiel and not is_change and indikator.art is not Zahlart.ANZAHL


@query
def _telling(report: Report) -> frozenset[str]:
    """Return the figures that go first: the important ones, and those on top of profiles."""
    important = (name for name, one in report.indikatoren.items() if one.wichtig)
    return frozenset([*important, *(ref.key.name for ref in report.kreis.profil)])


@query
def _newest(report: Report) -> int:
    return max((one.year for one in _comparable(report)), default=0)


def differing(found: Iterable[Compared]) -> tuple[Compared, ...]:
    """Return the figures that differ most, the telling ones first, one of each theme."""
    far = [one for one in found if _is_far(one) and _is_sure(one)]
    far.sort(key=lambda one: (not one.is_telling, -abs(one.distance), one.messung.name))
    return _one_of_each_theme(far, MOST)


def _is_far(one: Compared) -> bool:
    return abs(one.distance) >= (TELLING if one.is_telling else OTHERS) and not one.is_alike


def _is_sure(one: Compared) -> bool:
    """Say whether a share of few is far at both ends of its interval, not by chance."""
    indikator, others = one.messung.indikator, list(one.others.values())
    ends = interval_of(indikator, one.area, one.year) or ()
    far = [distance(whole(end, indikator.dezimalstellen), others) for end in ends]
    return all(end * one.distance > 0 for end in far)


def alike(
    report: Report, found: Iterable[Compared], told: Iterable[Compared]
) -> tuple[Compared, ...]:
    """Return telling figures in which a place is like the others, the nearest first."""
    entries = {entry_of(report, one.messung.name).title for one in told}
    near = [
        one
        for one in found
        if one.is_telling
        and one.is_alike
        and not one.distance
        and entry_of(report, one.messung.name).title not in entries
    ]
    near.sort(key=lambda one: (one.gap, one.messung.name))
    return _one_of_each_theme(near, MOST_ALIKE)


def _one_of_each_theme(found: Iterable[Compared], most: int) -> tuple[Compared, ...]:
    first: dict[str, Compared] = {}
    for one in found:
        first.setdefault(one.theme, one)
    return tuple(first.values())[:most]
