"""What the level of an indicator says and its table has: of Ämter, and of who is left aside."""

from collections.abc import Iterator

from fokusbericht.checks.doubts import MANY
from fokusbericht.checks.each import Looks, each_indicator
from fokusbericht.checks.spots import AREA, cell_place, value_place
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.statistics.aggregate import lowest_areas

ID = "ebene"


def check(report: Report) -> Iterator[Problem]:
    """Yield figures of Gemeinden where only their Ämter have any, and areas that no map shows."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each indicator."""
    return each_indicator(report, _check)


def _check(report: Report, indikator: Indikator) -> Iterator[Problem]:
    yield from _aside(report, indikator)
    if indikator.ebene is not Ebene.AMT:
        return
    if not report.geografie.aemter:
        place = value_place(report, indikator.place.path, "ebene")
        sentence = "Zu „ebene: amt“ gehört in geo/raeume.yml die Liste „aemter“."
        yield Problem(place, sentence, ID)
        return
    yield from _gemeinden(report, indikator)


def _gemeinden(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield rows of Gemeinden that belong to an Amt: nobody would ever see them."""
    kommunen = report.geografie.kommunen
    found = [place for place in indikator.werte if place[0] in kommunen and kommunen[place[0]].amt]
    for number, (ags, year) in enumerate(found[:MANY], start=1):
        rest = len(found) - MANY if number == MANY else 0
        more = f" Ebenso an {rest} weiteren Stellen." * (rest > 0)
        kommune = kommunen[ags]
        sentence = (
            f"{kommune.name} gehört zum Amt {kommune.amt}; bei „ebene: amt“ hat nur das Amt einen "
            f"Wert. Haben auch Gemeinden eigene Werte, ist es „ebene: kommune“.{more}"
        )
        yield Problem(cell_place(indikator, ags, year, AREA), sentence, ID)


def _aside(report: Report, indikator: Indikator) -> Iterator[Problem]:
    """Yield areas left out of the classes that are not on the map at all."""
    geografie = report.geografie
    shown = lowest_areas(geografie, indikator.ebene)
    known = {*geografie.kommunen, *geografie.aemter, *geografie.quartiere, *geografie.vergleich}
    for area in indikator.klassen.ohne:
        if area in known and area not in shown:  # of others it is told that nobody knows them
            sentence = (
                f"{geografie.name_of(area)} steht nicht auf der Karte dieser Zahl und "
                "braucht in „ohne“ nicht zu stehen."
            )
            yield Problem(
                value_place(report, indikator.place.path, "klassen", "ohne"), sentence, ID
            )
