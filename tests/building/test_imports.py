"""What is dear to load is loaded only by what needs it."""

import subprocess
import sys
from pathlib import Path

import pytest
from support import REPOSITORY, small_county, with_site

DEAR = (
    *("altair", "docx", "folium", "geopandas", "icalendar", "jinja2", "markdown", "numpy"),
    *("openpyxl", "pandas", "PIL", "scipy", "vl_convert"),
)
PROGRAM = "import fokusbericht.site, fokusbericht.load, fokusbericht.checks"
BUILD = "from fokusbericht.cli import main; main(['--root', {root!r}, 'bauen'])"
LOADED = f"; import sys; print(*(name for name in {DEAR!r} if name in sys.modules))"


def loaded_by(code: str) -> list[str]:
    """Return what a process has loaded of all that is dear."""
    done = subprocess.run(
        [sys.executable, "-c", code + LOADED],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1].split()


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory, small_site: Path) -> Path:
    """Return the small county with its site."""
    return with_site(small_county(tmp_path_factory.mktemp("einfuhr")), small_site)


def test_the_program_itself_is_all_that_is_read() -> None:
    assert loaded_by(PROGRAM) == []


def test_nothing_is_loaded_where_nothing_has_changed(county: Path) -> None:
    assert loaded_by(BUILD.format(root=str(county))) == []


def test_a_changed_text_needs_markdown_and_templates_alone(county: Path) -> None:
    text = county / "content/handlungsempfehlungen/2021-01-leerstand.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nEin Satz mehr.\n", encoding="utf-8")
    assert loaded_by(BUILD.format(root=str(county))) == ["jinja2", "markdown"]


def test_the_interactive_map_needs_folium_without_pandas(county: Path) -> None:
    code = (
        "from pathlib import Path; from fokusbericht.load import load_report;"
        "from fokusbericht.maps import frame_of_map, interactive;"
        f"interactive(frame_of_map(load_report(Path({str(county)!r}))[0].geografie))"
    )
    loaded = loaded_by(code)
    assert "folium" in loaded and "pandas" not in loaded
    assert "pandas" in loaded_by(code + "; import pandas")
