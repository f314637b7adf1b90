"""geo/kommunen.geojson → the shape of each Kommune; whatever is wrong is told where it stands."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from fokusbericht.load.fields import AREA
from fokusbericht.load.rings import Metres, NoShape, Shape, read_shape
from fokusbericht.model.places import RAEUME
from fokusbericht.problems import Place, Problem, closest, did_you_mean
from fokusbericht.sources.texts import read_text

KARTE = "geo/kommunen.geojson"
GEOJSON = "geojson"
# What the official key is called in the maps of offices, the best first; in capitals as well.
KEYS = ("ags", "ags_0", "ars", "rs", "ars_0", "rs_0", "gemeindeschluessel", "schluessel")
DEGREES = re.compile(r"CRS:?84|\b(?:4326|4258|4979)$", re.IGNORECASE)
MANY = 10  # of one kind are told as one: then the file is another than was meant
WAY_OUT = (
    "Bitte in QGIS als GeoJSON mit „EPSG:4326“ speichern oder die amtliche Datei mit "
    "„einlesen grenzen“ übernehmen."
)
SYNTAX = "Das GeoJSON ist hier nicht lesbar: Komma, Klammer oder Anführungszeichen?"
KINDS = {
    "Topology": "Das ist TopoJSON. Bitte als GeoJSON speichern.",
    None: "Hier wird eine FeatureCollection mit „features“ erwartet.",
}


class Shapes:
    """Reads the map; `known` says where each Kommune is declared, by AGS, `names` its name."""

    def __init__(
        self, known: Mapping[str, Place], names: Mapping[str, str], problems: list[Problem]
    ) -> None:
        self.known = known
        self.names = names
        self.problems = problems
        self.text = ""
        self.starts: list[int] = []  # of each feature in the text, once one is told
        self.guessed: set[str | None] = set()  # meant by a mistyped key, so not told as missing
        self.unclaimed = 0  # shapes without a key, or with that of another

    def read(self, root: Path) -> dict[str, Shape]:
        """Return all shapes by AGS; nothing where the file as a whole is no map."""
        text = read_text(root, KARTE, self.problems)
        if text is None:
            return {}
        self.text = text
        features = self.features()
        if isinstance(features, list):
            return self.shapes(features)
        self.problems.append(features)
        return {}

    def features(self) -> list[object] | Problem:
        """Return the features, or what is wrong with the whole file."""
        try:
            data = json.loads(self.text)
        except json.JSONDecodeError as error:
            return _problem(Place(KARTE, error.lineno, error.colno), SYNTAX)
        except RecursionError:
            return _problem(Place(KARTE), "Das GeoJSON ist zu tief verschachtelt.")
        except ValueError:  # Python turns no text of thousands of digits into a number
            sentence = "Das GeoJSON enthält eine Zahl mit viel zu vielen Ziffern."
            return _problem(Place(KARTE), sentence)
        kind = data.get("type") if isinstance(data, dict) else None
        if kind == "Feature":
            return [data]
        features = data.get("features") if isinstance(data, dict) else None
        if not isinstance(features, list):
            return _problem(Place(KARTE), KINDS.get(str(kind), KINDS[None]))
        system = _system(data.get("crs"))
        if system and not DEGREES.search(system):
            sentence = (
                f"Die Koordinaten sind im System „{system}“, gebraucht werden Grade. {WAY_OUT}"
            )
            return _problem(self.at(self.text.find('"crs"')), sentence)
        return features

    def shapes(self, features: list[object]) -> dict[str, Shape]:
        """Return the shapes of the features; Kommunen without one are told."""
        found: dict[str, Shape] = {}
        strange: list[Problem] = []
        are_metres = False
        for number, feature in enumerate(features):
            ags = self.ags(feature, number, strange)
            if ags is None:
                continue
            if ags in found:
                self.unclaimed += 1
                sentence = f"Die Fläche von „{ags}“ steht schon weiter oben."
                self.note(self.place(feature, number), sentence)
                continue
            found[ags] = ()
            try:
                found[ags] = read_shape(feature.get("geometry") if isinstance(feature, dict) else 0)
            except NoShape as reason:
                way = f" {WAY_OUT}" if isinstance(reason, Metres) else ""
                if not (way and are_metres):  # then all are, and it is told already
                    sentence = f"Die Fläche von {self.named(ags)} {reason}{way}"
                    self.note(self.place(feature, number), sentence)
                are_metres = are_metres or bool(way)
        self.tell_strange(strange)
        given = {*found, *self.guessed}
        if len(strange) <= MANY:
            self.tell_missing([one for one in self.known if one and one not in given])
        return found

    def tell_missing(self, missing: list[str]) -> None:
        """Tell which Kommunen have no shape, unless that may be one which is told already."""
        for ags in missing if len(missing) > self.unclaimed else ():
            self.note(self.known[ags], f"Für die Kommune „{ags}“ fehlt die Fläche in {KARTE}.")

    def ags(self, feature: object, number: int, strange: list[Problem]) -> str | None:
        """Return the key of a feature; None if it has none or one that nobody knows."""
        written = _written_key(feature)
        if written is None:
            self.unclaimed += 1
            sentence = f"Dem {number + 1}. Feature fehlt der Schlüssel „ags“."
            strange.append(Problem(self.place(feature, number), sentence, GEOJSON))
            return None
        ags = written if written in self.known else _eight_digits(written)
        if ags not in self.known:
            absent = [known for known in self.known if f'"{known}"' not in self.text]
            self.guessed.add(closest(ags, absent))
            hint = did_you_mean(ags, absent or self.known)
            sentence = f"Den AGS „{ags}“ kennt {RAEUME} nicht.{hint}"
            strange.append(Problem(self.place(feature, number), sentence, AREA))
            return None
        return ags

    def tell_strange(self, strange: list[Problem]) -> None:
        """Tell of features without a known key; where they are many, of the first alone."""
        if len(strange) <= MANY:
            self.problems += strange
            return
        sentence = (
            f"{len(strange)} Flächen gehören zu keiner Kommune aus {RAEUME}. Steht ihr Schlüssel "
            "unter „ags“? „einlesen grenzen“ nimmt aus einer Datei nur die Kommunen des Kreises."
        )
        self.note(strange[0].place, sentence)

    def named(self, ags: str) -> str:
        """Return a Kommune as an editor knows it."""
        name = self.names.get(ags)
        return f"{name} ({ags})" if name else f"„{ags}“"

    def place(self, feature: object, number: int) -> Place:
        """Return where the key of a feature stands in the file, or its beginning."""
        self.starts = self.starts or _starts(self.text)
        start = self.starts[number] if number < len(self.starts) else 0
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        value = _raw_key(feature)
        key = -1 if value is None else self.text.find(_as_written(value), start, end)
        return self.at(start if key < 0 else key)

    def at(self, offset: int) -> Place:
        """Return the place of a character."""
        offset = max(0, offset)
        line = self.text.count("\n", 0, offset) + 1
        return Place(KARTE, line, offset - self.text.rfind("\n", 0, offset))

    def note(self, place: Place, sentence: str) -> None:
        """Tell a problem of the map."""
        self.problems.append(_problem(place, sentence))


def _problem(place: Place, sentence: str) -> Problem:
    return Problem(place, sentence, GEOJSON)


def _raw_key(feature: object) -> str | int | float | None:
    """Return the official key as it stands in the properties of a feature, by whatever name."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        return None
    named = {str(name).lower(): value for name, value in reversed(properties.items())}
    values = (named.get(name) for name in KEYS)
    return next((one for one in values if isinstance(one, (str, int, float)) and one), None)


