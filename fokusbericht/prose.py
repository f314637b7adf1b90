"""Markdown → HTML; its links and embeds, each with its line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from fokusbericht.model import Text
from fokusbericht.problems import Place

if TYPE_CHECKING:
    from markdown import Markdown

LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
EMBED = re.compile(r"^\{\{\s*([a-z]+)\s*:\s*(.*?)\s*\}\}[ \t]*$", re.MULTILINE)
ADDRESS = re.compile(r"(?<!\])\]\(\s*<?([^)\s>]*)")
HTML_TAG = re.compile(r"<(?:!--|[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>)")
PICTURE = re.compile(r"!\[[^\]\n]*\][(\[]")
TITLE = re.compile(r"^#(?!#)[ \t]*\S", re.MULTILINE)
BRACES = re.compile(r"\{\{\s*([^:}\n]*?)\s*(?::[^}\n]*)?\}\}")
CODE = re.compile(r"(`+).+?\1", re.DOTALL)
UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
MARK = "\ue000{}\ue001"  # private use: stands for an embed while Markdown is at work


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found in a text: a link's target and label, or an embed's name and argument."""

    target: str
    label: str
    place: Place


def find_links(text: Text) -> Iterator[Mention]:
    """Yield the links `[[target|label]]`."""
    for match in LINK.finditer(text.source):
        yield Mention(match[1].strip(), (match[2] or "").strip(), _place(text, match.start()))


def find_embeds(text: Text) -> Iterator[Mention]:
    """Yield the embeds `{{ name: argument }}`: the name as target, the argument as label."""
    for match in EMBED.finditer(text.source):
        yield Mention(match[1], match[2], _place(text, match.start()))


def find_addresses(text: Text) -> Iterator[Mention]:
    """Yield the addresses of Markdown links `[label](address)`."""
    for match in ADDRESS.finditer(text.source):
        yield Mention(match[1], "", _place(text, match.start(1)))


def find_html(text: Text) -> Iterator[Mention]:
    """Yield raw HTML tags outside of code."""
    source = CODE.sub(lambda match: " " * len(match[0]), text.source)
    for match in HTML_TAG.finditer(source):
        yield Mention(match[0], "", _place(text, match.start()))


def find_pictures(text: Text) -> Iterator[Mention]:
    """Yield pictures `![…](…)`."""
    for match in PICTURE.finditer(text.source):
        yield Mention(match[0], "", _place(text, match.start()))


def find_titles(text: Text) -> Iterator[Mention]:
    """Yield headings of the first level."""
    for match in TITLE.finditer(text.source):
        yield Mention(match[0], "", _place(text, match.start()))


def find_stray_embeds(text: Text) -> Iterator[Mention]:
    """Yield `{{ … }}` that is not an embed on a line of its own."""
    whole = {match.start() for match in EMBED.finditer(text.source)}
    for match in BRACES.finditer(text.source):
        if match.start() not in whole:
            yield Mention(match[1], "", _place(text, match.start()))


def _place(text: Text, offset: int) -> Place:
    before = text.source[:offset]
    line = before.count("\n")
    column = offset - before.rfind("\n") if line else offset + text.place.column
    return Place(text.place.path, text.place.line + line, column)


def to_html(source: str, link: Callable[[str, str], str], embed: Callable[[str, str], str]) -> str:
    """Return the HTML of a Markdown text.

    `link(target, label)` answers with Markdown for a `[[…]]`, `embed(name, argument)` with HTML
    for a `{{ … }}`. Raw HTML in the text is shown as text.
    """
    embeds: list[str] = []

    def keep(match: re.Match[str]) -> str:
        embeds.append(embed(match[1], match[2]))
        return f"\n\n{MARK.format(len(embeds) - 1)}\n\n"

    source = EMBED.sub(keep, source)
    source = LINK.sub(lambda match: link(match[1].strip(), (match[2] or "").strip()), source)
    html = _converter().reset().convert(source)
    for number, fragment in enumerate(embeds):
        html = html.replace(f"<p>{MARK.format(number)}</p>", fragment)
    return _wrap_tables(html)


def _wrap_tables(html: str) -> str:
    """Return the HTML with tables that scroll by themselves, also by keyboard."""
    numbers = count(1)
    html = re.sub(
        "<table>",
        lambda _: (
            '<div class="tabelle" role="region" '
            f'aria-label="Tabelle {next(numbers)}" tabindex="0"><table>'
        ),
        html,
    )
    html = html.replace("</table>", "</table></div>").replace("<th></th>", "<td></td>")
    # Markdown aligns columns by a style attribute, which our own security policy forbids.
    return re.sub(r' style="text-align: (\w+);"', r' class="\1"', html)


@cache
def _converter() -> "Markdown":
    # Most builds turn no text into HTML at all; the library takes longer to load than to run.
    from markdown import Markdown

    converter = Markdown(
        extensions=["tables", "sane_lists", "toc"],
        extension_configs={"toc": {"slugify": _slugify, "toc_depth": "2-4"}},
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
