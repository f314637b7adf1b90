"""Files that nobody reads are told, so that no text is left out in silence."""

from pathlib import Path

import pytest
from support import loaded, small_county, told

UNREAD = "Diese Datei liest niemand"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        *(
            (
                f"content/aktuelles/{name}",
                f"{UNREAD}, weil ihr Name anders endet. Bitte in „2021-08-01-neu.md“ umbenennen.",
            )
            for name in (
                *("2021-08-01-neu.md.txt", "2021-08-01-neu.markdown", "2021-08-01-neu.MD"),
                *("2021-08-01-neu.Md", "2021-08-01-neu.mdown", "2021-08-01-neu.MD.TXT"),
            )
        ),
        *(
            (
                f"indicators/wohnen/{name}",
                f"{UNREAD}, weil ihr Name anders endet. Bitte in „{right}“ umbenennen.",
            )
            for name, right in (
                ("quote.yaml", "quote.yml"),
                ("quote.YML", "quote.yml"),
                ("quote.CSV", "quote.csv"),
                ("quote.csv.txt", "quote.csv"),
                ("quote.einlesen.yaml", "quote.einlesen.yml"),
            )
        ),
        (
            "content/themen.yaml",
            f"{UNREAD}, weil ihr Name anders endet. Bitte in „themen.yml“ umbenennen.",
        ),
        *(
            (
                f"content/aktuelles/2021-08-01-neu.md{blanks}",
                f"{UNREAD}, weil ihr Name anders endet. Bitte in „2021-08-01-neu.md“ umbenennen.",
            )
            for blanks in (" ", ".", "  ")
        ),
        (
            "Content/aktuelles/neu.md",
            "Was im Ordner „Content“ liegt, liest niemand. Meinten Sie „content“?",
        ),
        (
            "INDICATORS/wohnen/neu.csv",
            "Was im Ordner „INDICATORS“ liegt, liest niemand. Meinten Sie „indicators“?",
        ),
        ("content/aktuelles/neu.docx", f"{UNREAD}. Gelesen werden hier Dateien auf .md."),
        ("content/aktuelles/neu.yml", f"{UNREAD}. Gelesen werden hier Dateien auf .md."),
        (
            "content/impressum.md",
            f"{UNREAD}. Gelesen werden hier "
            "kreis.yml, themen.yml, zielgruppen.yml, querschnittsthemen.yml, "
            "zahlengruppen.yml, weiterleitungen.yml, glossar.yml, synonyme.yml und wortteile.yml.",
        ),
        (
            "content/termin.yml",
            f"{UNREAD}. Gelesen werden hier "
            "kreis.yml, themen.yml, zielgruppen.yml, querschnittsthemen.yml, "
            "zahlengruppen.yml, weiterleitungen.yml, glossar.yml, synonyme.yml und wortteile.yml. "
            "Meinten Sie „themen.yml“?",
        ),
        (
            "geo/abstand.csv",
            f"{UNREAD}. Gelesen werden hier raeume.yml, kommunen.geojson, umsteiger.csv und "
            "postleitzahlen.csv.",
        ),
        (
            "archiv/alt.csv",
            f"{UNREAD}. Gelesen werden hier daten.csv und veroeffentlicht.csv. Meinten Sie "
            "„daten.csv“?",
        ),
        (
            "indicators/wohnen/quelle.xlsx",
            "Eine Excel-Datei liest hier niemand. „build.py einlesen“ macht daraus eine Tabelle; "
            "das Original gehört in einen anderen Ordner.",
        ),
        (
            "content/Aktuelles/2021-08-01-neu.md",
            "Was im Ordner „content/Aktuelles“ liegt, liest niemand. Meinten Sie „aktuelles“?",
        ),
        (
            "content/handlungsfeld/neu.md",
            "Was im Ordner „content/handlungsfeld“ liegt, liest niemand. "
            "Meinten Sie „handlungsfelder“?",
        ),
        (
            "content/termin/neu.md",
            "Was im Ordner „content/termin“ liegt, liest niemand. Meinten Sie „termine“?",
        ),
        (
            "content/aktuelles/2021/neu.md",
            "Was im Unterordner „content/aktuelles/2021“ liegt, liest niemand. "
            "Bitte nach „content/aktuelles“ verschieben.",
        ),
        (
            "indicators/wohnen/alt/quote.csv",
            "Was im Unterordner „indicators/wohnen/alt“ liegt, liest niemand. "
            "Bitte nach „indicators/wohnen“ verschieben.",
        ),
        (
            "geo/karten/neu.geojson",
            "Was im Ordner „geo/karten“ liegt, liest niemand.",
        ),
    ],
)
def test_what_was_meant_to_be_read_and_is_not_is_told(
    tmp_path: Path, name: str, sentence: str
) -> None:
    assert told(small_county(tmp_path, {name: "Text"})) == [f"{name}:1:1: {sentence} (uebersehen)"]


def test_a_folder_that_nobody_reads_is_told_once(tmp_path: Path) -> None:
    names = [f"content/zuschriften/{number}.md" for number in range(5)]
    lines = told(small_county(tmp_path, dict.fromkeys(names, "Text")))
    assert lines == [
        "content/zuschriften/0.md:1:1: Was im Ordner „content/zuschriften“ liegt, liest niemand. "
        "Gelesen werden: aktuelles, anregungen, berichte, beschluesse, fokusgruppen, gremien, "
        "handlungsempfehlungen, handlungsfelder, kommentare, leichte-sprache, seiten, termine, "
        "themenspeicher. "
        "(uebersehen)"
    ]


@pytest.mark.parametrize(
    "name", ["content/aktuelles/quelle.pdf", "indicators/wohnen/notiz.txt", "content/bilder/a.psd"]
)
def test_what_nobody_would_take_for_content_is_a_hint(tmp_path: Path, name: str) -> None:
    report, problems = loaded(small_county(tmp_path, {name: "Text"}))
    assert problems == []
    assert [hint.place.path for hint in report.hints] == [name]
    assert str(report.hints[0]).startswith(f"{name}:1:1: Hinweis: {UNREAD}. Gelesen werden hier")


@pytest.mark.parametrize(
    ("name", "right"),
    [("contents/aktuelles/neu.md", "content"), ("indikatoren/wohnen/neu.csv", "indicators")],
)
def test_a_folder_called_nearly_like_ours_is_a_hint(tmp_path: Path, name: str, right: str) -> None:
    report, problems = loaded(small_county(tmp_path, {name: "Text"}))
    assert problems == []
    assert [hint.place.path for hint in report.hints] == [name]
    assert f"Meinten Sie „{right}“?" in str(report.hints[0])


@pytest.mark.parametrize(
    "name",
    [
        *("README.md", "content/README.md", "content/aktuelles/README.md", "geo/LICENSE"),
        *("indicators/README.txt", "archiv/LIESMICH.md", "notizen/neu.md", "quellen/zensus.xlsx"),
        *("indicators/wohnen/miete.einlesen.yml", "neu.markdown", "docs/x.yaml"),
    ],
)
def test_what_may_lie_there_is_passed_over(tmp_path: Path, name: str) -> None:
    report, problems = loaded(small_county(tmp_path, {name: "Text"}))
    assert problems == []
    assert report.hints == ()


def test_indicators_lie_in_folders_of_themes_and_no_deeper(tmp_path: Path) -> None:
    root = small_county(tmp_path)
    for ending in ("yml", "csv"):
        (root / f"indicators/wohnen/miete.{ending}").rename(root / f"indicators/miete.{ending}")
    assert told(root) == []
    assert "miete" in loaded(root)[0].indikatoren
