"""How many people live in an area, and how their number changed: never across a new count.

Where the last year stands alone behind a break, the change before it is told, and in the same
sentence that the last year does not compare with it.
"""

from collections.abc import Mapping, Sequence

from fokusbericht.model.figures import Bruch
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.words.phrases import listing

YEARS_END = "31.12."


def people_sentence(
    name: str, known: Mapping[int, float], stichtag: str, breaks: Sequence[Bruch]
) -> str:
    """Return how many people live there, and how many more or fewer since the last break."""
    if not known:
        return ""
    years = sorted(known)
    last = years[-1]
    start = f"{name}: {format_number(known[last])} Menschen ({day_words(stichtag, last)})"
    since = _years_since(years, breaks, last)
    if len(since) > 1:
        return f"{start}{_change(since[0], known[since[0]], known[last])}."
    cut = next((one for one in reversed(breaks) if years[0] < one.jahr <= last), None)
    return f"{start}. {_before(known, breaks, cut)}" if cut else f"{start}."


def breaks_title(breaks: Sequence[Bruch]) -> str:
    """Return what heads the notes on breaks; nothing without any."""
    years = listing([str(one.jahr) for one in breaks])
    what = "der Bruch" if len(breaks) == 1 else "die Brüche"
    return f"Was {what} {years} bedeute{'t' if len(breaks) == 1 else 'n'}" if breaks else ""


def day_words(stichtag: str, year: int) -> str:
    """Return the day of a count: Ende 2024, 15.05.2022, 2022."""
    if stichtag == YEARS_END:
        return f"Ende {year}"
    return f"{stichtag if stichtag.endswith('.') else ''}{year}"


def signed(percent: float) -> str:
    """Return a change with its sign: +6,4 %, −7,6 %."""
    return f"{'+' if percent > 0 else ''}{format_quantity(percent, '%', 1)}"


def _years_since(years: Sequence[int], breaks: Sequence[Bruch], last: int) -> list[int]:
    """Return the years up to one that no break keeps from being compared with it."""
    since = max((one.jahr for one in breaks if one.jahr <= last), default=0)
    return [year for year in years if since <= year <= last]


def _before(known: Mapping[int, float], breaks: Sequence[Bruch], cut: Bruch) -> str:
    """Return how the number changed before the last count, and why that ends there."""
    earlier = [year for year in sorted(known) if year < cut.jahr]
    years = _years_since(earlier, breaks, earlier[-1])
    reason = cut.grund.partition(";")[0].partition(". ")[0].rstrip(".")
    first, last = years[0], years[-1]
    if first == last:
        number = format_number(known[last])
        return f"{last} waren es {number}, was sich damit nicht vergleichen lässt: {reason}."
    warning = f"mit {cut.jahr} lässt sich das nicht vergleichen: {reason}"
    return f"Von {first} bis {last} {_moved(known[first], known[last])}, {warning}."


def _moved(before: float, now: float) -> str:
    if before == now:
        return f"blieb ihre Zahl bei {format_number(now)}"
    verb = "stieg" if now > before else "sank"
    percent = f" ({signed((now - before) / before * 100)})" if before else ""
    return f"{verb} ihre Zahl von {format_number(before)} auf {format_number(now)}{percent}"


def _change(year: int, before: float, now: float) -> str:
    if now == before:
        return f", genauso viele wie {year}"
    number = format_number(abs(now - before))
    words = f", {number} {'mehr' if now > before else 'weniger'} als {year}"
    return f"{words} ({signed((now - before) / before * 100)})" if before else words
