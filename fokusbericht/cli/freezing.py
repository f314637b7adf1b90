"""An edition is frozen: what it says and shows stays as it is today."""

import argparse
import sys
from datetime import date

from fokusbericht.cli.telling import tell

NOTHING_WRITTEN = "Nichts wurde geschrieben."
MEGABYTE = 1_000_000
UNRECORDED = (
    "Was eine eingefrorene Ausgabe zeigt, bleibt bekannt. Bitte die Seite zuerst bauen und "
    "„build.py festhalten“ ausführen: Nicht alle geschützten Zahlen sind festgehalten."
)


def freeze(arguments: argparse.Namespace) -> int:
    """Write the files of a frozen edition, or tell why nothing is written."""
    from fokusbericht.building.write import write_files_below
    from fokusbericht.checks import check_report
    from fokusbericht.editing.einfrieren import plan_freezing
    from fokusbericht.editing.festhalten import find_unrecorded
    from fokusbericht.load import load_report
    from fokusbericht.site import plan_site
    from fokusbericht.statistics.secrecy import as_published
    from fokusbericht.text.formatting import format_number

    tag = arguments.tag or date.today()
    report, problems = load_report(arguments.root)
    if problems := sorted({*problems, *check_report(report)}):
        tell(problems, arguments.format, NOTHING_WRITTEN)
        return 1
    outputs, problems = plan_site(report)
    if problems:
        tell(problems, arguments.format, NOTHING_WRITTEN)
        return 1
    # What is frozen stays public, so it has to be known to whoever protects later figures.
    if any(find_unrecorded(report, outputs)):
        print(f"{UNRECORDED} {NOTHING_WRITTEN}", file=sys.stderr)
        return 1
    files = plan_freezing(as_published(report), arguments.tat, outputs, tag)
    if isinstance(files, str):
        print(f"{files} {NOTHING_WRITTEN}", file=sys.stderr)
        return 1
    write_files_below(arguments.root, files)
    size = format_number(sum(map(len, files.values())) / MEGABYTE, 1)
    print(f"Ausgabe {arguments.tat}: {len(files)} Dateien, {size} MB.")
    print("\n".join(sorted(files)))
    print("Alle gehören ins Repository. Was sie sagen, ändert von nun an niemand mehr.")
    return 0
