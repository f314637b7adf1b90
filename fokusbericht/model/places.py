"""Places: the county, its Kommunen and Quartiere, and how they are cut into Betrachtungsräume."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from fokusbericht.model.base import Key, PartialDate, Ref
from fokusbericht.problems import Place

RAEUME = "geo/raeume.yml"  # the file in which all areas stand
BUND = "D"
SAID_ALREADY = ("Raum ", "Insel ")  # names of rooms that are taken for no Kommune
KREIS = "kreis"  # the key of the whole county among the Räume
Point = tuple[float, float]  # longitude and latitude
Ring = tuple[Point, ...]
Polygon = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Kommune:
    """A municipality; its shape is in degrees (longitude, latitude)."""

    key: Key
    place: Place
    ags: str
    name: str
    art: str
    flaeche_km2: float
    lon: float
    lat: float
    raum: str  # key of its Betrachtungsraum in the current cut
    amt: str = ""
    ort: str = ""  # where it is, if not "in" its name: "auf Helgoland"
    shape: tuple[Polygon, ...] = ()


@dataclass(frozen=True, slots=True)
class Quartier:
    """A part of a Kommune that has figures of its own."""

    schluessel: str  # as it stands in the CSV
    name: str
    kommune: str  # AGS


@dataclass(frozen=True, slots=True)
class Amt:
    """Several Kommunen that share their administration; some figures there are only for it."""

    schluessel: str  # as it stands in the CSV: nine digits
    name: str  # without the word "Amt"
    kommunen: tuple[str, ...]  # AGS, sorted
    place: Place


@dataclass(frozen=True, slots=True)
class Betrachtungsraum:
    """A group of Kommunen that look to the same centre."""

    key: Key
    place: Place
    name: str
    kurz: str
    zentren: tuple[str, ...]  # AGS
    kommunen: tuple[str, ...]  # AGS, sorted

    @property
    def title(self) -> str:
        """Return its name where a Kommune could be meant by it: "Raum Elmshorn", "Insel Fiktum"."""
        return self.name if self.name.startswith(SAID_ALREADY) else f"Raum {self.name}"


@dataclass(frozen=True, slots=True)
class Uebersteuerung:
    """A Kommune put to another room than the model says, and why."""

    ags: str
    grund: str
    place: Place


@dataclass(frozen=True, slots=True)
class Wegetabelle:
    """A figure for each way from one Kommune to another."""

    datei: str
    werte: Mapping[tuple[str, str], float]  # by AGS: from, to
    place: Place  # where it is named


@dataclass(frozen=True, slots=True)
class Raummodell:
    """How the gravitation model computes a cut: what it is fed with, and whom it leaves out."""

    exponent: float
    masse: Ref  # the indicator that counts what draws
    jahr: int
    abseits: tuple[Ref, ...]  # rooms that draw nobody, as an island in the open sea
    place: Place
    reisezeiten: Wegetabelle | None = None  # minutes, in place of the great-circle distance
    pendler: Wegetabelle | None = None  # persons


@dataclass(frozen=True, slots=True)
class Fassung:
    """One cut of the county into Betrachtungsräume."""

    schluessel: str
    titel: str
    seit: PartialDate
    verfahren: str
    erlaeuterung: str
    zuordnung: Mapping[str, tuple[str, ...]]
    orte: Mapping[str, Place]  # where each AGS stands in the Zuordnung
    uebersteuerungen: tuple[Uebersteuerung, ...] = ()
    modell: Raummodell | None = None


@dataclass(frozen=True, slots=True)
class Umstieg:
    """A Kommune that is no more, and where it (or a share of it) belongs since a day."""

    alt: str
    neu: str
    ab: date
    anteil: Decimal
    place: Place


@dataclass(frozen=True, slots=True)
class Geografie:
    """The county, its Kommunen and Räume, and the names of the areas it is compared with."""

    schluessel: str
    name: str
    raeume: Mapping[str, Betrachtungsraum]  # by key
    kommunen: Mapping[str, Kommune]  # by AGS
    vergleich: Mapping[str, str]  # official key → name
    fassungen: tuple[Fassung, ...]
    quelle: str = ""
    plz_quelle: str = ""  # where the postcodes are from
    quartiere: Mapping[str, Quartier] = field(default_factory=dict)  # by key
    aemter: Mapping[str, Amt] = field(default_factory=dict)  # by key
    umsteiger: tuple[Umstieg, ...] = ()
    ort: str = ""  # where something in the county is: "in der StädteRegion Aachen"
    genitiv: str = ""  # "der StädteRegion Aachen"; both follow from the name where not told

    def land(self) -> str:
        """Return the official key of the Land that the county lies in."""
        return self.schluessel[:2]

    def measures(self) -> tuple[str, str]:
        """Return what the county is measured by: its Land, and the Bund."""
        return self.land(), BUND

    def verwaltungen(self) -> tuple[str, ...]:
        """Return who administers: the Kommunen that belong to no Amt, and the Ämter."""
        free = (one.ags for one in self.kommunen.values() if not one.amt)
        return (*sorted(free), *self.aemter)

    def amt_of(self, ags: str) -> Amt | None:
        """Return the Amt that a Kommune belongs to, where it is listed."""
        name = self.kommunen[ags].amt
        return next((one for one in self.aemter.values() if one.name == name), None)

    def level_of(self, area: str) -> str:
        """Return of what level an area is; names repeat across levels, as of town and room."""
        if area in self.kommunen:
            return "kommune"
        if area in self.quartiere:
            return "quartier"
        if area in self.aemter:
            return "amt"
        if area in self.raeume:
            return "betrachtungsraum"
        return {len(BUND): "bund", len(self.land()): "land"}.get(len(area), "kreis")

    def name_of(self, area: str) -> str:
        """Return the name of an area: "Elmshorn", "Raum Elmshorn", "Amt Rantzau"."""
        if area == self.schluessel:
            return self.name
        if area in self.kommunen:
            return self.kommunen[area].name
        if area in self.quartiere:
            quartier = self.quartiere[area]
            return f"{self.kommunen[quartier.kommune].name}: {quartier.name}"
        if area in self.aemter:
            return f"Amt {self.aemter[area].name}"
        return self.raeume[area].title if area in self.raeume else self.vergleich[area]
