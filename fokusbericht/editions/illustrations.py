"""The maps and charts of an edition, what they show as a table, and as files."""

from collections.abc import Callable, Iterator
from functools import partial

from fokusbericht.charts.vega.sizes import size
from fokusbericht.figures.course import course_drawing
from fokusbericht.figures.pictures import line_chart, map_picture
from fokusbericht.figures.table_of_map import table_of_map
from fokusbericht.maps.keyed import keyed_map, keyed_size
from fokusbericht.model.editions import Illustration
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import address_of
from fokusbericht.words import editions as words
from fokusbericht.words.county import sentence
from fokusbericht.words.kreiskarte import topic
from fokusbericht.words.numbers import source_line

MAP, COURSE = "karte-", "verlauf-"
NARROW = "-schmal"
YEAR = "Jahr"


def map_illustration(report: Report, name: str, year: int | None = None) -> Illustration | None:
    """Return the map of an indicator, of its last year if no other is asked for."""
    messung = messungen(report).get(name)
    if messung is None or not messung.has_map:
        return None
    shown = year or messung.year
    picture, classes = map_picture(messung, shown, "karte")
    geografie = messung.geografie
    wide, narrow = (keyed_size(geografie, picture.view, one) for one in (False, True))
    table = table_of_map(messung, shown)
    title = topic(messung.indikator.titel, shown)
    return Illustration(
        name=f"{MAP}{name}{f'-{year}' if year else ''}",
        title=title,
        alt=words.map_alt(title, sum(one.name not in ("fehlt", "geheim") for one in classes)),
        caption=sentence(messung, shown),
        source=source_line(messung.indikator, shown),
        href=address_of(messung.indikator.key),
        width=wide[0],
        height=wide[1],
        width_narrow=narrow[0],
        height_narrow=narrow[1],
        columns=(*table.head[:-1], words.dated(shown, messung.indikator.einheit)),
        rows=tuple(tuple(cell.text for cell in row) for row in table.rows),
    )


def course_illustration(report: Report, name: str) -> Illustration | None:
    """Return the course of an indicator over the years; None where there are too few of them."""
    messung = messungen(report).get(name)
    chart = line_chart(messung) if messung else None
    if messung is None or chart is None:
        return None
    indikator = messung.indikator
    wide, narrow = size(chart, False), size(chart, True)
    by_year = [dict(one.points) for one in chart.series]
    years = sorted({year for one in by_year for year in one})
    return Illustration(
        name=f"{COURSE}{name}",
        title=chart.title,
        alt=words.chart_alt(chart.title, len(chart.series)),
        caption=chart.description or words.years(years),
        source=source_line(indikator),
        href=address_of(indikator.key),
        width=wide[0],
        height=wide[1],
        width_narrow=narrow[0],
        height_narrow=narrow[1],
        columns=(YEAR, *(one.name for one in chart.series)),
        rows=tuple(
            (str(year), *(_number(one.get(year), chart.digits) for one in by_year))
            for year in years
        ),
    )


def _number(value: float | None, digits: int) -> str:
    return "" if value is None else format_number(value, digits)


def makers_of(
    report: Report, illustration: Illustration
) -> Iterator[tuple[str, object, Callable[[], bytes]]]:
    """Yield the drawings of one, wide and narrow: the end of the name, what it is made of, how."""
    kind, name, year = _read(report, illustration.name)
    messung = messungen(report)[name]
    for narrow in (False, True):
        made_of = (illustration.name, narrow, messung.fingerprint())
        drawn = partial(_map, messung, year) if kind == MAP else partial(_course, report, name)
        yield NARROW if narrow else "", made_of, partial(drawn, narrow)


def _read(report: Report, name: str) -> tuple[str, str, int | None]:
    """Return what an illustration is: map or course, of which indicator, of which year."""
    kind = MAP if name.startswith(MAP) else COURSE
    rest = name.removeprefix(kind)
    before, _, year = rest.rpartition("-")
    if rest in messungen(report):  # "haeuser-ab-2016"
        return kind, rest, None
    return kind, before, int(year)


def _map(messung: Messung, year: int | None, narrow: bool) -> bytes:
    picture, _ = map_picture(messung, year or messung.year, "karte")
    return keyed_map(messung.geografie, picture.view, narrow).encode()


def _course(report: Report, name: str, narrow: bool) -> bytes:
    return course_drawing(report, name).draw(narrow)
