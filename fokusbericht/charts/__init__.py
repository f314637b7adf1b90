"""Charts: plain data in, SVG out, drawn by altair and vl-convert, which load on the first drawing.

Each chart comes wide and narrow, so that its text can be read on a phone as well:

    <picture>
      <source media="(max-width: 40rem)" srcset="…-schmal.svg" width="360" height="340">
      <img src="….svg" width="720" height="400" alt="…">
    </picture>
"""

from fokusbericht.charts.bars import bar_size, bar_svg
from fokusbericht.charts.colours import Accent
from fokusbericht.charts.data import (
    Bar,
    BarChart,
    Dot,
    LineChart,
    Reference,
    ScatterChart,
    Series,
    Sparkline,
)
from fokusbericht.charts.lines import line_size, line_svg
from fokusbericht.charts.scatter import scatter_size, scatter_svg
from fokusbericht.charts.sparkline import sparkline_svg

__all__ = [
    "Accent",
    "Bar",
    "BarChart",
    "Dot",
    "LineChart",
    "Reference",
    "ScatterChart",
    "Series",
    "Sparkline",
    "bar_size",
    "bar_svg",
    "line_size",
    "line_svg",
    "scatter_size",
    "scatter_svg",
    "size",
    "sparkline_svg",
]


def size(chart: LineChart | BarChart, narrow: bool) -> tuple[int, int]:
    """Return width and height of the picture, for the attributes of its `<img>`."""
    return line_size(narrow) if isinstance(chart, LineChart) else bar_size(chart, narrow)
