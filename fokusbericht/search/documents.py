"""What can be found: one document a thing or page, in the words of the report.

Texts are those of the report, not of the built pages. Of numbers in texts only years are taken, so
no figure can be found by its value.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from fokusbericht.building.output import PageNote
from fokusbericht.model.base import PartialDate, Ref, Thing
from fokusbericht.model.figures import Indikator
from fokusbericht.model.lives import Vorgang
from fokusbericht.model.places import KREIS
from fokusbericht.model.planning import (
    Bericht,
    Beschluss,
    Fokusgruppe,
    Handlungsfeld,
    Speicherthema,
    Termin,
)
from fokusbericht.model.recommendations import Anregung, Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.model.texts import UEBERSICHT, Aktuelles, Begriff, LeichteSeite
from fokusbericht.text.language import sentences
from fokusbericht.text.prose.plain import plain
from fokusbericht.urls import address_of, url_of
from fokusbericht.words.names import KIND_NAMES, name_of_body
from fokusbericht.words.search import PAGE

LONGEST = 170  # characters of a summary

WEIGHTS = {
    "kommune": 1.4,
    "handlungsfeld": 1.4,
    "indikator": 1.1,
    "raum": 1.1,
    "empfehlung": 1.1,
    "fokusgruppe": 1.0,
    "gremium": 0.9,
    "seite": 0.9,
    "bericht": 0.8,
    "querschnitt": 0.8,
    "anregung": 0.7,
    "beschluss": 0.7,
    "aktuelles": 0.6,
    "leicht": 0.6,
    "themenspeicher": 0.6,
    "termin": 0.5,
    "begriff": 0.5,
    PAGE: 0.7,
}
TELLING = 1.5  # figures that stand first in their theme
ASIDE = 0.8  # figures that stand behind the first of their group
BESIDE = 0.4  # pages of places beside others, of two figures against each other


@dataclass(frozen=True, slots=True)
class Findable:
    """A thing or page that can be found; places are keys of areas."""

    url: str
    kind: str
    title: str
    summary: str = ""
    where: str = ""
    names: tuple[str, ...] = ()  # what else it is called
    keys: tuple[str, ...] = ()  # "2025-03", the number of a Vorlage, an AGS
    text: str = ""
    weight: float = 0  # if not that of its kind
    years: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    state: str = ""
    places: tuple[str, ...] = ()
    target: str = ""  # how synonyms name it: "indikator:sgb-ii-quote"

    def weighs(self) -> float:
        """Return how much it weighs against others that say the same."""
        return self.weight or WEIGHTS[self.kind]


def documents(report: Report, notes: Iterable[PageNote]) -> tuple[Findable, ...]:
    """Return all documents: things first, then all other pages by what they say of themselves."""
    said = {one.url: one for one in notes}
    found = [_with_summary(one, said) for one in _of_report(report) if _is_there(one, said)]
    taken = {one.url for one in found}
    pages = (_of_page(one) for one in sorted(said.values()) if one.url not in taken)
    return (*found, *pages)


def _is_there(one: Findable, said: Mapping[str, PageNote]) -> bool:
    """Say whether a document has a page that may be found."""
    return one.url.partition("#")[0] in said


def _with_summary(one: Findable, said: Mapping[str, PageNote]) -> Findable:
    """Return a document with what its page says of itself, where the thing says nothing."""
    if one.summary or one.url not in said:
        return one
    return replace(one, summary=shortened(said[one.url].description))


def _of_page(note: PageNote) -> Findable:
    is_beside = "/vergleich/" in note.url and note.url.count("/") > 3
    summary = shortened(note.description)
    return Findable(note.url, PAGE, note.title, summary, weight=BESIDE if is_beside else 0)


def _of_report(report: Report) -> Iterator[Findable]:
    """Yield the documents of all that is no example."""
    yield from _places(report)
    for one in report.indikatoren.values():
        if not one.beispiel:
            yield _indicator(report, one)
    for kind, make in _MAKERS:
        for thing in kind(report).values():
            if not thing.beispiel:
                yield make(report, thing)
    yield from (_term(one) for one in report.begriffe.values())


def _thing(report: Report, one: Thing, text: Iterable[str] = ()) -> Findable:
    """Return what all things have in common."""
    body = plain(one.body.source)
    return Findable(
        url_of(report, one.key),
        one.key.kind,
        one.titel,
        shortened(one.kurz),
        text=" ".join((body, *text)),
        target=str(one.key),
    )


def shortened(text: str) -> str:
    """Return the first sentences of a text, as many as fit into two lines."""
    told = ""
    for sentence in sentences(text):
        if told and len(told) + len(sentence) >= LONGEST:
            break
        told = f"{told} {sentence}".strip()
    if len(told) <= LONGEST:
        return told
    return f"{told[:LONGEST].rpartition(' ')[0].rstrip(',;:')} …"


def _year(day: PartialDate | None) -> tuple[str, ...]:
    return (str(day.year),) if day else ()


def _names(refs: Iterable[Ref]) -> tuple[str, ...]:
    return tuple(ref.key.name for ref in refs)


def _titles(report: Report, refs: Iterable[Ref]) -> Iterator[str]:
    yield from (report.titles[ref.key] for ref in refs)


def _matter(report: Report, one: Vorgang) -> Findable:
    """Return what all that has a life has in common: its steps, its state."""
    told = (step.text for step in one.verlauf)
    steps = [step for step in one.steps() if step.vorlage]
    return replace(
        _thing(report, one, text=(*told, one.haltung_text, one.zustaendig)),
        keys=tuple(dict.fromkeys(step.vorlage for step in steps)),
        state=one.stand().value,
    )


def _recommendation(report: Report, one: Handlungsempfehlung) -> Findable:
    found = _matter(report, one)
    more = (*_titles(report, one.zielgruppen), *_titles(report, one.handlungsfelder))
    reason = one.einschaetzung.begruendung if one.einschaetzung else ""
    return replace(
        found,
        names=one.auch,
        keys=(one.key.name[:7], *found.keys),
        text=" ".join((found.text, reason, *more)),
        where=" · ".join(_titles(report, one.handlungsfelder)),
        years=(str(one.jahr),),
        fields=_names(one.handlungsfelder),
        groups=_names(one.fokusgruppen),
        places=_names(one.raeume),
    )


def _suggestion(report: Report, one: Anregung) -> Findable:
    found = _matter(report, one)
    text = f"{found.text} {one.von}"
    return replace(found, text=text, years=_year(one.datum), fields=_names(one.handlungsfelder))


def _decision(report: Report, one: Beschluss) -> Findable:
    found, body = _matter(report, one), name_of_body(report, one)
    return replace(found, where=body, years=_year(one.datum))


def _field(report: Report, one: Handlungsfeld) -> Findable:
    names = tuple(dict.fromkeys(step.name for step in one.verlauf if step.name))
    text = (step.text for step in one.verlauf)
    return replace(_thing(report, one, text=text), names=names, fields=(one.key.name,))


def _group(report: Report, one: Fokusgruppe) -> Findable:
    found = _thing(report, one, text=one.einrichtungen)
    return replace(found, fields=_names(one.handlungsfelder), groups=(one.key.name,))


def _session(report: Report, one: Termin) -> Findable:
    found = _thing(report, one, text=(*one.ergebnisse, one.ort))
    groups = (one.fokusgruppe.key.name,) if one.fokusgruppe else ()
    fields = _names(one.handlungsfelder)
    return replace(found, years=_year(one.datum), fields=fields, groups=groups)


def _edition(report: Report, one: Bericht) -> Findable:
    return replace(_thing(report, one), years=(str(one.jahr),))


def _news(report: Report, one: Aktuelles) -> Findable:
    found = _thing(report, one)
    return replace(found, years=_year(one.datum), fields=_names(one.handlungsfelder))


def _stored(report: Report, one: Speicherthema) -> Findable:
    return replace(_thing(report, one, text=(one.von,)), years=_year(one.datum))


def _easy(report: Report, one: LeichteSeite) -> Findable:
    """Who asks for Leichte Sprache wants the page that leads to all others."""
    found = _thing(report, one)
    is_first = one.key.name == UEBERSICHT
    return replace(found, names=(KIND_NAMES[one.key.kind],)) if is_first else found


_MAKERS: tuple[tuple[Callable[[Report], Mapping[str, Thing]], Callable[..., Findable]], ...] = (
    (lambda report: report.handlungsfelder, _field),
    (lambda report: report.empfehlungen, _recommendation),
    (lambda report: report.fokusgruppen, _group),
    (lambda report: report.gremien, _thing),
    (lambda report: report.anregungen, _suggestion),
    (lambda report: report.beschluesse, _decision),
    (lambda report: report.speicher, _stored),
    (lambda report: report.termine, _session),
    (lambda report: report.berichte, _edition),
    (lambda report: report.aktuelles, _news),
    (lambda report: report.seiten, _thing),
    (lambda report: report.leicht, _easy),
)


def _term(one: Begriff) -> Findable:
    text = plain(one.erklaerung.source)
    return Findable(
        address_of(one.key),
        one.key.kind,
        one.begriff,
        shortened(text),
        names=(one.kurzform,) if one.kurzform else (),
        text=text,
        target=str(one.key),
    )


def _indicator(report: Report, one: Indikator) -> Findable:
    theme = report.titles[one.thema.key]
    groups = [
        (number, gruppe.titel, reihe.name)
        for gruppe in report.gruppen.values()
        for number, reihe in enumerate(gruppe.reihen)
        if reihe.indikator.key == one.key
    ]
    text = (one.methode, one.hinweis, one.zaehler, one.nenner, one.quelle.name)
    found = _thing(report, one, text=(*text, theme, *_titles(report, one.handlungsfelder)))
    called = one.wortlaut.name if one.wortlaut else ""
    names = [called, *(f"{title} {name}" for _, title, name in groups)]
    is_first = not any(number for number, *_ in groups)
    weight = WEIGHTS["indikator"] * (TELLING if one.wichtig else 1 if is_first else ASIDE)
    return replace(
        found,
        where=theme,
        names=tuple(filter(None, names)),
        weight=weight,
        years=tuple(map(str, one.years()[-1:])),
        fields=_names(one.handlungsfelder),
    )


def _places(report: Report) -> Iterator[Findable]:
    """Yield profiles of Kommunen and rooms, and of the county."""
    geografie = report.geografie
    for ags, kommune in geografie.kommunen.items():
        amt = geografie.amt_of(ags)
        yield Findable(
            address_of(kommune.key),
            kommune.key.kind,
            kommune.name,
            where=kommune.art,
            names=(geografie.name_of(amt.schluessel),) if amt else (),
            keys=(ags,),
            places=(ags,),
            target=str(kommune.key),
        )
    for key, room in geografie.raeume.items():
        members = " ".join(geografie.name_of(one) for one in room.kommunen)
        yield Findable(
            *(address_of(room.key), room.key.kind, room.title, shortened(room.kurz)),
            text=members,
            places=(key,),
            target=str(room.key),
        )
    yield Findable(
        f"/raeume/{KREIS}/",
        "raum",
        geografie.name,
        keys=(geografie.schluessel,),
        places=(geografie.schluessel,),
        target=f"raum:{KREIS}",
    )
