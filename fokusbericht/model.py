"""The report in the county's own words: frozen, and whole from birth.

Things refer to one another by key: a `Ref` knows where it was written, `Report` resolves it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum

from fokusbericht.problems import Place


class Kind(StrEnum):
    """The kinds of things one can refer to; the value is the prefix in links."""

    HANDLUNGSFELD = "handlungsfeld"
    EMPFEHLUNG = "empfehlung"
    SEITE = "seite"
    FOKUSGRUPPE = "fokusgruppe"
    INDIKATOR = "indikator"
    RAUM = "raum"
    KOMMUNE = "kommune"
    BESCHLUSS = "beschluss"
    GREMIUM = "gremium"
    TERMIN = "termin"
    BERICHT = "bericht"
    AKTUELLES = "aktuelles"
    BEGRIFF = "begriff"
    KOMMENTAR = "kommentar"
    THEMA = "thema"
    ZIELGRUPPE = "zielgruppe"
    LEICHT = "leicht"


# A link without a prefix means one of these, in this order.
BARE_KINDS = (Kind.HANDLUNGSFELD, Kind.EMPFEHLUNG, Kind.SEITE)

KREIS = "kreis"  # the key of the whole county among the Räume
UEBERSICHT = "uebersicht"  # the key of the first page in Leichte Sprache
MEDIEN = "content/medien"  # where films lie


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The name of a thing within its kind."""

    kind: Kind
    name: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"


