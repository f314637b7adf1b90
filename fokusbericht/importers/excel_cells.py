"""A cell of Excel as it is meant: what its number format says of percent, what is a footnote.

stored 0.486, shown by 0.0%      48.6      a share in percent
stored 48.6, shown by 0.0"%"     48.6      the sign is mere text; so is \\%
stored "1234" with a raised 1    1234¹     raised digits are a footnote, never digits
"""

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from fokusbericht.importers.doubts import Percent, Share
from fokusbericht.sources.numbers import CellValue

# What is shown as it stands, or fills, or leaves room: none of it is a sign of the format.
LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]', re.DOTALL)
TOKEN = re.compile(rf"{LITERAL.pattern}|.", re.DOTALL)
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]+)?)\]")
HOLDS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
SCALED = re.compile(r"[0#?],+(?=[^0#?,]*$)")
# Words of a format that make 12 twelve thousand: 0.0" Tsd. €"
MULTIPLE = re.compile(
    r"(?<!\w)(?:Tsd|Tausend|Mio|Mill|Million(?:en)?|Mrd|Milliarden?|T€|TEUR)(?!\w)"
)
RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
NUMERIC = re.compile(r"[\s0-9.,'’+−-]*[0-9][\s0-9.,'’]*")


def value_of(raw: object, number_format: str) -> CellValue:
    """Return what a cell means; a number shown as 48 % is stored as 0.48 and means 48.

    >>> [str(value_of(1, "0%")), str(value_of(48.6, '0.0"%"')), value_of(True, "General")]
    ['100', '48.6', 'WAHR']
    """
    if isinstance(raw, bool):
        return "WAHR" if raw else "FALSCH"
    if isinstance(raw, int | float):
        if not isfinite(raw):
            return str(raw)
        # 1404.6499999999999 is what a sum leaves of 1404.65
        number = Decimal(raw) if isinstance(raw, int) else Decimal(f"{raw:.12g}")
        count = count_percent(number_format, number)
        if count:
            return Share(number * Decimal(100) ** count)
        return Percent(number) if "%" in number_format else number
    if isinstance(raw, datetime):
        return raw.date().isoformat()
    if isinstance(raw, date):
        return raw.isoformat()
    if raw is None or isinstance(raw, str):
        return raw or ""
    return text_with_notes(raw) if isinstance(raw, list) else _other(raw)


def count_percent(number_format: str, number: Decimal) -> int:
    """Return how often a format multiplies by 100: once for each percent sign that is no text.

    >>> formats = ("0.0%;-0.0%", '0.0"%"', "0.0\\\\%", "[Red]0%", "0;-0%", "[<1]0%;0")
    >>> [count_percent(one, Decimal(1)) for one in formats]
    [1, 0, 0, 1, 0, 0]
    """
    if "%" not in number_format:
        return 0
    return LITERAL.sub("", section_for(number_format, number)).count("%")


def is_scaled(number_format: str, number: Decimal) -> bool:
    """Say whether a format shows thousands or millions of what is stored: `0,` shows 12 for 12345.

    >>> [is_scaled(one, Decimal(1)) for one in ("0,", "0.0,,", "#,##0", "#,##0.00", '0" ,"')]
    [True, True, False, False, False]
    """
    if "," not in number_format:
        return False
    return SCALED.search(LITERAL.sub("", section_for(number_format, number))) is not None


def multiple_in(number_format: str, number: Decimal) -> str:
    """Return the word by which a format shows more than is stored; mostly there is none.

    >>> [multiple_in(one, Decimal(1)) for one in ('0.0" Tsd. €"', '0.0,," Mio."', "0.0")]
    ['Tsd', '', '']
    """
    found = MULTIPLE.search(number_format)
    return found[0] if found and not is_scaled(number_format, number) else ""


def text_with_notes(runs: Iterable[object]) -> str:
    """Return a text made of runs; raised digits at a number stay raised: they are a footnote."""
    parts = [(str(run), _is_raised(run)) for run in runs]
    plain = "".join(text for text, raised in parts if not raised)
    if not NUMERIC.fullmatch(plain):
        return "".join(text for text, _ in parts)
    return "".join(text.translate(RAISED) if raised else text for text, raised in parts)


def is_struck(raw: object) -> bool:
    """Say whether a part of a text is struck through."""
    runs = raw if isinstance(raw, list) else ()
    return any(getattr(getattr(run, "font", None), "strike", False) for run in runs)


def _is_raised(run: object) -> bool:
    font = getattr(run, "font", None)
    return getattr(font, "vertAlign", None) in ("superscript", "subscript")


def section_for(number_format: str, number: Decimal) -> str:
    """Return the part of a format that shows this number: by conditions, else by its sign."""
    sections = sections_of(number_format)[:3]
    for section in sections:
        condition = CONDITION.search(section)
        if condition and HOLDS[condition[1]](number, Decimal(condition[2])):
            return section
    others = [section for section in sections if not CONDITION.search(section)]
    if len(others) < len(sections):
        return others[-1] if others else ""
    place = 1 if number < 0 else 2 if number == 0 else 0
    return sections[place] if place < len(sections) else sections[0]


def sections_of(number_format: str) -> list[str]:
    """Return the parts of a format between semicolons that are no text."""
    sections = [""]
    for token in TOKEN.findall(number_format):
        if token == ";":
            sections.append("")
        else:
            sections[-1] += token
    return sections


def _other(raw: object) -> str:
    """Return a formula over many cells as one; a time, a span of time as 26:30:00."""
    if isinstance(raw, time):
        return f"{raw:%H:%M:%S}"
    if isinstance(raw, timedelta):
        minutes, seconds = divmod(int(raw.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    text = getattr(raw, "text", None)
    return text if isinstance(text, str) else f"={raw}" if hasattr(raw, "ref") else str(raw)
