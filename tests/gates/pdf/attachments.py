"""Attached files: named, described, of a kind, and told what they are to the document."""

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Stream

from .condition import Condition
from .document import Document, as_list, name_tree

RELATIONS = ("/Source", "/Data", "/Alternative", "/Supplement", "/EncryptedPayload", "/FormData")


def attached(document: Document) -> list[tuple[str, Dictionary]]:
    """Return the files that are attached, by their names."""
    names = document.root.get("/Names", {}).get("/EmbeddedFiles")
    return list(name_tree(names))


def file_of(found: Dictionary) -> Stream | None:
    """Return the bytes of an attached file with what is said of them."""
    inside = found.get("/EF", {})
    return inside.get("/F", inside.get("/UF"))


def no_names(document: Document) -> Iterator[str]:
    for name, one in attached(document):
        if not str(one.get("/F", "")) or not str(one.get("/UF", "")):
            yield f"„{name}“ lacks F or UF"


def no_file(document: Document) -> Iterator[str]:
    for name, one in attached(document):
        stream = file_of(one)
        if stream is None or not stream.read_bytes():
            yield f"„{name}“ is empty"


def no_description(document: Document) -> Iterator[str]:
    for name, one in attached(document):
        if not str(one.get("/Desc", "")).strip():
            yield f"„{name}“"


def no_kind(document: Document) -> Iterator[str]:
    for name, one in attached(document):
        stream = file_of(one)
        if stream is not None and "/" not in str(stream.get("/Subtype", "")).lstrip("/"):
            yield f"„{name}“"


def no_relation(document: Document) -> Iterator[str]:
    for name, one in attached(document):
        if str(one.get("/AFRelationship")) not in RELATIONS:
            yield f"„{name}“"


def not_associated(document: Document) -> Iterator[str]:
    listed = {one.objgen for one in as_list(document.root.get("/AF"))}
    for part in (*document.pages, *(one.source for one in document.elements)):
        listed |= {one.objgen for one in as_list(part.get("/AF"))}
    for name, one in attached(document):
        if one.objgen not in listed:
            yield f"„{name}“"


def other_size(document: Document) -> Iterator[str]:
    for name, one in attached(document):
        stream = file_of(one)
        told = stream.get("/Params", {}).get("/Size") if stream is not None else None
        if told is not None and int(told) != len(stream.read_bytes()):
            yield f"„{name}“ has {len(stream.read_bytes())} bytes, not {told}"


def pinned(document: Document) -> Iterator[str]:
    for page, one in document.annotations():
        if one.get("/Subtype") == Name.FileAttachment:
            yield f"page {page + 1}: a file is pinned to the page"


CONDITIONS = (
    Condition("21-001", "attached file without names", no_names),
    Condition("28-016", "file pinned to a page", pinned),
    Condition("", "attached file is empty", no_file),
    Condition("", "attached file without description", no_description),
    Condition("", "attached file of no kind", no_kind),
    Condition("", "attached file without relationship", no_relation),
    Condition("", "attached file in no list", not_associated),
    Condition("", "attached file of another size", other_size),
)
