"""CI as files: each line of both is run, job by job, in a clean copy of what is in git.

Only what asks the network stands aside: `python3 -m venv`, `pip`, `build.py einrichten`, `apt-get`
and the question to PyPI are played by small scripts that note how they were called; the copy works
with the libraries that run this test. The suite is collected there, not run again. What is
published is the small county, as the demonstration is not fit to be.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from handbook import README
from publishing import ready
from support import REPOSITORY, small_county

GITLAB = REPOSITORY / ".gitlab-ci.yml"
WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
NO_JOBS = {"workflow", "stages", "default"}
HASH = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")

VENV = """#!/bin/sh
if [ "$1 $2" = "-m venv" ]; then
    mkdir -p "$3/bin" && cp "$PLAYED/python" "$PLAYED/pip" "$3/bin/"
else
    exec "$REAL" "$@"
fi
"""
PIP = """#!/bin/sh
echo "pip $*" >> "$PLAYED/log"
[ "$3" != pip-audit ] || cp "$PLAYED/pip-audit" "$(dirname "$0")/"
"""
PYTHON = """#!/bin/sh
case "$*" in
    "build.py einrichten") echo "einrichten" >> "$PLAYED/log"; ln -sfn "$MODULES" node_modules ;;
    *osv.dev*) exit "$UNKNOWN" ;;
    *) exec "$REAL" "$@" ;;
esac
"""
NOTED = """#!/bin/sh
echo "$(basename "$0") $*" >> "$PLAYED/log"
"""
PLAYED = {"python3": VENV, "python": PYTHON, "pip": PIP, "pip-audit": NOTED, "apt-get": NOTED}
INSTALLED = ["pip install -q -c constraints.txt .", "einrichten"]
INSTALLED_FOR_TESTS = ["pip install -q -c constraints.txt .[test]", "einrichten"]
AUDITED = (
    "pip-audit --strict --vulnerability-service osv --requirement constraints.txt"
    " --no-deps --disable-pip"
)


def jobs(path: Path) -> dict[str, Any]:
    """Return the jobs of a file by name."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path == GITLAB:
        return {name: job for name, job in data.items() if name not in NO_JOBS}
    return dict(data["jobs"])


def lines(job: Mapping[str, Any]) -> list[str]:
    """Return the lines that a job runs."""
    steps = job.get("steps", ())
    return [*job.get("script", ()), *(step["run"] for step in steps if "run" in step)]


