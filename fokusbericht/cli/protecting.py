"""Secrecy around a build: what earlier builds found out, and the look at what was made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from fokusbericht.building.write import Inspect, read_memory
from fokusbericht.problems import Problem, Severity

if TYPE_CHECKING:
    from fokusbericht.model.report import Report

NOTE = "geheimhaltung"


def recalled(report: "Report", figures: str, out: Path) -> "Report":
    """Return the report with what the last build found out, if the figures are still the same.

    `figures` is their fingerprint, taken before they were read: what changes later is seen.
    """
    from fokusbericht.statistics.secrecy.notes import from_note

    note = _note(out) if is_protected(report) else {}
    if note.get("figures") != figures:
        return report
    return replace(report, verborgen=from_note(note.get("found")))


def notes_of(report: "Report", figures: str) -> dict[str, object]:
    """Return what the next build need not find out again."""
    from fokusbericht.statistics.secrecy import protection_of
    from fokusbericht.statistics.secrecy.notes import as_note

    if not is_protected(report):
        return {}
    found = as_note(protection_of(report).found)
    note = {"figures": figures, "found": found, "seen": _published(report)}
    return {NOTE: note}


def inspection(report: "Report", out: Path, everything: bool) -> Inspect:
    """Return the look at a new site: at what was made, or at all of it when figures changed.

    Where no figure is protected, there is nothing to look for.
    """
    if not is_protected(report):
        return lambda folder, made: ()
    is_new = _note(out).get("seen") != _published(report)
    return partial(_inspect, report, everything or is_new)


def _inspect(
    report: "Report", everything: bool, folder: Path, made: Sequence[str]
) -> list[Problem]:
    """Read back what was made; where all is read, attack with what was seen."""
    from fokusbericht.audit import judge, read_files, seen_intervals
    from fokusbericht.checks.secrecy import leak_of
    from fokusbericht.statistics.messung import levels_of
    from fokusbericht.statistics.secrecy import protection_of
    from fokusbericht.statistics.secrecy.seen import leaks_seen

    protection = protection_of(report)
    names = protection.hidden.keys()
    paths = tuple(_files(folder)) if everything else made
    paths = tuple(_moving(report, paths))
    found = tuple(read_files(protection.report, folder, paths, names))
    problems = list(judge(protection.report, levels_of(report), found))
    if everything:
        leaks = leaks_seen(report, seen_intervals(found))
        problems += [leak_of(report, group, place) for group, place in leaks]
    return problems


def leaks_in(report: "Report", path: str, data: bytes) -> list[Problem]:
    """Return where a single file, that is no part of a site, shows what it must not."""
    from fokusbericht.audit import judge, sightings
    from fokusbericht.statistics.messung import levels_of
    from fokusbericht.statistics.secrecy import protection_of

    if not is_protected(report):
        return []
    protection = protection_of(report)
    found = sightings(protection.report, path, data, protection.hidden.keys())
    problems = judge(protection.report, levels_of(report), found)
    return [one for one in problems if one.severity is Severity.ERROR]


def _moving(report: "Report", paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that are no part of a frozen edition: that was published long ago.

    What it shows is in the archive of what was published, which the attack knows.
    """
    frozen = tuple(f"fokus/{name}/" for name in report.eingefroren)
    yield from (path for path in paths if not path.startswith(frozen))


def _files(folder: Path) -> Iterator[str]:
    """Yield what is in a site; links that others have put there lead out of it."""
    files = (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    return (one.relative_to(folder).as_posix() for one in files)


def is_protected(report: "Report") -> bool:
    from fokusbericht.statistics.secrecy import is_protected

    return any(is_protected(one) for one in report.indikatoren.values())


def _published(report: "Report") -> str:
    """Return a name for all that is published of protected figures."""
    from fokusbericht.statistics.messung import levels_of
    from fokusbericht.statistics.secrecy import hidden_places

    levels = levels_of(report)
    told = [(name, repr(levels[name])) for name in sorted(hidden_places(report))]
    return blake2b(repr(told).encode(), digest_size=12).hexdigest()


def _note(out: Path) -> Mapping[str, object]:
    memory = read_memory(out.resolve())
    note = memory.notes.get(NOTE) if memory and memory.complete else None
    return note if isinstance(note, Mapping) else {}
