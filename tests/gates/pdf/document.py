"""A PDF as the checker sees it: catalog, pages with what is painted on them, tree of elements."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from .content import PageContent, Piece, read_page

# ISO 32000-1, 14.8.4
GROUPS = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI"),
        *("Index", "NonStruct", "Private"),
    )
)
HEADINGS = ("H", "H1", "H2", "H3", "H4", "H5", "H6")
STANDARD = GROUPS | frozenset(
    (
        *HEADINGS,
        *("P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
        *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content: the number of its page, from 0, and its own on this page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class ObjectReference:
    """What of the tree is no content of a page: an annotation."""

    target: Dictionary


@dataclass(eq=False, slots=True)
class Element:
    """An element of the structure tree; `role` is the standard type its own kind stands for."""

    kind: str
    role: str
    source: Dictionary
    parent: "Element | None"
    children: list["Element | Mark | ObjectReference"] = field(default_factory=list)

    def elements(self) -> list["Element"]:
        """Return the elements right below it."""
        return [one for one in self.children if isinstance(one, Element)]

    def all(self) -> Iterator["Element"]:
        """Yield it and all below it, in their order."""
        yield self
        for one in self.elements():
            yield from one.all()

    def marks(self) -> Iterator[Mark]:
        """Yield all marked content in it, in its order."""
        for one in self.children:
            if isinstance(one, Element):
                yield from one.marks()
            elif isinstance(one, Mark):
                yield one

    def references(self) -> Iterator[ObjectReference]:
        """Yield the annotations in it."""
        for one in self.all():
            yield from (child for child in one.children if isinstance(child, ObjectReference))

    def above(self) -> Iterator["Element"]:
        """Yield what it stands in, from the nearest on."""
        one = self.parent
        while one is not None:
            yield one
            one = one.parent

    def attribute(self, name: str) -> Object | None:
        """Return an attribute of it (/Scope, /BBox …), whoever owns it."""
        for one in as_list(self.source.get("/A")):
            if isinstance(one, Dictionary) and name in one:
                return one[name]
        return None


@dataclass(eq=False)
class Document:
    """An opened PDF with what its conditions ask for, each found once."""

    pdf: Pdf

    @classmethod
    def of(cls, data: bytes) -> "Document":
        """Return the PDF in some bytes."""
        return cls(pikepdf.open(BytesIO(data)))

    @property
    def root(self) -> Dictionary:
        return self.pdf.Root

    @cached_property
    def pages(self) -> list[Dictionary]:
        return [one.obj for one in self.pdf.pages]

    @cached_property
    def contents(self) -> list[PageContent]:
        return [read_page(one) for one in self.pdf.pages]

    @cached_property
    def roles(self) -> dict[str, str]:
        """Return what kinds of elements are mapped to, without the stroke before names."""
        tree = self.root.get("/StructTreeRoot")
        mapped = tree.get("/RoleMap", Dictionary()) if tree is not None else {}
        return {kind.lstrip("/"): str(role).lstrip("/") for kind, role in mapped.items()}

    @cached_property
    def tops(self) -> list[Element]:
        """Return the elements right below the root of the tree."""
        tree = self.root.get("/StructTreeRoot")
        reader = _TreeReader(self)
        kids = as_list(tree.get("/K")) if tree is not None else []
        found = [reader.child(one, None, -1) for one in kids]
        return [one for one in found if isinstance(one, Element)]

    @cached_property
    def elements(self) -> list[Element]:
        return [one for top in self.tops for one in top.all()]

    @cached_property
    def pieces(self) -> dict[Mark, list[Piece]]:
        """Return the letters of each piece of marked content."""
        found: dict[Mark, list[Piece]] = {}
        for number, content in enumerate(self.contents):
            for piece in content.pieces:
                if piece.mark is not None:
                    found.setdefault(Mark(number, piece.mark), []).append(piece)
        return found

    @cached_property
    def page_numbers(self) -> dict[tuple[int, int], int]:
        return {one.objgen: number for number, one in enumerate(self.pages)}

    def all(self, *roles: str) -> list[Element]:
        """Return all elements of these standard types."""
        return [one for one in self.elements if one.role in roles]

    def words(self, element: Element) -> str:
        """Return the text of an element as one reads it."""
        return " ".join(self._text(element).replace("\u00ad", "").split())

    def _text(self, element: Element) -> str:
        if "/ActualText" in element.source:
            return str(element.source.ActualText)
        return "".join(
            self._text(one)
            if isinstance(one, Element)
            else "".join(piece.text for piece in self.pieces.get(one, ()))
            for one in element.children
            if not isinstance(one, ObjectReference)
        )

    def letters(self, element: Element) -> list[tuple[int, Piece]]:
        """Return all letters of an element with their pages, in its order."""
        return [
            (mark.page, piece) for mark in element.marks() for piece in self.pieces.get(mark, ())
        ]

    def where(self, element: Element) -> str:
        """Return where an element stands, for a finding: "page 3, H2 „Wohnen“"."""
        page = next((one.page for one in element.marks()), None)
        text = self.words(element)[:50]
        place = f"page {page + 1}, " if page is not None else ""
        return f"{place}{element.kind}" + (f" „{text}“" if text else "")

    def annotations(self) -> Iterator[tuple[int, Dictionary]]:
        """Yield all annotations with the numbers of their pages."""
        for number, page in enumerate(self.pages):
            for one in as_list(page.get("/Annots")):
                yield number, one

    def standard(self, kind: str) -> str:
        """Return the standard type that a kind ends at; itself where the road has no end."""
        seen = {kind}
        role = kind
        while role not in STANDARD and role in self.roles:
            role = self.roles[role]
            if role in seen:
                return kind
            seen.add(role)
        return role


class _TreeReader:
    """Reads the structure tree; an element that was met already is not entered again."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.seen: set[tuple[int, int]] = set()

    def child(
        self, kid: Object, parent: Element | None, page: int
    ) -> Element | Mark | ObjectReference | None:
        """Return what a kid of an element is."""
        if isinstance(kid, int):
            return Mark(page, kid)
        if not isinstance(kid, Dictionary):
            return None
        own = kid.get("/Pg")
        page = self.document.page_numbers.get(own.objgen, page) if own is not None else page
        if kid.get("/Type") == Name.MCR:
            return Mark(page, int(kid.MCID))
        if kid.get("/Type") == Name.OBJR:
            return ObjectReference(kid.Obj)
        return self._element(kid, parent, page)

    def _element(self, kid: Dictionary, parent: Element | None, page: int) -> Element | None:
        if kid.objgen != (0, 0) and kid.objgen in self.seen:
            return None
        self.seen.add(kid.objgen)
        kind = str(kid.get("/S", "")).lstrip("/")
        element = Element(kind, self.document.standard(kind), kid, parent)
        found = (self.child(one, element, page) for one in as_list(kid.get("/K")))
        element.children.extend(one for one in found if one is not None)
        return element


def as_list(value: Object | None) -> list[Object]:
    """Return what may stand alone or in an array, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def name_tree(node: Object | None, depth: int = 0) -> Iterator[tuple[str, Object]]:
    """Yield the entries of a name tree."""
    if node is None or depth > 20:
        return
    names = as_list(node.get("/Names"))
    yield from ((str(key), value) for key, value in zip(names[::2], names[1::2], strict=False))
    for kid in as_list(node.get("/Kids")):
        yield from name_tree(kid, depth + 1)


def number_tree(node: Object | None, depth: int = 0) -> Iterator[tuple[int, Object]]:
    """Yield the entries of a number tree."""
    if node is None or depth > 20:
        return
    numbers = as_list(node.get("/Nums"))
    yield from ((int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=False))
    for kid in as_list(node.get("/Kids")):
        yield from number_tree(kid, depth + 1)
