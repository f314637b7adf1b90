"""Ten thousand random series of all shapes: classes hold what their legend says, none is empty."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from support import SMALL, loaded, small_county

from fokusbericht.maps import class_labels
from fokusbericht.model.figures import Klassen, Verfahren
from fokusbericht.statistics.classify import breaks, class_of, scale_of
from fokusbericht.statistics.messung import messungen
from fokusbericht.statistics.partition import alike_groups, equal_groups
from fokusbericht.statistics.rounding import shown

SERIES = 10_000
YML = "indicators/wohnen/leerstand.yml"
CUTS = (Verfahren.QUANTILE, Verfahren.NATUERLICH, Verfahren.GLEICH)

Maker = Callable[[random.Random, int], list[float]]
SHAPES: dict[str, Maker] = {
    "uniform": lambda chance, size: [chance.uniform(-50, 50) for _ in range(size)],
    "lognormal": lambda chance, size: [chance.lognormvariate(6, 1.5) for _ in range(size)],
    "ties": lambda chance, size: [float(chance.randint(0, 6)) for _ in range(size)],
    "zeros": lambda chance, size: [
        chance.choice((0, 0, 0, 0, chance.random())) for _ in range(size)
    ],
    "outlier": lambda chance, size: [
        *(chance.random() for _ in range(size)),
        10.0 ** chance.randint(2, 9),
    ],
    "large and close": lambda chance, size: [1e12 + chance.randint(0, 40) for _ in range(size)],
    "tiny": lambda chance, size: [chance.random() * 1e-9 for _ in range(size)],
    "towns and villages": lambda chance, size: [
        *(float(chance.randint(150, 900)) for _ in range(size)),
        *(float(chance.randint(20_000, 60_000)) for _ in range(4)),
    ],
    "two heaps": lambda chance, size: [
        chance.choice((3, 900)) + chance.random() for _ in range(size)
    ],
    "neighbours": lambda chance, size: [0.1 + chance.randint(0, 9) * 2.0**-55 for _ in range(size)],
}


def series(number: int = SERIES) -> Iterator[tuple[random.Random, list[float]]]:
    """Yield the series, always the same, each with the chance that goes on with it."""
    chance = random.Random(20261101)
    shapes = [*SHAPES.values()]
    for turn in range(number):
        yield chance, shapes[turn % len(shapes)](chance, chance.randint(0, 30))


def sizes(values: Sequence[float], inner: Sequence[float]) -> list[int]:
    """Return how many values are in each class."""
    found = Counter(class_of(value, inner) for value in values)
    return [found[number] for number in range(len(inner) + 1)]


def test_raw_series_fill_as_many_classes_as_they_can() -> None:
    for chance, values in series():
        count, verfahren = chance.randint(2, 5), chance.choice(CUTS)
        inner = breaks(values, Klassen(verfahren, count))
        assert all(low < high for low, high in pairwise(inner))
        if verfahren is Verfahren.GLEICH:
            assert len(inner) < count and len(inner) < max(len(set(values)), 1)
            assert not inner or {0, len(inner)} <= {class_of(value, inner) for value in values}
        else:
            assert len(inner) == max(min(count, len(set(values))), 1) - 1
            assert not values or min(sizes(values, inner)) > 0


def test_the_legend_reads_what_the_classes_hold() -> None:
    for chance, values in series(1500):
        digits, verfahren = chance.randint(0, 3), chance.choice(CUTS)
        seen = [shown(value, digits) for value in values]
        inner = scale_of(values, Klassen(verfahren), None, digits).inner
        labels = class_labels(inner, "%", digits)
        assert len(set(labels)) == len(labels) == len(inner) + 1
        assert [shown(one, digits) for one in inner] == list(inner)  # as precise as what is shown
        if verfahren is not Verfahren.GLEICH:
            assert not seen or min(sizes(seen, inner)) > 0
        for value in seen:
            assert is_in(value, labels[class_of(value, inner)])


def test_around_a_middle_too() -> None:
    for chance, values in series(1500):
        digits, verfahren = chance.randint(0, 2), chance.choice(CUTS)
        middle = shown(chance.choice([0, *values]) / chance.choice((1, 3)), chance.randint(0, 3))
        inner = scale_of(values, Klassen(verfahren, 4), middle, digits).inner
        assert inner[len(inner) // 2] == middle and len(inner) in (1, 3)
        assert all(low < high for low, high in pairwise(inner))
        labels = class_labels(inner, "", digits)
        assert len(set(labels)) == len(labels)
        for value in values:
            seen = shown(value, digits)
            assert is_in(seen, labels[class_of(seen, inner)])


def is_in(value: float, label: str) -> bool:
    """Say whether a reader finds a value in a range: „1,5 bis unter 2 %“."""
    words = label.replace("\u202f%", "").replace(".", "").replace(",", ".").replace("−", "-")
    numbers = [float(word) for word in words.split() if word[-1].isdigit()]
    if words.startswith("unter"):
        return value < numbers[0]
    if words.startswith("ab"):
        return value >= numbers[0]
    return len(numbers) < 2 or numbers[0] <= value < numbers[1]


def test_groups_are_as_equal_as_ties_allow() -> None:
    chance = random.Random(1)
    for _ in range(1500):
        counts = [chance.choice((1, 1, 1, 2, 5, 30)) for _ in range(chance.randint(2, 11))]
        parts = chance.randint(2, min(5, len(counts)))
        found = cost(equal_groups(counts, parts), counts, sum_squared)
        cuts = combinations(range(1, len(counts)), parts - 1)
        least = min(cost(one, counts, sum_squared) for one in cuts)
        # A group that is off by an eighth still counts as equal.
        assert found <= least + parts * (1 + sum(counts) / parts / 8) ** 2


def test_natural_groups_are_the_most_alike() -> None:
    chance = random.Random(2)
    for _ in range(500):
        values = sorted({float(chance.randint(0, 60)) ** chance.choice((1, 2)) for _ in range(9)})
        parts = min(chance.randint(2, 5), len(values))
        found = cost(alike_groups(values, [1] * len(values), parts), values, spread)
        cuts = combinations(range(1, len(values)), parts - 1)
        assert found == pytest.approx(min(cost(one, values, spread) for one in cuts), abs=1e-6)


def cost(
    cuts: Sequence[int], row: Sequence[float], of_group: Callable[[Sequence[float]], float]
) -> float:
    """Return what the groups between some cuts cost together."""
    return sum(of_group(row[low:high]) for low, high in pairwise([0, *cuts, len(row)]))


def sum_squared(group: Sequence[float]) -> float:
    """Return what is least over all groups where they are equal in size."""
    return float(sum(group) ** 2)


def spread(group: Sequence[float]) -> float:
    """Return how far the members of a group are from their mean."""
    mean = sum(group) / len(group)
    return sum((one - mean) ** 2 for one in group)


VILLAGES = [float(200 + 700 * number // 44) for number in range(45)]
TOWNS = [20_100.0, 33_000.0, 41_500.0, 50_600.0]


@pytest.mark.parametrize(
    ("values", "inner", "held"),
    [
        (VILLAGES + TOWNS, (350.0, 500.0, 650.0, 800.0), [10, 9, 10, 9, 11]),
        ([0.0] * 35 + [1.0, 2.0, 3.0, 4.0, 7.0], (0.2, 1.2, 2.2, 3.2), [35, 1, 1, 1, 2]),
        (
            [*(5 + number / 50 for number in range(49)), 4000.0],
            (5.2, 5.4, 5.6, 5.8),
            [10, 10, 10, 10, 10],
        ),
        ([3.0] * 20 + [4.0] * 20 + [9.0], (3.2, 4.2), [20, 20, 1]),
    ],
)
def test_skewed_series_keep_their_groups(
    values: list[float], inner: tuple[float, ...], held: list[int]
) -> None:
    found = scale_of(values, Klassen(), None, 2).inner
    assert (found, sizes(values, found)) == (inner, held)


@pytest.mark.parametrize(
    "values",
    [
        [
            0.1664508969853893,
            0.10715379120318401,
            0.17657445556209533,
            0.11366736382649814,
            0.1665576110879781,
        ],
        [1e15 + number for number in (0, 1, 2, 4, 7)],
        [123456789012.1, 123456789012.2, 123456789012.4, 123456789013.0, 123456789013.1],
        [-0.3 + number * 2.0**-54 for number in range(5)],
        [10_000_001.0, 10_000_002.0, 10_000_003.0, 10_000_004.0, 10_000_005.0],
    ],
)
def test_close_and_large_values_have_natural_classes(values: list[float]) -> None:
    inner = breaks(values, Klassen(Verfahren.NATUERLICH, 5))
    assert sizes(values, inner) == [1, 1, 1, 1, 1]


def test_a_map_of_close_large_values_is_planned(tmp_path: Path) -> None:
    text = (SMALL / YML).read_text(encoding="utf-8").replace("art: anteil", "art: mittelwert")
    files = {
        YML: text.replace("manuell, grenzen: [2, 4, 6]", "natuerlich, anzahl: 3"),
        YML.replace(".yml", ".csv"): "raum;jahr;wert\n01099001;2022;1000000464\n"
        "01099002;2022;1000000209\n01099003;2022;1000000325\n",
    }
    report, problems = loaded(small_county(tmp_path, files))
    assert problems == []
    assert messungen(report)["leerstand"].scale.inner == (1000000300.0, 1000000400.0)


def test_written_breaks_are_read_as_they_were_written() -> None:
    inner = scale_of([1, 2, 3, 9], Klassen(Verfahren.MANUELL, 5, (1.5, 1.75, 40)), None, 0).inner
    assert inner == (1.5, 1.75, 40)  # also beyond all values
    assert class_labels(inner, "", 0) == (
        *("unter 1,50", "1,50 bis unter 1,75", "1,75 bis unter 40,00", "ab 40,00"),
    )
