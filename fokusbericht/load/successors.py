"""geo/umsteiger.csv: Kommunen that are no more, and which of today's they belong to.

alt;neu;ab;anteil
01099007;01099001;2008-03-01;1
01099008;01099002;2013-01-01;0,6
01099008;01099003;2013-01-01;0,4
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from fokusbericht.load.cells import wrong_width
from fokusbericht.load.fields import AREA
from fokusbericht.load.figures import CSV
from fokusbericht.model.places import Umstieg
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.files import exists
from fokusbericht.sources.rows import Row, read_rows

PATH = "geo/umsteiger.csv"
HEADS = (("alt", "neu", "ab", "anteil"), ("alt", "neu", "ab", "anteil", "hinweis"))
KEY = re.compile(r"[0-9]{8}")
SHARE = re.compile(r"0[.,][0-9]{1,12}|1(?:[.,]0+)?")
# Shares may be rounded: thirds are written as 0,3333.
EXACT = Decimal("0.001")


def load_successors(
    root: Path, kreis: str, kommunen: Collection[str], problems: list[Problem]
) -> tuple[Umstieg, ...]:
    """Return the table of successors; a county without one has none."""
    if not exists(root, PATH):
        return ()
    told = len(problems)
    rows = read_rows(root, PATH, problems)
    if len(problems) > told:
        return ()
    if not rows or rows[0].cells not in HEADS:
        sentence = "Die erste Zeile heißt „alt;neu;ab;anteil“, dahinter darf „hinweis“ stehen."
        problems.append(Problem(rows[0].place(0) if rows else Place(PATH), sentence, CSV))
        return ()
    found = [one for row in rows[1:] for one in _read(row, len(rows[0].cells), problems)]
    if len(problems) == told:
        problems.extend(_faults(found, kreis, frozenset(kommunen)))
    return tuple(found) if len(problems) == told else ()


def successors_of(steps: Collection[Umstieg]) -> dict[str, tuple[str, ...]]:
    """Return for each Kommune that is no more the keys of those it became."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in steps:
        found[one.alt].append(one.neu)
    return {old: tuple(new) for old, new in found.items()}


def _read(row: Row, width: int, problems: list[Problem]) -> Iterator[Umstieg]:
    """Yield what a row says; nothing after a problem."""
    found = list(_wrong_cells(row, width))
    problems.extend(found)
    if not found:
        old, new, since, share = row.cells[:4]
        day = date.fromisoformat(since)
        yield Umstieg(old, new, day, Decimal(share.replace(",", ".")), row.place(0))


def _wrong_cells(row: Row, width: int) -> Iterator[Problem]:
    """Yield what is wrong with the cells of a row."""
    if len(row.cells) != width:
        sentence = wrong_width(len(row.cells), width)
        yield Problem(row.place(0), sentence, CSV)
        return
    old, new, since, share = row.cells[:4]
    for index, key in enumerate((old, new)):
        if not KEY.fullmatch(key):
            sentence = f"„{key}“ ist kein amtlicher Gemeindeschlüssel mit acht Ziffern."
            yield Problem(row.place(index), sentence, AREA)
    if old == new and KEY.fullmatch(old):
        yield Problem(row.place(1), f"{old} kann nicht in sich selbst aufgehen.", AREA)
    if _day(since) is None:
        sentence = f"„{since}“ ist kein Tag. Bitte so schreiben: 2008-03-01."
        yield Problem(row.place(2), sentence, CSV)
    if not SHARE.fullmatch(share):
        sentence = f"„{share}“ ist kein Anteil. Er liegt über 0 und höchstens bei 1, etwa 0,4."
        yield Problem(row.place(3), sentence, CSV)
    elif not Decimal(share.replace(",", ".")):
        sentence = "Ein Anteil von 0 ändert nichts. Bitte die Zeile streichen."
        yield Problem(row.place(3), sentence, CSV)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def _faults(found: list[Umstieg], kreis: str, kommunen: frozenset[str]) -> Iterator[Problem]:
    """Yield what of the whole table does not fit together."""
    by_old: defaultdict[str, list[Umstieg]] = defaultdict(list)
    doubled: set[str] = set()
    for one in found:
        if one.alt in kommunen:
            sentence = (
                f"Die Kommune {one.alt} steht noch in geo/raeume.yml. Gibt es sie noch, bitte "
                "diese Zeile streichen, sonst den Eintrag dort."
            )
            yield Problem(one.place, sentence, AREA)
        if any(other.neu == one.neu for other in by_old[one.alt]):
            sentence = f"Der Weg von {one.alt} nach {one.neu} steht schon weiter oben."
            yield Problem(one.place, sentence, CSV)
            doubled.add(one.alt)
        by_old[one.alt].append(one)
    for one in found:
        yield from _unknown(one, by_old, kreis, kommunen)
    for key in by_old.keys() - doubled:
        yield from _uneven(by_old[key])
    yield from _circles(by_old)


