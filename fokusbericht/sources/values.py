"""What a YAML file says, as texts that know their place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from fokusbericht.problems import Place


class Scalar(NamedTuple):
    """A value as it was written: text, whatever it looks like; nothing where it is null."""

    text: str
    place: Place
    dropped: "Dropped | None" = None


class Dropped(NamedTuple):
    """What YAML leaves out of a value: a comment „# …“ behind it, or a mark „&…“ before it."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class YamlSequence:
    """A list of values."""

    items: "tuple[YamlValue, ...]"
    place: Place


class Entry(NamedTuple):
    """A value under its key."""

    key_place: Place
    value: "YamlValue"


@dataclass(frozen=True, slots=True)
class YamlMapping:
    """A YAML mapping."""

    entries: Mapping[str, Entry]
    place: Place


YamlValue = Scalar | YamlSequence | YamlMapping


def is_empty(value: YamlValue) -> bool:
    """Say whether a value says nothing, however that is written: "", null, [], {}."""
    if isinstance(value, Scalar):
        return not value.text.strip() and not value.dropped
    if isinstance(value, YamlSequence):
        return all(is_empty(item) for item in value.items)
    return all(is_empty(entry.value) for entry in value.entries.values())
