"""Stars, underscores and tildes: what is emphasis, and what is part of a word."""

import pytest
from prose_support import html, paragraph

from fokusbericht.text.prose import plain


@pytest.mark.parametrize(
    "text",
    [
        "Schüler*innen und Lehrer*innen lernen gemeinsam.",
        "Schüler_innen und Lehrer_innen",
        "Schüler:innen und Lehrer:innen",
        "eine Kolleg*in und ein*e Ärzt*in",
        "der*die Bürger*innen-Rat, jede*r",
        "Mitarbeiter*innen*vertretung der Lehrer*innen",
        "Schüler*Innen und LehrerInnen",
        "„Schüler“*innen und (Lehrer)*innen, Wert*",
        "Die Endungen *innen und *in",
        "Lehrer* und Schüler* (auch mit * am Ende)",
        "3 * 4 = 12, 5*6*7 = 210, a_b_c",
        "Ein * allein, ein _ allein",
        "Max_Muster_Weg 3, datei_name_neu.csv",
        "*innen",
        "Name*, Straße* und Leser*innen",
        "1*, 2** und 3*** (geschätzt)",
        "Kinder (0–6)*, Jugend*.",
        "Schüler*-Rat und Lehrer*-Rat, Schüler*/innen und Lehrer*/innen",
    ],
)
def test_a_star_between_letters_is_part_of_the_word(text: str) -> None:
    assert html(text) == f"<p>{text}</p>"
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Schüler*innen: ein *betontes* Wort und **fett** für Lehrer*innen",
            "Schüler*innen: ein <em>betontes</em> Wort und <strong>fett</strong> für Lehrer*innen",
        ),
        ("*Die Schüler*innen* kommen", "<em>Die Schüler*innen</em> kommen"),
        (
            "**Schüler*innen** und *Lehrer*innen*",
            "<strong>Schüler*innen</strong> und <em>Lehrer*innen</em>",
        ),
        ("**Sozial**planung", "<strong>Sozial</strong>planung"),
        ("***beides***", "<strong><em>beides</em></strong>"),
        ("**fett und *beides* darin**", "<strong>fett und <em>beides</em> darin</strong>"),
        ("*über\nzwei Zeilen*", "<em>über\nzwei Zeilen</em>"),
        ("(*betont*), „*betont*“", "(<em>betont</em>), „<em>betont</em>“"),
        ("_betont_ und __fett__", "<em>betont</em> und <strong>fett</strong>"),
        (r"\*nicht betont\* und 2\_3", "*nicht betont* und 2_3"),
        (r"C:\Daten, 1 \< 2, \[x\]", r"C:\Daten, 1 &lt; 2, [x]"),
        ("5*, *betont*, 6*.", "5*, <em>betont</em>, 6*."),
        (
            "**fett (Name*), Straße*)**, *x*",
            "<strong>fett (Name*), Straße*)</strong>, <em>x</em>",
        ),
        ("***a* b**, c*, d*", "<strong><em>a</em> b</strong>, c*, d*"),
        ("**Hinweis:**Text, *a*-Weg", "<strong>Hinweis:</strong>Text, <em>a</em>-Weg"),
        ("~~alt~~ neu, etwa ~5 und ~6", "<del>alt</del> neu, etwa ~5 und ~6"),
        ("~~*alt*~~ *~~alt~~*", "<del><em>alt</em></del> <em><del>alt</del></em>"),
        ("`a*b*c` und `<i>` bleiben", "<code>a*b*c</code> und <code>&lt;i&gt;</code> bleiben"),
        ("``ein ` darin`` *ja*", "<code>ein ` darin</code> <em>ja</em>"),
        ("ein ` allein *ja*", "ein ` allein <em>ja</em>"),
        ("`x`*innen *ja*", "<code>x</code>*innen <em>ja</em>"),
        ("**siehe `x` hier**", "<strong>siehe <code>x</code> hier</strong>"),
        ("R&amp;D, 5&nbsp;%, &copy; &#8211; &unbekannt;", "R&amp;D, 5\u00a0%, © – &amp;unbekannt;"),
        ("&lt;b&gt; &amp;lt; &#42;nicht&#42;", "&lt;b&gt; &amp;lt; *nicht*"),
        ("==Markiertes== bleibt", "==Markiertes== bleibt"),
        ("1990–2020 -- und --- „so“", "1990–2020 -- und --- „so“"),
    ],
)
def test_marks_outside_of_words_are_emphasis(text: str, made: str) -> None:
    assert html(text) == f"<p>{made}</p>"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("## Für Schüler*innen und Lehrer*innen", "Für Schüler*innen und Lehrer*innen"),
        ("- Schüler*innen\n- Lehrer*innen", "<li>Schüler*innen</li>\n<li>Lehrer*innen</li>"),
        (
            "| Schüler*innen | Lehrer*innen |\n|---|---|\n| Mieter*innen | Kolleg*innen |",
            ">Mieter*innen</td>\n<td>Kolleg*innen</td>",
        ),
        ("[[wohnen|Mieter*innen]] und [[arbeit|Kolleg*innen]]", ">Mieter*innen</a> und <a"),
        (
            "[Mieter*innen](https://a.example)*innen und Lehrer*innen*",
            "</a>*innen und Lehrer*innen*",
        ),
        ("> Schüler*innen und Lehrer*innen", "<p>Schüler*innen und Lehrer*innen</p>"),
        (
            "Wort[^1].\n\n[^1]: Schüler*innen und Lehrer*innen.",
            "<p>Schüler*innen und Lehrer*innen. <a",
        ),
    ],
)
def test_words_with_a_star_stand_anywhere(text: str, made: str) -> None:
    assert made in html(text)
    assert "<em>" not in html(text)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/ein_wort_und_noch_eins",
        "https://a.example/*stern*/b*c",
        "https://de.wikipedia.org/wiki/Wohnen_(Begriff)_heute",
        "www.a.example/a_b_c",
    ],
)
def test_an_address_stays_whole(address: str) -> None:
    assert html(f"Siehe {address} und *mehr*.") == f"<p>Siehe {address} und <em>mehr</em>.</p>"
    assert html(f"**siehe {address}**") == f"<p><strong>siehe {address}</strong></p>"
    assert f'href="{address}"' in html(f"[*so* heißt sie](<{address}>)*innen")


