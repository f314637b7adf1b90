"""How large the picture of any chart is."""

from fokusbericht.charts.vega.bars import bar_size
from fokusbericht.charts.vega.data import BarChart, DistributionChart, LineChart, ScatterChart
from fokusbericht.charts.vega.distribution import distribution_size
from fokusbericht.charts.vega.lines import line_size
from fokusbericht.charts.vega.scatter import scatter_size


def size(
    chart: LineChart | BarChart | DistributionChart | ScatterChart, narrow: bool
) -> tuple[int, int]:
    """Return width and height of the picture, for the attributes of its `<img>`."""
    if isinstance(chart, BarChart):
        return bar_size(chart, narrow)
    if isinstance(chart, DistributionChart):
        return distribution_size(chart, narrow)
    return line_size(chart, narrow) if isinstance(chart, LineChart) else scatter_size(narrow)
