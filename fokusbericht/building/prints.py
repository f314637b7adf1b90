"""What can be read of a report, each by a print: equal prints mean that it reads the same."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
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
    kinds: dict[str, Any] = {kind: Watched(kind, getattr(report, kind)) for kind in KINDS}
    return replace(report, examples=WatchedSet(report.examples), **kinds)


class Prints:
    """The prints of what can be read of a watched report, each made when it is asked for."""

    def __init__(self, report: Report) -> None:
        self._things: dict[str, Mapping[object, object]] = {
            kind: unwatched(getattr(report, kind)) for kind in KINDS
        }
        self._things[WatchedSet.KIND] = dict.fromkeys(frozenset.__iter__(report.examples), True)
        self._texts = _texts(report)
        self._measured = unwatched(messungen(report))
        self._names = {
            kind: {str(name): thing for name, thing in things.items()}
            for kind, things in self._things.items()
        }
        self._found: dict[Spot, str] = {}

    def of(self, spot: Spot) -> str:
        """Return the print of what can be read at a spot; of nothing, an empty one."""
        if spot not in self._found:
            self._found[spot] = self._make(*spot)
        return self._found[spot]

    def _make(self, kind: str, name: str) -> str:
        if kind == TEXTS:
            return _print(self._texts.get(name, ()))
        things = self._names.get(kind, {})
        if name == NAMES:
            return _print(things)
        if name == ALL:
            return _print((one, self.of((kind, one))) for one in things)
        if name not in things:
            return ""
        figures = self._measured[name].fingerprint() if kind == INDIKATOREN else ""
        return _print([_head(things[name]), figures])


def _texts(report: Report) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        for thing in unwatched(getattr(report, kind)).values():
            text = getattr(thing, "body", None) or getattr(thing, "erklaerung", None)
            if isinstance(text, Text):
                found.setdefault(text.place.path, []).append(text.written)
    return found


def _head(thing: object) -> object:
    if isinstance(thing, type) or not is_dataclass(thing):
        return thing
    return [getattr(thing, one.name) for one in fields(thing) if one.name not in APART]


def _print(parts: Iterable[object]) -> str:
    data = orjson.dumps(list(parts), default=_plain, option=OPTIONS)
    return blake2b(data, digest_size=8).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, tuple):  # a place: where a thing stands in its file shows nowhere
        return None
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    return str(value)
