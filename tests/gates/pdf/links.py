"""Links and other annotations: in the tree, described, leading somewhere."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object

from gates.linktexts import EMPTY

from .condition import Condition
from .document import Document, Element, as_list, name_tree, number_tree

FREE = ("/Widget", "/Link", "/PrinterMark", "/Popup")
KNOWN = frozenset(
    (
        *("/Text", "/Link", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine"),
        *("/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink"),
        *("/Popup", "/FileAttachment", "/Sound", "/Movie", "/Widget", "/Screen", "/PrinterMark"),
        *("/TrapNet", "/Watermark", "/3D", "/Redact"),
    )
)
SCHEMES = ("https://", "http://", "mailto:", "tel:")


def holders(document: Document) -> dict[tuple[int, int], Element]:
    """Return the element that holds each annotation."""
    return {
        reference.target.objgen: element
        for element in document.elements
        for reference in element.children
        if not isinstance(reference, Element) and hasattr(reference, "target")
    }


def links_of(document: Document) -> Iterator[tuple[int, Dictionary]]:
    """Yield the link annotations with their pages."""
    for page, one in document.annotations():
        if one.get("/Subtype") == Name.Link:
            yield page, one


def place(page: int, annotation: Dictionary) -> str:
    """Return where an annotation stands, for a finding."""
    return f"page {page + 1}, {annotation.get('/Subtype')} „{annotation.get('/Contents', '')}“"


def outside_link(document: Document) -> Iterator[str]:
    known = holders(document)
    for page, one in links_of(document):
        holder = known.get(one.objgen)
        if holder is None or "Link" not in {holder.role, *(each.role for each in holder.above())}:
            yield place(page, one)


def no_contents(document: Document) -> Iterator[str]:
    for page, one in links_of(document):
        if not str(one.get("/Contents", "")).strip():
            yield place(page, one)


def outside_annot(document: Document) -> Iterator[str]:
    known = holders(document)
    for page, one in document.annotations():
        holder = known.get(one.objgen)
        if str(one.get("/Subtype")) not in FREE and (holder is None or holder.role != "Annot"):
            yield place(page, one)


def silent(document: Document) -> Iterator[str]:
    known = holders(document)
    for page, one in document.annotations():
        holder = known.get(one.objgen)
        said = one.get("/Contents", holder.source.get("/Alt", "") if holder else "")
        if str(one.get("/Subtype")) not in ("/Widget", "/Link", "/Popup") and not str(said).strip():
            yield place(page, one)


def unknown_kind(document: Document) -> Iterator[str]:
    for page, one in document.annotations():
        if str(one.get("/Subtype")) not in KNOWN:
            yield place(page, one)


def trap_net(document: Document) -> Iterator[str]:
    for page, one in document.annotations():
        if one.get("/Subtype") == Name.TrapNet:
            yield place(page, one)


def no_tabs(document: Document) -> Iterator[str]:
    for number, page in enumerate(document.pages):
        if as_list(page.get("/Annots")) and "/Tabs" not in page:
            yield f"page {number + 1}"


def other_tabs(document: Document) -> Iterator[str]:
    for number, page in enumerate(document.pages):
        if as_list(page.get("/Annots")) and page.get("/Tabs", Name.S) != Name.S:
            yield f"page {number + 1}: Tabs is {page.Tabs}"


def widget_outside_form(document: Document) -> Iterator[str]:
    known = holders(document)
    for page, one in document.annotations():
        holder = known.get(one.objgen)
        is_in = holder is not None and holder.role == "Form"
        if one.get("/Subtype") == Name.Widget and not is_in:
            yield place(page, one)


def silent_field(document: Document) -> Iterator[str]:
    known = holders(document)
    for page, one in document.annotations():
        holder = known.get(one.objgen)
        said = one.get("/TU", holder.source.get("/Alt", "") if holder else "")
        if one.get("/Subtype") == Name.Widget and not str(said).strip():
            yield place(page, one)


def empty_link(document: Document) -> Iterator[str]:
    for element in document.all("Link"):
        if not any(True for _ in element.references()):
            yield f"{document.where(element)}: no annotation"


def silent_link(document: Document) -> Iterator[str]:
    """What a link says: its words, of a picture its alternative."""
    for element in document.all("Link"):
        pictures = [str(one.source.get("/Alt", "")) for one in element.all()]
        text = document.words(element) or " ".join(filter(None, pictures))
        if not text or EMPTY.fullmatch(text):
            yield f"{document.where(element)}: says „{text}“"


def destinations(document: Document) -> set[str]:
    """Return the names of all places in the document that can be gone to."""
    names = document.root.get("/Names", {}).get("/Dests")
    old = document.root.get("/Dests", {})
    return {name for name, _ in name_tree(names)} | {str(one).lstrip("/") for one in old}


def nowhere(document: Document) -> Iterator[str]:
    known = destinations(document)
    for page, one in links_of(document):
        action = one.get("/A")
        goal = one.get("/Dest") if action is None else action.get("/D")
        is_address = action is not None and action.get("/S") == Name.URI
        if is_address and not str(action.get("/URI", "")).startswith(SCHEMES):
            yield f"{place(page, one)}: leads to „{action.get('/URI', '')}“"
        elif not is_address and not is_place(document, goal, known):
            yield f"{place(page, one)}: leads nowhere"


def is_place(document: Document, goal: Object | None, known: set[str]) -> bool:
    """Say whether a destination is a page of the document or a name it knows."""
    if isinstance(goal, Array) and len(goal):
        return hasattr(goal[0], "objgen") and goal[0].objgen in document.page_numbers
    return goal is not None and str(goal).lstrip("/") in known


def lost_annotation(document: Document) -> Iterator[str]:
    """Programs go from an annotation to its element by the parent tree."""
    tree = document.root.get("/StructTreeRoot", {})
    parents = dict(number_tree(tree.get("/ParentTree")))
    known = holders(document)
    for page, one in document.annotations():
        parent = parents.get(one.get("/StructParent", -1))
        holder = known.get(one.objgen)
        is_same = parent is not None and holder and parent.objgen == holder.source.objgen
        if holder and not is_same:
            yield f"{place(page, one)}: the parent tree does not know it"


CONDITIONS = (
    Condition("28-002", "annotation outside Annot", outside_annot),
    Condition("28-004", "annotation without description", silent),
    Condition("28-005", "field without description", silent_field),
    Condition("28-006", "annotation of unknown kind", unknown_kind),
    Condition("28-007", "annotation for printers", trap_net),
    Condition("28-008", "page without order of tabs", no_tabs),
    Condition("28-009", "tabs in another order", other_tabs),
    Condition("28-010", "field outside Form", widget_outside_form),
    Condition("28-011", "link outside Link", outside_link),
    Condition("28-012", "link without description", no_contents),
    Condition("", "parent tree lacks an annotation", lost_annotation),
    Condition("", "Link without a link", empty_link),
    Condition("", "link says nothing", silent_link),
    Condition("", "link leads nowhere", nowhere),
)
