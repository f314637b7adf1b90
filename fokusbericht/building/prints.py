"""What can be read of a report, each by a print: equal prints mean that it reads the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cached_property
from hashlib import blake2b
from typing import Any

import orjson

from fokusbericht.model.base import Text
from fokusbericht.model.reading import (
    ALL,
    INDIKATOREN,
    NAMES,
    TEXTS,
    Spot,
    Watched,
    WatchedSet,
    unwatched,
)
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.statistics.messung import messungen

# All mappings of a report that pages read; the county and its map are in the recipe.
KINDS = (
    *("empfehlungen", "handlungsfelder", "fokusgruppen", "gremien", "beschluesse", "termine"),
    *("berichte", "aktuelles", "seiten", "leicht", "kommentare", "indikatoren"),
    *("begriffe", "themen", "zielgruppen", "titles", "backlinks", "bilder"),
)
APART = ("place", "body", "werte")  # no part of a head: where it stands, its text, its figures
OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS


def watched(report: Report) -> Report:
    """Return a report that notes what is read of it."""
    kinds: dict[str, Any] = {
        kind: Watched(kind, unwatched(getattr(report, kind))) for kind in KINDS
    }
    return replace(report, examples=WatchedSet(frozenset(report.examples)), **kinds)


def raw_figures(report: Report) -> Callable[[str], str]:
    """Return what tells the figures of an indicator apart as an editor wrote them."""
    found = unwatched(report.indikatoren)
    return lambda name: _print([repr(tuple(found[name].werte.items()))])


def published_figures(report: Report) -> Callable[[str], str]:
    """Return what tells the figures of an indicator apart as they may be published."""
    return lambda name: unwatched(messungen(report))[name].fingerprint()


class Prints:
    """The prints of what can be read of a watched report, each made when it is asked for.

    `figures` returns that of an indicator's figures. `known` are the prints of before, where no
    file of figures has changed since: those of indicators are then the same. `with_places` it also
    counts where in its file a thing stands, which no page shows, but whoever finds fault with it.
    """

    def __init__(
        self,
        report: Report,
        figures: Callable[[str], str],
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
            known = self._known.get(spot) if spot[0] == INDIKATOREN else None
            self._found[spot] = known or self._make(*spot)
        return self._found[spot]

    def _make(self, kind: str, name: str) -> str:
        if kind == TEXTS:
            return self._print(self._texts.get(name, ()))
        things = self._names.get(kind, {})
        if name == NAMES:
            return self._print(things)
        if name == ALL:
            return self._print((one, self.of((kind, one))) for one in things)
        if name not in things:
            return ""
        figures = self._figures(name) if kind == INDIKATOREN else ""
        return self._print([*_head(things[name]), figures])


def _head(thing: object) -> list[object]:
    if isinstance(thing, type) or not is_dataclass(thing):
        return [thing]
    place = getattr(thing, "place", None)
    path = place.path if isinstance(place, Place) else ""
    said = [getattr(thing, one.name) for one in fields(thing) if one.name not in APART]
    return [place, path, *said]


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
