"""What was read is kept as long as it holds, and nothing in it can run."""

import os
import pickle
from pathlib import Path

import pytest
from support import files, small_county

from fokusbericht.building.write.memory import shelf_path
from fokusbericht.cli import main
from fokusbericht.cli.recalling import HEAD
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import digest, exists, list_files, open_file
from fokusbericht.sources.shelf import Packed, Shelf, packed, unpacked

FIRST = "content/handlungsempfehlungen/2021-01-leerstand.md"


class Hostile:
    """What would run a command when it is unpacked."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, (f"touch '{self.mark}'",)


def told(root: Path, shelf: Shelf, of: str = "") -> tuple[object, list[Problem]]:
    """Return what is taken from a shelf: what was seen of a folder."""
    problems: list[Problem] = []

    def make(found: list[Problem]) -> object:
        found.append(Problem(Place("a.md"), "Hier fehlt etwas.", "rest"))
        seen = open_file(root, "a.md"), exists(root, "b.md"), list_files(root, "ordner")
        return {"seen": list(map(str, seen)), "time": os.urandom(8)}

    return shelf.take("alles", problems, make, of), problems


def after(root: Path, shelf: Shelf) -> Shelf:
    """Return the shelf of the next build."""
    return Shelf(root, unpacked(packed(shelf.all())))


def test_what_looks_the_same_is_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A")
    shelf = Shelf(tmp_path)
    first, problems = told(tmp_path, shelf)
    assert told(tmp_path, after(tmp_path, shelf)) == (first, problems)
    assert len(problems) == 1


@pytest.mark.parametrize("path", ["a.md", "b.md", "ordner/c.md"])
def test_what_was_looked_at_is_read_again_when_it_is_new(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.md").write_text("A")
    (tmp_path / "ordner").mkdir()
    shelf = Shelf(tmp_path)
    first, _ = told(tmp_path, shelf)
    (tmp_path / path).write_text("neu")
    again, _ = told(tmp_path, after(tmp_path, shelf))
    assert again != first


def test_what_it_is_made_of_besides_files_counts(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    first, _ = told(tmp_path, shelf, "eins")
    assert told(tmp_path, after(tmp_path, shelf), "zwei")[0] != first
    assert told(tmp_path, after(tmp_path, shelf), "eins")[0] == first


def test_a_print_that_is_known_already_is_believed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A")
    shelf = Shelf(tmp_path)
    first, _ = told(tmp_path, shelf)
    before = unpacked(packed(shelf.all()))
    same = Shelf(tmp_path, before, {"a.md": digest(b"A")})
    assert told(tmp_path, same)[0] == first
    other = Shelf(tmp_path, before, {"a.md": digest(b"B")})
    assert told(tmp_path, other)[0] != first


def test_what_is_packed_is_unpacked_when_it_is_asked_for() -> None:
    found = unpacked(packed(Packed({("a", 2020): 1, ("b", 2020): 2})))
    assert isinstance(found, Packed) and found == {("a", 2020): 1, ("b", 2020): 2}
    assert found.get(("c", 2020)) is None and ("a", 2020) in found and len(found) == 2
    assert unpacked(packed(found)) == found


def test_nothing_on_a_shelf_can_run(tmp_path: Path) -> None:
    mark = tmp_path / "gelaufen"
    with pytest.raises(pickle.UnpicklingError):
        unpacked(pickle.dumps(Hostile(mark)))
    with pytest.raises(pickle.UnpicklingError):  # a function of the program is no shape
        unpacked(b"\x80\x05cfokusbericht.cli\nmain\n.")
    with pytest.raises(pickle.UnpicklingError):
        unpacked(b"\x80\x05cfokusbericht.model.reading\nrecorded\n.")
    for name in ("re.Pattern", "re.enum.bltns.type", "StrEnum", "NamedTuple"):  # by way of others
        with pytest.raises(pickle.UnpicklingError):
            unpacked(f"\x80\x05cfokusbericht.problems\n{name}\n.".encode("latin-1"))
    assert not mark.exists()


@pytest.mark.parametrize("kind", ["hostile", "cut", "other", "empty", "list", "half"])
def test_a_shelf_that_somebody_has_changed_is_none(tmp_path: Path, kind: str) -> None:
    root, mark = small_county(tmp_path), tmp_path / "gelaufen"
    out = root / "site"
    assert main(["bauen", "--root", str(root)]) == 0
    path = shelf_path(out)
    good = path.read_bytes()
    half = packed({**unpacked(good[HEAD:]), "read": 3, "planned": None})
    plain = {"hostile": pickle.dumps(Hostile(mark)), "list": packed([1]), "half": half}
    found = plain.get(kind)
    cut = {"cut": good[:-9], "other": b"x" * 99, "empty": b""}
    path.write_bytes(cut[kind] if found is None else digest(found).encode() + found)
    text = root / FIRST
    text.write_text(text.read_text(encoding="utf-8") + "\nEin Satz mehr.\n", encoding="utf-8")
    assert main(["bauen", "--root", str(root)]) == 0
    assert not mark.exists()
    assert b"Ein Satz mehr." in (out / "handlungsempfehlungen/2021-01/index.html").read_bytes()
    made = files(out)
    assert main(["bauen", "--root", str(root), "--frisch"]) == 0
    assert made == files(out)
    assert path.stat().st_mode & 0o077 == 0


def test_a_second_build_knows_former_kommunen(tmp_path: Path) -> None:
    table = "alt;neu;ab;anteil;hinweis\n01099009;01099001;2013-01-01;0,6;\n"
    rest = "01099009;01099002;2013-01-01;0,4;\n"
    root = small_county(tmp_path, {"geo/umsteiger.csv": table + rest})
    page = root / FIRST
    for words in ("Erster Satz.", "Zweiter Satz."):
        page.write_text(f"{page.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")
        assert main(["bauen", "--root", str(root), "--out", str(root / "site")]) == 0
