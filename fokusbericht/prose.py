"""Markdown → HTML that is safe; its links and embeds, each with its line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from fokusbericht.model.base import Text
from fokusbericht.problems import Place

if TYPE_CHECKING:
    from markdown import Markdown
    from nh3 import Cleaner

LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
EMBED = re.compile(r"^\{\{\s*([a-z]+)\s*:\s*(.*?)\s*\}\}[ \t]*$", re.MULTILINE)
# `[label](address "title")`, `[name]: address`, `<address>`: all that Markdown turns into links.
ADDRESSES = (
    re.compile(r"\]\(\s*(?:<([^>\n]*)>|([^)\s]*(?:\([^)\s]*\)[^)\s]*)*))"),
    re.compile(r"^[ ]{0,3}\[[^\]\n]*\]:[ \t]*\n?[ \t]*(?:<([^>\n]*)>|(\S+))", re.MULTILINE),
    re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^<>\n]*)>"),
)
HTML_TAG = re.compile(r"<(?:!--|![A-Za-z\[]|\?[A-Za-z]|[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?/?>)")
PICTURE = re.compile(r"!\[[^\]\n]*\][(\[]")
TITLE = re.compile(r"^#(?!#)[ \t]*\S|^\S[^\n]*\n=+[ \t]*$", re.MULTILINE)
BRACES = re.compile(r"\{\{\s*([^:}\n]*?)\s*(?::[^}\n]*)?\}\}")
CODE = re.compile(r"(`+).+?\1", re.DOTALL)
UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
MARK = "\ue000{}\ue001"  # private use: stands for an embed while Markdown is at work
NO_MARKS = {0xE000: None, 0xE001: None}
ALIGNED = re.compile(r' style="text-align: (left|right|center);"')
# All that our Markdown can make; what else is in a text, whatever way it got there, is left out.
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
TAGS = {
    *HEADINGS,
    *("p", "br", "hr", "blockquote", "pre", "code", "em", "strong", "a", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}} | {tag: {"id"} for tag in HEADINGS}
OTHER_HOST = re.compile(r"[\s\x00-\x20]*[/\\][\s\x00-\x20]*[/\\]")
TABLE_OR_HEADING = re.compile(r"<table>|<h[2-6][^>]*>(.*?)</h[2-6]>")
TAG = re.compile(r"<[^>]*>")
HEAD = re.compile(r"<th(?=[ >])")
SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found in a text: a link's target and label, or an embed's name and argument."""

    target: str
    label: str
    place: Place


def find_links(text: Text) -> Iterator[Mention]:
    """Yield the links `[[target|label]]`."""
    for match in LINK.finditer(text.source):
        yield Mention(match[1].strip(), (match[2] or "").strip(), place_at(text, match.start()))


def find_embeds(text: Text) -> Iterator[Mention]:
    """Yield the embeds `{{ name: argument }}`: the name as target, the argument as label."""
    for match in EMBED.finditer(text.source):
        yield Mention(match[1], match[2], place_at(text, match.start()))


def find_addresses(text: Text) -> Iterator[Mention]:
    """Yield the addresses of Markdown links, in all ways Markdown has to write them."""
    source = LINK.sub(_blank, _without_code(text))
    for form in ADDRESSES:
        for match in form.finditer(source):
            group = match.lastindex or 0
            yield Mention(match[group], "", place_at(text, match.start(group)))


def find_html(text: Text) -> Iterator[Mention]:
    """Yield raw HTML tags outside of code."""
    for match in HTML_TAG.finditer(_without_code(text)):
        yield Mention(match[0], "", place_at(text, match.start()))


def find_pictures(text: Text) -> Iterator[Mention]:
    """Yield pictures `![…](…)`."""
    for match in PICTURE.finditer(text.source):
        yield Mention(match[0], "", place_at(text, match.start()))


def find_titles(text: Text) -> Iterator[Mention]:
    """Yield headings of the first level."""
    for match in TITLE.finditer(text.source):
        yield Mention(match[0], "", place_at(text, match.start()))


def find_stray_embeds(text: Text) -> Iterator[Mention]:
    """Yield `{{ … }}` that is not an embed on a line of its own."""
    whole = {match.start() for match in EMBED.finditer(text.source)}
    for match in BRACES.finditer(text.source):
        if match.start() not in whole:
            yield Mention(match[1], "", place_at(text, match.start()))


