"""What became of recommendations, on the start page: how they stand, what moved, what waits."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.model.lives import FAILED, Stand
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen import facets
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.views import Link, RecommendationRow
from fokusbericht.words.german import counted
from fokusbericht.words.names import SCHRITTE, STAENDE
from fokusbericht.words.progress import row_of, silence_of

RECENT, WAITING = 3, 3  # the most that are shown
ALL = "/handlungsempfehlungen/"
SortKey = tuple[int, str]


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
    states: tuple[StateShare, ...]
    recent: tuple[RecommendationRow, ...]
    waiting: tuple[Wait, ...]
    all: Link
    outcome: Link


def progress_of(report: Report) -> Progress | None:
    """Return how the recommendations stand; None if there are none."""
    everything = [one for one in report.empfehlungen.values() if not one.beispiel]
    if not everything:
        return None
    return Progress(
        sentence=_sentence(report, everything),
        states=tuple(_states(everything)),
        recent=tuple(row_of(report, one) for one in recent(report)),
        waiting=tuple(waits(report, waiting(report))),
        all=Link(f"Alle {len(everything)} Empfehlungen", ALL),
        outcome=Link("Was aus allen wurde, von Jahr zu Jahr", "/umsetzung/"),
    )


def _sentence(report: Report, everything: Sequence[Handlungsempfehlung]) -> str:
    if len(everything) == 1:
        return ""
    silent = len([one for one in everything if silence_of(report, one)])
    done = len([one for one in everything if one.stand() is Stand.UMGESETZT])
    return (
        f"Von {counted(len(everything), '', 'Empfehlungen')} {'ist' if done < 2 else 'sind'} "
        f"{counted(done, '', '').strip()} als umgesetzt bekannt; um "
        f"{counted(silent, '', '').strip()} ist es seit einem Jahr oder länger still."
    )


def _states(everything: Sequence[Handlungsempfehlung]) -> Iterator[StateShare]:
    start = 0.0
    counts = Counter(one.stand() for one in everything)
    # What ended without success comes last, so that the strip rises from proposed to done.
    for stand in sorted(Stand, key=lambda one: one in FAILED):
        if not counts[stand]:
            continue
        width = counts[stand] / len(everything) * 100
        link = Link(STAENDE[stand], f"{ALL}{facets.STAND.name}/{stand.value}/")
        yield StateShare(stand.value, counts[stand], link, round(start, 2), round(width, 2))
        start += width


# --- What moved, and what waits ------------------------------------------------------------------


def recent(report: Report) -> list[Handlungsempfehlung]:
    """Return the recommendations with the last news; none that is made up."""
    return sorted(_real(report), key=_freshness)[:RECENT]


def _freshness(empfehlung: Handlungsempfehlung) -> SortKey:
    return -empfehlung.verlauf[-1].datum.latest().toordinal(), empfehlung.key.name


def waiting(report: Report) -> list[Handlungsempfehlung]:
    """Return those longest without news; none that is made up."""
    silent = (one for one in _real(report) if silence_of(report, one))
    return sorted(silent, key=_silence(report))[:WAITING]


def _real(report: Report) -> Iterator[Handlungsempfehlung]:
    return (one for one in report.empfehlungen.values() if not one.beispiel)


def _silence(report: Report) -> Callable[[Handlungsempfehlung], SortKey]:
    return lambda one: (-one.silent_months(report.kreis.stichtag), one.key.name)


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
