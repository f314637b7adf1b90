"""The number of a folder's format, as it stands in kreis.yml: `format: 2`; without it, it is 1."""

import re

from fokusbericht.problems import Place, Problem, Severity
from fokusbericht.sources.texts import place_at

KREIS = "content/kreis.yml"
FIRST = 1
RULE = "format"
LINE = re.compile(r"^(format[ \t]*:[ \t]*)([^\s#][^\n#]*?|)([ \t]*(?:#[^\n]*)?)$", re.MULTILINE)
NUMBER = re.compile(r"""(["']?)([1-9][0-9]{0,3})\1""")
# What may stand above the first key of a file.
ABOVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n|---[ \t]*\n|%[^\n]*\n)*")


def number_in(text: str) -> int | Problem:
    """Return the number of the format that a kreis.yml names, or why it is none."""
    line = LINE.search(text)
    if line is None:
        return FIRST
    number = NUMBER.fullmatch(line[2])
    if number:
        return int(number[2])
    sentence = f"„{line[2]}“ ist keine Nummer eines Formats. Hier steht eine ganze Zahl ab 1."
    return Problem(place_at(KREIS, text, line.start(2)), sentence, RULE)


def too_new(text: str, number: int, newest: int) -> Problem:
    """Return that a folder is newer than the program."""
    sentence = (
        f"Dieser Ordner hat das Format {number}, dieses Programm kennt nur die Formate bis "
        f"{newest}. Bitte ein neueres Programm verwenden."
    )
    return Problem(place_of(text), sentence, RULE)


def too_old(text: str, number: int, newest: int) -> Problem:
    """Return that a folder cannot be read before it is brought into the format of today."""
    sentence = (
        f"Dieser Ordner hat noch das Format {number}, dieses Programm liest das Format {newest}. "
        "Bitte einmal „build.py umstellen“ ausführen."
    )
    return Problem(place_of(text), sentence, RULE)


def old(text: str, number: int, newest: int) -> Problem:
    """Return the hint that a folder names an older format, in which it can still be read."""
    sentence = (
        f"Dieser Ordner nennt noch das Format {number}. „build.py umstellen“ zeigt, was das Format "
        f"{newest} daran ändert."
    )
    return Problem(place_of(text), sentence, RULE, Severity.WARNING)


def place_of(text: str) -> Place:
    """Return where a kreis.yml names its format; its start where it names none."""
    line = LINE.search(text)
    return place_at(KREIS, text, line.start(2)) if line else Place(KREIS)


def with_number(text: str, number: int) -> str | Problem:
    """Return a kreis.yml that names a format, else as it is; or why that cannot be done."""
    if LINE.search(text):
        return LINE.sub(rf"\g<1>{number}\g<3>", text, count=1)
    above = ABOVE.match(text)
    start = above.end() if above else 0
    if not re.match(r"[\w\"']", text[start : start + 1]):
        sentence = f"Hier lässt sich „format: {number}“ nicht eintragen. Bitte von Hand ergänzen."
        return Problem(Place(KREIS), sentence, RULE)
    return f"{text[:start]}format: {number}\n{text[start:]}"
