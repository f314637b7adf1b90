"""Areas as parts of German sentences: im Kreis Pinneberg, auf Helgoland, in Bevern."""

from collections.abc import Collection

from fokusbericht.model.places import Geografie
from fokusbericht.words.phrases import listing

FEMALE_BEGINNINGS = (
    *("Region ", "Städteregion ", "StädteRegion ", "Stadt ", "Hansestadt "),
    *("Landeshauptstadt ", "Universitätsstadt "),
)
MALE_BEGINNINGS = ("Land ", "Raum ", "Bund", "Saarland", "Freistaat ")
AT = "in {name}"  # of most Kommunen


def place_of(geografie: Geografie, area: str) -> str:
    """Return where an area is: in Wedel, auf Helgoland, im Raum Elmshorn, im Kreis Pinneberg."""
    if area == geografie.schluessel:
        return geografie.ort or inside(geografie.name)
    if area in geografie.kommunen:
        kommune = geografie.kommunen[area]
        return kommune.ort or AT.format(name=kommune.name)
    if area in geografie.quartiere:
        quartier = geografie.quartiere[area]
        return f"in {quartier.name} ({geografie.kommunen[quartier.kommune].name})"
    if area in geografie.raeume:
        return _of_room(geografie, area)
    name = geografie.name_of(area)
    return f"im {name}" if area in geografie.aemter else inside(name)


def _of_room(geografie: Geografie, key: str) -> str:
    """A room that is a single Kommune is told as that; others have a name of their own."""
    room = geografie.raeume[key]
    if len(room.kommunen) == 1 and room.kommunen[0] in geografie.kommunen:
        return place_of(geografie, room.kommunen[0])
    return f"im Raum {room.name}" if room.title != room.name else inside(room.name)


def places_of(geografie: Geografie, areas: Collection[str]) -> str:
    """Return where several areas are: in Bevern und Ellerhoop, im Amt Ost und auf Helgoland."""
    places = [place_of(geografie, area) for area in areas]
    names = [geografie.name_of(area) for area in areas]
    plain = [AT.format(name=name) for name in names]
    return AT.format(name=listing(names)) if places == plain else listing(places)


def inside(name: str) -> str:
    """Return an area as a place, by its name: im Eifelkreis, in der Region Hannover, in Lübeck."""
    if _is_kreis(name) or name.startswith(MALE_BEGINNINGS):
        return f"im {_declined(name)}"
    if name.startswith("Insel "):
        return f"auf der {name}"
    return f"in der {name}" if name.startswith(FEMALE_BEGINNINGS) else f"in {name}"


def genitive_of(geografie: Geografie) -> str:
    """Return whose something of the county is: des Kreises Pinneberg, der Region Hannover."""
    name = geografie.name
    if geografie.genitiv or name.startswith(FEMALE_BEGINNINGS):
        return geografie.genitiv or f"der {name}"
    if not _is_kreis(name):
        return "des Saarlands" if name == "Saarland" else f"von {name}"
    first, _, rest = _declined(name).partition(" ")
    if first.lower().endswith("kreis"):
        return f"des {first}es {rest}".rstrip()
    return f"des {_declined(name)}es"


def _is_kreis(name: str) -> bool:
    return name.partition(" ")[0].lower().endswith("kreis") or name.lower().endswith("kreis")


def _declined(name: str) -> str:
    """An adjective before the Kreis is declined: im Märkischen Kreis."""
    return f"{name.removesuffix('er Kreis')}en Kreis" if name.endswith("er Kreis") else name
