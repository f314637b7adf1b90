"""Twins of a county: other people behind the hidden figures, and the same figures published."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

import numpy as np

from secrecy.attacker import Attacker
from secrecy.built import built
from secrecy.county import KOMMUNEN, QUARTIERE, Cells, County
from secrecy.programme import Key
from secrecy.reading import VALUE, atlas_of, read

TABLES = r"sozialbericht/[^/]+/daten\.csv"


def twins(county: County, names: Iterable[str], seeds: Iterable[int]) -> Iterator[County]:
    """Yield counties that differ in hidden cases only, each small count small and no other."""
    for seed in seeds:
        attacker = Attacker(county, read(built(county), atlas_of(county), TABLES), (), names)
        _keep_kinds(attacker)
        values = dict(_others(attacker, Random(seed)))
        twin = _with_cases(county, attacker, values)
        if twin.tables != county.tables:
            yield twin


def _keep_kinds(attacker: Attacker) -> None:
    """What is shown stays as it is; what is hidden stays small, or large."""
    programme, truth = attacker.programme, attacker.truth
    shown = {(name, area, year) for name, area, year, what in attacker.values if what == VALUE}
    for name, table in attacker.tables():
        for key in list(programme.low):
            if not isinstance(key, tuple) or len(key) != 3 or key[0] != name:
                continue
            _, area, year = key
            cases = truth.cases(name, area, year) or 0
            base = truth.base(name, area, year) if table.head["art"] == "anteil" else 0
            small_rest = 0 < base < 100 and base - cases < 2 * table.minimum
            if (name, area, year) in shown or not table.rule or cases == 0 or small_rest:
                programme.bound(key, cases, cases)
            elif cases < table.minimum:
                programme.bound(key, 1, table.minimum - 1)
            else:
                programme.bound(key, table.minimum, max(cases + 9, 3))


def _others(attacker: Attacker, rng: Random) -> Iterator[tuple[Key, int]]:
    """Yield other cases, pulled each its own way by chance."""
    programme = attacker.programme
    parts = {id(part): part for part in map(programme.part_of, programme.low)}
    for part in parts.values():
        goal = np.array([rng.random() - 0.5 for _ in part.keys])
        found = part.solve(goal)
        assert found is not None
        yield from ((key, round(one)) for key, one in zip(part.keys, found, strict=True))


def _with_cases(county: County, attacker: Attacker, values: dict[Key, int]) -> County:
    tables = dict(county.tables)
    for name, table in attacker.tables():
        cells: Cells = {
            (area, year): (values.get(attacker.cases(name, area, year), cell[0]), *cell[1:])
            if area in (*KOMMUNEN, *QUARTIERE[KOMMUNEN[0]])
            else cell
            for (area, year), cell in table.cells.items()
        }
        tables[name] = replace(table, cells=cells)
    return replace(county, tables=tables)


def published(county: County) -> dict[str, bytes]:
    """Return all figures and marks that a county publishes as tables."""
    site = built(county)
    return {path: site[path] for path in site if path.endswith("/daten.csv")}


def differences(one: County, other: County) -> Iterator[str]:
    """Yield all paths whose names or bytes tell two counties apart."""
    left, right = built(one), built(other)
    yield from sorted({*left} ^ {*right})
    yield from (path for path in left if path in right and left[path] != right[path])
