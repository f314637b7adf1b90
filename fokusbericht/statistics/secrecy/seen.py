"""The attack once more: on what was seen in the built files, not on what was planned."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil, floor, inf

from fokusbericht.model.figures import AreaYear, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.statistics.disclosure import CountCell, cell_id, figure_id
from fokusbericht.statistics.disclosure.protect import attack
from fokusbericht.statistics.secrecy import kin_of, protection_of
from fokusbericht.statistics.secrecy.areas import areas_of, sum_of, today_s_cut
from fokusbericht.statistics.secrecy.cases import AVERAGES, Interval, cases_of
from fokusbericht.statistics.secrecy.history import with_history
from fokusbericht.statistics.secrecy.publication import publication_of

Seen = Mapping[tuple[str, str, int], Interval]  # by indicator, area and year, in its own unit

SMALL = 1e-9  # relative error of binary fractions


def leaks_seen(report: Report, seen: Seen) -> tuple[tuple[str, AreaYear], ...]:
    """Return the secret figures that can be computed from what was seen, by group."""
    kin = kin_of(report)
    known = with_history(report, kin, publication_of(report, kin))
    told = _by_cell(report, seen)
    cells = tuple(_as_seen(cell, told.get(cell.id)) for cell in known.publication.cells)
    found = protection_of(report).found
    lost = {cell_id(head, place) for head, place in found.lost}
    rules = {
        name: one for name, one in known.publication.rules.items() if figure_id(name) not in lost
    }
    model = replace(known.publication, cells=cells, rules=rules)
    hidden = found.hidden
    away = {
        cell_id(head, place)
        for head, places in hidden.items()
        for place in places
        if cell_id(head, place) not in told
    }
    leaks = attack(model, away)
    return tuple(sorted({model.places[figure_id(leak.cell)] for leak in leaks}))


def _by_cell(report: Report, seen: Seen) -> dict[str, Interval]:
    """Return which cases remain possible for each cell that was seen."""
    heads = {name: head for head, members in kin_of(report).groups.items() for name in members}
    found: dict[str, Interval] = {}
    for (name, area, year), interval in seen.items():
        if name in heads:
            cell = cell_id(heads[name], (area, year))
            low, high = _cases(report, name, (area, year), interval)
            before = found.get(cell, (low, high))
            found[cell] = (max(low, before[0]), min(high, before[1]))
    return found


def _cases(report: Report, name: str, place: AreaYear, interval: Interval) -> Interval:
    """Return which cases a printed figure leaves possible; a mean tells of all it is one of."""
    indikator, cases = report.indikatoren[name], cases_of(report, name)
    low, high = interval
    if indikator.art in AVERAGES:
        return -inf, inf
    if indikator.art is Zahlart.ANZAHL:
        return low, high
    base = sum_of(areas_of(report, today_s_cut(report)), cases.bases, place) / indikator.je
    return (low * base * (1 - SMALL), high * base * (1 + SMALL)) if base else (-inf, inf)


def _as_seen(cell: CountCell, interval: Interval | None) -> CountCell:
    if interval is None:
        return cell
    low, high = interval
    if low == -inf or cell.value is None:
        return cell
    if cell.whole:
        low, high = float(ceil(low)), float(floor(high))
    # What we know of a bare share is rounded itself: the truth as we take it is always possible.
    low, high = min(low, cell.value), max(high, cell.value)
    return replace(cell, seen=None if low == high == cell.value else (low, high))
