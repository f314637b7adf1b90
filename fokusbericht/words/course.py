"""How a figure went over the years: from the first to the last, its turning point, the year before.

templates/assets/kreiskarte/sentences.js says the same of each place, in these phrases.
"""

from collections.abc import Mapping, Sequence

from fokusbericht.model.figures import Indikator
from fokusbericht.words.amounts import (
    after_noun,
    bare,
    is_told_by_values,
    moved,
    noun,
    pronoun,
)
from fokusbericht.words.german import begun
from fokusbericht.words.phrases import listing

CLEAR = 0.25  # of all that a figure ever moved: so far outside both ends is a turning point

# `where` and `before` bring their blank and comma with them; what is not told is empty.
SAME = "{last} war {noun}{where} genauso hoch wie {first}: {end}."
MOVED = "Von {first} bis {last} ist {noun}{where} von {start} auf {end} {moved}{before}."
TURNED = (
    "{Noun} {went}{where} von {start} ({first}) auf {top} ({turn}) "
    "und {returned} bis {last} auf {end}{before}."
)
BEFORE, BEFORE_SAME = "; {year} lag {pronoun} bei {value}", "; {year} lag {pronoun} ebenso hoch"
VALUES = "{last} lag {noun}{where} bei {end}, {others}."
VALUE_IN = "{year} bei {value}"
ENDS = (
    "Am niedrigsten war {pronoun} {turn} ({value}).",
    "Am höchsten war {pronoun} {turn} ({value}).",
)
ROSE, FELL = "stieg", "sank"


def course(indikator: Indikator, known: Mapping[int, float], where: str = "") -> str:
    """Return how a figure went, as it is shown in years that compare; nothing of a single year."""
    years = sorted(known)
    if len(years) < 2:
        return ""
    if is_told_by_values(indikator):
        return _by_values(indikator, known, where)
    turn = turning(years, known)
    first, last = years[0], years[-1]
    words = _filled(indikator, known, where, (first, last))
    if turn:
        up = known[turn] > known[first]
        went, returned = (ROSE, FELL) if up else (FELL, ROSE)
        words |= {
            "start": after_noun(indikator, known[first]),
            "end": bare(indikator, known[last]),
            "before": _before(indikator, known, years, turn),
        }
        top = bare(indikator, known[turn])
        return TURNED.format(**words, turn=turn, top=top, went=went, returned=returned)
    if known[first] == known[last]:
        return SAME.format(**words)
    return MOVED.format(
        **words,
        moved=moved(known[first], known[last]),
        before=_before(indikator, known, years, first),
    )


def turning(years: Sequence[int], known: Mapping[int, float]) -> int:
    """Return the year of the highest or lowest value between the ends, if clearly beyond both."""
    inner = years[1:-1]
    if not inner:
        return 0
    values = [known[year] for year in years]
    ends = known[years[0]], known[years[-1]]
    high, low = (pick(inner, key=lambda year: known[year]) for pick in (max, min))
    above, below = known[high] - max(ends), min(ends) - known[low]
    if max(above, below) <= CLEAR * (max(values) - min(values)):
        return 0
    return high if above >= below else low


def _filled(
    indikator: Indikator, known: Mapping[int, float], where: str, ends: tuple[int, int]
) -> dict[str, object]:
    first, last = ends
    return {
        "noun": noun(indikator),
        "Noun": begun(noun(indikator)),
        "where": f" {where}" if where else "",
        "first": first,
        "last": last,
        "start": bare(indikator, known[first]),
        "end": after_noun(indikator, known[last]),
    }


def _before(
    indikator: Indikator, known: Mapping[int, float], years: Sequence[int], told: int
) -> str:
    """Return what the figure was a year before the last, if that is not told already."""
    year = years[-2]
    if year == told:
        return ""
    phrase = BEFORE_SAME if known[year] == known[years[-1]] else BEFORE
    return phrase.format(year=year, pronoun=pronoun(indikator), value=bare(indikator, known[year]))


def _by_values(indikator: Indikator, known: Mapping[int, float], where: str) -> str:
    """Changes neither rise nor fall: each year is told with its own value."""
    years = sorted(known)
    words = _filled(indikator, known, where, (years[0], years[-1]))
    others = [
        VALUE_IN.format(year=year, value=bare(indikator, known[year]))
        for year in dict.fromkeys((years[-2], years[0]))
    ]
    end = after_noun(indikator, known[years[-1]], is_dative=True)
    said = VALUES.format(**words | {"end": end}, others=listing(others))
    turn = turning(years, known)
    if not turn or turn == years[-2]:
        return said
    is_high = known[turn] > known[years[0]]
    ends = ENDS[is_high].format(
        pronoun=pronoun(indikator),
        turn=turn,
        value=after_noun(indikator, known[turn]),
    )
    return f"{said} {ends}"
