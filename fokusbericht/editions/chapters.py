"""The chapters of an edition, made of what the report holds."""

from collections.abc import Iterable, Iterator

from fokusbericht.editions.entries import entries
from fokusbericht.editions.figures import edition_figures
from fokusbericht.editions.illustrations import course_illustration, map_illustration
from fokusbericht.editions.texts import blocks, embedded, parts, plain_blocks
from fokusbericht.figures.grouping import once
from fokusbericht.figures.key_figures import first_said
from fokusbericht.model.base import Key, Ref
from fokusbericht.model.editions import (
    Chapter,
    ChapterKind,
    DeeperLink,
    EditionFigure,
    Illustration,
)
from fokusbericht.model.planning import Auswahl, Bericht, Handlungsfeld, Teilwahl
from fokusbericht.model.report import Report
from fokusbericht.urls import url_of
from fokusbericht.words import editions as words


def chapters(report: Report, bericht: Bericht, auswahl: Auswahl) -> Iterator[Chapter]:
    """Yield all chapters in their order; those without any content are left out."""
    made = (
        *_foreword(bericht, auswahl),
        *_themes(report, bericht),
        _matters(report, ChapterKind.GOALS, words.GOALS, auswahl.ziele),
        _matters(report, ChapterKind.DECISIONS, words.DECISIONS, auswahl.beschluesse),
        *_fields(report, auswahl),
        _part(report, ChapterKind.FINANCE, words.FINANCE, auswahl.finanzen),
        _matters(report, ChapterKind.FOLLOWED, words.FOLLOWED, auswahl.fruehere),
        _part(report, ChapterKind.NETWORK, words.NETWORK, auswahl.netzwerk),
        _part(report, ChapterKind.METHOD, words.METHOD, auswahl.methode),
    )
    yield from (one for one in made if one.blocks or one.entries)


def _foreword(bericht: Bericht, auswahl: Auswahl) -> Iterator[Chapter]:
    if vorwort := auswahl.vorwort:
        kind = ChapterKind.FOREWORD
        text = plain_blocks(vorwort.text)
        source = "; ".join(one.name for one in bericht.quellen if one.kuerzel == vorwort.quelle)
        yield Chapter(kind, kind.value, words.FOREWORD, blocks=text, source=source)


def _themes(report: Report, bericht: Bericht) -> Iterator[Chapter]:
    """Yield what stands before the first heading of the text, and a theme for each heading."""
    for section in parts(bericht.body):
        kind = ChapterKind.THEME if section.title else ChapterKind.INTRODUCTION
        illustrations, places = embedded(report, section.source, bericht.body)
        yield Chapter(
            kind=kind,
            anchor=section.anchor or kind.value,
            title=section.title or words.INTRODUCTION,
            blocks=blocks(report, section.source),
            illustrations=illustrations,
            places=places,
        )


def _matters(report: Report, kind: ChapterKind, title: str, refs: tuple[Ref, ...]) -> Chapter:
    return Chapter(kind, kind.value, title, entries=tuple(entries(report, refs)))


def _fields(report: Report, auswahl: Auswahl) -> Iterator[Chapter]:
    """Yield the Handlungsfelder as they are chosen; all by themselves where none is."""
    ordered = sorted(report.handlungsfelder.values(), key=lambda one: (one.reihenfolge, one.key))
    by_name = {one.feld.key.name: one for one in auswahl.felder if one.feld}
    names = by_name or [one.key.name for one in ordered]
    for name in names:
        feld = report.handlungsfelder.get(name)
        if feld:
            yield _field(report, feld, by_name.get(name, Teilwahl(auswahl.place)))


def _field(report: Report, feld: Handlungsfeld, teil: Teilwahl) -> Chapter:
    # What is chosen stands as it is; of a field's own figures, of each group one.
    keys = _keys(teil.kennzahlen) or tuple(once(report, _keys(feld.kennzahlen)))
    figures = edition_figures(report, keys)
    own = DeeperLink(feld.titel, url_of(report, feld.key), words.FIELD_PAGE)
    return Chapter(
        kind=ChapterKind.FIELD,
        anchor=feld.key.name,
        title=feld.titel,
        statement=first_said(report, keys),
        blocks=plain_blocks(teil.text or feld.kurz),
        figures=figures,
        illustrations=tuple(_picture(report, teil, feld.karte, keys)),
        deeper=(own, *_deeper(report, teil)),
        source=_sources(figures),
    )


def _part(report: Report, kind: ChapterKind, title: str, teil: Teilwahl) -> Chapter:
    figures = edition_figures(report, _keys(teil.kennzahlen))
    return Chapter(
        kind=kind,
        anchor=kind.value,
        title=title,
        blocks=plain_blocks(teil.text),
        figures=figures,
        illustrations=tuple(_picture(report, teil, None, ())),
        deeper=tuple(_deeper(report, teil)),
        source=_sources(figures),
    )


def _keys(refs: Iterable[Ref]) -> tuple[Key, ...]:
    return tuple(ref.key for ref in refs)


def _picture(
    report: Report, teil: Teilwahl, karte: Ref | None, keys: Iterable[Key]
) -> Iterator[Illustration]:
    """Yield the pictures that are chosen; else the field's map, else the first course there is."""
    chosen = (
        map_illustration(report, teil.karte.key.name) if teil.karte else None,
        course_illustration(report, teil.verlauf.key.name) if teil.verlauf else None,
    )
    if any(chosen):
        yield from filter(None, chosen)
        return
    by_map = map_illustration(report, karte.key.name) if karte else None
    courses = (course_illustration(report, key.name) for key in keys)
    found = by_map or next(filter(None, courses), None)
    if found:
        yield found


def _deeper(report: Report, teil: Teilwahl) -> Iterator[DeeperLink]:
    for ref in teil.tiefer:
        if ref.key in report.titles:
            yield DeeperLink(report.titles[ref.key], url_of(report, ref.key))


def _sources(figures: tuple[EditionFigure, ...]) -> str:
    return "; ".join(dict.fromkeys(one.source for one in figures))
