"""A folder is brought into the format of today: shown first, then written, and nothing is lost."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from unicodedata import normalize

import pytest
from support import SMALL, build, files, small_county, told

from fokusbericht.checks import find_hints
from fokusbericht.editing.umstellen import convert
from fokusbericht.load import formats, load_report
from fokusbericht.load.formats.conversion import plan_conversion
from fokusbericht.load.formats.folder import FileChange, Folder
from fokusbericht.problems import Problem

KREIS = "content/kreis.yml"
TABLE = "indicators/wohnen/leerstand.csv"
PAGE = "content/seiten/verfahren.md"
HEAD = "raum;jahr;zaehler;nenner"


def old_county(folder: Path) -> Path:
    """Return the small county as other programs may have left it."""
    root = small_county(folder)
    (root / PAGE).rename(root / "content/seiten/verfahren.markdown")
    (root / "content/glossar.yml").rename(root / "content/glossar.YAML")
    (root / "content/berichte/2021.md").rename(root / "content/berichte/2021.md.txt")
    (root / "indicators/wohnen/miete.csv").rename(root / "indicators/wohnen/miete.CSV")
    rows = (root / TABLE).read_text().splitlines()[1:]
    lines = ["sep=;", "Raum;Jahr;Zähler;Nenner;;", *(f"{row};;" for row in rows), ";;;;;"]
    (root / TABLE).write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    page = root / "content/seiten/impressum.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    kreis = root / KREIS
    text = "# Unser Kreis\n\n" + kreis.read_text(encoding="utf-8")
    kreis.write_text(text.replace("stichtag:", "# bis dahin\nstichtag:"), encoding="utf-8")
    return root


def converted(root: Path) -> None:
    """Bring a folder into the format of today."""
    conversion = plan_conversion(root)
    assert conversion.problems == ()
    convert(conversion)


def test_an_old_folder_becomes_one_of_today(tmp_path: Path) -> None:
    root = old_county(tmp_path)
    converted(root)
    found, plain = files(root), files(SMALL)
    assert found.keys() == plain.keys()
    assert [name for name in plain if name != KREIS and found[name] != plain[name]] == []
    assert told(root) == []
    text = found[KREIS].decode()
    assert text.startswith("# Unser Kreis\n\nformat: 3\nname: Musterkreis\n")
    assert "# bis dahin\nstichtag: 2026-11-01\n" in text


def test_first_it_is_shown_then_written_then_there_is_nothing_to_do(tmp_path: Path) -> None:
    root = old_county(tmp_path)
    before = files(root)
    done = build(root, "umstellen")
    assert (done.returncode, done.stderr) == (0, "")
    shown = [
        "Vom Format 1 zum Format 3:",
        "  content/berichte/2021.md.txt → content/berichte/2021.md: Endung",
        "  content/glossar.YAML → content/glossar.yml: Endung",
        f"  {KREIS}: format: 3",
        "  content/seiten/impressum.md: Zeichen und Zeilenenden",
        f"  content/seiten/verfahren.markdown → {PAGE}: Endung",
        f"  {TABLE}: Zeichen und Zeilenenden, Form der Tabelle",
        "  indicators/wohnen/miete.CSV → indicators/wohnen/miete.csv: Endung",
    ]
    assert done.stdout.splitlines() == [
        *shown,
        "7 Dateien würden sich ändern. Geschrieben wird mit --schreiben.",
    ]
    assert files(root) == before
    done = build(root, "umstellen", "--schreiben")
    assert done.stdout.splitlines() == [*shown, "7 Dateien umgestellt."]
    after = files(root)
    for words in (("umstellen",), ("umstellen", "--schreiben")):
        done = build(root, *words)
        assert done.stdout == "Nichts zu tun: Dieser Ordner hat das Format 3.\n"
    assert files(root) == after


def test_what_was_interrupted_goes_on(tmp_path: Path) -> None:
    whole, half = old_county(tmp_path / "ganz"), old_county(tmp_path / "halb")
    converted(whole)
    (half / "content/seiten/verfahren.markdown").rename(half / PAGE)
    (half / TABLE).write_bytes((whole / TABLE).read_bytes())
    converted(half)
    assert files(half) == files(whole)


def test_a_table_of_excel_becomes_one_of_ours(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    for text in (
        "RAUM,Jahr,Wert\n01,2022,8.90\n01099,2022,9.10\n",
        "raum\tjahr\twert\n01\t2022\t8,90\n\n01099\t2022\t9,10",
        "sep=|\nRaum|Jahr|Wert|\n01|2022|8,90|\n01099|2022|9,10|\n",
        '"raum";"jahr";"wert"\r\n01;2022;8,90\r\n01099;2022;9,10\r\n',
    ):
        kreis = root / KREIS
        kreis.write_text(kreis.read_text().replace("format: 3\n", ""))
        (root / "indicators/wohnen/miete.csv").write_text(text, newline="")
        converted(root)
        rows = (root / "indicators/wohnen/miete.csv").read_text().splitlines()
        assert [row.replace(".", ",") for row in rows] == [
            "raum;jahr;wert",
            "01;2022;8,90",
            "01099;2022;9,10",
        ]
        assert told(root) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n01099001;2021;50.728;500\n",  # fifty, or fifty thousand: nobody touches it
        'raum,jahr,wert\n01,2022,"8,90"\n01;x,2022,1\n',
        'raum;jahr;wert\n01;2022;"8,90\n',
    ],
)
def test_a_table_that_is_not_clear_stays_as_it_is(tmp_path: Path, text: str) -> None:
    root = small_county(tmp_path, {TABLE: text})
    converted(root)
    assert (root / TABLE).read_text() == text


def test_umlauts_in_names_and_texts_are_put_together(tmp_path: Path) -> None:
    name, text = normalize("NFD", "content/medien/grüße.md"), normalize("NFD", "Für Südort.")
    root = small_county(tmp_path, {name: text})
    converted(root)
    there = [path.name for path in (root / "content/medien").iterdir()]
    assert there == [normalize("NFC", "grüße.md")]
    assert (root / "content/medien" / there[0]).read_text() == normalize("NFC", text)


@pytest.mark.parametrize(
    "before, after",
    [
        ("format: 1\nname: A\n", "format: 3\nname: A\n"),
        ("name: A\nformat:   '1'  # alt\n", "name: A\nformat:   3  # alt\n"),
        ("---\n# Kreis\nname: A\n", "---\n# Kreis\nformat: 3\nname: A\n"),
        ("name: A", "format: 3\nname: A"),
        ("\nname: A\nfarben:\n  format: 7\n", "\nformat: 3\nname: A\nfarben:\n  format: 7\n"),
    ],
)
def test_the_number_is_written_and_all_else_kept(tmp_path: Path, before: str, after: str) -> None:
    root = small_county(tmp_path, {KREIS: before})
    converted(root)
    assert (root / KREIS).read_text() == after


# --- What stands in the way ---------------------------------------------------------------------


def refused(root: Path) -> list[str]:
    """Return why nothing is written."""
    before = files(root)
    done = build(root, "umstellen", "--schreiben")
    assert done.returncode == 1 and "Traceback" not in done.stdout + done.stderr
    *lines, empty, last = done.stdout.splitlines()
    assert empty == "" and last.endswith("zu berichtigen. Nichts wurde geschrieben.")
    assert files(root) == before
    return lines


@pytest.mark.parametrize(
    "line, sentence",
    [
        (
            "format: 4",
            "Dieser Ordner hat das Format 4, dieses Programm kennt nur die Formate bis 3. Bitte "
            "ein neueres Programm verwenden.",
        ),
        ("format: zwei", "„zwei“ ist keine Nummer eines Formats. Hier steht eine ganze Zahl ab 1."),
        ("format: 2.0", "„2.0“ ist keine Nummer eines Formats. Hier steht eine ganze Zahl ab 1."),
        ("format: 0", "„0“ ist keine Nummer eines Formats. Hier steht eine ganze Zahl ab 1."),
    ],
)
def test_a_format_that_is_not_known(tmp_path: Path, line: str, sentence: str) -> None:
    text = (SMALL / KREIS).read_text(encoding="utf-8")
    root = small_county(tmp_path, {KREIS: f"{line}\n{text}"})
    assert refused(root) == [f"{KREIS}:1:9: {sentence} (format)"]


def test_two_files_that_would_have_one_name(tmp_path: Path) -> None:
    root = small_county(tmp_path, {"content/seiten/verfahren.markdown": "anders"})
    assert refused(root) == [
        f"content/seiten/verfahren.markdown:1:1: Diese Datei hieße dann {PAGE}, und die gibt es "
        "schon. Bitte eine der beiden entfernen oder umbenennen. (format)"
    ]


def test_a_text_in_another_code(tmp_path: Path) -> None:
    root = old_county(tmp_path)
    (root / "content/themen.yml").write_bytes("wohnen: {titel: Häuser}\n".encode("latin-1"))
    (line,) = refused(root)
    assert line.startswith("content/themen.yml:1:18: Hier steht ein Zeichen, das nicht UTF-8 ist.")


def test_links_and_pipes_are_told_and_never_followed(tmp_path: Path) -> None:
    root = old_county(tmp_path)
    outside = tmp_path / "draussen.markdown"
    outside.write_text("geheim")
    (root / "content/seiten/fremd.markdown").symlink_to(outside)
    os.mkfifo(root / "content/seiten/rohr.md")
    conversion = plan_conversion(root)
    assert [one.place.path for one in conversion.problems] == [
        "content/seiten/fremd.markdown",
        "content/seiten/rohr.md",
    ]
    assert outside.read_text() == "geheim"


def test_a_folder_that_is_a_link(tmp_path: Path) -> None:
    root = old_county(tmp_path)
    (root / "indicators").rename(tmp_path / "anderswo")
    (root / "indicators").symlink_to(tmp_path / "anderswo")
    (problem,) = plan_conversion(root).problems
    assert problem.place.path == "indicators"
    assert (tmp_path / "anderswo/wohnen/miete.CSV").is_file()


def test_a_number_that_cannot_be_written(tmp_path: Path) -> None:
    root = small_county(tmp_path, {KREIS: "{name: A}\n"})
    assert refused(root) == [
        f"{KREIS}:1:1: Hier lässt sich „format: 3“ nicht eintragen. Bitte von Hand ergänzen. "
        "(format)"
    ]


def test_a_switch_of_umstellen_alone(tmp_path: Path) -> None:
    done = build(small_county(tmp_path), "pruefen", "--schreiben")
    assert done.returncode == 1
    assert "--schreiben gehört zu „umstellen“" in done.stderr


# --- Reading --------------------------------------------------------------------------------------


def test_a_folder_without_a_number_is_read_without_complaint(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    assert told(root) == []
    assert list(find_hints(load_report(root)[0])) == []


def test_a_folder_that_names_an_older_format_is_read_with_a_hint(tmp_path: Path) -> None:
    text = (SMALL / KREIS).read_text(encoding="utf-8")
    root = small_county(tmp_path, {KREIS: f"format: 1\n{text}"})
    assert told(root) == []
    assert [str(one) for one in find_hints(load_report(root)[0])] == [
        f"{KREIS}:1:9: Hinweis: Dieser Ordner nennt noch das Format 1. „build.py umstellen“ zeigt, "
        "was das Format 3 daran ändert. (format)"
    ]


def test_a_newer_folder_is_told_alone(tmp_path: Path) -> None:
    text = (SMALL / KREIS).read_text(encoding="utf-8")
    spoilt = f"{text}neues: Feld\nformat: 9\n"
    root = small_county(tmp_path, {KREIS: spoilt, PAGE: "ganz anders"})
    assert told(root) == [
        f"{KREIS}:22:9: Dieser Ordner hat das Format 9, dieses Programm kennt nur die Formate bis "
        "3. Bitte ein neueres Programm verwenden. (format)"
    ]
    done = build(root, "pruefen", "--veroeffentlichen")
    assert done.returncode == 1 and done.stdout.count("\n") == 3, done.stdout


def test_how_the_kommunen_stand_gets_its_new_key(tmp_path: Path) -> None:
    name = "content/handlungsempfehlungen/2021-01-leerstand.md"
    text = (SMALL / name).read_text(encoding="utf-8")
    old = text.replace("\nverlauf:", "\nhaltung_kommunen: Alle sind dafür.\nverlauf:", 1)
    root = small_county(tmp_path, {name: f"{old}\nhaltung_kommunen: bleibt im Text\n"})
    assert told(root) == [
        f"{KREIS}:1:1: Dieser Ordner hat noch das Format 1, dieses Programm liest das Format 3. "
        "Bitte einmal „build.py umstellen“ ausführen. (format)"
    ]
    converted(root)
    found = (root / name).read_text(encoding="utf-8")
    assert "\nhaltung: Alle sind dafür.\n" in found
    assert found.endswith("\nhaltung_kommunen: bleibt im Text\n")
    assert told(root) == []


# --- Steps to come --------------------------------------------------------------------------------


def chapters(folder: Folder, problems: list[Problem]) -> Iterator[FileChange]:
    """Lay pages in a folder of their own: a step as a later format may have it."""
    for path in sorted(folder.files):
        if path.startswith("content/seiten/") and path.endswith(".md"):
            name = path.rpartition("/")[2].removesuffix(".md")
            data = folder.read(path, problems) or b""
            yield FileChange(path, f"content/kapitel/{name}/text.md", "Kapitel", data.upper())


@pytest.fixture
def four(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program know a fourth format, which cannot be read without its step."""

    def is_needed(root: Path) -> bool:
        return (root / "content/seiten").is_dir()

    step = SimpleNamespace(NUMBER=4, is_needed=is_needed, plan=chapters)
    monkeypatch.setattr(formats, "STEPS", (*formats.STEPS, step))


