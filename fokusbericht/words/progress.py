"""How far a recommendation has come: its way as dots, its state as words, its row in lists."""

from collections.abc import Iterable

from fokusbericht.model.lives import Schritt, Stand, Verlaufsschritt
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.views import RecommendationRow, Step
from fokusbericht.words import phrases
from fokusbericht.words.names import ARTEN, STUFEN

# The dots of the way, and the steps each stands for.
STAGES = (
    ("Vorschlag", (Schritt.VORGESCHLAGEN,)),
    ("Einschätzung", (Schritt.EINGESCHAETZT,)),
    ("Beratung", (Schritt.VORLAGE, Schritt.AUSSCHUSS)),
    ("Kreistag", (Schritt.KREISTAG,)),
    ("Umsetzung", (Schritt.IN_UMSETZUNG,)),
    ("Abschluss", (Schritt.UMGESETZT, Schritt.EINGESTELLT)),
)
LABELS = {
    Stand.VERTAGT: "Kreistag: vertagt",
    Stand.BESCHLOSSEN: "Kreistag: beschlossen",
    Stand.ABGELEHNT: "Kreistag: abgelehnt",
    Stand.UMGESETZT: "Umgesetzt",
    Stand.EINGESTELLT: "Eingestellt",
}
DOTS = {Stand.UMGESETZT: "good", Stand.ABGELEHNT: "bad", Stand.EINGESTELLT: "bad"}


def way_of(empfehlung: Handlungsempfehlung) -> tuple[Step, ...]:
    """Return the dots of a recommendation's way."""
    return tuple(_dot(empfehlung, number) for number in range(len(STAGES)))


def _dot(empfehlung: Handlungsempfehlung, number: int) -> Step:
    label, schritte = STAGES[number]
    today = _stage_of(empfehlung.verlauf[-1])
    own = [step for step in empfehlung.verlauf if step.schritt in schritte]
    date = format_date(own[-1].datum) if own and number <= today else ""
    if number < today:
        return Step(label, date, "done" if own else "skipped")
    stand = empfehlung.stand()
    if number == today:
        return Step(LABELS.get(stand, label), date, DOTS.get(stand, "current"))
    return Step(label, date, "skipped" if stand in DOTS else "open")


def _stage_of(step: Verlaufsschritt) -> int:
    return next(number for number, (_, steps) in enumerate(STAGES) if step.schritt in steps)


def state_of(empfehlung: Handlungsempfehlung) -> str:
    """Return today's state as part of a sentence: in Umsetzung seit Mai 2022."""
    stand, day = empfehlung.stand(), _begin(empfehlung).datum
    when, since = phrases.when(day), phrases.since(day)
    return {
        Stand.VORGESCHLAGEN: f"vorgeschlagen {when}",
        Stand.EINGESCHAETZT: f"eingeschätzt {when}",
        Stand.IN_BERATUNG: f"in Beratung {since}",
        Stand.VERTAGT: f"vom Kreistag vertagt {when}",
        Stand.BESCHLOSSEN: f"vom Kreistag beschlossen {when}",
        Stand.ABGELEHNT: f"vom Kreistag abgelehnt {when}",
        Stand.IN_UMSETZUNG: f"in Umsetzung {since}",
        Stand.UMGESETZT: f"umgesetzt {when}",
        Stand.EINGESTELLT: f"eingestellt {when}",
    }[stand]


def _begin(empfehlung: Handlungsempfehlung) -> Verlaufsschritt:
    """Return the step that brought today's state: later ones of the same state only add news."""
    begin = empfehlung.verlauf[-1]
    for step in reversed(empfehlung.verlauf):
        if step.stand() is not empfehlung.stand():
            break
        begin = step
    return begin


def silence_of(report: Report, empfehlung: Handlungsempfehlung) -> str:
    """Return how long there has been no news, or nothing."""
    return phrases.silence(empfehlung.silent_months(report.kreis.stichtag))


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
