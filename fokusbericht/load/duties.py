"""What the law wants a public office to declare: the parts of content/kreis.yml for it."""

import re

from fokusbericht.load.fields import Fields
from fokusbericht.model.kreis import (
    Barriere,
    Barrierefreiheit,
    Barrierenart,
    Beschwerdestelle,
    Pruefmethode,
    Rueckmeldung,
    Sicherheit,
    Vereinbarkeit,
)

EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[a-z]+")


def barrierefreiheit(kreis: Fields) -> Barrierefreiheit | None:
    """Return what the last audit of accessibility found, if there was one."""
    fields = kreis.mapping_of("barrierefreiheit")
    if fields is None:
        return None
    found = Barrierefreiheit(
        geprueft=fields.day("geprueft"),
        erstellt=fields.day("erstellt"),
        methode=fields.choice("methode", Pruefmethode),
        verfahren=fields.text("verfahren"),
        stand=fields.choice("stand", Vereinbarkeit),
        massstab=fields.text("massstab"),
        barrieren=tuple(_barriere(one) for one in fields.mappings("barrieren")),
        beschwerdestelle=_beschwerdestelle(fields),
        place=fields.place,
    )
    fields.done()
    _refuse_contradiction(fields, found)
    return found


def _refuse_contradiction(fields: Fields, found: Barrierefreiheit) -> None:
    # What bears too hard on the office, or is out of scope, does not make a site less conform.
    faults = [one for one in found.barrieren if one.art is Barrierenart.UNVEREINBAR]
    if found.stand is Vereinbarkeit.VOLLSTAENDIG and faults:
        sentence = f"„{found.stand}“ ist nicht, was noch Barrieren hat: „{faults[0].was}“."
        fields.note(fields.place_of("stand"), sentence, "falsche-auswahl")


def _barriere(fields: Fields) -> Barriere:
    found = Barriere(
        was=fields.text("was"),
        art=fields.optional_choice("art", Barrierenart) or Barrierenart.UNVEREINBAR,
        grund=fields.text("grund"),
        plan=fields.optional_text("plan"),
    )
    fields.done()
    return found


def _beschwerdestelle(fields: Fields) -> Beschwerdestelle:
    inner = fields.mapping_of("beschwerdestelle", required=True)
    if inner is None:
        return Beschwerdestelle("", "", "")
    found = Beschwerdestelle(inner.text("name"), inner.web_address("web"), inner.text("text"))
    inner.done()
    return found


def rueckmeldung(kreis: Fields) -> Rueckmeldung:
    """Return where readers tell what is wrong."""
    fields = kreis.mapping_of("rueckmeldung")
    if fields is None:
        return Rueckmeldung()
    found = Rueckmeldung(_email(fields, "email"), fields.web_address("formular"))
    fields.done()
    return found


def sicherheit(kreis: Fields) -> Sicherheit | None:
    """Return whom to tell about a weakness, if somebody is named."""
    fields = kreis.mapping_of("sicherheit")
    if fields is None:
        return None
    found = Sicherheit(_contact(fields), fields.day("gueltig_bis"), fields.place)
    fields.done()
    return found


def _contact(fields: Fields) -> str:
    contact = fields.text("kontakt")
    if EMAIL.fullmatch(contact):
        return f"mailto:{contact}"
    if contact and not re.fullmatch(r"https://\S+", contact):
        sentence = f"„{contact}“: hier steht eine E-Mail-Adresse oder eine Adresse mit https://."
        fields.note(fields.place_of("kontakt"), sentence, "adresse")
    return contact


def _email(fields: Fields, name: str) -> str:
    address = fields.optional_text(name)
    if address and not EMAIL.fullmatch(address):
        fields.note(fields.place_of(name), f"„{address}“ ist keine E-Mail-Adresse.", "adresse")
    return address
