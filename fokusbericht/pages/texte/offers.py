"""What files of open data say of themselves, as lists for a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.building.output import Offer
from fokusbericht.views import Cell, Fact, Link


@dataclass(frozen=True, slots=True)
class ColumnsView:
    """What the columns of a table mean."""

    title: str
    columns: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Files that are folded away together: as links, or as a table of what they are about."""

    title: str
    notes: tuple[str, ...]
    files: tuple[Link, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class OffersView:
    """The files of one section of the page."""

    files: tuple[Link, ...]
    columns: tuple[ColumnsView, ...]
    groups: tuple[GroupView, ...]


def offers_view(offers: Iterable[Offer], subject: str = "") -> OffersView:
    """Return the files of a section in their order; `subject` heads what tables are about."""
    groups: dict[str, list[Offer]] = {}
    for offer in offers:
        groups.setdefault(offer.group, []).append(offer)
    alone = groups.pop("", [])
    return OffersView(
        files=tuple(Link(one.title, one.url, one.note) for one in alone),
        columns=tuple(map(_columns, filter(lambda one: one.columns, alone))),
        groups=tuple(_group(title, found, subject) for title, found in groups.items()),
    )


def _columns(offer: Offer) -> ColumnsView:
    columns = tuple(Fact(name, meaning) for name, meaning in offer.columns)
    return ColumnsView(offer.url.rsplit("/", 1)[-1], columns)


def _group(title: str, offers: Sequence[Offer], subject: str) -> GroupView:
    notes = tuple(dict.fromkeys(one.note for one in offers if one.note))
    if not any(one.form for one in offers):
        return GroupView(title, notes, tuple(Link(one.title, one.url) for one in offers), (), ())
    forms = tuple(dict.fromkeys(one.form for one in offers))
    names = tuple(dict.fromkeys(name for one in offers for name, _ in one.facts))
    rows = tuple(_rows(offers, forms, names))
    return GroupView(title, notes, (), (subject, *forms, *names), rows)


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
