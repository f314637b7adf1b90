"""The tables of one indicator: all values, newest year first, with change and rank."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from fokusbericht.statistics.messung import Messung
from fokusbericht.statistics.rank import ranks
from fokusbericht.views import Cell
from fokusbericht.words.kreiskarte import LEVELS, level_of
from fokusbericht.words.numbers import (
    FEW_RANKED,
    area_url,
    interval_text,
    number_cell,
    signed_difference,
    sum_note,
)
from fokusbericht.words.secret import MARK_NOTE, RANK_NOTE, has_secret

INTERVAL_NOTE = (
    "Klein darunter: der Bereich, in dem der Anteil mit 95\u202f% Sicherheit liegt, wenn man "
    "bedenkt, wie sehr so kleine Zahlen zufällig schwanken."
)
CHANGE, RANK = "seit {year}", "Rang"
POINTS_NOTE = "„{head}“ nennt den Unterschied in Prozentpunkten."
TOP_NOTE = "Rang 1 hat der höchste Wert."
TOO_SMALL = "zu klein für einen Rang"
SMALL_NOTE = f"– beim Rang heißt: {TOO_SMALL}."
AREA, COUNTY = "Raum", "Kreis oder Stadt"  # what the first column holds, where it is no Kommune
ROOMS, ADMINISTRATIONS, QUARTERS = "Betrachtungsräume", "Ämter", "Quartiere"
OTHER_COUNTIES = "Andere Kreise und Städte"


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with its notes; its `first` rows are no part of any order."""

    title: str
    head: tuple[str, ...]
    first: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    note: str = ""


def row_anchor(area: str) -> str:
    """Return by what name the row of an area is linked: one lands at the place one comes from."""
    return f"zeile-{area}"


def value_table(messung: Messung, year: int) -> TableView:
    """Return all values of county, Land, Bund, and of what is on the map, or of all counties.

    The newest year stands first; beside the year that is shown stand change and rank.
    """
    columns = _columns(messung, year, is_ranked=True)
    fixed, rest = _fixed(messung), _ordered(messung, year)
    return TableView(
        title=_title(messung),
        head=(_first_head(messung), *columns.head()),
        first=tuple(map(columns.row, fixed)),
        rows=tuple(map(columns.row, rest)),
        caption=_caption(messung, "alle Werte"),
        note=_note(columns, (*fixed, *rest)),
    )


