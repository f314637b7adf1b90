"""What the profiles of Kommunen and Räume share: their figures by theme."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from fokusbericht.charts.drawn.sparkline import Sparkline, sparkline_svg
from fokusbericht.figures.change import Change, change_of
from fokusbericht.figures.grouping import ListEntry, Member, entries_with
from fokusbericht.model.base import Label, Quelle
from fokusbericht.model.figures import Ebene, Fehlgrund, Indikator, Zahlart
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Figure, FigureSeries
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import address_of
from fokusbericht.views import Cell, Link
from fokusbericht.words.amounts import short_unit
from fokusbericht.words.german import alphabetical, begun, counted
from fokusbericht.words.numbers import WORDS, value_text
from fokusbericht.words.secret import WORDS_NOTE

CHANGE_NOTE = (
    "▲ gestiegen, ▼ gesunken, = unverändert: verglichen mit dem letzten Jahr davor, für das es "
    "eine Zahl gibt, und so gerundet wie hier. Über einen Bruch in der Reihe hinweg wird nicht "
    "verglichen."
)
PRINTED = 3  # recommendations on paper; profil.css hides the others
FOLDED = 3  # fewer figures than these are not worth a fold
SHORT = 4  # a series with fewer years has no line of its own
MISSING = WORDS | {Fehlgrund.UNBEKANNT: "nicht bekannt"}


@dataclass(frozen=True, slots=True)
class SparkPicture:
    """A small line as plain data; it becomes SVG where a template prints it."""

    line: Sparkline

    def __html__(self) -> str:
        return sparkline_svg(self.line)


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """An indicator in a profile; `picture` is its course, `change` its last step.

    `printed` says that paper holds it, too.
    """

    cells: tuple[Cell, ...]
    picture: SparkPicture | None = None
    change: Change | None = None
    printed: bool = True


@dataclass(frozen=True, slots=True)
class RowBlock:
    """Rows that stand together: the series of a group under its name, or a figure alone."""

    title: str
    rows: tuple[ProfileRow, ...]
    printed: bool


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """The indicators of one theme: telling ones, and those that are folded below them."""

    name: str
    title: str
    href: str
    telling: tuple[RowBlock, ...]
    others: tuple[RowBlock, ...]
    more: str  # how many are folded: "Neun weitere Zahlen"
    printed: bool

    def rows(self) -> Iterator[ProfileRow]:
        """Yield all rows."""
        for block in (*self.telling, *self.others):
            yield from block.rows


NO_RANK = Cell("ohne", number=True)
RowMaker = Callable[[Messung], ProfileRow | None]
RowEntry = tuple[ListEntry, tuple[tuple[Member, ProfileRow], ...]]
Points = tuple[tuple[int, float | None], ...]


def theme_groups(
    report: Report, ebenen: tuple[Ebene, ...], make_row: RowMaker
) -> tuple[ThemeGroup, ...]:
    """Return the indicators of some levels by theme, each as a row; some have none of a place."""
    found = _entries_told(report, ebenen)
    every = chain.from_iterable(found.values())
    is_short = any(entry.is_important for entry in every)  # on paper
    groups = (
        _theme_group(report.themen[name], _rows_of(report, ones, make_row), is_short)
        for name, ones in found.items()
    )
    return tuple(group for group in groups if group.telling or group.others)


@query
def _entries_told(report: Report, ebenen: tuple[Ebene, ...]) -> Mapping[str, tuple[ListEntry, ...]]:
    """Return the entries of each theme that profiles tell: no examples, as places are real."""

    def is_told(one: Indikator) -> bool:
        return one.ebene in ebenen and not one.beispiel

    return {name: entries_with(report, name, is_told) for name in report.themen}


def _theme_group(theme: Label, entries: Iterable[RowEntry], is_short: bool) -> ThemeGroup:
    """Return a theme: telling figures are open; all are where none is telling or few are not."""
    found = list(entries)
    telling = tuple(_telling_blocks(found)) if is_short else ()
    others = tuple(_other_blocks(found, is_short))
    count = sum(len(block.rows) for block in others)
    if not is_short or count < FOLDED:
        telling, others, count = (*telling, *others), (), 0
    return ThemeGroup(
        name=theme.key.name,
        title=theme.titel,
        href=address_of(theme.key),
        telling=telling,
        others=others,
        more=_more(count, is_all=not telling),
        printed=_has_printed(telling),
    )


def _more(count: int, is_all: bool) -> str:
    """Return how many figures are folded; nothing where none is."""
    if not count:
        return ""
    one, many = ("Zahl", "Zahlen") if is_all else ("weitere Zahl", "weitere Zahlen")
    return begun(counted(count, one, many))


def _telling_blocks(found: Iterable[RowEntry]) -> Iterator[RowBlock]:
    """Yield each telling figure alone, by its full title."""
    rows = (row for _, some in found for one, row in some if one.indikator.wichtig)
    for row in sorted(rows, key=lambda one: alphabetical(one.cells[0].text)):
        yield RowBlock("", (row,), printed=True)


def _other_blocks(found: Iterable[RowEntry], is_short: bool) -> Iterator[RowBlock]:
    """Yield the other figures: series of a group stand under its name."""
    for entry, rows in found:
        kept = [(one, row) for one, row in rows if not (is_short and one.indikator.wichtig)]
        told = tuple(replace(_named(row, entry, one), printed=not is_short) for one, row in kept)
        if told:
            yield RowBlock(entry.title if entry.group else "", told, printed=not is_short)


def _rows_of(report: Report, found: Iterable[ListEntry], make_row: RowMaker) -> Iterator[RowEntry]:
    measured = messungen(report)
    for entry in found:
        made = ((one, make_row(measured[one.indikator.key.name])) for one in entry.members)
        yield entry, tuple((one, row) for one, row in made if row)


def _has_printed(parts: Iterable[ProfileRow | RowBlock]) -> bool:
    return any(one.printed for one in parts)


def _named(row: ProfileRow, entry: ListEntry, one: Member) -> ProfileRow:
    """Return the row of a series by its name within the group, under which it stands."""
    if not entry.group:
        return row
    first, *others = row.cells
    return replace(row, cells=(replace(first, text=one.name), *others))


def title_cell(indikator: Indikator, whose: str = "") -> Cell:
    """Return the title of an indicator, with a link to its page, and whose figure follows."""
    return Cell(indikator.titel, address_of(indikator.key), note=whose)


def number_text(indikator: Indikator, figure: Figure) -> str:
    """Return a figure, with a percent sign but no other unit, or in words why there is none."""
    if figure.value is None:
        return MISSING[figure.missing or Fehlgrund.UNBEKANNT]
    if indikator.einheit == "%":
        return value_text(indikator, figure)
    return format_number(figure.value, indikator.dezimalstellen)


def dated_cell(indikator: Indikator, figure: Figure, year: int, hidden: int = 0) -> Cell:
    """Return a figure with its unit and year, and the later year of which it is hidden."""
    is_bare = figure.value is None or indikator.einheit == "%"
    unit = "" if is_bare else short_unit(indikator, figure.value or 0)
    note = f"{unit}, {year}" if unit and year else unit or str(year or "")
    later = f"\n({hidden} {WORDS[Fehlgrund.GEHEIM]})" if hidden else ""  # profil.css keeps the line
    return Cell(number_text(indikator, figure), number=True, note=f"{note}{later}")


def unit_of(indikator: Indikator, figure: Figure) -> str:
    """Return the unit where neither the number nor the title of the indicator says it."""
    said = indikator.einheit == "%" or indikator.art is Zahlart.ANZAHL
    return "" if said or figure.value is None else indikator.einheit


def county_cell(messung: Messung, year: int) -> Cell:
    """Return the county's figure of an indicator in a year."""
    figure = messung.figure(messung.own, year)
    return Cell(number_text(messung.indikator, figure), number=True)


