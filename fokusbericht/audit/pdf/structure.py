"""The tags of a PDF as the elements of a page, so that one reader serves both."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from pypdf import PdfReader

from fokusbericht.audit.pdf.objects import (
    Dictionary,
    array,
    dictionary,
    entry,
    resolved,
    text_of,
)
from fokusbericht.audit.pdf.shown import ShownText, joined, texts_of
from fokusbericht.audit.tree import HtmlElement

_TAGS: Mapping[str, str] = {
    "Document": "main",
    **dict.fromkeys(("Part", "Art", "Sect"), "section"),
    **{f"H{level}": f"h{level}" for level in range(1, 7)},
    "H": "h2",
    "Title": "h1",
    "P": "p",
    "Div": "div",
    "BlockQuote": "blockquote",
    "Table": "table",
    "TR": "tr",
    "TH": "th",
    "TD": "td",
    "Caption": "caption",
    "L": "ul",
    "LI": "li",
    "LBody": "div",
    "TOC": "ul",
    "TOCI": "li",
    "Note": "aside",
    "Link": "a",
    "Figure": "figure",
    "Formula": "p",
    **dict.fromkeys(("NonStruct", "Private", "Index"), "div"),
}
_LETTERS = 13.5  # the size of letters in our drawings, which the reader of drawings measures by
PageMark = tuple[int, int]  # page and mark


@dataclass(slots=True)
class _Tagged:
    """What the reader of the tree knows: the texts by their places, and what it has met."""

    roles: Dictionary
    pages: dict[int, int]  # by the number of their objects
    texts: dict[PageMark, list[ShownText]] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)
    told: set[PageMark] = field(default_factory=set)


def elements_of(reader: PdfReader) -> HtmlElement:
    """Return all that a PDF says: of itself, by its tags, and beside them."""
    root = reader.root_object
    tree = dictionary(entry(root, "/StructTreeRoot"))
    tagged = _Tagged(dictionary(entry(tree, "/RoleMap")), {})
    for number, page in enumerate(reader.pages):
        reference = page.indirect_reference
        tagged.pages[reference.idnum if reference else -1] = number
        contents = page.get_contents()
        for one in texts_of(page, contents.get_data()) if contents is not None else ():
            tagged.texts.setdefault((number, one.mark), []).append(one)
    body = HtmlElement("body")
    body.children += [_paragraph(text) for text in _said_of_it(reader)]
    body.children += [one for kid in array(entry(tree, "/K")) for one in _kid(tagged, kid, 0)]
    body.children += [_paragraph(text) for text in _untold(tagged)]
    return body


def _paragraph(text: str) -> HtmlElement:
    return HtmlElement("p", {}, [text])


def _said_of_it(reader: PdfReader) -> Iterator[str]:
    """Yield what a PDF says of itself, and what its annotations and bookmarks say."""
    yield from (text_of(one) for one in (reader.metadata or {}).values())
    metadata = entry(reader.root_object, "/Metadata")
    if metadata is not None and hasattr(metadata, "get_data"):
        yield metadata.get_data().decode("utf-8", "replace")
    for page in reader.pages:
        for one in array(entry(page, "/Annots")):
            yield text_of(entry(dictionary(one), "/Contents"))
    waiting, met = [dictionary(entry(reader.root_object, "/Outlines"))], set[int]()
    while waiting:
        mark = waiting.pop()
        if id(mark) not in met and mark:
            met.add(id(mark))
            yield text_of(entry(mark, "/Title"))
            waiting += [dictionary(entry(mark, key)) for key in ("/Next", "/First")]


def _untold(tagged: _Tagged) -> Iterator[str]:
    """Yield the lines that stand in no tag: running heads, and what was forgotten."""
    for place, texts in sorted(tagged.texts.items()):
        if place not in tagged.told:
            yield from (one.text for one in joined(texts))


def _kid(tagged: _Tagged, kid: Any, page: int) -> Iterator["HtmlElement | str"]:
    found = resolved(kid)
    if isinstance(found, int):
        yield from _words(tagged, (page, found))
        return
    if not isinstance(found, dict):
        return
    page = _page(tagged, found, page)
    if entry(found, "/Type") == "/MCR":
        yield from _words(tagged, (page, int(entry(found, "/MCID"))))
    elif "/S" in found and id(found) not in tagged.met:
        tagged.met.add(id(found))
        element = _element(tagged, found, page)
        if element.tag == "span":  # words in a sentence: their letters follow each other
            yield from element.children
        else:
            yield element


def _page(tagged: _Tagged, found: Dictionary, page: int) -> int:
    reference = found.get("/Pg")
    return tagged.pages.get(getattr(reference, "idnum", -1), page)


def _words(tagged: _Tagged, place: PageMark) -> Iterator[str]:
    tagged.told.add(place)
    text = "".join(one.text for one in tagged.texts.get(place, ()))
    if text:
        yield text


def _element(tagged: _Tagged, found: Dictionary, page: int) -> HtmlElement:
    kind = _role(tagged, str(entry(found, "/S")).lstrip("/"))
    element = HtmlElement(_TAGS.get(kind, "span"))
    spoken = [text_of(entry(found, key)) for key in ("/Alt", "/E")]
    if kind == "Figure":
        # What stands for the picture is read first, and says what the picture is of.
        element.children += [HtmlElement("legend", {}, [text]) for text in spoken if text]
        element.children.append(_drawing(tagged, found, page))
        return element
    if kind == "Link":
        element.attributes["href"] = next(_goals(found), "")
    actual = entry(found, "/ActualText")
    children = _merged(one for kid in array(entry(found, "/K")) for one in _kid(tagged, kid, page))
    element.children += [text_of(actual)] if actual is not None else children
    if kind == "Lbl":  # the number of a note or an item is no part of its words
        element.children = [" ", *element.children, " "]
    element.children += [_paragraph(text) for text in spoken if text]
    if any(isinstance(one, HtmlElement) and one.tag == "caption" for one in element.children):
        element.tag = element.tag if element.tag == "table" else "figure"
    return element


def _merged(children: Iterable["HtmlElement | str"]) -> list["HtmlElement | str"]:
    """Return children with texts that follow each other as one; a word may go across lines."""
    merged: list[HtmlElement | str] = []
    for one in children:
        if isinstance(one, str) and merged and isinstance(merged[-1], str):
            merged[-1] += one
        else:
            merged.append(one)
    return merged


def _role(tagged: _Tagged, kind: str) -> str:
    for _ in range(9):
        mapped = entry(tagged.roles, f"/{kind}")
        if kind in _TAGS or mapped is None:
            break
        kind = str(mapped).lstrip("/")
    return kind


def _goals(link: Dictionary) -> Iterator[str]:
    """Yield the addresses that a Link leads to."""
    for kid in array(entry(link, "/K")):
        inner = dictionary(kid)
        action = dictionary(entry(dictionary(entry(inner, "/Obj")), "/A"))
        if "/URI" in action:
            yield text_of(entry(action, "/URI"))
        elif "/S" in inner:
            yield from _goals(inner)


def _drawing(tagged: _Tagged, figure: Dictionary, page: int) -> HtmlElement:
    """Return the words of a picture by where they stand, in the measure of our drawings."""
    places = list(dict.fromkeys(_places(tagged, figure, page)))
    tagged.told.update(places)
    drawing = HtmlElement("svg")
    for place in places:
        texts = [one for one in joined(tagged.texts.get(place, [])) if one.text.strip()]
        unit = _LETTERS / (median(one.size for one in texts) or 1.0) if texts else 1.0
        for one in texts:
            where = {"x": f"{one.x * unit:.2f}", "y": f"{-one.y * unit:.2f}"}
            drawing.children.append(HtmlElement("text", where, [one.text]))
    return drawing


def _places(tagged: _Tagged, element: Dictionary, page: int) -> Iterator[PageMark]:
    for kid in array(entry(element, "/K")):
        if isinstance(kid, int):
            yield page, int(kid)
            continue
        inner = dictionary(kid)
        own = _page(tagged, inner, page)
        if entry(inner, "/Type") == "/MCR":
            yield own, int(entry(inner, "/MCID"))
        elif "/S" in inner and id(inner) not in tagged.met:
            tagged.met.add(id(inner))
            yield from _places(tagged, inner, own)
