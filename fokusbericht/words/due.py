"""What is to come next, in words: until when, how long that is over, who is to do it."""

from datetime import date

from fokusbericht.model.base import PartialDate
from fokusbericht.model.lives import NaechsterSchritt, Vorgang
from fokusbericht.text.formatting import format_date
from fokusbericht.words import phrases
from fokusbericht.words.german import begun

CALENDAR = "/umsetzung/fristen.ics"
UNKNOWN = "Nächster Schritt nicht bekannt"
NO_LIMIT = "Ohne Frist"


def until(day: PartialDate) -> str:
    """Return a limit as part of a sentence: bis Ende 2025, bis Herbst 2026, bis 3. Dezember."""
    is_year = not (day.month or day.season)
    return f"bis Ende {day.year}" if is_year else f"bis {format_date(day)}"


def limit_of(step: NaechsterSchritt | None) -> str:
    """Return until when the next step is due: "Bis Ende 2025"; or that no step is known."""
    if step is None:
        return UNKNOWN
    return begun(until(step.bis)) if step.bis else NO_LIMIT


def what_of(step: NaechsterSchritt | None) -> str:
    """Return what comes next, as a sentence or its like: "Start an zwei Orten."; or nothing."""
    return f"{step.was.rstrip('.')}." if step else ""


def over_since(step: NaechsterSchritt, today: date) -> str:
    """Return how long its time is over: seit 10 Monaten vorbei; nothing if it is not."""
    if not step.bis or not step.is_overdue(today):
        return ""
    last = step.bis.latest()
    months = (today.year - last.year) * 12 + today.month - last.month - (today.day < last.day)
    if months < 1:
        return "seit weniger als einem Monat vorbei"
    return f"seit {_dative(months)} vorbei"


def _dative(months: int) -> str:
    if months < 24:
        return "einem Monat" if months == 1 else f"{months} Monaten"
    return f"{'mehr als ' if months % 12 else ''}{months // 12} Jahren"


def who(vorgang: Vorgang) -> str:
    """Return who is to do it."""
    step = vorgang.naechster_schritt
    named = (step.wer if step else "") or vorgang.zustaendig
    return f"zuständig: {named or 'nicht bekannt'}"


def notes(vorgang: Vorgang, silence: str, today: date) -> tuple[str, ...]:
    """Return what is to be said of a next step, or of the silence in its place."""
    step = vorgang.naechster_schritt
    told = []
    if step:
        told += [over_since(step, today)]
    told += [silence] if silence else []
    if not (step or silence):
        told += [f"letzte Nachricht {phrases.when(vorgang.steps()[-1].datum)}"]
    return tuple(one for one in (*told, who(vorgang)) if one)
