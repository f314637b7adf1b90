"""Recommendations: what they propose, the steps of their life, how they are graded."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fokusbericht.model.base import PartialDate, Ref, Thing
from fokusbericht.problems import Place


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


UNDECIDED = (Stand.VORGESCHLAGEN, Stand.EINGESCHAETZT, Stand.IN_BERATUNG, Stand.VERTAGT)
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

    def is_undecided(self) -> bool:
        """Say whether the Kreistag has still to decide on it."""
        return self.stand() in UNDECIDED

    def silent_months(self, stichtag: date) -> int:
        """Return the whole months without news up to `stichtag`; 0 once it has ended."""
        if self.stand() in ENDED:
            return 0
        last = self.verlauf[-1].datum.latest()
        months = (stichtag.year - last.year) * 12 + stichtag.month - last.month
        return max(0, months - (stichtag.day < last.day))
