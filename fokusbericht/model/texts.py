"""What is only read: news, single pages, Leichte Sprache, terms, pictures."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fokusbericht.model.base import Key, Kind, PartialDate, Quelle, Ref, Text, Thing
from fokusbericht.problems import Place

UEBERSICHT = "uebersicht"  # the key of the first page in Leichte Sprache
MEDIEN = "content/medien"  # where films lie
IMPRESSUM = Key(Kind.SEITE, "impressum")  # the page that says who answers for the site
BARRIEREFREIHEIT = Key(Kind.SEITE, "barrierefreiheit")  # the page that holds the statement


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
    film: "Filmdatei | None" = None


@dataclass(frozen=True, slots=True)
class Filmdatei:
    """A film, also in German Sign Language: a file of our own, or an address on another site."""

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
    dgs: Filmdatei | None = None


@dataclass(frozen=True, slots=True)
class Begriff:
    """A term of the glossary."""

    key: Key
    place: Place
    begriff: str
    erklaerung: Text
    kurzform: str = ""
    formen: tuple[str, ...] = ()  # what else texts call it, and forms with other vowels
    im_text: bool = True  # explained in texts, too; else only where one links to it
    siehe: tuple[Ref, ...] = ()
    quellen: tuple[Quelle, ...] = ()
    ab: date | None = None  # under embargo until this day


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
    ab: date | None = None  # under embargo until this day

    def is_drawing(self) -> bool:
        """Say whether it is an SVG, which has every size."""
        return self.datei.endswith(".svg")
