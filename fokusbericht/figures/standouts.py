"""What stands out in a place, by one rule for all, in words: no verdict, only "far from most"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.charts.drawn.strip import Strip, strip_svg
from fokusbericht.figures.compared import Field, field_of
from fokusbericht.figures.profile import county_text, figure_of, latest, number_text
from fokusbericht.model.figures import Ebene, Indikator, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import url_of
from fokusbericht.views import Link
from fokusbericht.words.numbers import area_name, area_url, value_text

MOST = 6
NUMBERS = (
    "null",
    "eine",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
)
KOMMUNEN, KREISE = "Kommunen", "Kreise und kreisfreien Städte"
LAND = "01"


@dataclass(frozen=True, slots=True)
class StripPicture:
    """Where a value lies among all others; it becomes SVG where a template prints it."""

    strip: Strip

    def __html__(self) -> str:
        return strip_svg(self.strip)


@dataclass(frozen=True, slots=True)
class Standout:
    """A figure that stands out: whose (where the page is about several), which, and how."""

    place: Link | None
    figure: Link
    words: str
    text: str
    picture: StripPicture


@dataclass(frozen=True, slots=True)
class Standouts:
    """What stands out in a place, with the rule it follows."""

    sentence: str
    items: tuple[Standout, ...]
    legend: str
    rule: str


def kommune_standouts(report: Report, ags: str) -> Standouts | None:
    """Return what stands out in a Kommune among all Kommunen; None with too few to compare."""
    found, compared = _of_area(report, ags, Ebene.KOMMUNE)
    if not compared:
        return None
    return Standouts(
        sentence=_count_sentence(len(found), compared, KOMMUNEN),
        items=tuple(one.told(report) for one in found[:MOST]),
        legend=_legend(area_name(report, ags), "eine Kommune"),
        rule=_rule("aller Kommunen", "Ortes"),
    )


def room_standouts(report: Report, members: Sequence[str]) -> Standouts | None:
    """Return what stands out in the Kommunen of a Betrachtungsraum among all Kommunen."""
    if len(members) == 1:
        return kommune_standouts(report, members[0])
    many = [_of_area(report, ags, Ebene.KOMMUNE) for ags in members]
    if not any(compared for _, compared in many):
        return None
    found = sorted((one for several, _ in many for one in several), key=Far.order)
    first = {one.indikator.key: one for one in reversed(found)}  # the farthest of each indicator
    shown = [one for one in found if first[one.indikator.key] is one][:MOST]
    return Standouts(
        sentence=_room_sentence(len(found), len(shown)),
        items=tuple(one.told(report, named=True) for one in shown),
        legend=_legend("die genannte Kommune", "eine Kommune"),
        rule=_rule("aller Kommunen", "Ortes"),
    )


def county_standouts(report: Report) -> Standouts | None:
    """Return what stands out in the county among the counties and cities of its Land."""
    own = report.geografie.schluessel
    found, compared = _of_area(report, own, Ebene.KREIS)
    if not compared:
        return None
    return Standouts(
        sentence=_count_sentence(len(found), compared, KREISE),
        items=tuple(one.told(report) for one in found[:MOST]),
        legend=_legend(area_name(report, own), "ein Kreis oder eine kreisfreie Stadt"),
        rule=_rule("aller Kreise und kreisfreien Städte", "Kreises"),
    )


@dataclass(frozen=True, slots=True)
class Far:
    """A figure far from most, not told yet."""

    area: str
    indikator: Indikator
    year: int
    distance: float

    def order(self) -> tuple[float, str, str]:
        """Return what it is sorted by: the farthest first."""
        return (-abs(self.distance), self.indikator.titel, self.area)

    def told(self, report: Report, named: bool = False) -> Standout:
        """Return it in words; `named` says whose figure it is."""
        name, url = area_name(report, self.area), area_url(report, self.area)
        field = field_of(report, self.indikator.key.name, self.year)
        return Standout(
            place=Link(name, url) if named else None,
            figure=Link(self.indikator.titel, url_of(report, self.indikator.key)),
            words="auffällig hoch" if self.distance > 0 else "auffällig niedrig",
            text=_text(report, self, field),
            picture=_picture(field, self.area),
        )


def _of_area(report: Report, area: str, ebene: Ebene) -> tuple[list[Far], int]:
    """Return what stands out in an area, the farthest first, and how many figures were compared."""
    fields = list(_fields(report, area, ebene))
    far = [
        Far(area, indikator, year, field.far[area])
        for indikator, year, field in fields
        if area in field.far
    ]
    return sorted(far, key=Far.order), len(fields)


def _fields(report: Report, area: str, ebene: Ebene) -> Iterator[tuple[Indikator, int, Field]]:
    for name, indikator in report.indikatoren.items():
        if indikator.ebene is not ebene or indikator.art is Zahlart.ANZAHL:
            continue
        year, _ = latest(report, indikator, area)
        field = field_of(report, name, year)
        if field.half and area in field.values:
            yield indikator, year, field


def _text(report: Report, far: Far, field: Field) -> str:
    indikator, year = far.indikator, far.year
    value = value_text(indikator, figure_of(report, indikator, far.area, year))
    beside = _beside(report, indikator, year)
    place = f"Rang {field.places[far.area]} von {len(field.places)}"
    parts = (f"{value} ({year})", place, beside, f"mittlere Hälfte {_half_text(indikator, field)}")
    return " · ".join(part for part in parts if part)


def _beside(report: Report, indikator: Indikator, year: int) -> str:
    if indikator.ebene is Ebene.KOMMUNE:
        return county_text(report, indikator, year)
    figure = figure_of(report, indikator, LAND, year)
    known = figure.value is not None
    return f"{area_name(report, LAND)} {number_text(indikator, figure)}" if known else ""


def _half_text(indikator: Indikator, field: Field) -> str:
    if field.half is None:
        return ""
    digits = indikator.dezimalstellen
    low, high = (
        format_number(one / 10**digits, digits) for one in (field.half.low, field.half.high)
    )
    return f"{low} bis {high}\u202f%" if indikator.einheit == "%" else f"{low} bis {high}"


def _picture(field: Field, area: str) -> StripPicture:
    half = (field.half.low, field.half.high) if field.half else (0, 0)
    return StripPicture(Strip(tuple(sorted(field.values.values())), half, field.values[area]))


def _count_sentence(number: int, compared: int, whose: str) -> str:
    if not number:
        none = f"Keine der {compared} verglichenen Zahlen liegt weit abseits der meisten {whose}."
        return f"Nichts fällt auf: {none}"
    verb = "fällt" if number == 1 else "fallen"
    return f"{_begun(number)} von {compared} verglichenen Zahlen {verb} auf{_shown(number)}"


def _room_sentence(number: int, shown: int) -> str:
    if not number:
        none = "In keiner Kommune des Raums liegt eine Zahl weit abseits der meisten."
        return f"Nichts fällt auf: {none}"
    if number == 1:
        return "In den Kommunen des Raums fällt eine Zahl auf."
    words = NUMBERS[number] if number < len(NUMBERS) else str(number)
    start = f"In den Kommunen des Raums fallen {words} Zahlen auf"
    if number == shown:
        return f"{start}."
    most = f"höchstens {NUMBERS[MOST]}, jeder Indikator einmal mit seiner größten Abweichung"
    return f"{start}; hier stehen {most}."


def _begun(number: int) -> str:
    return NUMBERS[number].capitalize() if number < len(NUMBERS) else str(number)


def _shown(number: int) -> str:
    return (
        f"; hier stehen die {NUMBERS[MOST]}, die am weitesten abweichen." if number > MOST else "."
    )


def _legend(name: str, each: str) -> str:
    return f"Jeder Strich ist {each}, das Band ist die mittlere Hälfte, der Punkt {name}."


def _rule(whose: str, of_what: str) -> str:
    return (
        f"Auffällig nennen wir einen Wert, der von der mittleren Hälfte {whose} weiter entfernt "
        "ist, als diese breit ist. Das ist kein Urteil. Anzahlen werden nicht verglichen, denn sie "
        f"folgen der Größe des {of_what}. Was auf zu wenigen Fällen beruht, bleibt außen vor."
    )
