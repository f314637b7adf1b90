"""Charts: plain data in, SVG out, drawn by altair and vl-convert, which load on the first drawing.

Each chart comes wide and narrow, so that its text can be read on a phone as well:

    <picture>
      <source media="(max-width: 40rem)" srcset="…-schmal.svg" width="360" height="340">
      <img src="….svg" width="720" height="400" alt="…">
    </picture>
"""

from fokusbericht.charts.drawn.sparkline import sparkline_svg
from fokusbericht.charts.vega.bars import bar_size, bar_svg
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import (
    Bar,
    BarChart,
    DistributionChart,
    Dot,
    LineChart,
    Reference,
    ScatterChart,
    Series,
    Sparkline,
    Spot,
)
from fokusbericht.charts.vega.distribution import distribution_size, distribution_svg
from fokusbericht.charts.vega.interactive import interactive_json, interactive_spec
from fokusbericht.charts.vega.lines import line_size, line_svg
from fokusbericht.charts.vega.pixels import png
from fokusbericht.charts.vega.scatter import scatter_size, scatter_svg
from fokusbericht.charts.vega.takeaway import titled

__all__ = [
    "Accent",
    "Bar",
    "BarChart",
    "DistributionChart",
    "Dot",
    "LineChart",
    "Reference",
    "ScatterChart",
    "Series",
    "Sparkline",
    "Spot",
    "bar_size",
    "bar_svg",
    "distribution_size",
    "distribution_svg",
    "interactive_json",
    "interactive_spec",
    "line_size",
    "line_svg",
    "png",
    "scatter_size",
    "scatter_svg",
    "size",
    "sparkline_svg",
    "titled",
]


def size(
    chart: LineChart | BarChart | DistributionChart | ScatterChart, narrow: bool
) -> tuple[int, int]:
    """Return width and height of the picture, for the attributes of its `<img>`."""
    if isinstance(chart, BarChart):
        return bar_size(chart, narrow)
    if isinstance(chart, DistributionChart):
        return distribution_size(chart, narrow)
    return line_size(narrow) if isinstance(chart, LineChart) else scatter_size(narrow)
