"""Numbers as they stand in a table, and when two of them say the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

# What the census prints where a count is too unsure to be told.
UNSURE = "/"
FEW_DIGITS = 4  # a source that has more behind the comma than this may be rounded to so many
FLOATS = 9
HALF = Decimal("0.5")

Number = Decimal | str  # a number, or the mark UNSURE
Numbers = tuple[Number, ...]  # a value alone, or a numerator and a denominator
Key = tuple[str, str]  # area and year
Series = dict[Key, Numbers]


def number(cell: object) -> Decimal:
    """Return a number from a cell, without the dust that floats gather behind the ninth digit."""
    found = Decimal(str(cell).strip())
    return round(found, FLOATS).normalize() if decimals(found) > FLOATS else found


def german(cell: object) -> Decimal:
    """Return a number from text with points for thousands and a comma."""
    plain = str(cell).strip().replace(" ", "").replace(".", "").replace(",", ".")
    return Decimal(plain)


def decimals(value: Decimal) -> int:
    """Return how many digits stand behind the comma."""
    return max(0, -int(value.as_tuple().exponent))


def total(values: Iterable[Number]) -> Number:
    """Return a sum; what has an unsure part is unsure."""
    found = list(values)
    known = [one for one in found if isinstance(one, Decimal)]
    return sum(known, Decimal(0)) if len(known) == len(found) else UNSURE


@dataclass(frozen=True)
class Verdict:
    """What a witness says of a value."""

    denies: bool  # it says something else
    proves: bool  # it says the same to the last digit


def judged(ours: Numbers, theirs: Numbers) -> Verdict:
    """Compare what we have with what a witness has; a share may speak of two counts."""
    if len(ours) != len(theirs):
        counts, (share, *_) = sorted((ours, theirs), key=len, reverse=True)
        return Verdict(not is_share(counts, share), False)
    pairs = list(zip(ours, theirs, strict=True))
    same = all(is_same(one, other) for one, other in pairs)
    return Verdict(not same and not all(is_near(*pair) for pair in pairs), same)


def is_same(ours: Number, theirs: Number) -> bool:
    """Say whether a number is that of the source, or that rounded to four digits or more."""
    if not (isinstance(ours, Decimal) and isinstance(theirs, Decimal)):
        return ours == theirs
    digits = decimals(ours)
    is_rounded = decimals(theirs) > FEW_DIGITS <= digits and is_near(ours, theirs)
    return ours == theirs or is_rounded


def is_near(ours: Number, theirs: Number) -> bool:
    """Say whether two numbers are one, told with different numbers of digits."""
    if not (isinstance(ours, Decimal) and isinstance(theirs, Decimal)):
        return ours == theirs
    coarse = min(decimals(ours), decimals(theirs))
    return abs(ours - theirs) <= HALF.scaleb(-coarse)


def is_share(counts: Numbers, share: Number) -> bool:
    """Say whether a printed share is that of two counts."""
    part, whole = counts
    if not all(isinstance(one, Decimal) for one in (part, whole, share)):
        return False
    return is_near(100 * part / whole, share)  # type: ignore[operator]
