"""Files made by a process of its own while the rest of the site is still checked and planned.

Drawings take most of a build from nothing, and what they show is known as soon as a report is read.
What the process makes is named by its fingerprint: what the plan then does not ask for by that
name is forgotten. It lies in memory, so that nothing is left behind, however a build ends.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Ahead:
    """A process that makes the files of some groups, one group after the other.

    Whoever takes a group that it has not begun makes its files himself.
    """

    names: Sequence[str]
    queue: int  # a pipe with a number for each group that nobody has begun
    store: int  # where the files lie, one after the other
    process: int
    told: int  # a pipe: where each file lies, told at the end
    found: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def left(self) -> Iterator[str]:
        """Yield the groups that nobody has begun; whoever gets one has begun it."""
        while (number := number_taken(self.queue)) is not None:
            yield self.names[number]

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
        for one in (self.queue, self.store, self.told):
            with suppress(OSError):
                os.close(one)


def start(names: Sequence[str], make: MakeGroup) -> Ahead | None:
    """Start a process that makes the files of each group; None where only one may work."""
    if count_helpers() < 2 or not hasattr(os, "memfd_create") or len(names) * SIZE > ROOM:
        return None
    queue = queue_of(len(names))
    store = os.memfd_create("fokusbericht")

    def work(tell: int) -> None:
        found: dict[str, tuple[int, int]] = {}
        end = 0
        while (number := number_taken(queue)) is not None:
            for fingerprint, content in make(names[number]):
                os.pwrite(store, content, end)
                found[fingerprint] = (end, len(content))
                end += len(content)
        word = orjson.dumps(found)
        while word:
            word = word[os.write(tell, word) :]

    process, told = begin(work)
    return Ahead(names, queue, store, process, told)
