"""A text as HTML that is safe: made by python-markdown, sifted by nh3."""

import re
from collections.abc import Callable
from functools import cache
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from fokusbericht.text.prose.anchors import MARKED, marked
from fokusbericht.text.prose.marks import EMBED, LINK, label_of, replaced_outside_of_code
from fokusbericht.text.prose.words import MARKS, Words

if TYPE_CHECKING:
    from nh3 import Cleaner

LinkMaker = Callable[[str, str], str]
EmbedMaker = Callable[[str, str], str]
Explainer = Callable[[str], str]

EMBED_MARK = "\ue000{}\ue001"  # private use: stands for an embed while Markdown is at work
NOTE = re.compile("<p>\ue002[0-9]+\ue003</p>\n?")
# All that our Markdown can make; what else is in a text, whatever way it got there, is left out.
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
TAGS = {
    *HEADINGS,
    *("p", "br", "hr", "blockquote", "pre", "code", "em", "strong", "del", "a", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "li": {"value"}} | {
    tag: {"id"} for tag in HEADINGS
}
OTHER_HOST = re.compile(r"[\s\x00-\x20]*[/\\][\s\x00-\x20]*[/\\]")
TABLE_OR_HEADING = re.compile(r"<table>|<h[2-6][^>]*>(.*?)</h[2-6]>")
TAG = re.compile(r"<[^>]*>")
HEAD = re.compile(r"<th(?=[ >])(?![^>]* scope=)")
HEAD_TEXT = re.compile(r"<th(?=[ >])[^>]*>(.*?)</th>")
SCHEMES = {"http", "https", "mailto", "tel"}
OWN_ANCHOR = re.compile(r'href="#([^"]+)"')


def to_html(
    source: str, link: LinkMaker, embed: EmbedMaker, scope: str = "", explain: Explainer = str
) -> str:
    """Return the HTML of a Markdown text.

    `link(target, label)` answers with Markdown for a `[[…]]`, `embed(name, argument)` with HTML
    for a `{{ … }}`. Raw HTML in the text is shown as text; what Markdown makes is sifted by a list
    of what is allowed. Embeds, notes and what `explain` adds are ours and come in after that. With
    a `scope` the ids are only marked: the page settles them (`anchors.settle`), as it may have
    several texts.
    """
    # Most builds turn no text into HTML at all; the library takes longer to load than to run.
    from fokusbericht.text.prose.converter import BlockTree, converter

    embeds: list[str] = []

    def keep(match: re.Match[str]) -> str:
        embeds.append(embed(match[1], match[2]))
        return f"\n\n{EMBED_MARK.format(len(embeds) - 1)}\n\n"

    source = replaced_outside_of_code(EMBED, MARKS.sub("", source), keep)
    source = replaced_outside_of_code(LINK, source, lambda one: link(one[1].strip(), label_of(one)))
    markdown = converter().reset()
    parser = markdown.parser
    assert isinstance(parser, BlockTree)
    parser.scope = scope
    made = markdown.convert(source)
    html = _clean(parser.words.with_code(made)) if made else ""
    text, *notes = NOTE.split(html)
    html = explain(text)
    if notes:
        html += _notes(notes, parser.words)
    html = parser.words.with_own(html) if made else ""
    for number, fragment in enumerate(embeds):
        html = html.replace(f"<p>{EMBED_MARK.format(number)}</p>", fragment)
    return _wrap_tables(_own_anchors(html, scope))


def _notes(notes: list[str], words: Words) -> str:
    """Return the notes under a text, each with the way back to where it is mentioned."""
    counted = enumerate(zip(notes, words.mentions.values(), strict=True), start=1)
    items = "".join(
        f'<li id="{words.id_of_note(number)}">'
        f"{_with_ways_back(note.strip(), number, times, words)}</li>\n"
        for number, (note, times) in counted
    )
    head = '<p class="nur-vorgelesen">Fußnoten</p>'
    return f'<div class="fussnoten">{head}\n<ol>\n{items}</ol>\n</div>'


def _with_ways_back(note: str, number: int, times: int, words: Words) -> str:
    ways = "".join(
        f' <a class="zurueck" href="#{words.id_of_mention(number, one)}" '
        f'aria-label="Zurück zu Fußnote {number} im Text{_time(one, times)}">↩</a>'
        for one in range(1, times + 1)
    )
    if note.endswith("</p>"):
        return f"{note.removesuffix('</p>')}{ways}</p>"
    return f"{note}<p>{ways.strip()}</p>"


def _time(one: int, times: int) -> str:
    return f", Stelle {one}" if times > 1 else ""


def _own_anchors(html: str, scope: str) -> str:
    """Return HTML whose links to headings of the same text lead there, however they are called."""
    if not scope or 'href="#' not in html:
        return html
    own = {match[2] for match in MARKED.finditer(html) if match[1] == scope}

    def led(match: re.Match[str]) -> str:
        return f'href="#{marked(match[1], scope)}"' if match[1] in own else match[0]

    return OWN_ANCHOR.sub(led, html)


def _wrap_tables(html: str) -> str:
    """Return the HTML with tables that scroll by themselves, also by keyboard, and have a name."""
    numbers, above = count(1), ""

    def named(match: re.Match[str]) -> str:
        nonlocal above
        if match[0] != "<table>":
            above = _attribute(match[1])
            return match[0]
        name = f"Tabelle {next(numbers)}: {above or _heads(match)}"
        return f'<div class="tabelle" role="region" aria-label="{name}" tabindex="0"><table>'

    html = TABLE_OR_HEADING.sub(named, html).replace("</table>", "</table></div>")
    return HEAD.sub('<th scope="col"', html.replace("<th></th>", "<td></td>"))


def _heads(table: re.Match[str]) -> str:
    """Return what the columns of a table are called."""
    text = table.string[table.end() : table.string.find("</thead>", table.end())]
    return ", ".join(filter(None, map(_attribute, HEAD_TEXT.findall(text))))


def _attribute(html: str) -> str:
    return TAG.sub("", html).replace('"', "&quot;")


def _clean(html: str) -> str:
    return _cleaner().clean(html).replace("&nbsp;", "\u00a0")


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


def as_markdown_link(label: str, href: str) -> str:
    """Return a Markdown link whose label is taken as it stands."""
    safe = re.sub(r"([\\\[\]*_`<>~|&!#])", r"\\\1", label)
    return f"[{safe}](<{escape(href)}>)"