def test_a_link_may_hold_marks_and_brackets() -> None:
    assert paragraph('[**fett** und [eckig]](https://a.example/x_(y) "Titel")') == (
        '<a href="https://a.example/x_(y)" title="Titel"><strong>fett</strong> und [eckig]</a>'
    )
    assert paragraph(
        "[Zensus][z], [Zensus][], [Zensus]\n\n[z]: https://z.example\n[Zensus]: <https://y.example>"
    ) == (
        '<a href="https://z.example">Zensus</a>, <a href="https://y.example">Zensus</a>, '
        '<a href="https://y.example">Zensus</a>'
    )


def test_labels_are_taken_as_they_stand() -> None:
    label = "A*B_C~~D~~ `E` | F & G <H> #I !J \\K"
    assert f">{label.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</a>" in html(
        f"[[wohnen|{label}]]"
    )


def test_plain_text_has_letters_for_entities() -> None:
    assert plain("Kinder &amp; Jugend&nbsp;&#8211; ?a=1&b") == "Kinder & Jugend – ?a=1&b"


def test_plain_text_keeps_the_star_and_loses_the_marks() -> None:
    text = (
        "## Für Schüler*innen {#fuer}\n\n- [ ] *Offen* für **Lehrer*innen**[^1]\n- ~~alt~~ [neu](https://a.example)\n\n"
        "> Zitat\\\nzweite `Zeile`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Fußnote"
    )
    assert (
        plain(text) == "Für Schüler*innen Offen für Lehrer*innen alt neu Zitat zweite Zeile a b 1 2"
    )
