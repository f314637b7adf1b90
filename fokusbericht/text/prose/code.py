"""Code between backticks: found in one pass, however many backticks there are."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

NO_BREAK = re.compile(r"[^\n]")
TICKS = re.compile("`+")
FENCE = re.compile(r"(`{3,}+)[^`\n]*+$|(~{3,}+)[^\n]*+$")


def code_spans(text: str) -> list[tuple[int, int]]:
    """Return where code begins and ends in a paragraph, its backticks included.

    As many backticks end it as began it; those behind a backslash begin none.
    """
    runs = [match.span() for match in TICKS.finditer(text)]
    by_length: dict[int, list[int]] = defaultdict(list)
    for start, end in runs:
        by_length[end - start].append(start)
    found: list[tuple[int, int]] = []
    done = 0
    for start, end in runs:
        if start < done:
            continue
        begin = start + _is_escaped(text, start)
        same = by_length.get(end - begin, [])
        next_one = bisect_right(same, start)
        if begin < end and next_one < len(same):
            done = same[next_one] + (end - begin)
            found.append((begin, done))
    return found


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with blanks for the spans, so that all that follows keeps its place."""
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], NO_BREAK.sub(" ", text[start:end])]
        done = end
    return "".join((*parts, text[done:]))


def _is_escaped(text: str, at: int) -> bool:
    count = 0
    while at - count > 0 and text[at - count - 1] == "\\":
        count += 1
    return count % 2 == 1


def fence_of(text: str) -> str:
    """Return the backticks or tildes that begin lines of code; nothing else."""
    match = FENCE.match(text)
    return (match[1] or match[2]) if match else ""


def closes(text: str, fence: str) -> bool:
    """Say whether a line ends the code that a fence began."""
    bare = text.rstrip()
    return len(bare) >= len(fence) and not bare.strip(fence[0])
