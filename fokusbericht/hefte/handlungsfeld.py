"""A Handlungsfeld on two pages: its figures, what people and planners say, what became of it."""

from collections.abc import Iterator
from itertools import islice

from fokusbericht.editions.figures import edition_figure
from fokusbericht.editions.illustrations import course_illustration, makers_of, map_illustration
from fokusbericht.editions.texts import blocks, parts
from fokusbericht.figures.grouping import listed_figures, once
from fokusbericht.figures.key_figures import first_said, key_figure
from fokusbericht.hefte.drawings import MakeDrawing
from fokusbericht.hefte.frame import (
    Printable,
    figure_sources,
    heft,
    in_turn,
    name_in,
    sources_of,
)
from fokusbericht.hefte.heft import HeftBlock, HeftFigure, HeftPart, HeftTable, RowGroup
from fokusbericht.hefte.matters import LATER, NEXT_WIDTHS, as_today, entries_of, next_steps
from fokusbericht.model.base import Key, Ref
from fokusbericht.model.editions import Illustration
from fokusbericht.model.figures import Zahlart
from fokusbericht.model.lives import Vorgang
from fokusbericht.model.planning import Beschluss, Handlungsfeld
from fokusbericht.model.recommendations import Anregung, Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.voices import VOICES
from fokusbericht.text.blocks import Block, Heading
from fokusbericht.text.formatting import NARROW
from fokusbericht.words import hefte as words
from fokusbericht.words.phrases import listing, span

MOST_FIGURES = 6
MEASURED, *FOUND = VOICES  # the headings that the handbook asks for


def printable(report: Report, feld: Handlungsfeld) -> Printable:
    """Return the handout of a Handlungsfeld with its drawings."""
    keys = [*once(report, (ref.key for ref in feld.kennzahlen))][:MOST_FIGURES]
    pictures = tuple(_pictures(report, feld, keys))
    first = (_figures(report, keys), _pictures_part(pictures), *_found(report, feld))
    second = (_matters(report, feld), _next(report, feld), _groups(report, feld))
    names = (*(key.name for key in keys), *(name_in(one.href) for one in pictures))
    indicators = [report.indikatoren[name] for name in dict.fromkeys(names)]
    sources = (*figure_sources(indicators), *sources_of(feld))
    whole = heft(report, feld.key, feld.kurz, (first, second), sources)
    return Printable(whole, {one.name: _draw(report, one) for one in pictures})


# --- Figures --------------------------------------------------------------------------------------


def _figures(report: Report, keys: list[Key]) -> HeftPart:
    return HeftPart(
        title=words.KEY_FIGURES,
        lead=first_said(report, keys),
        figures=tuple(_figure(report, keys)),
    )


def _figure(report: Report, keys: list[Key]) -> Iterator[HeftFigure]:
    for key in keys:
        one, told = edition_figure(report, key), key_figure(report, key)
        if one and told:
            is_percent = one.unit == "%"
            value = f"{one.value}{NARROW}%" if is_percent else one.value
            unit = "" if is_percent else one.unit
            yield HeftFigure(one.label, value, unit, one.year, told.beside)


def _pictures(report: Report, feld: Handlungsfeld, keys: list[Key]) -> Iterator[Illustration]:
    """Yield the map of the field, and the course of the first of its figures that has one."""
    if feld.karte and (drawn := map_illustration(report, feld.karte.key.name)):
        yield drawn
    names = (*(key.name for key in keys), *_others(report, feld))
    courses = (course_illustration(report, name) for name in names)
    yield from islice(filter(None, courses), 1)


def _others(report: Report, feld: Handlungsfeld) -> Iterator[str]:
    """Yield what else its course may be of: its map, its telling figures; no counts."""
    if feld.karte:
        yield feld.karte.key.name
    for key in listed_figures(report):
        one = report.indikatoren[key.name]
        is_told = one.wichtig and not one.beispiel and one.art is not Zahlart.ANZAHL
        if is_told and feld.key in _keys(one.handlungsfelder):
            yield key.name


def _pictures_part(pictures: tuple[Illustration, ...]) -> HeftPart:
    is_map = [one.name.startswith("karte-") for one in pictures]
    title = words.BOTH if len(pictures) > 1 else words.ON_MAP if True in is_map else words.COURSE
    return HeftPart(title, illustrations=pictures)


def _draw(report: Report, picture: Illustration) -> MakeDrawing:
    """Return what draws a picture as narrow as a column."""
    *_, (_, _, draw) = makers_of(report, picture)
    return draw


# --- What was found -------------------------------------------------------------------------------


def _found(report: Report, feld: Handlungsfeld) -> Iterator[HeftPart]:
    """Yield what people said and how the planners read it; what is measured if there is room."""
    texts = {one.title: blocks(report, one.source) for one in parts(feld.body)}
    told = [(title, _without_head(texts[title])) for title in FOUND if texts.get(title)]
    ranks = {id(block): rank for rank, block in enumerate(in_turn([some for _, some in told]))}
    for title, some in told:
        yield HeftPart(title, blocks=tuple(HeftBlock(one, ranks[id(one)]) for one in some))
    measured = _without_head(texts.get(MEASURED, ()))
    ranked = (HeftBlock(one, LATER + place) for place, one in enumerate(measured))
    yield HeftPart(MEASURED, blocks=tuple(ranked))


def _without_head(some: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of a part without the heading that the part itself bears."""
    return some[1:] if some and isinstance(some[0], Heading) else some


# --- What became of it ----------------------------------------------------------------------------


def _own(report: Report, feld: Handlungsfeld) -> list[Vorgang]:
    """Return what is recommended, decided or suggested in a field, the most urgent first."""
    own = [one for one in report.vorgaenge() if feld.key in _keys(_fields(one))]
    return [one.vorgang for one in as_today(report, own)]


def _fields(vorgang: Vorgang) -> tuple[Ref, ...]:
    if isinstance(vorgang, Beschluss):
        return vorgang.betrifft
    assert isinstance(vorgang, Handlungsempfehlung | Anregung)
    return vorgang.handlungsfelder


def _keys(refs: tuple[Ref, ...]) -> list[Key]:
    return [ref.key for ref in refs]


def _matters(report: Report, feld: Handlungsfeld) -> HeftPart:
    found = entries_of(report, _own(report, feld), with_steps=False)
    return HeftPart(words.MATTERS, lead="" if found else words.NO_MATTERS, entries=found)


def _next(report: Report, feld: Handlungsfeld) -> HeftPart:
    rows = tuple(next_steps(report, _own(report, feld)))
    if not rows:
        return HeftPart(words.NEXT, lead=words.NO_NEXT)
    table = HeftTable(words.NEXT, words.NEXT_HEAD, (RowGroup("", rows),), NEXT_WIDTHS)
    return HeftPart(words.NEXT, table=table)


def _groups(report: Report, feld: Handlungsfeld) -> HeftPart:
    """Return which groups work, or worked, in a field, and when."""
    told = [
        f"{one.titel} ({when})" if (when := span(one.seit, one.bis)) else one.titel
        for one in report.fokusgruppen.values()
        if feld.key in _keys(one.handlungsfelder) and not one.beispiel
    ]
    return HeftPart(words.GROUPS, lead=f"{listing(told)}." if told else words.NO_GROUPS)
