"""What is known of protected figures because it was published before, and cannot be called back.

A figure that was shown and has not changed since is known, whether it is hidden today or not. And
an earlier sum still tells about those of its parts that were hidden then, also when the rooms were
cut otherwise.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fokusbericht.model.figures import AreaYear, Indikator, Veroeffentlichung, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.sources.numbers import OURS, Unread, read
from fokusbericht.statistics.disclosure import CountCell, KnownSum, Publication, Status, figure_id
from fokusbericht.statistics.rounding import shown
from fokusbericht.statistics.secrecy.areas import Areas, Cut, areas_of, sum_of, today_s_cut
from fokusbericht.statistics.secrecy.cases import AVERAGES, Interval, cases_of
from fokusbericht.statistics.secrecy.kin import Kin
from fokusbericht.statistics.secrecy.publication import publication_of

HIDDEN = "x"
CLOSE = 1e-6  # cases

SeenCells = Mapping[str, Interval | None]  # by cell; None where it was hidden


@dataclass(frozen=True, slots=True)
class Known:
    """A publication with what is known from earlier ones; `lost` were shown and are secret now."""

    publication: Publication
    lost: frozenset[str]


def with_history(report: Report, kin: Kin, now: Publication) -> Known:
    """Return a publication together with all earlier ones."""
    cells = {cell.id: cell for cell in now.cells}
    today = frozenset(now.relations)
    lost: set[str] = set()
    facts: list[KnownSum] = []
    for earlier in report.frueher:
        then = _then(report, kin, now, earlier.tag)
        cells = {cell.id: cell for cell in then.cells} | cells
        seen = _seen(report, kin, earlier, then)
        for name, interval in seen.items():
            if interval and _holds(cells[name], interval):
                if _is_secret(now, cells[name]):
                    lost.add(name)
                if _is_finer(interval, cells[name]):
                    cells[name] = _known(cells[name], interval)
                else:
                    facts.append(_within(name, interval))
        facts += _facts(cells, then.relations, today, seen)
    known = replace(now, cells=tuple(cells.values()), relations=(*now.relations, *facts))
    return Known(known, frozenset(lost))


def without_lost(known: Known, now: Publication) -> Known:
    """Return what can still be protected: not what earlier publications alone give away."""
    from fokusbericht.statistics.disclosure.protect import attack

    def found(publication: Publication) -> set[str]:
        hidden = [cell.id for cell in publication.cells if cell.status is not Status.PUBLIC]
        return {leak.cell for leak in attack(publication, hidden)}

    lost = found(known.publication) - found(now)
    rules = {name: rule for name, rule in known.publication.rules.items() if name not in lost}
    figures = known.lost | {figure_id(name) for name in lost}
    return Known(replace(known.publication, rules=rules), figures)


def _is_secret(now: Publication, cell: CountCell) -> bool:
    rule = now.rules.get(cell.id)
    return rule is not None and cell.value is not None and rule.is_secret(cell.value)


def _holds(cell: CountCell, interval: Interval) -> bool:
    """Say whether what was published of a cell is still true of it."""
    return cell.value is not None and interval[0] - CLOSE <= cell.value <= interval[1] + CLOSE


def _now(cell: CountCell) -> Interval:
    """Return what is learnt of a cell where it is shown today."""
    value = cell.value or 0.0
    return cell.seen or (value, value)


def _is_finer(interval: Interval, cell: CountCell) -> bool:
    """Say whether an earlier publication told as much of a cell as showing it today would."""
    low, high = _now(cell)
    return interval[0] >= low - CLOSE and interval[1] <= high + CLOSE


def _known(cell: CountCell, interval: Interval) -> CountCell:
    """Return a cell that is known for good, as well as if it were shown: it can hide nothing."""
    now = _now(cell)
    low, high = max(interval[0], now[0], cell.lower), min(interval[1], now[1], cell.upper)
    return replace(cell, status=Status.PUBLIC, seen=None if low >= high else (low, high))


def _within(name: str, interval: Interval) -> KnownSum:
    """Return that a cell lies within an interval, whether it is shown or not."""
    middle, half = sum(interval) / 2, (interval[1] - interval[0]) / 2 + CLOSE
    return KnownSum(((name, 1.0),), middle, (half, half))


# --- The rooms of that time -----------------------------------------------------------------------


def _then(report: Report, kin: Kin, now: Publication, day: date) -> Publication:
    """Return the cells and relations of a day; rooms that were others then are cells of their own.

    Their figures are not published today.
    """
    today, cut = today_s_cut(report), _cut_at(report, day)
    if cut == today:
        return now
    then = publication_of(report, kin, cut)
    others = {room for room in cut if cut[room] != today.get(room)}
    names = {
        cell: _old(cell, day) for cell, (_, place) in then.places.items() if place[0] in others
    }
    return Publication(
        tuple(
            replace(cell, id=names[cell.id], status=Status.ABSENT) if cell.id in names else cell
            for cell in then.cells
        ),
        tuple(_renamed(relation, names) for relation in then.relations),
        {},
        {names.get(cell, cell): place for cell, place in then.places.items()},
    )


def _cut_at(report: Report, day: date) -> Cut:
    """Return the cut that held on a day: the last one that had begun."""
    begun = [one for one in report.geografie.fassungen if one.seit.earliest() <= day]
    latest = max(begun, key=lambda one: one.seit.earliest(), default=None)
    if latest is None:
        return today_s_cut(report)
    return {room: tuple(sorted(members)) for room, members in latest.zuordnung.items() if members}


def _old(cell: str, day: date) -> str:
    return f"{cell}|{day.isoformat()}"


def _renamed(relation: KnownSum, names: Mapping[str, str]) -> KnownSum:
    terms = tuple((names.get(name, name), factor) for name, factor in relation.terms)
    return replace(relation, terms=terms)


# --- What was told --------------------------------------------------------------------------------


def _seen(
    report: Report, kin: Kin, earlier: Veroeffentlichung, then: Publication
) -> dict[str, Interval | None]:
    """Return what was told of each cell; None where it was hidden."""
    areas = areas_of(report, _cut_at(report, earlier.tag))
    cells = {place: cell for cell, place in then.places.items()}
    heads = {name: head for head, members in kin.groups.items() for name in members}
    truth = {cell.id: cell for cell in then.cells}
    found: dict[str, Interval | None] = {}
    for (name, area, year), text in earlier.werte.items():
        place = (area, year)
        cell = cells.get((heads.get(name, ""), place))
        if cell is None:
            continue
        if text == HIDDEN:
            found.setdefault(cell, None)
            continue
        told = [*_intervals(report, areas, report.indikatoren[name], place, text)]
        # Files for programs print 5,0 as 5: the finer reading counts where it can be true.
        fits = [interval for interval in told if _holds(truth[cell], interval)]
        for low, high in (fits or told)[:1]:
            before = found.get(cell) or (low, high)
            found[cell] = (max(low, before[0]), min(high, before[1]))
    return found


def _intervals(
    report: Report, areas: Areas, indikator: Indikator, place: AreaYear, text: str
) -> Iterator[Interval]:
    """Yield which cases a printed figure leaves possible, the finer reading of it first."""
    number = read(text, OURS)
    if isinstance(number, Unread):
        return
    value, cases = float(number), cases_of(report, indikator.key.name)
    if indikator.art is Zahlart.ANZAHL:
        yield value, value
    elif indikator.art in AVERAGES:
        yield from _persons(indikator, cases.values.get(place), place, value)
    else:
        base = sum_of(areas, cases.bases, place) / indikator.je
        printed = len(f"{number:f}".partition(".")[2])
        for digits in dict.fromkeys((max(indikator.dezimalstellen, printed), printed)):
            half = 0.5 * 10**-digits
            if base:
                yield (value - half) * base, (value + half) * base


def _persons(
    indikator: Indikator, persons: float | None, place: AreaYear, value: float
) -> Iterator[Interval]:
    """Yield that all are known whom a mean is one of, if it is the mean of today."""
    cell = indikator.werte.get(place)
    if persons is not None and cell is not None and cell.zahl is not None:
        digits = indikator.dezimalstellen
        if shown(cell.zahl, digits) == shown(value, digits):
            yield persons, persons


def _facts(
    cells: Mapping[str, CountCell],
    relations: Sequence[KnownSum],
    today: frozenset[KnownSum],
    seen: SeenCells,
) -> Iterator[KnownSum]:
    """Yield earlier sums with all that was shown put in, where they tell more than those of today.

    A sum that no longer holds, because a hidden figure was corrected, tells nothing of today's.
    """
    for relation in relations:
        names = [name for name, _ in relation.terms]
        if not all(name in seen for name in names):
            continue
        shown = {name: interval for name in names if (interval := seen[name])}
        is_news = relation not in today or any(
            not _holds(cells[name], interval) for name, interval in shown.items()
        )
        if is_news and len(shown) < len(names):
            fact = _put_in(relation, shown)
            if _is_true(fact, cells):
                yield fact


def _put_in(relation: KnownSum, shown: Mapping[str, Interval]) -> KnownSum:
    """Return a relation between those of its cells that were hidden."""
    constant, slack = relation.constant, 0.0
    for name, factor in relation.terms:
        if name in shown:
            low, high = shown[name]
            constant -= factor * (low + high) / 2
            slack += abs(factor) * (high - low) / 2
    terms = tuple((name, factor) for name, factor in relation.terms if name not in shown)
    return KnownSum(terms, constant, (relation.slack[0] + slack, relation.slack[1] + slack))


def _is_true(fact: KnownSum, cells: Mapping[str, CountCell]) -> bool:
    values = [(cells[name].value, factor) for name, factor in fact.terms]
    known = [value * factor for value, factor in values if value is not None]
    off = sum(known) - fact.constant
    return len(known) == len(values) and -fact.slack[0] - CLOSE <= off <= fact.slack[1] + CLOSE
