"""What indicators and places are called in sentences: the phrases that editors give to them."""

import re

from fokusbericht.load.fields import Fields
from fokusbericht.model.figures import Wortlaut

RULE = "wortlaut"
ARTICLES = ("der ", "die ", "das ")
PLACEHOLDERS = ("ort", "zahl")
PREPOSITIONS = ("in ", "im ", "auf ", "an ", "am ")
GENITIVES = ("des ", "der ", "von ")
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


def read_place(fields: Fields, name: str) -> str:
    """Return where something is, as a sentence says it: "auf Helgoland"."""
    return _begun_with(fields, name, fields.optional_line(name), PREPOSITIONS, "auf Helgoland")


def read_genitive(fields: Fields, name: str) -> str:
    """Return a genitive with its article: "der Region Hannover"."""
    return _begun_with(fields, name, fields.optional_line(name), GENITIVES, "der Region Hannover")


def _begun_with(fields: Fields, name: str, text: str, words: tuple[str, ...], example: str) -> str:
    if text and not text.startswith(words):
        quoted = [f"„{word.strip()}“" for word in words]
        choice = f"{', '.join(quoted[:-1])} oder {quoted[-1]}"
        fields.note(fields.place_of(name), f"„{name}“ beginnt mit {choice}: {example}.", RULE)
    return text
