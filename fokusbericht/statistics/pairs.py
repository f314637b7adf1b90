"""The pairs of figures a county compares: of which year, in which Kommunen, how related."""

from dataclasses import dataclass

from fokusbericht.model.figures import Indikator
from fokusbericht.model.kreis import Vergleich
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.statistics.relate import Relation, relate


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the two figures, in the year that is compared."""

    messung: Messung
    year: int

    @property
    def indikator(self) -> Indikator:
        """Return what it means."""
        return self.messung.indikator

    @property
    def title(self) -> str:
        """Return "Eigentümerquote 2022"."""
        return f"{self.indikator.titel} {self.year}"

    def value(self, area: str) -> float | None:
        """Return the figure of an area as it is shown."""
        return self.messung.known(area).get(self.year)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of the Kommunen that have both, in the order of their keys."""

    vergleich: Vergleich
    x: Axis
    y: Axis
    areas: tuple[str, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    relation: Relation


@query
def pairs_of(report: Report) -> tuple[Pair, ...]:
    """Return all pairs of which something can be said."""
    pairs = (_pair(report, vergleich) for vergleich in report.kreis.vergleiche)
    return tuple(pair for pair in pairs if pair)


def _pair(report: Report, vergleich: Vergleich) -> Pair | None:
    x, y = _axes(report, vergleich)
    places = [
        (ags, across, up)
        for ags in sorted(report.geografie.kommunen)
        if (across := x.value(ags)) is not None and (up := y.value(ags)) is not None
    ]
    areas = tuple(ags for ags, _, _ in places)
    xs, ys = tuple(across for _, across, _ in places), tuple(up for _, _, up in places)
    relation = relate(xs, ys)
    return Pair(vergleich, x, y, areas, xs, ys, relation) if relation else None


def _axes(report: Report, vergleich: Vergleich) -> tuple[Axis, Axis]:
    """Return both figures: of the last year that both have, else each of its own last year."""
    x, y = (messungen(report)[ref.key.name] for ref in (vergleich.x, vergleich.y))
    common = max({*x.local_years} & {*y.local_years}, default=0)
    return _axis(x, common), _axis(y, common)


def _axis(messung: Messung, year: int) -> Axis:
    return Axis(messung, year or max(messung.local_years, default=0))
