"""Tables of words: /daten/begriffe.csv, themen.csv, zielgruppen.csv.

id;adresse;begriff;kurzform;erklaerung;siehe;quellen
ags;https://…/glossar/#ags;Amtlicher Gemeindeschlüssel;AGS;…
"""

from dataclasses import replace

from fokusbericht.exports.daten.columns import Column, ColumnKind, table
from fokusbericht.exports.daten.plain import mixed, permalink, resolved, sources
from fokusbericht.model.base import Label
from fokusbericht.model.texts import Begriff

BEGRIFF: tuple[Column[Begriff], ...] = (
    Column("id", "Kennung; sie bleibt", lambda _, one: one.key.name),
    Column("adresse", "Adresse im Glossar", lambda report, one: permalink(report, one.key)),
    Column("begriff", "der Begriff", lambda _, one: one.begriff),
    Column("kurzform", "Abkürzung", lambda _, one: one.kurzform),
    Column(
        "erklaerung",
        "was er bedeutet, in Markdown; Links sind durch Titel ersetzt",
        lambda report, one: resolved(report, one.erklaerung),
    ),
    Column(
        "siehe",
        "was dazugehört, mit der Art davor",
        lambda _, one: mixed(ref.key for ref in one.siehe),
        ColumnKind.LIST,
    ),
    Column(
        "quellen",
        "Quellen, je mit Adresse in spitzen Klammern, wo es eine gibt",
        lambda _, one: sources(one.quellen),
        ColumnKind.LIST,
    ),
)
BEGRIFFE = table(
    "begriffe",
    "Begriffe des Glossars",
    BEGRIFF,
    lambda report: sorted(report.begriffe.values(), key=lambda one: one.key),
    short="Begriffe",
)

LABEL: tuple[Column[Label], ...] = (
    Column("id", "Kennung; sie bleibt", lambda _, one: one.key.name),
    Column("titel", "Titel", lambda _, one: one.titel),
)
THEMEN = replace(
    table("themen", "Themen der Zahlen", LABEL, lambda report: report.themen.values()),
    section="zahlen",
)
ZIELGRUPPEN = table("zielgruppen", "Zielgruppen", LABEL, lambda report: report.zielgruppen.values())
TABLES = (BEGRIFFE, ZIELGRUPPEN)
