"""What figures say, in sentences: the county or another area, its comparison and its course.

What is compared is compared as it is shown; percent are reckoned from the figures themselves. Each
function returns one or two sentences, or nothing where the figures do not give them.
"""

from collections.abc import Mapping, Sequence

from fokusbericht.model.figures import Fehlgrund, Indikator, Zahlart
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.rounding import shown, whole
from fokusbericht.words import course, kommunen
from fokusbericht.words.amounts import (
    after_noun,
    amount,
    bare,
    difference,
    filled,
    in_some,
    is_change,
    is_counted,
    is_one,
    is_told_by_values,
    moved,
    noun,
    number,
    percent_words,
    pronoun,
    spoken,
    unit_of,
)
from fokusbericht.words.german import begun, in_words
from fokusbericht.words.numbers import parts_words
from fokusbericht.words.phrases import listing
from fokusbericht.words.places import place_of

FEW_COUNTIES = 3
NO_WHOLE = "Für den Kreis im Ganzen nennt die Quelle keinen Wert."
DOUBLE = 2  # what has grown to twice as much is told from where to where
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
    return area_sentence(messung, messung.own, year)


def area_sentence(messung: Messung, area: str, year: int) -> str:
    """Return the figure of an area, or why there is none: 2022 lebten in Wedel 34.538 Menschen."""
    indikator = messung.indikator
    place = place_of(messung.geografie, area)
    figure = messung.at(area, year)
    if figure is None:
        return ""
    if figure.value is None and area == messung.own and _is_untold(indikator, figure):
        return NO_WHOLE
    if figure.value is None:
        return f"Für {year} {_absent(indikator, figure, place)}."
    return figure_sentence(indikator, figure.value, place, year)


def figure_sentence(indikator: Indikator, value: float, place: str, year: int) -> str:
    """Return a figure of a place and a year as a sentence, in the words of the indicator."""
    value = shown(value, indikator.dezimalstellen)
    when = in_year(indikator, year)
    satz = indikator.wortlaut.satz if indikator.wortlaut else ""
    if is_one(indikator, value):
        at = f"laut Bericht {year}" if indikator.jahr_des_berichts else str(year)
        return f"{begun(noun(indikator))} lag {at} {place} bei {bare(indikator, value)}."
    if satz:
        said = satz.replace("{ort}", place).replace("{zahl}", filled(indikator, value))
        return f"{when} {said}."
    if is_counted(indikator) and not is_change(indikator) and value >= 0:
        unit = unit_of(indikator, value)
        return f"{when} waren es {place} {filled(indikator, value)} {unit}."
    return (
        f"{when} lag {noun(indikator)} {place} bei {after_noun(indikator, value, is_dative=True)}."
    )


def in_year(indikator: Indikator, year: int) -> str:
    """Return how a sentence begins: with its year, or with the report that tells no other."""
    return f"Laut Bericht {year}" if indikator.jahr_des_berichts else str(year)


def _is_untold(indikator: Indikator, figure: Figure) -> bool:
    """Say whether no source tells the county's figure, and those within it make none."""
    is_unknown = figure.missing is Fehlgrund.UNBEKANNT and not figure.official
    return is_unknown and not figure.gap and not parts_words(indikator, figure)


def _absent(indikator: Indikator, figure: Figure, place: str) -> str:
    name = noun(indikator)
    if figure.missing is Fehlgrund.GEHEIM:
        return f"wird {name} {place} geheim gehalten"
    if figure.missing is Fehlgrund.UNSICHER:
        return f"ist {name} {place} zu unsicher für eine Angabe"
    if figure.missing is Fehlgrund.NICHTS:
        return f"gibt es {place} nichts zu zählen"
    if some := parts_words(indikator, figure):
        return f"ist {name} {place} nicht bekannt: Nur für {some} liegen Werte vor"
    return f"ist {name} {place} nicht bekannt"


def compared_sentence(messung: Messung, year: int) -> str:
    """Return how the county compares with Land and Bund, or else with the other counties."""
    indikator = messung.indikator
    own = messung.value(messung.own, year)
    if own is None:
        return ""
    measures = {
        area: value
        for area in messung.geografie.measures()
        if (value := messung.value(area, year)) is not None
    }
    if not measures:
        known = {area: messung.known(area) for area in messung.counties}
        values = [series[year] for series in known.values() if year in series]
        return _among(indikator, shown(own, indikator.dezimalstellen), values)
    if is_change(indikator) or min(own, *measures.values()) < 0:
        return _others(messung, measures)
    if indikator.art is Zahlart.ANZAHL:
        return _share(messung, own, measures)
    parts = [_beside(messung, own, area, value) for area, value in measures.items()]
    verb = "war" if parts[0].startswith(("mehr", "weniger", "genauso", "1 ")) else "waren"
    return f"Das {verb} {listing(parts)}."


