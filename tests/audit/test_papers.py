"""What stands in a PDF or an EPUB is read back: tables, pictures, words, and the files in them."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pikepdf
import pytest
import typst
from pikepdf import Name, String

from fokusbericht.audit import Sure, audit_files, sightings

if TYPE_CHECKING:
    from conftest import Built

PAPER, BOOK = "fokus/2022/fokus-2022.pdf", "fokus/2022/fokus-2022.epub"
HEAD = """
#set document(title: "Fokus 2022", author: "Musterkreis", description: "Erdacht.")
#set text(font: "Libertinus Serif", lang: "de", hyphenate: true)
#set page(header: [Fokus 2022 #h(1fr) Musterkreis])
= Wohnen
"""
TABLE = """
#figure(
  table(
    columns: 3,
    table.header([Raum], [2021], [2022]),
    [Südort], [2,0 %], [7,0 %],
    [Nordort], [20,0 %], [NORTH],
  ),
  caption: [Leerstand],
  supplement: none, numbering: none,
)
"""
MAP = """
#figure(
  image(bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'>
    <rect width='200' height='100' fill='#c8e0cd'/>
    <g font-family='Libertinus Serif' font-size='13' fill='#111111'>
    <text x='10' y='30' stroke='#ffffff' stroke-width='3'>Südort</text>
    <text x='10' y='30'>Südort</text><text x='100' y='30'>7,0</text>
    <text x='10' y='70'>Nordort</text><text x='100' y='70'>NORTH</text></g>
  </svg>"), width: 60mm, alt: "ALT"),
  caption: [Leerstand 2022],
  supplement: none, numbering: none,
)
"""
FILE = """
#pdf.attach(
  "tabellen/karte-leerstand-2022.csv",
  bytes("Rang;Kommune;2022 (%)\\n1.;Südort;7,0\\n–;Nordort;NORTH\\n"),
  relationship: "data", mime-type: "text/csv", description: "Leerstand",
)
"""
PICTURE = "Karte: Südort hat den höchsten Wert."
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Leerstand 2022</h1>
<table><caption>Leerstand</caption><tr><th>Raum</th><th>2022</th></tr>
<tr><th>Nordort</th><td>NORTH</td></tr></table></body></html>"""


def paper(source: str, **words: str) -> bytes:
    """Return a PDF of some Typst, with words put in their places."""
    for old, new in words.items():
        assert old in source
        source = source.replace(old, new)
    made = typst.compile(
        (HEAD + source).encode(),
        pdf_standards=["a-3a", "ua-1"],
        timestamp=datetime(2025, 11, 1, tzinfo=UTC),
        ignore_system_fonts=True,
    )
    assert isinstance(made, bytes)
    return made


def book(**files: str) -> bytes:
    """Return an EPUB with some files, dots in their names as two strokes."""
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        parts.writestr("mimetype", "application/epub+zip")
        for name, text in files.items():
            parts.writestr("OEBPS/" + name.replace("__", "."), text)
    return made.getvalue()


def told(built: "Built", folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Return what is said of files, written to a folder first."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return [one.sentence for one in audit_files(built.report, built.levels, folder, files)]


def cells(built: "Built", path: str, data: bytes) -> set[tuple[str, int, float]]:
    """Return what is read in a file for sure: area, year, figure."""
    return {
        (one.area, one.year, round((one.low + one.high) / 2, 6))
        for one in sightings(built.report, path, data)
        if one.indikator == "leerstand" and one.sure is Sure.READ
    }


def test_a_table_is_read_by_its_heads(built: "Built") -> None:
    assert cells(built, PAPER, paper(TABLE, NORTH="geheim")) == {
        ("01099003", 2021, 2.0),
        ("01099003", 2022, 7.0),
        ("01099001", 2021, 20.0),
    }


def test_a_picture_is_read_by_where_its_words_stand(built: "Built") -> None:
    data = paper(MAP, NORTH="x", ALT=PICTURE)
    assert cells(built, PAPER, data) == {("01099003", 2022, 7.0)}


def test_attached_files_are_read_by_their_names(built: "Built") -> None:
    data = paper(FILE, NORTH="x")
    assert cells(built, PAPER, data) == {("01099003", 2022, 7.0)}


def test_files_that_show_what_was_audited_pass(built: "Built", tmp_path: Path) -> None:
    files = {
        PAPER: paper(TABLE + MAP + FILE, NORTH="x", ALT=PICTURE),
        BOOK: book(wohnen__xhtml=PAGE.replace("NORTH", "geheim")),
    }
    assert told(built, tmp_path, files) == []


WORDS = "Leerstand 2022 in Nordort: 0,8 %."
SECRET = "zeigt den geheimen Wert von Nordort 2022."
MAYBE = "nennt vielleicht den geheimen Wert von Nordort 2022."


def _with_title(data: bytes) -> bytes:
    return _changed(data, lambda pdf: pdf.docinfo.__setitem__("/Subject", String(WORDS)))


def _with_note(data: bytes) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Type=Name.Annot, Subtype=Name.Text, Contents=String(WORDS))
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])

    return _changed(data, change)


