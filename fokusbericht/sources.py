"""Files read so that every value still knows its line: YAML nodes, CSV rows, front matter."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import yaml

from fokusbericht.model.base import Text
from fokusbericht.problems import Place, Problem

SYNTAX = "yaml"
READABLE = "lesbar"

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


# No file of ours nests deeper than six.
DEEPEST = 100
DEEP_LINE = re.compile(r"^[ ]*(?:[-?][ \t]+){20}|^[ ]{200}[ ]*[^\s#]", re.MULTILINE)
BRACKET = re.compile(r"[\[\]{}]")
TOO_DEEP = "Hier ist das YAML zu tief verschachtelt."


class Scalar(NamedTuple):
    """A value as it was written: text, whatever it looks like."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: "tuple[Value, ...]"
    place: Place


class Entry(NamedTuple):
    """A value under its key."""

    key_place: Place
    value: "Value"


@dataclass(frozen=True, slots=True)
class Table:
    """A YAML mapping."""

    entries: Mapping[str, Entry]
    place: Place


Value = Scalar | Sequence | Table


class Row(NamedTuple):
    """A line of a CSV file."""

    path: str
    line: int
    text: str
    delimiter: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Return its cells, without blanks and quotes around them."""
        return tuple(cell.strip().strip('"') for cell in self.text.split(self.delimiter))

    def place(self, index: int) -> Place:
        """Return where a cell starts."""
        start = sum(len(cell) + 1 for cell in self.text.split(self.delimiter)[:index])
        return Place(self.path, self.line, start + 1)


def read_text(root: Path, path: str, problems: list[Problem]) -> str | None:
    """Return a file's text without byte order mark, line ends as LF; None if unreadable."""
    try:
        data = (root / path).read_bytes()
    except OSError:
        problems.append(Problem(Place(path), "Diese Datei fehlt oder ist nicht lesbar.", READABLE))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        sentence = "Hier steht ein Zeichen, das nicht UTF-8 ist. Bitte die Datei als UTF-8 sichern."
        problems.append(Problem(Place(path, line, column), sentence, READABLE))
        return None
    text = text.replace("\r\n", "\n")
    if path.endswith((".md", ".yml")):
        problems.extend(find_placeholders(text, path))
    return text


def find_placeholders(text: str, path: str) -> Iterator[Problem]:
    """Yield what was meant to be replaced before going public."""
    lowered = text.lower()
    if not any(word in lowered for word in PLACEHOLDER_WORDS):
        return  # nearly always; the pattern itself is slow
    for match in PLACEHOLDER.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        sentence = f"„{match[0]}“ ist ein Platzhalter. Bitte den fehlenden Inhalt einsetzen."
        yield Problem(Place(path, line, column), sentence, "platzhalter")


def read_yaml(root: Path, path: str, problems: list[Problem]) -> Table | None:
    """Return a YAML file as a table; None after a problem."""
    text = read_text(root, path, problems)
    return None if text is None else parse_yaml(text, path, 1, problems)


def read_page(root: Path, path: str, problems: list[Problem]) -> tuple[Table, Text] | None:
    """Return the front matter and the Markdown body of a file; None after a problem."""
    text = read_text(root, path, problems)
    if text is None:
        return None
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if len(ends) < 2 or ends[0] != 0:
        sentence = "Der Kopf fehlt: Die Datei beginnt mit einer Zeile „---“, ebenso endet der Kopf."
        problems.append(Problem(Place(path), sentence, "kopf"))
        return None
    head, body = "\n".join(lines[1 : ends[1]]), "\n".join(lines[ends[1] + 1 :])
    table = parse_yaml(head, path, 2, problems)
    return None if table is None else (table, Text(body, Place(path, ends[1] + 2)))


def parse_yaml(text: str, path: str, first_line: int, problems: list[Problem]) -> Table | None:
    """Return YAML text as a table of places and texts; nothing is turned into numbers or dates."""
    start = Place(path, first_line)
    if _is_too_deep(text):
        problems.append(Problem(start, TOO_DEEP, SYNTAX))
        return None
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(error, path, first_line))
        return None
    except yaml.YAMLError:
        problems.append(Problem(start, "Hier steht ein Zeichen, das YAML nicht erlaubt.", SYNTAX))
        return None
    if node is None:
        return Table({}, start)
    value = _Converter(path, first_line, problems).convert(node)
    if isinstance(value, Table):
        return value
    sentence = "Hier werden Zeilen der Form „schluessel: Wert“ erwartet."
    problems.append(Problem(value.place, sentence, SYNTAX))
    return None


