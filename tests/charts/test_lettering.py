"""The labels of axes, which we write: as Vega would write them, and in the same places."""

import re

import pytest

from fokusbericht.charts.vega import lettering
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import (
    DistributionChart,
    Dot,
    LineChart,
    ScatterChart,
    Series,
    SwarmDot,
)
from fokusbericht.charts.vega.distribution import distribution_spec
from fokusbericht.charts.vega.lines import line_spec
from fokusbericht.charts.vega.scatter import scatter_spec
from fokusbericht.charts.vega.vegalite import Spec
from fokusbericht.media.converter import converter

ACCENT = Accent("#0a5f73", "#7fc4d4")
GROUP = re.compile(r'role-axis-label" [^>]*>(.*?)</g>')
LABEL = re.compile(r'<text text-anchor="(\w+)" transform="([^"]+)"[^>]*>([^<]*)</text>')
SPANS = [(-1500.0, 2500.0), (0.2, 0.9), (-0.31, -0.07), (12.0, 1_250_000.0)]


def labels(svg: str) -> list[tuple[str, str, str]]:
    """Return the labels of all axes: where they stand, and what they say."""
    return [label for group in GROUP.findall(svg) for label in LABEL.findall(group)]


def specs(low: float, high: float, narrow: bool) -> list[Spec]:
    """Return charts with axes of numbers from `low` to `high`."""
    series = (Series("A", ((1995, low), (2009, high)), True),)
    dots = (Dot("A", low, high), Dot("B", high, low))
    spots = (SwarmDot("A", low), SwarmDot("B", high))
    return [
        line_spec(LineChart("T", "B", "%", 2, series), narrow, ACCENT),
        scatter_spec(ScatterChart("T", "B", "x", "y", 2, 2, dots), narrow, ACCENT),
        distribution_spec(DistributionChart("T", "B", "%", 2, spots), narrow, ACCENT),
    ]


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("span", SPANS)
def test_labels_are_those_of_vega(span: tuple[float, float], narrow: bool) -> None:
    for spec in specs(*span, narrow):
        whole = converter().vegalite_to_svg(spec, format_locale="de-DE")
        found = labels(lettering.to_svg(spec))
        assert found == labels(whole)
        assert len(found) >= 2 and all(text for _, _, text in found)
