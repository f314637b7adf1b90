"""What figures say about the Kommunen: extremes, spread, how many rose and fell, gaps."""

from collections.abc import Iterator, Mapping, Sequence

from fokusbericht.model.figures import Indikator, Zahlart
from fokusbericht.statistics.messung import Messung
from fokusbericht.text.formatting import format_quantity
from fokusbericht.words.amounts import (
    amount,
    in_some,
    inside,
    noun,
    number,
    pronoun,
)
from fokusbericht.words.german import begun, counted
from fokusbericht.words.phrases import listing
from fokusbericht.words.secret import ENDS_NOTE, is_secret

MOST_NAMES = 3  # as many that share a place are still named
FEW = 8  # from so many Kommunen on their middle half is told
LARGEST = 3  # Kommunen whose share of a count is told


SAME = "In allen {areas} ist {noun} gleich: {amount}."
EXTREMES = "Den höchsten Wert {have} {top}, den niedrigsten{verb} {bottom}."
HAS, HAVE, EACH = "hat", "haben", "je "


def extremes_sentence(messung: Messung, year: int) -> str:
    """Return which Kommunen have the highest and the lowest figure."""
    name_of = messung.geografie.name_of
    found = [(name_of(area), value) for area, value in messung.ranked(year).items()]
    return extremes(messung.indikator, found)


def extremes(indikator: Indikator, values: Sequence[tuple[str, float]]) -> str:
    """Return which Kommunen, by their names, have the highest and the lowest value."""
    if len(values) < 2:
        return ""
    high, low = (end(value for _, value in values) for end in (max, min))
    if high == low:
        text = amount(indikator, high)
        return SAME.format(areas="Kommunen", noun=noun(indikator), amount=text)
    top, bottom = (sorted(name for name, one in values if one == end) for end in (high, low))
    have, verb = _have(top), _have(bottom)
    return EXTREMES.format(
        have=have,
        top=_named(indikator, top, high),
        verb=f" {verb}" if verb != have else "",
        bottom=_named(indikator, bottom, low),
    )


def _have(names: Sequence[str]) -> str:
    return HAS if len(names) == 1 else HAVE


def _named(indikator: Indikator, names: Sequence[str], value: float) -> str:
    who = _kommunen(len(names)) if len(names) > MOST_NAMES else listing(names)
    return f"{who} ({EACH * (len(names) > 1)}{amount(indikator, value)})"


def _kommunen(count: int) -> str:
    return counted(count, "Kommune", "Kommunen")


def _in_kommunen(count: int) -> str:
    return "In einer Kommune" if count == 1 else f"In {count} Kommunen"


def _county(messung: Messung, year: int) -> float | None:
    return messung.known(messung.own).get(year)


def small_sentence(messung: Messung, year: int) -> str:
    """Return how many Kommunen are too small to be among the highest and lowest."""
    left = len(messung.of_kommunen(year)) - len(messung.ranked(year))
    if not left:
        return ""
    return f"Nicht mitgezählt: {_kommunen(left)}, zu klein für einen Vergleich."


def secret_sentence(messung: Messung, year: int) -> str:
    """Return that hidden figures may be higher or lower than those that are told."""
    told = len(messung.ranked(year)) > 1
    return ENDS_NOTE if told and messung.has_secret(year) else ""


def largest_sentence(messung: Messung, year: int) -> str:
    """Return what share of a count the largest Kommunen have together."""
    indikator = messung.indikator
    own = _county(messung, year)
    values = messung.of_kommunen(year)
    if indikator.art is not Zahlart.ANZAHL or not own or len(values) <= 2 * LARGEST:
        return ""
    first = sorted(values, key=lambda ags: (-values[ags], ags))[:LARGEST]
    share = sum(values[ags] for ags in first) / own
    if min(values.values()) < 0 or not 0 < share < 1:
        return ""
    names = listing([messung.geografie.name_of(ags) for ags in first])
    return f"Auf {names} zusammen entfallen {format_quantity(share * 100, '%')} des Gesamtwerts."