BARRIEREFREIHEIT = Key(Kind.SEITE, "barrierefreiheit")  # the page that holds the statement


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of a thing, and where it was written."""

    key: Key
    place: Place


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as far as it is known: a year, a month or a day. Month and day are 0 when unknown."""

    year: int
    month: int = 0
    day: int = 0

    def latest(self) -> date:
        """Return the last day it may mean, so that nothing is called older than it is."""
        if self.day:
            return date(self.year, self.month, self.day)
        if self.month in (0, 12):
            return date(self.year, 12, 31)
        return date.fromordinal(date(self.year, self.month + 1, 1).toordinal() - 1)

    def earliest(self) -> date:
        """Return the first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def isoformat(self) -> str:
        """Return "2022", "2022-05" or "2022-05-20"."""
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown as it was written; the place is that of its first line."""

    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class Quelle:
    """Where a fact or figure comes from."""

    name: str
    url: str = ""
    stand: PartialDate | None = None
    lizenz: str = ""
    hinweis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What all things of the report have in common."""

    key: Key
    place: Place
    titel: str
    kurz: str
    geaendert: date
    beispiel: bool = False
    quellen: tuple[Quelle, ...] = ()
    body: Text


# --- Empfehlungen -------------------------------------------------------------------------------


class Art(Enum):
    """What a focus group proposes."""

    HANDLUNGSEMPFEHLUNG = "handlungsempfehlung"
    ZIELVORSCHLAG = "zielvorschlag"


class Stufe(Enum):
    """How far the county can steer it."""

    HOCH = "hoch"
    MITTEL = "mittel"
    GERING = "gering"


class Schritt(Enum):
    """A step in the life of a recommendation, in the order of the procedure."""

    VORGESCHLAGEN = "vorgeschlagen"
    EINGESCHAETZT = "eingeschaetzt"
    VORLAGE = "vorlage"
    AUSSCHUSS = "ausschuss"
    KREISTAG = "kreistag"
    IN_UMSETZUNG = "in_umsetzung"
    UMGESETZT = "umgesetzt"
    EINGESTELLT = "eingestellt"


class Ergebnis(Enum):
    """How a body decided."""

    BESCHLOSSEN = "beschlossen"
    ABGELEHNT = "abgelehnt"
    VERTAGT = "vertagt"
    EMPFOHLEN = "empfohlen"


class Stand(Enum):
    """Where a recommendation is today; derived from its steps, never typed."""

    VORGESCHLAGEN = "vorgeschlagen"
    EINGESCHAETZT = "eingeschaetzt"
    IN_BERATUNG = "in-beratung"
    VERTAGT = "vertagt"
    BESCHLOSSEN = "beschlossen"
    ABGELEHNT = "abgelehnt"
    IN_UMSETZUNG = "in-umsetzung"
    UMGESETZT = "umgesetzt"
    EINGESTELLT = "eingestellt"


ENDED = (Stand.ABGELEHNT, Stand.UMGESETZT, Stand.EINGESTELLT)

STAND_AFTER = {
    Schritt.VORGESCHLAGEN: Stand.VORGESCHLAGEN,
    Schritt.EINGESCHAETZT: Stand.EINGESCHAETZT,
    Schritt.VORLAGE: Stand.IN_BERATUNG,
    Schritt.AUSSCHUSS: Stand.IN_BERATUNG,
    Schritt.IN_UMSETZUNG: Stand.IN_UMSETZUNG,
    Schritt.UMGESETZT: Stand.UMGESETZT,
    Schritt.EINGESTELLT: Stand.EINGESTELLT,
}
STAND_AFTER_KREISTAG = {
    Ergebnis.BESCHLOSSEN: Stand.BESCHLOSSEN,
    Ergebnis.ABGELEHNT: Stand.ABGELEHNT,
    Ergebnis.VERTAGT: Stand.VERTAGT,
}


class Einmut(Enum):
    """A vote in one word, where nobody counted."""

    EINSTIMMIG = "einstimmig"


@dataclass(frozen=True, slots=True)
class Abstimmung:
    """How a body voted: the votes counted, or that it was of one mind."""

    ja: int = 0
    nein: int = 0
    enthaltung: int = 0
    einmut: Einmut | None = None


@dataclass(frozen=True, slots=True)
class Verlaufsschritt:
    """One dated step in the life of a recommendation.

    `vorlage_url` is where the council's information system has the paper.
    """

    datum: PartialDate
    schritt: Schritt
    text: str
    place: Place
    ergebnis: Ergebnis | None = None
    gremium: Ref | None = None
    vorlage: str = ""
    beschluss: Ref | None = None
    vorlage_url: str = ""
    abstimmung: Abstimmung | None = None

    def stand(self) -> Stand:
        """Return where the recommendation is after this step."""
        if self.schritt is Schritt.KREISTAG and self.ergebnis in STAND_AFTER_KREISTAG:
            return STAND_AFTER_KREISTAG[self.ergebnis]
        return STAND_AFTER.get(self.schritt, Stand.IN_BERATUNG)


@dataclass(frozen=True, slots=True)
class Kriterium:
    """One criterion of the grading, with its grade and reason."""

    name: str
    stufe: Stufe
    grund: str = ""


@dataclass(frozen=True, slots=True)
class Einschaetzung:
    """How the steering group graded a recommendation, and why."""

    datum: PartialDate
    begruendung: str
    kriterien: tuple[Kriterium, ...] = ()
    antwort: str = ""


@dataclass(frozen=True, slots=True)
class Finanzen:
    """What a recommendation costs, and how it could be paid."""

    kosten: str = ""
    moeglichkeiten: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlungsempfehlung(Thing):
    """A recommendation or goal of the focus groups, and what became of it."""

    jahr: int
    art: Art
    verlauf: tuple[Verlaufsschritt, ...]
    fokusgruppen: tuple[Ref, ...] = ()
    handlungsfelder: tuple[Ref, ...] = ()
    zielgruppen: tuple[Ref, ...] = ()
    raeume: tuple[Ref, ...] = ()
    indikatoren: tuple[Ref, ...] = ()
    vorgaenger: tuple[Ref, ...] = ()
    steuerungsrelevanz: Stufe | None = None
    einschaetzung: Einschaetzung | None = None
    finanzen: Finanzen | None = None
    haltung_kommunen: str = ""
    zustaendig: str = ""
    beschlussvorschlag: str = ""  # what the draft decision puts to the vote, and what else it could
    alternative: str = ""

    def stand(self) -> Stand:
        """Return today's state: that after the last step."""
        return self.verlauf[-1].stand()

    def silent_months(self, stichtag: date) -> int:
        """Return the whole months without news up to `stichtag`; 0 once it has ended."""
        if self.stand() in ENDED:
            return 0
        last = self.verlauf[-1].datum.latest()
        months = (stichtag.year - last.year) * 12 + stichtag.month - last.month
        return max(0, months - (stichtag.day < last.day))


