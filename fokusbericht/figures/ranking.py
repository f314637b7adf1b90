"""A place's rank in words: Kommunen among Kommunen, Räume among Räume, by the figures as shown."""

from fokusbericht.figures.profile import figure_of
from fokusbericht.model.figures import Indikator
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.levels import levels_of
from fokusbericht.statistics.rank import quarter, ranks
from fokusbericht.statistics.rounding import whole
from fokusbericht.words.numbers import FEW_RANKED, is_too_small, ranked_values
from fokusbericht.words.secret import has_secret

FEW = 12  # fewer places have no quarters worth the name
QUARTERS = ("oberstes Viertel", "zweites Viertel", "drittes Viertel", "unterstes Viertel")

Rank = tuple[int, int]  # place by height and number of places; place 0: not ranked


def rank_of(report: Report, indikator: Indikator, ags: str, year: int) -> Rank:
    """Return a Kommune's place by height and the number of places; 0 if there is no ranking."""
    places = _places(report, indikator.key.name, year)
    return (places.get(ags, 0), len(places)) if len(places) >= FEW_RANKED else (0, 0)


@query
def _places(report: Report, name: str, year: int) -> dict[str, int]:
    indikator = report.indikatoren[name]
    values = ranked_values(report, indikator, levels_of(report)[name], year)
    return ranks({area: whole(value, indikator.dezimalstellen) for area, value in values.items()})


def room_rank(report: Report, indikator: Indikator, room: str, year: int) -> Rank:
    """Return a room's place among the rooms; 0 if it has none or there are too few rooms."""
    places = _room_places(report, indikator.key.name, year)
    return (places.get(room, 0), len(places)) if len(places) >= FEW_RANKED else (0, 0)


@query
def _room_places(report: Report, name: str, year: int) -> dict[str, int]:
    indikator, rooms = report.indikatoren[name], report.geografie.raeume
    figures = {
        room: figure_of(report, indikator, room, year).value
        for room, one in rooms.items()
        if not all(is_too_small(report, indikator, ags, year) for ags in one.kommunen)
    }
    digits = indikator.dezimalstellen
    return ranks({room: whole(one, digits) for room, one in figures.items() if one is not None})


@query
def hides_some(report: Report, name: str, year: int) -> bool:
    """Say whether figures of Kommunen or rooms are hidden in a year, and ranks leave them out."""
    levels, geografie = levels_of(report)[name], report.geografie
    return has_secret(
        levels.get(area, {}).get(year) for area in (*geografie.kommunen, *geografie.raeume)
    )


def rank_text(report: Report, indikator: Indikator, ags: str, year: int) -> str:
    """Return a Kommune's rank, or why it has none."""
    place, places = rank_of(report, indikator, ags, year)
    if place:
        return f"{place}. von {places}"
    known = figure_of(report, indikator, ags, year).value is not None
    small = known and is_too_small(report, indikator, ags, year)
    return "zu klein für einen Rang" if small else "ohne"


def quarter_text(report: Report, indikator: Indikator, ags: str, year: int) -> str:
    """Return the quarter of the ranking a Kommune is in; nothing with fewer than twelve."""
    place, places = rank_of(report, indikator, ags, year)
    return QUARTERS[quarter(place, places) - 1] if place and places >= FEW else ""