def _written_key(feature: object) -> str | None:
    value = _raw_key(feature)
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return str(value).strip()


def _eight_digits(key: str) -> str:
    """Return the AGS for a key whose first zero a table has eaten, or that names its Amt as well.

    >>> [_eight_digits(key) for key in ("1099001", "010995099001", "10995099001", "x")]
    ['01099001', '01099001', '01099001', 'x']
    """
    if not (key.isascii() and key.isdigit()):
        return key
    if len(key) in (11, 12):
        key = key.zfill(12)
        return key[:5] + key[9:]
    return key.zfill(8) if len(key) == 7 else key


def _as_written(value: str | int | float) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _system(crs: object) -> str:
    """Return the name of another system of coordinates, as old files have it."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return name if isinstance(name, str) else ""


def _starts(text: str) -> list[int]:
    """Return where each feature begins; the text has been read before."""
    decoder, place = json.JSONDecoder(), _skip(text, 0) + 1
    while (place := _skip(text, place)) < len(text) and text[place] == '"':
        key, place = decoder.raw_decode(text, place)
        place = _skip(text, place)
        if key == "features" and text[place : place + 1] == "[":
            return _items(text, place + 1, decoder)
        _, place = decoder.raw_decode(text, place)
    return [0]  # one feature alone


def _items(text: str, place: int, decoder: json.JSONDecoder) -> list[int]:
    found = []
    while text[(place := _skip(text, place))] != "]":
        found.append(place)
        _, place = decoder.raw_decode(text, place)
    return found


def _skip(text: str, place: int) -> int:
    """Return the place of the next character that is no blank and parts nothing."""
    while place < len(text) and text[place] in " \t\r\n,:":
        place += 1
    return place
