"""/daten/verlauf.csv: a row for each step of a recommendation.

empfehlung;nummer;datum;schritt;…
2022-01;1;2022;vorgeschlagen;…
"""

from collections.abc import Iterator

from fokusbericht.exports.daten.columns import (
    DAY,
    EXAMPLE,
    VORLAGE_URL,
    Column,
    ColumnKind,
    by_key,
    table,
)
from fokusbericht.exports.daten.plain import permalink, yes_no
from fokusbericht.exports.daten.votes import vote_columns
from fokusbericht.model.lives import Abstimmung, Ergebnis, Schritt, Verlaufsschritt
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.words.names import name_of_body

NumberedStep = tuple[Handlungsempfehlung, int, Verlaufsschritt]


def _vote(report: Report, one: NumberedStep) -> Abstimmung | None:
    return report.vote_at(one[2])


COLUMNS: tuple[Column[NumberedStep], ...] = (
    Column(
        "empfehlung",
        "id der Empfehlung",
        lambda _, one: one[0].key.name,
        ColumnKind.TEXT,
        "handlungsempfehlungen",
    ),
    Column(
        "nummer",
        "der wievielte Schritt ihres Weges",
        lambda _, one: str(one[1]),
        ColumnKind.INTEGER,
    ),
    Column("datum", f"Datum, {DAY}", lambda _, one: one[2].datum.isoformat(), ColumnKind.DATE),
    Column(
        "schritt",
        f"{', '.join(one.value for one in Schritt)}",
        lambda _, one: one[2].schritt.value,
    ),
    Column(
        "ergebnis",
        "nur bei ausschuss und kreistag: " + ", ".join(one.value for one in Ergebnis),
        lambda _, one: one[2].ergebnis.value if one[2].ergebnis else "",
    ),
    Column(
        "stand",
        "Stand der Empfehlung nach diesem Schritt; leer, wo er sich nicht ändert",
        lambda _, one: stand.value if (stand := one[2].stand()) else "",
    ),
    Column(
        "gremium",
        "wer beraten oder entschieden hat",
        lambda report, one: name_of_body(report, one[2]),
    ),
    *vote_columns(_vote),
    Column("vorlage", "Nummer der Vorlage", lambda _, one: one[2].vorlage),
    Column("vorlage_url", VORLAGE_URL, lambda _, one: one[2].vorlage_url),
    Column(
        "beschluss",
        "id des Beschlusses",
        lambda _, one: one[2].beschluss.key.name if one[2].beschluss else "",
        ColumnKind.TEXT,
        "beschluesse",
    ),
    Column("text", "was geschah, höchstens drei Sätze", lambda _, one: one[2].text),
    Column("beispiel", EXAMPLE, lambda _, one: yes_no(one[0].beispiel), ColumnKind.FLAG),
    Column("titel", "Überschrift der Empfehlung", lambda _, one: one[0].titel),
    Column(
        "adresse",
        "Adresse der Seite der Empfehlung",
        lambda report, one: permalink(report, one[0].key),
    ),
)


def _steps(report: Report) -> Iterator[NumberedStep]:
    for one in by_key(report.empfehlungen.values()):
        for number, step in enumerate(one.verlauf, start=1):
            yield one, number, step


TABLE = table("verlauf", "Schritte der Empfehlungen", COLUMNS, _steps, key=("empfehlung", "nummer"))
