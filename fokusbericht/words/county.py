"""What figures say, in sentences: the county, its comparison and its course.

All is reckoned from the figures as they are shown, so that readers can check it. Each function
returns one or two sentences, or nothing where the figures do not give them.
"""

from collections.abc import Mapping, Sequence

from fokusbericht.model.figures import Fehlgrund, Indikator, Zahlart
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.rounding import whole
from fokusbericht.text.formatting import format_quantity
from fokusbericht.words import kommunen
from fokusbericht.words.amounts import (
    amount,
    difference,
    in_some,
    inside,
    is_counted,
    moved,
    noun,
    number,
    pronoun,
)
from fokusbericht.words.german import begun
from fokusbericht.words.numbers import parts_text
from fokusbericht.words.phrases import listing

FEW_COUNTIES = 3
NO_WHOLE = "Für den Kreis im Ganzen nennt die Quelle keinen Wert."
PLACES = ("", "zweit", "dritt")


def sentence(messung: Messung, year: int) -> str:
    """Return what the figures of a year say in short: the county, the highest, the lowest."""
    first = county_sentence(messung, year)
    if not messung.has_map:
        return joined(first, compared_sentence(messung, year))
    told = (kommunen.extremes_sentence, kommunen.aside_sentence, kommunen.secret_sentence)
    within = [one(messung, year) for one in told]
    return joined(*within, first) if first == NO_WHOLE else joined(first, *within)


def joined(*sentences: str) -> str:
    """Return sentences as one text, without the empty ones."""
    return " ".join(one for one in sentences if one)


def county_sentence(messung: Messung, year: int) -> str:
    """Return the county's figure, or why there is none."""
    indikator = messung.indikator
    place = inside(messung.geografie.name)
    figure = messung.at(messung.own, year)
    if figure is None:
        return ""
    if figure.value is None and _is_untold(indikator, figure):
        return NO_WHOLE
    if figure.value is None:
        return f"Im Jahr {year} {_absent(indikator, figure, place)}."
    text = amount(indikator, figure.value)
    if is_counted(indikator) and whole(figure.value, indikator.dezimalstellen) > 1:
        return f"Im Jahr {year} sind es {place} {text}."
    return f"Im Jahr {year} beträgt {noun(indikator)} {place} {text}."


def _is_untold(indikator: Indikator, figure: Figure) -> bool:
    """Say whether no source tells the county's figure, and those within it make none."""
    is_unknown = figure.missing is Fehlgrund.UNBEKANNT and not figure.official
    return is_unknown and not figure.gap and not parts_text(indikator, figure)


def _absent(indikator: Indikator, figure: Figure, place: str) -> str:
    name = noun(indikator)
    if figure.missing is Fehlgrund.GEHEIM:
        return f"wird {name} {place} geheim gehalten"
    if figure.missing is Fehlgrund.UNSICHER:
        return f"ist {name} {place} zu unsicher für eine Angabe"
    if some := parts_text(indikator, figure):
        return f"ist {name} {place} nicht bekannt: Nur für {some} liegen Werte vor"
    return f"ist {name} {place} nicht bekannt"


def compared_sentence(messung: Messung, year: int) -> str:
    """Return how the county compares with Land and Bund, or else with the other counties."""
    indikator = messung.indikator
    own = messung.own
    counties = messung.counties
    values = {
        area: known[year]
        for area in (own, *messung.geografie.measures(), *counties)
        if year in (known := messung.known(area))
    }
    if own not in values:
        return ""
    measures = {
        messung.geografie.name_of(area): values[area]
        for area in messung.geografie.measures()
        if area in values
    }
    if not measures:
        return _among(indikator, values[own], [values[one] for one in counties if one in values])
    if indikator.art is Zahlart.ANZAHL:
        return _share(indikator, values[own], measures)
    parts = [_beside(indikator, values[own], *measure) for measure in measures.items()]
    return f"{begun(pronoun(indikator))} ist {listing(parts)}."


