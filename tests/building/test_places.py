"""Where a site may be put: anything else is refused before anything is made."""

import os
import socket
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import REPOSITORY, small_county

from fokusbericht import cli
from fokusbericht.building.write import places, why_no_file, why_no_site

OTHER = "Bitte mit --out einen anderen Ordner nennen."
ELSEWHERE = Path("/nirgends")


def everything(folder: Path) -> list[tuple[str, int, int, bytes]]:
    """Return all that is in a folder: names, kinds, times, contents."""
    found = []
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        content = path.read_bytes() if stat.S_ISREG(status.st_mode) else b""
        found.append((str(path), status.st_mode, status.st_ino, content))
    return found


def refused(root: Path, out: Path | str, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """Build to a place; return the one sentence that is told, when nothing has changed."""
    before = everything(root.parent)
    assert cli.main([*more, "--root", str(root), "--out", str(out)]) == 1
    told = capsys.readouterr()
    assert everything(root.parent) == before
    assert told.err == ""
    assert told.out.count("\n") == 1, told.out
    return told.out.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_county(tmp_path)


def file(path: Path) -> None:
    path.write_text("wichtig")


def dangling(path: Path) -> None:
    path.symlink_to("gibt-es-nicht")


def link_to_file(path: Path) -> None:
    path.with_name("ziel.txt").write_text("wichtig")
    path.symlink_to("ziel.txt")


def link_to_folder(path: Path) -> None:
    path.with_name("ordner").mkdir()
    path.symlink_to("ordner")


def socket_file(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket must be short
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(here)


def device(path: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 3))
    except PermissionError:
        pytest.skip("only the superuser makes devices")


KINDS: dict[Callable[[Path], object], str] = {
    file: "ist eine Datei, kein Ordner.",
    os.mkfifo: "ist eine Pipe, kein Ordner.",
    socket_file: "ist ein Socket, kein Ordner.",
    device: "ist ein Gerät, kein Ordner.",
    dangling: "ist ein Link auf gibt-es-nicht. Bitte mit --out das Ziel selbst nennen.",
    link_to_file: "ist ein Link auf ziel.txt. Bitte mit --out das Ziel selbst nennen.",
    link_to_folder: "ist ein Link auf ordner. Bitte mit --out das Ziel selbst nennen.",
}


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("command", ["bauen", "vorschau"])
def test_what_is_no_folder_is_refused(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    make: Callable[[Path], object],
    command: str,
) -> None:
    out = root.parent / "da"
    make(out)
    told = refused(root, out, capsys, command)
    assert told.startswith(f"{out} {KINDS[make]}")


@pytest.mark.parametrize("name", ["/dev/null", "/dev/full", "/dev/zero"])
def test_devices_of_the_system_are_refused(
    root: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert refused(root, name, capsys) == f"{name} ist ein Gerät, kein Ordner. {OTHER}"


@pytest.mark.parametrize("make", [file, device, link_to_folder], ids=lambda make: make.__name__)
def test_a_way_through_a_folder_that_is_not_there_leads_to_no_other_place(
    root: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], object]
) -> None:
    make(root.parent / "da")
    out = root.parent / "gibt-es-nicht" / ".." / "da"
    assert refused(root, out, capsys).startswith(f"{out} {KINDS[make]}")