@pytest.mark.usefixtures("four")
def test_steps_follow_one_another(tmp_path: Path) -> None:
    root = old_county(tmp_path)
    page = (SMALL / PAGE).read_bytes()
    converted(root)
    assert (root / "content/kapitel/verfahren/text.md").read_bytes() == page.upper()
    assert not (root / "content/seiten").exists()
    assert "\nformat: 4\n" in (root / KREIS).read_text()
    assert plan_conversion(root).folder.changed() == {}


@pytest.mark.usefixtures("four")
def test_a_step_begins_where_the_folder_is(tmp_path: Path) -> None:
    text = (SMALL / KREIS).read_text(encoding="utf-8")
    root = small_county(tmp_path, {KREIS: f"format: 3\n{text}", "content/x.YAML": "a: 1\n"})
    converted(root)
    assert (root / "content/x.YAML").is_file()  # that was the step before
    assert (root / "content/kapitel/verfahren/text.md").is_file()


@pytest.mark.usefixtures("four")
def test_an_older_folder_that_cannot_be_read_is_told_alone(tmp_path: Path) -> None:
    root = small_county(tmp_path, {PAGE: "ganz anders", TABLE: "auch das\n"})
    assert told(root) == [
        f"{KREIS}:1:1: Dieser Ordner hat noch das Format 1, dieses Programm liest das Format 4. "
        "Bitte einmal „build.py umstellen“ ausführen. (format)"
    ]


@pytest.mark.usefixtures("four")
def test_an_older_folder_that_needs_no_step_is_read(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    for path in (root / "content/seiten").iterdir():
        path.unlink()
    (root / "content/seiten").rmdir()
    assert all("Format" not in line for line in told(root))


def test_the_county_of_this_repository_is_of_today() -> None:
    root = SMALL.parents[3]
    assert plan_conversion(root).folder.changed() == {}
    assert f"\nformat: {formats.STEPS[-1].NUMBER}\n" in (root / KREIS).read_text(encoding="utf-8")
