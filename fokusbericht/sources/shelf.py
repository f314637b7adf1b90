"""What was made of a county's files, kept for the next build: each with what it was made from.

While something is made, it is noted which files and folders are looked at; the next build takes
what looks the same, and makes the rest. So nobody keeps a list of what depends on what.
"""

import io
import pickle
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, cast

from fokusbericht.problems import Problem
from fokusbericht.sources.files import CONTENT, Look, look_again, looks

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")

# What may stand in a file of ours: plain data and the shapes of a report. Whatever else a file
# names is not looked up, so that nothing in it can run.
SHAPES = (
    *("fokusbericht.model.", "fokusbericht.problems", "fokusbericht.building.due"),
    "fokusbericht.text.blocks",
)
OTHERS = {
    ("datetime", "date"),
    ("decimal", "Decimal"),
    ("fokusbericht.building.output", "Offer"),
    ("fokusbericht.building.output", "PageNote"),
    ("fokusbericht.building.planned", "Written"),
    ("fokusbericht.sources.shelf", "Stored"),
    ("fokusbericht.sources.shelf", "unread"),
}


class Stored(NamedTuple):
    """Something that was made, packed; what was looked at for it, and what else it was made of."""

    seen: dict[Look, str]
    made_of: str
    data: bytes


@dataclass(slots=True)
class Shelf:
    """What stands ready, and what was seen of the files of a county when the build began.

    `digests` are the prints of files whose content is known already.
    """

    root: Path
    before: Mapping[str, Stored] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    kept: dict[str, Stored | tuple[dict[Look, str], str, object]] = field(default_factory=dict)
    _now: dict[Look, str] = field(default_factory=dict)

    def take(
        self, name: str, problems: list[Problem], make: Callable[[list[Problem]], T], of: str = ""
    ) -> T:
        """Return what stands on the shelf, or make it; note what is wrong with it.

        `of` tells what it is made of besides files.
        """
        ready = self.before.get(name)
        if ready and ready.made_of == of and all(map(self._is_same, ready.seen.items())):
            self.kept[name] = ready
            made, told = unpacked(ready.data)
        else:
            told = []
            with looks() as seen:
                made = make(told)
            self.kept[name] = (dict(seen), of, (made, told))
        problems += told
        return cast(T, made)

    def print_of(self, name: str) -> str:
        """Return a name for what something was made from."""
        seen, of, _ = self.kept[name]
        return blake2b(repr((sorted(seen.items()), of)).encode(), digest_size=8).hexdigest()

    def all(self) -> dict[str, Stored]:
        """Return all that was asked for, packed."""
        return {
            name: one if isinstance(one, Stored) else Stored(one[0], one[1], packed(one[2]))
            for name, one in self.kept.items()
        }

    def _is_same(self, seen: tuple[Look, str]) -> bool:
        look, before = seen
        if look not in self._now:
            how, path = look
            known = self.digests.get(path) if how == CONTENT else None
            self._now[look] = known or look_again(self.root, look)
        return self._now[look] == before


class Packed(Mapping[K, V], Generic[K, V]):
    """A mapping that stays packed until somebody asks for what is in it."""

    __slots__ = ("_data", "_found")

    def __init__(self, found: Mapping[K, V] | None, data: bytes = b"") -> None:
        self._found = found
        self._data = data

    def __reduce__(self) -> tuple[Any, ...]:
        return unread, (self._data or packed(dict(self._read())),)

    def _read(self) -> Mapping[K, V]:
        if self._found is None:
            self._found = cast(Mapping[K, V], unpacked(self._data))
        return self._found

    def __getitem__(self, name: K) -> V:
        return self._read()[name]

    def __contains__(self, name: object) -> bool:
        return name in self._read()

    def __iter__(self) -> Iterator[K]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def get(self, name: K, default: Any = None) -> Any:
        """Return what is there under a name."""
        return self._read().get(name, default)

    def items(self) -> ItemsView[K, V]:
        """Return all that is in it."""
        return self._read().items()

    def __eq__(self, other: object) -> bool:
        return self._read() == (other._read() if isinstance(other, Packed) else other)

    __hash__ = None  # type: ignore[assignment]


def unread(data: bytes) -> Packed[Any, Any]:
    """Return a mapping that is read later."""
    return Packed(None, data)


def packed(value: object) -> bytes:
    """Return plain data and shapes of a report as bytes."""
    return pickle.dumps(value, 5)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in OTHERS or module.startswith(SHAPES):
            found = super().find_class(module, name)
            # What a module only has from another, or by way of another, is none of its shapes.
            is_its_own = "." not in name and getattr(found, "__module__", "") == module
            if is_its_own and (isinstance(found, type) or found is unread):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def unpacked(data: bytes) -> Any:
    """Return what was packed. Raises UnpicklingError where there is anything else in it."""
    ready = _READY.get(data)
    return _Unpickler(io.BytesIO(data)).load() if ready is None else ready


_READY: dict[bytes, Any] = {}


def make_ready(stored: Iterable[bytes]) -> None:
    """Unpack what a build may ask for; a process that waits for one has the time."""
    for data in stored:
        _READY[data] = unpacked(data)
