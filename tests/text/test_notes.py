"""Footnotes: rendered with ways there and back, each name once."""

from prose_support import html

from fokusbericht.model.base import Text
from fokusbericht.problems import Place
from fokusbericht.text.prose import find_addresses, to_html


def test_a_note_stands_below_with_a_way_there_and_back() -> None:
    assert html("Mehr als früher[^1].\n\n[^1]: Statistisches Amt, 2022.") == (
        '<p>Mehr als früher<sup class="fussnote"><a id="fussnote-1-stelle" href="#fussnote-1" '
        'aria-label="Fußnote 1">1</a></sup>.</p>\n'
        '<div class="fussnoten"><p class="nur-vorgelesen">Fußnoten</p>\n<ol>\n'
        '<li id="fussnote-1"><p>Statistisches Amt, 2022. <a class="zurueck" '
        'href="#fussnote-1-stelle" aria-label="Zurück zu Fußnote 1 im Text">↩</a></p></li>\n'
        "</ol>\n</div>"
    )


def test_notes_are_counted_as_they_are_mentioned() -> None:
    made = html("B[^b], a[^Quelle], b[^b].\n\n[^quelle]: A.\n[^b]: B.\n[^nie]: Nie.")
    assert made.index(">1</a>") < made.index(">2</a>")
    assert made.index("<p>B. <a") < made.index("<p>A. <a")
    assert "Nie" not in made
    assert 'id="fussnote-1-stelle-2"' in made
    assert 'aria-label="Zurück zu Fußnote 1 im Text, Stelle 2"' in made


def test_a_note_may_be_long_and_mention_another() -> None:
    made = html(
        "A[^a] am Ende!\n\n[^a]: Eins,\nweiter[^b].\n\n    Zweiter Absatz.\n\n    - Punkt\n\n"
        "[^b]: [Zensus](https://z.example), *betont*.\n\nDanach."
    )
    assert "<p>Danach.</p>\n<div" in made
    assert "<p>Eins,\nweiter<sup" in made
    assert "<p>Zweiter Absatz.</p>\n<ul>\n<li>Punkt</li>\n</ul><p><a" in made
    assert '<a href="https://z.example">Zensus</a>, <em>betont</em>. <a class="zurueck"' in made


def test_notes_stand_in_tables_lists_headings_and_quotes() -> None:
    made = html(
        "## Titel[^1]\n\n- Punkt[^2]\n\n> Zitat[^3]\n\n| a[^4] | b |\n|---|---|\n| 1[^1] | 2 |\n\n"
        "[^1]: a\n[^2]: b\n[^3]: c\n[^4]: d"
    )
    assert '<h2 id="titel">' in made
    assert made.count('<li id="fussnote-') == 4
    assert made.count('class="zurueck"') == 5


def test_a_colon_may_follow_a_note() -> None:
    made = html("Dazu zählen[^1]: Wohnen.\n\n[^1]: Nach § 5.")
    assert "Dazu zählen<sup" in made
    assert "</sup>: Wohnen.</p>" in made
    assert "<p>Nach § 5. <a" in made


def test_a_text_without_notes_is_left_alone() -> None:
    assert html("A[^x] `[^1]` \\[^1]\n\n[^1]: B") == "<p>A[^x] <code>[^1]</code> [^1]</p>"


def test_ids_of_several_texts_are_told_apart() -> None:
    first, second = (to_html("A[^1]\n\n[^1]: B", str, str, scope) for scope in ("1", "2"))
    assert first != second


def test_addresses_in_notes_are_found_and_notes_are_none() -> None:
    text = Text(
        "A[^1][^2]\n\n[^1]: https://www.zensus2022.de\n[^2]: [x](htp://falsch), <ftp://b>\n"
        "[Hinweis]: siehe unten\n[z]: falsch",
        Place("a.md", 10),
    )
    assert [(one.target, str(one.place)) for one in find_addresses(text)] == [
        ("htp://falsch", "a.md:13:11"),
        ("falsch", "a.md:15:6"),
        ("ftp://b", "a.md:13:27"),
    ]
