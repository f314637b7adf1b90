"""The table under the Kreiskarte: all Kommunen with rank and figure, as the map shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.rank import ranks
from fokusbericht.statistics.rounding import shown
from fokusbericht.urls import address_of
from fokusbericht.views import Cell
from fokusbericht.words.kreiskarte import LEVELS, MAP, RANK, TOPIC, VALUE
from fokusbericht.words.numbers import FEW_RANKED, area_url, worded_cell
from fokusbericht.words.secret import WORDS_NOTE


@dataclass(frozen=True, slots=True)
class TableOfMap:
    """Rows from the highest value to the lowest, those without a rank last.

    `is_secret` says that a figure is hidden; the note on that is there for scripts in any case.
    """

    title: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_secret: bool
    note: str


def table_of_map(messung: Messung, year: int) -> TableOfMap:
    """Return the figures of all Kommunen in one year."""
    indikator, kommunen = messung.indikator, LEVELS["kommunen"]
    topic = TOPIC.format(title=indikator.titel, year=year)
    return TableOfMap(
        title=MAP["all"].format(count=len(messung.geografie.kommunen), areas=kommunen["title"]),
        caption=MAP["caption"].format(topic=topic, areas=kommunen["title"]),
        head=(RANK, kommunen["column"], LEVELS["raeume"]["column"], indikator.einheit or VALUE),
        rows=tuple(_rows(messung, year)),
        is_secret=messung.has_secret(year),
        note=WORDS_NOTE,
    )


def _rows(messung: Messung, year: int) -> Iterator[tuple[Cell, ...]]:
    indikator = messung.indikator
    digits, geografie = indikator.dezimalstellen, messung.geografie
    values = {
        ags: shown(figure.value, digits)
        for ags in geografie.kommunen
        if (figure := messung.at(ags, year)) and figure.value is not None
    }
    ranked = messung.ranked(year)
    places = ranks({ags: values[ags] for ags in ranked}) if len(ranked) >= FEW_RANKED else {}
    top = max(map(abs, values.values()), default=0)
    for kommune in sorted(
        geografie.kommunen.values(),
        key=lambda one: (one.ags not in values, -values.get(one.ags, 0), one.name),
    ):
        place = places.get(kommune.ags)
        bar = round(max(values.get(kommune.ags, 0), 0) / top * 100, 1) if top else 0.0
        number = worded_cell(indikator, messung.at(kommune.ags, year))
        yield (
            Cell(f"{place}." if place else "–", number=True),
            Cell(kommune.name, address_of(kommune.key)),
            Cell(geografie.raeume[kommune.raum].name, area_url(geografie, kommune.raum)),
            Cell(number.text, number=True, bar=bar, note=number.note),
        )
