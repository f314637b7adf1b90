"""The head of a Markdown file, and the text below it."""

import re
from pathlib import Path

from fokusbericht.model.base import Text
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.nodes import parse_yaml
from fokusbericht.sources.texts import read_text
from fokusbericht.sources.values import YamlMapping

HEAD = "kopf"
LINE = "---"
# What is meant as the end of a head and is none.
NEARLY = re.compile(r"\s*(?:-{4,}|--|[-–—]*[–—]+[-–—]*|\.\.\.|={3,}|\+{3})\s*|\s+---\s*")
KEY = re.compile(r"[a-z_]+:(?: |$)")

NO_HEAD = "Der Kopf fehlt: Die Datei beginnt mit einer Zeile „---“, ebenso endet der Kopf."
NEAR_END = "Der Kopf beginnt und endet mit genau drei Bindestrichen: „---“."
TWICE = "Hier beginnt der Kopf ein zweites Mal. Bitte einen der beiden streichen."


def read_page(root: Path, path: str, problems: list[Problem]) -> tuple[YamlMapping, Text] | None:
    """Return the front matter and the Markdown body of a file; None after a problem."""
    text = read_text(root, path, problems)
    if text is None:
        return None
    lines = text.split("\n")
    end = _end_of_head(lines)
    if isinstance(end, tuple):
        problems.append(Problem(Place(path, end[0] + 1), end[1], HEAD))
        return None
    table = parse_yaml("\n".join(lines[1:end]), path, 2, problems)
    again = _second_head(lines, end + 1)
    if again is not None:
        problems.append(Problem(Place(path, again + 1), TWICE, HEAD))
    body = Text("\n".join(lines[end + 1 :]), Place(path, end + 2))
    return None if table is None else (table, body)


def _end_of_head(lines: list[str]) -> int | tuple[int, str]:
    """Return the line that ends the head; else the line to look at and what is wrong there."""
    if lines[0].rstrip() != LINE:
        return 0, NEAR_END if NEARLY.fullmatch(lines[0]) else NO_HEAD
    inside = lines[1:]
    end = next((number for number, line in enumerate(inside, 1) if line.rstrip() == LINE), None)
    nearly = (number for number, line in enumerate(inside, 1) if NEARLY.fullmatch(line))
    near = next(nearly, None)
    if near is not None and (end is None or _reaches_text(lines, near, end)):
        return near, NEAR_END
    return end or (0, NO_HEAD)


def _reaches_text(lines: list[str], near: int, end: int) -> bool:
    """Say whether between what is nearly an end and the end there is text, not keys."""
    between = [line for line in lines[near + 1 : end] if line.strip()]
    return bool(between) and not any(KEY.match(line) for line in between)


def _second_head(lines: list[str], start: int) -> int | None:
    """Return where right below a head another one begins; a line and text are no head."""
    first = next((number for number in range(start, len(lines)) if lines[number].strip()), None)
    if first is None or lines[first].rstrip() != LINE:
        return None
    for line in lines[first + 1 :]:
        if line.rstrip() == LINE:
            return first if first + 1 < len(lines) and KEY.match(lines[first + 1]) else None
    return None
