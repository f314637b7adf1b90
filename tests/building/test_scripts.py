"""Scripts joined from parts: in one scope, each part under its name, each replaceable."""

from pathlib import Path

import pytest
from support import REPOSITORY, loaded, small_county

from fokusbericht.building.assets import JOINED, find_assets
from fokusbericht.building.render import find_faults
from fokusbericht.building.scripts import ALL_PARTS, PARTS, SHARED

ASSETS = REPOSITORY / "templates" / "assets"


def script(root: Path, name: str) -> str:
    """Return a script as the pages of a county load it."""
    return find_assets(loaded(root)[0])[name].make().decode()


def test_each_file_in_a_folder_is_a_part() -> None:
    files = {path.relative_to(ASSETS).as_posix() for path in ASSETS.glob("*/*")}
    assert files | {*JOINED} == ALL_PARTS


@pytest.mark.parametrize("name", PARTS)
def test_all_parts_stand_in_one_scope_under_their_names(tmp_path: Path, name: str) -> None:
    text = script(small_county(tmp_path), name)
    assert text.startswith('(() => {\n"use strict";\n') and text.endswith("})();\n")
    assert [line[7:] for line in text.splitlines() if line.startswith("// --- ")] == [*PARTS[name]]


def test_a_county_replaces_a_part(tmp_path: Path) -> None:
    root = small_county(tmp_path, {f"templates/assets/{SHARED[0]}": "const own = 1;\n"})
    for name in (name for name, parts in PARTS.items() if SHARED[0] in parts):
        text = script(root, name)
        assert f"// --- {SHARED[0]}\nconst own = 1;\n// --- " in text


def test_a_county_replaces_a_whole_script(tmp_path: Path) -> None:
    root = small_county(tmp_path, {"templates/assets/vergleich.js": "let own = 1;\n"})
    assert script(root, "vergleich.js") == "let own = 1;\n"
    assert "let own" not in script(root, "kreiskarte.js")


def test_a_part_that_nobody_knows_is_told(tmp_path: Path) -> None:
    path = "templates/assets/kreiskarte/karte.js"
    (problem,) = find_faults(loaded(small_county(tmp_path, {path: "let own = 1;\n"}))[0])
    assert problem.place.path == path
    assert "Diese Datei benutzt niemand" in problem.sentence
    assert "„kreiskarte/areas.js“" in problem.sentence
