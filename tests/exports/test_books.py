"""An edition as a book for e-readers: whole documents, what programs are told, hostile words."""

import shutil
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from editions.sample import ausgabe, drawings, entry, field, illustration
from gates.epub import findings
from support import HERE, IN_CI, SMALL, golden, loaded

from fokusbericht.exports.edition_books import plan
from fokusbericht.exports.edition_pictures import plan as plan_pictures
from fokusbericht.exports.epub import make_book
from fokusbericht.exports.epub.absolute import absolute
from fokusbericht.exports.epub.light import light
from fokusbericht.model.editions import Ausgabe, Chapter, ChapterKind
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy import as_published
from fokusbericht.text.blocks import Heading, Item, Listing, Paragraph, Run, Table

XHTML = "{http://www.w3.org/1999/xhtml}"
CHAPTER = HERE / "exports" / "kapitel.xhtml"
COVER = illustration("karte-titel", "Bevölkerungsdichte")
HOSTILE = "<script>alert(1)</script> ]]> & \"'> \x00\x08\x0b\uffff {{ 7 }} &auml; --> <![CDATA["
HARMLESS = "<script>alert(1)</script> ]]> & \"'>  {{ 7 }} &auml; --> <![CDATA["


@pytest.fixture(scope="module")
def small() -> Report:
    return loaded(SMALL)[0]


