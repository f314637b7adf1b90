"""What a PDF is made of, taken gently: what is not there or of another kind is empty."""

import zlib
from typing import Any

from pypdf.errors import PyPdfError
from pypdf.generic import PdfObject

Dictionary = dict[str, Any]
# What pypdf stumbles over in a file that is no PDF, or a broken one.
BROKEN = (
    PyPdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)


def resolved(value: PdfObject | None) -> Any:
    """Return an object itself where a reference stands for it."""
    get = getattr(value, "get_object", None)
    return get() if get else value


def entry(holder: Dictionary, key: str) -> Any:
    """Return an entry of a dictionary, or None."""
    return resolved(holder.get(key)) if isinstance(holder, dict) else None


def dictionary(value: Any) -> Dictionary:
    """Return a dictionary; an empty one for anything else."""
    found = resolved(value)
    return found if isinstance(found, dict) else {}


def array(value: Any) -> list[Any]:
    """Return what may stand alone or in an array, as a list."""
    found = resolved(value)
    if found is None:
        return []
    return list(found) if isinstance(found, list) else [found]


def text_of(value: Any) -> str:
    """Return a text, without what nobody sees in it."""
    found = resolved(value)
    if isinstance(found, bytes):
        found = found.decode("latin-1")
    return clean(str(found)) if found is not None else ""


def clean(text: str) -> str:
    """Return a text without places where words may be cut or must not be."""
    return text.replace("\u00ad", "").replace("\u2060", "").replace("\u200b", "")
