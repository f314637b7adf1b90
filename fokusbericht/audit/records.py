"""JSON as a program reads it: records that name a place, a year and a number."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import orjson

from fokusbericht.audit.context import Context, page_context
from fokusbericht.audit.cubes import is_cube, read_cube
from fokusbericht.audit.lexicon import Lexicon
from fokusbericht.audit.lines import LinkedText
from fokusbericht.audit.numbers import Printed, exact, machine
from fokusbericht.audit.packed import is_packed, read_packed
from fokusbericht.audit.sentences import read_line, sighting
from fokusbericht.audit.sightings import Sighting, Sure

ParsedJson = object
_PLACES = ("raum", "ags", "schluessel", "id", "gebiet", "ort", "kommune", "name")
_INDICATORS = ("indikator", "kennzahl", "schluessel", "id", "titel", "title", "description", "name")
_YEARS = ("jahr", "year", "x")
_SPACE = re.compile(r"\s")
_TAG = re.compile(r"<[^<>]+>")
_LABEL = 80  # characters
_CHART = ".vl.json"  # what is written there is drawn; elsewhere short texts are an editor's
_VALUES = ("wert", "value", "zahl")


@dataclass(frozen=True, slots=True)
class _Here:
    """Where in the file the reader is."""

    lexicon: Lexicon
    context: Context
    field: str = ""


def read_json(lexicon: Lexicon, path: str, data: bytes) -> Iterator[Sighting]:
    """Yield the protected figures of a JSON file."""
    try:
        content = orjson.loads(data)
    except orjson.JSONDecodeError:
        return
    yield from _read(_Here(lexicon, page_context(lexicon, path)), content)


def read_json_text(lexicon: Lexicon, context: Context, text: str) -> Iterator[Sighting]:
    """Yield the protected figures of JSON within a page."""
    try:
        content = orjson.loads(text)
    except orjson.JSONDecodeError:
        return
    yield from _read(_Here(lexicon, context), content)


def _read(here: _Here, content: ParsedJson) -> Iterator[Sighting]:
    if isinstance(content, list):
        for one in content:
            yield from _read(here, one)
    elif isinstance(content, str):
        yield from _text(here, content)
    elif isinstance(content, Mapping):
        if is_packed(content):
            yield from read_packed(here.lexicon, here.context.path, content)
            return
        if is_cube(content):
            context = here.context
            yield from read_cube(here.lexicon, context.path, context.indicator, content)
        yield from _record(here, content)


def _record(here: _Here, record: Mapping[str, ParsedJson]) -> Iterator[Sighting]:
    """Yield what a record says itself, then what is in it."""
    context = _context(here, record)
    yield from _numbers(replace(here, context=context), record)
    for name, one in record.items():
        if not isinstance(one, int | float):
            yield from _read(_Here(here.lexicon, _named(here, context, name), name), one)


def _named(here: _Here, context: Context, name: str) -> Context:
    """Return the context in a field that is named after a place or a figure."""
    if areas := here.lexicon.areas_of(name):
        return replace(context, areas=areas)
    if indicator := here.lexicon.indicator_of(name):
        return replace(context, indicators=(indicator,))
    return context


def _context(here: _Here, record: Mapping[str, ParsedJson]) -> Context:
    lexicon, context = here.lexicon, here.context
    for name in _INDICATORS:
        text = record.get(name)
        if not isinstance(text, str):
            continue
        if indicator := lexicon.indicator_of(text):
            return replace(_placed(here, record, context), indicators=(indicator,))
        if name in ("title", "description", "titel"):
            context = context.under(lexicon, text.partition(". ")[0])
    return _placed(here, record, context)


def _placed(here: _Here, record: Mapping[str, ParsedJson], context: Context) -> Context:
    """Return the context with the place and year of a record."""
    texts = (record[name] for name in _PLACES if name in record)
    named = (here.lexicon.areas_of(text) for text in texts if isinstance(text, str))
    areas = next(filter(None, named), context.areas)
    year = next(filter(None, (_year(record[name]) for name in _YEARS if name in record)), 0)
    if areas == context.areas and not year:
        return context
    return replace(context, areas=areas, year=year or context.year)


def _year(value: ParsedJson) -> int:
    if isinstance(value, str) and value.isdigit():
        value = int(value)
    if isinstance(value, int | float) and value == int(value) and 1900 <= value <= 2100:
        return int(value)
    return 0


def _numbers(here: _Here, record: Mapping[str, ParsedJson]) -> Iterator[Sighting]:
    context, lexicon = here.context, here.lexicon
    for name, value in record.items():
        number = _number(value) or (machine(value) if isinstance(value, str) else None)
        if number is None or name in _YEARS or name in _PLACES:
            continue
        indicator = lexicon.titles.get(name, "")
        areas, year = lexicon.areas_of(name) or context.areas, context.year
        if _is_bar(name, record):
            areas = areas or (lexicon.county,)
        if name.isdigit() and _year(name) and not lexicon.areas_of(name):
            year, indicator = _year(name), context.indicator
        elif lexicon.areas_of(name) or _is_value(name, record):
            indicator = indicator or context.indicator
        if indicator not in lexicon.protected or not areas or _is_mark(record):
            continue
        yield sighting(indicator, areas, year, number, context.path, f"Feld „{name}“")
    yield from _fraction(here, record)


def _is_value(name: str, record: Mapping[str, ParsedJson]) -> bool:
    """Say whether a field holds the figure: in a chart the height over a year, or a bar's end."""
    if name == "y":
        return bool(_year(record.get("x")))
    return name.casefold() in _VALUES or _is_bar(name, record)


def _is_mark(record: Mapping[str, ParsedJson]) -> bool:
    """Say whether a record only places a line or text of a chart: its x is no whole year."""
    x = record.get("x")
    return isinstance(x, float) and x != int(x)


def _is_bar(name: str, record: Mapping[str, ParsedJson]) -> bool:
    return name == "x2" and not record.get("x") and "text" not in record


def _fraction(here: _Here, record: Mapping[str, ParsedJson]) -> Iterator[Sighting]:
    part, base = _number(record.get("zaehler")), _number(record.get("nenner"))
    context = here.context
    if context.indicator not in here.lexicon.protected or not context.areas:
        return
    if part and base and base.value:
        share = Printed(part.value / base.value * 100, 50 * part.half / base.value)
        where = "Feld „zaehler“"
        yield sighting(context.indicator, context.areas, context.year, share, context.path, where)


def _number(value: ParsedJson) -> Printed | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return exact(float(value))


def _text(here: _Here, text: str) -> Iterator[Sighting]:
    """Yield what a text says; a short one in a chart is a label: place and number are a pair."""
    if not _SPACE.search(text):
        return  # a colour, a key, a number that has been read
    is_label = here.context.path.endswith(_CHART) and len(text) < _LABEL
    sure = Sure.READ if is_label else Sure.SAID
    plain = LinkedText(_TAG.sub(" ", text))
    yield from read_line(here.lexicon, here.context, plain, f"Feld „{here.field}“", sure)
