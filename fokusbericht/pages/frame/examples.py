"""Whether a page shows anything that is made up: seen in its view, so that no page has to say."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from fokusbericht.views import EXAMPLE

FLAG, BADGE = "is_example", "badge"
LISTS = (tuple, list, frozenset)


def shows_examples(part: Any) -> bool:
    """Say whether there is a mark of an example anywhere in a view or in a part of one."""
    if isinstance(part, str | int | float) or part is None:
        return False
    if isinstance(part, LISTS):
        return any(map(shows_examples, part))
    if isinstance(part, Mapping):
        return any(map(shows_examples, part.values()))
    return any(_tells(name, getattr(part, name)) for name in _names(part.__class__))


def _tells(name: str, value: Any) -> bool:
    if name == FLAG:
        return value is True
    return value == EXAMPLE if name == BADGE else shows_examples(value)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
