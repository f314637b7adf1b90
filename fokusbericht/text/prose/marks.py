"""What in a text is more than words: links, embeds, addresses, raw HTML, each with its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from fokusbericht.model.base import Text
from fokusbericht.problems import Place
from fokusbericht.text.prose.blocks import codes, leaves
from fokusbericht.text.prose.code import blanked, code_spans
from fokusbericht.text.prose.reading import read

# Its label may go on in the next line, as a line of text may be wrapped anywhere.
LINK = re.compile(
    r"(?<!\\)\[\[([^\[\]|\\\n]++)(?:\\?\|([^\[\]\n]++(?:\n[ \t]*+[^\[\]\s][^\[\]\n]*)?))?\]\]"
)
# What was meant as a link and is none. A link to elsewhere may begin with a bracket: [[1]](https://…)
STRAY_LINK = re.compile(
    r"\[\[(?!\^)(?![^\[\]\n]*+\][^\[\]\n]*+\]\()|(\\)\[\\?\[[^\[\]\\\n]++\\?\]\\?\]"
)
GAP = re.compile(r"\[(?=[^\[\]\n]*+\][ \t]++\((?:https?:|www\.|mailto:))[^\[\]\n]*?[^\W\d_\[\]]")
BLANK = re.compile(
    r"\]\([ \t]*+((?:https?:|www\.|mailto:|tel:)[^\s()<>]*+)[ \t]++(?![\"'(])[^()\n]*+\)"
)
EMBED = re.compile(
    r"^\{\{[ \t]*+([a-z]++)[ \t]*+:[ \t]*+"
    r"((?:[^\s}]++|\}(?!\}[ \t]*$)|[^\S\n]++(?!\}\}[ \t]*$))*+)[ \t]*+\}\}[ \t]*+$",
    re.MULTILINE,
)
# `[label](address "title")`, `[name]: address`, `<address>`: all that Markdown turns into links.
ADDRESSES = (
    re.compile(r"\]\(\s*+(?:<([^<>\n]*+)>|([^)\s]*+(?:\([^)\s]*+\)[^)\s]*+)*+))"),
    re.compile(
        r"^[ \t>]*+\[(?!\^)[^\[\]\n]{1,200}\]:[ \t]*+(?:<([^<>\n]{0,2000})>|([^\s<]\S{0,2000}))"
        r"(?=[ \t]*+(?:[\"'(][^\n]*)?$)",
        re.MULTILINE,
    ),
    re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*+:[^<>\n]*+)>"),
)
HTML_TAG = re.compile(r"<(?:!--|![A-Za-z\[]|\?[A-Za-z]|[A-Za-z][A-Za-z0-9-]*+(?:[\s/][^<>]*+)?+>)")
PICTURE = re.compile(r"!\[(?!\^)(?:[^\[\]\n]|\[[^\[\]\n]*+\])*+\][(\[]")
TITLE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+•]|\d{1,9}[.)])[ \t>]++)*+#(?!#)[ \t]*+\S"
    r"|^[ \t]*+\S[^\n]*\n[ \t]*+=+[ \t]*+$",
    re.MULTILINE,
)
# A heading of the second level that is words and no more.
SECTION = re.compile(r"^##[ \t]++([^#\s\[{*_`][^\[{*_`\n]*?)[ \t]*#*[ \t]*$", re.MULTILINE)
NO_LINK = "Ein Verweis sieht so aus: [[wohnen]] oder [[wohnen|Text]]. So wie hier ist er keiner."
ESCAPED_LINK = (
    "Ein „\\“ macht aus diesem Verweis bloßen Text. Bitte streichen: [[wohnen]] oder "
    "[[wohnen|Text]]."
)
GAP_IN_LINK = "Zwischen „]“ und „(“ steht ein Leerzeichen; so wird daraus kein Link. Bitte löschen."
BLANK_IN_LINK = (
    "Hinter „{}“ steht in der Adresse ein Leerzeichen; so wird daraus kein Link. Bitte löschen "
    "oder als %20 schreiben."
)
# Alone in a line no prose looks like this: `{ karte: a }`, `\\{\\{ karte: a }}`, `{{ Karte a }}`.
ALONE = re.compile(
    r"^[ \t]*+((?:\\?\{[ \t]*+[A-Za-z]++[ \t]*+:|(?:\\?\{){2})[^{}\n]*+(?:\\?\}){1,3}+)[ \t]*+$",
    re.MULTILINE,
)
BRACES = re.compile(r"\{\{\s*+([^:{}\n]*+)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found in a text: a link's target and label, or an embed's name and argument."""

    target: str
    label: str
    place: Place


def find_links(text: Text) -> Iterator[Mention]:
    """Yield the links `[[target|label]]`."""
    for match in found_outside_of_code(LINK, text.source):
        yield Mention(match[1].strip(), label_of(match), place_at(text, match.start()))


def label_of(link: re.Match[str]) -> str:
    """Return the words of a link, in one line; nothing where it has none of its own."""
    return " ".join((link[2] or "").split())


