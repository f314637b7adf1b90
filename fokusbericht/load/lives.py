"""What recommendations, decisions and suggestions have in common: a life, and what comes next."""

from typing import TypedDict

from fokusbericht.load.fields import Fields
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.lives import (
    Abstimmung,
    Einmut,
    Ergebnis,
    Haltung,
    Meinung,
    NaechsterSchritt,
    Schritt,
    Verlaufsschritt,
)
from fokusbericht.sources.values import Scalar

DERIVED = (
    "„{}“ wird nicht eingetragen: Der Stand ergibt sich aus dem letzten Schritt in „verlauf“. "
    "Bitte die Zeile streichen und den Schritt ergänzen."
)
VOTE = "falscher-typ"


class Life(TypedDict):
    """What everything that one can follow has."""

    verlauf: tuple[Verlaufsschritt, ...]
    zustaendig: str
    naechster_schritt: NaechsterSchritt | None
    haltung: tuple[Haltung, ...]
    haltung_text: str
    querschnitt: tuple[Ref, ...]


def life(fields: Fields, required: bool = False) -> Life:
    """Return what everything that one can follow has."""
    for name in ("stand", "status"):
        fields.refuse(name, DERIVED.format(name))
    steps = fields.mappings("verlauf", required=required)
    haltung = fields.mapping.entries.get("haltung")
    is_text = haltung is not None and isinstance(haltung.value, Scalar)
    return {
        "verlauf": tuple(_step(one) for one in steps),
        "zustaendig": fields.optional_text("zustaendig"),
        "naechster_schritt": _next_step(fields),
        "haltung": () if is_text else tuple(_stance(one) for one in fields.mappings("haltung")),
        "haltung_text": fields.optional_text("haltung") if is_text else "",
        "querschnitt": fields.refs("querschnitt", Kind.QUERSCHNITT),
    }


def _step(fields: Fields) -> Verlaufsschritt:
    found = Verlaufsschritt(
        datum=fields.date("datum"),
        schritt=fields.choice("schritt", Schritt),
        text=fields.text("text"),
        place=fields.place,
        ergebnis=fields.optional_choice("ergebnis", Ergebnis),
        gremium=fields.ref("gremium", Kind.GREMIUM),
        vorlage=fields.optional_text("vorlage"),
        beschluss=fields.ref("beschluss", Kind.BESCHLUSS),
        vorlage_url=fields.web_address("vorlage_url"),
        abstimmung=abstimmung(fields),
        belege=fields.one_or_more("quelle"),
    )
    fields.done()
    return found


def _next_step(fields: Fields) -> NaechsterSchritt | None:
    inner = fields.mapping_of("naechster_schritt")
    if inner is None:
        return None
    found = NaechsterSchritt(
        was=inner.line("was"),
        place=inner.place,
        bis=inner.optional_date("bis"),
        wer=inner.optional_line("wer"),
        belege=inner.one_or_more("quelle"),
    )
    inner.done()
    return found


def _stance(fields: Fields) -> Haltung:
    kommune = fields.text("kommune")
    found = Haltung(
        kommune=Ref(Key(Kind.KOMMUNE, kommune), fields.place_of("kommune")),
        datum=fields.date("datum"),
        meinung=fields.choice("haltung", Meinung),
        place=fields.place,
        text=fields.optional_line("text"),
        belege=fields.one_or_more("quelle"),
    )
    fields.done()
    return found


def abstimmung(fields: Fields) -> Abstimmung | None:
    """Build a vote: counted, in one word, or by Fraktionen; None where nothing is known."""
    entry = fields.mapping.entries.get("abstimmung")
    if entry is None or isinstance(entry.value, Scalar):
        word = fields.optional_choice("abstimmung", Einmut)
        return Abstimmung(einmut=word) if word else None
    inner = fields.mapping_of("abstimmung")
    if inner is None:
        return None
    is_counted = inner.has("ja") or inner.has("nein") or not _is_told(inner)
    found = Abstimmung(
        ja=inner.integer("ja") if is_counted else 0,
        nein=inner.integer("nein") if is_counted else 0,
        enthaltung=inner.optional_integer("enthaltung", 0),
        einmut=inner.optional_choice("wort", Einmut),
        dafuer=inner.optional_line("dafuer"),
        dagegen=inner.optional_line("dagegen"),
    )
    inner.done()
    return found


def _is_told(fields: Fields) -> bool:
    return any(fields.has(name) for name in ("wort", "dafuer", "dagegen"))
