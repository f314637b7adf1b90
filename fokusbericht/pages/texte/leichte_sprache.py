"""/leichte-sprache/ and /leichte-sprache/<seite>/: easy to read, each sentence on its own line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fokusbericht.building.output import Output
from fokusbericht.model.base import Kind, Quelle
from fokusbericht.model.report import Report
from fokusbericht.model.texts import UEBERSICHT, LeichteSeite
from fokusbericht.pages.frame.links import link_to, links_to, neighbours
from fokusbericht.pages.frame.page import page_output, thing_page
from fokusbericht.pages.frame.texts import prose_view
from fokusbericht.pages.texte.films import FilmView, film_files, film_view
from fokusbericht.text.prose.lines import Line, lines_of
from fokusbericht.text.prose.markers import marker_of
from fokusbericht.urls import LEICHT, url_of
from fokusbericht.views import Link, ProseView

TEMPLATE = "texte/leichte_sprache.html"
NAME = "Leichte Sprache"
ABOUT = "Texte über diese Internet-Seite"
FIELDS = "Texte über die Themen im Bericht"


@dataclass(frozen=True, slots=True)
class Group:
    """Pages under a heading."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LeichtView:
    """A page in Leichte Sprache; the first one lists the others."""

    lead: str
    readers: str
    film: FilmView | None
    body: ProseView
    groups: tuple[Group, ...]
    original: Link | None
    all_pages: str
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan all pages in Leichte Sprache, and the files of their films."""
    ordered = sorted(report.leicht.values(), key=lambda page: (page.reihenfolge, page.key))
    keys = tuple(page.key for page in ordered)
    for seite in ordered:
        before, after = neighbours(report, keys, seite.key)
        page = thing_page(
            report,
            seite,
            parents=[(NAME, LEICHT)] if _first_page(report, seite) else (),
            previous=before,
            following=after,
            styles=("leicht.css",),
        )
        yield page_output(report, TEMPLATE, page, _view(report, seite, ordered), seite.place)
        yield from film_files(report, seite.dgs, seite)


def _first_page(report: Report, seite: LeichteSeite) -> str:
    """Return the address of the first page, seen from another one; nothing if there is none."""
    return LEICHT if UEBERSICHT in report.leicht and seite.key.name != UEBERSICHT else ""


def _view(report: Report, seite: LeichteSeite, ordered: list[LeichteSeite]) -> LeichtView:
    body = prose_view(report, seite.body)
    is_first = seite.key.name == UEBERSICHT
    return LeichtView(
        lead=seite.kurz,
        readers=seite.pruefgruppe,
        film=film_view(seite.dgs, url_of(report, seite.key)) if seite.dgs else None,
        body=replace(body, source=line_by_line(body.source)),
        groups=tuple(_groups(report, ordered)) if is_first else (),
        original=link_to(report, seite.zu.key) if seite.zu else None,
        all_pages=_first_page(report, seite),
        sources=seite.quellen,
    )


def line_by_line(source: str) -> str:
    """Return a text whose lines stay lines: in Markdown two blanks at their end do that.

    Not where a list or note ends and the next line is none of it.
    """
    lines = lines_of(source)
    broken = [
        f"{raw}  " if _goes_on(line, following) else raw
        for raw, line, following in zip(source.split("\n"), lines, lines[1:], strict=False)
    ]
    return "\n".join((*broken, source.rpartition("\n")[2]))


def _goes_on(line: Line, following: Line) -> bool:
    is_inside = line.indent > 0 or marker_of(line) is not None or line.text.startswith("[^")
    is_parted = line.is_blank or following.is_blank
    return not is_parted and (following.indent > 0 or not is_inside)


def _groups(report: Report, ordered: list[LeichteSeite]) -> Iterator[Group]:
    others = [page for page in ordered if page.key.name != UEBERSICHT]
    for title, on_fields in ((ABOUT, False), (FIELDS, True)):
        keys = [page.key for page in others if _is_on_field(page) is on_fields]
        if keys:
            yield Group(title, links_to(report, keys))


def _is_on_field(page: LeichteSeite) -> bool:
    return page.zu is not None and page.zu.key.kind is Kind.HANDLUNGSFELD
