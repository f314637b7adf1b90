"""What figures say about the areas of a map: extremes, spread, how many rose and fell, gaps."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from fokusbericht.model.figures import Ebene, Indikator, Zahlart
from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.outlying import cut_off
from fokusbericht.words.amounts import (
    after_noun,
    bracketed,
    dative,
    digits_of,
    is_change,
    is_counted,
    is_told_by_values,
    joined_to,
    noun,
    own_unit,
    percent_words,
    pronoun,
)
from fokusbericht.words.german import begun, in_words
from fokusbericht.words.phrases import listing
from fokusbericht.words.places import AT, place_of
from fokusbericht.words.secret import ENDS_NOTE, is_secret
from fokusbericht.words.verwaltungen import (
    AREAS,
    inside_all,
    inside_many,
    many,
    named,
    some_more,
    some_of,
)

MOST_NAMES = 3  # that share a place are still named
FEW = 8  # from so many areas on their middle half is told
LARGEST = 3  # areas whose share of a count is told


SAME = "In allen {areas} war {noun} gleich hoch: {amount}."
EXTREMES = "Am höchsten war {noun} {top} ({high}), am niedrigsten {bottom} ({low})."
MANY = "in {count} {areas}"
EACH = "je "
ASIDE = (
    "{areas} ist ein Sonderfall und bleibt bei den Farbstufen außen vor.",
    "{areas} sind Sonderfälle und bleiben bei den Farbstufen außen vor.",
)
# A name, and where it is if that is not "in" the name.
Named = tuple[str, str]


def extremes_sentence(messung: Messung, year: int) -> str:
    """Return where on the map the figure is highest and lowest."""
    geografie = messung.geografie
    found = [
        ((geografie.name_of(area), place_of(geografie, area)), value)
        for area, value in messung.ranked(year).items()
    ]
    return extremes(messung.indikator, found)


def extremes(indikator: Indikator, values: Sequence[tuple[Named, float]]) -> str:
    """Return where the value is highest and lowest, of areas with their names and places."""
    if len(values) < 2:
        return ""
    high, low = (end(value for _, value in values) for end in (max, min))
    if high == low:
        text = after_noun(indikator, high)
        return SAME.format(areas=_areas(indikator)[2], noun=noun(indikator), amount=text)
    top, bottom = (sorted(name for name, one in values if one == end) for end in (high, low))
    return EXTREMES.format(
        noun=noun(indikator),
        top=_where(indikator, top),
        high=EACH * (len(top) > 1) + bracketed(indikator, high),
        bottom=_where(indikator, bottom),
        low=EACH * (len(bottom) > 1) + digits_of(indikator, low),
    )


def _where(indikator: Indikator, areas: Sequence[Named]) -> str:
    count = len(areas)
    if count > MOST_NAMES:
        return MANY.format(count=in_words(count), areas=_areas(indikator)[2])
    if all(place == AT.format(name=name) for name, place in areas):
        return AT.format(name=listing([name for name, _ in areas]))
    return listing([place for _, place in areas])


def _areas(indikator: Indikator) -> tuple[str, str, str]:
    return AREAS[Ebene.AMT if indikator.ebene is Ebene.AMT else Ebene.KOMMUNE]


def _county(messung: Messung, year: int) -> float | None:
    return messung.known(messung.own).get(year)


def aside_sentence(messung: Messung, year: int) -> str:
    """Return who is so far out that the classes of the map are cut without them."""
    values = messung.on_map(year)
    told = _with_amounts(messung, year, sorted(messung.aside & values.keys()))
    return ASIDE[len(told) > 1].format(areas=begun(listing(told))) if told else ""


def cut_sentence(messung: Messung, year: int) -> str:
    """Return who lies too far out to be drawn to scale among those that are ranked."""
    values = messung.ranked(year)
    told = _with_amounts(messung, year, sorted(cut_off(values, messung.aside)))
    return f"Nicht im Maßstab gezeichnet: {listing(told)}." if told else ""


def _with_amounts(messung: Messung, year: int, areas: Sequence[str]) -> list[str]:
    values, geografie = messung.on_map(year), messung.geografie
    return [
        f"{named(geografie, one)} ({bracketed(messung.indikator, values[one])})" for one in areas
    ]


def small_sentence(messung: Messung, year: int) -> str:
    """Return how many areas are too small to be among the highest and lowest."""
    left = messung.on_map(year).keys() - messung.ranked(year).keys()
    if not left:
        return ""
    return f"Nicht mitgezählt: {many(messung.geografie, left)}, zu klein für einen Vergleich."


def secret_sentence(messung: Messung, year: int) -> str:
    """Return that hidden figures may be higher or lower than those that are told."""
    told = len(messung.ranked(year)) > 1
    return ENDS_NOTE if told and messung.has_secret(year) else ""


def largest_sentence(messung: Messung, year: int) -> str:
    """Return what share of a count the largest areas have together."""
    indikator = messung.indikator
    own = _county(messung, year)
    values = messung.on_map(year)
    if indikator.art is not Zahlart.ANZAHL or is_change(indikator) or not own:
        return ""
    if len(values) <= 2 * LARGEST:
        return ""
    first = sorted(values, key=lambda ags: (-values[ags], ags))[:LARGEST]
    share = sum(values[ags] for ags in first) / own
    if min(values.values()) < 0 or not 0 < share < 1:
        return ""
    names = listing([named(messung.geografie, area) for area in first])
    whole = "Gesamtzahl" if is_counted(indikator) else "Gesamtsumme"
    return f"Auf {names} zusammen entfielen {percent_words(share * 100)} der {whole}."


def above_sentence(messung: Messung, year: int) -> str:
    """Return in how many areas the figure is higher than in the county; not of counts."""
    indikator = messung.indikator
    own = _county(messung, year)
    values = messung.on_map(year)
    if indikator.art is Zahlart.ANZAHL or own is None or len(values) < 2:
        return ""
    above, below, same = _beside(values, own)
    parts = [
        f"{some_of(messung, above, len(values))} war {noun(indikator)} höher als "
        f"{place_of(messung.geografie, messung.own)} insgesamt",
        *([f"{some_more(messung, below)} niedriger"] if below else ()),
        *([f"{some_more(messung, same)} gleich hoch"] if same else ()),
    ]
    return f"{begun(listing(parts))}."


def _beside(values: Mapping[str, float], border: float) -> tuple[list[str], list[str], list[str]]:
    """Return the areas with a higher, a lower and the same value."""
    return (
        [area for area, one in values.items() if one > border],
        [area for area, one in values.items() if one < border],
        [area for area, one in values.items() if one == border],
    )


def class_sentence(messung: Messung, year: int) -> str:
    """Return how many areas are in the lowest and the highest class of the map."""
    indikator, inner = messung.indikator, messung.scale.inner
    values = messung.on_map(year)
    if len(inner) < 2 or indikator.art is Zahlart.ANZAHL:
        return ""
    low, high = inner[0], inner[-1]
    below = [area for area, value in values.items() if value < low]
    above = [area for area, value in values.items() if value >= high]
    if not below or not above:
        return ""
    where = begun(inside_many(messung.geografie, below))
    return (
        f"{where} lag {noun(indikator)} unter {_border(indikator, low, is_dative=True)}, "
        f"{some_more(messung, above)} erreichte {pronoun(indikator)} "
        f"{_border(indikator, high)} oder mehr."
    )


def middle_sentence(indikator: Indikator, values: Mapping[str, float]) -> str:
    """Return between which figures the middle half of the areas lies."""
    ordered = sorted(values.values())
    if len(ordered) < FEW:
        return ""
    aside = len(ordered) // 4
    low, high = ordered[aside], ordered[-1 - aside]
    if low == high:
        return ""
    unit = dative(own_unit(indikator))
    between = f"{digits_of(indikator, low)} und {joined_to(digits_of(indikator, high), unit)}"
    return (
        f"In der mittleren Hälfte der {_areas(indikator)[1]} lag {noun(indikator)} "
        f"zwischen {between}."
    )


def _border(indikator: Indikator, value: float, is_dative: bool = False) -> str:
    is_whole = value == int(value)
    rounded = replace(indikator, dezimalstellen=0) if is_whole else indikator
    unit = own_unit(indikator)
    return joined_to(digits_of(rounded, value), dative(unit) if is_dative else unit)


def moved_sentence(messung: Messung, year: int) -> str:
    """Return in how many areas the figure rose and fell since the last comparable year."""
    indikator = messung.indikator
    known = {area: messung.known(area) for area in messung.lowest}
    now = {area: series for area, series in known.items() if year in series}
    years = messung.comparable({one for series in now.values() for one in series}, year)
    if len(years) < 2:
        return ""
    changes = {
        area: series[year] - series[years[-2]]
        for area, series in now.items()
        if years[-2] in series
    }
    before = years[-2]
    if is_told_by_values(indikator):
        words = f"war {noun(indikator)}"
        said = f"höher als {before}", f"niedriger als {before}", f"so hoch wie {before}"
    else:
        words = f"ist {noun(indikator)} gegenüber {before}"
        said = "gestiegen", "gesunken", "gleich geblieben"
    ways = dict(zip(said, _beside(changes, 0), strict=True))
    return _ways(messung, words, ways)


def _ways(messung: Messung, words: str, ways: Mapping[str, Collection[str]]) -> str:
    told = [(way, some) for way, some in ways.items() if some]
    areas = [area for some in ways.values() for area in some]
    if len(areas) < 2:
        return ""
    first, most = told[0]
    if len(most) == len(areas):
        only = "" if len(areas) == len(messung.lowest) else ", die beide Werte haben,"
        return f"{begun(inside_all(messung, areas))}{only} {words} {first}."
    start = f"{begun(inside_many(messung.geografie, most))} {words} {first}"
    rest = [f"{some_more(messung, some)} {way}" for way, some in told[1:]]
    return f"{listing([start, *rest])}."


def gaps_sentence(messung: Messung, year: int) -> str:
    """Return for how many areas a year has no figure or only that of the Amt, or a secret one."""
    figures = {area: messung.at(area, year) for area in messung.lowest}
    absent = [area for area, one in figures.items() if one is None or one.value is None]
    if not absent or len(absent) == len(figures):
        return ""
    return f"{begun(listing([*_gaps(messung, year, absent)]))}."


def _gaps(messung: Messung, year: int, absent: Collection[str]) -> Iterator[str]:
    secret = [area for area in absent if is_secret(messung.at(area, year))]
    together = [area for area in absent if area not in secret and _has_amt(messung, area, year)]
    unknown = [area for area in absent if area not in secret and area not in together]
    if unknown:
        yield f"für {many(messung.geografie, unknown)} liegt kein Wert vor"
    if together:
        yield f"für {many(messung.geografie, together)} gibt es nur den Wert ihres Amtes"
    if secret:
        yield f"für {many(messung.geografie, secret)} wird der Wert geheim gehalten"


def _has_amt(messung: Messung, area: str, year: int) -> bool:
    """Say whether the Amt of a Kommune has a figure where the Kommune has none."""
    amt = messung.geografie.amt_of(area) if messung.is_local else None
    return amt is not None and messung.value(amt.schluessel, year) is not None
