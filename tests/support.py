"""A small county to test with: copied, changed by a dict of files, built."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from fokusbericht.checks import check_report, check_sound_report
from fokusbericht.load import load_report
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
SMALL = HERE / "sites" / "klein" / "in"
# Where CI runs, nothing is skipped: what a test needs must be there.
IN_CI = os.environ.get("CI") == "true"
CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)


def small_county(folder: Path, files: Mapping[str, str | None] | None = None) -> Path:
    """Copy the small county to a folder and change files; None removes one."""
    root = folder / "kreis"
    shutil.copytree(SMALL, root)
    for name, text in (files or {}).items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return root


def replaced(name: str, old: str, new: str) -> dict[str, str]:
    """Return a file of the small county with one passage replaced."""
    text = (SMALL / name).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    return {name: text.replace(old, new)}


def loaded(root: Path) -> tuple[Report, list[Problem]]:
    """Load and check a report; return it with all its problems, sorted."""
    report, problems = load_report(root)
    found = {*problems, *check_report(report)}
    return report, sorted(found or set(check_sound_report(report)))


def golden(file: Path, text: str) -> str:
    """Return the text as it was approved; `GOLDEN=neu` approves the given one."""
    if os.environ.get("GOLDEN") == "neu":
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8")


def told(root: Path) -> list[str]:
    """Return what an editor sees, line by line."""
    return [str(problem) for problem in loaded(root)[1]]
