"""Figures: what an indicator means, how it is computed and shown, and its values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from fokusbericht.model.base import PartialDate, Quelle, Ref, Thing
from fokusbericht.problems import Place

AreaYear = tuple[str, int]  # an area, be it the key of a Betrachtungsraum, and a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommentar(Thing):
    """A dated reading of an indicator; a newer one archives it."""

    indikator: Ref
    datum: PartialDate


class Zahlart(Enum):
    """What kind of figure it is; it decides how areas add up."""

    ANZAHL = "anzahl"
    ANTEIL = "anteil"
    RATE = "rate"
    MITTELWERT = "mittelwert"
    INDEX = "index"


class Richtung(Enum):
    """Which way is good, where that can be said."""

    HOEHER_BESSER = "hoeher_besser"
    NIEDRIGER_BESSER = "niedriger_besser"
    NEUTRAL = "neutral"


class Ebene(Enum):
    """The lowest level that has figures."""

    KOMMUNE = "kommune"
    AMT = "amt"
    KREIS = "kreis"


class Fehlgrund(Enum):
    """Why there is no figure; the value is the mark in the CSV."""

    UNBEKANNT = "."
    NICHTS = "-"
    GEHEIM = "x"
    UNSICHER = "/"


class Verfahren(Enum):
    """How the classes of a map are cut."""

    QUANTILE = "quantile"
    GLEICH = "gleich"
    NATUERLICH = "natuerlich"
    MANUELL = "manuell"


class Mitte(Enum):
    """What a map may be diverging around, besides a number."""

    KREIS = "kreis"


@dataclass(frozen=True, slots=True)
class Klassen:
    """How the classes of a map are cut; `grenzen` are the inner breaks, rising.

    With a `mitte` the map tells below from above it, in two colours. Areas that are `ohne` count
    nothing when they are cut: figures so far out that they would leave no class to the others.
    """

    verfahren: Verfahren = Verfahren.QUANTILE
    anzahl: int = 5
    grenzen: tuple[float, ...] = ()
    mitte: float | Mitte | None = None
    ohne: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bruch:
    """A series is cut before this year: figures on both sides do not compare."""

    jahr: int
    grund: str


class Ableitungsart(Enum):
    """How a figure follows from others."""

    VERHAELTNIS = "verhaeltnis"
    INDEX = "index"
    VERAENDERUNG = "veraenderung"


@dataclass(frozen=True, slots=True)
class Ableitung:
    """A figure that follows from others: `von` by `durch`, or against an earlier year of its own.

    The earlier year is `seit`, or so many `jahre` before.
    """

    art: Ableitungsart
    von: Ref
    durch: Ref | None = None
    seit: int = 0
    jahre: int = 0


@dataclass(frozen=True, slots=True)
class Wortlaut:
    """What a figure is called in sentences.

    `name` has its article and is a nominative in the singular: "die Leerstandsquote". `satz` is
    what follows the year: "standen {ort} {zahl} Prozent der Wohnungen leer". `mehr` and `weniger`
    head a place that differs: "Mehr Leerstand".
    """

    name: str
    satz: str = ""
    mehr: str = ""
    weniger: str = ""


@dataclass(frozen=True, slots=True)
class Rangregel:
    """From how large a denominator (or weight) on a Kommune is ranked."""

    mindestens: float


@dataclass(frozen=True, slots=True)
class Geheimhaltung:
    """From how many cases on a figure may be shown.

    `keine` is the reason why nothing is secret; `unter` says what the mark x means at the source
    ("under 4"). The rest of a share's base ("39 of 40") is as secret as its cases: everywhere,
    nowhere, or, when nothing is said, where the base is below `rest_grenze`.
    """

    mindestzahl: float | None = None
    null_geheim: bool = False
    schutzbreite: float = 0  # how wide an attacker's interval must be; 0: as `mindestzahl`
    unter: float = 0
    keine: str = ""
    rest_geheim: bool | None = None
    rest_grenze: float = 100
    grundlage: Ref | None = None  # who counts the base, where the table only has values

    @property
    def grenze(self) -> float:
        """The least number of cases that may be shown."""
        return 3 if self.mindestzahl is None else self.mindestzahl


class Pruefregel(Enum):
    """What makes a figure doubtful, though it may be true."""

    SPRUNG = "sprung"
    AUSREISSER = "ausreisser"
    SUMME = "summe"
    GLEICHE_SPALTEN = "gleiche-spalten"
    ZUKUNFT = "zukunft"


@dataclass(frozen=True, slots=True)
class Bestaetigung:
    """A doubtful figure that somebody has looked up, and why it is true.

    Without a `raum` it is about a whole year.
    """

    raum: str
    jahr: int
    regel: Pruefregel
    grund: str
    place: Place


@dataclass(frozen=True, slots=True)
class Wert:
    """A cell of an indicator: a number, or why there is none; parts of a fraction if given.

    What is published of a protected figure has no `zaehler`; its `nenner` is known to all.
    """

    zahl: float | None
    fehlt: Fehlgrund | None = None
    zaehler: float | None = None
    nenner: float | None = None


@dataclass(frozen=True, slots=True)
class Veroeffentlichung:
    """What was published of protected figures until a day, as it was printed; x where hidden.

    `werte` maps (indicator, area, year) to the text of its cell.
    """

    tag: date
    werte: Mapping[tuple[str, str, int], str]


@dataclass(frozen=True, slots=True)
class Jahresstand:
    """What a site showed of an indicator in a year, since a day on which that was recorded.

    `werte` holds its cells as they were printed, "01056015=38,8 sued=40,1"; of protected figures
    only the checksum is kept. Without any number and checksum the year was shown no more.
    """

    indikator: str
    jahr: int
    anzahl: int  # of its numbers
    pruefsumme: str
    werte: str = ""

    @property
    def is_gone(self) -> bool:
        """Say whether the year was shown no more."""
        return not self.pruefsumme


@dataclass(frozen=True, slots=True)
class Verborgen:
    """What must be hidden of protected figures, as it was found out by arithmetic.

    `hidden` holds (area, year) by group of indicators that count the same cases; `leaks` are what
    can be computed all the same, `lost` what an earlier publication has shown.
    """

    hidden: Mapping[str, frozenset[AreaYear]]
    leaks: tuple[tuple[str, AreaYear], ...] = ()
    lost: tuple[tuple[str, AreaYear], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator(Thing):
    """A figure: what it means, where it comes from, and its values.

    `werte` maps (area, year) to its cell; areas are official keys: eight digits for a Kommune,
    five for a county, two for a Land, "D" for Germany. When it is `geschuetzt`, they are what may
    be published: rounded, hidden where need be, with cells of their own for Betrachtungsräume.
    """

    thema: Ref
    einheit: str
    art: Zahlart
    dezimalstellen: int
    richtung: Richtung
    ebene: Ebene
    stand: PartialDate
    quelle: Quelle
    methode: str
    werte: Mapping[AreaYear, Wert]
    stichtag: str = ""
    zaehler: str = ""
    nenner: str = ""
    je: float = 1
    gewicht: Ref | None = None
    ableitung: Ableitung | None = None
    rang: Rangregel | None = None
    geheimhaltung: Geheimhaltung | None = None
    bestandteile: tuple[tuple[Ref, ...], ...] = ()  # breakdowns: the indicators it is the sum of
    gleiche_faelle: tuple[Ref, ...] = ()  # the indicators that count the same cases
    geschuetzt: bool = False
    tabelle: tuple[str, str] = ("", "")  # where its values were read: a folder, the path below it
    unsicherheit: bool = False  # shares of few are shown with their 95 % interval
    hinweis: str = ""
    handlungsfelder: tuple[Ref, ...] = ()
    brueche: tuple[Bruch, ...] = ()
    saldo: bool = False  # it tells what came and went, and may be below zero
    toleranz: float | None = None  # how far the sum of the Kommunen may be from the county's value
    bestaetigt: tuple[Bestaetigung, ...] = ()
    klassen: Klassen = Klassen()
    wichtig: bool = False  # it stands first among those of its theme
    wortlaut: Wortlaut | None = None
    jahr_des_berichts: bool = (
        False  # its years are those of reports; of which the figures are is not told
    )

    def years(self) -> tuple[int, ...]:
        """Return the years that have a cell, rising."""
        return tuple(sorted({year for _, year in self.werte}))


@dataclass(frozen=True, slots=True)
class Reihe:
    """An indicator within a group, and what it is called there: "Fokus 2025", "unter 3 Jahre"."""

    indikator: Ref
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Zahlengruppe:
    """Indicators that stand beside each other: one subject from several sources, or its parts.

    Where figures are chosen or listed, the group is one entry. The first of its indicators leads.
    """

    name: str
    place: Place
    titel: str
    reihen: tuple[Reihe, ...]
