"""How a body voted, in words."""

from fokusbericht.model.recommendations import Abstimmung, Verlaufsschritt
from fokusbericht.model.report import Report
from fokusbericht.words.phrases import count


def vote_text(vote: Abstimmung | None) -> str:
    """Return a vote in words: einstimmig; 38 Ja, 14 Nein, 1 Enthaltung; nothing if not known."""
    if vote is None:
        return ""
    if vote.einmut:
        return vote.einmut.value
    parts = [f"{vote.ja} Ja", f"{vote.nein} Nein"]
    if vote.enthaltung:
        parts.append(count(vote.enthaltung, "Enthaltung", "Enthaltungen", "1"))
    return ", ".join(parts)


def vote_of(report: Report, step: Verlaufsschritt) -> str:
    """Return the vote at a step in words; nothing if not known."""
    return vote_text(report.vote_at(step))