def newest_table(messung: Messung, year: int) -> TableView:
    """Return the values of one year with change and rank, without links: for narrow places."""
    whole = value_table(messung, year)
    kept = [0, *(n for n, name in enumerate(whole.head) if n and not _is_year(name, year))]

    def short(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(replace(row[number], href="", anchor="") for number in kept)

    head = tuple(whole.head[number] for number in kept)
    first, rows = tuple(map(short, whole.first)), tuple(map(short, whole.rows))
    return replace(whole, head=head, first=first, rows=rows)


def _is_year(name: str, but: int) -> bool:
    return name.isdigit() and name != str(but)


def tables_apart(messung: Messung, year: int) -> tuple[TableView, ...]:
    """Return a table each of what lies across the Kommunen: rooms, Ämter, Quartiere, counties."""
    columns = _columns(messung, year, is_ranked=False)
    found = ((title, areas) for title, areas in _apart(messung, year) if areas)
    return tuple(_apart_table(columns, title, areas) for title, areas in found)


def _apart_table(columns: "ValueColumns", title: str, areas: tuple[str, ...]) -> TableView:
    messung = columns.messung
    rows = tuple(map(columns.row, areas))
    caption, note = _caption(messung, title), _marks(messung, areas)
    return TableView(title, (AREA, *columns.head()), (), rows, caption, note)


@dataclass(frozen=True, slots=True)
class ValueColumns:
    """The columns of a table: years, newest first; since when the change; whose ranks."""

    messung: Messung
    year: int
    years: tuple[int, ...]
    before: int  # 0 for no column of changes
    places: dict[str, int]  # without any there is no column of ranks

    def head(self) -> Iterator[str]:
        """Yield the names of all columns but the first."""
        for year in self.years:
            yield str(year)
            if year == self.year:
                if self.before:
                    yield CHANGE.format(year=self.before)
                if self.places:
                    yield RANK if year == self.years[0] else f"{RANK} {year}"

    def row(self, area: str) -> tuple[Cell, ...]:
        """Return what the table says of an area."""
        geografie = self.messung.geografie
        name, address = geografie.name_of(area), area_url(geografie, area)
        return (Cell(name, address, anchor=row_anchor(area)), *self._cells(area))

    def _cells(self, area: str) -> Iterator[Cell]:
        for year in self.years:
            if year != self.year:
                yield number_cell(self.messung.indikator, self.messung.at(area, year))
                continue
            yield _value_cell(self.messung, area, year)
            if self.before:
                yield Cell(self._change(area), number=True)
            if self.places:
                yield self._rank(area)

    def _change(self, area: str) -> str:
        now, then = (self.messung.value(area, year) for year in (self.year, self.before))
        if now is None or then is None:
            return ""
        return signed_difference(self.messung.indikator, now, then)

    def _rank(self, area: str) -> Cell:
        if area in self.places:
            return Cell(f"{self.places[area]}.", number=True)
        is_small = area in self.messung.on_map(self.year)
        return Cell("–", number=True, spoken=TOO_SMALL) if is_small else Cell("", number=True)


def _columns(messung: Messung, year: int, is_ranked: bool) -> ValueColumns:
    years = sorted({one for series in messung.levels.values() for one in series}, reverse=True)
    places = _places(messung, year) if is_ranked else {}
    return ValueColumns(messung, year, tuple(years), _year_before(messung, year), places)


def _year_before(messung: Messung, year: int) -> int:
    """Return the last year before that can be compared with it; 0 if there is none."""
    areas = messung.lowest or messung.counties or (messung.own,)
    known = {one for area in areas for one in messung.known(area)}
    return max((one for one in messung.comparable(known, year) if one < year), default=0)


def _places(messung: Messung, year: int) -> dict[str, int]:
    """Return the rank of what is on the map, or of each county: not of Land and Bund."""
    ranked = messung.ranked(year)
    among = {area: one for area, one in ranked.items() if area not in messung.geografie.measures()}
    return ranks(among) if len(among) >= FEW_RANKED else {}


def _fixed(messung: Messung) -> tuple[str, ...]:
    order = (messung.own, *messung.geografie.measures())
    return tuple(area for area in order if area in messung.levels)


def _ordered(messung: Messung, year: int) -> tuple[str, ...]:
    """Return what the county's parts are measured by one another, or it by others: by rank."""
    name_of, places = messung.geografie.name_of, _places(messung, year)
    areas = messung.lowest if messung.has_map else messung.counties
    found = [area for area in areas if area in messung.levels and area != messung.own]
    last = len(messung.levels) + 1
    return tuple(sorted(found, key=lambda area: (places.get(area, last), name_of(area))))


def _apart(messung: Messung, year: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    geografie, name_of = messung.geografie, messung.geografie.name_of
    shown = {*_fixed(messung), *_ordered(messung, year)}
    smaller = (*sorted(geografie.aemter, key=name_of), *sorted(geografie.kommunen, key=name_of))
    for title, areas in (
        (ROOMS, geografie.raeume),
        (ADMINISTRATIONS, smaller),
        (QUARTERS, geografie.quartiere),
        (OTHER_COUNTIES, messung.counties),
    ):
        yield title, tuple(one for one in areas if one in messung.levels and one not in shown)


def _first_head(messung: Messung) -> str:
    if messung.has_map:
        return LEVELS[level_of(messung)]["column"]
    return COUNTY if len(messung.counties) > 1 else AREA


def _title(messung: Messung) -> str:
    unit = messung.indikator.einheit
    if unit == "%":
        return "Alle Werte in Prozent"
    return f"Alle Werte ({unit})" if unit else "Alle Werte"


def _caption(messung: Messung, what: str) -> str:
    indikator = messung.indikator
    unit = f" ({indikator.einheit})" if indikator.einheit else ""
    return f"{indikator.titel}{unit}, {what}"


def _note(columns: ValueColumns, areas: Sequence[str]) -> str:
    messung, year = columns.messung, columns.year
    indikator, secret = messung.indikator, messung.has_map and messung.has_secret(year)
    small = any(area not in columns.places for area in messung.on_map(year))
    notes = (
        POINTS_NOTE.format(head=CHANGE.format(year=columns.before))
        if columns.before and indikator.einheit == "%"
        else "",
        TOP_NOTE if columns.places else "",
        SMALL_NOTE if columns.places and small else "",
        INTERVAL_NOTE if indikator.unsicherheit and messung.has_map else "",
        RANK_NOTE if secret else "",
        sum_note(messung, year),
        _marks(messung, areas),
    )
    return " ".join(note for note in notes if note)


def _marks(messung: Messung, areas: Collection[str]) -> str:
    figures = (figure for area in areas for figure in messung.series(area).values())
    return MARK_NOTE if has_secret(figures) else ""


def _value_cell(messung: Messung, area: str, year: int) -> Cell:
    indikator = messung.indikator
    figure = messung.at(area, year)
    cell = number_cell(indikator, figure)
    is_told = figure is not None and figure.value is not None and area in messung.lowest
    note = interval_text(indikator, area, year) if is_told else ""
    return Cell(cell.text, number=True, note=note) if note else cell
