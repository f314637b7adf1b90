"""Recommendations: what they propose, how they are graded; and suggestions of others."""

from dataclasses import dataclass
from enum import Enum

from fokusbericht.model.base import PartialDate, Ref
from fokusbericht.model.lives import Vorgang


class Art(Enum):
    """What a focus group proposes."""

    HANDLUNGSEMPFEHLUNG = "handlungsempfehlung"
    ZIELVORSCHLAG = "zielvorschlag"


class Stufe(Enum):
    """How far the county can steer it."""

    HOCH = "hoch"
    MITTEL = "mittel"
    GERING = "gering"


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
    belege: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finanzen:
    """What a recommendation costs, and how it could be paid."""

    kosten: str = ""
    moeglichkeiten: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlungsempfehlung(Vorgang):
    """A recommendation or goal of the focus groups, and what became of it."""

    jahr: int
    art: Art
    fokusgruppen: tuple[Ref, ...] = ()
    handlungsfelder: tuple[Ref, ...] = ()
    zielgruppen: tuple[Ref, ...] = ()
    raeume: tuple[Ref, ...] = ()
    indikatoren: tuple[Ref, ...] = ()
    vorgaenger: tuple[Ref, ...] = ()
    auch: tuple[str, ...] = ()  # what people call it besides its title
    steuerungsrelevanz: Stufe | None = None
    einschaetzung: Einschaetzung | None = None
    finanzen: Finanzen | None = None
    beschlussvorschlag: str = ""  # what the draft decision puts to the vote, and what else it could
    alternative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anregung(Vorgang):
    """A suggestion of others than the focus groups; never counted as a recommendation."""

    datum: PartialDate
    von: str
    handlungsfelder: tuple[Ref, ...] = ()
    zielgruppen: tuple[Ref, ...] = ()
    indikatoren: tuple[Ref, ...] = ()
    betrifft: tuple[Ref, ...] = ()
