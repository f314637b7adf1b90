"""A new cut as the gravitation model would make it, as the text of raeume.yml."""

import json
import re
from collections.abc import Iterator
from textwrap import wrap

from fokusbericht.model.places import Fassung, Raummodell, Uebersteuerung
from fokusbericht.model.report import Report
from fokusbericht.statistics.rooms import Decisions, decide, latest, rooms_of

WIDTH = 92
# What YAML reads as it stands; all else is put in quotes.
PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß](?:[\w ,./()–-]*[\w.)])?")


def propose(report: Report) -> str | None:
    """Return the next cut as an entry of `fassungen`; None if the latest declares no model.

    Kommunen go to the room that draws them most. Exceptions of the latest cut stay, with their
    reasons, as long as they still differ from the model:

      - schluessel: "2026"
        titel: Sechs Räume und Helgoland
        seit: 2026-11-22
        …
        zuordnung:
          wedel:
            - "01056027"  # Hetlingen
    """
    fassung = latest(report)
    if fassung is None or fassung.modell is None:
        return None
    decisions = decide(report, fassung.modell)
    if decisions is None:
        return None
    return "\n".join(_lines(report, fassung, fassung.modell, decisions)) + "\n"


def _lines(
    report: Report, fassung: Fassung, modell: Raummodell, decisions: Decisions
) -> Iterator[str]:
    kept = tuple(_kept(fassung, decisions))
    room_of = {ags: one.room for ags, one in decisions.items()}
    room_of |= {one.ags: rooms_of(fassung)[one.ags] for one in kept}
    yield "  # Vorschlag nach dem Gravitationsmodell; gehört ans Ende der Liste „fassungen“."
    yield f'  - schluessel: "{_free_key(report)}"'
    yield f"    titel: {_scalar(fassung.titel)}"
    yield f"    seit: {report.kreis.stichtag.isoformat()}"
    yield f"    verfahren: {_scalar(fassung.verfahren)}"
    yield from _folded("    ", "erlaeuterung", _explanation(report, fassung, modell, room_of))
    yield f"    modell: {_model(modell)}"
    yield "    zuordnung:"
    for name in report.geografie.raeume:
        members = [ags for ags, room in room_of.items() if room == name]
        yield f"      {_scalar(name)}:{'' if members else ' []'}"
        for ags in sorted(members):
            yield f'        - "{ags}"  # {report.geografie.kommunen[ags].name}'
    if kept:
        yield "    uebersteuerungen:"
    for one in kept:
        yield f'      - ags: "{one.ags}"'
        yield from _folded("        ", "grund", one.grund)


def _kept(fassung: Fassung, decisions: Decisions) -> Iterator[Uebersteuerung]:
    """Yield the exceptions that the model would still decide otherwise."""
    room_of = rooms_of(fassung)
    for one in fassung.uebersteuerungen:
        if room_of[one.ags] != decisions[one.ags].room:
            yield one


def _free_key(report: Report) -> str:
    """Return the year of the report's day, or the first key after it that no cut has."""
    day = report.kreis.stichtag
    taken = {one.schluessel for one in report.geografie.fassungen}
    keys = [str(day.year), *(f"{day.year}-{number}" for number in range(2, len(taken) + 3))]
    return next(key for key in keys if key not in taken)


def _explanation(
    report: Report, fassung: Fassung, modell: Raummodell, room_of: dict[str, str]
) -> str:
    kommunen, raeume = report.geografie.kommunen, report.geografie.raeume
    before = rooms_of(fassung)
    moved = [
        f"{kommunen[ags].name} (von {raeume[before[ags]].name} zu {raeume[room].name})"
        for ags, room in room_of.items()
        if before[ags] != room
    ]
    masse = report.indikatoren[modell.masse.key.name].titel
    start = (
        f"Gerechnet nach dem Gravitationsmodell mit Exponent {_number(modell.exponent, ',')} und "
        f"der Angabe „{masse}“ von {modell.jahr} als Masse."
    )
    title = f"Gegenüber der Fassung „{fassung.titel}“"
    if not moved:
        return f"{start} {title} wechselt keine Kommune den Raum."
    return f"{start} {title} wechseln: {', '.join(moved)}."


def _model(modell: Raummodell) -> str:
    parts = [
        f"exponent: {_number(modell.exponent)}",
        f"masse: {_scalar(modell.masse.key.name)}",
        f"jahr: {modell.jahr}",
    ]
    if modell.abseits:
        names = ", ".join(_quoted(ref.key.name) for ref in modell.abseits)
        parts.append(f"abseits: [{names}]")
    if modell.reisezeiten:
        parts.append(f"reisezeiten: {modell.reisezeiten.datei}")
    if modell.pendler:
        parts.append(f"pendler: {modell.pendler.datei}")
    return f"{{{', '.join(parts)}}}"


def _number(value: float, point: str = ".") -> str:
    return f"{value:g}".replace(".", point)


def _scalar(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _quoted(text: str) -> str:
    """Return a text for a list in brackets, where commas part the entries."""
    return text if re.fullmatch(r"[a-z][a-z0-9-]*", text) else json.dumps(text, ensure_ascii=False)


def _folded(indent: str, name: str, text: str) -> Iterator[str]:
    """Yield a long text in lines of its own; one whose line ends matter in quotes."""
    if text != " ".join(text.split()):
        yield f"{indent}{name}: {json.dumps(text, ensure_ascii=False)}"
        return
    yield f"{indent}{name}: >-"
    inner = indent + "  "
    width = WIDTH - len(inner)
    yield from (inner + line for line in wrap(text, width, break_on_hyphens=False))
