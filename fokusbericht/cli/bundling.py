"""The site as a ZIP that opens from a folder."""

import argparse
from pathlib import Path

from fokusbericht.building.recipe import OURS
from fokusbericht.building.write import read_memory, why_no_file, write_file
from fokusbericht.cli.building import build
from fokusbericht.cli.telling import tell_fault

MEGABYTE = 1_000_000


def pack(arguments: argparse.Namespace) -> int:
    """Build the site, unless nothing has changed, and put all of it into a ZIP."""
    from fokusbericht.exports.bundle import make_bundle, name_of
    from fokusbericht.load import load_report
    from fokusbericht.text.formatting import format_number

    site = Path(arguments.tat or arguments.root / "site")
    report, problems = load_report(arguments.root, tag=arguments.tag)
    out, name = Path(arguments.out or site.parent), f"{name_of(report.kreis)}.zip"
    out = out / name if out.is_dir() else out
    if not problems and (reason := _why_not(out, arguments.root)):
        tell_fault(reason, arguments.format)
        return 1
    if code := build(argparse.Namespace(**{**vars(arguments), "out": site})):
        return code
    memory = read_memory(site.resolve())
    # What others have put into the site is theirs: it was never looked at.
    paths = memory.files if memory else ()
    data = make_bundle(report, paths, lambda path: (site / path).read_bytes())
    write_file(out, data)
    print(f"{format_number(len(data) / MEGABYTE, 1)} MB → {out}")
    return 0


def _why_not(out: Path, root: Path) -> str:
    """Return why no ZIP may be put there; nothing if it may."""
    from fokusbericht.exports.bundle import is_bundle

    if reason := why_no_file(out, root, OURS):
        return reason
    if out.exists() and not is_bundle(out.read_bytes()):
        return f"{out} gibt es schon und ist kein Paket von hier. Bitte anders nennen."
    return ""
