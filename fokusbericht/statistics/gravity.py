"""Which centre draws a place most: the gravitation model behind the Betrachtungsräume."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, fsum, inf, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088

WayFigures = Mapping[tuple[str, str], float]
"""A figure for the way from a place to a town at a centre, by their keys."""


@dataclass(frozen=True, slots=True)
class MassPoint:
    """A Kommune as the model sees it: a mass at a point."""

    key: str
    """The 8-digit AGS."""
    mass: float
    """Its inhabitants."""
    lon: float
    """Longitude of its centre point, in degrees."""
    lat: float
    """Latitude of its centre point, in degrees."""


@dataclass(frozen=True, slots=True)
class Centre:
    """A room and the places it gathers around."""

    room: str
    """The key of the Betrachtungsraum."""
    places: tuple[MassPoint, ...]
    """One town, or several that form one centre together."""
    apart: bool = False
    """Whether it draws nobody and is drawn by nobody, as an island in the open sea."""


@dataclass(frozen=True, slots=True)
class Pull:
    """How strongly one room draws a place."""

    room: str
    """The key of the Betrachtungsraum."""
    strength: float
    """Inhabitants over kilometres, or minutes, to the power of the exponent, times the factor of
    commuters; infinite at the centre itself."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """The decision for one place, with all that led to it."""

    place: str
    """The key of the place."""
    pulls: tuple[Pull, ...]
    """The pulls of all rooms, strongest first; equal ones in the order of their keys."""

    @property
    def room(self) -> str:
        """The room that draws most."""
        return self.pulls[0].room

    @property
    def margin(self) -> float:
        """How many times stronger the winner is than the second: 1 is a tie, inf no contest."""
        best, second = (*(pull.strength for pull in self.pulls), 0.0)[:2]
        if best == second:
            return 1.0
        return best / second if second else inf


def assign(
    places: Iterable[MassPoint],
    centres: Iterable[Centre],
    exponent: float,
    travel: WayFigures | None = None,
    flows: WayFigures | None = None,
) -> tuple[Assignment, ...]:
    """Give each place to the room that draws it most, in the order of the places.

    The pulls of several towns in one room are added: together they are one centre, and who lives
    between the two is drawn by both. A centre apart keeps its own places and draws no others.
    The mass of the drawn place is left out: it is the same factor in all its pulls.

    `travel` are minutes from a place to a town. They take the place of the kilometres for all
    towns that may draw a place, or for none: pulls by the minute and by the kilometre cannot be
    compared. Where `untimed` names a town, kilometres count. Different places may be measured
    differently, as only the pulls on one place are ever compared.

    `flows` are persons who commute from a place to a town. The pull of that town grows by the
    commuters' part of the place's inhabitants, a number without unit: where a third commutes,
    the pull is a third stronger. Persons alone would count a large place's habits more than a
    small one's. Without commuters, or without inhabitants to compare them with, nothing grows.

    >>> near, far = MassPoint("a", 1000, 9.7, 53.6), MassPoint("b", 1000, 9.9, 53.6)
    >>> village = MassPoint("c", 10, 9.75, 53.6)
    >>> [decision] = assign([village], [Centre("west", (near,)), Centre("ost", (far,))], 2)
    >>> decision.room, round(decision.margin, 2)
    ('west', 9.0)
    >>> minutes = {("c", "a"): 20.0, ("c", "b"): 10.0}
    >>> [decision] = assign(
    ...     [village], [Centre("west", (near,)), Centre("ost", (far,))], 2, minutes, {("c", "a"): 5}
    ... )
    >>> decision.pulls
    (Pull(room='ost', strength=10.0), Pull(room='west', strength=3.75))
    """
    rooms = tuple(centres)
    return tuple(
        Assignment(place.key, _pulls(place, rooms, exponent, travel or {}, flows or {}))
        for place in places
    )


def is_timed(place: MassPoint, centres: Iterable[Centre], travel: WayFigures) -> bool:
    """Say whether minutes count for a place: there are some, and no town lacks them."""
    towns = _towns(place, centres)
    return bool(towns) and all((place.key, town.key) in travel for town in towns)


def untimed(place: MassPoint, centres: Iterable[Centre], travel: WayFigures) -> tuple[str, ...]:
    """Return the towns a place has no minutes to though it has some to others.

    >>> towns = MassPoint("a", 1000, 9.7, 53.6), MassPoint("b", 1000, 9.9, 53.6)
    >>> rooms = [Centre(town.key, (town,)) for town in towns]
    >>> untimed(MassPoint("c", 10, 9.75, 53.6), rooms, {("c", "a"): 20})
    ('b',)
    """
    keys = [town.key for town in _towns(place, centres)]
    missing = tuple(key for key in keys if (place.key, key) not in travel)
    return missing if len(missing) < len(keys) else ()


def _towns(place: MassPoint, centres: Iterable[Centre]) -> tuple[MassPoint, ...]:
    """Return the other towns that may draw a place; it is no way from itself."""
    reach = _in_reach(place, tuple(centres))
    return tuple(town for each in reach for town in each.places if town.key != place.key)


def _pulls(
    place: MassPoint,
    centres: tuple[Centre, ...],
    exponent: float,
    travel: WayFigures,
    flows: WayFigures,
) -> tuple[Pull, ...]:
    """Return the pulls on a place, strongest first."""
    minutes = travel if is_timed(place, centres, travel) else {}
    pulls = (
        Pull(each.room, _draw(each, place, exponent, minutes, flows))
        for each in _in_reach(place, centres)
    )
    return tuple(sorted(pulls, key=lambda pull: (-pull.strength, pull.room)))


def _in_reach(place: MassPoint, centres: tuple[Centre, ...]) -> tuple[Centre, ...]:
    """Return the centres that may draw a place: its own one if that is apart, else the others."""
    own = tuple(each for each in centres if each.apart and place in each.places)
    return own or tuple(each for each in centres if not each.apart)


def _draw(
    centre: Centre, place: MassPoint, exponent: float, minutes: WayFigures, flows: WayFigures
) -> float:
    """Return the added pulls of a centre's towns on a place."""
    return fsum(
        pull(town.mass, _way(place, town, minutes), exponent) * _habit(place, town, flows)
        for town in centre.places
    )


def _way(place: MassPoint, town: MassPoint, minutes: WayFigures) -> float:
    """Return how far a town is: in minutes if there are any, else in kilometres."""
    if place.key == town.key or not minutes:
        return distance(town, place)
    return minutes[place.key, town.key]


def _habit(place: MassPoint, town: MassPoint, flows: WayFigures) -> float:
    """Return how much stronger commuters make a pull: 1 without any."""
    return 1 + flows.get((place.key, town.key), 0) / place.mass if place.mass else 1


def pull(mass: float, way: float, exponent: float) -> float:
    """Return how strongly a mass draws what is so far away; without distance, infinitely.

    >>> pull(50_000, 10, 2)
    500.0
    """
    return mass / way**exponent if way else inf


def distance(one: MassPoint, other: MassPoint) -> float:
    """Return the kilometres between two places on the great circle (haversine formula)."""
    lat, other_lat = radians(one.lat), radians(other.lat)
    north = sin((other_lat - lat) / 2) ** 2
    east = sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(north + cos(lat) * cos(other_lat) * east))
