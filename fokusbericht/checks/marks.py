"""What its source hides (x) does not stand beside figures from which it can be computed."""

from collections.abc import Iterator

from fokusbericht.checks.secrecy import ID, area_name
from fokusbericht.model.figures import AreaYear, Fehlgrund, Indikator
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.statistics.secrecy import is_protected


def check(report: Report) -> Iterator[Problem]:
    """Yield marks of indicators without a rule, where something else gives them away."""
    for indikator in report.indikatoren.values():
        if is_protected(indikator) or indikator.ableitung or indikator.geschuetzt:
            continue
        for area, year in _marked(report, indikator):
            if what := _told_by(report, indikator, (area, year)):
                sentence = (
                    f"{area_name(report, area)} {year} ist geheim (x), {what}: Der Wert ließe sich "
                    "ausrechnen. Bitte „geheimhaltung“ angeben, mit „unter“, wenn die Quelle sagt, "
                    "was x heißt."
                )
                yield Problem(indikator.place, sentence, ID)
                break


def _marked(report: Report, indikator: Indikator) -> list[AreaYear]:
    ours = report.geografie.kommunen.keys() | report.geografie.quartiere.keys()
    return sorted(
        place
        for place, cell in indikator.werte.items()
        if cell.fehlt is Fehlgrund.GEHEIM and place[0] in ours
    )


def _told_by(report: Report, indikator: Indikator, place: AreaYear) -> str:
    """Return what gives a hidden figure away; nothing if nothing does."""
    area, year = place
    quartier = report.geografie.quartiere.get(area)
    if _knows(indikator, (report.geografie.schluessel, year)):
        return "die Tabelle nennt aber die Summe des Kreises"
    if quartier and _knows(indikator, (quartier.kommune, year)):
        return f"die Tabelle nennt aber {area_name(report, quartier.kommune)} im Ganzen"
    for other in report.indikatoren.values():
        names = {ref.key.name for ref in other.gleiche_faelle}
        pair = indikator.key.name in names or other.key.name in _names(indikator)
        if pair and _knows(other, place):
            return f"„{other.key.name}“ nennt aber dieselben Fälle"
    return _told_by_sums(report, indikator.key.name, place)


def _names(indikator: Indikator) -> set[str]:
    return {ref.key.name for ref in indikator.gleiche_faelle}


def _told_by_sums(report: Report, name: str, place: AreaYear) -> str:
    for whole in report.indikatoren.values():
        for parts in whole.bestandteile:
            names = [whole.key.name, *(ref.key.name for ref in parts)]
            others = [report.indikatoren.get(one) for one in names if one != name]
            if name in names and all(one and _knows(one, place) for one in others):
                return f"„{whole.key.name}“ und seine anderen Teile sind es aber nicht"
    return ""


def _knows(indikator: Indikator, place: AreaYear) -> bool:
    cell = indikator.werte.get(place)
    return cell is not None and cell.zahl is not None