def _share(messung: Messung, own: float, measures: Mapping[str, float]) -> str:
    indikator = messung.indikator
    parts: list[str] = []
    for area, value in measures.items():
        if 0 < own < value:
            many = number(indikator, value) if parts else spoken(indikator, value)
            where = place_of(messung.geografie, area)
            parts.append(f"{percent_words(own / value * 100, 1)} der {many} {where}")
    return f"Das waren {listing(parts)}." if parts else ""


def _beside(messung: Messung, own: float, area: str, value: float) -> str:
    indikator, digits = messung.indikator, messung.indikator.dezimalstellen
    place = f"{place_of(messung.geografie, area)} ({amount(indikator, value)})"
    if whole(own, digits) == whole(value, digits):
        return f"genauso viel wie {place}"
    far = difference(indikator, own, value)
    way = "mehr" if own > value else "weniger"
    return f"{far} {way} als {place}" if far else f"{way} als {place}"


def _others(messung: Messung, measures: Mapping[str, float]) -> str:
    """Changes have their sign: what they are elsewhere says more than by how much they differ."""
    indikator = messung.indikator
    told: list[str] = []
    for area, value in measures.items():
        where = place_of(messung.geografie, area)
        said = f" {bare(indikator, value)}" if told else f" waren es {spoken(indikator, value)}"
        told.append(where + said)
    return f"{begun(listing(told))}."


def _among(indikator: Indikator, own: float, values: Sequence[float]) -> str:
    if len(values) < FEW_COUNTIES:
        return ""
    above, below = sum(one > own for one in values), sum(one < own for one in values)
    same = len(values) - above - below - 1
    for before, word in ((above, "höchste"), (below, "niedrigste")):
        if not same and before < min(len(PLACES), len(values) // 2):
            place = f"{PLACES[before]}{word}"
            many = in_words(len(values))
            return f"Das war der {place} Wert unter {many} Kreisen und kreisfreien Städten."
    others = f"der {in_words(len(values) - 1)} anderen Kreise und kreisfreien Städte"
    parts = [
        f"{in_some(above, 'einem', 'keinem')} {others} war {noun(indikator)} höher",
        *([f"{in_some(below, 'einem')} niedriger"] if below else ()),
        *([f"{in_some(same, 'einem')} gleich hoch"] if same else ()),
    ]
    return f"{begun(listing(parts))}."


def course_sentence(messung: Messung, area: str = "") -> str:
    """Return how a figure went, of the county if of no other area, since the last break."""
    area = area or messung.own
    known = messung.known(area)
    years = messung.comparable(known, max(known, default=0))
    compared = {year: known[year] for year in years}
    return course.course(messung.indikator, compared, place_of(messung.geografie, area))


def change_sentence(messung: Messung, year: int) -> str:
    """Return the change since the last and since the first year that can be compared."""
    indikator, own = messung.indikator, messung.own
    known = messung.known(own)
    if year not in known:
        return ""
    years = messung.comparable(known, year)
    if len(years) < 2:
        earlier = any(one < year for one in known)
        return f"Mit den Jahren vor {year} lässt sich das nicht vergleichen." if earlier else ""
    earlier_years = list(dict.fromkeys((years[-2], years[0])))
    if is_told_by_values(indikator):
        told = [f"{one} bei {bare(indikator, known[one])}" for one in earlier_years]
        first, *rest = told
        start, _, value = first.partition(" ")
        said = listing([f"{start} hatte {noun(indikator)} {value} gelegen", *rest])
        return f"{said}."
    return joined(
        _since_last(messung, earlier_years[0], year),
        *[_since_first(messung, one, year) for one in earlier_years[1:]],
    )


def _since_last(messung: Messung, start: int, year: int) -> str:
    indikator, known = messung.indikator, messung.known(messung.own)
    if known[start] == known[year]:
        return f"Genauso hoch war {noun(indikator)} {start}."
    return f"Gegenüber {start} ist {noun(indikator)} {_moved(messung, start, year)}."


def _since_first(messung: Messung, start: int, year: int) -> str:
    indikator, known = messung.indikator, messung.known(messung.own)
    if known[start] == known[year]:
        return f"Auch {start} lag {pronoun(indikator)} bei {bare(indikator, known[year])}."
    return f"Seit {start} ist {pronoun(indikator)} insgesamt {_moved(messung, start, year)}."


def _moved(messung: Messung, start: int, year: int) -> str:
    """Return "um 0,4 Prozentpunkte gesunken", or from where to where it went."""
    indikator, known = messung.indikator, messung.known(messung.own)
    before, now = known[start], known[year]
    exact = [messung.value(messung.own, one) or 0 for one in (year, start)]
    far = difference(indikator, *exact) if now < DOUBLE * before else ""
    by = f"um {far}" if far else f"von {bare(indikator, before)} auf {after_noun(indikator, now)}"
    return f"{by} {moved(before, now)}"
