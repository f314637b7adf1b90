"""What Kreiskarte and comparison say: the pages first, then their scripts, in the same words."""

from collections.abc import Mapping

from fokusbericht.model.figures import Ebene, Fehlgrund
from fokusbericht.statistics.messung import Messung
from fokusbericht.words import secret
from fokusbericht.words.german import SMALL, begun
from fokusbericht.words.verwaltungen import AREAS

RANK, VALUE, THIRD = "Rang", "Wert", "Drittel"
# A title and its year; where the title ends with a number, they would be read as one.
TOPIC = (("{title}", "{year}"), ("{title},", "Stand {year}"))
COUNTIES = ("Landkreis", "Kreis")  # enough of a name where there is little room
SIGNS = "ABCD"  # of the places that are pinned, which are no more
COUNTY_ONLY = "Nur für den ganzen Kreis"
RELEASE = "Auswahl aufheben"

# What areas of a level are called: one and many in a legend, many in a sentence, all of them, in
# all of them; as a choice, as a column of a table.
LEVELS: Mapping[str, Mapping[str, str]] = {
    "kommunen": {
        "one": "Kommune",
        "many": "Kommunen",
        "holders": "Kommunen",
        "all": "Kommunen",
        "of_all": "Kommunen",
        "title": "Kommunen",
        "column": "Kommune",
    },
    "aemter": {
        "one": "Gebiet",
        "many": "Gebiete",
        "holders": AREAS[Ebene.AMT][0],
        "all": AREAS[Ebene.AMT][1],
        "of_all": AREAS[Ebene.AMT][2],
        "title": AREAS[Ebene.AMT][0],
        "column": "Amt oder Kommune",
    },
    "raeume": {
        "one": "Raum",
        "many": "Räume",
        "holders": "Räume",
        "all": "Betrachtungsräume",
        "of_all": "Räumen",
        "title": "Betrachtungsräume",
        "column": "Betrachtungsraum",
    },
    "quartiere": {
        "one": "Quartier",
        "many": "Quartiere",
        "holders": "Quartiere",
        "all": "Quartiere",
        "of_all": "Quartieren",
        "title": "Quartiere",
        "column": "Quartier",
    },
    "masse": {
        "one": "Gebiet",
        "many": "Gebiete",
        "holders": "Gebiete",
        "all": "Gebiete",
        "of_all": "Gebieten",
        "title": "Kreis, Land und Bund",
        "column": "Gebiet",
    },
}


def titled(title: str, year: int) -> tuple[str, str]:
    """Return a title and what follows it: "Geburten", "2022"; "… seit 2013,", "Stand 2022"."""
    name, stand = TOPIC[title[-1:].isdigit()]
    return name.format(title=title), stand.format(year=year)


def topic(title: str, year: int) -> str:
    """Return a title with its year: "Geburten 2022", "Veränderung seit 2013, Stand 2022"."""
    return " ".join(titled(title, year))


def level_of(messung: Messung) -> str:
    """Return the level that the map of an indicator shows first."""
    return "kommunen" if messung.is_local else "aemter"


def legend_count(messung: Messung, count: int) -> str:
    """Return how many areas of a map there are: "12 Kommunen", "1 Gebiet"."""
    return f"{count} {LEVELS[level_of(messung)]['one' if count == 1 else 'many']}"


# What is said instead of a value.
WITHOUT = {
    Fehlgrund.NICHTS: "Hier gibt es nichts zu zählen.",
    Fehlgrund.GEHEIM: secret.REASON,
    Fehlgrund.UNSICHER: "Der Wert ist zu unsicher.",
}
INCOMPLETE = "Der Wert ist unvollständig: Nicht überall gibt es eine Angabe."

