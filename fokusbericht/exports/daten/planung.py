"""Tables of what planning hangs on: fields with their history, groups, bodies, topics, editions.

/daten/handlungsfelder.csv, feldverlauf.csv, fokusgruppen.csv, gremien.csv, themenspeicher.csv,
berichte.csv.
"""

from collections.abc import Iterator

from fokusbericht.exports.daten.columns import (
    DAY,
    EXAMPLE,
    HEAD,
    TAIL,
    Column,
    ColumnKind,
    by_key,
    table,
)
from fokusbericht.exports.daten.plain import SEPARATOR, mixed, names, yes_no
from fokusbericht.model.base import PartialDate, Thing
from fokusbericht.model.planning import (
    Aufnahme,
    Bericht,
    Feldschritt,
    Fokusgruppe,
    Gremienart,
    Gremium,
    Gruppenart,
    Handlungsfeld,
    Speicherthema,
    Verbindlichkeit,
    Vorschlagsart,
    Wandel,
)
from fokusbericht.model.report import Report

SHORT: Column[Thing] = Column("kurz", "ein oder zwei Sätze", lambda _, one: one.kurz)


def _day(known: PartialDate | None) -> str:
    return known.isoformat() if known else ""


# --- Handlungsfelder ------------------------------------------------------------------------------

FELD: tuple[Column[Handlungsfeld], ...] = (
    *HEAD,
    SHORT,
    Column(
        "reihenfolge",
        "an wievielter Stelle es steht",
        lambda _, one: str(one.reihenfolge),
        ColumnKind.INTEGER,
    ),
    Column(
        "kennzahlen",
        "Kennungen der Zahlen, die auf seiner Seite stehen",
        lambda _, one: names(one.kennzahlen),
        ColumnKind.LIST,
        "indikatoren",
    ),
    Column(
        "wechselwirkungen",
        "Kennungen der Felder, mit denen es zusammenhängt",
        lambda _, one: names(each.feld for each in one.wechselwirkungen),
        ColumnKind.LIST,
        "handlungsfelder",
    ),
    *TAIL,
)
FELDER = table(
    "handlungsfelder",
    "Handlungsfelder",
    FELD,
    lambda report: sorted(report.handlungsfelder.values(), key=lambda one: one.reihenfolge),
)

FieldStep = tuple[Handlungsfeld, int, Feldschritt]
CHANGE: tuple[Column[FieldStep], ...] = (
    Column(
        "handlungsfeld",
        "Kennung des Handlungsfelds",
        lambda _, one: one[0].key.name,
        refers="handlungsfelder",
    ),
    Column("nummer", "der wievielte Schritt", lambda _, one: str(one[1]), ColumnKind.INTEGER),
    Column("datum", f"Datum, {DAY}", lambda _, one: one[2].datum.isoformat(), ColumnKind.DATE),
    Column("was", ", ".join(one.value for one in Wandel), lambda _, one: one[2].was.value),
    Column(
        "stand", ", ".join(one.value for one in Verbindlichkeit), lambda _, one: one[2].stand.value
    ),
    Column("text", "was geschah", lambda _, one: one[2].text),
    Column("name", "wie das Feld danach heißt", lambda _, one: one[2].name),
    Column("vorher", "welchen Namen der Schritt aufnimmt", lambda _, one: one[2].vorher),
    Column("von", "aus welchem Feld ein Thema kommt", lambda _, one: one[2].von),
    Column(
        "vorrang",
        "ob das Feld Vorrang hat; leer: darum ging es nicht",
        lambda _, one: "" if one[2].vorrang is None else yes_no(one[2].vorrang),
        ColumnKind.FLAG,
    ),
    Column(
        "beschluss",
        "id des Beschlusses",
        lambda _, one: one[2].beschluss.key.name if one[2].beschluss else "",
        refers="beschluesse",
    ),
    Column("beispiel", EXAMPLE, lambda _, one: yes_no(one[0].beispiel), ColumnKind.FLAG),
)


def _changes(report: Report) -> Iterator[FieldStep]:
    for one in by_key(report.handlungsfelder.values()):
        for number, step in enumerate(one.verlauf, start=1):
            yield one, number, step


