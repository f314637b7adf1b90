"""The gravitation model as tables and in words: each decision, other exponents, sizes of rooms."""

from collections.abc import Iterable, Iterator, Mapping
from math import inf

from fokusbericht.figures.areas import raum_link
from fokusbericht.model.figures import Indikator
from fokusbericht.model.places import Raummodell
from fokusbericht.model.report import Report
from fokusbericht.statistics.classify import class_of
from fokusbericht.statistics.gravity import Assignment
from fokusbericht.statistics.rooms import Decisions, decide, masses, with_exponent
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.urls import url_of
from fokusbericht.views import Cell
from fokusbericht.words.german import alphabetical
from fokusbericht.words.phrases import listing

# How many times stronger the first is than the second: where the words for it change.
MARGINS = (1.1, 1.5, 3.0)
WORDS = ("knapp", "erkennbar", "deutlich", "sehr deutlich")
EXPONENTS = (1.0, 1.5, 2.0, 2.5, 3.0)
ALONE = "ohne zweiten Raum"
NOTHING = "–"


def is_centre(decision: Assignment) -> bool:
    """Say whether a Kommune is a centre itself: without distance the pull knows no bounds."""
    return decision.pulls[0].strength == inf


def margin_class(decision: Assignment) -> int:
    """Return the number of the class of a margin, 0 for the closest; by what is shown of it."""
    return class_of(round(decision.margin, 2), MARGINS)


def margin_text(decision: Assignment) -> str:
    """Return how clear a decision is: "1,02-fach: knapp"."""
    margin = round(decision.margin, 2)
    if margin == inf:
        return ALONE
    times = format_number(margin, 0 if margin >= 10 else 2)
    return f"{times}-fach: {WORDS[margin_class(decision)]}"


def share_text(decision: Assignment, position: int) -> str:
    """Return the part of all pull on a Kommune that comes from one room: 45,1 %."""
    total = sum(pull.strength for pull in decision.pulls)
    share = decision.pulls[position].strength / total * 100 if total else 0.0
    return format_quantity(share, "%", 1)


def short(number: float) -> str:
    """Return a number with no more digits than it needs, the German way: 2, 1,5."""
    return f"{number:g}".replace(".", ",")


def decision_rows(
    report: Report, decisions: Decisions, room_of: Mapping[str, str], apart: Iterable[str]
) -> Iterator[tuple[Cell, ...]]:
    """Yield each Kommune with what draws it, the closest decision first, centres last."""
    outside = frozenset(apart)
    names = {ags: one.name for ags, one in report.geografie.kommunen.items()}
    for decision in sorted(
        decisions.values(),
        key=lambda one: (is_centre(one), one.margin, alphabetical(names[one.place])),
    ):
        kommune = report.geografie.kommunen[decision.place]
        room = raum_link(report, room_of[decision.place])
        is_exception = room_of[decision.place] != decision.room
        yield (
            Cell(kommune.name, url_of(report, kommune.key)),
            Cell(room.title, room.href, note="Ausnahme" if is_exception else ""),
            *_pull_cells(report, decision, decision.place in outside),
        )


def _pull_cells(report: Report, decision: Assignment, is_apart: bool) -> tuple[Cell, ...]:
    if is_centre(decision):
        word = "außerhalb der Rechnung" if is_apart else "ist selbst Zentrum"
        return Cell(word), Cell(NOTHING), Cell(NOTHING, number=True)
    names = [report.geografie.raeume[pull.room].name for pull in decision.pulls[:2]]
    cells = [Cell(name, note=share_text(decision, place)) for place, name in enumerate(names)]
    return (*cells, *[Cell(NOTHING)] * (2 - len(cells)), Cell(margin_text(decision), number=True))


def variants(report: Report, modell: Raummodell, decisions: Decisions) -> dict[float, Decisions]:
    """Return what the model says with the usual exponents and its own, rising."""
    found = {modell.exponent: decisions}
    for exponent in EXPONENTS:
        other = decide(report, with_exponent(modell, exponent))
        if other is not None:
            found.setdefault(exponent, other)
    return dict(sorted(found.items()))


def exponent_rows(
    report: Report, modell: Raummodell, found: Mapping[float, Decisions]
) -> Iterator[tuple[Cell, ...]]:
    """Yield for each exponent how many Kommunen would change their room, and which."""
    own = found[modell.exponent]
    for exponent, decisions in found.items():
        changed = {ags: one.room for ags, one in decisions.items() if one.room != own[ags].room}
        is_own = exponent == modell.exponent
        yield (
            Cell(f"{short(exponent)}{' (so gerechnet)' if is_own else ''}"),
            Cell(str(len(changed)), number=True),
            Cell(_moves(report, changed) or NOTHING),
        )


def _moves(report: Report, changed: Mapping[str, str]) -> str:
    """Return who would go where: "zu Barmstedt: Bilsen und Langeln; zu Elmshorn: Bevern"."""
    parts = []
    for room, raum in report.geografie.raeume.items():
        names = [report.geografie.kommunen[ags].name for ags, to in changed.items() if to == room]
        if names:
            parts.append(f"zu {raum.name}: {listing(sorted(names, key=alphabetical))}")
    return "; ".join(parts)


def stable_sentence(found: Mapping[float, Decisions]) -> str:
    """Return how many Kommunen keep their room whatever the exponent."""
    by_exponent = [{ags: one.room for ags, one in all_.items()} for all_ in found.values()]
    total = len(by_exponent[0])
    same = sum(len({rooms[ags] for rooms in by_exponent}) == 1 for ags in by_exponent[0])
    span = f"{short(min(found))} bis {short(max(found))}"
    return (
        f"Bei allen Exponenten in dieser Tabelle ({span}) zieht {same} von {total} Kommunen "
        "derselbe Raum am stärksten an."
    )


def size_rows(
    report: Report, modell: Raummodell, room_of: Mapping[str, str], decisions: Decisions
) -> Iterator[tuple[Cell, ...]]:
    """Yield each room with its centres, and how heavy it is; also without exceptions."""
    known = masses(report, modell)
    by_model = {ags: one.room for ags, one in decisions.items()}
    for name, raum in report.geografie.raeume.items():
        towns = [report.geografie.kommunen[ags].name for ags in raum.zentren]
        link = raum_link(report, name)
        row = (
            Cell(link.title, link.href),
            Cell(listing(towns)),
            Cell(str(sum(room == name for room in room_of.values())), number=True),
            _sum_cell(known, room_of, name),
        )
        yield row if by_model == room_of else (*row, _sum_cell(known, by_model, name))


def _sum_cell(known: Mapping[str, float], room_of: Mapping[str, str], name: str) -> Cell:
    members = [ags for ags, room in room_of.items() if room == name]
    if any(ags not in known for ags in members):
        return Cell("nicht bekannt", number=True)
    return Cell(format_number(sum(known[ags] for ags in members)), number=True)


def mass_text(indikator: Indikator, year: int) -> str:
    """Return what is weighed: "Bevölkerung 2017"."""
    return f"{indikator.titel} {year}"
