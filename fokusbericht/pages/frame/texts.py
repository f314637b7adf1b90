"""Texts of things as views: links resolved, figures prepared."""

from collections.abc import Iterator

from fokusbericht.model.base import Text
from fokusbericht.model.report import Report
from fokusbericht.text.prose import find_embeds, find_links
from fokusbericht.urls import url_of
from fokusbericht.views import EmbedView, ProseView


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
