"""Draft decisions as Word files: what a councillor reads, and what Word and screen readers hear."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as open_word
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table as WordTable
from gates.links import links_of
from gates.site import Site
from support import IN_CI, loaded, replaced, small_county, undecided

from fokusbericht.exports.word import Document, InlinePicture, to_docx
from fokusbericht.pages.empfehlungen import empfehlung
from fokusbericht.pages.empfehlungen.beschlussvorlage import plan
from fokusbericht.text.blocks import Heading, Item, Listing, Paragraph, Run, Table
from fokusbericht.text.from_html import blocks_of_html
from fokusbericht.text.prose import to_html

REAL = "content/handlungsempfehlungen/2021-01-leerstand.md"
EXAMPLE = "content/handlungsempfehlungen/2022-01-wohnraum.md"
SOFFICE = shutil.which("soffice")
LINE = "________"


def drafts(root: Path) -> dict[str, bytes]:
    """Return all drafts of a county by the key of their recommendation."""
    report, problems = loaded(root)
    assert problems == []
    return {output.path.split("/")[1]: output.make() for output in plan(report)}


def draft(folder: Path, key: str = "2021-01", files: dict[str, str] | None = None) -> Word:
    """Return one draft of the small county, where nothing is decided, read by python-docx."""
    return open_word(BytesIO(drafts(undecided(small_county(folder, files)))[key]))


def told(word: Word) -> Iterator[tuple[str, str]]:
    """Yield all that a document says, each piece with its style; tables row by row."""
    for block in word.iter_inner_content():
        if isinstance(block, WordTable):
            yield from (
                ("Zeile", " | ".join(cell.text for cell in row.cells)) for row in block.rows
            )
        else:
            yield block.style.name, block.text


def section(word: Word, name: str) -> list[tuple[str, str]]:
    """Return what stands under a main heading."""
    pieces = list(told(word))
    start = pieces.index(("Heading 1", name)) + 1
    rest = [number for number, piece in enumerate(pieces) if piece[0] == "Heading 1"]
    return pieces[start : next((one for one in rest if one >= start), len(pieces))]


# --- What it says -------------------------------------------------------------------------------


def test_whole_draft(tmp_path: Path) -> None:
    word = draft(tmp_path)
    assert [text for style, text in told(word) if style == "Heading 1"] == [
        "Betreff",
        "Beschlussvorschlag",
        "Alternativer Beschlussvorschlag",
        "Begründung",
        "Einschätzung der Steuerungsgruppe",
        "Zahlen dazu",
        "Finanzielle Auswirkungen",
        "Haltung der Kommunen",
        "Beteiligung",
        "Bisheriger Verlauf",
        "Quellen",
        "Fundstelle",
    ]
    assert list(told(word))[:17] == [
        ("Absender", "Musterkreis"),
        ("Title", "Beschlussvorlage (Entwurf)"),
        (
            "Hinweis",
            "Dieser Entwurf ist aus dem Fokusbericht zusammengestellt (Fassung vom "
            "10.\u00a0Januar 2026). Vor der Beratung ist er zu prüfen und zu ergänzen.",
        ),
        ("Hinweis", "Dies ist ein erdachter Kreis."),
        ("Angabe", f"Vorlage Nr.:\t{LINE}"),
        ("Angabe", f"Datum:\t{LINE}"),
        ("Angabe", "Bezug:\tHandlungsempfehlung 2021-01, Fokusbericht"),
        ("Angabe", "Stand:\tVom Kreistag vertagt am 15.\u00a0September 2021"),
        ("Angabe", "Handlungsfeld:\tWohnen"),
        ("Angabe", "Für wen:\tFamilien"),
        ("Angabe", "Wo:\tMusterkreis, Nordort"),
        ("Caption", "Beratungsfolge"),
        ("Zeile", "Gremium | Aufgabe | Sitzung | Ergebnis"),
        ("Zeile", "Kreistag | Entscheidung | 15.\u00a0September 2021 | vertagt"),
        ("Zeile", f"Ausschuss: {LINE} | Vorberatung | {LINE} | {LINE}"),
        ("Zeile", f"Kreistag | Entscheidung | {LINE} | {LINE}"),
        ("Heading 1", "Betreff"),
    ]
    assert section(word, "Einschätzung der Steuerungsgruppe") == [
        ("Normal", "Steuerungsrelevanz: in hohem Maße steuerungsrelevant"),
        ("Normal", "Der Kreis kann selbst handeln."),
        ("Caption", "Einstufung nach Kriterien"),
        ("Zeile", "Kriterium | Einstufung | Grund"),
        ("Zeile", "Zuständigkeit | in hohem Maße steuerungsrelevant | Der Kreis ist zuständig."),
        ("Anmerkung", "Eingeschätzt im Mai 2021."),
    ]
    assert section(word, "Bisheriger Verlauf")[-1] == (
        "Zeile",
        "15.\u00a0September 2021 | Kreistag: vertagt | "
        "Der Kreistag beschließt. Beschluss: Leerstand wird erfasst",
    )
    assert section(word, "Fundstelle") == [
        (
            "Normal",
            "Musterkreis: Leer stehende Wohnungen erfassen. Handlungsempfehlung 2021-01. "
            "Fokusbericht. https://muster.example/handlungsempfehlungen/2021-01/",
        )
    ]


def test_proposal_is_neutral_and_says_that_it_is_not_worded(tmp_path: Path) -> None:
    word = draft(tmp_path, "2022-01")
    assert section(word, "Beschlussvorschlag") == [
        ("Beschluss", "Der Kreistag stimmt dem Zielvorschlag 2022-01 „Wohnungen tauschen“ zu."),
        (
            "Anmerkung",
            "Der Fokusbericht enthält keinen ausformulierten Beschlussvorschlag. Dieser Satz folgt "
            "nur aus Art, Kennung und Titel; was die Zustimmung umfasst, ist vor der Beratung "
            "festzulegen.",
        ),
    ]
    assert section(word, "Alternativer Beschlussvorschlag")[1:] == [
        ("List Number", "Der Kreistag stimmt dem Zielvorschlag 2022-01 nicht zu."),
        (
            "List Number",
            f"Der Kreistag stimmt dem Zielvorschlag 2022-01 in diesen Teilen zu: {LINE}",
        ),
        (
            "List Number",
            "Der Kreistag vertagt die Entscheidung, bis Angaben zu den Kosten, zur "
            "Steuerungsrelevanz und zur Haltung der Kommunen vorliegen.",
        ),
    ]


def test_editors_may_word_the_decision(tmp_path: Path) -> None:
    said = (
        'beschlussvorschlag: "Der Kreistag beauftragt die Verwaltung."\n'
        "alternative: |-\n  Der Kreistag lehnt ab.\n  Er bittet um einen Versuch.\nverlauf:"
    )
    word = draft(tmp_path, "2022-01", replaced(EXAMPLE, "verlauf:", said))
    assert section(word, "Beschlussvorschlag") == [
        ("Beschluss", "Der Kreistag beauftragt die Verwaltung.")
    ]
    assert section(word, "Alternativer Beschlussvorschlag") == [
        ("Beschluss", "Der Kreistag lehnt ab."),
        ("Beschluss", "Er bittet um einen Versuch."),
    ]


def test_consultation_that_is_going_on(tmp_path: Path) -> None:
    step = "{datum: 2022-03, schritt: vorgeschlagen, text: Vorgeschlagen.}"
    more = (
        "\n  - {datum: 2022-05, schritt: vorlage, vorlage: 2022/7, text: Vorgelegt.}"
        "\n  - {datum: 2022-06-01, schritt: ausschuss, gremium: sozialausschuss, "
        "ergebnis: empfohlen, text: Empfohlen.}"
    )
    body = "---\ntitel: Sozialausschuss\nkurz: Er berät vor.\n"
    files = {
        **replaced(EXAMPLE, step, step + more),
        "content/gremien/sozialausschuss.md": f"{body}art: ausschuss\ngeaendert: 2026-01-14\n---\n",
    }
    pieces = list(told(draft(tmp_path, "2022-01", files)))
    assert ("Angabe", "Vorlage Nr.:\t2022/7") in pieces
    first = pieces.index(("Zeile", "Gremium | Aufgabe | Sitzung | Ergebnis"))
    assert pieces[first + 1 : first + 4] == [
        ("Zeile", "Sozialausschuss | Vorberatung | 1.\u00a0Juni 2022 | empfohlen"),
        ("Zeile", f"Kreistag | Entscheidung | {LINE} | {LINE}"),
        ("Heading 1", "Betreff"),
    ]


def test_committee_in_charge_consults_first(tmp_path: Path) -> None:
    files = replaced(EXAMPLE, "verlauf:", "zustaendig: Sozialausschuss\nverlauf:")
    rows = [text for style, text in told(draft(tmp_path, "2022-01", files)) if style == "Zeile"]
    assert rows[1] == f"Sozialausschuss | Vorberatung | {LINE} | {LINE}"


def test_what_is_not_known_is_said(tmp_path: Path) -> None:
    word = draft(tmp_path, "2022-01")
    for name, sentence in (
        (
            "Einschätzung der Steuerungsgruppe",
            "Eine Einschätzung der Steuerungsgruppe liegt dem Fokusbericht nicht vor.",
        ),
        ("Zahlen dazu", "Zahlen sind dieser Empfehlung im Fokusbericht nicht zugeordnet."),
        ("Finanzielle Auswirkungen", "Zu den Kosten liegt dem Fokusbericht keine Angabe vor."),
        (
            "Haltung der Kommunen",
            "Zur Haltung der Kommunen liegt dem Fokusbericht keine Angabe vor.",
        ),
        ("Quellen", "Das Beispiel ist erdacht; Quellen gibt es nicht."),
    ):
        assert section(word, name)[0] == ("Normal", sentence)


def test_stances_of_kommunen_stand_in_a_table(tmp_path: Path) -> None:
    stances = (
        "haltung:\n  - {kommune: nordort, datum: 2022-05, haltung: ablehnend, text: Zu teuer.}\n"
        "  - {kommune: suedort, datum: 2022, haltung: zustimmend}\nverlauf:"
    )
    word = draft(tmp_path, "2022-01", replaced(EXAMPLE, "verlauf:", stances))
    assert section(word, "Haltung der Kommunen") == [
        ("Normal", "Eine Kommune stimmt zu und eine lehnt ab."),
        ("Caption", "Was die Kommunen sagen"),
        ("Zeile", "Kommune | Haltung | seit | Was sie dazu sagt"),
        ("Zeile", "Nordort | ablehnend | Mai 2022 | Zu teuer."),
        ("Zeile", "Südort | zustimmend | 2022 | –"),
    ]
    assert "zur Haltung der Kommunen" not in str(section(word, "Alternativer Beschlussvorschlag"))


def test_figures_with_table_and_course(tmp_path: Path) -> None:
    word = draft(tmp_path)
    assert section(word, "Zahlen dazu") == [
        ("Heading 2", "Leerstand"),
        ("Normal", "Anteil der Wohnungen, die leer stehen."),
        (
            "Normal",
            "Für 2022 ist der Anteil im Musterkreis nicht bekannt: Nur für zwei von drei Kommunen "
            "liegen Werte vor. Am höchsten war der Anteil in Südort (7,0 Prozent), am niedrigsten "
            "in Nordort (2,4).",
        ),
        ("Caption", "Leerstand, 2022"),
        ("Zeile", "Raum | %"),
        ("Zeile", "Musterkreis | unvollständig (2 von 3 Kommunen)"),
        ("Zeile", "Raum Nord | unvollständig (1 von 2 Kommunen)"),
        ("Zeile", "Raum Süd | 7,0"),
        ("Zeile", "Nordort (Stadt) | 2,4"),
        ("Bild", ""),
        (
            "Normal",
            "Von 2020 bis 2021 ist der Anteil im Musterkreis von 2,3 auf 2,6 Prozent gestiegen.",
        ),
        (
            "Anmerkung",
            "Quelle: Musteramt · Stand: 31.\u00a0Dezember 2022. "
            "https://muster.example/sozialbericht/leerstand/",
        ),
    ]


def test_text_keeps_headings_lists_and_links(tmp_path: Path) -> None:
    text = (
        "## Ausgangslage\n\nIn [[kommune:nordort|Nordort]] **fehlt** viel:\n\n"
        "- Geld,\n- Zeit:\n    - am Morgen,\n    - am Abend.\n\n"
        "Mehr im [Gesetz](https://gesetz.example/a?b=1&c=2) und [oben](#ausgangslage).\n\n"
        "| Ort | Zahl |\n|---|---:|\n| Nordort | 2 |\n"
    )
    word = draft(tmp_path, files=replaced(REAL, "## Ausgangslage\n", text))
    assert section(word, "Begründung")[:9] == [
        ("Normal", "Der Kreis erfasst einmal im Jahr, wo Wohnungen leer stehen."),
        ("Heading 2", "Ausgangslage"),
        ("Normal", "In Nordort fehlt viel:"),
        ("List Bullet", "Geld,"),
        ("List Bullet", "Zeit:"),
        ("List Bullet", "am Morgen,"),
        ("List Bullet", "am Abend."),
        ("Normal", "Mehr im Gesetz und oben."),
        ("Zeile", "Ort | Zahl"),
    ]
    links = {link.text: link.address for one in word.paragraphs for link in one.hyperlinks}
    assert links["Nordort"] == "https://muster.example/kommunen/nordort/"
    page = "https://muster.example/handlungsempfehlungen/2021-01/"
    assert links["oben"] == f"{page}#ausgangslage"
    assert links["Gesetz"] == "https://gesetz.example/a?b=1&c=2"
    # On paper a link cannot be followed: the addresses stand at the end.
    assert ("List Bullet", "Gesetz: https://gesetz.example/a?b=1&c=2") in section(word, "Quellen")
    bold = [run.text for one in word.paragraphs for run in one.runs if run.bold]
    assert "fehlt" in bold


def test_embedded_figures(tmp_path: Path) -> None:
    embeds = (
        "{{ karte: leerstand, 2022 }}\n\n{{ tabelle: leerstand, 2022 }}\n\n"
        "{{ diagramm: leerstand }}\n\n{{ kennzahl: miete }}\n"
    )
    word = draft(tmp_path, files=replaced(REAL, "{{ karte: leerstand, 2022 }}\n", embeds))
    said = section(word, "Begründung")
    assert [style for style, _ in said].count("Bild") == 2
    assert ("Caption", "Leerstand 2022") in said
    assert ("Zeile", "Raum Süd | 7,0") in said
    assert any(text.startswith("Durchschnittsmiete") or "Miete" in text for _, text in said)
    assert len(list(pictures(word))) == 3


def test_examples_say_so_on_every_page(tmp_path: Path) -> None:
    real, example = draft(tmp_path / "a"), draft(tmp_path / "b", "2022-01")
    assert list(told(example))[2] == (
        "Hinweis",
        "Beispiel: Dieser Entwurf zeigt, wie eine Beschlussvorlage aussehen kann. Die Empfehlung "
        "und ihr Verlauf sind erdacht, nichts davon ist ein Vorgang des Kreises.",
    )
    assert heads(example) == [
        "Beispiel, erdachter Inhalt – kein Vorgang des Kreises · Zielvorschlag 2022-01"
    ]
    assert heads(real) == ["Beschlussvorlage (Entwurf) · Handlungsempfehlung 2021-01"]
    assert not any("Beispiel" in text for _, text in told(real))


def heads(word: Word) -> list[str]:
    """Return what stands on top of the pages; there is one head for all."""
    section = word.sections[0]
    assert not section.different_first_page_header_footer
    assert not word.settings.odd_and_even_pages_header_footer
    return [one.text for one in section.header.paragraphs]


# --- How it is made -----------------------------------------------------------------------------


def pictures(word: Word) -> Iterator[tuple[str, str]]:
    """Yield name and description of each picture."""
    for shape in word.inline_shapes:
        properties = shape._inline.docPr
        yield properties.name, properties.get("descr")


def test_pictures_have_a_text(tmp_path: Path) -> None:
    found = dict(pictures(draft(tmp_path)))
    assert list(found) == ["Bild 1", "Bild 2"]
    assert found["Bild 1"].startswith("Leerstand, Kommunen 2022. Für 2022 ist der Anteil")
    assert found["Bild 2"].startswith("Leerstand, Verlauf: Liniendiagramm für ")


def test_tables_have_heads(tmp_path: Path) -> None:
    tables = draft(tmp_path).tables
    assert len(tables) == 4
    for table in tables:
        marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in table.rows]
        assert [one is not None for one in marked] == [True] + [False] * (len(marked) - 1)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_page_language_and_properties(tmp_path: Path) -> None:
    word = draft(tmp_path)
    section, properties = word.sections[0], word.core_properties
    assert abs(section.page_width - Cm(21)) < Cm(0.01)
    assert abs(section.page_height - Cm(29.7)) < Cm(0.01)
    assert properties.title == "Beschlussvorlage (Entwurf): Leer stehende Wohnungen erfassen"
    assert properties.subject == "Handlungsempfehlung 2021-01"
    assert (properties.created.date(), properties.modified.date()) == (date(2026, 1, 10),) * 2
    assert properties.language == "de-DE"
    assert 'w:lang w:val="de-DE"' in word.styles.element.xml
    foot = section.footer.paragraphs[0]
    assert foot.text == "Fokusbericht Musterkreis\tSeite  von "  # fields are no runs
    assert [one.paragraphs[0].style.name for one in (section.header, section.footer)] == [
        "Header",
        "Footer",
    ]
    codes = [field.get(qn("w:instr")) for field in foot._p.findall(qn("w:fldSimple"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_no_paragraph_is_there_for_spacing(tmp_path: Path) -> None:
    for file in drafts(undecided(small_county(tmp_path))).values():
        for style, text in told(open_word(BytesIO(file))):
            assert text.strip() or style == "Bild"


def test_same_content_is_same_bytes(tmp_path: Path) -> None:
    first, second = (drafts(undecided(small_county(tmp_path / name))) for name in "ab")
    assert first == second
    for file in first.values():
        entries = ZipFile(BytesIO(file)).infolist()
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        names = [entry.filename for entry in entries]
        assert names[0] == "[Content_Types].xml" and names[1:] == sorted(names[1:])


def test_new_figures_make_a_new_draft(tmp_path: Path) -> None:
    csv = "indicators/wohnen/leerstand.csv"
    other = replaced(csv, "01099001;2022;12;500", "01099001;2022;13;500")
    before = loaded(undecided(small_county(tmp_path / "a")))[0]
    after = loaded(undecided(small_county(tmp_path / "b", other)))[0]
    changed = [
        old.path.split("/")[1]
        for old, new in zip(plan(before), plan(after), strict=True)
        if old.ingredients != new.ingredients
    ]
    assert changed == ["2021-01"]


def test_what_is_decided_has_no_draft(tmp_path: Path) -> None:
    assert list(drafts(small_county(tmp_path))) == ["2022-01"]
    report, _ = loaded(tmp_path / "kreis")
    made = [one for one in empfehlung.plan(report) if one.path.endswith(".html")]
    pages = {one.path.split("/")[1]: one.make().decode() for one in made}
    assert "beschlussvorlage.docx" not in pages["2021-01"]
    assert "beschlussvorlage.docx" in pages["2022-01"]


def test_each_numbered_list_counts_for_itself() -> None:
    texts = "1. a\n2. b\n    - innen\n\nDazwischen.\n\n1. c\n"
    blocks = blocks_of_html(to_html(texts, lambda target, label: "", lambda name, argument: ""))
    assert blocks == (
        Listing(
            (
                Item((Run("a"),), 0, ordered=True),
                Item((Run("b"),), 0, ordered=True),
                Item((Run("innen"),), 1),
            )
        ),
        Paragraph((Run("Dazwischen."),)),
        Listing((Item((Run("c"),), 0, ordered=True),)),
    )
    word = open_word(BytesIO(to_docx(document(*blocks))))
    numbers = [
        one._p.pPr.numPr.numId.val for one in word.paragraphs if one.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]
    kinds = word.part.numbering_part.element.findall(qn("w:num"))
    assert {*numbers} <= {one.numId for one in kinds}


def test_numbers_inside_of_a_list_begin_anew() -> None:
    texts = "- a\n    1. eins\n    2. zwei\n- b\n    1. eins\n\nText.\n\n1. a\n    1. innen\n2. b\n"
    blocks = blocks_of_html(to_html(texts, lambda target, label: "", lambda name, argument: ""))
    word = open_word(BytesIO(to_docx(document(*blocks))))
    places = [
        (one.text, one._p.pPr.numPr.ilvl.val, one._p.pPr.numPr.numId.val)
        for one in word.paragraphs
        if one.style.name == "List Number"
    ]
    lists = [number for _, _, number in places]
    assert [(text, depth) for text, depth, _ in places] == [
        ("eins", 1),
        ("zwei", 1),
        ("eins", 1),
        ("a", 0),
        ("innen", 1),
        ("b", 0),
    ]
    assert lists[0] == lists[1] and lists[3] == lists[4] == lists[5]
    assert len({lists[0], lists[2], lists[3]}) == 3


def test_nothing_of_a_template_is_left_over() -> None:
    file = to_docx(document(Paragraph((Run("Text"),))))
    assert ZipFile(BytesIO(file)).namelist() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    word = open_word(BytesIO(file))
    properties = word.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("A", "A", "")
    texts = [part.blob.decode() for part in word.part.package.iter_parts()]
    assert not any("en-US" in text or "ja-JP" in text for text in texts)
    used = {key for text in texts for key in re.findall(r'w:(?:p|r|tbl)Style w:val="(\w+)"', text)}
    assert used <= {style.style_id for style in word.styles}


def test_marks_of_xml_are_text() -> None:
    word = open_word(BytesIO(to_docx(document(Paragraph((Run('a < b & "c"\x07', bold=True),))))))
    assert [one.text for one in word.paragraphs] == ['a < b & "c"']


def test_long_titles_are_cut_in_the_properties_alone() -> None:
    long = replace(document(Paragraph((Run("x" * 300),))), title="y" * 300)
    word = open_word(BytesIO(to_docx(long)))
    assert [one.text for one in word.paragraphs] == ["x" * 300]
    assert word.core_properties.title == "y" * 255


def document(*blocks: Heading | Listing | Paragraph | InlinePicture | Table) -> Document:
    """Return a document of some blocks."""
    return Document("T", "S", "A", date(2026, 1, 1), "Kopf", "Fuß", "#0a5f73", blocks)


# --- A whole county -----------------------------------------------------------------------------


def test_every_open_recommendation_of_a_county_has_a_small_draft(muster_site: Path) -> None:
    pages = Site(muster_site).by_path
    files = sorted(muster_site.glob("handlungsempfehlungen/*/beschlussvorlage.docx"))
    assert files
    for file in files:
        assert file.stat().st_size < 200_000
        word = open_word(file)
        assert all(text for _, text in pictures(word))
        title = next(text for style, text in told(word) if style == "Beschluss")
        assert file.parent.name in title or "Kreistag" in title
        page = (file.parent / "index.html").read_text(encoding="utf-8")
        assert heads(word)[0].startswith("Beispiel") is ("hinweis beispiel" in page)
    linked = {path for path, page in pages.items() if "beschlussvorlage.docx" in links_of(page)}
    assert linked == {f"handlungsempfehlungen/{file.parent.name}/index.html" for file in files}


def test_no_draft_holds_a_placeholder(muster_site: Path) -> None:
    for file in sorted(muster_site.glob("handlungsempfehlungen/*/beschlussvorlage.docx")):
        text = "\n".join(text for _, text in told(open_word(file)))
        assert not re.search(r"TODO|xxx|hier einfügen|None|\{\{|\[\[", text), file


@pytest.mark.skipif(not IN_CI and not SOFFICE, reason="no LibreOffice here")
def test_libreoffice_reads_headings_pictures_and_tables(tmp_path: Path) -> None:
    source = tmp_path / "entwurf.docx"
    source.write_bytes(drafts(undecided(small_county(tmp_path)))["2021-01"])
    subprocess.run(
        [
            SOFFICE or "soffice",
            f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            *("--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), str(source)),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    read = (tmp_path / "entwurf.fodt").read_text(encoding="utf-8")
    headings = re.findall(r'<text:h [^>]*outline-level="(\d)">([^<]*)', read)
    assert headings[1:5] == [
        ("1", "Beschlussvorschlag"),
        ("1", "Alternativer Beschlussvorschlag"),
        ("1", "Begründung"),
        ("2", "Ausgangslage"),
    ]
    described = re.findall(r"<svg:desc>([^<]*)", read)
    assert [text.partition(".")[0] for text in described] == [
        "Leerstand, Kommunen 2022",
        "Leerstand, Verlauf: Liniendiagramm für Musterkreis, Raum Nord und Raum Süd",
    ]
    assert read.count("<table:table-header-rows>") == 4
    assert set(re.findall(r'fo:language="(\w+)"', read)) == {"de"}


def test_a_list_begins_with_the_number_that_is_written() -> None:
    texts = "3. drei\n4. vier\n6. sechs\n"
    blocks = blocks_of_html(to_html(texts, lambda target, label: "", lambda name, argument: ""))
    word = open_word(BytesIO(to_docx(document(*blocks))))
    used = [one._p.pPr.numPr.numId.val for one in word.paragraphs if one._p.pPr.numPr is not None]
    assert used[0] == used[1] != used[2]
    begins = {
        one.numId: one.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val"))
        for one in word.part.numbering_part.element.findall(qn("w:num"))
        if one.find(qn("w:lvlOverride")) is not None
    }
    assert (begins[used[0]], begins[used[2]]) == ("3", "6")
