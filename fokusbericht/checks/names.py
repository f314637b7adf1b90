"""File names and keys are parts of addresses: small letters, digits and hyphens."""

import re
from collections.abc import Iterator

from fokusbericht.model.base import Key, Kind, Thing
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Bilddatei
from fokusbericht.problems import Place, Problem
from fokusbericht.text.prose import slug

ID = "dateiname"
KEY = "schluessel"
NAME = re.compile(r"(?=.{1,100}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")
# The keys of terms and themes are names on a page, which has some of its own.
ON_ALL_PAGES = frozenset(("inhalt", "menue", "suche", "frage", "wird-erwaehnt-in"))
TAKEN = {
    Kind.BEGRIFF: ON_ALL_PAGES,
    Kind.SPEICHERTHEMA: ON_ALL_PAGES,
    Kind.THEMA: ON_ALL_PAGES | {"karte", "kreiskarte", "landkarte", "tabelle", "tafel"},
}
TAKEN_BEGINNINGS = {
    Kind.BEGRIFF: ("quelle-", "buchstabe-"),
    Kind.SPEICHERTHEMA: ("quelle-",),
    Kind.THEMA: ("kreiskarte-", "karte-", "tabelle-"),
}
# Official keys: "D", 2 digits for a Land, 5 for a county, 8 for a Kommune, 9 for an Amt; those of
# Quartiere have a name behind.
OF_AMT = re.compile(r"[0-9]{9}")
OFFICIAL = re.compile(r"D|[0-9]{2,12}(?:[-_][A-Za-z0-9]+)*|[a-z0-9]+(?:-[a-z0-9]+)*")


def check(report: Report) -> Iterator[Problem]:
    """Yield names that are no keys: of files, and inside of files."""
    yield from _file_names(report)
    yield from _keys(report)
    yield from _official_keys(report)


def _keys(report: Report) -> Iterator[Problem]:
    for key, place in _keyed(report):
        if key.name and not NAME.fullmatch(key.name):
            sentence = (
                f"„{key.name}“ kann keine Adresse sein. Schlüssel bestehen aus kleinen Buchstaben, "
                f"Ziffern und Bindestrichen, zum Beispiel „{slug(key.name) or 'name'}“."
            )
            yield Problem(place, sentence, KEY)
    stored = ((one.key, one.place) for one in report.speicher.values())
    for key, place in (*_keyed(report), *stored):
        if _is_taken(key):
            sentence = (
                f"„{key.name}“ heißt auf der Seite schon ein anderer Teil. Bitte den Schlüssel "
                f"anders nennen, zum Beispiel „{key.kind}-{key.name}“."
            )
            yield Problem(place, sentence, KEY)


def _is_taken(key: Key) -> bool:
    beginnings: tuple[str, ...] = TAKEN_BEGINNINGS.get(key.kind, ())
    return key.name in TAKEN.get(key.kind, ()) or key.name.startswith(beginnings)


def _keyed(report: Report) -> Iterator[tuple[Key, Place]]:
    yield from ((one.key, one.place) for one in report.geografie.raeume.values())
    yield from ((one.key, one.place) for one in report.geografie.kommunen.values())
    yield from ((one.key, one.place) for one in report.begriffe.values())
    for labels in (report.themen, report.zielgruppen, report.querschnitt):
        yield from ((one.key, one.place) for one in labels.values())


def _official_keys(report: Report) -> Iterator[Problem]:
    geografie = report.geografie
    place = Place("geo/raeume.yml")
    found = {kommune.ags: kommune.place for kommune in geografie.kommunen.values()}
    found |= dict.fromkeys(
        [geografie.schluessel, *geografie.vergleich, *geografie.quartiere], place
    )
    for key, amt in geografie.aemter.items():
        if key and not OF_AMT.fullmatch(key):
            sentence = f"„{key}“ ist kein Schlüssel eines Amtes; er besteht aus neun Ziffern."
            yield Problem(amt.place, sentence, KEY)
    for key, where in found.items():
        if key and not OFFICIAL.fullmatch(key):
            sentence = f"„{key}“ ist kein amtlicher Schlüssel; er besteht aus Ziffern."
            yield Problem(where, sentence, KEY)


def _file_names(report: Report) -> Iterator[Problem]:
    files: list[Thing | Bilddatei] = [*report.things(), *report.bilder.values()]
    for thing in files:
        stem, _, ending = thing.place.path.rpartition("/")[2].rpartition(".")
        if not NAME.fullmatch(stem):
            sentence = (
                "Dateinamen bestehen aus kleinen Buchstaben, Ziffern und Bindestrichen, "
                f"zum Beispiel „{slug(stem) or 'name'}.{ending}“."
            )
            yield Problem(Place(thing.place.path), sentence, ID)
