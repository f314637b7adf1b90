"""The gravitation model as a cut declares it: what it says about each Kommune of the county."""

from collections.abc import Mapping
from dataclasses import replace

from fokusbericht.model import Fassung, Raummodell, Report
from fokusbericht.statistics.gravity import Assignment, Centre, Place, assign

Decisions = Mapping[str, Assignment]  # by AGS, in the order of the Kommunen


def latest(report: Report) -> Fassung | None:
    """Return the cut that holds today; None if there is none."""
    return max(report.geografie.fassungen, key=lambda one: one.seit, default=None)


def masses(report: Report, modell: Raummodell) -> Mapping[str, float]:
    """Return how heavy each Kommune is, as far as it is known."""
    indikator = report.indikatoren.get(modell.masse.key.name)
    werte = indikator.werte if indikator else {}
    cells = {ags: werte.get((ags, modell.jahr)) for ags in report.geografie.kommunen}
    return {ags: one.zahl for ags, one in cells.items() if one and one.zahl is not None}


def decide(report: Report, modell: Raummodell) -> Decisions | None:
    """Return what the model says about each Kommune; None while something it needs is missing.

    Only the towns at the centre of a room need a mass: that of the place they draw is the same
    factor in all its pulls.
    """
    geografie = report.geografie
    heavy = masses(report, modell)
    places = {
        ags: Place(ags, heavy.get(ags, 0.0), one.lon, one.lat)
        for ags, one in geografie.kommunen.items()
    }
    towns = [ags for raum in geografie.raeume.values() for ags in raum.zentren]
    is_placed = all(one.lon and one.lat for one in geografie.kommunen.values())
    has_centres = bool(towns) and all(raum.zentren for raum in geografie.raeume.values())
    if not (is_placed and has_centres and all(ags in heavy for ags in towns)):
        return None
    apart = {ref.key.name for ref in modell.abseits}
    if apart >= geografie.raeume.keys():
        return None  # nobody would draw anybody
    centres = [
        Centre(name, tuple(places[ags] for ags in raum.zentren), apart=name in apart)
        for name, raum in geografie.raeume.items()
    ]
    return {one.place: one for one in assign(places.values(), centres, modell.exponent)}


def with_exponent(modell: Raummodell, exponent: float) -> Raummodell:
    """Return the same model with another exponent."""
    return replace(modell, exponent=exponent)


def rooms_of(fassung: Fassung) -> Mapping[str, str]:
    """Return the room of each Kommune in a cut, by AGS."""
    return {ags: room for room, members in fassung.zuordnung.items() for ags in members}
