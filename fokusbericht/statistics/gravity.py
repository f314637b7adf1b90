"""Which centre draws a place most: the gravitation model behind the Betrachtungsräume."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, fsum, inf, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Place:
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
    places: tuple[Place, ...]
    """One town, or several that form one centre together."""
    apart: bool = False
    """Whether it draws nobody and is drawn by nobody, as an island in the open sea."""


@dataclass(frozen=True, slots=True)
class Pull:
    """How strongly one room draws a place."""

    room: str
    """The key of the Betrachtungsraum."""
    strength: float
    """Inhabitants over kilometres to the power of the exponent; infinite at the centre itself."""


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
    places: Iterable[Place], centres: Iterable[Centre], exponent: float
) -> tuple[Assignment, ...]:
    """Give each place to the room that draws it most, in the order of the places.

    The pulls of several towns in one room are added: together they are one centre, and who lives
    between the two is drawn by both. A centre apart keeps its own places and draws no others.
    The mass of the drawn place is left out: it is the same factor in all its pulls.

    >>> near, far = Place("a", 1000, 9.7, 53.6), Place("b", 1000, 9.9, 53.6)
    >>> village = Place("c", 10, 9.75, 53.6)
    >>> [decision] = assign([village], [Centre("west", (near,)), Centre("ost", (far,))], 2)
    >>> decision.room, round(decision.margin, 2)
    ('west', 9.0)
    """
    rooms = tuple(centres)
    return tuple(Assignment(place.key, _pulls(place, rooms, exponent)) for place in places)


def _pulls(place: Place, centres: tuple[Centre, ...], exponent: float) -> tuple[Pull, ...]:
    """Return the pulls on a place, strongest first."""
    pulls = (Pull(each.room, _draw(each, place, exponent)) for each in _in_reach(place, centres))
    return tuple(sorted(pulls, key=lambda pull: (-pull.strength, pull.room)))


def _in_reach(place: Place, centres: tuple[Centre, ...]) -> tuple[Centre, ...]:
    """Return the centres that may draw a place: its own one if that is apart, else the others."""
    own = tuple(each for each in centres if each.apart and place in each.places)
    return own or tuple(each for each in centres if not each.apart)


def _draw(centre: Centre, place: Place, exponent: float) -> float:
    """Return the added pulls of a centre's towns on a place."""
    return fsum(pull(town.mass, distance(town, place), exponent) for town in centre.places)


def pull(mass: float, kilometres: float, exponent: float) -> float:
    """Return how strongly a mass draws what is so far away; without distance, infinitely.

    >>> pull(50_000, 10, 2)
    500.0
    """
    return mass / kilometres**exponent if kilometres else inf


def distance(one: Place, other: Place) -> float:
    """Return the kilometres between two places on the great circle (haversine formula)."""
    lat, other_lat = radians(one.lat), radians(other.lat)
    north = sin((other_lat - lat) / 2) ** 2
    east = sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(north + cos(lat) * cos(other_lat) * east))
