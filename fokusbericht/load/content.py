"""Markdown files with a head → things of the report."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict, TypeVar

from fokusbericht.load.fields import Fields
from fokusbericht.model.base import Key, Kind, Quelle, Ref, Text, Thing
from fokusbericht.model.figures import Kommentar
from fokusbericht.model.planning import (
    Bericht,
    Beschluss,
    Feldschritt,
    Fokusgruppe,
    Gremienart,
    Gremium,
    Gruppenart,
    Handlungsfeld,
    Termin,
    Terminart,
    Verbindlichkeit,
    Wandel,
    Wechselwirkung,
)
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
from fokusbericht.model.texts import Aktuelles, Bereich, Gebaerdenfilm, LeichteSeite, Seite
from fokusbericht.problems import Place, Problem
from fokusbericht.sources import Scalar, read_page

T = TypeVar("T", bound=Thing)
DERIVED = (
    "„{}“ wird nicht eingetragen: Der Stand ergibt sich aus dem letzten Schritt in „verlauf“. "
    "Bitte die Zeile streichen und den Schritt ergänzen."
)
Find = Callable[[str], Key]


class Common(TypedDict):
    """What every thing has, whatever its kind."""

    key: Key
    place: Place
    titel: str
    kurz: str
    geaendert: date
    beispiel: bool
    quellen: tuple[Quelle, ...]
    body: Text


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file, read and ready for the function that knows its kind."""

    fields: Fields
    key: Key
    place: Place
    body: Text
    find: Find

    def common(self, kurz_required: bool = True) -> Common:
        """Return what every thing has."""
        fields = self.fields
        return {
            "key": self.key,
            "place": self.place,
            "titel": fields.text("titel"),
            "kurz": fields.text("kurz") if kurz_required else fields.optional_text("kurz"),
            "geaendert": fields.day("geaendert"),
            "beispiel": fields.boolean("beispiel"),
            "quellen": fields.quellen(),
            "body": self.body,
        }


def load_things(
    root: Path,
    folder: str,
    kind: Kind,
    build: Callable[[Page], T],
    find: Find,
    problems: list[Problem],
) -> dict[str, T]:
    """Return the things of one folder by name, in the order of their names."""
    things: dict[str, T] = {}
    for path in content_files(root, folder):
        found = read_page(root, path, problems)
        if found is None:
            continue
        fields = Fields(found[0], problems)
        page = Page(fields, Key(kind, name_of(path, kind)), Place(path), found[1], find)
        thing = build(page)
        fields.done()
        if page.key.name in things:
            other = things[page.key.name].place.path
            sentence = f"Die Kennung „{page.key.name}“ hat schon {other}."
            problems.append(Problem(page.place, sentence, "doppelte-kennung"))
        # The second of two with one name is kept under its path, so that it is checked as well.
        things[path if page.key.name in things else page.key.name] = thing
    return things


def content_files(root: Path, folder: str) -> Iterator[str]:
    """Yield the Markdown files of a folder below content/, sorted."""
    for path in sorted((root / "content" / folder).glob("*.md")):
        yield path.relative_to(root).as_posix()


