"""Results of an election by Wahlbezirk: what counts to a Kommune, and what only to its Amt.

    Kennziffer  Ämterschlüssel  Wahlbezirk            Wahlberechtigte  Wählende
    99001001    90              Nordort 001                      1000       600
    99901001    90              Amt Nord Briefwahl                  0       350

Where an Amt counts the letters of its Kommunen together, nobody knows how many voted in each of
them: their lines are summed for the Amt alone, and their own value is unknown. All lines make up
the Kreis; and the Land and the Bund, if the file has all that belongs to them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fokusbericht.importers.collect import conditions
from fokusbericht.importers.guide import Gebietsebene, Guide
from fokusbericht.importers.keys import GERMANY, Keys, joined
from fokusbericht.importers.sheets import text_of
from fokusbericht.importers.table import SourceLine, SourceTable
from fokusbericht.problems import Problem

ART = "wahlen"
AREA = "Gebiet"
GUIDE = Guide(art=ART, summieren=True, ebenen=tuple(Gebietsebene))
LAENDER = 16


@dataclass(frozen=True, slots=True)
class Ballot:
    """A line, the area it is headed by, and who counts its letters."""

    line: SourceLine
    key: str
    verband: str
    column: int
    """The first column of the key."""


def counted(
    table: SourceTable, guide: Guide, keys: Keys, problems: list[Problem]
) -> tuple[SourceTable, Guide] | None:
    """Return a table with a line for each area that a line counts to; None after a problem."""
    told = len(problems)
    ballots, left_out = _ballots(table, guide, keys, problems)
    if len(problems) > told:
        return None
    homes, doubts = _homes(ballots, keys) if guide.verband else ({}, {})
    problems.extend(_doubled(table, ballots))
    problems.extend(_unclear(table, ballots, doubts))
    if len(problems) > told:
        return None
    is_cut = any(_is_local(one, keys) for one in left_out)
    wholes = () if is_cut else _wholes({one.key for one in ballots}, keys)
    lines = tuple(
        replace(
            one.line,
            cells=(area, *one.line.cells),
            columns=(one.line.columns[one.column], *one.line.columns),
        )
        for one in ballots
        for area in _areas(one, homes, wholes, keys)
    )
    notes = (*table.notes, *_notes(homes, is_cut, keys))
    return (
        replace(table, heads=(AREA, *table.heads), lines=lines, notes=notes),
        _fitting(guide, homes, keys),
    )


def _fitting(guide: Guide, homes: Mapping[str, str], keys: Keys) -> Guide:
    """Return the guide for such a table; what nobody can know of a Kommune stays unknown."""
    inside = {key for home in homes.values() for key in keys.aemter.get(home, ())}
    return replace(
        guide,
        schluessel=(AREA,),
        spelling=GUIDE.spelling,
        filter={},
        ausser={},
        unbekannt=(*guide.unbekannt, *sorted(inside)),
    )


def _ballots(
    table: SourceTable, guide: Guide, keys: Keys, problems: list[Problem]
) -> tuple[list[Ballot], list[Ballot]]:
    """Return the lines that a guide wants, and those that it leaves out."""
    told = len(problems)
    heads = [table.find(name, problems) for name in guide.schluessel]
    verband = [table.find(name, problems) for name in guide.verband]
    wanted, left_out = conditions(table, guide, problems)
    if len(problems) > told:
        return [], []
    places = [column for column in heads if column is not None]
    columns = [column for column in verband if column is not None]
    lines = [line for line in table.lines if wanted(line)]
    ballots = [_ballot(line, places, columns, guide, keys) for line in lines]
    kept = [one for one in ballots if not left_out(one.line)]
    return kept, [one for one in ballots if left_out(one.line)]


def _ballot(
    line: SourceLine, places: Sequence[int], columns: Sequence[int], guide: Guide, keys: Keys
) -> Ballot:
    raw = joined([line.cells[i] for i in places])
    key = keys.find(raw, guide.spelling) or raw
    return Ballot(line, key, " ".join(text_of(line.cells[i]) for i in columns), places[0])


def _doubled(table: SourceTable, ballots: Sequence[Ballot]) -> Iterator[Problem]:
    """Yield the first line that stands twice: summed, it would count twice."""
    first: dict[tuple[object, ...], Ballot] = {}
    twice: list[tuple[Ballot, Ballot]] = []
    for one in ballots:
        before = first.setdefault(one.line.cells, one)
        if before is not one:
            twice.append((one, before))
    for one, before in twice[:1]:
        more = f" Ebenso {len(twice) - 1}-mal an anderer Stelle." if len(twice) > 1 else ""
        sentence = (
            f"Diese Zeile steht schon in Zeile {before.line.number} und zählte doppelt. Bitte eine "
            f"von beiden löschen.{more}"
        )
        yield Problem(table.place(one.line, one.column), sentence, ART)


def _homes(ballots: Sequence[Ballot], keys: Keys) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return where the letters of each Verband count, and what is unclear of others."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    letters: set[str] = set()
    for one in ballots:
        if not _is_local(one, keys):
            continue
        own = set(keys.goals(one.key))
        members[one.verband] |= own
        if not own:
            letters.add(one.verband)
    homes: dict[str, str] = {}
    doubts: dict[str, str] = {}
    for verband in sorted(letters):
        kommunen = members[verband]
        aemter = [key for key, own in keys.aemter.items() if own == kommunen]
        if len(kommunen) == 1 or aemter:
            homes[verband] = (aemter or [*kommunen])[0]
        else:
            doubts[verband] = _doubt(verband, sorted(kommunen), keys)
    return homes, doubts


def _doubt(verband: str, kommunen: Sequence[str], keys: Keys) -> str:
    if not kommunen:
        return (
            f"Briefwahl „{verband}“: Keine Kommune dieser Datei gehört dazu. Stimmt die Spalte "
            "unter „verband“?"
        )
    told = ", ".join(map(keys.name, kommunen[:8])) + " …" * (len(kommunen) > 8)
    return (
        f"Briefwahl „{verband}“: Sie zählt für {told}, doch kein Amt in geo/raeume.yml hat genau "
        "diese Kommunen. Bitte dort unter „aemter“ ergänzen oder die Zeilen mit „ausser“ auslassen."
    )


def _unclear(
    table: SourceTable, ballots: Sequence[Ballot], doubts: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield each doubt at the first line of letters that it is about."""
    for verband, sentence in doubts.items():
        first = next(one for one in ballots if one.verband == verband)
        yield Problem(table.place(first.line, first.column), sentence, ART)


