"""What a PDF says of itself: title, language, standards, dates."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from .condition import Condition
from .document import Document
from .languages import is_language

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
EMPTY_TITLE = re.compile(r"(?:untitled|unbenannt|dokument\d*|document\d*|.*\.\w{2,4})?", re.I)
DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?")


def packet(document: Document) -> Element | None:
    """Return the XMP of the catalog as a tree."""
    stream = document.root.get("/Metadata")
    if stream is None:
        return None
    try:
        found: Element = fromstring(stream.read_bytes().strip())
    except ParseError:
        return None
    return found


def said(document: Document, name: str) -> list[str]:
    """Return the values of a property of the XMP, in either of its forms."""
    root = packet(document)
    found: list[str] = []
    for one in root.iter() if root is not None else ():
        if one.tag == name:
            items = [item.text or "" for item in one.iter(f"{RDF}li")]
            found += items or [one.text or ""]
        if name in one.attrib:
            found.append(one.attrib[name])
    return [text.strip() for text in found if text.strip()]


def no_metadata(document: Document) -> Iterator[str]:
    if packet(document) is None:
        yield "the catalog has no XMP that can be read"


def no_claim(document: Document) -> Iterator[str]:
    if packet(document) is not None and said(document, f"{PDFUA}part") != ["1"]:
        yield f"pdfuaid:part is {said(document, f'{PDFUA}part') or 'missing'}"


def no_archive_claim(document: Document) -> Iterator[str]:
    part, level = said(document, f"{PDFA}part"), said(document, f"{PDFA}conformance")
    if packet(document) is not None and (part, level) != (["3"], ["A"]):
        yield f"pdfaid says {'-'.join((*part, *level)) or 'nothing'}, not 3-A"


def no_title(document: Document) -> Iterator[str]:
    if packet(document) is not None and not said(document, f"{DC}title"):
        yield "dc:title is missing"


def empty_title(document: Document) -> Iterator[str]:
    for title in said(document, f"{DC}title"):
        if EMPTY_TITLE.fullmatch(title):
            yield f"„{title}“ says nothing"


def two_titles(document: Document) -> Iterator[str]:
    own, other = str(document.pdf.docinfo.get("/Title", "")), said(document, f"{DC}title")
    if other and own not in other:
        yield f"„{own}“ in the Info, „{other[0]}“ in the XMP"


def title_not_promised(document: Document) -> Iterator[str]:
    if "/DisplayDocTitle" not in document.root.get("/ViewerPreferences", {}):
        yield "DisplayDocTitle is missing"


def title_not_shown(document: Document) -> Iterator[str]:
    preferences = document.root.get("/ViewerPreferences", {})
    if preferences.get("/DisplayDocTitle", True) is not True:
        yield "DisplayDocTitle is false"


def other_language(document: Document) -> Iterator[str]:
    own, other = str(document.root.get("/Lang", "")), said(document, f"{DC}language")
    if packet(document) is not None and is_language(own) and own not in other:
        yield f"dc:language is {other or 'missing'}, Lang is „{own}“"


def other_dates(document: Document) -> Iterator[str]:
    info = document.pdf.docinfo
    if packet(document) is None:
        return
    for own, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        first, found = str(info.get(own, "")), said(document, f"{XMP}{name}")
        second = found[0] if found else ""
        if not first or not second or _of_info(first) != _of_xmp(second):
            yield f"{own[1:]} „{first}“, xmp:{name} „{second}“"


def _of_info(text: str) -> datetime | None:
    found = DATE.fullmatch(text)
    if not found:
        return None
    year, *rest = found.groups()[:6]
    month, day, hour, minute, second = (
        int(one or least) for one, least in zip(rest, (1, 1, 0, 0, 0), strict=True)
    )
    away = timedelta(hours=int(found[9] or 0), minutes=int(found[10] or 0))
    zone = timezone(-away if found[8] == "-" else away)
    return datetime(int(year), month, day, hour, minute, second, tzinfo=zone)


def _of_xmp(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def not_marked(document: Document) -> Iterator[str]:
    if document.root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "MarkInfo does not say Marked"
    if "/StructTreeRoot" not in document.root:
        yield "there is no structure tree"


def suspects(document: Document) -> Iterator[str]:
    if document.root.get("/MarkInfo", {}).get("/Suspects", False) is not False:
        yield "MarkInfo says Suspects"


CONDITIONS = (
    Condition("06-001", "no metadata", no_metadata),
    Condition("06-002", "no claim of PDF/UA", no_claim),
    Condition("", "no claim of PDF/A-3a", no_archive_claim),
    Condition("06-003", "no title", no_title),
    Condition("06-004", "title says nothing", empty_title),
    Condition("", "titles differ", two_titles),
    Condition("07-001", "title not promised", title_not_promised),
    Condition("07-002", "title not shown", title_not_shown),
    Condition("11-006", "language of metadata", other_language),
    Condition("", "dates differ", other_dates),
    Condition("", "not marked", not_marked),
    Condition("01-007", "suspects", suspects),
)
