"""The form of a frozen edition: a document of plain data as YAML that people can read.

    fassung: 1
    titel: Fokus 2025
    saetze:
    - zahl: {indikator: bevoelkerung, titel: Bevölkerung, wert: '325.223', jahr: '2024', …}
      text: 2024 lebten im Kreis Pinneberg 325.223 Menschen. …
    kapitel:
    - art: leitthema
      titel: Wohnen ist eng
      bloecke:
      - absatz: ['Nur ', {text: '2,2 Prozent', link: /sozialbericht/leerstand-fokus/}, …]

What is empty is left out. A later version may know more keys than this one, never other meanings.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from fokusbericht.model.editions import Ausgabe
from fokusbericht.model.press import PressFigures
from fokusbericht.text.blocks import Heading, Listing, Paragraph, Run, Table

Document = TypeVar("Document", Ausgabe, PressFigures)
FORM = 1  # the number of this form
NUMBER = "fassung"
# The German key of each field; those that are called alike in German stand for themselves.
KEYS = {
    "year": "jahr", "title": "titel", "subtitle": "untertitel", "county": "kreis",
    "base": "adresse", "accent": "akzent", "summary": "kurz", "notice": "hinweis",
    "stand_iso": "stichtag", "minutes": "lesezeit", "cover": "titelkarte",
    "sentences": "saetze", "chapters": "kapitel", "sources": "quellen",
    "map_credit": "kartenquelle", "licence": "lizenz", "office": "herausgeber",
    "words": "woerter", "frozen": "eingefroren", "kind": "art", "anchor": "anker",
    "statement": "satz", "blocks": "bloecke", "figures": "zahlen", "figure": "zahl",
    "illustrations": "bilder", "entries": "punkte", "deeper": "tiefer", "source": "quelle",
    "indicator": "indikator", "label": "titel", "value": "wert", "number": "nummer",
    "unit": "einheit", "href": "link", "drawing": "bild", "heard": "bildtext",
    "state": "stand", "notes": "hinweise", "note": "hinweis", "caption": "unterschrift",
    "width": "breite", "height": "hoehe", "width_narrow": "breite_schmal",
    "height_narrow": "hoehe_schmal", "columns": "spalten", "rows": "zeilen", "places": "stellen",
    "level": "ebene", "style": "form", "items": "eintraege", "runs": "text", "depth": "tiefe",
    "ordered": "gezaehlt", "goes_on": "weiter", "head": "kopf", "widths": "breiten",
    "numbers": "rechts", "bold": "fett", "italic": "kursiv", "struck": "gestrichen",
    "raised": "hoch",
    "area": "raum", "year_before": "jahr_davor", "before": "davor", "now": "zuletzt",
    "number_before": "nummer_davor", "change": "veraenderung", "change_unit": "gemessen_in",
    "usual": "ueblich", "usual_low": "ueblich_von", "usual_high": "ueblich_bis",
    "times": "abstand", "sentence": "satz", "reasons": "begruendung", "beside": "vergleich",
    "caution": "einschraenkung", "remark": "hinweis", "bars": "balken", "size": "groesse",
    "verdict": "urteil", "reason": "grund", "count": "anzahl", "changes": "veraenderungen",
    "older": "aeltere", "judged": "beurteilt", "left_out": "ausgelassen", "rule": "regel",
    "lead": "vorspann", "why_few": "warum_wenige",
}  # fmt: skip
# Each block stands under the name of what it is.
BLOCKS = {"absatz": Paragraph, "ueberschrift": Heading, "liste": Listing, "tabelle": Table}
NAME_OF = {kind: name for name, kind in BLOCKS.items()}


class NoEdition(ValueError):
    """What should be a frozen edition is none that this version can read."""


def to_plain(document: Ausgabe | PressFigures) -> dict[str, Any]:
    """Return an edition, or its press figures, as YAML takes it."""
    return {NUMBER: FORM, **_plain(document)}


def from_plain(data: object) -> Ausgabe:
    """Return the edition that was written so. Raises NoEdition where it was not."""
    return _document(Ausgabe, data)


def press_from_plain(data: object) -> PressFigures:
    """Return the press figures that were written so. Raises NoEdition where they were not."""
    return _document(PressFigures, data)


def _document(kind: type[Document], data: object) -> Document:
    if not isinstance(data, Mapping) or data.get(NUMBER) != FORM:
        raise NoEdition(f"{NUMBER}: {FORM}")
    try:
        made: Document = _thing(kind, {key: one for key, one in data.items() if key != NUMBER})
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NoEdition(str(error)) from error
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, Run):
        told = _fields(value)
        return told["text"] if told.keys() == {"text"} else told
    if type(value) in NAME_OF:
        return {NAME_OF[type(value)]: _fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return dict(value)
    return _fields(value) if hasattr(value, "__dataclass_fields__") else value


def _fields(value: Any) -> dict[str, Any]:
    """Return what a thing says, without what it says by being silent."""
    told = ((one, getattr(value, one.name)) for one in fields(value))
    return {
        KEYS.get(one.name, one.name): _plain(said)
        for one, said in told
        if said not in ("", (), {}) and said != one.default
    }


def _thing(kind: type, data: Mapping[str, Any]) -> Any:
    """Return a thing of a kind from what is said of it; unknown keys are none of ours."""
    hints, names = _hints(kind), {KEYS.get(one.name, one.name): one for one in fields(kind)}
    if unknown := data.keys() - names.keys():
        raise NoEdition(", ".join(sorted(unknown)))
    said = {names[key].name: _value(hints[names[key].name], one) for key, one in data.items()}
    for one in fields(kind):
        if one.name not in said and one.default is MISSING and one.default_factory is MISSING:
            said[one.name] = _nothing(hints[one.name])
    return kind(**said)


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _nothing(hint: Any) -> Any:
    """Return what stands for nothing: an empty text or list, 0."""
    return () if get_origin(hint) is tuple else hint()


def _value(hint: Any, data: Any) -> Any:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if not isinstance(data, list):
            raise NoEdition(repr(data))
        return tuple(_value(inner, one) for one in data)
    if get_origin(hint) is not None and get_origin(hint) is not Mapping and _is_union(hint):
        ((name, told),) = data.items()
        return _thing(BLOCKS[name], told)
    if hint is Run:
        return _thing(Run, {"text": data} if isinstance(data, str) else data)
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        return _thing(hint, data)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(data)
    if isinstance(hint, type) and not isinstance(data, hint):
        raise NoEdition(repr(data))
    return data


def _is_union(hint: Any) -> bool:
    return set(get_args(hint)) <= set(NAME_OF)
