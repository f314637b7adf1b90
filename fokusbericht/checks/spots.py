"""Where something stands that a finding is about: read again, as findings are few."""

from pathlib import Path

from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.problems import Place
from fokusbericht.sources.heads import read_page
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.rows import read_rows
from fokusbericht.sources.texts import read_text
from fokusbericht.sources.values import Scalar, YamlMapping, YamlSequence, YamlValue

KREIS = "content/kreis.yml"
AREA, YEAR, VALUE, BASE = range(4)  # the columns of a table of figures


def cell_place(indikator: Indikator, area: str, year: int, column: int = VALUE) -> Place:
    """Return where a cell stands in the table of an indicator; without an area the year's first."""
    folder, path = indikator.tabelle
    for row in read_rows(Path(folder), path, []) if path else ():
        cells = row.cells
        if cells[YEAR : YEAR + 1] == (str(year),) and area in ("", cells[AREA]):
            return row.place(column if area else YEAR)
    return indikator.place


def value_place(report: Report, path: str, *keys: str) -> Place:
    """Return where a value stands, by the keys that lead to it; where one is missing, its parent's.

    It is in a YAML file, or in the head of a Markdown file. This is for what stops a build: a hint
    that is kept would not move with its line.
    """
    value: YamlValue | None = _head_of(Path(report.root), path)
    place = Place(path)
    for key in keys:
        entry = value.entries.get(key) if isinstance(value, YamlMapping) else None
        if entry is None:
            break
        place, value = entry.value.place, entry.value
    return place


def _head_of(root: Path, path: str) -> YamlMapping | None:
    if not path.endswith(".md"):
        return read_yaml(root, path, [])
    page = read_page(root, path, [])
    return page[0] if page else None


def item_place(report: Report, path: str, name: str, field: str, text: str) -> Place:
    """Return where a list in a YAML file has an entry with this text in this field."""
    table = read_yaml(Path(report.root), path, [])
    entry = table.entries.get(name) if table else None
    for item in entry.value.items if entry and isinstance(entry.value, YamlSequence) else ():
        value = item.entries.get(field) if isinstance(item, YamlMapping) else None
        if value and isinstance(value.value, Scalar) and value.value.text == text:
            return value.value.place
    return entry.key_place if entry else Place(path)


def text_place(report: Report, path: str, text: str) -> Place:
    """Return where a text first stands in a file."""
    found = read_text(Path(report.root), path, []) or ""
    offset = found.find(text)
    if offset < 0:
        return Place(path)
    return Place(path, found.count("\n", 0, offset) + 1, offset - found.rfind("\n", 0, offset))