def files_of(report: Report, edition: Ausgabe) -> dict[str, str]:
    """Return the files of a book, in their order."""
    with ZipFile(BytesIO(make_book(report, edition, drawings(edition)))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_same_edition_same_bytes_and_what_it_is_comes_first(small: Report) -> None:
    edition = ausgabe()
    book = make_book(small, edition, drawings(edition))
    assert book == make_book(small, ausgabe(), drawings(edition))
    first, *others = ZipFile(BytesIO(book)).infolist()
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert book[30:58] == b"mimetypeapplication/epub+zip"  # as programs look for it
    assert {one.date_time for one in others} == {(1980, 1, 1, 0, 0, 0)}


def test_documents_of_a_book(small: Report) -> None:
    assert list(files_of(small, ausgabe())) == [
        "mimetype",
        "META-INF/container.xml",
        "EPUB/paket.opf",
        "EPUB/umschlag.xhtml",
        "EPUB/titel.xhtml",
        "EPUB/inhalt.xhtml",
        "EPUB/saetze.xhtml",
        *(f"EPUB/kapitel-{number}.xhtml" for number in range(1, 12)),
        "EPUB/quellen.xhtml",
        "EPUB/tabellen.xhtml",
        "EPUB/impressum.xhtml",
        "EPUB/buch.css",
        "EPUB/umschlag.svg",
        "EPUB/bilder/karte-titel.svg",
        "EPUB/bilder/karte-wohnen.svg",
    ]


def test_a_chapter_as_a_whole(small: Report) -> None:
    edition = ausgabe(chapters=(field("Wohnen", "wohnen"),))
    chapter = files_of(small, edition)["EPUB/kapitel-1.xhtml"]
    assert chapter == golden(CHAPTER, chapter)


def test_pictures_stand_at_the_end_as_tables_that_lead_back(small: Report) -> None:
    tables = files_of(small, ausgabe())["EPUB/tabellen.xhtml"]
    assert '<section id="tabelle-karte-wohnen">\n<h2>Wohnen</h2>\n<p>Wohnen, in Prozent.' in tables
    assert '<th scope="row">Musterstadt</th>\n<td class="zahl">4,1</td>' in tables
    assert 'href="kapitel-6.xhtml#bild-karte-wohnen" epub:type="backlink"' in tables
    assert 'href="titel.xhtml#bild-karte-titel"' in tables


def test_rows_of_a_ranking_are_headed_by_their_place(small: Report) -> None:
    one = replace(
        illustration("karte-titel", "Dichte"),
        columns=("Rang", "Kommune", "je km²"),
        rows=(("1.", "Musterstadt", "1.204"), ("2.", "Probedorf", "–")),
    )
    tables = files_of(small, ausgabe(cover=one))["EPUB/tabellen.xhtml"]
    assert (
        '<td class="zahl">1.</td>\n<th scope="row">Musterstadt</th>\n<td class="zahl">1.204</td>'
        in tables
    )


def test_what_programs_are_told(small: Report) -> None:
    package = files_of(small, ausgabe())["EPUB/paket.opf"]
    told = ElementTree.fromstring(package).find("{*}metadata")
    assert told is not None
    said = [(one.get("property") or one.tag.partition("}")[2], one.text) for one in told]
    assert said == [
        ("identifier", "https://fokus.example/fokus/2025/"),
        ("title", "Fokus 2025"),
        ("title-type", "main"),
        ("title", "Sozialplanung in kurzer Form"),
        ("title-type", "subtitle"),
        ("language", "de"),
        ("publisher", "Kreis Muster, Sozialplanung"),
        ("date", "2025-11-01"),
        (
            "description",
            "Was im Kreis Muster im Jahr 2025 wichtig war. "
            "Erdachter Kreis, keine Veröffentlichung einer Behörde.",
        ),
        ("source", "https://fokus.example/fokus/2025/"),
        ("rights", "CC BY 4.0. © GeoBasis-DE / BKG 2023, dl-de/by-2-0, Daten verändert"),
        ("dcterms:modified", "2025-11-01T00:00:00Z"),
        ("schema:accessMode", "textual"),
        ("schema:accessMode", "visual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessModeSufficient", "textual,visual"),
        ("schema:accessibilityFeature", "alternativeText"),
        ("schema:accessibilityFeature", "displayTransformability"),
        ("schema:accessibilityFeature", "longDescription"),
        ("schema:accessibilityFeature", "readingOrder"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityFeature", "unlocked"),
        ("schema:accessibilityHazard", "none"),
        (
            "schema:accessibilitySummary",
            "Überschriften, Inhalt und Lesereihenfolge sind ausgezeichnet. Karten und Diagramme "
            "haben einen Alternativtext und stehen am Ende als Tabellen. Schrift und Farben "
            "bestimmt das Lesegerät. Programme haben das Buch geprüft; ein Zertifikat gibt es "
            "nicht.",
        ),
    ]


def test_contents_and_landmarks(small: Report) -> None:
    contents = ElementTree.fromstring(files_of(small, ausgabe())["EPUB/inhalt.xhtml"])
    toc, landmarks = contents.iter(f"{XHTML}nav")
    listed = [(link.get("href"), link.text) for link in toc.iter(f"{XHTML}a")]
    assert listed[:3] == [
        ("titel.xhtml", "Fokus 2025"),
        ("saetze.xhtml", "Das Jahr in fünf Sätzen"),
        ("kapitel-1.xhtml", "Vorwort"),
    ]
    assert [name for _, name in listed[-3:]] == [
        "Quellen",
        "Karten und Diagramme als Tabellen",
        "Impressum",
    ]
    kinds = [link.get("{http://www.idpf.org/2007/ops}type") for link in landmarks.iter(f"{XHTML}a")]
    assert kinds == ["cover", "titlepage", "toc", "bodymatter", "backmatter"]


def test_a_word_size_drawing_stands_in_the_text_in_its_colour(small: Report) -> None:
    files = files_of(small, ausgabe())
    assert '<svg xmlns="http://www.w3.org/2000/svg" width="60"' in files["EPUB/saetze.xhtml"]
    assert 'stroke="currentColor"' in files["EPUB/saetze.xhtml"]
    assert (
        'href="saetze.xhtml" media-type="application/xhtml+xml" properties="svg"'
        in (files["EPUB/paket.opf"])
    )


def test_drawings_are_light_on_a_ground_of_their_own() -> None:
    dark = "@media (prefers-color-scheme: dark){.a{fill:#fff}.b{fill:#eee}}"
    svg = (
        f'<svg viewBox="0 0 9 9"><title>T</title><style>.a{{fill:#000}}{dark}</style>'
        '<path class="a" stroke="#fbfaf6"/></svg>'
    )
    assert light(svg) == (
        '<svg viewBox="0 0 9 9"><title>T</title><style>.a{fill:#000}</style>'
        '<rect fill="#fff" width="100%" height="100%"/><path class="a" stroke="#fff"/></svg>'
    )


def test_a_cover_without_a_map_and_an_edition_without_sentences(small: Report) -> None:
    nothing = replace(illustration("", ""), columns=(), rows=())
    files = files_of(
        small, ausgabe(cover=nothing, sentences=(), chapters=(field("A", "a", False),))
    )
    assert "EPUB/saetze.xhtml" not in files and "EPUB/tabellen.xhtml" not in files
    assert "<figure" not in files["EPUB/titel.xhtml"]
    assert files["EPUB/umschlag.svg"].count("<svg") == 1


def test_a_frozen_edition_says_so(small: Report) -> None:
    words = "Eingefroren: Zahlen, Bilder und Texte sind, wie sie damals waren."
    assert words not in files_of(small, ausgabe())["EPUB/titel.xhtml"]
    assert words in files_of(small, ausgabe(frozen="1. März 2026"))["EPUB/titel.xhtml"]


def test_addresses_become_whole_ones_wherever_they_stand() -> None:
    table = Table("", ("A",), (((Run("a", href="/b/"),),),), (1,))
    links = Paragraph((Run("a", href="https://amt.example/"), Run("b", href="mailto:a@b.example")))
    found = absolute((table, links), "https://fokus.example")
    assert found == (
        Table("", ("A",), (((Run("a", href="https://fokus.example/b/"),),),), (1,)),
        links,
    )


def hostile() -> Ausgabe:
    """Return an edition whose every text would like to be more than text."""
    run = Run(HOSTILE, href=f"/{HOSTILE}")
    chapter = Chapter(
        ChapterKind.THEME,
        "thema",
        HOSTILE,
        HOSTILE,
        blocks=(
            Heading(2, (run,)),
            Paragraph((run, Run(HOSTILE, bold=True))),
            Listing((Item((run,)),)),
            Table(HOSTILE, (HOSTILE,), (((run,),),), (1,)),
        ),
        illustrations=(replace(illustration("karte-a", HOSTILE), rows=((HOSTILE, HOSTILE),)),),
        entries=(replace(entry(HOSTILE), state=HOSTILE, notes=(HOSTILE,), href=f"/{HOSTILE}"),),
        source=HOSTILE,
    )
    said = dict.fromkeys(
        ("title", "subtitle", "county", "summary", "notice", "stand", "map_credit", "licence"),
        HOSTILE,
    )
    return ausgabe(**said, office=(HOSTILE, HOSTILE), chapters=(chapter,))


def test_words_stay_words(small: Report) -> None:
    edition = hostile()
    drawn = drawings(replace(edition, cover=COVER, chapters=()))
    drawn |= {name.replace("titel", "a"): drawing for name, drawing in drawn.items()}
    with ZipFile(BytesIO(make_book(small, edition, drawn))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    for path, text in files.items():
        if path.endswith((".xhtml", ".opf", ".svg", ".xml")):
            root = ElementTree.fromstring(text)  # raises where it is no XML
            tags = {one.tag.partition("}")[2] for one in root.iter()}
            assert "script" not in tags, path
    chapter = ElementTree.fromstring(files["EPUB/kapitel-1.xhtml"])
    assert [one.text for one in chapter.iter(f"{XHTML}caption")] == [HARMLESS]


def test_a_book_is_made_anew_when_its_edition_or_a_drawing_in_it_changes(report: Report) -> None:
    public = as_published(report)
    pictures = {one.path for one in plan_pictures(public)}
    bericht = report.berichte["2025"]
    other = replace(bericht, kurz="Ein anderes Jahr.")
    changed = replace(public, berichte={**public.berichte, "2025": other})
    before, after = ({one.path: one for one in plan(which)} for which in (public, changed))
    new = [
        path for path in after if after[path].print_of_content() != before[path].print_of_content()
    ]
    assert new == ["fokus/2025/fokus-2025.epub"]
    assert set(before[new[0]].parts) <= pictures
    drawn = [part.rpartition("/")[2] for part in before[new[0]].parts]
    assert [one for one in drawn if not one.endswith("-schmal.svg")] == [
        "karte-leerstandsquote.svg"  # the cover's
    ]


def test_gates_find_nothing(small: Report, report: Report) -> None:
    books = [make_book(small, ausgabe(), drawings(ausgabe()))]
    books += [one.make() for one in plan(as_published(report))]
    assert len(books) == 3
    for book in books:
        assert len(book) < 1_000_000
        assert findings(book, is_validated=IN_CI or bool(shutil.which("java"))) == []
