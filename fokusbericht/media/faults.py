"""What is wrong with a file that editors bring."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where: line and column count from 1."""

    line: int
    column: int
    sentence: str
