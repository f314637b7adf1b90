"""Each text has a language, and each language a name that programs know."""

import re
from collections.abc import Iterator

from gates.language import KNOWN

from .condition import Condition
from .document import Document

_ENGLISH = re.compile(r"\b(?:the|and|with|of|for|from)\s+[a-z]+", re.IGNORECASE)
_FOREIGN = 3  # so many of these words make a foreign text


def is_language(text: str) -> bool:
    """Say whether a text is the name of a language that our readers may meet."""
    return KNOWN.fullmatch(text) is not None


def no_language(document: Document) -> Iterator[str]:
    own = str(document.root.get("/Lang", ""))
    if not own.startswith("de") or not is_language(own):
        yield f"Lang of the catalog is „{own}“"


def unknown_language(document: Document) -> Iterator[str]:
    for element in document.elements:
        own = str(element.source.get("/Lang", "de"))
        if not is_language(own):
            yield f"{document.where(element)}: Lang is „{own}“"
    for number, content in enumerate(document.contents):
        for own in content.langs:
            if not is_language(own):
                yield f"page {number + 1}: a passage has Lang „{own}“"


def unmarked_language(document: Document) -> Iterator[str]:
    for element in document.all("P", "LBody", "TD", "TH", "Caption", "Note", *["H1", "H2", "H3"]):
        if any("/Lang" in one.source for one in (element, *element.above())):
            continue
        pieces = [piece for _, piece in document.letters(element) if not piece.lang]
        text = "".join(piece.text for piece in pieces)
        if len(_ENGLISH.findall(text)) >= _FOREIGN:
            yield f"{document.where(element)}: English, but not marked as such"


def unread_alternative(document: Document) -> Iterator[str]:
    """The words of an alternative text are in the language of their element: it is German."""
    for element in document.elements:
        for name in ("/Alt", "/E"):
            if len(_ENGLISH.findall(str(element.source.get(name, "")))) >= _FOREIGN:
                yield f"{document.where(element)}: {name[1:]} is English"


CONDITIONS = (
    Condition("11-001", "no language", no_language),
    Condition("11-001", "unknown language", unknown_language),
    Condition("11-007", "language not marked", unmarked_language),
    Condition("11-002", "language of alternative texts", unread_alternative),
)
