"""Terms are found whatever their endings, whole words only, the longest first."""

import pytest

from fokusbericht.text.prose import Explaining
from fokusbericht.text.terms import TermForm, Vocabulary, abbreviation, form_of

WRITTEN = {
    "aufgabe": "Freiwillige Aufgabe",
    "dienst": "Öffentlicher Gesundheitsdienst",
    "jugendhilfe": "Kinder- und Jugendhilfe",
    "kdu": "Kosten der Unterkunft",
    "klasse": "Klasse (auf einer Karte)",
    "kreis": "Kreis",
    "staedte": "Kreisfreie Städte",
    "vorlage": "Vorlage",
}


def vocabulary() -> Vocabulary:
    forms = [form_of(key, written) for key, written in WRITTEN.items()]
    return Vocabulary(filter(None, [*forms, abbreviation("sgb-ii", "SGB II")]))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die freiwilligen Aufgaben des Kreises", ["freiwilligen Aufgaben", "Kreises"]),
        ("im öffentlichen Gesundheitsdienst", ["öffentlichen Gesundheitsdienst"]),
        ("Kinder- und Jugendhilfe", ["Kinder- und Jugendhilfe"]),
        ("Kosten\nder Unterkunft", ["Kosten der Unterkunft"]),
        ("in kreisfreien Städten", ["kreisfreien Städten"]),
        ("Kreistag, Landkreis, Kreis-Haushalt, kreisweit, im Kreis", ["Kreis"]),
        ("eine Beschlussvorlage, zwei Vorlagen", ["Vorlagen"]),
        ("nach dem SGB II, nicht SGB III und nicht SGB-II-Leistungen", ["SGB II"]),
        ("eine Klasse in der Schule", []),
    ],
)
def test_words_that_mean_a_term(text: str, found: list[str]) -> None:
    assert [use.words for use in vocabulary().uses(text)] == found


def explained(html: str, **words: str) -> str:
    explaining = Explaining(
        {word.replace("_", " "): key for word, key in words.items()},
        {"../glossar/#amt": "amt"},
        word=lambda key, label: f"[{label}]",
        card=lambda key: f"({key})",
        done=set(),
    )
    return explaining.explained(html)


def test_a_term_is_explained_once_with_its_card_behind_the_paragraph() -> None:
    html = "<p>Der Kreis und der Kreis.</p>\n<p>Kreise und Kreis</p>"
    assert explained(html, Kreis="kreis", Kreise="kreis") == (
        "<p>Der [Kreis] und der Kreis.</p>(kreis)\n<p>Kreise und Kreis</p>"
    )


def test_cards_stay_within_their_item_and_before_a_list_in_it() -> None:
    html = "<ul><li>Kreis<ul><li>Amt</li></ul></li></ul>"
    assert explained(html, Kreis="kreis", Amt="amt") == (
        "<ul><li>[Kreis](kreis)<ul><li>[Amt](amt)</li></ul></li></ul>"
    )


def test_nothing_is_explained_in_titles_tables_quotes_code_and_links() -> None:
    html = (
        "<h2>Kreis</h2><table><tr><th>Kreis</th><td>Kreis</td></tr></table><pre><code>Kreis</code>"
        '</pre><blockquote><p>Kreis</p></blockquote><p><a href="x">Kreis</a> <code>Kreis</code></p>'
    )
    assert explained(html, Kreis="kreis") == html
    assert explained(f"{html}<p>Kreis</p>", Kreis="kreis") == f"{html}<p>[Kreis]</p>(kreis)"


def test_a_link_into_the_glossary_is_explained_and_later_ones_stay_links() -> None:
    html = '<p><a href="../glossar/#amt">die <em>Ämter</em></a></p>'
    assert explained(html + html) == f"<p>[die <em>Ämter</em>]</p>(amt){html}"


def test_at_most_three_in_a_paragraph() -> None:
    words = {"Eins": "1", "Zwei": "2", "Drei": "3", "Vier": "4"}
    assert explained("<p>Eins Zwei Drei Vier</p><p>Vier</p>", **words) == (
        "<p>[Eins] [Zwei] [Drei] Vier</p>(1)(2)(3)<p>[Vier]</p>(4)"
    )


def test_of_two_forms_the_longer_holds() -> None:
    forms = [form_of("a", "Grundsicherung"), form_of("b", "Grundsicherung im Alter")]
    found = Vocabulary(one for one in forms if isinstance(one, TermForm))
    uses = found.uses("Grundsicherung im Alter, Grundsicherung")
    assert [(use.key, use.words) for use in uses] == [
        ("b", "Grundsicherung im Alter"),
        ("a", "Grundsicherung"),
    ]
