"""Strands: what has a name for a time, then another one, and flows into others."""

from dataclasses import dataclass

DECIDED, PROPOSED, REPORTED = "beschlossen", "vorgeschlagen", "berichtet"


@dataclass(frozen=True, slots=True)
class Stage:
    """A moment at which something changed: a year, and by whose word."""

    year: str
    words: str


@dataclass(frozen=True, slots=True)
class StageLabel:
    """What is said of a strand at a stage: a name it gets, or (`is_note`) something else."""

    stage: int
    text: str
    state: str  # DECIDED, PROPOSED or REPORTED
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Strand:
    """One course through the stages; `sources` are the strands it comes from."""

    field: int
    first: int
    labels: tuple[StageLabel, ...]
    sources: tuple[int, ...] = ()
    last: int | None = None  # the stage at which it flows into another

    def names(self) -> tuple[StageLabel, ...]:
        """Return the names it bore; those only proposed are left out."""
        return tuple(one for one in self.labels if not one.is_note and one.state != PROPOSED)

    def is_changed(self) -> bool:
        """Tell whether anything ever happened to it."""
        return len(self.names()) > 1 or bool(self.sources) or self.last is not None


@dataclass(frozen=True, slots=True)
class TopicMove:
    """A topic that moves from one strand to another at a stage."""

    stage: int
    source: int
    target: int
    state: str


@dataclass(frozen=True, slots=True)
class Strands:
    """All strands, in the order of their rows."""

    stages: tuple[Stage, ...]
    strands: tuple[Strand, ...]
    moves: tuple[TopicMove, ...] = ()
