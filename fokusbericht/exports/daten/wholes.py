"""What an area belongs to, in data that others take along."""

from fokusbericht.model.places import BUND, Geografie


def whole_of(geografie: Geografie, area: str) -> str:
    """Return the next larger area: of a Quartier its Kommune, of that its room; "" of the largest.

    It need not have figures, nor a name: a Land that nothing is compared with has none.
    """
    if area in geografie.quartiere:
        return geografie.quartiere[area].kommune
    if area in geografie.kommunen:
        return geografie.kommunen[area].raum
    if area in geografie.raeume or area in geografie.aemter:
        return geografie.schluessel
    return {"kreis": area[:2], "land": BUND}.get(geografie.level_of(area), "")
