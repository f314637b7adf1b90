"""An edition that is read away from its site: each address is a whole one."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

T = TypeVar("T")
ADDRESSES = ("href", "url")


def absolute(one: T, base: str) -> T:
    """Return plain data whose addresses that begin at the root of the site begin at its host."""
    return cast("T", _absolute(one, base))


def _absolute(one: object, base: str) -> object:
    if isinstance(one, tuple):
        return tuple(_absolute(part, base) for part in one)
    if not is_dataclass(one) or isinstance(one, type):
        return one
    changed: dict[str, object] = {}
    for field in fields(one):
        value = getattr(one, field.name)
        if field.name in ADDRESSES:
            changed[field.name] = f"{base}{value}" if value.startswith("/") else value
        elif isinstance(value, tuple) or is_dataclass(value):
            changed[field.name] = _absolute(value, base)
    return replace(one, **changed)
