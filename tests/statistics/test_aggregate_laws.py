"""Laws of adding up that hold for whatever figures there are."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import SMALL, loaded

from fokusbericht.model.figures import Fehlgrund, Wert, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Figure, levels

AREAS = ("01099001", "01099002", "01099003")
WHOLE = "01099"
counts = st.integers(0, 10**6).map(float)
fractions = st.tuples(st.integers(0, 5000), st.integers(1, 5000)).map(
    lambda pair: (float(min(pair)), float(max(pair)))
)


@pytest.fixture(scope="module")
def county() -> Report:
    report, problems = loaded(Path(SMALL))
    assert problems == []
    return report


def added_up(
    county: Report, art: Zahlart, cells: Mapping[str, Wert], order: tuple[str, ...] = AREAS
) -> dict[str, Figure]:
    """Return the figures of one year at all levels."""
    indikator = county.indikatoren["leerstand"]
    werte = {(area, 2022): cells[area] for area in order if area in cells}
    found = levels(county, replace(indikator, art=art, je=100, werte=werte))
    return {area: series[2022] for area, series in found.items()}


def shares(pairs: tuple[tuple[float, float], ...]) -> dict[str, Wert]:
    return {
        area: Wert(part / whole * 100, None, part, whole)
        for area, (part, whole) in zip(AREAS, pairs, strict=True)
    }


@given(st.tuples(counts, counts, counts))
def test_counts_add_up_over_rooms_as_over_kommunen(
    county: Report, numbers: tuple[float, float, float]
) -> None:
    cells = {area: Wert(number) for area, number in zip(AREAS, numbers, strict=True)}
    found = added_up(county, Zahlart.ANZAHL, cells)
    assert (found["nord"].value or 0) + (found["sued"].value or 0) == found[WHOLE].value
    assert found[WHOLE].value == sum(numbers)


@given(st.tuples(fractions, fractions, fractions))
def test_a_share_lies_between_those_of_its_parts(
    county: Report, pairs: tuple[tuple[float, float], ...]
) -> None:
    cells = shares(pairs)
    found = added_up(county, Zahlart.ANTEIL, cells)
    parts = [cell.zahl or 0 for cell in cells.values()]
    assert min(parts) - 1e-9 <= (found[WHOLE].value or 0) <= max(parts) + 1e-9


@given(st.tuples(fractions, fractions, fractions))
def test_adding_up_in_two_steps_is_adding_up_in_one(
    county: Report, pairs: tuple[tuple[float, float], ...]
) -> None:
    found = added_up(county, Zahlart.ANTEIL, shares(pairs))
    weights = {"nord": pairs[0][1] + pairs[1][1], "sued": pairs[2][1]}
    together = sum((found[room].value or 0) * weight for room, weight in weights.items())
    assert found[WHOLE].value == pytest.approx(together / sum(weights.values()), abs=1e-9)


@given(st.tuples(fractions, fractions, fractions), st.permutations(AREAS))
def test_the_order_of_the_table_does_not_matter(
    county: Report, pairs: tuple[tuple[float, float], ...], order: list[str]
) -> None:
    cells = shares(pairs)
    first = added_up(county, Zahlart.ANTEIL, cells)
    assert added_up(county, Zahlart.ANTEIL, cells, tuple(order)) == first


@given(
    st.dictionaries(st.sampled_from(AREAS), counts, min_size=1),
    st.sampled_from([Fehlgrund.UNBEKANNT, Fehlgrund.GEHEIM, Fehlgrund.UNSICHER]),
)
@settings(max_examples=60)
def test_nothing_is_invented_where_a_part_is_missing(
    county: Report, known: dict[str, float], reason: Fehlgrund
) -> None:
    cells = {area: Wert(None, reason) for area in AREAS}
    cells |= {area: Wert(number) for area, number in known.items()}
    found = added_up(county, Zahlart.ANZAHL, cells)
    complete = len(known) == len(AREAS)
    assert (found[WHOLE].value is not None) == complete
    assert (found[WHOLE].parts, found[WHOLE].whole) == (len(known), len(AREAS))
