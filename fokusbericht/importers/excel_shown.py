"""What Excel shows instead of a stored number: nothing, a text, or digits that are not stored.

stored 2, shown by [<3]"x";0     x        whoever keeps the file has hidden the number
stored 2, shown by ;;;                    so it is here, without a sign in its place
stored 5, shown by 0"00"         500      the noughts are mere text

The sentences never name the number: it may be secret.
"""

import re
from decimal import Decimal
from functools import cache

from fokusbericht.importers.excel_cells import TOKEN, section_for, sections_of

WAY_OUT = (
    "Bitte das, was zu sehen ist, als Text in die Zelle schreiben oder das Zahlenformat ändern."
)
HIDDEN_TEXT = f"Excel zeigt hier nichts, gespeichert ist ein Text. {WAY_OUT}"
# Stands for a digit of the number while a format is looked at; no format holds it.
DIGIT = "\0"
PLACE = re.compile(r"General|[0#?@]", re.IGNORECASE)
CURRENCY = re.compile(r"\[\$([^\]-]*)")
# A literal digit in one breath with those of the number; a footnote „1)“ is none.
JOINED = re.compile(f"[0-9][ .,']*{DIGIT}|{DIGIT}[ .,']*[0-9]")
FOOTNOTE = re.compile(r"\s*[0-9]{1,2}\)\s*")
NOUGHTS = ("0", "null", "null %", "0 %", "0%")


def disguise(number_format: str, number: Decimal) -> str:
    """Return the sentence for a number that is not shown as it is stored; mostly there is none.

    >>> disguise('[<3]"x";0', Decimal(2)).partition(",")[0]
    'Excel zeigt hier „x“'
    >>> disguise('[<3]"x";0', Decimal(3)), disguise('0.0" € je 1000"', Decimal(3))
    ('', '')
    """
    if not _may_disguise(number_format):
        return ""
    return _told(section_for(number_format, number), (number > 0) - (number < 0))


def hides_text(number_format: str) -> bool:
    """Say whether a format shows nothing of a text: the fourth part is for texts.

    >>> hides_text(";;;"), hides_text("0;-0;0;@"), hides_text("General")
    (True, False, False)
    """
    sections = sections_of(number_format) if ";" in number_format else []
    return len(sections) > 3 and not PLACE.search(_shown(sections[3])[1])


@cache
def _may_disguise(number_format: str) -> bool:
    if number_format in ("", "General"):
        return False
    return any(_told(one, sign) for one in sections_of(number_format) for sign in (0, 1))


@cache
def _told(section: str, sign: int) -> str:
    """Return the sentence for numbers of one sign (-1, 0, 1) that a part of a format shows."""
    text, places = _shown(section)
    if not PLACE.search(places) or (sign == 0 and re.fullmatch("[#,]+", places)):
        shown = " ".join(re.sub(f"{DIGIT}(,{DIGIT})*", "", text).split())
        if sign == 0 and shown.casefold() in NOUGHTS:
            return ""
        what = f"„{shown}“" if shown else "nichts"
        return f"Excel zeigt hier {what}, gespeichert ist eine Zahl. {WAY_OUT}"
    if JOINED.search(text):
        what = "bei der Zahl Ziffern, die nur zum Zahlenformat gehören und nicht gespeichert sind"
        return f"Excel zeigt hier {what}. {WAY_OUT}"
    if sign > 0 and text.strip().startswith(("-", "–", "−")):
        return f"Excel zeigt hier ein Minus, gespeichert ist eine Zahl ohne Minus. {WAY_OUT}"
    return ""


def _shown(section: str) -> tuple[str, str]:
    """Return what a part of a format shows, and what of it stands for the number."""
    text, places = "", ""
    for token in TOKEN.findall(section):
        if len(token) > 1:
            text += _literal(token)
        else:
            text += DIGIT if token in "0#?@" else token
            places += token
    return text, places


def _literal(token: str) -> str:
    if token[0] == '"':
        inner = token.strip('"')
        return "" if FOOTNOTE.fullmatch(inner) else inner
    if token[0] == "[":
        sign = CURRENCY.match(token)
        return sign[1] if sign else ""
    return token[1] if token[0] == "\\" else " "
