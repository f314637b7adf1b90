"""Rows of tables taken apart; a bar in code, in a link or behind a backslash parts nothing."""

import re
from dataclasses import dataclass

from fokusbericht.text.prose.code import blanked, code_spans
from fokusbericht.text.prose.lines import Line

DIVIDER = re.compile(r"\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+[ \t]*+")
BAR = re.compile(
    r"\\.|\[\[[^\[\]\n]*+\]\]"
    r"|\[[^\[\]|\n]*+\|[^\[\]\n]*+\]\((?:<[^<>\n]*+>|[^\s()|]++)\)"  # [a|b](https://…)
    r"|\|"
)
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a line, and where they stand in the text."""

    text: str
    offset: int


def is_divider(line: Line) -> bool:
    """Say whether a line parts the head of a table from its rows: |---|--:|."""
    return "|" in line.text and DIVIDER.fullmatch(line.text) is not None


def has_bar(line: Line) -> bool:
    """Say whether a line has two cells, or at least the border of one."""
    return "|" in line.text and bool(_bars(line.text))


def cells_of(line: Line) -> tuple[Passage, ...]:
    """Return the cells of a row."""
    text = line.text.rstrip()
    bars = _bars(text)
    if bars and bars[-1] == len(text) - 1 and len(text) > 1:
        text, bars = text[:-1], bars[:-1]
    starts = [bar + 1 for bar in bars]
    if not text.startswith("|"):
        starts.insert(0, 0)
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    return tuple(_cell(text, start, end, line) for start, end in zip(starts, ends, strict=True))


def _cell(text: str, start: int, end: int, line: Line) -> Passage:
    raw = text[start:end]
    lead = len(raw) - len(raw.lstrip())
    return Passage(raw.strip(), line.offset + start + lead)


def _bars(text: str) -> list[int]:
    covered = blanked(text, code_spans(text)) if "`" in text else text
    return [match.start() for match in BAR.finditer(covered) if match[0] == "|"]


def sides_of(divider: Line) -> tuple[str, ...]:
    """Return how the columns are set: left, right, center, or as usual."""
    return tuple(_side(cell.text) for cell in cells_of(divider))


def _side(text: str) -> str:
    begins, ends = text.startswith(":"), text.endswith(":")
    return "center" if begins and ends else "left" if begins else "right" if ends else ""
