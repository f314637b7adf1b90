"""Faults planted into a sound PDF: each condition must find its own, and no other may."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

SOUND = Path(__file__).with_name("sound.typ")
MADE = datetime(2025, 11, 1, tzinfo=UTC)
Change = Callable[[Pdf], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its name, the conditions that must find it, how a sound file gets it."""

    name: str
    found_by: frozenset[str]
    old: str = ""  # in the source
    new: str = ""
    change: Change | None = None

    def file(self) -> bytes:
        """Return the bytes of a PDF with this fault."""
        source = SOUND.read_text(encoding="utf-8")
        assert self.old in source, f"{self.old!r} is not in {SOUND.name}"
        data = compiled(source.replace(self.old, self.new, 1))
        return changed(data, self.change) if self.change else data


def compiled(source: str) -> bytes:
    """Return what Typst makes of a source, by the fonts it brings along."""
    made = typst.compile(
        source.encode(), pdf_standards=["a-3a", "ua-1"], timestamp=MADE, ignore_system_fonts=True
    )
    assert isinstance(made, bytes)
    return made


def changed(data: bytes, change: Change) -> bytes:
    """Return a PDF in which something was changed."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def tags(pdf: Pdf, kind: str) -> list[Object]:
    """Return the elements of a kind, in the order of the tree."""
    return [one for one in _walk(pdf.Root.StructTreeRoot) if one.get("/S") == Name(f"/{kind}")]


def _walk(element: Object) -> Iterator[Object]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _walk(kid)


def _in_pdf(name: str, found_by: str, change: Change) -> Fault:
    return Fault(name, frozenset({found_by}), change=change)


def _in_source(name: str, found_by: str, old: str, new: str) -> Fault:
    return Fault(name, frozenset({found_by}), old, new)


def _without(name: str, found_by: str, holder: Callable[[Pdf], Object], key: str) -> Fault:
    """Return a fault that takes an entry away."""

    def change(pdf: Pdf) -> None:
        del holder(pdf)[key]

    return _in_pdf(name, found_by, change)


def _with(
    name: str, found_by: str, holder: Callable[[Pdf], Object], key: str, value: object
) -> Fault:
    """Return a fault that puts an entry in, or another in its place."""

    def change(pdf: Pdf) -> None:
        holder(pdf)[key] = value() if callable(value) else value

    return _in_pdf(name, found_by, change)


def _in_stream(
    name: str, found_by: str, stream: Callable[[Pdf], Object], old: bytes, new: bytes
) -> Fault:
    """Return a fault that replaces the first place of some bytes in a stream."""

    def change(pdf: Pdf) -> None:
        found = stream(pdf)
        data = found.read_bytes()
        assert old in data, old
        found.write(data.replace(old, new, 1))

    return _in_pdf(name, found_by, change)


def _in_metadata(name: str, found_by: str, old: str, new: str) -> Fault:
    return _in_stream(name, found_by, lambda pdf: pdf.Root.Metadata, old.encode(), new.encode())


def _kind(name: str, found_by: str, kind: str, other: str, number: int = 0) -> Fault:
    """Return a fault that calls an element of the tree something else."""

    def change(pdf: Pdf) -> None:
        tags(pdf, kind)[number].S = Name(f"/{other}")

    return _in_pdf(name, found_by, change)


def _first(kind: str, number: int = 0) -> Callable[[Pdf], Object]:
    return lambda pdf: tags(pdf, kind)[number]


def _root(pdf: Pdf) -> Object:
    return pdf.Root


def _link(pdf: Pdf, goal: str = "/A") -> Object:
    """Return the first link annotation on the second page that leads by an address or a name."""
    return next(one for one in pdf.pages[1].Annots if goal in one)


def _attached(pdf: Pdf) -> Object:
    return pdf.Root.AF[0]


def _mono(pdf: Pdf) -> Object:
    """Return the font that only one word is set in."""
    fonts = pdf.pages[1].Resources.Font
    return next(one for one in fonts.values() if "DejaVuSansMono" in str(one.BaseFont))


def _content(page: int) -> Callable[[Pdf], Object]:
    return lambda pdf: pdf.pages[page].Contents


def _title_of_a_file(pdf: Pdf) -> None:
    pdf.docinfo.Title = String("bericht.pdf")
    old = "Fokus 2025 – Sozialplanung in kurzer Form"
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(data.replace(old.encode(), b"bericht.pdf"))


def _circle(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap["/Em"] = Name.Strong
    pdf.Root.StructTreeRoot.RoleMap["/Strong"] = Name.Em


def _unmarked(pdf: Pdf) -> None:
    data = pdf.pages[2].Contents.read_bytes()
    pdf.pages[2].Contents.write(data + b"\n0 0 9 9 re f\n")


def _untagged(pdf: Pdf) -> None:
    paragraph = tags(pdf, "P")[-1]
    paragraph.K = Array(list(paragraph.K)[:-1])


def _tagged_twice(pdf: Pdf) -> None:
    paragraph = tags(pdf, "P")[-1]
    paragraph.K.append(list(paragraph.K)[-1])


def _tag_of_nothing(pdf: Pdf) -> None:
    tags(pdf, "P")[-1].K.append(999)


def _other_parent(pdf: Pdf) -> None:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    rows = [one for one in numbers if isinstance(one, Array)]
    rows[-1][0] = rows[-1][1]


def _new_tag(pdf: Pdf, kind: str, **entries: object) -> Dictionary:
    document = pdf.Root.StructTreeRoot.K[0]
    made = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=document, **entries)
    added = pdf.make_indirect(made)
    document.K.append(added)
    return added


def _two_documents(pdf: Pdf) -> None:
    made = Dictionary(Type=Name.StructElem, S=Name.Part, P=pdf.Root.StructTreeRoot)
    pdf.Root.StructTreeRoot.K.append(pdf.make_indirect(made))


def _no_heads(pdf: Pdf) -> None:
    for one in tags(pdf, "TH"):
        one.S = Name.TD


def _no_scope(pdf: Pdf) -> None:
    del tags(pdf, "TH")[0].A[0]["/Scope"]


def _no_span(pdf: Pdf) -> None:
    cell = next(one for one in tags(pdf, "TD") if "/ColSpan" in one.A[0])
    del cell.A[0]["/ColSpan"]


def _lost_head(pdf: Pdf) -> None:
    tags(pdf, "TD")[0].A[0].Headers = Array([String("nirgends")])


def _lone_link(pdf: Pdf) -> None:
    """Take a link's annotation away, from the page and from the tree."""
    link = tags(pdf, "Link")[0]
    link.K = Array([one for one in link.K if isinstance(one, int)])
    pdf.pages[0].Annots = Array(list(pdf.pages[0].Annots)[1:])


