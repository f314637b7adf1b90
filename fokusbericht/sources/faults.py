"""What the YAML parser says, in words an editor can act on, at the place of the cause."""

import re

import yaml

from fokusbericht.problems import Place, Problem
from fokusbericht.text.characters import ODD_BLANKS

SYNTAX = "yaml"

# A sign written between double quotes: „\v“, „\x0b“; `\\` is no beginning of one.
ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
SHORT = {"0": 0, "a": 7, "b": 8, "v": 11, "f": 12, "e": 27, "N": 0x85, "L": 0x2028, "P": 0x2029}

# By a part of the parser's message.
SENTENCES = {
    "expected a single document": "Mit „---“ beginnt hier ein zweites Dokument. "
    "Eine Datei enthält nur eines; bitte die Zeile streichen.",
    "expected <document start>": "Hier geht es nach dem Ende „...“ weiter. "
    "Bitte die Zeile „...“ darüber streichen.",
    "mapping values are not allowed": "Hier ist ein Doppelpunkt zu viel. "
    "Enthält der Text einen Doppelpunkt, gehört er in Anführungszeichen.",
    "could not find expected ':'": "Hier fehlt ein Doppelpunkt nach dem Schlüssel.",
    "did not find expected key": "Die Einrückung passt nicht zu den Zeilen darüber, "
    "oder ein Anführungszeichen schließt zu früh.",
    "'-' indicator": "Die Einrückung dieser Aufzählung passt nicht zu den Zeilen darüber.",
    "block sequence entries are not": "Ein Text, der mit „- “ beginnt, gehört in "
    "Anführungszeichen; eine Liste beginnt in der Zeile darunter.",
    "',' or ']'": "Hier fehlt ein Komma oder die schließende Klammer „]“.",
    "',' or '}'": "Hier fehlt ein Komma oder die schließende Klammer „}“.",
    "unexpected end of stream": "Ein Anführungszeichen wird geöffnet und nicht geschlossen.",
    "unexpected document indicator": "Ein Anführungszeichen wird geöffnet und nicht geschlossen.",
    "Unicode character escape": "Diese Schreibweise mit „\\“ nennt kein Zeichen. "
    "Bitte das Zeichen selbst eintippen.",
    "unknown escape character": "Zwischen doppelten Anführungszeichen hat „\\“ eine eigene "
    "Bedeutung. Bitte einfache Anführungszeichen nehmen oder „\\\\“ schreiben.",
    "cannot start any token": "Dieses Zeichen darf hier nicht am Anfang stehen. "
    "Bitte mit Leerzeichen statt Tabulator einrücken und Texte in Anführungszeichen setzen.",
    "violates indentation": "Bitte mit Leerzeichen statt Tabulator einrücken.",
    "parsing a tag": "Ein Text, der mit „!“ beginnt, gehört in Anführungszeichen.",
    "alias": "Ein Text, der mit „*“ beginnt, gehört in Anführungszeichen.",
    "anchor": "Ein Text, der mit „&“ beginnt, gehört in Anführungszeichen.",
}
DEFAULT = (
    "Hier ist das YAML nicht lesbar. Fehlt ein Doppelpunkt, ein Anführungszeichen, "
    "eine Klammer oder eine Einrückung?"
)
BLANK = "Hier steht ein geschütztes Leerzeichen, das YAML nicht versteht. Bitte neu eintippen."
CUT = (
    "Mit „#“ beginnt hier ein Kommentar; was danach steht, geht verloren. "
    "Gehört es zum Text, steht dieser in Anführungszeichen."
)
NARROW = "Nach dem Doppelpunkt fehlt ein Leerzeichen."

# What the parser takes for something else, and so complains of the lines below it.
BLANK_IN_STRUCTURE = re.compile(
    rf"^[ ]*(?:- )*([{ODD_BLANKS}])|^[^\n\"'#:]*:([{ODD_BLANKS}])", re.MULTILINE
)
COMMENT_IN_BRACKETS = re.compile(r"[\s\[{,](#)")
NARROW_COLON = re.compile(r"^[ ]*(?:- )*[a-z_]+(:)[^\s:/]", re.MULTILINE)


def escaped_sign(escape: str) -> str:
    """Return the sign that is meant by „\\v“, „\\x0b“ and the like; nothing for any other."""
    code = SHORT.get(escape[1:])
    if len(escape) > 2:
        code = int(escape[2:], 16)
    return chr(code) if code is not None and code <= 0x10FFFF else ""


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """Return the problem that the parser met, at its cause where that is known."""
    message = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    begun = error.context_mark.line if error.context_mark else line
    if "character escape" in message:
        column -= 2  # the parser stands behind „\\u“
    found = _cause(text.split("\n"), begun, line, message)
    if found is None:
        sentence = next((text for part, text in SENTENCES.items() if part in message), DEFAULT)
        found = line, column, sentence
    line, column, sentence = found
    return Problem(Place(path, line + first_line, column + 1), sentence, SYNTAX)


def _cause(lines: list[str], begun: int, met: int, message: str) -> tuple[int, int, str] | None:
    """Return line, column and sentence of what really is wrong, looked for around the place."""
    near = range(max(0, min(begun, met - 1)), min(met + 1, len(lines)))
    for number in near:
        blank = BLANK_IN_STRUCTURE.match(lines[number])
        if blank:
            return number, blank.start(blank.lastindex or 0), BLANK
    if "flow" in message:
        comments = ((number, COMMENT_IN_BRACKETS.search(lines[number])) for number in near)
        for number, comment in comments:
            if comment:
                return number, comment.start(1), CUT
    if "expected ':'" in message or "mapping values" in message:
        for number in near:
            narrow = NARROW_COLON.match(lines[number])
            if narrow:
                return number, narrow.end(1), NARROW
    return None
