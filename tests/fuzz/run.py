"""Try mistakes for as long as asked: .venv/bin/python tests/fuzz/run.py --minuten 20

A finding is told once, with the number that makes it again (--ab NUMMER --anzahl 1). With
--frisch each value of a county is changed, and what a build would keep is made anew and compared.
"""

import argparse
import sys
import time
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE.parent)]

from fuzz.county import COUNTIES, County  # noqa: E402
from fuzz.fresh import Watch, edits  # noqa: E402
from fuzz.imports import Imports  # noqa: E402
from fuzz.mutations import Mistake  # noqa: E402


def main() -> int:
    """Run trials; return 1 with findings."""
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--basis", choices=(*COUNTIES, "importe", "alle"), default="alle")
    parser.add_argument("--minuten", type=float, default=1)
    parser.add_argument("--anzahl", type=int, default=10**9)
    parser.add_argument("--ab", type=int, default=0)
    parser.add_argument("--frisch", action="store_true")
    asked = parser.parse_args()
    if asked.frisch:
        return compared(asked.basis, asked.ab, asked.anzahl)
    bases = [*COUNTIES, "importe"] if asked.basis == "alle" else [asked.basis]
    end, seen, count = time.monotonic() + asked.minuten * 60, set(), 0
    with TemporaryDirectory() as folder:
        counties = {name: laid_down(name, Path(folder) / name) for name in bases}
        for seed in range(asked.ab, asked.ab + asked.anzahl):
            for name, county in counties.items():
                if time.monotonic() > end:
                    print(f"{count} Versuche, {len(seen)} Funde, zuletzt --ab {seed}")
                    return 1 if seen else 0
                found = county.trial(seed)
                count += 1
                if found and found.what not in seen:
                    seen.add(found.what)
                    print(f"\n=== {found.what}: --basis {name} --ab {seed} --anzahl 1")
                    for one in found.mistakes:
                        print(shown(one, county.files.get(one.path)))
                    print(found.trace, flush=True)
    print(f"{count} Versuche, {len(seen)} Funde")
    return 1 if seen else 0


def compared(base: str, first: int, count: int) -> int:
    """Change each value of a county; return 1 where something stale would be kept."""
    stale = 0
    with TemporaryDirectory() as folder:
        root = Path(folder)
        county = County(root, COUNTIES[base]())
        texts = {
            path: data.decode()
            for path, data in county.files.items()
            if path.endswith((".md", ".yml", ".csv"))
        }
        watch = Watch(root)
        for number, edit in enumerate(list(edits(texts))[first : first + count], start=first):
            (root / edit.path).write_text(edit.content, encoding="utf-8")
            if found := list(watch.stale()):
                stale += 1
                print(f"{number}: {edit.path}:{edit.what} → {', '.join(found)}", flush=True)
            (root / edit.path).write_text(texts[edit.path], encoding="utf-8")
    return int(stale > 0)


def laid_down(name: str, root: Path) -> County | Imports:
    """Return a county to spoil."""
    return Imports(root) if name == "importe" else County(root, COUNTIES[name]())


def shown(one: Mistake, before: bytes | None) -> str:
    """Return what a mistake has changed."""
    old = (before or b"").decode("utf-8", "replace").split("\n")
    new = (one.content or b"").decode("utf-8", "replace").split("\n")
    gone = [f"  - {line[:160]!r}" for line in old if line not in new][:6]
    come = [f"  + {line[:160]!r}" for line in new if line not in old][:6]
    return "\n".join((f"{one.path}: {one.what}", *gone, *come))


if __name__ == "__main__":
    sys.exit(main())
