"""Protected figures: make public tables, keep record of a site, say where raw figures are."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fokusbericht.cli.telling import tell
from fokusbericht.model.figures import Fehlgrund
from fokusbericht.text.language import day_in_words

if TYPE_CHECKING:
    from fokusbericht.editing.festhalten import ArchiveUpdate
    from fokusbericht.editing.schuetzen import Plan, PublicTable
    from fokusbericht.editing.states import StatesUpdate
    from fokusbericht.model.report import Report

NOTHING_WRITTEN = "Nichts wurde geschrieben."
MOST_LOST = 12
REMINDER = "Nur diese Tabellen gehören ins Repository. Die Rohtabellen bleiben in ihrem Ordner."


def protect(arguments: argparse.Namespace) -> int:
    """Write the public tables of a protected folder, or tell why nothing is written."""
    from fokusbericht.editing.geheim import Source, open_source
    from fokusbericht.editing.schuetzen import plan_tables, write_tables

    source = open_source(arguments.root, arguments.tat, arguments.geheim)
    if not isinstance(source, Source):
        return _refuse(source)
    plan = plan_tables(arguments.root, source, arguments.tag)
    if plan.report is None:
        tell(plan.problems, arguments.format, NOTHING_WRITTEN)
        return 1
    if plan.hints:
        tell(plan.hints, arguments.format)
    write_tables(arguments.root, plan)
    lines = (*_lines_of(plan.tables), *lost_lines(plan.report), *_waiting(plan), REMINDER)
    print("\n".join(lines))
    return 0


def keep_record(arguments: argparse.Namespace) -> int:
    """Add to the archive what a built site shows of all figures, and of protected ones."""
    from fokusbericht.building.write import write_below
    from fokusbericht.checks import check_report
    from fokusbericht.editing.festhalten import ArchiveUpdate, plan_record
    from fokusbericht.editing.states import StatesUpdate, plan_states
    from fokusbericht.load import archive, load_report, recorded

    tag = arguments.tag or date.today()
    if tag > date.today():
        return _refuse(f"Der {tag} liegt in der Zukunft.")
    report, problems = load_report(arguments.root)
    if problems := sorted({*problems, *check_report(report)}):
        tell(problems, arguments.format, NOTHING_WRITTEN)
        return 1
    site = Path(arguments.tat or arguments.out or arguments.root / "site")
    # What is under embargo here may stand in a site that was built for a later day.
    whole = report.whole or report
    record, states = plan_record(whole, site, tag), plan_states(whole, site, tag)
    if not isinstance(record, ArchiveUpdate):
        return _refuse(record)
    if not isinstance(states, StatesUpdate):
        return _refuse(states)
    told = {
        archive.PATH: (record.text, "" if record.is_empty else _counts(record)),
        recorded.PATH: (states.text, "" if states.is_empty else _state_counts(states)),
    }
    written = {path: one for path, one in told.items() if one[1]}
    if not written:
        print(f"Nichts Neues: Was {site} zeigt, ist schon festgehalten.")
        return 0
    write_below(arguments.root, {path: text for path, (text, _) in written.items()})
    print("\n".join(f"{path}, {tag}: {counts}." for path, (_, counts) in written.items()))
    one = len(written) == 1
    print("Diese Datei gehört ins Repository." if one else "Beide gehören ins Repository.")
    return 0


def _refuse(sentence: str) -> int:
    print(f"{sentence} {NOTHING_WRITTEN}", file=sys.stderr)
    return 1


def _counts(record: "ArchiveUpdate") -> str:
    told = ((record.new, "neu"), (record.changed, "geändert"), (record.gone, "entfallen"))
    first, *others = (f"{count} {word}" for count, word in told if count)
    cells = "Zelle" if first.startswith("1 ") else "Zellen"
    count, _, word = first.partition(" ")
    return ", ".join((f"{count} {cells} {word}", *others))


def _state_counts(states: "StatesUpdate") -> str:
    """Return what became of how many indicators: 3 Zahlen neu, bei 2 neue Jahre."""
    told = {
        "zahl_neu": ("1 Zahl neu", "{} Zahlen neu"),
        "jahre_neu": ("neue Jahre bei 1 Zahl", "neue Jahre bei {} Zahlen"),
        "geaendert": ("geänderte Werte bei 1 Zahl", "geänderte Werte bei {} Zahlen"),
        "jahre_entfallen": ("weniger Jahre bei 1 Zahl", "weniger Jahre bei {} Zahlen"),
        "zahl_entfallen": ("1 Zahl entfallen", "{} Zahlen entfallen"),
    }
    found = ((*told[kind.value], count) for kind, count in states.found)
    return ", ".join(one if count == 1 else many.format(count) for one, many, count in found)


def _lines_of(tables: "Iterable[PublicTable]") -> Iterator[str]:
    from fokusbericht.editing.schuetzen import RAW, SAME

    for one in tables:
        verb = "ist" if one.hidden == 1 else "sind"
        same = " (unverändert)" if one.before == SAME else ""
        yield f"{one.path}: {one.hidden} von {one.cells} Zellen {verb} geheim{same}"
        if one.before == RAW:
            yield "  Hier standen Rohwerte. Sie bleiben in der Geschichte des Repositorys lesbar."


def _waiting(plan: "Plan") -> Iterator[str]:
    """Yield that some raw tables are left alone until the day of their indicators."""
    if plan.waiting:
        told = _counted(len(plan.waiting), "Tabelle bleibt", "Tabellen bleiben")
        day = day_in_words(min(plan.waiting.values()))
        yield f"{told} noch liegen, unter Sperrfrist bis {day}; früher geht es mit --tag."


# --- Before publishing --------------------------------------------------------------------------


def guard_lines(report: "Report", is_sound: bool = True) -> Iterator[str]:
    """Yield where the raw figures of a report are, and what of them is known for good.

    Of a report with problems nothing is reckoned.
    """
    from fokusbericht.statistics.secrecy import hidden_places, is_protected

    hidden = hidden_places(report) if is_sound else {}
    done = sum(one.geschuetzt for one in report.indikatoren.values())
    raw = sum(
        not one.geschuetzt and (is_protected(one) or (bool(hidden.get(name)) and not one.ableitung))
        for name, one in report.indikatoren.items()
    )
    if ways := _ways(done, raw):
        yield f"Geheimhaltung: {ways}."
    if is_sound:
        yield from lost_lines(report)


def embargo_lines(report: "Report") -> Iterator[str]:
    """Yield how much is withheld, and until when; never what, as logs may be public."""
    whole = report.whole
    if whole:
        hidden = [whole.bilder[name].ab for name in whole.bilder.keys() - report.bilder.keys()]
        days = sorted(day for day in (*report.withheld.values(), *hidden) if day)
        told = _counted(len(days), "Eintrag erscheint", "Einträge erscheinen")
        first = "" if days[0] == days[-1] else " der erste"
        yield f"Sperrfrist: {told} noch nicht,{first} ab {day_in_words(days[0])}."


def cell_lines(report: "Report") -> Iterator[str]:
    """Yield of each protected indicator how many cells are hidden, and what its table holds."""
    from fokusbericht.statistics.secrecy import protection_of

    protection = protection_of(report)
    for name in sorted(protection.hidden):
        cells = protection.report.indikatoren[name].werte.values()
        count = sum(cell.fehlt is Fehlgrund.GEHEIM for cell in cells)
        yield f"  {name}: {count} von {len(cells)} Zellen gesperrt ({_held(report, name)})"


def _held(report: "Report", name: str) -> str:
    one = report.indikatoren[name]
    if one.ableitung:
        return "abgeleitet"
    return "geschützte Tabelle" if one.geschuetzt else "Rohwerte"


def _ways(done: int, raw: int) -> str:
    parts = []
    if done:
        parts.append(_counted(done, "Tabelle ist schon geschützt", "Tabellen sind schon geschützt"))
    if raw:
        one, many = ("", "") if done else ("Tabelle ", "Tabellen ")
        told = _counted(
            raw,
            f"{one}enthält die Rohwerte und wird beim Bau geschützt – sie ist",
            f"{many}enthalten die Rohwerte und werden beim Bau geschützt – sie sind",
        )
        parts.append(f"{told} so öffentlich wie das Repository")
    return "; ".join(parts)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def lost_lines(report: "Report") -> Iterator[str]:
    """Yield which secret figures an earlier publication has shown; their values are not told."""
    from fokusbericht.checks.secrecy import area_name
    from fokusbericht.statistics.secrecy import protection_of

    lost = protection_of(report).lost
    for name, (area, year) in lost[:MOST_LOST]:
        yield (
            f"Schon veröffentlicht und nicht zurückzuholen: „{name}“, "
            f"{area_name(report, area)} {year} ist heute geheim."
        )
    if len(lost) > MOST_LOST:
        yield f"… und {len(lost) - MOST_LOST} weitere"
