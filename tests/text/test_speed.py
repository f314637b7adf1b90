"""However much of one mark stands in a text, reading it takes as long as the text is long."""

import gc
import re
import time
from collections.abc import Callable

import pytest

from fokusbericht.checks import passages, plain_language
from fokusbericht.model.base import Text
from fokusbericht.problems import Place
from fokusbericht.sources.texts import find_placeholders
from fokusbericht.text.language import sentences, words
from fokusbericht.text.prose import (
    as_markdown_link,
    find_addresses,
    find_embeds,
    find_faults,
    find_html,
    find_links,
    find_pictures,
    find_stray_embeds,
    find_stray_links,
    find_titles,
    marks,
    plain,
    reading,
    sections,
    to_html,
)

PLACE = Place("a.md", 1)
ENOUGH = 0.1  # seconds; what is done sooner is never too slow
SIZE = 3_000

HOSTILE = {
    "Einbettung und Leerzeichen": lambda n: "{{ a:" + " " * n,
    "Einbettung und Wörter": lambda n: "{{ a:" + " b" * n,
    "geschweifte Klammern": lambda n: "{{" * n,
    "Backticks": lambda n: "`" * n,
    "Backticks verschiedener Länge": lambda n: " ".join(
        "`" * (i % 150 + 1) for i in range(n // 75)
    ),
    "Bilder": lambda n: "![" * n,
    "doppelte eckige Klammern": lambda n: "[[" * n,
    "eckige Klammern": lambda n: "[" * n + "]" * n,
    "Adressen ohne Ende": lambda n: "](" * n,
    "Links ohne Ende": lambda n: "[a](" * n,
    "Links mit Titel ohne Ende": lambda n: '[a](b "' * n,
    "Adressen in Spitzklammern": lambda n: "](< " * n,
    "Elemente": lambda n: "<a " * n,
    "ein langes Element": lambda n: "<a" + "/" * n,
    "Fußnoten ohne Ende": lambda n: "[^" * n,
    "Fußnoten": lambda n: "[^1] " * n,
    "erklärte Fußnoten": lambda n: "[^1]: a\n" * n,
    "Sterne vor Wörtern": lambda n: "*a " * n,
    "Sterne durcheinander": lambda n: "***a** b* " * n,
    "Sterne": lambda n: "*" * n,
    "Sterne im Wort": lambda n: "a*" * n,
    "Sterne vor Kommas": lambda n: "a*, " * n,
    "Sterne auf und zu": lambda n: " *a" * (n // 20) + "b**, " * (n // 20),
    "geschweifte Klammern in einer Zeile": lambda n: "\\{ a:" * n,
    "ein Wort in einer Klammer": lambda n: "[" + "a" * n,
    "Klammern und Adressen": lambda n: "[a] (https:" * n,
    "Links mit Leerzeichen": lambda n: "](https: " * n,
    "Verweise hinter Schrägstrichen": lambda n: "\\[\\[a" * n,
    "Striche in Klammern": lambda n: "|[a" * n + "\n" + "|-" * n,
    "Wellen": lambda n: "~~a " * n,
    "Zitate": lambda n: ">" * n,
    "Zitate in Zitaten": lambda n: ("> " * 20 + "a\n") * (n // 40),
    "Listen in Listen": lambda n: "".join("  " * (i % 100) + "- a\n" for i in range(n // 50)),
    "Listen in einer Zeile": lambda n: "- " * n + "a",
    "lange Listen": lambda n: "- a\n" * n,
    "Listen im Satz": lambda n: "a\n- b\n" * n,
    "Striche": lambda n: "|" * n + "\n" + "|-" * n + "|\n" + "|" * n,
    "Zeilen einer Tabelle": lambda n: "|a|b|\n|-|-|\n" + "|a|b|\n" * n,
    "Köpfe von Tabellen": lambda n: "|a\n|-" * n,
    "Schrägstriche": lambda n: "\\" * n,
    "Rauten": lambda n: "## a" + " #" * n + "b",
    "Leerzeichen": lambda n: " " * n + "a",
    "leere Zeilen": lambda n: "\n" * n,
    "Adressen": lambda n: "https://a_(" * n,
    "Verweise": lambda n: "[a]: b\n" * (n // 9) + "[a]" * n,
    "Verweis ohne Adresse": lambda n: "[a]:" + " " * n,
    "Punkte": lambda n: "." * n,
    "Abkürzungen": lambda n: "z. B. " * n,
    "Lücken": lambda n: "hier" + " " * n,
}


def _html(source: str) -> None:
    to_html(source, lambda target, label: as_markdown_link(label or target, "/x/"), lambda *_: "")


def _found(source: str) -> None:
    finders = (find_addresses, find_html, find_links, find_embeds, find_pictures, find_titles)
    for find in (*finders, find_stray_embeds, find_stray_links):
        list(find(Text(source, PLACE)))  # type: ignore[operator]


def _told(source: str) -> None:
    list(find_faults(Text(source, PLACE)))


def _read(source: str) -> None:
    list(sections(source))
    plain(source)
    list(find_placeholders(f"{source} todo", "a.md"))


def _sentences(source: str) -> None:
    words(source)
    sentences(source)
    list(passages._of_text(Text(source, PLACE)))
    for pattern in (plain_language.ADDRESS, plain_language.NOTE, plain_language.MARK):
        pattern.sub("", source)


def _seconds(work: Callable[[str], None], source: str) -> float:
    best = float("inf")
    for _ in range(3):
        for memory in (reading.read, marks._without_code, marks._line_starts):
            memory.cache_clear()
        gc.disable()  # what other tests left behind is no part of the work
        begin = time.process_time()
        work(source)
        best = min(best, time.process_time() - begin)
        gc.enable()
        if best < ENOUGH:
            break
    return best


@pytest.mark.parametrize("work", [_html, _found, _told, _read, _sentences])
@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_about_four_times_the_time(
    name: str, work: Callable[[str], None]
) -> None:
    # A busy machine may slow down one of the two; not always the longer one.
    assert any(_is_linear(work, HOSTILE[name]) for _ in range(4))


def _is_linear(work: Callable[[str], None], text_of: Callable[[int], str]) -> bool:
    once, four_times = (_seconds(work, text_of(size)) for size in (SIZE, 4 * SIZE))
    return four_times < ENOUGH or four_times < 9 * once  # in square it would be 16


@pytest.mark.parametrize(
    "text",
    ["{{ a:" + " " * 3_000, "`" * 50_000, "![" * 50_000, "[[" * 50_000, "*a" * 20_000],
    ids=["embed", "backticks", "pictures", "links", "stars"],
)
def test_a_hundred_thousand_marks_are_read_at_all(text: str) -> None:
    for work in (_html, _found, _told, _read, _sentences):
        work(text)


def test_what_is_too_long_stays_as_it_is_written() -> None:
    made = to_html("*a " * 400, str, str)
    assert re.fullmatch(r"<p>(\*a ?)+</p>", made)
