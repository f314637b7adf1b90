"""Pages in Leichte Sprache: a sentence a line, the way there and back, films with captions."""

from pathlib import Path

import pytest
from media.filming import FRAMES, SECRET, UDTA, film
from support import loaded, replaced, small_county, told

from fokusbericht.building.output import Output
from fokusbericht.pages.texte.leichte_sprache import line_by_line
from fokusbericht.site import plan_site
from fokusbericht.text.prose import to_html

FOLDER = "content/leichte-sprache"
HEAD = "---\ntitel: {}\nkurz: {}\ngeaendert: 2026-11-22\nreihenfolge: {}\n{}---\n\n"
FIRST = HEAD.format("Leichte Sprache", "Das ist leicht.", 1, "") + "Hier lesen Sie mehr.\n"
TEXT = """## Worum geht es?

Alle brauchen eine Wohnung.
Manche Wohnungen stehen leer.

- Eine Wohnung ist klein.
  Eine andere ist groß.
"""


def made(
    folder: Path, more: str = "", files: dict[str, str | None] | None = None
) -> dict[str, Output]:
    """Return the files of the small county with two pages in Leichte Sprache, by path."""
    wohnen = HEAD.format("Wohnen", "Es geht um Wohnungen.", 2, f"zu: wohnen\n{more}") + TEXT
    pages = {f"{FOLDER}/uebersicht.md": FIRST, f"{FOLDER}/wohnen.md": wohnen}
    report, problems = loaded(small_county(folder, pages | (files or {})))
    outputs, dead = plan_site(report)
    assert (problems, dead) == ([], [])
    return {one.path: one for one in outputs}


def page(outputs: dict[str, Output], path: str) -> str:
    """Return a page as text."""
    return outputs[f"{path}/index.html"].make().decode()


def test_each_sentence_has_a_line(tmp_path: Path) -> None:
    html = page(made(tmp_path), "leichte-sprache/wohnen")
    assert "Alle brauchen eine Wohnung.<br>\nManche Wohnungen stehen leer.</p>" in html
    assert "<li>Eine Wohnung ist klein.<br>\n  Eine andere ist groß.</li>" in html
    assert '<div class="leicht" lang="de-simple">' in html


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("- a\n- b\nDanach.\nUnd mehr.", "<li>b</li>\n</ul>\n<p>Danach.<br>\nUnd mehr.</p>"),
        ("1. a\n2. b\nDanach.", "<li>b</li>\n</ol>\n<p>Danach.</p>"),
        ("31. Dezember\nist Silvester.", "<p>31. Dezember<br>\nist Silvester.</p>"),
        ("Eins.\\\nZwei.\nDrei.", "<p>Eins.<br>\nZwei.<br>\nDrei.</p>"),
        ("A[^1].\n\n[^1]: Note.\nDanach.", "<p>Danach.</p>\n<div"),
    ],
)
def test_a_line_below_a_list_or_note_is_none_of_it(source: str, shown: str) -> None:
    assert shown in to_html(line_by_line(source), str, str)


def test_the_way_leads_there_and_back(tmp_path: Path) -> None:
    outputs = made(tmp_path)
    hard = page(outputs, "handlungsfelder/wohnen")
    there = '<a href="../../leichte-sprache/wohnen/" hreflang="de-simple">'
    assert there in hard and "Dieser Text in Leichter Sprache</a>" in hard
    assert '<a href="../../handlungsfelder/wohnen/" hreflang="de">Wohnen</a>' in page(
        outputs, "leichte-sprache/wohnen"
    )
    assert '<a href="wohnen/">Wohnen</a>' in page(outputs, "leichte-sprache")
    assert "Dieser Text in Leichter Sprache" not in page(outputs, "grundlagen/verfahren")


def test_the_same_in_easy_words_is_no_mention(tmp_path: Path) -> None:
    hard = page(made(tmp_path), "handlungsfelder/wohnen")
    assert hard.count("leichte-sprache/wohnen/") == 2  # in the head, and under the title


def test_an_untested_text_says_so(tmp_path: Path) -> None:
    untested = "Eine Prüf-Gruppe hat diesen Text noch nicht gelesen."
    assert untested in page(made(tmp_path / "a"), "leichte-sprache/wohnen")
    tested = page(
        made(tmp_path / "b", "pruefgruppe: Die Gruppe aus Hafenau\n"), "leichte-sprache/wohnen"
    )
    assert untested not in tested
    assert "Das ist die Prüf-Gruppe: Die Gruppe aus Hafenau" in tested


FILM = (
    "dgs:\n  film: wohnen.mp4\n  untertitel: wohnen.vtt\n"
    "  abschrift: |\n    Alle brauchen eine Wohnung.\n    Das ist wichtig.\n"
)
CAPTIONS = "WEBVTT\n\nNOTE Erika\n\n00:01.000 --> 00:04.000\nAlle brauchen eine Wohnung.\n"


