"""Kommunen that are like one, in the figures the county has chosen for it, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from fokusbericht.figures.profile import number_text
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.statistics.rounding import shown
from fokusbericht.statistics.similar import Near, by_distance, nearest, scaled
from fokusbericht.urls import url_of
from fokusbericht.views import Link
from fokusbericht.words.phrases import listing

MOST = 4
LIKE, UNLIKE = 0.25, 0.5  # widths of the middle half: up to here alike, from here on not
NAMED = 2  # figures named on each side


@dataclass(frozen=True, slots=True)
class Alike:
    """A Kommune that is like another, with the reason."""

    kommune: Link
    reason: str


@dataclass(frozen=True, slots=True)
class Similar:
    """The Kommunen that are like one, and how they were found."""

    sentence: str
    items: tuple[Alike, ...]
    method: str


def similar_kommunen(report: Report, ags: str) -> Similar | None:
    """Return the Kommunen that are like one; None where the county has chosen no figures."""
    chosen = _chosen(report)
    if not chosen:
        return None
    near = nearest(_scaled(report), ags, MOST)
    name = report.geografie.name_of(ags)
    return Similar(
        sentence=_sentence(name, len(near)),
        items=tuple(_alike(report, ags, one) for one in near),
        method=_method(chosen),
    )


def nearest_kommunen(report: Report, ags: str) -> tuple[str, ...]:
    """Return the Kommunen that compare with one, the nearest first, be they alike or not."""
    rows = _scaled(report) if _chosen(report) else {ags: ()}
    return tuple(one.area for one in by_distance(rows, ags))


@query
def is_alone(report: Report, ags: str) -> bool:
    """Say whether no other Kommune is like one, though they compare."""
    return bool(nearest_kommunen(report, ags)) and not nearest(_scaled(report), ags, 1)


def _sentence(name: str, number: int) -> str:
    if not number:
        return f"Keine andere Kommune ist {name} in diesen Zahlen ähnlich."
    who = "Diese Kommune ist" if number == 1 else "Diese Kommunen sind"
    return f"{who} {name} am ähnlichsten:"


@query
def _chosen(report: Report) -> tuple[Messung, ...]:
    found = (messungen(report)[ref.key.name] for ref in report.kreis.aehnlichkeit)
    return tuple(one for one in found if one.is_local)


@query
def _scaled(report: Report) -> Mapping[str, tuple[float | None, ...]]:
    kommunen = report.geografie.kommunen
    return scaled({ags: tuple(_value(one, ags) for one in _chosen(report)) for ags in kommunen})


def _value(messung: Messung, ags: str) -> float | None:
    year, figure = messung.latest(ags)
    if figure.value is None or messung.is_too_small(ags, year):
        return None
    return shown(figure.value, messung.indikator.dezimalstellen)


def _alike(report: Report, own: str, near: Near) -> Alike:
    kommune = report.geografie.kommunen[near.area]
    chosen = _chosen(report)
    gaps = sorted((gap, number) for number, gap in enumerate(near.gaps) if gap is not None)
    like = [number for gap, number in gaps if gap <= LIKE][:NAMED]
    # Kommunen can be alike on the whole and close in no figure; then the nearest are the reason.
    named = like or [number for _, number in gaps[:NAMED]]
    unlike = [n for gap, n in reversed(gaps) if gap >= UNLIKE and n not in named][:NAMED]
    titles = listing([chosen[number].indikator.titel for number in named])
    parts = [f"{'ähnlich' if like else 'am ehesten ähnlich'}: {titles}"]
    if unlike:
        contrasts = [_contrast(chosen[number], own, near.area) for number in unlike]
        parts.append(f"anders: {listing(contrasts)}")
    return Alike(Link(kommune.name, url_of(report, kommune.key)), "; ".join(parts))


def _contrast(messung: Messung, own: str, other: str) -> str:
    """Return a figure with both values: "Ausländeranteil (15,7 % statt 11,0 %)"."""
    indikator = messung.indikator
    theirs, ours = (number_text(indikator, messung.latest(area)[1]) for area in (other, own))
    return f"{indikator.titel} ({theirs} statt {ours})"


def _method(chosen: tuple[Messung, ...]) -> str:
    titles = listing([one.indikator.titel for one in chosen])
    return (
        f"Verglichen werden die letzten Werte dieser Zahlen: {titles}. Jeder Unterschied wird an "
        "der Spanne gemessen, in der die mittlere Hälfte der Kommunen liegt; ähnlich sind "
        "Kommunen, die über alle Zahlen hinweg nah beieinanderliegen."
    )
