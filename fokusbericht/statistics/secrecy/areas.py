"""What areas consist of: Kommunen of Quartiere, rooms of Kommunen, the county of rooms."""

from collections.abc import Mapping, Sequence

from fokusbericht.model.figures import AreaYear
from fokusbericht.model.report import Report

Cut = Mapping[str, tuple[str, ...]]  # the Kommunen of each room
Areas = Mapping[str, Sequence[str]]


def today_s_cut(report: Report) -> Cut:
    """Return which Kommunen lie in which room; a room without Kommunen is none."""
    rooms = report.geografie.raeume.items()
    return {name: raum.kommunen for name, raum in rooms if raum.kommunen}


def areas_of(report: Report, cut: Cut) -> dict[str, tuple[str, ...]]:
    """Return for each area that has parts what these are."""
    parts: dict[str, tuple[str, ...]] = {}
    for one in report.geografie.quartiere.values():
        parts[one.kommune] = (*parts.get(one.kommune, ()), one.schluessel)
    return parts | dict(cut) | {report.geografie.schluessel: tuple(cut)}


def sum_of(areas: Areas, numbers: Mapping[AreaYear, float], place: AreaYear) -> float:
    """Return the number of a place, or the sum of its parts; 0 where one of them is not known."""
    area, year = place
    if place in numbers or area not in areas:
        return numbers.get(place, 0.0)
    parts = [sum_of(areas, numbers, (part, year)) for part in areas[area]]
    return sum(parts) if all(parts) else 0.0
