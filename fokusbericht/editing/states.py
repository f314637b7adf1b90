"""What a built site shows of all figures → the record, so that changes can be told.

Only files are read that are public already; of protected figures no value is kept.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fokusbericht.exports.changes.compare import changes
from fokusbericht.exports.changes.states import (
    COLUMNS,
    State,
    guarded,
    state_of,
    table_path,
    told_of,
)
from fokusbericht.load.recorded import HEAD, PATH, YearKey, state_after
from fokusbericht.model.changes import ChangeKind
from fokusbericht.model.figures import Jahresstand
from fokusbericht.model.report import Report
from fokusbericht.sources.texts import read_text


@dataclass(frozen=True, slots=True)
class StatesUpdate:
    """The record as it would be, and how many indicators did what."""

    text: str
    found: tuple[tuple[ChangeKind, int], ...] = ()
    is_empty: bool = False


def plan_states(report: Report, site: Path, tag: date) -> StatesUpdate | str:
    """Return the record with what a site shows since a day, or why nothing can be added."""
    latest = max(report.staende, default="")
    if tag.isoformat() < latest:
        return (
            f"Der {tag} liegt vor dem letzten Eintrag in {PATH} ({latest}). "
            "Frühere Veröffentlichungen lassen sich nicht mehr dazwischenschieben."
        )
    paths = {name: site / table_path(name) for name in told_of(report)}
    tables = {name: path.read_bytes() for name, path in paths.items() if path.is_file()}
    if not tables:
        missing = min(map(table_path, paths), default="daten/index.html")
        return f"{site} ist keine gebaute Website: Dort fehlt {missing}."
    careful = guarded(report)
    try:
        now = state_of(tables, careful)
    except ValueError as error:
        path = paths[str(error)]
        return f"{path} hat nicht die Spalten {', '.join(COLUMNS)} mit Jahren und Werten."
    return _record(report, now, careful, tag)


def _record(report: Report, now: State, careful: frozenset[str], tag: date) -> StatesUpdate:
    before: dict[YearKey, Jahresstand] = {}
    for day in sorted(report.staende):
        before = state_after(before, report.staende[day])
    rows = {key: one for key, one in now.items() if _is_other(before.get(key), one)}
    rows |= {key: Jahresstand(*key, 0, "") for key in before.keys() - now.keys()}
    added = "".join(f"{_row(tag, rows[key])}\n" for key in sorted(rows))
    count = Counter(one.kind for one in changes(before, now, careful))
    found = tuple((kind, count[kind]) for kind in ChangeKind if count[kind])
    return StatesUpdate(_text(Path(report.root)) + added, found, is_empty=not rows)


def _is_other(before: Jahresstand | None, now: Jahresstand) -> bool:
    return before is None or before.pruefsumme != now.pruefsumme


def _row(tag: date, one: Jahresstand) -> str:
    return f"{tag};{one.indikator};{one.jahr};{one.anzahl};{one.pruefsumme};{one.werte}"


def _text(root: Path) -> str:
    """Return the record as it is; its head where there is none yet."""
    text = read_text(root, PATH, []) if (root / PATH).is_file() else ";".join(HEAD)
    return f"{(text or '').rstrip()}\n"