def test_below_a_file_is_no_place(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file(root.parent / "da")
    told = refused(root, root.parent / "da" / "site", capsys)
    assert told == f"{root.parent / 'da'} ist eine Datei, kein Ordner. {OTHER}"


@pytest.mark.parametrize(
    "name",
    ["content", "content/neu", "indicators/wohnen", "geo", "archiv", "templates/x", "./geo/../geo"],
)
def test_folders_that_the_build_reads_are_refused(
    root: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    folder = root / name.removeprefix("./").split("/")[0]
    told = refused(root, f"{root}/{name}", capsys)
    assert told.endswith(f"liegt in {folder}; dort liest der Bau. {OTHER}")


@pytest.mark.parametrize("name", ["CONTENT", "Content/neu", "Geo", "weg/../INDICATORS/x", ".GIT"])
def test_other_spellings_of_what_is_read_are_refused(root: Path, name: str) -> None:
    """On many disks they are the same folder, and a county moves from one to the other."""
    assert "dort liest der Bau" in why_no_site(root / name, root, ELSEWHERE)
    assert "dort liest der Bau" in why_no_file(root / name / "x.json", root, ELSEWHERE)
    assert why_no_site(root / "inhalt" / name, root, ELSEWHERE) == ""


@pytest.mark.parametrize("name", ["fokusbericht", "templates/neu", "docs/x", "node_modules/x"])
def test_folders_of_the_program_are_refused(root: Path, name: str) -> None:
    told = why_no_site(REPOSITORY / name, root, REPOSITORY)
    assert "dort liest der Bau" in told


def test_the_county_itself_and_what_is_above_are_refused(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for out in (root, root.parent):
        told = refused(root, out, capsys)
        assert told == f"{out} ist der Ordner des Berichts oder liegt darüber. {OTHER}"
    assert refused(root, "/", capsys).startswith("/ ist der oberste Ordner")
    for out in (REPOSITORY, REPOSITORY.parent):
        assert f"{out} " in refused(root, out, capsys)
    home = root.parent / "haus" / "ich"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    for out in (home, home.parent):
        told = refused(root, out, capsys)
        assert told == f"{out} ist Ihr persönlicher Ordner oder liegt darüber. {OTHER}"
    assert why_no_site(home / "site", root, REPOSITORY) == ""


def test_the_same_folder_by_another_name_is_refused(root: Path) -> None:
    """A link above the target leads to the county itself."""
    (root.parent / "tuer").symlink_to(root)
    assert "dort liest der Bau" in why_no_site(root.parent / "tuer/content/x", root, ELSEWHERE)
    assert why_no_site(root.parent / "tuer/site", root, ELSEWHERE) == ""


def test_checkouts_are_refused(root: Path) -> None:
    out = root.parent / "arbeit"
    (out / ".git" / "objects").mkdir(parents=True)
    for place in (out, out / ".git" / "objects"):
        assert "ist ein Arbeitsordner von git" in why_no_site(place, root, ELSEWHERE)


def test_mounts_are_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = root.parent / "ein gehängt"
    out.mkdir()
    list_ = root.parent / "mountinfo"
    escaped = str(out).replace(" ", "\\040")
    list_.write_text(f"36 35 98:0 / {escaped} rw,noatime - ext3 /dev/root rw\n")
    monkeypatch.setattr(places, "MOUNTS", list_)
    told = why_no_site(out, root, ELSEWHERE)
    assert told.startswith(f"{out} ist eingehängt (mount) und lässt sich nicht austauschen.")
    assert why_no_site(out / "site", root, ELSEWHERE) == ""


def test_true_mounts_are_known() -> None:
    if sys.platform != "linux":
        pytest.skip("no /proc here")
    assert {"/", "/proc"} <= places.mount_points()


def test_a_built_site_has_no_other_in_it(root: Path) -> None:
    (root / ".site.cache.json").write_text("{}")
    told = why_no_site(root / "site" / "unter", root, ELSEWHERE)
    assert "liegt in einer gebauten Website" in told


def test_too_long_a_name_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(root, root.parent / ("ä" * 120), capsys)
    assert told == f"Der Name „{'ä' * 40}…“ ist zu lang. {OTHER}"


@pytest.mark.parametrize("name", ["site", "public", "bau/heute/site", "ein Ordner mit Ü"])
def test_other_folders_are_fine(root: Path, name: str) -> None:
    assert why_no_site(root / name, root, REPOSITORY) == ""


# --- One file -----------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [*KINDS, Path.mkdir], ids=lambda make: make.__name__)
def test_a_list_of_parts_replaces_nothing_of_others(
    root: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], object]
) -> None:
    out = root.parent / "da.json"
    make(out)
    told = refused(root, out, capsys, "stueckliste")
    assert told.startswith(f"{out} ")


def test_a_list_of_parts_is_not_put_where_the_build_reads(root: Path) -> None:
    assert "dort liest der Bau" in why_no_file(root / "content/x.md", root, ELSEWHERE)
    assert why_no_file(root / "stueckliste.json", root, ELSEWHERE) == ""


def test_a_list_of_parts_replaces_an_older_one(root: Path) -> None:
    out = root.parent / "da.json"
    for _ in range(2):
        assert cli.main(["stueckliste", "--root", str(root), "--out", str(out)]) == 0
    assert out.read_text().startswith("{")
    assert not list(root.parent.glob(".da*"))
