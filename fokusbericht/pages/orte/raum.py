"""/raeume/<slug>/ and /raeume/kreis/: several Kommunen together, and how they came together."""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.building.output import Output
from fokusbericht.figures import areas, profile
from fokusbericht.figures.population import people_day, people_text
from fokusbericht.figures.profile import ProfileRow
from fokusbericht.figures.ranking import Rank, hides_some, room_rank
from fokusbericht.figures.standouts import Standouts, county_standouts, room_standouts
from fokusbericht.model.figures import Ebene, Fehlgrund
from fokusbericht.model.places import KREIS, Betrachtungsraum
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.facets import RAUM, Value, matching, url_of_value
from fokusbericht.pages.frame.mentions import recommendations_naming
from fokusbericht.pages.frame.page import Page
from fokusbericht.pages.orte.cut import CutView, cut_view
from fokusbericht.pages.orte.profil import (
    FigureTable,
    ProfileView,
    figures_of,
    notes_on,
    plan_profile,
    profile_page,
    recommendations_of,
)
from fokusbericht.problems import Place
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_number
from fokusbericht.urls import KREIS_KEY, url_of
from fokusbericht.views import Cell, Fact, Link
from fokusbericht.words.county import joined
from fokusbericht.words.german import begun, counted
from fokusbericht.words.kreiskarte import COUNTY_ONLY
from fokusbericht.words.secret import BOTH_NOTE, RANK_NOTE, SPAN_NOTE, has_secret

TEMPLATE = "orte/raum.html"
PARENTS = (("Mein Ort", "/kommunen/"), ("Betrachtungsräume", "/raeume/"))
NOTE = (
    "Gerechnet aus den Zahlen der Kommunen: Anzahlen sind Summen, Anteile und Mittelwerte sind "
    "nach der Größe der Kommunen gewichtet. Wo einer Kommune die Zahl fehlt, steht kein Wert."
)
AMONG = "Ämter und amtsfreie Kommunen"
ALL_RECOMMENDATIONS = Link("Alle Empfehlungen", "/handlungsempfehlungen/")


@dataclass(frozen=True, slots=True)
class RaumView(ProfileView):
    """All that the profile of a Betrachtungsraum or of the county shows."""

    standouts: Standouts | None
    member_title: str
    member_head: tuple[str, ...]
    members: tuple[tuple[Cell, ...], ...]
    member_caption: str
    cut: CutView


def plan(report: Report) -> Iterator[Output]:
    """Plan the profile of each Betrachtungsraum and of the county, with drawings and tables."""
    area, place = report.geografie.schluessel, Place("geo/raeume.yml")
    yield from plan_profile(report, TEMPLATE, area, _kreis_page(report), _kreis_view(report), place)
    for raum in areas.sorted_raeume(report):
        page, view = _page(report, raum), _raum_view(report, raum)
        yield from plan_profile(report, TEMPLATE, raum.key.name, page, view, raum.place)


def _page(report: Report, raum: Betrachtungsraum) -> Page:
    return profile_page(
        report,
        raum.key.name,
        raum.key,
        url_of(report, raum.key),
        f"Betrachtungsraum {raum.name}",
        raum.kurz,
        parents=PARENTS,
        order=tuple(one.key for one in areas.sorted_raeume(report)),
    )


def _kreis_page(report: Report) -> Page:
    name = report.geografie.name
    return profile_page(
        report,
        report.geografie.schluessel,
        KREIS_KEY,
        areas.KREIS_URL,
        name,
        f"{name} in Zahlen: alle Kommunen zusammen. {_kreis_lead(report)}",
        parents=PARENTS,
    )


