"""Whatever an editor changes in a county: the site is the one that a fresh build makes."""

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from fuzz.editors import changed
from support import MUSTER, REPOSITORY, files

COUNT = 30


def built(root: Path, *more: str) -> int:
    command = [sys.executable, str(REPOSITORY / "build.py"), "bauen", "--root", str(root), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False).returncode


@pytest.mark.alle
def test_thirty_edits_leave_nothing_stale(tmp_path: Path) -> None:
    root, chance = tmp_path / "kreis", Random(30)
    shutil.copytree(MUSTER, root, ignore=shutil.ignore_patterns("site"))
    assert built(root) == 0
    made = 0
    while made < COUNT:
        undo = changed(chance, root)
        if built(root):  # what is wrong is told; the site stays as it was
            undo()
            continue
        assert built(root, "--frisch", "--out", str(tmp_path / "frisch")) == 0
        assert files(root / "site") == files(tmp_path / "frisch")
        made += 1
