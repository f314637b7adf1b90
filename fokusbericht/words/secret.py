"""What readers are told where figures are hidden: why, and that ranks leave them out."""

from collections.abc import Iterable

from fokusbericht.model.figures import Fehlgrund
from fokusbericht.statistics.aggregate import Figure

_WHY = (
    "geht es um so wenige Menschen, dass man Einzelne erkennen könnte, oder man könnte aus dem "
    "Wert eine solche Zahl ausrechnen."
)
# One sentence for all hidden figures: which of them are small and which only protect others must
# not be told.
REASON = f"Hier {_WHY}"
WORDS_NOTE = f"Geheim gehalten heißt: {REASON}"
MARK_NOTE = f"• heißt geheim gehalten: {REASON}"
RANK_NOTE, SPAN_NOTE, BOTH_NOTE, ENDS_NOTE = (
    f"Geheim gehaltene Werte zählen {where} nicht mit."
    for where in ("beim Rang", "bei der Spanne", "bei Rang und Spanne", "dabei")
)


def is_secret(figure: Figure | None) -> bool:
    """Say whether a figure is hidden."""
    return figure is not None and figure.missing is Fehlgrund.GEHEIM


def has_secret(figures: Iterable[Figure | None]) -> bool:
    """Say whether any of some figures is hidden."""
    return any(is_secret(figure) for figure in figures)
