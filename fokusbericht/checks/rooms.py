"""The latest cut is what its own model says, but for exceptions with a reason."""

from collections.abc import Iterator

from fokusbericht.model.figures import Ebene, Zahlart
from fokusbericht.model.places import Fassung, Raummodell
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.statistics.rooms import (
    decide,
    latest,
    masses,
    rooms_of,
    uncounted_kommunen,
    untimed_kommunen,
)

ID = "raum-modell"
MOST_NAMES = 3


def check(report: Report) -> Iterator[Problem]:
    """Yield what keeps the model from being computed, and where cut and model differ."""
    fassung = latest(report)
    if fassung is None or fassung.modell is None:
        return
    yield from _check_masses(report, fassung.modell)
    yield from _check_centres(report, fassung.modell)
    yield from _check_ways(report, fassung.modell)
    yield from _check_cut(report, fassung, fassung.modell)


def _check_masses(report: Report, modell: Raummodell) -> Iterator[Problem]:
    indikator = report.indikatoren.get(modell.masse.key.name)
    if indikator is None:
        return  # told as a dead reference
    if indikator.art is not Zahlart.ANZAHL or indikator.ebene is not Ebene.KOMMUNE:
        sentence = (
            f"Mit „{indikator.key.name}“ kann das Modell nicht rechnen: Es braucht einen Indikator "
            "mit „art: anzahl“ und „ebene: kommune“, zum Beispiel die Bevölkerung."
        )
        yield Problem(modell.masse.place, sentence, ID)
        return
    kommunen, known = report.geografie.kommunen, masses(report, modell)
    towns = [ags for raum in report.geografie.raeume.values() for ags in raum.zentren]
    missing = [kommunen[ags].name for ags in towns if ags in kommunen and ags not in known]
    if missing:
        sentence = (
            f"In „{indikator.key.name}“ fehlt für {modell.jahr} der Wert von {_some(missing)}. "
            "Ohne die Werte aller Zentren rechnet das Modell nicht; bitte ein anderes Jahr nennen."
        )
        yield Problem(modell.place, sentence, ID)


def _some(names: list[str]) -> str:
    rest = len(names) - MOST_NAMES
    words = [*names[:MOST_NAMES], *([f"{rest} weiteren"] if rest > 0 else [])]
    return " und ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _check_centres(report: Report, modell: Raummodell) -> Iterator[Problem]:
    raeume = report.geografie.raeume
    for name, raum in raeume.items():
        if not raum.zentren:
            sentence = f"„{name}“ hat keine „zentren“; das Modell weiß nicht, wer hier anzieht."
            yield Problem(raum.place, sentence, ID)
    apart = {ref.key.name for ref in modell.abseits}
    for ref in modell.abseits:
        if ref.key in report.titles and ref.key.name not in raeume:
            sentence = f"„{ref.key.name}“ ist kein Betrachtungsraum. Möglich sind: "
            yield Problem(ref.place, f"{sentence}{', '.join(raeume)}.", ID)
    if raeume and apart >= raeume.keys():
        sentence = "Alle Räume stehen abseits; so zieht keiner eine Kommune an."
        yield Problem(modell.place, sentence, ID)


def _check_ways(report: Report, modell: Raummodell) -> Iterator[Problem]:
    kommunen = report.geografie.kommunen
    if modell.reisezeiten:
        for ags, towns in untimed_kommunen(report, modell).items():
            sentence = (
                f"In {modell.reisezeiten.datei} fehlt die Fahrzeit von {kommunen[ags].name} nach "
                f"{_some([kommunen[town].name for town in towns])}. Minuten und Kilometer mischt "
                "das Modell nicht: Bitte ergänzen oder alle Fahrzeiten der Kommune streichen."
            )
            yield Problem(modell.reisezeiten.place, sentence, ID)
    uncounted = [kommunen[ags].name for ags in uncounted_kommunen(report, modell)]
    if modell.pendler and uncounted and masses(report, modell):
        sentence = (
            f"In „{modell.masse.key.name}“ fehlt für {modell.jahr} der Wert von "
            f"{_some(uncounted)}. Pendelnde zählen als Teil der Einwohner ihrer Kommune; bitte "
            f"den Wert oder die Zeilen in {modell.pendler.datei} ändern."
        )
        yield Problem(modell.pendler.place, sentence, ID)


def _check_cut(report: Report, fassung: Fassung, modell: Raummodell) -> Iterator[Problem]:
    kommunen, decisions = report.geografie.kommunen, decide(report, modell)
    if decisions is None:
        return
    room_of = rooms_of(fassung)
    excepted = {one.ags for one in fassung.uebersteuerungen}
    for ags, decision in decisions.items():
        room = room_of.get(ags, decision.room)
        if room in report.geografie.raeume and room != decision.room and ags not in excepted:
            sentence = (
                f"{kommunen[ags].name} steht bei „{room}“, das Modell gibt die Kommune zu "
                f"„{decision.room}“. Bitte dorthin stellen oder unter „uebersteuerungen“ mit "
                "Grund eintragen."
            )
            yield Problem(fassung.orte.get(ags, modell.place), sentence, ID)
    for one in fassung.uebersteuerungen:
        if one.ags in decisions and room_of.get(one.ags) == decisions[one.ags].room:
            sentence = (
                f"{kommunen[one.ags].name} steht auch nach dem Modell bei "
                f"„{room_of[one.ags]}“. Bitte die Übersteuerung streichen."
            )
            yield Problem(one.place, sentence, ID)
