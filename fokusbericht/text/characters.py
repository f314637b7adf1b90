"""Characters that nobody sees and no page may carry: where they stand, and what they are."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# Controls but for tab and line end, invisible signs, direction marks, leftovers of broken copies,
# private characters of symbol fonts, and what Unicode will never assign.
ODD = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\uf8ff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff\U000f0000-\U0010ffff"
)
# Of these only those that Python takes for printable.
UNSEEN_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\ufffc\ufffd"
SOFT_HYPHEN = "\u00ad"
# In each plane the last two are no characters.
ODD += "".join(chr(plane * 0x10000 + last) for plane in range(1, 15) for last in (0xFFFE, 0xFFFF))
ODD_ONE = re.compile(f"[{ODD}]")
ODD_OR_SOFT = re.compile(f"[{ODD}{SOFT_HYPHEN}]")
# Blanks that look like one and are none for YAML.
ODD_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Joiners belong into emoji and into scripts that join their letters.
JOINERS = ("\u200c", "\u200d")
JOINED = ("So", "Sk", "Sm", "Lo", "Mn", "Mc")
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z]{2,30});?")
NAMES = {
    "\x00": "das leere Zeichen",
    "\x0b": "ein Zeilenumbruch aus Word oder PowerPoint",
    "\x0c": "ein Seitenwechsel",
    "\x85": "ein Zeilenende aus einem anderen System",
    "\u200b": "ein unsichtbares Leerzeichen",
    "\u200c": "ein unsichtbarer Bindehemmer",
    "\u200d": "ein unsichtbarer Verbinder",
    "\u2028": "ein Zeilenumbruch, den nicht jedes Programm kennt",
    "\u2029": "ein Absatzumbruch, den nicht jedes Programm kennt",
    "\u2060": "ein unsichtbarer Wortverbinder",
    "\ufeff": "eine Bytereihenfolge-Marke mitten im Text",
    "\ufffc": "der Rest eines kopierten Bildes",
    "\ufffd": "der Rest eines Zeichens, das beim Sichern verloren ging",
    SOFT_HYPHEN: "ein bedingter Trennstrich, den hier niemand sieht",
}
MOST = 10  # of a file; more of the same tell no more


class Odd(NamedTuple):
    """A character that must not stay: where it begins in the text, and the sentence."""

    offset: int
    sentence: str


def find_odd(text: str, soft: bool = True) -> Iterator[Odd]:
    """Yield the odd characters of a text; soft hyphens only where they may not be (`soft`)."""
    if _is_plain(text):
        return  # nearly always; the pattern itself is slow
    pattern = ODD_ONE if soft else ODD_OR_SOFT
    for match in pattern.finditer(text):
        if not _joins(text, match.start()):
            yield Odd(match.start(), sentence_of(match[0]))


def find_odd_entities(text: str) -> Iterator[Odd]:
    """Yield the odd characters that Markdown would make of entities such as „&#11;“."""
    if "&" not in text:
        return
    for match in ENTITY.finditer(text):
        made = _made(match[0])
        if made is not None:
            yield Odd(match.start(), f"„{match[0]}“: {sentence_of(made)}")


def without_odd(text: str) -> str:
    """Return a text without its odd characters, so that the rest of it can be read."""
    return ODD_ONE.sub(lambda match: match[0] if _joins(text, match.start()) else "", text)


def is_odd(text: str) -> bool:
    """Say whether a text has a character that nobody sees."""
    return any(True for _ in find_odd(text, soft=False))


def sentence_of(sign: str) -> str:
    """Return what an editor is told of a character."""
    code = f"U+{ord(sign):04X}"
    name = NAMES.get(sign) or _kind(sign)
    return f"Hier steht {name} ({code}). Bitte löschen oder neu eintippen."


def _kind(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Co":
        return "ein Zeichen, das nur eine Symbolschrift kennt"
    if unicodedata.bidirectional(sign) in _TURNING or sign in "\u061c\u200e\u200f":
        return "ein unsichtbares Zeichen, das die Schreibrichtung ändert"
    return "ein Steuerzeichen" if category == "Cc" else "ein unsichtbares Zeichen"


_TURNING = ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")


def _is_plain(text: str) -> bool:
    """Say quickly that all characters can be seen."""
    seen = text.replace("\n", "").replace("\t", "")
    return seen.isprintable() and not any(sign in text for sign in UNSEEN_LETTERS)


def _joins(text: str, offset: int) -> bool:
    """Say whether a character joins its neighbours to one sign, as in emoji."""
    if text[offset] not in JOINERS or not 0 < offset < len(text) - 1:
        return False
    neighbours = (text[offset - 1], text[offset + 1])
    return all(unicodedata.category(one) in JOINED for one in neighbours)


def _made(entity: str) -> str | None:
    """Return the odd character that an entity stands for, if it stands for one."""
    if entity.startswith("&#"):
        digits = entity.strip("&#;")
        number = int(digits[1:], 16) if digits[0] in "xX" else int(digits[:9])
        # What HTML makes of a code that is none, no editor meant.
        made = chr(number) if number <= 0x10FFFF else "\ufffd"
    else:
        made = unescape(entity)
    return made if len(made) == 1 and ODD_ONE.match(made) else None
