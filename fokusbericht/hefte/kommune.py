"""A Kommune on two pages: where it lies, what differs there, its figures, what concerns it."""

from collections.abc import Iterator, Mapping

from fokusbericht.charts.vega.lines import line_size
from fokusbericht.figures import profile
from fokusbericht.figures.different import Differences, differences_of
from fokusbericht.figures.headlines import headline_note, headlines
from fokusbericht.figures.population import population_chart, population_of, population_sentence
from fokusbericht.figures.profile import ProfileRow, ThemeGroup
from fokusbericht.figures.ranking import rank_of, rank_text
from fokusbericht.figures.similar import similar_kommunen
from fokusbericht.figures.stances import NAMES, stances_of_kommunen
from fokusbericht.hefte.drawings import MakeDrawing, draw_course, draw_locator, draw_strip
from fokusbericht.hefte.frame import Printable, figure_sources, heft, in_turn, name_in
from fokusbericht.hefte.heft import (
    HeftFigure,
    HeftPart,
    HeftRow,
    HeftSentence,
    HeftTable,
    RowGroup,
)
from fokusbericht.hefte.matters import as_today, entries_of, rank_at
from fokusbericht.model.base import Kind
from fokusbericht.model.editions import Illustration
from fokusbericht.model.figures import Ebene, Indikator
from fokusbericht.model.lives import Vorgang
from fokusbericht.model.places import Kommune
from fokusbericht.model.report import Report
from fokusbericht.pages.orte.kommune import lead
from fokusbericht.statistics.aggregate import Figure
from fokusbericht.statistics.messung import Messung
from fokusbericht.text.formatting import format_date, format_number
from fokusbericht.urls import address_of
from fokusbericht.views import Cell
from fokusbericht.words import hefte as words
from fokusbericht.words.amounts import short_unit
from fokusbericht.words.german import begun
from fokusbericht.words.hefte import NONE
from fokusbericht.words.numbers import source_line

# From here on rank what stands in a table: what a Kommune says, and its figures.
STANCES, FIGURES = 4, 20
NO_BREAK = "\u00a0"  # between a number and a unit that is a word
LOCATOR, PEOPLE = "lage", "bevoelkerung"  # drawings


def printable(report: Report, kommune: Kommune) -> Printable:
    """Return the handout of a Kommune with its drawings."""
    ags = kommune.ags
    differences, groups = differences_of(report, ags), _groups(report, kommune)
    people, drawn = _people(report, kommune)
    where, heard = draw_locator(report, ags)
    strips = {
        f"streifen-{number}": draw_strip(report, one.picture.strip)
        for number, one in enumerate(differences.items if differences else ())
    }
    first = (
        _glance(report, ags),
        _different(kommune.name, differences),
        people,
        _similar(report, ags),
    )
    second = (_matters(report, kommune), _stances(report, kommune), _table(report, kommune, groups))
    shown = [name for group in groups for name in _names(group)]
    sources = figure_sources(report.indikatoren[name] for name in shown)
    whole = heft(
        report, kommune.key, lead(report, kommune), (first, second), sources, (LOCATOR, heard)
    )
    return Printable(whole, {LOCATOR: where, **strips, **drawn})


def _glance(report: Report, ags: str) -> HeftPart:
    found = tuple(headlines(report, ags, lambda messung, year: rank_of(messung, ags, year)))
    return HeftPart(
        title=words.AT_A_GLANCE,
        figures=tuple(
            HeftFigure(
                label=one.label,
                value=one.value,
                unit=one.unit,
                year=one.year,
                beside=" · ".join(
                    filter(None, (one.beside, one.change.text if one.change else ""))
                ),
            )
            for one in found
        ),
        note=headline_note(found),
    )


