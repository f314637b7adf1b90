"""The few figures on top of a profile: value, county, rank, and which way it went."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fokusbericht.figures import profile
from fokusbericht.figures.change import Change, change_of
from fokusbericht.figures.ranking import Rank
from fokusbericht.model.figures import Ebene, Fehlgrund, Indikator
from fokusbericht.model.report import Report
from fokusbericht.urls import url_of
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


RankMaker = Callable[[Indikator, int], Rank]


def headlines(report: Report, area: str, rank: RankMaker) -> Iterator[Headline]:
    """Yield the figures on top of the profile of an area, as kreis.yml lists them."""
    for ref in report.kreis.profil:
        indikator = report.indikatoren[ref.key.name]
        if indikator.ebene is Ebene.KOMMUNE:
            yield _headline(report, indikator, area, rank)


def headline_note(items: Iterable[Headline]) -> str:
    """Return why a figure on top is hidden; nothing where none is."""
    return WORDS_NOTE * any(item.value == WORDS[Fehlgrund.GEHEIM] for item in items)


def _headline(report: Report, indikator: Indikator, area: str, rank: RankMaker) -> Headline:
    year, figure = profile.latest(report, indikator, area)
    place, places = rank(indikator, year)
    own = area == report.geografie.schluessel
    county = "" if own else profile.county_text(report, indikator, year)
    words = (county, f"Rang {place} von {places}" if place else "")
    return Headline(
        label=indikator.titel,
        href=url_of(report, indikator.key),
        value=profile.number_text(indikator, figure),
        unit=profile.unit_of(indikator, figure),
        year=str(year) if year else "",
        beside=" · ".join(word for word in words if word),
        change=change_of(report, indikator, area, year),
    )
