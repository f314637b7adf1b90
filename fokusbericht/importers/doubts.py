"""Cells of Excel whose number is not beyond doubt: they know why, wherever they are carried.

In a column of keys or heads the doubt does no harm; whoever reads a value tells it.
"""

from decimal import Decimal

STRUCK = (
    "Diese Zelle ist in Excel ganz oder zum Teil durchgestrichen; ob der Wert gilt, ist nicht zu "
    "erkennen. Bitte löschen, was nicht gilt, oder die Streichung aufheben."
)
MIXED = (
    "In dieser Spalte sind manche Zahlen in Excel als Prozent formatiert, diese nicht; so sind "
    "0,25 und 25 nicht zu unterscheiden. Bitte alle Zellen der Spalte gleich formatieren."
)
SIGNED = (
    "In dieser Spalte haben manche Zahlen ein Prozentzeichen, diese nicht; so sind 0,25 und 25 "
    "nicht zu unterscheiden. Bitte alle Zellen der Spalte gleich schreiben."
)


class DoubtfulNumber(Decimal):
    """A number that must not be taken for a value."""

    doubt: str


class DoubtfulText(str):
    """A text that must not be taken for a value."""

    __slots__ = ("doubt",)
    doubt: str


class Percent(Decimal):
    """A number that Excel shows with a sign of percent, be it only a text."""


class Share(Percent):
    """A number that is stored as a share of 1 and shown by hundreds: 0.25 as 25 %."""


def doubted(cell: Decimal | str, doubt: str) -> Decimal | str:
    """Return a cell that tells why it is no value; an empty one is none anyway."""
    if not doubt or cell == "":
        return cell
    found: DoubtfulNumber | DoubtfulText
    found = DoubtfulText(cell) if isinstance(cell, str) else DoubtfulNumber(cell)
    found.doubt = doubt
    return found


def doubt_of(cell: object) -> str:
    """Return why a cell is no value; mostly nothing."""
    return cell.doubt if isinstance(cell, DoubtfulNumber | DoubtfulText) else ""
