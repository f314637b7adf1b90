"""What all handouts have around their parts: county, notice, date, address, sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TypeVar

from fokusbericht.hefte.drawings import MakeDrawing
from fokusbericht.hefte.heft import Heft, HeftPart
from fokusbericht.model.base import Key, Quelle, Thing
from fokusbericht.model.editions import EditionSource
from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.words.hefte import WORDS
from fokusbericht.words.names import KIND_NAMES

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Printable:
    """A handout with what draws its pictures, by their names."""

    heft: Heft
    drawings: Mapping[str, MakeDrawing] = field(default_factory=dict)


def heft(
    report: Report,
    key: Key,
    lead: str,
    pages: tuple[tuple[HeftPart, ...], tuple[HeftPart, ...]],
    sources: Iterable[EditionSource],
    locator: tuple[str, str] = ("", ""),
) -> Heft:
    """Return a handout; parts in which nothing stands are left out."""
    kreis, first, second = report.kreis, *pages
    return Heft(
        name=file_name(key),
        kind=KIND_NAMES[key.kind],
        title=report.titles[key],
        lead=lead,
        county=kreis.name,
        site=kreis.titel,
        accent=kreis.akzent,
        notice=kreis.hinweis,
        stand=format_date(kreis.stichtag),
        stand_iso=kreis.stichtag.isoformat(),
        address=kreis.basis_url + url_of(report, key),
        locator=locator[0],
        locator_heard=locator[1],
        pages=(tuple(filter(None, first)), tuple(filter(None, second))),
        sources=tuple(sources),
        map_credit=report.geografie.quelle,
        licence=kreis.lizenz_texte,
        words=WORDS,
    )


def file_name(key: Key) -> str:
    """Return the name of the file of a handout, without its ending: kommune-elmshorn."""
    return f"{key.kind}-{key.name}"


def figure_sources(found: Iterable[Indikator]) -> tuple[EditionSource, ...]:
    """Return where figures come from, each source once, in the order in which they stand."""
    sources = {one.quelle.name: _source(one.quelle) for one in found}
    return tuple(sources.values())


def sources_of(thing: Thing) -> tuple[EditionSource, ...]:
    """Return the sources of a thing itself."""
    return tuple(map(_source, thing.quellen))


def _source(quelle: Quelle) -> EditionSource:
    stand = format_date(quelle.stand) if quelle.stand else ""
    return EditionSource(quelle.name, quelle.url, stand, quelle.lizenz)


def name_in(href: str) -> str:
    """Return the name of the thing that has an address: /sozialbericht/miete/ → miete."""
    return href.rstrip("/").rpartition("/")[2]


def in_turn(lists: Iterable[Sequence[T]]) -> Iterator[T]:
    """Yield the first of each list, then the second of each, and so on."""
    for several in zip_longest(*lists):
        yield from (one for one in several if one is not None)
