"""Feeds, calendars and plain texts: entry by entry, line by line."""

import re
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from fokusbericht.audit.context import page_context
from fokusbericht.audit.hypertext import read_markup
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.lines import LinkedText
from fokusbericht.audit.sentences import read_line
from fokusbericht.audit.sightings import Sighting

_FOLDED = re.compile(r"\r?\n[ \t]")


def read_xml(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield what the entries of a feed say; the title of an entry stands over its text."""
    try:
        root = fromstring(data)
    except ParseError:
        yield from read_text(lexicon, path, data)
        return
    yield from _entry(lexicon, path, root)


def _entry(lexicon: Lexicon, path: str, element: Element) -> Iterator[Sighting]:
    title = next((one.text or "" for one in element if one.tag.endswith("}title")), "")
    context = page_context(lexicon, path).under(lexicon, title)
    for one in element:
        name = one.tag.rpartition("}")[2]
        if len(one) and name in ("entry", "item", "channel"):
            yield from _entry(lexicon, path, one)
        elif one.get("type") == "html":
            yield from read_markup(lexicon, context, one.text or "")
        else:
            line = LinkedText(" ".join("".join(one.itertext()).split()))
            yield from read_line(lexicon, context, line, f"Eintrag „{title}“")


def read_text(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield what the lines of a text say: a calendar, a script, a file of no known kind."""
    context = page_context(lexicon, path)
    for text in _FOLDED.sub("", data.decode("utf-8", "replace")).replace("\\,", ",").splitlines():
        yield from read_line(lexicon, context, LinkedText(unescape(text)), "Text")
