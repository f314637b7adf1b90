"""The frame of a chart: the whole picture, and the margins around its plot."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """A picture in px, with the margins around the plot."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int

    @property
    def plot_width(self) -> int:
        """Return the width of the plot."""
        return self.width - self.left - self.right

    @property
    def plot_height(self) -> int:
        """Return the height of the plot."""
        return self.height - self.top - self.bottom

    def padding(self) -> dict[str, int]:
        """Return the margins as Vega wants them."""
        return {"left": self.left, "right": self.right, "top": self.top, "bottom": self.bottom}
