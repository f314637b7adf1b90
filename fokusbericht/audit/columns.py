"""The columns of a table, recognised by their heads."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fokusbericht.audit.context import YEAR, Context
from fokusbericht.audit.lexicon import Lexicon

_KINDS = {
    "wert": "value",
    "werte": "value",
    "value": "value",
    "wert, jahr": "value",
    "zaehler": "part",
    "zähler": "part",
    "faelle": "part",
    "fälle": "part",
    "nenner": "base",
    "basis": "base",
    "ebene": "level",
}
# Behind a title: a year, a unit; anything else makes it another figure ("… oben: 58 bis 60 %").
_TITLE_REST = re.compile(r"[\s,]*(?:\(?((?:19|20)\d\d)\)?)?[\s,]*(\(?in\s.*|\([^()]*\)|.*)")
_DATED = re.compile(r"((?:19|20)\d\d) \((.+)\)")  # "2022 (%)"
_KEY = re.compile(r"([a-z0-9-]+?)(?:_((?:19|20)\d\d))?")


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell as it is printed, and where it links to."""

    text: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What a column holds: `kind` is label, value, part (numerator), base (denominator) or level.

    The level of an area is no name of one, though „kreis“ also means the whole county.
    In a `profile` the cells tell their years themselves.
    """

    name: str
    kind: str = "label"
    indicator: str = ""
    areas: tuple[str, ...] = ()
    year: int = 0
    profile: bool = False


def columns_of(
    lexicon: Lexicon, context: Context, head: Iterable[PrintedCell]
) -> list[ColumnMeaning]:
    """Return the columns of a table."""
    return [_column(lexicon, context, cell) for cell in head]


def _column(lexicon: Lexicon, context: Context, cell: PrintedCell) -> ColumnMeaning:
    name = cell.text.strip()
    if YEAR.fullmatch(name):
        return ColumnMeaning(name, "value", year=int(name))
    dated = _DATED.fullmatch(name)
    if dated and dated[2] in lexicon.units.get(context.indicator, ()):
        return ColumnMeaning(name, "value", year=int(dated[1]))
    if kind := _KINDS.get(name.casefold()):
        return ColumnMeaning(name, kind, profile=name.casefold() == "wert, jahr")
    if name == "Kreis":
        return ColumnMeaning(name, "value", areas=(lexicon.county,))
    if areas := _areas(lexicon, context, cell):
        return ColumnMeaning(name, "value", areas=areas)
    if name and context.indicator and name in lexicon.units[context.indicator]:
        return ColumnMeaning(name, "value")
    return _titled(lexicon, name) or ColumnMeaning(name)


def _areas(lexicon: Lexicon, context: Context, cell: PrintedCell) -> tuple[str, ...]:
    pages = (lexicon.areas_at(context.path, link) for link in cell.links)
    return next(filter(None, pages), ()) or lexicon.areas_of(cell.text)


def _titled(lexicon: Lexicon, name: str) -> ColumnMeaning | None:
    key = _KEY.fullmatch(name)
    if key and key[1] in lexicon.titles:
        return ColumnMeaning(name, "value", lexicon.titles[key[1]], year=int(key[2] or 0))
    title = lexicon.title_pattern.match(name)
    rest = _TITLE_REST.fullmatch(name, title.end()) if title else None
    if not title or not rest:
        return None
    indicator, unit = lexicon.titles[title[0]], rest[2]
    if unit and not unit.startswith(("(", "in ")) and unit not in lexicon.units[indicator]:
        return None
    return ColumnMeaning(name, "value", indicator, year=int(rest[1] or 0))
