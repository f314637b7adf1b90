"""Figures as parts of German sentences: what they are called, amounts, differences, places.

Units are only ever put where nominative and accusative are the same, so that „640 Plätze“ need
not become „Plätzen“.
"""

from fokusbericht.model.figures import Indikator, Zahlart
from fokusbericht.statistics.rounding import whole
from fokusbericht.text.formatting import format_number, format_quantity

# Grammatically all but the count are masculine: „er“.
NOUNS = {Zahlart.ANTEIL: "der Anteil", Zahlart.INDEX: "der Indexwert"}
COUNT, VALUE = "die Zahl", "der Wert"
MALE_BEGINNINGS = ("Kreis ", "Landkreis ", "Land ", "Bund", "Saarland", "Freistaat ")
FEMALE_BEGINNINGS = ("Region ", "Städteregion ", "Stadt ", "Hansestadt ", "Landeshauptstadt ")
# Units of the last digit from which on a difference may be told in percent, and with a decimal.
PERCENT_FROM, DECIMAL_FROM = 50, 1000
FINE = 10  # below so many percent a decimal says something


def is_counted(indikator: Indikator) -> bool:
    """Say whether it is a number of things that have a word: Personen, Plätze, not km²."""
    return indikator.art is Zahlart.ANZAHL and _is_word(indikator.einheit)


def _is_word(unit: str) -> bool:
    first = unit.partition(" ")[0]
    return first.isalpha() and len(first) > 4


def noun(indikator: Indikator) -> str:
    """Return what a figure is called in a sentence: der Anteil, die Zahl, der Wert."""
    return COUNT if is_counted(indikator) else NOUNS.get(indikator.art, VALUE)


def pronoun(indikator: Indikator) -> str:
    """Return how a sentence refers to it: er, sie."""
    return "sie" if is_counted(indikator) else "er"


def amount(indikator: Indikator, value: float) -> str:
    """Return a figure with its unit; a single one goes without the unit's plural."""
    single = has_plural(indikator) and abs(whole(value, 0)) == 1
    unit = "" if single else indikator.einheit
    return format_quantity(value, unit, indikator.dezimalstellen)


def has_plural(indikator: Indikator) -> bool:
    """Say whether a single one goes without the unit: it is a plural, and figures are whole."""
    return not indikator.dezimalstellen and _is_word(indikator.einheit)


def number(indikator: Indikator, value: float) -> str:
    """Return a figure without its unit, where a second one with the unit follows."""
    return format_number(value, indikator.dezimalstellen)


def difference(indikator: Indikator, value: float, base: float) -> str:
    """Return how far two figures, as they are shown, are apart; nothing if that says too little.

    Percentages differ by Prozentpunkte, all else by percent of `base`, as finely as `base` is
    known.
    """
    digits = indikator.dezimalstellen
    here, there = whole(value, digits), whole(base, digits)
    apart = abs(here - there)
    if indikator.einheit == "%":
        text = format_number(apart / 10**digits, digits)
        return f"{text} Prozentpunkt{'' if text == '1' else 'e'}"
    if min(here, there) < 0 or there < PERCENT_FROM:
        return ""
    percent = apart / there * 100
    fine = percent < FINE and there >= DECIMAL_FROM
    return format_quantity(percent, "%", int(fine)) if percent >= (0.1 if fine else 1) else ""


def inside(name: str) -> str:
    """Return an area as a place: im Kreis Pinneberg, in der Region Hannover, in Lübeck."""
    if name.startswith(MALE_BEGINNINGS) or name.endswith("kreis"):
        return f"im {name}"
    return f"in der {name}" if name.startswith(FEMALE_BEGINNINGS) else f"in {name}"


def in_some(count: int, one: str, none: str = "keiner") -> str:
    """Return in how many: in einer, in 12, in keiner; `one` has the gender of what is counted."""
    return f"in {one if count == 1 else count or none}"


def moved(before: float, after: float) -> str:
    """Return which way a figure went: gestiegen, gesunken."""
    return "gestiegen" if after > before else "gesunken"
