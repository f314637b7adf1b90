"""How a Kommune differs from those like it: with whom it is compared, and what is told of it."""

from collections.abc import Sequence

from fokusbericht.text.formatting import format_number
from fokusbericht.words.german import SMALL
from fokusbericht.words.phrases import listing

NAMED = 12  # more Kommunen are not named one by one


def peers_sentence(
    own: str,
    others: Sequence[str],
    low: float,
    high: float,
    is_alone: bool = False,
    left_out: Sequence[str] = (),
) -> str:
    """Return with which Kommunen one is compared, by their names, largest first.

    They have from `low` to below `high` people; 0 where there is no such border. Who is
    `left_out` is of that size, but like no other.
    """
    without = f", ohne {listing(left_out)}" if left_out else ""
    group = f"{_others(len(others))}{_size(low, high)}{without}"
    names = f": {listing(others)}." if len(others) <= NAMED else "."
    alone = f"Keine andere Kommune ist {own} ähnlich. " if is_alone else ""
    return f"{alone}Verglichen mit {group}{names}"


def _others(number: int) -> str:
    if number == 1:
        return "der einen anderen Kommune"
    words = SMALL[number] if number < len(SMALL) else str(number)
    return f"den {words} anderen Kommunen"


def _size(low: float, high: float) -> str:
    if low and high:
        return f" zwischen {format_number(low)} und {format_number(high)} Menschen"
    if low:
        return f" ab {format_number(low)} Menschen"
    return f" unter {format_number(high)} Menschen" if high else ""
