"""What is chosen for an edition as a short report."""

from fokusbericht.load.content import Find
from fokusbericht.load.fields import Fields
from fokusbericht.model.base import Kind
from fokusbericht.model.planning import Auswahl, Satzbild, Satzwahl, Teilwahl, Vorwort


def auswahl(fields: Fields, find: Find) -> Auswahl | None:
    """Build the choice of an edition; None where the head of the file has none."""
    inner = fields.mapping_of("ausgabe")
    if inner is None:
        return None
    found = Auswahl(
        place=inner.place,
        untertitel=inner.line("untertitel"),
        titelkarte=inner.ref("titelkarte", Kind.INDIKATOR),
        saetze=tuple(
            satz for one in inner.mappings("saetze", required=True) if (satz := _satz(one))
        ),
        vorwort=_vorwort(inner),
        ziele=inner.refs("ziele", Kind.EMPFEHLUNG),
        beschluesse=inner.refs("beschluesse", Kind.BESCHLUSS),
        felder=tuple(_teil(one, find, has_field=True) for one in inner.mappings("felder")),
        finanzen=_part(inner, "finanzen", find),
        fruehere=inner.mixed_refs("fruehere", find),
        netzwerk=_part(inner, "netzwerk", find),
        methode=_part(inner, "methode", find),
    )
    inner.done()
    return found


def _satz(fields: Fields) -> Satzwahl | None:
    zahl = fields.ref("zahl", Kind.INDIKATOR)
    if zahl is None:
        fields.text("zahl")  # tells that it is missing
    bild = fields.optional_choice("bild", Satzbild)
    fields.done()
    return Satzwahl(zahl, bild) if zahl else None


def _vorwort(fields: Fields) -> Vorwort | None:
    inner = fields.mapping_of("vorwort")
    if inner is None:
        return None
    found = Vorwort(inner.text("text"), inner.place, inner.optional_line("quelle"))
    inner.done()
    return found


def _part(fields: Fields, name: str, find: Find) -> Teilwahl:
    inner = fields.mapping_of(name, required=True)
    return _teil(inner, find) if inner else Teilwahl(fields.place)


def _teil(fields: Fields, find: Find, has_field: bool = False) -> Teilwahl:
    feld = fields.ref("feld", Kind.HANDLUNGSFELD) if has_field else None
    if has_field and feld is None:
        fields.text("feld")  # tells that it is missing
    found = Teilwahl(
        place=fields.place,
        text=fields.optional_text("text") if has_field else fields.text("text"),
        kennzahlen=fields.refs("kennzahlen", Kind.INDIKATOR),
        karte=fields.ref("karte", Kind.INDIKATOR),
        verlauf=fields.ref("verlauf", Kind.INDIKATOR),
        tiefer=fields.mixed_refs("tiefer", find),
        feld=feld,
    )
    fields.done()
    return found
