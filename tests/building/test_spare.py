"""What the site was before is kept beside it, and builds make the same sites as without."""

import stat
from pathlib import Path
from random import Random

import pytest

from fokusbericht.building.output import Output
from fokusbericht.building.write import clear, write_site
from fokusbericht.building.write.turns import spare_of
from fokusbericht.problems import Place

PATHS = ("index.html", "a/index.html", "a/b/c.txt", "a/b/d.txt", "e/index.html", "e/f/g/h.txt")


def outputs(chance: Random) -> list[Output]:
    """Return some files, some of them as before."""
    found = chance.sample(PATHS, chance.randrange(1, len(PATHS)))
    texts = [(path, f"{path} {chance.randrange(3)}") for path in sorted(found)]
    return [Output(path, text, text.encode, Place("test")) for path, text in texts]


def meddle(chance: Random, out: Path) -> None:
    """Do to a site what others may do: put something in, take something away, in other shapes."""
    way, name = chance.randrange(7), chance.choice(("fremd", "a/fremd", "e/fremd"))
    path = out / name
    if not path.parent.is_dir():
        return
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        (path / "drin.txt").unlink(missing_ok=True)
        path.rmdir()
    if way == 0:
        path.write_text(str(chance.random()))
    elif way == 1:
        path.mkdir()
        (path / "drin.txt").write_text("x")
    elif way == 2:
        path.mkdir(0o750)
    elif way == 3:
        path.symlink_to("/etc/hostname")
    elif way == 4:
        found = [one for one in sorted(out.rglob("*.txt")) if one.is_file()]
        if found:
            chance.choice(found).unlink()


def tree(folder: Path) -> dict[str, tuple[object, ...]]:
    """Return all that is in a folder: what it is, what it says, who may do what."""
    found: dict[str, tuple[object, ...]] = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        said = path.readlink() if path.is_symlink() else path.is_file() and path.read_text()
        found[path.relative_to(folder).as_posix()] = (stat.filemode(status.st_mode), said)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_with_a_spare_the_same_sites_are_made(tmp_path: Path, seed: int) -> None:
    sites = tmp_path / "mit" / "site", tmp_path / "ohne" / "site"
    hands = Random(seed), Random(seed)
    for step in range(25):
        for out, chance in zip(sites, hands, strict=True):
            write_site(outputs(chance), out, "r", keeps_spare=out is sites[0])
        assert tree(sites[0]) == tree(sites[1]), step
        for out, chance in zip(sites, hands, strict=True):
            meddle(chance, out)
    assert spare_of(sites[0]).is_dir()
    clear(sites[0])
    assert spare_of(sites[0]).is_dir() and tree(sites[0]) == tree(sites[1])


def test_nobody_else_may_look_into_a_spare(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for text in ("1", "2", "3"):
        write_site([Output("a.txt", text, text.encode, Place("t"))], out, "r", keeps_spare=True)
        assert stat.S_IMODE(out.stat().st_mode) == 0o755
    assert stat.S_IMODE(spare_of(out).stat().st_mode) == 0o700


def test_what_is_kept_is_the_very_same_file_in_both(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for number in range(3):
        text = str(number)
        kept = Output("a/b.txt", "B", "B".encode, Place("test"))
        new = Output("c.txt", text, text.encode, Place("test"))
        write_site([kept, new], out, "r", keeps_spare=True)
    spare = spare_of(out)
    assert (spare / "a/b.txt").stat().st_ino == (out / "a/b.txt").stat().st_ino
    assert (out / "c.txt").read_text() == "2" and (spare / "c.txt").read_text() == "1"


def test_who_keeps_no_spare_finds_litter(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for text in ("1", "2"):
        write_site([Output("a.txt", text, text.encode, Place("t"))], out, "r", keeps_spare=True)
    assert spare_of(out).is_dir()
    write_site([Output("a.txt", "3", "3".encode, Place("t"))], out, "r")
    assert not spare_of(out).exists()


def test_a_spare_in_the_way_of_itself_is_given_up(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for text in ("1", "2"):
        write_site([Output("a/a.txt", text, text.encode, Place("t"))], out, "r", keeps_spare=True)
    spare = spare_of(out)
    (spare / "a/a.txt").unlink()
    (spare / "a").rmdir()
    (spare / "a").write_text("keine Mappe")
    (spare / "mehr").mkdir()
    write_site([Output("a/a.txt", "3", "3".encode, Place("t"))], out, "r", keeps_spare=True)
    assert tree(out).keys() == {"a", "a/a.txt"} and (out / "a/a.txt").read_text() == "3"
