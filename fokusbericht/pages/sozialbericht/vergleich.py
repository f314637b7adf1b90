"""/sozialbericht/vergleich/: the pairs worth seeing, and any two figures against each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

import orjson

from fokusbericht.building.output import Output
from fokusbericht.figures.grouping import ListEntry, Member, entries_with
from fokusbericht.maps.leaflet import geometry
from fokusbericht.maps.projection import Projection, layout_of
from fokusbericht.maps.svg import WIDTH
from fokusbericht.model.figures import Ebene
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import last_change
from fokusbericht.pages.frame.page import make_page, page_output
from fokusbericht.pages.sozialbericht.kreisdaten import data_url
from fokusbericht.pages.sozialbericht.sozialbericht import shapes_url
from fokusbericht.statistics.pairs import Pair, pairs_of
from fokusbericht.statistics.relate import FALLACY
from fokusbericht.urls import VERGLEICH, pair_url
from fokusbericht.views import Link
from fokusbericht.words.german import begun
from fokusbericht.words.kreiskarte import LEVELS
from fokusbericht.words.pairs import METHOD, answer

TEMPLATE = "sozialbericht/vergleich.html"
SCRIPTS = ("vergleich.js",)


@dataclass(frozen=True, slots=True)
class ThemeFigures:
    """The figures of one theme, for a select: (id, title)."""

    theme: str
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PairGroup:
    """The pairs whose relation is as close: "Starker Zusammenhang"."""

    id: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class VergleichView:
    """The pairs, what to beware of, and what the comparison of any two is made of."""

    beware: str
    method: str
    groups: tuple[PairGroup, ...]
    choices: tuple[ThemeFigures, ...]
    first: tuple[str, str]
    levels: Mapping[str, str]
    pages: str  # which pairs have a page of their own: "a b|c d"
    data: str
    geometry: str  # the frame of the map follows from it, too


def plan(report: Report) -> Iterator[Output]:
    """Plan the page."""
    pairs = pairs_of(report)
    page = make_page(
        report,
        VERGLEICH,
        "Zwei Zahlen im Vergleich",
        "Je zwei Zahlen aller Kommunen gegeneinander: als Bild, als Karte und als Tabelle.",
        parents=[("Kreiskarte", "/sozialbericht/")],
        changed=last_change(report.indikatoren.values()),
        scripts=SCRIPTS,
        styles=("vergleich.css",),
    )
    late = partial(_late, report)
    yield page_output(report, TEMPLATE, page, _view(report, pairs), report.kreis.place, late)


def _view(report: Report, pairs: Sequence[Pair]) -> VergleichView:
    shapes = shapes_url(geometry(report.geografie))
    choices = tuple(_choices(report))
    names = [(pair.x.indikator.key.name, pair.y.indikator.key.name) for pair in pairs]
    offered = [name for choice in choices for name, _ in choice.figures]
    return VergleichView(
        beware=FALLACY,
        method=METHOD,
        groups=tuple(_groups(pairs)),
        choices=choices if len(offered) > 1 else (),
        first=names[0] if names else (offered[0], offered[-1]) if offered else ("", ""),
        levels={level: names["title"] for level, names in LEVELS.items()},
        pages="|".join(f"{x} {y}" for x, y in names),
        data=data_url(report),
        geometry=shapes,
    )


def _groups(pairs: Sequence[Pair]) -> Iterator[PairGroup]:
    ordered = sorted(pairs, key=lambda pair: -abs(pair.relation.spearman))
    for strength, members in groupby(ordered, key=lambda pair: pair.relation.strength):
        title = f"{begun(strength.value)} Zusammenhang"
        links = (
            Link(pair.vergleich.frage, pair_url(pair.vergleich), _result(pair)) for pair in members
        )
        yield PairGroup(strength.value.partition(" ")[0], title, tuple(links))


def _result(pair: Pair) -> str:
    return answer(pair.x.indikator.titel, pair.y.indikator.titel, pair.relation)


def _choices(report: Report) -> Iterator[ThemeFigures]:
    for name, theme in report.themen.items():
        found = entries_with(report, name, lambda one: one.ebene is Ebene.KOMMUNE)
        figures = tuple(_option(entry, one) for entry in found for one in entry.members)
        if figures:
            yield ThemeFigures(theme.titel, figures)


def _option(entry: ListEntry, one: Member) -> tuple[str, str]:
    """Return a figure to choose; those of a group follow one another under its name."""
    title = f"{entry.title}: {one.name}" if entry.group else one.indikator.titel
    return one.indikator.key.name, title


def _late(report: Report) -> dict[str, object]:
    """Return how the script draws the map: as the drawn maps are, the island in its frame."""
    layout = layout_of(report.geografie, WIDTH)
    inset = layout.inset
    found = {
        "width": layout.width,
        "height": layout.height,
        "mainland": _numbers(layout.mainland),
        "box": list(inset.box) if inset else None,
        "inset": _numbers(inset.projection) if inset else None,
        "name": inset.name if inset else "",
    }
    return {"frame": orjson.dumps(found).decode()}


def _numbers(one: Projection) -> list[float]:
    return [one.west, one.north, one.scale, one.shrink, one.left, one.top]
