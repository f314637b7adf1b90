"""What files of open data say of themselves, as lists for a page."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from fokusbericht.building.output import Offer
from fokusbericht.views import Cell, Link

COLUMNS = "/daten/spalten/"  # where it is told what the columns of tables mean
FORMS = {".csv": "CSV", ".json": "JSON", ".geojson": "GeoJSON"}
FORMS |= {".topojson": "TopoJSON"}
SizeOf = Callable[[str], str]  # of a file, by its address, in words


@dataclass(frozen=True, slots=True)
class FilesView:
    """Files as a table: a row for what they are about, a column for each form."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def part(self, start: int | None, end: int | None = None) -> "FilesView":
        """Return some of the rows, and of the columns those that they fill."""
        rows = self.rows[start:end]
        filled = [any(row[at].text for row in rows) for at in range(len(self.head))]
        return FilesView(
            tuple(compress(self.head, filled)), tuple(tuple(compress(row, filled)) for row in rows)
        )


@dataclass(frozen=True, slots=True)
class GroupView:
    """Files that are folded away together: as links, or as a table of what they are about."""

    title: str
    notes: tuple[str, ...]
    links: tuple[Link, ...]
    files: FilesView | None = None


def tables_view(offers: Iterable[Offer], size_of: SizeOf) -> FilesView:
    """Return files that stand alone: those of one name are one row, with the size of each."""
    names: dict[str, dict[str, Offer]] = {}
    for one in offers:
        name, form = _split(one.url)
        names.setdefault(name, {})[form] = one
    known = tuple(dict.fromkeys(form for found in names.values() for form in found))
    rows = (
        (_titled(name, found), *(_sized(form, found.get(form), size_of) for form in known))
        for name, found in names.items()
    )
    return FilesView(("Inhalt", *known), tuple(rows))


def _split(url: str) -> tuple[str, str]:
    name, _, ending = url.rpartition("/")[2].partition(".")
    return name, FORMS.get(f".{ending}", ending.upper())


def _titled(name: str, found: Mapping[str, Offer]) -> Cell:
    first = next(iter(found.values()))
    has_columns = any(one.columns for one in found.values())
    return Cell(first.title, f"{COLUMNS}#{name}" if has_columns else "")


def _sized(form: str, offer: Offer | None, size_of: SizeOf) -> Cell:
    return Cell(form, offer.url, note=size_of(offer.url)) if offer else Cell("")


def groups_view(offers: Iterable[Offer], subject: str = "") -> tuple[GroupView, ...]:
    """Return files that are folded away, by group; `subject` heads what tables are about."""
    groups: dict[str, list[Offer]] = {}
    for offer in offers:
        groups.setdefault(offer.group, []).append(offer)
    return tuple(_group(title, found, subject) for title, found in groups.items())


def _group(title: str, offers: Sequence[Offer], subject: str) -> GroupView:
    notes = tuple(dict.fromkeys(one.note for one in offers if one.note))
    if not any(one.form for one in offers):
        return GroupView(title, notes, tuple(Link(one.title, one.url) for one in offers))
    forms = tuple(dict.fromkeys(one.form for one in offers))
    names = tuple(dict.fromkeys(name for one in offers for name, _ in one.facts))
    rows = tuple(_rows(offers, forms, names))
    return GroupView(title, notes, (), FilesView((subject, *forms, *names), rows))


def _rows(
    offers: Sequence[Offer], forms: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each subject, with a link to its file in each form there is."""
    subjects: dict[str, list[Offer]] = {}
    for one in offers:
        subjects.setdefault(one.page, []).append(one)
    for page, found in subjects.items():
        urls = {one.form: one.url for one in found}
        facts = dict(found[0].facts)
        links = (Cell(form, urls[form]) if form in urls else Cell("") for form in forms)
        said = (Cell(facts.get(name, "")) for name in names)
        yield (Cell(found[0].title, page), *links, *said)
