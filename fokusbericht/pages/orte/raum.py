"""/raeume/<slug>/ and /raeume/kreis/: several Kommunen together, and how they came together."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.figures import areas, profile
from fokusbericht.figures.areas import LocatorPicture
from fokusbericht.figures.headlines import Headline, headline_note, headlines
from fokusbericht.figures.population import (
    Population,
    people_day,
    people_text,
    population,
    scripts_of,
)
from fokusbericht.figures.profile import ProfileRow, ThemeGroup
from fokusbericht.figures.profile_files import plan_files
from fokusbericht.figures.ranking import Rank, hides_some, room_rank
from fokusbericht.figures.standouts import Standouts, county_standouts, room_standouts
from fokusbericht.model.base import Quelle
from fokusbericht.model.figures import Ebene, Fehlgrund
from fokusbericht.model.places import Betrachtungsraum
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.mentions import recommendations_naming, without_recommendations
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.pages.orte.cut import CutView, cut_view
from fokusbericht.problems import Place
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import KREIS_KEY, url_of
from fokusbericht.views import Cell, Fact, Link, RecommendationRow
from fokusbericht.words.county import joined
from fokusbericht.words.german import begun, counted
from fokusbericht.words.kreiskarte import COUNTY_ONLY
from fokusbericht.words.progress import rows_of
from fokusbericht.words.secret import BOTH_NOTE, RANK_NOTE, SPAN_NOTE, has_secret

TEMPLATE = "orte/raum.html"
STYLES = ("profil.css",)
PARENTS = (("Mein Ort", "/kommunen/"), ("Betrachtungsräume", "/raeume/"))
NOTE = (
    "Gerechnet aus den Zahlen der Kommunen: Anzahlen sind Summen, Anteile und Mittelwerte sind "
    "nach der Größe der Kommunen gewichtet. Wo einer Kommune die Zahl fehlt, steht kein Wert."
)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures by theme under a heading."""

    id: str
    title: str
    caption: str
    note: str
    secret_note: str
    head: tuple[str, ...]
    groups: tuple[ThemeGroup, ...]


@dataclass(frozen=True, slots=True)
class RaumView:
    """All that the profile of a Betrachtungsraum or of the county shows."""

    lead: str
    locator: LocatorPicture
    facts: tuple[Fact, ...]
    headlines: tuple[Headline, ...]
    headline_note: str
    all_figures: Link
    standouts: Standouts | None
    change_note: str
    member_title: str
    member_head: tuple[str, ...]
    members: tuple[tuple[Cell, ...], ...]
    member_caption: str
    population: Population | None
    tables: tuple[FigureTable, ...]
    downloads: tuple[Link, ...]
    sources: tuple[Quelle, ...]
    cut: CutView
    recommendations: tuple[RecommendationRow, ...]
    printed: str
    without: str
    more: Link


def plan(report: Report) -> Iterator[Output]:
    """Plan the profile of each Betrachtungsraum and of the county, with drawings and tables."""
    page, place = _kreis_page(report), Place("geo/raeume.yml")
    yield page_output(report, TEMPLATE, page, _kreis_view(report), place)
    yield from plan_files(report, report.geografie.schluessel, page.title, page.url, place)
    for raum in areas.sorted_raeume(report):
        page = _page(report, raum)
        yield page_output(report, TEMPLATE, page, _raum_view(report, raum), raum.place)
        yield from plan_files(report, raum.key.name, page.title, page.url, raum.place)


def _page(report: Report, raum: Betrachtungsraum) -> Page:
    order = tuple(one.key for one in areas.sorted_raeume(report))
    before, after = neighbours(report, order, raum.key)
    page = make_page(
        report,
        url_of(report, raum.key),
        f"Betrachtungsraum {raum.name}",
        raum.kurz,
        parents=PARENTS,
        key=raum.key,
        previous=before,
        following=after,
        styles=STYLES,
        scripts=scripts_of(report, raum.key.name),
    )
    return without_recommendations(page)


def _kreis_page(report: Report) -> Page:
    name = report.geografie.name
    description = f"{name} in Zahlen: alle Kommunen zusammen. {_kreis_lead(report)}"
    page = make_page(
        report,
        areas.KREIS_URL,
        name,
        description,
        parents=PARENTS,
        key=KREIS_KEY,
        styles=STYLES,
        scripts=scripts_of(report, report.geografie.schluessel),
    )
    return without_recommendations(page)


def _raum_view(report: Report, raum: Betrachtungsraum) -> RaumView:
    name, members = raum.key.name, raum.kommunen
    address = url_of(report, raum.key)
    keys = [raum.key, *(report.geografie.kommunen[ags].key for ags in members)]
    found = recommendations_naming(report, keys)
    top = tuple(headlines(report, name, lambda one, year: room_rank(one, name, year)))
    return RaumView(
        lead=raum.kurz,
        locator=areas.locator(report, f"Betrachtungsraum {raum.name}", members),
        facts=_facts(report, name, members),
        headlines=top,
        headline_note=headline_note(top),
        all_figures=profile.all_figures_link(report, Ebene.KOMMUNE),
        standouts=room_standouts(report, members),
        change_note=profile.CHANGE_NOTE,
        member_title="Kommunen im Raum",
        member_head=("Kommune", "Menschen", "Anteil", "Fläche"),
        members=tuple(areas.member_rows(report, name, members)),
        member_caption=_dated("Nach Bevölkerung", report, name),
        population=population(report, name, address),
        tables=(_table(report, name, members),),
        downloads=(Link("Alle Zahlen als CSV", f"{address}daten.csv"),),
        sources=profile.sources_of(report, Ebene.KOMMUNE),
        cut=cut_view(report, members),
        recommendations=rows_of(report, found),
        printed=profile.printed_text(len(found)),
        without="Bisher nennt keine Empfehlung diesen Raum oder eine Kommune in ihm.",
        more=Link("Alle Empfehlungen", "/handlungsempfehlungen/"),
    )


