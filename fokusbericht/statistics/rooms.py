"""The gravitation model as a cut declares it: what it says about each Kommune of the county."""

from collections.abc import Mapping
from dataclasses import replace

from fokusbericht.model.places import Fassung, Raummodell
from fokusbericht.model.report import Report
from fokusbericht.statistics.gravity import (
    Assignment,
    Centre,
    MassPoint,
    WayFigures,
    assign,
    is_timed,
    untimed,
)

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

    Only the towns at the centre of a room need a mass, and places with commuters: that of other
    places is the same factor in all their pulls. A place has travel times to all towns or to none.
    """
    geografie = report.geografie
    heavy = masses(report, modell)
    places = _places(report, modell)
    towns = [ags for raum in geografie.raeume.values() for ags in raum.zentren]
    is_placed = all(one.lon and one.lat for one in geografie.kommunen.values())
    has_centres = bool(towns) and all(raum.zentren for raum in geografie.raeume.values())
    if not (is_placed and has_centres and all(ags in heavy for ags in towns)):
        return None
    apart = {ref.key.name for ref in modell.abseits}
    if apart >= geografie.raeume.keys():
        return None  # nobody would draw anybody
    if untimed_kommunen(report, modell) or uncounted_kommunen(report, modell):
        return None
    found = assign(
        places.values(),
        _centres(report, modell, places),
        modell.exponent,
        _travel(modell),
        modell.pendler.werte if modell.pendler else None,
    )
    return {one.place: one for one in found}


def timed_kommunen(report: Report, modell: Raummodell) -> tuple[str, ...]:
    """Return the Kommunen whose ways are measured in minutes."""
    places, travel = _places(report, modell), _travel(modell)
    centres = _centres(report, modell, places)
    return tuple(ags for ags, place in places.items() if is_timed(place, centres, travel))


def untimed_kommunen(report: Report, modell: Raummodell) -> Mapping[str, tuple[str, ...]]:
    """Return the towns that a Kommune has no travel time to though it has some to others."""
    places, travel = _places(report, modell), _travel(modell)
    centres = _centres(report, modell, places)
    found = {ags: untimed(place, centres, travel) for ags, place in places.items()}
    return {ags: towns for ags, towns in found.items() if towns}


def uncounted_kommunen(report: Report, modell: Raummodell) -> tuple[str, ...]:
    """Return the Kommunen with commuters, but without the inhabitants these are a part of."""
    heavy = masses(report, modell)
    towns = {ags for raum in report.geografie.raeume.values() for ags in raum.zentren}
    ways = modell.pendler.werte if modell.pendler else {}
    commuting = {start for start, end in ways if end in towns}
    return tuple(
        ags for ags in report.geografie.kommunen if ags in commuting and not heavy.get(ags)
    )


def _travel(modell: Raummodell) -> WayFigures:
    return modell.reisezeiten.werte if modell.reisezeiten else {}


def _places(report: Report, modell: Raummodell) -> Mapping[str, MassPoint]:
    heavy = masses(report, modell)
    return {
        ags: MassPoint(ags, heavy.get(ags, 0.0), one.lon, one.lat)
        for ags, one in report.geografie.kommunen.items()
    }


def _centres(
    report: Report, modell: Raummodell, places: Mapping[str, MassPoint]
) -> tuple[Centre, ...]:
    apart = {ref.key.name for ref in modell.abseits}
    return tuple(
        Centre(name, tuple(places[ags] for ags in raum.zentren if ags in places), name in apart)
        for name, raum in report.geografie.raeume.items()
    )


def with_exponent(modell: Raummodell, exponent: float) -> Raummodell:
    """Return the same model with another exponent."""
    return replace(modell, exponent=exponent)


def rooms_of(fassung: Fassung) -> Mapping[str, str]:
    """Return the room of each Kommune in a cut, by AGS."""
    return {ags: room for room, members in fassung.zuordnung.items() for ags in members}
