"""/kommunen/<slug>/: a Kommune in figures, where it lies, and what is said about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.figures import areas, profile
from fokusbericht.figures.areas import LocatorPicture
from fokusbericht.figures.headlines import Headline, headline_note, headlines
from fokusbericht.figures.population import Population, people_text, population, scripts_of
from fokusbericht.figures.profile import ProfileRow, ThemeGroup
from fokusbericht.figures.profile_files import plan_files
from fokusbericht.figures.ranking import hides_some, quarter_text, rank_of, rank_text
from fokusbericht.figures.similar import Similar, similar_kommunen
from fokusbericht.figures.standouts import Standouts, kommune_standouts
from fokusbericht.model.base import Quelle
from fokusbericht.model.figures import Ebene
from fokusbericht.model.places import Kommune
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import neighbours
from fokusbericht.pages.frame.mentions import recommendations_naming, without_recommendations
from fokusbericht.pages.frame.page import Page, make_page, page_output
from fokusbericht.statistics.borders import borders
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.urls import url_of
from fokusbericht.views import Cell, Fact, Link, RecommendationRow
from fokusbericht.words import secret
from fokusbericht.words.german import alphabetical, counted, with_article
from fokusbericht.words.progress import rows_of

TEMPLATE = "orte/kommune.html"

STYLES = ("profil.css",)
RANK_NOTE = (
    "Rang 1 hat die Kommune mit dem höchsten Wert. Gleiche Werte teilen sich einen Rang. "
    "Ein vorderer Rang ist weder gut noch schlecht."
)
HEAD = ("Zahl", "Wert, Jahr", "Kreis", "Rang", "Verlauf")


@dataclass(frozen=True, slots=True)
class KommuneView:
    """All that the profile of a Kommune shows."""

    lead: str
    locator: LocatorPicture
    facts: tuple[Fact, ...]
    headlines: tuple[Headline, ...]
    headline_note: str
    all_figures: Link
    standouts: Standouts | None
    rank_note: str
    change_note: str
    secret_note: str
    population: Population | None
    head: tuple[str, ...]
    groups: tuple[ThemeGroup, ...]
    caption: str
    downloads: tuple[Link, ...]
    sources: tuple[Quelle, ...]
    borders: str
    neighbours: tuple[Link, ...]
    similar: Similar | None
    recommendations: tuple[RecommendationRow, ...]
    printed: str
    without: str
    more: Link


def plan(report: Report) -> Iterator[Output]:
    """Plan the profile of each Kommune, with its drawings and tables."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for kommune in areas.sorted_kommunen(report):
        yield Batch(kommune.ags, partial(_plan_kommune, report, kommune))


def _plan_kommune(report: Report, kommune: Kommune) -> Iterator[Output]:
    page = _page(report, kommune)
    yield page_output(report, TEMPLATE, page, _view(report, kommune), kommune.place)
    yield from plan_files(report, kommune.ags, page.title, page.url, kommune.place)


def _page(report: Report, kommune: Kommune) -> Page:
    order = tuple(one.key for one in areas.sorted_kommunen(report))
    before, after = neighbours(report, order, kommune.key)
    page = make_page(
        report,
        url_of(report, kommune.key),
        kommune.name,
        f"{kommune.name} in Zahlen: Bevölkerung, Wohnen, Wahlen und mehr. {lead(report, kommune)}",
        parents=[("Mein Ort", "/kommunen/")],
        key=kommune.key,
        previous=before,
        following=after,
        styles=STYLES,
        scripts=scripts_of(report, kommune.ags),
    )
    return without_recommendations(page)


