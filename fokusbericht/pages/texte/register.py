"""/register/: everything from A to Z, also by the words that people know it by."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.report import Report
from fokusbericht.model.vocabulary import Synonym
from fokusbericht.pages.empfehlungen.field_history import name_steps
from fokusbericht.pages.frame.links import link_to
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.texte.alphabet import id_of, letter_of, letters
from fokusbericht.problems import Place
from fokusbericht.text.prose import slug
from fokusbericht.urls import REGISTER
from fokusbericht.views import Link
from fokusbericht.words.names import KIND_NAMES

TEMPLATE = "texte/register.html"
LEAD = "Alles in diesem Bericht von A bis Z, auch unter den Wörtern, die man sonst dafür kennt."
HELP = (
    "Das Suchfeld rechnet in Ihrem Browser und braucht JavaScript. Ohne JavaScript führt es "
    "hierher: Ihr Wort finden Sie mit „Auf der Seite suchen“ (Strg+F)."
)
NAMES = {
    **KIND_NAMES,
    Kind.INDIKATOR: "Zahl",
    Kind.BEGRIFF: "Begriff",
    Kind.SEITE: "Seite",
    Kind.AKTUELLES: "Meldung",
}
DATED = (Kind.EMPFEHLUNG, Kind.BESCHLUSS, Kind.TERMIN, Kind.AKTUELLES)  # their keys begin so


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A thing with what it is, or words with the way to what they mean."""

    title: str
    href: str = ""
    note: str = ""
    see: Link | None = None


@dataclass(frozen=True, slots=True)
class RegisterLetter:
    """What stands under one letter."""

    id: str
    title: str
    entries: tuple[RegisterEntry, ...]


@dataclass(frozen=True, slots=True)
class PostcodePlaces:
    """A postcode with its Kommunen."""

    plz: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The whole register."""

    lead: str
    help: str
    letters: tuple[Link, ...]
    groups: tuple[RegisterLetter, ...]
    postcodes: tuple[PostcodePlaces, ...]
    source: str


def plan(report: Report) -> Iterator[Output]:
    """Plan the register."""
    things = [*_things(report), *_pages(report)]
    ordered = sorted({*_told_apart(things), *_words(report, things)}, key=_order)
    groups = tuple(
        RegisterLetter(id_of(letter), letter, tuple(_joined(found)))
        for letter, found in groupby(ordered, key=lambda one: letter_of(one.title))
    )
    codes = tuple(_postcodes(report))
    ends = (Link("PLZ", "#postleitzahlen"),) if codes else ()
    view = RegisterView(
        lead=LEAD,
        help=HELP,
        letters=(*letters({group.title for group in groups}), *ends),
        groups=groups,
        postcodes=codes,
        source=report.geografie.plz_quelle,
    )
    page = make_page(report, REGISTER, "Register", LEAD, styles=("register.css",))
    yield page_output(report, TEMPLATE, page, view, Place("content"))


def _order(one: RegisterEntry) -> tuple[str, ...]:
    return slug(one.title), one.title, one.note, one.href, one.see.href if one.see else ""


def _told_apart(things: Iterable[RegisterEntry]) -> Iterator[RegisterEntry]:
    """Yield things; what shares its name with others says in it what it is: Wedel (Stadt)."""
    ordered = sorted(things, key=_order)
    for _, found in groupby(ordered, key=lambda one: slug(one.title)):
        alike = tuple(dict.fromkeys(found))
        for one in alike:
            what, _, more = one.note.partition(", ")
            title = f"{one.title} ({what})"
            yield one if len(alike) == 1 else replace(one, title=title, note=more)


def _joined(entries: Iterable[RegisterEntry]) -> Iterator[RegisterEntry]:
    """Yield entries; neighbours that lead the same way are one: 520-Euro-Job, 556-Euro-Job."""
    for way, found in groupby(entries, key=lambda one: one.see):
        if way is None:
            yield from found
        else:
            yield RegisterEntry(", ".join(one.title for one in found), see=way)


def _things(report: Report) -> Iterator[RegisterEntry]:
    """Yield all that has a page of its own, or a place on one; nothing that is an example."""
    codes = _codes(report)
    for key, title in report.titles.items():
        if key.kind in NAMES and key not in report.examples:
            yield RegisterEntry(title, link_to(report, key).href, _note(report, key, codes))


def _note(report: Report, key: Key, codes: dict[str, list[str]]) -> str:
    if key.kind is Kind.KOMMUNE:
        place = next(one for one in report.geografie.kommunen.values() if one.key == key)
        return ", ".join([place.art, *codes[place.ags]])
    name = NAMES[key.kind]
    year = key.name[:4]
    return f"{name} {year}" if key.kind in DATED and year.isdigit() else name


def _codes(report: Report) -> dict[str, list[str]]:
    """Return the postcodes of each Kommune."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for plz, keys in report.postleitzahlen.items():
        for ags in keys:
            found[ags].append(plz)
    return found


def _pages(report: Report) -> Iterator[RegisterEntry]:
    """Yield the pages of menus that are no things."""
    own = {link_to(report, key).href for key in report.titles if key.kind in NAMES}
    for point in report.kreis.menu_points():
        if point.titel and point.ziel.startswith("/") and point.ziel not in own:
            yield RegisterEntry(point.titel, point.ziel, NAMES[Kind.SEITE])


def _words(report: Report, things: Iterable[RegisterEntry]) -> Iterator[RegisterEntry]:
    """Yield the words that lead to something and are no title themselves."""
    known = {slug(one.title) for one in things}
    names = {one.href: one.title for one in _told_apart(things)}
    for word, way in _leading(report):
        if slug(word) not in known:
            yield RegisterEntry(word, see=Link(names.get(way.href, way.title), way.href))


def _leading(report: Report) -> Iterator[tuple[str, Link]]:
    """Yield synonyms, short forms and old names of fields, each with where it leads first."""
    for one in report.synonyme:
        way = next(_ways(report, one), None)
        yield from ((word, way) for word in one.worte if way)
    for begriff in report.begriffe.values():
        if begriff.kurzform:
            yield begriff.kurzform, link_to(report, begriff.key)
    for feld in report.handlungsfelder.values():
        yield from ((step.name, link_to(report, feld.key)) for step in name_steps(feld))


def _ways(report: Report, one: Synonym) -> Iterator[Link]:
    titles = {point.ziel: point.titel for point in report.kreis.menu_points() if point.titel}
    for ref in one.ziele:
        if ref.key.kind in NAMES and ref.key not in report.examples:
            yield link_to(report, ref.key)
    yield from (Link(titles[page.ziel], page.ziel) for page in one.adressen)


def _postcodes(report: Report) -> Iterator[PostcodePlaces]:
    for plz, keys in report.postleitzahlen.items():
        places = (report.geografie.kommunen[ags] for ags in keys)
        ordered: Iterable[Key] = (
            one.key for one in sorted(places, key=lambda place: slug(place.name))
        )
        yield PostcodePlaces(plz, tuple(link_to(report, key) for key in ordered))
