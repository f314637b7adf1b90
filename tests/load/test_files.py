"""Which files are read: plain ones of the county, whatever else lies in its folders."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from time import sleep

import pytest
from support import REPOSITORY, SMALL, loaded, replaced, small_county, told

from fokusbericht.building.recipe import Snapshot, traces_of
from fokusbericht.sources import files

NEWS = "content/aktuelles/2021-07-01-bericht.md"
TEXT = (SMALL / NEWS).read_text(encoding="utf-8")
LINK = (
    "Dies ist eine Verknüpfung; ihr wird nicht gefolgt. Bitte die Datei oder den Ordner selbst "
    "hierher legen. (lesbar)"
)
POINTER = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:805400bc5ba8c96f8dff29a70c88d29c0566340b063e66f62326a1d3c3ea78ae\nsize 1105\n"
)
UNFETCHED = (
    "Hier liegt nur ein Zeiger von Git LFS, nicht die Datei selbst. "
    "Bitte mit „git lfs pull“ holen. (lesbar)"
)


def secret(folder: Path) -> Path:
    path = folder / "geheim.md"
    path.write_text(TEXT.replace("Fokus 2021 ist", "Geheim"), encoding="utf-8")
    return path


# --- Links, pipes, folders ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "content/aktuelles/2021-08-01-link.md",
        "content/medien/film.mp4",
        "content/medien/film.vtt",
        "content/bilder/hafen.jpg",
        "indicators/wohnen/fremd.yml",
        "geo/fremd.csv",
        "archiv/veroeffentlicht.csv",
        "templates/assets/fremd.svg",
        "content/neu.txt",
    ],
)
@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_to_a_file_is_told_and_not_followed(
    tmp_path: Path, name: str, is_there: bool
) -> None:
    root = small_county(tmp_path)
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).symlink_to(secret(tmp_path) if is_there else tmp_path / "nirgends")
    assert told(root) == [f"{name}:1:1: {LINK}"]


@pytest.mark.parametrize("name", ["content/aktuelles/alt", "content/medien", "indicators/arbeit"])
def test_a_link_to_a_folder_is_told_and_not_followed(tmp_path: Path, name: str) -> None:
    root = small_county(tmp_path)
    (tmp_path / "fremd").mkdir()
    secret(tmp_path / "fremd")
    (root / name).symlink_to(tmp_path / "fremd", target_is_directory=True)
    assert told(root) == [f"{name}:1:1: {LINK}"]


@pytest.mark.parametrize("name", ["content/kreis.yml", "geo/raeume.yml", "geo/kommunen.geojson"])
def test_a_link_in_place_of_a_file_that_must_be_there_is_told(tmp_path: Path, name: str) -> None:
    root = small_county(tmp_path)
    (root / name).rename(tmp_path / "fremd")
    (root / name).symlink_to(tmp_path / "fremd")
    assert f"{name}:1:1: {LINK}" in told(root)


def test_a_folder_of_the_county_that_is_a_link_is_told(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    (root / "indicators").rename(tmp_path / "fremd")
    (root / "indicators").symlink_to(tmp_path / "fremd")
    report, problems = loaded(root)
    assert str(problems[-1]) == (
        "indicators:1:1: Der Ordner „indicators“ ist eine Verknüpfung; ihr wird nicht gefolgt. "
        "(lesbar)"
    )
    assert report.indikatoren == {}


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    (root / "content" / "aktuelles" / "rund").symlink_to(root / "content")
    (root / "content" / "bilder").symlink_to("bilder")
    assert [line.partition(": ")[0] for line in told(root)] == [
        "content/aktuelles/rund:1:1",
        "content/bilder:1:1",
    ]
    assert Snapshot(root).inputs


def test_hard_links_are_files(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    (root / "content/aktuelles/2021-08-01-neu.md").hardlink_to(root / NEWS)
    assert told(root) == []


@pytest.mark.parametrize(
    "name",
    [
        "content/aktuelles/2021-08-01-neu.md",
        "content/kreis.yml",
        "indicators/wohnen/leerstand.csv",
        "content/medien/film.mp4",
        "templates/frame/base.html",
    ],
)
def test_a_pipe_is_told_and_never_waited_for(tmp_path: Path, name: str) -> None:
    root = small_county(tmp_path)
    (root / name).unlink(missing_ok=True)
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(root / name)
    sentence = "Dies ist keine gewöhnliche Datei; sie wird nicht geöffnet. Bitte entfernen."
    assert f"{name}:1:1: {sentence} (lesbar)" in told(root)
    assert Snapshot(root).inputs and Snapshot(root).recipe and traces_of(root)


def test_a_folder_with_the_name_of_a_file_is_told_only_where_it_is_asked_for(
    tmp_path: Path,
) -> None:
    root = small_county(tmp_path)
    (root / "content/aktuelles/leer.md").mkdir()
    assert told(root) == []
    (root / "content/kreis.yml").unlink()
    (root / "content/kreis.yml").mkdir()
    sentence = "Dies ist ein Ordner und keine Datei. Bitte umbenennen oder entfernen."
    assert f"content/kreis.yml:1:1: {sentence} (lesbar)" in told(root)


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    root = small_county(tmp_path, {"archiv": "Nichts"})
    assert told(root) == [
        "archiv:1:1: Hier wird ein Ordner erwartet. Bitte die Datei umbenennen oder entfernen. "
        "(lesbar)"
    ]


def test_a_very_large_file_is_told_and_not_read(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    with (root / NEWS).open("wb") as file:
        file.truncate(60_000_000)
    assert told(root) == [
        f"{NEWS}:1:1: Diese Datei ist größer als 50 MB. Bitte verkleinern. (lesbar)"
    ]


def test_what_vanishes_between_two_looks_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_county(tmp_path)
    look = files.list_folder

    def losing(root: Path, folder: str) -> tuple[list[files.Found], list[object]]:
        found, problems = look(root, folder)
        (root / NEWS).unlink(missing_ok=True)
        return found, list(problems)

    monkeypatch.setattr(files, "list_folder", losing)
    assert told(root) in (
        [f"{NEWS}:1:1: Diese Datei fehlt oder ist nicht lesbar. (lesbar)"],
        [],  # gone before anybody looked
    )


# --- Names --------------------------------------------------------------------------------------


def test_a_name_that_is_no_utf8_is_told_in_every_form(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    (root / os.fsdecode(b"content/aktuelles/2021-08-01-b\xe4r.md")).write_text(TEXT)
    assert told(root) == [
        "content/aktuelles/2021-08-01-b\\xe4r.md:1:1: Dieser Dateiname ist nicht lesbar. "
        "Bitte mit einfachen Buchstaben neu benennen. (dateiname)"
    ]
    assert Snapshot(root).inputs
    for form in ("text", "github", "json"):
        words = [sys.executable, "build.py", "pruefen", "--root", str(root), "--format", form]
        done = subprocess.run(words, cwd=REPOSITORY, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"b\\xe4r.md" in done.stdout or b"b\\\\xe4r.md" in done.stdout
        if form == "json":
            assert len(json.loads(done.stdout)) == 1


def test_a_name_with_umlauts_in_two_pieces_is_the_name_with_umlauts(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    (
        root / "content/aktuelles" / unicodedata.normalize("NFD", "2021-08-01-übersicht.md")
    ).write_text(TEXT)
    report, problems = loaded(root)
    assert [str(one) for one in problems] == [
        "content/aktuelles/2021-08-01-übersicht.md:1:1: Dateinamen bestehen aus kleinen "
        "Buchstaben, Ziffern und Bindestrichen, zum Beispiel „2021-08-01-uebersicht.md“. "
        "(dateiname)"
    ]
    assert report.aktuelles["2021-08-01-übersicht"].titel == "Fokus 2021 ist erschienen"


@pytest.mark.parametrize(
    ("first", "second"),
    [("neu.md", "Neu.md"), ("neu.md", "NEU.md"), ("ü.md", unicodedata.normalize("NFD", "ü.md"))],
)
def test_names_that_some_systems_take_for_one_are_told(
    tmp_path: Path, first: str, second: str
) -> None:
    folder = "content/seiten"
    text = (SMALL / folder / "verfahren.md").read_text(encoding="utf-8")
    root = small_county(tmp_path, {f"{folder}/{first}": text, f"{folder}/{second}": text})
    sentence = f"Dieser Name gilt als derselbe wie „{first}“. Bitte eine der Dateien umbenennen."
    told_name = unicodedata.normalize("NFC", second)
    assert f"{folder}/{told_name}:1:1: {sentence} (dateiname)" in told(root)


@pytest.mark.parametrize(
    "name",
    [
        *("._{}", ".#{}", ".{}.swp", "{}~", "#{}#", "~${}", ".~lock.{}#", "__MACOSX/{}"),
        *("Thumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", ".gitkeep", ".git/{}"),
    ],
)
def test_what_systems_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    root = small_county(tmp_path)
    before = (Snapshot(root).inputs, Snapshot(root).recipe, Snapshot(root).figures)
    for place in (
        "content/aktuelles/x.md",
        "content/bilder/x.svg",
        "indicators/wohnen/x.csv",
        "indicators/wohnen/x.yml",
        "geo/x.csv",
        "archiv/x.csv",
        "templates/x.html",
    ):
        folder, _, rest = place.rpartition("/")
        path = root / folder / name.format(rest)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\0\5\x16\7\0\2<<<<<<< x")
    assert told(root) == []
    assert loaded(root)[0].hints == ()
    assert Snapshot(root).inputs == before[0] and Snapshot(root).figures == before[2]


# --- Pointers to large files --------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        NEWS,
        "content/kreis.yml",
        "content/glossar.yml",
        "indicators/wohnen/miete.yml",
        "indicators/wohnen/miete.csv",
        "geo/raeume.yml",
        "geo/kommunen.geojson",
        "archiv/veroeffentlicht.csv",
        "content/medien/film.mp4",
        "content/medien/film.vtt",
        "content/bilder/hafen.jpg",
        "templates/assets/logo.svg",
        "templates/assets/schrift.woff2",
        "templates/frame/base.html",
    ],
)
def test_a_pointer_in_place_of_a_file_is_told(tmp_path: Path, name: str) -> None:
    lines = told(small_county(tmp_path, {name: POINTER}))
    assert lines.count(f"{name}:1:1: {UNFETCHED}") == 1
    assert next(line for line in lines if line.startswith(name)) == f"{name}:1:1: {UNFETCHED}"


# --- One fingerprint, wherever the folder lies --------------------------------------------------


def test_the_same_folder_has_the_same_fingerprints_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_county(tmp_path, {"templates/assets/eigen.css": "p {}"})
    other = small_county(tmp_path / "woanders", {"templates/assets/eigen.css": "p {}"})
    (tmp_path / "link").symlink_to(root)
    monkeypatch.chdir(tmp_path)
    named = (root, other, Path("kreis"), Path("./kreis/"), Path("kreis/../kreis"), Path("link"))
    assert (
        len({(Snapshot(one).inputs, Snapshot(one).figures, Snapshot(one).recipe) for one in named})
        == 1
    )
    (root / NEWS).write_text("Kaputt", encoding="utf-8")
    assert {tuple(told(one)) for one in named if one != other} == {tuple(told(root))}
    assert told(root)[0].startswith(f"{NEWS}:1:1: ")


def test_a_change_a_new_name_and_a_link_change_the_fingerprint(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    seen = {Snapshot(root).inputs}
    (root / NEWS).write_text(TEXT + "x", encoding="utf-8")
    seen.add(Snapshot(root).inputs)
    (root / NEWS).rename(root / "content/aktuelles/2021-09-09-neu.md")
    seen.add(Snapshot(root).inputs)
    (root / NEWS).symlink_to(tmp_path)
    seen.add(Snapshot(root).inputs)
    (root / "templates/texte").mkdir(parents=True)
    (root / "templates/texte/seite.html").symlink_to(tmp_path)
    seen.add(Snapshot(root).inputs)
    assert len(seen) == 5


# --- One message a file -------------------------------------------------------------------------

PICTURE = {
    "content/bilder/plan.yml": "datei: plan.svg\nalt: Ein Weg.\nurheber: Amt\nlizenz: CC0\n",
    "content/bilder/plan.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    **replaced(
        "content/seiten/verfahren.md",
        "Erst der Vorschlag",
        "{{ bild: plan }}\n\n[[begriff:leerstand]] [[thema:wohnen]] [[kommune:nordort]]\n\nErst",
    ),
}
READ = sorted(
    path.relative_to(SMALL).as_posix()
    for path in SMALL.rglob("*")
    if path.suffix in (".md", ".yml", ".csv")
)


@pytest.mark.parametrize("way", ["kaputt", "verknuepft"])
def test_what_cannot_be_read_is_told_once_and_not_missed_elsewhere(
    tmp_path: Path, way: str
) -> None:
    root = small_county(tmp_path, PICTURE)
    assert told(root) == []
    for name in [*READ, "content/bilder/plan.yml"]:
        file = root / name
        before = file.read_bytes()
        if way == "kaputt":
            file.write_bytes(before + b"\xff\n")
        else:
            file.rename(tmp_path / "anderswo")
            file.symlink_to(tmp_path / "anderswo")
        found = told(root)
        assert [name] == [line.partition(":")[0] for line in found], found
        file.unlink()
        file.write_bytes(before)


def test_a_file_with_the_same_mark_need_not_be_read(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    sleep(0.2)  # what was just written is read again, as its mark may not be its last
    first = Snapshot(root)
    prints = first.inputs, first.recipe
    marks = first.marks()
    path = str(root / "content/kreis.yml")
    assert path in marks and len(marks) > 100
    again = Snapshot(root, marks=marks)
    assert (again.inputs, again.recipe) == prints and again.marks() == marks
    believed = Snapshot(root, marks={**marks, path: (*marks[path][:-1], "anders")})
    assert believed.inputs != prints[0]


def test_a_file_that_was_written_again_is_read_whatever_its_time_and_size(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    path = root / "content/glossar.yml"
    sleep(0.2)
    first = Snapshot(root)
    before, marks, times = first.inputs, first.marks(), path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("e", "a", 1), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert path.stat().st_size == times.st_size
    assert Snapshot(root, marks=marks).inputs != before
