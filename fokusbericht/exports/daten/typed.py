"""Cells of a table as what they hold: numbers, flags and lists instead of their texts."""

from collections.abc import Callable, Mapping

from fokusbericht.exports.daten.columns import ColumnKind
from fokusbericht.exports.daten.plain import SEPARATOR
from fokusbericht.model.figures import Fehlgrund

TypedCell = str | int | float | bool | None | list[str]
_MARKS = frozenset(one.value for one in Fehlgrund)  # in the place of a number


def _number(text: str) -> int | float | None:
    if text in _MARKS:
        return None
    return int(text) if text.lstrip("-").isdecimal() else float(text.replace(",", "."))


_TYPED: Mapping[ColumnKind, Callable[[str], TypedCell]] = {
    ColumnKind.TEXT: str,
    ColumnKind.DAY: str,
    ColumnKind.DATE: str,
    ColumnKind.NUMBER: _number,
    ColumnKind.INTEGER: int,
    ColumnKind.FLAG: lambda text: text == "ja",
    ColumnKind.LIST: lambda text: text.split(SEPARATOR),
}


def typed(kind: ColumnKind, text: str) -> TypedCell:
    """Return what a cell of a CSV holds; None, or an empty list, where it is empty.

    >>> typed(ColumnKind.NUMBER, "34,8")
    34.8
    """
    if not text:
        return [] if kind is ColumnKind.LIST else None
    return _TYPED[kind](text)
