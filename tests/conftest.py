"""The county's own site, built once for all tests that look at it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import REPOSITORY

IN_CI = os.environ.get("CI") == "true"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the Kreis Pinneberg from nothing; return its folder."""
    out = tmp_path_factory.mktemp("kreis") / "site"
    command = [sys.executable, str(REPOSITORY / "build.py"), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return out
