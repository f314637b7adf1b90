"""Markdown → HTML that is safe; its links and embeds, each with its line."""

from fokusbericht.text.prose.anchors import anchor, mark_ids, marked, settle, slug, unique
from fokusbericht.text.prose.code import blanked
from fokusbericht.text.prose.explained import Explaining
from fokusbericht.text.prose.faults import find_faults
from fokusbericht.text.prose.html import as_markdown_link, to_html
from fokusbericht.text.prose.marks import (
    ADDRESSES,
    EMBED,
    LINK,
    Mention,
    find_addresses,
    find_embeds,
    find_html,
    find_links,
    find_pictures,
    find_sections,
    find_stray_embeds,
    find_stray_links,
    find_titles,
    label_of,
    place_at,
    replaced_outside_of_code,
    without_code,
)
from fokusbericht.text.prose.plain import plain
from fokusbericht.text.prose.sections import Section, sections

__all__ = [
    "ADDRESSES",
    "EMBED",
    "LINK",
    "Explaining",
    "Mention",
    "Section",
    "anchor",
    "as_markdown_link",
    "blanked",
    "find_addresses",
    "find_embeds",
    "find_faults",
    "find_html",
    "find_links",
    "find_pictures",
    "find_sections",
    "find_stray_embeds",
    "find_stray_links",
    "find_titles",
    "label_of",
    "mark_ids",
    "marked",
    "place_at",
    "plain",
    "replaced_outside_of_code",
    "sections",
    "settle",
    "slug",
    "to_html",
    "unique",
    "without_code",
]