# --- Handlungsfelder, Gruppen, Beschlüsse, Termine ------------------------------------------------


class Wandel(Enum):
    """What can happen to a Handlungsfeld."""

    BEGINN = "beginn"
    UMBENENNUNG = "umbenennung"
    ZUSAMMENLEGUNG = "zusammenlegung"
    TEILUNG = "teilung"
    THEMA = "thema"
    PRIORITAET = "prioritaet"


class Verbindlichkeit(Enum):
    """Whether a change was decided, proposed, or is only seen in a report."""

    BESCHLOSSEN = "beschlossen"
    VORGESCHLAGEN = "vorgeschlagen"
    BERICHTET = "berichtet"


@dataclass(frozen=True, slots=True)
class Feldschritt:
    """One dated event in the history of a Handlungsfeld."""

    datum: PartialDate
    was: Wandel
    stand: Verbindlichkeit
    text: str
    place: Place
    name: str = ""
    beschluss: Ref | None = None
    quelle: str = ""
    vorher: str = ""  # the name that this step takes up, where the field has several
    von: str = ""  # the name of the field that a topic comes from
    vorrang: bool | None = None  # whether the field is to come first


@dataclass(frozen=True, slots=True)
class Wechselwirkung:
    """What one Handlungsfeld has to do with another."""

    feld: Ref
    grund: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlungsfeld(Thing):
    """A field of social policy."""

    reihenfolge: int
    kennzahlen: tuple[Ref, ...] = ()
    verlauf: tuple[Feldschritt, ...] = ()
    wechselwirkungen: tuple[Wechselwirkung, ...] = ()


class Gruppenart(Enum):
    """The kinds of working structures."""

    FOKUSGRUPPE = "fokusgruppe"
    ARBEITSSTRUKTUR = "arbeitsstruktur"
    STEUERUNGSGRUPPE = "steuerungsgruppe"
    PLANUNGSGRUPPE = "planungsgruppe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fokusgruppe(Thing):
    """A focus group or other working structure, and the time it worked."""

    art: Gruppenart
    seit: PartialDate | None = None
    bis: PartialDate | None = None
    handlungsfelder: tuple[Ref, ...] = ()


class Gremienart(Enum):
    """The kinds of political bodies."""

    KREISTAG = "kreistag"
    AUSSCHUSS = "ausschuss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gremium(Thing):
    """A political body: the Kreistag or one of its committees."""

    art: Gremienart


@dataclass(frozen=True, slots=True, kw_only=True)
class Beschluss(Thing):
    """A decision of a political body."""

    gremium: Ref
    datum: PartialDate
    ergebnis: Ergebnis
    vorlage: str = ""
    betrifft: tuple[Ref, ...] = ()
    vorlage_url: str = ""  # the paper, and the decision itself, in the council's system
    url: str = ""
    abstimmung: Abstimmung | None = None


class Terminart(Enum):
    """The kinds of meetings."""

    SITZUNG = "sitzung"
    WORKSHOP = "workshop"
    KONFERENZ = "konferenz"
    FACHTAG = "fachtag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Termin(Thing):
    """A session, workshop or conference, with its results."""

    art: Terminart
    datum: PartialDate
    ort: str = ""
    ergebnisse: tuple[str, ...] = ()
    handlungsfelder: tuple[Ref, ...] = ()
    fokusgruppe: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht(Thing):
    """One year's edition of the report."""

    jahr: int
    form: str
    erschienen: PartialDate | None = None
    hebt_hervor: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aktuelles(Thing):
    """A piece of news."""

    datum: PartialDate
    handlungsfelder: tuple[Ref, ...] = ()


class Bereich(Enum):
    """The parts of the site a single page can belong to."""

    GRUNDLAGEN = "grundlagen"
    RECHTLICHES = "rechtliches"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seite(Thing):
    """A single page: background or legal."""

    bereich: Bereich
    reihenfolge: int


