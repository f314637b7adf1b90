"""/handlungsempfehlungen/ and a page for each value of each facet: lists of recommendations."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from fokusbericht.model import Handlungsempfehlung, Key, Report
from fokusbericht.output import Output
from fokusbericht.pages import phrases, views
from fokusbericht.pages.facets import (
    ALL,
    ASIDE,
    FACETS,
    Facet,
    Value,
    facet_view,
    linked_values,
    marked,
    matching,
    url_of_value,
    year_links,
)
from fokusbericht.pages.frame import Link, Page, last_change, make_page, page_output
from fokusbericht.pages.progress import newest_first, row_of
from fokusbericht.pages.views import RecommendationRow
from fokusbericht.problems import Place

TEMPLATE = "empfehlungen.html"
TITLE = "Handlungsempfehlungen"
LEAD = (
    "Was Fokusgruppen vorschlagen, wie weit der Kreis es steuern kann und was daraus geworden ist."
)
SOURCE = Place("content/handlungsempfehlungen")


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row, and what the filter script needs to know of it, as data attributes."""

    row: RecommendationRow
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """The ways to choose, and the rows, made once for all pages."""

    years: tuple[Link, ...]
    facets: tuple[views.Facet, ...]
    rows: Mapping[Key, ListedRow]


@dataclass(frozen=True, slots=True)
class YearRows:
    """The recommendations of one year."""

    id: str
    title: str
    rows: tuple[ListedRow, ...]


@dataclass(frozen=True, slots=True)
class EmpfehlungenView:
    """A list of recommendations with the ways to choose among them."""

    lead: str
    years: tuple[Link, ...]
    facets: tuple[views.Facet, ...]
    found: str
    groups: tuple[YearRows, ...]
    is_all: bool
    chosen: str  # "handlungsfeld=wohnen": what the script starts from
    total: int
    everything: Link


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of all, and of each value of each facet."""
    everything = tuple(report.empfehlungen.values())
    choices = Choices(
        year_links(report),
        tuple(facet_view(report, facet) for facet in ASIDE),
        # Each stands in many lists, so its row is made once.
        {one.key: ListedRow(row_of(report, one), _attributes(one)) for one in everything},
    )
    page = make_page(
        report, ALL, TITLE, LEAD, changed=last_change(everything), scripts=("filter.js",)
    )
    yield _output(report, page, everything, choices)
    for facet in FACETS:
        for value in linked_values(report, facet):
            yield _plan_value(report, facet, value, choices)


def _plan_value(report: Report, facet: Facet, value: Value, choices: Choices) -> Output:
    found = matching(report, facet, value)
    number = phrases.empfehlungen(len(found))
    page = make_page(
        report,
        url_of_value(facet, value),
        value.heading,
        f"{value.heading}: {number} mit Einschätzung, Weg und heutigem Stand.",
        parents=[(TITLE, ALL)],
        changed=last_change(found),
        is_example=facet.kind is not None and Key(facet.kind, value.key) in report.examples,
        scripts=("filter.js",),
    )
    return _output(report, page, found, choices, f"{facet.name}={value.key}")


def _output(
    report: Report,
    page: Page,
    found: Iterable[Handlungsempfehlung],
    choices: Choices,
    chosen: str = "",
) -> Output:
    ordered = newest_first(found)
    total = len(report.empfehlungen)
    view = EmpfehlungenView(
        lead="" if chosen else LEAD,
        years=marked(choices.years, page.url),
        facets=tuple(replace(one, links=marked(one.links, page.url)) for one in choices.facets),
        found=phrases.empfehlungen(len(ordered)),
        groups=tuple(_year_rows(ordered, choices.rows)),
        is_all=not chosen,
        chosen=chosen,
        total=total,
        everything=Link(f"Alle {total} Empfehlungen zeigen", ALL),
    )
    return page_output(report, TEMPLATE, page, view, SOURCE)


def _year_rows(
    ordered: list[Handlungsempfehlung], rows: Mapping[Key, ListedRow]
) -> Iterator[YearRows]:
    for year, group in groupby(ordered, key=lambda one: one.jahr):
        yield YearRows(f"jahr-{year}", str(year), tuple(rows[one.key] for one in group))


def _attributes(empfehlung: Handlungsempfehlung) -> Mapping[str, str]:
    values = {f"data-{facet.name}": " ".join(facet.keys_of(empfehlung)) for facet in FACETS}
    return values | {"data-text": empfehlung.kurz}
