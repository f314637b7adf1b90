"""What others have put into a site stays, and no link, full disk or second build does harm."""

import errno
import multiprocessing
import os
import re
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from support import IN_CI

from fokusbericht.building.output import Output
from fokusbericht.building.write import (
    ForeignFolder,
    Unwritable,
    bringing,
    find_unchanged,
    memory_path,
    read_memory,
    site,
    swap,
    turns,
    whole,
    write_below,
    write_file,
    write_site,
)
from fokusbericht.cli import protecting
from fokusbericht.problems import Place


def output(path: str, text: str) -> Output:
    return Output(path, text, text.encode, Place("test"))


def built(folder: Path, *more: str) -> Path:
    """Build a small site and return its folder."""
    out = folder / "site"
    write_site([output("index.html", "A"), *(output(one, "A") for one in more)], out, "r", "i")
    return out


def around(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir())


# --- What others have put into a site -----------------------------------------------------------


def test_links_in_a_site_stay_links_and_are_not_followed(tmp_path: Path) -> None:
    out = built(tmp_path)
    elsewhere = tmp_path / "woanders"
    elsewhere.mkdir()
    (elsewhere / "datei.txt").write_text("fremd")
    for name, target in (
        ("aktuell", "../woanders"),
        ("eine.txt", str(elsewhere / "datei.txt")),
        ("leer", "gibt/es/nicht"),
        ("kreis", "."),
    ):
        (out / name).symlink_to(target)
    write_site([output("index.html", "B")], out, "r")
    assert (out / "index.html").read_text() == "B"
    assert (out / "aktuell").readlink() == Path("../woanders")
    assert (out / "eine.txt").readlink() == elsewhere / "datei.txt"
    assert (out / "leer").readlink() == Path("gibt/es/nicht")
    assert (out / "kreis").readlink() == Path()
    assert [path.name for path in elsewhere.iterdir()] == ["datei.txt"]


def test_empty_folders_of_others_stay_and_ours_go(tmp_path: Path) -> None:
    out = built(tmp_path, "alt/seite/index.html")
    (out / ".well-known/acme-challenge").mkdir(parents=True)
    (out / "alt/fremd").mkdir()
    write_site([output("index.html", "B")], out, "r")
    assert (out / ".well-known/acme-challenge").is_dir()
    assert (out / "alt/fremd").is_dir()
    assert not (out / "alt/seite").exists()
    (out / "alt/fremd").rmdir()
    (out / "alt").rmdir()
    write_site([output("index.html", "C"), output("alt/x.txt", "A")], out, "r")
    write_site([output("index.html", "C")], out, "r")
    assert not (out / "alt").exists()


def test_rights_times_and_hard_links_of_others_stay(tmp_path: Path) -> None:
    out = built(tmp_path)
    folder = out / "hochgeladen"
    folder.mkdir()
    file = folder / "plan.pdf"
    file.write_text("fremd")
    os.link(file, tmp_path / "zweiter-name.pdf")
    file.chmod(0o640)
    folder.chmod(0o550)
    out.chmod(0o750)
    os.utime(file, (1_000_000_000, 1_000_000_000))
    os.utime(folder, (1_100_000_000, 1_100_000_000))
    for text in "BC":
        write_site([output("index.html", text)], out, "r")
    status = file.stat()
    assert (stat.S_IMODE(status.st_mode), status.st_mtime, status.st_nlink) == (0o640, 1e9, 2)
    assert (stat.S_IMODE(folder.stat().st_mode), folder.stat().st_mtime) == (0o550, 1.1e9)
    assert stat.S_IMODE(out.stat().st_mode) == 0o750
    assert around(out) == [memory_path(out).name, "site", "zweiter-name.pdf"]


