"""Sweeps: many pages looked at in several Chromiums of their own, side by side."""

import json
import os
import subprocess
import sys
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from support import HERE, REPOSITORY

SCRIPT = Path(__file__).with_name("sweep.py")
# Where a sweep finds the gates and the program.
PLACES = os.pathsep.join((str(HERE), str(REPOSITORY)))


def sweep(
    address: str, paths: list[str], states: Collection[str], at_once: int = 2
) -> dict[str, list[str]]:
    """Look at pages in all these states, in several Chromiums; return what was found where."""

    def look(some: list[str]) -> dict[str, list[str]]:
        done = subprocess.run(
            [sys.executable, str(SCRIPT), address, *states],
            input=json.dumps(some),
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": PLACES},
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return dict(json.loads(done.stdout))

    with ThreadPoolExecutor(at_once) as pool:
        parts = pool.map(look, [paths[first::at_once] for first in range(at_once)])
        found = {job: findings for part in parts for job, findings in part.items()}
    assert len(found) == len(paths) * len(states)
    return {job: findings for job, findings in found.items() if findings}
