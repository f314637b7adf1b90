"""Pieces of Word's XML that several parts of a file are made of."""

from fokusbericht.exports.office import FORBIDDEN
from fokusbericht.text.markup import escaped, quoted

LANGUAGE = "de-DE"
QUIET, LINES = "555555", "BFBFBF"  # colours of small text and of thin lines
DEPTHS = 4  # of lists
STEP = 397  # twentieths of a point that each is indented by
BULLETS, NUMBERS = 1, 2  # the two kinds of lists
FORMS = ("decimal", "lowerLetter", "lowerRoman", "decimal")  # of numbers, by depth

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(name: str, content: str, spaces: str = SPACES) -> bytes:
    """Return a part of the file: its root element with what stands in it."""
    return f"{HEAD}<{name} {spaces}>{content}</{name}>".encode()


def text(words: str) -> str:
    """Return words as text of XML, without the characters that it does not allow."""
    return escaped(FORBIDDEN.sub("", words))


def value(words: str) -> str:
    """Return words as the value of an attribute, with its quotes."""
    return quoted(FORBIDDEN.sub("", words))


def frame(sides: tuple[str, ...], size: int, space: int, colour: str) -> str:
    """Return lines around a paragraph; `size` in eighths of a point, `space` in points."""
    return f"<w:pBdr>{''.join(line(side, size, space, colour) for side in sides)}</w:pBdr>"


def line(side: str, size: int, space: int, colour: str) -> str:
    """Return one line; `size` in eighths of a point, `space` in points."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def numbering(number: int, kind: int, first: int = 1, at: int = 0) -> str:
    """Return a list of one kind that counts for itself, from a number on at one depth."""
    anew = "".join(
        f'<w:lvlOverride w:ilvl="{depth}">'
        f'<w:startOverride w:val="{first if depth == at else 1}"/></w:lvlOverride>'
        for depth in range(DEPTHS)
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{anew}</w:num>'


def _level(depth: int, form: str, mark: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind '
        f'w:left="{STEP * (depth + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
    )


def _kind(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


LISTS = (
    _kind(BULLETS, *(_level(depth, "bullet", "•") for depth in range(DEPTHS)))
    + _kind(NUMBERS, *(_level(depth, form, f"%{depth + 1}.") for depth, form in enumerate(FORMS)))
    + numbering(BULLETS, BULLETS)
    + numbering(NUMBERS, NUMBERS)
)
