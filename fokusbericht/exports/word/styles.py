"""The empty document that all begin with: A4, German, our own styles and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from fokusbericht.exports.word.oxml import (
    BULLETS,
    DEFAULTS,
    LINES,
    LISTS,
    NUMBERS,
    QUIET,
    SETTINGS,
    TABLE_LOOK,
    frame,
    grow,
    refill,
)

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.opc.rel import Relationships

MARGIN, TEXT_WIDTH = 2.5, 16.0  # centimetres of an A4 page
FACTS = 113.4  # points between a label and what it says
TABLE = "Fokustabelle"
LINK = "0B4F8A"
KEPT = ("styles", "settings", "numbering", "officeDocument", "core-properties")  # of the template


@dataclass(frozen=True, slots=True)
class _Style:
    """How paragraphs look; lengths in points."""

    name: str
    size: float = 10.5
    bold: bool = False
    italic: bool = False
    colour: str = ""
    before: float = 0
    after: float = 6
    line: float = 1.15
    left: float = 0
    right: float = 0
    hanging: bool = False  # the first line begins at the margin; a tab leads to the others
    keeps: bool = False  # together, and with the next paragraph
    then: str = ""  # the style of the paragraph that follows, if not the same
    xml: str = ""  # what python-docx has no word for
    ours: bool = False  # no style that Word knows by itself


@lru_cache(maxsize=4)
def empty_document(accent: str) -> bytes:
    """Return the file that all documents begin with; `accent` colours headings: "#0a5f73"."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm, RGBColor

    word = Document()
    for rels in (word.part.rels, word.part.package.rels):
        _forget(rels)
    refill(word.settings.element, SETTINGS)
    refill(word.part.numbering_part.element, LISTS)
    refill(word.styles.element.find("w:docDefaults", word.styles.element.nsmap), DEFAULTS)
    for style in list(word.styles):
        if not style.element.default:
            style.delete()
    for look in _styles(accent.lstrip("#").upper()):
        _add_style(word, look)
    foot = word.styles["Footer"].paragraph_format
    foot.tab_stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    link = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(LINK), True
    table = word.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    table.base_style = word.styles["Normal Table"]
    grow(table.element, TABLE_LOOK)
    _set_page(word)
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _forget(rels: "Relationships") -> None:
    """Drop what a template brings along: a theme, a thumbnail, who made it."""
    for name, rel in list(rels.items()):
        if not rel.reltype.endswith(KEPT):
            del rels[name]


def _set_page(word: "Word") -> None:
    from docx.shared import Cm

    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(MARGIN)
    section.header_distance = section.footer_distance = Cm(MARGIN / 2)


def _add_style(word: "Word", look: _Style) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    style = word.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=not look.ours)
    grow(style.element.get_or_add_pPr(), look.xml)  # first: python-docx finds the places around it
    style.style_id = look.name.replace(" ", "")
    style.base_style = word.styles["Normal"]
    style.next_paragraph_style = word.styles[look.then or look.name]
    style.quick_style = True
    style.font.size = Pt(look.size)
    style.font.bold, style.font.italic = look.bold or None, look.italic or None
    style.font.color.rgb = RGBColor.from_string(look.colour) if look.colour else None
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = look.line
    form.left_indent, form.right_indent = Pt(look.left) or None, Pt(look.right) or None
    if look.hanging:
        form.first_line_indent = Pt(-look.left)
    if look.keeps:
        form.keep_with_next = form.keep_together = True


def _styles(accent: str) -> Iterator[_Style]:
    yield _Style("Title", 20, bold=True, before=3, after=8, line=1, keeps=True, then="Normal")
    for level, size, before in ((1, 13, 16), (2, 11.5, 11), (3, 10.5, 8), (4, 10.5, 8)):
        yield _Style(
            f"Heading {level}",
            size,
            bold=True,
            colour=accent if level == 1 else "",
            before=before,
            after=4,
            line=1.05,
            keeps=True,
            then="Normal",
            xml=f'<w:outlineLvl w:val="{level - 1}"/>',
        )
    yield _Style("Absender", 12, colour=accent, after=0, ours=True)
    yield _Style("Angabe", after=3, left=FACTS, hanging=True, ours=True)
    box = frame(("top", "left", "bottom", "right"), 8, 6, QUIET)
    yield _Style("Hinweis", before=6, after=10, left=7, right=7, xml=box, ours=True)
    bar = f"<w:keepLines/>{frame(('left',), 24, 10, accent)}"
    yield _Style("Beschluss", 11.5, left=14, xml=bar, ours=True)
    yield _Style("Anmerkung", 9.5, colour=QUIET, before=4, ours=True)
    yield _Style("Tabellentext", 9.5, before=2, after=2, line=1.05, ours=True)
    yield _Style("Bild", before=8, ours=True)
    yield _Style("Quote", italic=True, left=28, right=28)
    yield _Style("Caption", 9.5, bold=True, before=8, after=4, keeps=True)
    yield _Style("Header", 9, colour=QUIET, after=0, xml=frame(("bottom",), 4, 4, LINES))
    yield _Style("Footer", 9, colour=QUIET, after=0)
    for name, number in (("List Bullet", BULLETS), ("List Number", NUMBERS)):
        numbered = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
        yield _Style(name, after=3, xml=numbered)
