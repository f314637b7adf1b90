"""How long a paragraph may be: what is longer is no prose, and would take its readers too long."""

import re

LONGEST = 10_000
MOST_MARKS = 300
MARK = re.compile(r"(?<![*_~])[*_~]++")

TOO_LONG = f"Dieser Absatz hat mehr als {LONGEST} Zeichen. Bitte teilen."
TOO_MANY_MARKS = f"Dieser Absatz hat mehr als {MOST_MARKS} Zeichen wie * und _. Bitte teilen."


def is_too_long(text: str) -> bool:
    """Say whether a paragraph is shown as it is written, its marks not read."""
    return bool(why_too_long(text))


def why_too_long(text: str) -> str:
    """Return what an editor is told about a paragraph that is too long; else nothing."""
    if len(text) > LONGEST:
        return TOO_LONG
    if len(text) > MOST_MARKS and len(MARK.findall(text)) > MOST_MARKS:
        return TOO_MANY_MARKS
    return ""
