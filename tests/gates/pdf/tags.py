"""All content is in the tree or an artifact, once; each kind of element stands for a known one."""

from collections import Counter
from collections.abc import Iterator

from .condition import Condition
from .document import GROUPS, STANDARD, Document, Element, Mark, as_list, number_tree

PARTS = {
    "Table": {"Caption", "TR", "THead", "TBody", "TFoot"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"Caption", "L", "LI"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"Caption", "TOC", "TOCI"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
    "Ruby": {"RB", "RT", "RP"},
    "Warichu": {"WT", "WP"},
}
WHOLES = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
OF_TABLES = {"Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"}
OF_LISTS = {"L", "LI", "LBody"}
OF_CONTENTS = {"TOC", "TOCI"}
INLINE = {"Span", "Quote", "Code", "Lbl", "Reference", "Link"}


def unknown_kind(document: Document) -> Iterator[str]:
    kinds = {element.kind for element in document.elements} | document.roles.keys()
    for kind in sorted(kinds):
        if document.standard(kind) not in STANDARD and not _is_circular(document, kind):
            yield f"„{kind}“ ends at no standard type"


def circular(document: Document) -> Iterator[str]:
    for kind in sorted(document.roles):
        if _is_circular(document, kind):
            yield f"„{kind}“ is mapped to itself"


def _is_circular(document: Document, kind: str) -> bool:
    seen: set[str] = set()
    while kind in document.roles and kind not in seen:
        seen.add(kind)
        kind = document.roles[kind]
    return kind in seen


def remapped(document: Document) -> Iterator[str]:
    for kind, role in sorted(document.roles.items()):
        if kind in STANDARD:
            yield f"the standard type „{kind}“ is mapped to „{role}“"


def artifact_in_tags(document: Document) -> Iterator[str]:
    for number, content in enumerate(document.contents):
        if content.artifacts_in_tags:
            yield f"page {number + 1}: {content.artifacts_in_tags} times"


def tags_in_artifact(document: Document) -> Iterator[str]:
    for number, content in enumerate(document.contents):
        if content.tags_in_artifacts:
            yield f"page {number + 1}: {content.tags_in_artifacts} times"


def neither(document: Document) -> Iterator[str]:
    tagged = set(all_marks(document))
    for number, content in enumerate(document.contents):
        loose = {
            one.mark
            for one in (*content.pieces, *content.shapes)
            if not one.is_artifact and (one.mark is None or Mark(number, one.mark) not in tagged)
        }
        if None in loose:
            yield f"page {number + 1}: content without a mark"
        if loose - {None}:
            yield f"page {number + 1}: marked content {sorted(filter(None, loose))} in no tag"


def all_marks(document: Document) -> list[Mark]:
    """Return the marked content of all elements, in the order of the tree."""
    return [mark for top in document.tops for mark in top.marks()]


def tagged_twice(document: Document) -> Iterator[str]:
    for mark, times in Counter(all_marks(document)).items():
        if times > 1:
            yield f"page {mark.page + 1}: marked content {mark.number} is in {times} tags"


def marked_twice(document: Document) -> Iterator[str]:
    for number, content in enumerate(document.contents):
        for mark, times in Counter(content.marks).items():
            if times > 1:
                yield f"page {number + 1}: {times} pieces of content have the mark {mark}"


def tags_nothing(document: Document) -> Iterator[str]:
    there = {Mark(page, one) for page, each in enumerate(document.contents) for one in each.marks}
    for mark in all_marks(document):
        if mark not in there:
            yield f"page {mark.page + 1}: no content has the mark {mark.number}"


def other_parent(document: Document) -> Iterator[str]:
    """Programs go from content to its element by the parent tree; it must say the same."""
    tree = document.root.get("/StructTreeRoot", {})
    known = dict(number_tree(tree.get("/ParentTree")))
    for element in document.elements:
        for mark in (one for one in element.children if isinstance(one, Mark)):
            if not 0 <= mark.page < len(document.pages):
                continue
            row = as_list(known.get(document.pages[mark.page].get("/StructParents", -1)))
            parent = row[mark.number] if mark.number < len(row) else None
            is_there = mark.number in document.contents[mark.page].marks
            if not is_there:
                continue
            if parent is None or parent.objgen != element.source.objgen:
                yield f"{document.where(element)}: the parent tree does not know it"


def no_document(document: Document) -> Iterator[str]:
    if [one.role for one in document.tops] != ["Document"]:
        yield f"the tree begins with {[one.role for one in document.tops]}"


def loose_words(document: Document) -> Iterator[str]:
    for element in document.elements:
        parent = element.parent
        if parent is None or parent.role not in GROUPS - {"Caption", "NonStruct", "Private"}:
            continue
        if element.role in INLINE and document.words(element) and not parent.role.startswith("TOC"):
            yield f"{document.where(element)}: in no paragraph"
    for element in document.elements:
        if element.role in {"Document", "Part", "Art", "Sect"}:
            for mark in (one for one in element.children if isinstance(one, Mark)):
                text = "".join(piece.text for piece in document.pieces.get(mark, ()))
                yield f"page {mark.page + 1}: „{text[:50]}“ right in {element.kind}"


def misplaced(document: Document, roles: set[str]) -> Iterator[str]:
    """Return elements of some roles that hold or stand in what they must not."""
    for element in document.elements:
        if element.role not in roles:
            continue
        allowed = PARTS.get(element.role)
        for one in element.elements() if allowed else ():
            if one.role not in allowed:
                yield f"{document.where(one)}: in {element.kind}"
        if allowed and any(isinstance(one, Mark) for one in element.children):
            yield f"{document.where(element)}: content right in {element.kind}"
        whole = element.parent.role if element.parent else "the root"
        if whole not in WHOLES.get(element.role, {whole}):
            yield f"{document.where(element)}: {element.kind} in {whole}"


def wrong_table(document: Document) -> Iterator[str]:
    yield from misplaced(document, OF_TABLES)
    for table in document.all("Table"):
        kinds = Counter(one.role for one in table.elements())
        if kinds["THead"] > 1 or kinds["TFoot"] > 1 or kinds["Caption"] > 1:
            yield f"{document.where(table)}: two heads, feet or captions"
        if kinds["TR"] and kinds["TBody"] + kinds["THead"]:
            yield f"{document.where(table)}: rows beside THead or TBody"


def wrong_list(document: Document) -> Iterator[str]:
    yield from misplaced(document, OF_LISTS)
    for item in document.all("LI"):
        if "LBody" not in {one.role for one in item.elements()}:
            yield f"{document.where(item)}: no LBody"


def wrong_contents(document: Document) -> Iterator[str]:
    yield from misplaced(document, OF_CONTENTS)


def wrong_ruby(document: Document) -> Iterator[str]:
    yield from misplaced(document, {"Ruby"})


def wrong_warichu(document: Document) -> Iterator[str]:
    yield from misplaced(document, {"Warichu"})


def no_numbering(document: Document) -> Iterator[str]:
    for one in document.all("L"):
        has_labels = any(part.role == "Lbl" for item in one.elements() for part in item.elements())
        if has_labels and one.attribute("/ListNumbering") in (None, "/None"):
            yield f"{document.where(one)}: labels, but no ListNumbering"


def unreadable(document: Document) -> Iterator[str]:
    for number, content in enumerate(document.contents):
        if content.broken:
            yield f"page {number + 1}: {content.broken}"


def block_in_words(document: Document) -> Iterator[str]:
    """A paragraph or heading in a heading or a word is read as one with it."""
    blocks = {"P", "Table", "L", *["H1", "H2", "H3", "H4", "H5", "H6"]}
    for element in document.elements:
        around: Element | None = element.parent
        if element.role in blocks and around and around.role in {"Span", *blocks - {"Table", "L"}}:
            yield f"{document.where(element)}: in {around.kind}"


CONDITIONS = (
    Condition("", "page cannot be read", unreadable),
    Condition("01-003", "artifact inside tagged content", artifact_in_tags),
    Condition("01-004", "tagged content inside an artifact", tags_in_artifact),
    Condition("01-005", "content neither tagged nor artifact", neither),
    Condition("", "content in two tags", tagged_twice),
    Condition("", "mark used twice", marked_twice),
    Condition("", "tag without its content", tags_nothing),
    Condition("", "parent tree differs", other_parent),
    Condition("", "tree without a Document", no_document),
    Condition("02-001", "role map ends nowhere", unknown_kind),
    Condition("02-003", "circular role map", circular),
    Condition("02-004", "standard type remapped", remapped),
    Condition("09-002", "words outside a paragraph", loose_words),
    Condition("09-002", "block inside words", block_in_words),
    Condition("09-004", "table out of shape", wrong_table),
    Condition("09-005", "list out of shape", wrong_list),
    Condition("09-006", "contents out of shape", wrong_contents),
    Condition("09-007", "ruby out of shape", wrong_ruby),
    Condition("09-008", "warichu out of shape", wrong_warichu),
    Condition("16-001", "list without numbering", no_numbering),
)
