"""The charts of one indicator besides its course: ranking and distribution."""

from collections.abc import Iterator

from fokusbericht.charts.vega.data import Bar, BarChart, DistributionChart, Reference, SwarmDot
from fokusbericht.model.figures import Zahlart
from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.outlying import cut_off
from fokusbericht.statistics.rank import ranks
from fokusbericht.words import kommunen
from fokusbericht.words.county import compared_sentence, county_sentence, joined

MANY = 5  # areas: fewer counties stand beside Land and Bund as bars


def ranking_chart(messung: Messung, year: int) -> BarChart | None:
    """Return the areas as bars, the highest first; None when there is nothing to compare."""
    indikator = messung.indikator
    if not has_ranking(messung, year):
        return None
    values = messung.ranked(year)
    lines = tuple(_lines(messung, year, values))
    names = {line.name for line in lines}
    areas = [one for one in values if messung.geografie.name_of(one) not in names]
    places = ranks(values)
    ordered = sorted(areas, key=lambda area: (places[area], messung.geografie.name_of(area)))
    own, cut = messung.own, cut_off(values, messung.aside)
    name_of = messung.geografie.name_of
    return BarChart(
        title=f"{indikator.titel} {year}, Rangfolge",
        description=ranking_sentence(messung, year),
        unit=indikator.einheit,
        digits=indikator.dezimalstellen,
        bars=tuple(Bar(name_of(one), values[one], one == own, cut=one in cut) for one in ordered),
        lines=lines,
    )


def has_ranking(messung: Messung, year: int) -> bool:
    """Say whether there are areas to compare."""
    return len(messung.ranked(year)) > 1


def has_distribution(messung: Messung, year: int) -> bool:
    """Say whether there are enough areas to show how they are spread; not of counts."""
    if not messung.has_map or messung.indikator.art is Zahlart.ANZAHL:
        return False
    return len(messung.ranked(year)) >= kommunen.FEW


def _lines(messung: Messung, year: int, ranked: dict[str, float]) -> Iterator[Reference]:
    """Yield what the bars are measured by: not for counts, which are larger in larger areas."""
    indikator = messung.indikator
    if indikator.art is Zahlart.ANZAHL or not (messung.has_map or len(ranked) >= MANY):
        return
    for area in (*([messung.own] if messung.has_map else ()), *messung.geografie.measures()):
        known = messung.known(area)
        if year in known:
            yield Reference(messung.geografie.name_of(area), known[year])


def ranking_sentence(messung: Messung, year: int) -> str:
    """Return what the ranking says: how many areas are above the county, or its place."""
    if not messung.has_map:
        # What it is compared with stands beside the figure itself: a picture is heard alone.
        compared = compared_sentence(messung, year)
        return joined(county_sentence(messung, year), compared) if compared else ""
    return joined(
        kommunen.above_sentence(messung, year),
        kommunen.largest_sentence(messung, year),
        kommunen.cut_sentence(messung, year),
    )


def distribution_chart(messung: Messung, year: int) -> DistributionChart | None:
    """Return the areas of the map as dots along an axis; None of counts and of few."""
    indikator = messung.indikator
    if not has_distribution(messung, year):
        return None
    values = messung.ranked(year)
    cut = cut_off(values, messung.aside)
    middle = kommunen.middle_sentence(indikator, values)
    return DistributionChart(
        title=f"{indikator.titel} {year}, Verteilung",
        description=joined(middle, kommunen.cut_sentence(messung, year)),
        unit=indikator.einheit,
        digits=indikator.dezimalstellen,
        dots=tuple(
            SwarmDot(messung.geografie.name_of(area), values[area], cut=area in cut)
            for area in sorted(values)
        ),
        lines=tuple(_lines(messung, year, values)),
    )
