"""Two figures against each other in words: a verdict, or why there is none."""

import pytest

from fokusbericht.statistics.relate import Relation, relate
from fokusbericht.words.pairs import answer, cautions

MANY = 49


@pytest.mark.parametrize(
    ("spearman", "said"),
    [
        (0.1, "Zwischen „Alter“ und „Miete“ ist kein Zusammenhang zu sehen."),
        (
            0.2,
            "Ein schwacher Zusammenhang ist zu sehen: Höhere Werte bei „Alter“ gehen ein wenig mit "
            "höheren bei „Miete“ einher.",
        ),
        (
            -0.52,
            "Ein mittelstarker Zusammenhang ist zu sehen: Höhere Werte bei „Alter“ gehen mit "
            "niedrigeren bei „Miete“ einher.",
        ),
        (
            -1.0,
            "Ein starker Zusammenhang ist zu sehen: Höhere Werte bei „Alter“ gehen mit "
            "niedrigeren bei „Miete“ einher.",
        ),
    ],
)
def test_a_relation_is_told_without_terms_of_statistics(spearman: float, said: str) -> None:
    assert answer("Alter", "Miete", Relation(spearman, spearman, MANY)) == said


def test_of_few_areas_there_is_no_verdict() -> None:
    few = Relation(0.99, 0.99, 7)
    assert answer("Alter", "Miete", few) == (
        "Aus sieben Werten lässt sich kein Zusammenhang ablesen: Mindestens zehn müssten es sein."
    )
    values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]
    assert list(cautions(few, (values, values), ["A"] * 7, (2022, 2022))) == [
        "Beide Zahlen sind von 2022, dem letzten Jahr, das es für beide gibt."
    ]
    assert answer("Alter", "Miete", Relation(0.99, 0.99, 10)).startswith("Ein starker")


def test_a_single_place_that_shapes_the_result_is_named() -> None:
    xs = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 100]
    ys = [5.0, 3, 8, 1, 6, 9, 2, 7, 4, 100]
    found = relate(xs, ys)
    assert found
    names = [f"Ort {number}" for number in range(10)]
    assert list(cautions(found, (xs, ys), names, (2022, 2020))) == [
        "Mit den Werten statt mit den Rangplätzen gerechnet, ergibt sich anderes: Einzelne "
        "Kommunen mit ungewöhnlichen Werten oder ein gebogener Verlauf prägen das Bild.",
        "Am stärksten wirkt Ort 9 auf das Maß nach Werten: Ohne diesen Ort läge es bei 0,07 "
        "statt 0,99.",
        "Ohne Ort 9 wäre kein Zusammenhang zu sehen (0,07 statt 0,32 nach Rangplätzen): "
        "Ein einzelner Ort prägt hier das Ergebnis.",
        "Gerechnet aus zehn Kommunen: 0,32 nach Rangplätzen, 0,99 nach Werten.",
        "Die Zahlen sind aus zwei verschiedenen Jahren, 2022 und 2020: "
        "Ein gemeinsames Jahr gibt es nicht.",
    ]
