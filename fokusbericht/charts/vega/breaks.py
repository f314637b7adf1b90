"""Breaks in a row of years: where they are marked, and labels that several may share."""

from collections.abc import Iterable, Iterator

from fokusbericht.charts.layout import text_width
from fokusbericht.charts.scale import AxisScale
from fokusbericht.charts.vega import vegalite
from fokusbericht.charts.vega.data import LineChart

PlacedBreak = tuple[int, float]  # a break with its place in px


def find_cuts(chart: LineChart, years: list[int], x: AxisScale) -> Iterator[PlacedBreak]:
    """Yield each break within the chart: midway between the years beside it."""
    for cut in sorted(set(chart.breaks)):
        before = [year for year in years if year < cut]
        after = [year for year in years if year >= cut]
        if before and after:
            yield cut, x.px((max(before) + min(after)) / 2)


def labelled(cuts: Iterable[PlacedBreak], low: float, high: float) -> list[list[PlacedBreak]]:
    """Return the breaks in groups: those whose labels would meet share one."""
    groups: list[list[PlacedBreak]] = []
    for cut in cuts:
        groups.append([cut])
        while (
            len(groups) > 1
            and span_of(groups[-2], low, high)[1] > span_of(groups[-1], low, high)[0]
        ):
            groups[-2:] = [groups[-2] + groups[-1]]
    return groups


def span_of(group: list[PlacedBreak], low: float, high: float) -> tuple[float, float]:
    """Return from where to where a label goes: over the middle of its breaks, in the picture."""
    half = text_width(break_text(group), vegalite.TEXT) / 2
    middle = max(low + half, min(high - half, (group[0][1] + group[-1][1]) / 2))
    return middle - half, middle + half


def break_text(group: list[PlacedBreak]) -> str:
    """Return the words for some breaks: Brüche 2008 und 2011."""
    *first, last = (str(year) for year, _ in group)
    return f"Brüche {', '.join(first)} und {last}" if first else f"Bruch {last}"