def _areas(
    one: Ballot, homes: Mapping[str, str], wholes: Sequence[str], keys: Keys
) -> Iterator[str]:
    """Yield all areas that a line counts to."""
    home = homes.get(one.verband, one.key) if _is_local(one, keys) else one.key
    yield home
    if home != one.key and keys.is_ours(one.key):
        yield one.key
    yield from (area for area in wholes if _is_in(one.key, area))


def _is_local(one: Ballot, keys: Keys) -> bool:
    return len(one.key) == 8 and one.key.startswith(keys.kreis)


def _wholes(there: set[str], keys: Keys) -> tuple[str, ...]:
    """Return the Kreis, Land and Bund of which all lines are there."""
    land = keys.kreis[:2]
    kommunen = {key for key in keys.names if len(key) == 8}
    kreise = {key for key in keys.names if len(key) == 5 and key.startswith(land)}
    is_whole = {
        keys.kreis: kommunen <= {goal for key in there for goal in keys.goals(key)},
        land: len(kreise) > 1 and kreise <= {key[:5] for key in there},
        GERMANY: len({key[:2] for key in there if len(key) == 8}) == LAENDER,
    }
    return tuple(area for area, whole in is_whole.items() if whole and keys.is_ours(area))


def _is_in(key: str, area: str) -> bool:
    return len(key) == 8 and (area == GERMANY or key.startswith(area))


def _notes(homes: Mapping[str, str], is_cut: bool, keys: Keys) -> Iterator[str]:
    if is_cut:
        yield "Die Summe des Kreises fehlt, denn „ausser“ lässt Zeilen des Kreises aus."
    aemter = sorted(set(homes.values()) & set(keys.aemter))
    if aemter:
        told = ", ".join(map(keys.name, aemter))
        yield (
            f"Die Briefwahl zählt das Amt für alle seine Kommunen gemeinsam: {told}. Der Wert "
            "dieser Kommunen ist unbekannt."
        )
