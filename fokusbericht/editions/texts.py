"""Texts of an edition as blocks, with links from the root of the site; what they embed apart."""

from collections.abc import Iterator

from fokusbericht.editions.illustrations import course_illustration, map_illustration
from fokusbericht.model.base import Text
from fokusbericht.model.editions import Illustration
from fokusbericht.model.report import Report
from fokusbericht.text.blocks import Block, Paragraph, Run
from fokusbericht.text.from_html import blocks_of_html
from fokusbericht.text.prose import (
    Mention,
    Section,
    as_markdown_link,
    find_embeds,
    sections,
    to_html,
)
from fokusbericht.text.references import figure_of
from fokusbericht.urls import url_of

DRAWN = ("karte", "diagramm")


def parts(body: Text) -> Iterator[Section]:
    """Yield the parts of a text: what stands before its first heading, and one for each."""
    return sections(body.source)


def blocks(report: Report, source: str) -> tuple[Block, ...]:
    """Return a text in Markdown as blocks; figures in the midst of it are left out."""

    def link(target: str, label: str) -> str:
        key = report.find(target)
        if key is None:
            return label or target
        return as_markdown_link(label or report.titles[key], url_of(report, key))

    return blocks_of_html(to_html(source, link, lambda name, argument: ""))


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return a text without marks as paragraphs: one after each empty line."""
    parted = (" ".join(part.split()) for part in text.split("\n\n"))
    return tuple(Paragraph((Run(part),)) for part in parted if part)


def embedded(
    report: Report, source: str, body: Text
) -> tuple[tuple[Illustration, ...], tuple[int, ...]]:
    """Return the maps and charts in the midst of a text, and how many blocks stand before each."""
    lines, found = source.splitlines(keepends=True), []
    for embed in find_embeds(Text(source, body.place)):
        drawn = _drawn(report, embed) if embed.target in DRAWN else None
        if drawn:
            above = "".join(lines[: embed.place.line - body.place.line])
            found.append((drawn, len(blocks(report, above))))
    return tuple(one for one, _ in found), tuple(number for _, number in found)


def _drawn(report: Report, embed: Mention) -> Illustration | None:
    name, year = figure_of(embed.label)
    if embed.target == "karte":
        return map_illustration(report, name, year)
    return course_illustration(report, name)
