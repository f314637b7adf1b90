"""Small pieces of German sentences: dates, counts, lists, silence."""

from collections.abc import Sequence

from fokusbericht.model import PartialDate
from fokusbericht.render import datum

# From here on silence is told in years: „seit 100 Monaten“ says nothing to anyone.
YEARS_FROM = 36
SILENT_FROM = 12


def when(day: PartialDate) -> str:
    """Return a date as part of a sentence: 2022, im Mai 2022, am 16. November 2016."""
    words = ("am" if day.day else "im" if day.month else "", datum(day))
    return " ".join(word for word in words if word)


def since(day: PartialDate) -> str:
    """Return a start as part of a sentence: seit 2022, seit Mai 2022, seit dem 16. November."""
    return f"seit dem {datum(day)}" if day.day else f"seit {datum(day)}"


def span(start: PartialDate | None, end: PartialDate | None) -> str:
    """Return a time of work: seit Januar 2017, 2014 bis 2016, nothing if unknown."""
    if start and end:
        return f"{datum(start)} bis {datum(end)}"
    if start:
        return since(start)
    return f"bis {datum(end)}" if end else ""


def count(number: int, one: str, many: str, article: str = "Eine") -> str:
    """Return how many: Eine Empfehlung, 63 Empfehlungen, Keine Empfehlungen."""
    if number == 1:
        return f"{article} {one}"
    return f"{number or 'Keine'} {many}"


def empfehlungen(number: int) -> str:
    """Return how many recommendations."""
    return count(number, "Empfehlung", "Empfehlungen")


def listing(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: A, B und C."""
    return " und ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def silence(months: int) -> str:
    """Return how long there has been no news, or nothing if that is not long."""
    if months < SILENT_FROM:
        return ""
    if months < YEARS_FROM:
        return f"seit {months} Monaten ohne Nachricht"
    more = "mehr als " if months % 12 else ""
    return f"seit {more}{months // 12} Jahren ohne Nachricht"
