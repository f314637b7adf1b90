"""Terms of the glossary in the texts of things: which are used, in which words."""

from collections.abc import Iterable, Iterator, Mapping

from fokusbericht.model.base import Key, Kind, Thing
from fokusbericht.model.figures import Indikator
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff
from fokusbericht.text.prose import find_links, plain
from fokusbericht.text.terms import TermForm, Vocabulary, abbreviation, form_of


@query
def vocabulary(report: Report) -> Vocabulary:
    """Return what texts may call the terms of the glossary."""
    return Vocabulary(form for one in report.begriffe.values() for form in _forms(one))


def _forms(begriff: Begriff) -> Iterator[TermForm]:
    if begriff.im_text:
        name = begriff.key.name
        found = [form_of(name, written) for written in (begriff.begriff, *begriff.formen)]
        found.append(abbreviation(name, begriff.kurzform))
        yield from filter(None, found)


def used_terms(report: Report, thing: Thing) -> Mapping[str, tuple[str, ...]]:
    """Return the terms that the text of a thing uses or links to, each with the words for it."""
    links = (report.find(link.target) for link in find_links(thing.body))
    linked = [key.name for key in links if key and key.kind is Kind.BEGRIFF]
    return terms_in(report, thing, plain(thing.body.source), linked)


def terms_in(
    report: Report, thing: Thing, text: str, linked: Iterable[str] = ()
) -> Mapping[str, tuple[str, ...]]:
    """Return the terms that are used in a text of a thing; what its title names needs no card."""
    if not thing.glossar:
        return {}
    found: dict[str, dict[str, None]] = {}
    for use in vocabulary(report).uses(text):
        found.setdefault(use.key, {})[use.words] = None
    for name in linked:
        found.setdefault(name, {})
    return {
        name: tuple(words)
        for name, words in found.items()
        if thing.titel not in _names(report.begriffe[name])
    }


def mentioned_terms(report: Report, thing: Thing) -> Iterator[Key]:
    """Yield the terms that the page of a thing explains, or could; the glossary links back."""
    yield from (Key(Kind.BEGRIFF, name) for name in used_terms(report, thing))
    if isinstance(thing, Indikator):
        told = terms_in(report, thing, f"{thing.hinweis}\n{thing.methode}")
        yield from (Key(Kind.BEGRIFF, name) for name in told)


def _names(begriff: Begriff) -> tuple[str, ...]:
    """Return what a page would be called that is about the term: it needs no card."""
    return (begriff.begriff, begriff.kurzform, *begriff.formen)
