"""German text taken apart: its sentences and words, as rules about texts count them."""

import re
from datetime import date

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
# Seasons by their numbers in ISO 8601-2. Winter lies in two years, so that none can be named.
SPRING, SUMMER, AUTUMN = 21, 22, 23
SEASONS = {SPRING: "Frühjahr", SUMMER: "Sommer", AUTUMN: "Herbst"}

# A point after these ends no sentence; single letters ("z. B.") and short numbers ("18.") neither.
ABBREVIATIONS = frozenset(
    [
        "abs",
        "art",
        "bzgl",
        "bzw",
        "ca",
        "dr",
        "evtl",
        "gem",
        "ggf",
        "inkl",
        "mio",
        "mrd",
        "nr",
        "prof",
        "rd",
        "sog",
        "st",
        "std",
        "str",
        "tel",
        "usw",
        "vgl",
        "vs",
        "zzgl",
    ]
)
END = re.compile(r"(?<![.!?…])[.!?…]++[“\"»)]*+(?=\s+[„\"»(]?[A-ZÄÖÜ0-9])")
LONGEST = 60  # letters of a word that may be an abbreviation, and then some
WORD = re.compile(r"[\wÄÖÜäöüß]+(?:[-–·/][\wÄÖÜäöüß]+)*")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each with its mark at the end.

    "Am 18. November z. B. in Wedel. Und dann?" has two.
    """
    found, start = [], 0
    for end in END.finditer(text):
        begin = max(start, end.start() - LONGEST)
        if end.group().startswith(".") and _is_abbreviated(text[begin : end.start()]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    return tuple(one for one in (*found, text[start:].strip()) if one)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; what hyphens join is one."""
    return tuple(WORD.findall(text))


def _is_abbreviated(before: str) -> bool:
    last = (WORD.findall(before) or [""])[-1]
    is_short = len(last) == 1 or (last.isdigit() and len(last) < 3)
    return is_short or last.lower() in ABBREVIATIONS


def day_in_words(day: date) -> str:
    """Return a day as an editor reads it: 1. Dezember 2026."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
