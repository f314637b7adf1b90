"""Whole sites in, whole sites out: each file as it was approved, no more and no fewer.

After a wanted change, `GOLDEN=neu pytest tests/test_golden.py` writes the folders anew; the
difference is then read in git.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from support import HERE, built_once

SITES = sorted(path.name for path in (HERE / "sites").iterdir() if path.is_dir())
HASH = re.compile(r"\.[0-9a-f]{10}\.(?=\w+)")
KEPT = (".html", ".csv", ".xml", ".txt", ".svg")  # styles and scripts only by their name


def approved_form(folder: Path) -> dict[str, str]:
    """Return the files of a site: names without hashes, texts of those that are kept."""
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = HASH.sub(".", path.relative_to(folder).as_posix())
            text = path.read_text(encoding="utf-8-sig") if name.endswith(KEPT) else ""
            files[name] = HASH.sub(".", text)
    return files


@pytest.mark.parametrize("site", SITES)
def test_site(site: str, common: Path) -> None:
    golden = HERE / "sites" / site / "out"
    made = approved_form(built_once(HERE / "sites" / site / "in", common / site))
    if os.environ.get("GOLDEN") == "neu":
        shutil.rmtree(golden, ignore_errors=True)
        for name, text in made.items():
            (golden / name).parent.mkdir(parents=True, exist_ok=True)
            (golden / name).write_text(text, encoding="utf-8")
    approved = approved_form(golden)
    assert sorted(made) == sorted(approved)
    for name, text in made.items():
        assert text == approved[name], name
