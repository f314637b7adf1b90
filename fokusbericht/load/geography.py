"""geo/raeume.yml and geo/kommunen.geojson → Geografie."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from fokusbericht.load.fields import TYPE, Fields
from fokusbericht.load.successors import load_successors
from fokusbericht.load.ways import MINUTES, PERSONS, Ways
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.places import (
    Betrachtungsraum,
    Fassung,
    Geografie,
    Kommune,
    Polygon,
    Quartier,
    Raummodell,
    Uebersteuerung,
)
from fokusbericht.problems import Place, Problem, closest, did_you_mean
from fokusbericht.sources import Scalar, Sequence, Table, Value, read_text, read_yaml

RAEUME = "geo/raeume.yml"
KARTE = "geo/kommunen.geojson"
GEOJSON = "geojson"
AREA = "unbekannter-raum"
LARGEST = 1000  # km²; Berlin has 891
MOST_EXPONENT = 10  # beyond it only the nearest place counts, and numbers overflow

Shape = tuple[Polygon, ...]


def load_geography(root: Path, problems: list[Problem]) -> Geografie:
    """Return the county, its rooms and Kommunen, each Kommune with its shape."""
    table = read_yaml(root, RAEUME, problems)
    # After an unreadable file the rest would only repeat what is told already.
    told = problems if table is not None else []
    fields = Fields(table or Table({}, Place(RAEUME)), told)
    kreis = fields.table_of("kreis", required=True) or Fields(Table({}, Place(RAEUME)), [])
    schluessel = kreis.text("schluessel")
    drafts = tuple(fields.tables("kommunen", required=True))
    known = {draft.text("ags"): draft.place for draft in drafts}
    ways = Ways(root, known, told)
    fassungen = tuple(
        _fassung(one, known, ways) for one in fields.tables("fassungen", required=True)
    )
    raum_of = {ags: raum for raum, members in _current(fassungen).items() for ags in members}
    shapes = _Shapes(known, told).read(root)
    kommunen = tuple(_kommune(draft, raum_of, shapes) for draft in drafts)
    geografie = Geografie(
        schluessel=schluessel,
        name=kreis.text("name"),
        raeume=_raeume(fields, known, _current(fassungen)),
        kommunen={kommune.ags: kommune for kommune in kommunen},
        vergleich=_vergleich(fields),
        fassungen=fassungen,
        quelle=fields.optional_text("kartenquelle"),
        quartiere={one.schluessel: one for one in _quartiere(fields, known)},
        umsteiger=load_successors(root, schluessel, known, told),
    )
    kreis.done()
    fields.done()
    return geografie


def _current(fassungen: tuple[Fassung, ...]) -> Mapping[str, tuple[str, ...]]:
    return max(fassungen, key=lambda one: one.seit).zuordnung if fassungen else {}


def _kommune(fields: Fields, raum_of: Mapping[str, str], shapes: Mapping[str, Shape]) -> Kommune:
    ags = fields.text("ags") if fields.has("ags") else ""
    kommune = Kommune(
        key=Key(Kind.KOMMUNE, fields.text("schluessel")),
        place=fields.place,
        ags=ags,
        name=fields.text("name"),
        art=fields.text("art"),
        amt=fields.optional_text("amt"),
        flaeche_km2=fields.number("flaeche_km2", least=0, most=LARGEST),
        lon=fields.number("lon", least=-180, most=180),
        lat=fields.number("lat", least=-90, most=90),
        raum=raum_of.get(ags, ""),
        shape=shapes.get(ags, ()),
    )
    if ags and ags not in raum_of:
        sentence = f"{kommune.name} ({ags}) gehört in keinen Betrachtungsraum der jüngsten Fassung."
        fields.note(fields.place, sentence, AREA)
    fields.done()
    return kommune


def _raeume(
    fields: Fields, known: Mapping[str, Place], current: Mapping[str, tuple[str, ...]]
) -> dict[str, Betrachtungsraum]:
    raeume = {}
    declared = [one.text("schluessel") for one in fields.tables("betrachtungsraeume")]
    meant = {closest(name, declared) for name in current if name not in declared}
    for one in fields.tables("betrachtungsraeume", required=True):
        name = one.text("schluessel")
        raum = Betrachtungsraum(
            key=Key(Kind.RAUM, name),
            place=one.place,
            name=one.text("name"),
            kurz=one.text("kurz"),
            zentren=one.texts("zentren"),
            kommunen=tuple(sorted(current.get(name, ()))),
        )
        one.done()
        if raum.name and not raum.kommunen and current and name not in meant:
            sentence = f"Der Betrachtungsraum „{name}“ hat in der jüngsten Fassung keine Kommunen."
            one.note(one.place, sentence, AREA)
        raeume[name] = raum
    for name in current:
        if name not in raeume:
            hint = did_you_mean(name, raeume)
            sentence = f"Den Betrachtungsraum „{name}“ der jüngsten Fassung gibt es nicht.{hint}"
            fields.note(fields.place_of("fassungen"), sentence, AREA)
    return raeume


def _fassung(fields: Fields, known: Mapping[str, Place], ways: Ways) -> Fassung:
    written = _written(fields)
    fassung = Fassung(
        schluessel=fields.text("schluessel"),
        titel=fields.text("titel"),
        seit=fields.date("seit"),
        verfahren=fields.text("verfahren"),
        erlaeuterung=fields.text("erlaeuterung"),
        zuordnung=_zuordnung(fields, written, known),
        orte={item.text: item.place for items in written.values() for item in items},
        uebersteuerungen=tuple(_override(one) for one in fields.tables("uebersteuerungen")),
        modell=_modell(inner, ways) if (inner := fields.table_of("modell")) else None,
    )
    fields.done()
    return fassung


def _override(fields: Fields) -> Uebersteuerung:
    found = Uebersteuerung(fields.text("ags"), fields.text("grund"), fields.place)
    fields.done()
    return found


def _modell(fields: Fields, ways: Ways) -> Raummodell | None:
    """Return the model of a cut; None if its exponent or its tables are no good to compute with."""
    modell = Raummodell(
        exponent=fields.number("exponent"),
        masse=Ref(Key(Kind.INDIKATOR, fields.text("masse")), fields.place_of("masse")),
        jahr=fields.integer("jahr", least=1900),
        abseits=fields.refs("abseits", Kind.RAUM),
        place=fields.place,
    )
    told = len(ways.problems)
    reisezeiten = ways.table(
        fields.optional_text("reisezeiten"), fields.place_of("reisezeiten"), MINUTES
    )
    pendler = ways.table(fields.optional_text("pendler"), fields.place_of("pendler"), PERSONS)
    are_read = len(ways.problems) == told
    is_fit = 0 < modell.exponent <= MOST_EXPONENT
    if fields.has("exponent") and not is_fit:
        sentence = f"Der Exponent ist größer als 0 und höchstens {MOST_EXPONENT}, üblich ist 2."
        fields.note(fields.place_of("exponent"), sentence, TYPE)
    fields.done()
    is_whole = is_fit and are_read
    return replace(modell, reisezeiten=reisezeiten, pendler=pendler) if is_whole else None


def _written(fields: Fields) -> dict[str, list[Scalar]]:
    """Return the official keys of each room as they stand in the Zuordnung."""
    inner = fields.table_of("zuordnung", required=True)
    return {
        name: [item for item in _items(entry.value) if isinstance(item, Scalar)]
        for name, entry in (inner.items() if inner else ())
    }


def _zuordnung(
    fields: Fields, written: Mapping[str, list[Scalar]], known: Mapping[str, Place]
) -> dict[str, tuple[str, ...]]:
    # What nobody claims is the best guess for a mistyped key, and is then not told as missing.
    claimed = {item.text for items in written.values() for item in items}
    unclaimed = set(known) - claimed
    placed: dict[str, str] = {}
    for name, items in written.items():
        for item in items:
            ags = item.text
            if ags in placed:
                sentence = f"„{ags}“ gehört schon zu „{placed[ags]}“."
                fields.note(item.place, sentence, AREA)
            elif ags not in known:
                hint = did_you_mean(ags, unclaimed or known)
                sentence = f"Die Kommune „{ags}“ steht nicht unter „kommunen“.{hint}"
                fields.note(item.place, sentence, AREA)
                ags = closest(ags, unclaimed) or ags
            placed[ags] = name
    return {name: tuple(ags for ags, room in placed.items() if room == name) for name in written}


def _items(value: Value) -> tuple[Value, ...]:
    return value.items if isinstance(value, Sequence) else ()


def _quartiere(fields: Fields, known: Mapping[str, Place]) -> Iterator[Quartier]:
    for one in fields.tables("quartiere"):
        found = Quartier(one.text("schluessel"), one.text("name"), one.text("kommune"))
        if found.kommune and found.kommune not in known:
            hint = did_you_mean(found.kommune, known)
            sentence = f"Die Kommune „{found.kommune}“ steht nicht unter „kommunen“.{hint}"
            one.note(one.place_of("kommune"), sentence, AREA)
        one.done()
        yield found


def _vergleich(fields: Fields) -> dict[str, str]:
    inner = fields.table_of("vergleich")
    return {name: inner.text(name) for name in inner.table.entries} if inner else {}


class _Shapes:
    """Reads the GeoJSON; whatever is broken is told where it stands."""

    def __init__(self, known: Mapping[str, Place], problems: list[Problem]) -> None:
        self.known = known
        self.problems = problems
        self.text = ""
        self.guessed: set[str | None] = set()  # meant by a mistyped key, so not told as missing

    def read(self, root: Path) -> dict[str, Shape]:
        text = read_text(root, KARTE, self.problems)
        if text is None:
            return {}
        self.text = text
        try:
            data = json.loads(text)
        except json.JSONDecodeError as error:
            sentence = "Das GeoJSON ist hier nicht lesbar: Komma, Klammer oder Anführungszeichen?"
            self.note(Place(KARTE, error.lineno, error.colno), sentence)
            return {}
        except RecursionError:
            self.note(Place(KARTE), "Das GeoJSON ist zu tief verschachtelt.")
            return {}
        except ValueError:  # Python turns no text of thousands of digits into a number
            self.note(Place(KARTE), "Das GeoJSON enthält eine Zahl mit viel zu vielen Ziffern.")
            return {}
        features = data.get("features") if isinstance(data, dict) else None
        if not isinstance(features, list):
            self.note(Place(KARTE), "Hier wird eine FeatureCollection mit „features“ erwartet.")
            return {}
        return self.shapes(features)

    def shapes(self, features: list[object]) -> dict[str, Shape]:
        found: dict[str, Shape] = {}
        for number, feature in enumerate(features, start=1):
            ags = self.ags(feature, number)
            if ags is None:
                continue
            if ags in found:
                self.note(
                    self.place(ags, skip=1), f"Die Fläche von „{ags}“ steht schon weiter oben."
                )
                continue
            geometry = feature.get("geometry") if isinstance(feature, dict) else None
            shape = _shape(geometry)
            if shape is None:
                sentence = f"Die Fläche von „{ags}“ ist kein gültiges Polygon."
                self.note(self.place(ags), sentence)
            found[ags] = shape or ()
        for ags, place in self.known.items():
            if ags and ags not in found and ags not in self.guessed:
                sentence = f"Für die Kommune „{ags}“ fehlt die Fläche in {KARTE}."
                self.note(place, sentence)
        return found

    def ags(self, feature: object, number: int) -> str | None:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        ags = properties.get("ags") if isinstance(properties, dict) else None
        if not isinstance(ags, str):
            self.note(Place(KARTE), f"Dem {number}. Feature fehlt der Schlüssel „ags“.")
            return None
        if ags not in self.known:
            absent = [known for known in self.known if f'"{known}"' not in self.text]
            self.guessed.add(closest(ags, absent))
            hint = did_you_mean(ags, absent or self.known)
            sentence = f"Den AGS „{ags}“ kennt {RAEUME} nicht.{hint}"
            self.problems.append(Problem(self.place(ags), sentence, AREA))
            return None
        return ags

    def place(self, ags: str, skip: int = 0) -> Place:
        """Return where the key of a feature stands in the file."""
        offset = -1
        for _ in range(skip + 1):
            offset = self.text.find(f'"{ags}"', offset + 1)
        line = self.text.count("\n", 0, offset) + 1
        return Place(KARTE, line, offset - self.text.rfind("\n", 0, offset))

    def note(self, place: Place, sentence: str) -> None:
        self.problems.append(Problem(place, sentence, GEOJSON))


def _shape(geometry: object) -> Shape | None:
    """Return a Polygon or MultiPolygon as tuples; None if it is neither or broken."""
    if not isinstance(geometry, dict):
        return None
    coordinates: Any = geometry.get("coordinates")
    if geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return None
    polygons = [coordinates] if geometry.get("type") == "Polygon" else coordinates
    try:
        shape = tuple(
            tuple(tuple((_degrees(lon), _degrees(lat)) for lon, lat in ring) for ring in polygon)
            for polygon in polygons or ()
        )
    except (TypeError, ValueError, OverflowError):
        return None
    rings = [ring for polygon in shape for ring in polygon]
    closed = all(len(ring) >= 4 and ring[0] == ring[-1] for ring in rings)
    on_earth = all(abs(lon) <= 180 and abs(lat) <= 90 for ring in rings for lon, lat in ring)
    return shape if rings and closed and on_earth else None


def _degrees(value: object) -> float:
    """Return a number of the GeoJSON; a text is none, whatever Python would make of it."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    return float(value)