def _different(name: str, differences: Differences | None) -> HeftPart:
    if differences is None:
        return HeftPart("")
    return HeftPart(
        title=differences.title,
        lead=" ".join(filter(None, (differences.compared, differences.without))),
        sentences=tuple(
            HeftSentence(
                heading=one.heading,
                text=one.text,
                rank=number,
                drawing=f"streifen-{number}",
                heard=one.picture.strip.text,
            )
            for number, one in enumerate(differences.items)
        ),
        note=" ".join(filter(None, (differences.alike, _others(name, differences)))),
    )


def _others(name: str, differences: Differences) -> str:
    return words.strip_legend(name, differences.others) if differences.items else ""


def _similar(report: Report, ags: str) -> HeftPart:
    found = similar_kommunen(report, ags)
    if found is None:
        return HeftPart("")
    return HeftPart(
        title=words.SIMILAR,
        lead=found.sentence,
        sentences=tuple(
            HeftSentence(one.kommune.title, f"{begun(one.reason)}.", number)
            for number, one in enumerate(found.items)
        ),
        is_half=True,
    )


# --- How many people ------------------------------------------------------------------------------


def _people(report: Report, kommune: Kommune) -> tuple[HeftPart, Mapping[str, MakeDrawing]]:
    """Return how many people live there over the years, as a sentence and a chart."""
    messung, chart = population_of(report), population_chart(report, kommune.ags)
    if messung is None or chart is None:
        return HeftPart(""), {}
    said, indikator = population_sentence(messung, kommune.ags), messung.indikator
    known = [(year, value) for year, value in chart.series[0].points if value is not None]
    (width, height), (narrow, tall) = (line_size(chart, is_narrow) for is_narrow in (False, True))
    picture = Illustration(
        name=PEOPLE,
        title=chart.title,
        alt=f"{chart.title}. {chart.description}",
        caption=said,
        source=source_line(indikator),
        href=address_of(indikator.key),
        width=width,
        height=height,
        width_narrow=narrow,
        height_narrow=tall,
        columns=words.PEOPLE_COLUMNS,
        rows=tuple((str(year), format_number(value)) for year, value in known),
    )
    return HeftPart(words.PEOPLE, illustrations=(picture,), is_half=True), {
        PEOPLE: draw_course(report, chart)
    }


# --- Figures by theme -----------------------------------------------------------------------------


def _groups(report: Report, kommune: Kommune) -> tuple[ThemeGroup, ...]:
    """Return the telling figures of a Kommune by theme, each with room, county and rank."""
    is_told = not kommune.amt or report.geografie.amt_of(kommune.ags)
    levels = (Ebene.KOMMUNE, Ebene.AMT) if is_told else (Ebene.KOMMUNE,)
    return profile.theme_groups(report, levels, lambda one: _row(one, kommune))


def _row(messung: Messung, kommune: Kommune) -> ProfileRow:
    """Return a figure of a Kommune; of which there is only that of its Amt, as that of the Amt."""
    ags = kommune.ags
    amt, _ = messung.amt_instead(ags) or ("", 0)
    area = amt or messung.area_of(ags)
    year, figure = messung.latest(area)
    text = _value(messung.indikator, figure)
    if hidden := messung.hidden_year(area):
        text = f"{text} ({words.hidden(hidden)})"
    if area != ags:
        whose = f"{messung.geografie.name_of(area)}: {text}"
        return _cells(messung, whose, str(year), NONE, year, NONE)
    room = _room_text(messung, kommune, year)
    return _cells(messung, text, str(year or ""), room, year, rank_text(messung, ags, year))


def _value(indikator: Indikator, figure: Figure) -> str:
    """Return a figure with its unit, unless the title says what is counted."""
    text = profile.number_text(indikator, figure)
    unit = profile.unit_of(indikator, figure) and short_unit(indikator, figure.value or 0)
    return f"{text}{NO_BREAK}{unit}" if unit else text


def _cells(messung: Messung, value: str, shown: str, room: str, year: int, rank: str) -> ProfileRow:
    county = profile.county_cell(messung, year).text
    cells = map(Cell, (value, shown, room, county, rank))
    return ProfileRow((profile.title_cell(messung.indikator), *cells))


