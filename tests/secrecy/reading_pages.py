"""Readers of what people read: tables, maps and sentences of pages, papers and books, feeds."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from zipfile import ZipFile

from docx import Document
from docx.table import Table
from gates.pdf.attachments import attached, file_of
from gates.pdf.document import HEADINGS
from gates.pdf.document import Document as Paper
from gates.pdf.tables import rows_of
from lxml import etree, html

from secrecy.reading import LEAST, MOST, NUMBER, PLACE, WEIGHT, Atlas, Reading, interval

Grid = list[list[tuple[str, str]]]  # cells: text, and what stands small below it
YEAR = re.compile(r"\d{4}")
SMALL = "zu klein für einen Rang"
NAME = r"[A-ZÄÖÜ][A-Za-zäöüß]+(?:: Viertel \d)?"


def page(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield all that a page says in tables, maps and sentences."""
    tree = html.document_fromstring(data.decode().replace("\u00ad", ""))
    for table in tree.iter("table"):
        yield from _table(_flat(table.find("caption")), _grid(table), atlas)
    yield from _maps(tree, atlas)
    yield from _sentences(tree, path, atlas)
    yield from _courses(tree, atlas)


def svg_map(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what a map says that stands in a file of its own."""
    tree = html.document_fromstring(b"<div>" + data + b"</div>")
    yield from _maps(tree, atlas)


def _flat(node: html.HtmlElement | None) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def _grid(table: html.HtmlElement) -> Grid:
    return [
        [
            (
                " ".join("".join(cell.xpath(".//text()[not(ancestor::small)]")).split()),
                " ".join(_flat(one) for one in cell.iter("small")),
            )
            for cell in row.xpath("./th|./td")
        ]
        for row in table.iter("tr")
    ]


def _table(caption: str, grid: Grid, atlas: Atlas) -> Iterator[Reading]:
    title = caption.rpartition(", ")[0]
    if grid and any(YEAR.fullmatch(text) for text, _ in grid[0]):
        yield from _years(title.rpartition(" (")[0] or title, grid, atlas)
    elif grid and "Wert, Jahr" in (text for text, _ in grid[0]):
        yield from _profile(caption.partition(": ")[0], grid, atlas)
    elif found := re.search(r"(.+?),? (\d{4})(?:, .*)?$", caption):
        yield from _year(found[1], int(found[2]), grid, atlas)


def _years(title: str, grid: Grid, atlas: Atlas) -> Iterator[Reading]:
    """Yield the values of all years, and who is where among all in that before the rank."""
    name = atlas.indicators.get(title)
    for row in grid[1:]:
        area, year = atlas.areas.get(row[0][0]), 0
        for (head, _), (text, small) in zip(grid[0][1:], row[1:], strict=False):
            if name is None or area is None:
                continue
            if YEAR.fullmatch(head):
                year = int(head)
                if found := interval(text):
                    yield Reading(name, area, year, *found)
                yield from _wilson(name, area, year, small)
            elif head.startswith("Rang"):
                yield from _rank(name, area, year, text, text)


def _year(title: str, year: int, grid: Grid, atlas: Atlas) -> Iterator[Reading]:
    """Yield the rows of a table of one year: a ranking, or places with their figures."""
    name = atlas.indicators.get(title)
    for row in grid[1:] if name else []:
        texts = [text for text, _ in row]
        area = next((atlas.areas[text] for text in texts if text in atlas.areas), None)
        if name is None or area is None:
            continue
        if found := interval(texts[-1]):
            yield Reading(name, area, year, *found)
        yield from _wilson(name, area, year, row[-1][1])
        yield from _rank(name, area, year, texts[0], " ".join(small for _, small in row))


def _wilson(name: str, area: str, year: int, text: str) -> Iterator[Reading]:
    ends = re.fullmatch(rf"({NUMBER}) bis ({NUMBER})\s*%", text)
    for what, end in zip((LEAST, MOST), ends.groups() if ends else (), strict=False):
        if found := interval(end):
            yield Reading(name, area, year, *found, what)


def _rank(name: str, area: str, year: int, place: str, notes: str) -> Iterator[Reading]:
    if SMALL in notes:
        yield Reading(name, area, year, 0, -1, WEIGHT)
    elif found := re.match(r"(\d+)\.", place):
        number = float(found[1])
        yield Reading(name, area, year, number, number, PLACE)


def _profile(place: str, grid: Grid, atlas: Atlas) -> Iterator[Reading]:
    area = atlas.areas.get(place)
    for row in grid[1:]:
        name = atlas.indicators.get(row[0][0])
        # Without "(2024 geheim gehalten)", which tells nothing of the figure.
        small = row[1][1].partition(" (")[0] if len(row) > 2 else ""
        year = re.search(r"(\d{4})$", small)
        if name is None or area is None or year is None:
            continue
        if found := interval(row[1][0]):
            yield Reading(name, area, int(year[1]), *found)
        rank = row[3][0] if len(row) > 3 else ""
        yield from _rank(name, area, int(year[1]), rank, rank)


def _maps(tree: html.HtmlElement, atlas: Atlas) -> Iterator[Reading]:
    """Yield what maps say: each shape has the name and figure of its place as its title."""
    for svg in tree.iter("svg"):
        told = _flat(svg.find("title"))
        found = re.fullmatch(r"(.+), (?:Kommunen|Räume) (\d{4})", told)
        name = atlas.indicators.get(found[1]) if found else None
        if found is None or name is None:
            continue
        for shape in svg.iter("path"):
            place, _, text = _flat(shape.find("title")).rpartition(": ")
            number = re.match(NUMBER, text)
            value = interval(number[0]) if number else _class_of(shape, svg)
            if place in atlas.areas and value:
                yield Reading(name, atlas.areas[place], int(found[2]), *value)


def _class_of(shape: html.HtmlElement, svg: html.HtmlElement) -> tuple[float, float] | None:
    """Return what the colour of a place tells whose figure is not told."""
    own = shape.get("class") or shape.get("fill") or ""
    figure = next(svg.iterancestors("figure", "div"), None)
    for item in figure.iter("li") if figure is not None else ():
        if item.xpath(f".//rect[@class='{own}']"):
            return _span(_flat(item))
    return None


def _span(label: str) -> tuple[float, float] | None:
    ends = [one for text in re.findall(NUMBER, label) if (one := interval(text, 9)) is not None]
    if label.startswith("unter"):
        return 0, ends[0][1]
    if label.startswith("ab"):
        return ends[0][0], float("inf")
    return (ends[0][0], ends[1][1]) if len(ends) > 1 else None


def _sentences(tree: html.HtmlElement, path: str, atlas: Atlas) -> Iterator[Reading]:
    """Yield sentences like "2023 lag … Am höchsten war der Anteil in Grund (4,0 Prozent)"."""
    found = re.fullmatch(
        r"(?:sozialbericht|einbetten)/([^/]+)(?:/(?:zahl|tabelle))?/index\.html", path
    )
    if found is None or found[1] not in atlas.digits:
        return
    text = _flat(tree.find(".//main") if tree.find(".//main") is not None else tree)
    yield from said(text, found[1], atlas)


def said(text: str, name: str, atlas: Atlas) -> Iterator[Reading]:
    """Yield what sentences about one figure say of single places."""
    for part in re.finditer(r"(?:Für |Bericht )?(\d{4}) (?:lag|waren|wird|ist)\b(.{0,400})", text):
        for place, number in re.findall(rf"({NAME}) \((?:je )?({NUMBER})[ \u202f)]", part[2]):
            if place in atlas.areas and (found := interval(number)):
                yield Reading(name, atlas.areas[place], int(part[1]), *found)


def _courses(tree: html.HtmlElement, atlas: Atlas) -> Iterator[Reading]:
    """Yield what is told of figures before and after a decision."""
    for section in tree.iter("section"):
        name = atlas.indicators.get(section.get("aria-label") or "")
        for line in section.iter("p") if name else ():
            yield from before_and_after(_flat(line), str(name), atlas)


def before_and_after(line: str, name: str, atlas: Atlas) -> Iterator[Reading]:
    """Yield "Birke: Vor dem Beschluss 2021: 0 Personen (2020), zuletzt 3 Personen (2022)."."""
    place, _, rest = line.partition(": ")
    for number, year in re.findall(rf"(?<!\d)({NUMBER})[^:,.;()\d]*\((\d{{4}})\)", rest):
        if place in atlas.areas and (found := interval(number)):
            yield Reading(name, atlas.areas[place], int(year), *found)


def word(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what a Word file says in tables and sentences."""
    caption, name = "", ""
    for block in Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            rows: Sequence[Sequence[str]] = [
                [cell.text for cell in row.cells] for row in block.rows
            ]
            yield from _table(caption, [[(text, "") for text in row] for row in rows], atlas)
            continue
        caption = block.text
        name = atlas.indicators.get(caption, name)
        if name:
            yield from said(block.text, name, atlas)
            yield from before_and_after(block.text, name, atlas)


def paper(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what a PDF says in tables and sentences, and in the tables that are attached to it."""
    document = Paper.of(data)
    name = ""
    for element in document.elements:
        if element.role == "Table":
            captions = [document.words(one) for one in element.elements() if one.role == "Caption"]
            rows = [
                [(document.words(cell), "") for cell in row.elements()] for row in rows_of(element)
            ]
            yield from _table(" ".join(captions), rows, atlas)
        elif element.role in (*HEADINGS, "P", "LBody", "Caption", "Note"):
            text = document.words(element)
            name = atlas.indicators.get(text, name)
            yield from _told(text, name, atlas)
        elif element.role == "Figure":
            yield from _told(str(element.source.get("/Alt", "")), name, atlas)
    for file, found in attached(document):
        stream = file_of(found)
        if stream is not None and file.endswith(".csv"):
            yield from _attached_table(PurePosixPath(file).stem, stream.read_bytes(), atlas)


def _attached_table(stem: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what the table of a map or course says that is named after its figure."""
    titles = {name: title for title, name in atlas.indicators.items() if f"-{name}-" in f"-{stem}-"}
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    if not titles or not rows:
        return
    name = max(titles, key=len)
    if found := re.match(r"(\d{4})\b", rows[0][-1]):
        grid = [[(text, "") for text in row] for row in rows]
        yield from _year(titles[name], int(found[1]), grid, atlas)
    for row in rows[1:] if rows[0][0] == "Jahr" else []:
        for place, text in zip(rows[0][1:], row[1:], strict=False):
            if place in atlas.areas and (seen := interval(text)):
                yield Reading(name, atlas.areas[place], int(row[0]), *seen)


def _told(text: str, name: str, atlas: Atlas) -> Iterator[Reading]:
    """Yield what a text says of the figure it names, else of the one that stands over it."""
    named = [one for title, one in atlas.indicators.items() if title in text]
    for one in named or filter(None, [name]):
        yield from said(text, one, atlas)
        yield from before_and_after(text, one, atlas)


def book(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what the pages of an EPUB say."""
    with ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith(".xhtml"):
                text = re.sub(r"^<\?xml[^>]*>", "", parts.read(name).decode())
                yield from page(path, text.encode(), atlas)


def feed(path: str, data: bytes, atlas: Atlas) -> Iterator[Reading]:
    """Yield what a feed says of figures, whichever of its titles they belong to."""
    text = " ".join("".join(etree.fromstring(data).itertext()).split())
    for title, name in atlas.indicators.items():
        if title in text:
            yield from said(text, name, atlas)
            for place in atlas.areas:
                for part in re.findall(rf"{re.escape(place)}: [^.]*", text):
                    yield from before_and_after(part, name, atlas)


READERS = (
    (r".*\.html", page),
    (r".*karte\.svg", svg_map),
    (r".*\.docx", word),
    (r".*\.pdf", paper),
    (r".*\.epub", book),
    (r".*\.xml", feed),
)