def find_stray_links(text: Text) -> Iterator[tuple[Place, str]]:
    """Yield where something was meant as a link and is shown as it is written, and why."""
    source = LINK.sub(_blank, without_code(text.source))
    for match in STRAY_LINK.finditer(source):
        yield place_at(text, match.start()), ESCAPED_LINK if match[1] else NO_LINK
    for match in GAP.finditer(source):
        yield place_at(text, match.start()), GAP_IN_LINK
    for match in BLANK.finditer(source):
        yield place_at(text, match.start(1)), BLANK_IN_LINK.format(match[1])


def find_embeds(text: Text) -> Iterator[Mention]:
    """Yield the embeds `{{ name: argument }}`: the name as target, the argument as label."""
    for match in found_outside_of_code(EMBED, text.source):
        yield Mention(match[1], match[2], place_at(text, match.start()))


def find_addresses(text: Text) -> Iterator[Mention]:
    """Yield the addresses of Markdown links, in all ways Markdown has to write them."""
    source = LINK.sub(_blank, without_code(text.source))
    for form in ADDRESSES:
        for match in form.finditer(source):
            group = match.lastindex or 0
            yield Mention(match[group], "", place_at(text, match.start(group)))


def find_html(text: Text) -> Iterator[Mention]:
    """Yield raw HTML tags outside of code."""
    for match in HTML_TAG.finditer(without_code(text.source)):
        yield Mention(match[0], "", place_at(text, match.start()))


def find_pictures(text: Text) -> Iterator[Mention]:
    """Yield pictures `![…](…)`."""
    source = LINK.sub(_blank, without_code(text.source))
    for match in PICTURE.finditer(source):
        yield Mention(match[0], "", place_at(text, match.start()))


def find_titles(text: Text) -> Iterator[Mention]:
    """Yield headings of the first level."""
    for match in TITLE.finditer(without_code(text.source)):
        yield Mention(match[0], "", place_at(text, match.start()))


def find_sections(text: Text) -> Iterator[str]:
    """Yield the headings of the second level that are plain words."""
    yield from (match[1] for match in SECTION.finditer(without_code(text.source)))


def find_stray_embeds(text: Text) -> Iterator[Mention]:
    """Yield `{{ … }}` that is no embed on a line of its own; one alone has its line as label."""
    source = without_code(text.source)
    whole = {match.start() for match in EMBED.finditer(source)}
    alone = {match.start(1): match[1] for match in ALONE.finditer(source)}
    for match in BRACES.finditer(source):
        if match.start() not in whole:
            label = alone.pop(match.start(), "")
            yield Mention(match[1].strip(), label, place_at(text, match.start()))
    for start in sorted(alone.keys() - whole):
        yield Mention("", alone[start], place_at(text, start))


def found_outside_of_code(pattern: re.Pattern[str], source: str) -> Iterator[re.Match[str]]:
    """Yield all that fits and does not begin in code."""
    for match in pattern.finditer(without_code(source)):
        yield pattern.match(source, match.start()) or match


def replaced_outside_of_code(
    pattern: re.Pattern[str], source: str, new: Callable[[re.Match[str]], str]
) -> str:
    """Return a text with all that fits replaced, but for what is code."""
    parts, done = [], 0
    for match in found_outside_of_code(pattern, source):
        parts += [source[done : match.start()], new(match)]
        done = match.end()
    return "".join((*parts, source[done:]))


def without_code(source: str) -> str:
    """Return a text with blanks for all that is code in it."""
    if "`" not in source and "~~~" not in source:
        return source
    return _without_code(source)


@lru_cache(maxsize=64)
def _without_code(source: str) -> str:
    reading = read(source)
    blocks = (*reading.blocks, *(one for note in reading.notes.values() for one in note.blocks))
    spans = [code.span for code in codes(blocks)]
    for pieces in leaves(blocks):
        whole = "\n".join(piece.text for piece in pieces)
        if "`" in whole:
            starts = _starts(piece.text for piece in pieces)
            offsets = [piece.offset for piece in pieces]

            def at(position: int, starts: list[int] = starts, offsets: list[int] = offsets) -> int:
                line = bisect_right(starts, position) - 1
                return offsets[line] + position - starts[line]

            spans += ((at(start), at(end - 1) + 1) for start, end in code_spans(whole))
    return blanked(source, sorted(spans))


def _starts(texts: Iterator[str]) -> list[int]:
    starts, begin = [], 0
    for text in texts:
        starts.append(begin)
        begin += len(text) + 1
    return starts


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks, so that all that follows keeps its place."""
    return re.sub(r"[^\n]", " ", match[0])


def place_at(text: Text, offset: int) -> Place:
    """Return where in its file a text has what stands so far from its start."""
    starts = _line_starts(text.source)
    line = bisect_right(starts, offset) - 1
    column = offset - starts[line] + (1 if line else text.place.column)
    return Place(text.place.path, text.place.line + line, column)


@lru_cache(maxsize=16)
def _line_starts(source: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", source))]