FELDVERLAUF = table(
    "feldverlauf",
    "Was mit den Handlungsfeldern geschah",
    CHANGE,
    _changes,
    key=("handlungsfeld", "nummer"),
    short="Geschichte der Felder",
)

# --- Groups and bodies ----------------------------------------------------------------------------

GRUPPE: tuple[Column[Fokusgruppe], ...] = (
    *HEAD,
    SHORT,
    Column("art", ", ".join(one.value for one in Gruppenart), lambda _, one: one.art.value),
    Column("seit", f"seit wann, {DAY}", lambda _, one: _day(one.seit), ColumnKind.DATE),
    Column("bis", "bis wann; leer: bis heute", lambda _, one: _day(one.bis), ColumnKind.DATE),
    Column(
        "handlungsfelder",
        "Kennungen der Handlungsfelder",
        lambda _, one: names(one.handlungsfelder),
        ColumnKind.LIST,
        "handlungsfelder",
    ),
    Column(
        "einrichtungen",
        "welche Einrichtungen mitarbeiten",
        lambda _, one: SEPARATOR.join(one.einrichtungen),
        ColumnKind.LIST,
    ),
    *TAIL,
)
GRUPPEN = table(
    "fokusgruppen",
    "Fokusgruppen und andere Gruppen",
    GRUPPE,
    lambda report: by_key(report.fokusgruppen.values()),
    short="Gruppen",
)

GREMIUM: tuple[Column[Gremium], ...] = (
    *HEAD,
    SHORT,
    Column("art", ", ".join(one.value for one in Gremienart), lambda _, one: one.art.value),
    *TAIL,
)
GREMIEN = table("gremien", "Gremien", GREMIUM, lambda report: by_key(report.gremien.values()))

# --- What was proposed for groups and topics, editions --------------------------------------------

SPEICHERTHEMA: tuple[Column[Speicherthema], ...] = (
    *HEAD,
    SHORT,
    Column("datum", f"Datum, {DAY}", lambda _, one: one.datum.isoformat(), ColumnKind.DATE),
    Column("von", "wer es vorgeschlagen hat", lambda _, one: one.von),
    Column(
        "vorschlag",
        ", ".join(one.value for one in Vorschlagsart),
        lambda _, one: one.vorschlag.value,
    ),
    Column(
        "fokusgruppe",
        "Kennung der Gruppe, die daraus wurde",
        lambda _, one: one.fokusgruppe.key.name if one.fokusgruppe else "",
        refers="fokusgruppen",
    ),
    Column(
        "entscheidung",
        f"{', '.join(one.value for one in Aufnahme)}; leer: noch keine",
        lambda _, one: one.entscheidung.aufnahme.value if one.entscheidung else "",
    ),
    Column(
        "entschieden",
        f"wann entschieden wurde, {DAY}",
        lambda _, one: _day(one.entscheidung.datum if one.entscheidung else None),
        ColumnKind.DATE,
    ),
    *TAIL,
)
SPEICHER = table(
    "themenspeicher",
    "Themenspeicher",
    SPEICHERTHEMA,
    lambda report: by_key(report.speicher.values()),
)

BERICHT: tuple[Column[Bericht], ...] = (
    *HEAD,
    SHORT,
    Column("jahr", "Jahr der Ausgabe", lambda _, one: str(one.jahr), ColumnKind.INTEGER),
    Column("form", "wie sie erschien", lambda _, one: one.form),
    Column("umfang", "wie lang sie ist, so weit bekannt", lambda _, one: one.umfang),
    Column("erschienen", f"wann, {DAY}", lambda _, one: _day(one.erschienen), ColumnKind.DATE),
    Column(
        "hebt_hervor",
        "was sie hervorhebt, mit der Art davor",
        lambda _, one: mixed(ref.key for ref in one.hebt_hervor),
        ColumnKind.LIST,
    ),
    *TAIL,
)
BERICHTE = table(
    "berichte", "Ausgaben des Berichts", BERICHT, lambda report: by_key(report.berichte.values())
)

TABLES = (FELDER, FELDVERLAUF, GRUPPEN, GREMIEN, SPEICHER, BERICHTE)
