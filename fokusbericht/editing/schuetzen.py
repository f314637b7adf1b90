"""Raw tables outside the repository → public tables in it, with all that is secret hidden.

All tables of the protected folder are looked at together, whichever of them are written. Before
anything is written, the report is read once more with the public tables in place of the raw ones:
it must tell the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from fokusbericht.building.write import write_below
from fokusbericht.checks import check_report, check_sound_report, find_sound_hints
from fokusbericht.checks.embargo import withheld_paths
from fokusbericht.editing.geheim import Source
from fokusbericht.editing.public_table import count_hidden, public_table
from fokusbericht.load import load_report
from fokusbericht.load.figures import PROTECTED
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.rows import read_rows
from fokusbericht.statistics.messung import levels_of
from fokusbericht.statistics.secrecy import Protection, is_protected, kin_of, protection_of
from fokusbericht.statistics.secrecy.kin import Kin
from fokusbericht.text.language import day_in_words

RULE = "schuetzen"


@dataclass(frozen=True, slots=True)
class PublicTable:
    """A table as it may stand in the repository."""

    path: str
    text: str
    hidden: int
    cells: int
    before: str
    """What stands there now: nothing, this very table, another public one, or raw figures."""


NEW, SAME, PUBLIC, RAW = "neu", "gleich", "geschützt", "roh"


@dataclass(frozen=True, slots=True)
class Plan:
    """The tables to be written; with problems, none are."""

    tables: tuple[PublicTable, ...] = ()
    problems: tuple[Problem, ...] = ()
    report: Report | None = None
    hints: tuple[Problem, ...] = ()
    waiting: Mapping[str, date] = field(default_factory=dict)
    """Indicators under embargo, whose raw tables are left alone until their day."""


def plan_tables(root: Path, source: Source, tag: date | None = None) -> Plan:
    """Return the public tables of a protected folder, or why they cannot be made.

    What is under embargo on the day `tag` is left alone: the other tables must not depend on it.
    """
    report, problems = load_report(root, source.folder, tag)
    waiting = {key.name: ab for key, ab in report.withheld.items() if key.name in source.tables}
    if source.wanted <= waiting.keys():
        return Plan(problems=tuple(_too_early(source, waiting)))
    source = source.without(waiting)
    problems += [*check_report(report), *_unfit(report, source)]
    problems = problems or [*check_sound_report(report), *_left_open(report, source)]
    if problems:
        return Plan(problems=tuple(sorted(set(problems))))
    published = protection_of(report).report
    texts = {name: public_table(published.indikatoren[name]) for name in sorted(source.tables)}
    problems = [*_proofread(report, texts, tag), *_left_behind(report, source, texts)]
    if problems:
        return Plan(problems=tuple(sorted(set(problems))))
    wanted = (name for name in texts if name in source.wanted)
    tables = (_table(report, published, name, texts[name]) for name in wanted)
    hints = tuple(sorted(set(find_sound_hints(report))))
    return Plan(tuple(tables), report=report, hints=hints, waiting=waiting)


def write_tables(root: Path, plan: Plan) -> None:
    """Write the public tables that differ from those in the repository."""
    write_below(root, {one.path: one.text for one in plan.tables if one.before != SAME})


def _table(report: Report, published: Report, name: str, text: str) -> PublicTable:
    indikator = published.indikatoren[name]
    path = _path_of(report, name)
    before = _before(report, path, text)
    return PublicTable(path, text, count_hidden(indikator), len(indikator.werte), before)


def _path_of(report: Report, name: str) -> str:
    """Return where the public table of an indicator stands: beside its description."""
    return report.indikatoren[name].place.path.removesuffix(".yml") + ".csv"


def _before(report: Report, path: str, text: str) -> str:
    file = Path(report.root) / path
    if not file.is_file():
        return NEW
    if file.read_bytes() == text.encode():
        return SAME
    return PUBLIC if _is_public(Path(report.root), path) else RAW


def _is_public(folder: Path, path: str) -> bool:
    rows = read_rows(folder, path, [])
    return bool(rows) and PROTECTED in rows[0].cells


# --- What cannot be protected -------------------------------------------------------------------


def _too_early(source: Source, waiting: Mapping[str, date]) -> Iterator[Problem]:
    """Yield that nothing is to be written yet."""
    for name in sorted(source.wanted):
        sentence = (
            f"„{name}“ erscheint erst ab {day_in_words(waiting[name])}. Soll die Tabelle schon "
            f"vorher geschützt werden, bitte mit „--tag {waiting[name]}“."
        )
        yield Problem(Place(source.tables[name]), sentence, RULE)


def _unfit(report: Report, source: Source) -> Iterator[Problem]:
    """Yield tables that do not belong in a protected folder."""
    for path, other in source.twice:
        sentence = f"Zu „{Path(path).stem}“ liegt hier schon die Tabelle {other}."
        yield Problem(Place(path), sentence, RULE)
    members = kin_of(report).members()
    for name, path in sorted(source.tables.items()):
        if sentence := _why_unfit(report, members, name, source):
            yield Problem(Place(path), sentence, RULE)


def _why_unfit(report: Report, members: Iterable[str], name: str, source: Source) -> str:
    indikator = report.indikatoren.get(name)
    if Key(Kind.INDIKATOR, name) in report.examples and indikator is None:
        return "Dieser Indikator ist ein Beispiel, und Beispiele sind in content/kreis.yml aus."
    if indikator is None:
        hint = did_you_mean(name, report.indikatoren)
        return f"Zu dieser Tabelle gibt es in indicators/ keine Beschreibung „{name}.yml“.{hint}"
    if indikator.ableitung:
        return "Dieser Indikator wird berechnet („ableitung“) und hat keine eigene Tabelle."
    if _is_public(source.folder, source.tables[name]):
        return "Diese Tabelle ist schon geschützt. Hier werden die Rohwerte erwartet."
    if name not in members:
        return _why_open(indikator)
    return ""


def _why_open(indikator: Indikator) -> str:
    """Return what to do with a raw table that nobody has asked to protect."""
    path = indikator.place.path
    folder = path.rpartition("/")[0]
    if indikator.geheimhaltung:
        return (
            f"In {path} steht, dass hier nichts geheim ist („keine“). Bitte die Tabelle nach "
            f"{folder}/ legen und aus diesem Ordner nehmen."
        )
    return (
        f"„{indikator.key.name}“ ist nicht geschützt. Bitte in {path} „geheimhaltung“ angeben; ist "
        f"nichts geheim, die Tabelle nach {folder}/ legen und aus diesem Ordner nehmen."
    )


def _left_open(report: Report, source: Source) -> Iterator[Problem]:
    """Yield raw tables in the repository that tell what those in the folder hide."""
    kin, hidden = kin_of(report), protection_of(report).hidden
    near = related(report, kin, source.tables)
    for name in sorted(near - source.tables.keys()):
        indikator = report.indikatoren[name]
        if not indikator.geschuetzt and (is_protected(indikator) or hidden.get(name)):
            others = sorted(related(report, kin, [name]) & source.tables.keys())
            sentence = (
                f"Diese Tabelle liegt offen im Repository und hängt mit {_quoted(others)} "
                "zusammen: Aus ihr ließe sich ausrechnen, was dort geheim ist. Bitte auch sie in "
                "den geschützten Ordner legen."
            )
            yield Problem(Place(_path_of(report, name)), sentence, RULE)


def _left_behind(report: Report, source: Source, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield tables that are not to be written, though what is hidden in them would change."""
    near = related(report, kin_of(report), source.wanted)
    for name in sorted(near & texts.keys() - source.wanted):
        path = _path_of(report, name)
        if _before(report, path, texts[name]) != SAME:
            sentence = (
                f"„{name}“ hängt mit {_quoted(sorted(source.wanted))} zusammen, und auch diese "
                "Tabelle würde sich ändern. Nur beide zusammen sind geschützt: Bitte QUELLE "
                "weglassen."
            )
            yield Problem(Place(path), sentence, RULE)


