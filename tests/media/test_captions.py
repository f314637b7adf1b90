"""Captions are read cue by cue and written anew; what is wrong is told with line and column."""

import pytest

from fokusbericht.media.captions import read_captions, write_captions

HEAD = "WEBVTT\n\n"
ONE = "00:01.000 --> 00:04.000\nAlle brauchen eine Wohnung.\n"


def faults(text: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.sentence) for one in read_captions(text)[1]]


def written(text: str) -> str:
    cues, found = read_captions(text)
    assert found == []
    return write_captions(cues)


PLAIN = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nAlle brauchen eine Wohnung.\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ONE,
        "\ufeff" + HEAD + ONE,
        (HEAD + ONE).replace("\n", "\r\n"),
        (HEAD + ONE).replace("\n", "\r"),
        HEAD + ONE.strip(),
        "WEBVTT Wohnen\nKind: captions\nLanguage: de\n\n" + ONE,
        "WEBVTT\n" + ONE,
        HEAD + "1\n" + ONE,
        HEAD + "NOTE Erika Muster, Telefon 0123\nnoch eine Zeile\n\n" + ONE,
        HEAD + "STYLE\n::cue { background: url(https://fremd.example/) }\n\n" + ONE,
        HEAD + "REGION\nid:unten\nwidth:40%\n\n" + ONE + "\n\n\nNOTE Ende\n",
        HEAD + ONE.replace("00:04.000", "00:04.000 region:unten onclick:x align:mitte"),
        HEAD + "\t00:00:01.000 \t-->  00:00:04.000 \nAlle brauchen eine Wohnung.",
    ],
)
def test_nothing_is_published_but_times_and_text(text: str) -> None:
    assert written(text) == PLAIN


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("<b>Alle</b> &amp; <i>keiner</i>", "<b>Alle</b> &amp; <i>keiner</i>"),
        ("<v Erika Muster>Guten Tag", "<v Erika Muster>Guten Tag"),
        ("<v.laut Erika>Guten Tag</v>", "<v Erika>Guten Tag</v>"),
        ("<c.gelb>Wohnen</c>", "<c>Wohnen</c>"),
        ("<lang de>Haus</lang>", "<lang de>Haus</lang>"),
        ("<ruby>Haus<rt>Bau</rt></ruby>", "<ruby>Haus<rt>Bau</rt></ruby>"),
        ("Erst <00:00:02.000>dann", "Erst <00:00:02.000>dann"),
        ("A & B", "A &amp; B"),
        ("3 &lt; 4 &gt; 2", "3 &lt; 4 &gt; 2"),
        ("&lt;script&gt;x&lt;/script&gt;", "&lt;script&gt;x&lt;/script&gt;"),
        ("zwei\nZeilen", "zwei\nZeilen"),
        ("<b>über\nzwei</b> Zeilen", "<b>über\nzwei</b> Zeilen"),
    ],
)
def test_markup_of_the_format_stays(line: str, made: str) -> None:
    text = f"{HEAD}00:01.000 --> 00:04.000 line:0 align:start\n{line}\n"
    assert written(text) == (
        f"WEBVTT\n\n00:00:01.000 --> 00:00:04.000 line:0 align:start\n{made}\n"
    )
    assert written(written(text)) == written(text)