def _share(indikator: Indikator, own: float, measures: Mapping[str, float]) -> str:
    parts = [
        f"{format_quantity(own / value * 100, '%', 1)} des Wertes für {name} "
        f"({amount(indikator, value)})"
        for name, value in measures.items()
        if 0 < own < value
    ]
    return f"Das entspricht {listing(parts)}." if parts else ""


def _beside(indikator: Indikator, own: float, name: str, value: float) -> str:
    place = f"{inside(name)} ({amount(indikator, value)})"
    if own == value:
        return f"genauso hoch wie {place}"
    far = difference(indikator, own, value) or "etwas"
    return f"{far} {'höher' if own > value else 'niedriger'} als {place}"


def _among(indikator: Indikator, own: float, values: Sequence[float]) -> str:
    if len(values) < FEW_COUNTIES:
        return ""
    above, below = sum(one > own for one in values), sum(one < own for one in values)
    same = len(values) - above - below - 1
    for before, word in ((above, "höchste"), (below, "niedrigste")):
        if not same and before < min(len(PLACES), len(values) // 2):
            place = f"{PLACES[before]}{word}"
            return f"Das ist der {place} Wert unter {len(values)} Kreisen und kreisfreien Städten."
    others = f"der {len(values) - 1} anderen Kreise und kreisfreien Städte"
    parts = [
        f"{in_some(above, 'einem', 'keinem')} {others} ist {pronoun(indikator)} höher",
        *([f"{in_some(below, 'einem')} niedriger"] if below else ()),
        *([f"{in_some(same, 'einem')} gleich hoch"] if same else ()),
    ]
    return f"{begun(listing(parts))}."


def course_sentence(messung: Messung) -> str:
    """Return how the county's figure went, from the last break to the last year."""
    indikator = messung.indikator
    known = messung.known(messung.own)
    years = messung.comparable(known, max(known, default=0))
    if len(years) < 2:
        return ""
    start, end = years[0], years[-1]
    before, after = known[start], known[end]
    words = f"{begun(inside(messung.geografie.name))} ist {noun(indikator)}"
    if before == after:
        return f"{words} {end} genauso hoch wie {start}: {amount(indikator, after)}."
    return (
        f"{words} von {number(indikator, before)} ({start}) auf "
        f"{amount(indikator, after)} ({end}) {moved(before, after)}."
    )


def change_sentence(messung: Messung, year: int) -> str:
    """Return the change since the last and since the first year that can be compared."""
    indikator = messung.indikator
    known = messung.known(messung.own)
    if year not in known:
        return ""
    years = messung.comparable(known, year)
    if len(years) < 2:
        earlier = any(one < year for one in known)
        return f"Mit den Jahren vor {year} lässt sich das nicht vergleichen." if earlier else ""
    first, last = years[0], years[-2]
    words = f"{begun(inside(messung.geografie.name))} ist {noun(indikator)}"
    now = known[year]
    return joined(
        f"{words} {_since_last(indikator, last, known[last], now)}.",
        _since_first(indikator, first, known[first], now) if first < last else "",
    )


def _since_last(indikator: Indikator, start: int, before: float, now: float) -> str:
    if before == now:
        return f"genauso hoch wie {start}"
    far = difference(indikator, now, before)
    by = f"um {far}" if far else f"von {number(indikator, before)} auf {amount(indikator, now)}"
    return f"gegenüber {start} {by} {moved(before, now)}"


def _since_first(indikator: Indikator, start: int, before: float, now: float) -> str:
    if before == now:
        return f"Auch {start} waren es {amount(indikator, now)}."
    far = difference(indikator, now, before)
    by = f" um {far}" if far else ""
    text = amount(indikator, before)
    return f"Seit {start} ({text}) ist {pronoun(indikator)} insgesamt{by} {moved(before, now)}."
