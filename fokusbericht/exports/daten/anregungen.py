"""/daten/anregungen.csv: a row for each suggestion of others than the focus groups.

id;adresse;beispiel;titel;datum;von;kurz;…
jugendbeirat;https://…;nein;…;2025-23;Kreisjugendring;…
"""

from fokusbericht.exports.daten.columns import DAY, HEAD, TAIL, Column, ColumnKind, by_key, table
from fokusbericht.exports.daten.following import STATE
from fokusbericht.exports.daten.plain import names
from fokusbericht.model.recommendations import Anregung

COLUMNS: tuple[Column[Anregung], ...] = (
    *HEAD,
    Column(
        "datum", f"wann sie aufkam, {DAY}", lambda _, one: one.datum.isoformat(), ColumnKind.DATE
    ),
    Column("von", "wer sie gegeben hat", lambda _, one: one.von),
    Column("kurz", "ein oder zwei Sätze", lambda _, one: one.kurz),
    *STATE,
    Column(
        "handlungsfelder",
        "Kennungen der Handlungsfelder",
        lambda _, one: names(one.handlungsfelder),
        ColumnKind.LIST,
        "handlungsfelder",
    ),
    *TAIL,
)

TABLE = table(
    "anregungen", "Anregungen", COLUMNS, lambda report: by_key(report.anregungen.values())
)
