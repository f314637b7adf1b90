"""Social planning around them: fields, groups, bodies and their decisions, meetings, editions."""

from dataclasses import dataclass
from enum import Enum

from fokusbericht.model.base import PartialDate, Ref, Thing
from fokusbericht.model.lives import Abstimmung, Ergebnis, Schritt, Verlaufsschritt, Vorgang
from fokusbericht.problems import Place


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
    karte: Ref | None = None  # the indicator whose map stands on its page
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
    einrichtungen: tuple[str, ...] = ()  # kinds of institutions that sit in it


class Gremienart(Enum):
    """The kinds of political bodies."""

    KREISTAG = "kreistag"
    AUSSCHUSS = "ausschuss"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gremium(Thing):
    """A political body: the Kreistag or one of its committees."""

    art: Gremienart


@dataclass(frozen=True, slots=True, kw_only=True)
class Beschluss(Vorgang):
    """A decision of a political body, and what became of it."""

    gremium: Ref
    datum: PartialDate
    ergebnis: Ergebnis
    vorlage: str = ""
    betrifft: tuple[Ref, ...] = ()
    vorgaenger: tuple[Ref, ...] = ()  # earlier decisions on the same matter
    vorlage_url: str = ""  # the paper, and the decision itself, in the council's system
    url: str = ""
    abstimmung: Abstimmung | None = None

    def steps(self) -> tuple[Verlaufsschritt, ...]:
        """Return the decision itself as the first step, and all that came after it."""
        return (self.decision(), *self.verlauf)

    def decision(self) -> Verlaufsschritt:
        """Return the decision as a step; its text is what the decision says of itself in short."""
        return Verlaufsschritt(
            datum=self.datum,
            schritt=Schritt.AUSSCHUSS,
            text=self.kurz,
            place=self.place,
            ergebnis=self.ergebnis,
            gremium=self.gremium,
            vorlage=self.vorlage,
            vorlage_url=self.vorlage_url,
            abstimmung=self.abstimmung,
        )


class Vorschlagsart(Enum):
    """What an entry of the Themenspeicher proposes."""

    FOKUSGRUPPE = "fokusgruppe"
    THEMA = "thema"
    QUERSCHNITTSTHEMA = "querschnittsthema"


class Aufnahme(Enum):
    """What was decided on a proposal for a group or topic."""

    ANGENOMMEN = "angenommen"
    ABGELEHNT = "abgelehnt"
    ZURUECKGESTELLT = "zurueckgestellt"


@dataclass(frozen=True, slots=True)
class Entscheidung:
    """What became of a proposal for a group or topic."""

    datum: PartialDate
    aufnahme: Aufnahme
    text: str
    place: Place
    belege: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speicherthema(Thing):
    """A proposal for a new group or topic, kept until somebody decides on it."""

    datum: PartialDate
    von: str
    vorschlag: Vorschlagsart
    fokusgruppe: Ref | None = None  # which it became
    querschnitt: tuple[Ref, ...] = ()
    entscheidung: Entscheidung | None = None


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


class Satzbild(Enum):
    """The pictures of the size of a word."""

    VERLAUF = "verlauf"  # the line of the years
    VERGLEICH = "vergleich"  # bars: county, Land, Bund
    ANTEIL = "anteil"  # so many of a hundred


@dataclass(frozen=True, slots=True)
class Satzwahl:
    """A figure that is to tell the year in a sentence, and how it is drawn, if that is said."""

    zahl: Ref
    bild: Satzbild | None = None


@dataclass(frozen=True, slots=True)
class Vorwort:
    """What the county wrote in front of an edition, and the short name of its source."""

    text: str
    place: Place
    quelle: str = ""


@dataclass(frozen=True, slots=True)
class Teilwahl:
    """What of a chapter is chosen; what is not comes from what the chapter is about."""

    place: Place
    text: str = ""
    kennzahlen: tuple[Ref, ...] = ()
    karte: Ref | None = None
    verlauf: Ref | None = None
    tiefer: tuple[Ref, ...] = ()
    feld: Ref | None = None  # of the chapter of a Handlungsfeld


@dataclass(frozen=True, slots=True)
class Auswahl:
    """What is chosen for an edition as a short report; all of it stands elsewhere in the report."""

    place: Place
    untertitel: str
    titelkarte: Ref | None
    saetze: tuple[Satzwahl, ...]
    finanzen: Teilwahl
    netzwerk: Teilwahl
    methode: Teilwahl
    vorwort: Vorwort | None = None
    ziele: tuple[Ref, ...] = ()
    beschluesse: tuple[Ref, ...] = ()
    felder: tuple[Teilwahl, ...] = ()
    fruehere: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht(Thing):
    """One year's edition of the report; one with a choice of its content is a short report here."""

    jahr: int
    form: str
    umfang: str = ""  # "80 Seiten", as far as it is known
    erschienen: PartialDate | None = None
    hebt_hervor: tuple[Ref, ...] = ()
    ausgabe: Auswahl | None = None
