"""What an indicator is called in sentences: the phrases that editors give to its figures."""

import re

from fokusbericht.load.fields import Fields
from fokusbericht.model.figures import Wortlaut

RULE = "wortlaut"
ARTICLES = ("der ", "die ", "das ")
PLACEHOLDERS = ("ort", "zahl")
IN_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def read_wortlaut(fields: Fields) -> Wortlaut | None:
    """Return the phrases of an indicator; None where it is only called "der Wert" and the like."""
    inner = fields.mapping_of("wortlaut")
    if inner is None:
        return None
    found = Wortlaut(
        name=inner.line("name"),
        satz=inner.optional_line("satz"),
        mehr=inner.optional_line("mehr"),
        weniger=inner.optional_line("weniger"),
    )
    inner.done()
    if found.name and not found.name.startswith(ARTICLES):
        sentence = "„name“ beginnt mit „der“, „die“ oder „das“: die Leerstandsquote."
        inner.note(inner.place_of("name"), sentence, RULE)
    if found.satz:
        _check_satz(inner, found.satz)
    if bool(found.mehr) != bool(found.weniger):
        given, absent = ("mehr", "weniger") if found.mehr else ("weniger", "mehr")
        sentence = f"Zu „{given}“ gehört „{absent}“."
        inner.note(inner.place_of(given), sentence, RULE)
    return found


def _check_satz(inner: Fields, satz: str) -> None:
    place = inner.place_of("satz")
    names = sorted(match[1] or match[0] for match in IN_BRACES.finditer(satz))
    if names != sorted(PLACEHOLDERS):
        sentence = (
            "In „satz“ stehen {ort} und {zahl} je einmal: "
            "standen {ort} {zahl} Prozent der Wohnungen leer."
        )
        inner.note(place, sentence, RULE)
    if satz.endswith((".", "!", "?")):
        sentence = (
            "„satz“ endet ohne Punkt: Das Programm setzt das Jahr davor und den Punkt dahinter."
        )
        inner.note(place, sentence, RULE)
