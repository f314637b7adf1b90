"""How far a recommendation has come: its way as dots, its state as words, its row in lists."""

from collections.abc import Iterable, Sequence

from fokusbericht.model.lives import (
    FAILED,
    SESSIONS,
    Schritt,
    Stand,
    Verlaufsschritt,
    Vorgang,
)
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.views import RecommendationRow, Step
from fokusbericht.words import phrases
from fokusbericht.words.names import ARTEN, ERGEBNISSE, SCHRITTE, STAENDE, STUFEN

# The dots of the way, and the steps each stands for; news stand for none.
STAGES = (
    ("Vorschlag", (Schritt.VORGESCHLAGEN,)),
    ("Einschätzung", (Schritt.EINGESCHAETZT,)),
    ("Beratung", (Schritt.VORLAGE, Schritt.AUSSCHUSS)),
    ("Kreistag", (Schritt.KREISTAG,)),
    ("Umsetzung", (Schritt.AUFTRAG, Schritt.IN_UMSETZUNG, Schritt.AUSGESETZT)),
    ("Abschluss", (Schritt.UMGESETZT, Schritt.EINGESTELLT, Schritt.AUFGEHOBEN)),
)
# Steps whose dot is named after them, and not after its stage.
NAMED = (
    *(Schritt.AUFTRAG, Schritt.AUSGESETZT),
    *(Schritt.UMGESETZT, Schritt.EINGESTELLT, Schritt.AUFGEHOBEN),
)
DOTS = {Stand.UMGESETZT: "good", **dict.fromkeys(FAILED, "bad")}
BODIES = {Schritt.KREISTAG: "vom Kreistag ", Schritt.AUSSCHUSS: "im Ausschuss "}


def way_of(empfehlung: Handlungsempfehlung) -> tuple[Step, ...]:
    """Return the dots of a recommendation's way."""
    told = [step for step in empfehlung.verlauf if step.schritt is not Schritt.BERICHT]
    last = told[-1] if told else None
    return tuple(_dot(empfehlung.stand(), told, last, number) for number in range(len(STAGES)))


def _dot(
    stand: Stand, told: Sequence[Verlaufsschritt], last: Verlaufsschritt | None, number: int
) -> Step:
    label, schritte = STAGES[number]
    today = _stage_of(last) if last else 0
    own = [step for step in told if step.schritt in schritte]
    date = format_date(own[-1].datum) if own and number <= today else ""
    if number < today:
        return Step(label, date, "done" if own else "skipped")
    if number == today:
        return Step(_label(last, label), date, DOTS.get(stand, "current"))
    return Step(label, date, "skipped" if stand in DOTS else "open")


def _stage_of(step: Verlaufsschritt) -> int:
    return next(number for number, (_, steps) in enumerate(STAGES) if step.schritt in steps)


def _label(step: Verlaufsschritt | None, label: str) -> str:
    """Return the name of a dot with what came out there: "Kreistag: beschlossen"."""
    if step is None:
        return label
    if step.schritt in SESSIONS:
        return f"{SCHRITTE[step.schritt]}: {ERGEBNISSE[step.ergebnis]}" if step.ergebnis else label
    return SCHRITTE[step.schritt] if step.schritt in NAMED else label


def state_of(vorgang: Vorgang) -> str:
    """Return today's state as part of a sentence: in Umsetzung seit Mai 2022."""
    stand, begin = vorgang.stand(), _begin(vorgang)
    when, since = phrases.when(begin.datum), phrases.since(begin.datum)
    by = "" if isinstance(vorgang, Beschluss) else BODIES.get(begin.schritt, "")
    if stand in (Stand.IN_BERATUNG, Stand.IN_UMSETZUNG, Stand.AUSGESETZT):
        return f"{STAENDE[stand]} {since}"
    if stand is Stand.UNGEKLAERT:
        return f"{STAENDE[stand]} ({format_date(begin.datum)})"
    return f"{by}{STAENDE[stand]} {when}"


def _begin(vorgang: Vorgang) -> Verlaufsschritt:
    """Return the step that brought today's state: later ones of the same state only add news."""
    steps, stand = vorgang.steps(), vorgang.stand()
    begin = steps[-1]
    for step in reversed(steps):
        if step.stand() is stand:
            begin = step
        elif step.stand() is not None:
            break
    return begin


def silence_of(report: Report, vorgang: Vorgang) -> str:
    """Return how long there has been no news, or nothing."""
    last = vorgang.steps()[-1].datum
    return phrases.silence(vorgang.silent_months(report.kreis.stichtag), not last.month)


def row_of(report: Report, empfehlung: Handlungsempfehlung) -> RecommendationRow:
    """Return a recommendation as a row of a list."""
    stufe = empfehlung.steuerungsrelevanz
    fields = ", ".join(report.titles[ref.key] for ref in empfehlung.handlungsfelder)
    kind = f"{ARTEN[empfehlung.art]} {empfehlung.key.name}"
    return RecommendationRow(
        title=empfehlung.titel,
        href=url_of(report, empfehlung.key),
        meta=" · ".join(part for part in (kind, fields) if part),
        steps=way_of(empfehlung),
        state=state_of(empfehlung),
        silence=silence_of(report, empfehlung),
        is_example=empfehlung.beispiel,
        grade=STUFEN[stufe] if stufe else "",
        grade_kind=stufe.value if stufe else "",
    )


def newest_first(empfehlungen: Iterable[Handlungsempfehlung]) -> list[Handlungsempfehlung]:
    """Return recommendations by year, newest first, within a year by number."""
    return sorted(empfehlungen, key=lambda one: (-one.jahr, one.key.name))


def rows_of(
    report: Report, empfehlungen: Iterable[Handlungsempfehlung]
) -> tuple[RecommendationRow, ...]:
    """Return recommendations as rows, newest first."""
    return tuple(row_of(report, one) for one in newest_first(empfehlungen))
