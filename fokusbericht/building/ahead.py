"""Files made by a process of its own while the rest of the site is still checked and planned.

Drawings take most of a build from nothing, and what they show is known as soon as a report is read.
What the process makes is named by its fingerprint: what the plan then does not ask for by that
name is forgotten. It lies in memory, so that nothing is left behind, however a build ends.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain

import orjson

from fokusbericht.building.processes import (
    ROOM,
    SIZE,
    begin,
    count_helpers,
    number_taken,
    queue_of,
    stop,
)

MakeGroup = Callable[[str], Iterable[tuple[str, bytes]]]
"""Makes the files of a group: each with its fingerprint."""


@dataclass(frozen=True, slots=True)
class GroupQueue:
    """Groups of one kind, and a pipe with a number for each that nobody has begun."""

    names: Sequence[str]
    queue: int

    def left(self) -> Iterator[str]:
        """Yield those that nobody has begun; whoever gets one begins it."""
        while (number := number_taken(self.queue)) is not None:
            yield self.names[number]


@dataclass(slots=True)
class Ahead:
    """A process that makes the files of some groups, one group after the other.

    Whoever takes a group that it has not begun makes its files himself.
    """

    groups: Sequence[GroupQueue]  # in the order in which it takes them
    store: int  # where the files lie, one after the other
    process: int
    told: int  # a pipe: where each file lies, told at the end
    found: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def left(self) -> Iterator[str]:
        """Yield the groups that nobody has begun, its own ones last; whoever gets one begins it."""
        for groups in reversed(self.groups):
            yield from groups.left()

    def finish(self) -> None:
        """Wait until all that was begun is made."""
        with os.fdopen(self.told, "rb", closefd=False) as told:
            word = told.read()
        with suppress(ChildProcessError):
            os.waitpid(self.process, 0)
        self.process = 0
        # Without a word it has failed: then its files are made again, and what is wrong is told.
        self.found = orjson.loads(word) if word else {}

    def content(self, fingerprint: str) -> bytes | None:
        """Return a file by its fingerprint; None if it was not made here."""
        if fingerprint not in self.found:
            return None
        offset, size = self.found[fingerprint]
        return os.pread(self.store, size, offset)

    def close(self) -> None:
        """End the process, wherever it is, and forget what it has made."""
        if self.process:
            stop(self.process)
            self.process = 0
        for one in (*(groups.queue for groups in self.groups), self.store, self.told):
            with suppress(OSError):
                os.close(one)


def start(own: Sequence[str], others: Sequence[str], make: MakeGroup) -> Ahead | None:
    """Start a process that makes the files of each group; None where only one may work.

    It takes its own groups first, and whoever helps it the others.
    """
    is_too_much = max(len(own), len(others)) * SIZE > ROOM
    if count_helpers() < 2 or not hasattr(os, "memfd_create") or is_too_much:
        return None
    groups = [GroupQueue(names, queue_of(len(names))) for names in (own, others)]
    store = os.memfd_create("fokusbericht")

    def work(tell: int) -> None:
        found: dict[str, tuple[int, int]] = {}
        end = 0
        for name in chain.from_iterable(each.left() for each in groups):
            for fingerprint, content in make(name):
                os.pwrite(store, content, end)
                found[fingerprint] = (end, len(content))
                end += len(content)
        word = orjson.dumps(found)
        while word:
            word = word[os.write(tell, word) :]

    process, told = begin(work)
    return Ahead(groups, store, process, told)
