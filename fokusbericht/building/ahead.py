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

from fokusbericht.building.output import EarlyGroup
from fokusbericht.building.processes import (
    ROOM,
    SIZE,
    begin,
    count_helpers,
    number_taken,
    queue_of,
    stop,
)

MakeGroup = Callable[[EarlyGroup], Iterable[tuple[str, bytes]]]
"""Makes the files of a group: each with its fingerprint."""


@dataclass(frozen=True, slots=True)
class GroupQueue:
    """Groups of one kind, and a pipe with a number for each that nobody has begun."""

    groups: Sequence[EarlyGroup]
    queue: int

    def left(self) -> Iterator[EarlyGroup]:
        """Yield those that nobody has begun; whoever gets one begins it."""
        while (number := number_taken(self.queue)) is not None:
            yield self.groups[number]


@dataclass(slots=True)
class Ahead:
    """A process that makes the files of some groups, one group after the other.

    Whoever takes a group that it has not begun makes its files himself.
    """

    queues: Sequence[GroupQueue]  # in the order in which it takes from them
    store: int  # where the files lie, one after the other
    process: int
    told: int  # a pipe: where each file lies, told at the end
    found: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def left(self) -> Iterator[EarlyGroup]:
        """Yield the groups that nobody has begun, maps first; whoever gets one begins it."""
        for queue in reversed(self.queues):
            yield from queue.left()

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
        for one in (*(one.queue for one in self.queues), self.store, self.told):
            with suppress(OSError):
                os.close(one)


def start(groups: Sequence[EarlyGroup], make: MakeGroup) -> Ahead | None:
    """Start a process that makes the files of each group; None where only one may work.

    It begins with the charts, and whoever helps it with the maps: the script engine that draws
    charts is dear, so that one process alone should have it.
    """
    if count_helpers() < 2 or not hasattr(os, "memfd_create") or len(groups) * SIZE > ROOM:
        return None
    kinds = [[one for one in groups if one.is_chart is is_chart] for is_chart in (True, False)]
    queues = [GroupQueue(kind, queue_of(len(kind))) for kind in kinds]
    store = os.memfd_create("fokusbericht")

    def work(tell: int) -> None:
        found: dict[str, tuple[int, int]] = {}
        end = 0
        for group in chain.from_iterable(queue.left() for queue in queues):
            for fingerprint, content in make(group):
                os.pwrite(store, content, end)
                found[fingerprint] = (end, len(content))
                end += len(content)
        word = orjson.dumps(found)
        while word:
            word = word[os.write(tell, word) :]

    process, told = begin(work)
    return Ahead(queues, store, process, told)