def _is_too_deep(text: str) -> bool:
    """Say whether brackets, dashes or indents nest deeper than the parser's own stack may bear."""
    if DEEP_LINE.search(text):
        return True
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    steps = (1 if bracket in "[{" else -1 for bracket in BRACKET.findall(text))
    return max(accumulate(steps)) > DEEPEST


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Converter:
    """Turns YAML nodes into values with places; tells doubled keys and aliases."""

    def __init__(self, path: str, first_line: int, problems: list[Problem]) -> None:
        self.path = path
        self.first_line = first_line
        self.problems = problems
        self.seen: set[int] = set()

    def convert(self, node: yaml.Node) -> Value:
        place = self.place(node)
        if isinstance(node, yaml.ScalarNode):
            return Scalar(str(node.value), place)
        if id(node) in self.seen:
            sentence = "Anker und Verweise (& und *) sind hier nicht erlaubt. Bitte ausschreiben."
            self.problems.append(Problem(place, sentence, SYNTAX))
            return Sequence((), place)
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.convert(item) for item in node.value), place)
        return self.table(node)

    def table(self, node: yaml.Node) -> Table:
        entries: dict[str, Entry] = {}
        for key_node, value_node in node.value:
            key, place = str(key_node.value), self.place(key_node)
            if key in entries:
                first = entries[key].key_place.line
                sentence = f"„{key}“ steht schon in Zeile {first}. Bitte nur einmal angeben."
                self.problems.append(Problem(place, sentence, "doppelter-schluessel"))
                continue
            entries[key] = Entry(place, self.convert(value_node))
        return Table(entries, self.place(node))

    def place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.path, mark.line + self.first_line, mark.column + 1)


# What libyaml says, in words an editor can act on; by a part of its message.
SYNTAX_SENTENCES = {
    "mapping values are not allowed": "Hier ist ein Doppelpunkt zu viel. "
    "Enthält der Text einen Doppelpunkt, gehört er in Anführungszeichen.",
    "could not find expected ':'": "Hier fehlt ein Doppelpunkt nach dem Schlüssel.",
    "did not find expected key": "Die Einrückung passt nicht zu den Zeilen darüber, "
    "oder ein Anführungszeichen schließt zu früh.",
    "'-' indicator": "Die Einrückung dieser Aufzählung passt nicht zu den Zeilen darüber.",
    "',' or ']'": "Hier fehlt ein Komma oder die schließende Klammer „]“.",
    "',' or '}'": "Hier fehlt ein Komma oder die schließende Klammer „}“.",
    "unexpected end of stream": "Ein Anführungszeichen wird geöffnet und nicht geschlossen.",
    "unexpected document indicator": "Ein Anführungszeichen wird geöffnet und nicht geschlossen.",
    "cannot start any token": "Dieses Zeichen darf hier nicht am Anfang stehen. "
    "Bitte mit Leerzeichen statt Tabulator einrücken und Texte in Anführungszeichen setzen.",
    "undefined alias": "Ein Text, der mit „*“ beginnt, gehört in Anführungszeichen.",
}
SYNTAX_DEFAULT = (
    "Hier ist das YAML nicht lesbar. Fehlt ein Doppelpunkt, ein Anführungszeichen, "
    "eine Klammer oder eine Einrückung?"
)


def _syntax_problem(error: yaml.MarkedYAMLError, path: str, first_line: int) -> Problem:
    message = f"{error.context or ''} {error.problem or ''}"
    sentences = (text for part, text in SYNTAX_SENTENCES.items() if part in message)
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    place = Place(path, line + first_line, column + 1)
    return Problem(place, next(sentences, SYNTAX_DEFAULT), SYNTAX)


def read_rows(root: Path, path: str, problems: list[Problem]) -> list[Row]:
    """Return the rows of a CSV file, the header first; `;` or `,` as the header has it."""
    text = read_text(root, path, problems)
    if text is None:
        return []
    lines = text.split("\n")
    delimiter = ";" if ";" in lines[0] else ","
    return [
        Row(path, number, line, delimiter)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