def test_the_audit_does_not_read_through_links(tmp_path: Path) -> None:
    out = built(tmp_path)
    (tmp_path / "fremd").mkdir()
    (tmp_path / "fremd/geheim.csv").write_text("1")
    (out / "ordner").symlink_to("../fremd")
    (out / "datei.csv").symlink_to("../fremd/geheim.csv")
    assert list(protecting._files(out)) == ["index.html"]


def test_pipes_of_others_stay_and_stop_nothing(tmp_path: Path) -> None:
    out = built(tmp_path)
    os.mkfifo(out / "rohr")
    write_site([output("index.html", "B")], out, "r")
    assert stat.S_ISFIFO((out / "rohr").stat().st_mode)


def foreign_file(path: Path) -> None:
    path.write_text("fremd")


def foreign_link(path: Path) -> None:
    (path.parent.parent / "ziel.txt").write_text("fremd")
    path.symlink_to("../ziel.txt")


def foreign_folder(path: Path) -> None:
    path.mkdir()


def link_above(path: Path) -> None:
    (path.parent.parent / "anderswo").mkdir()
    path.parent.joinpath("neu").symlink_to("../anderswo")


def file_above(path: Path) -> None:
    (path.parent / "neu").write_text("fremd")


WAYS: dict[Callable[[Path], None], tuple[str, str]] = {
    foreign_file: ("robots.txt", "robots.txt"),
    foreign_link: ("robots.txt", "robots.txt"),
    foreign_folder: ("robots.txt", "robots.txt"),
    link_above: ("neu/index.html", "neu"),
    file_above: ("neu/index.html", "neu"),
}


