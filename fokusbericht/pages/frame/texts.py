"""Texts of things as views: links resolved, figures prepared, terms explained."""

from collections.abc import Iterator
from dataclasses import replace

from fokusbericht.model.base import Text, Thing
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.terms import explanations
from fokusbericht.text.glossary import terms_in, used_terms
from fokusbericht.text.prose import find_embeds, find_links
from fokusbericht.urls import url_of
from fokusbericht.views import EmbedView, PlainText, ProseView


def body_view(report: Report, thing: Thing) -> ProseView:
    """Return the text of a thing as its page shows it: with terms explained at their first use."""
    terms = explanations(report, used_terms(report, thing))
    return replace(prose_view(report, thing.body), terms=tuple(terms))


def plain_view(report: Report, thing: Thing, text: str) -> PlainText:
    """Return a paragraph from the head of a thing, its terms explained as in its text."""
    return PlainText(text, tuple(explanations(report, terms_in(report, thing, text))))


def prose_view(report: Report, text: Text) -> ProseView:
    """Return a text ready for the filter `prose`."""
    links = {}
    for link in find_links(text):
        key = report.find(link.target)
        if key is not None:
            links[link.target] = (url_of(report, key), report.titles[key])
    return ProseView(text.source, links, dict(_embeds(report, text)))


def _embeds(report: Report, text: Text) -> Iterator[tuple[str, EmbedView]]:
    for embed in find_embeds(text):
        # What draws figures is only read where a text shows one.
        from fokusbericht.figures.embeds import embed_view

        yield f"{embed.target}: {embed.label}", embed_view(report, embed.target, embed.label)
