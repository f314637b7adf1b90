"""What a condition is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .document import Document

Check = Callable[[Document], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold; `number` is that of the Matterhorn protocol 1.1 or empty."""

    number: str
    name: str
    check: Check


@dataclass(frozen=True, slots=True)
class Finding:
    """What a condition found in a PDF."""

    condition: Condition
    what: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.condition.number, self.condition.name + ":", self.what)))
