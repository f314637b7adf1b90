"""What the search knows besides documents: places, postcodes, synonyms, names of choices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fokusbericht.model.places import BUND, KREIS, Geografie
from fokusbericht.model.report import Report
from fokusbericht.model.vocabulary import Synonym
from fokusbericht.words import search
from fokusbericht.words.names import STAENDE
from fokusbericht.words.places import AT, place_of

KeyedName = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place that questions may name; figures of areas `above` may stand for its own."""

    key: str
    level: str
    names: tuple[str, ...]
    where: str = ""  # where it is, if not "in" its name
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SynonymEntry:
    """Words that mean the same, and where they lead first: keys of things, addresses of pages."""

    words: tuple[str, ...]
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it, as plain data."""

    fields: tuple[KeyedName, ...]
    groups: tuple[KeyedName, ...]
    states: tuple[KeyedName, ...]
    places: tuple[PlaceEntry, ...]
    postcodes: Mapping[str, tuple[str, ...]]
    synonyms: tuple[SynonymEntry, ...]
    parts: Mapping[str, tuple[str, ...]]


def knowledge_of(report: Report) -> Knowledge:
    """Return the knowledge of a report."""
    return Knowledge(
        fields=tuple((name, one.titel) for name, one in report.handlungsfelder.items()),
        groups=tuple((name, one.titel) for name, one in report.fokusgruppen.items()),
        states=tuple((one.value, name) for one, name in STAENDE.items()),
        places=tuple(_places(report.geografie)),
        postcodes=dict(sorted(report.postleitzahlen.items())),
        synonyms=tuple(map(_synonym, report.synonyme)),
        parts=dict(sorted(report.wortteile.items())),
    )


def _synonym(one: Synonym) -> SynonymEntry:
    keys = (str(ref.key) for ref in one.ziele)
    return SynonymEntry(one.worte, (*keys, *(point.ziel for point in one.adressen)))


def _places(geografie: Geografie) -> Iterator[PlaceEntry]:
    """Yield all places; where a town and a room have one name, the town comes first."""
    county = geografie.schluessel
    for ags, kommune in geografie.kommunen.items():
        amt = geografie.amt_of(ags)
        above = (amt.schluessel if amt else "", kommune.raum, county)
        yield _place(geografie, ags, "kommune", (kommune.name,), tuple(filter(None, above)))
    for key, amt in geografie.aemter.items():
        yield _place(geografie, key, "amt", (geografie.name_of(key), amt.name), (county,))
    for key, room in geografie.raeume.items():
        names = dict.fromkeys((room.title, f"Raum {room.name}", f"Betrachtungsraum {room.name}"))
        yield _place(geografie, key, "raum", (*names, room.name), (county,))
    whole = (geografie.name, *search.COUNTY_WORDS)
    yield _place(geografie, county, KREIS, whole, ())
    for key, more in ((geografie.land(), search.LAND_WORDS), (BUND, search.BUND_WORDS)):
        if key in geografie.vergleich:
            yield _place(geografie, key, "mass", (geografie.vergleich[key], *more), (county,))


def _place(
    geografie: Geografie, key: str, level: str, names: tuple[str, ...], above: tuple[str, ...]
) -> PlaceEntry:
    where = place_of(geografie, key)
    usual = AT.format(name=names[0])
    return PlaceEntry(key, level, names, "" if where == usual else where, above)
