"""An Excel workbook, written by hand: sheets of texts, numbers, days and links, never a formula.

A library that builds each cell as an object takes many times as long. Every text is a shared
string, so nothing in it can be taken for a formula; what looks like one is marked as text, so that
it stays one when somebody edits it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, cast

from fokusbericht.exports.office import FORBIDDEN, zipped
from fokusbericht.exports.table import is_formula
from fokusbericht.text.markup import escaped, quoted

LONGEST = 32_767  # letters that a cell may have
NARROW, WIDE, SAMPLE = 8, 60, 300  # letters; rows that are looked at for the width of a column
DIGITS = 6  # the most decimals that a number is shown with
FIRST_DAY = date(1899, 12, 30)  # day 0
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORM = "application/vnd.openxmlformats-"
SHEET_FORM = "officedocument.spreadsheetml."

# Styles by their number in styles.xml.
PLAIN, TITLE, TOP, LINK, QUOTED, WHOLE, DAY, SAID = range(8)
SHOWN = 8  # a number without decimals; the next with one, and so on


class SheetNumber(NamedTuple):
    """A number that is shown with so many decimals."""

    value: float
    digits: int


class SheetLink(NamedTuple):
    """A text that leads to an address, or to another sheet ("#Werte")."""

    text: str
    target: str


class SheetTitle(NamedTuple):
    """A text in large letters."""

    text: str


class SheetHead(NamedTuple):
    """A text that heads a column within a sheet."""

    text: str


class SheetProse(NamedTuple):
    """A text that is broken into lines."""

    text: str


SheetCell = (
    str | int | float | date | SheetNumber | SheetLink | SheetTitle | SheetHead | SheetProse | None
)


class WorkbookSheet(NamedTuple):
    """A sheet: its name, and its rows. With a head it is a table that can be filtered."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[SheetCell]]
    widths: Sequence[float] = ()  # letters; what is not given follows from the rows


class Workbook(NamedTuple):
    """All of a file."""

    title: str
    author: str
    changed: date
    sheets: Sequence[WorkbookSheet]


def workbook_bytes(book: Workbook) -> bytes:
    """Return the file; same content is same bytes."""
    texts: dict[str, int] = {}
    parts: dict[str, str] = {}
    for number, one in enumerate(book.sheets, start=1):
        sheet = _Writing(texts, one)
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet.content(is_first=number == 1)
        if sheet.targets:
            links = (("hyperlink", target) for target in sheet.targets)
            parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = _relations(links)
    parts["xl/sharedStrings.xml"] = _strings(texts)
    parts["xl/styles.xml"] = _styles()
    parts["xl/workbook.xml"] = _book(book.sheets)
    parts["xl/_rels/workbook.xml.rels"] = _relations(_ways(len(book.sheets)))
    parts["docProps/core.xml"] = _properties(book)
    kinds = ("officeDocument", "xl/workbook.xml"), (PROPERTIES, "docProps/core.xml")
    parts["_rels/.rels"] = _relations(kinds)
    every = {"[Content_Types].xml": _types(len(book.sheets)), **dict(sorted(parts.items()))}
    return zipped({name: (HEAD + content).encode() for name, content in every.items()})