@dataclass(frozen=True, slots=True)
class Gebaerdenfilm:
    """A film in German Sign Language: a file of our own, or an address on another site."""

    place: Place
    film: str = ""  # this and `untertitel` are files in content/medien/
    untertitel: str = ""
    abschrift: str = ""  # the whole text of the film
    adresse: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeichteSeite(Thing):
    """A page in Leichte Sprache; `zu` is the thing that it tells in easy words."""

    reihenfolge: int
    zu: Ref | None = None
    pruefgruppe: str = ""  # who has read it and found it easy; nobody yet if empty
    dgs: Gebaerdenfilm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommentar(Thing):
    """A dated reading of an indicator; a newer one archives it."""

    indikator: Ref
    datum: PartialDate


@dataclass(frozen=True, slots=True)
class Begriff:
    """A term of the glossary."""

    key: Key
    place: Place
    begriff: str
    erklaerung: Text
    kurzform: str = ""
    siehe: tuple[Ref, ...] = ()
    quellen: tuple[Quelle, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A theme of indicators or a target group: a key with its title."""

    key: Key
    place: Place
    titel: str


# --- Figures ------------------------------------------------------------------------------------


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

    With a `mitte` the map tells below from above it, in two colours.
    """

    verfahren: Verfahren = Verfahren.QUANTILE
    anzahl: int = 5
    grenzen: tuple[float, ...] = ()
    mitte: float | Mitte | None = None


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
class Rangregel:
    """From how large a denominator (or weight) on a Kommune is ranked."""

    mindestens: float


@dataclass(frozen=True, slots=True)
class Geheimhaltung:
    """From how many cases on a figure may be shown.

    `keine` is the reason why nothing is secret; `unter` says what the mark x means at the source
    ("under 4").
    """

    mindestzahl: float = 3
    null_geheim: bool = False
    schutzbreite: float = 0  # how wide an attacker's interval must be; 0: as `mindestzahl`
    unter: float = 0
    keine: str = ""


@dataclass(frozen=True, slots=True)
class Wert:
    """A cell of an indicator: a number, or why there is none; parts of a fraction if given."""

    zahl: float | None
    fehlt: Fehlgrund | None = None
    zaehler: float | None = None
    nenner: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator(Thing):
    """A figure: what it means, where it comes from, and its values.

    `werte` maps (area, year) to its cell; areas are official keys: eight digits for a Kommune,
    five for a county, two for a Land, "D" for Germany.
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
    werte: Mapping[tuple[str, int], Wert]
    stichtag: str = ""
    zaehler: str = ""
    nenner: str = ""
    je: float = 1
    gewicht: Ref | None = None
    ableitung: Ableitung | None = None
    rang: Rangregel | None = None
    geheimhaltung: Geheimhaltung | None = None
    bestandteile: tuple[Ref, ...] = ()  # the indicators that it is the sum of
    unsicherheit: bool = False  # shares of few are shown with their 95 % interval
    hinweis: str = ""
    handlungsfelder: tuple[Ref, ...] = ()
    brueche: tuple[Bruch, ...] = ()
    klassen: Klassen = Klassen()

    def years(self) -> tuple[int, ...]:
        """Return the years that have a cell, rising."""
        return tuple(sorted({year for _, year in self.werte}))


# --- Räume --------------------------------------------------------------------------------------

Ring = tuple[tuple[float, float], ...]
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
    shape: tuple[Polygon, ...] = ()


@dataclass(frozen=True, slots=True)
class Quartier:
    """A part of a Kommune that has figures of its own."""

    schluessel: str  # as it stands in the CSV
    name: str
    kommune: str  # AGS


@dataclass(frozen=True, slots=True)
class Betrachtungsraum:
    """A group of Kommunen that look to the same centre."""

    key: Key
    place: Place
    name: str
    kurz: str
    zentren: tuple[str, ...]  # AGS
    kommunen: tuple[str, ...]  # AGS, sorted


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
class Geografie:
    """The county, its Kommunen and Räume, and the names of the areas it is compared with."""

    schluessel: str
    name: str
    raeume: Mapping[str, Betrachtungsraum]  # by key
    kommunen: Mapping[str, Kommune]  # by AGS
    vergleich: Mapping[str, str]  # official key → name
    fassungen: tuple[Fassung, ...]
    quelle: str = ""
    quartiere: Mapping[str, Quartier] = field(default_factory=dict)  # by key


# --- The whole ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Menupunkt:
    """An entry of a menu, or a door of the start page."""

    titel: str
    ziel: str
    place: Place
    text: str = ""


@dataclass(frozen=True, slots=True)
class Vergleich:
    """Two indicators worth seeing against each other, and the question behind them."""

    x: Ref
    y: Ref
    frage: str
    place: Place


@dataclass(frozen=True, slots=True)
class Jahreszahl:
    """The telling figure on the start page; without a sentence its indicator speaks for itself."""

    indikator: Ref
    satz: str = ""


class Bildart(Enum):
    """What a picture shows of its indicators."""

    VERLAUF = "verlauf"  # their course
    ANTEILE = "anteile"  # shares of one whole
    BILANZ = "bilanz"  # how much of the change of the first the second makes up


@dataclass(frozen=True, slots=True)
class Bild:
    """A picture on the page on demography and finance; `rest` names what the others leave."""

    indikatoren: tuple[Ref, ...]
    place: Place
    titel: str = ""
    art: Bildart = Bildart.VERLAUF
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Bilddatei:
    """A photograph or drawing for texts, with what must be said of it."""

    name: str  # as in {{ bild: name }}
    place: Place
    datei: str  # content/bilder/markt.jpg
    digest: str  # of its bytes, and of how they are made fit for the web
    width: int
    height: int
    alt: str  # "" if it only decorates
    urheber: str
    lizenz: str
    quelle: str = ""  # an address
    unterschrift: str = ""
    transparent: bool = False

    def is_drawing(self) -> bool:
        """Say whether it is an SVG, which has every size."""
        return self.datei.endswith(".svg")


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A section of the page on demography and finance."""

    titel: str
    bilder: tuple[Bild, ...]
    place: Place
    text: str = ""
    kennzahl: Ref | None = None  # the figure that stands for it at the head of the page
    weitere: tuple[Ref, ...] = ()  # told as a number with a link
    fehlt: str = ""  # which figures one would look for here in vain


@dataclass(frozen=True, slots=True)
class Kontakt:
    """The public contact of the office."""

    stelle: str
    strasse: str
    ort: str
    rolle: str = ""  # what the office is responsible for
    email: str = ""
    telefon: str = ""
    web: str = ""


class Vereinbarkeit(StrEnum):
    """How far a site keeps to the rules of accessibility, in the words of (EU) 2018/1523."""

    VOLLSTAENDIG = "vollständig vereinbar"
    TEILWEISE = "teilweise vereinbar"
    NICHT = "nicht vereinbar"


class Pruefmethode(StrEnum):
    """Who tested a site for accessibility."""

    SELBST = "selbstbewertung"
    DRITTE = "bewertung durch dritte"


class Barrierenart(StrEnum):
    """Why something is not accessible, in the order of (EU) 2018/1523."""

    UNVEREINBAR = "unvereinbar"
    BELASTUNG = "unverhältnismäßige belastung"
    AUSSERHALB = "nicht im anwendungsbereich"


@dataclass(frozen=True, slots=True)
class Barriere:
    """Something that is not accessible yet: what, why, and what is planned."""

    was: str
    art: Barrierenart
    grund: str
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Beschwerdestelle:
    """Where to turn to when an office does not answer."""

    name: str
    web: str
    text: str


@dataclass(frozen=True, slots=True)
class Barrierefreiheit:
    """What the last audit of accessibility found, for the statement required by law."""

    geprueft: date
    erstellt: date
    methode: Pruefmethode
    verfahren: str  # what was looked at, and how
    stand: Vereinbarkeit
    massstab: str  # the rules it was measured by
    barrieren: tuple[Barriere, ...]
    beschwerdestelle: Beschwerdestelle
    place: Place


@dataclass(frozen=True, slots=True)
class Rueckmeldung:
    """Where readers tell what is wrong; without an own address the office's is used."""

    email: str = ""
    formular: str = ""


@dataclass(frozen=True, slots=True)
class Sicherheit:
    """Whom to tell about a weakness, for security.txt (RFC 9116)."""

    kontakt: str  # an address that starts with https: or mailto:
    gueltig_bis: date
    place: Place


@dataclass(frozen=True, slots=True)
class Kartenhintergrund:
    """A service for the ground of the Kreiskarte, asked only when a reader wants it."""

    adresse: str  # https://…/{z}/{x}/{y}.png
    quelle: str  # who made it, and its licence
    place: Place


@dataclass(frozen=True, slots=True)
class Kreis:
    """What makes the site this county's own."""

    name: str
    schluessel: str
    titel: str
    leitsatz: str
    beschreibung: str
    basis_url: str
    hinweis: str
    beispiele: bool
    stichtag: date
    akzent: str
    akzent_dunkel: str
    navigation: tuple[Menupunkt, ...]
    fusszeile: tuple[Menupunkt, ...]
    tueren: tuple[Menupunkt, ...]
    kontakt: Kontakt
    lizenz_texte: str
    startkarte: Ref
    place: Place
    bevoelkerung: Ref | None = None  # the indicator that counts the people
    profil: tuple[Ref, ...] = ()  # the figures at the head of each profile
    aehnlichkeit: tuple[Ref, ...] = ()  # the figures in which Kommunen are alike or not
    demographie: tuple[Abschnitt, ...] = ()
    zahl_des_jahres: Jahreszahl | None = None
    vergleiche: tuple[Vergleich, ...] = ()
    kartenhintergrund: Kartenhintergrund | None = None
    barrierefreiheit: Barrierefreiheit | None = None
    rueckmeldung: Rueckmeldung = Rueckmeldung()
    sicherheit: Sicherheit | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """All that is in the folder, checked and resolved by key; compared by identity."""

    root: str
    kreis: Kreis
    geografie: Geografie
    empfehlungen: Mapping[str, Handlungsempfehlung]
    handlungsfelder: Mapping[str, Handlungsfeld]
    fokusgruppen: Mapping[str, Fokusgruppe]
    gremien: Mapping[str, Gremium]
    beschluesse: Mapping[str, Beschluss]
    termine: Mapping[str, Termin]
    berichte: Mapping[str, Bericht]
    aktuelles: Mapping[str, Aktuelles]
    seiten: Mapping[str, Seite]
    leicht: Mapping[str, LeichteSeite]
    kommentare: Mapping[str, Kommentar]
    indikatoren: Mapping[str, Indikator]
    begriffe: Mapping[str, Begriff]
    themen: Mapping[str, Label]
    zielgruppen: Mapping[str, Label]
    titles: Mapping[Key, str]  # of everything one can refer to
    examples: frozenset[Key]  # all things marked as examples, left out or not
    backlinks: Mapping[Key, tuple[Key, ...]]  # who mentions a thing
    bilder: Mapping[str, Bilddatei] = field(default_factory=dict)

    def find(self, target: str) -> Key | None:
        """Resolve what stands in `[[…]]`: "wohnen", "2022-03", "kommune:elmshorn"."""
        prefix, colon, name = target.partition(":")
        if colon:
            kinds = [kind for kind in Kind if kind == prefix.strip()]
        else:
            kinds, name = list(BARE_KINDS), prefix
        keys = (Key(kind, name.strip()) for kind in kinds)
        return next((key for key in keys if key in self.titles), None)

    def things(self) -> Iterator[Thing]:
        """Yield all things that have a text of their own, by kind and key."""
        for kind in (
            self.empfehlungen,
            self.handlungsfelder,
            self.fokusgruppen,
            self.gremien,
            self.beschluesse,
            self.termine,
            self.berichte,
            self.aktuelles,
            self.seiten,
            self.leicht,
            self.kommentare,
            self.indikatoren,
        ):
            yield from kind.values()

    def texts(self) -> Iterator[Text]:
        """Yield all texts in Markdown."""
        yield from (thing.body for thing in self.things())
        yield from (begriff.erklaerung for begriff in self.begriffe.values())
