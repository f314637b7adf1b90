"""Where the picture of the county stands, for the interactive map that is laid over it."""

from dataclasses import dataclass

import orjson

from fokusbericht.charts.layout import Rectangle

MAIN, INSET = 1, 2  # the numbers of the maps laid over the mainland and over the inset


@dataclass(frozen=True, slots=True)
class MapFrame:
    """Where the picture of the county has its mainland and its inset, in px of its own.

    The interactive map takes its place to the point, so that nothing jumps.
    """

    size: tuple[int, int]
    mainland: Rectangle
    inset: Rectangle | tuple[()] = ()
    far: str = ""  # the names of what stands in the inset; "" if nothing does
    factor: int = 1  # how much larger the inset is drawn
    scale: str = ""  # the same in words

    @property
    def main_id(self) -> str:
        """Return the id of the element for the map of the mainland."""
        return f"map_{MAIN}"

    @property
    def inset_id(self) -> str:
        """Return the id of the element for the map of the inset; "" without one."""
        return f"map_{INSET}" if self.far else ""

    @property
    def measures(self) -> str:
        """Return what scripts must know, as JSON."""
        sides = {"size": self.size, "mainland": self.mainland}
        return orjson.dumps(sides | {"inset": self.inset, "factor": self.factor}).decode()
