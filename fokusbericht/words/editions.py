"""What an edition says around its texts and figures; it keeps these words when it is frozen."""

from collections.abc import Collection, Iterator

from fokusbericht.model.planning import Beschluss
from fokusbericht.model.report import Report
from fokusbericht.text.formatting import format_date
from fokusbericht.words.phrases import count, listing
from fokusbericht.words.votes import vote_text

# The headings of the chapters that are made of what is chosen.
FOREWORD = "Vorwort"
INTRODUCTION = "Worum es geht"
GOALS = "Was der Bericht vorschlägt"
DECISIONS = "Was entschieden wurde"
FINANCE = "Finanzen"
FOLLOWED = "Was aus früheren Vorschlägen wurde"
NETWORK = "Wer daran mitwirkt"
METHOD = "Wie der Bericht entsteht"
FIELD_PAGE = "Alles zum Handlungsfeld"
TODAY = "Zahl auf dem heutigen Stand"
ACCESSIBILITY = (
    "Überschriften, Inhalt und Lesereihenfolge sind ausgezeichnet. Karten und Diagramme haben "
    "einen Alternativtext und stehen am Ende als Tabellen. Schrift und Farben bestimmt das "
    "Lesegerät. Programme haben das Buch geprüft; ein Zertifikat gibt es nicht."
)
COUNTY, LAND, BUND = "Kreis", "Land", "Bund"
# By their keys in templates; a frozen edition has them as they were.
WORDS = {
    "kind": "Der Fokusbericht in kurzer Form",
    "year_in_sentences": "Das Jahr in Sätzen",
    "contents": "Inhalt",
    "field": "Handlungsfeld",
    "theme": "Thema des Jahres",
    "themes": "Themen des Jahres",
    "fields": "Die Handlungsfelder",
    "deeper": "Hier vertiefen",
    "source": "Quelle",
    "sources": "Quellen",
    "as_table": "Als Tabelle",
    "as_csv": "Als CSV-Datei",
    "then": "Stand damals",
    "today": "Heute",
    "stand": "Stand der Zahlen",
    "frozen": "Eingefroren: Zahlen, Bilder und Texte sind, wie sie damals waren.",
    "state": "Stand",
    "minutes": "Minuten Lesezeit",
    "forms": "Andere Formen",
    "pdf": "PDF zum Drucken",
    "epub": "E-Book (EPUB)",
    "print": "Druckfassung im Browser",
    "slides": "Folien für die Sitzung",
    "changes": "Zahlen des Jahres für die Presse",
    "licence": "Lizenz",
    "map": "Karte",
    "figures": "Zahlen",
    "office": "Zuständig für die Sozialplanung",
    "page": "Seite",
    "cover": "Umschlag",
    "landmarks": "Wegweiser",
    "tables": "Karten und Diagramme als Tabellen",
    "back_to_picture": "Zurück zum Bild",
    "imprint": "Impressum",
    "accessibility_title": "Zur Barrierefreiheit",
    "accessibility": ACCESSIBILITY,
}


def frozen_since(day: str) -> str:
    """Return what a frozen edition says of itself."""
    return f"Eingefroren am {day}: Zahlen, Bilder und Texte sind seitdem, wie sie damals waren."


def edition_words(number: int) -> dict[str, str]:
    """Return the words of an edition whose year is told in so many sentences."""
    return {**WORDS, "year_in_sentences": f"Das Jahr in {_many(number)}"}


def _many(number: int) -> str:
    words = {3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben"}
    return f"{words.get(number, str(number))} Sätzen"


def missing_years(known: Collection[int]) -> str:
    """Return of which years between the first and the last nothing is known."""
    first, last = min(known, default=0), max(known, default=0)
    missing = [str(one) for one in range(first, last) if one not in known]
    if not missing:
        return ""
    years = f"den Jahren {listing(missing)}" if len(missing) > 1 else f"dem Jahr {missing[0]}"
    return f"Aus {years} ist hier keine Ausgabe bekannt."


def map_alt(title: str, classes: int) -> str:
    """Return what a map is, for those who do not see it; its sentence stands beside it."""
    coloured = f", nach Höhe der Werte in {classes} Klassen eingefärbt" if classes > 1 else ""
    return f"Karte: {title}{coloured}."


def chart_alt(title: str, areas: int) -> str:
    """Return what a course is, for those who do not see it."""
    return f"Liniendiagramm: {title}, {count(areas, 'Linie', 'Linien', 'eine')}."


def year(number: int, is_of_report: bool) -> str:
    """Return the year of a figure, or the report that tells no other."""
    return f"Bericht {number}" if is_of_report else str(number)


def dated(year: int, unit: str) -> str:
    """Return the head of a column: 2022 (%), or the year alone of what is counted."""
    return f"{year} ({unit})" if unit else str(year)


def years(known: Collection[int]) -> str:
    """Return what a line shows that nothing is said of: Verlauf von 1983 bis 2024."""
    return f"Verlauf von {min(known)} bis {max(known)}"


def hundred(value: str) -> str:
    """Return what a hundred squares show."""
    return f"{value} von hundert"


def decided(report: Report, beschluss: Beschluss) -> str:
    """Return who decided and when: Beschluss, Kreistag, 20. März 2024."""
    body = report.titles[beschluss.gremium.key]
    return f"{body}, {format_date(beschluss.datum)}"


def votes(beschluss: Beschluss) -> Iterator[str]:
    """Yield how they voted, as far as it is known."""
    vote = vote_text(beschluss.abstimmung)
    if vote:
        yield f"Abstimmung: {vote}"
