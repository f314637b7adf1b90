"""Check and build: load, check, plan and write the site."""

import argparse
import gc
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fokusbericht.building.recipe import OURS, Snapshot
from fokusbericht.building.write import (
    Diary,
    Overtaken,
    Refused,
    find_unchanged,
    keep_shelf,
    why_no_site,
    write_site,
)
from fokusbericht.cli import protecting, recalling
from fokusbericht.cli.telling import tell, tell_fault
from fokusbericht.problems import Problem, Severity
from fokusbericht.sources.shelf import Shelf

# Loading, planning and drawing are imported where they are needed: a build that has nothing to
# do is over before they would have been read.
if TYPE_CHECKING:
    from fokusbericht.building.ahead import Ahead
    from fokusbericht.building.due import Records
    from fokusbericht.building.planned import Planned
    from fokusbericht.model.report import Report


def check(arguments: argparse.Namespace) -> int:
    """Tell what is to be put right, and write nothing."""
    prepared = _plan(arguments, Snapshot(arguments.root, arguments.tag), recalling.Earlier())
    hints = prepared.hints if prepared.problems else [*prepared.hints, *_unlinked(prepared)]
    if arguments.veroeffentlichen and not prepared.problems:
        from fokusbericht.editing.festhalten import find_unrecorded

        hints = [*hints, *find_unrecorded(prepared.report, prepared.planned.outputs)]
    tell([*prepared.problems, *hints], arguments.format)
    _say_ways(arguments, prepared.report, is_sound=not prepared.problems)
    if not prepared.problems and arguments.format == "text":
        if arguments.veroeffentlichen:
            from fokusbericht.cli.guarding import cell_lines

            print("".join(f"{line}\n" for line in cell_lines(prepared.report)), end="")
        print(f"Alles in Ordnung: {len(prepared.planned.outputs)} Dateien würden gebaut.")
    return 1 if prepared.problems else 0


def build(arguments: argparse.Namespace) -> int:
    """Build the site, unless nothing has changed or something is in the way."""
    try:
        return _build(arguments)
    finally:
        gc.unfreeze()  # whoever goes on after a build needs nothing of it


def _build(arguments: argparse.Namespace) -> int:
    start = time.perf_counter()
    out = out_of(arguments)
    if reason := why_no_site(out, arguments.root, OURS):
        tell_fault(reason, arguments.format)
        return 1
    wants_more = arguments.frisch or arguments.veroeffentlichen
    marks = {} if wants_more else recalling.marks_of(out)
    taken = Snapshot(arguments.root, arguments.tag, marks)  # before anything is read
    diary = None if wants_more else find_unchanged(out, taken.recipe, taken.inputs)
    if diary is None:
        diary = _make(arguments, out, taken)
    if diary is None:
        return 1
    if diary.hints and arguments.format != "json":
        tell(sorted(diary.hints), arguments.format)
    print(_summary(diary, out, time.perf_counter() - start))
    return 0


def out_of(arguments: argparse.Namespace) -> Path:
    """Return the folder of the site."""
    return Path(arguments.out or arguments.root / "site")


def _make(
    arguments: argparse.Namespace, out: Path, taken: Snapshot, whole: bool = False
) -> Diary | None:
    """Load, check, plan and write; None when something is in the way, which is then told.

    Only what is due is planned, unless the `whole` site shall be.
    """
    from fokusbericht.building.render import TemplateFault

    whole = whole or arguments.frisch or arguments.veroeffentlichen
    earlier = recalling.Earlier() if whole else recalling.recalled(out, taken)
    with ExitStack() as afterwards:
        prepared = _plan(arguments, taken, earlier, afterwards)
        if prepared.problems:
            tell([*prepared.problems, *prepared.hints], arguments.format)
            return None
        try:
            return _write(arguments, out, taken, whole, earlier, prepared)
        except Overtaken:
            pass
        except Refused as refused:
            tell(sorted(refused.problems), arguments.format)
            return None
        except TemplateFault as fault:
            tell([fault.as_problem()], arguments.format)
            return None
    return _make(arguments, out, taken, whole=True)


def _write(
    arguments: argparse.Namespace,
    out: Path,
    taken: Snapshot,
    whole: bool,
    earlier: recalling.Earlier,
    prepared: "_Preparation",
) -> Diary | None:
    """Write what is planned; None when something is missing for that, which is then told."""
    from fokusbericht.building.assets import missing_assets

    if arguments.format != "json":
        tell([*prepared.hints, *(_unlinked(prepared) if whole else ())], arguments.format)
    report, planned = prepared.report, prepared.planned
    _say_ways(arguments, report, is_sound=True)
    if lacking := missing_assets(report):
        print(f"Es fehlt {lacking}. Bitte einmal „build.py einrichten“ ausführen.")
        return None
    look = protecting.inspection(report, out, everything=arguments.veroeffentlichen)
    shelf = recalling.shelf_of(taken, prepared.shelf, prepared.checked, planned.records)
    notes = protecting.notes_of(report, taken.figures) | recalling.note_of(shelf, taken)
    diary = write_site(
        *(planned.outputs, out, taken.recipe, taken.inputs, arguments.frisch),
        *(_progress, look, notes, earlier.kept(planned), taken.program),
        keeps_spare=not (arguments.frisch or arguments.veroeffentlichen),
        ahead=prepared.ahead,
    )
    keep_shelf(out, shelf)
    return diary


