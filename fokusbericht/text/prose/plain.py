"""A text without its marks, for descriptions and search."""

import re
from html import unescape

from fokusbericht.text.prose.marks import EMBED, LINK
from fokusbericht.text.prose.words import (
    AS_TEXT,
    MARKS,
    SHELTER,
    SPECIAL,
    without_lone_stars,
    without_marks,
)

TARGET = re.compile(
    r"\[([^\[\]]*)\](?:\([^()\s]{0,2000}(?:[ ][^()]{0,200})?\)|\[[^\[\]\n]{0,200}\])"
)
NOTE = re.compile(r"^[ \t]*+\[\^[^\[\]\s^]{1,60}\]:[^\n]*$|\[\^[^\[\]\s^]{1,60}\]", re.MULTILINE)
NAMED = re.compile(r"^[ \t]*+\[[^\[\]\n]{1,200}\]:[ \t]*+\S+[^\n]*$", re.MULTILINE)
BEGINNING = re.compile(
    r"^[ \t>]*+(?:#{1,6}[ \t]*+|[-*+•·▪◦][ \t]++(?:\[[ xX]\][ \t]++)?+|\|)?+", re.MULTILINE
)
RULE = re.compile(r"^[ \t]*+[-*_=|: \t]{3,}+$", re.MULTILINE)
ANCHOR = re.compile(r"[ \t]\{#[^{}\n]*\}[ \t]*$", re.MULTILINE)
# A mark has no letter outside of it: the star in "Schüler*innen" is none.
PAIR = re.compile(r"(?<![^\W_])(\*{1,3}|_{1,3}|~~)(?=[^\s])(.{0,300}?[^\s])\1(?![^\W_])")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
BREAK = re.compile(r"\\$", re.MULTILINE)


def plain(source: str) -> str:
    """Return a text without its marks: links become their label."""
    source = EMBED.sub("", MARKS.sub("", source))
    source = LINK.sub(lambda match: match[2] or match[1], source)
    for pattern in (NAMED, NOTE, RULE, ANCHOR, BEGINNING):
        source = pattern.sub("", source)
    source = without_lone_stars(SPECIAL.sub(_sheltered, BREAK.sub("", source)))
    source = TARGET.sub(r"\1", source).replace("`", "").replace("|", " ")
    for _ in range(2):  # one inside of the other
        source = PAIR.sub(r"\2", source)
    source = ENTITY.sub(lambda match: unescape(match[0]), source)
    return " ".join(source.translate(AS_TEXT).split())


def _sheltered(match: re.Match[str]) -> str:
    """Return what is no mark so that it cannot be taken for one."""
    return match[1].translate(SHELTER) if match[1] else without_marks(match[0])
