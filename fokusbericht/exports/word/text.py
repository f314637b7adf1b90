"""Runs of text, paragraphs and tables as Word's XML."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

from fokusbericht.exports.word.oxml import text, value
from fokusbericht.exports.word.styles import TABLE, TEXT_WIDTH
from fokusbericht.text.blocks import Run, Runs, Table

MOST_TOGETHER = 12  # rows of a table that no page break goes through
RESERVED = "!#$%&'()*+,/:;=?@[]~"  # in addresses: kept as they are
BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>"}
SPLIT = re.compile("([\t\n\r])")
LINK = '<w:rStyle w:val="Hyperlink"/>'
LinkIdOf = Callable[[str], str]
"""Returns the name that an address has in the file."""


def paragraph(style: str, inside: str, more: str = "") -> str:
    """Return a paragraph of a style with what stands in it; `more` is what else it is."""
    named = f'<w:pStyle w:val="{style}"/>' if style != "Normal" else ""
    form = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{form}{inside}</w:p>"


def runs_xml(runs: Runs, link: LinkIdOf) -> str:
    """Return runs of text and links."""
    return "".join(_linked(run, link) if run.href else _run(run.text, _form(run)) for run in runs)


def plain(words: str) -> str:
    """Return a run of plain text."""
    return _run(words, "")


def field(code: str) -> str:
    """Return what Word fills in by itself, such as the number of the page."""
    return f'<w:fldSimple w:instr="{code}">{plain("1")}</w:fldSimple>'


def _linked(run: Run, link: LinkIdOf) -> str:
    name = link(quote(run.href, safe=RESERVED))
    return f'<w:hyperlink r:id="{name}" w:history="1">{_run(run.text, LINK)}</w:hyperlink>'


def _form(run: Run) -> str:
    return (
        "<w:b/>" * run.bold
        + "<w:i/>" * run.italic
        + "<w:strike/>" * run.struck
        + '<w:vertAlign w:val="superscript"/>' * run.raised
    )


def _run(words: str, form: str) -> str:
    formed = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f"<w:r>{formed}{''.join(map(_piece, SPLIT.split(words)))}</w:r>"


def _piece(words: str) -> str:
    if words in BREAKS:
        return BREAKS[words]
    kept = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<w:t{kept}>{text(words)}</w:t>" if words else ""


def table_xml(block: Table, link: LinkIdOf) -> str:
    """Return a table under its caption; its first row is marked as its head."""
    above = paragraph("Caption", plain(block.caption)) if block.caption else ""
    caption = f"<w:tblCaption w:val={value(block.caption)}/>" if block.caption else ""
    widths = [round(TEXT_WIDTH * one / sum(block.widths)) for one in block.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'{above}<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:type="auto" w:w="0"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:firstColumn="1" w:firstRow="1" '
        'w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1" w:val="04A0"/>'
        f"{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(_rows(block, widths, link))}</w:tbl>"
    )


def _rows(block: Table, widths: list[int], link: LinkIdOf) -> Iterator[str]:
    head = tuple((Run(words),) for words in block.head)
    small = len(block.rows) <= MOST_TOGETHER
    for number, texts in enumerate((head, *block.rows)):
        is_head = "<w:tblHeader/>" * (number == 0)
        stays = "<w:keepNext/>" * ((small or number == 0) and number < len(block.rows))
        cells = (
            _cell(runs, width, stays + '<w:jc w:val="right"/>' * (column in block.numbers), link)
            for column, (runs, width) in enumerate(zip(texts, widths, strict=True))
        )
        yield f"<w:tr><w:trPr><w:cantSplit/>{is_head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(runs: Runs, width: int, more: str, link: LinkIdOf) -> str:
    inside = paragraph("Tabellentext", runs_xml(runs, link), more)
    return f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{inside}</w:tc>'
