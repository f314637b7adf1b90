"""Recommendations, decisions and suggestions in handouts: what they are, and how far they are."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from fokusbericht.hefte.heft import HeftEntry, HeftRow
from fokusbericht.model.base import Key
from fokusbericht.model.editions import EditionEntry
from fokusbericht.model.lives import NaechsterSchritt, Vorgang
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.following import Followed, followed
from fokusbericht.pages.planung.following_rows import kind_of
from fokusbericht.text.references import later_decisions, successors
from fokusbericht.urls import url_of
from fokusbericht.words import due
from fokusbericht.words.german import begun
from fokusbericht.words.hefte import UNKNOWN
from fokusbericht.words.progress import silence_of, state_of

STAYS, LATER = 4, 100
NEXT_WIDTHS = (4, 5, 6, 4)  # of the table of next steps


def entries_of(
    report: Report, found: Iterable[Vorgang], with_steps: bool = True
) -> tuple[HeftEntry, ...]:
    """Return matters as entries, the first to be left out last; next steps may stand apart."""
    return tuple(
        HeftEntry(_entry(report, one, with_steps), rank_at(place))
        for place, one in enumerate(found)
    )


def rank_at(place: int, first: int = 0) -> int:
    """Return the rank of what stands at a place: the first ones stay, the others go first."""
    return first + place if place < STAYS else LATER + first + place


def _entry(report: Report, vorgang: Vorgang, with_steps: bool) -> EditionEntry:
    return EditionEntry(
        title=vorgang.titel,
        kind=kind_of(report, vorgang),
        text=vorgang.kurz,
        state=begun(state_of(vorgang)),
        notes=tuple(_notes(report, vorgang, with_steps)),
        href=url_of(report, vorgang.key),
    )


def _notes(report: Report, vorgang: Vorgang, with_steps: bool) -> Iterator[str]:
    """Yield what comes next and until when, and that it is silent."""
    step, today = vorgang.naechster_schritt, report.kreis.stichtag
    if step and with_steps:
        told = (due.limit_of(step), due.over_since(step, today), due.who(vorgang))
        yield f"{'; '.join(filter(None, told))}. {due.what_of(step)}"
    if silence := silence_of(report, vorgang):
        yield f"{begun(silence)}."


def next_steps(
    report: Report, found: Iterable[Vorgang], since: date = date.min
) -> Iterator[HeftRow]:
    """Yield what comes next of some matters: until when, of what, what, who; by its limit.

    With a day what was due before it, and what has no limit, is left out.
    """
    steps = [(one, one.naechster_schritt) for one in found if one.naechster_schritt]
    steps = [(one, step) for one, step in steps if _is_since(step, since)]
    ordered = sorted(steps, key=lambda pair: (_limit(pair[1]), str(pair[0].key)))
    for place, (vorgang, step) in enumerate(ordered):
        who = step.wer or vorgang.zustaendig or UNKNOWN
        over = due.over_since(step, report.kreis.stichtag)
        until = "; ".join(filter(None, (due.limit_of(step), over)))
        yield HeftRow((until, vorgang.titel, due.what_of(step), who), place)


def _limit(step: NaechsterSchritt) -> date:
    return step.bis.latest() if step.bis else date.max


def _is_since(step: NaechsterSchritt, since: date) -> bool:
    return since == date.min or (step.bis is not None and step.bis.latest() >= since)


def as_today(report: Report, found: Iterable[Vorgang]) -> list[Followed]:
    """Return matters as they are followed: each as the one that carries it on, each once.

    The most urgent come first; what is made up is left out.
    """
    real = [one.key for one in found if not one.beispiel]
    return by_urgency(report, {last for key in real for last in _last(report, key)})


def _last(report: Report, key: Key) -> Iterator[Key]:
    """Yield the matters that carry one on today: itself, unless there is a later one."""
    later = (*successors(report).get(key, ()), *later_decisions(report).get(key, ()))
    real = [one for one in later if one not in report.examples] or _told_with(report).get(key, ())
    for one in real:
        yield from _last(report, one)
    if not real:
        yield key


@query
def _told_with(report: Report) -> Mapping[Key, tuple[Key, ...]]:
    """Return for each decision the recommendations and suggestions of whose life it is a step."""
    found: dict[Key, list[Key]] = {}
    for one in (*report.empfehlungen.values(), *report.anregungen.values()):
        for step in one.verlauf:
            if step.beschluss and not one.beispiel:
                found.setdefault(step.beschluss.key, []).append(one.key)
    return {key: tuple(dict.fromkeys(others)) for key, others in found.items()}


def by_urgency(report: Report, keys: Collection[Key]) -> list[Followed]:
    """Return some matters in the order of all that is followed: the most urgent first."""
    return [one for one in followed(report) if one.vorgang.key in keys]
