"""How a command ends that cannot go on: one German sentence, 1, and no traceback."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support import REPOSITORY, small_county, with_site

from fokusbericht import cli, site
from fokusbericht.building.output import Output
from fokusbericht.building.write import Unwritable
from fokusbericht.cli import building
from fokusbericht.problems import Place

Told = pytest.CaptureFixture[str]
SPOT = "content/termine/2021-05-07-steuerungsgruppe.md"
REPORT = (
    "Das ist ein Fehler im Programm. Bitte melden Sie ihn mit dieser Zeile. Bis er behoben ist, "
    "hilft meist, die letzte Änderung dort zurückzunehmen. Die Seite bleibt, wie sie ist.\n"
)


def failing(error: BaseException, where: str = SPOT) -> Callable[..., list[Output]]:
    """Return a planner whose page cannot be made."""

    def make() -> bytes:
        raise error

    def plan(report: object) -> list[Output]:
        return [Output("kaputt.html", "x", make, Place(where, 3))]

    return plan


def broken(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let each build meet an error in one page."""
    planner = type("planner", (), {"plan": staticmethod(failing(error))})
    monkeypatch.setattr(site, "PLANNERS", (*site.PLANNERS[:1], planner))
    monkeypatch.setattr(site, "_dead_menus", lambda report, outputs: iter(()))


ERRORS = (
    *(ValueError("Schulden: 4711 €"), KeyError("x"), ZeroDivisionError(), AssertionError("x")),
    *(RecursionError(), UnicodeDecodeError("utf-8", b"x", 0, 1, "y"), AttributeError("x")),
    *(TypeError("x"), IndexError(), OverflowError(), RuntimeError("x"), StopIteration()),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_of_ours_names_the_file_at_work_and_nothing_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told, error: Exception
) -> None:
    root = small_county(tmp_path)
    broken(monkeypatch, error)
    assert cli.main(["--root", str(root)]) == 1
    told = capsys.readouterr()
    assert told.err == ""
    place = f"{type(error).__name__}, building/write/site.py:"
    start = f"{SPOT}: Hier kommt das Programm nicht weiter ({place}"
    assert told.out.startswith(start)
    assert told.out.endswith(f"). {REPORT}")
    assert told.out.count("\n") == 1
    assert "4711" not in told.out
    assert not (root / "site").exists()
    assert not [path.name for path in root.iterdir() if path.name.startswith(".")]


def test_errors_in_rules_and_loaders_name_the_thing_they_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    from fokusbericht.checks import texts
    from fokusbericht.load import planning

    root = small_county(tmp_path)

    def check(report: object) -> object:
        return [one.unbekannt for one in report.termine.values()]  # type: ignore[attr-defined]

    def read(page: object) -> object:
        return [][page.key.name]  # type: ignore[attr-defined, index]

    monkeypatch.setattr(texts, "batches", check)
    assert cli.main(["pruefen", "--root", str(root)]) == 1
    assert capsys.readouterr().out.startswith(f"{SPOT}: Hier kommt das Programm nicht weiter (Attr")
    monkeypatch.setattr(planning, "termin", read)
    assert cli.main(["pruefen", "--root", str(root)]) == 1
    assert capsys.readouterr().out.startswith(f"{SPOT}: Hier kommt das Programm nicht weiter (Type")


def test_whoever_mends_the_program_sees_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    broken(monkeypatch, ValueError("Schulden: 4711 €"))
    monkeypatch.setenv("FOKUSBERICHT_TRACEBACK", "1")
    assert cli.main(["--root", str(small_county(tmp_path))]) == 1
    told = capsys.readouterr()
    assert "Traceback" in told.err and "4711" in told.err
    assert "Traceback" not in told.out


@pytest.mark.parametrize("form", ["json", "github"])
def test_other_forms_stay_readable_by_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told, form: str
) -> None:
    broken(monkeypatch, ValueError())
    assert cli.main(["--root", str(small_county(tmp_path)), "--format", form]) == 1
    out = capsys.readouterr().out
    if form == "json":
        (told,) = json.loads(out)
        assert told["message"].startswith(f"{SPOT}: Hier kommt")
        assert (told["rule"], told["severity"]) == ("abbruch", "error")
    else:
        assert out.startswith(f"::error::{SPOT}: Hier kommt")
        assert out.count("\n") == 1


SYSTEM = {
    errno.ENOSPC: "Auf dem Datenträger ist kein Platz mehr.",
    errno.EROFS: "Der Datenträger ist schreibgeschützt.",
    errno.EACCES: "Der Zugriff ist nicht erlaubt.",
    errno.ENOENT: "Das gibt es nicht (mehr).",
    errno.EXDEV: "Das liegt auf einem anderen Datenträger.",
    errno.EBUSY: "Das ist eingehängt (mount) oder in Gebrauch.",
    errno.ENAMETOOLONG: "Der Name ist zu lang.",
}


@pytest.mark.parametrize("fault", SYSTEM, ids=errno.errorcode.get)
def test_what_the_system_refuses_is_told_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told, fault: int
) -> None:
    broken(monkeypatch, OSError(fault, os.strerror(fault), "/platte/a.html"))
    assert cli.main(["--root", str(small_county(tmp_path))]) == 1
    told = capsys.readouterr()
    assert told.out == f"/platte/a.html: {SYSTEM[fault]} Die Seite bleibt, wie sie ist.\n"
    assert told.err == ""


