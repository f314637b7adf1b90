"""What is published must be what was audited: the built files read back as an attacker would.

Each reader takes bytes and yields sightings: which figure of which place and year a file shows, and
how exactly. Nothing here asks the code that made the pages; names, heads, captions and links are
all that is known.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from fokusbericht.audit.judge import Audited, judged
from fokusbericht.audit.lexicon import lexicon_of
from fokusbericht.audit.readers import read_file, reader_of
from fokusbericht.audit.sightings import Sighting, Sure, seen_intervals
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem
from fokusbericht.statistics.aggregate import Levels

__all__ = [
    "Sighting",
    "Sure",
    "audit_files",
    "judge",
    "protected_in",
    "read_files",
    "seen_intervals",
    "sightings",
]


def protected_in(report: Report, more: Collection[str] = ()) -> frozenset[str]:
    """Return the indicators that ask for secrecy, and more that hang together with them."""
    asking = (
        name
        for name, one in report.indikatoren.items()
        if one.geheimhaltung and not one.geheimhaltung.keine
    )
    return frozenset((*asking, *more))


def sightings(
    report: Report, path: str, data: bytes, protected: Collection[str] = ()
) -> Iterator[Sighting]:
    """Yield what a file tells of protected figures."""
    names = protected_in(report, protected)
    if names:
        yield from read_file(lexicon_of(report, names), path, data)


def read_files(
    report: Report, folder: Path, paths: Iterable[str], protected: Collection[str] = ()
) -> Iterator[Sighting]:
    """Yield what files of a folder tell of protected figures."""
    for path in sorted(paths):
        if reader_of(path):
            yield from sightings(report, path, (folder / path).read_bytes(), protected)


def judge(
    report: Report, levels: Mapping[str, Levels], seen: Iterable[Sighting]
) -> Iterator[Problem]:
    """Yield where files show more of the protected figures than `levels` do."""
    yield from judged(Audited(report, levels), seen)


def audit_files(
    report: Report,
    levels: Mapping[str, Levels],
    folder: Path,
    paths: Iterable[str],
    protected: Collection[str] = (),
) -> Iterator[Problem]:
    """Read files of a folder and judge them."""
    yield from judge(report, levels, read_files(report, folder, paths, protected))