def _kreis_view(report: Report) -> RaumView:
    geografie = report.geografie
    area, kommunen = geografie.schluessel, tuple(geografie.kommunen)
    number = len(recommendations_naming(report, [KREIS_KEY]))
    counts = counted(number, "Empfehlung gilt", "Empfehlungen gelten")
    top = tuple(headlines(report, area, _no_rank))
    return RaumView(
        lead=_kreis_lead(report),
        locator=areas.locator(report, geografie.name, kommunen),
        facts=_facts(report, area, kommunen),
        headlines=top,
        headline_note=headline_note(top),
        all_figures=profile.all_figures_link(report, Ebene.KOMMUNE, Ebene.KREIS),
        standouts=county_standouts(report),
        change_note=profile.CHANGE_NOTE,
        member_title="Betrachtungsräume",
        member_head=("Betrachtungsraum", "Menschen", "Anteil", "Fläche"),
        members=tuple(areas.member_rows(report, area, geografie.raeume)),
        member_caption=_dated("Nach Bevölkerung", report, area),
        population=population(report, area, areas.KREIS_URL),
        tables=(_table(report, area, kommunen), _county_table(report, area)),
        downloads=(Link("Alle Zahlen als CSV", f"{areas.KREIS_URL}daten.csv"),),
        sources=profile.sources_of(report, Ebene.KOMMUNE, Ebene.KREIS),
        cut=cut_view(report, ()),
        recommendations=(),
        printed="",
        without=f"{begun(counts)} für den ganzen Kreis.",
        more=Link("Alle Empfehlungen", "/handlungsempfehlungen/"),
    )


def _kreis_lead(report: Report) -> str:
    geografie = report.geografie
    people = people_text(report, geografie.schluessel, with_day=True)
    kommunen, raeume = len(geografie.kommunen), len(geografie.raeume)
    parts = f"Der Bericht gliedert {kommunen} Kommunen in {raeume} Betrachtungsräume."
    size = areas.size_text(geografie.kommunen.values())
    return f"{parts} Auf {size} leben {people}." if people else parts


def _dated(words: str, report: Report, area: str) -> str:
    day = people_day(report, area)
    return f"{words} am {day}" if day else words


def _facts(report: Report, area: str, members: tuple[str, ...]) -> tuple[Fact, ...]:
    found = [report.geografie.kommunen[ags] for ags in members]
    facts = (
        Fact("Kommunen", str(len(found))),
        Fact("Bevölkerung", people_text(report, area, with_day=True)),
        Fact("Fläche", areas.size_text(found)),
    )
    return tuple(fact for fact in facts if fact.value)


def _table(report: Report, area: str, members: tuple[str, ...]) -> FigureTable:
    compared = area != report.geografie.schluessel
    spans = len(members) > 1

    def row(messung: Messung) -> ProfileRow:
        year, _ = messung.latest(area)
        county = profile.county_cell(messung, year)
        rank = Cell(_rank_text(messung, area, year), number=True)
        span = Cell(span_text(messung, members, year), number=True)
        cells = (*[county, rank] * compared, *[span] * spans)
        return profile.row_of(messung, area, cells)

    extra = (*["Kreis", "Rang"] * compared, *["Spanne der Kommunen"] * spans)
    head = ("Zahl", "Wert, Jahr", *extra, "Verlauf")
    groups = profile.theme_groups(report, Ebene.KOMMUNE, row)
    name = report.geografie.name_of(area)
    note = joined(NOTE, _left_out_note(report, area, compared, spans))
    why = profile.secret_note(groups)
    return FigureTable("zahlen", "Alle Zahlen", f"{name}: alle Zahlen", note, why, head, groups)


def _left_out_note(report: Report, area: str, compared: bool, spans: bool) -> str:
    """Return that ranks and spans are those of shown figures, where some are hidden."""
    local = (one for one in messungen(report).values() if one.is_local)
    if not any(hides_some(one, one.latest(area)[0]) for one in local):
        return ""
    if compared and spans:
        return BOTH_NOTE
    return RANK_NOTE * compared + SPAN_NOTE * (spans and not compared)


def _county_table(report: Report, area: str) -> FigureTable:
    def row(messung: Messung) -> ProfileRow:
        return profile.row_of(messung, area, ())

    groups = profile.theme_groups(report, Ebene.KREIS, row)
    note = "Diese Zahlen gibt es nur für den ganzen Kreis, nicht für einzelne Kommunen."
    head, title = ("Zahl", "Wert, Jahr", "Verlauf"), COUNTY_ONLY
    caption, why = f"{title} vorhandene Zahlen", profile.secret_note(groups)
    return FigureTable("kreiszahlen", title, caption, note, why, head, groups)


def _rank_text(messung: Messung, room: str, year: int) -> str:
    place, places = room_rank(messung, room, year)
    return f"{place}. von {places}" if place else "ohne"


def _no_rank(_: Messung, __: int) -> Rank:
    return 0, 0


def span_text(messung: Messung, members: tuple[str, ...], year: int) -> str:
    """Return from where to where the shown figures of Kommunen go, or why that is not told."""
    figures = [messung.figure(ags, year) for ags in members]
    values = [figure.value for figure in figures if figure.value is not None]
    if len(values) < 2:
        why = Fehlgrund.GEHEIM if has_secret(figures) else Fehlgrund.UNBEKANNT
        return profile.MISSING[why]
    ends = min(values), max(values)
    low, high = (format_number(value, messung.indikator.dezimalstellen) for value in ends)
    return f"{low} bis {high}"
