"""/umsetzung/: what became of all that was decided, recommended, suggested: the most urgent first.

/umsetzung/beschluesse/, /umsetzung/empfehlungen/, /umsetzung/anregungen/: one kind of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fokusbericht.building.output import Output
from fokusbericht.charts.drawn.lane import LaneAxis
from fokusbericht.model.lives import AGREED, FAILED, UNDECIDED, Stand, Vorgang
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.recommendations import Anregung, Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.facets import (
    FELD,
    Value,
    linked_values,
    matching,
    url_of_value,
)
from fokusbericht.pages.frame.links import last_change, link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.planung.consultation import ordered_bodies
from fokusbericht.pages.planung.following import Followed, Urgency, followed
from fokusbericht.pages.planung.following_rows import (
    FollowedRow,
    LegendSign,
    legend_of,
    row_of_followed,
    shared_axis,
)
from fokusbericht.pages.planung.gremien import HEAD, business_row
from fokusbericht.pages.planung.outcome_flow import FlowPicture, flow_head, flow_picture, flow_rows
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_date
from fokusbericht.views import Cell, Link
from fokusbericht.words.due import CALENDAR
from fokusbericht.words.german import begun, counted
from fokusbericht.words.names import STAENDE
from fokusbericht.words.progress import silence_of

TEMPLATE, URL = "planung/umsetzung.html", "/umsetzung/"
TITLE = "Was wurde daraus?"
LEAD = (
    "Was Kreistag und Ausschüsse beschlossen, Fokusgruppen empfohlen und andere angeregt haben: "
    "wie weit es ist, und was als Nächstes kommt."
)
SOURCE = Place("content/handlungsempfehlungen")
STYLES = ("staende.css", "umsetzung.css")

DONE = (Stand.UMGESETZT,)
FIELD_HEAD = (
    *("Handlungsfeld", "zusammen", "noch offen", "beschlossen oder in Umsetzung"),
    *("umgesetzt", "abgelehnt oder beendet", "ein Jahr oder länger still"),
)


@dataclass(frozen=True, slots=True)
class KindPage:
    """A page of this kind: all matters, or those of one kind."""

    url: str
    tab: str
    title: str
    kind: type[Vorgang] | None


PARTS = (
    KindPage(URL, "Alles", TITLE, None),
    KindPage(f"{URL}beschluesse/", "Beschlüsse", "Was wurde aus den Beschlüssen?", Beschluss),
    KindPage(
        f"{URL}empfehlungen/",
        "Empfehlungen",
        "Was wurde aus den Empfehlungen?",
        Handlungsempfehlung,
    ),
    KindPage(f"{URL}anregungen/", "Anregungen", "Was wurde aus den Anregungen?", Anregung),
)

# The lists: heading, and what it means.
LISTS = {
    Urgency.OVERDUE: ("Frist vorbei", "Ein Termin war genannt, eine Nachricht fehlt."),
    Urgency.DUE: ("Als Nächstes fällig", "In den kommenden drei Monaten."),
    Urgency.NOT_BEGUN: (
        "Beschlossen, Anfang nicht belegt",
        "Entschieden ist; ob jemand begonnen hat, wissen wir nicht.",
    ),
    Urgency.SILENT: ("Seit einem Jahr still", "Seit zwölf Monaten oder länger keine Nachricht."),
    Urgency.MOVING: ("Unterwegs", "Mit einer Nachricht aus dem letzten Jahr."),
}
ENDINGS = (Stand.UMGESETZT, Stand.ABGELEHNT, Stand.EINGESTELLT, Stand.AUFGEHOBEN)


@dataclass(frozen=True, slots=True)
class FollowedList:
    """The matters of one urgency."""

    id: str
    title: str
    hint: str
    rows: tuple[FollowedRow, ...]


@dataclass(frozen=True, slots=True)
class EndedList:
    """What has ended one way, folded."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class UmsetzungView:
    """What became of all that is followed."""

    sentence: str
    basis: str
    tabs: tuple[Link, ...]
    ways: tuple[Link, ...]
    axis: LaneAxis
    legend: tuple[LegendSign, ...]
    lists: tuple[FollowedList, ...]
    ended: tuple[EndedList, ...]
    examples: tuple[Link, ...]
    flow: FlowPicture | None
    flow_head: tuple[str, ...]
    flow_rows: tuple[tuple[Cell, ...], ...]
    body_head: tuple[str, ...]
    body_rows: tuple[tuple[Cell, ...], ...]
    field_head: tuple[str, ...]
    field_rows: tuple[tuple[Cell, ...], ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the page of all, and one for each kind of which there is something."""
    parts = [part for part in PARTS if _of(report, part)]
    tabs = parts if len(parts) > 2 else parts[:1]  # one kind alone is all there is
    for part in tabs:
        parents = [(TITLE, URL)] if part.kind else []
        page = make_page(
            report,
            part.url,
            part.title,
            LEAD,
            parents=parents,
            changed=last_change([*report.vorgaenge()]),
            styles=STYLES,
        )
        links = tuple(Link(one.tab, one.url, current=one is part) for one in tabs)
        view = _view(report, part, links if len(links) > 1 else ())
        yield page_output(report, TEMPLATE, page, view, SOURCE)


def _of(report: Report, part: KindPage) -> list[Vorgang]:
    """Return all there is of a kind, also what is made up."""
    return [one for one in report.vorgaenge() if part.kind is None or isinstance(one, part.kind)]


def _view(report: Report, part: KindPage, tabs: tuple[Link, ...]) -> UmsetzungView:
    found = [one for one in followed(report) if part.kind in (None, type(one.vorgang))]
    real = [one for one in report.empfehlungen.values() if not one.beispiel]
    has_flow = bool(real) and part.kind in (None, Handlungsempfehlung)
    axis = shared_axis(report, found)
    lists = tuple(_lists(report, found, axis))
    return UmsetzungView(
        sentence=_sentence(found),
        basis=_basis(report.kreis.stichtag),
        tabs=tabs,
        ways=tuple(_ways(report, has_flow, part)),
        axis=axis,
        legend=legend_of(row for one in lists for row in one.rows),
        lists=lists,
        ended=tuple(_ended(report, found)),
        examples=tuple(link_to(report, one.key) for one in _of(report, part) if one.beispiel),
        flow=flow_picture(real) if has_flow else None,
        flow_head=flow_head(real) if has_flow else (),
        flow_rows=flow_rows(real) if has_flow else (),
        body_head=HEAD,
        body_rows=() if part.kind else tuple(_bodies(report)),
        field_head=FIELD_HEAD,
        field_rows=tuple(_fields(report)) if has_flow else (),
    )


def _ways(report: Report, has_flow: bool, part: KindPage) -> Iterator[Link]:
    if not part.kind and report.gremien:
        yield Link("nach Gremium", "#gremien")
    if has_flow:
        yield Link("nach Handlungsfeld", "#felder")
    if any(one.naechster_schritt for one in report.vorgaenge() if not one.beispiel):
        yield Link("Fristen als Kalender", CALENDAR)


def _lists(report: Report, found: Sequence[Followed], axis: LaneAxis) -> Iterator[FollowedList]:
    for urgency, (title, hint) in LISTS.items():
        rows = tuple(row_of_followed(report, one, axis) for one in found if one.urgency is urgency)
        if rows:
            yield FollowedList(urgency.value, title, hint, rows)


def _ended(report: Report, found: Sequence[Followed]) -> Iterator[EndedList]:
    for stand in ENDINGS:
        ones = [one for one in found if one.urgency is Urgency.ENDED]
        links = [_ended_link(report, one) for one in ones if one.vorgang.stand() is stand]
        if links:
            yield EndedList(begun(STAENDE[stand]), tuple(links))
    carried_on = [one for one in found if one.urgency is Urgency.CONTINUED]
    if carried_on:
        links = [_ended_link(report, one) for one in carried_on]
        yield EndedList("In späteren fortgeführt", tuple(links))


def _ended_link(report: Report, one: Followed) -> Link:
    return link_to(report, one.vorgang.key, format_date(one.steps[-1].datum))


# --- In words -------------------------------------------------------------------------------------


def _sentence(found: Sequence[Followed]) -> str:
    overdue, due, waiting, silent = (
        sum(one.urgency is urgency for one in found)
        for urgency in (Urgency.OVERDUE, Urgency.DUE, Urgency.NOT_BEGUN, Urgency.SILENT)
    )
    limits = [counted(overdue, "Frist ist vorbei", "Fristen sind vorbei")]
    if due:
        limits.append(f"{_words(due)} {'endet' if due == 1 else 'enden'} in den nächsten Monaten")
    rest = []
    if waiting:
        many = f"{_words(waiting)} beschlossenen Vorgängen"
        matters = "einem beschlossenen Vorgang" if waiting == 1 else many
        rest.append(f"bei {matters} ist kein Anfang belegt")
    if silent:
        # What is in the lists before may be as silent; each matter is counted once.
        one, many = "einen Vorgang", f"{_words(silent)} Vorgänge"
        if overdue or due or waiting:
            one, many = "einen weiteren Vorgang", f"{_words(silent)} weitere Vorgänge"
        matters = one if silent == 1 else many
        rest.append(f"um {matters} ist es seit einem Jahr oder länger still")
    sentences = (", ".join(limits), ", ".join(rest))
    return " ".join(f"{begun(one)}." for one in sentences if one)


def _words(number: int) -> str:
    return counted(number, "", "").strip()


def _basis(stichtag: date) -> str:
    return (
        f"Stand {format_date(stichtag)}. Keine Nachricht heißt nicht, dass nichts geschieht: "
        "Hier steht, was belegt ist."
    )


# --- By body and field ----------------------------------------------------------------------------


def _bodies(report: Report) -> Iterator[tuple[Cell, ...]]:
    return (business_row(report, one) for one in ordered_bodies(report))


def _fields(report: Report) -> Iterator[tuple[Cell, ...]]:
    for value in linked_values(report, FELD):
        row = _field_row(report, value)
        if row:
            yield row


def _field_row(report: Report, value: Value) -> tuple[Cell, ...]:
    found = [one for one in matching(report, FELD, value) if not one.beispiel]
    if not found:
        return ()
    silent = sum(bool(silence_of(report, one)) for one in found)
    states = (UNDECIDED, AGREED, DONE, FAILED)
    numbers = (len(found), *(_count(found, one) for one in states), silent)
    name = Cell(value.title, url_of_value(FELD, value))
    return (name, *(Cell(str(number), number=True) for number in numbers))


def _count(found: Sequence[Handlungsempfehlung], states: tuple[Stand, ...]) -> int:
    return sum(one.stand() in states for one in found)
