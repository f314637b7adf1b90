"""Conditions of the Matterhorn protocol 1.1 (PDF/UA-1) that a program can check, and of our own.

Each is a function from an opened PDF to what it finds. `python -m gates.pdf FILE` in the folder of
the tests tells what is wrong with a file.
"""

from collections.abc import Iterator, Sequence

import pikepdf

from gates.site import Site

from . import (
    attachments,
    figures,
    headings,
    languages,
    legible,
    letters,
    links,
    metadata,
    navigation,
    notes,
    order,
    safety,
    tables,
    tags,
)
from .condition import Condition, Finding
from .document import Document
from .layout import LAYOUT

__all__ = ["CONDITIONS", "LAYOUT", "READABLE", "Condition", "Finding", "check", "findings"]

READABLE = Condition("", "cannot be read", lambda _: iter(()))
CONDITIONS: tuple[Condition, ...] = (
    *metadata.CONDITIONS,
    *languages.CONDITIONS,
    *tags.CONDITIONS,
    *headings.CONDITIONS,
    *tables.CONDITIONS,
    *figures.CONDITIONS,
    *links.CONDITIONS,
    *notes.CONDITIONS,
    *order.CONDITIONS,
    *navigation.CONDITIONS,
    *letters.CONDITIONS,
    *attachments.CONDITIONS,
    *safety.CONDITIONS,
    *legible.CONDITIONS,
)
# What a file that is not sound may make pikepdf and our readers stumble over.
BROKEN = (
    pikepdf.PdfError,
    pikepdf.PasswordError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
)


def check(site: Site) -> Iterator[str]:
    """Yield what is wrong with the PDFs of a site, slides and handouts as well."""
    for path in site.paths:
        if path.endswith(".pdf"):
            found = findings((site.folder / path).read_bytes(), (*CONDITIONS, *LAYOUT))
            yield from (f"{path}: {one}" for one in found)


def findings(data: bytes, conditions: Sequence[Condition] = CONDITIONS) -> list[Finding]:
    """Return what is wrong with a PDF; one that cannot be read has one finding."""
    try:
        document = Document.of(data)
        document.elements, document.pieces  # noqa: B018 - read once, for all conditions
    except BROKEN as error:
        return [_stumbled(READABLE, error)]
    return [one for condition in conditions for one in _asked(condition, document)]


def _asked(condition: Condition, document: Document) -> Iterator[Finding]:
    try:
        yield from [Finding(condition, what) for what in condition.check(document)]
    except BROKEN as error:
        yield _stumbled(condition, error)


def _stumbled(condition: Condition, error: Exception) -> Finding:
    return Finding(condition, f"the file is broken ({type(error).__name__}: {error})")
