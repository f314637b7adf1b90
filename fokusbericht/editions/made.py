"""An edition made of the report as it is today."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from fokusbericht.editions.chapters import chapters
from fokusbericht.editions.figures import year_sentences
from fokusbericht.editions.illustrations import map_illustration
from fokusbericht.model.base import Quelle
from fokusbericht.model.editions import Ausgabe, Chapter, EditionSource, Illustration, YearSentence
from fokusbericht.model.planning import Bericht
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen
from fokusbericht.text.blocks import runs_of
from fokusbericht.text.formatting import format_date
from fokusbericht.text.language import words as words_in
from fokusbericht.words.editions import edition_words

A_MINUTE = 200  # words that are read in one
NO_COVER = Illustration("", "", "", "", "", "", 0, 0, 0, 0, (), ())


def made_of(report: Report, bericht: Bericht) -> Ausgabe | None:
    """Return the edition of a report; None of one whose content is not chosen."""
    auswahl, kreis = bericht.ausgabe, report.kreis
    if auswahl is None:
        return None
    cover = map_illustration(report, auswahl.titelkarte.key.name) if auswahl.titelkarte else None
    sentences = tuple(year_sentences(report, auswahl.saetze))
    parts = tuple(chapters(report, bericht, auswahl))
    contact = kreis.kontakt
    return Ausgabe(
        name=bericht.key.name,
        year=bericht.jahr,
        title=bericht.titel,
        subtitle=auswahl.untertitel,
        county=kreis.name,
        base=kreis.basis_url,
        accent=kreis.akzent,
        summary=bericht.kurz,
        notice=kreis.hinweis,
        stand=format_date(kreis.stichtag),
        stand_iso=kreis.stichtag.isoformat(),
        minutes=max(1, round(sum(_words(sentences, parts)) / A_MINUTE)),
        cover=cover or NO_COVER,
        sentences=sentences,
        chapters=parts,
        sources=tuple(_sources(report, bericht, sentences, parts)),
        map_credit=report.geografie.quelle,
        licence=kreis.lizenz_texte,
        office=tuple(one for one in (contact.stelle, contact.strasse, contact.ort) if one),
        words=edition_words(len(sentences)),
    )


def _words(sentences: Iterable[YearSentence], parts: Iterable[Chapter]) -> Iterator[int]:
    """Yield how many words each text has."""
    texts = [one.text for one in sentences]
    for part in parts:
        texts += [part.statement, *(one.caption for one in part.illustrations)]
        texts += [run.text for block in part.blocks for run in runs_of(block)]
        texts += [f"{one.title} {one.text}" for one in part.entries]
    yield from (len(words_in(text)) for text in texts)


def _sources(
    report: Report,
    bericht: Bericht,
    sentences: Iterable[YearSentence],
    parts: Iterable[Chapter],
) -> Iterator[EditionSource]:
    """Yield where its figures come from, then what the report itself names, each once."""
    names = [one.figure.indicator for one in sentences]
    for part in parts:
        names += [one.indicator for one in part.figures]
        names += [one.href.rstrip("/").rpartition("/")[2] for one in part.illustrations]
    known = messungen(report)
    found = [known[name].indikator.quelle for name in dict.fromkeys(names) if name in known]
    by_place: dict[str, Quelle] = {}
    for one in (*found, *bericht.quellen):
        by_place.setdefault(_place_of(one), one)
    yield from map(_source, by_place.values())


def _place_of(quelle: Quelle) -> str:
    """Return what tells a source apart: a page of its own, else its name with its site."""
    has_page = bool(urlsplit(quelle.url).path.strip("/"))
    return quelle.url if has_page else f"{quelle.name} {quelle.url}"


def _source(quelle: Quelle) -> EditionSource:
    stand = format_date(quelle.stand) if quelle.stand else ""
    return EditionSource(quelle.name, quelle.url, stand, quelle.lizenz)
