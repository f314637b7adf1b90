"""Diagrams that are no charts: plain data in a view, drawn where a template prints it."""

from dataclasses import dataclass

from fokusbericht.charts.drawn.narrow_river import narrow_river_svg
from fokusbericht.charts.drawn.net import arcs_svg, star_svg
from fokusbericht.charts.drawn.river import river_svg
from fokusbericht.charts.drawn.spans import SpanGroup, spans_svg
from fokusbericht.charts.drawn.strands import Strands
from fokusbericht.charts.drawn.ties import Ties, ties_svg


@dataclass(frozen=True, slots=True)
class RiverPicture:
    """The history of all fields: a river, and for narrow screens their courses."""

    strands: Strands
    title: str
    description: str

    def __html__(self) -> str:
        """Return both pictures; felder.css shows the one that fits."""
        fields = sorted({one.field for one in self.strands.strands})
        heard = (self.title, self.description)
        return river_svg(self.strands, *heard) + narrow_river_svg(self.strands, fields, *heard)


@dataclass(frozen=True, slots=True)
class NarrowRiverPicture:
    """The history of one field."""

    strands: Strands
    title: str
    description: str

    def __html__(self) -> str:
        """Return the picture."""
        return narrow_river_svg(self.strands, (0,), self.title, self.description)


@dataclass(frozen=True, slots=True)
class StarPicture:
    """A field and what it has to do with."""

    middle: str
    around: tuple[str, ...]
    title: str
    description: str

    def __html__(self) -> str:
        """Return the picture."""
        return star_svg(self.middle, self.around, self.title, self.description)


@dataclass(frozen=True, slots=True)
class ArcsPicture:
    """All fields and which of them have to do with each other."""

    names: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    title: str
    description: str

    def __html__(self) -> str:
        """Return the picture."""
        return arcs_svg(self.names, self.pairs, self.title, self.description)


@dataclass(frozen=True, slots=True)
class SpansPicture:
    """Who worked when."""

    groups: tuple[SpanGroup, ...]
    today: float
    title: str
    description: str

    def __html__(self) -> str:
        """Return the picture, wide and narrow."""
        heard = (self.title, self.description)
        return "".join(
            spans_svg(self.groups, self.today, narrow, *heard) for narrow in (False, True)
        )


@dataclass(frozen=True, slots=True)
class TiesPicture:
    """Who works on what."""

    ties: Ties
    title: str
    description: str

    def __html__(self) -> str:
        """Return the picture, wide and narrow."""
        return "".join(
            ties_svg(self.ties, narrow, self.title, self.description) for narrow in (False, True)
        )
