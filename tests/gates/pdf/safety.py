"""Nothing acts by itself, nothing is locked, nothing comes from elsewhere."""

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object

from .condition import Condition
from .document import Document, as_list, name_tree

ACTING = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound")


def form(document: Document) -> Iterator[str]:
    if "/XFA" in document.root.get("/AcroForm", {}):
        yield "the file has an XFA form"


def acts(document: Document) -> Iterator[str]:
    names = document.root.get("/Names", {})
    yield from (f"JavaScript „{name}“" for name, _ in name_tree(names.get("/JavaScript")))
    yield from _acting("the document", document.root, opens=True)
    for number, page in enumerate(document.pages):
        yield from _acting(f"page {number + 1}", page)
    for number, one in document.annotations():
        yield from _acting(f"page {number + 1}, {one.get('/Subtype')}", one)


def _acting(where: str, holder: Dictionary, opens: bool = False) -> Iterator[str]:
    actions = [holder.get("/A"), *dict(holder.get("/AA", {})).values()]
    if opens:
        actions.append(holder.get("/OpenAction"))
    for one in actions:
        if isinstance(one, Dictionary) and str(one.get("/S")) in ACTING:
            yield f"{where}: {one.S}"


def encryption(document: Document) -> Object | None:
    """Return what the file says of its encryption."""
    return document.pdf.trailer.get("/Encrypt")


def no_permissions(document: Document) -> Iterator[str]:
    found = encryption(document)
    if found is not None and "/P" not in found:
        yield "nothing is said of what is allowed"


def not_readable(document: Document) -> Iterator[str]:
    found = encryption(document)
    if found is not None and "/P" in found and not int(found.P) & (1 << 9):
        yield "reading aloud is not allowed"


def locked(document: Document) -> Iterator[str]:
    if encryption(document) is not None:
        yield "the file is encrypted; PDF/A forbids it"


def unnamed_layer(document: Document) -> Iterator[str]:
    for one in _layers(document):
        if not str(one.get("/Name", "")):
            yield "a set of layers has no name"


def automatic_layer(document: Document) -> Iterator[str]:
    for one in _layers(document):
        if "/AS" in one:
            yield "a set of layers has an AS entry"


def _layers(document: Document) -> list[Dictionary]:
    found = document.root.get("/OCProperties")
    if found is None:
        return []
    return [*as_list(found.get("/Configs")), *as_list(found.get("/D"))]


def from_elsewhere(document: Document) -> Iterator[str]:
    for number, content in enumerate(document.contents):
        if content.references:
            yield f"page {number + 1}: a page of another file"


def form_used_twice(document: Document) -> Iterator[str]:
    painted: dict[tuple[int, int], int] = {}
    marked: set[tuple[int, int]] = set()
    for content in document.contents:
        marked |= content.marked_forms
        for key, times in content.forms.items():
            painted[key] = painted.get(key, 0) + times
    for key in sorted(marked):
        if painted[key] > 1:
            yield f"a form with tags is painted {painted[key]} times"


def film(document: Document) -> Iterator[str]:
    for number, one in document.annotations():
        if str(one.get("/Subtype")) in ("/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"):
            yield f"page {number + 1}: {one.Subtype}"


def other_intent(document: Document) -> Iterator[str]:
    """Without an intent of output nobody knows what the colours are."""
    kinds = [one.get("/S") for one in as_list(document.root.get("/OutputIntents"))]
    if Name.GTS_PDFA1 not in kinds:
        yield "OutputIntents has none for PDF/A"


CONDITIONS = (
    Condition("20-002", "layers without a name", unnamed_layer),
    Condition("20-003", "layers that change by themselves", automatic_layer),
    Condition("25-001", "form of XFA", form),
    Condition("26-001", "locked without permissions", no_permissions),
    Condition("26-002", "reading aloud forbidden", not_readable),
    Condition("30-001", "page of another file", from_elsewhere),
    Condition("30-002", "form with tags painted twice", form_used_twice),
    Condition("", "encrypted", locked),
    Condition("", "acts by itself", acts),
    Condition("", "sound or film", film),
    Condition("", "no output intent", other_intent),
)
