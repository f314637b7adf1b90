"""What the areas of a map are called and counted: Kommunen, or Ämter with the Kommunen beside them.

A sentence that counts Kommunen says once of how many; one that counts Ämter, too, says each time
what it counts: „in 13 Kommunen und fünf Ämtern“.
"""

from collections.abc import Collection, Iterable, Mapping

from fokusbericht.model.figures import Ebene
from fokusbericht.model.places import Geografie
from fokusbericht.statistics.messung import Messung
from fokusbericht.words.amounts import in_some
from fokusbericht.words.german import counted, in_words
from fokusbericht.words.phrases import listing

# What all areas of a map are called, as they stand in a sentence: the areas, of the areas or all
# of them, in the areas.
AREAS: Mapping[Ebene, tuple[str, str, str]] = {
    Ebene.KOMMUNE: ("Kommunen", "Kommunen", "Kommunen"),
    Ebene.AMT: (
        "Ämter und amtsfreie Kommunen",
        "Ämter und amtsfreien Kommunen",
        "Ämtern und amtsfreien Kommunen",
    ),
}
AMT = "das {name}"  # how a sentence names an Amt
NOWHERE = "nirgends"


def named(geografie: Geografie, area: str) -> str:
    """Return an area as a sentence names it: "Wedel", "das Amt Pinnau"."""
    name = geografie.name_of(area)
    return AMT.format(name=name) if area in geografie.aemter else name


def many(geografie: Geografie, areas: Collection[str]) -> str:
    """Return how many areas there are: "zwölf Kommunen und ein Amt"."""
    kommunen, aemter = _split(geografie, areas)
    parts = [counted(kommunen, "Kommune", "Kommunen")] * bool(kommunen or not aemter)
    words = "ein Amt" if aemter == 1 else f"{in_words(aemter)} Ämter"
    return listing([*parts, *[words] * bool(aemter)])


def inside_many(geografie: Geografie, areas: Collection[str]) -> str:
    """Return in how many areas something is so: "in einer Kommune und fünf Ämtern"."""
    kommunen, aemter = _split(geografie, areas)
    parts = (
        _counted(kommunen, "einer Kommune", "Kommunen"),
        _counted(aemter, "einem Amt", "Ämtern"),
    )
    return f"in {listing([part for part in parts if part])}"


def inside_all(messung: Messung, areas: Collection[str]) -> str:
    """Return that something is so in all: "in allen 49 Kommunen", "in allen Ämtern und …"."""
    count = f"{in_words(len(areas))} " * messung.is_local
    return f"in allen {count}{AREAS[messung.indikator.ebene][2]}"


def _counted(count: int, one: str, words: str) -> str:
    return one if count == 1 else f"{in_words(count)} {words}" * bool(count)


def some_of(messung: Messung, areas: Collection[str], whole: int) -> str:
    """Return in how many of all something is so: "in keiner von 49 Kommunen", "in fünf Ämtern"."""
    if messung.is_local:
        return f"{in_some(len(areas), 'einer')} von {in_words(whole)} Kommunen"
    return inside_many(messung.geografie, areas) if areas else NOWHERE


def some_more(messung: Messung, areas: Collection[str]) -> str:
    """Return in how many more something else is so: "in zwölf", "in einer Kommune"."""
    if messung.is_local:
        return in_some(len(areas), "einer")
    return inside_many(messung.geografie, areas)


def _split(geografie: Geografie, areas: Iterable[str]) -> tuple[int, int]:
    """Return how many Kommunen and how many Ämter are among some areas."""
    keys = list(areas)
    aemter = sum(area in geografie.aemter for area in keys)
    return len(keys) - aemter, aemter
