"""Places side by side as a table: the telling figures by theme, the others of each theme apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fokusbericht.exports.table import area_cells, csv_bytes, csv_number
from fokusbericht.figures.side_by_side import (
    Beside,
    Told,
    compared,
    extremes,
    measures_of,
    side_by_side,
)
from fokusbericht.model.report import Report
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import address_of
from fokusbericht.views import Link
from fokusbericht.words import beside
from fokusbericht.words.beside import Count, Greatest
from fokusbericht.words.numbers import area_url


@dataclass(frozen=True, slots=True)
class SideCell:
    """A figure of a place: the number, and by how much it is "mehr" or "weniger" than the first.

    Where nothing compares there is no `kind`, and the note says whose the number is, or of when;
    or why there is none.
    """

    text: str
    note: str = ""
    kind: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True)
class SideRow:
    """A figure for all places."""

    title: str
    href: str
    unit: str
    cells: tuple[SideCell, ...]


@dataclass(frozen=True, slots=True)
class SideBlock:
    """The figures of a theme that stand together; `more` says how many are folded away."""

    name: str
    title: str
    rows: tuple[SideRow, ...]
    caption: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class SideTable:
    """Places side by side: the telling figures of all themes, and the others of each."""

    heading: str
    sentence: str
    greatest: tuple[Greatest, ...]
    places: tuple[Link, ...]
    telling: tuple[SideBlock, ...]
    others: tuple[SideBlock, ...]
    caption: str
    note: str
    sources: str  # of the telling figures


@dataclass(frozen=True, slots=True)
class PlacesBeside:
    """Kommunen with county and Land, where these have any figure, and all that is told of them."""

    kommunen: tuple[str, ...]
    areas: tuple[str, ...]
    places: tuple[int, ...]  # where the figures of each area stand among those of a row
    themes: tuple[tuple[str, list[Beside]], ...]

    @property
    def rows(self) -> list[Beside]:
        """Return the figures of all themes."""
        return [row for _, members in self.themes for row in members]


def sides_of(report: Report, kommunen: Sequence[str]) -> PlacesBeside:
    """Return what stands side by side."""
    measures = measures_of(report)
    themes = tuple(side_by_side(report, kommunen, measures))
    rows = [row for _, members in themes for row in members]
    places = (*range(len(kommunen)), *_with_figures(rows, len(kommunen), len(measures)))
    areas = tuple((*kommunen, *measures)[place] for place in places)
    return PlacesBeside(tuple(kommunen), areas, places, themes)


def side_table(report: Report, sides: PlacesBeside) -> SideTable:
    """Return places side by side as a table."""
    geografie, kommunen, rows = report.geografie, sides.kommunen, sides.rows
    names = [geografie.name_of(ags) for ags in kommunen]
    has_telling = any(row.messung.indikator.wichtig for row in rows)
    telling = [row for row in rows if row.messung.indikator.wichtig or not has_telling]
    blocks = [
        _block(report, name, members, names, sides.places, has_telling)
        for name, members in sides.themes
    ]
    return SideTable(
        heading=beside.heading(names),
        sentence=beside.sentence(names, _count(telling, len(kommunen))),
        greatest=tuple(_greatest(telling, names)),
        places=tuple(
            Link(geografie.name_of(area), area_url(geografie, area)) for area in sides.areas
        ),
        telling=tuple(first for first, _ in blocks if first.rows),
        others=tuple(second for _, second in blocks if second.rows),
        caption=beside.caption(names),
        note=beside.explanation(names[0]),
        sources=beside.sources(row.messung.indikator for row in telling),
    )


def _with_figures(rows: Sequence[Beside], first: int, count: int) -> Iterator[int]:
    """Yield the numbers of those measures that any row has a figure of."""
    for place in range(first, first + count):
        if any(row.told[place].number is not None for row in rows):
            yield place


def _block(
    report: Report,
    name: str,
    rows: Sequence[Beside],
    names: Sequence[str],
    places: Sequence[int],
    has_telling: bool,
) -> tuple[SideBlock, SideBlock]:
    """Return the telling figures of a theme, and its others."""
    title = report.themen[name].titel
    parts: dict[bool, list[SideRow]] = {True: [], False: []}
    for row in rows:
        parts[row.messung.indikator.wichtig or not has_telling].append(_row(row, places))
    others = tuple(parts[False])
    caption, more = beside.caption(names, title), beside.more(len(others))
    return (
        SideBlock(name, title, tuple(parts[True])),
        SideBlock(name, title, others, caption, more),
    )


def _row(row: Beside, places: Sequence[int]) -> SideRow:
    indikator = row.messung.indikator
    return SideRow(
        indikator.titel,
        address_of(indikator.key),
        beside.unit_line(indikator, row.year),
        tuple(_cell(row, number) for number in places),
    )


def _cell(row: Beside, number: int) -> SideCell:
    indikator, one, kind = row.messung.indikator, row.told[number], row.kinds[number]
    if one.number is None:
        return SideCell("–", one.missing)
    digits = indikator.dezimalstellen
    text = format_number(one.number / 10**digits, digits)
    if kind:
        amount = beside.amount_of(indikator, kind, row.apart(number))
        return SideCell(text, beside.DIFFERENCES[kind], kind, amount)
    return SideCell(text, _note(row, one))


def _note(row: Beside, one: Told) -> str:
    """Return why a number does not compare, where that is not so for the whole row."""
    of_amt = [beside.SAID["whole_amt"]] * (one.whose in row.messung.geografie.aemter)
    when = [str(one.year)] * (one.year != row.year)
    few = [beside.SAID["few"]] * (row.compares and not one.compares)
    return ", ".join([*of_amt, *when] or few)


def _count(rows: Sequence[Beside], kommunen: int) -> Count:
    found = compared(rows, kommunen)
    higher = sum(set(row.kinds[1:kommunen]) == {beside.LESS} for row in found)
    lower = sum(set(row.kinds[1:kommunen]) == {beside.MORE} for row in found)
    alike = sum(set(row.kinds[1:kommunen]) == {beside.ALIKE} for row in found)
    return Count(len(found), higher, lower, alike)


def _greatest(rows: Sequence[Beside], names: Sequence[str]) -> Iterator[Greatest]:
    """Yield the greatest differences, of each theme one."""
    found = [one for one in extremes(compared(rows, len(names)), len(names)) if one.distance]
    ordered = sorted(found, key=lambda one: -one.distance)
    themes = {one.row.messung.indikator.thema.key: one for one in reversed(ordered)}
    first = [one for one in ordered if themes[one.row.messung.indikator.thema.key] is one]
    for one in first[: beside.GREATEST]:
        yield beside.greatest(
            one.row.messung.indikator,
            one.row.year,
            one.row.shown(0),
            one.row.shown(one.nearest),
            names[one.nearest],
            len(names) == 2,
        )


@dataclass(frozen=True, slots=True)
class SideFigure:
    """A figure for all places, as a program is told of it."""

    indikator: str
    title: str
    unit: str
    digits: int
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class SideFile:
    """All figures of places side by side, and what each area is called: its name, its level."""

    figures: tuple[SideFigure, ...]
    areas: Mapping[str, tuple[str, str, str]]

    def csv(self) -> bytes:
        """Return a line for each figure of each place."""
        return csv_bytes(beside.CSV_HEAD, (line for one in self.figures for line in self._of(one)))

    def _of(self, figure: SideFigure) -> Iterator[tuple[str, ...]]:
        for one in figure.told:
            value = None if one.number is None else one.number / 10**figure.digits
            year, number = str(one.year or ""), csv_number(value, one.mark)
            yield (
                *self.areas[one.whose],
                figure.indikator,
                figure.title,
                year,
                number,
                figure.unit,
            )


def side_file(report: Report, sides: PlacesBeside) -> SideFile:
    """Return places side by side as a file to take along."""
    geografie = report.geografie
    figures = tuple(_figure(row, sides.places) for row in sides.rows)
    areas = {one.whose for figure in figures for one in figure.told}
    cells = {area: area_cells(geografie, area) for area in sorted(areas)}
    return SideFile(figures, cells)


def _figure(row: Beside, places: Sequence[int]) -> SideFigure:
    one = row.messung.indikator
    told = tuple(row.told[place] for place in places)
    return SideFigure(one.key.name, one.titel, one.einheit, one.dezimalstellen, told)
