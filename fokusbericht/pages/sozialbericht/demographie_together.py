"""Charts of several indicators on /demographie-und-finanzen/: side by side, as parts, as a sum."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fokusbericht.charts.vega.data import Bar, BarChart, LineChart, Series
from fokusbericht.figures.profile import SHORT, breaks_of
from fokusbericht.model.figures import Indikator
from fokusbericht.model.kreis import Bild, Bildart
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht.demographie_charts import gap_sentence, known_years
from fokusbericht.pages.sozialbericht.demographie_drawing import (
    ChartOnPage,
    break_notes,
    living_picture,
)
from fokusbericht.statistics.messung import messungen
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.text.prose import slug
from fokusbericht.words.people import signed

OTHER = "übrige Veränderung"


@dataclass(frozen=True, slots=True)
class CountyCourse:
    """An indicator with the county's values by year."""

    indikator: Indikator
    values: Mapping[int, float]


def together(report: Report, bild: Bild, folder: str) -> ChartOnPage | None:
    """Return several indicators in one chart; None where they share no year."""
    courses = [_course(report, ref.key.name) for ref in bild.indikatoren]
    shared = tuple(sorted(set.intersection(*(set(course.values) for course in courses))))
    draw = {
        Bildart.VERLAUF: _courses,
        Bildart.ANTEILE: _shares,
        Bildart.BILANZ: _balance,
    }[bild.art]
    return draw(report, bild, courses, shared, f"{folder}{slug(bild.titel)}") if shared else None


def _course(report: Report, name: str) -> CountyCourse:
    messung = messungen(report)[name]
    series = messung.series(messung.own)
    return CountyCourse(
        messung.indikator, {at: series[at].value or 0 for at in known_years(messung)}
    )


def _breaks(courses: list[CountyCourse]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(note for course in courses for note in break_notes(course.indikator))
    )


# --- Side by side over the years -----------------------------------------------------------------


def _courses(
    report: Report, bild: Bild, courses: list[CountyCourse], shared: tuple[int, ...], address: str
) -> ChartOnPage:
    said = _courses_sentence(report, courses, shared)
    title = f"{bild.titel}, {shared[0]} bis {shared[-1]}"
    draw = _lines if len(shared) >= SHORT else _years
    chart = draw(courses, shared, title, said)
    return ChartOnPage(title, living_picture(chart, address), said, (), _breaks(courses), chart)


def _lines(
    courses: list[CountyCourse], shared: tuple[int, ...], title: str, said: str
) -> LineChart:
    years = range(shared[0], shared[-1] + 1)
    series = tuple(
        Series(
            course.indikator.titel,
            tuple((year, course.values.get(year)) for year in years),
        )
        for course in courses
    )
    cuts = tuple(sorted({year for course in courses for year in breaks_of(course.indikator)}))
    return LineChart(title, said, courses[0].indikator.einheit, _digits(courses), series, cuts)


def _years(courses: list[CountyCourse], shared: tuple[int, ...], title: str, said: str) -> BarChart:
    # Few years side by side; one without values keeps its place.
    bars = tuple(
        bar
        for year in range(shared[0], shared[-1] + 1)
        for bar in (_side_by_side(courses, year) if year in shared else (_no_bar(year),))
    )
    return BarChart(title, said, courses[0].indikator.einheit, _digits(courses), bars)


def _side_by_side(courses: list[CountyCourse], year: int) -> Iterator[Bar]:
    for course in courses:
        name = f"{year} {course.indikator.titel}"
        yield Bar(name, course.values[year], emphasis=course is courses[0])


def _no_bar(year: int) -> Bar:
    return Bar(str(year), None, missing="kein Wert")


def _digits(courses: list[CountyCourse]) -> int:
    return max(course.indikator.dezimalstellen for course in courses)


