"""/handlungsempfehlungen/<id>/: a recommendation, how it was graded and what became of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.cards import Card, Station, Stations
from fokusbericht.figures.cards import card_frame
from fokusbericht.figures.stances import StancesView, stances_view
from fokusbericht.model.base import Key, Quelle
from fokusbericht.model.lives import Ergebnis
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.recommendations import Handlungsempfehlung, Stufe
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen import einstufungen
from fokusbericht.pages.empfehlungen.before_after import AroundView, around_view
from fokusbericht.pages.empfehlungen.facets import ALL, ART, EINSCHAETZUNG, JAHR, OHNE, STAND
from fokusbericht.pages.empfehlungen.field_history import links_by_year
from fokusbericht.pages.empfehlungen.life import LifeView, life_of
from fokusbericht.pages.empfehlungen.successions import SuccessionView, succession_view
from fokusbericht.pages.frame.asides import LinkGroup, filled, keys_of, link_group
from fokusbericht.pages.frame.cards import plan_card, with_card
from fokusbericht.pages.frame.links import link_to, links_to, neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.frame.statements import SourceMark, source_marks
from fokusbericht.pages.frame.texts import body_view
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import draft_url, url_of
from fokusbericht.views import Cell, Fact, Link, ProseView, Step
from fokusbericht.words import due, phrases
from fokusbericht.words.german import begun
from fokusbericht.words.names import ARTEN, ERGEBNISSE, KIND_NAMES, OHNE_STUFE, STAENDE, STUFEN
from fokusbericht.words.progress import silence_of, state_of, way_of
from fokusbericht.words.votes import vote_of

TEMPLATE = "empfehlungen/empfehlung.html"
MEANINGS = {
    Stufe.HOCH: "Der Kreis kann hier selbst viel bewegen.",
    Stufe.MITTEL: "Der Kreis kann hier etwas bewegen, aber nicht allein.",
    Stufe.GERING: (
        "Das heißt nicht, dass die Empfehlung unwichtig wäre: Hier entscheiden vor allem andere "
        "als der Kreis."
    ),
}
NOT_TOLD = "nicht verzeichnet"
DECISIONS = (Ergebnis.BESCHLOSSEN, Ergebnis.ABGELEHNT, Ergebnis.VERTAGT)
UNANSWERED = "Eine Antwort an die Fokusgruppe ist hier nicht verzeichnet."


@dataclass(frozen=True, slots=True)
class GradeView:
    """How far the county can steer it, by which criteria, and the answer to the group."""

    grade: str
    kind: str
    meaning: str
    date: str
    reason: str
    criteria: tuple[tuple[Cell, ...], ...]
    answer: str
    sources: tuple[SourceMark, ...]


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
    stances: StancesView | None
    next_step: str
    next_notes: tuple[str, ...]
    life: LifeView
    succession: SuccessionView | None
    around: AroundView | None
    method: tuple[Link, ...]
    facts: tuple[Fact, ...]
    aside: tuple[LinkGroup, ...]
    sources: tuple[Quelle, ...]
    citation: str
    draft: str  # address of the draft decision, a Word file; none once it is decided


def plan(report: Report) -> Iterator[Output]:
    """Plan all recommendations."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for name in report.empfehlungen:
        yield Batch(name, partial(_plan_empfehlung, report, name))


def _plan_empfehlung(report: Report, name: str) -> Iterator[Output]:
    empfehlung = report.empfehlungen[name]
    jahr = str(empfehlung.jahr)
    before, after = neighbours(report, _of_year(report, empfehlung.jahr), empfehlung.key)
    page = thing_page(
        report,
        empfehlung,
        parents=[("Handlungsempfehlungen", ALL), (jahr, f"{ALL}{JAHR.name}/{jahr}/")],
        previous=before,
        following=after,
        styles=("empfehlung.css",),
    )
    card = card_of(report, empfehlung)
    page = with_card(report, page, card)
    yield page_output(report, TEMPLATE, page, _view(report, empfehlung), empfehlung.place)
    yield from plan_card(report, page, card, empfehlung.place)


def card_of(report: Report, empfehlung: Handlungsempfehlung) -> Card:
    """Return what is shown where it is shared: its title, its way and its state."""
    stops = tuple(Station(one.label, one.date, one.state) for one in way_of(empfehlung))
    return Card(
        card_frame(report.kreis),
        f"{ARTEN[empfehlung.art]} {empfehlung.key.name}",
        empfehlung.titel,
        said=(f"{begun(state_of(empfehlung))}.",),
        picture=Stations(stops),
    )


def _of_year(report: Report, jahr: int) -> tuple[Key, ...]:
    return tuple(sorted(one.key for one in report.empfehlungen.values() if one.jahr == jahr))


