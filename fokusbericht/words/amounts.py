"""Figures as parts of German sentences: what they are called, amounts, differences."""

from fokusbericht.model.figures import Ableitungsart, Indikator, Zahlart
from fokusbericht.statistics.rounding import whole
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.words.german import NUMERALS, SMALL, in_words

# Where no `wortlaut` says what a figure is called.
NOUNS = {Zahlart.ANTEIL: "der Anteil", Zahlart.INDEX: "der Indexwert"}
COUNT, VALUE = "die Zahl", "der Wert"
PRONOUNS = {"der": "er", "die": "sie", "das": "es"}
# Signs of units that a sentence spells out, word by word.
UNIT_WORDS = {
    "%": "Prozent",
    "€": "Euro",
    "m²": "Quadratmeter",
    "km²": "Quadratkilometer",
    "km": "Kilometer",
    "ha": "Hektar",
    "kW": "Kilowatt",
    "Tsd.": "Tausend",
    "€/m²": "Euro je Quadratmeter",
}
# Of many such words the dative is as the nominative: bei 47 Prozent, but bei 640 Plätzen.
SAME_IN_DATIVE = ("Prozent", "Euro", "Hektar", "Kilowatt", "Watt", "Tausend")
PLUS, MINUS = "plus", "minus"
MOVES = ("gesunken", "gestiegen")
# Means of these are told apart in themselves: zwei Minuten sagen mehr als 14 Prozent.
TELLING_UNITS = ("Jahre", "Minuten", "Stunden", "Tage", "m²", "km")
# Units of the last digit from which on a difference may be told in percent, and with a decimal.
PERCENT_FROM, DECIMAL_FROM = 50, 1000
FINE = 10  # below so many percent a decimal says something


def is_counted(indikator: Indikator) -> bool:
    """Say whether it is a number of things that have a word: Personen, Plätze, not km²."""
    return indikator.art is Zahlart.ANZAHL and _is_word(indikator.einheit)


def _is_word(unit: str) -> bool:
    first = unit.partition(" ")[0]
    return first.isalpha() and len(first) > 4


def is_change(indikator: Indikator) -> bool:
    """Say whether it tells a change itself: it is told with its sign, and neither rises nor falls.

    „Die Veränderung seit 2013 ist gestiegen“ would say nothing to anyone.
    """
    made = indikator.ableitung
    return indikator.saldo or (made is not None and made.art is Ableitungsart.VERAENDERUNG)


def is_told_by_values(indikator: Indikator) -> bool:
    """Say whether years are compared by their values alone: changes, and what is 100 in a year."""
    made = indikator.ableitung
    return is_change(indikator) or (made is not None and made.art is Ableitungsart.INDEX)


def noun(indikator: Indikator) -> str:
    """Return what a figure is called in a sentence: die Leerstandsquote, der Anteil, die Zahl."""
    if indikator.wortlaut:
        return indikator.wortlaut.name
    return COUNT if is_counted(indikator) else NOUNS.get(indikator.art, VALUE)


def pronoun(indikator: Indikator) -> str:
    """Return how a sentence refers to it: er, sie, es."""
    return PRONOUNS.get(noun(indikator).partition(" ")[0], "er")


def amount(indikator: Indikator, value: float) -> str:
    """Return a figure with its unit; a single one goes without the unit's plural."""
    return format_quantity(value, short_unit(indikator, value), indikator.dezimalstellen)


def short_unit(indikator: Indikator, value: float) -> str:
    """Return the unit as it stands behind a figure; nothing where its plural would be wrong."""
    single = has_plural(indikator) and abs(whole(value, 0)) == 1
    return "" if single else indikator.einheit


def has_plural(indikator: Indikator) -> bool:
    """Say whether a single one goes without the unit: it is a plural, and figures are whole."""
    return not indikator.dezimalstellen and _is_word(indikator.einheit)


def number(indikator: Indikator, value: float) -> str:
    """Return a figure in digits and without its unit."""
    return format_number(value, indikator.dezimalstellen)


# --- In running text -----------------------------------------------------------------------------


def unit_words(unit: str) -> str:
    """Return a unit as a sentence spells it: Prozent, Euro je Quadratmeter."""
    return " ".join(UNIT_WORDS.get(word, word) for word in unit.split(" "))


def digits_of(indikator: Indikator, value: float) -> str:
    """Return a figure in digits, with its sign as a word: 2,3, plus 800, minus 4."""
    if whole(value, indikator.dezimalstellen) < 0:
        return f"{MINUS} {format_number(-value, indikator.dezimalstellen)}"
    is_more = is_change(indikator) and whole(value, indikator.dezimalstellen) > 0
    return f"{PLUS} " * is_more + format_number(value, indikator.dezimalstellen)


def bare(indikator: Indikator, value: float) -> str:
    """Return a figure without its unit; things that are counted up to twelve in words."""
    count = _small_count(indikator, value)
    return digits_of(indikator, value) if count is None else NUMERALS[count]


