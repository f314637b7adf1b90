"""What an editor is told: a sentence, and the place it is about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Place(NamedTuple):
    """A spot in a file of the report; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(StrEnum):
    """What a finding means for the build: it stops it, or only gives a hint."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: where, what and how to mend it, and the rule that found it."""

    place: Place
    sentence: str
    rule: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        hint = "Hinweis: " if self.severity is Severity.WARNING else ""
        return one_line(f"{self.place}: {hint}{self.sentence} ({self.rule})")


def one_line(text: str) -> str:
    """Return a text that cannot break its line or steer a terminal, whatever an editor wrote."""
    return CONTROL.sub("\ufffd", text)


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, if one is close."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return „ Meinten Sie „…“?“ when a known word is close, else nothing."""
    guess = closest(word, known)
    return f" Meinten Sie „{guess}“?" if guess else ""
