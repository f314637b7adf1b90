"""Paragraphs, line breaks, headings, code, tables: what an editor means by them."""

import pytest
from prose_support import html


@pytest.mark.parametrize(
    "text",
    [
        "Kreis Muster\\\nAm Markt 1\\\n12345 Altstadt",
        "Kreis Muster  \nAm Markt 1   \n12345 Altstadt",
    ],
)
def test_lines_are_broken_where_an_editor_breaks_them(text: str) -> None:
    assert html(text) == "<p>Kreis Muster<br>\nAm Markt 1<br>\n12345 Altstadt</p>"
    assert html(f"- {text}".replace("\n", "\n  ")) == (
        "<ul>\n<li>Kreis Muster<br>\n  Am Markt 1<br>\n  12345 Altstadt</li>\n</ul>"
    )
    assert html("> " + text.replace("\n", "\n> ")) == (
        "<blockquote>\n<p>Kreis Muster<br>\nAm Markt 1<br>\n12345 Altstadt</p>\n</blockquote>"
    )


@pytest.mark.parametrize("blanks", [" ", "  ", "\t"])
def test_blanks_behind_a_backslash_change_nothing(blanks: str) -> None:
    assert html(f"Markt 1\\{blanks}\n12345 Altstadt") == "<p>Markt 1<br>\n12345 Altstadt</p>"


def test_a_backslash_that_breaks_nothing_is_not_shown() -> None:
    assert html("Ende\\\n\nNeu\\\\\nweiter") == "<p>Ende</p>\n<p>Neu\\\nweiter</p>"


@pytest.mark.parametrize("indent", [" ", "    ", "\t", "        "])
def test_an_indented_paragraph_is_no_code(indent: str) -> None:
    assert html(f"Erst.\n\n{indent}Dann *dies*.") == "<p>Erst.</p>\n<p>Dann <em>dies</em>.</p>"
    assert html(f"Erst.\n\n{indent}## Titel") == '<p>Erst.</p>\n<h2 id="titel">Titel</h2>'


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("## Titel {#anker}", '<h2 id="anker">Titel</h2>'),
        ("### Titel {#Mein_Anker-1} ###", '<h3 id="Mein_Anker-1">Titel</h3>'),
        ("##Titel", '<h2 id="titel">Titel</h2>'),
        ("## Titel ##", '<h2 id="titel">Titel</h2>'),
        ("## C# und F#", '<h2 id="c-und-f">C# und F#</h2>'),
        ("Text\n## Titel\nText", '<p>Text</p>\n<h2 id="titel">Titel</h2>\n<p>Text</p>'),
        (
            "## Gleich\n\n## Gleich\n\n## Ein anderer {#gleich}",
            '<h2 id="gleich_1">Gleich</h2>\n<h2 id="gleich_2">Gleich</h2>\n'
            '<h2 id="gleich">Ein anderer</h2>',
        ),
        ("## 🏠\n\n## …", '<h2 id="abschnitt">🏠</h2>\n<h2 id="abschnitt_1">…</h2>'),
        (
            "## Übersicht der Woh\u00adnungen",
            '<h2 id="uebersicht-der-wohnungen">Übersicht der Woh\u00adnungen</h2>',
        ),
        ("## Die Öﬀnung", '<h2 id="die-oeffnung">Die Öﬀnung</h2>'),
        (
            "## Mehr zu `Code` und [Zensus](https://a.example)",
            '<h2 id="mehr-zu-code-und-zensus">Mehr zu <code>Code</code> und <a href="https://a.example">Zensus</a></h2>',
        ),
        (r"\## kein Titel", "<p>## kein Titel</p>"),
        ("---", "<hr>"),
        ("Oben\n\n* * *\n\nUnten", "<p>Oben</p>\n<hr>\n<p>Unten</p>"),
        ("- a\n---\n", "<ul>\n<li>a</li>\n</ul>\n<hr>"),
        (
            "```\n<b>\n\n- [[wohnen]] *a*\n```\nDanach",
            "<pre><code>&lt;b&gt;\n\n- [[wohnen]] *a*\n</code></pre>\n<p>Danach</p>",
        ),
        ("~~~ python\nx = 1\n~~~", "<pre><code>x = 1\n</code></pre>"),
        (
            "1. eins\n   ```\n   a\n     b\n   ```\n2. zwei",
            "<ol>\n<li>eins<pre><code>a\n  b\n</code></pre>\n</li>\n<li>zwei</li>\n</ol>",
        ),
        (
            "`[[wohnen]]` und `{{ karte: a }}`",
            "<p><code>[[wohnen]]</code> und <code>{{ karte: a }}</code></p>",
        ),
        (
            "> Erste\n> Zeile\nund weiter\n\nText",
            "<blockquote>\n<p>Erste\nZeile\nund weiter</p>\n</blockquote>\n<p>Text</p>",
        ),
        (
            "> Zitat.\nText danach.",
            "<blockquote>\n<p>Zitat.</p>\n</blockquote>\n<p>Text danach.</p>",
        ),
        ("\u00a0\n\nText", "<p>Text</p>"),
        ("", ""),
    ],
)
def test_blocks_become_what_they_mean(text: str, made: str) -> None:
    assert html(text) == made