@dataclass(frozen=True)
class Copy:
    """A clean copy of what is in git, and where the players note how they were called."""

    root: Path
    played: Path

    def run(self, script: list[str], unknown: int = 0) -> "subprocess.CompletedProcess[str]":
        """Run lines as CI does: one after the other, until one fails."""
        env = {
            **os.environ,
            "PATH": f"{self.played}{os.pathsep}{os.environ['PATH']}",
            "PLAYED": str(self.played),
            "REAL": sys.executable,
            "MODULES": str(REPOSITORY / "node_modules"),
            "UNKNOWN": str(unknown),
            "PYTEST_ADDOPTS": "--collect-only -qq -n 0",
        }
        command = ["bash", "-euo", "pipefail", "-c", "\n".join(script)]
        return subprocess.run(
            command, cwd=self.root, env=env, capture_output=True, text=True, check=False
        )

    def calls(self) -> list[str]:
        """Return how the players were called, but for what a machine has or lacks."""
        log = (self.played / "log").read_text(encoding="utf-8").splitlines()
        return [line for line in log if not line.startswith("apt-get")]


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Copy what is in git."""
    told = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    root, played = tmp_path / "copy", tmp_path / "played"
    for name in filter(None, told.stdout.split("\0")):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(REPOSITORY / name, root / name)
    played.mkdir()
    for name, text in PLAYED.items():
        (played / name).write_text(text, encoding="utf-8")
        (played / name).chmod(0o755)
    return Copy(root, played)


@pytest.fixture
def fit(copy: Copy, tmp_path: Path) -> Copy:
    """Put a county that is fit to be published in the place of the demonstration."""
    for folder in ("content", "indicators", "geo"):
        shutil.rmtree(copy.root / folder)
    shutil.copytree(small_county(tmp_path, ready()), copy.root, dirs_exist_ok=True)
    return copy


def test_the_first_line_is_the_command_of_the_readme() -> None:
    found = re.search(r"<!-- build -->\n```sh\n(.*)\n```", README.read_text(encoding="utf-8"))
    assert found
    for job in (jobs(GITLAB)["bauen"], jobs(GITLAB)["pages"], jobs(WORKFLOWS[1])["bauen"]):
        assert lines(job)[0] == found[1]


@pytest.mark.parametrize("path", [GITLAB, WORKFLOWS[1]], ids=lambda path: path.name)
def test_a_site_is_built_and_made_ready_to_publish(path: Path, fit: Copy) -> None:
    name = "pages" if path == GITLAB else "bauen"
    done = fit.run(lines(jobs(path)[name]))
    assert done.returncode == 0, done.stdout + done.stderr
    assert fit.calls() == INSTALLED
    site = fit.root / ("public" if path == GITLAB else "site")
    assert (site / "index.html").is_file()
    # A server of pages takes plain files and folders alone.
    assert not [one for one in site.rglob("*") if one.is_symlink()]


def test_what_is_not_fit_to_be_published_is_not(fit: Copy) -> None:
    (fit.root / "content/seiten/impressum.md").unlink()
    done = fit.run(lines(jobs(GITLAB)["pages"]))
    assert done.returncode == 1
    assert not (fit.root / "public").exists()


def test_the_job_that_builds_for_a_look_is_part_of_publishing() -> None:
    assert lines(jobs(GITLAB)["bauen"]) == lines(jobs(GITLAB)["pages"])[:1]


def test_the_whole_suite_is_found(copy: Copy) -> None:
    for path in (GITLAB, WORKFLOWS[1]):
        assert lines(jobs(path)["tests"]) == [".ci/run"]
    done = copy.run([".ci/run"])
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "tests/ci/test_ci.py: " in done.stdout
    assert copy.calls() == INSTALLED_FOR_TESTS


@pytest.mark.parametrize("unknown", [0, 1])
def test_weaknesses_are_asked_for_and_silence_is_no_answer(unknown: int, copy: Copy) -> None:
    for path in (GITLAB, WORKFLOWS[0]):
        assert lines(jobs(path)["schwachstellen"]) == [".ci/schwachstellen"]
    done = copy.run([".ci/schwachstellen"], unknown)
    assert done.returncode == (75 if unknown else 0), done.stdout + done.stderr
    assert copy.calls() == ["pip install -q pip-audit", *([] if unknown else [AUDITED])]


def test_no_job_is_overlooked() -> None:
    assert set(jobs(GITLAB)) == {"bauen", "tests", "schwachstellen", "pages"}
    assert [set(jobs(path)) for path in WORKFLOWS] == [
        {"schwachstellen"},
        {"bauen", "tests", "veroeffentlichen"},
    ]


def test_nothing_is_published_before_all_is_good() -> None:
    assert jobs(WORKFLOWS[1])["veroeffentlichen"]["needs"] == ["bauen", "tests"]
    stages = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["stages"]
    later = {name for name, job in jobs(GITLAB).items() if job["stage"] == stages[-1]}
    assert later == {"pages"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_may_do_little(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert data["permissions"] == {}
    for name, job in data["jobs"].items():
        may_write = {"pages": "write", "id-token": "write"}
        assert job["permissions"] == (
            may_write if name == "veroeffentlichen" else {"contents": "read"}
        )
        for step in job["steps"]:
            assert "uses" not in step or HASH.fullmatch(step["uses"])
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"] == {"persist-credentials": False}


def test_both_run_in_one_image() -> None:
    image = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["default"]["image"]
    used = {
        job["container"]
        for path in WORKFLOWS
        for job in jobs(path).values()
        if "steps" in job and "container" in job
    }
    assert used == {image}
    assert re.fullmatch(r"python:3\.\d+-\w+", image)
