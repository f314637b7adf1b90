"""The few words of Word's XML that python-docx has no name for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

LANGUAGE = "de-DE"
QUIET, LINES = "555555", "BFBFBF"  # colours of small text and of thin lines
DEPTHS = 4  # of lists
STEP = 397  # twentieths of a point that each is indented by
BULLETS, NUMBERS = 1, 2  # the two kinds of lists
FORMS = ("decimal", "lowerLetter", "lowerRoman", "decimal")  # of numbers, by depth


def grow(parent: "BaseOxmlElement", xml: str) -> None:
    """Append XML to an element."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    parent.extend(list(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")))


def refill(parent: "BaseOxmlElement", xml: str) -> None:
    """Put XML in the place of all that an element holds."""
    for child in list(parent):
        parent.remove(child)
    grow(parent, xml)


def add_link(paragraph: "Paragraph", text: str, address: str) -> None:
    """Add a link; python-docx reads them, but does not write them."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink", {qn("r:id"): relation, qn("w:history"): "1"})
    run = paragraph.add_run(text)._r
    run.style = "Hyperlink"
    link.append(run)
    paragraph._p.append(link)


def add_field(paragraph: "Paragraph", code: str) -> None:
    """Add what Word fills in by itself, such as the number of the page."""
    grow(paragraph._p, f'<w:fldSimple w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')


def frame(sides: tuple[str, ...], size: int, space: int, colour: str) -> str:
    """Return lines around a paragraph; `size` in eighths of a point, `space` in points."""
    return f"<w:pBdr>{''.join(_line(side, size, space, colour) for side in sides)}</w:pBdr>"


def _line(side: str, size: int, space: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def numbering(number: int, kind: int, first: int = 1, at: int = 0) -> str:
    """Return a list of one kind that counts for itself, from a number on at one depth."""
    anew = "".join(
        f'<w:lvlOverride w:ilvl="{depth}">'
        f'<w:startOverride w:val="{first if depth == at else 1}"/></w:lvlOverride>'
        for depth in range(DEPTHS)
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{anew}</w:num>'


def _level(depth: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind '
        f'w:left="{STEP * (depth + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
    )


def _kind(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


DEFAULTS = (
    '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" '
    f'w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{LANGUAGE}" '
    f'w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
)
SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/>'
)
LISTS = (
    _kind(BULLETS, *(_level(depth, "bullet", "•") for depth in range(DEPTHS)))
    + _kind(NUMBERS, *(_level(depth, form, f"%{depth + 1}.") for depth, form in enumerate(FORMS)))
    + numbering(BULLETS, BULLETS)
    + numbering(NUMBERS, NUMBERS)
)
TABLE_LOOK = (
    f"<w:tblPr><w:tblBorders>{_line('top', 8, 0, QUIET)}{_line('bottom', 8, 0, QUIET)}"
    f"{_line('insideH', 4, 0, LINES)}</w:tblBorders></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
    f"{_line('bottom', 8, 0, QUIET)}</w:tcBorders></w:tcPr></w:tblStylePr>"
)