def cells(text: str) -> list[list[str]]:
    """Return the words of a table, row by row."""
    rows = html(text).split("<tr>")[1:]
    return [
        [
            cell.split(">", 1)[1].split("</t")[0]
            for cell in row.split("<t")[1:]
            if cell[:1] in "hd" and cell[1:2] in "> "
        ]
        for row in rows
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Text davor:\n| a | b |\n|---|---|\n| 1 | 2 |",
        "  | a | b |\n  |---|---|\n  | 1 | 2 |",
        "     | a | b |\n     |---|---|\n     | 1 | 2 |",
        "a | b\n---|---\n1 | 2",
        "| a | b |\n| :--- | ---: |\n| 1 | 2 |  ",
        "## Titel\n| a | b |\n|---|---|\n| 1 | 2 |\n\nDanach",
        "| a | b |\n|---|---|\n| 1 | 2 |\nText danach.",
        "> | a | b |\n> |---|---|\n> | 1 | 2 |",
        "- Punkt\n  | a | b |\n  |---|---|\n  | 1 | 2 |",
    ],
)
def test_a_table_needs_no_empty_line(text: str) -> None:
    assert cells(text) == [["a", "b"], ["1", "2"]]


def test_text_after_a_table_is_no_row() -> None:
    assert html("| a | b |\n|---|---|\n| 1 | 2 |\nText danach.").endswith("<p>Text danach.</p>")


def test_a_row_of_nothing_is_a_row() -> None:
    made = html("| Jahr | Wert |\n|---|---|\n| 2023 | 5 |\n| - | - |\n| 2024 | - |")
    assert made.count("<table>") == 1
    assert "<td>2023</td>" in made
    assert made.count("<td>-</td>") == 3


def test_a_link_with_a_bar_is_one_cell() -> None:
    made = html("| [a|b](https://a.example) | c |\n|---|---|\n| [[wohnen\\|Feld]] | 2 |")
    assert '<a href="https://a.example">a|b</a></th>\n<th scope="col">c</th>' in made
    assert '<td><a href="/wohnen/">Feld</a></td>\n<td>2</td>' in made


def test_bars_in_code_and_links_part_nothing() -> None:
    text = "| a | b |\n|---|---|\n| `x|y` | [[wohnen|Mieter*innen]] |\n| A \\| B | *x* |"
    assert cells(text) == [
        ["a", "b"],
        ["<code>x|y</code>", '<a href="/wohnen/">Mieter*innen</a>'],
        ["A | B", "<em>x</em>"],
    ]
