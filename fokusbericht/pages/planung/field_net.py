"""What the Handlungsfelder have to do with each other: the net of one, and of all."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model.base import Key
from fokusbericht.model.planning import Handlungsfeld
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.planung.diagrams import ArcsPicture, StarPicture
from fokusbericht.pages.planung.field_strands import ordered_fields
from fokusbericht.views import Cell, Link
from fokusbericht.words import phrases


@dataclass(frozen=True, slots=True)
class Interaction:
    """Another field, and what the two have to do with each other."""

    link: Link
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Net:
    """The net of all fields, and the same as a table."""

    picture: ArcsPicture
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def interactions(report: Report, feld: Handlungsfeld) -> Iterator[Interaction]:
    """Yield the fields this one has to do with, whichever side wrote it down."""
    reasons: dict[Key, list[str]] = {}
    for own in feld.wechselwirkungen:
        reasons.setdefault(own.feld.key, []).append(own.grund)
    for other in report.handlungsfelder.values():
        for theirs in other.wechselwirkungen:
            if theirs.feld.key == feld.key:
                reasons.setdefault(other.key, []).append(theirs.grund)
    for key in sorted(reasons, key=lambda one: (report.handlungsfelder[one.name].reihenfolge, one)):
        yield Interaction(link_to(report, key), tuple(dict.fromkeys(reasons[key])))


def star(feld: Handlungsfeld, found: tuple[Interaction, ...]) -> StarPicture | None:
    """Return the net around one field; None if it has to do with no other."""
    names = tuple(one.link.title for one in found)
    if not names:
        return None
    quoted = phrases.listing([f"„{name}“" for name in names])
    description = f"Das Feld „{feld.titel}“ hängt zusammen mit {quoted}. Die Gründe stehen daneben."
    return StarPicture(feld.titel, names, f"Womit „{feld.titel}“ zusammenhängt", description)


def whole_net(report: Report) -> Net | None:
    """Return the net of all fields; None if nobody wrote down any tie."""
    fields = ordered_fields(report)
    place = {one.key: number for number, one in enumerate(fields)}
    pairs: dict[tuple[int, int], list[str]] = {}
    for one in fields:
        for own in one.wechselwirkungen:
            first, second = sorted((place[one.key], place[own.feld.key]))
            pairs.setdefault((first, second), []).append(own.grund)
    if not pairs:
        return None
    rows = tuple(
        (Cell(fields[a].titel), Cell(fields[b].titel), Cell(" ".join(pairs[a, b])))
        for a, b in sorted(pairs)
    )
    number = phrases.count(len(pairs), "Verbindung", "Verbindungen")
    description = (
        f"{number} zwischen den Handlungsfeldern. Welche das sind und warum, sagt die Tabelle."
    )
    picture = ArcsPicture(
        tuple(one.titel for one in fields),
        tuple(sorted(pairs)),
        "Welche Handlungsfelder zusammenhängen",
        description,
    )
    return Net(picture, ("Feld", "hängt zusammen mit", "Warum"), rows)
