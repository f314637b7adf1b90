"""python-markdown with our own blocks, and marks that take no longer than a text is long."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from functools import cache
from html import unescape

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from fokusbericht.text.prose.anchors import anchor, marked, unique
from fokusbericht.text.prose.blocks import (
    Block,
    Code,
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Table,
    ThematicBreak,
)
from fokusbericht.text.prose.limits import is_too_long
from fokusbericht.text.prose.lines import Line
from fokusbericht.text.prose.reading import read
from fokusbericht.text.prose.tables import Passage
from fokusbericht.text.prose.words import SHELTER, Words

NOTE_MARK = "\ue002{}\ue003"  # private use: parts the text from its notes, and these
UNUSED = (
    *("backtick", "escape", "reference", "image_link", "image_reference", "short_reference"),
    *("short_image_ref", "html"),
)
BRACKET = re.compile(r"[\[\]]")
MOST_BRACKETS = 40  # within the words of a link
TARGET = re.compile(
    r"\([ \t\n]*+(?:<([^<>\n]*+)>|((?:[^\s()<>]|\((?:[^\s()<>]|\([^\s()<>]*+\))*+\))*+))"
    r"(?:[ \t\n]++(\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+[ \t\n]*+\)"
)
NAMED = re.compile(r"[ ]?\[([^\[\]]{0,200})\]")
OPEN = '<span aria-hidden="true">☐ </span><span class="nur-vorgelesen">offen: </span>'
DONE = '<span aria-hidden="true">☑ </span><span class="nur-vorgelesen">erledigt: </span>'


class BlockTree(BlockParser):
    """Builds the tree of a text from its blocks, in place of python-markdown's own parser."""

    scope = ""
    words: Words

    def parseDocument(self, lines: Iterable[str]) -> etree.ElementTree:
        """Return the tree of the text, and behind it that of each note it mentions."""
        reading = read("\n".join(lines))
        self.words = Words(reading.notes, self.scope)
        self.md.references.update(reading.addresses)
        root = etree.Element(self.md.doc_tag)
        self._add(root, reading.blocks)
        done = 0
        while done < len(self.words.mentions):
            name = list(self.words.mentions)[done]
            etree.SubElement(root, "p").text = AtomicString(NOTE_MARK.format(done))
            self._add(root, reading.notes[name].blocks)
            done += 1
        return etree.ElementTree(root)

    def _add(
        self, parent: etree.Element, blocks: tuple[Block, ...], is_tight: bool = False
    ) -> None:
        for block in blocks:
            match block:
                case Paragraph():
                    is_first = is_tight and block is blocks[0]
                    self._fill(parent if is_first else etree.SubElement(parent, "p"), block.lines)
                case Heading():
                    self._add_heading(parent, block)
                case Code():
                    pre = etree.SubElement(parent, "pre")
                    etree.SubElement(pre, "code").text = AtomicString(_escaped(block.text))
                case ThematicBreak():
                    etree.SubElement(parent, "hr")
                case Quote():
                    self._add(etree.SubElement(parent, "blockquote"), block.blocks)
                case Listing():
                    self._add_list(parent, block)
                case Table():
                    self._add_table(parent, block)

    def _add_heading(self, parent: etree.Element, block: Heading) -> None:
        heading = etree.SubElement(parent, f"h{block.level}")
        heading.text = self._sheltered(block.words.text)
        if block.anchor:
            heading.set("id", block.anchor)

    def _add_list(self, parent: etree.Element, block: Listing) -> None:
        made = etree.SubElement(parent, "ol" if block.is_ordered else "ul")
        first = block.items[0].number
        if first not in (None, 1):
            made.set("start", str(first))
        before, expected = None, first
        for item in block.items:
            li = etree.SubElement(made, "li")
            if item.number is not None and expected is not None:
                if item.number not in (expected, before):  # 1. 1. 1. counts as well
                    li.set("value", str(item.number))
                    expected = item.number
                before, expected = item.number, expected + 1
            self._add_item(li, item, block.is_loose)

    def _add_item(self, li: etree.Element, item: Item, is_loose: bool) -> None:
        self._add(li, item.blocks, is_tight=not is_loose)
        if item.done is not None:
            box = self.words.place(DONE if item.done else OPEN)
            holder = li if not is_loose or not len(li) else li[0]
            holder.text = box + (holder.text or "")

    def _add_table(self, parent: etree.Element, block: Table) -> None:
        table = etree.SubElement(parent, "table")
        head, body = etree.SubElement(table, "thead"), etree.SubElement(table, "tbody")
        self._add_row(head, block.head, block.sides, "th")
        for row in block.rows:
            self._add_row(body, row, block.sides, "td")

    def _add_row(
        self, parent: etree.Element, cells: tuple[Passage, ...], sides: tuple[str, ...], tag: str
    ) -> None:
        row = etree.SubElement(parent, "tr")
        for cell, side in zip(cells, sides, strict=True):
            made = etree.SubElement(row, tag)
            made.text = self._sheltered(cell.text)
            if side:
                made.set("class", side)

    def _fill(self, element: etree.Element, lines: tuple[Line, ...]) -> None:
        element.text = self._sheltered(joined(lines))

    def _sheltered(self, text: str) -> str:
        return AtomicString(text) if is_too_long(text) else self.words.sheltered(text)


