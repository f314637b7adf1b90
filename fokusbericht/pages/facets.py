"""The ways to choose among the recommendations: each value of each facet is a page of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fokusbericht.model import Handlungsempfehlung, Key, Kind, Ref, Report, Stand, Stufe
from fokusbericht.pages import views
from fokusbericht.pages.frame import Link
from fokusbericht.pages.names import ARTEN_PLURAL, OHNE_STUFE, STAENDE, STUFEN

ALL = "/handlungsempfehlungen/"
OHNE = "ohne"


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: its part of the address, its name in the filter, the page's title."""

    key: str
    title: str
    heading: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A property to choose by: its values, and which of them a recommendation has."""

    name: str
    title: str
    values: Callable[[Report], Iterable[Value]]
    keys_of: Callable[[Handlungsempfehlung], tuple[str, ...]]
    kind: Kind | None = None


def url_of_value(facet: Facet, value: Value) -> str:
    """Return the address of the page of one value."""
    return f"{ALL}{facet.name}/{value.key}/"


def matching(report: Report, facet: Facet, value: Value) -> list[Handlungsempfehlung]:
    """Return the recommendations that have a value."""
    return [one for one in report.empfehlungen.values() if value.key in facet.keys_of(one)]


def linked_values(report: Report, facet: Facet) -> Iterator[Value]:
    """Yield the values that have a page: those in use, and those that a text mentions."""
    for value in facet.values(report):
        mentioned = facet.kind is Kind.ZIELGRUPPE and report.backlinks.get(
            Key(Kind.ZIELGRUPPE, value.key)
        )
        if mentioned or matching(report, facet, value):
            yield value


def facet_view(report: Report, facet: Facet) -> views.Facet:
    """Return a facet as links, each with how many recommendations are behind it."""
    links = tuple(
        Link(
            value.title,
            url_of_value(facet, value),
            str(len(matching(report, facet, value))),
            is_example=facet.kind is not None and Key(facet.kind, value.key) in report.examples,
        )
        for value in linked_values(report, facet)
    )
    return views.Facet(facet.title, links)


def year_links(report: Report) -> tuple[Link, ...]:
    """Return the years and all of them together, as a choice above the list."""
    years = (Link(link.title, link.href) for link in facet_view(report, JAHR).links)
    return (*years, Link("Alle", ALL))


def marked(links: Iterable[Link], url: str) -> tuple[Link, ...]:
    """Return links with the one to the page itself marked as current."""
    return tuple(replace(link, current=link.href == url) for link in links)


# --- The facets -----------------------------------------------------------------------------------


def _years(report: Report) -> Iterator[Value]:
    for year in sorted({one.jahr for one in report.empfehlungen.values()}):
        yield Value(str(year), str(year), f"Empfehlungen aus dem Jahr {year}")


def _fields(report: Report) -> Iterator[Value]:
    for feld in sorted(report.handlungsfelder.values(), key=lambda one: one.reihenfolge):
        yield Value(feld.key.name, feld.titel, f"Empfehlungen im Handlungsfeld {feld.titel}")


def _groups(report: Report) -> Iterator[Value]:
    for group in sorted(report.fokusgruppen.values(), key=lambda one: one.titel):
        yield Value(group.key.name, group.titel, f"Empfehlungen: {group.titel}")


def _target_groups(report: Report) -> Iterator[Value]:
    for label in report.zielgruppen.values():
        yield Value(label.key.name, label.titel, f"Empfehlungen nach Zielgruppe: {label.titel}")


def _grades(report: Report) -> Iterator[Value]:
    for stufe in Stufe:
        yield Value(stufe.value, STUFEN[stufe], f"Empfehlungen mit Einstufung „{STUFEN[stufe]}“")
    yield Value(OHNE, OHNE_STUFE, "Noch nicht eingestufte Empfehlungen")


def _states(report: Report) -> Iterator[Value]:
    for stand in Stand:
        yield Value(stand.value, STAENDE[stand], f"Empfehlungen mit Stand „{STAENDE[stand]}“")


def _kinds(report: Report) -> Iterator[Value]:
    for art, title in ARTEN_PLURAL.items():
        yield Value(art.value, title, f"Alle {title}")


def _names(refs: Sequence[Ref]) -> tuple[str, ...]:
    return tuple(ref.key.name for ref in refs)


def _grade_of(empfehlung: Handlungsempfehlung) -> tuple[str, ...]:
    stufe = empfehlung.steuerungsrelevanz
    return (stufe.value if stufe else OHNE,)


JAHR = Facet("jahr", "Jahr", _years, lambda one: (str(one.jahr),))
FELD = Facet(
    "handlungsfeld",
    "Handlungsfeld",
    _fields,
    lambda one: _names(one.handlungsfelder),
    Kind.HANDLUNGSFELD,
)
STAND = Facet("stand", "Stand", _states, lambda one: (one.stand().value,))
EINSCHAETZUNG = Facet("einschaetzung", "Steuerungsrelevanz", _grades, _grade_of)
GRUPPE = Facet(
    "fokusgruppe",
    "Fokusgruppe",
    _groups,
    lambda one: _names(one.fokusgruppen),
    Kind.FOKUSGRUPPE,
)
ZIELGRUPPE = Facet(
    "zielgruppe",
    "Zielgruppe",
    _target_groups,
    lambda one: _names(one.zielgruppen),
    Kind.ZIELGRUPPE,
)
ART = Facet("art", "Art", _kinds, lambda one: (one.art.value,))

FACETS = (JAHR, FELD, STAND, EINSCHAETZUNG, GRUPPE, ZIELGRUPPE, ART)
ASIDE = (FELD, STAND, EINSCHAETZUNG, GRUPPE, ZIELGRUPPE, ART)  # the years stand above the list
