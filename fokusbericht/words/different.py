"""How a Kommune differs from those like it: with whom it is compared, and what is told of it."""

from collections.abc import Sequence

from fokusbericht.model.figures import Indikator
from fokusbericht.model.places import Geografie
from fokusbericht.statistics.differing import Standing
from fokusbericht.text.formatting import format_number
from fokusbericht.words.german import SMALL
from fokusbericht.words.phrases import listing
from fokusbericht.words.places import places_of

NAMED = 12  # more Kommunen are not named one by one
NAMED_BEYOND = 2  # so many that are higher still (or lower) are named


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
    return f"den {_many(number)} anderen Kommunen"


def _size(low: float, high: float) -> str:
    if low and high:
        return f" zwischen {format_number(low)} und {format_number(high)} Menschen"
    if low:
        return f" ab {format_number(low)} Menschen"
    return f" unter {format_number(high)} Menschen" if high else ""


def _many(number: int) -> str:
    return SMALL[number] if number < len(SMALL) else str(number)


# --- What differs ---------------------------------------------------------------------------------

TITLE = "Was {place} anders ist"
NOTHING = "Keine der verglichenen Zahlen liegt weit abseits der anderen."
TOO_FEW = "Für einen Vergleich liegen zu wenige Zahlen vor."
RULES = (
    "Gezeigt wird, wo {name} am weitesten außerhalb der mittleren Hälfte der anderen liegt: bei "
    "den wichtigsten Zahlen mindestens um die halbe Breite dieser Hälfte, bei allen übrigen um "
    "die ganze, und stets um mehr als ein Zehntel oder einen halben Prozentpunkt von der Mitte "
    "entfernt. Die wichtigsten Zahlen gehen vor, aus jedem Thema kommt höchstens eine. Ein Urteil "
    "ist das nicht.",
    "Nicht verglichen werden Anzahlen, denn sie folgen der Größe des Ortes, Veränderungen über "
    "die Jahre, ältere Zahlen, und was auf zu wenigen Fällen beruht oder bei einem der Orte "
    "geheim gehalten wird.",
    "Die anderen sind Kommunen von etwa gleicher Größe. Die Grenzen liegen dort, wo zwischen den "
    "Einwohnerzahlen die größten Lücken sind.",
)


def title(place: str) -> str:
    """Return what heads the differences: Was auf Helgoland anders ist."""
    return TITLE.format(place=place)


def rules(name: str) -> tuple[str, ...]:
    """Return by which rules figures are chosen, and with whom they are compared."""
    return tuple(one.format(name=name) for one in RULES)


def others_words(number: int) -> str:
    """Return what all others are called: die neun anderen."""
    return "die andere" if number == 1 else f"die {_many(number)} anderen"


def heading(indikator: Indikator, is_higher: bool) -> str:
    """Return what heads a figure that differs: Mehr Leerstand, or Leerstandsquote höher."""
    wortlaut = indikator.wortlaut
    own = (wortlaut.mehr if is_higher else wortlaut.weniger) if wortlaut else ""
    return own or f"{indikator.titel} {_way(is_higher)}"


def _way(is_higher: bool) -> str:
    return "höher" if is_higher else "niedriger"


def standing_words(geografie: Geografie, stands: Standing, is_higher: bool, compared: int) -> str:
    """Return where a value stands among its like: der höchste Wert der zehn.

    `compared` is how many others the group has, be their figures known or not.
    """
    beyond, level = stands.above if is_higher else stands.below, stands.level
    outdone = stands.below if is_higher else stands.above
    known = len(beyond) + len(level) + len(outdone)
    if not beyond and len(level) <= NAMED_BEYOND:
        most = "höchste" if is_higher else "niedrigste"
        among = f"Wert der {_many(known + 1)}"
        some = f"von {_many(known + 1)} bekannten Werten"
        also = f", ebenso hoch wie {places_of(geografie, level)}" if level else ""
        return f"der {most} {some if known < compared else among}{also}"
    if len(beyond) <= NAMED_BEYOND and not level:
        return f"nur {places_of(geografie, beyond)} lag der Wert {_way(is_higher)}"
    return f"{_way(is_higher)} als in {_many(len(outdone))} der {_many(known)} anderen"


def different_sentence(core: str, stands: str, county: str) -> str:
    """Return a figure, where it stands among its like, and the county's number."""
    beside = f" (Kreis: {county})" if county else ""
    return f"{core.removesuffix('.')} – {stands}{beside}."


def strip_text(name: str, value: str, county: str, others: Sequence[tuple[str, str]]) -> str:
    """Return a strip for those who listen: whose value it is, the county's, and all others'."""
    parts = [f"{name} {value}", *([f"Kreis {county}"] if county else [])]
    told = ", ".join(f"{other} {number}" for other, number in others)
    return f"{', '.join(parts)}. Die anderen: {told}."


def alike_sentence(figures: Sequence[tuple[str, str]]) -> str:
    """Return in which figures a place is like the others; nothing without any."""
    told = [f"{title} ({value})" for title, value in figures]
    return f"Wie die anderen: {listing(told)}." if told else ""
