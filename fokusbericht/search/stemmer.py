"""The stem of a German word: what its forms have in common, by a handful of rules.

The scripts have the same rules (templates/assets/suchwerk/normal.js), and a test holds both against
each other over all words of two counties.
"""

import re

SHORTEST = 4  # letters; what is shorter is left as it is
WOMEN = re.compile(r"inn$|(?<![ae])in$")
LONG_ENDING = re.compile(r"e[mr]$|nd$")
# An s that short words end with is their own: Haus, Wiese.
ENDING = re.compile(r"[en]$|(?<=...[^s])s$")


def stem(word: str) -> str:
    """Return the stem of a folded word.

    >>> [stem(one) for one in ("mieten", "mieter", "arztinnen", "vereine", "wasser")]
    ['miet', 'miet', 'arzt', 'verei', 'wass']
    """
    while len(word) >= SHORTEST:
        shorter = _shorter(word)
        if shorter == word:
            break
        word = shorter
    return word


def _shorter(word: str) -> str:
    """Return a word without its last ending."""
    if len(word) > 5:
        for ending in (WOMEN, LONG_ENDING):
            if ending.search(word):
                return ending.sub("", word)
    return ENDING.sub("", word)
