"""The histories of all Handlungsfelder as strands: what wide and narrow river are drawn from."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from fokusbericht.charts.drawn.strands import (
    PROPOSED,
    Stage,
    StageLabel,
    Strand,
    Strands,
    TopicMove,
)
from fokusbericht.model.base import PartialDate
from fokusbericht.model.planning import Feldschritt, Handlungsfeld, Verbindlichkeit, Wandel
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.field_history import StageKey, stage_key
from fokusbericht.pages.planung.diagrams import NarrowRiverPicture, RiverPicture
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Cell
from fokusbericht.words import phrases
from fokusbericht.words.names import VERBINDLICHKEITEN_KURZ


@dataclass(slots=True)
class _Tracing:
    """What is found while the steps are read one by one."""

    stage_keys: tuple[StageKey, ...]
    givers: frozenset[str]  # the names of fields that topics come from
    strands: list[Strand] = field(default_factory=list)
    moving: list[tuple[int, str, int, str]] = field(default_factory=list)


def ordered_fields(report: Report) -> tuple[Handlungsfeld, ...]:
    """Return the fields in their order."""
    found = report.handlungsfelder.values()
    return tuple(sorted(found, key=lambda one: (one.reihenfolge, one.key)))


def field_strands(report: Report, fields: tuple[Handlungsfeld, ...]) -> Strands:
    """Return the strands of some fields, in the order of the fields."""
    stage_keys = tuple(sorted({stage_key(step) for one in fields for step in one.verlauf}))
    tracing = _Tracing(stage_keys, frozenset(step.von for one in fields for step in one.verlauf))
    for number, one in enumerate(fields):
        for step in sorted(one.verlauf, key=stage_key):
            _take(tracing, number, one, step)
    stages = tuple(
        Stage(str(year), VERBINDLICHKEITEN_KURZ[Verbindlichkeit(stand)])
        for year, stand in stage_keys
    )
    return Strands(stages, tuple(tracing.strands), tuple(_moves(tracing)))


def neighbouring(fields: tuple[Handlungsfeld, ...]) -> tuple[Handlungsfeld, ...]:
    """Return fields so that two between which a topic moved are next to each other."""
    found = list(fields)
    for one in fields:
        for step in one.verlauf:
            source = next((two for two in fields if two is not one and _bore(two, step.von)), None)
            if source:
                found.remove(source)
                found.insert(found.index(one) + 1, source)
    return tuple(found)


def _bore(one: Handlungsfeld, name: str) -> bool:
    return bool(name) and any(step.name == name for step in one.verlauf)


def _take(tracing: _Tracing, number: int, one: Handlungsfeld, step: Feldschritt) -> None:
    stage = tracing.stage_keys.index(stage_key(step))
    name, state = step.name or one.titel, step.stand.value
    own = [i for i, strand in enumerate(tracing.strands) if strand.field == number]
    alive = [i for i in own if tracing.strands[i].last is None]
    decided = state != PROPOSED
    named = StageLabel(stage, name, state)
    if step.was is Wandel.ZUSAMMENLEGUNG and decided and alive:
        for i in alive:
            tracing.strands[i] = replace(tracing.strands[i], last=stage)
        tracing.strands.append(Strand(number, stage, (named,), tuple(alive)))
    elif not alive or (decided and _is_another(tracing, alive, step)):
        tracing.strands.append(Strand(number, stage, (named,)))
    else:
        at = next((i for i in alive if _is_called(tracing.strands[i], step.vorher)), alive[0])
        labels = (*tracing.strands[at].labels, *_labels(tracing, tracing.strands[at], step, named))
        tracing.strands[at] = replace(tracing.strands[at], labels=labels)
        if step.von:
            tracing.moving.append((stage, step.von, at, state))


def _is_another(tracing: _Tracing, alive: list[int], step: Feldschritt) -> bool:
    """Tell whether a step begins a strand; what is left of a divided one bears a new name."""
    if step.was is Wandel.TEILUNG:
        borne = [name.text for i in alive for name in tracing.strands[i].names()[-1:]]
        return step.vorher not in borne
    return step.was is Wandel.BEGINN


def _is_called(strand: Strand, name: str) -> bool:
    return any(one.text == name for one in strand.names())


def _labels(
    tracing: _Tracing, strand: Strand, step: Feldschritt, named: StageLabel
) -> Iterator[StageLabel]:
    """Yield what a step says: a name if it is a new one, where a topic is from, who comes first."""
    if step.was is Wandel.PRIORITAET:
        yield replace(named, text=first_or_not(step), is_note=True)
        return
    if not _is_called(strand, named.text):
        yield named
    if step.von:
        yield replace(named, text=f"mit Themen aus „{step.von}“", is_note=True)
    elif step.was is Wandel.THEMA:
        gives = any(_is_called(strand, name) for name in tracing.givers)
        yield replace(named, text="gibt Themen ab" if gives else "andere Themen", is_note=True)


def first_or_not(step: Feldschritt) -> str:
    """Return in words whether a field comes first, or is to."""
    if step.vorrang is None:
        return "Vorrang beraten"
    if step.stand is Verbindlichkeit.VORGESCHLAGEN:
        return "soll Vorrang haben" if step.vorrang else "soll keinen Vorrang haben"
    return "hat Vorrang" if step.vorrang else "hat keinen Vorrang"


def _moves(tracing: _Tracing) -> Iterator[TopicMove]:
    for stage, name, target, state in tracing.moving:
        sources = (i for i, one in enumerate(tracing.strands) if _is_called(one, name))
        source = next(sources, None)
        if source is not None and source != target:
            yield TopicMove(stage, source, target, state)


# --- Pictures, and who comes first ----------------------------------------------------------------


def names_of(report: Report, feld: Handlungsfeld) -> NarrowRiverPicture | None:
    """Return the course of one field; None if its history is not known."""
    if not feld.verlauf:
        return None
    title = f"Wie „{feld.titel}“ zu seinem Namen kam"
    said = "Was wann geschah und wer es sagt, steht in der Liste daneben."
    return NarrowRiverPicture(field_strands(report, (feld,)), title, said)


def river_of(report: Report) -> RiverPicture | None:
    """Return the history of all fields; None if nothing of it is known."""
    fields = neighbouring(ordered_fields(report))
    strands = field_strands(report, fields)
    if not strands.strands:
        return None
    # What was divided later is one, though each part tells it as its beginning.
    begun = len({one.labels[0].text for one in strands.strands if one.first == 0})
    today = sum(one.last is None for one in strands.strands)
    first = strands.stages[0].year
    description = (
        f"{first} gab es {_fields(begun)}, heute gibt es {_fields(today)}. "
        "Alle Namen stehen in der Tabelle."
    )
    return RiverPicture(strands, "Die Handlungsfelder im Lauf der Jahre", description)


def _fields(number: int) -> str:
    return phrases.count(number, "Handlungsfeld", "Handlungsfelder", "ein")


def priorities(report: Report) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of a table: when who wanted which fields to come first, and which not."""
    found: dict[tuple[date, str], list[tuple[bool, str]]] = {}
    dates: dict[tuple[date, str], PartialDate] = {}
    for one in ordered_fields(report):
        for step in one.verlauf:
            if step.was is Wandel.PRIORITAET and step.vorrang is not None:
                key = (step.datum.latest(), step.stand.value)
                dates[key] = step.datum
                found.setdefault(key, []).append((step.vorrang, step.name or one.titel))
    return tuple(_priority(dates[key], key[1], found[key]) for key in sorted(found))


def _priority(day: PartialDate, stand: str, found: list[tuple[bool, str]]) -> tuple[Cell, ...]:
    yes = phrases.listing([name for is_first, name in found if is_first]) or "–"
    no = phrases.listing([name for is_first, name in found if not is_first]) or "–"
    word = VERBINDLICHKEITEN_KURZ[Verbindlichkeit(stand)]
    return Cell(format_date(day)), Cell(word), Cell(yes), Cell(no)
