"""What the profiles of Kommunen and Räume share: their figures by theme."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fokusbericht.charts.drawn.sparkline import Sparkline, sparkline_svg
from fokusbericht.figures.change import Change, change_of
from fokusbericht.model.base import Quelle
from fokusbericht.model.figures import Ebene, Fehlgrund, Indikator, Zahlart
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Figure, FigureSeries
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import address_of
from fokusbericht.views import Cell, Link
from fokusbericht.words.german import alphabetical
from fokusbericht.words.numbers import WORDS, value_text
from fokusbericht.words.secret import WORDS_NOTE

CHANGE_NOTE = (
    "▲ gestiegen, ▼ gesunken, = unverändert: verglichen mit dem letzten Jahr davor, für das es "
    "eine Zahl gibt, und so gerundet wie hier. Über einen Bruch in der Reihe hinweg wird nicht "
    "verglichen."
)
PRINTED = 3  # recommendations on paper; profil.css hides the others
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
    """An indicator in a profile; `picture` is its course, `change` its last step."""

    cells: tuple[Cell, ...]
    picture: SparkPicture | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """The indicators of one theme."""

    title: str
    href: str
    rows: tuple[ProfileRow, ...]


NO_RANK = Cell("ohne", number=True)
RowMaker = Callable[[Messung], ProfileRow | None]
Points = tuple[tuple[int, float | None], ...]


def theme_groups(
    report: Report, ebenen: tuple[Ebene, ...], make_row: RowMaker
) -> tuple[ThemeGroup, ...]:
    """Return the indicators of some levels by theme, each as a row; some have none of a place."""
    measured = messungen(report)
    groups = (
        ThemeGroup(
            theme.titel,
            address_of(theme.key),
            tuple(
                row
                for one in indicators_of(report, ebenen, name)
                if (row := make_row(measured[one.key.name]))
            ),
        )
        for name, theme in report.themen.items()
    )
    return tuple(group for group in groups if group.rows)


@query
def indicators_of(report: Report, ebenen: tuple[Ebene, ...], theme: str) -> tuple[Indikator, ...]:
    """Return the indicators of a theme that have figures down to one of these levels, by title.

    Examples are left out: what is told of a place is real.
    """
    found = [
        one
        for one in report.indikatoren.values()
        if one.thema.key.name == theme and one.ebene in ebenen and not one.beispiel
    ]
    return tuple(sorted(found, key=lambda one: alphabetical(one.titel)))


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
    unit = "" if indikator.einheit == "%" or figure.value is None else indikator.einheit
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


def secret_note(groups: Iterable[ThemeGroup]) -> str:
    """Return why figures are hidden, where a table tells that some are; nothing else."""
    cells = (cell for group in groups for row in group.rows for cell in row.cells)
    word = WORDS[Fehlgrund.GEHEIM]
    return WORDS_NOTE if any(word in cell.text + cell.note for cell in cells) else ""


def sources_of(report: Report, *ebenen: Ebene) -> tuple[Quelle, ...]:
    """Return where the figures of some levels come from, each source once."""
    found = {
        one.quelle.name: Quelle(one.quelle.name, one.quelle.url, lizenz=one.quelle.lizenz)
        for one in report.indikatoren.values()
        if one.ebene in ebenen
    }
    return tuple(found[name] for name in sorted(found, key=alphabetical))
