"""What changed in the figures between two states of a site, as it is told."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fokusbericht.model.base import PartialDate


class ChangeKind(Enum):
    """What happened to an indicator between two states, in the order it is told."""

    GEAENDERT = "geaendert"
    ZAHL_NEU = "zahl_neu"
    JAHRE_NEU = "jahre_neu"
    JAHRE_ENTFALLEN = "jahre_entfallen"
    ZAHL_ENTFALLEN = "zahl_entfallen"


@dataclass(frozen=True, slots=True)
class LargestNews:
    """The value that changed most, before and after."""

    area: str  # its name
    year: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class ChangeNews:
    """What happened to an indicator; one that is gone has only its key."""

    kind: ChangeKind
    indikator: str
    title: str
    href: str
    unit: str
    digits: int
    years: tuple[int, ...]
    values: int | None  # new, changed or gone; None where that is not told
    added: int
    removed: int
    largest: LargestNews | None
    corrections: tuple[tuple[PartialDate, str], ...]  # the day, and why


@dataclass(frozen=True, slots=True)
class StateNews:
    """A state of all figures, and what it changed."""

    day: date
    is_recorded: bool
    is_first: bool
    numbers: int
    values: int
    changes: tuple[ChangeNews, ...]
