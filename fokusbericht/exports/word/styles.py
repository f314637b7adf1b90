"""How documents look: A4, German, our own styles and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fokusbericht.exports.word.oxml import (
    BULLETS,
    LANGUAGE,
    LINES,
    NUMBERS,
    QUIET,
    frame,
    line,
    part,
)

MARGIN, TEXT_WIDTH = 1417, 9071  # twentieths of a point of an A4 page: 2.5 and 16 cm
FACTS = 2268  # between a label and what it says
TABLE = "Fokustabelle"
LINK = "0B4F8A"
PAGE = (
    f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" '
    f'w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="709" w:footer="709" w:gutter="0"/>'
)
SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/>'
)
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" '
    'w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)
# The four that Word takes where none is named.
BASIC = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:qFormat/></w:style><w:style w:type="character" w:default="1" '
    'w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
OTHERS = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>'
    f'<w:color w:val="{LINK}"/><w:u w:val="single"/></w:rPr></w:style>'
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="{TABLE}"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f"{line('top', 8, 0, QUIET)}{line('bottom', 8, 0, QUIET)}{line('insideH', 4, 0, LINES)}"
    '</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
    f"<w:tcBorders>{line('bottom', 8, 0, QUIET)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
)


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
    left: int = 0  # twentieths of a point
    right: int = 0
    hanging: bool = False  # the first line begins at the margin; a tab leads to the others
    keeps: bool = False  # together, and with the next paragraph
    level: int = 0  # of a heading
    then: str = ""  # the style of the paragraph that follows, if not the same
    xml: str = ""  # what else it has, before its distances
    ours: bool = False  # no style that Word knows by itself


@lru_cache(maxsize=4)
def styles_part(accent: str) -> bytes:
    """Return the part with all styles; `accent` colours headings: "#0a5f73"."""
    ours = "".join(map(_style, _styles(accent.lstrip("#").upper())))
    return part("w:styles", f"{DEFAULTS}{BASIC}{ours}{OTHERS}")


def _style(look: _Style) -> str:
    # Word calls its own styles by small letters, but for some.
    is_small = look.name.startswith(("Heading", "Caption", "Header", "Footer"))
    name = look.name.lower() if is_small else look.name
    custom = ' w:customStyle="1"' * look.ours
    then = f'<w:next w:val="{look.then}"/>' if look.then else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{look.name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{then}<w:qFormat/>'
        f"<w:pPr>{_paragraph(look)}</w:pPr><w:rPr>{_letters(look)}</w:rPr></w:style>"
    )


def _paragraph(look: _Style) -> str:
    hanging = f' w:hanging="{look.left}"' if look.hanging else ""
    left = f' w:left="{look.left}"' if look.left else ""
    right = f' w:right="{look.right}"' if look.right else ""
    return (
        f"{'<w:keepNext/><w:keepLines/>' * look.keeps}{look.xml}"
        f'<w:spacing w:before="{look.before * 20:g}" w:after="{look.after * 20:g}" '
        f'w:line="{look.line * 240:g}" w:lineRule="auto"/>'
        + (f"<w:ind{left}{right}{hanging}/>" if left or right else "")
        + (f'<w:outlineLvl w:val="{look.level - 1}"/>' if look.level else "")
    )


def _letters(look: _Style) -> str:
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    bold, italic = "<w:b/>" * look.bold, "<w:i/>" * look.italic
    return f'{bold}{italic}{colour}<w:sz w:val="{look.size * 2:g}"/>'


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
            level=level,
            then="Normal",
        )
    yield _Style("Absender", 12, colour=accent, after=0, ours=True)
    yield _Style("Angabe", after=3, left=FACTS, hanging=True, ours=True)
    box = frame(("top", "left", "bottom", "right"), 8, 6, QUIET)
    yield _Style("Hinweis", before=6, after=10, left=140, right=140, xml=box, ours=True)
    bar = f"<w:keepLines/>{frame(('left',), 24, 10, accent)}"
    yield _Style("Beschluss", 11.5, left=280, xml=bar, ours=True)
    yield _Style("Anmerkung", 9.5, colour=QUIET, before=4, ours=True)
    yield _Style("Tabellentext", 9.5, before=2, after=2, line=1.05, ours=True)
    yield _Style("Bild", before=8, ours=True)
    yield _Style("Quote", italic=True, left=560, right=560)
    yield _Style("Caption", 9.5, bold=True, before=8, after=4, keeps=True)
    yield _Style("Header", 9, colour=QUIET, after=0, xml=frame(("bottom",), 4, 4, LINES))
    right = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    yield _Style("Footer", 9, colour=QUIET, after=0, xml=right)
    for name, number in (("List Bullet", BULLETS), ("List Number", NUMBERS)):
        numbered = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
        yield _Style(name, after=3, xml=numbered)
