"""What changed in the figures, in words."""

from collections import Counter
from collections.abc import Iterator, Sequence

from fokusbericht.model.base import PartialDate
from fokusbericht.model.changes import ChangeKind, ChangeNews, LargestNews, StateNews
from fokusbericht.text.formatting import format_date, format_number, format_quantity
from fokusbericht.words import phrases
from fokusbericht.words.german import begun, in_words

TITLE = "Änderungen an den Zahlen"
FIRST = "Der erste festgehaltene Stand"
NOT_TOLD = "Einzelne Werte geschützter Zahlen werden nicht festgehalten."
HEADS = {
    ChangeKind.GEAENDERT: "Geänderte Werte",
    ChangeKind.ZAHL_NEU: "Neue Zahlen",
    ChangeKind.JAHRE_NEU: "Neue Jahre",
    ChangeKind.JAHRE_ENTFALLEN: "Jahre, die entfallen sind",
    ChangeKind.ZAHL_ENTFALLEN: "Zahlen, die entfallen sind",
}
MANY_YEARS = 4  # and more are told by the first and the last


def state_title(one: StateNews) -> str:
    """Return what a state is called."""
    return f"Stand vom {format_date(one.day)}" if one.is_recorded else "Mit dieser Fassung"


def state_note(one: StateNews) -> str:
    """Return how much there is in a state, and of which day it is where its title is silent."""
    if one.is_first:
        return ""  # its summary tells
    day = f" Stichtag {format_date(one.day)}, noch nicht festgehalten."
    return f"{size(one)}.{'' if one.is_recorded else day}"


def size(one: StateNews) -> str:
    """Return how much there is: 290 Zahlen mit 25.067 Werten."""
    numbers = "1 Zahl" if one.numbers == 1 else f"{format_number(one.numbers)} Zahlen"
    values = "1 Wert" if one.values == 1 else f"{format_number(one.values)} Werten"
    return f"{numbers} mit {values}"


def summary(one: StateNews) -> str:
    """Return in short what a state changed: Neue Jahre bei zwei Zahlen. Eine Zahl entfallen."""
    if one.is_first:
        return f"{FIRST}: {size(one)}."
    found = Counter(change.kind for change in one.changes)
    told = {
        ChangeKind.GEAENDERT: ("geänderte Werte bei einer Zahl", "geänderte Werte bei {} Zahlen"),
        ChangeKind.ZAHL_NEU: ("eine neue Zahl", "{} neue Zahlen"),
        ChangeKind.JAHRE_NEU: ("neue Jahre bei einer Zahl", "neue Jahre bei {} Zahlen"),
        ChangeKind.JAHRE_ENTFALLEN: (
            "entfallene Jahre bei einer Zahl",
            "entfallene Jahre bei {} Zahlen",
        ),
        ChangeKind.ZAHL_ENTFALLEN: ("eine Zahl entfallen", "{} Zahlen entfallen"),
    }
    parts = (
        one if found[kind] == 1 else many.format(in_words(found[kind]))
        for kind, (one, many) in told.items()
        if found[kind]
    )
    return " ".join(f"{begun(part)}." for part in parts)


def change_title(one: ChangeNews) -> str:
    """Return the name of an indicator; of one that is gone only its key is known."""
    return one.title or f"Kennung „{one.indikator}“"


def change_note(one: ChangeNews) -> str:
    """Return what changed of an indicator."""
    if one.kind is not ChangeKind.GEAENDERT:
        return f"{years_text(one.years)}, {_values(one.values or 0)}"
    if one.values is None:
        sentences = [f"{years_text(one.years)}. {NOT_TOLD}"]
    else:
        sentences = [f"{years_text(one.years)}: {phrases.listing([*_counts(one)])}."]
    return " ".join([*sentences, *_largest(one), *_corrections(one.corrections)])


def years_text(years: Sequence[int]) -> str:
    """Return years in short: 2022, 2021 und 2022, 2011 bis 2022, 2000 bis 2022 (5 Jahre)."""
    first, last = min(years), max(years)
    if len(years) > 2 and last - first == len(years) - 1:
        return f"{first} bis {last}"
    if len(years) < MANY_YEARS:
        return phrases.listing([str(year) for year in sorted(years)])
    return f"{first} bis {last} ({len(years)} Jahre)"


def _values(number: int) -> str:
    return "1 Wert" if number == 1 else f"{format_number(number)} Werte"


def _counts(one: ChangeNews) -> Iterator[str]:
    """Yield how many values are other, new and gone."""
    counts = ((one.values or 0, "geändert"), (one.added, "ergänzt"), (one.removed, "entfallen"))
    found = [(number, word) for number, word in counts if number]
    for index, (number, word) in enumerate(found):
        yield f"{format_number(number) if index else _values(number)} {word}"


def _largest(one: ChangeNews) -> Iterator[str]:
    """Yield the value that changed most, unless the change is too small to be shown."""
    largest = one.largest
    if largest is None:
        return
    after = format_quantity(largest.after, one.unit, one.digits)
    before = format_quantity(largest.before, one.unit, one.digits)
    if before != after:
        yield f"{_where(largest, one.values or 0)}: {after} statt {before}."


def _where(largest: LargestNews, number: int) -> str:
    most = "Am meisten: " if number > 1 else ""
    return f"{most}{largest.area} ({largest.year})"


def _corrections(found: Sequence[tuple[PartialDate, str]]) -> Iterator[str]:
    for day, reason in found:
        told = f"Berichtigt {phrases.when(day)}"
        yield f"{told}: {reason.rstrip('.')}." if reason else f"{told}."