# What the page alone says of what its script does.
PAGE: Mapping[str, str] = {
    "county_only": "Nur für den Kreis",
    "to_map": "Zur Karte springen",
    "to_table": "Zur Tabelle springen",
    "csv": "Diese Werte als CSV",
    "course_csv": "Alle Jahre dieser Auswahl als CSV",
    "release": RELEASE,
    "hint": (
        "Wählen Sie einen Ort auf der Karte. "
        f"Bis zu {SMALL[len(SIGNS)]} Orte lassen sich zum Vergleich anheften."
    ),
    "help": (
        "Pfeiltasten: von Ort zu Ort. Eingabetaste: auswählen. Leertaste: anheften. "
        f"Escape: {RELEASE}."
    ),
}

MAP: Mapping[str, str] = {
    # the panel
    "whole_county": "Ganzer Kreis",
    "chosen": "Ausgewählt",
    "more": "{title}: alle Jahre und Daten",
    "pin": "Zum Vergleich anheften",
    "unpin": "Nicht mehr anheften",
    "unpin_one": "{name} nicht mehr anheften",
    "full": f"{begun(SMALL[len(SIGNS)])} Orte sind angeheftet",
    # its sentences
    "no_value": "Für {year} gibt es hier keine Angabe.",
    "share": "Das waren {share} Prozent der {whole} {place}.",
    "same": "Das war genauso viel wie {place} insgesamt ({whole}).",
    "beside_county": "Das waren {difference} {way} als {place} insgesamt ({whole}).",
    "beside_one": "Das war {difference} {way} als {place} insgesamt ({whole}).",
    "above": "mehr",
    "below": "weniger",
    "point": "Prozentpunkt",
    "points": "Prozentpunkte",
    "county": "{place} waren es {whole}.",
    "rank": "Das war Rang {rank} von {of}, gezählt vom höchsten Wert{aside}.",
    "rank_aside": "; geheim gehaltene Werte zählen nicht mit",
    "no_rank": "Einen Rang gibt es nicht, denn die Zahl beruht auf zu wenigen Fällen.",
    "beside": "Zum Vergleich: {others}.",
    # its course
    "course": "{title}, Verlauf {first} bis {last}",
    "course_gap": "Werte vor und ab {years} sind nicht vergleichbar.",
    # the years
    "only_year": "Diese Zahl gibt es bisher nur für {year}.",
    "no_year": "Für diese Ebene gibt es keine Werte.",
    "break": "{year}: {reason}. Werte davor und danach sind nicht vergleichbar.",
    "play": "Jahre abspielen",
    "stop": "Anhalten",
    "next_year": "Nächstes Jahr",
    # map, table, choice
    "only_county": "Diese Zahl gibt es nur für den ganzen Kreis: {value} ({year}).",
    "all": "Alle {count} {areas}",
    "caption": "{topic}, alle {areas}",
    "hits": "{count} Treffer",
    "no_hits": "keine Treffer",
}

# Of the file of what is shown: its columns, what an area is called in it, what it is named after.
CSV: Mapping[str, object] = {
    "head": ("ebene", "raum_schluessel", "raum", "jahr", "wert", "einheit", "quelle"),
    "levels": {
        "kommunen": "kommune",
        "aemter": "amt",
        "raeume": "betrachtungsraum",
        "quartiere": "quartier",
    },
    "measures": {"1": "bund", "2": "land"},  # by the length of their keys; all others are counties
    "county": "kreis",
}

COMPARISON: Mapping[str, object] = {
    "thirds": ("unteres Drittel", "mittleres Drittel", "oberes Drittel"),
    "third": THIRD,
    "too_few": "Für diese beiden Zahlen gibt es zu wenige gemeinsame Werte.",
    "both": "{x} und {y}",
    "dots": "Punktwolke: {both}",
    "map": "Karte: {both}. Die Werte stehen in der Tabelle.",
    "higher": "{title} höher",
    "page": "Diese beiden Zahlen auf einer Seite",
    "page_more": ", mit Bildern und Werten zum Mitnehmen",
    "no_place": "keiner",
    "choose": "Wählen Sie einen Ort in einem der Bilder: Er wird in beiden markiert.",
    "place": "Alle Zahlen zu {name}",
    "none_marked": "Kein Ort ist hervorgehoben.",
}
