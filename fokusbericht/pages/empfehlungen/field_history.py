"""What became of a Handlungsfeld's name, and by whose word."""

from collections.abc import Iterable

from fokusbericht.model.base import Key
from fokusbericht.model.planning import Feldschritt, Handlungsfeld, Verbindlichkeit, Wandel
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Cell, Link, TimelineEntry
from fokusbericht.words.names import VERBINDLICHKEITEN, VERBINDLICHKEITEN_KURZ

StageKey = tuple[int, str]  # the year, and whether it was decided, proposed or reported
NAMING = (Wandel.BEGINN, Wandel.UMBENENNUNG, Wandel.ZUSAMMENLEGUNG, Wandel.TEILUNG)


def name_steps(feld: Handlungsfeld) -> tuple[Feldschritt, ...]:
    """Return the steps that gave the field a name for good: those only proposed are left out."""
    return tuple(
        step
        for step in feld.verlauf
        if step.was in NAMING and step.name and step.stand is not Verbindlichkeit.VORGESCHLAGEN
    )


def older_names(feld: Handlungsfeld) -> tuple[str, ...]:
    """Return the field's earlier names with the year of each: „Integration“ (2016)."""
    return tuple(
        f"„{step.name}“ ({step.datum.year})" for step in name_steps(feld) if step.name != feld.titel
    )


def links_by_year(report: Report, keys: Iterable[Key], year: int) -> tuple[Link, ...]:
    """Return links to fields, each with the name it had in a year if that was another."""
    return tuple(
        link_to(report, key, _name_note(report.handlungsfelder[key.name], year)) for key in keys
    )


def _name_note(feld: Handlungsfeld, year: int) -> str:
    steps = name_steps(feld)
    if any(step.was is Wandel.ZUSAMMENLEGUNG and step.datum.year > year for step in steps):
        return "damals noch getrennte Felder"
    past = [step.name for step in steps if step.datum.year <= year]
    return f"damals „{past[-1]}“" if past and past[-1] != feld.titel else ""


def history(report: Report, feld: Handlungsfeld) -> tuple[TimelineEntry, ...]:
    """Return the field's history, newest first."""
    return tuple(_entry(report, feld, step) for step in reversed(feld.verlauf))


def _entry(report: Report, feld: Handlungsfeld, step: Feldschritt) -> TimelineEntry:
    title = f"{VERBINDLICHKEITEN[step.stand]}: {_change(feld, step)}"
    link = link_to(report, step.beschluss.key, "Beschluss") if step.beschluss else None
    source = f" Quelle: {step.quelle}." if step.quelle else ""
    badge = VERBINDLICHKEITEN_KURZ[step.stand]
    return TimelineEntry(format_date(step.datum), title, f"{step.text}{source}", link, badge)


def _change(feld: Handlungsfeld, step: Feldschritt) -> str:
    name = f"„{step.name or feld.titel}“"
    return {
        Wandel.BEGINN: f"Handlungsfeld {name}",
        Wandel.UMBENENNUNG: f"neuer Name {name}",
        Wandel.ZUSAMMENLEGUNG: f"Felder zusammengelegt zu {name}",
        Wandel.TEILUNG: f"Feld geteilt, dabei {name}",
        Wandel.THEMA: f"Themen verschoben, {name}",
        Wandel.PRIORITAET: f"ob {name} Vorrang hat",
    }[step.was]


# --- The set of all fields ------------------------------------------------------------------------


def set_history(report: Report) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Return head and rows of a table: what each of today's fields was called, and when."""
    fields = sorted(report.handlungsfelder.values(), key=lambda one: (one.reihenfolge, one.key))
    moments = sorted({stage_key(step) for feld in fields for step in feld.verlauf if _names(step)})
    head = ("Heute", *(f"{year}, {_by_whom(stand)}" for year, stand in moments))
    rows = tuple(
        (
            Cell(feld.titel, link_to(report, feld.key).href),
            *(Cell(_names_at(feld, moment)) for moment in moments),
        )
        for feld in fields
    )
    return head, rows


def _by_whom(stand: str) -> str:
    return VERBINDLICHKEITEN_KURZ[Verbindlichkeit(stand)]


def _names(step: Feldschritt) -> bool:
    return bool(step.name) and step.was is not Wandel.PRIORITAET


def stage_key(step: Feldschritt) -> StageKey:
    """Return when a step was taken, and by whose word."""
    return step.datum.year, step.stand.value


def _names_at(feld: Handlungsfeld, moment: StageKey) -> str:
    """Return the names given at a moment; one the field already had is no news."""
    borne = {step.name for step in name_steps(feld) if stage_key(step) < moment}
    names = [step.name for step in feld.verlauf if _names(step) and stage_key(step) == moment]
    return "; ".join(name for name in dict.fromkeys(names) if name not in borne) or "unverändert"
