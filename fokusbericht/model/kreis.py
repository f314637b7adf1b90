"""What makes the site a county's own: kreis.yml."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from fokusbericht.model.base import Ref
from fokusbericht.problems import Place


@dataclass(frozen=True, slots=True)
class Menupunkt:
    """An entry of a menu, or a door of the start page."""

    titel: str
    ziel: str
    place: Place
    text: str = ""
    gruppe: str = ""  # in the foot: the row it stands in


@dataclass(frozen=True, slots=True)
class Weiterleitung:
    """An address that a page once had, and where its readers are led today."""

    alt: str
    neu: str
    place: Place


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
class App:
    """What the site is called where readers put it on their device like an app."""

    name: str
    kurzname: str  # below its picture
    paket: str = ""  # the whole address of the ZIP that opens from a folder


@dataclass(frozen=True, slots=True)
class Kreis:
    """What makes the site this county's own."""

    name: str
    schluessel: str
    titel: str
    leitsatz: str
    beschreibung: str
    basis_url: str
    hinweis: str  # stands on every page
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
    name_ort: str = ""  # "in der StädteRegion Aachen"
    name_genitiv: str = ""  # "der StädteRegion Aachen"
    format: int = 1  # of the folder: how its files are laid out and written
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
    erfunden: bool = False  # whether the whole county is invented
    quellenpflicht: bool = False  # whether each statement has to name its source
    datenbereitsteller: str = ""  # by which address GovData knows who supplies the data
    hinweis_kurz: str = ""  # what phones show of it; the whole stands behind hinweis_ziel
    hinweis_ziel: Menupunkt | None = None
    suchbeispiele: tuple[str, ...] = ()  # questions that show what the search can answer
    app: App | None = None  # without, no browser keeps anything of the site

    def menu_points(self) -> tuple[Menupunkt, ...]:
        """Return all that leads from menus, doors and the notice to pages."""
        more = (self.hinweis_ziel,) if self.hinweis_ziel else ()
        return (*self.navigation, *self.fusszeile, *self.tueren, *more)