def _courses_sentence(report: Report, courses: list[CountyCourse], shared: tuple[int, ...]) -> str:
    first, last = shared[0], shared[-1]
    now = ", ".join(
        f"{course.indikator.titel} {_text(course.indikator, course.values[last])}"
        for course in courses
    )
    words = [f"{report.geografie.name} {last}: {now}."]
    if first < last and all(course.values[first] > 0 for course in courses):
        then = ", ".join(
            f"{course.indikator.titel} {_growth(course, first, last)}" for course in courses
        )
        words.append(f"Gegenüber {first}: {then}.")
    return " ".join([*words, gap_sentence(shared)]).strip()


def _growth(course: CountyCourse, first: int, last: int) -> str:
    return signed((course.values[last] - course.values[first]) / course.values[first] * 100)


def _text(indikator: Indikator, value: float) -> str:
    # What is counted is said by the title: "Zuzüge 17.433".
    unit = "%" if indikator.einheit == "%" else ""
    return format_quantity(value, unit, indikator.dezimalstellen)


# --- Parts of a hundred --------------------------------------------------------------------------


def _shares(
    report: Report, bild: Bild, courses: list[CountyCourse], shared: tuple[int, ...], address: str
) -> ChartOnPage:
    year, digits = shared[-1], courses[0].indikator.dezimalstellen
    shares = {course.indikator.titel: course.values[year] for course in courses}
    left = 100 - sum(shares.values())
    named = {**shares, **({bild.rest: left} if bild.rest else {})}
    quantities = {name: format_quantity(value, "%", digits) for name, value in named.items()}
    words = ", ".join(f"{name} {part}" for name, part in quantities.items())
    said = f"{report.geografie.name} {year}: {words}."
    notes = (f"„{bild.rest}“ ist errechnet: was zu hundert fehlt.",) if bild.rest else ()
    bars = tuple(Bar(name, value) for name, value in named.items())
    title = f"{bild.titel}, {year}"
    chart = BarChart(title, said, "%", digits, bars)
    return ChartOnPage(title, living_picture(chart, address), said, notes, _breaks(courses), chart)


# --- What a change is made of --------------------------------------------------------------------


def _balance(
    report: Report, bild: Bild, courses: list[CountyCourse], shared: tuple[int, ...], address: str
) -> ChartOnPage | None:
    stock, gain = courses
    years = tuple(year for year in shared if _follows(stock, year))
    if not years:
        return None
    said = _balance_sentence(stock, gain, years[-1])
    rest = f"Die übrige Veränderung ist als Rest errechnet{f': {bild.rest}' if bild.rest else ''}."
    title = f"{bild.titel}, {years[0]} bis {years[-1]}"
    bars = tuple(bar for year in years for bar in _bars(stock, gain, year))
    chart = BarChart(title, said, stock.indikator.einheit, 0, bars)
    return ChartOnPage(title, living_picture(chart, address), said, (rest,), (), chart)


def _follows(stock: CountyCourse, year: int) -> bool:
    """Say whether the year before has a value, too, with no break between them."""
    return year - 1 in stock.values and year not in breaks_of(stock.indikator)


def _change(stock: CountyCourse, year: int) -> float:
    return stock.values[year] - stock.values[year - 1]


def _bars(stock: CountyCourse, gain: CountyCourse, year: int) -> Iterator[Bar]:
    yield Bar(f"{year} {gain.indikator.titel}", gain.values[year], emphasis=True)
    yield Bar(f"{year} {OTHER}", _change(stock, year) - gain.values[year])


def _balance_sentence(stock: CountyCourse, gain: CountyCourse, year: int) -> str:
    change, share = _change(stock, year), gain.values[year]
    return (
        f"{stock.indikator.titel} von {year - 1} bis {year}: {_plus(change)}. Das sind "
        f"{_plus(share)} ({gain.indikator.titel}) und {_plus(change - share)} ({OTHER})."
    )


def _plus(value: float) -> str:
    return f"{'+' if value > 0 else ''}{format_number(value)}"
