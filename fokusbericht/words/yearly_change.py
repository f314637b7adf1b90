"""The last change of a figure in sentences: how large, why unusual, what it leaves open."""

from collections.abc import Iterator

from fokusbericht.model.figures import Indikator, Zahlart
from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.yearly_change import YearlyChange
from fokusbericht.text.formatting import format_number
from fokusbericht.words.amounts import (
    MINUS,
    PLUS,
    after_noun,
    bare,
    difference,
    moved,
    noun,
    pronoun,
    unit_words,
)
from fokusbericht.words.county import DOUBLE
from fokusbericht.words.german import begun, in_words
from fokusbericht.words.places import place_of

LONG_AGO = 5  # years: what last happened then is worth a word
PERCENT_DIGITS = 1
FAR = 10
GROWTH = {True: ("Anstieg", "gestiegen", "hoch"), False: ("Rückgang", "gesunken", "niedrig")}

PRICES = "Beträge in Euro steigen auch, wenn nur die Preise steigen."
CAUTIONS = {
    Zahlart.ANZAHL: "Eine Anzahl folgt auch der Zahl der Menschen im Kreis; je Kopf kann es anders "
    "aussehen.",
    Zahlart.ANTEIL: "Ein Anteil ändert sich auch, wenn nicht der Teil wächst oder schrumpft, "
    "sondern das Ganze.",
    Zahlart.RATE: "Der Wert ändert sich auch, wenn sich nicht das Gezählte ändert, sondern das, "
    "worauf es bezogen ist: etwa die Zahl der Menschen.",
    Zahlart.MITTELWERT: "Ein Mittelwert sagt nicht, wie weit die einzelnen Werte "
    "auseinanderliegen.",
}


def sentence(messung: Messung, change: YearlyChange) -> str:
    """Return the change with its years, as it may be quoted."""
    indikator, before, now = messung.indikator, change.before, change.now
    far = difference(indikator, now, before) if now < DOUBLE * before else ""
    by = f" um {far}" if far else ""
    return (
        f"{change.year} ist {noun(indikator)} {place_of(messung.geografie, messung.own)} gegenüber "
        f"{change.year - 1}{by} {moved(before, now)}, von {bare(indikator, before)} auf "
        f"{after_noun(indikator, now)}."
    )


def reasons(messung: Messung, change: YearlyChange) -> str:
    """Return why a change is told: what is unusual about it."""
    direction = "".join(_direction(messung, change))
    told = (direction, _usual(messung, change, "davor" in direction), *_record(messung, change))
    return " ".join(one for one in told if one)


def _usual(messung: Messung, change: YearlyChange, is_counted_before: bool) -> str:
    """Return what was usual in the years before."""
    digits = _digits(messung.indikator, change)
    between = " bis ".join(dict.fromkeys(_signed(one, digits) for one in change.band))
    years = "" if is_counted_before else f" in den {in_words(len(change.earlier))} Jahren davor"
    return f"Üblich waren{years} {between} {change_unit(messung.indikator, change)} im Jahr."


def band_text(indikator: Indikator, change: YearlyChange) -> str:
    """Return the same for a table: +1,2 bis +3,1."""
    digits = _digits(indikator, change)
    return " bis ".join(dict.fromkeys(_sign(one, digits) for one in change.band))


def change_text(indikator: Indikator, change: YearlyChange) -> str:
    """Return the change itself for a table or a heading: +5,6 %, −0,3 Prozentpunkte."""
    text = _sign(change.size, _digits(indikator, change))
    if change.in_percent:
        return f"{text}\u202f%"
    return f"{text} {change_unit(indikator, change)}"


def change_unit(indikator: Indikator, change: YearlyChange) -> str:
    """Return in what a change is told: Prozent, Prozentpunkte, Jahre."""
    if change.in_percent:
        return "Prozent"
    return "Prozentpunkte" if indikator.einheit.startswith("%") else unit_words(indikator.einheit)


