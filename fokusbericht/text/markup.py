"""Texts made fit for XML and HTML."""

from html import escape


def escaped(text: str) -> str:
    """Return a text as it stands between tags."""
    return escape(text, quote=False)


def quoted(text: str) -> str:
    """Return a text as the value of an attribute, in its quotes."""
    breaks = escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    return f'"{breaks}"'
