"""YAML read as nodes: values stay texts and keep their places; nothing is dropped in silence."""

import re
from itertools import accumulate
from pathlib import Path

import yaml

from fokusbericht.problems import Place, Problem
from fokusbericht.sources.faults import ESCAPE, SYNTAX, escaped_sign, syntax_problem
from fokusbericht.sources.texts import CHARACTER, place_at, read_text
from fokusbericht.sources.values import (
    Dropped,
    Entry,
    Scalar,
    YamlMapping,
    YamlSequence,
    YamlValue,
    is_empty,
)
from fokusbericht.text.characters import ODD_BLANKS, SOFT_HYPHEN, is_odd, sentence_of, without_odd

# No file of ours nests deeper than six.
DEEPEST = 100
DEEP_LINE = re.compile(r"^[ ]*(?:[-?][ \t]+){20}|^[ ]{200}[ ]*[^\s#]", re.MULTILINE)
BRACKET = re.compile(r"[\[\]{}]")
TOO_DEEP = "Hier ist das YAML zu tief verschachtelt."

MARK = re.compile(r"[&!][^\s,\[\]{}]*")
COMMENT = re.compile(r"[ \t]+(#.*)")
NOTHING = ("None", "none", "undefined")  # what programs write that know no null
NULL = "tag:yaml.org,2002:null"
HIDDEN_IN_KEYS = re.compile(f"^[{ODD_BLANKS}]+|[{ODD_BLANKS}]+$|{SOFT_HYPHEN}")
DASH = re.compile(f"-[{ODD_BLANKS}]")

NO_LIST = "Hier wird eine Liste erwartet, deren Einträge mit „- “ beginnen."
NO_TABLE = "Hier werden Zeilen der Form „schluessel: Wert“ erwartet."
ALIAS = "Anker und Verweise (& und *) sind hier nicht erlaubt. Bitte ausschreiben."
ODD_KEY = "Vor dem Doppelpunkt wird ein einzelnes Wort erwartet."
BLANK = "Hier steht ein geschütztes Leerzeichen, das YAML nicht versteht. Bitte neu eintippen."

_YamlLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(root: Path, path: str, problems: list[Problem]) -> YamlMapping | None:
    """Return a YAML file as a mapping; None after a problem."""
    text = read_text(root, path, problems)
    return None if text is None else parse_yaml(text, path, 1, problems)


def read_yaml_list(root: Path, path: str, problems: list[Problem]) -> tuple[YamlValue, ...]:
    """Return the entries of a YAML file that is a list; none after a problem."""
    text = read_text(root, path, problems)
    value = None if text is None else _parsed(text, path, 1, problems)
    if isinstance(value, YamlSequence):
        return value.items
    if value is not None and not is_empty(value):
        problems.append(Problem(value.place, NO_LIST, SYNTAX))
    return ()


def parse_yaml(
    text: str, path: str, first_line: int, problems: list[Problem]
) -> YamlMapping | None:
    """Return YAML text as texts with their places; nothing is turned into numbers or dates."""
    value = _parsed(text, path, first_line, problems)
    if value is None or isinstance(value, YamlMapping):
        return value
    problems.append(Problem(value.place, NO_TABLE, SYNTAX))
    return None


def _parsed(text: str, path: str, first_line: int, problems: list[Problem]) -> YamlValue | None:
    """Return what a YAML text holds; None after a problem."""
    start = Place(path, first_line)
    if _is_too_deep(text):
        problems.append(Problem(start, TOO_DEEP, SYNTAX))
        return None
    try:
        node = yaml.compose(text, Loader=_YamlLoader)
    except yaml.MarkedYAMLError as error:
        problems.append(syntax_problem(error, text, path, first_line))
        return None
    except (yaml.YAMLError, ValueError):
        problems.append(Problem(start, "Hier steht ein Zeichen, das YAML nicht erlaubt.", SYNTAX))
        return None
    if node is None:
        return YamlMapping({}, start)
    return _Converter(text, path, first_line, problems).convert(node)


def _is_too_deep(text: str) -> bool:
    """Say whether brackets, dashes or indents nest deeper than the parser's own stack may bear."""
    if DEEP_LINE.search(text):
        return True
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    steps = (1 if bracket in "[{" else -1 for bracket in BRACKET.findall(text))
    return max(accumulate(steps)) > DEEPEST