def _view(report: Report, kommune: Kommune) -> KommuneView:
    ags = kommune.ags
    address = url_of(report, kommune.key)
    found = recommendations_naming(report, [kommune.key])
    groups = profile.theme_groups(report, Ebene.KOMMUNE, lambda one: _row(one, ags))
    top = tuple(headlines(report, ags, lambda one, year: rank_of(one, ags, year)))
    return KommuneView(
        lead=lead(report, kommune),
        locator=areas.locator(report, kommune.name, (ags,)),
        facts=_facts(report, kommune),
        headlines=top,
        headline_note=headline_note(top),
        all_figures=profile.all_figures_link(report, Ebene.KOMMUNE),
        standouts=kommune_standouts(report, ags),
        rank_note=_rank_note(report, ags),
        change_note=profile.CHANGE_NOTE,
        secret_note=profile.secret_note(groups),
        population=population(report, ags, address),
        head=HEAD,
        groups=groups,
        caption=f"{kommune.name}: alle Zahlen",
        downloads=(Link("Alle Zahlen als CSV", f"{address}daten.csv"),),
        sources=profile.sources_of(report, Ebene.KOMMUNE),
        borders=_border_sentence(report, kommune),
        neighbours=_neighbours(report, kommune),
        similar=similar_kommunen(report, ags),
        recommendations=rows_of(report, found),
        printed=profile.printed_text(len(found)),
        without=f"Bisher nennt keine Empfehlung {kommune.name} beim Namen.",
        more=_room_link(report, kommune),
    )


def lead(report: Report, kommune: Kommune) -> str:
    """Return what a Kommune is, in one or two sentences."""
    raum = report.geografie.raeume[kommune.raum].name
    amt = f"gehört zum Amt {kommune.amt}" if kommune.amt else "amtsfrei"
    first = f"{kommune.name} ist {with_article(kommune.art)} im Betrachtungsraum {raum} und {amt}."
    return " ".join(part for part in (first, _people_sentence(report, kommune)) if part)


def _people_sentence(report: Report, kommune: Kommune) -> str:
    people = people_text(report, kommune.ags, with_day=True)
    return f"Auf {areas.size_text([kommune])} leben {people}." if people else ""


def _facts(report: Report, kommune: Kommune) -> tuple[Fact, ...]:
    room = areas.raum_link(report, kommune.raum)
    return (
        Fact("Betrachtungsraum", room.title, room.href),
        Fact("Verwaltung", f"Amt {kommune.amt}" if kommune.amt else "amtsfrei"),
        Fact("Fläche", areas.size_text([kommune])),
        Fact("Amtlicher Gemeindeschlüssel", kommune.ags),
    )


def _row(messung: Messung, ags: str) -> ProfileRow:
    year, _ = messung.latest(ags)
    quarter = quarter_text(messung, ags, year)
    rank = Cell(rank_text(messung, ags, year), number=True, note=quarter)
    return profile.row_of(messung, ags, (profile.county_cell(messung, year), rank))


def _rank_note(report: Report, ags: str) -> str:
    local = (one for one in messungen(report).values() if one.is_local)
    hidden = any(hides_some(one, one.latest(ags)[0]) for one in local)
    return f"{RANK_NOTE} {secret.RANK_NOTE}" if hidden else RANK_NOTE


def _room_link(report: Report, kommune: Kommune) -> Link:
    room = areas.raum_link(report, kommune.raum)
    return Link(f"Betrachtungsraum {room.title}: seine Kommunen und Empfehlungen", room.href)


def _border_sentence(report: Report, kommune: Kommune) -> str:
    number = len(borders(report)[kommune.ags])
    if not number:
        return f"{kommune.name} grenzt an keine andere Kommune."
    many = counted(number, "Kommune", "Kommunen")
    return f"{kommune.name} grenzt im Kreis an {many}:"


def _neighbours(report: Report, kommune: Kommune) -> tuple[Link, ...]:
    near = [report.geografie.kommunen[ags] for ags in borders(report)[kommune.ags]]
    return tuple(
        areas.kommune_link(report, one, _other_room(report, kommune, one))
        for one in sorted(near, key=lambda one: alphabetical(one.name))
    )


def _other_room(report: Report, kommune: Kommune, other: Kommune) -> str:
    if other.raum == kommune.raum:
        return ""
    return f"Betrachtungsraum {report.geografie.raeume[other.raum].name}"
