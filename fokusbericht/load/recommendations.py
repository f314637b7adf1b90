"""Recommendations, with the steps of their life and their grading."""

from fokusbericht.load.content import ContentFile
from fokusbericht.load.fields import Fields
from fokusbericht.model.base import Kind
from fokusbericht.model.recommendations import (
    Abstimmung,
    Art,
    Einmut,
    Einschaetzung,
    Ergebnis,
    Finanzen,
    Handlungsempfehlung,
    Kriterium,
    Schritt,
    Stufe,
    Verlaufsschritt,
)
from fokusbericht.sources.values import Scalar

DERIVED = (
    "„{}“ wird nicht eingetragen: Der Stand ergibt sich aus dem letzten Schritt in „verlauf“. "
    "Bitte die Zeile streichen und den Schritt ergänzen."
)


def empfehlung(file: ContentFile) -> Handlungsempfehlung:
    """Build a recommendation."""
    fields = file.fields
    for name in ("stand", "status"):
        fields.refuse(name, DERIVED.format(name))
    return Handlungsempfehlung(
        **file.common(),
        jahr=fields.integer("jahr"),
        art=fields.choice("art", Art),
        fokusgruppen=fields.refs("fokusgruppen", Kind.FOKUSGRUPPE),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
        zielgruppen=fields.refs("zielgruppen", Kind.ZIELGRUPPE),
        raeume=fields.mixed_refs("raeume", file.find),
        indikatoren=fields.refs("indikatoren", Kind.INDIKATOR),
        vorgaenger=fields.refs("vorgaenger", Kind.EMPFEHLUNG),
        steuerungsrelevanz=fields.optional_choice("steuerungsrelevanz", Stufe),
        einschaetzung=_einschaetzung(fields),
        finanzen=_finanzen(fields),
        haltung_kommunen=fields.optional_text("haltung_kommunen"),
        zustaendig=fields.optional_text("zustaendig"),
        beschlussvorschlag=fields.optional_text("beschlussvorschlag"),
        alternative=fields.optional_text("alternative"),
        verlauf=tuple(_verlaufsschritt(step) for step in fields.mappings("verlauf", required=True)),
    )


def _einschaetzung(fields: Fields) -> Einschaetzung | None:
    inner = fields.mapping_of("einschaetzung")
    if inner is None:
        return None
    found = Einschaetzung(
        datum=inner.date("datum"),
        begruendung=inner.text("begruendung"),
        kriterien=tuple(_kriterium(criterion) for criterion in inner.mappings("kriterien")),
        antwort=inner.optional_text("antwort"),
    )
    inner.done()
    return found


def _kriterium(fields: Fields) -> Kriterium:
    found = Kriterium(
        fields.text("name"), fields.choice("stufe", Stufe), fields.optional_text("grund")
    )
    fields.done()
    return found


def _finanzen(fields: Fields) -> Finanzen | None:
    inner = fields.mapping_of("finanzen")
    if inner is None:
        return None
    found = Finanzen(inner.optional_text("kosten"), inner.optional_text("moeglichkeiten"))
    inner.done()
    return found


def _verlaufsschritt(fields: Fields) -> Verlaufsschritt:
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
    )
    fields.done()
    return found


def abstimmung(fields: Fields) -> Abstimmung | None:
    """Build a vote: counted, or in one word; None where nothing is known."""
    entry = fields.mapping.entries.get("abstimmung")
    if entry is None or isinstance(entry.value, Scalar):
        word = fields.optional_choice("abstimmung", Einmut)
        return Abstimmung(einmut=word) if word else None
    inner = fields.mapping_of("abstimmung")
    if inner is None:
        return None
    found = Abstimmung(
        inner.integer("ja"), inner.integer("nein"), inner.optional_integer("enthaltung", 0)
    )
    inner.done()
    return found
