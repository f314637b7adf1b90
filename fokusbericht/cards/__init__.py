"""Cards: the picture that stands for a page where its address is shared, drawn in pixels.

card_png(report.geografie, Card(frame, "Kennzahl", "Eigentümerquote", …))
"""

from fokusbericht.cards.data import (
    HEIGHT,
    WIDTH,
    Card,
    CardFrame,
    CountyShades,
    Curve,
    Station,
    Stations,
    YearCover,
)
from fokusbericht.model.places import Geografie

__all__ = [
    "HEIGHT",
    "WIDTH",
    "Card",
    "CardFrame",
    "CountyShades",
    "Curve",
    "Station",
    "Stations",
    "YearCover",
    "card_png",
]


def card_png(geografie: Geografie, card: Card) -> bytes:
    """Return a card as a PNG; what draws it is loaded when the first one is made."""
    from fokusbericht.cards.drawn import render

    return render(geografie, card)