def day_of(indikator: Indikator, year: int) -> str:
    """Return the day a figure stands for, as far as it is known: "31.12.2023", "2022"."""
    return f"{indikator.stichtag if indikator.stichtag.endswith('.') else ''}{year}"


def county_text(messung: Messung, year: int) -> str:
    """Return the county's figure of the same year: "Kreis 49,3 %", or nothing."""
    figure = messung.figure(messung.own, year)
    return "" if figure.value is None else f"Kreis {number_text(messung.indikator, figure)}"


def row_of(messung: Messung, area: str, cells: Iterable[Cell], whose: str = "") -> ProfileRow:
    """Return an indicator of an area as a row: title, value, further cells, course, change.

    `whose` says that the figure is not that of the place the profile is about.
    """
    year, figure = messung.latest(area)
    dated = dated_cell(messung.indikator, figure, year, messung.hidden_year(area))
    first = (title_cell(messung.indikator, whose), dated)
    change = change_of(messung, area, year)
    return ProfileRow((*first, *cells), spark(messung, area), change)


def row_instead(messung: Messung, area: str, amt: str, year: int) -> ProfileRow:
    """Return the row of a Kommune of which only the Amt has the last figure: that as a note."""
    own = number_text(messung.indikator, messung.figure(area, year))
    noted = Cell(own, number=True, note=amt_text(messung, amt, year))
    cells = (title_cell(messung.indikator), noted, county_cell(messung, year), NO_RANK)
    return ProfileRow(cells, spark(messung, area))


