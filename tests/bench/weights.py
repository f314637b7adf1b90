"""The heaviest page of each kind beside its budget: `python tests/bench/weights.py SITE …`.

Prints bytes over the wire, the largest over all the sites that are named; nothing is asserted.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from gates.site import Site
from gates.weight import AT_MOST, OF_TEXT, budget_of, weight_of


def heaviest(folders: list[str]) -> dict[str, tuple[int, str]]:
    """Return the heaviest page of each kind: its bytes, and where it is."""
    found: dict[str, tuple[int, str]] = {}
    for site in (Site(Path(folder)) for folder in folders):
        for page in site.pages:
            kind, _ = budget_of(page.path)
            size = weight_of(site, page, with_pictures=kind not in OF_TEXT)
            found[kind] = max(found.get(kind, (0, "")), (size, page.path))
    return found


def main() -> None:
    """Measure and print."""
    found = heaviest(sys.argv[1:])
    for kind, limit in AT_MOST:
        size, path = found.get(kind, (0, "–"))
        print(f"{kind or 'Text':36} {size:7} von {limit:7}  {path}")


if __name__ == "__main__":
    main()