def test_too_little_memory_and_lost_helpers_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    root = small_county(tmp_path)
    broken(monkeypatch, MemoryError())
    assert cli.main(["--root", str(root)]) == 1
    stays = "Die Seite bleibt, wie sie ist.\n"
    assert capsys.readouterr().out == f"Der Arbeitsspeicher reicht nicht für {SPOT}. {stays}"
    broken(monkeypatch, ChildProcessError("process 7 ended without a word"))
    assert cli.main(["--root", str(root)]) == 1
    assert capsys.readouterr().out == (
        "Ein Teil des Baus ist unerwartet zu Ende gegangen; meist reicht dann der Arbeitsspeicher "
        f"nicht. {stays}"
    )


def test_sentences_of_the_room_that_writes_are_told_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Unwritable("Das geht so nicht.")

    monkeypatch.setattr(building, "write_site", refuse)
    assert cli.main(["--root", str(small_county(tmp_path))]) == 1
    assert capsys.readouterr().out == "Das geht so nicht.\n"


# --- The command as a process -------------------------------------------------------------------


def command(*words: str) -> list[str]:
    return [sys.executable, str(REPOSITORY / "build.py"), *words]


def run(words: list[str], **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("words", [["pruefen"], ["--help"], ["stueckliste"], ["einlesen"]])
def test_nobody_reads_the_lines(tmp_path: Path, words: list[str]) -> None:
    root = small_county(tmp_path)
    read, write = os.pipe()
    os.close(read)
    root_words = [] if words == ["--help"] else ["--root", str(root)]
    done = subprocess.run(
        command(*words, *root_words), stdout=write, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(write)
    assert done.returncode == (0 if words == ["--help"] else 1)
    assert done.stderr == ""


def test_the_lines_go_to_a_full_disk(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    root = small_county(tmp_path)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("pruefen", "--root", str(root)),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "auf dem Datenträger ist kein Platz mehr" in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_letters_that_a_terminal_lacks_stop_nothing(tmp_path: Path, encoding: str) -> None:
    root = small_county(tmp_path)
    (root / "content/seiten/verfahren.md").write_text("---\ntitel: „→ 😀\n")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    words = command("pruefen", "--root", str(root))
    done = subprocess.run(words, capture_output=True, check=False, env=environment)
    assert done.returncode == 1
    assert b"content/seiten/verfahren.md:1:1: Der Kopf fehlt" in done.stdout
    assert b"Traceback" not in done.stderr


def test_names_that_are_no_text_are_told(tmp_path: Path) -> None:
    words = [*map(os.fsencode, command("--root")), os.fsencode(tmp_path) + b"/\xff\xfe"]
    done = subprocess.run(words, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"gibt es keinen Ordner content/" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["99999", "-1", "acht", "٣", "9" * 5000])
def test_a_port_that_is_none(port: str) -> None:
    done = run(command("vorschau", f"--port={port}"))
    assert done.returncode == 1
    assert done.stderr.endswith("ist keine Zahl von 0 bis 65535\n")


SLOW = """
import sys, time
sys.path.insert(0, sys.argv.pop(1))
from fokusbericht import cli, site
from fokusbericht.building.output import Output
from fokusbericht.problems import Place

def make():
    if not sys.stdout.closed:
        print("jetzt", flush=True)
    time.sleep(60)

def plan(report):
    return [Output(f"{n}.html", n, make, Place("x")) for n in range(int(sys.argv[-1]))]

site.PLANNERS = (*site.PLANNERS[:1], type("p", (), {"plan": staticmethod(plan)}))
site._dead_menus = lambda report, outputs: iter(())
sys.exit(cli.main(sys.argv[1:-1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize(
    ("number", "code", "sentence"),
    [
        (signal.SIGINT, 130, "Abgebrochen.\n"),
        (signal.SIGTERM, 1, "Abgebrochen, weil das System es verlangt.\n"),
        (signal.SIGHUP, 1, "Abgebrochen, weil das System es verlangt.\n"),
    ],
)
@pytest.mark.parametrize("pages", ["1", "150"])
def test_an_interrupted_build_leaves_nothing(
    tmp_path: Path, number: signal.Signals, code: int, sentence: str, pages: str
) -> None:
    """Neither litter nor processes, whether one works or several."""
    root = small_county(tmp_path)
    words = [sys.executable, "-c", SLOW, str(REPOSITORY), "--root", str(root), pages]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as build:
        assert build.stdout and build.stderr
        assert build.stdout.readline() == "jetzt\n"
        build.send_signal(number)
        # Whoever still has the pipe is a process that was left behind.
        told = build.stderr.read()
        assert build.wait() == code
    assert told == sentence
    assert sorted(path.name for path in root.iterdir()) == ["content", "geo", "indicators"]


@pytest.mark.skipif(sys.platform != "linux", reason="children end with their parent on Linux")
def test_a_killed_build_takes_its_helpers_along_and_the_next_clears_up(
    tmp_path: Path, small_site: Path
) -> None:
    root = with_site(small_county(tmp_path), small_site)
    words = [sys.executable, "-c", SLOW, str(REPOSITORY), "--root", str(root), "--frisch", "150"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as build:
        assert build.stdout and build.stderr
        while build.stdout.readline() != "jetzt\n":  # hints are told before
            assert build.poll() is None
        build.kill()
        start = time.monotonic()
        build.stderr.read()
        assert time.monotonic() - start < 30  # not the 60 seconds that a helper would sleep
    assert list(root.glob(".site.neu-*"))
    done = run(command("--root", str(root)))
    assert "0 gemacht" in done.stdout
    names = sorted(path.name for path in root.iterdir())
    kept = [".site.cache.bin", ".site.cache.json"]
    assert names == [*kept, "content", "geo", "indicators", "site"]


def test_a_library_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "orjson.py").write_text("import gibtesnicht")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = run(command("pruefen"), env=environment)
    assert done.returncode == 1
    assert done.stderr == (
        "Die Bibliothek „gibtesnicht“ fehlt. Bitte das Programm einrichten, wie es das README "
        "beschreibt.\n"
    )