@pytest.mark.parametrize("make", WAYS, ids=lambda make: make.__name__)
def test_what_is_in_the_way_is_told_and_not_overwritten(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    out = built(tmp_path)
    path, named = WAYS[make]
    make(out / "robots.txt")
    before = {one: one.lstat().st_mtime_ns for one in tmp_path.rglob("*")}
    with pytest.raises(ForeignFolder) as told:
        write_site([output("index.html", "B"), output(path, "B")], out, "r")
    assert str(told.value) == (
        f"{out / named} stammt nicht von hier, und der Bau will dort „{path}“ schreiben. "
        "Bitte wegräumen oder umbenennen."
    )
    after = {one: one.lstat().st_mtime_ns for one in tmp_path.rglob("*")}
    before[tmp_path] = after[tmp_path] = 0
    assert after == before
    assert (out / "index.html").read_text() == "A"


def test_a_page_of_ours_that_became_a_link_is_not_written_through(tmp_path: Path) -> None:
    out = built(tmp_path)
    (tmp_path / "fremd.txt").write_text("A")
    (out / "index.html").unlink()
    (out / "index.html").symlink_to("../fremd.txt")
    assert find_unchanged(out, "r", "i") is None
    with pytest.raises(ForeignFolder):
        write_site([output("index.html", "A")], out, "r", "i")
    assert (tmp_path / "fremd.txt").read_text() == "A"


def test_a_folder_becomes_a_page_and_a_page_a_folder(tmp_path: Path) -> None:
    out = built(tmp_path, "a/index.html", "b")
    write_site([output("a", "A"), output("b/index.html", "B")], out, "r")
    assert (out / "a").read_text() == "A"
    assert (out / "b/index.html").read_text() == "B"


def test_what_is_mounted_in_a_site_stops_the_swap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = built(tmp_path)
    (out / "platte").mkdir()
    (out / "platte" / "wichtig.txt").write_text("fremd")
    monkeypatch.setattr(bringing, "mount_points", lambda: frozenset({str(out / "platte")}))
    with pytest.raises(Unwritable, match="ist eingehängt"):
        write_site([output("index.html", "B")], out, "r")
    assert (out / "platte" / "wichtig.txt").read_text() == "fremd"
    assert (out / "index.html").read_text() == "A"


def test_without_hard_links_files_are_copied_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = built(tmp_path)
    (out / "fremd.txt").write_text("fremd")
    os.utime(out / "fremd.txt", (1e9, 1e9))

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    write_site([output("index.html", "B")], out, "r")
    assert (out / "fremd.txt").read_text() == "fremd"
    assert (out / "fremd.txt").stat().st_mtime == 1e9


# --- What somebody has put beside a site --------------------------------------------------------


def test_a_memory_that_is_a_link_is_not_believed_and_not_written_through(tmp_path: Path) -> None:
    out = built(tmp_path)
    memory = memory_path(out)
    memory.rename(tmp_path / "fremd.json")
    memory.symlink_to("fremd.json")
    text = (tmp_path / "fremd.json").read_bytes()
    assert read_memory(out) is None
    with pytest.raises(ForeignFolder):
        write_site([output("index.html", "B")], out, "r")
    (out / "index.html").unlink()
    write_site([output("index.html", "B")], out, "r")
    assert (tmp_path / "fremd.json").read_bytes() == text
    assert not memory.is_symlink()


def test_a_memory_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    out = tmp_path / "site"
    os.mkfifo(memory_path(out))
    assert read_memory(out) is None


@pytest.mark.parametrize("text", [b"", b"[]", b'{"format":2}', b"\xff", b"[" * 100_000, b"null"])
def test_a_spoilt_memory_is_none(tmp_path: Path, text: bytes) -> None:
    out = tmp_path / "site"
    memory_path(out).write_bytes(text)
    assert read_memory(out) is None


@pytest.mark.parametrize("name", [".site.neu-abcdefgh", ".site.alt", "..site.cache.json.neu"])
def test_links_of_our_names_lead_nowhere(tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "woanders"
    elsewhere.mkdir()
    (elsewhere / "wichtig.txt").write_text("fremd")
    target = elsewhere / "wichtig.txt" if name.endswith(".neu") else elsewhere
    (tmp_path / name).symlink_to(target)
    out = built(tmp_path)
    write_site([output("index.html", "B")], out, "r")
    write_site([output("index.html", "B")], out, "r", "other files")
    assert (elsewhere / "wichtig.txt").read_text() == "fremd"
    assert (out / "index.html").read_text() == "B"


def test_folders_that_only_look_like_litter_stay(tmp_path: Path) -> None:
    names = [
        ".site.neu-entwurf von mir",
        ".site.neu",
        ".site.neu-",
        ".site.alt",
        ".site2.neu-abcdefgh",
    ]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "wichtig.txt").write_text("fremd")
    out = built(tmp_path)
    write_site([output("index.html", "B")], out, "r")
    assert all((tmp_path / name / "wichtig.txt").is_file() for name in names)


@pytest.mark.parametrize("name", [".site.neu-123-abcdefgh/neu", ".site.neu-a_bcdef1/neu"])
def test_litter_is_gone_after_a_build_with_nothing_to_do(tmp_path: Path, name: str) -> None:
    out = built(tmp_path)
    (tmp_path / name).mkdir(parents=True)
    (tmp_path / ".site.cache.neu").write_text("half")
    (tmp_path / "..site.cache.json.neu").write_text("half")
    (tmp_path / ".site.sperre").write_text("")
    assert find_unchanged(out, "r", "i") is not None
    assert around(out) == [memory_path(out).name, "site"]


def test_litter_of_a_folder_nobody_may_write_to_goes_as_well(tmp_path: Path) -> None:
    litter = tmp_path / "rest"
    (litter / "zu" / "innen").mkdir(parents=True)
    (litter / "zu" / "datei.txt").write_text("x")
    (litter / "zu").chmod(0o500)
    turns.remove(litter)
    assert not litter.exists()


# --- Two builds at once -------------------------------------------------------------------------


def _build(out: Path, text: str, pause: float) -> None:
    def make() -> bytes:
        time.sleep(pause)
        return text.encode()

    names = [f"{number}.txt" for number in range(6)]
    write_site([Output(name, text, make, Place("test")) for name in names], out, text)


@pytest.mark.skipif(sys.platform == "win32", reason="no such locks")
def test_two_builds_at_once_never_mix(tmp_path: Path) -> None:
    out = tmp_path / "site"
    context = multiprocessing.get_context("fork")
    texts = ("eins", "zwei", "drei")
    builds = [context.Process(target=_build, args=(out, text, 0.03)) for text in texts]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert [build.exitcode for build in builds] == [0, 0, 0]
    assert len({path.read_text() for path in out.iterdir()}) == 1
    memory = read_memory(out)
    assert memory is not None
    assert memory.recipe == (out / "0.txt").read_text()
    assert around(out) == [memory_path(out).name, "site"]


def test_a_second_build_does_not_wait_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = built(tmp_path)
    with turns.turn(out):
        with pytest.raises(Unwritable) as told, turns.turn(out, patience=0.1):
            pass
        assert str(told.value) == (
            f"In {out} baut gerade ein anderer Aufruf. Bitte warten, bis er endet."
        )
        (tmp_path / ".site.neu-abcdefgh").mkdir()
        assert find_unchanged(out, "r", "i") is not None  # nothing to do: no need to wait
        assert (tmp_path / ".site.neu-abcdefgh").is_dir()  # it is the other's
    assert find_unchanged(out, "r", "i") is not None
    assert around(out) == [memory_path(out).name, "site"]


# --- Disks that are full or may not be written --------------------------------------------------

WRITES = (
    *((site, "write_new"), (site, "folder_aside"), (site, "swap"), (site, "look_alike")),
    *((site, "bring_over"), (Path, "mkdir"), (Path, "replace"), (os, "link"), (Path, "chmod")),
    *((os, "open"), (whole, "write_new")),
)
FAULTS = (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO)


class Failing:
    """A function that fails at one of its calls."""

    def __init__(self, real: Callable[..., object], number: int, fault: int) -> None:
        self.real = real
        self.number = number
        self.fault = fault
        self.calls = 0

    def __get__(self, one: object, kind: type) -> Callable[..., object]:
        return partial(self, one)

    def __call__(self, *words: object, **more: object) -> object:
        self.calls += 1
        if self.calls == self.number:
            raise OSError(self.fault, os.strerror(self.fault), "x")
        return self.real(*words, **more)


@pytest.mark.parametrize(("holder", "name"), WRITES, ids=str)
def test_a_disk_that_fails_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holder: object, name: str
) -> None:
    """Each call of each kind fails once, with each fault."""
    out = built(tmp_path, "b.txt")
    real = getattr(holder, name)
    for number, fault in ((n, f) for n in range(1, 12) for f in FAULTS):
        failing = Failing(real, number, fault)
        monkeypatch.setattr(holder, name, failing)
        now = [output("index.html", f"{number}-{fault}"), output("c.txt", "C")]
        is_made = True
        try:
            write_site(now, out, "r", "i")
        except (OSError, Unwritable):
            is_made = False
        monkeypatch.setattr(holder, name, real)
        texts = {path.name: path.read_text() for path in out.iterdir()}
        if is_made:
            assert texts == {"index.html": f"{number}-{fault}", "c.txt": "C"}
            write_site([output("index.html", "A"), output("b.txt", "A")], out, "r", "i")
        else:
            assert texts == {"index.html": "A", "b.txt": "A"}
        turns.clear(out)
        assert around(out) == [memory_path(out).name, "site"]
        if failing.calls < number:
            break