def above_sentence(messung: Messung, year: int) -> str:
    """Return in how many Kommunen the figure is higher than in the county; not of counts."""
    indikator = messung.indikator
    own = _county(messung, year)
    values = [*messung.of_kommunen(year).values()]
    if indikator.art is Zahlart.ANZAHL or own is None or len(values) < 2:
        return ""
    above, below = sum(one > own for one in values), sum(one < own for one in values)
    same = len(values) - above - below
    first = f"{in_some(above, 'einer', 'keiner')} von {len(values)} Kommunen ist {noun(indikator)}"
    parts = [
        f"{first} höher als {inside(messung.geografie.name)} insgesamt",
        *([f"{in_some(below, 'einer')} niedriger"] if below else ()),
        *([f"{in_some(same, 'einer')} gleich hoch"] if same else ()),
    ]
    return f"{begun(listing(parts))}."


def class_sentence(messung: Messung, year: int) -> str:
    """Return how many Kommunen are in the lowest and the highest class of the map."""
    indikator, inner = messung.indikator, messung.scale.inner
    values = messung.of_kommunen(year)
    if len(inner) < 2 or indikator.art is Zahlart.ANZAHL:
        return ""
    low, high = inner[0], inner[-1]
    below = sum(value < low for value in values.values())
    above = sum(value >= high for value in values.values())
    if not below or not above:
        return ""
    return (
        f"{_in_kommunen(below)} ist {noun(indikator)} niedriger als {_border(indikator, low)}, "
        f"{in_some(above, 'einer')} erreicht {pronoun(indikator)} "
        f"{_border(indikator, high)} oder mehr."
    )


def middle_sentence(indikator: Indikator, values: Mapping[str, float]) -> str:
    """Return between which figures the middle half of the Kommunen lies."""
    ordered = sorted(values.values())
    if len(ordered) < FEW:
        return ""
    aside = len(ordered) // 4
    low, high = ordered[aside], ordered[-1 - aside]
    if low == high:
        return ""
    return (
        f"In der mittleren Hälfte der Kommunen reicht {noun(indikator)} von "
        f"{number(indikator, low)} bis {amount(indikator, high)}."
    )


def _border(indikator: Indikator, value: float) -> str:
    digits = 0 if value == int(value) else indikator.dezimalstellen
    return format_quantity(value, indikator.einheit, digits)


def moved_sentence(messung: Messung, year: int) -> str:
    """Return in how many Kommunen the figure rose and fell since the last comparable year."""
    indikator = messung.indikator
    known = [messung.known(ags) for ags in messung.geografie.kommunen]
    now = [series for series in known if year in series]
    years = messung.comparable({one for series in now for one in series}, year)
    if len(years) < 2:
        return ""
    changes = [series[year] - series[years[-2]] for series in now if years[-2] in series]
    ways = {
        "gestiegen": sum(one > 0 for one in changes),
        "gesunken": sum(one < 0 for one in changes),
        "gleich geblieben": sum(one == 0 for one in changes),
    }
    return _ways(f"ist {noun(indikator)} gegenüber {years[-2]}", ways, len(known))


def _ways(words: str, ways: Mapping[str, int], whole: int) -> str:
    told = [(way, some) for way, some in ways.items() if some]
    count = sum(ways.values())
    if count < 2:
        return ""
    first, most = told[0]
    if most == count:
        only = "" if count == whole else ", die beide Werte haben,"
        return f"In allen {count} Kommunen{only} {words} {first}."
    rest = [f"{in_some(some, 'einer')} {way}" for way, some in told[1:]]
    return f"{listing([f'{_in_kommunen(most)} {words} {first}', *rest])}."


def gaps_sentence(messung: Messung, year: int) -> str:
    """Return for how many Kommunen a year has no figure, and for how many it is secret."""
    figures = [messung.at(ags, year) for ags in messung.geografie.kommunen]
    absent = [one for one in figures if one is None or one.value is None]
    secret = sum(map(is_secret, absent))
    if not absent or len(absent) == len(figures):
        return ""
    return f"{begun(listing([*_gaps(len(absent) - secret, secret)]))}."


def _gaps(unknown: int, secret: int) -> Iterator[str]:
    if unknown:
        yield f"für {_kommunen(unknown)} liegt kein Wert vor"
    if secret:
        yield f"für {_kommunen(secret)} wird der Wert geheim gehalten"
