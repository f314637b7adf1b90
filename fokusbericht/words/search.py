"""What the search says, and which German words it passes over; its script says it in the same."""

from collections.abc import Mapping

from fokusbericht.model.base import Kind
from fokusbericht.words.names import KIND_NAMES, KINDS_PLURAL
from fokusbericht.words.phrases import AND
from fokusbericht.words.places import AT

PAGE, PAGE_NAME = "uebersicht", "Seite"  # pages of the site that are no thing of the report

# What a kind is called: one of it in a list of hits, many as a choice.
KINDS: Mapping[str, tuple[str, str]] = {
    **{kind.value: (name, KINDS_PLURAL[kind]) for kind, name in KIND_NAMES.items()},
    Kind.RAUM.value: ("Raum", KINDS_PLURAL[Kind.RAUM]),
    Kind.INDIKATOR.value: ("Zahl", KINDS_PLURAL[Kind.INDIKATOR]),
    Kind.SEITE.value: (PAGE_NAME, "Grundlagen und Hinweise"),
    PAGE: (PAGE_NAME, "Übersichten"),
}

# Words of questions and sentences that nobody looks for.
STOP_WORDS = (
    "ab aber alle allen aller alles als also am an auch auf aus bei beim bin bis bitte da dann "
    "das dass dem den denn der des dessen die dies diese dieser dieses doch dort durch ein eine "
    "einem einen einer eines er es etwa für gab geben gegen gerade gibt haben hat hatte hier ich "
    "ihr ihre ihrer im in ins ist ja je jede jeden jeder kann kein keine keinen keiner können man "
    "mehr mein meine meiner mich mir mit muss nach nicht noch nur ob oder ohne pro sehr sein sich "
    "sie sind so soll sollen sowie über um und uns unser unsere unter vom von vor wann war waren "
    "warum was wegen welche welchem welchen welcher welches wenn wer werden wie wieso wieviel "
    "wieviele viel viele wir weit wird wo wohin wurde wurden zeig zeige zu zum zur zwischen "
    "vergleich vergleichen gegenüber versus vs suche hoch bekomme bekommt finde findet"
)
# Words that say little beside others: who asks how many children live here asks for children.
SOFT_WORDS = (
    "aktuell aktuelle aktueller angebot angebote anteil anzahl bedarf bekommen bestand brauche "
    "daten dienst dienste durchschnitt durchschnittlich durchschnittliche durchschnittlicher "
    "entwicklung finden gefunden gerne gross gut heute hoch höhe info informationen infos jahr "
    "jahre jahren jährig jährige kommen konzept kosten kostet leben lebt leute mangel menge "
    "menschen nächste nächsten nächster nähe neu neue neuer personen plan planung platz plätze "
    "preis preise problem probleme prozent quote quoten situation stand statistik stehen steht "
    "stelle stellen suchen termin teuer thema trend verteilung wohnhaft wohnt zahl zahlen zurzeit"
)
# What asks for the meaning of a word: terms of the glossary come first.
MEANING = ("was ist", "was sind", "was bedeutet", "was bedeuten", "was heißt", "definition")
# What stands between the two halves of a long word.
COMPOUND_LINKS = ("", "s", "n", "en", "es", "er", "e")
# Before the name of a Kommune or its postcode.
TOWN_WORDS = ("stadt", "gemeinde", "kommune", "ort", "insel", "plz", "postleitzahl")
COUNTY_WORDS = ("kreis", "landkreis", "ganzer kreis", "kreisweit")
WHOLE_COUNTY = "den ganzen Kreis"
LAND_WORDS, BUND_WORDS = ("landesweit",), ("bund", "bundesweit", "deutschlandweit")

SAID: Mapping[str, str] = {
    "title": "{title} {place}",
    "value": "{value} ({year})",
    "county": "{name} {value}",
    "rank": "Rang {rank} von {of}{aside}",
    "rank_aside": " (ohne geheim gehaltene Werte)",
    "between": " · ",
    "line": "{name}: {value}",
    "line_year": "{name}: {value} ({year})",
    "no_level": "Für {name} gibt es diese Zahl nicht. Hier steht der Wert für {instead}.",
    "no_year": "Für {asked} gibt es keinen Wert. Hier steht der von {year}.",
}


def phrases() -> Mapping[str, object]:
    """Return what the script must know, by name."""
    return {
        "stop": STOP_WORDS,
        "soft": SOFT_WORDS,
        "meaning": MEANING,
        "links": COMPOUND_LINKS,
        "town": TOWN_WORDS,
        "at": AT,
        "and": AND,
        "said": SAID,
    }