def related(report: Report, kin: Kin, names: Iterable[str]) -> frozenset[str]:
    """Return these indicators and all that hang together with them.

    A base that is no secret ties nothing together.
    """
    groups = kin.groups
    bundles = [frozenset(members) for members in groups.values()]
    for one in kin.sums:
        heads = one.names()
        bundles.append(frozenset(name for head in heads for name in groups[head]))
    for name, over in kin.over.items():
        bases = {one for head in over for one in groups[head]}
        if any(is_protected(report.indikatoren[one]) for one in bases):
            bundles.append(frozenset({name, *bases}))
    found = frozenset(names)
    while near := [one for one in bundles if found & one and not one <= found]:
        found = found.union(*near)
    return found


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"„{name}“" for name in names)


# --- Read once more -----------------------------------------------------------------------------


def _proofread(raw: Report, texts: Mapping[str, str], tag: date | None) -> Iterator[Problem]:
    """Yield what is wrong with a report of the public tables."""
    with TemporaryDirectory() as folder:
        write_below(Path(folder), {f"{name}.csv": text for name, text in texts.items()})
        public, problems = load_report(Path(raw.root), Path(folder), tag)
    # Raw tables under embargo are not here.
    later = withheld_paths(public)
    problems = [one for one in (*problems, *check_report(public)) if one.place.path not in later]
    if problems:
        yield from problems
        return
    different = _differences(raw, public, texts)
    unseen = sorted(name for name in different if _is_unseen(raw, public, name))
    for name in unseen:
        sentence = (
            f"Diese Zahl hängt mit geschützten zusammen{_sum_of(raw, name)}; zu sehen ist das "
            "aber nur an den Rohwerten. Bitte angeben („bestandteile“, „gleiche_faelle“)."
        )
        yield Problem(Place(_path_of(raw, name)), sentence, RULE)
    if not unseen:
        yield from _unproven(raw, protection_of(public), different)
        yield from check_sound_report(public)


