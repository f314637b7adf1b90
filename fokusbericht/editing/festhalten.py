"""What a built site shows of protected figures → the archive, because it stays known.

Only files are read that are public already; so the archive holds no secret.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from fokusbericht.building.output import Output
from fokusbericht.load.archive import GONE, HEAD, PATH, CellKey, is_value
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem, Severity
from fokusbericht.sources.texts import read_text
from fokusbericht.statistics.secrecy import kin_of
from fokusbericht.urls import url_of

RULE = "veroeffentlichen"
COLUMNS = ("raum_schluessel", "jahr", "wert")


@dataclass(frozen=True, slots=True)
class ArchiveUpdate:
    """The archive as it would be, and how many of its cells that changes."""

    text: str
    new: int = 0
    changed: int = 0
    gone: int = 0

    @property
    def is_empty(self) -> bool:
        """Say whether nothing changes."""
        return not (self.new or self.changed or self.gone)


def plan_record(report: Report, site: Path, tag: date) -> ArchiveUpdate | str:
    """Return the archive with what a site shows since a day, or why nothing can be added."""
    latest = report.frueher[-1].tag if report.frueher else date.min
    paths = published_files(report)
    if not paths:
        return ArchiveUpdate("")
    if tag < latest:
        return (
            f"Der {tag} liegt vor dem letzten Eintrag in {PATH} ({latest}). "
            "Frühere Veröffentlichungen lassen sich nicht mehr dazwischenschieben."
        )
    there = {name: site / path for name, path in paths.items() if (site / path).is_file()}
    if not there:
        return f"{site} ist keine gebaute Website: Dort fehlt {min(paths.values())}."
    now: dict[CellKey, str] = {}
    for name, path in there.items():
        cells = printed(name, path.read_bytes())
        if cells is None:
            return f"{path} hat nicht die Spalten {', '.join(COLUMNS)} mit Jahren und Werten."
        now |= cells
    return _record(report, now, tag)


def find_unrecorded(report: Report, outputs: Iterable[Output]) -> Iterator[Problem]:
    """Yield the hint that the archive does not hold what is about to be published."""
    names = {path: name for name, path in published_files(report).items()}
    now: dict[CellKey, str] = {}
    for one in outputs:
        if one.path in names:
            now |= printed(names[one.path], one.make()) or {}
    count = len(_differences(report, now))
    if count:
        cells = "Eine Zelle" if count == 1 else f"{count} Zellen"
        sentence = (
            f"Diese Zahlen sind noch nicht festgehalten: {cells} geschützter Indikatoren. Bitte "
            "nach der Veröffentlichung „build.py festhalten“ ausführen, damit spätere Fassungen "
            "nicht verraten, was diese verbirgt."
        )
        yield Problem(Place(PATH), sentence, RULE, Severity.WARNING)


def published_files(report: Report) -> Mapping[str, str]:
    """Return where a site tells all cells of each indicator that is published with care."""
    return {
        name: f"{url_of(report, Key(Kind.INDIKATOR, name))[1:]}daten.csv"
        for name in sorted(kin_of(report).members())
    }


def printed(name: str, data: bytes) -> dict[CellKey, str] | None:
    """Return what a table of a site says, as it says it; None where it is no such table."""
    found: dict[CellKey, str] = {}
    try:
        text = data.decode("utf-8-sig")
        for row in csv.DictReader(StringIO(text, newline=""), delimiter=";"):
            area, year, value = (row[column] for column in COLUMNS)
            if not is_value(value):
                return None
            found[name, area, int(year)] = value
    except (KeyError, TypeError, ValueError, csv.Error):
        return None
    return {cell: value for cell, value in found.items() if value != GONE} if found else None


def _differences(report: Report, now: Mapping[CellKey, str]) -> dict[CellKey, str]:
    """Return the cells that are new or other than in the archive, and those that are gone."""
    before = _before(report)
    members = kin_of(report).members()
    told = {cell: text for cell, text in now.items() if before.get(cell) != text}
    gone = {cell: GONE for cell in before if cell[0] in members and cell not in now}
    return told | gone


def _before(report: Report) -> Mapping[CellKey, str]:
    return report.frueher[-1].werte if report.frueher else {}


def _record(report: Report, now: Mapping[CellKey, str], tag: date) -> ArchiveUpdate:
    before, changes = _before(report), _differences(report, now)
    gone = sum(text == GONE for text in changes.values())
    new = sum(cell not in before for cell in changes)
    rows = (f"{tag};{';'.join(map(str, cell))};{text}\n" for cell, text in sorted(changes.items()))
    return ArchiveUpdate(
        _text(Path(report.root)) + "".join(rows), new, len(changes) - new - gone, gone
    )


def _text(root: Path) -> str:
    """Return the archive as it is; its head where there is none yet."""
    text = read_text(root, PATH, []) if (root / PATH).is_file() else ";".join(HEAD)
    return f"{(text or '').rstrip()}\n"