class _Converter:
    """Turns YAML nodes into values with places; tells what YAML would drop or hide."""

    def __init__(self, text: str, path: str, first_line: int, problems: list[Problem]) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.problems = problems
        self.seen: set[int] = set()
        # Most files have neither, and then there is nothing to look for behind a value.
        self.lines = text.split("\n") if COMMENT.search(text) else []
        self.has_escapes = "\\" in text
        self.has_marks = "&" in text or "!" in text

    def convert(self, node: yaml.Node) -> YamlValue:
        place = self.place(node.start_mark)
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, place)
        if id(node) in self.seen:
            self.note(place, ALIAS)
            return YamlSequence((), place)
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return YamlSequence(tuple(self.convert(item) for item in node.value), place)
        return self.mapping(node)

    def scalar(self, node: yaml.ScalarNode, place: Place) -> Scalar:
        text = str(node.value)
        if not node.style:
            text = "" if node.tag == NULL or text in NOTHING else text.strip()
            if DASH.match(text):
                self.note(Place(place.path, place.line, place.column + 1), BLANK, CHARACTER)
        elif node.style == '"' and self.has_escapes:
            text = self.without_escapes(node)
        elif node.style in ("|", ">"):
            text = text.rstrip("\n")  # the end of its last line is none of the text
        return Scalar(text, place, self.dropped(node, place))

    def dropped(self, node: yaml.ScalarNode, place: Place) -> Dropped | None:
        """Return what YAML leaves out before a value or, on its last line, behind it."""
        if self.has_marks:
            mark = MARK.match(self.text, node.start_mark.index)
            if mark:
                return Dropped(mark[0], place)
        if node.style in ("|", ">"):
            # `>5` is no text for YAML, but how far one is indented.
            is_number = self.text[node.start_mark.index + 1 :][:1].isdigit()
            return Dropped(node.style, place) if is_number and not node.value.strip() else None
        if not self.lines:
            return None
        end = node.end_mark
        comment = COMMENT.match(self.lines[end.line], end.column)
        if comment is None or (node.style and not comment[1][1:2].strip()):
            return None  # what is closed by a quote is whole
        where = Place(self.path, end.line + self.first_line, comment.start(1) + 1)
        return Dropped(comment[1], where)

    def mapping(self, node: yaml.Node) -> YamlMapping:
        entries: dict[str, Entry] = {}
        for key_node, value_node in node.value:
            place = self.place(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.note(place, ODD_KEY)
                continue
            key = self.key(key_node, place)
            if key in entries:
                first = entries[key].key_place.line
                sentence = f"„{key}“ steht schon in Zeile {first}. Bitte nur einmal angeben."
                self.note(place, sentence, "doppelter-schluessel")
                continue
            entries[key] = Entry(place, self.convert(value_node))
        return YamlMapping(entries, self.place(node.start_mark))

    def key(self, node: yaml.ScalarNode, place: Place) -> str:
        """Return a key without signs that nobody sees in it; they are told."""
        key = self.without_escapes(node) if node.style == '"' else str(node.value)
        hidden = HIDDEN_IN_KEYS.search(key)
        if hidden is None:
            return key
        sentence = sentence_of(hidden[0]) if hidden[0] == SOFT_HYPHEN else BLANK
        where = Place(place.path, place.line, place.column + hidden.start())
        self.note(where, sentence, CHARACTER)
        return HIDDEN_IN_KEYS.sub("", key)

    def without_escapes(self, node: yaml.ScalarNode) -> str:
        """Return a text without what stands in it for signs that nobody sees; they are told."""
        start = node.start_mark.index
        for match in ESCAPE.finditer(self.text, start, node.end_mark.index):
            sign = escaped_sign(match[0])
            if sign and is_odd(sign):
                where = place_at(self.path, self.text, match.start())
                where = where._replace(line=where.line + self.first_line - 1)
                self.note(where, f"„{match[0]}“: {sentence_of(sign)}", CHARACTER)
        return without_odd(str(node.value))

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.path, mark.line + self.first_line, mark.column + 1)

    def note(self, place: Place, sentence: str, rule: str = SYNTAX) -> None:
        self.problems.append(Problem(place, sentence, rule))
