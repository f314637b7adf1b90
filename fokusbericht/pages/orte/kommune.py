"""/kommunen/<slug>/: a Kommune in figures, where it lies, and what is said about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from fokusbericht.building.output import Output
from fokusbericht.cards import Card
from fokusbericht.figures import areas, profile
from fokusbericht.figures.cards import place_card
from fokusbericht.figures.different import Differences, differences_of
from fokusbericht.figures.peers import peers_of
from fokusbericht.figures.population import people_text
from fokusbericht.figures.profile import ProfileRow
from fokusbericht.figures.ranking import Rank, hides_some, rank_text
from fokusbericht.figures.similar import Similar, similar_kommunen
from fokusbericht.figures.stances import NAMES, stances_of_kommunen
from fokusbericht.model.figures import Ebene
from fokusbericht.model.places import Kommune
from fokusbericht.model.reading import Batch, unbatched
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.cards import plan_card, with_card
from fokusbericht.pages.frame.mentions import recommendations_naming
from fokusbericht.pages.frame.page import Page
from fokusbericht.pages.orte.profil import (
    FigureTable,
    ProfileView,
    figures_of,
    notes_on,
    plan_profile,
    profile_page,
    recommendations_of,
)
from fokusbericht.statistics.borders import borders
from fokusbericht.statistics.messung import Messung, messungen
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import side_url, url_of
from fokusbericht.views import Cell, Fact, Link
from fokusbericht.words import secret
from fokusbericht.words.german import alphabetical, counted
from fokusbericht.words.phrases import listing

TEMPLATE = "orte/kommune.html"
RANK_NOTE = (
    "Rang 1 hat die Kommune mit dem höchsten Wert. Gleiche Werte teilen sich einen Rang; ob ein "
    "hoher Wert gut ist, sagt er nicht."
)
AMONG = "unter Ämtern und amtsfreien Kommunen"
HEAD = ("Zahl", "Wert, Jahr", "Kreis", "Rang", "Verlauf")


STANCE_HEAD = ("Worum es geht", "Haltung", "seit", "Was sie dazu sagt")


@dataclass(frozen=True, slots=True)
class KommuneView(ProfileView):
    """All that the profile of a Kommune shows."""

    differences: Differences | None
    beside: Link | None  # where it stands beside those most like it
    borders: str
    neighbours: tuple[Link, ...]
    similar: Similar | None
    stance_head: tuple[str, ...]
    stances: tuple[tuple[Cell, ...], ...]


def plan(report: Report) -> Iterator[Output]:
    """Plan the profile of each Kommune, with its drawings and tables."""
    return unbatched(batches(report))


def batches(report: Report) -> Iterator[Batch[Output]]:
    """Return a batch for each of them."""
    for kommune in areas.sorted_kommunen(report):
        yield Batch(kommune.ags, partial(_plan_kommune, report, kommune))


def _plan_kommune(report: Report, kommune: Kommune) -> Iterator[Output]:
    view, card = _view(report, kommune), card_of(report, kommune)
    page = with_card(report, _page(report, kommune), card)
    yield from plan_card(report, page, card, kommune.place)
    yield from plan_profile(report, TEMPLATE, kommune.ags, page, view, kommune.place)


def card_of(report: Report, kommune: Kommune) -> Card:
    """Return what is shown where its profile is shared."""
    what = f"{kommune.art}{_in_room(report, kommune)}"
    return place_card(report, kommune, what, _told(kommune))


def _told(kommune: Kommune) -> str:
    return f"{kommune.name} in Zahlen: Bevölkerung, Wohnen, Wahlen und mehr."


def _page(report: Report, kommune: Kommune) -> Page:
    return profile_page(
        report,
        kommune.ags,
        kommune.key,
        url_of(report, kommune.key),
        kommune.name,
        f"{_told(kommune)} {lead(report, kommune)}",
        parents=[("Mein Ort", "/kommunen/")],
        order=tuple(one.key for one in areas.sorted_kommunen(report)),
    )


def _view(report: Report, kommune: Kommune) -> KommuneView:
    ags = kommune.ags
    differences = differences_of(report, ags)
    return KommuneView(
        lead=lead(report, kommune),
        locator=areas.locator(report, kommune.name, (ags,)),
        facts=_facts(report, kommune),
        figures=figures_of(
            report,
            ags,
            url_of(report, kommune.key),
            _without_rank,
            *_ebenen(report, kommune),
        ),
        said=tuple(one.href for one in differences.items) if differences else (),
        differences=differences,
        beside=_beside(report, kommune),
        recommendations=recommendations_of(
            report,
            recommendations_naming(report, [kommune.key]),
            f"Bisher nennt keine Empfehlung {kommune.name} beim Namen.",
            _room_link(report, kommune),
        ),
        tables=(_table(report, kommune),),
        borders=_border_sentence(report, kommune),
        neighbours=_neighbours(report, kommune),
        stance_head=STANCE_HEAD,
        stances=tuple(_stances(report, kommune)),
        similar=similar_kommunen(report, ags),
    )


def _beside(report: Report, kommune: Kommune) -> Link | None:
    """Return the link to the Kommune beside those most like it; None where it is the only one."""
    peers = peers_of(report, kommune.ags)
    if peers is None:
        return None
    names = listing([report.geografie.name_of(ags) for ags in peers.nearest])
    return Link(f"Neben ähnliche Orte stellen: {names}", side_url(kommune.key))


def _without_rank(_: Messung, __: int) -> Rank:
    """The few figures on top leave ranks to the table of all."""
    return 0, 0


def _stances(report: Report, kommune: Kommune) -> Iterator[tuple[Cell, ...]]:
    """Yield what the Kommune stands to, and how, the newest first."""
    for key, stance in stances_of_kommunen(report).get(kommune.key, ()):
        yield (
            Cell(report.titles[key], url_of(report, key)),
            Cell(NAMES[stance.meinung]),
            Cell(format_date(stance.datum)),
            Cell(stance.text),
        )


def lead(report: Report, kommune: Kommune) -> str:
    """Return what a Kommune is: Stadt im Raum Elmshorn, ohne Amt · 51.342 Menschen · 21,4 km²."""
    parts = (
        f"{kommune.art}{_in_room(report, kommune)}",
        people_text(report, kommune.ags, with_day=True),
        areas.size_text([kommune]),
    )
    return " · ".join(part for part in parts if part)


def _in_room(report: Report, kommune: Kommune) -> str:
    """Return in which room and which Amt it lies; a room of its own says nothing more."""
    raum = report.geografie.raeume[kommune.raum]
    if len(raum.kommunen) == 1:
        return f" im Amt {kommune.amt}" if kommune.amt else " ohne Amt"
    return f" im Raum {raum.name}, {f'Amt {kommune.amt}' if kommune.amt else 'ohne Amt'}"


def _facts(report: Report, kommune: Kommune) -> tuple[Fact, ...]:
    room = areas.raum_link(report, kommune.raum)
    return (
        Fact("Betrachtungsraum", room.title, room.href),
        Fact("Verwaltung", f"Amt {kommune.amt}" if kommune.amt else "amtsfrei"),
        Fact("Fläche", areas.size_text([kommune])),
        Fact("Amtlicher Gemeindeschlüssel", kommune.ags),
    )


def _ebenen(report: Report, kommune: Kommune) -> tuple[Ebene, ...]:
    """Return the levels whose figures are told of a Kommune: of its Amt only if that is listed."""
    is_told = not kommune.amt or report.geografie.amt_of(kommune.ags)
    return (Ebene.KOMMUNE, Ebene.AMT) if is_told else (Ebene.KOMMUNE,)


def _table(report: Report, kommune: Kommune) -> FigureTable:
    ags = kommune.ags
    ebenen = _ebenen(report, kommune)
    groups = profile.theme_groups(report, ebenen, lambda one: _row(one, ags))
    notes = notes_on(groups, _rank_note(report, ags), profile.CHANGE_NOTE)
    return FigureTable(
        "zahlen", "Alle Zahlen", notes, HEAD, groups, kommune.name, profile.printed_figures(groups)
    )


def _row(messung: Messung, ags: str) -> ProfileRow:
    if instead := messung.amt_instead(ags):
        return profile.row_instead(messung, ags, *instead)
    area = messung.area_of(ags)
    year, _ = messung.latest(area)
    county = profile.county_cell(messung, year)
    if area != ags:  # what is true of the Amt together need not be true of the Kommune
        whose = messung.geografie.name_of(area)
        return profile.row_of(messung, area, (county, profile.NO_RANK), whose)
    note = "" if messung.is_local else AMONG
    rank = Cell(rank_text(messung, ags, year), number=True, note=note)
    return profile.row_of(messung, ags, (county, rank))


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
