"""Pages: tables, key figures, drawings, sentences, and JSON in scripts and attributes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from fokusbericht.audit.columns import PrintedCell
from fokusbericht.audit.context import Context, page_context
from fokusbericht.audit.drawings import read_drawing
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.lines import LinkedText
from fokusbericht.audit.records import read_json_text
from fokusbericht.audit.sentences import read_line
from fokusbericht.audit.sightings import Sighting
from fokusbericht.audit.tables import ShownTable, read_table
from fokusbericht.audit.tree import HtmlElement, parsed

# A heading holds until the end of the nearest of these.
_SCOPES = frozenset(("section", "figure", "article", "details", "aside", "li", "main", "body"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend", "caption"))
_BLOCKS = frozenset(
    (
        *("p", "li", "ul", "ol", "dl", "dd", "dt", "div", "section", "figure", "figcaption"),
        *("article", "aside", "main", "body", "html", "header", "footer", "nav", "details"),
        *("table", "form", "fieldset", "blockquote", "address", "svg", "template", "picture"),
        *_HEADINGS,
    )
)
_TITLES = ("figur-titel", "dachzeile", "name")  # classes of paragraphs that are headings
_SPOKEN = ("alt", "aria-label", "title", "content", "data-text", "data-value")


@dataclass(slots=True)
class _ReaderState:
    """Where the reader stands: the context changes with each heading, until its section ends."""

    lexicon: Lexicon
    context: Context
    pieces: list[tuple[str, str]] = field(default_factory=list)  # text, address


def read_html(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a page."""
    yield from read_markup(lexicon, page_context(lexicon, path), data.decode("utf-8", "replace"))


def read_markup(lexicon: Lexicon, context: Context, text: str) -> Iterator[Sighting]:
    """Yield the protected figures of HTML, a page or a piece of one."""
    yield from read_elements(lexicon, context, parsed(text))


def read_elements(lexicon: Lexicon, context: Context, root: HtmlElement) -> Iterator[Sighting]:
    """Yield the protected figures of elements, wherever they come from."""
    state = _ReaderState(lexicon, context)
    yield from _walk(state, root)
    yield from _flush(state)


def _walk(state: _ReaderState, element: HtmlElement) -> Iterator[Sighting]:
    yield from _attributes(state, element)
    if element.tag == "table":
        yield from _flush(state)
        yield from _table(state, element)
        return
    if element.tag == "svg":
        yield from _flush(state)
        yield from read_drawing(state.lexicon, state.context, element)
        return
    if element.tag in ("script", "style"):
        if "json" in element.attributes.get("type", ""):
            yield from read_json_text(state.lexicon, state.context, _source(element))
        return
    if element.tag in _BLOCKS:
        yield from _flush(state)
    yield from _children(state, element)
    if element.tag in _BLOCKS:
        yield from _flush(state)


def _children(state: _ReaderState, element: HtmlElement) -> Iterator[Sighting]:
    before = state.context
    if element.tag in _HEADINGS or element.attributes.get("class", "") in _TITLES:
        state.context = before.under(state.lexicon, element.text())
        before = state.context
    for child in element.children:
        if isinstance(child, str):
            state.pieces.append((child, ""))
        elif child.tag == "a" and not any(True for _ in child.all(*_BLOCKS)):
            state.pieces.append((child.text(), child.attributes.get("href", "")))
        else:
            yield from _walk(state, child)
    if element.tag in _SCOPES:
        state.context = before


def _flush(state: _ReaderState) -> Iterator[Sighting]:
    """Yield what the line says that ends here."""
    text, links = "", []
    for piece, href in state.pieces:
        words = " ".join(piece.split())
        if not words:
            continue
        start = len(text) + bool(text)
        text = f"{text} {words}" if text else words
        if href:
            links.append((start, len(text), href))
    state.pieces.clear()
    if text:
        yield from read_line(state.lexicon, state.context, LinkedText(text, tuple(links)), "Text")


def _source(script: HtmlElement) -> str:
    return "".join(one for one in script.children if isinstance(one, str))


def _attributes(state: _ReaderState, element: HtmlElement) -> Iterator[Sighting]:
    for name, value in element.attributes.items():
        if name in _SPOKEN:
            yield from read_line(
                state.lexicon, state.context, LinkedText(value), f"Attribut „{name}“"
            )
        elif value[:1] in ("{", "["):
            yield from read_json_text(state.lexicon, state.context, value)


def _table(state: _ReaderState, element: HtmlElement) -> Iterator[Sighting]:
    """Yield the cells of a table."""
    caption = next((one.text() for one in element.all("caption")), "")
    rows = [_cells(row) for row in element.all("tr")]
    if not rows:
        return
    yield from read_table(
        state.lexicon, state.context, ShownTable(caption, rows[0], tuple(rows[1:]))
    )


def _cells(row: HtmlElement) -> tuple[PrintedCell, ...]:
    return tuple(
        PrintedCell(one.text(), tuple(link.attributes.get("href", "") for link in one.all("a")))
        for one in row.all("td", "th")
    )
