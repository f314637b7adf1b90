"""What became of recommendations, on the start page: how they stand, what moved, what waits."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from fokusbericht.model.lives import Stand
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen import facets
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.views import Link, RecommendationRow
from fokusbericht.words.german import counted
from fokusbericht.words.names import SCHRITTE
from fokusbericht.words.progress import row_of, silence_of

RECENT, WAITING = 2, 3  # of the real ones, and of the examples
ALL = "/handlungsempfehlungen/"
SortKey = tuple[int, str]
FAILED = (Stand.ABGELEHNT.value, Stand.EINGESTELLT.value)


@dataclass(frozen=True, slots=True)
class StateShare:
    """How many recommendations are in a state: a piece of a strip, from `start`, in percent."""

    name: str
    count: int
    link: Link
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Wait:
    """A recommendation without news: since when, how long, and the same as a bar (0 to 100)."""

    link: Link
    last: str
    silence: str
    bar: float


@dataclass(frozen=True, slots=True)
class Progress:
    """All that the start page says about the ways of recommendations."""

    sentence: str
    examples: str
    states: tuple[StateShare, ...]
    recent: tuple[RecommendationRow, ...]
    waiting: tuple[Wait, ...]
    all: Link
    outcome: Link


def progress_of(report: Report) -> Progress | None:
    """Return how the recommendations stand; None if there are none."""
    everything = tuple(report.empfehlungen.values())
    if not everything:
        return None
    return Progress(
        sentence=_sentence(report, everything),
        examples=_examples(everything),
        states=tuple(_states(report, len(everything))),
        recent=tuple(row_of(report, one) for one in recent(report)),
        waiting=tuple(waits(report, waiting(report))),
        all=Link(f"Alle {len(everything)} Empfehlungen", ALL),
        outcome=Link("Was aus allen wurde, von Jahr zu Jahr", "/umsetzung/"),
    )


def _sentence(report: Report, everything: tuple[Handlungsempfehlung, ...]) -> str:
    if len(everything) == 1:
        return ""
    silent = len([one for one in everything if silence_of(report, one)])
    done = len([one for one in everything if one.stand() is Stand.UMGESETZT])
    return (
        f"Von {counted(len(everything), '', 'Empfehlungen')} {'ist' if done < 2 else 'sind'} "
        f"{counted(done, '', '').strip()} umgesetzt; um {counted(silent, '', '').strip()} "
        "ist es seit einem Jahr oder länger still."
    )


def _examples(everything: tuple[Handlungsempfehlung, ...]) -> str:
    number = len([one for one in everything if one.beispiel])
    if not number:
        return ""
    first = "Eine davon ist erdacht" if number == 1 else f"{number} davon sind erdachte Beispiele"
    return f"{first}. Die Listen zeigen echte und erdachte nebeneinander."


def _states(report: Report, total: int) -> Iterator[StateShare]:
    start = 0.0
    # What ended without success comes last, so that the strip rises from proposed to done.
    values = sorted(facets.linked_values(report, facets.STAND), key=lambda one: one.key in FAILED)
    for value in values:
        count = len(facets.matching(report, facets.STAND, value))
        width = count / total * 100
        link = Link(value.title, facets.url_of_value(facets.STAND, value))
        yield StateShare(value.key, count, link, round(start, 2), round(width, 2))
        start += width


# --- What moved, and what waits ------------------------------------------------------------------


def recent(report: Report) -> list[Handlungsempfehlung]:
    """Return the recommendations with the last news, some real ones and some examples."""
    return _first(report.empfehlungen.values(), RECENT, _freshness)


def _freshness(empfehlung: Handlungsempfehlung) -> SortKey:
    return -empfehlung.verlauf[-1].datum.latest().toordinal(), empfehlung.key.name


def waiting(report: Report) -> list[Handlungsempfehlung]:
    """Return those longest without news, some real ones and some examples."""
    silent = (one for one in report.empfehlungen.values() if silence_of(report, one))
    return _first(silent, WAITING, _silence(report))


def by_silence(report: Report, found: Iterable[Handlungsempfehlung]) -> list[Handlungsempfehlung]:
    """Return recommendations, those longest without news first."""
    return sorted(found, key=_silence(report))


def _silence(report: Report) -> Callable[[Handlungsempfehlung], SortKey]:
    return lambda one: (-one.silent_months(report.kreis.stichtag), one.key.name)


def _first(
    found: Iterable[Handlungsempfehlung], most: int, order: Callable[[Handlungsempfehlung], SortKey]
) -> list[Handlungsempfehlung]:
    """Return the first of the real ones and the first of the examples, in one order."""
    ordered = sorted(found, key=order)
    kinds = ([one for one in ordered if one.beispiel is kind] for kind in (False, True))
    return sorted((one for kind in kinds for one in kind[:most]), key=order)


def waits(report: Report, found: list[Handlungsempfehlung]) -> Iterator[Wait]:
    """Yield recommendations with their silence as bars, the longest as long as there is room."""
    stichtag = report.kreis.stichtag
    top = max((one.silent_months(stichtag) for one in found), default=1)
    for one in found:
        last = one.verlauf[-1]
        yield Wait(
            link=Link(one.titel, url_of(report, one.key), is_example=one.beispiel),
            last=f"Zuletzt: {SCHRITTE[last.schritt]}, {format_date(last.datum)}",
            silence=silence_of(report, one),
            bar=round(one.silent_months(stichtag) / top * 100, 1),
        )
