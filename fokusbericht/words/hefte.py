"""What handouts say around their figures: headings, heads of tables, what has no room, the foot."""

from collections.abc import Mapping

from fokusbericht.model.figures import Fehlgrund
from fokusbericht.model.places import Geografie
from fokusbericht.words.numbers import WORDS as ABSENT
from fokusbericht.words.places import place_of

# --- Around all of them ---

WORDS: Mapping[str, str] = {
    "sources": "Quellen",
    "map": "Karte",
    "more": "Alles dazu, mit Karten, Zeitreihen und Quellen",
    "stand": "Stand",
    "page": "Seite {page}",
    "shortened": "Hier {shown} von {all}; alle stehen auf der Website.",
    "shortened_text": "Gekürzt; der ganze Text steht auf der Website.",
    "notes": "Platz für Notizen",
}
NONE = "–"  # in a cell of a table

# --- Of a Kommune ---

AT_A_GLANCE = "Auf einen Blick"
SIMILAR = "Ähnliche Kommunen"
PEOPLE = "Wie viele Menschen hier leben"
PEOPLE_COLUMNS = ("Jahr", "Menschen")
FIGURES = "Die wichtigsten Zahlen"
STANCES = "Haltung der Kommune"
STANCE_HEAD = ("Worum es geht", "Haltung", "seit", "Was sie dazu sagt")
ROOM, COUNTY, RANK = "Raum", "Kreis", "Rang"


def figure_head(name: str, has_room: bool) -> tuple[str, ...]:
    """Return the head of the table of a Kommune."""
    return ("Zahl", name, "Jahr", *((ROOM,) if has_room else ()), COUNTY, RANK)


def figure_caption(name: str) -> str:
    """Return what the table of a Kommune shows."""
    return f"{name}: die wichtigsten Zahlen nach Themen"


def strip_legend(name: str, others: str) -> str:
    """Return what the signs of the strips mean."""
    return f"Die Streifen zeigen {name} gefüllt, {others} hohl, den ganzen Kreis als Raute."


def hidden(year: int) -> str:
    """Return that a later figure is hidden."""
    return f"{year} {ABSENT[Fehlgrund.GEHEIM]}"


def not_named(name: str, raum: str) -> str:
    """Return that nothing names a Kommune, or its room where that is more."""
    either = f" oder den {raum}" if raum.startswith("Raum ") else ""
    return f"Bisher nennt keine Empfehlung und kein Beschluss {name}{either} beim Namen."


def matters_of_place(geografie: Geografie, ags: str) -> str:
    """Return what heads the matters that name a Kommune: Worum es auf Helgoland geht."""
    return f"Worum es {place_of(geografie, ags)} geht"


# --- Of a Handlungsfeld ---

KEY_FIGURES = "Zahlen, die man kennen sollte"
ON_MAP, COURSE, BOTH = "Auf der Karte", "Im Verlauf", "Karte und Verlauf"
MATTERS = "Empfehlungen und Beschlüsse"
NO_MATTERS = "Zu diesem Handlungsfeld ist keine Empfehlung und kein Beschluss verzeichnet."
NEXT = "Was als Nächstes kommt"
NEXT_HEAD = ("Bis wann", "Worum es geht", "Was", "Wer")
NO_NEXT = "Ein nächster Schritt ist nicht bekannt."
GROUPS = "Wer daran arbeitet"
NO_GROUPS = "Eine Fokusgruppe zu diesem Handlungsfeld ist nicht verzeichnet."
UNKNOWN = "nicht bekannt"

# --- Of a body ---

LIES_HERE = "Was hier liegt"
OPEN = "Was aus früheren Entscheidungen noch offen ist"
OPEN_HEAD = ("Worum es geht", "Stand", "Nächster Schritt")
NOTHING_OPEN = "Aus den Entscheidungen, die hier verzeichnet sind, ist nichts mehr offen."
SILENT = "Worum es still geworden ist"
SILENT_HEAD = ("Worum es geht", "Stand", "Keine Nachricht")
NOT_SILENT = "Um nichts, was hier beraten wurde, ist es seit einem Jahr oder länger still."
DECIDED = "Was hier zuletzt beraten und entschieden wurde"
DECIDED_HEAD = ("Datum", "Worum es ging", "Ergebnis", "Heute")
NOTHING_DECIDED = "Beratungen und Entscheidungen sind nicht verzeichnet."
UNTOLD = "Ergebnis nicht bekannt"
CONTINUED = "in späteren fortgeführt"
DATES = "Die nächsten Fristen"
NO_DATES = "Eine Frist, die noch kommt, ist nicht verzeichnet."
BASIS = "Keine Nachricht heißt nicht, dass nichts geschieht: Hier steht, was belegt ist."


def elsewhere(geografie: Geografie) -> str:
    """Return what heads all else that is followed: Was im Kreis Pinneberg sonst ansteht."""
    return f"Was {place_of(geografie, geografie.schluessel)} sonst ansteht"
