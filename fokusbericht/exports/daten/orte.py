"""Tables of places: Kommunen, Ämter, Betrachtungsräume with all their cuts, all areas at once.

/daten/kommunen.csv, aemter.csv, raeume.csv, zuordnung.csv (a row for each Kommune in each cut),
gebiete.csv (whatever has figures, each with what it belongs to).
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from fokusbericht.exports.daten.columns import Column, ColumnKind, OpenTable, table
from fokusbericht.exports.daten.plain import SEPARATOR, permalink
from fokusbericht.exports.daten.wholes import whole_of
from fokusbericht.exports.table import csv_number
from fokusbericht.model.places import BUND, Amt, Betrachtungsraum, Fassung, Kommune
from fokusbericht.model.report import Report
from fokusbericht.urls import KREIS_KEY

AGS = "amtlicher Gemeindeschlüssel, acht Ziffern"

# --- Kommunen -------------------------------------------------------------------------------------

KOMMUNE: tuple[Column[Kommune], ...] = (
    Column("id", "Kennung; sie bleibt", lambda _, one: one.key.name),
    Column("adresse", "Adresse der Seite", lambda report, one: permalink(report, one.key)),
    Column("ags", AGS, lambda _, one: one.ags, refers="gebiete"),
    Column("name", "Name", lambda _, one: one.name),
    Column("art", "Stadt, Gemeinde oder Flecken", lambda _, one: one.art),
    Column(
        "amt_schluessel",
        "Schlüssel des Amtes; leer: amtsfrei",
        lambda report, one: _amt(report, one),
        refers="aemter",
    ),
    Column("amt", "Name des Amtes", lambda _, one: one.amt),
    Column(
        "betrachtungsraum",
        "Kennung des Betrachtungsraums",
        lambda _, one: one.raum,
        refers="raeume",
    ),
    Column(
        "betrachtungsraum_titel",
        "Name des Betrachtungsraums",
        lambda report, one: report.geografie.raeume[one.raum].title,
    ),
    Column(
        "flaeche_km2",
        "Fläche in Quadratkilometern",
        lambda _, one: csv_number(one.flaeche_km2),
        ColumnKind.NUMBER,
    ),
    Column(
        "laenge",
        "geografische Länge des amtlichen Mittelpunkts in Grad",
        lambda _, one: csv_number(one.lon),
        ColumnKind.NUMBER,
    ),
    Column(
        "breite",
        "geografische Breite des amtlichen Mittelpunkts in Grad",
        lambda _, one: csv_number(one.lat),
        ColumnKind.NUMBER,
    ),
)


def _amt(report: Report, kommune: Kommune) -> str:
    amt = report.geografie.amt_of(kommune.ags)
    return amt.schluessel if amt else ""


def _kommunen(report: Report) -> list[Kommune]:
    return [one for _, one in sorted(report.geografie.kommunen.items())]


# --- Ämter ----------------------------------------------------------------------------------------

AMT: tuple[Column[Amt], ...] = (
    Column("schluessel", "Schlüssel, neun Ziffern", lambda _, one: one.schluessel),
    Column("name", "Name ohne das Wort Amt", lambda _, one: one.name),
    Column(
        "kommunen",
        f"Kommunen, die es verwaltet: je ihr {AGS}",
        lambda _, one: SEPARATOR.join(one.kommunen),
        ColumnKind.LIST,
        "gebiete",
    ),
)

# --- Betrachtungsräume ----------------------------------------------------------------------------

RAUM: tuple[Column[Betrachtungsraum], ...] = (
    Column("id", "Kennung; sie bleibt", lambda _, one: one.key.name),
    Column("adresse", "Adresse der Seite", lambda report, one: permalink(report, one.key)),
    Column("name", "Name, mit dem man ihn nicht für eine Stadt hält", lambda _, one: one.title),
    Column("kurz", "ein oder zwei Sätze", lambda _, one: one.kurz),
    Column(
        "zentren",
        f"Kommunen in seiner Mitte: je ihr {AGS}",
        lambda _, one: SEPARATOR.join(one.zentren),
        ColumnKind.LIST,
        "gebiete",
    ),
    Column(
        "kommunen",
        f"alle seine Kommunen: je ihr {AGS}",
        lambda _, one: SEPARATOR.join(one.kommunen),
        ColumnKind.LIST,
        "gebiete",
    ),
    Column("fassung", "Kennung des Zuschnitts", lambda report, _: _current(report).schluessel),
    Column(
        "seit",
        "seit wann dieser Zuschnitt gilt",
        lambda report, _: _current(report).seit.isoformat(),
        ColumnKind.DATE,
    ),
)


def _current(report: Report) -> Fassung:
    return max(report.geografie.fassungen, key=lambda one: one.seit)


class Membership(NamedTuple):
    """A Kommune in a room, in one cut."""

    fassung: Fassung
    raum: str
    ags: str


MEMBER: tuple[Column[Membership], ...] = (
    Column("fassung", "Kennung des Zuschnitts", lambda _, one: one.fassung.schluessel),
    Column("fassung_titel", "wie der Zuschnitt heißt", lambda _, one: one.fassung.titel),
    Column(
        "seit",
        "seit wann der Zuschnitt gilt",
        lambda _, one: one.fassung.seit.isoformat(),
        ColumnKind.DATE,
    ),
    Column("verfahren", "wie er entstanden ist", lambda _, one: one.fassung.verfahren),
    Column(
        "betrachtungsraum",
        "Kennung des Betrachtungsraums",
        lambda _, one: one.raum,
        refers="raeume",
    ),
    Column("ags", AGS, lambda _, one: one.ags, refers="gebiete"),
    Column(
        "kommune",
        "Name der Kommune",
        lambda report, one: report.geografie.kommunen[one.ags].name,
    ),
    Column(
        "abweichung",
        "warum sie woanders liegt, als das Modell sagt; leer: keine Abweichung",
        lambda _, one: _override(one),
    ),
)


def _override(one: Membership) -> str:
    found = (each.grund for each in one.fassung.uebersteuerungen if each.ags == one.ags)
    return next(found, "")


def _members(report: Report) -> Iterator[Membership]:
    for fassung in sorted(report.geografie.fassungen, key=lambda one: one.seit):
        for raum, members in fassung.zuordnung.items():
            yield from (Membership(fassung, raum, ags) for ags in sorted(members))


# --- Whatever has figures -------------------------------------------------------------------------

AREA: tuple[Column[str], ...] = (
    Column("schluessel", "amtlicher Schlüssel oder Kennung", lambda _, one: one),
    Column(
        "ebene",
        "kommune, quartier, amt, betrachtungsraum, kreis, land oder bund",
        lambda report, one: report.geografie.level_of(one),
    ),
    Column("name", "Name", lambda report, one: report.geografie.name_of(one)),
    Column(
        "liegt_in",
        "wozu es gehört: ein Quartier zur Kommune, diese zum Betrachtungsraum, dieser zum Kreis",
        lambda report, one: _whole(report, one),
        refers="gebiete",
    ),
    Column("adresse", "Adresse der Seite, wo es eine gibt", lambda report, one: _page(report, one)),
)


def _areas(report: Report) -> Iterator[str]:
    """Yield all areas, the larger ones first."""
    geografie = report.geografie
    yield from sorted(geografie.vergleich, key=lambda key: (key != BUND, len(key), key))
    yield geografie.schluessel
    for areas in (geografie.raeume, geografie.aemter, geografie.kommunen, geografie.quartiere):
        yield from sorted(areas)


def _whole(report: Report, area: str) -> str:
    geografie = report.geografie
    whole = whole_of(geografie, area)
    own = (geografie.schluessel, *geografie.raeume, *geografie.kommunen, *geografie.vergleich)
    return whole if whole in own else ""


def _page(report: Report, area: str) -> str:
    geografie = report.geografie
    if area == geografie.schluessel:
        return permalink(report, KREIS_KEY)
    found = geografie.kommunen.get(area) or geografie.raeume.get(area)
    return permalink(report, found.key) if found else ""


def _placed(one: OpenTable) -> OpenTable:
    return replace(one, section="zahlen")


KOMMUNEN = _placed(table("kommunen", "Kommunen", KOMMUNE, _kommunen))
AEMTER = _placed(
    table(
        *("aemter", "Ämter", AMT),
        lambda report: [one for _, one in sorted(report.geografie.aemter.items())],
        key=("schluessel",),
    )
)
RAEUME = _placed(
    table("raeume", "Betrachtungsräume", RAUM, lambda report: report.geografie.raeume.values())
)
ZUORDNUNG = _placed(
    table(
        *("zuordnung", "Welche Kommune in welchem Raum liegt, in jedem Zuschnitt", MEMBER),
        _members,
        key=("fassung", "ags"),
        short="Zuordnung",
    )
)
GEBIETE = _placed(
    table(
        *("gebiete", "Alle Gebiete mit Werten", AREA, _areas), key=("schluessel",), short="Gebiete"
    )
)