def _note_on_page(pdf: Pdf) -> None:
    box = Array([10, 10, 20, 20])
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=box, Contents=String("Prüfen."))
    pdf.pages[1].Annots.append(pdf.make_indirect(note))


def _in_tree(kind: str, role: str = "Annot", **entries: object) -> Change:
    """Return what puts an annotation on a page and into the tree."""

    def change(pdf: Pdf) -> None:
        box = Array([10, 10, 20, 20])
        made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=box, **entries)
        added = pdf.make_indirect(made)
        pdf.pages[1].Annots.append(added)
        tag = _new_tag(pdf, role, Pg=pdf.pages[1].obj)
        tag.K = Array([Dictionary(Type=Name.OBJR, Obj=added, Pg=pdf.pages[1].obj)])
        added.StructParent = 999
        pdf.Root.StructTreeRoot.ParentTree.Nums.extend([999, tag])

    return change


def _no_headings(pdf: Pdf) -> None:
    for kind in ("H1", "H2", "H3"):
        for one in tags(pdf, kind):
            one.S = Name.P


def _two_plain(pdf: Pdf) -> None:
    _no_headings(pdf)
    for words in ("Anhang", "Quellen"):
        _new_tag(pdf, "H", ActualText=String(words))


def _silent_formula(pdf: Pdf) -> None:
    figure = tags(pdf, "Figure")[0]
    figure.S = Name.Formula
    del figure["/Alt"]


def _emptied(pdf: Pdf) -> None:
    stream = _attached(pdf).EF.F
    stream.write(b"")
    stream.Params.Size = 0


