"""What begins an item of a list, and what only looks like it: dates, ordinals, dashes in prose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fokusbericht.text.prose.lines import Line

DASHES = "–—"  # of lists as Word has them, and of prose
DOTS = "•·‣◦▪▸►●○■□"
BULLET = re.compile(rf"[-*+{DOTS}{DASHES}](?:[ \t\u00a0]++|$)")
NUMBER = re.compile(r"(\d{1,9})[.)](?:[ \t\u00a0]++|$)")
# „31. Dezember“, „1. 7. 2024“, and „1. und 2. Klasse“, which begins no list either.
DATE = re.compile(
    r"\d{1,2}\.[ \u00a0]*+(?:\d{1,2}\.[ \u00a0]*+(?:\d{4}|\d{2})"
    r"|(?:und|oder|bis|–|-)[ \u00a0]+\d{1,2}\."
    r"|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|"
    r"Oktober|November|Dezember|(?:Jan|Feb|Mrz|Apr|Aug|Sept?|Okt|Nov|Dez)\.)(?!\w)"
)
SENTENCE_END = (":", ".", "!", "?", "…")
CLOSERS = "“”\"»’')]*_ \t\\"
NEAR = 20  # lines within which the next item of a list is looked for
WIDE = 60  # letters of a line that was broken because it was full
FAR = 10  # numbers that an editor may have left out of a list


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark in front of an item; `number` is None for a dot."""

    width: int
    number: int | None
    has_text: bool
    is_dash: bool = False

    @property
    def ordered(self) -> bool:
        """Say whether it counts."""
        return self.number is not None


def marker_of(line: Line) -> Marker | None:
    """Return what marks the line as an item: "- ", "* ", "1. ", "1) "; a date is none."""
    text = line.text
    if match := BULLET.match(text):
        return Marker(match.end(), None, bool(text[match.end() :].strip()), text[0] in DASHES)
    match = NUMBER.match(text)
    if not match or DATE.match(text):
        return None
    return Marker(match.end(), int(match[1]), bool(text[match.end() :].strip()))


def begins_list(lines: Sequence[Line], at: int, last: int) -> bool:
    """Say whether a list begins here, after a blank line; `last` is the number counted last.

    A year or an ordinal at the beginning of a paragraph counts nothing: "2026. ", "3. Quartal".
    """
    marker = marker_of(lines[at])
    if marker is None or marker.number is None:
        return marker is not None and (not marker.is_dash or _is_followed(lines, at, marker))
    return marker.number in (0, 1, last + 1) or _is_followed(lines, at, marker)


def interrupts(lines: Sequence[Line], at: int) -> bool:
    """Say whether a list begins here, in the middle of a paragraph; else it is a dash in prose."""
    marker = marker_of(lines[at])
    if marker is None or not marker.has_text:
        return False
    ends = lines[at - 1].text.rstrip(CLOSERS).endswith(SENTENCE_END)
    if marker.is_dash:
        return (ends or _is_dash(lines, at + 1)) and _is_followed(lines, at, marker)
    if marker.number is not None:
        return _is_followed(lines, at, marker) if marker.number != 1 or not ends else True
    return ends or _is_followed(lines, at, marker) or _is_item(lines[at].text[marker.width :])


def _is_dash(lines: Sequence[Line], at: int) -> bool:
    marker = marker_of(lines[at]) if at < len(lines) else None
    return marker is not None and marker.is_dash


def _is_item(text: str) -> bool:
    """Say whether what follows a lone dash is an item: "- das zeigt sich - sinkt" is none."""
    return text[:1].isupper() and " - " not in text and not text.rstrip().endswith(" -")


def _is_followed(lines: Sequence[Line], at: int, first: Marker) -> bool:
    """Say whether the next item of the same list comes soon."""
    for line in lines[at + 1 : at + NEAR]:
        other = marker_of(line)
        if other is None or other.ordered is not first.ordered:
            continue
        if first.number is None or other.number == first.number + 1:
            return line.text[0] == lines[at].text[0] or first.ordered
    return False


def is_next(marker: Marker, before: Marker) -> bool:
    """Say whether a marked line is the next item of a list whose last one is given."""
    if marker.number is None or before.number is None:
        return marker.number is before.number and marker.is_dash is before.is_dash
    return before.number <= marker.number <= before.number + FAR


def continues(before: str, line: Line) -> bool:
    """Say whether a line directly below an item or quote goes on with its sentence.

    So it is where it begins small, or where the line above was full: then it was only wrapped.
    """
    if before.endswith(("  ", "\\")) or line.text[:1].islower() or line.text[:1].isdigit():
        return True
    words = before.rstrip()
    if words.rstrip(CLOSERS).endswith(SENTENCE_END):
        return False
    return len(words) >= WIDE or words.endswith((",", "-", "–"))
