"""Where the picture of the county stands, for the interactive map that is laid over it."""

from dataclasses import dataclass

Box = tuple[float, ...]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class MapFrame:
    """Where the picture of the county has its mainland and its inset, in px of its own.

    The interactive map takes its place to the point, so that nothing jumps.
    """

    size: tuple[int, int]
    mainland: Box
    inset: Box = ()
    far: str = ""  # the names of what stands in the inset; "" if nothing does
    factor: int = 1  # how much larger the inset is drawn
    scale: str = ""  # the same in words