NO_HEAD = "Untertitel beginnen mit einer Zeile „WEBVTT“ und einer leeren Zeile."
NO_TIMING = "Hier wird eine Zeit erwartet, etwa „00:01.000 --> 00:04.000“."
MARKS = "Möglich sind <b>, <i>, <u>, <v Name> und <c>."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(1, 1, NO_HEAD)]),
        ("WEBVTTX\n\n" + ONE, [(1, 1, NO_HEAD)]),
        ("\n" + HEAD + ONE, [(1, 1, NO_HEAD)]),
        ("<script>alert(1)</script>", [(1, 1, NO_HEAD)]),
        (
            "1\n00:00:01,000 --> 00:00:04,000\nHallo\n",
            [(1, 1, "Das sind Untertitel der Art SRT. Bitte als WebVTT (.vtt) speichern.")],
        ),
        (HEAD, [(1, 1, "Die Datei enthält keine Untertitel.")]),
        (HEAD + "NOTE nichts\n", [(1, 1, "Die Datei enthält keine Untertitel.")]),
        (
            HEAD + "00:01,000 --> 00:04,000\nHallo\n",
            [(3, 1, "Vor den Tausendsteln steht in WebVTT ein Punkt, kein Komma.")],
        ),
        (HEAD + "00:01.000 -> 00:04.000\nHallo\n", [(4, 1, NO_TIMING)]),
        (HEAD + "00:61.000 --> 00:64.000\nHallo\n", [(3, 1, NO_TIMING)]),
        (HEAD + "Nur ein Satz.\n", [(3, 1, NO_TIMING)]),
        (HEAD + ONE + "\nHier fehlt die Zeit.\nUnd hier.\n", [(7, 1, NO_TIMING)]),
        (
            HEAD + "00:04.000 --> 00:01.000\nHallo\n",
            [(3, 1, "Dieser Untertitel endet, ehe er beginnt.")],
        ),
        (
            HEAD + ONE + "\n00:03.000 --> 00:05.000\nWeiter\n",
            [(6, 1, "Dieser Untertitel beginnt, ehe der über ihm endet.")],
        ),
        (
            HEAD + ONE + "\n00:00.500 --> 00:00.900\nZurück\n",
            [(6, 1, "Dieser Untertitel beginnt vor dem, der über ihm steht.")],
        ),
        (HEAD + "00:01.000 --> 00:04.000\n\n", [(3, 1, "Dieser Untertitel hat keinen Text.")]),
        (
            HEAD + "00:01.000 --> 00:04.000\n<b> &nbsp; </b>\n",
            [(3, 1, "Dieser Untertitel hat keinen Text.")],
        ),
        (
            HEAD + ONE + "00:05.000 --> 00:06.000\nWeiter\n",
            [(5, 11, "Vor der Zeit eines Untertitels steht eine leere Zeile.")],
        ),
        (
            HEAD + "00:01.000 --> 00:04.000\nEin <script>x</script>\n",
            [
                (4, 5, f"„<script>“ ist in Untertiteln nicht erlaubt. {MARKS}"),
                (4, 14, "„</script>“ schließt nichts, was offen ist."),
            ],
        ),
        (
            HEAD + "00:01.000 --> 00:04.000\nHallo <img src=x onerror=alert(1)>\n",
            [(4, 7, f"„<img src=x onerror=alert(1)>“ ist in Untertiteln nicht erlaubt. {MARKS}")],
        ),
        (
            HEAD + "00:01.000 --> 00:04.000\n<b onclick=x>Hallo</b>\n",
            [
                (4, 1, f"„<b onclick=x>“ ist in Untertiteln nicht erlaubt. {MARKS}"),
                (4, 19, "„</b>“ schließt nichts, was offen ist."),
            ],
        ),
        (
            HEAD + "00:01.000 --> 00:04.000\n<b>Hallo\n",
            [(4, 1, "„<b>“ wird nicht geschlossen.")],
        ),
        (
            HEAD + "00:01.000 --> 00:04.000\n3 < 4\n",
            [(4, 3, "Ein „<“ im Text schreibt man als „&lt;“.")],
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    text: str, found: list[tuple[int, int, str]]
) -> None:
    assert faults(text) == found


def test_brackets_without_end_are_read_in_linear_time() -> None:
    for content in ("<" * 20_000, "<b>" * 9_000, "&<" * 9_000, "<v " + "a" * 99_000):
        assert faults(f"{HEAD}00:01.000 --> 00:04.000\n{content}\n")
