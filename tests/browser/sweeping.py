"""Sweeps: many pages looked at in several Chromiums of their own, side by side."""

import json
import os
import subprocess
import sys
from pathlib import Path

from support import HERE, REPOSITORY

SCRIPT = Path(__file__).with_name("sweep.py")
# Where a sweep finds the gates and the program.
PLACES = os.pathsep.join((str(HERE), str(REPOSITORY)))

Job = tuple[str, str]


class Sweep:
    """Looks at pages from now on, in so many Chromiums at once."""

    def __init__(self, address: str, jobs: list[Job], at_once: int) -> None:
        self._number = len(jobs)
        command = [sys.executable, str(SCRIPT), address]
        environment = {**os.environ, "PYTHONPATH": PLACES}
        self._processes = []
        for first in range(at_once):
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                env=environment,
            )
            assert process.stdin
            json.dump(jobs[first::at_once], process.stdin)
            process.stdin.close()
            process.stdin = None
            self._processes.append(process)

    def found(self) -> dict[str, list[str]]:
        """Wait until all pages are looked at; return what was found where."""
        found: dict[str, list[str]] = {}
        for process in self._processes:
            told, noise = process.communicate()
            assert process.returncode == 0, noise[-2000:]
            found |= json.loads(told)
        assert len(found) == self._number
        return {job: findings for job, findings in found.items() if findings}

    def stop(self) -> None:
        """End what is still looking."""
        for process in self._processes:
            process.kill()
            process.wait()
