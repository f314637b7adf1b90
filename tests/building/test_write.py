"""Publishing: what is made, kept and removed, and that no moment shows half a site."""

import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from fokusbericht.building.output import Output
from fokusbericht.building.write import (
    Diary,
    ForeignFolder,
    find_unchanged,
    memory_path,
    write_site,
)
from fokusbericht.problems import Place


def output(path: str, text: str) -> Output:
    return Output(path, text, text.encode, Place("test"))


def site(folder: Path) -> dict[str, str]:
    """Return all files of a folder with their texts."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_made_kept_removed(tmp_path: Path) -> None:
    out = tmp_path / "site"
    first = write_site([output("a/index.html", "A"), output("b.txt", "B")], out, "r")
    assert first.made == ("a/index.html", "b.txt")
    second = write_site([output("a/index.html", "A"), output("c.txt", "C")], out, "r")
    assert (second.made, second.kept, second.removed) == (("c.txt",), ("a/index.html",), ("b.txt",))
    assert site(out) == {"a/index.html": "A", "c.txt": "C"}


def test_nothing_changed_makes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "site"
    outputs = [output("a.txt", "A")]
    write_site(outputs, out, "r")
    before = out.stat().st_ino
    assert write_site(outputs, out, "r").made == ()
    assert out.stat().st_ino == before


def test_another_recipe_makes_all_anew(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site([output("a.txt", "A")], out, "old")
    assert write_site([output("a.txt", "A")], out, "new").made == ("a.txt",)


def test_a_lost_or_cut_file_is_made_again(tmp_path: Path) -> None:
    out = tmp_path / "site"
    outputs = [output("a.txt", "A"), output("b.txt", "long text")]
    write_site(outputs, out, "r")
    (out / "a.txt").unlink()
    (out / "b.txt").write_text("long")
    assert write_site(outputs, out, "r").made == ("a.txt", "b.txt")
    assert site(out) == {"a.txt": "A", "b.txt": "long text"}


def test_files_that_are_not_ours_stay(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site([output("a.txt", "A")], out, "r")
    (out / "CNAME").write_text("fokus.example")
    write_site([output("a.txt", "A2")], out, "r")
    assert site(out) == {"CNAME": "fokus.example", "a.txt": "A2"}


def test_a_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    out = tmp_path / "dokumente"
    out.mkdir()
    (out / "brief.txt").write_text("wichtig")
    with pytest.raises(ForeignFolder):
        write_site([output("a.txt", "A")], out, "r")
    assert site(out) == {"brief.txt": "wichtig"}


def test_a_failing_build_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site([output("a.txt", "A")], out, "r")

    def fail() -> bytes:
        raise RuntimeError("template broken")

    broken = [output("a.txt", "A2"), Output("z.txt", "z", fail, Place("test"))]
    with pytest.raises(RuntimeError):
        write_site(broken, out, "r")
    assert site(out) == {"a.txt": "A"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [memory_path(out).name, "site"]


KILLED = """
import os, sys
from pathlib import Path
from fokusbericht.building.output import Output
from fokusbericht.problems import Place
from fokusbericht.building.write import site, write_site

moment = int(sys.argv[2])
count = 0

def dying(function):
    def call(*args, **kwargs):
        global count
        count += 1
        if count == moment:
            os.kill(os.getpid(), 9)
        found = function(*args, **kwargs)
        count += 1
        if count == moment:
            os.kill(os.getpid(), 9)
        return found
    return call

for name in ("bring_over", "write_new", "look_alike", "swap", "remove", "folder_aside"):
    setattr(site, name, dying(getattr(site, name)))
if sys.argv[3] == "two renames":
    from fokusbericht.building.write import swap
    swap.exchange = lambda one, other: False
    Path.rename = dying(Path.rename)
Path.replace = dying(Path.replace)
outputs = [Output(f"{n}.txt", "new", lambda: b"new", Place("t")) for n in range(4)]
write_site(outputs, Path(sys.argv[1]), "r")
print("alive")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="one-step exchange of folders is Linux only")
@pytest.mark.parametrize(("way", "most"), [("one step", 10), ("two renames", 15)])
def test_killed_at_any_moment_leaves_the_old_or_the_new_site(
    tmp_path: Path, way: str, most: int
) -> None:
    """It is whole, and what lies around is gone after the next build, if that has work or not."""
    for moment in count(1):
        folder = tmp_path / str(moment)
        folder.mkdir()
        out = folder / "site"
        old = [output(f"{number}.txt", "old") for number in range(4)]
        new = [Output(f"{number}.txt", "new", lambda: b"new", Place("t")) for number in range(4)]
        write_site(old, out, "r", "i")
        command = [sys.executable, "-c", KILLED, str(out), str(moment), way]
        done = subprocess.run(
            command, check=False, cwd=Path(__file__).parents[2], capture_output=True, text=True
        )
        assert "Traceback" not in done.stderr, done.stderr
        if out.exists():
            assert set(site(out).values()) in ({"old"}, {"new"})
            assert len(site(out)) == 4
        else:
            assert way == "two renames"
        if find_unchanged(out, "r", "i") is None:
            write_site(new, out, "r")
            assert set(site(out).values()) == {"new"}
        assert sorted(path.name for path in folder.iterdir()) == [memory_path(out).name, "site"]
        if "alive" in done.stdout:
            assert moment > most  # else it was not killed in between
            return


def test_a_memory_of_another_version_is_not_trusted_but_known_to_be_ours(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site([output("a.txt", "A"), output("b.txt", "B")], out, "r")
    memory = memory_path(out)
    memory.write_text(memory.read_text().replace('"format":2', '"format":1'))
    diary = write_site([output("a.txt", "A")], out, "r")
    assert (diary.made, diary.removed) == (("a.txt",), ("b.txt",))


def test_same_program_and_same_files_need_no_second_look(tmp_path: Path) -> None:
    out = tmp_path / "site"
    outputs = [output("a.txt", "A"), output("b.txt", "B")]
    assert find_unchanged(out, "r", "i") is None
    write_site(outputs, out, "r", "i")
    assert find_unchanged(out, "r", "i") == Diary((), ("a.txt", "b.txt"), ())
    assert find_unchanged(out, "r", "other files") is None
    assert find_unchanged(out, "other program", "i") is None
    (out / "b.txt").unlink()
    assert find_unchanged(out, "r", "i") is None