def _differences(raw: Report, public: Report, texts: Mapping[str, str]) -> list[str]:
    """Return the indicators of which the two reports would publish different things."""
    levels, again = levels_of(raw), levels_of(public)
    cells, read = protection_of(raw).report.indikatoren, public.indikatoren
    found = {name for name in levels if levels[name] != again.get(name)}
    return sorted(found | {name for name in texts if cells[name].werte != read[name].werte})


def _is_unseen(raw: Report, public: Report, name: str) -> bool:
    """Say whether only raw figures tell that an indicator hangs together with protected ones."""
    return name in kin_of(raw).members() and name not in kin_of(public).members()


def _sum_of(raw: Report, name: str) -> str:
    """Return the sum that an indicator is in, for whoever is to declare it."""
    kin = kin_of(raw)
    sums = (one for one in kin.sums if one.whole and kin.group_of(name) in one.names())
    found = next(sums, None)
    return f" („{found.whole}“ ist die Summe von {_quoted(found.parts)})" if found else ""


def _unproven(raw: Report, protection: Protection, different: list[str]) -> Iterator[Problem]:
    """Yield that the public tables tell anything else than the raw ones, or too much.

    That is our own fault, and no reason to write them.
    """
    for name in sorted({*different, *(group for group, _ in protection.leaks)}):
        sentence = (
            "Die geschützte Tabelle ließ sich nicht bestätigen: Sie sagt etwas anderes als die "
            "Rohtabelle, oder zu viel. Das ist ein Fehler im Programm. Bitte melden."
        )
        yield Problem(Place(_path_of(raw, name)), sentence, RULE)
