"""Slides of an edition for a session: about ten, in large letters, with one thing on each."""

from collections.abc import Iterator

from fokusbericht.exports.print.fokus import Drawings, manuscript_of
from fokusbericht.exports.print.manuscript import Manuscript, Sources
from fokusbericht.exports.print.plain import Plain, plain
from fokusbericht.model.editions import Ausgabe, Chapter, ChapterKind
from fokusbericht.problems import Place
from fokusbericht.text.blocks import Paragraph
from fokusbericht.text.language import sentences

MOST_SCENES = 3
MOST_SOURCES = 8  # in letters that can be read from the last row


def set_out_slides(
    ausgabe: Ausgabe, sources: Sources, drawings: Drawings, place: Place
) -> Manuscript:
    """Return the manuscript of the slides."""
    shown = list(_scenes(ausgabe))[:MOST_SCENES]
    scenes: list[Plain] = [
        {
            "title": chapter.title,
            "text": _said(chapter),
            "picture": plain(chapter.illustrations[0], ausgabe.base),
        }
        for chapter in shown
    ]
    more: dict[str, Plain] = {"scenes": scenes, "sources": [*_names(ausgabe, shown)]}
    return manuscript_of(ausgabe, sources, drawings, place, more, {})


def _scenes(ausgabe: Ausgabe) -> Iterator[Chapter]:
    """Yield what can be shown by a picture: the themes of the year, else its fields."""
    for kind in (ChapterKind.THEME, ChapterKind.FIELD):
        yield from (one for one in ausgabe.chapters if one.kind is kind and one.illustrations)


def _said(chapter: Chapter) -> str:
    """Return the sentence that stands beside a picture: the chapter's, else its text's first."""
    if chapter.statement:
        return chapter.statement
    texts = ("".join(run.text for run in one.runs) for one in _paragraphs(chapter))
    return next((first for text in texts for first in sentences(text)[:1]), "")


def _paragraphs(chapter: Chapter) -> Iterator[Paragraph]:
    yield from (one for one in chapter.blocks if isinstance(one, Paragraph))


def _names(ausgabe: Ausgabe, shown: list[Chapter]) -> Iterator[str]:
    """Yield where the figures on the slides come from, each once."""
    told = [one.figure.source for one in ausgabe.sentences]
    told += [chapter.illustrations[0].source for chapter in shown]
    told.append(ausgabe.cover.source)
    names = dict.fromkeys(one.partition(" · ")[0] for one in told if one)
    yield from list(names)[:MOST_SOURCES]