def test_folders_made_for_nothing_are_gone_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(site, "folder_aside", full)
    with pytest.raises(OSError, match="No space"):
        write_site([output("index.html", "A")], tmp_path / "a" / "b" / "site", "r")
    assert list(tmp_path.iterdir()) == []


def test_a_swap_by_two_renames_that_fails_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "site", tmp_path / "aside" / "neu"
    new.mkdir(parents=True)
    old.mkdir()
    (old / "alt.txt").write_text("alt")
    real = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if path == new:
            raise OSError(errno.EBUSY, "busy")
        return real(path, target)

    monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="busy"):
        swap.swap(new, old)
    assert (old / "alt.txt").read_text() == "alt"


FULL = """
mount -t tmpfs -o size=256k none "$1" || exit 77
"$2" - "$1/site" <<'END'
import os, sys
from pathlib import Path
from fokusbericht.cli import protecting
from fokusbericht.building.output import Output
from fokusbericht.problems import Place
from fokusbericht.building.write import write_site, reason_of
out = Path(sys.argv[1])
write_site([Output("a.txt", "A", lambda: b"A", Place("t"))], out, "r")
many = [Output(f"{n}.bin", n, lambda: bytes(50_000), Place("t")) for n in range(20)]
try:
    write_site(many, out, "r")
except OSError as error:
    print(reason_of(error).replace(f"{out}/", ""))
for folder in (out, out.parent):
    print(sorted(path.name for path in folder.iterdir()))
END
"""


