"""A field in three voices: what is measured, what people said, what the planners read in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model.base import Text
from fokusbericht.model.report import Report
from fokusbericht.pages.texts import prose_view
from fokusbericht.prose import slug
from fokusbericht.render import ProseView

HEADING = re.compile(r"^## +(.+?) *#*$", re.MULTILINE)
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


def voices(report: Report, text: Text) -> tuple[Voice, ...]:
    """Return a text part by part, each with who speaks."""
    whole = prose_view(report, text)
    return tuple(_voices(whole))


def _voices(whole: ProseView) -> Iterator[Voice]:
    before, *parts = HEADING.split(whole.source)
    if before.strip():
        yield Voice("", "", "", "", "", ProseView(before, whole.links, whole.embeds))
    for title, source in zip(parts[::2], parts[1::2], strict=True):
        kind, label, note = VOICES.get(title, ("", "", ""))
        body = ProseView(source, whole.links, whole.embeds)
        yield Voice(slug(title), title, kind, label, note, body)
