"""What a frozen edition says and shows stays, byte for byte, whatever moves on around it.

Its page, the press figures, its pictures, its PDF: the site of a county is planned, all that can
change is changed, and the files of the edition are laid beside those of before.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from editions.small import REPORT, with_edition
from support import build, small_county

from fokusbericht.load import load_report
from fokusbericht.site import plan_site
from fokusbericht.words import editions as words
from fokusbericht.words import german

FOLDER = "fokus/2021/"
KEPT = (".svg", ".pdf", ".csv")
MAIN = re.compile(rb"<main.*</main>", re.DOTALL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a county whose edition of 2021 is frozen."""
    root = small_county(tmp_path, with_edition())
    assert build(root, "einfrieren", "2021", "--tag", "2026-12-01").returncode == 0
    return root


def kept(root: Path) -> dict[str, bytes]:
    """Return what the site has of the edition: files as they are, of pages what is in <main>."""
    report, problems = load_report(root)
    outputs, more = plan_site(report)
    assert [str(one) for one in (*problems, *more)] == []
    found = {}
    for one in outputs:
        if one.path.startswith(FOLDER) and one.path.endswith(KEPT):
            found[one.path] = one.make()
        elif one.path in (f"{FOLDER}index.html", f"{FOLDER}zahlen/index.html"):
            main = MAIN.search(one.make())
            assert main, one.path
            found[one.path] = main[0]
    return found


def change(root: Path, path: str, *changes: tuple[str, str]) -> None:
    """Change passages of a file that are there."""
    text = (root / path).read_text("utf-8")
    for old, new in changes:
        assert old in text, f"{old} is not in {path}"
        text = text.replace(old, new)
    (root / path).write_text(text, "utf-8")


def with_new_figures(root: Path) -> None:
    """Let there be a new year, another value of an old one, another unit and another source."""
    change(
        root,
        "indicators/wohnen/leerstand.csv",
        ("01099001;2022;12;500", "01099001;2022;13;500\n01099001;2023;80;500"),
        ("01099003;2022;14;200", "01099003;2022;14;200\n01099003;2023;1;200"),
    )
    change(root, "indicators/wohnen/leerstand.yml", ("titel: Leerstand", "titel: Leere Wohnungen"))


def with_rooms_cut_anew(root: Path) -> None:
    """Move a Kommune to another room, under another name."""
    change(
        root,
        "geo/raeume.yml",
        ("name: Nord,", "name: Hoher Norden,"),
        (
            'zuordnung: {nord: ["01099001", "01099002"], sued: ["01099003"]}',
            'zuordnung: {nord: ["01099001", "01099002"], sued: ["01099003"]}\n'
            '  - schluessel: "2022"\n    titel: Zweite Fassung\n    seit: 2022-01-01\n'
            "    verfahren: von Hand\n    erlaeuterung: Erdacht.\n"
            '    zuordnung: {nord: ["01099001"], sued: ["01099002", "01099003"]}',
        ),
    )


def with_a_field_renamed(root: Path) -> None:
    """Give the Handlungsfeld another name and address; the old one leads to the new."""
    folder = root / "content" / "handlungsfelder"
    (folder / "wohnen.md").rename(folder / "bauen.md")
    change(root, "content/handlungsfelder/bauen.md", ("titel: Wohnen", "titel: Bauen und Wohnen"))
    for path in sorted((root / "content").rglob("*.md")):
        text = path.read_text("utf-8").replace("[wohnen]", "[bauen]")
        path.write_text(re.sub(r"(\[2021-01, )wohnen", r"\1bauen", text), "utf-8")
    change(root, "indicators/wohnen/leerstand.yml", ("felder: [wohnen]", "felder: [bauen]"))
    redirects = root / "content" / "weiterleitungen.yml"
    redirects.write_text("/handlungsfelder/wohnen/: /handlungsfelder/bauen/\n", "utf-8")