class _Writing:
    """A sheet while it is written: its texts are numbered, its links gathered."""

    def __init__(self, texts: dict[str, int], sheet: WorkbookSheet) -> None:
        self.texts = texts
        self.sheet = sheet
        self.targets: dict[str, int] = {}  # addresses, numbered from 1
        self.links: list[str] = []
        self.makers: Mapping[type, Callable[[str, object], str]] = {
            str: self._text,
            int: lambda place, value: f'<c r="{place}" s="{WHOLE}"><v>{value}</v></c>',
            float: lambda place, value: f'<c r="{place}"><v>{value!r}</v></c>',
            date: self._day,
            SheetNumber: self._number,
            SheetLink: self._link,
            SheetTitle: lambda place, value: self._styled(place, value, TITLE),
            SheetHead: lambda place, value: self._styled(place, value, TOP),
            SheetProse: lambda place, value: self._styled(place, value, SAID),
        }

    def content(self, is_first: bool) -> str:
        head, rows = self.sheet.head, self.sheet.rows
        width = max([len(head), *(len(row) for row in rows[:1]), 1])
        letters = [_letters(number) for number in range(max(width, *map(len, rows), 1))]
        lines = list(self._rows(letters))
        last = f"{letters[width - 1]}{max(len(lines), 1)}"
        chosen = ' tabSelected="1"' * is_first
        pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        view = f'<sheetView{chosen} workbookViewId="0">{pane if head else ""}</sheetView>'
        return (
            f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
            f'<dimension ref="A1:{last}"/><sheetViews>{view}</sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/>{self._columns(letters)}'
            f"<sheetData>{''.join(lines)}</sheetData>"
            + f'<autoFilter ref="A1:{last}"/>' * bool(head)
            + f"<hyperlinks>{''.join(self.links)}</hyperlinks>" * bool(self.links)
            + '<pageSetup paperSize="9" orientation="landscape"/></worksheet>'
        )

    def _rows(self, letters: Sequence[str]) -> Iterator[str]:
        first = 1
        if self.sheet.head:
            cells = (
                self._styled(f"{letter}1", name, TOP)
                for letter, name in zip(letters, self.sheet.head, strict=False)
            )
            yield f'<row r="1">{"".join(cells)}</row>'
            first = 2
        makers = self.makers
        for number, row in enumerate(self.sheet.rows, start=first):
            cells = (
                makers[type(value)](f"{letter}{number}", value)
                for letter, value in zip(letters, row, strict=False)
                if value is not None and value != ""
            )
            yield f'<row r="{number}">{"".join(cells)}</row>'

    def _columns(self, letters: Sequence[str]) -> str:
        given = self.sheet.widths
        widths = given or [self._width(number) for number in range(len(letters))]
        found = (
            f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
            for number, width in enumerate(widths, start=1)
        )
        return f"<cols>{''.join(found)}</cols>"

    def _width(self, column: int) -> int:
        """Return how wide a column is: as nine tenths of its cells."""
        rows = self.sheet.rows[:: len(self.sheet.rows) // SAMPLE + 1]
        texts = (row[column] for row in rows if column < len(row))
        sizes = sorted(len(_plain(one)) for one in texts)
        head = len(self.sheet.head[column]) + 3 if column < len(self.sheet.head) else 0
        usual = sizes[len(sizes) * 9 // 10] if sizes else 0
        return min(max(usual + 2, head, NARROW), WIDE)

    def _text(self, place: str, value: object) -> str:
        text = str(value)
        style = f' s="{QUOTED}"' if is_formula(text) else ""
        return f'<c r="{place}"{style} t="s"><v>{self._number_of(text)}</v></c>'

    def _styled(self, place: str, value: object, style: int) -> str:
        text = value if isinstance(value, str) else str(getattr(value, "text", ""))
        return f'<c r="{place}" s="{style}" t="s"><v>{self._number_of(text)}</v></c>'

    def _number(self, place: str, value: object) -> str:
        number, digits = cast(SheetNumber, value)
        return f'<c r="{place}" s="{SHOWN + min(digits, DIGITS)}"><v>{number!r}</v></c>'

    def _day(self, place: str, value: object) -> str:
        days = (cast(date, value) - FIRST_DAY).days
        return f'<c r="{place}" s="{DAY}"><v>{days}</v></c>'

    def _link(self, place: str, value: object) -> str:
        text, target = cast(SheetLink, value)
        if target.startswith("#"):
            where = quoted(f"'{target[1:]}'!A1")
            self.links.append(f'<hyperlink ref="{place}" location={where}/>')
        else:
            number = self.targets.setdefault(target, len(self.targets) + 1)
            self.links.append(f'<hyperlink ref="{place}" r:id="rId{number}"/>')
        return self._styled(place, text, LINK)

    def _number_of(self, text: str) -> int:
        return self.texts.setdefault(text, len(self.texts))


def _letters(number: int) -> str:
    """Return the name of a column: 0 is A, 26 is AA."""
    more, rest = divmod(number, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + rest)


def _plain(cell: SheetCell) -> str:
    if isinstance(cell, SheetTitle | SheetProse):
        return ""
    if isinstance(cell, SheetNumber):
        return f"{cell.value:,.{min(cell.digits, DIGITS)}f}"
    return cell.text if isinstance(cell, SheetLink) else str(cell or "")


# --- The parts around the sheets ------------------------------------------------------------------

OUTSIDE = ' TargetMode="External"'
PROPERTIES = f"{PACKAGE}/relationships/metadata/core-properties"


def _strings(texts: Iterable[str]) -> str:
    items = "".join(f'<si><t xml:space="preserve">{_xml(text)}</t></si>' for text in texts)
    return f'<sst xmlns="{MAIN}">{items}</sst>'


def _xml(text: str) -> str:
    return escaped(FORBIDDEN.sub("", text)[:LONGEST])


def _relations(found: Iterable[tuple[str, str]]) -> str:
    """Return what a part refers to; links lead outside."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_kind(kind)}" Target={quoted(target)}'
        f"{OUTSIDE if kind == 'hyperlink' else ''}/>"
        for number, (kind, target) in enumerate(found, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _kind(name: str) -> str:
    return name if ":" in name else f"{RELATIONS}/{name}"


def _ways(count: int) -> Iterator[tuple[str, str]]:
    yield from (("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, count + 1))
    yield from (("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"))


def _book(sheets: Sequence[WorkbookSheet]) -> str:
    items = "".join(
        f'<sheet name={quoted(one.name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, one in enumerate(sheets, start=1)
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{items}</sheets><definedNames>{''.join(_names(sheets))}</definedNames></workbook>"
    )


def _names(sheets: Sequence[WorkbookSheet]) -> Iterator[str]:
    """Yield what can be filtered, and what is repeated on each printed page."""
    tables = [(number, one) for number, one in enumerate(sheets) if one.head]
    for name, hidden in (("_xlnm._FilterDatabase", ' hidden="1"'), ("_xlnm.Print_Titles", "")):
        for number, one in tables:
            sheet = escaped(one.name.replace("'", "''"))
            last = f"${_letters(len(one.head) - 1)}${len(one.rows) + 1}"
            place = f"$A$1:{last}" if hidden else "$1:$1"
            yield (
                f'<definedName name="{name}" localSheetId="{number}"{hidden}>'
                f"'{sheet}'!{place}</definedName>"
            )


def _types(count: int) -> str:
    kinds = {
        "/xl/workbook.xml": f"{SHEET_FORM}sheet.main",
        "/xl/styles.xml": f"{SHEET_FORM}styles",
        "/xl/sharedStrings.xml": f"{SHEET_FORM}sharedStrings",
        "/docProps/core.xml": "package.core-properties",
        **{
            f"/xl/worksheets/sheet{number}.xml": f"{SHEET_FORM}worksheet"
            for number in range(1, count + 1)
        },
    }
    items = "".join(
        f'<Override PartName="{name}" ContentType="{FORM}{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{FORM}package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    )


def _properties(book: Workbook) -> str:
    moment = f'xsi:type="dcterms:W3CDTF">{book.changed}T00:00:00Z<'
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_xml(book.title)}</dc:title><dc:creator>{_xml(book.author)}</dc:creator>"
        f"<dcterms:created {moment}/dcterms:created><dcterms:modified {moment}/dcterms:modified>"
        "<dc:language>de-DE</dc:language></cp:coreProperties>"
    )


def _styles() -> str:
    """Return the styles, in the order of their numbers; Excel shows numbers in its own language."""
    forms = ["#,##0" + ("." + "0" * digits) * bool(digits) for digits in range(DIGITS + 1)]
    own = [*forms, "dd.mm.yyyy"]
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{form}"/>'
        for number, form in enumerate(own, start=200)
    )
    top = '<alignment vertical="top"/>'
    styles = [
        f'<xf applyAlignment="1">{top}</xf>',
        '<xf fontId="1" applyFont="1"/>',
        f'<xf fontId="2" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">{top}</xf>',
        f'<xf fontId="3" applyFont="1" applyAlignment="1">{top}</xf>',
        f'<xf quotePrefix="1" applyAlignment="1">{top}</xf>',
        f'<xf numFmtId="1" applyNumberFormat="1" applyAlignment="1">{top}</xf>',
        f'<xf numFmtId="{200 + DIGITS + 1}" applyNumberFormat="1" applyAlignment="1">{top}</xf>',
        '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
        *(
            f'<xf numFmtId="{200 + digits}" applyNumberFormat="1" applyAlignment="1">{top}</xf>'
            for digits in range(DIGITS + 1)
        ),
    ]
    fonts = (
        '<font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="16"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font>'
        '<font><u/><sz val="11"/><color rgb="FF0B4A5D"/><name val="Calibri"/></font>'
    )
    fill = '<fill><patternFill patternType="{}">{}</patternFill></fill>'
    fills = (
        '<fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill>'
        + fill.format("solid", '<fgColor rgb="FFE4EEEB"/>')
    )
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(own)}">{formats}</numFmts>'
        f'<fonts count="4">{fonts}</fonts><fills count="3">{fills}</fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="{len(styles)}">{"".join(styles)}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