def _lost_annotation(pdf: Pdf) -> None:
    _link(pdf).StructParent = 998


def _same_notes(pdf: Pdf) -> None:
    first, second = tags(pdf, "Note")
    second.ID = first.ID


def _painted_earlier(pdf: Pdf) -> None:
    paragraph = tags(pdf, "P")[-1]
    lines = list(paragraph.K)
    lines[4], lines[5] = lines[5], lines[4]
    paragraph.K = Array(lines)


def _other_bookmark(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Title = String("Wohnung")


def _bookmark_elsewhere(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Dest = Array([pdf.pages[0].obj, Name.Fit])


def _other_label(pdf: Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=5)]))


def _no_program(pdf: Pdf) -> None:
    descriptor = _mono(pdf).DescendantFonts[0].FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def _meanings(name: str, found_by: str, new: bytes) -> Fault:
    """Return a fault that gives the letter n another meaning, or none."""
    return _in_stream(name, found_by, lambda pdf: _mono(pdf).ToUnicode, b"<006E>", new)


def _unmapped(pdf: Pdf) -> None:
    stream = _mono(pdf).ToUnicode
    lines = stream.read_bytes().split(b"\n")
    stream.write(b"\n".join(one for one in lines if not one.endswith(b"<006E>")))


def _undefined(pdf: Pdf) -> None:
    """Show the glyph that stands for glyphs which are not there."""
    data = pdf.pages[2].Contents.read_bytes()
    more = b"/Artifact BMC BT /f0 9 Tf 1 0 0 1 200 10 Tm <0000> Tj ET EMC"
    pdf.pages[2].Contents.write(data + b"\n" + more + b"\n")


def _form_twice(pdf: Pdf) -> None:
    form = pdf.make_stream(b"/Span <</MCID 900>> BDC EMC")
    form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
    page = pdf.pages[2]
    page.Resources.XObject = Dictionary(Twice=form)
    page.Contents.write(page.Contents.read_bytes() + b"\n/Twice Do /Twice Do\n")


def _script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _layers(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(Order=Array([])))


def _broken_page(pdf: Pdf) -> None:
    data = pdf.pages[2].Contents.read_bytes()
    pdf.pages[2].Contents.write(data + b"\n/Artifact BMC (x) cm EMC\n")


def _reference(pdf: Pdf) -> None:
    form = pdf.make_stream(b"")
    other = Dictionary(F=String("anders.pdf"), Page=0)
    form.update(
        Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Ref=other)
    )
    page = pdf.pages[2]
    page.Resources.XObject = Dictionary(Other=form)
    page.Contents.write(page.Contents.read_bytes() + b"\n/Artifact BMC /Other Do EMC\n")


SAID = String("Eine Bemerkung.")
ENGLISH = "The county with the most of the people and with few of the flats."
PARAGRAPH = "#lorem(60)"
BREAKABLE = "#show figure: set block(breakable: true)\n"
TORN = (
    BREAKABLE
    + '#figure(kind: image, supplement: none, alt: "Viele Worte", align(left, lorem(900)))'
)
AWAY = (
    BREAKABLE + '#figure(image(karte, width: 80mm, height: 235mm, fit: "contain", alt: '
    '"Karte: Der Norden ist dunkel."), gap: 60pt, caption: [Leer.], supplement: [Bild])'
)
LONG_WORD = "#h(155mm)#box(width: 1pt, text(hyphenate: false)[Wohnungsbauförderungsgesetz])"
TABLE = "[Süd], [2022], [3,5 %],"