def with_a_newer_edition(root: Path) -> None:
    """Add the edition of the year after."""
    text = (root / REPORT).read_text("utf-8")
    text = text.replace("2021\nform", "2022\nform").replace("Fokus 2021", "Fokus 2022")
    (root / REPORT.replace("2021", "2022")).write_text(text.replace("jahr: 2021", "jahr: 2022"))


def with_another_head(root: Path) -> None:
    """Change what the report itself says, and what the county is called."""
    change(root, REPORT, ("kurz: Der erste Bericht", "kurz: Ein alter Bericht"))
    change(root, REPORT, ("Das Jahr im Musterkreis", "Ein anderer Untertitel"))
    change(root, REPORT, ("Ein kurzer Bericht.", "Ganz anderer Text."))
    change(root, "content/kreis.yml", ("stichtag: ", "stichtag: 2027-01-01 #"))


CHANGES: tuple[Callable[[Path], None], ...] = (
    with_new_figures,
    with_rooms_cut_anew,
    with_a_field_renamed,
    with_a_newer_edition,
    with_another_head,
)


@pytest.mark.parametrize("changed", CHANGES, ids=lambda one: one.__name__)
def test_it_stays_as_it_was(root: Path, changed: Callable[[Path], None]) -> None:
    before = kept(root)
    changed(root)
    assert kept(root) == before


def test_it_stays_as_it_was_after_all_of_it_and_in_other_words(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(root)
    assert {Path(path).suffix for path in before} == {".html", ".svg", ".pdf", ".csv"}
    assert b"Hier vertiefen" in before[f"{FOLDER}index.html"]
    for changed in CHANGES:
        changed(root)
    monkeypatch.setattr(words, "WORDS", {key: f"{word} (neu)" for key, word in words.WORDS.items()})
    monkeypatch.setattr(german, "in_words", str)
    assert kept(root) == before


def test_one_that_is_not_frozen_moves_on(tmp_path: Path) -> None:
    root = small_county(tmp_path, with_edition())
    before = kept(root)
    with_new_figures(root)
    after = kept(root)
    assert after[f"{FOLDER}index.html"] != before[f"{FOLDER}index.html"]
    assert after[f"{FOLDER}fokus-2021.pdf"] != before[f"{FOLDER}fokus-2021.pdf"]


def test_each_figure_says_that_it_is_of_then_and_leads_to_today(root: Path) -> None:
    page = kept(root)[f"{FOLDER}index.html"].decode()
    assert page.count("Stand damals") >= 3
    assert 'href="../../sozialbericht/leerstand/"' in page


def test_a_correction_stands_on_its_page_and_changes_nothing_else(root: Path) -> None:
    before = kept(root)
    change(
        root,
        REPORT,
        (
            "geaendert: 2026-01-16",
            "geaendert: 2026-01-16\nberichtigungen:\n  - datum: 2026-12-02\n"
            "    war: Im Norden standen zwölf Wohnungen leer.\n"
            "    ist: Es waren dreizehn.\n    grund: Verzählt.",
        ),
    )
    assert kept(root) == before
    outputs, _ = plan_site(load_report(root)[0])
    page = next(one for one in outputs if one.path == f"{FOLDER}index.html").make().decode()
    assert "Es waren dreizehn." in page


def test_a_page_that_moved_away_without_a_redirect_is_told(root: Path) -> None:
    with_a_field_renamed(root)
    (root / "content" / "weiterleitungen.yml").unlink()
    _, problems = plan_site(load_report(root)[0])
    assert [str(one) for one in problems] == [
        "archiv/fokus/2021/ausgabe.yml:1:1: Die eingefrorene Ausgabe 2021 führt zu "
        "„/handlungsfelder/wohnen/“; diese Seite gibt es nicht mehr. Bitte in "
        "content/weiterleitungen.yml sagen, welche heute dafür steht. (toter-link)"
    ]