def times_text(change: YearlyChange) -> str:
    """Return how far from the usual it is: 3,5-mal so weit vom Üblichen entfernt wie sonst."""
    return f"{begun(times(change))} so weit vom Üblichen entfernt wie sonst"


def times(change: YearlyChange) -> str:
    """Return the same as a number: 3,5-mal; what is far beyond all is not told exactly."""
    if change.times > FAR:
        return f"mehr als {FAR}-mal"
    return f"{format_number(change.times, 1)}-mal"


def caution(indikator: Indikator) -> str:
    """Return what a change of this kind of figure leaves open."""
    if indikator.art is Zahlart.MITTELWERT and "€" in indikator.einheit:
        return PRICES
    return CAUTIONS.get(indikator.art, "")


def beside(messung: Messung, change: YearlyChange) -> str:
    """Return how the same figure changed in Land and Bund, as far as they have both years."""
    parts = []
    for area in messung.geografie.measures():
        known = messung.known(area)
        years = (change.year - 1, change.year)
        if all(year in known for year in years):
            there = YearlyChange(
                {year: known[year] for year in years}, change.digits, change.in_percent
            )
            said = change_text(messung.indikator, there)
            parts.append(f"{messung.geografie.name_of(area)} {said}")
    return f"Zum Vergleich: {', '.join(parts)}." if parts else ""


def bars_name(indikator: Indikator, change: YearlyChange) -> str:
    """Return what a screen reader hears of the drawing."""
    return (
        f"{indikator.titel}: Veränderungen von Jahr zu Jahr bis {change.year}; "
        f"zuletzt {change_text(indikator, change)}, üblich {band_text(indikator, change)}."
    )


def _direction(messung: Messung, change: YearlyChange) -> Iterator[str]:
    """Yield how rare the direction, or else the size in this direction, is."""
    it, earlier = pronoun(messung.indikator), change.earlier
    name, went, _ = GROWTH[change.size > 0]
    same = {year: one for year, one in earlier.items() if one * change.size > 0}
    larger = [year for year, one in same.items() if abs(one) >= abs(change.size)]
    if not same:
        yield f"In keinem der {in_words(len(earlier))} Jahre davor war {it} {went}."
    elif max(same) <= change.year - LONG_AGO:
        yield f"Zum ersten Mal seit {max(same)} ist {it} wieder {went}."
    elif not larger:
        yield f"Das ist der größte {name} in einem Jahr seit {min(change.figures)}."
    elif len(larger) == 1:
        years = in_words(len(earlier))
        yield f"Stärker {went} ist {it} in den {years} Jahren davor nur {larger[0]}."
    elif max(larger) <= change.year - LONG_AGO:
        yield f"So stark {went} ist {it} zuletzt {max(larger)}."


def _record(messung: Messung, change: YearlyChange) -> Iterator[str]:
    """Yield that it is the highest or lowest, unless it was that in the year before already."""
    others = [one for year, one in change.figures.items() if year < change.year]
    for is_high, end in ((True, max(others)), (False, min(others))):
        is_beyond = change.now > end if is_high else change.now < end
        if is_beyond and change.before != end:
            high = GROWTH[is_high][2]
            yield f"So {high} war {pronoun(messung.indikator)} seit {min(change.figures)} nie."


def _digits(indikator: Indikator, change: YearlyChange) -> int:
    return PERCENT_DIGITS if change.in_percent else indikator.dezimalstellen


def _signed(value: float, digits: int) -> str:
    """Return a change in running text: plus 2,2 or minus 0,3."""
    text = format_number(abs(value), digits)
    if float(text.replace(".", "").replace(",", ".")) == 0:
        return text
    return f"{MINUS if value < 0 else PLUS} {text}"


def _sign(value: float, digits: int) -> str:
    text = format_number(value, digits)
    return f"+{text}" if value > 0 and text.strip("0,") else text
