"""What the search knows besides documents: places, postcodes, synonyms, names of choices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fokusbericht.model.places import BUND, KREIS, Geografie
from fokusbericht.model.report import Report
from fokusbericht.model.vocabulary import Synonym
from fokusbericht.words import search
from fokusbericht.words.names import STAENDE
from fokusbericht.words.verwaltungen import named

KeyedName = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place that questions may name; figures of areas `above` may stand for its own."""

    key: str
    level: str
    names: tuple[str, ...]
    above: tuple[str, ...] = ()
    called: str = ""  # behind "für", if not by its first name


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
    """Return it with all it leads to, in the order in which that was written."""
    found = [(ref.place, str(ref.key)) for ref in one.ziele]
    found += [(point.place, point.ziel) for point in one.adressen]
    return SynonymEntry(one.worte, tuple(target for _, target in sorted(found)))


def _places(geografie: Geografie) -> Iterator[PlaceEntry]:
    """Yield all places; where a town and a room have one name, the town comes first."""
    county = geografie.schluessel
    for ags, kommune in geografie.kommunen.items():
        amt = geografie.amt_of(ags)
        above = (amt.schluessel if amt else "", kommune.raum, county)
        yield PlaceEntry(ags, "kommune", (kommune.name,), tuple(filter(None, above)))
    for key, amt in geografie.aemter.items():
        both = (geografie.name_of(key), amt.name)
        yield PlaceEntry(key, "amt", both, (county,), named(geografie, key))
    for key, room in geografie.raeume.items():
        words = (room.title, f"Raum {room.name}", f"Betrachtungsraum {room.name}", room.name)
        article = "den" if room.title.startswith("Raum ") else "die"
        names = tuple(dict.fromkeys(words))
        yield PlaceEntry(key, "raum", names, (county,), f"{article} {room.title}")
    whole = (geografie.name, *search.COUNTY_WORDS)
    yield PlaceEntry(county, KREIS, whole, (), search.WHOLE_COUNTY)
    for key, more in ((geografie.land(), search.LAND_WORDS), (BUND, search.BUND_WORDS)):
        if key in geografie.vergleich:
            yield PlaceEntry(key, "mass", (geografie.vergleich[key], *more), (county,))
