"""The few figures on top of a profile: value, county, rank, and which way it went."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fokusbericht.figures import profile
from fokusbericht.figures.change import Change, change_of
from fokusbericht.figures.ranking import Rank
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.urls import address_of
from fokusbericht.words.numbers import WORDS
from fokusbericht.words.secret import WORDS_NOTE


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure on top of a profile; `beside` says what it compares with."""

    label: str
    href: str
    value: str
    unit: str
    year: str
    beside: str
    change: Change | None


RankMaker = Callable[[Messung, int], Rank]


def headlines(report: Report, area: str, rank: RankMaker) -> Iterator[Headline]:
    """Yield the figures on top of the profile of an area, as kreis.yml lists them."""
    for ref in report.kreis.profil:
        messung = messungen(report)[ref.key.name]
        if messung.is_local:
            yield _headline(messung, area, rank)


def headline_note(items: Iterable[Headline]) -> str:
    """Return why a figure on top is hidden; nothing where none is."""
    return WORDS_NOTE * any(item.value == WORDS[Fehlgrund.GEHEIM] for item in items)


def _headline(messung: Messung, area: str, rank: RankMaker) -> Headline:
    indikator = messung.indikator
    if area in messung.geografie.kommunen and (instead := messung.amt_instead(area)):
        return _headline_instead(messung, area, *instead)
    year, figure = messung.latest(area)
    place, places = rank(messung, year)
    county = "" if area == messung.own else profile.county_text(messung, year)
    words = (county, f"Rang {place} von {places}" if place else "")
    return Headline(
        label=indikator.titel,
        href=address_of(indikator.key),
        value=profile.number_text(indikator, figure),
        unit=profile.unit_of(indikator, figure),
        year=str(year) if year else "",
        beside=" · ".join(word for word in words if word),
        change=change_of(messung, area, year),
    )


def _headline_instead(messung: Messung, area: str, amt: str, year: int) -> Headline:
    """Return what stands on top of a Kommune of which only the Amt has the last figure."""
    indikator = messung.indikator
    return Headline(
        label=indikator.titel,
        href=address_of(indikator.key),
        value=profile.number_text(indikator, messung.figure(area, year)),
        unit="",
        year=str(year),
        beside=profile.amt_text(messung, amt, year),
        change=None,
    )
