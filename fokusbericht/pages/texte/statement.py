"""The statement on accessibility, with the parts that (EU) 2018/1523 asks for."""

from dataclasses import dataclass

from fokusbericht.model.kreis import (
    Barriere,
    Barrierefreiheit,
    Barrierenart,
    Beschwerdestelle,
    Pruefmethode,
    Vereinbarkeit,
)
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.feedback import Feedback, feedback_on_barriers
from fokusbericht.text.formatting import format_date

GROUPS = {
    Barrierenart.UNVEREINBAR: "Unvereinbar mit den Anforderungen",
    Barrierenart.BELASTUNG: "Unverhältnismäßige Belastung",
    Barrierenart.AUSSERHALB: "Nicht von den Vorschriften erfasst",
}
METHODS = {
    Pruefmethode.SELBST: "eine Selbstbewertung",
    Pruefmethode.DRITTE: "eine Bewertung durch Dritte",
}
EXTENTS = {
    Vereinbarkeit.VOLLSTAENDIG: "vollständig",
    Vereinbarkeit.TEILWEISE: "teilweise",
    Vereinbarkeit.NICHT: "nicht",
}


@dataclass(frozen=True, slots=True)
class BarrierGroup:
    """All that is not accessible for one reason."""

    title: str
    barriers: tuple[Barriere, ...]


@dataclass(frozen=True, slots=True)
class AccessibilityStatement:
    """The statement, part by part."""

    scope: str
    state: str
    groups: tuple[BarrierGroup, ...]
    making: tuple[str, ...]
    feedback: Feedback | None
    enforcement: Beschwerdestelle


def statement(report: Report) -> AccessibilityStatement | None:
    """Return the statement on accessibility, if there was an audit."""
    found = report.kreis.barrierefreiheit
    if found is None:
        return None
    return AccessibilityStatement(
        scope=_scope(report),
        state=_state(found),
        groups=_groups(found),
        making=_making(found),
        feedback=feedback_on_barriers(report),
        enforcement=found.beschwerdestelle,
    )


def _scope(report: Report) -> str:
    kreis = report.kreis
    scope = f"Diese Erklärung gilt für die Website {kreis.basis_url}/."
    # As long as no public office answers for the site, none can promise anything.
    if kreis.hinweis:
        return (
            f"{scope} Sie ist ein Entwurf nach dem Muster der Europäischen Union "
            "(Durchführungsbeschluss (EU) 2018/1523). Abgeben kann sie nur, wer die Website als "
            "öffentliche Stelle betreibt."
        )
    return (
        f"{scope} Verantwortlich ist: {kreis.kontakt.stelle}. Die Stelle ist bemüht, die Website "
        "im Einklang mit den Vorschriften zur Umsetzung der Richtlinie (EU) 2016/2102 "
        "barrierefrei zugänglich zu machen."
    )


def _state(found: Barrierefreiheit) -> str:
    cause = {
        Vereinbarkeit.VOLLSTAENDIG: "",
        Vereinbarkeit.TEILWEISE: " Was noch fehlt, steht im nächsten Abschnitt.",
        Vereinbarkeit.NICHT: " Woran das liegt, steht im nächsten Abschnitt.",
    }[found.stand]
    extent = EXTENTS[found.stand]
    return f"Die Website ist {extent} vereinbar mit diesen Vorschriften: {found.massstab}.{cause}"


def _groups(found: Barrierefreiheit) -> tuple[BarrierGroup, ...]:
    by_kind = {art: tuple(one for one in found.barrieren if one.art is art) for art in GROUPS}
    return tuple(BarrierGroup(GROUPS[art], those) for art, those in by_kind.items() if those)


def _making(found: Barrierefreiheit) -> tuple[str, ...]:
    return (
        f"Diese Erklärung wurde am {format_date(found.erstellt)} erstellt. "
        f"Die Website wurde zuletzt am {format_date(found.geprueft)} geprüft.",
        f"Grundlage ist {METHODS[found.methode]}: {found.verfahren}",
    )