def spoken(indikator: Indikator, value: float, is_dative: bool = False) -> str:
    """Return a figure with its unit: 2,3 Prozent, plus 800 Personen, drei Plätze."""
    unit = unit_of(indikator, value)
    return joined_to(bare(indikator, value), dative(unit) if is_dative else unit)


def filled(indikator: Indikator, value: float) -> str:
    """Return a figure where `wortlaut` says {zahl}: 2,3, drei, keine."""
    count = _small_count(indikator, value)
    return digits_of(indikator, value) if count is None else SMALL[count]


def after_noun(indikator: Indikator, value: float, is_dative: bool = False) -> str:
    """Return a figure behind what it is called, which needs no unit twice: 2,3 Prozent, drei."""
    unit = _own_unit(indikator, value)
    return joined_to(bare(indikator, value), dative(unit) if is_dative else unit)


def bracketed(indikator: Indikator, value: float) -> str:
    """Return the same in brackets, all in digits: 2,3 Prozent, 640, plus 800."""
    return joined_to(digits_of(indikator, value), _own_unit(indikator, value))


def _own_unit(indikator: Indikator, value: float) -> str:
    is_single = has_plural(indikator) and abs(whole(value, 0)) == 1
    return "" if is_single else own_unit(indikator)


def own_unit(indikator: Indikator) -> str:
    """Return what of a unit is not said by what a figure is called.

    Behind „die Zahl der Autos je 1.000 Menschen“ it is nothing.
    """
    unit = unit_words(indikator.einheit)
    if indikator.wortlaut is None:
        return unit
    name = indikator.wortlaut.name.lower()
    first, blank, base = unit.partition(" je ")
    if is_counted(indikator) or unit.startswith("je ") or first.lower() in name:
        return ""
    return first if blank and f"je {base}".lower() in name else unit


def unit_of(indikator: Indikator, value: float) -> str:
    """Return the unit of a figure in words; a single one goes without the unit's plural."""
    is_single = has_plural(indikator) and abs(whole(value, 0)) == 1
    return "" if is_single else unit_words(indikator.einheit)


def joined_to(digits: str, unit: str) -> str:
    """Return a number before its unit, if there is one."""
    return f"{digits} {unit}" if unit else digits


def dative(unit: str) -> str:
    """Return a unit after „bei“: Plätzen, Jahren, Prozent, Quadratmetern je Person."""
    first, blank, rest = unit.partition(" ")
    is_same = not first.isalpha() or not first[0].isupper() or first.endswith(("n", "s"))
    return unit if is_same or first in SAME_IN_DATIVE else f"{first}n{blank}{rest}"


def is_one(indikator: Indikator, value: float) -> bool:
    """Say whether it is a single one of what is counted, so that a plural would be wrong."""
    return has_plural(indikator) and abs(whole(value, 0)) == 1


def is_in_words(indikator: Indikator) -> bool:
    """Say whether its figures are written in words up to twelve: things that are counted.

    What is protected stays in digits, which the audit reads again.
    """
    is_whole = is_counted(indikator) and not indikator.dezimalstellen
    return is_whole and not is_change(indikator) and not indikator.geschuetzt


def _small_count(indikator: Indikator, value: float) -> int | None:
    """Return a count that is written in words; None of all else."""
    if not is_in_words(indikator):
        return None
    count = whole(value, 0)
    return count if 0 <= count < len(SMALL) else None


# --- Differences ---------------------------------------------------------------------------------


def difference(indikator: Indikator, value: float, base: float) -> str:
    """Return how far two figures are apart; nothing if that says too little.

    Percentages differ by Prozentpunkte, times by minutes, as they are shown; all else by percent of
    `base`, reckoned from the figures themselves and rounded last, as finely as `base` is known.
    """
    digits = indikator.dezimalstellen
    here, there = whole(value, digits), whole(base, digits)
    if indikator.einheit.startswith("%"):
        text = format_number(abs(here - there) / 10**digits, digits)
        return f"{text} Prozentpunkt{'' if text == '1' else 'e'}"
    if indikator.art is Zahlart.MITTELWERT and indikator.einheit in TELLING_UNITS:
        text = format_number(abs(here - there) / 10**digits, digits)
        return f"{text} {unit_words(indikator.einheit)}" if text != "1" else ""
    if min(here, there) < 0 or there < PERCENT_FROM or is_told_by_values(indikator):
        return ""
    percent = abs(value - base) / base * 100
    fine = percent < FINE and there >= DECIMAL_FROM
    return percent_words(percent, int(fine)) if percent >= (0.1 if fine else 1) else ""


def percent_words(percent: float, digits: int = 0) -> str:
    """Return a share or a change in running text: 12 Prozent, 0,4 Prozent."""
    return f"{format_number(percent, digits)} Prozent"


def in_some(count: int, one: str, none: str = "keiner") -> str:
    """Return in how many: in einer, in zwölf, in keiner; `one` has the gender of what it is."""
    return f"in {one if count == 1 else in_words(count) if count else none}"


def moved(before: float, after: float) -> str:
    """Return which way a figure went: gestiegen, gesunken."""
    return MOVES[after > before]
