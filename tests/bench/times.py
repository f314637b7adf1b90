"""How long builds take, as whole processes, also beside another version of the program.

`python tests/bench/times.py [--runs 5] [--beside FOLDER] [--content COMMIT]`

`beside` is a checkout of another version, which takes turns with this one, so that what else the
machine does hits both alike. The county is the one of today, or that of a commit. Told are the
median of wall time and of the seconds of all processors, and the most memory of a process; then
how long a reader of an open preview waits for a saved text. Nothing is asserted.
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from random import Random
from typing import NamedTuple
from urllib.request import urlopen

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDERS = ("content", "indicators", "geo", "archiv")
TEXT = "content/handlungsempfehlungen/2022-01-*.md"
TABLE = "indicators/wohnen/leerstandsquote.csv"
TEMPLATE = "indikator.html"
PAGE = "handlungsempfehlungen/2022-01/"
PORT = 8123


class Cost(NamedTuple):
    """What a process took: seconds, seconds of all processors, megabytes."""

    wall: float
    processors: float
    memory: float


class Version:
    """A version of the program with a county of its own."""

    def __init__(self, name: str, program: Path, root: Path) -> None:
        self.name = name
        self.program = program
        self.root = root
        self.python = program / ".venv" / "bin" / "python"

    def command(self, *words: str) -> list[str]:
        """Return the command line of the program."""
        python = self.python if self.python.exists() else Path(sys.executable)
        return [str(python), str(self.program / "build.py"), *words, "--root", str(self.root)]

    def build(self) -> Cost:
        """Build, and return what it took with all that it started."""
        start = time.perf_counter()
        process = subprocess.Popen(self.command("bauen"), stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, f"{self.name} does not build"
        return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)

    def forget(self) -> None:
        """Remove the site with all that was kept beside it."""
        shutil.rmtree(self.root / "site", ignore_errors=True)
        shutil.rmtree(self.root / ".site.vorher", ignore_errors=True)
        for path in self.root.glob(".site*"):
            path.unlink()


def change_text(version: Version) -> None:
    """Add a sentence to a recommendation."""
    (path,) = version.root.glob(TEXT)
    word = f"wort{time.time_ns()}".translate({ord(str(n)): "abcdefghij"[n] for n in range(10)})
    path.write_text(f"{path.read_text(encoding='utf-8')}\n\nEin {word} mehr.\n", "utf-8")


def change_figure(version: Version) -> None:
    """Change a figure of a Kommune."""
    path = version.root / TABLE
    head, first, *rest = path.read_text(encoding="utf-8").splitlines()
    area, year, *_ = first.split(";")
    value = f"{Random(time.time_ns()).randrange(10, 60) / 10:.1f}".replace(".", ",")
    path.write_text("\n".join([head, f"{area};{year};{value}", *rest]) + "\n", "utf-8")


def change_template(version: Version) -> None:
    """Give the county a template of its own, which says what ours says."""
    ours = next((version.program / "templates").rglob(TEMPLATE))
    path = version.root / ours.relative_to(version.program)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = ours.read_text(encoding="utf-8")
    path.write_text(f"{text}{{# {time.time_ns()} #}}\n", encoding="utf-8")


CASES: Mapping[str, Callable[[Version], None]] = {
    "fresh": Version.forget,
    "nothing": lambda version: None,
    "one word": change_text,
    "one figure": change_figure,
    "one template": change_template,
}


def county(folder: Path, commit: str) -> Path:
    """Copy the county of today, or of a commit."""
    if commit:
        kept = [one for one in FOLDERS if _has(commit, one)]
        packed = subprocess.run(
            ["git", "-C", str(REPOSITORY), "archive", commit, *kept],
            capture_output=True,
            check=True,
        )
        with tarfile.open(fileobj=BytesIO(packed.stdout)) as found:
            found.extractall(folder, filter="data")
        return folder
    for name in FOLDERS:
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, folder / name)
    return folder


def mend(version: Version) -> None:
    """Take today's description of each indicator in which today's rules find fault."""
    told = subprocess.run(version.command("pruefen"), capture_output=True, text=True, check=False)
    named = {line.partition(":")[0] for line in told.stdout.splitlines()}
    for path in (Path(one).with_suffix(".yml") for one in named if one.startswith("indicators/")):
        shutil.copy(REPOSITORY / path, version.root / path)


def _has(commit: str, folder: str) -> bool:
    asked = ["git", "-C", str(REPOSITORY), "cat-file", "-e", f"{commit}:{folder}"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def measure(versions: list[Version], runs: int) -> None:
    """Measure all cases, the versions by turns."""
    print(f"{'':14}" + "".join(f"{one.name:>10} wall   CPU    MB" for one in versions))
    for case, prepare in CASES.items():
        found: dict[str, list[Cost]] = {one.name: [] for one in versions}
        for _ in range(max(3, runs // 2) if case == "fresh" else runs):
            for version in versions:
                prepare(version)
                found[version.name].append(version.build())
        told = [_median(found[one.name]) for one in versions]
        line = "".join(f"{one.wall:15.2f} {one.processors:5.2f} {one.memory:5.0f}" for one in told)
        print(f"{case:14}{line}", flush=True)


def _median(found: list[Cost]) -> Cost:
    return Cost(*(statistics.median(part) for part in zip(*found, strict=True)))


def preview(version: Version, runs: int) -> None:
    """Measure how long it takes until a saved text is seen in an open preview."""
    times = []
    with _open(version):
        for _ in range(runs):
            before = _seen()
            change_text(version)
            start = time.perf_counter()
            while _seen() == before:
                time.sleep(0.005)
            times.append(time.perf_counter() - start)
            time.sleep(2)  # an editor reads
    middle, most = statistics.median(times), max(times)
    print(f"preview, {version.name}: median {middle:.2f} s, {most:.2f} at most")


@contextmanager
def _open(version: Version) -> Iterator[None]:
    words = [*version.command("vorschau"), "--port", str(PORT)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        while "Vorschau" not in process.stdout.readline():
            assert process.poll() is None
        time.sleep(3)
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


def _seen() -> bytes:
    try:
        with urlopen(f"http://127.0.0.1:{PORT}/{PAGE}") as page:
            return bytes(page.read())
    except OSError:
        return b""


def main() -> None:
    """Measure this version, and another one beside it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--content", default="")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        programs = {"before": words.beside} if words.beside else {}
        versions = []
        for name, program in {**programs, "now": REPOSITORY}.items():
            (Path(folder) / name).mkdir()
            versions.append(Version(name, program, county(Path(folder) / name, words.content)))
        mend(versions[-1])
        measure(versions, words.runs)
        for version in versions:
            shutil.rmtree(version.root / "templates", ignore_errors=True)
            preview(version, words.runs)


if __name__ == "__main__":
    main()
