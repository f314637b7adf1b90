"""What is other in one state of all figures than in the one before."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from fokusbericht.exports.changes.states import MARKS, State
from fokusbericht.load.recorded import cells_of
from fokusbericht.model.changes import ChangeKind
from fokusbericht.model.figures import Jahresstand

KOMMUNE = 8  # digits of its key


@dataclass(frozen=True, slots=True)
class LargestChange:
    """The cell that changed most: of a Kommune if any did, else of another area."""

    area: str
    year: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class IndikatorChange:
    """What happened to an indicator; how many values that are, where it may be told."""

    kind: ChangeKind
    indikator: str
    years: tuple[int, ...]
    values: int | None = None
    added: int = 0  # in years that were there before
    removed: int = 0
    largest: LargestChange | None = None


def changes(before: State, after: State, careful: Collection[str]) -> Iterator[IndikatorChange]:
    """Yield what changed, by indicator; of the `careful` it is not told which values."""
    old, new = _by_indikator(before), _by_indikator(after)
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            yield _of_years(ChangeKind.ZAHL_NEU, new[name].values())
        elif name not in new:
            yield _of_years(ChangeKind.ZAHL_ENTFALLEN, old[name].values())
        else:
            yield from _within(old[name], new[name], name in careful)


def _by_indikator(state: State) -> dict[str, dict[int, Jahresstand]]:
    found: dict[str, dict[int, Jahresstand]] = {}
    for (name, year), one in sorted(state.items()):
        found.setdefault(name, {})[year] = one
    return found


def _of_years(kind: ChangeKind, rows: Iterable[Jahresstand]) -> IndikatorChange:
    found = list(rows)
    years = tuple(one.jahr for one in found)
    return IndikatorChange(kind, found[0].indikator, years, sum(one.anzahl for one in found))


def _within(
    old: dict[int, Jahresstand], new: dict[int, Jahresstand], is_careful: bool
) -> Iterator[IndikatorChange]:
    """Yield what changed of an indicator that was there before and still is."""
    if added := [new[year] for year in new if year not in old]:
        yield _of_years(ChangeKind.JAHRE_NEU, added)
    pairs = [(old[year], new[year]) for year in new if year in old]
    if other := [pair for pair in pairs if pair[0].pruefsumme != pair[1].pruefsumme]:
        yield _changed(other, is_careful)
    if gone := [old[year] for year in old if year not in new]:
        yield _of_years(ChangeKind.JAHRE_ENTFALLEN, gone)


def _changed(pairs: list[tuple[Jahresstand, Jahresstand]], is_careful: bool) -> IndikatorChange:
    """Return which cells of some years are other; only the years where that may not be told."""
    name, years = pairs[0][1].indikator, tuple(new.jahr for _, new in pairs)
    if is_careful or not all(one.werte for pair in pairs for one in pair):
        return IndikatorChange(ChangeKind.GEAENDERT, name, years)
    added = removed = 0
    both: list[tuple[str, int, str, str]] = []
    for old, new in pairs:
        was, now = cells_of(old.werte), cells_of(new.werte)
        added += len(now.keys() - was.keys())
        removed += len(was.keys() - now.keys())
        both += [
            (area, new.jahr, was[area], text)
            for area, text in now.items()
            if was.get(area, text) != text
        ]
    return IndikatorChange(
        ChangeKind.GEAENDERT, name, years, len(both), added, removed, _largest(both)
    )


def _largest(cells: Iterable[tuple[str, int, str, str]]) -> LargestChange | None:
    """Return the cell whose number changed most; sums hold the changes of many Kommunen."""
    found = [
        LargestChange(area, year, _number(was), _number(now))
        for area, year, was, now in cells
        if not {was, now} & MARKS
    ]
    local = [one for one in found if len(one.area) == KOMMUNE]
    return max(local or found, key=_order, default=None)


def _order(one: LargestChange) -> tuple[float, int, str]:
    return abs(one.after - one.before), one.year, one.area


def _number(text: str) -> float:
    return float(text.replace(",", "."))
