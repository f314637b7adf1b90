"""How a body voted, in words."""

from fokusbericht.model.lives import Abstimmung, Verlaufsschritt
from fokusbericht.model.report import Report
from fokusbericht.words.phrases import count


def vote_text(vote: Abstimmung | None) -> str:
    """Return a vote in words: einstimmig; 38 Ja, 14 Nein; dagegen: CDU; nothing if not known."""
    if vote is None:
        return ""
    return "; ".join(part for part in (_votes(vote), _sides(vote)) if part)


def _votes(vote: Abstimmung) -> str:
    if vote.einmut:
        return vote.einmut.value
    if not vote.is_counted():
        return ""
    parts = [f"{vote.ja} Ja", f"{vote.nein} Nein"]
    if vote.enthaltung:
        parts.append(count(vote.enthaltung, "Enthaltung", "Enthaltungen", "1"))
    return ", ".join(parts)


def _sides(vote: Abstimmung) -> str:
    """Return which Fraktionen stood where."""
    sides = ((vote.dafuer, "dafür"), (vote.dagegen, "dagegen"))
    return ", ".join(f"{word}: {side}" for side, word in sides if side)


def vote_of(report: Report, step: Verlaufsschritt) -> str:
    """Return the vote at a step in words; nothing if not known."""
    return vote_text(report.vote_at(step))
