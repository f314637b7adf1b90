"""Tables: their heads say for which cells they are, and all rows are equally long."""

from collections import Counter
from collections.abc import Iterator

from .condition import Condition
from .document import Document, Element, as_list

SCOPES = ("/Row", "/Column", "/Both")


def rows_of(table: Element) -> list[Element]:
    """Return the rows of a table, but not those of tables in it."""
    parts = [one for one in table.elements() if one.role in ("THead", "TBody", "TFoot")]
    return [row for part in (table, *parts) for row in part.elements() if row.role == "TR"]


def cells_of(table: Element) -> list[Element]:
    """Return the cells of a table."""
    return [cell for row in rows_of(table) for cell in row.elements() if cell.role in ("TH", "TD")]


def no_heads(document: Document) -> Iterator[str]:
    for table in document.all("Table"):
        if not any(cell.role == "TH" for cell in cells_of(table)):
            yield document.where(table)


def no_scope(document: Document) -> Iterator[str]:
    for table in document.all("Table"):
        for cell in cells_of(table):
            scope = cell.attribute("/Scope")
            if cell.role == "TH" and str(scope) not in SCOPES:
                yield f"{document.where(cell)}: scope is {scope}"


def empty_head(document: Document) -> Iterator[str]:
    for table in document.all("Table"):
        for cell in cells_of(table):
            if cell.role == "TH" and not document.words(cell) and "/Alt" not in cell.source:
                yield f"{document.where(table)}: a head says nothing"


def lost_heads(document: Document) -> Iterator[str]:
    for table in document.all("Table"):
        known = Counter(str(one.source.ID) for one in cells_of(table) if "/ID" in one.source)
        for cell in cells_of(table):
            for name in map(str, as_list(cell.attribute("/Headers"))):
                if known[name] != 1:
                    yield f"{document.where(cell)}: {known[name]} heads are called „{name}“"


def unequal_rows(document: Document) -> Iterator[str]:
    for table in document.all("Table"):
        wide = widths(table)
        if len(set(wide)) > 1:
            yield f"{document.where(table)}: its rows have {wide} cells"


def widths(table: Element) -> list[int]:
    """Return how many cells each row has, cells that reach into it from above counted."""
    found, reaching = [], Counter[int]()
    for number, row in enumerate(rows_of(table)):
        wide = reaching[number]
        for cell in row.elements():
            across, down = (int(cell.attribute(name) or 1) for name in ("/ColSpan", "/RowSpan"))
            wide += across
            reaching.update({number + step: across for step in range(1, min(down, 500))})
        found.append(wide)
    return found


CONDITIONS = (
    Condition("15-002", "table without heads", no_heads),
    Condition("15-003", "head without scope", no_scope),
    Condition("", "empty head", empty_head),
    Condition("15-005", "heads that are not there", lost_heads),
    Condition("", "rows of unequal length", unequal_rows),
)
