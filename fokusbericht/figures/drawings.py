"""A chart as files: wide and narrow for the page, and with title and source to take along."""

from collections.abc import Callable
from functools import partial

from fokusbericht.charts.vega.bars import bar_svg
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import BarChart, DistributionChart, LineChart
from fokusbericht.charts.vega.distribution import distribution_svg
from fokusbericht.charts.vega.interactive import interactive_json
from fokusbericht.charts.vega.lines import line_svg
from fokusbericht.charts.vega.takeaway import titled

Chart = LineChart | BarChart | DistributionChart


class Drawing:
    """Draws one chart when a file of it is asked for; the wide one serves several files."""

    def __init__(
        self, accent: Accent, find: Callable[[], Chart | None], origin: tuple[str, str]
    ) -> None:
        self.accent = accent
        self.find = find
        self.origin = origin  # source and permalink
        self.wide = b""

    def files(self, name: str) -> dict[str, Callable[[], bytes]]:
        """Return the makers of all files by their names."""
        return {
            f"{name}.svg": partial(self.draw, False),
            f"{name}-schmal.svg": partial(self.draw, True),
            f"{name}-mit-quelle.svg": self.titled,
        }

    def draw(self, narrow: bool) -> bytes:
        """Return the drawing for the page."""
        if narrow:
            return self._drawn(True)
        self.wide = self.wide or self._drawn(False)
        return self.wide

    def titled(self) -> bytes:
        """Return the wide drawing with title, source and permalink."""
        chart = self.find()
        title = chart.title if chart else ""
        return titled(self.draw(False).decode(), title, *self.origin).encode()

    def interactive(self) -> bytes:
        """Return the figures for a living chart."""
        chart = self.find()
        return interactive_json(chart, self.accent) if chart else b""

    def _drawn(self, narrow: bool) -> bytes:
        chart = self.find()
        if isinstance(chart, LineChart):
            return line_svg(chart, narrow, self.accent)
        if isinstance(chart, BarChart):
            return bar_svg(chart, narrow, self.accent)
        return distribution_svg(chart, self.accent, narrow).encode() if chart else b""
