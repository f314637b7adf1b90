"""The file of all changes, read back for the page and the feed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import orjson

from fokusbericht.model.base import PartialDate
from fokusbericht.model.changes import ChangeKind, ChangeNews, LargestNews, StateNews

MONTHS = 12  # what is above names a season


def read_log(data: bytes) -> tuple[StateNews, ...]:
    """Return all states, the newest first."""
    return tuple(map(_state, orjson.loads(data)["staende"]))


def _state(told: Mapping[str, Any]) -> StateNews:
    return StateNews(
        day=date.fromisoformat(told["tag"]),
        is_recorded=told["festgehalten"],
        is_first=told["erster"],
        numbers=told["zahlen"],
        values=told["werte"],
        changes=tuple(map(_change, told["aenderungen"])),
    )


def _change(told: Mapping[str, Any]) -> ChangeNews:
    largest = told.get("groesste")
    return ChangeNews(
        kind=ChangeKind(told["art"]),
        indikator=told["indikator"],
        title=told.get("titel", ""),
        href=told.get("adresse", ""),
        unit=told.get("einheit", ""),
        digits=told.get("dezimalstellen", 0),
        years=tuple(told["jahre"]),
        values=told["werte"],
        added=told.get("ergaenzt", 0),
        removed=told.get("entfallen", 0),
        largest=_largest(largest) if largest else None,
        corrections=tuple(_corrections(told.get("berichtigungen", ()))),
    )


def _largest(told: Mapping[str, Any]) -> LargestNews:
    return LargestNews(told["raum"], told["jahr"], told["wert_vorher"], told["wert"])


def _corrections(found: list[Mapping[str, str]]) -> Iterator[tuple[PartialDate, str]]:
    for one in found:
        year, month, day = (*map(int, one["datum"].split("-")), 0, 0)[:3]
        is_season = month > MONTHS
        told = PartialDate(year, season=month) if is_season else PartialDate(year, month, day)
        yield told, one["grund"]