def amt_text(messung: Messung, amt: str, year: int) -> str:
    """Return the figure of an Amt: "nur für das Amt Rantzau: 65,2 % (2022)"."""
    value = value_text(messung.indikator, messung.at(amt, year))
    return f"nur für das {messung.geografie.name_of(amt)}: {value} ({year})"


def spark(messung: Messung, area: str) -> SparkPicture | None:
    """Return the course of an area's figure; None if it has too few years."""
    series = messung.series(area)
    years = [year for year, figure in series.items() if figure.value is not None]
    if len(years) < SHORT:
        return None
    title = f"Verlauf von {years[0]} bis {years[-1]}"
    return SparkPicture(Sparkline(title, points_of(series), breaks_of(messung.indikator)))


def points_of(series: FigureSeries) -> Points:
    """Return a series as points of a line: (year, value), None where there is no value."""
    return tuple((year, figure.value) for year, figure in series.items())


def breaks_of(indikator: Indikator) -> tuple[int, ...]:
    """Return the years before which a series is cut."""
    return tuple(bruch.jahr for bruch in indikator.brueche)


def all_figures_link(report: Report, *ebenen: Ebene) -> Link:
    """Return the link down to the table of all figures."""
    number = sum(one.ebene in ebenen for one in report.indikatoren.values() if not one.beispiel)
    return Link(f"Alle {number} Zahlen als Tabelle", "#zahlen")


def printed_text(number: int) -> str:
    """Return what paper says where it shows only the first of many recommendations."""
    if number <= PRINTED:
        return ""
    return f"Gedruckt sind {PRINTED} von {number} Empfehlungen; alle stehen auf der Website."


def printed_figures(groups: Iterable[ThemeGroup]) -> str:
    """Return what paper says where it shows only the telling figures."""
    if all(row.printed for group in groups for row in group.rows()):
        return ""
    return "Gedruckt sind die wichtigsten Zahlen; alle stehen auf der Website."


def secret_note(rows: Iterable[ProfileRow]) -> str:
    """Return why figures are hidden, where a table tells that some are; nothing else."""
    cells = (cell for row in rows for cell in row.cells)
    word = WORDS[Fehlgrund.GEHEIM]
    return WORDS_NOTE if any(word in cell.text + cell.note for cell in cells) else ""


def source_by_figure(report: Report) -> Mapping[str, str]:
    """Return the name of the source of each indicator, by the address of its page."""
    return {address_of(one.key): one.quelle.name for one in report.indikatoren.values()}


def sources_of(report: Report, *ebenen: Ebene) -> tuple[Quelle, ...]:
    """Return where the figures of some levels come from, each source once."""
    found = {
        one.quelle.name: Quelle(one.quelle.name, one.quelle.url, lizenz=one.quelle.lizenz)
        for one in report.indikatoren.values()
        if one.ebene in ebenen
    }
    return tuple(found[name] for name in sorted(found, key=alphabetical))