@dataclass(frozen=True, slots=True)
class _Preparation:
    """A report that was read, checked and planned, as far as that goes; problems sorted."""

    report: "Report"
    planned: "Planned"
    problems: list[Problem]
    hints: list[Problem]
    shelf: Shelf
    checked: "Records[Problem]"
    ahead: "Ahead | None" = None


def _plan(
    arguments: argparse.Namespace,
    taken: Snapshot,
    earlier: recalling.Earlier,
    afterwards: ExitStack | None = None,
) -> _Preparation:
    """Load, check and plan what is due; a report with problems is not planned.

    With what is done `afterwards`, drawings may be begun meanwhile; they end with it.
    """
    from fokusbericht.building.checked import check_again, check_all
    from fokusbericht.building.due import Records
    from fokusbericht.building.planned import Planned
    from fokusbericht.building.prints import read_figures, watched
    from fokusbericht.building.render import find_faults
    from fokusbericht.load import load_report
    from fokusbericht.site import plan_again

    # A report is many small objects that live to the end: to look for garbage among them, as
    # Python does every few thousand, takes a third of the time.
    gc.disable()
    figures = taken.figures  # before they are read
    shelf = Shelf(arguments.root, earlier.read, taken.digests())
    report, problems = load_report(arguments.root, tag=arguments.tag, shelf=shelf)
    if not (arguments.frisch or arguments.veroeffentlichen):
        report = protecting.recalled(report, figures, out_of(arguments))
    is_first = earlier.planned is None and not problems
    ahead = _drawn_ahead(report, taken) if afterwards and is_first else None
    if afterwards and ahead:
        afterwards.enter_context(closing(ahead))
    report = watched(report)
    told = read_figures(report, shelf.print_of)
    checked: Records[Problem] = Records()
    if problems or arguments.veroeffentlichen:
        problems += check_all(report, arguments.veroeffentlichen, is_sound=not problems)
    else:
        before = earlier.checked or checked
        problems, checked = check_again(report, before, earlier.has_same_figures, told)
    hints = [one for one in problems if one.severity is Severity.WARNING]
    problems = [one for one in problems if one.severity is Severity.ERROR]
    planned = Planned((), (), Records())
    if not problems:
        before_plan = earlier.planned or Records()
        planned, problems = plan_again(report, before_plan, earlier.has_same_figures, told)
        problems += find_faults(report)
    gc.enable()
    gc.freeze()
    problems, hints = sorted(set(problems)), sorted(set(hints))
    return _Preparation(report, planned, problems, hints, shelf, checked, ahead)


def _drawn_ahead(report: "Report", taken: Snapshot) -> "Ahead | None":
    """Begin to draw all indicators, where no figure must first be protected."""
    from fokusbericht.building import ahead
    from fokusbericht.building.output import EarlyGroup
    from fokusbericht.building.write import fingerprint
    from fokusbericht.site import early_outputs

    if protecting.is_protected(report):
        return None
    groups = early_outputs(report)

    def make(group: EarlyGroup) -> Iterator[tuple[str, bytes]]:
        for output in groups[group]():
            yield fingerprint(taken.program, output), output.make()

    return ahead.start(tuple(groups), make)


def _unlinked(prepared: _Preparation) -> Iterator[Problem]:
    """Yield hints to pages that nobody finds, which shows when all of a site is planned."""
    from fokusbericht.building.redirected import find_superseded
    from fokusbericht.building.unlinked import find_unlinked

    outputs = prepared.planned.outputs
    yield from find_unlinked(outputs, prepared.report.kreis.place)
    yield from find_superseded(prepared.report, outputs)


def _say_ways(arguments: argparse.Namespace, report: "Report", is_sound: bool) -> None:
    """Say before a publication where the figures are that must not be public."""
    if arguments.veroeffentlichen and arguments.format == "text":
        from fokusbericht.cli.guarding import embargo_lines, guard_lines

        for line in (*guard_lines(report, is_sound), *embargo_lines(report)):
            print(line)


def _progress(done: int, total: int) -> None:
    """Count up in one line, where somebody watches."""
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\r{done} von {total} Dateien", end=end, file=sys.stderr, flush=True)


def _summary(diary: Diary, out: Path, seconds: float) -> str:
    took = f"{seconds:.1f}".replace(".", ",")
    return (
        f"{len(diary.made)} gemacht, {len(diary.kept)} behalten, "
        f"{len(diary.removed)} entfernt, {took} s → {out}"
    )
