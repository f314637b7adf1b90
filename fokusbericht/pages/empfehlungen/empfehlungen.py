"""/handlungsempfehlungen/ and a page for each value of each facet: lists of recommendations."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from fokusbericht import views
from fokusbericht.building.output import Output
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen import einstufungen
from fokusbericht.pages.empfehlungen.facets import (
    ALL,
    EINSCHAETZUNG,
    FACETS,
    FELD,
    JAHR,
    PAIRED,
    Facet,
    Value,
    facet_view,
    linked_values,
    marked,
    matching,
    past_names,
    url_of_pair,
    url_of_value,
)
from fokusbericht.pages.empfehlungen.list_pages import (
    ListPage,
    list_pages,
    neighbours,
    url_of_page,
    ways,
)
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.problems import Place
from fokusbericht.views import Link, RecommendationRow
from fokusbericht.words import phrases
from fokusbericht.words.progress import row_of

TEMPLATE = "empfehlungen/empfehlungen.html"
TITLE = "Handlungsempfehlungen"
LEAD = (
    "Was Fokusgruppen vorschlagen, wie weit der Kreis es steuern kann und was daraus geworden ist."
)
SOURCE = Place("content/handlungsempfehlungen")
SCRIPTS, STYLES = ("filter.js",), ("filter.css",)
MORE = (
    Link("Was wurde daraus?", "/umsetzung/"),
    Link(einstufungen.TITLE, einstufungen.URL),
)


@dataclass(frozen=True, slots=True)
class Order:
    """How the script can sort: named in the address, as a choice, as a heading, in a sentence."""

    name: str
    title: str
    heading: str = ""
    said: str = ""


ORDERS = (
    Order("jahr", "Jahr, neueste zuerst"),
    Order(
        EINSCHAETZUNG.name,
        "Steuerungsrelevanz, hohe zuerst",
        "Nach Steuerungsrelevanz",
        "sortiert nach Steuerungsrelevanz, hohe zuerst",
    ),
    Order(
        "stille",
        "Stille, längste zuerst",
        "Nach Dauer der Stille",
        "sortiert nach Dauer der Stille, längste zuerst",
    ),
)


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row, and what the filter script needs to know of it, as data attributes."""

    row: RecommendationRow
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of recommendations, on as many pages as it takes."""

    url: str
    title: str
    description: str
    found: tuple[Handlungsempfehlung, ...]
    facets: tuple[views.FacetView, ...]
    parents: tuple[tuple[str, str], ...] = ()
    is_example: bool = False
    chosen: str = ""  # "handlungsfeld=wohnen": what the script starts from
    given_up: tuple[Link, ...] = ()  # each chosen value, with the address of the list without it


@dataclass(frozen=True, slots=True)
class Stock:
    """What all lists share: the rows, made once, and the facets that choose from all of them."""

    rows: Mapping[Key, ListedRow]
    facets: Mapping[str, views.FacetView]
    total: int  # of real ones

    def facets_with(self, *others: views.FacetView) -> tuple[views.FacetView, ...]:
        """Return the facets with some of them in the place of those of the same name."""
        own = {one.name: one for one in others}
        return tuple(own.get(name, facet) for name, facet in self.facets.items())


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
    more: tuple[Link, ...]
    years: views.FacetView  # stands above the list
    facets: tuple[views.FacetView, ...]
    orders: tuple[Order, ...]
    found: str
    groups: tuple[YearRows, ...]
    examples: tuple[ListedRow, ...]  # never counted
    is_all: bool
    is_long: bool  # only rows in sight are laid out
    pages: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    chosen: str
    given_up: tuple[Link, ...]
    total: int
    everything: Link


def plan(report: Report) -> Iterator[Output]:
    """Plan the list of all, of each value of each facet, and of each field in each year."""
    everything = tuple(report.empfehlungen.values())
    stock = Stock(
        {one.key: ListedRow(row_of(report, one), _attributes(report, one)) for one in everything},
        dict(_facets(report)),
        sum(not one.beispiel for one in everything),
    )
    whole = Listing(ALL, TITLE, LEAD, everything, stock.facets_with())
    yield from _outputs(report, whole, stock)
    for facet in FACETS:
        for value in linked_values(report, facet):
            yield from _plan_value(report, facet, value, stock)
    for year in linked_values(report, JAHR):
        for field in linked_values(report, FELD):
            yield from _plan_pair(report, year, field, stock)


def _facets(report: Report) -> Iterator[tuple[str, views.FacetView]]:
    """Yield the facets by name; where there is but one value, there is nothing to choose."""
    for facet in FACETS:
        found = facet_view(report, facet, partial(url_of_value, facet), None)
        if facet in PAIRED or found.in_use() > 1:
            yield facet.name, found


def _plan_value(report: Report, facet: Facet, value: Value, stock: Stock) -> Iterator[Output]:
    found = matching(report, facet, value)
    url = url_of_value(facet, value)
    # From a year one goes on to a field in that year, and the other way round.
    narrower = (
        [_fields_of_year(report, value)]
        if facet is JAHR
        else [_years_of_field(report, value)]
        if facet is FELD
        else []
    )
    listing = Listing(
        url,
        value.heading,
        _description(value.heading, found),
        found,
        tuple(marked(one, url) for one in stock.facets_with(*narrower)),
        parents=((TITLE, ALL),),
        is_example=facet.kind is not None and Key(facet.kind, value.key) in report.examples,
        chosen=f"{facet.name}={value.key}",
        given_up=(Link(value.title, ALL),),
    )
    yield from _outputs(report, listing, stock)


def _plan_pair(report: Report, year: Value, field: Value, stock: Stock) -> Iterator[Output]:
    of_year = _keys(matching(report, JAHR, year))
    found = tuple(one for one in matching(report, FELD, field) if one.key in of_year)
    if not found:
        return
    url = url_of_pair(year, field)
    heading = f"{field.heading}, {year.title}"
    narrower = (_fields_of_year(report, year), _years_of_field(report, field))
    listing = Listing(
        url,
        heading,
        _description(heading, found),
        found,
        tuple(marked(one, url) for one in stock.facets_with(*narrower)),
        parents=((TITLE, ALL), (year.title, url_of_value(JAHR, year))),
        is_example=Key(Kind.HANDLUNGSFELD, field.key) in report.examples,
        chosen=f"{JAHR.name}={year.key}&{FELD.name}={field.key}",
        given_up=(
            Link(year.title, url_of_value(FELD, field)),
            Link(field.title, url_of_value(JAHR, year)),
        ),
    )
    yield from _outputs(report, listing, stock)


def _fields_of_year(report: Report, year: Value) -> views.FacetView:
    among = _keys(matching(report, JAHR, year))
    facet = facet_view(report, FELD, lambda field: url_of_pair(year, field), among)
    return replace(facet, title=f"{FELD.title} im Jahr {year.title}")


def _years_of_field(report: Report, field: Value) -> views.FacetView:
    among = _keys(matching(report, FELD, field))
    return facet_view(report, JAHR, lambda year: url_of_pair(year, field), among)


def _keys(found: Iterable[Handlungsempfehlung]) -> frozenset[Key]:
    return frozenset(one.key for one in found)


def _description(heading: str, found: tuple[Handlungsempfehlung, ...]) -> str:
    number = sum(not one.beispiel for one in found)
    if found and not number:
        return f"{heading}: nur erdachte Beispiele."
    return f"{heading}: {phrases.empfehlungen(number)} mit Einschätzung, Weg und heutigem Stand."


def _outputs(report: Report, listing: Listing, stock: Stock) -> Iterator[Output]:
    """Plan the pages of a list."""
    parts = tuple(list_pages(listing.found))
    for part in parts:
        yield _output(report, listing, stock, part, len(parts))


def _output(report: Report, listing: Listing, stock: Stock, part: ListPage, count: int) -> Output:
    is_first = part.number == 1
    which = "" if is_first else f", Seite {part.number}"
    page = make_page(
        report,
        url_of_page(listing.url, part.number),
        f"{listing.title}{which}",
        f"{listing.description.removesuffix('.')}{which}." if which else listing.description,
        parents=(*listing.parents, *(() if is_first else ((listing.title, listing.url),))),
        changed=last_change(listing.found),
        is_example=listing.is_example,
        scripts=SCRIPTS,
        styles=STYLES,
    )
    view = _view(listing, stock, part, count)
    # Search engines shall find the list of all, not each way to choose from it.
    return page_output(report, TEMPLATE, page, view, SOURCE, listed=not listing.chosen)


def _view(listing: Listing, stock: Stock, part: ListPage, count: int) -> EmpfehlungenView:
    years, *others = listing.facets
    is_all, is_first = not listing.chosen, part.number == 1
    previous, following = neighbours(listing.url, part.number, count)
    return EmpfehlungenView(
        lead=LEAD if is_all and is_first else "",
        more=MORE if is_all and is_first else (),
        years=years,
        facets=tuple(others),
        orders=tuple(one for one in ORDERS if _can_order(one, stock)),
        found=part.found,
        groups=tuple(_year_rows(part.real, stock.rows)),
        examples=tuple(stock.rows[one.key] for one in part.made_up),
        is_all=is_all,
        is_long=count > 1,
        pages=ways(listing.url, part.number, count),
        previous=previous,
        next=following,
        chosen=listing.chosen,
        given_up=listing.given_up,
        total=stock.total,
        everything=Link(_all_of(stock.total), ALL),
    )


def _all_of(total: int) -> str:
    return f"Alle {total} Empfehlungen zeigen" if total > 1 else "Alle Empfehlungen zeigen"


def _can_order(order: Order, stock: Stock) -> bool:
    """Say whether there is an order: without any grade there is none by grades."""
    return order.name != EINSCHAETZUNG.name or order.name in stock.facets


def _year_rows(
    ordered: list[Handlungsempfehlung], rows: Mapping[Key, ListedRow]
) -> Iterator[YearRows]:
    for year, group in groupby(ordered, key=lambda one: one.jahr):
        yield YearRows(f"jahr-{year}", str(year), tuple(rows[one.key] for one in group))


def _attributes(report: Report, empfehlung: Handlungsempfehlung) -> Mapping[str, str]:
    """Return what is filtered and sorted by; fields are also found by what they were called."""
    values = {f"data-{facet.name}": " ".join(facet.keys_of(report, empfehlung)) for facet in FACETS}
    fields = (report.handlungsfelder[ref.key.name] for ref in empfehlung.handlungsfelder)
    words = (empfehlung.kurz, *(name for feld in fields for name in past_names(feld)))
    silent = empfehlung.silent_months(report.kreis.stichtag)
    names = {"data-auch": ", ".join(empfehlung.auch)} if empfehlung.auch else {}
    return values | names | {"data-stille": str(silent), "data-text": " ".join(words)}
