"""/daten/berichtigungen.csv: a row for each correction.

datum;art;id;war;ist;grund;…
2023-10-06;beschluss;2023-09-13-wohnungsagentur;…
"""

from fokusbericht.exports.daten.columns import DAY, Column, ColumnKind, table
from fokusbericht.exports.daten.plain import permalink
from fokusbericht.model.base import Berichtigung, Thing

Corrected = tuple[Thing, Berichtigung]
COLUMNS: tuple[Column[Corrected], ...] = (
    Column(
        "datum", f"wann berichtigt, {DAY}", lambda _, one: one[1].datum.isoformat(), ColumnKind.DATE
    ),
    Column("art", "was berichtigt ist", lambda _, one: one[0].key.kind.value),
    Column("id", "seine Kennung", lambda _, one: one[0].key.name),
    Column("war", "was da stand", lambda _, one: one[1].war),
    Column("ist", "was richtig ist", lambda _, one: one[1].ist),
    Column("grund", "warum", lambda _, one: one[1].grund),
    Column("titel", "Überschrift", lambda _, one: one[0].titel),
    Column("adresse", "Adresse der Seite", lambda report, one: permalink(report, one[0].key)),
)

TABLE = table(
    "berichtigungen", "Berichtigungen", COLUMNS, lambda report: report.corrections(), key=()
)
