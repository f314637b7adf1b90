"""What the scripts of the pages say and reckon in the program's own words and by its own rules.

It goes into the packed file of all figures. A phrase has in braces what it is filled with; the
scripts fill it as Python does.
"""

from collections.abc import Mapping

from fokusbericht.model.figures import Fehlgrund, Indikator
from fokusbericht.statistics import relate
from fokusbericht.words import (
    amounts,
    beside,
    course,
    kommunen,
    kreiskarte,
    pairs,
    places,
    secret,
    verwaltungen,
)
from fokusbericht.words.german import NUMERALS, SMALL
from fokusbericht.words.numbers import FEW_RANKED, INCOMPLETE, WORDS
from fokusbericht.words.phrases import AND

# How the packed file marks what is missing; "" is no line at all.
MARKS = {
    Fehlgrund.UNBEKANNT: ".",
    Fehlgrund.NICHTS: "-",
    Fehlgrund.GEHEIM: "x",
    Fehlgrund.UNSICHER: "/",
}
NO_LINE, GAP = "", "…"


def phrases() -> Mapping[str, object]:
    """Return the phrases and rules that Python and the scripts share, by name."""
    return {
        "and": AND,
        "topic": kreiskarte.TOPIC,
        "missing": _missing(),
        "extremes": _extremes(),
        "amounts": _amounts(),
        "over_years": _over_years(),
        "relation": _relation(),
        "levels": kreiskarte.LEVELS,
        "amt": verwaltungen.AMT,
        "counties": kreiskarte.COUNTIES,
        "signs": kreiskarte.SIGNS,
        "columns": {"rank": kreiskarte.RANK, "value": kreiskarte.VALUE},
        "map": kreiskarte.MAP,
        "csv": kreiskarte.CSV,
        "comparison": kreiskarte.COMPARISON,
        "beside": beside.phrases(),
    }


def phrasing(indikator: Indikator) -> dict[str, object]:
    """Return how sentences tell the figures of an indicator, as far as that is not as of most."""
    found: dict[str, object] = {
        "nomen": amounts.noun(indikator),
        "mehrzahl": amounts.has_plural(indikator),
        "gezaehlt": amounts.is_in_words(indikator),
        "vorzeichen": amounts.is_change(indikator),
        "werteweise": amounts.is_told_by_values(indikator),
    }
    found = {name: one for name, one in found.items() if one}
    unit = amounts.own_unit(indikator)
    if unit != amounts.unit_words(indikator.einheit):
        found["wort"] = unit
    if amounts.is_told_by_values(indikator):
        found["dativ"] = amounts.dative(unit)
    return found


def _missing() -> Mapping[str, object]:
    texts = {mark: WORDS[why] for why, mark in MARKS.items()}
    return {
        "texts": texts | {NO_LINE: WORDS[Fehlgrund.UNBEKANNT], GAP: INCOMPLETE},
        "without": {MARKS[why]: text for why, text in kreiskarte.WITHOUT.items()}
        | {GAP: kreiskarte.INCOMPLETE},
        "note": secret.WORDS_NOTE,
    }


def _extremes() -> Mapping[str, object]:
    return {
        "same": kommunen.SAME,
        "sentence": kommunen.EXTREMES,
        "many": kommunen.MANY,
        "at": places.AT,
        "each": kommunen.EACH,
        "secret": secret.ENDS_NOTE,
        "aside": kommunen.ASIDE,
        "counts": SMALL,
        "most_names": kommunen.MOST_NAMES,
        "few_ranked": FEW_RANKED,
    }


def _amounts() -> Mapping[str, object]:
    return {
        "numerals": NUMERALS,
        "units": amounts.UNIT_WORDS,
        "plus": amounts.PLUS,
        "minus": amounts.MINUS,
        "pronouns": amounts.PRONOUNS,
    }


def _over_years() -> Mapping[str, object]:
    return {
        "clear": course.CLEAR,
        "same": course.SAME,
        "moved": course.MOVED,
        "moves": amounts.MOVES,
        "turned": course.TURNED,
        "ways": (course.FELL, course.ROSE),
        "before": course.BEFORE,
        "before_same": course.BEFORE_SAME,
        "values": course.VALUES,
        "value_in": course.VALUE_IN,
        "ends": course.ENDS,
    }


def _relation() -> Mapping[str, object]:
    limits = [limit for limit, _ in relate.THRESHOLDS]
    return {
        "fewest": relate.FEWEST,
        "few": relate.SMALL,
        "apart": relate.APART,
        "sway": relate.SWAY,
        "digits": relate.DIGITS,
        "limits": limits,
        "strengths": [one.value for one in relate.Strength],
        "none": pairs.NO_RELATION,
        "some": pairs.RELATION,
        "too_few": pairs.TOO_FEW,
        "shaped": pairs.SHAPED,
        "reckoned": pairs.RECKONED,
        "no_answer": pairs.NO_ANSWER,
        "answer": pairs.ANSWER,
        "loosely": pairs.LOOSELY,
        "others": (pairs.LOWER, pairs.HIGHER),
        "pulled": pairs.PULLED,
        "swayed": pairs.SWAYED,
        "steady": pairs.STEADY,
        "at": pairs.AT,
        "between": pairs.BETWEEN,
        "same_year": pairs.SAME_YEAR,
        "two_years": pairs.TWO_YEARS,
    }
