"""What everything in the report is made of: keys, mentions, dates, texts, sources."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fokusbericht.model.reading import TEXTS, note
from fokusbericht.problems import Place
from fokusbericht.text.language import AUTUMN, SPRING, SUMMER


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
    ANREGUNG = "anregung"
    SPEICHERTHEMA = "themenspeicher"
    QUERSCHNITT = "querschnitt"


# A link without a prefix means one of these, in this order.
BARE_KINDS = (Kind.HANDLUNGSFELD, Kind.EMPFEHLUNG, Kind.SEITE)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The name of a thing within its kind."""

    kind: Kind
    name: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of a thing, and where it was written."""

    key: Key
    place: Place


SEASON_MONTHS = {SPRING: (3, 5), SUMMER: (6, 8), AUTUMN: (9, 11)}  # the first and the last


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as far as it is known: a year, a season, a month or a day.

    What is not known is 0; a season has neither month nor day.
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0

    def latest(self) -> date:
        """Return the last day it may mean, so that nothing is called older than it is."""
        if self.day:
            return date(self.year, self.month, self.day)
        month = SEASON_MONTHS[self.season][1] if self.season else self.month
        if month in (0, 12):
            return date(self.year, 12, 31)
        return date.fromordinal(date(self.year, month + 1, 1).toordinal() - 1)

    def earliest(self) -> date:
        """Return the first day it may mean."""
        month = SEASON_MONTHS[self.season][0] if self.season else self.month
        return date(self.year, month or 1, self.day or 1)

    def isoformat(self) -> str:
        """Return "2022", "2022-05" or "2022-05-20"; a season as "2022-21" (ISO 8601-2)."""
        if self.season:
            return f"{self.year:04}-{self.season}"
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown as it was written; the place is that of its first line."""

    written: str
    place: Place

    @property
    def source(self) -> str:
        """Return what was written; whoever is recorded has read it."""
        note((TEXTS, self.place.path))
        return self.written


@dataclass(frozen=True, slots=True)
class Quelle:
    """Where a fact or figure comes from."""

    name: str
    url: str = ""
    stand: PartialDate | None = None
    lizenz: str = ""
    hinweis: str = ""
    kuerzel: str = ""  # by which single statements name it

    @property
    def remark(self) -> str:
        """Return the note as a sentence begins, behind a full stop."""
        return self.hinweis[:1].upper() + self.hinweis[1:]


@dataclass(frozen=True, slots=True)
class Berichtigung:
    """What was published wrong, what is right, and why; since a day."""

    datum: PartialDate
    war: str
    ist: str
    place: Place
    grund: str = ""
    belege: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What all things of the report have in common."""

    key: Key
    place: Place
    titel: str
    kurz: str
    geaendert: date
    beispiel: bool = False
    glossar: bool = True  # whether terms are explained in its text
    ab: date | None = None  # under embargo until this day
    quellen: tuple[Quelle, ...] = ()
    berichtigungen: tuple[Berichtigung, ...] = ()
    body: Text


@dataclass(frozen=True, slots=True)
class Label:
    """A theme of indicators or a target group: a key with its title."""

    key: Key
    place: Place
    titel: str
    ab: date | None = None  # under embargo until this day
    kategorien: tuple[str, ...] = ()  # of a theme: what catalogues of data call it


@dataclass(frozen=True, slots=True)
class Querschnittsthema(Label):
    """A topic that runs through several fields."""

    kurz: str = ""
