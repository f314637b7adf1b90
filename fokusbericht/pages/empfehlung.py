"""/handlungsempfehlungen/<id>/: a recommendation, how it was graded and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model import (
    Handlungsempfehlung,
    Key,
    Quelle,
    Report,
    Schritt,
    Stufe,
    Verlaufsschritt,
)
from fokusbericht.output import Output
from fokusbericht.pages import phrases
from fokusbericht.pages.asides import LinkGroup, filled, keys_of, link_group
from fokusbericht.pages.facets import ALL, ART, EINSCHAETZUNG, JAHR, OHNE, STAND
from fokusbericht.pages.field_history import links_by_year
from fokusbericht.pages.frame import link_to, neighbours, page_output, thing_page
from fokusbericht.pages.names import ARTEN, ERGEBNISSE, OHNE_STUFE, SCHRITTE, STAENDE, STUFEN
from fokusbericht.pages.progress import silence_of, state_of, successors_of, way_of
from fokusbericht.pages.texts import prose_view
from fokusbericht.pages.views import Cell, Entry, Fact, Step
from fokusbericht.render import ProseView, datum
from fokusbericht.urls import url_of

TEMPLATE = "empfehlung.html"


@dataclass(frozen=True, slots=True)
class GradeView:
    """How far the county can steer it, by which criteria, and the answer to the group."""

    grade: str
    kind: str
    date: str
    reason: str
    criteria: tuple[tuple[Cell, ...], ...]
    answer: str


@dataclass(frozen=True, slots=True)
class EmpfehlungView:
    """A recommendation."""

    lead: str
    overline: str
    way: tuple[Step, ...]
    state: str
    silence: str
    last_news: str
    body: ProseView
    grade: GradeView | None
    costs: str
    options: str
    stance: str
    history: tuple[Entry, ...]
    facts: tuple[Fact, ...]
    aside: tuple[LinkGroup, ...]
    sources: tuple[Quelle, ...]
    citation: str


def plan(report: Report) -> Iterator[Output]:
    """Plan all recommendations."""
    for empfehlung in report.empfehlungen.values():
        yield _plan_empfehlung(report, empfehlung)


def _plan_empfehlung(report: Report, empfehlung: Handlungsempfehlung) -> Output:
    jahr = str(empfehlung.jahr)
    before, after = neighbours(report, _of_year(report, empfehlung.jahr), empfehlung.key)
    page = thing_page(
        report,
        empfehlung,
        parents=[("Handlungsempfehlungen", ALL), (jahr, f"{ALL}{JAHR.name}/{jahr}/")],
        previous=before,
        following=after,
    )
    return page_output(report, TEMPLATE, page, _view(report, empfehlung), empfehlung.place)


def _of_year(report: Report, jahr: int) -> tuple[Key, ...]:
    return tuple(sorted(one.key for one in report.empfehlungen.values() if one.jahr == jahr))


def _view(report: Report, empfehlung: Handlungsempfehlung) -> EmpfehlungView:
    finanzen, silence = empfehlung.finanzen, silence_of(report, empfehlung)
    return EmpfehlungView(
        lead=empfehlung.kurz,
        overline=f"{ARTEN[empfehlung.art]} {empfehlung.key.name}",
        way=way_of(empfehlung),
        state=_sentence(state_of(empfehlung)),
        silence=_sentence(silence),
        last_news=_last_news(report, empfehlung) if silence else "",
        body=prose_view(report, empfehlung.body),
        grade=_grade(empfehlung),
        costs=finanzen.kosten if finanzen else "",
        options=finanzen.moeglichkeiten if finanzen else "",
        stance=empfehlung.haltung_kommunen,
        history=tuple(_entry(report, step) for step in reversed(empfehlung.verlauf)),
        facts=tuple(_facts(empfehlung)),
        aside=_aside(report, empfehlung),
        sources=empfehlung.quellen,
        citation=_citation(report, empfehlung),
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _last_news(report: Report, empfehlung: Handlungsempfehlung) -> str:
    last = phrases.when(empfehlung.verlauf[-1].datum)
    if last.isdigit():
        last = f"aus dem Jahr {last}"
    counted = datum(report.kreis.stichtag)
    last = last.replace("im ", "vom ", 1).replace("am ", "vom ", 1)
    return f"Die letzte Nachricht ist {last}. Gezählt wird bis zum {counted}."


def _grade(empfehlung: Handlungsempfehlung) -> GradeView | None:
    grading, stufe = empfehlung.einschaetzung, empfehlung.steuerungsrelevanz
    if grading is None:
        return None
    return GradeView(
        grade=STUFEN[stufe] if stufe else OHNE_STUFE,
        kind=stufe.value if stufe else "",
        date=f"Eingeschätzt {phrases.when(grading.datum)}",
        reason=grading.begruendung,
        criteria=tuple(
            (Cell(one.name), Cell(STUFEN[one.stufe]), Cell(one.grund)) for one in grading.kriterien
        ),
        answer=grading.antwort,
    )


def _entry(report: Report, step: Verlaufsschritt) -> Entry:
    title = step.gremium if step.gremium and _is_in_body(step) else SCHRITTE[step.schritt]
    if step.ergebnis:
        title = f"{title}: {ERGEBNISSE[step.ergebnis]}"
    link = link_to(report, step.beschluss.key, "Beschluss") if step.beschluss else None
    badge = f"Vorlage {step.vorlage}" if step.vorlage else ""
    return Entry(datum(step.datum), title, step.text, link, badge)


def _is_in_body(step: Verlaufsschritt) -> bool:
    return step.schritt in (Schritt.AUSSCHUSS, Schritt.KREISTAG)


def _facts(empfehlung: Handlungsempfehlung) -> Iterator[Fact]:
    art, jahr, stand = empfehlung.art, str(empfehlung.jahr), empfehlung.stand()
    yield Fact("Art", ARTEN[art], f"{ALL}{ART.name}/{art.value}/")
    yield Fact("Jahr", jahr, f"{ALL}{JAHR.name}/{jahr}/")
    yield Fact("Stand", STAENDE[stand], f"{ALL}{STAND.name}/{stand.value}/")
    yield _grade_fact(empfehlung.steuerungsrelevanz)
    if empfehlung.zustaendig:
        yield Fact("Zuständig", empfehlung.zustaendig)


def _grade_fact(stufe: Stufe | None) -> Fact:
    value = stufe.value if stufe else OHNE
    text = STUFEN[stufe] if stufe else OHNE_STUFE
    return Fact("Steuerungsrelevanz", text, f"{ALL}{EINSCHAETZUNG.name}/{value}/")


def _aside(report: Report, empfehlung: Handlungsempfehlung) -> tuple[LinkGroup, ...]:
    fields = links_by_year(report, keys_of(empfehlung.handlungsfelder), empfehlung.jahr)
    return filled(
        (
            LinkGroup("Handlungsfelder", fields),
            link_group(report, "Fokusgruppen", keys_of(empfehlung.fokusgruppen)),
            link_group(report, "Für wen", keys_of(empfehlung.zielgruppen)),
            link_group(report, "Wo", keys_of(empfehlung.raeume)),
            link_group(report, "Zahlen dazu", keys_of(empfehlung.indikatoren)),
            link_group(report, "Geht zurück auf", keys_of(empfehlung.vorgaenger)),
            link_group(report, "Fortgeführt in", successors_of(report, empfehlung.key)),
        )
    )


def _citation(report: Report, empfehlung: Handlungsempfehlung) -> str:
    """Return how to cite it; an example is nobody's statement."""
    kreis = report.kreis
    author = "" if empfehlung.beispiel else f"{kreis.name}: "
    kind = "Beispiel" if empfehlung.beispiel else ARTEN[empfehlung.art]
    address = kreis.basis_url + url_of(report, empfehlung.key)
    name = empfehlung.key.name
    return f"{author}{empfehlung.titel}. {kind} {name}. {kreis.titel}. {address}"
