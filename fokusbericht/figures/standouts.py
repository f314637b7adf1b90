"""What stands out in a place, by one rule for all, in words: no verdict, only "far from most"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.charts.drawn.strip import Strip, strip_svg
from fokusbericht.figures.profile import county_text, number_text
from fokusbericht.model.figures import Ebene, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.statistics.comparison import Comparison
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import address_of
from fokusbericht.views import Link
from fokusbericht.words.numbers import area_url, value_text

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
KREISE = "Kreise und kreisfreien Städte"


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


def room_standouts(report: Report, members: Sequence[str]) -> Standouts | None:
    """Return what stands out in the Kommunen of a Betrachtungsraum among all Kommunen.

    A room that is a single Kommune leaves that to its profile.
    """
    if len(members) == 1:
        return None
    many = [_of_area(report, ags, Ebene.KOMMUNE) for ags in members]
    if not any(compared for _, compared in many):
        return None
    found = sorted((one for several, _ in many for one in several), key=Far.order)
    first = {one.messung.name: one for one in reversed(found)}  # the farthest of each indicator
    shown = [one for one in found if first[one.messung.name] is one][:MOST]
    return Standouts(
        sentence=_room_sentence(len(found), len(shown)),
        items=tuple(one.told(named=True) for one in shown),
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
        items=tuple(one.told() for one in found[:MOST]),
        legend=_legend(report.geografie.name_of(own), "ein Kreis oder eine kreisfreie Stadt"),
        rule=_rule("aller Kreise und kreisfreien Städte", "Kreises"),
    )


@dataclass(frozen=True, slots=True)
class Far:
    """A figure far from most, not told yet."""

    area: str
    messung: Messung
    year: int
    distance: float

    def order(self) -> tuple[float, str, str]:
        """Return what it is sorted by: the farthest first."""
        return (-abs(self.distance), self.messung.indikator.titel, self.area)

    def told(self, named: bool = False) -> Standout:
        """Return it in words; `named` says whose figure it is."""
        indikator, geografie = self.messung.indikator, self.messung.geografie
        place = Link(geografie.name_of(self.area), area_url(geografie, self.area))
        return Standout(
            place=place if named else None,
            figure=Link(indikator.titel, address_of(indikator.key)),
            words="auffällig hoch" if self.distance > 0 else "auffällig niedrig",
            text=_text(self),
            picture=_picture(self.messung.comparison(self.year), self.area),
        )


def _of_area(report: Report, area: str, ebene: Ebene) -> tuple[list[Far], int]:
    """Return what stands out in an area, the farthest first, and how many figures were compared."""
    compared = list(_compared(report, area, ebene))
    far = [
        Far(area, messung, year, distance)
        for messung, year in compared
        if (distance := messung.comparison(year).far.get(area)) is not None
    ]
    return sorted(far, key=Far.order), len(compared)


def _compared(report: Report, area: str, ebene: Ebene) -> Iterator[tuple[Messung, int]]:
    """Yield the figures of an area that are compared with those of others, each with its year."""
    for messung in messungen(report).values():
        indikator = messung.indikator
        if indikator.beispiel or indikator.ebene is not ebene or indikator.art is Zahlart.ANZAHL:
            continue
        if ebene is Ebene.KOMMUNE and messung.amt_instead(area):
            continue  # what the Kommune itself has is of long ago
        year, _ = messung.latest(area)
        comparison = messung.comparison(year)
        if comparison.half and area in comparison.values:
            yield messung, year


def _text(far: Far) -> str:
    messung, year = far.messung, far.year
    value = value_text(messung.indikator, messung.at(far.area, year))
    places = messung.comparison(year).places
    place = f"Rang {places[far.area]} von {len(places)}"
    half = f"mittlere Hälfte {_half_text(messung, year)}"
    parts = (f"{value} ({year})", place, _beside(messung, year), half)
    return " · ".join(part for part in parts if part)


def _beside(messung: Messung, year: int) -> str:
    if messung.is_local:
        return county_text(messung, year)
    land = messung.geografie.land()
    figure = messung.figure(land, year)
    if figure.value is None:
        return ""
    return f"{messung.geografie.name_of(land)} {number_text(messung.indikator, figure)}"


def _half_text(messung: Messung, year: int) -> str:
    indikator, half = messung.indikator, messung.comparison(year).half
    if half is None:
        return ""
    digits = indikator.dezimalstellen
    low, high = (format_number(one / 10**digits, digits) for one in (half.low, half.high))
    return f"{low} bis {high}\u202f%" if indikator.einheit == "%" else f"{low} bis {high}"


def _picture(comparison: Comparison, area: str) -> StripPicture:
    half = (comparison.half.low, comparison.half.high) if comparison.half else (0, 0)
    values = comparison.values
    return StripPicture(Strip(tuple(sorted(values.values())), half, values[area]))


def _count_sentence(number: int, compared: int, whose: str) -> str:
    if compared == 1 and number:
        return "Die eine verglichene Zahl fällt auf."
    if compared == 1:
        one = f"Die eine verglichene Zahl liegt nicht weit abseits der meisten {whose}."
        return f"Nichts fällt auf: {one}"
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
