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
from fokusbericht.cli import main
from fokusbericht.site import early_outputs, plan_site
from tests.conftest import SMALL

NAMES = [f"gruppe-{number}" for number in range(40)]


def made(name: str) -> Iterator[tuple[str, bytes]]:
    """Yield two files of a group, one of them empty."""
    yield f"{name}-a", name.encode() * 1000
    yield f"{name}-b", b""


def started(names: list[str] = NAMES, make: ahead.MakeGroup = made) -> Ahead:
    """Return a process at work; a machine with one processor has none to spare."""
    found = ahead.start(names[:20], names[20:], make)
    if found is None:
        pytest.skip("only one process may work here")
    return found


def test_each_group_is_begun_once_here_or_there() -> None:
    with closing(started()) as found:
        here = list(found.left())
        found.finish()
        there = [name for name in NAMES if found.content(f"{name}-a") is not None]
        assert sorted([*here, *there]) == sorted(NAMES)
        assert all(found.content(f"{name}-a") == name.encode() * 1000 for name in there)
        assert all(found.content(f"{name}-b") == b"" for name in there)


def test_what_fails_there_counts_as_not_made() -> None:
    def fail(name: str) -> Iterator[tuple[str, bytes]]:
        raise LookupError(name)

    with closing(started(make=fail)) as found:
        found.finish()
        assert found.content("gruppe-0-a") is None


def test_it_ends_when_nobody_wants_it_any_more() -> None:
    def slow(name: str) -> Iterator[tuple[str, bytes]]:
        time.sleep(60)
        yield name, b""

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
    monkeypatch.setattr(ahead, "start", lambda own, others, make: None)
    assert main(["bauen", "--root", str(SMALL), "--out", str(tmp_path / "ohne/site")]) == 0
    assert files(tmp_path / "mit/site") == files(tmp_path / "ohne/site")


def test_what_is_planned_early_is_what_is_planned() -> None:
    report, _ = loaded(SMALL)
    planned = {(one.early, one.plain()) for one in plan_site(report)[0] if one.early}
    plans = [plan for plans in early_outputs(report) for plan in plans.items()]
    assert len(dict(plans)) == len(plans)
    early = {(one.early, one.plain()) for _, plan in plans for one in plan()}
    assert early == planned
    assert {group for group, _ in planned} <= dict(plans).keys()


def files(site: Path) -> dict[str, bytes]:
    """Return the bytes of each file."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
