"""Two figures against each other in words: how close, how sure, what shapes the result.

templates/assets/vergleich/relation.js says the same of pairs that readers choose, in these words.
"""

from collections.abc import Iterator, Sequence

from fokusbericht.statistics.pairs import Axis, Pair
from fokusbericht.statistics.relate import (
    DIGITS,
    THRESHOLDS,
    Relation,
    Strength,
    relate_without,
    swaying,
    told,
    warnings,
)
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.words.german import begun

LIMITS = [format_number(limit, 1) for limit, _ in THRESHOLDS]
METHOD = (
    "Das Maß nach Spearman vergleicht Rangplätze: 1 heißt, dass beide Zahlen die Kommunen in "
    "dieselbe Reihenfolge bringen, −1 in die umgekehrte, 0, dass die eine nichts über die andere "
    f"sagt. Wir nennen einen Zusammenhang schwach ab {LIMITS[0]}, mittel ab {LIMITS[1]} und stark "
    f"ab {LIMITS[2]}; das sind Übereinkünfte, keine Naturgesetze. Das Maß nach Pearson rechnet mit "
    "den Werten selbst und folgt deshalb einzelnen Kommunen mit ungewöhnlichen Werten. Jede "
    "Kommune zählt gleich, ob viele oder wenige Menschen in ihr leben."
)


MEASURE = "(Spearman {spearman}, {n} {areas})"
NO_ANSWER = "{relation} {measure}."
ANSWER = "{relation} {measure}: Höhere Werte bei „{x}“ gehen {loosely}mit {other} bei „{y}“ einher."
LOOSELY, HIGHER, LOWER = "ein wenig ", "höheren", "niedrigeren"
ARTICLE = "ein "
PULLED = (
    "Am stärksten wirkt {name} auf das Maß nach Pearson: Ohne diesen Ort läge es bei {other} "
    "statt {own}."
)
SWAYED = (
    "Ohne {name} ergäbe sich {article}{relation} (Spearman {other} statt {own}): "
    "Ein einzelner Ort prägt hier das Ergebnis."
)
STEADY = (
    "Das Ergebnis hängt an keinem einzelnen Ort: Lässt man je einen weg, liegt das Maß nach "
    "Spearman {between}."
)
AT, BETWEEN = "bei {low}", "zwischen {low} und {high}"
SAME_YEAR = "Beide Zahlen sind von {x}, dem letzten Jahr, das es für beide gibt."
TWO_YEARS = (
    "Die Zahlen sind aus zwei verschiedenen Jahren, {x} und {y}: "
    + "Ein gemeinsames Jahr gibt es nicht."
)


def answer(x: str, y: str, relation: Relation, areas: str = "Kommunen") -> str:
    """Return the relation in words, with the number they stand for; `x` and `y` are titles."""
    return (NO_ANSWER if relation.strength is Strength.NONE else ANSWER).format(
        relation=begun(relation.words),
        measure=MEASURE.format(spearman=_number(relation.spearman), n=relation.n, areas=areas),
        x=x,
        y=y,
        loosely=LOOSELY * (relation.strength is Strength.WEAK),
        other=HIGHER if relation.rises else LOWER,
    )


def caveats(pair: Pair, names: Sequence[str]) -> Iterator[str]:
    """Yield what to beware of with this pair; `names` are those of its areas."""
    years = pair.x.year, pair.y.year
    return cautions(pair.relation, (pair.xs, pair.ys), names, years)


def cautions(
    relation: Relation,
    values: tuple[Sequence[float], Sequence[float]],
    names: Sequence[str],
    years: tuple[int, int],
    areas: str = "Kommunen",
) -> Iterator[str]:
    """Yield what to beware of: few areas, single ones that shape the result, two years."""
    without = relate_without(*values)
    yield from warnings(relation, areas)
    if pulled := swaying(relation, without, "pearson"):
        yield _pulled(names[pulled[0]], relation, pulled[1])
    if swayed := swaying(relation, without, "spearman"):
        yield _swayed(names[swayed[0]], relation, swayed[1])
    elif found := [other.spearman for other in without if other]:
        yield _steady(_number(min(found)), _number(max(found)))
    x, y = years
    yield (SAME_YEAR if x == y else TWO_YEARS).format(x=x, y=y)


def _pulled(name: str, relation: Relation, other: Relation) -> str:
    own = _number(relation.pearson)
    return PULLED.format(name=name, other=_number(other.pearson), own=own)


def _swayed(name: str, relation: Relation, other: Relation) -> str:
    return SWAYED.format(
        name=name,
        article=ARTICLE * (other.strength is not Strength.NONE),
        relation=other.words,
        other=_number(other.spearman),
        own=_number(relation.spearman),
    )


def _steady(low: str, high: str) -> str:
    return STEADY.format(between=(AT if low == high else BETWEEN).format(low=low, high=high))


def _number(value: float) -> str:
    return format_number(told(value), DIGITS)


def halves(pair: Pair) -> str:
    """Return what the half with the higher and the half with the lower values have on average."""
    if len(pair.areas) < 4:
        return ""
    x, y = pair.x.indikator, pair.y.indikator
    ordered = [up for _, _, up in sorted(zip(pair.xs, pair.areas, pair.ys, strict=True))]
    half = len(ordered) // 2
    low, high = (sum(part) / half for part in (ordered[:half], ordered[-half:]))
    return (
        f"{y.titel} im Mittel der {half} Kommunen mit den niedrigsten Werten bei „{x.titel}“: "
        f"{format_quantity(low, y.einheit, y.dezimalstellen)}; mit den höchsten: "
        f"{format_quantity(high, y.einheit, y.dezimalstellen)}. Jede Kommune zählt dabei gleich."
    )


def measures(relation: Relation) -> str:
    """Return both coefficients and how many areas they rest on."""
    return (
        f"Spearman {_number(relation.spearman)} · Pearson {_number(relation.pearson)} · "
        f"n = {relation.n}"
    )


def with_unit(axis: Axis) -> str:
    """Return "Eigentümerquote, %"."""
    indikator = axis.indikator
    return f"{indikator.titel}, {indikator.einheit}" if indikator.einheit else indikator.titel
