"""Years after the key date of the report: a slip of the pen, or a forecast that is declared."""

from collections.abc import Iterator

from fokusbericht.checks.doubts import Doubt, unconfirmed
from fokusbericht.checks.each import Looks, each_indicator
from fokusbericht.checks.spots import cell_place
from fokusbericht.model.figures import Indikator, Pruefregel
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = Pruefregel.ZUKUNFT.value


def check(report: Report) -> Iterator[Problem]:
    """Yield years that have not been yet."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each indicator."""
    return each_indicator(report, _check)


def _check(report: Report, indikator: Indikator) -> Iterator[Problem]:
    for doubt, sentence in unconfirmed(indikator, Pruefregel.ZUKUNFT, find(report, indikator)):
        yield Problem(cell_place(indikator, "", doubt.year), sentence, ID)


def find(report: Report, indikator: Indikator) -> Iterator[Doubt]:
    """Yield the years of a table after the year of the key date."""
    stichtag = report.kreis.stichtag
    if stichtag.year == 1 or indikator.ableitung:
        return  # the key date itself is missing, which is told
    # What a file of a later year tells is not to come: the key date was left behind.
    last = max(one.year for one in (stichtag, indikator.geaendert, indikator.ab or stichtag))
    for year in indikator.years():
        if year > last:
            what = (
                f"{year} liegt nach dem Stichtag des Berichts (stichtag: {stichtag.isoformat()} in "
                "content/kreis.yml)."
            )
            yield Doubt("", year, what)
