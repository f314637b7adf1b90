"""How long builds take, as whole processes: `python tests/bench/times.py [runs]`.

Prints minimum, median and maximum of each case in seconds; nothing is asserted.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
TEXT = "content/handlungsempfehlungen"


def build(root: Path) -> float:
    """Build and return the seconds it took, with the start of the process."""
    start = time.perf_counter()
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(root)]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def measure(name: str, runs: int, prepare: Callable[[int], None], root: Path) -> None:
    """Measure one case: `prepare` comes before each run and does not count."""
    times = []
    for run in range(runs):
        prepare(run)
        times.append(build(root))
    low, middle, high = min(times), statistics.median(times), max(times)
    print(f"{name:32} {low:6.2f} {middle:6.2f} {high:6.2f}   ({runs} runs)")


def main() -> None:
    """Measure all cases on a copy of the county's folder."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "kreis"
        for name in ("content", "indicators", "geo"):
            shutil.copytree(REPOSITORY / name, root / name)
        text = sorted((root / TEXT).glob("2022-01-*.md"))[0]
        table = root / "indicators/wohnen/leerstandsquote.csv"

        def from_nothing(_: int) -> None:
            shutil.rmtree(root / "site", ignore_errors=True)
            (root / ".site.cache.json").unlink(missing_ok=True)

        def change_text(run: int) -> None:
            text.write_text(f"{text.read_text()}\n\nEin Satz mehr, zum {run + 1}. Mal.\n")

        def change_table(run: int) -> None:
            lines = table.read_text().splitlines()
            area = lines[1].rpartition(";")[0]
            table.write_text("\n".join([lines[0], f"{area};{run + 1}", *lines[2:]]) + "\n")

        print(f"{'seconds':32} {'min':>6} {'median':>6} {'max':>6}")
        measure("from nothing", max(1, runs // 2), from_nothing, root)
        measure("nothing changed", runs, lambda run: None, root)
        measure("one recommendation's text", runs, change_text, root)
        measure("one figure of one indicator", max(1, runs // 2), change_table, root)


if __name__ == "__main__":
    main()
