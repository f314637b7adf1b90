"""A place's rank in words: Kommunen among Kommunen, Räume among Räume, by the figures as shown."""

from fokusbericht.statistics.messung import Messung
from fokusbericht.words.numbers import FEW_RANKED

Rank = tuple[int, int]  # place by height and number of places; place 0: not ranked


def rank_of(messung: Messung, ags: str, year: int) -> Rank:
    """Return a Kommune's place by height and the number of places; 0 if there is no ranking."""
    return _place(messung.ranks(year), ags)


def room_rank(messung: Messung, room: str, year: int) -> Rank:
    """Return a room's place among the rooms; 0 if it has none or there are too few rooms."""
    return _place(messung.room_ranks(year), room)


def _place(places: dict[str, int], area: str) -> Rank:
    return (places.get(area, 0), len(places)) if len(places) >= FEW_RANKED else (0, 0)


def hides_some(messung: Messung, year: int) -> bool:
    """Say whether figures of Kommunen or rooms are hidden in a year, and ranks leave them out."""
    geografie = messung.geografie
    return messung.has_secret(year, (*geografie.kommunen, *geografie.raeume))


def rank_text(messung: Messung, ags: str, year: int) -> str:
    """Return a Kommune's rank, or why it has none."""
    place, places = rank_of(messung, ags, year)
    if place:
        return f"{place}. von {places}"
    known = messung.value(ags, year) is not None
    return "zu klein für einen Rang" if known and messung.is_too_small(ags, year) else "ohne"
