"""Words as the search compares them: small letters without dots, ae as ä, ß as ss, as stems.

The scripts have the same rules (templates/assets/suchwerk/normal.js).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from fokusbericht.search.stemmer import stem

WORD = re.compile(r"[0-9a-z\u00df-\u00f6\u00f8-\u017f]+")
GENDERED = re.compile(r"(?<=[a-zäöüß])[*:_/]-?in(nen)?(?![a-zäöüß])")
# In „neue“ and „Quelle“ it is no umlaut.
SPELT_OUT = re.compile(r"[ao]e|(?<![aeq])ue")
MARK = re.compile(r"[\u0300-\u036f]")
UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


def raw_words(text: str) -> list[str]:
    """Return the words of a text in small letters.

    >>> raw_words("Schüler*innen: Kita-Plätze")
    ['schülerinnen', 'kita', 'plätze']
    """
    small = unicodedata.normalize("NFC", text.translate(UNSEEN)).lower()
    return WORD.findall(GENDERED.sub(r"in\1", small))


@cache
def fold(word: str) -> str:
    """Return a word in plain letters: straße → strasse, mühle and muehle → muhle."""
    spelt = SPELT_OUT.sub(lambda found: found[0][0], word.replace("ß", "ss"))
    return MARK.sub("", unicodedata.normalize("NFD", spelt))


@cache
def term_of(word: str) -> str:
    """Return what a word is found by."""
    return stem(fold(word))


def terms(text: str) -> Iterator[str]:
    """Yield what a text is found by, word by word.

    >>> [*terms("Ärztinnen in Uetersen")]
    ['arzt', 'in', 'uter']
    """
    return map(term_of, raw_words(text))
