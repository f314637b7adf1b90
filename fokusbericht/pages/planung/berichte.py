"""/fokus/: the newest edition large, below it all earlier ones as far as they are known."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.editions import ausgabe_of
from fokusbericht.model.base import Quelle
from fokusbericht.model.editions import Ausgabe, ChapterKind, Illustration
from fokusbericht.model.planning import Bericht
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change, link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.planung.reise import forms_of
from fokusbericht.problems import Place
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.views import Link
from fokusbericht.words import phrases
from fokusbericht.words.editions import missing_years
from fokusbericht.words.german import begun
from fokusbericht.words.progress import state_of

TEMPLATE = "planung/berichte.html"
LEAD = "Die neueste Ausgabe und alle früheren, so weit sie bekannt sind."
FOLDED = 5  # so many proposals of an edition are a list; more are folded
HERE = "Als Kurzbericht lesen"


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest edition: what it is about, its themes, the map of its cover."""

    title: str
    href: str
    subtitle: str
    lead: str
    meta: str
    themes: tuple[Link, ...]
    forms: tuple[Link, ...]
    cover: Illustration | None


@dataclass(frozen=True, slots=True)
class ListedEdition:
    """An edition as it is listed: form and length, what it said, what came with it, its sources."""

    id: str
    title: str
    href: str
    form: str
    lead: str
    forms: tuple[Link, ...]
    found: str
    proposals: tuple[Link, ...]
    is_folded: bool
    sources: tuple[Quelle, ...]
    is_example: bool


@dataclass(frozen=True, slots=True)
class BerichteView:
    """All editions."""

    lead: str
    count: str
    newest: Newest | None
    editions: tuple[ListedEdition, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the archive."""
    ordered = sorted(report.berichte.values(), key=lambda one: (-one.jahr, one.key))
    real = [one for one in ordered if not one.beispiel]
    first = real[0] if real else None
    newest = _newest(report, first) if first else None
    listed = [one for one in ordered if not (newest and one is first)]
    page = make_page(
        report,
        "/fokus/",
        "Fokusberichte",
        LEAD,
        changed=last_change(ordered),
        styles=("berichte.css",),
    )
    view = BerichteView(LEAD, _count(real), newest, tuple(_listed(report, one) for one in listed))
    yield page_output(report, TEMPLATE, page, view, Place("content/berichte"))


def _count(real: list[Bericht]) -> str:
    number = phrases.count(len(real), "Ausgabe", "Ausgaben")
    missing = missing_years([one.jahr for one in real])
    return f"{number}. {missing}" if missing else number


def _newest(report: Report, bericht: Bericht) -> Newest | None:
    """Return the newest edition; None where it is no short report."""
    ausgabe = ausgabe_of(report, bericht.key)
    if ausgabe is None:
        return None
    return Newest(
        title=ausgabe.title,
        href=ausgabe.url,
        subtitle=ausgabe.subtitle,
        lead=ausgabe.summary,
        meta=f"{ausgabe.minutes} {ausgabe.words['minutes']}",
        themes=tuple(_themes(ausgabe)),
        forms=tuple(forms_of(ausgabe)),
        cover=ausgabe.cover if ausgabe.cover.name else None,
    )


def _themes(ausgabe: Ausgabe) -> Iterator[Link]:
    for chapter in ausgabe.chapters:
        if chapter.kind is ChapterKind.THEME:
            yield Link(chapter.title, f"{ausgabe.url}#{chapter.anchor}")


def _listed(report: Report, bericht: Bericht) -> ListedEdition:
    proposals, ausgabe = tuple(_proposals(report, bericht)), ausgabe_of(report, bericht.key)
    return ListedEdition(
        id=f"fokus-{bericht.key.name}",
        title=bericht.titel,
        href=url_of(report, bericht.key),
        form=" · ".join(_form(bericht)),
        lead=bericht.kurz,
        forms=(Link(HERE, ausgabe.url), *forms_of(ausgabe)) if ausgabe else (),
        found=phrases.count(len(proposals), "Vorschlag", "Vorschläge", "Ein"),
        proposals=proposals,
        is_folded=len(proposals) > FOLDED,
        sources=bericht.quellen,
        is_example=bericht.beispiel,
    )


def _form(bericht: Bericht) -> Iterator[str]:
    yield bericht.form
    if bericht.umfang:
        yield bericht.umfang
    if bericht.erschienen:
        yield f"erschienen {format_date(bericht.erschienen)}"


def _proposals(report: Report, bericht: Bericht) -> Iterator[Link]:
    """Yield what came with an edition, by number, each with its state."""
    for one in sorted(report.empfehlungen.values(), key=lambda one: one.key):
        if one.jahr == bericht.jahr and not one.beispiel:
            yield link_to(report, one.key, f"{begun(state_of(one))}.")
