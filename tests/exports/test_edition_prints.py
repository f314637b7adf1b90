"""The PDFs of an edition are made again when something in them has changed, and only then."""

from pathlib import Path

import pytest
from editions.small import REPORT, with_edition
from support import REPOSITORY, build, loaded, small_county

from fokusbericht.building.write.site import fingerprint, with_parts
from fokusbericht.exports.edition_pictures import plan as plan_pictures
from fokusbericht.exports.edition_prints import plan

FOLDER = "fokus/2021/"
PRINTS = {"fokus-2021.pdf", "folien-2021.pdf"}
FIGURES = "indicators/wohnen/leerstand.csv"
SLIDES = (REPOSITORY / "templates/druck/folien.typ").read_text(encoding="utf-8")


def keys(root: Path) -> dict[str, str]:
    """Return what tells each file of the edition apart from others that it might be."""
    report, _ = loaded(root)
    planned = {one.path: one for one in (*plan_pictures(report), *plan(report))}
    found = {path: fingerprint("", one) for path, one in planned.items()}
    return {path.removeprefix(FOLDER): key for path, key in with_parts(planned, found).items()}


def changed(root: Path, name: str, old: str, new: str) -> set[str]:
    """Return the files of the edition that a change of a file makes others."""
    before, file = keys(root), root / name
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    assert old in text
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace(old, new) if old else new, encoding="utf-8")
    after = keys(root)
    return {path for path in after if before.get(path) != after[path]}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a county with an edition."""
    return small_county(tmp_path, with_edition())


def test_a_sentence_makes_both_again_and_no_drawing(root: Path) -> None:
    assert changed(root, REPORT, "für Wohnungen wenig Geld", "für Wohnungen Geld") == PRINTS


def test_a_figure_makes_its_drawings_again_and_both(root: Path) -> None:
    found = changed(root, FIGURES, "01099001;2022;12;500", "01099001;2022;13;500")
    assert found >= PRINTS
    assert {"bilder/karte-leerstand.svg", "bilder/karte-leerstand-schmal.svg"} <= found


def test_what_the_edition_does_not_show_makes_nothing_again(root: Path) -> None:
    assert changed(root, "content/seiten/verfahren.md", "\n---\n", "\n---\n\nMehr.\n") == set()


def test_a_template_makes_again_what_is_set_by_it(root: Path) -> None:
    own = f"// Unsere Folien.\n{SLIDES}"
    assert changed(root, "templates/druck/folien.typ", "", own) == {"folien-2021.pdf"}


def test_of_a_frozen_edition_the_pdf_is_kept_and_slides_are_set(root: Path) -> None:
    assert build(root, "einfrieren", "2021", "--tag", "2026-12-01").returncode == 0
    kept = (root / "archiv/fokus/2021/fokus-2021.pdf").read_bytes()
    report, _ = loaded(root)
    made = {one.path: one.make() for one in (*plan_pictures(report), *plan(report))}
    assert made[f"{FOLDER}fokus-2021.pdf"] == kept
    assert made[f"{FOLDER}folien-2021.pdf"].startswith(b"%PDF")
    assert [one.path for one in plan(report)] == [f"{FOLDER}folien-2021.pdf"]
