"""Handouts as files: one that is asked for, or all, made by as many processes as there are."""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fokusbericht.building.recipe import OURS
from fokusbericht.building.write import Refused, why_no_file, write_file
from fokusbericht.cli import protecting
from fokusbericht.cli.telling import tell, tell_fault

if TYPE_CHECKING:
    from fokusbericht.model.base import Key
    from fokusbericht.model.report import Report

FOLDER = "hefte"
NOTHING_WRITTEN = "Nichts wurde geschrieben."
NOT_THIS = "Dieses Heft wurde nicht geschrieben."
MEGABYTE = 1_000_000


def make_handouts(arguments: argparse.Namespace) -> int:
    """Write the handouts that are asked for; none of a report with problems."""
    from fokusbericht.building.render import TemplateFault
    from fokusbericht.checks import check_report
    from fokusbericht.hefte import chosen, every_key
    from fokusbericht.load import load_report
    from fokusbericht.site import as_public

    start = time.perf_counter()
    report, problems = load_report(arguments.root, tag=arguments.tag)
    if problems := sorted({*problems, *check_report(report)}):
        tell(problems, arguments.format, NOTHING_WRITTEN)
        return 1
    public = as_public(report)
    wanted = every_key(public) if arguments.alle else chosen(public, arguments.tat)
    if isinstance(wanted, str):
        tell_fault(wanted, arguments.format)
        return 1
    keys = wanted if isinstance(wanted, tuple) else (wanted,)
    folder = Path(arguments.out or arguments.root / FOLDER)
    paths = {str(key): folder / _file(key) for key in keys}
    reasons = (_why_not(path, arguments.root) for path in paths.values())
    if reason := next(filter(None, reasons), ""):
        tell_fault(f"{reason} {NOTHING_WRITTEN}", arguments.format)
        return 1
    try:
        _make_all(_Printer(report, public, {str(key): key for key in keys}, paths))
    except TemplateFault as fault:
        tell([fault.as_problem()], arguments.format, NOT_THIS)
        return 1
    except Refused as refused:
        tell(sorted(refused.problems), arguments.format, NOT_THIS)
        return 1
    print(_summary([*paths.values()], folder, time.perf_counter() - start))
    return 0


@dataclass(frozen=True, slots=True)
class _Printer:
    # Makes handouts of a report as everybody may know it, and looks at each before it is written.

    report: "Report"
    public: "Report"
    keys: dict[str, "Key"]
    paths: dict[str, Path]

    def make(self, name: str) -> None:
        """Write the handout of a thing; raises Refused where it shows what it must not."""
        from fokusbericht.hefte import make_pdf

        data, path = make_pdf(self.public, self.keys[name]), self.paths[name]
        if leaks := protecting.leaks_in(self.report, f"{FOLDER}/{path.name}", data):
            raise Refused(leaks)
        write_file(path, data)


def _make_all(printer: _Printer) -> None:
    """Make each handout and write it at once; whoever is free takes the next."""
    from fokusbericht.building.processes import count_helpers, share_out

    groups = [[name] for name in printer.keys]
    share_out(groups, min(count_helpers(), len(groups)), printer.make)


def _file(key: "Key") -> str:
    from fokusbericht.hefte import file_name

    return f"{file_name(key)}.pdf"


def _why_not(path: Path, root: Path) -> str:
    """Return why no handout may be put there; nothing if it may."""
    from fokusbericht.hefte import is_heft

    if reason := why_no_file(path, root, OURS):
        return reason
    if path.exists() and not is_heft(path.read_bytes()):
        return f"{path} gibt es schon und ist kein Heft von hier. Bitte wegräumen."
    return ""


def _summary(paths: Sequence[Path], folder: Path, seconds: float) -> str:
    """Return how many there are, how large, and how long it took."""
    from fokusbericht.text.formatting import format_number

    size = format_number(sum(path.stat().st_size for path in paths) / MEGABYTE, 1)
    took = format_number(seconds, 1)
    what = "1 Heft" if len(paths) == 1 else f"{len(paths)} Hefte"
    return f"{what}, {size} MB, {took} s → {paths[0] if len(paths) == 1 else folder}"
