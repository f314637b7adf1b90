"""Recommendations with their grading, and suggestions of others."""

from fokusbericht.load.content import ContentFile
from fokusbericht.load.fields import Fields
from fokusbericht.load.lives import life
from fokusbericht.model.base import Kind
from fokusbericht.model.recommendations import (
    Anregung,
    Art,
    Einschaetzung,
    Finanzen,
    Handlungsempfehlung,
    Kriterium,
    Stufe,
)


def empfehlung(file: ContentFile) -> Handlungsempfehlung:
    """Build a recommendation."""
    fields = file.fields
    return Handlungsempfehlung(
        **file.common(),
        **life(fields, required=True),
        jahr=fields.integer("jahr"),
        art=fields.choice("art", Art),
        fokusgruppen=fields.refs("fokusgruppen", Kind.FOKUSGRUPPE),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
        zielgruppen=fields.refs("zielgruppen", Kind.ZIELGRUPPE),
        raeume=fields.mixed_refs("raeume", file.find),
        indikatoren=fields.refs("indikatoren", Kind.INDIKATOR),
        vorgaenger=fields.refs("vorgaenger", Kind.EMPFEHLUNG),
        auch=fields.texts("auch"),
        steuerungsrelevanz=fields.optional_choice("steuerungsrelevanz", Stufe),
        einschaetzung=_einschaetzung(fields),
        finanzen=_finanzen(fields),
        beschlussvorschlag=fields.optional_text("beschlussvorschlag"),
        alternative=fields.optional_text("alternative"),
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
        belege=inner.one_or_more("quelle"),
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


def anregung(file: ContentFile) -> Anregung:
    """Build a suggestion of others than the focus groups."""
    fields = file.fields
    return Anregung(
        **file.common(),
        **life(fields, required=True),
        datum=fields.date("datum"),
        von=fields.text("von"),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
        zielgruppen=fields.refs("zielgruppen", Kind.ZIELGRUPPE),
        indikatoren=fields.refs("indikatoren", Kind.INDIKATOR),
        betrifft=fields.mixed_refs("betrifft", file.find),
    )
