"""Try mistakes for as long as asked: .venv/bin/python tests/fuzz/run.py --minuten 20

A finding is told once, with the number that makes it again (--ab NUMMER --anzahl 1).
"""

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE.parent)]

from fuzz.county import COUNTIES, County  # noqa: E402
from fuzz.mutations import Mistake  # noqa: E402


def main() -> int:
    """Run trials; return 1 with findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--basis", choices=(*COUNTIES, "alle"), default="alle")
    parser.add_argument("--minuten", type=float, default=1)
    parser.add_argument("--anzahl", type=int, default=10**9)
    parser.add_argument("--ab", type=int, default=0)
    parser.add_argument("--dateien", type=int, default=8, help="how many files are made each time")
    asked = parser.parse_args()
    bases = list(COUNTIES) if asked.basis == "alle" else [asked.basis]
    end, seen, count = time.monotonic() + asked.minuten * 60, set(), 0
    with TemporaryDirectory() as folder:
        counties = {name: County(Path(folder) / name, COUNTIES[name]()) for name in bases}
        for seed in range(asked.ab, asked.ab + asked.anzahl):
            for name, county in counties.items():
                if time.monotonic() > end:
                    print(f"{count} Versuche, {len(seen)} Funde, zuletzt --ab {seed}")
                    return 1 if seen else 0
                found = county.trial(seed, makes=asked.dateien)
                count += 1
                if found and found.what not in seen:
                    seen.add(found.what)
                    print(f"\n=== {found.what}: --basis {name} --ab {seed} --anzahl 1")
                    for one in found.mistakes:
                        print(shown(one, county.files.get(one.path)))
                    print(found.trace, flush=True)
    print(f"{count} Versuche, {len(seen)} Funde")
    return 1 if seen else 0


def shown(one: Mistake, before: bytes | None) -> str:
    """Return what a mistake has changed."""
    old = (before or b"").decode("utf-8", "replace").split("\n")
    new = (one.content or b"").decode("utf-8", "replace").split("\n")
    gone = [f"  - {line[:160]!r}" for line in old if line not in new][:6]
    come = [f"  + {line[:160]!r}" for line in new if line not in old][:6]
    return "\n".join((f"{one.path}: {one.what}", *gone, *come))


if __name__ == "__main__":
    sys.exit(main())
