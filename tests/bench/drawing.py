"""What the files of each kind cost: `python tests/bench/drawing.py [root]`.

One process makes all drawings, pictures and Word files of a county. Told are CPU milliseconds a
file, what comes before the first of them, and the memory at the end; nothing is asserted.
"""

import gc
import resource
import sys
from collections import Counter
from pathlib import Path
from time import process_time

REPOSITORY = Path(__file__).resolve().parents[2]
KINDS = (".svg", ".png", ".docx")


def main() -> None:
    """Load, plan, and make what is drawn."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY
    sys.path.insert(0, str(REPOSITORY))
    start = process_time()
    from fokusbericht.load import load_report
    from fokusbericht.site import plan_site

    print(f"{'Einlesen des Programms':24} {process_time() - start:6.2f} s")
    gc.disable()
    report, _ = load_report(root)
    outputs = plan_site(report)[0]
    took, many = Counter[str](), Counter[str]()
    for kind in KINDS:
        for output in outputs:
            if output.path.endswith(kind):
                start = process_time()
                output.make()
                took[kind] += process_time() - start
                many[kind] += 1
    for kind, number in many.items():
        each = 1000 * took[kind] / number
        print(f"{kind:24} {took[kind]:6.2f} s, {each:6.1f} ms je Datei ({number} Dateien)")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{'Speicher':24} {memory:6} MB")


if __name__ == "__main__":
    main()
