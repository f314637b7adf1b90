"""An edition as it is printed: the report on A4, with the figures behind it attached."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from fokusbericht.editions.tables import figures_csv, picture_csv
from fokusbericht.exports.print.drawings import light_svg
from fokusbericht.exports.print.manuscript import Manuscript, PrintFault, Sources
from fokusbericht.exports.print.plain import Plain, plain, shown_address
from fokusbericht.model.editions import Ausgabe, ChapterKind, Illustration
from fokusbericht.problems import Place
from fokusbericht.words.editions import edition_words

PICTURES = "bilder"
FIGURES = "zahlen.csv"
NO_ALT = "Dem Bild „{}“ fehlt der Alternativtext. Ohne ihn wird kein PDF gesetzt."
Drawings = Mapping[str, bytes]  # by the names of their files: "karte-miete-schmal.svg"


def set_out(ausgabe: Ausgabe, sources: Sources, drawings: Drawings, place: Place) -> Manuscript:
    """Return the manuscript of the report."""
    tables = dict(_tables(ausgabe))
    more = {"tables": _described(ausgabe, tables)}
    return manuscript_of(ausgabe, sources, drawings, place, more, tables)


def manuscript_of(
    ausgabe: Ausgabe,
    sources: Sources,
    drawings: Drawings,
    place: Place,
    more: Mapping[str, Plain],
    files: Mapping[str, bytes],
) -> Manuscript:
    """Return an edition with its pictures as a manuscript, and what a form of it has besides."""
    for one in ausgabe.illustrations():
        if not one.alt.strip():
            raise PrintFault(place.path, place.line, NO_ALT.format(one.title))
    # One that was frozen may lack words that templates of today need besides.
    words = {**edition_words(len(ausgabe.sentences)), **ausgabe.words}
    ausgabe = replace(ausgabe, words=words)
    return Manuscript(
        sources=sources,
        data={**_about(ausgabe), "edition": plain(ausgabe, ausgabe.base, level=3), **more},
        day=date.fromisoformat(ausgabe.stand_iso),
        place=place,
        files={**files, **dict(_pictures(ausgabe, drawings))},
    )


def _about(ausgabe: Ausgabe) -> dict[str, Plain]:
    """Return what the file says of itself; a demonstration has no office as its author."""
    fields = [one.title for one in ausgabe.chapters if one.kind is ChapterKind.FIELD]
    page = f"{ausgabe.base}{ausgabe.url}"
    author = ausgabe.notice or (ausgabe.office[0] if ausgabe.office else ausgabe.county)
    return {
        "title": f"{ausgabe.title} – {ausgabe.subtitle}" if ausgabe.subtitle else ausgabe.title,
        "author": author,
        "description": " ".join(filter(None, (ausgabe.summary, ausgabe.notice))),
        "keywords": [ausgabe.county, *fields],
        "head": ausgabe.title,
        "foot": ausgabe.notice or ausgabe.county,
        "page": {"address": page, "shown": shown_address(page)},
    }


def _pictures(ausgabe: Ausgabe, drawings: Drawings) -> Iterator[tuple[str, bytes]]:
    for name, drawing in drawings.items():
        yield f"{PICTURES}/{name}", light_svg(drawing)
    for number, one in enumerate(ausgabe.sentences, 1):
        if one.drawing:
            drawn = light_svg(one.drawing.encode(), ausgabe.accent)
            yield f"{PICTURES}/satz-{number}.svg", drawn


def _tables(ausgabe: Ausgabe) -> Iterator[tuple[str, bytes]]:
    """Yield the tables that are attached: all numbers, and what each picture shows."""
    yield FIGURES, figures_csv(ausgabe)
    for picture in ausgabe.illustrations():
        yield f"{picture.name}.csv", picture_csv(picture)


def _described(ausgabe: Ausgabe, tables: Mapping[str, bytes]) -> Plain:
    """Return the attached tables, each with what it is and where it comes from."""
    by_file = {f"{one.name}.csv": one for one in ausgabe.illustrations()}
    return [
        {"file": file, "description": _description(ausgabe, by_file.get(file))} for file in tables
    ]


def _description(ausgabe: Ausgabe, picture: Illustration | None) -> str:
    words = ausgabe.words
    if picture is None:
        licences = dict.fromkeys(one.licence for one in ausgabe.figures() if one.licence)
        said = (f"{ausgabe.title}: {words['figures']}", *licences)
    else:
        name = picture.source.partition(" · ")[0]
        licence = next((one.licence for one in ausgabe.sources if one.name == name), "")
        said = (picture.title, f"{words['source']}: {picture.source}", licence)
    return ". ".join(one.rstrip(".") for one in said if one)
