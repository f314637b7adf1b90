"""Two figures against each other in words: how close, how sure, what shapes the result.

templates/assets/zusammenhang.js says the same of pairs that readers choose.
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


def answer(x: str, y: str, relation: Relation, areas: str = "Kommunen") -> str:
    """Return the relation in words, with the number they stand for; `x` and `y` are titles."""
    measure = f"(Spearman {_number(relation.spearman)}, {relation.n} {areas})"
    if relation.strength is Strength.NONE:
        return f"{begun(relation.words)} {measure}."
    loosely = "ein wenig " if relation.strength is Strength.WEAK else ""
    other = "höheren" if relation.rises else "niedrigeren"
    return (
        f"{begun(relation.words)} {measure}: Höhere Werte bei „{x}“ gehen {loosely}mit "
        f"{other} bei „{y}“ einher."
    )


def caveats(pair: Pair, names: Sequence[str]) -> Iterator[str]:
    """Yield what to beware of with this pair; `names` are those of its areas."""
    relation = pair.relation
    without = relate_without(pair.xs, pair.ys)
    yield from warnings(relation, "Kommunen")
    if pulled := swaying(relation, without, "pearson"):
        yield _pulled(names[pulled[0]], relation, pulled[1])
    if swayed := swaying(relation, without, "spearman"):
        yield _swayed(names[swayed[0]], relation, swayed[1])
    elif found := [other.spearman for other in without if other]:
        yield _steady(min(found), max(found))
    yield _years(pair.x.year, pair.y.year)


def _pulled(name: str, relation: Relation, other: Relation) -> str:
    return (
        f"Am stärksten wirkt {name} auf das Maß nach Pearson: Ohne diesen Ort läge es bei "
        f"{_number(other.pearson)} statt {_number(relation.pearson)}."
    )


def _swayed(name: str, relation: Relation, other: Relation) -> str:
    article = "" if other.strength is Strength.NONE else "ein "
    return (
        f"Ohne {name} ergäbe sich {article}{other.words} (Spearman {_number(other.spearman)} "
        f"statt {_number(relation.spearman)}): Ein einzelner Ort prägt hier das Ergebnis."
    )


def _steady(low: float, high: float) -> str:
    texts = sorted({_number(low), _number(high)}, key=[_number(low), _number(high)].index)
    between = f"bei {texts[0]}" if len(texts) == 1 else f"zwischen {' und '.join(texts)}"
    return (
        "Das Ergebnis hängt an keinem einzelnen Ort: Lässt man je einen weg, liegt das Maß nach "
        f"Spearman {between}."
    )


def _years(x: int, y: int) -> str:
    if x == y:
        return f"Beide Zahlen sind von {x}, dem letzten Jahr, das es für beide gibt."
    return (
        f"Die Zahlen sind aus zwei verschiedenen Jahren, {x} und {y}: "
        "Ein gemeinsames Jahr gibt es nicht."
    )


def _number(value: float) -> str:
    # No "−0,00".
    return format_number(round(value, 6), DIGITS).replace("−0,00", "0,00")


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
