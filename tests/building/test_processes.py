"""Work shared out among processes: all is done once, and what goes wrong is told."""

import os
import time
from pathlib import Path

import pytest

from fokusbericht.building.processes import SIZE, share_out

GROUPS = [[f"{group}-{number}" for number in range(3)] for group in range(40)]


@pytest.mark.parametrize("number", [1, 2, 5])
def test_every_name_is_worked_on_once(tmp_path: Path, number: int) -> None:
    def work(name: str) -> None:
        with (tmp_path / name).open("x"):
            pass

    share_out(GROUPS, number, work)
    assert len(list(tmp_path.iterdir())) == 120


def test_more_groups_than_fit_into_a_pipe_are_still_all_done(tmp_path: Path) -> None:
    many = [[str(number)] for number in range(65_536 // SIZE + 10)]
    done: list[str] = []
    share_out(many, 1, done.append)
    assert len(done) == len(many)


@pytest.mark.parametrize("number", [1, 3])
def test_what_fails_anywhere_is_told_here(tmp_path: Path, number: int) -> None:
    def work(name: str) -> None:
        if name == "33-1":
            raise LookupError(name)

    with pytest.raises(LookupError, match="33-1"):
        share_out(GROUPS, number, work)


def test_a_process_that_dies_is_no_success() -> None:
    here = os.getpid()

    def work(name: str) -> None:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        time.sleep(0.001)  # so that the other one gets something to do

    with pytest.raises(ChildProcessError):
        share_out([[str(number)] for number in range(500)], 2, work)
