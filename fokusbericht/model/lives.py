"""What has a life: its dated steps, votes, the state they lead to, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from fokusbericht.model.base import PartialDate, Ref, Thing
from fokusbericht.problems import Place


class Schritt(Enum):
    """A step in a life, in the order of the procedure."""

    VORGESCHLAGEN = "vorgeschlagen"
    EINGESCHAETZT = "eingeschaetzt"
    VORLAGE = "vorlage"
    AUSSCHUSS = "ausschuss"
    KREISTAG = "kreistag"
    AUFTRAG = "auftrag"
    BERICHT = "bericht"
    IN_UMSETZUNG = "in_umsetzung"
    UMGESETZT = "umgesetzt"
    AUSGESETZT = "ausgesetzt"
    EINGESTELLT = "eingestellt"
    AUFGEHOBEN = "aufgehoben"


SESSIONS = (Schritt.AUSSCHUSS, Schritt.KREISTAG)


class Ergebnis(Enum):
    """How a body decided."""

    BESCHLOSSEN = "beschlossen"
    ABGELEHNT = "abgelehnt"
    VERTAGT = "vertagt"
    EMPFOHLEN = "empfohlen"
    AUSGESETZT = "ausgesetzt"
    UNGEKLAERT = "ungeklaert"


class Stand(Enum):
    """Where something is today; derived from its steps, never typed."""

    VORGESCHLAGEN = "vorgeschlagen"
    EINGESCHAETZT = "eingeschaetzt"
    IN_BERATUNG = "in-beratung"
    VERTAGT = "vertagt"
    UNGEKLAERT = "ungeklaert"
    BESCHLOSSEN = "beschlossen"
    ABGELEHNT = "abgelehnt"
    IN_UMSETZUNG = "in-umsetzung"
    AUSGESETZT = "ausgesetzt"
    UMGESETZT = "umgesetzt"
    EINGESTELLT = "eingestellt"
    AUFGEHOBEN = "aufgehoben"


UNDECIDED = (
    *(Stand.VORGESCHLAGEN, Stand.EINGESCHAETZT, Stand.IN_BERATUNG),
    *(Stand.VERTAGT, Stand.UNGEKLAERT),
)
AGREED = (Stand.BESCHLOSSEN, Stand.IN_UMSETZUNG, Stand.AUSGESETZT)
FAILED = (Stand.ABGELEHNT, Stand.EINGESTELLT, Stand.AUFGEHOBEN)
ENDED = (*FAILED, Stand.UMGESETZT)
STAND_AFTER = {
    Schritt.VORGESCHLAGEN: Stand.VORGESCHLAGEN,
    Schritt.EINGESCHAETZT: Stand.EINGESCHAETZT,
    Schritt.VORLAGE: Stand.IN_BERATUNG,
    Schritt.AUSSCHUSS: Stand.IN_BERATUNG,
    Schritt.KREISTAG: Stand.IN_BERATUNG,
    Schritt.AUFTRAG: Stand.BESCHLOSSEN,
    Schritt.IN_UMSETZUNG: Stand.IN_UMSETZUNG,
    Schritt.UMGESETZT: Stand.UMGESETZT,
    Schritt.AUSGESETZT: Stand.AUSGESETZT,
    Schritt.EINGESTELLT: Stand.EINGESTELLT,
    Schritt.AUFGEHOBEN: Stand.AUFGEHOBEN,
}
STAND_WITH = {
    Ergebnis.BESCHLOSSEN: Stand.BESCHLOSSEN,
    Ergebnis.ABGELEHNT: Stand.ABGELEHNT,
    Ergebnis.VERTAGT: Stand.VERTAGT,
    Ergebnis.EMPFOHLEN: Stand.IN_BERATUNG,
    Ergebnis.AUSGESETZT: Stand.AUSGESETZT,
    Ergebnis.UNGEKLAERT: Stand.UNGEKLAERT,
}


class Einmut(Enum):
    """A vote in one word, where nobody counted."""

    EINSTIMMIG = "einstimmig"
    MEHRHEITLICH = "mehrheitlich"


@dataclass(frozen=True, slots=True)
class Abstimmung:
    """How a body voted: the votes counted, or a word for them; which Fraktionen stood where."""

    ja: int = 0
    nein: int = 0
    enthaltung: int = 0
    einmut: Einmut | None = None
    dafuer: str = ""
    dagegen: str = ""

    def is_counted(self) -> bool:
        """Say whether the votes are known by number."""
        return bool(self.ja or self.nein or self.enthaltung)


@dataclass(frozen=True, slots=True)
class Verlaufsschritt:
    """One dated step in a life.

    `vorlage_url` is where the council's information system has the paper; `belege` are the short
    names of the sources that tell of the step, with their place.
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
    belege: tuple[str, ...] = ()

    def stand(self) -> Stand | None:
        """Return the state that this step leads to; None where it only tells news."""
        if self.ergebnis:
            return STAND_WITH[self.ergebnis]
        return STAND_AFTER.get(self.schritt)


def stand_after(steps: Sequence[Verlaufsschritt]) -> Stand:
    """Return the state after some steps: that of the last one which changed it."""
    states = [found for step in steps if (found := step.stand())]
    return states[-1] if states else Stand.IN_BERATUNG


@dataclass(frozen=True, slots=True)
class NaechsterSchritt:
    """What is to come next: what, by whom, until when; as far as it is known."""

    was: str
    place: Place
    bis: PartialDate | None = None
    wer: str = ""
    belege: tuple[str, ...] = ()

    def is_overdue(self, stichtag: date) -> bool:
        """Say whether its time is over for sure."""
        return self.bis is not None and self.bis.latest() < stichtag


class Meinung(Enum):
    """How a Kommune stands to something."""

    ZUSTIMMEND = "zustimmend"
    ABLEHNEND = "ablehnend"
    OFFEN = "offen"


@dataclass(frozen=True, slots=True)
class Haltung:
    """How a Kommune stands to something, since when, and in what words of ours."""

    kommune: Ref
    datum: PartialDate
    meinung: Meinung
    place: Place
    text: str = ""
    belege: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorgang(Thing):
    """Something with a life, that one can follow: a recommendation, decision or suggestion."""

    verlauf: tuple[Verlaufsschritt, ...] = ()
    zustaendig: str = ""  # an office or body, never a person
    naechster_schritt: NaechsterSchritt | None = None
    haltung: tuple[Haltung, ...] = ()
    haltung_text: str = ""  # the same in free words
    querschnitt: tuple[Ref, ...] = ()

    def steps(self) -> tuple[Verlaufsschritt, ...]:
        """Return all steps, from the first; there is always one."""
        return self.verlauf

    def stand(self) -> Stand:
        """Return today's state: that after the last step."""
        return stand_after(self.steps())

    def is_undecided(self) -> bool:
        """Say whether there is still to be decided on it."""
        return self.stand() in UNDECIDED

    def silent_months(self, stichtag: date) -> int:
        """Return the whole months without news up to `stichtag`; 0 once it has ended."""
        if self.stand() in ENDED:
            return 0
        last = self.steps()[-1].datum.latest()
        months = (stichtag.year - last.year) * 12 + stichtag.month - last.month
        return max(0, months - (stichtag.day < last.day))
