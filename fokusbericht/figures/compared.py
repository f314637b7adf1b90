"""The figures of one indicator that are compared with one another: of Kommunen, or of counties."""

from collections.abc import Mapping
from dataclasses import dataclass

from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.levels import levels_of
from fokusbericht.statistics.rank import ranks
from fokusbericht.statistics.rounding import whole
from fokusbericht.statistics.standing_out import Half, middle_half, standing_out
from fokusbericht.statistics.uncertainty import interval_of
from fokusbericht.words.numbers import county_keys, ranked_values


@dataclass(frozen=True, slots=True)
class Field:
    """The figures of one indicator in one year that are compared, in whole last digits."""

    values: Mapping[str, int]
    places: Mapping[str, int]  # their ranks, 1 for the highest
    far: Mapping[str, float]  # those that stand out, in widths of the middle half
    half: Half | None


@query
def field_of(report: Report, name: str, year: int) -> Field:
    """Return the figures of an indicator that are compared in a year, and which stand out."""
    indikator = report.indikatoren[name]
    values = _values(report, indikator, year)
    half = middle_half(values.values())
    far = {
        area: distance
        for area, distance in standing_out(values).items()
        if half and _is_sure(indikator, area, year, half)
    }
    return Field(values, ranks(values), far, half)


def _values(report: Report, indikator: Indikator, year: int) -> dict[str, int]:
    """Return the compared figures: of Kommunen with a large enough base, or of all counties."""
    levels = levels_of(report)[indikator.key.name]
    if indikator.ebene is Ebene.KOMMUNE:
        found = ranked_values(report, indikator, levels, year)
    else:
        figures = {one: levels[one].get(year) for one in county_keys(report, levels)}
        found = {
            one: figure.value
            for one, figure in figures.items()
            if figure and figure.value is not None
        }
    return {area: whole(value, indikator.dezimalstellen) for area, value in found.items()}


def _is_sure(indikator: Indikator, area: str, year: int, half: Half) -> bool:
    """Say whether a share would stand out at both ends of its 95 % interval, as far as known."""
    ends = interval_of(indikator, area, year)
    if ends is None:
        return True
    far = [half.distance(whole(end, indikator.dezimalstellen)) for end in ends]
    return all(one > 1 for one in far) or all(one < -1 for one in far)