def with_film(folder: Path, film: bytes, captions: str) -> Path:
    """Return the small county with a film on a page in Leichte Sprache."""
    wohnen = HEAD.format("Wohnen", "Es geht um Wohnungen.", 2, f"zu: wohnen\n{FILM}") + TEXT
    pages = {f"{FOLDER}/uebersicht.md": FIRST, f"{FOLDER}/wohnen.md": wohnen}
    root = small_county(folder, {**pages, "content/medien/wohnen.vtt": captions})
    (root / "content/medien/wohnen.mp4").write_bytes(film)
    return root


def test_a_film_of_our_own_has_captions_and_a_transcript(tmp_path: Path) -> None:
    data = film(UDTA)
    report, problems = loaded(with_film(tmp_path, data, CAPTIONS))
    assert problems == []
    outputs = {one.path: one for one in plan_site(report)[0]}
    html = page(outputs, "leichte-sprache/wohnen")
    assert '<source src="wohnen.mp4" type="video/mp4">' in html
    assert '<track kind="captions" src="wohnen.vtt" srclang="de"' in html
    assert "<p>Alle brauchen eine Wohnung.<br>\nDas ist wichtig.</p>" in html
    made = outputs["leichte-sprache/wohnen/wohnen.mp4"].make()
    assert len(made) == len(data) and FRAMES in made and SECRET in data and SECRET not in made
    assert outputs["leichte-sprache/wohnen/wohnen.vtt"].make() == (
        b"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nAlle brauchen eine Wohnung.\n"
    )


def test_films_and_captions_are_told_with_their_own_place(tmp_path: Path) -> None:
    root = with_film(tmp_path, b"kein Film", CAPTIONS.replace("Alle", "<script>Alle"))
    assert told(root) == [
        "content/medien/wohnen.mp4:1:1: Das ist kein Film der Art MP4. Bitte noch einmal als MP4 "
        "speichern. (film)",
        "content/medien/wohnen.vtt:6:1: „<script>“ ist in Untertiteln nicht erlaubt. Möglich sind "
        "<b>, <i>, <u>, <v Name> und <c>. (film)",
    ]


def test_a_film_that_is_a_pointer_or_a_link_is_told_and_not_opened(tmp_path: Path) -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"
    root = with_film(tmp_path, pointer, CAPTIONS)
    path = "content/medien/wohnen.mp4"
    assert [line for line in told(root) if path in line] == [
        f"{path}:1:1: Hier liegt nur ein Zeiger von Git LFS, nicht die Datei selbst. Bitte mit "
        "„git lfs pull“ holen. (lesbar)"
    ]
    (root / path).unlink()
    (root / path).symlink_to("/etc/passwd")
    assert [line.partition(";")[0] for line in told(root) if path in line] == [
        f"{path}:1:1: Dies ist eine Verknüpfung"
    ]


def test_captions_that_are_not_utf8_are_told(tmp_path: Path) -> None:
    root = with_film(tmp_path, film(), CAPTIONS)
    (root / "content/medien/wohnen.vtt").write_bytes(CAPTIONS.replace("Al", "Ä").encode("latin-1"))
    assert [line.partition(": ")[0] for line in told(root)] == ["content/medien/wohnen.vtt:6:1"]


def test_captions_beyond_the_end_of_the_film_are_told(tmp_path: Path) -> None:
    late = f"{CAPTIONS}\n01:00.000 --> 01:04.000\nZu spät.\n"
    assert told(with_film(tmp_path, film(), late)) == [
        "content/medien/wohnen.vtt:8:1: Dann ist der Film schon zu Ende. (film)"
    ]


def test_a_film_elsewhere_is_named_before_it_is_opened(tmp_path: Path) -> None:
    html = page(
        made(tmp_path, "dgs: {adresse: https://video.example/1}\n"), "leichte-sprache/wohnen"
    )
    assert "<video" not in html
    before, link, _ = html.partition('<a href="https://video.example/1"')
    assert link
    assert "Die andere Internet-Seite heißt: video.example<br>" in before


def test_without_a_first_page_nothing_leads_to_it(tmp_path: Path) -> None:
    outputs = made(tmp_path, files={f"{FOLDER}/uebersicht.md": FIRST})
    assert "leichte-sprache/index.html" in outputs
    wohnen = HEAD.format("Wohnen", "Es geht um Wohnungen.", 2, "") + TEXT
    root = small_county(tmp_path / "ohne", {f"{FOLDER}/wohnen.md": wohnen})
    alone = {one.path: one for one in plan_site(loaded(root)[0])[0]}
    assert "leichte-sprache/index.html" not in alone
    assert 'href="../"' not in page(alone, "leichte-sprache/wohnen")


def test_a_county_without_such_pages_links_to_none(tmp_path: Path) -> None:
    files = replaced("content/seiten/verfahren.md", "Erst der", "Zuerst der")
    outputs = {
        one.path: one for one in plan_site(loaded(small_county(tmp_path, dict(files)))[0])[0]
    }
    assert not [path for path in outputs if path.startswith("leichte-sprache")]
    assert "leichte-sprache" not in outputs["sitemap.xml"].make().decode()
