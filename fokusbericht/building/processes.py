"""Work shared out among the processors: forked helpers that take their part and end."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

# Forking is only sound while nothing else runs in this process: these bring threads.
THREADED = ("vl_convert", "typst")
SIZE, ROOM = 3, 65_536  # bytes of a number in the queue, and of a pipe


def count_helpers() -> int:
    """Return how many processes may work at once: 1 where forking is not safe."""
    is_alone = threading.active_count() == 1 and not any(name in sys.modules for name in THREADED)
    if not (hasattr(os, "fork") and sys.platform.startswith("linux") and is_alone):
        return 1
    return len(os.sched_getaffinity(0))


def share_out(
    groups: Sequence[Sequence[str]],
    number: int,
    work: Callable[[str], None],
    more: Callable[[], Iterable[str]] = tuple,
) -> None:
    """Call `work` for each name in each group, in this process and `number` - 1 others.

    Whoever is free takes the next group, and at last what there is `more`. What goes wrong in
    another process is done here again, so that it is told as always. Raises ChildProcessError when
    a process ended without a word.
    """
    groups = list(_fitting(groups))
    queue = queue_of(len(groups))

    def names() -> Iterator[str]:
        yield from _taken(groups, queue)
        yield from more()

    helpers = [_start(names, work) for _ in range(number - 1)]
    try:
        for name in names():
            work(name)
    except BaseException:  # nobody waits for the others any more
        for process, pipe in helpers:
            stop(process)
            os.close(pipe)
        raise
    finally:
        os.close(queue)
    for name in filter(None, [_end(process, pipe) for process, pipe in helpers]):
        work(name)


def _fitting(groups: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the groups, several as one where their numbers would not fit into a pipe."""
    step = max(1, -(-len(groups) * SIZE // ROOM))
    for first in range(0, len(groups), step):
        yield [name for group in groups[first : first + step] for name in group]


def queue_of(count: int) -> int:
    """Return a pipe that holds a number for each group: each read takes one, whoever reads."""
    out, into = os.pipe()
    os.write(into, b"".join(number.to_bytes(SIZE, "big") for number in range(count)))
    os.close(into)
    return out


def number_taken(queue: int) -> int | None:
    """Return the next number of a queue, which nobody else gets; None when there is none."""
    number = os.read(queue, SIZE)
    return int.from_bytes(number, "big") if number else None


def _taken(groups: Sequence[Sequence[str]], queue: int) -> Iterator[str]:
    while (number := number_taken(queue)) is not None:
        yield from groups[number]


def begin(work: Callable[[int], None]) -> tuple[int, int]:
    """Start a process that works and ends; return its number and the pipe by which it tells."""
    told, tell = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if not process:
        try:
            _end_with(parent)
            os.close(told)
            work(tell)
        finally:
            os._exit(0)
    os.close(tell)
    return process, told


def _start(names: Callable[[], Iterator[str]], work: Callable[[str], None]) -> tuple[int, int]:
    """Start a process that takes its part; it tells its end."""
    parent = os.getpid()
    return begin(lambda tell: _work(names(), work, parent, tell))


def _end_with(parent: int) -> None:
    """Let this process be killed as soon as its parent is, whatever it is doing."""
    import ctypes

    set_death_signal = 1  # PR_SET_PDEATHSIG
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


def _work(names: Iterator[str], work: Callable[[str], None], parent: int, tell: int) -> None:
    here = ""
    try:
        for here in names:
            if os.getppid() != parent:  # the build was killed: nobody waits for this any more
                break
            work(here)
        here = ""
    finally:
        os.write(tell, b"." + here.encode())


def stop(process: int) -> None:
    """Kill a process of ours, whatever it is doing."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def _end(process: int, pipe: int) -> str:
    """Wait for a process; return the name it failed at, or nothing."""
    with os.fdopen(pipe, "rb") as told:
        word = told.read().decode()
    os.waitpid(process, 0)
    if not word:
        raise ChildProcessError(f"process {process} ended without a word")
    return word.removeprefix(".")