def _view(report: Report, empfehlung: Handlungsempfehlung) -> EmpfehlungView:
    finanzen, silence = empfehlung.finanzen, silence_of(report, empfehlung)
    step = empfehlung.naechster_schritt
    return EmpfehlungView(
        lead=empfehlung.kurz,
        overline=f"{ARTEN[empfehlung.art]} {empfehlung.key.name}",
        way=way_of(empfehlung),
        state=begun(state_of(empfehlung)),
        silence=begun(silence),
        last_news=_last_news(report, empfehlung) if silence else "",
        body=body_view(report, empfehlung),
        grade=_grade(empfehlung),
        costs=finanzen.kosten if finanzen else "",
        options=finanzen.moeglichkeiten if finanzen else "",
        stances=stances_view(report, empfehlung),
        next_step=f"{due.limit_of(step)}: {due.what_of(step)}" if step else "",
        next_notes=due.notes(empfehlung, "", report.kreis.stichtag) if step else (),
        life=life_of(report, empfehlung),
        succession=succession_view(report, empfehlung.key),
        around=around_view(report, empfehlung),
        method=tuple(_method(report)),
        facts=tuple(_facts(report, empfehlung)),
        aside=_aside(report, empfehlung),
        sources=empfehlung.quellen,
        citation=citation(report, empfehlung),
        draft=draft_url(empfehlung.key) if empfehlung.is_undecided() else "",
    )


def _last_news(report: Report, empfehlung: Handlungsempfehlung) -> str:
    last = phrases.when(empfehlung.verlauf[-1].datum)
    if last.isdigit():
        last = f"aus dem Jahr {last}"
    counted = format_date(report.kreis.stichtag)
    last = last.replace("im ", "vom ", 1).replace("am ", "vom ", 1)
    return f"Die letzte Nachricht ist {last}. Gezählt wird bis zum {counted}."


def _grade(empfehlung: Handlungsempfehlung) -> GradeView | None:
    grading, stufe = empfehlung.einschaetzung, empfehlung.steuerungsrelevanz
    if grading is None:
        return None
    return GradeView(
        grade=STUFEN[stufe] if stufe else OHNE_STUFE,
        kind=stufe.value if stufe else "",
        meaning=MEANINGS[stufe] if stufe else "",
        date=f"Eingeschätzt {phrases.when(grading.datum)}",
        reason=grading.begruendung,
        criteria=tuple(
            (Cell(one.name), Cell(STUFEN[one.stufe]), Cell(one.grund)) for one in grading.kriterien
        ),
        answer=grading.antwort or (UNANSWERED if stufe is Stufe.GERING else ""),
        sources=source_marks(empfehlung, grading.belege),
    )


def _method(report: Report) -> Iterator[Link]:
    if einstufungen.METHOD in report.titles:
        yield link_to(report, einstufungen.METHOD)
    yield Link(einstufungen.TITLE, einstufungen.URL)


def _facts(report: Report, empfehlung: Handlungsempfehlung) -> Iterator[Fact]:
    art, jahr, stand = empfehlung.art, str(empfehlung.jahr), empfehlung.stand()
    yield Fact("Art", ARTEN[art], f"{ALL}{ART.name}/{art.value}/")
    yield Fact("Jahr", jahr, f"{ALL}{JAHR.name}/{jahr}/")
    yield Fact("Stand", STAENDE[stand], f"{ALL}{STAND.name}/{stand.value}/")
    yield _grade_fact(empfehlung.steuerungsrelevanz)
    yield from _decision(report, empfehlung)
    yield Fact("Zuständig", empfehlung.zustaendig or NOT_TOLD)


def _decision(report: Report, empfehlung: Handlungsempfehlung) -> Iterator[Fact]:
    """Yield the last decision and its vote, or that none is known."""
    decided = [step for step in empfehlung.verlauf if step.ergebnis in DECISIONS]
    if not decided:
        yield Fact("Entscheidung", NOT_TOLD)
        return
    step = decided[-1]
    result = f"{ERGEBNISSE[step.ergebnis]}, {format_date(step.datum)}" if step.ergebnis else ""
    href = url_of(report, step.beschluss.key) if step.beschluss else ""
    yield Fact("Entscheidung", result, href)
    yield Fact("Abstimmung", vote_of(report, step) or NOT_TOLD)


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
            link_group(report, "Querschnittsthemen", keys_of(empfehlung.querschnitt)),
            LinkGroup("Wo", _places(report, keys_of(empfehlung.raeume))),
        )
    )


def _places(report: Report, keys: tuple[Key, ...]) -> tuple[Link, ...]:
    """Return links to places; where two have one name, each says what it is."""
    links = links_to(report, keys)
    times = Counter(link.title for link in links)
    return tuple(
        replace(link, title=f"{KIND_NAMES[key.kind]} {link.title}")
        if times[link.title] > 1
        else link
        for key, link in zip(keys, links, strict=True)
    )


def citation(report: Report, empfehlung: Handlungsempfehlung) -> str:
    """Return how to cite it; an example is nobody's statement."""
    kreis = report.kreis
    author = "" if empfehlung.beispiel else f"{kreis.name}: "
    kind = "Beispiel" if empfehlung.beispiel else ARTEN[empfehlung.art]
    address = kreis.basis_url + url_of(report, empfehlung.key)
    name = empfehlung.key.name
    return f"{author}{empfehlung.titel}. {kind} {name}. {kreis.titel}. {address}"