def _room_text(messung: Messung, kommune: Kommune, year: int) -> str:
    if not messung.is_local:
        return NONE
    return profile.number_text(messung.indikator, messung.figure(kommune.raum, year))


def _has_room(report: Report, kommune: Kommune) -> bool:
    """Say whether its room is more than the Kommune itself."""
    return len(report.geografie.raeume[kommune.raum].kommunen) > 1


def _printed(group: ThemeGroup) -> tuple[ProfileRow, ...]:
    return tuple(row for row in group.rows() if row.printed)


def _names(group: ThemeGroup) -> Iterator[str]:
    """Yield the keys of the figures of a theme that are printed."""
    return (name_in(row.cells[0].href) for row in _printed(group))


def _table(report: Report, kommune: Kommune, groups: tuple[ThemeGroup, ...]) -> HeftPart:
    """Return the table; the first figure of each theme stays longest."""
    has_room = _has_room(report, kommune)
    rows = [_printed(group) for group in groups]
    ranks = {id(row): FIGURES + number for number, row in enumerate(in_turn(rows))}
    table = HeftTable(
        caption=words.figure_caption(kommune.name),
        head=words.figure_head(kommune.name, has_room),
        groups=tuple(
            RowGroup(
                group.title, tuple(HeftRow(_texts(one, has_room), ranks[id(one)]) for one in some)
            )
            for group, some in zip(groups, rows, strict=True)
            if some
        ),
        widths=(10, 6, 2, 4, 4, 4) if has_room else (10, 6, 2, 4, 4),
        numbers=(1, 3, 4, 5) if has_room else (1, 3, 4),
    )
    shown = [row for some in rows for row in some]
    return HeftPart(words.FIGURES, table=table, note=profile.secret_note(shown))


def _texts(row: ProfileRow, has_room: bool) -> tuple[str, ...]:
    title, value, year, room, *rest = (cell.text for cell in row.cells)
    return (title, value, year, *((room,) if has_room else ()), *rest)


# --- What concerns it -----------------------------------------------------------------------------


def _matters(report: Report, kommune: Kommune) -> HeftPart:
    """Return what names the Kommune or its room, the most urgent first."""
    found = [one.vorgang for one in as_today(report, _naming(report, kommune))]
    raum = report.geografie.raeume[kommune.raum].title if _has_room(report, kommune) else ""
    return HeftPart(
        title=words.matters_of_place(report.geografie, kommune.ags),
        lead="" if found else words.not_named(kommune.name, raum),
        entries=entries_of(report, found),
    )


def _naming(report: Report, kommune: Kommune) -> list[Vorgang]:
    """Return the recommendations, decisions and suggestions that name a Kommune or its room."""
    raum = report.geografie.raeume[kommune.raum].key
    naming = [key for one in (kommune.key, raum) for key in report.backlinks.get(one, ())]
    stands = [key for key, _ in stances_of_kommunen(report).get(kommune.key, ())]
    kinds = (Kind.EMPFEHLUNG, Kind.BESCHLUSS, Kind.ANREGUNG)
    keys = dict.fromkeys(key for key in (*naming, *stands) if key.kind in kinds)
    found = (report.thing(key) for key in keys)
    return [one for one in found if isinstance(one, Vorgang)]


def _stances(report: Report, kommune: Kommune) -> HeftPart:
    found = stances_of_kommunen(report).get(kommune.key, ())
    if not found:
        return HeftPart("")
    rows = tuple(
        HeftRow(
            (
                report.titles[key],
                NAMES[stance.meinung],
                format_date(stance.datum),
                stance.text or NONE,
            ),
            rank_at(number, STANCES),
        )
        for number, (key, stance) in enumerate(found)
    )
    table = HeftTable(words.STANCES, words.STANCE_HEAD, (RowGroup("", rows),), (5, 3, 3, 6))
    return HeftPart(words.STANCES, table=table)
