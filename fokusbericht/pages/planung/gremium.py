"""/gremien/<gremium>/: a political body, what lies before it and what it has dealt with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.model.base import Kind, PartialDate, Quelle
from fokusbericht.model.lives import Ergebnis, Schritt
from fokusbericht.model.planning import Gremium
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.frame.texts import prose_view
from fokusbericht.pages.frame.timelists import YearGroup, year_groups
from fokusbericht.pages.planung.consultation import (
    Pending,
    Session,
    ordered_bodies,
    pending,
    sessions,
)
from fokusbericht.text.formatting import format_date
from fokusbericht.views import ProseView, RecommendationRow, TimelineEntry
from fokusbericht.words import phrases
from fokusbericht.words.german import counted
from fokusbericht.words.names import ERGEBNISSE
from fokusbericht.words.progress import row_of

TEMPLATE = "planung/gremium.html"
PARENT = ("Gremien", "/gremien/")
UNTOLD = "Ergebnis nicht bekannt"


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """Recommendations that lie before a body for one reason."""

    title: str
    rows: tuple[RecommendationRow, ...]


@dataclass(frozen=True, slots=True)
class GremiumView:
    """A political body and its business."""

    lead: str
    body: ProseView
    sentence: str
    examples: str
    open: tuple[OpenGroup, ...]
    held: tuple[YearGroup, ...]
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all political bodies."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for gremium in ordered_bodies(report):
        yield Batch(gremium.key.name, partial(_plan_gremium, report, gremium))


def _plan_gremium(report: Report, gremium: Gremium) -> Iterator[Output]:
    page = thing_page(report, gremium, parents=[PARENT], listed=(Kind.EMPFEHLUNG, Kind.BESCHLUSS))
    yield page_output(report, TEMPLATE, page, _view(report, gremium), gremium.place)


def _view(report: Report, gremium: Gremium) -> GremiumView:
    open_ones = [one for one in pending(report) if one.body == gremium.key]
    held = sessions(report)[gremium.key]
    return GremiumView(
        lead=gremium.kurz,
        body=prose_view(report, gremium.body),
        sentence=f"{_open_sentence(open_ones)} {_held_sentence(len(held))}",
        examples=_examples(open_ones, held),
        open=tuple(_groups(report, open_ones)),
        held=year_groups(_entry(report, one) for one in held),
        sources=gremium.quellen,
    )


# --- What lies here -------------------------------------------------------------------------------


def _groups(report: Report, found: Sequence[Pending]) -> Iterator[OpenGroup]:
    titles = dict.fromkeys(_reason(one) for one in found)
    for title in sorted(titles, key=REASONS.index):
        rows = tuple(row_of(report, one.empfehlung) for one in found if _reason(one) == title)
        yield OpenGroup(title, rows)


REASONS = ("In Beratung", "Vom Ausschuss empfohlen", "Vorlage angekündigt", "Vertagt")


def _reason(one: Pending) -> str:
    if one.is_adjourned():
        return "Vertagt"
    if one.step.schritt is Schritt.VORLAGE:
        return "Vorlage angekündigt"
    is_recommended = one.step.ergebnis is Ergebnis.EMPFOHLEN
    return "Vom Ausschuss empfohlen" if is_recommended else "In Beratung"


def _open_sentence(found: Sequence[Pending]) -> str:
    number, adjourned = len(found), sum(one.is_adjourned() for one in found)
    if number == 0:
        return "Derzeit liegt hier keine Empfehlung."
    if number == 1:
        return f"Derzeit liegt hier eine Empfehlung{', sie ist vertagt' if adjourned else ''}."
    some = {0: "", 1: ", eine davon ist vertagt", number: ", alle sind vertagt"}
    put_off = some.get(adjourned, f", {counted(adjourned, '', 'davon')} sind vertagt")
    return f"Derzeit liegen hier {counted(number, '', 'Empfehlungen')}{put_off}."


# --- What was dealt with --------------------------------------------------------------------------


def _held_sentence(number: int) -> str:
    if number == 0:
        return "Beratungen und Entscheidungen sind nicht verzeichnet."
    if number == 1:
        return "Verzeichnet ist eine Beratung oder Entscheidung."
    return f"Verzeichnet sind {counted(number, '', 'Beratungen und Entscheidungen')}."


def _entry(report: Report, session: Session) -> tuple[PartialDate, TimelineEntry]:
    result = ERGEBNISSE[session.ergebnis] if session.ergebnis else UNTOLD
    return session.datum, TimelineEntry(
        f"{format_date(session.datum)} · {result}",
        "",
        session.text,
        link_to(report, session.source.key),
        "Beispiel" if session.source.beispiel else "",
    )


def _examples(found: Sequence[Pending], held: Sequence[Session]) -> str:
    made_up = [one.empfehlung.beispiel for one in found] + [one.source.beispiel for one in held]
    return phrases.examples(sum(made_up), len(made_up), "Einträge")
