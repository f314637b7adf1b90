"""The charts of one indicator besides its course: ranking and distribution."""

from collections.abc import Iterator

from fokusbericht.charts import Bar, BarChart, DistributionChart, Reference, Spot
from fokusbericht.model.figures import Ebene, Indikator, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.statistics.rank import ranks
from fokusbericht.words import kommunen
from fokusbericht.words.amounts import known_values
from fokusbericht.words.county import compared_sentence, joined
from fokusbericht.words.numbers import area_name, ranked_values

MEASURES = ("01", "D")  # the Land and Germany
MANY = 5  # areas: fewer counties stand beside Land and Bund as bars


def ranking_chart(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> BarChart | None:
    """Return the areas as bars, the highest first; None when there is nothing to compare."""
    if not has_ranking(report, indikator, levels, year):
        return None
    values = ranked_values(report, indikator, levels, year)
    lines = tuple(_lines(report, indikator, levels, year, values))
    names = {line.name for line in lines}
    areas = [one for one in values if area_name(report, one) not in names]
    places = ranks(values)
    ordered = sorted(areas, key=lambda area: (places[area], area_name(report, area)))
    own = report.geografie.schluessel
    return BarChart(
        title=f"{indikator.titel} {year}, Rangfolge",
        description=ranking_sentence(report, indikator, levels, year),
        unit=indikator.einheit,
        digits=indikator.dezimalstellen,
        bars=tuple(Bar(area_name(report, one), values[one], one == own) for one in ordered),
        lines=lines,
    )


def has_ranking(report: Report, indikator: Indikator, levels: Levels, year: int) -> bool:
    """Say whether there are areas to compare."""
    return len(ranked_values(report, indikator, levels, year)) > 1


def has_distribution(report: Report, indikator: Indikator, levels: Levels, year: int) -> bool:
    """Say whether there are enough Kommunen to show how they are spread; not of counts."""
    if indikator.ebene is not Ebene.KOMMUNE or indikator.art is Zahlart.ANZAHL:
        return False
    return len(ranked_values(report, indikator, levels, year)) >= kommunen.FEW


def _lines(
    report: Report, indikator: Indikator, levels: Levels, year: int, ranked: dict[str, float]
) -> Iterator[Reference]:
    """Yield what the bars are measured by: not for counts, which are larger in larger areas."""
    of_kommunen = indikator.ebene is Ebene.KOMMUNE
    if indikator.art is Zahlart.ANZAHL or not (of_kommunen or len(ranked) >= MANY):
        return
    for area in (*([report.geografie.schluessel] if of_kommunen else ()), *MEASURES):
        known = known_values(indikator, levels, area)
        if year in known:
            yield Reference(area_name(report, area), known[year])


def ranking_sentence(report: Report, indikator: Indikator, levels: Levels, year: int) -> str:
    """Return what the ranking says: how many Kommunen are above the county, or its place."""
    if indikator.ebene is not Ebene.KOMMUNE:
        return compared_sentence(report, indikator, levels, year)
    return joined(
        kommunen.above_sentence(report, indikator, levels, year),
        kommunen.largest_sentence(report, indikator, levels, year),
    )


def distribution_chart(
    report: Report, indikator: Indikator, levels: Levels, year: int
) -> DistributionChart | None:
    """Return the Kommunen as dots along an axis; None of counts and of few."""
    if not has_distribution(report, indikator, levels, year):
        return None
    values = ranked_values(report, indikator, levels, year)
    return DistributionChart(
        title=f"{indikator.titel} {year}, Verteilung",
        description=kommunen.middle_sentence(indikator, values),
        unit=indikator.einheit,
        digits=indikator.dezimalstellen,
        dots=tuple(Spot(area_name(report, area), values[area]) for area in sorted(values)),
        lines=tuple(_lines(report, indikator, levels, year, values)),
    )
