"""The ways to choose among the recommendations: each value of each facet is a page of its own."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fokusbericht import views
from fokusbericht.model.base import Key, Kind, Ref
from fokusbericht.model.lives import Stand
from fokusbericht.model.places import KREIS
from fokusbericht.model.planning import Handlungsfeld
from fokusbericht.model.queries import query
from fokusbericht.model.recommendations import Handlungsempfehlung, Stufe
from fokusbericht.model.report import Report
from fokusbericht.pages.empfehlungen.field_history import name_steps
from fokusbericht.words.names import ARTEN_PLURAL, OHNE_STUFE, STAENDE, STUFEN

ALL = "/handlungsempfehlungen/"
OHNE = "ohne"
FoundByValue = Mapping[str, tuple[Handlungsempfehlung, ...]]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: its part of the address, its name in the filter, the page's title."""

    key: str
    title: str
    heading: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A property to choose by: its values, and which of them a recommendation has."""

    name: str
    title: str
    values: Callable[[Report], Iterable[Value]]
    keys_of: Callable[[Report, Handlungsempfehlung], tuple[str, ...]]
    kind: Kind | None = None
    shows_unused: bool = False  # also values that no recommendation has


def url_of_value(facet: Facet, value: Value) -> str:
    """Return the address of the page of one value."""
    return f"{ALL}{facet.name}/{value.key}/"


def url_of_pair(year: Value, field: Value) -> str:
    """Return the address of the page of one field in one year."""
    return f"{url_of_value(JAHR, year)}{FELD.name}/{field.key}/"


def matching(report: Report, facet: Facet, value: Value) -> tuple[Handlungsempfehlung, ...]:
    """Return the recommendations that have a value."""
    return _found(report, facet).get(value.key, ())


@query
def _found(report: Report, facet: Facet) -> FoundByValue:
    found: dict[str, list[Handlungsempfehlung]] = {}
    for one in report.empfehlungen.values():
        for key in facet.keys_of(report, one):
            found.setdefault(key, []).append(one)
    return {key: tuple(ones) for key, ones in found.items()}


def linked_values(report: Report, facet: Facet) -> Iterator[Value]:
    """Yield the values that have a page: those in use, and those that a text mentions."""
    for value in facet.values(report):
        mentioned = facet.kind is Kind.ZIELGRUPPE and report.backlinks.get(
            Key(Kind.ZIELGRUPPE, value.key)
        )
        if mentioned or matching(report, facet, value):
            yield value


def facet_view(
    report: Report, facet: Facet, url_of: Callable[[Value], str], among: frozenset[Key] | None
) -> views.FacetView:
    """Return a facet with its values, each with how many recommendations are behind it.

    Looked at are those `among` some, counted the real ones; a value behind which there are none
    leads nowhere. What only examples have stands apart.
    """
    real, made_up = _counts(report, facet, among)
    choices: list[views.Choice] = []
    examples: list[views.Choice] = []
    for value in facet.values(report):
        count = real[value.key]
        is_used = bool(count or made_up[value.key])
        if not (is_used or facet.shows_unused):
            continue
        is_example = facet.kind is not None and Key(facet.kind, value.key) in report.examples
        href = url_of(value) if is_used else ""
        part = examples if is_example or (is_used and not count) else choices
        part.append(
            views.Choice(value.key, value.title, href, count, value.note, is_example=is_example)
        )
    return views.FacetView(facet.name, facet.title, tuple(choices), tuple(examples))


def _counts(
    report: Report, facet: Facet, among: frozenset[Key] | None
) -> tuple[Counter[str], Counter[str]]:
    """Return how many real recommendations have each value, and how many examples.

    Only those asked for are looked at.
    """
    names = report.empfehlungen if among is None else [key.name for key in among]
    real, made_up = Counter[str](), Counter[str]()
    for one in (report.empfehlungen[name] for name in names):
        (made_up if one.beispiel else real).update(facet.keys_of(report, one))
    return real, made_up


def marked(facet: views.FacetView, url: str) -> views.FacetView:
    """Return a facet with the choice that leads to an address marked as current."""
    if all(one.href != url for one in (*facet.choices, *facet.examples)):
        return facet
    return replace(
        facet,
        choices=tuple(replace(one, current=one.href == url) for one in facet.choices),
        examples=tuple(replace(one, current=one.href == url) for one in facet.examples),
    )


# --- The facets -----------------------------------------------------------------------------------


def _years(report: Report) -> Iterator[Value]:
    for year in sorted({one.jahr for one in report.empfehlungen.values()}):
        yield Value(str(year), str(year), f"Empfehlungen aus dem Jahr {year}")


def _fields(report: Report) -> Iterator[Value]:
    for feld in sorted(report.handlungsfelder.values(), key=lambda one: one.reihenfolge):
        names = ", ".join(f"„{name}“" for name in past_names(feld))
        heading = f"Empfehlungen im Handlungsfeld {feld.titel}"
        yield Value(feld.key.name, feld.titel, heading, f"früher: {names}" if names else "")


def past_names(feld: Handlungsfeld) -> tuple[str, ...]:
    """Return what else a field was called."""
    names = (step.name for step in name_steps(feld))
    return tuple(name for name in dict.fromkeys(names) if name != feld.titel)


def _groups(report: Report) -> Iterator[Value]:
    for group in sorted(report.fokusgruppen.values(), key=lambda one: one.titel):
        yield Value(group.key.name, group.titel, f"Empfehlungen: {group.titel}")


def _target_groups(report: Report) -> Iterator[Value]:
    for label in report.zielgruppen.values():
        yield Value(label.key.name, label.titel, f"Empfehlungen nach Zielgruppe: {label.titel}")


def _rooms(report: Report) -> Iterator[Value]:
    name = report.geografie.name
    yield Value(KREIS, "ganzer Kreis", f"Empfehlungen für den ganzen {name}")
    for raum in report.geografie.raeume.values():
        yield Value(raum.key.name, raum.name, f"Empfehlungen für den Raum {raum.name}")


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


def _rooms_of(report: Report, empfehlung: Handlungsempfehlung) -> tuple[str, ...]:
    """Return the rooms it is for; what is for a Kommune is also for its room."""
    rooms = _room_of_kommune(report)
    names = (rooms.get(ref.key, ref.key.name) for ref in empfehlung.raeume)
    return tuple(dict.fromkeys(names))


@query
def _room_of_kommune(report: Report) -> Mapping[Key, str]:
    return {one.key: one.raum for one in report.geografie.kommunen.values()}


def _grade_of(empfehlung: Handlungsempfehlung) -> tuple[str, ...]:
    stufe = empfehlung.steuerungsrelevanz
    return (stufe.value if stufe else OHNE,)


JAHR = Facet("jahr", "Jahr", _years, lambda _, one: (str(one.jahr),), shows_unused=True)
FELD = Facet(
    "handlungsfeld",
    "Handlungsfeld",
    _fields,
    lambda _, one: _names(one.handlungsfelder),
    Kind.HANDLUNGSFELD,
    shows_unused=True,
)
STAND = Facet("stand", "Stand", _states, lambda _, one: (one.stand().value,))
EINSCHAETZUNG = Facet(
    "einschaetzung",
    "Steuerungsrelevanz",
    _grades,
    lambda _, one: _grade_of(one),
)
RAUM = Facet("raum", "Raum", _rooms, _rooms_of, Kind.RAUM)
GRUPPE = Facet(
    "fokusgruppe",
    "Fokusgruppe",
    _groups,
    lambda _, one: _names(one.fokusgruppen),
    Kind.FOKUSGRUPPE,
)
ZIELGRUPPE = Facet(
    "zielgruppe",
    "Zielgruppe",
    _target_groups,
    lambda _, one: _names(one.zielgruppen),
    Kind.ZIELGRUPPE,
)
ART = Facet("art", "Art", _kinds, lambda _, one: (one.art.value,))

PAIRED = (JAHR, FELD)  # each leads on to the other
FACETS = (JAHR, FELD, STAND, EINSCHAETZUNG, RAUM, GRUPPE, ZIELGRUPPE, ART)
