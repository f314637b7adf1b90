"""The file around a document's body: its parts, how they hang together, the zip without a clock."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fokusbericht.exports.office import zipped
from fokusbericht.exports.word.document import Document
from fokusbericht.exports.word.oxml import LANGUAGE, LISTS, RELATIONS, part, text, value
from fokusbericht.exports.word.styles import PAGE, SETTINGS, styles_part
from fokusbericht.exports.word.text import field, paragraph, plain

LONGEST = 255  # letters that a property of a file may have
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORM = "application/vnd.openxmlformats-"
PROPERTIES = "docProps/core.xml"
SPACES = (
    f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


class PackageRelation(NamedTuple):
    """What the document refers to: another part, or an address outside."""

    name: str
    kind: str
    target: str
    is_outside: bool = False


OWN = (
    PackageRelation("rId1", "styles", "styles.xml"),
    PackageRelation("rId2", "settings", "settings.xml"),
    PackageRelation("rId3", "numbering", "numbering.xml"),
    PackageRelation("rId4", "header", "header1.xml"),
    PackageRelation("rId5", "footer", "footer1.xml"),
)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
    f'<w:footerReference w:type="default" r:id="rId5"/>{PAGE}</w:sectPr>'
)


def pack(
    document: Document,
    body: str,
    lists: Sequence[str],
    relations: Sequence[PackageRelation],
    media: Mapping[str, bytes],
) -> bytes:
    """Return the file; same content is same bytes."""
    parts = {
        "_rels/.rels": _relations(_ways()),
        PROPERTIES: _properties(document),
        "word/_rels/document.xml.rels": _relations((*OWN, *relations)),
        "word/document.xml": part("w:document", f"<w:body>{body}{SECTION}</w:body>"),
        "word/footer1.xml": _foot(document.foot),
        "word/header1.xml": part("w:hdr", paragraph("Header", plain(document.head))),
        "word/numbering.xml": part("w:numbering", LISTS + "".join(lists)),
        "word/settings.xml": part("w:settings", SETTINGS),
        "word/styles.xml": styles_part(document.accent),
        **{f"word/{path}": picture for path, picture in media.items()},
    }
    # Some readers expect the types first.
    return zipped({"[Content_Types].xml": _types(parts), **dict(sorted(parts.items()))})


def _ways() -> Iterator[PackageRelation]:
    """Yield what the file as a whole refers to."""
    yield PackageRelation("rId1", "officeDocument", "word/document.xml")
    yield PackageRelation("rId2", f"{PACKAGE}/relationships/metadata/core-properties", PROPERTIES)


def _relations(relations: Sequence[PackageRelation] | Iterator[PackageRelation]) -> bytes:
    content = "".join(map(_relation, relations))
    return part("Relationships", content, f'xmlns="{PACKAGE}/relationships"')


def _relation(one: PackageRelation) -> str:
    kind = one.kind if ":" in one.kind else f"{RELATIONS}/{one.kind}"
    outside = ' TargetMode="External"' * one.is_outside
    return f'<Relationship Id="{one.name}" Type="{kind}" Target={value(one.target)}{outside}/>'


def _foot(words: str) -> bytes:
    pages = (plain(f"{words}\tSeite "), field("PAGE"), plain(" von "), field("NUMPAGES"))
    return part("w:ftr", paragraph("Footer", "".join(pages)))


def _properties(document: Document) -> bytes:
    title, subject, author = (
        text(words[:LONGEST]) for words in (document.title, document.subject, document.author)
    )
    return part(
        "cp:coreProperties",
        f"<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"{_moment('created', document.changed)}{_moment('modified', document.changed)}"
        f"<dc:language>{LANGUAGE}</dc:language>",
        SPACES,
    )


def _moment(name: str, day: date) -> str:
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'


def _types(parts: Mapping[str, bytes]) -> bytes:
    """Return what kind of part each one is."""
    known = {
        PROPERTIES: "package.core-properties",
        "word/document.xml": "officedocument.wordprocessingml.document.main",
        **{f"word/{one.target}": f"officedocument.wordprocessingml.{one.kind}" for one in OWN},
    }
    endings = {
        "rels": f"{FORM}package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpg": "image/jpeg",
    }
    used = {path.rpartition(".")[2] for path in parts}
    content = [f'<Default Extension="{one}" ContentType="{endings[one]}"/>' for one in sorted(used)]
    content += [
        f'<Override PartName="/{path}" ContentType="{FORM}{kind}+xml"/>'
        for path, kind in sorted(known.items())
    ]
    return part("Types", "".join(content), f'xmlns="{PACKAGE}/content-types"')
