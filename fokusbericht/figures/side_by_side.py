"""Places side by side: what is told of each figure for each of them, and how far it differs.

The first place is the one that is asked about; county and Land stand beside the Kommunen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.figures.grouping import entries_with
from fokusbericht.model.figures import Ebene, Fehlgrund, Indikator, Zahlart
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.alike import is_alike
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.statistics.rounding import whole
from fokusbericht.words.beside import ALIKE, LESS, MORE
from fokusbericht.words.numbers import absence, is_incomplete


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a place: a number in whole last digits, or in words why there is none.

    `whose` is not the place itself where there is only the figure of its Amt.
    """

    whose: str
    year: int
    number: int | None = None
    missing: str = ""
    mark: str = Fehlgrund.UNBEKANNT.value  # of a program's table, where there is no number
    is_stated: bool = False  # that it is missing is told for the very year: it is secret, for one
    compares: bool = False  # it is of the year of the row, of the place itself, and of enough


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure for all places: `kinds` say how it is to the first; "" where nothing compares."""

    messung: Messung
    year: int
    told: tuple[Told, ...]
    kinds: tuple[str, ...]

    @property
    def compares(self) -> bool:
        """Say whether places compare by it: counts follow their size, few cases tell nothing."""
        return compares(self.messung.indikator)

    def shown(self, number: int) -> float:
        """Return the number of a place as it is shown."""
        return float((self.told[number].number or 0) / 10**self.messung.indikator.dezimalstellen)

    def apart(self, number: int) -> int:
        """Return how far a place is from the first, in whole last digits."""
        return (self.told[number].number or 0) - (self.told[0].number or 0)


def side_by_side(
    report: Report, kommunen: Sequence[str], measures: Sequence[str]
) -> Iterator[tuple[str, list[Beside]]]:
    """Yield each theme with the figures that any of the Kommunen has, in the order of all lists."""
    for theme, found in _listed(report):
        rows = [row for one in found if (row := _beside(one, kommunen, measures))]
        if rows:
            yield theme, rows


def measures_of(report: Report) -> tuple[str, ...]:
    """Return what places are measured by: the county, and the Land where it is told of."""
    geografie = report.geografie
    land = geografie.land()
    return (geografie.schluessel, *[land] * (land in geografie.vergleich))


@query
def _listed(report: Report) -> tuple[tuple[str, tuple[Messung, ...]], ...]:
    """Return for each theme the figures that there are for Kommunen or their Ämter."""
    measured = messungen(report)

    def is_told(one: Indikator) -> bool:
        return one.ebene is not Ebene.KREIS and not one.beispiel

    return tuple(
        (name, tuple(measured[member.indikator.key.name] for member in members))
        for name in report.themen
        if (members := [m for one in entries_with(report, name, is_told) for m in one.members])
    )


def _beside(messung: Messung, kommunen: Sequence[str], measures: Sequence[str]) -> Beside | None:
    year = year_beside(messung, kommunen)
    told = [_told(messung, ags, year) for ags in kommunen]
    if not any(one.number is not None or one.is_stated for one in told):
        return None
    told += [_of_measure(messung, area, year) for area in measures]
    return Beside(messung, year, tuple(told), tuple(_kinds(messung.indikator, told)))


def year_beside(messung: Messung, kommunen: Sequence[str]) -> int:
    """Return the year of a row: the last of the first place, be it its Amt's; else of any."""
    own = kommunen[0]
    if instead := messung.amt_instead(own):
        return instead[1]
    areas = [messung.area_of(ags) for ags in kommunen]
    return messung.latest_year(areas[:1]) or messung.latest_year(areas) or messung.year


def _told(messung: Messung, ags: str, year: int) -> Told:
    """Return what is told of a Kommune: its figure, its Amt's, else its last of another year."""
    area = messung.area_of(ags)
    figure = messung.at(area, year)
    if figure and figure.value is not None:
        is_own = area == ags and not messung.is_too_small(area, year)
        return _number(messung, area, year, figure, is_own)
    amt = messung.geografie.amt_of(ags) if messung.is_local else None
    together = messung.at(amt.schluessel, year) if amt else None
    if amt and together and together.value is not None:
        return _number(messung, amt.schluessel, year, together, False)
    if figure and (figure.missing is not Fehlgrund.UNBEKANNT or is_incomplete(figure)):
        return _missing(ags, year, figure)
    return _last(messung, area) or _missing(ags, year, figure)


def _of_measure(messung: Messung, area: str, year: int) -> Told:
    figure = messung.at(area, year)
    if figure and figure.value is not None:
        return _number(messung, area, year, figure, True)
    return _last(messung, area) or _missing(area, year, figure)


def _last(messung: Messung, area: str) -> Told | None:
    """Return the last number of an area, whenever it is of; None if there is none."""
    year, figure = messung.latest(area)
    return None if figure.value is None else _number(messung, area, year, figure, False)


def _number(messung: Messung, area: str, year: int, figure: Figure, compares: bool) -> Told:
    number = whole(figure.value or 0, messung.indikator.dezimalstellen)
    return Told(area, year, number, compares=compares)


def _missing(area: str, year: int, figure: Figure | None) -> Told:
    mark = (figure.missing if figure else None) or Fehlgrund.UNBEKANNT
    is_stated = mark is not Fehlgrund.UNBEKANNT or bool(figure and is_incomplete(figure))
    return Told(area, year, None, absence(figure), mark.value, is_stated)


def _kinds(indikator: Indikator, told: Sequence[Told]) -> Iterator[str]:
    own = told[0]
    yield ""
    for one in told[1:]:
        if not compares(indikator) or not (own.compares and one.compares):
            yield ""
        else:
            yield _kind(indikator, own.number or 0, one.number or 0)


def compares(indikator: Indikator) -> bool:
    """Say whether places compare by a figure at all."""
    return indikator.art is not Zahlart.ANZAHL and not indikator.unsicherheit


def _kind(indikator: Indikator, own: int, other: int) -> str:
    if is_alike(own, other, indikator.dezimalstellen, indikator.einheit == "%"):
        return ALIKE
    return MORE if other > own else LESS


@dataclass(frozen=True, slots=True)
class Extreme:
    """A figure that is higher, or lower, for the first place than for all other Kommunen."""

    row: Beside
    nearest: int  # the place whose figure comes nearest
    distance: float  # from that, in widths of the middle half of all Kommunen; 0 if it has none


def compared(rows: Iterable[Beside], kommunen: int) -> list[Beside]:
    """Return the figures by which all Kommunen compare; `kommunen` is how many these are."""
    return [row for row in rows if all(row.kinds[1:kommunen])]


def extremes(rows: Iterable[Beside], kommunen: int) -> Iterator[Extreme]:
    """Yield the compared figures in which the first place is above, or below, all others."""
    for row in rows:
        kinds = set(row.kinds[1:kommunen])
        if kinds in ({MORE}, {LESS}):
            nearest = min(range(1, kommunen), key=lambda number: abs(row.apart(number)))
            yield Extreme(row, nearest, _distance(row, abs(row.apart(nearest))))


def _distance(row: Beside, apart: int) -> float:
    half = row.messung.comparison(row.year).half
    return apart / (half.high - half.low) if half and half.high > half.low else 0.0
