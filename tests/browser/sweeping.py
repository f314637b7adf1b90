"""Sweeps: many pages looked at in several Chromiums of their own, side by side."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from support import HERE, REPOSITORY

SCRIPT = Path(__file__).with_name("sweep.py")
# Where a sweep finds the gates and the program.
PLACES = os.pathsep.join((str(HERE), str(REPOSITORY)))

Job = tuple[str, str]


def sweep(address: str, jobs: list[Job], at_once: int) -> dict[str, list[str]]:
    """Look at pages in so many Chromiums at once; return what was found where."""

    def look(some: list[Job]) -> dict[str, list[str]]:
        done = subprocess.run(
            [sys.executable, str(SCRIPT), address],
            input=json.dumps(some),
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": PLACES},
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return dict(json.loads(done.stdout))

    with ThreadPoolExecutor(at_once) as pool:
        parts = pool.map(look, [jobs[first::at_once] for first in range(at_once)])
        found = {job: findings for part in parts for job, findings in part.items()}
    assert len(found) == len(jobs)
    return {job: findings for job, findings in found.items() if findings}
