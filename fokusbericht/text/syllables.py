"""Where pyphen's German dictionary cuts a word.

Its patterns are found as pyphen finds them, but each is read only when a word asks for it: to read
all 78,000 takes longer than to make a page.
"""

import re
from functools import cache

DIGITS = re.compile(r"\d")
LANGUAGE, ENCODING = "de_DE", "iso8859-1"


def cuts(word: str) -> list[int]:
    """Return between which letters of a word in small letters it may be cut: "kreistag" → [5]."""
    pointed = f".{word}."
    weights = [0] * (len(pointed) + 1)
    for start in range(len(pointed)):
        for end in range(start + 1, len(pointed) + 1):
            if pattern := _patterns().get(pointed[start:end]):
                _weigh(pattern, start, weights)
    return [place - 1 for place, weight in enumerate(weights) if weight % 2]


def _weigh(pattern: str, place: int, weights: list[int]) -> None:
    """Keep the greatest weights: the pattern "1ta" has a 1 before its first letter."""
    for sign in pattern:
        if sign.isdigit():
            weights[place] = max(weights[place], int(sign))
        else:
            place += 1


@cache
def _patterns() -> dict[str, str]:
    """Return the patterns by their letters: {"ta": "1ta"}."""
    # Loaded here, as builds in which nothing changed need none of it.
    from pyphen import LANGUAGES

    lines = LANGUAGES[LANGUAGE].read_text(ENCODING).split("\n")
    text = "\n".join(line for line in lines if line[:1] not in "#%")
    return dict(zip(DIGITS.sub("", text).split("\n"), text.split("\n"), strict=True))
