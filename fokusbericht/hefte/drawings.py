"""What is drawn in handouts: where a place lies, how it stands among its like, courses."""

from collections.abc import Callable
from functools import partial

from fokusbericht.charts.drawn.peer_strip import PeerStrip, peer_strip_file
from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import LineChart
from fokusbericht.charts.vega.lines import line_svg
from fokusbericht.figures.areas import locator
from fokusbericht.maps import locator_file
from fokusbericht.model.report import Report

MakeDrawing = Callable[[], bytes]  # an SVG file, made when it is set


def draw_locator(report: Report, ags: str) -> tuple[MakeDrawing, str]:
    """Return what draws where a Kommune lies, and what it shows."""
    picture = locator(report, report.geografie.name_of(ags), (ags,))
    return lambda: locator_file(report.geografie, picture.kommunen, picture.title), picture.title


def draw_strip(report: Report, strip: PeerStrip) -> MakeDrawing:
    """Return what draws a place among its like."""
    return partial(peer_strip_file, strip, report.kreis.akzent)


def draw_course(report: Report, chart: LineChart) -> MakeDrawing:
    """Return what draws a course, as narrow as a column."""
    accent = Accent(report.kreis.akzent, report.kreis.akzent_dunkel)
    return partial(line_svg, chart, True, accent)
