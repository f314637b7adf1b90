"""Counties to test with: a small one, copied and changed by a dict of files; a whole one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from fokusbericht.building.write.memory import memory_path, shelf_path
from fokusbericht.building.write.turns import turn
from fokusbericht.checks import check_report, check_sound_report
from fokusbericht.load import load_report
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
SMALL = HERE / "sites" / "klein" / "in"
MUSTER = REPOSITORY / "muster"  # invented, and complete: what the program's tests look at
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


def undecided(root: Path) -> Path:
    """Let the Kreistag have put off 2021-01, which then still has a draft decision."""
    for name in ("handlungsempfehlungen/2021-01", "beschluesse/2021-09-15"):
        path = root / "content" / f"{name}-leerstand.md"
        text = path.read_text(encoding="utf-8")
        assert "ergebnis: beschlossen" in text
        path.write_text(text.replace("ergebnis: beschlossen", "ergebnis: vertagt"), "utf-8")
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


def with_examples(report: Report, year: int) -> Report:
    """Return a report with the recommendations of a year as examples."""
    made = {
        key: replace(one, beispiel=one.jahr == year) for key, one in report.empfehlungen.items()
    }
    return replace(report, empfehlungen=made)


def golden(file: Path, text: str) -> str:
    """Return the text as it was approved; `GOLDEN=neu` approves the given one."""
    if os.environ.get("GOLDEN") == "neu":
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8")


def told(root: Path) -> list[str]:
    """Return what an editor sees, line by line."""
    return [str(problem) for problem in loaded(root)[1]]


def build(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run build.py in a process of its own."""
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def built_once(root: Path, folder: Path) -> Path:
    """Return the site of a county: built from nothing by the first who asks, only read by all."""
    folder.mkdir(exist_ok=True)
    with turn(folder):
        if not (folder / "site").exists():
            done = build(root, "--out", str(folder / "site"))
            assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return folder / "site"


def with_site(root: Path, site: Path) -> Path:
    """Give a county a copy of a site as if it had been built of it, with what a build keeps."""
    shutil.copytree(site, root / "site")
    for kept in (memory_path, shelf_path):
        shutil.copy2(kept(site), kept(root / "site"))
    return root


def files(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def case_files(case: str) -> dict[str, str]:
    """Return the files that a case lays over the small county."""
    folder = HERE / "problems" / case
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "expected.txt"
    }
