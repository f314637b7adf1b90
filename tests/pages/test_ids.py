"""Each id stands once on its page, however editors call their headings."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from support import SMALL, loaded, small_county, told

from fokusbericht.building.templates import own_ids
from fokusbericht.checks.names import _is_taken
from fokusbericht.model.base import Key, Kind
from fokusbericht.site import plan_site

WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NOTES = "Mehr[^1], und noch einmal[^1].\n\n[^1]: Statistisches Amt, 2022."
READING = """---
titel: '{}: mehr Leerstand'
geaendert: 2023-02-01
indikator: leerstand
datum: {}-12
---

"""


def ids_of(files: dict[str, str], folder: Path) -> dict[str, list[str]]:
    """Return the ids of all pages of the small county, some of its files changed."""
    report, problems = loaded(small_county(folder, files))
    assert problems == []
    pages = {one.path: one.make() for one in plan_site(report)[0] if one.path.endswith(".html")}
    return {
        path: [one.get("id") for one in html.fromstring(page).iter() if one.get("id") is not None]
        for path, page in pages.items()
    }


def texts() -> dict[str, str]:
    """Return all texts of the small county."""
    return {
        path.relative_to(SMALL).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(SMALL.rglob("*.md"))
    }


def doubled(ids: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [
        (path, name)
        for path, found in ids.items()
        for name, times in Counter(found).items()
        if times > 1 or not name
    ]


def test_headings_called_like_parts_of_the_page_have_ids_of_their_own(tmp_path: Path) -> None:
    files = texts() | {
        f"content/kommentare/leerstand-{year}.md": READING.format(year, year) + NOTES
        for year in (2020, 2021)
    }
    before = ids_of(files, tmp_path / "vorher")
    names = sorted({one for found in before.values() for one in found if WORD.fullmatch(one)})
    assert {"inhalt", "verlauf", "zahlen", "methode", "karte", "tabelle"} <= set(names)
    headings = "\n\n".join(f"## {name}\n\nText." for name in (*names, "🏠", "Inhalt", "…"))
    after = ids_of(
        {
            name: f"{text}\n\n{headings}\n\n{NOTES if '[^1]' not in text else ''}"
            for name, text in files.items()
        },
        tmp_path / "nachher",
    )
    assert doubled(before) == doubled(after) == []
    page = after["handlungsempfehlungen/2021-01/index.html"]
    assert {"verlauf", "verlauf_1", "inhalt_1", "abschnitt", "fussnote-1"} <= set(page)


def test_what_a_page_owns_keeps_its_name_and_a_heading_elsewhere_too(tmp_path: Path) -> None:
    name = "content/seiten/verfahren.md"
    files = {name: texts()[name] + "\n\n## Verlauf\n\nText.\n\n## Methode\n\n[hin](#verlauf)\n"}
    assert {"verlauf", "methode"} <= set(ids_of(files, tmp_path)["grundlagen/verfahren/index.html"])


def test_the_same_map_twice_and_notes_of_several_texts(tmp_path: Path) -> None:
    name = "content/handlungsfelder/wohnen.md"
    maps = "{{ karte: leerstand, 2022 }}\n\nText.\n\n{{ karte: leerstand }}\n\n" + NOTES
    files = {
        name: texts()[name] + f"\n\n{maps}\n\n## Ausblick\n\nText[^1].\n\n## Ausblick\n\nA[^1]."
    }
    found = ids_of(files, tmp_path)
    assert doubled(found) == []
    page = found["handlungsfelder/wohnen/index.html"]
    assert {"ausblick", "ausblick_1", "fussnote-1", "fussnote-1_1", "fussnote-1_2"} <= set(page)


def test_a_term_or_theme_called_like_a_part_of_its_page_is_told(tmp_path: Path) -> None:
    terms = (SMALL / "content/glossar.yml").read_text(encoding="utf-8")
    files = {
        "content/glossar.yml": f"{terms}inhalt:\n  begriff: Inhalt\n  erklaerung: Was darin ist.\n"
        "buchstabe-l:\n  begriff: L\n  erklaerung: Ein Buchstabe.\n"
    }
    line = terms.count("\n") + 1
    assert told(small_county(tmp_path, files)) == [
        f"content/glossar.yml:{at + 1}:3: „{name}“ heißt auf der Seite schon ein anderer Teil. "
        f"Bitte den Schlüssel anders nennen, zum Beispiel „begriff-{name}“. (schluessel)"
        for at, name in ((line, "inhalt"), (line + 3, "buchstabe-l"))
    ]


@pytest.mark.parametrize(
    ("kind", "template"),
    [(Kind.BEGRIFF, "texte/glossar.html"), (Kind.THEMA, "sozialbericht/sozialbericht.html")],
)
def test_the_keys_that_are_taken_are_those_of_the_templates(kind: Kind, template: str) -> None:
    own = own_ids(loaded(SMALL)[0], template)
    assert "inhalt" in own
    assert {one for one in own if not _is_taken(Key(kind, one))} == set()


def test_words_with_a_star_stand_in_texts_terms_readings_and_heads(tmp_path: Path) -> None:
    star = "Schüler*innen, Lehrer_innen und Kolleg*innen"
    terms = (SMALL / "content/glossar.yml").read_text(encoding="utf-8")
    news = "content/aktuelles/2021-07-01-bericht.md"
    head = re.sub(r"(?m)^kurz: .*$", f"kurz: {star}", texts()[news])
    report, problems = loaded(
        small_county(
            tmp_path,
            {
                "content/glossar.yml": terms.replace("Räume, in", f"{star}, in"),
                "content/kommentare/leerstand-2021.md": READING.format(2021, 2021) + star,
                news: f"{head}\n\n{star}\n",
            },
        )
    )
    assert problems == []
    pages = {one.path: one for one in plan_site(report)[0]}
    for path, times in (
        ("glossar/index.html", 1),
        ("sozialbericht/leerstand/index.html", 1),
        ("aktuelles/2021-07-01-bericht/index.html", 3),
        ("aktuelles/feed.xml", 1),
    ):
        page = pages[path].make().decode()
        assert page.count(star) >= times, path
        assert "<em>" not in page
