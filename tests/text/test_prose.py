"""Texts: links and embeds with their places, HTML that is safe and can be linked to."""

from fokusbericht.model.base import Text
from fokusbericht.problems import Place
from fokusbericht.text.prose import (
    find_addresses,
    find_embeds,
    find_html,
    find_links,
    plain,
    to_html,
)


def text(source: str, line: int = 10) -> Text:
    return Text(source, Place("a.md", line))


def html(source: str) -> str:
    return to_html(
        source, lambda target, label: f"[{label or target}](/{target}/)", "<i>{}:{}</i>".format
    )


def test_links_know_their_place() -> None:
    found = list(find_links(text("Erst\n\nDann [[wohnen]] und [[kommune:wedel|in Wedel]].")))
    assert [(one.target, one.label, str(one.place)) for one in found] == [
        ("wohnen", "", "a.md:12:6"),
        ("kommune:wedel", "in Wedel", "a.md:12:21"),
    ]


def test_the_words_of_a_link_may_go_on_in_the_next_line() -> None:
    source = "Siehe [[kommune:elmshorn|in\n  Elmshorn]]."
    assert [one.label for one in find_links(Text(source, Place("a.md", 1)))] == ["in Elmshorn"]
    assert ">in Elmshorn</a>." in to_html(source, lambda _, label: f"[{label}](/x/)", str)


def test_embeds_stand_on_a_line_of_their_own() -> None:
    found = list(find_embeds(text("{{ karte: miete, 2022 }}\nmitten {{ karte: miete }} im Satz")))
    assert [(one.target, one.label, str(one.place)) for one in found] == [
        ("karte", "miete, 2022", "a.md:10:1")
    ]


def test_addresses_and_html_are_found() -> None:
    found = text("[hier](https://a.example/b) und <b>fett</b>, `<i>` nicht, 3 < 4 nicht")
    assert [one.target for one in find_addresses(found)] == ["https://a.example/b"]
    assert [one.target for one in find_html(found)] == ["<b>"]


def test_links_and_embeds_become_html() -> None:
    assert html("Zum [[wohnen|Feld Wohnen]].") == '<p>Zum <a href="/wohnen/">Feld Wohnen</a>.</p>'
    assert html("Vor\n{{ karte: miete }}\nnach") == "<p>Vor</p>\n<i>karte:miete</i>\n<p>nach</p>"


def test_html_in_texts_is_shown_not_run() -> None:
    for evil in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<b onclick='x'>a</b>",
    ):
        made = html(evil)
        assert "<script" not in made and "<img" not in made and "<b " not in made


def test_headings_get_readable_anchors() -> None:
    assert html("## Erkenntnisse über Städte") == (
        '<h2 id="erkenntnisse-ueber-staedte">Erkenntnisse über Städte</h2>'
    )


def test_tables_scroll_by_themselves() -> None:
    made = html("| a | b |\n|---|---|\n| 1 | 2 |")
    assert made.startswith('<div class="tabelle"')
    assert made.count("<table>") == made.count("</table></div>") == 1
    assert 'role="region" aria-label="Tabelle 1: a, b" tabindex="0"' in made


def test_heads_of_tables_that_are_embedded_stay_as_they_are() -> None:
    embedded = '<table class="zahlen"><tr><th scope="row">x</th></tr></table>'
    made = to_html(
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n{{ tabelle: x }}\n",
        lambda target, label: "",
        lambda name, argument: embedded,
    )
    assert made.count('<th scope="row">x</th>') == 1
    assert made.count("<th scope=") == 3


def test_aligned_columns_need_no_inline_style() -> None:
    made = html("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<td class="right">2</td>' in made
    assert "style" not in made


def test_plain_text_for_descriptions() -> None:
    assert plain("## Titel\n\nEin [[wohnen|Feld]] und *mehr* [dort](https://a.example).") == (
        "Titel Ein Feld und mehr dort."
    )
