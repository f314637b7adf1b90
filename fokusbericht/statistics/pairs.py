"""The pairs of figures a county compares: of which year, in which Kommunen, how related."""

from dataclasses import dataclass, replace

from fokusbericht.model.figures import Indikator
from fokusbericht.model.kreis import Vergleich
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.statistics.levels import levels_of
from fokusbericht.statistics.relate import Relation, relate
from fokusbericht.statistics.rounding import shown


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the two figures, in the year that is compared."""

    indikator: Indikator
    levels: Levels
    year: int

    @property
    def title(self) -> str:
        """Return "Eigentümerquote 2022"."""
        return f"{self.indikator.titel} {self.year}"

    def value(self, area: str) -> float | None:
        """Return the figure of an area as it is shown."""
        figure = self.levels.get(area, {}).get(self.year)
        if figure is None or figure.value is None:
            return None
        return shown(figure.value, self.indikator.dezimalstellen)


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
    x, y = (_axis(report, ref.key.name) for ref in (vergleich.x, vergleich.y))
    common = _years(report, x) & _years(report, y)
    if not common:
        return x, y
    return replace(x, year=max(common)), replace(y, year=max(common))


def _axis(report: Report, name: str) -> Axis:
    axis = Axis(report.indikatoren[name], levels_of(report)[name], 0)
    return replace(axis, year=max(_years(report, axis), default=0))


def _years(report: Report, axis: Axis) -> set[int]:
    return {
        year
        for ags in report.geografie.kommunen
        for year, figure in axis.levels.get(ags, {}).items()
        if figure.value is not None
    }
