"""/glossar/: all terms from A to Z, each with an anchor of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from fokusbericht.building.output import Output
from fokusbericht.model.base import Quelle
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff
from fokusbericht.pages.frame.asides import keys_of
from fokusbericht.pages.frame.linked import glossary
from fokusbericht.pages.frame.links import links_to
from fokusbericht.pages.frame.page import backlinks, make_page, page_output
from fokusbericht.pages.frame.texts import prose_view
from fokusbericht.pages.texte.alphabet import id_of, letter_of, letters
from fokusbericht.problems import Place
from fokusbericht.text.prose import slug
from fokusbericht.views import GlossaryGroup, Link, Term
from fokusbericht.words import phrases

TEMPLATE = "texte/glossar.html"
URL, TITLE = "/glossar/", "Glossar"
SHOWN, MOST = 8, 16  # pages that use a term: named at once; named at all
WORDS = 6  # under which a term is found, too
LEAD = "Wörter aus Sozialplanung und Statistik, kurz erklärt."


@dataclass(frozen=True, slots=True)
class GlossarView:
    """All terms."""

    lead: str
    count: str
    letters: tuple[Link, ...]
    groups: tuple[GlossaryGroup, ...]
    sources: tuple[Quelle, ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the glossary."""
    ordered = sorted(report.begriffe.values(), key=_order)
    told = glossary(report.kreis, URL, TITLE, LEAD)
    page = make_page(report, URL, TITLE, LEAD, linked=(told,))
    groups = tuple(
        GlossaryGroup(id_of(letter), letter, tuple(_term(report, one) for one in found))
        for letter, found in groupby(ordered, key=lambda one: letter_of(one.begriff))
    )
    jumps = letters({group.title for group in groups})
    number = phrases.count(len(ordered), "Begriff", "Begriffe", "Ein")
    view = GlossarView(LEAD, number, jumps, groups, _sources(ordered))
    yield page_output(report, TEMPLATE, page, view, Place("content/glossar.yml"))


def _order(begriff: Begriff) -> tuple[str, str]:
    """Return what a term is sorted by: ä counts as ae, case not at all."""
    return slug(begriff.begriff), begriff.key.name


def _term(report: Report, begriff: Begriff) -> Term:
    uses = backlinks(report, begriff.key)
    return Term(
        id=begriff.key.name,
        title=begriff.begriff,
        short=begriff.kurzform,
        text=prose_view(report, begriff.erklaerung),
        links=links_to(report, keys_of(begriff.siehe)),
        searched=", ".join(_searched(report, begriff)),
        uses=uses[:SHOWN],
        others=_others(len(uses) - SHOWN),
        more=uses[SHOWN:] if len(uses) <= MOST else (),
    )


def _searched(report: Report, begriff: Begriff) -> list[str]:
    """Return the first words that lead to a term besides its own: they need not mean the same."""
    own = {one.casefold() for one in (begriff.begriff, begriff.kurzform, *begriff.formen)}
    found: dict[str, None] = {}
    for one in report.synonyme:
        leads_here = any(ref.key == begriff.key for ref in one.ziele)
        if leads_here and own & {word.casefold() for word in one.worte}:
            found |= dict.fromkeys(word for word in one.worte if word.casefold() not in own)
    return list(found)[:WORDS]


def _others(number: int) -> str:
    """Return on how many pages a term stands besides those that are named."""
    if number < 1:
        return ""
    return f"und auf {number} weiteren Seiten" if number > 1 else "und auf einer weiteren Seite"


def _sources(begriffe: Iterable[Begriff]) -> tuple[Quelle, ...]:
    """Return the sources of all terms, each once."""
    found = dict.fromkeys(quelle for begriff in begriffe for quelle in begriff.quellen)
    return tuple(sorted(found, key=lambda quelle: (quelle.name, quelle.url)))
