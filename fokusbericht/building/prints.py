"""What can be read of a report, each by a print: equal prints mean that it reads the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache, cached_property
from hashlib import blake2b
from typing import Any

import orjson

from fokusbericht.model.base import Text
from fokusbericht.model.reading import (
    ALL,
    FIGURES,
    INDIKATOREN,
    NAMES,
    TEXTS,
    Spot,
    Watched,
    WatchedCells,
    WatchedSet,
    unwatched,
)
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.statistics.messung import messungen
from fokusbericht.statistics.secrecy import as_published

# All mappings of a report that pages read; the county and its map are in the recipe.
KINDS = (
    *("empfehlungen", "handlungsfelder", "fokusgruppen", "gremien", "beschluesse", "termine"),
    *("anregungen", "speicher", "querschnitt"),
    *("berichte", "aktuelles", "seiten", "leicht", "kommentare", "indikatoren"),
    *("begriffe", "themen", "gruppen", "zielgruppen", "titles", "backlinks", "bilder"),
    *("weiterleitungen", "wortgruppen", "wortteile", "postleitzahlen", "staende"),
    "eingefroren",
)
APART = ("place", "body", "werte")  # no part of a head: where it stands, its text, its figures
OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS


def watched(report: Report) -> Report:
    """Return a report that notes what is read of it."""
    kinds: dict[str, Any] = {
        kind: Watched(kind, unwatched(getattr(report, kind))) for kind in KINDS
    }
    indikatoren = {
        name: replace(one, werte=WatchedCells(name, unwatched(one.werte)))
        for name, one in unwatched(report.indikatoren).items()
    }
    kinds[INDIKATOREN] = Watched(INDIKATOREN, indikatoren)
    return replace(report, examples=WatchedSet(frozenset(report.examples)), **kinds)


FigurePrint = Callable[[str], str]
"""Returns what tells the figures of an indicator apart from others that it might have."""


def raw_figures(report: Report) -> FigurePrint:
    """Return a print of the cells of each indicator, as an editor wrote them."""
    found = unwatched(report.indikatoren)
    return lambda name: _print([repr(tuple(unwatched(found[name].werte).items()))])


def read_figures(report: Report, print_of: Callable[[str], str]) -> FigurePrint:
    """Return a print of the files of each indicator: figures that are not asked for stay unread.

    `print_of` tells what a file, with its table, was read from.
    """
    found = unwatched(report.indikatoren)

    def tell(name: str) -> str:
        one = found[name]
        told = [print_of(one.place.path)]
        if one.ableitung:  # what follows from others is derived anew with them
            refs = (one.ableitung.von, one.ableitung.durch)
            names = (ref.key.name for ref in refs if ref)
            told += [print_of(found[other].place.path) for other in names if other in found]
        return _print(told)

    return tell


def published_figures(report: Report, figures: FigurePrint | None) -> FigurePrint:
    """Return a print of the figures of each indicator as they may be published.

    Where nothing is protected, `figures` tell as much, with those by which means are weighted.
    """
    published, found = as_published(report), unwatched(report.indikatoren)
    if figures is None or published is not report:
        return lambda name: unwatched(messungen(published))[name].fingerprint()
    by = {name: one.gewicht.key.name for name, one in found.items() if one.gewicht}
    return lambda name: figures(name) + (figures(by[name]) if by.get(name) in found else "")


class Prints:
    """The prints of what can be read of a watched report, each made when it is asked for.

    `figures` returns that of an indicator's figures. `known` are the prints of before, where no
    file of figures has changed since: those of indicators are then the same. `with_places` it also
    counts where in its file a thing stands, which no page shows, but whoever finds fault with it.
    """

    def __init__(
        self,
        report: Report,
        figures: FigurePrint,
        known: Mapping[Spot, str] | None = None,
        with_places: bool = False,
    ) -> None:
        self._report = report
        self._figures = figures
        self._known = known or {}
        self._print = _placed_print if with_places else _print
        self._found: dict[Spot, str] = {}

    @cached_property
    def _texts(self) -> Mapping[str, list[Text]]:
        found: dict[str, list[Text]] = {}
        for things in self._names.values():
            for thing in things.values():
                text = getattr(thing, "body", None) or getattr(thing, "erklaerung", None)
                if isinstance(text, Text):
                    found.setdefault(text.place.path, []).append(text)
        return found

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, object]]:
        """Return all that there is by kind and name."""
        examples = dict.fromkeys(sorted(map(str, frozenset.__iter__(self._report.examples))), True)
        things = {
            kind: {
                str(name): thing for name, thing in unwatched(getattr(self._report, kind)).items()
            }
            for kind in KINDS
        }
        return {**things, WatchedSet.KIND: examples}

    def of(self, spot: Spot) -> str:
        """Return the print of what can be read at a spot; of nothing, an empty one."""
        if spot not in self._found:
            known = self._known.get(spot) if spot[0] in (INDIKATOREN, FIGURES) else None
            self._found[spot] = known or self._make(*spot)
        return self._found[spot]

    def add(self, spot: Spot, parts: Iterable[object]) -> None:
        """Add a spot at which something is read that the report does not hold."""
        self._found[spot] = self._print(parts)

    def _make(self, kind: str, name: str) -> str:
        if kind == TEXTS:
            return self._print(self._texts.get(name, ()))
        things = self._names.get(INDIKATOREN if kind == FIGURES else kind, {})
        if name == NAMES:
            return self._print(things)
        if name == ALL:
            return self._print((one, self.of((kind, one))) for one in things)
        if name not in things:
            return ""
        if kind == FIGURES:
            return self._print([self.of((INDIKATOREN, name)), self._figures(name)])
        return self._print(_head(things[name]))


def _head(thing: Any) -> list[object]:
    names = _names_of_head(thing.__class__)
    if not names:
        return [thing]
    place = getattr(thing, "place", None)
    path = place.path if isinstance(place, Place) else ""
    return [place, path, *(getattr(thing, name) for name in names)]


@cache
def _names_of_head(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass that its head tells; of anything else, none."""
    if not is_dataclass(kind):
        return ()
    return tuple(one.name for one in fields(kind) if one.name not in APART)


def _print(parts: Iterable[object]) -> str:
    return _digest(parts, _plain)


def _placed_print(parts: Iterable[object]) -> str:
    return _digest(parts, lambda value: list(value) if isinstance(value, tuple) else _plain(value))


def _digest(parts: Iterable[object], default: Callable[[object], object]) -> str:
    data = orjson.dumps(list(parts), default=default, option=OPTIONS)
    return blake2b(data, digest_size=8).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, tuple):  # a place: where a thing stands in its file shows nowhere
        return None
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    return str(value)