FAULTS = (
    # --- what it says of itself
    _without("no metadata at all", "no metadata", _root, "/Metadata"),
    _in_metadata("no claim of PDF/UA", "no claim of PDF/UA", "<pdfuaid:part>1<", "<pdfuaid:part><"),
    _in_metadata("a lower PDF/A", "no claim of PDF/A-3a", "conformance>A<", "conformance>B<"),
    _in_metadata(
        "no title in the metadata",
        "no title",
        '<rdf:li xml:lang="x-default">Fokus 2025 – Sozialplanung in kurzer Form</rdf:li>',
        "",
    ),
    _in_pdf("the name of a file as title", "title says nothing", _title_of_a_file),
    _with("two titles", "titles differ", lambda pdf: pdf.docinfo, "/Title", "Fokus 2024"),
    _without(
        "no wish to show the title",
        "title not promised",
        lambda pdf: pdf.Root.ViewerPreferences,
        "/DisplayDocTitle",
    ),
    _with(
        "the name of the file is shown",
        "title not shown",
        lambda pdf: pdf.Root.ViewerPreferences,
        "/DisplayDocTitle",
        False,
    ),
    _in_metadata("metadata in English", "language of metadata", "<rdf:li>de-DE<", "<rdf:li>en<"),
    _with(
        "another day in the Info",
        "dates differ",
        lambda pdf: pdf.docinfo,
        "/ModDate",
        "D:20251102000000Z",
    ),
    _with("not marked", "not marked", lambda pdf: pdf.Root.MarkInfo, "/Marked", False),
    _with("suspect tags", "suspects", lambda pdf: pdf.Root.MarkInfo, "/Suspects", True),
    # --- languages
    _without("no language", "no language", _root, "/Lang"),
    _with("a language nobody knows", "unknown language", _first("P"), "/Lang", "deutsch"),
    _in_source("a paragraph in English", "language not marked", PARAGRAPH, ENGLISH),
    _with(
        "an alternative in English",
        "language of alternative texts",
        _first("Figure"),
        "/Alt",
        ENGLISH,
    ),
    # --- tags
    _with(
        "a kind that is mapped to nothing",
        "role map ends nowhere",
        lambda pdf: pdf.Root.StructTreeRoot.RoleMap,
        "/Title",
        lambda: Name.Titel,
    ),
    _in_pdf("kinds that are mapped to each other", "circular role map", _circle),
    _with(
        "a standard kind that is mapped",
        "standard type remapped",
        lambda pdf: pdf.Root.StructTreeRoot.RoleMap,
        "/Quote",
        lambda: Name.Span,
    ),
    _in_stream(
        "an artifact amid a paragraph",
        "artifact inside tagged content",
        _content(2),
        b"/Span<</MCID 3>>BDC",
        b"/Span<</MCID 3>>BDC /Artifact BMC EMC",
    ),
    _in_stream(
        "a paragraph in an artifact",
        "tagged content inside an artifact",
        _content(2),
        b"/Span<</MCID 3>>BDC",
        b"/Artifact BMC /Span<</MCID 3>>BDC EMC EMC /Artifact BMC",
    ),
    _in_pdf("content without a mark", "content neither tagged nor artifact", _unmarked),
    _in_pdf("content in no tag", "content neither tagged nor artifact", _untagged),
    _in_pdf("content in a tag twice", "content in two tags", _tagged_twice),
    _in_stream(
        "two pieces of one mark",
        "mark used twice",
        _content(2),
        b"/Span<</MCID 4>>BDC",
        b"/Span<</MCID 4>>BDC EMC /Span<</MCID 4>>BDC",
    ),
    _in_pdf("a tag of nothing", "tag without its content", _tag_of_nothing),
    _in_pdf("content whose parent is another", "parent tree differs", _other_parent),
    _in_pdf("a second root", "tree without a Document", _two_documents),
    _in_source(
        "words in no paragraph",
        "words outside a paragraph",
        PARAGRAPH,
        "#block(text(size: 9pt, [Quelle: Zensus.]))",
    ),
    _kind("a paragraph in a paragraph", "block inside words", "Strong", "P"),
    _kind("a paragraph as a cell", "table out of shape", "TD", "P"),
    _kind("an item without a body", "list out of shape", "LBody", "P"),
    _kind("contents of paragraphs", "contents out of shape", "TOCI", "P"),
    _without("a list without its numbering", "list without numbering", _first("L"), "/A"),
    _kind("words that are Ruby", "ruby out of shape", "Strong", "Ruby"),
    _kind("words that are Warichu", "warichu out of shape", "Strong", "Warichu"),
    # --- headings
    _in_pdf("no heading at all", "no heading", _no_headings),
    _in_pdf("two plain headings", "two plain headings in one element", _two_plain),
    _kind("contents under an H2", "first heading is no H1", "H1", "H2"),
    _kind("H3 after H1", "skipped heading level", "H2", "H3"),
    _in_pdf("a heading of nothing", "empty heading", lambda pdf: _new_tag(pdf, "H2") and None),
    _in_pdf(
        "a plain heading beside numbered ones",
        "plain and numbered headings",
        lambda pdf: _new_tag(pdf, "H", ActualText=String("Anhang")) and None,
    ),
    # --- tables
    _in_pdf("a table without heads", "table without heads", _no_heads),
    _in_pdf("a head without scope", "head without scope", _no_scope),
    _in_source("a head without words", "empty head", "table.header([Raum]", "table.header([]"),
    _in_pdf("a cell whose head is nowhere", "heads that are not there", _lost_head),
    _in_pdf("a row that is too short", "rows of unequal length", _no_span),
    # --- pictures
    _without("a picture without words", "figure without alternative", _first("Figure"), "/Alt"),
    _with(
        "a picture named after its file",
        "alternative says nothing",
        _first("Figure"),
        "/Alt",
        "karte.svg",
    ),
    _without("a picture that is nowhere", "figure without its place", _first("Figure"), "/A"),
    _in_pdf("a formula without words", "formula without alternative", _silent_formula),
    # --- links and annotations
    _in_pdf("a hologram", "annotation of unknown kind", _in_tree("Hologram", Contents=SAID)),
    _in_pdf("a trap for printers", "annotation for printers", _in_tree("TrapNet", Contents=SAID)),
    _in_pdf("a field in no form", "field outside Form", _in_tree("Widget", TU=SAID)),
    _in_pdf("a field that says nothing", "field without description", _in_tree("Widget", "Form")),
    _in_pdf(
        "a file on the page", "file pinned to a page", _in_tree("FileAttachment", Contents=SAID)
    ),
    _in_pdf("a film", "sound or film", _in_tree("Screen", Contents=SAID)),
    _kind("a link in no Link", "link outside Link", "Link", "Span"),
    _without("a link without description", "link without description", _link, "/Contents"),
    _in_pdf("a note beside the text", "annotation outside Annot", _note_on_page),
    _in_pdf("a note that says nothing", "annotation without description", _in_tree("Text")),
    _without("no order of tabs", "page without order of tabs", lambda pdf: pdf.pages[1], "/Tabs"),
    _with(
        "tabs from left to right",
        "tabs in another order",
        lambda pdf: pdf.pages[1],
        "/Tabs",
        lambda: Name.R,
    ),
    _in_pdf("a link the parent tree lost", "parent tree lacks an annotation", _lost_annotation),
    _in_pdf("a Link that leads nowhere", "Link without a link", _lone_link),
    _in_source(
        "a link that says „hier“", "link says nothing", "[Fokusbericht zum Wohnen]", "[hier]"
    ),
    _with(
        "a place that is not there",
        "link leads nowhere",
        lambda pdf: _link(pdf, "/Dest"),
        "/Dest",
        "nirgends",
    ),
    _with(
        "an address of another kind",
        "link leads nowhere",
        lambda pdf: _link(pdf).A,
        "/URI",
        "ftp://fokus.example/",
    ),
    # --- notes
    _without("a note without a name", "note without ID", _first("Note"), "/ID"),
    _in_pdf("two notes of one name", "notes of one ID", _same_notes),
    # --- order
    _in_source(
        "a paragraph further up",
        "reading order against the page",
        PARAGRAPH,
        "#v(30pt)\n#par[Danach.]\n#place(dy: -45pt, par[Zuvor.])",
    ),
    _in_pdf("lines in another order", "reading order against painting", _painted_earlier),
    # --- ways through the document
    _without("no bookmarks", "no bookmarks", _root, "/Outlines"),
    _in_pdf("a bookmark of other words", "bookmarks are not the headings", _other_bookmark),
    _in_pdf("a bookmark to the cover", "bookmark leads elsewhere", _bookmark_elsewhere),
    _without("no page labels", "no page labels", _root, "/PageLabels"),
    _in_pdf("pages counted otherwise", "page label is not what is printed", _other_label),
    # --- letters
    _in_pdf("a font that is not there", "font not in the file", _no_program),
    _without("a font that says nothing", "font without ToUnicode", _mono, "/ToUnicode"),
    _without(
        "a font without map of glyphs",
        "font without map of glyphs",
        lambda pdf: _mono(pdf).DescendantFonts[0],
        "/CIDToGIDMap",
    ),
    _in_pdf("a letter without meaning", "letter without meaning", _unmapped),
    _meanings("a letter that is zero", "letter is zero", b"<0000>"),
    _meanings("a letter that is a mark of order", "letter is a mark of order", b"<feff>"),
    _meanings("a letter of a private area", "letter of a private area", b"<e000>"),
    _meanings("a letter that was lost", "letter lost", b"<fffd>"),
    _in_pdf("a glyph that is not there", "letter not in the font", _undefined),
    # --- attached files
    _without("a file without a name", "attached file without names", _attached, "/UF"),
    _without("a file without description", "attached file without description", _attached, "/Desc"),
    _without(
        "a file without relationship",
        "attached file without relationship",
        _attached,
        "/AFRelationship",
    ),
    _without(
        "a file of no kind",
        "attached file of no kind",
        lambda pdf: _attached(pdf).EF.F,
        "/Subtype",
    ),
    _without("a file in no list", "attached file in no list", _root, "/AF"),
    _in_stream(
        "a file that was cut",
        "attached file of another size",
        lambda pdf: _attached(pdf).EF.F,
        b"Nord;",
        b"",
    ),
    _in_pdf("a file of nothing", "attached file is empty", _emptied),
    # --- safety
    _with(
        "layers by themselves",
        "layers that change by themselves",
        _root,
        "/OCProperties",
        lambda: Dictionary(OCGs=Array([]), D=Dictionary(Name=String("A"), AS=Array([]))),
    ),
    _in_pdf("a script", "acts by itself", _script),
    _with(
        "a form of XFA",
        "form of XFA",
        _root,
        "/AcroForm",
        lambda: Dictionary(XFA=String("<x/>"), Fields=Array([])),
    ),
    _in_pdf("layers without a name", "layers without a name", _layers),
    _in_pdf("a page of another file", "page of another file", _reference),
    _without("colours of no kind", "no output intent", _root, "/OutputIntents"),
    _in_pdf("a page that cannot be read", "page cannot be read", _broken_page),
    Fault(
        "a form with tags, painted twice",
        frozenset({"form with tags painted twice", "mark used twice"}),
        change=_form_twice,
    ),
    # --- letters that can be seen
    _in_source(
        "grey letters on white", "pale letters", PARAGRAPH, '#text(fill: rgb("#8a8f91"))[Blass.]'
    ),
    _in_source("white letters on a pale area", "pale letters", "fill='#1a2326'", "fill='#ffffff'"),
    _in_source(
        "letters that shine through",
        "pale letters",
        "fill='#1a2326'",
        "fill='#1a2326' fill-opacity='0.4'",
    ),
    # --- layout
    _in_source(
        "a heading at the foot of its page",
        "heading alone",
        "#pagebreak()\n#columns(2",
        "#block[= Ende]\n#pagebreak()\n#columns(2",
    ),
    _in_source(
        "the last line on the next page",
        "line alone",
        "#lorem(220)",
        "#set text(costs: (widow: 0%, orphan: 0%))\n#block(height: 651pt, par[Bild.])\n"
        "Eins \\ zwei \\ drei \\ vier.",
    ),
    _in_source("a row on two pages", "torn row", TABLE, "[Süd], [2022], [3,5 #v(330pt) %],"),
    _in_source("a table on two pages", "torn table", TABLE, "[Süd], [2022], [3,5 %],\n" * 24),
    Fault(
        "a picture on two pages",
        frozenset({"torn picture", "figure without its place"}),
        PARAGRAPH,
        TORN,
    ),
    Fault(
        "a caption on the next page",
        frozenset({"caption alone", "figure without its place"}),
        PARAGRAPH,
        AWAY,
    ),
    _in_source(
        "a word beyond the margin",
        "beyond the edge",
        PARAGRAPH,
        LONG_WORD,
    ),
    _in_source("letters like dust", "tiny letters", PARAGRAPH, "#text(size: 4pt)[Klein.]"),
    _in_source("words upon words", "letters upon letters", PARAGRAPH, "Wohnen#h(-30pt)Arbeit"),
)
