"""The table under the Kreiskarte: all areas with rank and figure, as the map shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.outlying import cut_off
from fokusbericht.statistics.rank import ranks
from fokusbericht.views import Cell
from fokusbericht.words.kreiskarte import LEVELS, MAP, RANK, VALUE, level_of, topic
from fokusbericht.words.numbers import FEW_RANKED, area_url, worded_cell
from fokusbericht.words.secret import WORDS_NOTE


@dataclass(frozen=True, slots=True)
class TableOfMap:
    """Rows from the highest value to the lowest, those without a rank last; Ämter have no room.

    `is_secret` says that a figure is hidden; the note on that is there for scripts in any case.
    """

    title: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    has_room: bool
    is_secret: bool
    note: str


def table_of_map(messung: Messung, year: int) -> TableOfMap:
    """Return the figures of all areas of the map in one year."""
    indikator, level = messung.indikator, LEVELS[level_of(messung)]
    room = (LEVELS["raeume"]["column"],) * messung.is_local
    return TableOfMap(
        title=MAP["all"].format(count=len(messung.lowest), areas=level["all"]),
        caption=MAP["caption"].format(topic=topic(indikator.titel, year), areas=level["all"]),
        head=(RANK, level["column"], *room, indikator.einheit or VALUE),
        rows=tuple(_rows(messung, year)),
        has_room=messung.is_local,
        is_secret=messung.has_secret(year),
        note=WORDS_NOTE,
    )


def _rows(messung: Messung, year: int) -> Iterator[tuple[Cell, ...]]:
    indikator = messung.indikator
    geografie = messung.geografie
    values = messung.on_map(year)
    ranked = messung.ranked(year)
    places = ranks({ags: values[ags] for ags in ranked}) if len(ranked) >= FEW_RANKED else {}
    cut = cut_off(values, messung.aside)
    top = max((abs(one) for area, one in values.items() if area not in cut), default=0)
    name_of = geografie.name_of
    for area in sorted(
        messung.lowest, key=lambda one: (one not in values, -values.get(one, 0), name_of(one))
    ):
        place = places.get(area)
        part = values.get(area, 0) / top if top else 0.0
        bar = round(min(max(part, 0), 1) * 100, 1)
        number = worded_cell(indikator, messung.at(area, year))
        yield (
            Cell(f"{place}." if place else "–", number=True),
            Cell(name_of(area), area_url(geografie, area)),
            *_room(messung, area),
            Cell(number.text, number=True, bar=bar, note=number.note, cut=area in cut),
        )


def _room(messung: Messung, ags: str) -> Iterator[Cell]:
    if messung.is_local:
        geografie = messung.geografie
        raum = geografie.kommunen[ags].raum
        yield Cell(geografie.raeume[raum].name, area_url(geografie, raum))