def _without_code(text: Text) -> str:
    return CODE.sub(_blank, text.source)


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks, so that all that follows keeps its place."""
    return re.sub(r"[^\n]", " ", match[0])


def place_at(text: Text, offset: int) -> Place:
    """Return where in its file a text has what stands so far from its start."""
    before = text.source[:offset]
    line = before.count("\n")
    column = offset - before.rfind("\n") if line else offset + text.place.column
    return Place(text.place.path, text.place.line + line, column)


def to_html(source: str, link: Callable[[str, str], str], embed: Callable[[str, str], str]) -> str:
    """Return the HTML of a Markdown text.

    `link(target, label)` answers with Markdown for a `[[…]]`, `embed(name, argument)` with HTML
    for a `{{ … }}`. Raw HTML in the text is shown as text; what Markdown makes is sifted by a list
    of what is allowed. Embeds are ours and come in after that.
    """
    embeds: list[str] = []

    def keep(match: re.Match[str]) -> str:
        embeds.append(embed(match[1], match[2]))
        return f"\n\n{MARK.format(len(embeds) - 1)}\n\n"

    source = EMBED.sub(keep, source.translate(NO_MARKS))
    source = LINK.sub(lambda match: link(match[1].strip(), (match[2] or "").strip()), source)
    html = _clean(_converter().reset().convert(source))
    for number, fragment in enumerate(embeds):
        html = html.replace(f"<p>{MARK.format(number)}</p>", fragment)
    return _wrap_tables(html)


def _wrap_tables(html: str) -> str:
    """Return the HTML with tables that scroll by themselves, also by keyboard, and have a name."""
    numbers, above = count(1), ""

    def named(match: re.Match[str]) -> str:
        nonlocal above
        if match[0] != "<table>":
            above = ": " + TAG.sub("", match[1]).replace('"', "&quot;")
            return match[0]
        name = f"Tabelle {next(numbers)}{above}"
        return f'<div class="tabelle" role="region" aria-label="{name}" tabindex="0"><table>'

    html = TABLE_OR_HEADING.sub(named, html).replace("</table>", "</table></div>")
    return HEAD.sub('<th scope="col"', html.replace("<th></th>", "<td></td>"))


def _clean(html: str) -> str:
    # Markdown aligns columns by a style attribute, which our own security policy forbids.
    return _cleaner().clean(ALIGNED.sub(r' class="\1"', html)).replace("&nbsp;", "\u00a0")


@cache
def _cleaner() -> "Cleaner":
    from nh3 import Cleaner

    sides = {"left", "right", "center"}
    return Cleaner(
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        allowed_classes={"th": sides, "td": sides},
        url_schemes=SCHEMES,
        # Relative addresses are those of our own links; two slashes lead to another host.
        url_relative=lambda url: None if OTHER_HOST.match(url) else url,
        link_rel=None,
    )


@cache
def _converter() -> "Markdown":
    # Most builds turn no text into HTML at all; the library takes longer to load than to run.
    from markdown import Markdown

    converter = Markdown(
        extensions=["tables", "sane_lists", "toc"],
        extension_configs={"toc": {"slugify": _slugify, "toc_depth": "2-4", "marker": ""}},
        output_format="html",
    )
    # Raw HTML is never let through: without these two it is escaped like any text.
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def slug(title: str) -> str:
    """Return a title as a key: "Zahlen, Daten und Fakten" → "zahlen-daten-und-fakten"."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower().translate(UMLAUTS)).strip("-")


def _slugify(title: str, separator: str) -> str:
    return slug(title) or f"abschnitt{separator}"


def plain(source: str) -> str:
    """Return a text without its marks, for descriptions and search: links become their label."""
    source = EMBED.sub("", source)
    source = LINK.sub(lambda match: match[2] or match[1], source)
    source = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", source)
    source = re.sub(r"^[#>*\-\s]+|[*_`|]", " ", source, flags=re.MULTILINE)
    return " ".join(source.split())


def as_markdown_link(label: str, href: str) -> str:
    """Return a Markdown link whose label is taken as it stands."""
    safe = re.sub(r"([\\\[\]*_`<>])", r"\\\1", label)
    return f"[{safe}](<{escape(href)}>)"
