"""Sentences and words of German text, as the rules count them."""

import pytest

from fokusbericht.text.language import sentences, words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("Ein Satz ohne Punkt", 1),
        ("Am 18. November 2022 tagte die Gruppe. Sie beriet.", 2),
        ("Das kostet ca. 5 Mio. Euro, z. B. für Räume.", 1),
        ("Laut Nr. 7 gilt Abs. 2 usw. Auch hier.", 1),
        ("Das war 2023. Der Kreistag stimmte zu.", 2),
        ("„Das reicht nicht.“ So sagt es die Gruppe.", 2),
        ("Wer zahlt? Der Kreis! Und dann …", 3),
        ("Siehe www.beispiel.de und 3.5 Prozent.", 1),
    ],
)
def test_sentences_are_counted_as_people_count_them(text: str, number: int) -> None:
    assert len(sentences(text)) == number


def test_hyphens_join_words() -> None:
    assert words("Die Kita-Plätze, 12 an der Zahl.") == (
        "Die",
        "Kita-Plätze",
        "12",
        "an",
        "der",
        "Zahl",
    )
