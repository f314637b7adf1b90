"""Files made ahead: the same bytes as without, whoever makes them, and nothing left behind."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support import loaded

from fokusbericht.building import ahead
from fokusbericht.building.ahead import Ahead
from fokusbericht.building.output import EarlyGroup
from fokusbericht.cli import main
from fokusbericht.site import early_outputs, plan_site
from tests.conftest import SMALL

GROUPS = [EarlyGroup(f"gruppe-{number}", is_chart=number % 2 == 0) for number in range(40)]


def made(group: EarlyGroup) -> Iterator[tuple[str, bytes]]:
    """Yield two files of a group, one of them empty."""
    yield f"{group.name}-a", group.name.encode() * 1000
    yield f"{group.name}-b", b""


def started(groups: list[EarlyGroup] = GROUPS, make: ahead.MakeGroup = made) -> Ahead:
    """Return a process at work; a machine with one processor has none to spare."""
    found = ahead.start(groups, make)
    if found is None:
        pytest.skip("only one process may work here")
    return found


def test_each_group_is_begun_once_here_or_there() -> None:
    with closing(started()) as found:
        here = list(found.left())
        found.finish()
        there = [one for one in GROUPS if found.content(f"{one.name}-a") is not None]
        assert sorted([*here, *there]) == sorted(GROUPS)
        assert all(found.content(f"{one.name}-a") == one.name.encode() * 1000 for one in there)
        assert all(found.content(f"{one.name}-b") == b"" for one in there)


def test_whoever_helps_takes_maps_first() -> None:
    def slow(group: EarlyGroup) -> Iterator[tuple[str, bytes]]:
        time.sleep(60)
        yield group.name, b""

    with closing(started(make=slow)) as found:
        left = list(found.left())
        assert [one.is_chart for one in left[:20]] == [False] * 20
        assert all(one.is_chart for one in left[20:])


def test_what_fails_there_counts_as_not_made() -> None:
    def fail(group: EarlyGroup) -> Iterator[tuple[str, bytes]]:
        raise LookupError(group.name)

    with closing(started(make=fail)) as found:
        found.finish()
        assert found.content("gruppe-0-a") is None


def test_it_ends_when_nobody_wants_it_any_more() -> None:
    def slow(group: EarlyGroup) -> Iterator[tuple[str, bytes]]:
        time.sleep(60)
        yield group.name, b""

    found = started(make=slow)
    process = found.process
    found.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_site_has_the_same_bytes_with_and_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SMALL)
    taken: list[str] = []
    content = Ahead.content

    def noted(self: Ahead, fingerprint: str) -> bytes | None:
        found = content(self, fingerprint)
        taken.extend([fingerprint] if found is not None else [])
        return found

    monkeypatch.setattr(Ahead, "content", noted)
    assert main(["bauen", "--root", str(SMALL), "--out", str(tmp_path / "mit/site")]) == 0
    monkeypatch.setattr(ahead, "start", lambda groups, make: None)
    assert main(["bauen", "--root", str(SMALL), "--out", str(tmp_path / "ohne/site")]) == 0
    assert files(tmp_path / "mit/site") == files(tmp_path / "ohne/site")


def test_what_is_planned_early_is_what_is_planned() -> None:
    report, _ = loaded(SMALL)
    planned = {(one.early, one.plain()) for one in plan_site(report)[0] if one.early}
    early = early_outputs(report)
    assert {group for group, _ in planned} <= early.keys()
    assert {(one.early, one.plain()) for plan in early.values() for one in plan()} == planned


def files(site: Path) -> dict[str, bytes]:
    """Return the bytes of each file."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
