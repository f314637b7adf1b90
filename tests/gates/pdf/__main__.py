"""Tell what is wrong with the PDFs that are named: `cd tests && python -m gates.pdf FILE`."""

import sys
from pathlib import Path

from gates.pdf import CONDITIONS, LAYOUT, findings

for name in sys.argv[1:]:
    for one in findings(Path(name).read_bytes(), (*CONDITIONS, *LAYOUT)):
        print(f"{name}: {one}")
