"""/daten/termine.csv: a row for each meeting.

id;adresse;beispiel;titel;art;datum;…
2022-11-18-steuerungsgruppe;https://…;nein;…;sitzung;2022-11-18;…
"""

from fokusbericht.exports.daten.columns import DAY, HEAD, TAIL, Column, ColumnKind, by_key, table
from fokusbericht.exports.daten.plain import SEPARATOR, names
from fokusbericht.model.planning import Termin

COLUMNS: tuple[Column[Termin], ...] = (
    *HEAD,
    Column("art", "sitzung, workshop, konferenz oder fachtag", lambda _, one: one.art.value),
    Column("datum", f"Datum, {DAY}", lambda _, one: one.datum.isoformat(), ColumnKind.DATE),
    Column("ort", "wo; leer: nicht bekannt", lambda _, one: one.ort),
    Column("kurz", "ein oder zwei Sätze", lambda _, one: one.kurz),
    Column(
        "ergebnisse",
        "was dabei herauskam",
        lambda _, one: SEPARATOR.join(one.ergebnisse),
        ColumnKind.LIST,
    ),
    Column(
        "handlungsfelder",
        "Kennungen der Handlungsfelder",
        lambda _, one: names(one.handlungsfelder),
        ColumnKind.LIST,
        "handlungsfelder",
    ),
    Column(
        "fokusgruppe",
        "Kennung der Gruppe, die tagte",
        lambda _, one: one.fokusgruppe.key.name if one.fokusgruppe else "",
        ColumnKind.TEXT,
        "fokusgruppen",
    ),
    *TAIL,
)

TABLE = table(
    "termine",
    "Termine",
    COLUMNS,
    lambda report: by_key(report.termine.values()),
)
