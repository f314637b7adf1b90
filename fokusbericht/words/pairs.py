"""Two figures against each other in words: how close, how sure, what shapes the result.

templates/assets/vergleich/relation.js says the same of pairs that readers choose, in these words.
"""

from collections.abc import Iterator, Sequence

from fokusbericht.statistics.pairs import Axis, Pair
from fokusbericht.statistics.relate import (
    APART,
    DIGITS,
    SMALL,
    THRESHOLDS,
    Relation,
    Strength,
    relate_without,
    swaying,
    told,
)
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.words.german import in_words

LIMITS = [format_number(limit, 1) for limit, _ in THRESHOLDS]
METHOD = (
    "Das Maß nach Rangplätzen (Spearman) vergleicht, in welche Reihenfolge beide Zahlen die "
    "Kommunen bringen: 1 heißt, in dieselbe, −1, in die umgekehrte, 0, dass die eine nichts über "
    f"die andere sagt. Wir nennen einen Zusammenhang schwach ab {LIMITS[0]}, mittelstark ab "
    f"{LIMITS[1]} und stark ab {LIMITS[2]}; das sind Übereinkünfte, keine Naturgesetze. Das Maß "
    "nach Werten (Pearson) rechnet mit den Werten selbst und folgt deshalb einzelnen Kommunen mit "
    "ungewöhnlichen Werten. Jede Kommune zählt gleich, ob viele oder wenige Menschen in ihr leben. "
    f"Aus weniger als {in_words(SMALL)} Werten lesen wir nichts ab: So wenige zeigen auch durch "
    "Zufall oft einen starken Zusammenhang."
)


TOO_FEW = (
    "Aus {count} Werten lässt sich kein Zusammenhang ablesen: Mindestens {least} müssten es sein."
)
NO_ANSWER = "Zwischen „{x}“ und „{y}“ ist kein Zusammenhang zu sehen."
ANSWER = (
    "Ein {strength} Zusammenhang ist zu sehen: "
    "Höhere Werte bei „{x}“ gehen {loosely}mit {other} bei „{y}“ einher."
)
LOOSELY, HIGHER, LOWER = "ein wenig ", "höheren", "niedrigeren"
RELATION, NO_RELATION = "ein {strength} Zusammenhang", "kein Zusammenhang"
SHAPED = (
    "Mit den Werten statt mit den Rangplätzen gerechnet, ergibt sich anderes: "
    "Einzelne {areas} mit ungewöhnlichen Werten oder ein gebogener Verlauf prägen das Bild."
)
PULLED = (
    "Am stärksten wirkt {name} auf das Maß nach Werten: Ohne diesen Ort läge es bei {other} "
    "statt {own}."
)
SWAYED = (
    "Ohne {name} wäre {relation} zu sehen ({other} statt {own} nach Rangplätzen): "
    "Ein einzelner Ort prägt hier das Ergebnis."
)
STEADY = (
    "Das Ergebnis hängt an keinem einzelnen Ort: Lässt man je einen weg, liegt das Maß nach "
    "Rangplätzen {between}."
)
RECKONED = "Gerechnet aus {n} {areas}: {spearman} nach Rangplätzen, {pearson} nach Werten."
AT, BETWEEN = "bei {low}", "zwischen {low} und {high}"
SAME_YEAR = "Beide Zahlen sind von {x}, dem letzten Jahr, das es für beide gibt."
TWO_YEARS = (
    "Die Zahlen sind aus zwei verschiedenen Jahren, {x} und {y}: "
    + "Ein gemeinsames Jahr gibt es nicht."
)


def answer(x: str, y: str, relation: Relation) -> str:
    """Return the relation in words; `x` and `y` are titles. Of few areas there is no verdict."""
    if relation.n < SMALL:
        return TOO_FEW.format(count=in_words(relation.n), least=in_words(SMALL))
    return (NO_ANSWER if relation.strength is Strength.NONE else ANSWER).format(
        strength=relation.strength.value,
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
    """Yield what to beware of: single areas that shape the result, two years; and the measures."""
    if relation.n >= SMALL:
        yield from _shaped(relation, relate_without(*values), names, areas)
        yield _reckoned(relation, areas)
    x, y = years
    yield (SAME_YEAR if x == y else TWO_YEARS).format(x=x, y=y)


def _shaped(
    relation: Relation, without: Sequence[Relation | None], names: Sequence[str], areas: str
) -> Iterator[str]:
    if abs(relation.spearman - relation.pearson) >= APART:
        yield SHAPED.format(areas=areas)
    if pulled := swaying(relation, without, "pearson"):
        yield _pulled(names[pulled[0]], relation, pulled[1])
    if swayed := swaying(relation, without, "spearman"):
        yield _swayed(names[swayed[0]], relation, swayed[1])
    elif found := [other.spearman for other in without if other]:
        yield _steady(_number(min(found)), _number(max(found)))


def _reckoned(relation: Relation, areas: str) -> str:
    spearman, pearson = _number(relation.spearman), _number(relation.pearson)
    return RECKONED.format(n=in_words(relation.n), areas=areas, spearman=spearman, pearson=pearson)


def _pulled(name: str, relation: Relation, other: Relation) -> str:
    own = _number(relation.pearson)
    return PULLED.format(name=name, other=_number(other.pearson), own=own)


def _swayed(name: str, relation: Relation, other: Relation) -> str:
    return SWAYED.format(
        name=name,
        relation=_words(other),
        other=_number(other.spearman),
        own=_number(relation.spearman),
    )


def _words(relation: Relation) -> str:
    phrase = NO_RELATION if relation.strength is Strength.NONE else RELATION
    return phrase.format(strength=relation.strength.value)


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
        f"Maß nach Rangplätzen (Spearman) {_number(relation.spearman)}, "
        f"Maß nach Werten (Pearson) {_number(relation.pearson)}, gerechnet aus {relation.n} Orten."
    )


def with_unit(axis: Axis) -> str:
    """Return "Eigentümerquote, %"."""
    indikator = axis.indikator
    return f"{indikator.titel}, {indikator.einheit}" if indikator.einheit else indikator.titel