def _raum_view(report: Report, raum: Betrachtungsraum) -> RaumView:
    name, members = raum.key.name, raum.kommunen
    standouts = room_standouts(report, members)
    keys = [raum.key, *(report.geografie.kommunen[ags].key for ags in members)]
    return RaumView(
        lead=raum.kurz,
        locator=areas.locator(report, f"Betrachtungsraum {raum.name}", members),
        facts=_facts(report, name, members),
        figures=figures_of(
            report,
            name,
            url_of(report, raum.key),
            lambda one, year: room_rank(one, name, year),
            Ebene.KOMMUNE,
        ),
        said=_said(standouts),
        standouts=standouts,
        recommendations=recommendations_of(
            report,
            recommendations_naming(report, keys),
            "Bisher nennt keine Empfehlung diesen Raum oder eine Kommune in ihm.",
            _list_link(report, name),
        ),
        tables=(_table(report, name, members),),
        member_title="Kommunen im Raum",
        member_head=("Kommune", "Menschen", "Anteil", "Fläche"),
        members=tuple(areas.member_rows(report, name, members)),
        member_caption=_dated("Nach Bevölkerung", report, name),
        cut=cut_view(report, members),
    )


def _kreis_view(report: Report) -> RaumView:
    geografie = report.geografie
    area, kommunen = geografie.schluessel, tuple(geografie.kommunen)
    number = sum(not one.beispiel for one in recommendations_naming(report, [KREIS_KEY]))
    counts = counted(number, "Empfehlung gilt", "Empfehlungen gelten")
    standouts = county_standouts(report)
    return RaumView(
        lead=_kreis_lead(report),
        locator=areas.locator(report, geografie.name, kommunen),
        facts=_facts(report, area, kommunen),
        figures=figures_of(report, area, areas.KREIS_URL, _no_rank, *Ebene),
        said=_said(standouts),
        standouts=standouts,
        recommendations=recommendations_of(
            report, (), f"{begun(counts)} für den ganzen Kreis.", _list_link(report, KREIS)
        ),
        tables=(_table(report, area, kommunen), _county_table(report, area)),
        member_title="Betrachtungsräume",
        member_head=("Betrachtungsraum", "Menschen", "Anteil", "Fläche"),
        members=tuple(areas.member_rows(report, area, geografie.raeume)),
        member_caption=_dated("Nach Bevölkerung", report, area),
        cut=cut_view(report, ()),
    )


def _said(standouts: Standouts | None) -> tuple[str, ...]:
    return tuple(one.figure.href for one in standouts.items) if standouts else ()


def _list_link(report: Report, name: str) -> Link:
    """Return the list of the recommendations for a room, or of all if there is none for it."""
    value = Value(name, "", "")
    if not matching(report, RAUM, value):
        return ALL_RECOMMENDATIONS
    return Link("Als Liste mit Filtern", url_of_value(RAUM, value))


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
        inner, note = (members, "") if messung.is_local else (messung.lowest, AMONG)
        span = Cell(span_text(messung, inner, year), number=True, note=note)
        cells = (*[county, rank] * compared, *[span] * spans)
        return profile.row_of(messung, area, cells)

    extra = (*["Kreis", "Rang"] * compared, *["Spanne der Kommunen"] * spans)
    head = ("Zahl", "Wert, Jahr", *extra, "Verlauf")
    # An Amt may lie in several rooms: what is known of it says nothing about them.
    ebenen = (Ebene.KOMMUNE,) if compared else (Ebene.KOMMUNE, Ebene.AMT)
    groups = profile.theme_groups(report, ebenen, row)
    note = joined(NOTE, _left_out_note(report, area, compared, spans))
    notes = notes_on(groups, note, profile.CHANGE_NOTE)
    caption = report.geografie.name_of(area)
    return FigureTable(
        "zahlen", "Alle Zahlen", notes, head, groups, caption, profile.printed_figures(groups)
    )


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

    groups = profile.theme_groups(report, (Ebene.KREIS,), row)
    note = "Diese Zahlen gibt es nur für den ganzen Kreis, nicht für einzelne Kommunen."
    head, notes = ("Zahl", "Wert, Jahr", "Verlauf"), notes_on(groups, note)
    return FigureTable(
        "kreiszahlen",
        COUNTY_ONLY,
        notes,
        head,
        groups,
        COUNTY_ONLY,
        profile.printed_figures(groups),
    )


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
