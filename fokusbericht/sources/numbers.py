"""Numbers as German offices write them, read by one rule: what can mean two numbers is never taken.

    "12 345,6", "12.345,6", "12'345,6", "1.234.567", "−3", "48,6 %"    are read
    "12.345"    is 12345 or 12,345, unless the column, the bounds or the file tell which
    "12 €", "1.23.456", "1²", "½", "1_000", "NaN"    are told, each with its reason

In our own files a comma is always the decimal sign, for our importers write it so; there only the
point can mean two things. Whoever reads a number says what is known of it: `Habit`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from math import inf
from typing import NamedTuple

from fokusbericht.model.figures import Fehlgrund

# A number that Excel holds as a number, or a text; an empty cell is an empty text.
CellValue = str | Decimal
Number = Decimal | Fehlgrund

# What stands for a missing value; a star is not among them, for it is a footnote as well.
MARKS: Mapping[str, Fehlgrund] = {
    **dict.fromkeys((".", "...", "…"), Fehlgrund.UNBEKANNT),
    **dict.fromkeys(("-", "–", "—", "−"), Fehlgrund.NICHTS),
    **dict.fromkeys(("x", "X", "•", "·"), Fehlgrund.GEHEIM),
    "/": Fehlgrund.UNSICHER,
}


class Why(Enum):
    """Why a text is not taken for a number."""

    MEHRDEUTIG = auto()
    ZUSATZ = auto()  # a number with something behind it
    KLAMMERN = auto()
    ZIFFERN = auto()
    KEINE = auto()


class Unread(NamedTuple):
    """A text that is not taken for a number, and the sentence that says why."""

    why: Why
    sentence: str


@dataclass(frozen=True, slots=True)
class Habit:
    """What is known of a number before it is read."""

    sign: str = ""
    """The decimal sign, where the file or its reader has said it."""
    vote: str = ""
    """The decimal sign of the other cells in the column; decides only where two are possible."""
    unit: str = ""
    """What may stand behind it."""
    least: float = -inf
    most: float = inf
    """Bounds: a reading outside of them is none, if there is another."""
    is_ours: bool = False
    """Whether it stands in a file of ours: a comma is the decimal sign, nothing is dressed."""
    has_brackets: bool = True
    """Whether brackets tell of limited reliability, as in statistics; in books they mean minus."""


OURS = Habit(is_ours=True)
FOREIGN = Habit()

BLANKS = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
MINUS = re.compile("^[−–‒‐‑](?=[0-9])")
WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
MOST_DIGITS = 15  # more no figure here has
MOST_DECIMALS = 20  # what programs leave of a third
MOST_SHOWN = 40


def _spelling(decimal: str, between: str) -> re.Pattern[str]:
    """Return what a number looks like; all its groups of three are parted by the same sign."""
    groups = rf"[1-9][0-9]{{0,2}}(?:([{re.escape(between)}])[0-9]{{3}})(?:\1[0-9]{{3}}){{0,3}}"
    tail = rf"(?:{re.escape(decimal)}[0-9]{{1,{MOST_DECIMALS}}})?"
    return re.compile(rf"[-+]?(?:{groups}|[0-9]{{1,{MOST_DIGITS}}}){tail}")


SPELLINGS = {",": _spelling(",", ". '"), ".": _spelling(".", ", '")}
OUR_SPELLINGS = {",": SPELLINGS[","], ".": _spelling(".", " '")}
# The number itself, and what stands behind it.
PARTS = re.compile(r"([-+]?[0-9](?:[0-9., ']*[0-9])?)(?:[eE]([-+]?[0-9]{1,3}))?(?![0-9])(.*)")
FOOTNOTE = re.compile(r"(.*[0-9])(?: [0-9]{1,2}\)| ?[a-z]\)| ?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}⁾)")
BRACKETS = re.compile(r"\(([^()]*)\)(.*)")
QUALITY = re.compile(r"[prse]?(?: ?%)?")  # revised, provisional, estimated
SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹⁾*†]")


def read(text: str, habit: Habit = FOREIGN) -> Decimal | Unread:
    """Return the one number that a text can mean, or why there is none.

    >>> [str(read(text, OURS)) for text in ("49 983", "12,345", "1.234.567", "0.5", "1,5e3")]
    ['49983', '12.345', '1234567', '0.5', '1.5E+3']
    >>> read("12.345", OURS).sentence
    '„12.345“ ist mehrdeutig: 12345 oder 12,345?'
    >>> str(read("9.743", Habit(is_ours=True, least=-180, most=180)))
    '9.743'
    """
    if WHOLE.fullmatch(text):
        return Decimal(text)
    bare = _bare(text)
    undressed = _undressed(bare, habit)
    if isinstance(undressed, Unread):
        return undressed
    readings = _readings(*undressed, habit)
    found = set(readings.values())
    if len(found) > 1:
        found = {one for one in found if habit.least <= one <= habit.most} or found
    if len(found) > 1 and habit.vote in readings:
        return readings[habit.vote]
    if len(found) > 1:
        return _ambiguous(bare, readings)
    return found.pop() if found else _no_number(bare)


def read_cell(cell: CellValue, marks: Mapping[str, Fehlgrund], habit: Habit) -> Number | Unread:
    """Return what a cell that is not empty says: a number, a mark, or why it is neither."""
    if isinstance(cell, Decimal):
        return cell
    mark = INVISIBLE.sub("", cell).strip()
    return marks[mark] if mark in marks else read(cell, habit)


def read_number(cell: CellValue, marks: Mapping[str, Fehlgrund], decimal: str) -> Number | None:
    """Return what a cell says whose decimal sign is known; None when it is no number.

    >>> [str(read_number(text, {}, ",")) for text in (" 49 983", "1.374", "48,60%", "24.4")]
    ['49983', '1374', '48.60', 'None']
    """
    found = read_cell(cell, marks, Habit(sign=decimal))
    return None if isinstance(found, Unread) else found


def find_decimal(cells: Iterable[CellValue]) -> str:
    """Return the decimal sign that the cells of a column have in common.

    Empty when nothing tells, or when a cell can mean two numbers and the others don't say which:
    "1.374" alone is 1374 or 1.374.
    """
    votes: set[str] = set()
    for cell in cells:
        if isinstance(cell, str) and not WHOLE.fullmatch(cell):
            signs = _possible_signs(cell)
            votes.update(signs if len(signs) == 1 else ())
    return votes.pop() if len(votes) == 1 else ""


def is_ambiguous(cell: CellValue) -> bool:
    """Tell whether a cell is one number with a decimal comma and another with a point."""
    found = read(cell) if isinstance(cell, str) else cell
    return isinstance(found, Unread) and found.why is Why.MEHRDEUTIG


def cell_text(number: Number) -> str:
    """Return a number as our tables have it: decimal comma, no zeros at the end.

    >>> [cell_text(Decimal(text)) for text in ("24.40", "9E+2", "-0.5", "-0")]
    ['24,4', '900', '-0,5', '0']
    """
    if isinstance(number, Fehlgrund):
        return number.value
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.replace(".", ",")


def _possible_signs(text: str) -> tuple[str, ...]:
    undressed = _undressed(_bare(text), FOREIGN)
    return () if isinstance(undressed, Unread) else tuple(_readings(*undressed, FOREIGN))


def _bare(text: str) -> str:
    """Return a text with one kind of blank, minus and apostrophe, and nothing that is not seen."""
    found = BLANKS.sub(" ", INVISIBLE.sub("", text)).strip().replace("’", "'")
    return MINUS.sub("-", found)


def _undressed(bare: str, habit: Habit) -> tuple[str, str] | Unread:
    """Return the digits and the exponent of a number, without what may stand around it."""
    if not habit.is_ours:
        footnote = FOOTNOTE.fullmatch(bare)
        bare = footnote[1] if footnote else bare
        brackets = BRACKETS.fullmatch(bare)
        if brackets and not habit.has_brackets:
            return _in_brackets(bare, brackets[1])
        bare = f"{brackets[1].strip()}{brackets[2]}" if brackets else bare
    parts = PARTS.fullmatch(bare)
    if parts is None:
        return _no_number(bare)
    behind = parts[3].strip()
    is_fit = behind in ("", habit.unit) or (not habit.is_ours and QUALITY.fullmatch(behind))
    return (parts[1], parts[2] or "") if is_fit else _with_more(bare, behind)


def _readings(digits: str, exponent: str, habit: Habit) -> dict[str, Decimal]:
    """Return the numbers that digits can mean, by the decimal sign."""
    found = {}
    for sign, spelling in (OUR_SPELLINGS if habit.is_ours else SPELLINGS).items():
        if habit.sign in ("", sign) and spelling.fullmatch(digits):
            plain = re.sub(f"[^-+0-9{sign}]", "", digits).replace(",", ".")
            number = Decimal(plain).scaleb(int(exponent)) if exponent else Decimal(plain)
            if abs(number.adjusted()) <= MOST_DECIMALS:
                found[sign] = number
    return found


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def _ambiguous(text: str, readings: Mapping[str, Decimal]) -> Unread:
    told = " oder ".join(cell_text(one) for one in readings.values())
    return Unread(Why.MEHRDEUTIG, f"„{_shown(text)}“ ist mehrdeutig: {told}?")


def _in_brackets(text: str, inner: str) -> Unread:
    sentence = (
        f"„{_shown(text)}“ ist mehrdeutig: In der Statistik heißen Klammern „unsicher“, in der "
        f"Buchhaltung „−{_shown(inner)}“."
    )
    return Unread(Why.KLAMMERN, sentence)


def _with_more(text: str, behind: str) -> Unread:
    what = "ein Fußnotenzeichen" if SUPERSCRIPT.match(behind) else f"„{_shown(behind)}“"
    sentence = f"„{_shown(text)}“: Hinter der Zahl steht {what}. Hier wird nur die Zahl erwartet"
    return Unread(Why.ZUSATZ, f"{sentence}.")


def _no_number(text: str) -> Unread:
    """Return why a text is no number, as exactly as can be told."""
    shown = _shown(text)
    if re.fullmatch("[-+]?[0-9]{16,}(?:[.,][0-9]*)?", text):
        return Unread(Why.ZIFFERN, f"„{shown}“ hat zu viele Ziffern für eine Zahl.")
    return Unread(Why.KEINE, f"„{shown}“ ist keine Zahl.")
