"""Whether the program knows the format of a folder, before anything else is told of it."""

from pathlib import Path

from fokusbericht.load import formats
from fokusbericht.load.formats import number as words
from fokusbericht.problems import Problem
from fokusbericht.sources.texts import read_text


def told_of_format(root: Path, number: int) -> Problem | None:
    """Return what is to be told of a folder's format: that it cannot be read, or a hint."""
    newest = formats.STEPS[-1].NUMBER
    if number == newest:
        return None
    text = read_text(root, words.KREIS, []) or ""
    if number > newest:
        return words.too_new(text, number, newest)
    if any(number < step.NUMBER and step.is_needed(root) for step in formats.STEPS):
        return words.too_old(text, number, newest)
    return words.old(text, number, newest) if words.LINE.search(text) else None