def name_of(path: str, kind: Kind) -> str:
    """Return a thing's name: the file's stem; for a recommendation its year and number."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    return "-".join(stem.split("-")[:2]) if kind is Kind.EMPFEHLUNG else stem


def empfehlung(page: Page) -> Handlungsempfehlung:
    """Build a recommendation."""
    fields = page.fields
    for name in ("stand", "status"):
        fields.refuse(name, DERIVED.format(name))
    return Handlungsempfehlung(
        **page.common(),
        jahr=fields.integer("jahr"),
        art=fields.choice("art", Art),
        fokusgruppen=fields.refs("fokusgruppen", Kind.FOKUSGRUPPE),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
        zielgruppen=fields.refs("zielgruppen", Kind.ZIELGRUPPE),
        raeume=fields.mixed_refs("raeume", page.find),
        indikatoren=fields.refs("indikatoren", Kind.INDIKATOR),
        vorgaenger=fields.refs("vorgaenger", Kind.EMPFEHLUNG),
        steuerungsrelevanz=fields.optional_choice("steuerungsrelevanz", Stufe),
        einschaetzung=_einschaetzung(fields),
        finanzen=_finanzen(fields),
        haltung_kommunen=fields.optional_text("haltung_kommunen"),
        zustaendig=fields.optional_text("zustaendig"),
        beschlussvorschlag=fields.optional_text("beschlussvorschlag"),
        alternative=fields.optional_text("alternative"),
        verlauf=tuple(_verlaufsschritt(step) for step in fields.tables("verlauf", required=True)),
    )


def _einschaetzung(fields: Fields) -> Einschaetzung | None:
    inner = fields.table_of("einschaetzung")
    if inner is None:
        return None
    found = Einschaetzung(
        datum=inner.date("datum"),
        begruendung=inner.text("begruendung"),
        kriterien=tuple(_kriterium(criterion) for criterion in inner.tables("kriterien")),
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
    inner = fields.table_of("finanzen")
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
        abstimmung=_abstimmung(fields),
    )
    fields.done()
    return found


def _abstimmung(fields: Fields) -> Abstimmung | None:
    entry = fields.table.entries.get("abstimmung")
    if entry is None or isinstance(entry.value, Scalar):
        word = fields.optional_choice("abstimmung", Einmut)
        return Abstimmung(einmut=word) if word else None
    inner = fields.table_of("abstimmung")
    if inner is None:
        return None
    found = Abstimmung(
        inner.integer("ja"), inner.integer("nein"), inner.optional_integer("enthaltung", 0)
    )
    inner.done()
    return found


def handlungsfeld(page: Page) -> Handlungsfeld:
    """Build a Handlungsfeld."""
    fields = page.fields
    return Handlungsfeld(
        **page.common(),
        reihenfolge=fields.integer("reihenfolge"),
        kennzahlen=fields.refs("kennzahlen", Kind.INDIKATOR),
        verlauf=tuple(_feldschritt(step) for step in fields.tables("verlauf")),
        wechselwirkungen=tuple(_wechselwirkung(one) for one in fields.tables("wechselwirkungen")),
    )


def _feldschritt(fields: Fields) -> Feldschritt:
    found = Feldschritt(
        datum=fields.date("datum"),
        was=fields.choice("was", Wandel),
        stand=fields.choice("stand", Verbindlichkeit),
        text=fields.text("text"),
        place=fields.place,
        name=fields.optional_text("name"),
        beschluss=fields.ref("beschluss", Kind.BESCHLUSS),
        quelle=fields.optional_text("quelle"),
        vorher=fields.optional_text("vorher"),
        von=fields.optional_text("von"),
        vorrang=fields.boolean("vorrang") if fields.has("vorrang") else None,
    )
    fields.done()
    return found


def _wechselwirkung(fields: Fields) -> Wechselwirkung:
    name = fields.text("feld")
    ref = Ref(Key(Kind.HANDLUNGSFELD, name), fields.place_of("feld"))
    found = Wechselwirkung(ref, fields.text("grund"))
    fields.done()
    return found


def fokusgruppe(page: Page) -> Fokusgruppe:
    """Build a working structure."""
    fields = page.fields
    return Fokusgruppe(
        **page.common(),
        art=fields.choice("art", Gruppenart),
        seit=fields.optional_date("seit"),
        bis=fields.optional_date("bis"),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
    )


def gremium(page: Page) -> Gremium:
    """Build a political body."""
    return Gremium(**page.common(), art=page.fields.choice("art", Gremienart))


def beschluss(page: Page) -> Beschluss:
    """Build a decision."""
    fields = page.fields
    name = fields.text("gremium")
    return Beschluss(
        **page.common(),
        gremium=Ref(Key(Kind.GREMIUM, name), fields.place_of("gremium")),
        datum=fields.date("datum"),
        ergebnis=fields.choice("ergebnis", Ergebnis),
        vorlage=fields.optional_text("vorlage"),
        betrifft=fields.mixed_refs("betrifft", page.find),
        vorlage_url=fields.web_address("vorlage_url"),
        url=fields.web_address("url"),
        abstimmung=_abstimmung(fields),
    )


def termin(page: Page) -> Termin:
    """Build a session, workshop or conference."""
    fields = page.fields
    return Termin(
        **page.common(),
        art=fields.choice("art", Terminart),
        datum=fields.date("datum"),
        ort=fields.optional_text("ort"),
        ergebnisse=fields.texts("ergebnisse"),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
        fokusgruppe=fields.ref("fokusgruppe", Kind.FOKUSGRUPPE),
    )


def bericht(page: Page) -> Bericht:
    """Build an edition of the report."""
    fields = page.fields
    return Bericht(
        **page.common(),
        jahr=fields.integer("jahr"),
        form=fields.text("form"),
        erschienen=fields.optional_date("erschienen"),
        hebt_hervor=fields.mixed_refs("hebt_hervor", page.find),
    )


def aktuelles(page: Page) -> Aktuelles:
    """Build a piece of news."""
    return Aktuelles(
        **page.common(),
        datum=page.fields.date("datum"),
        handlungsfelder=page.fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
    )


def seite(page: Page) -> Seite:
    """Build a single page."""
    return Seite(
        **page.common(),
        bereich=page.fields.choice("bereich", Bereich),
        reihenfolge=page.fields.integer("reihenfolge"),
    )


def leichte_seite(page: Page) -> LeichteSeite:
    """Build a page in Leichte Sprache."""
    fields = page.fields
    target = fields.optional_text("zu")
    return LeichteSeite(
        **page.common(),
        reihenfolge=fields.integer("reihenfolge"),
        zu=Ref(page.find(target), fields.place_of("zu")) if target else None,
        pruefgruppe=fields.optional_text("pruefgruppe"),
        dgs=_gebaerdenfilm(fields),
    )


def _gebaerdenfilm(fields: Fields) -> Gebaerdenfilm | None:
    inner = fields.table_of("dgs")
    if inner is None:
        return None
    found = Gebaerdenfilm(
        place=inner.place,
        film=inner.optional_text("film"),
        untertitel=inner.optional_text("untertitel"),
        abschrift=inner.optional_text("abschrift"),
        adresse=inner.web_address("adresse"),
    )
    inner.done()
    return found


def kommentar(page: Page) -> Kommentar:
    """Build a commentary on an indicator."""
    fields = page.fields
    name = fields.text("indikator")
    return Kommentar(
        **page.common(kurz_required=False),
        indikator=Ref(Key(Kind.INDIKATOR, name), fields.place_of("indikator")),
        datum=fields.date("datum"),
    )


FOLDERS: Mapping[str, Kind] = {
    "handlungsempfehlungen": Kind.EMPFEHLUNG,
    "handlungsfelder": Kind.HANDLUNGSFELD,
    "fokusgruppen": Kind.FOKUSGRUPPE,
    "gremien": Kind.GREMIUM,
    "beschluesse": Kind.BESCHLUSS,
    "termine": Kind.TERMIN,
    "berichte": Kind.BERICHT,
    "aktuelles": Kind.AKTUELLES,
    "seiten": Kind.SEITE,
    "leichte-sprache": Kind.LEICHT,
}
