"""A field in three voices: what is measured, what people said, what the planners read in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fokusbericht.building.templates import own_ids
from fokusbericht.model.planning import Handlungsfeld
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.text.prose import sections, unique
from fokusbericht.views import ProseView

PAGE = "planung/handlungsfeld.html"  # whose own headings keep their ids
# The three headings the handbook asks for: kind, label, and what to make of it.
VOICES = {
    "Zahlen, Daten und Fakten": (
        "zahlen",
        "Gemessen",
        "Was sich zählen lässt; woher die Zahlen sind, steht bei den Quellen.",
    ),
    "Erkenntnisse aus der Beteiligung": (
        "beteiligung",
        "Gesagt",
        "Was Menschen in Sitzungen, Workshops und Gruppen eingebracht haben.",
    ),
    "Einschätzung der Sozialplanung": (
        "einschaetzung",
        "Gedeutet",
        "Wie die Planung beides liest: eine Einschätzung, keine Messung.",
    ),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """A part of a field's text; `kind` is empty where it is none of the three voices."""

    id: str
    title: str
    kind: str
    label: str
    note: str
    body: ProseView


def voices(report: Report, feld: Handlungsfeld) -> tuple[Voice, ...]:
    """Return the text of a field part by part, each with who speaks."""
    whole = body_view(report, feld)
    return tuple(_voices(whole, set(own_ids(report, PAGE))))


def _voices(whole: ProseView, taken: set[str]) -> Iterator[Voice]:
    for part in sections(whole.source):
        kind, label, note = VOICES.get(part.title, ("", "", ""))
        body = replace(whole, source=part.source)
        name = unique(part.anchor, taken) if part.anchor else ""
        taken.add(name)
        yield Voice(name, part.title, kind, label, note, body)
