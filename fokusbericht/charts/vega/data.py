"""What a chart shows, as plain data."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its points are (year, value); None is a gap, a year left out is not."""

    name: str
    points: tuple[tuple[int, float | None], ...]
    emphasis: bool = False
    dashed: bool = False  # what the others are measured by: Kreis, Land, Bund
    told: tuple[int, ...] = ()  # years whose values are written at the line, besides the last
    quiet: bool = False  # one of many in the background: thin, grey and without a name


@dataclass(frozen=True, slots=True)
class LineChart:
    """Series over the years; `title` and `description` are what a screen reader says."""

    title: str
    description: str
    unit: str
    digits: int
    series: tuple[Series, ...]
    breaks: tuple[int, ...] = ()  # the series are cut before these years
    zero: bool = False  # the axis begins at zero


class Bar(NamedTuple):
    """A bar, or the reason why there is none; one that would flatten all others is `cut`."""

    name: str
    value: float | None
    emphasis: bool = False
    missing: str = "keine Angabe"
    cut: bool = False


class Reference(NamedTuple):
    """A value that the bars are measured by: Kreis, Land, Bund."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class BarChart:
    """Areas side by side, in the order given."""

    title: str
    description: str
    unit: str
    digits: int
    bars: tuple[Bar, ...]
    lines: tuple[Reference, ...] = ()


class Dot(NamedTuple):
    """A place with its two figures; named ones bear their name where there is room."""

    name: str
    x: float
    y: float
    named: bool = False


@dataclass(frozen=True, slots=True)
class ScatterChart:
    """Two figures of the same places against each other."""

    title: str
    description: str
    x_title: str
    y_title: str
    x_digits: int
    y_digits: int
    dots: tuple[Dot, ...]


class SwarmDot(NamedTuple):
    """A place with its figure; the stressed ones bear their name, as the outermost do.

    One that would press all others together is `cut`: it lies beside the axis.
    """

    name: str
    value: float
    emphasis: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class DistributionChart:
    """How a figure is spread over the places, each a dot, with the values they are measured by."""

    title: str
    description: str
    unit: str
    digits: int
    dots: tuple[SwarmDot, ...]
    lines: tuple[Reference, ...] = ()
    zero: bool = False  # the axis begins at zero