def _without_tags(data: bytes) -> bytes:
    return _changed(data, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))


def _changed(data: bytes, change: object) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)  # type: ignore[operator]
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def leaks() -> Mapping[str, tuple[str, bytes, str]]:
    """Return files that tell a secret, each with its path and what is said of it."""
    in_words = paper("#par[" + WORDS + "]")
    of_map = f"„{PAPER}“ (Bild)"
    table = "Tabelle „Leerstand“"
    hyphenated = "#h(1fr)#box(width: 12mm)[Leer\u00adstand 2022 in Nord\u00adort: 0,8 %.]"
    return {
        "a table": (PAPER, paper(TABLE, NORTH="0,8 %"), f"„{PAPER}“ ({table}) {SECRET}"),
        "a picture": (PAPER, paper(MAP, NORTH="0,8", ALT=PICTURE), f"{of_map} {SECRET}"),
        "an alternative": (PAPER, paper(MAP, NORTH="x", ALT=WORDS), f"„{PAPER}“ (Text) {MAYBE}"),
        "words": (PAPER, in_words, f"„{PAPER}“ (Text) {MAYBE}"),
        "words that are cut": (PAPER, paper(hyphenated), f"„{PAPER}“ (Text) {MAYBE}"),
        "words without tags": (PAPER, _without_tags(in_words), f"„{PAPER}“ (Text) {MAYBE}"),
        "a running head": (
            PAPER,
            paper(f"#set page(header: [{WORDS}])\nWohnen."),
            f"„{PAPER}“ (Text) {MAYBE}",
        ),
        "a note": (
            PAPER,
            paper(f"Wohnen.#footnote[{WORDS}]"),
            f"„{PAPER}“ (Text) {MAYBE}",
        ),
        "what the file says of itself": (
            PAPER,
            _with_title(paper("Wohnen.")),
            f"„{PAPER}“ (Text) {MAYBE}",
        ),
        "a remark beside the text": (
            PAPER,
            _with_note(paper("Wohnen.")),
            f"„{PAPER}“ (Text) {MAYBE}",
        ),
        "an attached file": (
            PAPER,
            paper(FILE, NORTH="0,8"),
            f"„{PAPER}/tabellen/karte-leerstand-2022.csv“ (Spalte „2022 (%)“) {SECRET}",
        ),
        "a page of a book": (
            BOOK,
            book(wohnen__xhtml=PAGE.replace("NORTH", "0,8 %")),
            f"„{BOOK}/OEBPS/wohnen.xhtml“ ({table}) {SECRET}",
        ),
        "what a book says of itself": (
            BOOK,
            book(content__opf=f"<package><description>{WORDS}</description></package>"),
            f"„{BOOK}/OEBPS/content.opf“",
        ),
        "a drawing in a book": (
            BOOK,
            book(karte__svg=f"<svg><title>{WORDS}</title></svg>"),
            f"„{BOOK}/OEBPS/karte.svg“",
        ),
    }


LEAKS = leaks()


@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_is_found(name: str, built: "Built", tmp_path: Path) -> None:
    path, data, says = LEAKS[name]
    found = told(built, tmp_path, {path: data})
    assert len(found) == 1 and says in found[0], found


@pytest.mark.parametrize("path", [PAPER, BOOK])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nkaputt", b"PK\x03\x04kaputt"])
def test_a_broken_file_tells_nothing(built: "Built", path: str, data: bytes) -> None:
    assert list(sightings(built.report, path, data)) == []


def test_a_file_with_a_fault_is_read_as_far_as_it_goes(built: "Built") -> None:
    """Whatever is broken in a PDF, reading it is no accident."""
    chance, data = random.Random(17), paper(TABLE + MAP + FILE, NORTH="x", ALT=PICTURE)
    for _ in range(40):
        broken = bytearray(data)
        for _ in range(9):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        assert isinstance(list(sightings(built.report, PAPER, bytes(broken))), list)
