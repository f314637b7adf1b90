"""/daten/indikatoren.csv: a row for each indicator, with all that is said of it.

id;adresse;beispiel;titel;kurz;thema;thema_titel;einheit;…
leerstandsquote;https://…;nein;Leerstandsquote;…;wohnen;Wohnen;%;…
"""

from dataclasses import replace

from fokusbericht.exports.daten.columns import HEAD, TAIL, Column, ColumnKind, table
from fokusbericht.exports.daten.plain import SEPARATOR, names, yes_no
from fokusbericht.exports.table import csv_number
from fokusbericht.model.figures import Ebene, Indikator, Richtung, Zahlart

COLUMNS: tuple[Column[Indikator], ...] = (
    *HEAD,
    Column("kurz", "was die Zahl sagt", lambda _, one: one.kurz),
    Column(
        "thema",
        "Kennung des Themas",
        lambda _, one: one.thema.key.name,
        refers="themen",
    ),
    Column("einheit", "Einheit", lambda _, one: one.einheit),
    Column("art", ", ".join(one.value for one in Zahlart), lambda _, one: one.art.value),
    Column("zaehler", "was gezählt wird, bei Anteilen", lambda _, one: one.zaehler),
    Column("nenner", "wovon es ein Anteil ist", lambda _, one: one.nenner),
    Column(
        "je",
        "auf wie viele sich ein Anteil oder eine Rate bezieht",
        lambda _, one: csv_number(one.je),
        ColumnKind.NUMBER,
    ),
    Column(
        "gewicht",
        "bei Mittelwerten: die Zahl, mit der Gebiete zusammengefasst werden",
        lambda _, one: one.gewicht.key.name if one.gewicht else "",
        refers="indikatoren",
    ),
    Column(
        "abgeleitet_aus",
        "Zahlen, aus denen sie berechnet ist",
        lambda _, one: _origins(one),
        ColumnKind.LIST,
        "indikatoren",
    ),
    Column(
        "dezimalstellen",
        "mit wie vielen Stellen hinter dem Komma die Seiten sie zeigen",
        lambda _, one: str(one.dezimalstellen),
        ColumnKind.INTEGER,
    ),
    Column("richtung", ", ".join(one.value for one in Richtung), lambda _, one: one.richtung.value),
    Column(
        "ebene",
        f"die unterste Ebene mit Werten: {', '.join(one.value for one in Ebene)}",
        lambda _, one: one.ebene.value,
    ),
    Column(
        "jahr_von",
        "erstes Jahr mit Werten",
        lambda _, one: str(min(one.years(), default="")),
        ColumnKind.INTEGER,
    ),
    Column(
        "jahr_bis",
        "letztes Jahr mit Werten",
        lambda _, one: str(max(one.years(), default="")),
        ColumnKind.INTEGER,
    ),
    Column("stichtag", "Tag oder Zeitraum, für den sie gilt", lambda _, one: one.stichtag),
    Column(
        "brueche",
        "Jahre, ab denen anders gezählt wird: Werte davor und danach sind nicht vergleichbar",
        lambda _, one: SEPARATOR.join(f"{each.jahr}: {each.grund}" for each in one.brueche),
        ColumnKind.LIST,
    ),
    Column("methode", "wie sie ermittelt wird", lambda _, one: one.methode),
    Column("hinweis", "was beim Lesen zu beachten ist", lambda _, one: one.hinweis),
    Column(
        "geheim",
        "ob Werte geheim gehalten werden, wo sie zu wenige Menschen betreffen",
        lambda _, one: yes_no(bool(one.geheimhaltung and not one.geheimhaltung.keine)),
        ColumnKind.FLAG,
    ),
    Column(
        "handlungsfelder",
        "Kennungen der Handlungsfelder",
        lambda _, one: names(one.handlungsfelder),
        ColumnKind.LIST,
        "handlungsfelder",
    ),
    Column("quelle", "woher die Werte stammen", lambda _, one: one.quelle.name),
    Column("quelle_url", "Adresse der Quelle", lambda _, one: one.quelle.url),
    Column("lizenz", "unter welcher Lizenz die Werte stehen", lambda _, one: one.quelle.lizenz),
    Column(
        "stand",
        "Stand der Quelle oder Tag des Abrufs",
        lambda _, one: one.stand.isoformat(),
        ColumnKind.DATE,
    ),
    *TAIL,
)


def _origins(one: Indikator) -> str:
    refs = (one.ableitung.von, one.ableitung.durch) if one.ableitung else ()
    return names(ref for ref in refs if ref)


TABLE = replace(
    table(
        *("indikatoren", "Alle Zahlen und was sie bedeuten", COLUMNS),
        lambda report: report.indikatoren.values(),
        short="Indikatoren",
    ),
    section="zahlen",
)
