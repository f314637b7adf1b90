"""What the interactive map is made of: layers as figures, and as texts for the script."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Layer:
    """An indicator of the map; `values` are by AGS, and by key for the Betrachtungsräume.

    Without any value for a Betrachtungsraum the map shows it for Kommunen only.
    """

    id: str
    title: str
    unit: str
    digits: int
    breaks: tuple[float, ...]  # a value on a break is above it
    values: Mapping[str, float | None]
    secret: frozenset[str] = frozenset()  # those of the missing that are kept secret
    group: str = ""  # the theme under which it is offered
    note: str = ""  # "Zensus 2022 · Stichtag 15.05.2022"
    href: str = ""  # the indicator's own page
    diverging: bool = False


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things are, as the page writes it."""

    geometry: str
    kommunen: str = "../kommunen/"  # + key + "/"
    raeume: str = "../raeume/"
    replaces: str = ""  # id of the element that is hidden once the map stands


@dataclass(frozen=True, slots=True)
class LayerView:
    """An indicator as the script gets it: texts, not figures, and a class for each area."""

    id: str
    titel: str
    einheit: str
    hinweis: str
    adresse: str
    stufen: tuple[tuple[str, str], ...]  # (class, "unter 45 %")
    kommunen: "Level"
    raeume: "Level | None"


@dataclass(frozen=True, slots=True)
class Level:
    """The figures of one level, in the order of the geometry."""

    werte: str  # "38,8|47,4|…"
    klassen: str  # a digit each: its place in `stufen`; "-" missing, "x" secret
    satz: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The indicators of one theme, for the select."""

    group: str
    layers: list[Layer] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Content:
    """All that the fragment and the script say."""

    county: str
    far: str  # the names of what stands in the inset; "" if nothing does
    addresses: Addresses
    choices: list[Choice]
    views: list[LayerView]