def joined(lines: tuple[Line, ...]) -> str:
    """Return the lines of a paragraph; two blanks or a backslash at the end break the line."""
    first, *others = lines
    *before, last = [first.text, *(" " * line.column + line.text for line in others)]
    end = last.rstrip()
    return "".join((*map(_broken, before), end[:-1].rstrip() if _has_backslash(end) else end))


def _broken(line: str) -> str:
    bare = line.rstrip()
    if _has_backslash(bare):  # blanks behind it nobody sees
        return bare[:-1].rstrip() + "  \n"
    return bare + ("  \n" if line.endswith("  ") else "\n")


def _has_backslash(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _escaped(code: str) -> str:
    return code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Links(InlineProcessor):
    """Reads `[words](address "title")`, `[words][name]` and `[name]`."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int, int]:
        """Return the link, or nothing if there is none here."""
        end = _closing(data, m.end())
        if end:
            words = data[m.end() : end - 1]
            if target := TARGET.match(data, end):
                address = target[2] if target[1] is None else target[1]
                return self._link(words, address, (target[3] or "")[1:-1]), m.start(), target.end()
            named = NAMED.match(data, end)
            name = " ".join(((named and named[1]) or words).split()).lower()
            if found := self._references().get(name):
                return self._link(words, *found), m.start(), named.end() if named else end
        return None, m.start(), m.end()

    def _references(self) -> dict[str, tuple[str, str]]:
        assert self.md
        return self.md.references

    def _link(self, words: str, address: str, title: str) -> etree.Element:
        assert self.md
        as_text = self.md.parser.words.as_text  # type: ignore[attr-defined]
        link = etree.Element("a", {"href": as_text(address).strip()})
        if title:
            link.set("title", " ".join(as_text(title).split()))
        link.text = words
        return link


def _closing(data: str, start: int) -> int:
    """Return where the bracket that was opened before `start` is closed again; 0 if it is not."""
    depth = 1
    for number, match in enumerate(BRACKET.finditer(data, start)):
        depth += 1 if match[0] == "[" else -1
        if not depth:
            return match.end()
        if number == MOST_BRACKETS:
            return 0
    return 0


class Entities(InlineProcessor):
    """Reads `&nbsp;` and `&#8211;` as the letters they mean."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Return the letter; what is none, or cannot be seen, stays as it is written."""
        letter = unescape(m[0])
        is_shown = letter.isprintable() or letter in "\u00a0\u00ad\u202f"
        return (letter if is_shown else m[0]).translate(SHELTER), m.start(), m.end()


class Anchors(Treeprocessor):
    """Gives each heading an id, after its words are read."""

    def run(self, root: etree.Element) -> None:
        """Set the ids; those that are asked for come first."""
        parser = self.md.parser
        assert isinstance(parser, BlockTree)
        found = [one for one in root.iter() if re.fullmatch("h[1-6]", one.tag)]
        taken = parser.words.names()
        for heading in sorted(found, key=lambda one: one.get("id") is None):
            title = heading.get("id") or anchor(parser.words.as_text("".join(heading.itertext())))
            name = unique(title, taken)
            taken.add(name)
            heading.set("id", marked(name, parser.scope) if parser.scope else name)


class _OurMarkdown(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.parser = BlockTree(md)
        for name in UNUSED:
            md.inlinePatterns.deregister(name)
        # Raw HTML is never let through: without these it is escaped like any text.
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.register(Links(r"\[", md), "link", 160)
        md.inlinePatterns.register(
            Entities(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});", md),
            "entity",
            80,
        )
        assert md.delimiters
        md.delimiters.add("~", "del", double=True)
        md.treeprocessors.register(Anchors(md), "anchors", -1)


@cache
def converter() -> Markdown:
    """Return python-markdown as we use it."""
    return Markdown(extensions=[_OurMarkdown()], output_format="html")
