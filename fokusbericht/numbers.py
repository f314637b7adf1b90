"""Numbers as German offices write them: comma, thousands by point or blank, %, marks for gaps."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from fokusbericht.model.figures import Fehlgrund

# A number that Excel holds as a number, or a text.
Cell = str | Decimal
Number = Decimal | Fehlgrund

# What stands for a missing value; a star is not among them, for it is a footnote as well.
MARKS: Mapping[str, Fehlgrund] = {
    **dict.fromkeys((".", "...", "…"), Fehlgrund.UNBEKANNT),
    **dict.fromkeys(("-", "–", "—", "−"), Fehlgrund.NICHTS),
    **dict.fromkeys(("x", "X", "•", "·"), Fehlgrund.GEHEIM),
    "/": Fehlgrund.UNSICHER,
}

SPACES = re.compile("[\\s\u00a0\u2007\u2009\u202f]+")
# Brackets: of limited reliability; letters: revised, provisional, estimated.
DRESSED = re.compile(r"\(?([-+]?[0-9][0-9., ]*)\)?(?: ?[prse])?(?: ?%)?")
SPELLINGS = {
    ",": re.compile(r"[-+]?(?:[0-9]+|[0-9]{1,3}(?:[. ][0-9]{3})+)(?:,[0-9]+)?"),
    ".": re.compile(r"[-+]?(?:[0-9]+|[0-9]{1,3}(?:[, ][0-9]{3})+)(?:\.[0-9]+)?"),
}


def read_number(cell: Cell, marks: Mapping[str, Fehlgrund], decimal: str) -> Number | None:
    """Return what a cell that is not empty says; None when it is no number.

    >>> [str(read_number(text, {}, ",")) for text in (" 49 983", "1.374", "48,60%", "24.4")]
    ['49983', '1374', '48.60', 'None']
    """
    if isinstance(cell, Decimal):
        return cell
    text = _plain(cell)
    return marks[text] if text in marks else _parsed(text, decimal)


def find_decimal(cells: Iterable[Cell]) -> str:
    """Return the decimal sign that the cells of a column have in common.

    Empty when nothing tells, or when a cell can mean two numbers and the others don't say which:
    "1.374" alone is 1374 or 1.374.
    """
    votes: set[str] = set()
    for cell in cells:
        if isinstance(cell, str):
            text = _plain(cell)
            fitting = [sign for sign in SPELLINGS if _parsed(text, sign) is not None]
            votes.update(fitting if len(fitting) == 1 else ())
    return votes.pop() if len(votes) == 1 else ""


def is_ambiguous(cell: Cell) -> bool:
    """Tell whether a cell is one number with a decimal comma and another with a point."""
    if isinstance(cell, Decimal):
        return False
    readings = {_parsed(_plain(cell), sign) for sign in SPELLINGS}
    return None not in readings and len(readings) > 1


def read_either(cell: Cell, marks: Mapping[str, Fehlgrund]) -> Number | None:
    """Return a number whose decimal sign is not known, where only one reading is possible."""
    readings = {sign: read_number(cell, marks, sign) for sign in SPELLINGS}
    return readings[","] if readings[","] is not None else readings["."]


def format_number(number: Number) -> str:
    """Return a number as our tables have it: decimal comma, no zeros at the end.

    >>> [format_number(Decimal(text)) for text in ("24.40", "9E+2", "-0.5", "-0")]
    ['24,4', '900', '-0,5', '0']
    """
    if isinstance(number, Fehlgrund):
        return number.value
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.replace(".", ",")


def _plain(text: str) -> str:
    return re.sub("^[−–](?=[0-9])", "-", SPACES.sub(" ", text).strip())


def _parsed(text: str, decimal: str) -> Decimal | None:
    dressed = DRESSED.fullmatch(text)
    if dressed is None or len(text) > 40:
        return None
    bare = dressed[1].strip()
    if not SPELLINGS[decimal].fullmatch(bare):
        return None
    thousands = "." if decimal == "," else ","
    return Decimal(bare.replace(" ", "").replace(thousands, "").replace(decimal, "."))