def test_a_truly_full_disk(tmp_path: Path) -> None:
    """In a mount of its own, where that is allowed; it is gone with the process."""
    command = ["unshare", "--mount", "sh", "-c", FULL, "sh", str(tmp_path), sys.executable]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2]
        )
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if done.returncode and not IN_CI:
        pytest.skip(f"no mounts here: {done.stderr}")
    told, *left = done.stdout.splitlines()
    assert re.fullmatch(r"[0-9]+\.bin: Auf dem Datenträger ist kein Platz mehr\.", told)
    assert left == ["['a.txt']", "['.site.cache.json', 'site']"]


# --- Files of the county ------------------------------------------------------------------------


def test_all_files_of_a_county_are_written_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo/a.csv").write_text("alt")
    real, count = whole.write_new, 0

    def failing(path: Path, content: bytes, mode: int = 0o666) -> None:
        nonlocal count
        count += 1
        real(path, content[:1], mode)
        if count == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(whole, "write_new", failing)
    with pytest.raises(OSError, match="No space"):
        write_below(tmp_path, {"geo/a.csv": "neu", "geo/b.csv": "neu"})
    assert {path.name: path.read_text() for path in (tmp_path / "geo").iterdir()} == {
        "a.csv": "alt"
    }


def link_to_a_file(root: Path) -> None:
    (root / "archiv").mkdir()
    (root / "archiv/a.csv").symlink_to(root.parent / "fremd.txt")


def link_to_a_folder(root: Path) -> None:
    (root.parent / "fremd").mkdir()
    (root / "archiv").symlink_to(root.parent / "fremd")


def dangling_link(root: Path) -> None:
    (root / "archiv").mkdir()
    (root / "archiv/a.csv").symlink_to(root.parent / "noch-nicht.txt")


@pytest.mark.parametrize("make", [link_to_a_file, link_to_a_folder, dangling_link])
def test_files_of_a_county_are_not_written_through_links(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    root = tmp_path / "kreis"
    root.mkdir()
    (tmp_path / "fremd.txt").write_text("fremd")
    make(root)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Unwritable, match="Das Programm schreibt nicht durch Links"):
        write_below(root, {"archiv/a.csv": "neu"})
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "fremd.txt").read_text() == "fremd"


def test_a_link_where_a_file_is_made_aside_is_removed_not_followed(tmp_path: Path) -> None:
    (tmp_path / "fremd.txt").write_text("fremd")
    (tmp_path / ".a.csv.neu").symlink_to("fremd.txt")
    write_below(tmp_path, {"a.csv": "neu"})
    assert (tmp_path / "fremd.txt").read_text() == "fremd"
    assert (tmp_path / "a.csv").read_text() == "neu"
    assert not (tmp_path / ".a.csv.neu").is_symlink()


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_file(path, b"1")
    path.chmod(0o640)
    write_file(path, b"2")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"2", 0o640)