def _unknown(
    one: Umstieg, by_old: dict[str, list[Umstieg]], kreis: str, kommunen: frozenset[str]
) -> Iterator[Problem]:
    """Tell of a successor in the county that nobody knows, or that was gone before."""
    later = by_old.get(one.neu, [])
    place = Place(one.place.path, one.place.line, one.place.column + len(one.alt) + 1)
    if one.neu.startswith(kreis) and one.neu not in kommunen and not later:
        hint = did_you_mean(one.neu, kommunen)
        sentence = f"Die Kommune „{one.neu}“ kennt geo/raeume.yml nicht.{hint}"
        yield Problem(place, sentence, AREA)
    if later and later[0].ab < one.ab and not _leads_to(one.neu, one.alt, by_old):
        sentence = (
            f"{one.neu} ist nach Zeile {later[0].place.line} schon am {later[0].ab:%d.%m.%Y} "
            f"aufgegangen, {one.alt} kam aber erst am {one.ab:%d.%m.%Y} dazu."
        )
        yield Problem(place, sentence, CSV)


def _uneven(steps: list[Umstieg]) -> Iterator[Problem]:
    """Tell of parts that are no whole, or that left on different days."""
    total = sum((one.anteil for one in steps), Decimal(0))
    if abs(total - 1) > EXACT:
        told = f"{total.normalize():f}".replace(".", ",")
        sentence = f"Die Anteile von {steps[0].alt} ergeben zusammen {told} statt 1."
        yield Problem(steps[0].place, sentence, CSV)
    other = next((one for one in steps if one.ab != steps[0].ab), None)
    if other:
        sentence = (
            f"{other.alt} endet hier am {other.ab:%d.%m.%Y}, in Zeile {steps[0].place.line} am "
            f"{steps[0].ab:%d.%m.%Y}. Eine Kommune löst sich an einem Tag auf."
        )
        yield Problem(other.place, sentence, CSV)


def _circles(by_old: dict[str, list[Umstieg]]) -> Iterator[Problem]:
    """Tell once of each circle, at its first line."""
    told: set[str] = set()
    for key, steps in by_old.items():
        if key not in told and _leads_to(key, key, by_old):
            told |= {other for other in by_old if _leads_to(key, other, by_old)}
            sentence = f"{key} geht im Kreis herum in sich selbst auf, über {steps[0].neu}."
            yield Problem(steps[0].place, sentence, CSV)


def _leads_to(start: str, goal: str, by_old: dict[str, list[Umstieg]]) -> bool:
    """Say whether a Kommune became another, at last or on the way."""
    seen: set[str] = set()
    waiting = [one.neu for one in by_old.get(start, [])]
    while waiting:
        key = waiting.pop()
        if key == goal:
            return True
        if key not in seen:
            seen.add(key)
            waiting += [one.neu for one in by_old.get(key, [])]
    return False
