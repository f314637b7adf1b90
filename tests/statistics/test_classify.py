"""Classes of maps: breaks one can remember, every value in exactly one class, a middle."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import loaded, replaced, small_county

from fokusbericht.model.figures import Klassen, Mitte, Verfahren
from fokusbericht.statistics.classify import Scale, breaks, class_of, scale_of

YML = "indicators/wohnen/leerstand.yml"
KLASSEN = "klassen: {verfahren: manuell, grenzen: [2, 4, 6]}"
VALUES = st.lists(st.integers(-5000, 5000).map(lambda number: number / 10), max_size=60)
CUT = st.sampled_from([Verfahren.QUANTILE, Verfahren.GLEICH, Verfahren.NATUERLICH])
COUNT = st.integers(2, 5)
PATIENT = settings(deadline=None)


@PATIENT
@given(VALUES, CUT, COUNT)
def test_each_value_is_in_exactly_one_class(
    values: list[float], verfahren: Verfahren, count: int
) -> None:
    inner = breaks(values, Klassen(verfahren, count))
    assert list(inner) == sorted(set(inner)) and len(inner) < count
    edges = (float("-inf"), *inner, float("inf"))
    for value in values:
        holding = [n for n in range(len(inner) + 1) if edges[n] <= value < edges[n + 1]]
        assert holding == [class_of(value, inner)]
    if inner:
        assert {0, len(inner)} <= {class_of(value, inner) for value in values}  # no empty ends


@PATIENT
@given(VALUES, CUT, COUNT, st.randoms(use_true_random=False))
def test_the_order_of_the_values_does_not_matter(
    values: list[float], verfahren: Verfahren, count: int, random: object
) -> None:
    mixed = list(values)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert breaks(mixed, Klassen(verfahren, count)) == breaks(values, Klassen(verfahren, count))


@PATIENT
@given(VALUES, CUT, st.sampled_from([2, 4]), st.integers(-50, 50))
def test_around_a_middle_classes_are_as_wide_below_as_above(
    values: list[float], verfahren: Verfahren, count: int, middle: int
) -> None:
    scale = scale_of(values, Klassen(verfahren, count), middle)
    assert scale.diverging and len(scale.inner) % 2 == 1 and len(scale.inner) < count
    half = len(scale.inner) // 2
    assert scale.inner[half] == middle
    for below, above in zip(scale.inner, reversed(scale.inner), strict=True):
        assert middle - below == pytest.approx(above - middle)
    for value in values:
        assert (class_of(value, scale.inner) > half) == (value >= middle)


NATURAL = [1.2, 1.3, 1.9, 7.8, 8.1, 8.4, 8.8, 31.0, 33.0, 33.4]


@pytest.mark.parametrize(
    ("verfahren", "inner"),
    [
        (Verfahren.QUANTILE, (8, 9)),
        (Verfahren.GLEICH, (12, 23)),
        (Verfahren.NATUERLICH, (5, 20)),
    ],
)
def test_breaks_are_round(verfahren: Verfahren, inner: tuple[float, ...]) -> None:
    assert breaks(NATURAL, Klassen(verfahren, 3)) == inner


def test_natural_breaks_lie_in_the_gaps_though_values_on_a_break_are_above() -> None:
    inner = breaks(NATURAL, Klassen(Verfahren.NATUERLICH, 3))
    assert [class_of(value, inner) for value in NATURAL] == [0] * 3 + [1] * 4 + [2] * 3


def test_fewer_values_than_classes_make_fewer_classes() -> None:
    for verfahren in Verfahren:
        assert len(breaks([1, 1, 2], Klassen(verfahren, 5))) <= 1
        assert breaks([], Klassen(verfahren, 5)) == breaks([3], Klassen(verfahren, 5)) == ()


def test_without_values_the_middle_still_parts_below_from_above() -> None:
    assert scale_of([], Klassen(anzahl=4), 0) == Scale((0,), diverging=True)


def test_a_map_loads_no_library() -> None:
    script = (
        "import sys\n"
        "from fokusbericht.model.figures import Klassen\n"
        "from fokusbericht.statistics.classify import breaks\n"
        "assert breaks([1, 2, 3], Klassen(grenzen=(2,))) == (2,)\n"
        "assert len(breaks([1, 2, 3, 5, 9], Klassen())) == 4\n"
        "assert not {'mapclassify', 'scipy', 'numpy'} & {*sys.modules}\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def klassen(tmp_path: Path, text: str) -> tuple[Klassen, list[str]]:
    """Return the classes of an indicator with this line, and what is told."""
    root = small_county(tmp_path, replaced(YML, KLASSEN, f"klassen: {text}"))
    report, problems = loaded(root)
    return report.indikatoren["leerstand"].klassen, [str(one) for one in problems]


def test_the_middle_is_a_number_or_the_county(tmp_path: Path) -> None:
    found = klassen(tmp_path / "zahl", "{verfahren: manuell, grenzen: [2, 4, 6], mitte: 4}")
    assert found == (Klassen(Verfahren.MANUELL, 4, (2, 4, 6), 4), [])
    found = klassen(tmp_path / "kreis", "{verfahren: natuerlich, mitte: kreis}")
    assert found == (Klassen(Verfahren.NATUERLICH, 4, (), Mitte.KREIS), [])


@pytest.mark.parametrize(
    "text",
    [
        "{verfahren: manuell, grenzen: [2, 4, 6], mitte: 2}",
        "{verfahren: manuell, grenzen: [2, 4], mitte: 4}",
        "{verfahren: manuell, grenzen: [2, 4, 6], mitte: kreis}",
        "{verfahren: gleich, anzahl: 5, mitte: 0}",
    ],
)
def test_a_middle_beside_the_middle_is_told(tmp_path: Path, text: str) -> None:
    _, told = klassen(tmp_path, text)
    assert len(told) == 1
    assert told[0].startswith(f"{YML}:16:{10 + text.index('mitte: ') + 7}: Zur Mitte gehören")
    assert told[0].endswith("(klassen)")
