"""The command that sets handouts: what it writes, what it says, and what it leaves alone."""

import re
from pathlib import Path

import pytest
from hefte.reading import pages_of
from support import build, files, replaced, small_county


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a county in which nothing is built."""
    return small_county(tmp_path_factory.mktemp("hefte"))


def test_one_handout_is_written(root: Path, tmp_path: Path) -> None:
    done = build(root, "heft", "wohnen", "--out", str(tmp_path / "hefte"))
    assert (done.returncode, done.stderr) == (0, "")
    path = tmp_path / "hefte" / "handlungsfeld-wohnen.pdf"
    assert re.fullmatch(rf"1 Heft, \d,\d MB, \d+,\d s → {path}\n", done.stdout)
    assert [*files(tmp_path / "hefte")] == ["handlungsfeld-wohnen.pdf"]
    first = path.read_bytes()
    assert pages_of(first) == 2
    assert build(root, "heft", "handlungsfeld:wohnen", "--out", str(path.parent)).returncode == 0
    assert path.read_bytes() == first


def test_all_are_written_beside_the_content(root: Path) -> None:
    done = build(root, "heft", "--alle")
    assert done.returncode == 0, done.stdout + done.stderr
    found = files(root / "hefte")
    assert [*found] == [
        "gremium-kreistag.pdf",
        "handlungsfeld-wohnen.pdf",
        "kommune-mitte.pdf",
        "kommune-nordort.pdf",
        "kommune-suedort.pdf",
    ]
    assert {pages_of(data) for data in found.values()} == {2}
    assert re.fullmatch(rf"5 Hefte, \d,\d MB, \d+,\d s → {root / 'hefte'}\n", done.stdout)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["wonen"], "Ein Heft zu „wonen“ gibt es nicht. Meinten Sie „wohnen“?\n"),
        (
            ["kommune:mite"],
            "Ein Heft zu „kommune:mite“ gibt es nicht. Meinten Sie „kommune:mitte“?\n",
        ),
    ],
)
def test_what_there_is_not_is_told(root: Path, asked: list[str], told: str) -> None:
    done = build(root, "heft", *asked)
    assert (done.returncode, done.stdout) == (1, told)


@pytest.mark.parametrize("asked", ([], ["wohnen", "--alle"]))
def test_it_must_be_told_of_what(root: Path, asked: list[str]) -> None:
    done = build(root, "heft", *asked)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "Der Aufruf ist nicht verständlich: zu „heft“ gehört, wovon es handelt, zum Beispiel "
        "„wohnen“, oder --alle"
    )


def test_nothing_of_others_is_written_over(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "handlungsfeld-wohnen.pdf"
    path.write_bytes(b"%PDF-1.7 fremd")
    done = build(root, "heft", "wohnen", "--out", str(tmp_path))
    assert (done.returncode, done.stdout) == (
        1,
        f"{path} gibt es schon und ist kein Heft von hier. Bitte wegräumen. "
        "Nichts wurde geschrieben.\n",
    )
    assert path.read_bytes() == b"%PDF-1.7 fremd"


def test_where_nobody_can_write_it_is_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "datei").touch()
    done = build(root, "heft", "wohnen", "--out", str(tmp_path / "datei"))
    assert done.returncode == 1
    assert done.stdout.startswith(f"{tmp_path / 'datei'} ist eine Datei, kein Ordner.")
    done = build(root, "heft", "wohnen", "--out", str(root / "content"))
    assert "dort liest der Bau" in done.stdout and done.returncode == 1


def test_a_county_with_problems_has_none(tmp_path: Path) -> None:
    root = small_county(tmp_path, {"content/seiten/impressum.md": "---\n---\n"})
    done = build(root, "heft", "--alle")
    assert done.returncode == 1 and done.stdout.endswith("Nichts wurde geschrieben.\n")
    assert not (root / "hefte").exists()


def test_what_cannot_be_printed_is_told(tmp_path: Path) -> None:
    name = "content/handlungsfelder/wohnen.md"
    root = small_county(
        tmp_path, replaced(name, "Wie Menschen wohnen.", "Wie alle wohnen \U0001f600.")
    )
    done = build(root, "heft", "wohnen")
    assert (done.returncode, done.stdout) == (
        1,
        f"{name}:1:1: Das Zeichen „\U0001f600“ lässt sich nicht drucken, keine Schrift des PDFs "
        "hat es: „Wie alle wohnen \U0001f600.“. Bitte ein anderes nehmen. (druck)\n\n"
        "Eine Stelle ist zu berichtigen. Dieses Heft wurde nicht geschrieben.\n",
    )
    assert not (root / "hefte").exists()
