"""Builds that need not begin with reading the program: a process waits for each of them."""

import argparse
import signal
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection

from fokusbericht.building.recipe import program
from fokusbericht.cli.building import build, out_of
from fokusbericht.cli.ending import ended
from fokusbericht.cli.recalling import make_all_ready
from fokusbericht.later import read_all

# Not forked: the preview answers browsers in threads of its own.
CONTEXT = get_context("spawn")


class Standby:
    """A process that has read the program and waits for a word to build; then comes the next.

    Each build is a process of its own, so that none leaves anything to the next. One that began
    before the program was changed is given up.
    """

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._start()

    def build(self) -> int:
        """Build; return 0 when all went well, 1 with problems."""
        if program() != self._program:
            self.close()
            self._start()
        self._told.send(True)
        self._process.join()
        code = self._process.exitcode or 0
        self._told.close()
        self._start()
        return code

    def close(self) -> None:
        """Let the waiting process go."""
        self._told.close()
        self._process.join()

    def _start(self) -> None:
        self._program = program()
        self._told, told = CONTEXT.Pipe()
        self._process = CONTEXT.Process(target=_wait, args=(told, self._arguments))
        # Strg+C is for who sees to the preview; a process that waits would only complain.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._process.start()
        signal.signal(signal.SIGINT, before)
        told.close()


def _wait(told: Connection, arguments: argparse.Namespace) -> None:
    # What a build may import when it has something to do.
    import jinja2  # noqa: F401
    import markdown  # noqa: F401

    import fokusbericht.building.checked
    import fokusbericht.load
    import fokusbericht.site

    read_all((*fokusbericht.site.PLANNERS, *fokusbericht.checks.ALL))
    make_all_ready(out_of(arguments))
    try:
        told.recv()
    except EOFError:  # nobody waits for this build any more
        return
    raise SystemExit(ended(partial(build, arguments), arguments.format))
