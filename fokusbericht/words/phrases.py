"""Small pieces of German sentences: dates, counts, lists, times, silence."""

from collections.abc import Sequence

from fokusbericht.model.base import PartialDate
from fokusbericht.text.formatting import format_date

# From here on silence is told in years: „seit 100 Monaten“ says nothing to anyone.
YEARS_FROM = 36
SILENT_FROM = 12
AND = " und "


def when(day: PartialDate) -> str:
    """Return a date as part of a sentence: 2022, im Herbst 2022, am 16. November 2016."""
    words = ("am" if day.day else "im" if day.month or day.season else "", format_date(day))
    return " ".join(word for word in words if word)


def since(day: PartialDate) -> str:
    """Return a start as part of a sentence: seit 2022, seit Mai 2022, seit dem 16. November."""
    return f"seit dem {format_date(day)}" if day.day else f"seit {format_date(day)}"


def span(start: PartialDate | None, end: PartialDate | None) -> str:
    """Return a time of work: seit Januar 2017, 2014 bis 2016, nothing if unknown."""
    if start and end:
        return f"{format_date(start)} bis {format_date(end)}"
    if start:
        return since(start)
    return f"bis {format_date(end)}" if end else ""


def count(number: int, one: str, many: str, article: str = "Eine") -> str:
    """Return how many: Eine Empfehlung, 63 Empfehlungen, Keine Empfehlungen."""
    if number == 1:
        return f"{article} {one}"
    return f"{number or 'Keine'} {many}"


def empfehlungen(number: int) -> str:
    """Return how many recommendations."""
    return count(number, "Empfehlung", "Empfehlungen")


def empfehlungen_of_page(total: int, first: int, last: int) -> str:
    """Return how many recommendations there are, and which of them stand on this page."""
    if first == last:
        return f"{empfehlungen(total)}, die letzte auf dieser Seite"
    return f"{empfehlungen(total)}, {first} bis {last} auf dieser Seite"


def examples(number: int, total: int, many: str) -> str:
    """Return how many of several things are made up; nothing if none is."""
    if not number:
        return ""
    if number == total:
        return f"Alle {many} sind erdachte Beispiele."
    if number == 1:
        return f"Unter den {total} {many} ist ein erdachtes Beispiel."
    return f"{number} der {total} {many} sind erdachte Beispiele."


def listing(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: A, B und C."""
    return AND.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def silence(months: int, is_rough: bool = False) -> str:
    """Return how long there has been no news, or nothing if that is not long.

    It `is_rough` where of the last news only the year is known: then it is as long at least.
    """
    if months < SILENT_FROM:
        return ""
    least = "mindestens " if is_rough else ""
    if months < YEARS_FROM:
        return f"seit {least}{months} Monaten ohne Nachricht"
    more = "mehr als " if months % 12 and not is_rough else ""
    return f"seit {least}{more}{months // 12} Jahren ohne Nachricht"


def months(number: int) -> str:
    """Return a time in words: 1 Monat, 18 Monate, 2 Jahre und 3 Monate."""
    if number < 24:
        return f"{number} Monat{'' if number == 1 else 'e'}"
    years, rest = divmod(number, 12)
    return f"{years} Jahre" + (f" und {months(rest)}" if rest else "")


def months_between(before: PartialDate, after: PartialDate) -> tuple[int, int]:
    """Return how many months lie between two dates, by the calendar: at least, and at most."""
    first, last = before.earliest(), before.latest()
    start, end = after.earliest(), after.latest()
    least = (start.year - last.year) * 12 + start.month - last.month
    return max(0, least), (end.year - first.year) * 12 + end.month - first.month


def gap(before: PartialDate, after: PartialDate) -> str:
    """Return the time between two dates in words, no finer than they are known."""
    if before.day and after.day:
        return f"dazwischen {_exactly(before, after)}"
    least, most = months_between(before, after)
    if least == most > 0:
        return f"dazwischen {months(most)}"
    if not most:
        return "im selben Monat"
    if before.year == after.year:
        return "im selben Jahr"
    if least == 0:
        return f"dazwischen höchstens {months(most)}"
    if least < 24:
        return f"dazwischen {least} bis {most} Monate"
    return f"dazwischen etwa {round(least / 12)} bis {round(most / 12)} Jahre"


def _exactly(before: PartialDate, after: PartialDate) -> str:
    days = (after.latest() - before.latest()).days
    if days < 31:
        return f"{days} Tag{'' if days == 1 else 'e'}"
    calendar = months_between(before, after)[0]
    return months(calendar - (after.day < before.day))
