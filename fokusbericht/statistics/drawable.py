"""How a figure of the county can be drawn: over the years, beside Land and Bund, of a hundred."""

from fokusbericht.model.figures import Zahlart
from fokusbericht.model.planning import Satzbild
from fokusbericht.statistics.messung import Messung

FEWEST_YEARS = 3  # of a course: a line between two says no more than a sentence


def course_until(messung: Messung, year: int) -> dict[int, float]:
    """Return the county's numbers by year, up to one of them."""
    return {one: value for one, value in messung.known(messung.own).items() if one <= year}


def compared_areas(messung: Messung, year: int) -> tuple[str, ...]:
    """Return which of county, Land and Bund have a number; of a count the county alone.

    A count only follows the size of its area.
    """
    areas = (messung.own, *messung.geografie.measures())
    is_count = messung.indikator.art is Zahlart.ANZAHL
    compared = areas[:1] if is_count else areas
    return tuple(area for area in compared if messung.value(area, year) is not None)


def can_draw(messung: Messung, year: int, picture: Satzbild) -> bool:
    """Say whether the county's figure of a year can be drawn so."""
    match picture:
        case Satzbild.VERLAUF:
            return len(course_until(messung, year)) >= FEWEST_YEARS
        case Satzbild.VERGLEICH:
            values = [messung.value(one, year) or 0 for one in compared_areas(messung, year)]
            return len(values) > 1 and min(values) >= 0
        case Satzbild.ANTEIL:
            value = messung.value(messung.own, year)
            return messung.indikator.einheit == "%" and value is not None and 0 <= value <= 100
