"""What a card shows, as plain data."""

from dataclasses import dataclass

WIDTH, HEIGHT = 1200, 630  # px: what networks ask for


@dataclass(frozen=True, slots=True)
class CardFrame:
    """What is the same on all cards of a county."""

    title: str  # of the website
    county: str
    notice: str  # that it is a demonstration, or that the county is made up
    accent: str  # "#0a5f73"


@dataclass(frozen=True, slots=True)
class CountyShades:
    """The county, each of its areas in a colour; of classes, their least and their most."""

    areas: tuple[tuple[str, str], ...]  # key of Kommune, Amt or room → "k0", "fehlt", "accent"
    scale: tuple[str, ...] = ()  # the classes from low to high
    ends: tuple[str, str] = ("", "")  # "unter 45 %", "65 % und mehr"
    blanks: tuple[tuple[str, str], ...] = ()  # "fehlt", "keine Angabe"
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """The course of one figure over the years, cut where it cannot be compared."""

    points: tuple[tuple[int, float], ...]
    breaks: tuple[int, ...]  # years from which on it is another series
    first: str  # "2011: 24.311"
    last: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Station:
    """A stop of a way, with the day it was reached."""

    name: str
    day: str
    kind: str  # as Step: done, current, good, bad, skipped, open


@dataclass(frozen=True, slots=True)
class Stations:
    """The way of a recommendation."""

    stops: tuple[Station, ...]


@dataclass(frozen=True, slots=True)
class YearCover:
    """The cover of an edition: its name over the county."""

    name: str


CardPicture = CountyShades | Curve | Stations | YearCover


@dataclass(frozen=True, slots=True)
class Card:
    """One card. Only its frame and its title are always there."""

    frame: CardFrame
    overline: str
    title: str
    figure: str = ""  # a number that stands large: "34,8 %"
    unit: str = ""  # what stands beside it, small
    said: tuple[str, ...] = ()  # sentences; the last are left out where there is no room
    picture: CardPicture | None = None
    source: str = ""
