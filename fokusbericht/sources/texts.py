"""A file as text: UTF-8, line ends as LF, umlauts in one piece, nothing in it that nobody sees."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from unicodedata import is_normalized, normalize

from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import READABLE, read_file
from fokusbericht.text.characters import MOST, Odd, find_odd, find_odd_entities, without_odd

CHARACTER = "zeichen"
CONFLICT = "konflikt"
PLACEHOLDER_RULE = "platzhalter"

# What editors write to remind themselves, and what then went public elsewhere.
PLACEHOLDER = re.compile(
    r"\bTODO\b|\bFIXME\b|\b[xX]{3,}\b|\b(?i:tbd|lorem ipsum|folgt noch|"
    r"(?:link|text|bild|grafik|zahl|hier)\s+(?:bitte\s+)?(?:noch\s+)?(?:hier\s+)?"
    r"(?:einfügen|einsetzen|ergänzen))\b"
)
PLACEHOLDER_WORDS = (
    *("todo", "fixme", "xxx", "tbd", "lorem", "folgt noch"),
    *("einfügen", "einsetzen", "ergänzen"),
)
# „=======“ alone is the line under a heading, „|||||||“ alone the row of a table.
CONFLICT_MARK = re.compile(r"^(?:<{7,}|>{7,})(?: .*)?$", re.MULTILINE)
CONFLICT_SENTENCE = (
    "„{}“: Hier stehen zwei Fassungen nebeneinander, weil Git sie nicht zusammenführen konnte. "
    "Bitte eine wählen und alle Zeilen mit <<<<<<<, ======= und >>>>>>> streichen."
)
# What becomes of „ä“ or „–“ when UTF-8 is taken for the old code of Windows, and saved again.
BROKEN = {one.encode().decode("cp1252"): one for one in "äöüÄÖÜßéèáàâêëçÉ„“’–—…•€§°²³«»"}
BROKEN_ONE = re.compile("|".join(map(re.escape, BROKEN)))
BROKEN_LETTER = (
    "„{}“ war einmal „{}“: Der Text wurde mit dem falschen Zeichensatz geöffnet und gesichert. "
    "Bitte die Umlaute und Zeichen dieser Datei berichtigen."
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")  # Word and Excel, new and old; PDF
NO_TEXT = (
    "Das ist trotz ihres Namens eine Datei aus Word, Excel oder ein PDF. Bitte als Text in UTF-8 "
    "sichern."
)
WRONG_CODE = "Hier steht ein Zeichen, das nicht UTF-8 ist. Bitte die Datei als UTF-8 sichern."
OTHER_CODE = "Diese Datei ist als UTF-16 gesichert („Unicode“). Bitte als UTF-8 sichern."
AND_MORE = "Von hier an stehen noch mehr unsichtbare Zeichen in dieser Datei."
PROSE = (".md", ".yml")  # where a soft hyphen may be, and a note to oneself


def read_text(root: Path, path: str, problems: list[Problem]) -> str | None:
    """Return a file's text without byte order mark, line ends as LF; None if unreadable."""
    data = read_file(root, path, problems)
    text = None if data is None else decode(data, path, problems)
    if text is None or _is_torn(text, path, problems):
        return None
    if path.endswith(PROSE):
        problems.extend(find_placeholders(text, path))
    problems.extend(find_broken_letters(text, path))
    return _seen(text, path, problems)


def decode(data: bytes, path: str, problems: list[Problem]) -> str | None:
    """Return bytes as text; None after a problem."""
    if data.startswith(OFFICE):
        problems.append(Problem(Place(path), NO_TEXT, READABLE))
        return None
    if data.startswith(UTF_16) or data.count(b"\0") > len(data) // 4:
        problems.append(Problem(Place(path), OTHER_CODE, READABLE))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _with_line_feeds(data[: error.start].decode("utf-8-sig"))
        problems.append(Problem(place_at(path, before, len(before)), WRONG_CODE, READABLE))
        return None
    text = _with_line_feeds(text)
    # A Mac writes „ü“ as „u“ and two dots; compared with the one sign it would be another word.
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def place_at(path: str, text: str, offset: int) -> Place:
    """Return the place of an offset in the text of a file."""
    line = text.count("\n", 0, offset) + 1
    return Place(path, line, offset - text.rfind("\n", 0, offset))


def find_placeholders(text: str, path: str) -> Iterator[Problem]:
    """Yield what was meant to be replaced before going public."""
    lowered = text.lower()
    if not any(word in lowered for word in PLACEHOLDER_WORDS):
        return  # nearly always; the pattern itself is slow
    for match in PLACEHOLDER.finditer(text):
        sentence = f"„{match[0]}“ ist ein Platzhalter. Bitte den fehlenden Inhalt einsetzen."
        yield Problem(place_at(path, text, match.start()), sentence, PLACEHOLDER_RULE)


def find_broken_letters(text: str, path: str) -> Iterator[Problem]:
    """Yield the first letter that was saved in a wrong code, if there is one."""
    match = BROKEN_ONE.search(text) if "Ã" in text or "â" in text or "Â" in text else None
    if match:
        sentence = BROKEN_LETTER.format(match[0], BROKEN[match[0]])
        yield Problem(place_at(path, text, match.start()), sentence, CHARACTER)


def find_conflict(text: str, path: str) -> Problem | None:
    """Return where Git left two versions of a passage in a file, if it did."""
    match = CONFLICT_MARK.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if match is None:
        return None
    sentence = CONFLICT_SENTENCE.format(match[0])
    return Problem(place_at(path, text, match.start()), sentence, CONFLICT)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _is_torn(text: str, path: str, problems: list[Problem]) -> bool:
    """Tell of two versions in a file; what else is wrong in it nobody can say."""
    conflict = find_conflict(text, path)
    problems += [conflict] if conflict else []
    return conflict is not None


def _seen(text: str, path: str, problems: list[Problem]) -> str:
    """Return a text without characters that nobody sees; the first of them are told."""
    may_hyphenate = path.endswith((*PROSE, ".vtt"))
    odd = list(islice(find_odd(text, soft=may_hyphenate), MOST + 1))
    entities = list(islice(find_odd_entities(text), MOST + 1)) if path.endswith(".md") else []
    problems.extend(_told(sorted([*odd, *entities])[: MOST + 1], text, path))
    return without_odd(text) if odd else text


def _told(odd: list[Odd], text: str, path: str) -> Iterator[Problem]:
    for number, one in enumerate(odd):
        sentence = one.sentence if number < MOST else AND_MORE
        yield Problem(place_at(path, text, one.offset), sentence, CHARACTER)
