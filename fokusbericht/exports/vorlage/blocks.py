"""Short ways to the blocks of a draft decision."""

from collections.abc import Iterable, Iterator

from fokusbericht.exports.word import WordBlock
from fokusbericht.model.base import Key
from fokusbericht.model.report import Report
from fokusbericht.text.blocks import Heading, Item, Listing, Paragraph, ParagraphStyle, Run, Table
from fokusbericht.urls import url_of

Blocks = Iterator[WordBlock]
LINE = "________"  # to be filled in by hand


def heading(text: str, level: int = 1) -> Heading:
    """Return a heading."""
    return Heading(level, (Run(text),))


def paragraph(text: str, style: ParagraphStyle = ParagraphStyle.TEXT) -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph((Run(text),), style)


def paragraphs(text: str, style: ParagraphStyle = ParagraphStyle.TEXT) -> Iterator[Paragraph]:
    """Yield a paragraph for each line that is not empty."""
    for line in text.splitlines():
        if line.strip():
            yield paragraph(line.strip(), style)


def labelled(label: str, text: str, style: ParagraphStyle = ParagraphStyle.TEXT) -> Paragraph:
    """Return a paragraph that begins with a label: Kosten: 5.000 Euro im Jahr."""
    between = "\t" if style is ParagraphStyle.FACT else " "
    return Paragraph((Run(f"{label}:", bold=True), Run(between + text)), style)


def linked(report: Report, key: Key) -> Run:
    """Return the title of a thing, with the public address of its page."""
    return Run(report.titles[key], href=report.kreis.basis_url + url_of(report, key))


def listing(rows: Iterable[Iterable[Run]]) -> Listing:
    """Return a list with dots."""
    return Listing(tuple(Item(tuple(runs)) for runs in rows))


def numbered(texts: Iterable[str]) -> Listing:
    """Return a list with numbers."""
    return Listing(tuple(Item((Run(text),), ordered=True) for text in texts))


def table(
    caption: str,
    head: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    widths: tuple[int, ...],
    numbers: tuple[int, ...] = (),
) -> Table:
    """Return a table of plain texts."""
    cells = tuple(tuple((Run(text),) for text in row) for row in rows)
    return Table(caption, head, cells, widths, numbers)
