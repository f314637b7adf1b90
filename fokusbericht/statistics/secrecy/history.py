"""What is known of protected figures because it was published before, and cannot be called back.

A figure that was shown and has not changed since is known, whether it is hidden today or not. And
an earlier sum still tells about those of its parts that were hidden then.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from fokusbericht.model.figures import Indikator, Veroeffentlichung, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.statistics.disclosure import Cell, Publication, Relation, Status, cell_id
from fokusbericht.statistics.secrecy.cases import AVERAGES, Place, cases_of
from fokusbericht.statistics.secrecy.kin import Kin

HIDDEN = "x"
CLOSE = 1e-6  # cases

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Known:
    """A publication with what is known from earlier ones; `lost` were shown and are secret now."""

    publication: Publication
    lost: frozenset[str]


def with_history(report: Report, kin: Kin, now: Publication) -> Known:
    """Return a publication together with all earlier ones."""
    cells = {cell.id: cell for cell in now.cells}
    lost: set[str] = set()
    facts: list[Relation] = []
    for earlier in report.frueher:
        seen = _seen(report, kin, earlier)
        for name, interval in seen.items():
            cell = cells.get(name)
            if cell and interval and _holds(cell, interval):
                rule = now.rules.get(name)
                if rule and cell.value is not None and rule.is_secret(cell.value):
                    lost.add(name)
                cells[name] = _known(cell, interval)
        facts += _facts(cells, now.relations, seen)
    known = replace(now, cells=tuple(cells.values()), relations=(*now.relations, *facts))
    return Known(known, frozenset(lost))


def _holds(cell: Cell, interval: Interval) -> bool:
    """Say whether what was published of a cell is still true of it."""
    return cell.value is not None and interval[0] - CLOSE <= cell.value <= interval[1] + CLOSE


def _known(cell: Cell, interval: Interval) -> Cell:
    """Return a cell of which an interval is known for good."""
    low, high = max(interval[0], cell.lower), min(interval[1], cell.upper)
    if cell.status is Status.PUBLIC:
        own = cell.seen or (cell.value or 0.0, cell.value or 0.0)
        low, high = max(low, own[0]), min(high, own[1])
    return replace(cell, status=Status.PUBLIC, seen=None if low == high else (low, high))


def _seen(report: Report, kin: Kin, earlier: Veroeffentlichung) -> dict[str, Interval | None]:
    """Return what was told of each cell; None where it was hidden."""
    found: dict[str, Interval | None] = {}
    heads = {name: head for head, members in kin.groups.items() for name in members}
    for (name, area, year), text in earlier.werte.items():
        if name not in heads:
            continue
        indikator, place = report.indikatoren[name], (area, year)
        cell = cell_id(heads[name], place)
        if text == HIDDEN:
            found.setdefault(cell, None)
        elif interval := _interval(report, indikator, place, text):
            before = found.get(cell)
            low, high = before or interval
            found[cell] = (max(low, interval[0]), min(high, interval[1]))
    return found


def _interval(report: Report, indikator: Indikator, place: Place, text: str) -> Interval | None:
    """Return which cases a printed figure leaves possible; None if it tells nothing of them."""
    number = text.replace(",", ".")
    if not number.lstrip("-").replace(".", "", 1).isdigit() or indikator.art in AVERAGES:
        return None
    value, half = float(number), 0.5 * 10 ** -len(number.partition(".")[2])
    if indikator.art is Zahlart.ANZAHL:
        return value, value
    base = cases_of(report, indikator.key.name).bases.get(place)
    if base is None:
        return None
    return (value - half) * base / indikator.je, (value + half) * base / indikator.je


def _facts(
    cells: Mapping[str, Cell], relations: tuple[Relation, ...], seen: Mapping[str, Interval | None]
) -> Iterator[Relation]:
    """Yield earlier sums with all that was shown put in, where they tell more than those of today.

    A sum that no longer holds, because a hidden figure was corrected, tells nothing of today's.
    """
    for relation in relations:
        names = [name for name, _ in relation.terms]
        if not all(name in seen for name in names):
            continue
        shown = {name: interval for name in names if (interval := seen[name])}
        changed = any(not _holds(cells[name], interval) for name, interval in shown.items())
        if changed and len(shown) < len(names):
            fact = _put_in(relation, shown)
            if _is_true(fact, cells):
                yield fact


def _put_in(relation: Relation, shown: Mapping[str, Interval]) -> Relation:
    """Return a relation between those of its cells that were hidden."""
    constant, slack = relation.constant, 0.0
    for name, factor in relation.terms:
        if name in shown:
            low, high = shown[name]
            constant -= factor * (low + high) / 2
            slack += abs(factor) * (high - low) / 2
    terms = tuple((name, factor) for name, factor in relation.terms if name not in shown)
    return Relation(terms, constant, (relation.slack[0] + slack, relation.slack[1] + slack))


def _is_true(fact: Relation, cells: Mapping[str, Cell]) -> bool:
    values = [(cells[name].value, factor) for name, factor in fact.terms]
    known = [value * factor for value, factor in values if value is not None]
    off = sum(known) - fact.constant
    return len(known) == len(values) and -fact.slack[0] - CLOSE <= off <= fact.slack[1] + CLOSE
