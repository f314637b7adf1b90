"""Editions are frozen as editors do it: what is told, which files there are, what keeps."""

import subprocess
from pathlib import Path

import pytest
from editions.small import REPORT, with_edition
from support import build, files, replaced, small_county, told

from fokusbericht.load.frozen import checksums

FOLDER = "archiv/fokus/2021"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a county with an edition."""
    return small_county(tmp_path, with_edition())


def freeze(root: Path, name: str = "2021") -> "subprocess.CompletedProcess[str]":
    """Freeze an edition on a day."""
    return build(root, "einfrieren", name, "--tag", "2026-12-01")


def test_a_frozen_edition_lies_in_the_archive_with_its_checksums(root: Path) -> None:
    done = freeze(root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Ausgabe 2021: ")
    assert done.stdout.endswith(
        "\nAlle gehören ins Repository. Was sie sagen, ändert von nun an niemand mehr.\n"
    )
    kept = files(root / FOLDER)
    assert {path.partition("/")[0] for path in kept} == {
        "ausgabe.yml",
        "bilder",
        "fokus-2021.pdf",
        "summen.txt",
        "zahlen.yml",
    }
    assert [path for path in kept if path.startswith("bilder/karte-leerstand")] == [
        "bilder/karte-leerstand-schmal.svg",
        "bilder/karte-leerstand.svg",
    ]
    assert "eingefroren: 1.\u00a0Dezember 2026" in kept["ausgabe.yml"].decode()
    summed = subprocess.run(
        ["sha256sum", "--check", "--strict", "summen.txt"],
        cwd=root / FOLDER,
        capture_output=True,
        check=False,
    )
    assert summed.returncode == 0
    assert len(summed.stdout.splitlines()) == len(kept) - 1
    assert told(root) == []


def test_frozen_twice_it_stays_as_it_is(root: Path) -> None:
    freeze(root)
    before = files(root / FOLDER)
    again = freeze(root)
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == (
        "Die Ausgabe 2021 ist seit dem 1. Dezember 2026 eingefroren und bleibt, wie sie ist. Was "
        "falsch ist, steht als Berichtigung in content/berichte/2021.md. Nichts wurde "
        "geschrieben.\n"
    ).replace("1. Dezember", "1.\u00a0Dezember")
    assert files(root / FOLDER) == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("2031", "Einen Bericht „2031“ gibt es nicht. Meinten Sie „2021“?"),
        ("wohnen", "Einen Bericht „wohnen“ gibt es nicht. Bekannt sind: 2021."),
    ],
)
def test_what_is_no_report_cannot_be_frozen(root: Path, name: str, sentence: str) -> None:
    done = freeze(root, name)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{sentence} Nichts wurde geschrieben.\n"
    assert not (root / "archiv").exists()


def test_an_old_report_cannot_be_frozen(tmp_path: Path) -> None:
    done = freeze(small_county(tmp_path))
    assert done.returncode == 1
    assert done.stderr == (
        "Der Bericht 2021 ist kein Kurzbericht: In seinem Kopf fehlt „ausgabe“. Das Handbuch "
        "zeigt, wie eine Ausgabe entsteht. Nichts wurde geschrieben.\n"
    )


def test_a_county_with_a_mistake_freezes_nothing(root: Path) -> None:
    (root / REPORT).write_text(
        (root / REPORT).read_text("utf-8").replace("zahl: miete", "zahl: mite")
    )
    done = freeze(root)
    assert done.returncode == 1
    assert "content/berichte/2021.md:" in done.stdout + done.stderr
    assert not (root / "archiv").exists()


CHANGED = (
    "Diese Datei gehört zu einer eingefrorenen Ausgabe und ist nicht mehr die von damals. Bitte "
    "den alten Stand aus der Versionsgeschichte zurückholen; was falsch ist, steht als "
    "Berichtigung in content/berichte/2021.md. (eingefroren)"
)


def test_what_is_changed_gone_or_strange_is_told(root: Path) -> None:
    freeze(root)
    folder = root / FOLDER
    document = folder / "ausgabe.yml"
    document.write_text(document.read_text("utf-8").replace("Musterkreis", "Kreis"), "utf-8")
    (folder / "bilder" / "karte-leerstand.svg").unlink()
    (folder / "notiz.txt").write_text("Bitte prüfen.", "utf-8")
    assert told(root) == [
        f"{FOLDER}/ausgabe.yml:1:1: {CHANGED}",
        f"{FOLDER}/notiz.txt:1:1: Zu dieser eingefrorenen Ausgabe gehört diese Datei nicht: Sie "
        "steht nicht in summen.txt. (eingefroren)",
        f"{FOLDER}/summen.txt:1:1: Von dieser eingefrorenen Ausgabe fehlt die Datei "
        "„bilder/karte-leerstand.svg“. Bitte aus der Versionsgeschichte holen. (eingefroren)",
    ]


def test_a_frozen_edition_needs_its_report(root: Path) -> None:
    freeze(root)
    (root / REPORT).unlink()
    assert (
        f"{FOLDER}/ausgabe.yml:1:1: Zu dieser eingefrorenen Ausgabe fehlt "
        "content/berichte/2021.md. (eingefroren)"
    ) in told(root)


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("bilder/karte-leerstand.svg", "<style>", "<script>alert(1)</script><style>", "<script>"),
        ("bilder/karte-leerstand.svg", "<style>", "<style>@import 'x';", "@import"),
        ("ausgabe.yml", "<path ", "<path onload=''alert(1)'' ", "onload="),
        ("ausgabe.yml", "<path ", "<a href=''/x''><path ", "<a"),
    ],
)
def test_a_drawing_that_could_do_something_is_refused_whatever_its_sum(
    root: Path, path: str, old: str, new: str, said: str
) -> None:
    freeze(root)
    folder = root / FOLDER
    kept = {name: data for name, data in files(folder).items() if name != "summen.txt"}
    assert old.encode() in kept[path]
    kept[path] = kept[path].replace(old.encode(), new.encode(), 1)
    (folder / path).write_bytes(kept[path])
    (folder / "summen.txt").write_text(checksums(kept), "utf-8")
    assert told(root) == [
        f"{FOLDER}/{path}:1:1: In dieser Zeichnung steht „{said}“. Das kommt in keiner Zeichnung "
        "des Programms vor. (eingefroren)"
    ]


def test_protected_figures_have_to_be_recorded_before(tmp_path: Path) -> None:
    protected = replaced(
        "indicators/wohnen/leerstand.yml",
        "art: anteil\n",
        "art: anteil\ngeheimhaltung: {mindestzahl: 3}\n",
    )
    root = small_county(tmp_path, with_edition() | protected)
    done = freeze(root)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Was eine eingefrorene Ausgabe zeigt, bleibt bekannt. Bitte die Seite zuerst bauen und "
        "„build.py festhalten“ ausführen: Nicht alle geschützten Zahlen sind festgehalten. Nichts "
        "wurde geschrieben.\n"
    )
    assert build(root).returncode == 0
    assert build(root, "festhalten").returncode == 0
    assert freeze(root).returncode == 0
