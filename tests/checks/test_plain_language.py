"""Hints on Leichte Sprache: what they find, where, and what they leave alone."""

from pathlib import Path

import pytest
from support import build, files, loaded, small_county, with_site

from fokusbericht.checks import find_hints
from fokusbericht.model.report import Report

NAME = "content/leichte-sprache/wohnen.md"
HEAD = """---
titel: Wohnen
kurz: Hier geht es um Wohnungen.
geaendert: 2026-11-22
reihenfolge: 2
zu: wohnen
---

"""


def hints(folder: Path, text: str, head: str = HEAD) -> list[str]:
    """Return the hints on a text, each with line and column of the whole file."""
    report, problems = loaded(small_county(folder, {NAME: head + text + "\n"}))
    assert problems == []
    found = [str(hint) for hint in sorted(set(find_hints(report)))]
    assert all(one.startswith(f"{NAME}:") for one in found)
    return [one.removeprefix(f"{NAME}:").removesuffix(" (leichte-sprache)") for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Das sind 5 %.", "9:12: Hinweis: Das Zeichen „%“ ist schwer zu lesen."),
        ("Das Haus (es ist alt) steht.", "9:10: Hinweis: Das Zeichen „(“ ist schwer zu lesen."),
        ("Sie fahren z. B. mit dem Bus.", "9:12: Hinweis: „z. B.“ ist eine Abkürzung."),
        ("Das kostet ca. 5 Euro.", "9:12: Hinweis: „ca.“ ist eine Abkürzung."),
        ("Der ÖPNV fährt.", "9:5: Hinweis: „ÖPNV“ ist eine Abkürzung."),
        ("Es gibt zwei Ziele.", "9:9: Hinweis: „zwei“ ist als Ziffer leichter zu lesen."),
        ("Das wäre gut.", "9:5: Hinweis: „wäre“ ist ein Konjunktiv."),
        ("Der Kreis könnte helfen.", "9:11: Hinweis: „könnte“ ist ein Konjunktiv."),
        ("Die Zahl der Menschen wächst.", "9:5: Hinweis: „Zahl der Menschen“ klingt nach Genitiv."),
        ("Das ist Sache des Kreises.", "9:9: Hinweis: „Sache des Kreises“ klingt nach Genitiv."),
        ("Das ist wegen des Wetters so.", "9:9: Hinweis: „wegen des“ klingt nach Genitiv."),
        (
            "Die Handlungsempfehlung ist da.",
            "9:5: Hinweis: „Handlungsempfehlung“ ist lang.",
        ),
        ("Das Haus wird gebaut.", "9:1: Hinweis: „gebaut“ klingt nach Passiv."),
        (
            "Es ist gut, wenn das Haus verkauft wird.",
            "9:1: Hinweis: „verkauft“ klingt nach Passiv.",
        ),
        ("Ja. Das ist gut.", "9:1: Hinweis: Hier stehen 2 Sätze in einer Zeile."),
        (
            "Ich mag Brot, Käse, Milch und Eier.",
            "9:1: Hinweis: Der Satz hat 2 Kommas.",
        ),
        (
            "Im Jahr 2025 leben hier im Kreis ungefähr 325.200 Menschen und viele Tiere.",
            "9:1: Hinweis: Der Satz hat 13 Wörter. Leicht sind höchstens 12.",
        ),
        (
            "Im Jahr 2025 leben hier im Kreis\nungefähr 325.200 Menschen und viele Tiere.",
            "9:1: Hinweis: Der Satz hat 13 Wörter.",
        ),
    ],
)
def test_hint(tmp_path: Path, text: str, told: str) -> None:
    found = hints(tmp_path, text)
    assert found and found[0].startswith(told)


EASY = """## Was hilft der Kreis?

Im Jahr 2025 kostet das 10,54 Euro.
Im Kreis leben 325.200 Menschen.
Mehr Menschen werden zur Wahl gehen.
Manche Menschen werden krank.
Hilft der Kreis?
Sagt das Amt: Hilft der Kreis Ihnen?
Die Sozial-Planung hat eine Sozial·planungs-Stelle.
Menschen mit Lern-Schwierigkeiten lesen mit.
**Fach-Kräfte** haben den Beruf gelernt.
Das war am 22. November 2026.
Mehr dazu: [[wohnen|Wohnen]]
Hier: [Beschwerde-Stelle](https://www.landtag.example/stelle-(neu)/%20).

- Bus
- Bahn
"""


def test_easy_sentences_get_no_hint(tmp_path: Path) -> None:
    assert hints(tmp_path, EASY.replace("-(neu)/%20", "")) == []


def test_titles_are_read_as_well(tmp_path: Path) -> None:
    head = HEAD.replace("titel: Wohnen", "titel: Wohnen usw.")
    assert hints(tmp_path, "Ja.", head) == [
        "1:1: Hinweis: „usw.“ ist eine Abkürzung. Bitte ausschreiben."
    ]


def test_hints_hinder_no_build(tmp_path: Path, small_site: Path) -> None:
    root = with_site(small_county(tmp_path, {NAME: HEAD + "Das wäre gut.\n"}), small_site)
    sentence = "„wäre“ ist ein Konjunktiv. Bitte schreiben, was ist oder was jemand will."
    checked = build(root, "pruefen")
    lines = checked.stdout.splitlines()
    assert checked.returncode == 0
    assert lines[0] == f"{NAME}:9:5: Hinweis: {sentence} (leichte-sprache)"
    assert lines[1:3] == ["", "Ein Hinweis hält den Bau nicht auf."]
    assert lines[3].startswith("Alles in Ordnung: ")
    built = build(root, "--format", "github")
    assert built.returncode == 0
    first = built.stdout.splitlines()[0]
    assert first == f"::warning file={NAME},line=9,col=5::{sentence}"
    assert "leichte-sprache/wohnen/index.html" in files(root / "site")


def test_hints_follow_problems(tmp_path: Path) -> None:
    text = HEAD.replace("zu: wohnen", "zu: wonen") + "Das wäre gut.\n"
    done = build(small_county(tmp_path, {NAME: text}), "pruefen")
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert [line.rpartition(" ")[2] for line in lines[:2]] == [
        "(toter-verweis)",
        "(leichte-sprache)",
    ]
    assert lines[-1] == "Eine Stelle ist zu berichtigen. Die Seite bleibt, wie sie ist."


def test_texts_of_a_whole_county_get_no_hint(report: Report) -> None:
    assert len(report.leicht) >= 13
    assert [str(hint) for hint in find_hints(report)] == []
