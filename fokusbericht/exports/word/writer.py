"""A document as plain data → the bytes of a .docx: the body, and the file around it."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from fokusbericht.exports.word.document import Document, InlinePicture, WordBlock
from fokusbericht.exports.word.oxml import BULLETS, DEPTHS, NUMBERS, STEP, numbering, value
from fokusbericht.exports.word.package import PackageRelation, pack
from fokusbericht.exports.word.styles import TEXT_WIDTH
from fokusbericht.exports.word.text import paragraph, runs_xml, table_xml
from fokusbericht.text.blocks import Heading, Item, Listing, Paragraph, Table

EMU = 635  # of a picture's lengths in a twentieth of a point
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
FORMS = {"PNG": "png", "JPEG": "jpg"}


def to_docx(document: Document) -> bytes:
    """Return the document as a file for Word."""
    body = _Body()
    content = "".join(map(body.block, document.blocks))
    return pack(document, content, body.lists, body.relations, body.media)


class _Media(NamedTuple):
    # A picture as the file has it.
    name: str  # its relation
    width: int
    height: int


class _Body:
    # Writes blocks one after the other, and counts what has a number.

    def __init__(self) -> None:
        self.relations: list[PackageRelation] = []
        self.media: dict[str, bytes] = {}  # file → picture
        self.lists: list[str] = []  # that count for themselves
        self.links: dict[str, str] = {}  # address → relation
        self.known: dict[bytes, _Media] = {}
        self.pictures = 0

    def block(self, block: WordBlock) -> str:
        match block:
            case Heading():
                return paragraph(f"Heading{block.level}", runs_xml(block.runs, self._link))
            case Paragraph():
                return paragraph(block.style.value, runs_xml(block.runs, self._link))
            case Listing():
                return "".join(self._list(block))
            case Table():
                return table_xml(block, self._link)
            case InlinePicture():
                return self._picture(block)

    def _link(self, address: str) -> str:
        if address not in self.links:
            self.links[address] = self._related("hyperlink", address, True)
        return self.links[address]

    def _related(self, kind: str, target: str, is_outside: bool = False) -> str:
        name = f"rId{len(self.relations) + 10}"  # the first ones are the file's own
        self.relations.append(PackageRelation(name, kind, target, is_outside))
        return name

    def _list(self, block: Listing) -> Iterator[str]:
        counting: dict[int, int] = {}  # depth → number of the list that is counted there
        for item in block.items:
            if item.goes_on:
                yield self._indented(item)
                continue
            counting = {depth: one for depth, one in counting.items() if depth <= item.depth}
            if item.ordered and item.number:
                counting[item.depth] = self._next_number(item.number, item.depth)
            elif item.ordered and item.depth not in counting:
                counting[item.depth] = counting.get(item.depth - 1) or self._next_number()
            yield self._item(item, counting[item.depth] if item.ordered else BULLETS)

    def _next_number(self, first: int = 1, depth: int = 0) -> int:
        number = NUMBERS + len(self.lists) + 1
        self.lists.append(numbering(number, NUMBERS, first, min(depth, DEPTHS - 1)))
        return number

    def _item(self, item: Item, number: int) -> str:
        style = "ListNumber" if item.ordered else "ListBullet"
        depth = min(item.depth, DEPTHS - 1)
        place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        return paragraph(style, runs_xml(item.runs, self._link), place)

    def _indented(self, item: Item) -> str:
        """Return what goes on with an item: as far in as its text, without a mark."""
        left = STEP * (min(item.depth, DEPTHS - 1) + 1)
        inside = runs_xml(item.runs, self._link)
        return paragraph("Normal", inside, f'<w:ind w:left="{left}"/>')

    def _picture(self, block: InlinePicture) -> str:
        if block.png not in self.known:
            self.known[block.png] = self._kept(block.png)
        self.pictures += 1
        name, width, height = self.known[block.png]
        size = TEXT_WIDTH * EMU, round(TEXT_WIDTH * EMU * height / width)
        drawing = _drawing(name, size, self.pictures, block.alt)
        return paragraph("Bild", f"<w:r><w:drawing>{drawing}</w:drawing></w:r>")

    def _kept(self, picture: bytes) -> _Media:
        from PIL import Image

        with Image.open(BytesIO(picture), formats=tuple(FORMS)) as image:
            path = f"media/image{len(self.known) + 1}.{FORMS[image.format or 'PNG']}"
            self.media[path] = picture
            return _Media(self._related("image", path), *image.size)


def _drawing(name: str, size: tuple[int, int], number: int, alt: str) -> str:
    """Return a picture in the line; LibreOffice keeps a distance if none is set."""
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    return (
        f'<wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" '
        f'xmlns:pic="{DRAWING}/picture" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="Bild {number}" descr={value(alt)}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="Bild"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    )
