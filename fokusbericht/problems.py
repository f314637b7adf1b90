"""What an editor is told: a sentence, and the place it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple


class Place(NamedTuple):
    """A spot in a file of the report; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: where, what and how to mend it, and the rule that found it."""

    place: Place
    sentence: str
    rule: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence} ({self.rule})"


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, if one is close."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return „ Meinten Sie „…“?“ when a known word is close, else nothing."""
    guess = closest(word, known)
    return f" Meinten Sie „{guess}“?" if guess else ""
