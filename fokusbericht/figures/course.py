"""The course of an indicator as a picture, drawn once for all files that hold it."""

from functools import partial

from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.pixels import png
from fokusbericht.charts.vega.takeaway import PIXELS
from fokusbericht.figures.drawings import Drawing
from fokusbericht.figures.pictures import line_chart
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen
from fokusbericht.urls import address_of
from fokusbericht.words.citing import permalink
from fokusbericht.words.numbers import source_line


@query
def course_drawing(report: Report, name: str) -> Drawing:
    """Return what draws the course of an indicator."""
    kreis, messung = report.kreis, messungen(report)[name]
    origin = source_line(messung.indikator), permalink(kreis, messung.indikator)
    accent = Accent(kreis.akzent, kreis.akzent_dunkel)
    return Drawing(accent, partial(line_chart, messung), origin)


def course_path(name: str) -> str:
    """Return the file of the site that shows the course of an indicator in pixels."""
    return f"{address_of(Key(Kind.INDIKATOR, name))}verlauf.png".lstrip("/")


@query
def course_png(report: Report, name: str) -> bytes:
    """Return the course of an indicator in pixels, with title, source and permalink."""
    return png(course_drawing(report, name).titled().decode(), PIXELS)
