"""/daten/beschluesse.csv: a row for each decision.

id;adresse;beispiel;titel;datum;gremium;ergebnis;…
2016-11-16-handlungsfelder;https://…;nein;…;2016-11-16;Kreistag;beschlossen;…
"""

from fokusbericht.exports.daten.columns import (
    DAY,
    HEAD,
    TAIL,
    VORLAGE_URL,
    Column,
    ColumnKind,
    by_key,
    table,
)
from fokusbericht.exports.daten.following import STATE
from fokusbericht.exports.daten.plain import SEPARATOR, mixed, names
from fokusbericht.exports.daten.ties import concerned
from fokusbericht.exports.daten.votes import vote_columns
from fokusbericht.model.lives import Abstimmung, Ergebnis
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.report import Report
from fokusbericht.words.names import name_of_body


def _vote(_: Report, one: Beschluss) -> Abstimmung | None:
    return one.abstimmung


COLUMNS: tuple[Column[Beschluss], ...] = (
    *HEAD,
    Column("datum", f"Datum, {DAY}", lambda _, one: one.datum.isoformat(), ColumnKind.DATE),
    Column("gremium", "wer entschieden hat", name_of_body),
    Column(
        "ergebnis",
        ", ".join(one.value for one in Ergebnis),
        lambda _, one: one.ergebnis.value,
    ),
    *vote_columns(_vote),
    Column("vorlage", "Nummer der Vorlage; leer: nicht bekannt", lambda _, one: one.vorlage),
    Column("vorlage_url", VORLAGE_URL, lambda _, one: one.vorlage_url),
    Column(
        "url",
        "Adresse des Beschlusses im Kreistagsinformationssystem",
        lambda _, one: one.url,
    ),
    Column("kurz", "ein oder zwei Sätze", lambda _, one: one.kurz),
    *STATE,
    Column(
        "vorgaenger",
        "Kennungen früherer Beschlüsse in derselben Sache",
        lambda _, one: names(one.vorgaenger),
        ColumnKind.LIST,
        "beschluesse",
    ),
    Column(
        "empfehlungen",
        "ids der Empfehlungen, um die es ging",
        lambda report, one: SEPARATOR.join(key.name for key in concerned(report).get(one.key, ())),
        ColumnKind.LIST,
        "handlungsempfehlungen",
    ),
    Column(
        "betrifft",
        "alles, worauf sich der Beschluss nach seiner Seite bezieht, mit der Art davor: "
        "empfehlung:…, handlungsfeld:… und so weiter",
        lambda _, one: mixed(ref.key for ref in one.betrifft),
        ColumnKind.LIST,
    ),
    *TAIL,
)

TABLE = table(
    "beschluesse",
    "Beschlüsse",
    COLUMNS,
    lambda report: by_key(report.beschluesse.values()),
)
