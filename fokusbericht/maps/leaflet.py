"""The interactive map: what the page, the script and the shared geometry are made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import orjson

from fokusbericht.maps.layers import Addresses, Choice, Content, Layer, LayerView, Level
from fokusbericht.maps.outline import outline
from fokusbericht.maps.projection import far_off
from fokusbericht.maps.svg import class_names
from fokusbericht.model import Geografie, Ring
from fokusbericht.render import groesse, zahl
from fokusbericht.statistics.classify import class_of

GRID = 10_000  # coordinates are whole numbers of 1/10,000 degree, each relative to the one before
MISSING = {"-": "keine Angabe", "x": "geheim gehalten"}


@dataclass(frozen=True, slots=True)
class InteractiveMap:
    """A fragment for the page, its script, and the geometry that all maps share."""

    html: str
    script: bytes
    geometry: bytes


def interactive(
    geografie: Geografie, layers: Sequence[Layer], addresses: Addresses
) -> InteractiveMap:
    """Return the interactive map of these indicators; the first is shown first."""
    from fokusbericht.maps.folium_map import render

    views = [_view(geografie, layer) for layer in layers]
    shapes = {ags: kommune.shape for ags, kommune in geografie.kommunen.items()}
    far = ", ".join(geografie.kommunen[ags].name for ags in sorted(far_off(shapes)))
    content = Content(geografie.name, far, addresses, _choices(layers), views)
    html, script = render(content)
    return InteractiveMap(html, script.encode(), geometry(geografie))


def geometry(geografie: Geografie) -> bytes:
    """Return the shapes of all areas as JSON.

    {"kommunen": [{"id": "01056001", "pfad": "appen", "name": "Appen", "raum": "uetersen-…",
                   "ringe": [[x, y, dx, dy, …]]}, …], "raeume": […, "ort": [x, y]]}
    """
    shapes = {ags: kommune.shape for ags, kommune in geografie.kommunen.items()}
    far = far_off(shapes)
    kommunen = [
        {
            "id": ags,
            "pfad": kommune.key.name,
            "name": kommune.name,
            "fern": ags in far,
            "ringe": [_ring(ring) for polygon in kommune.shape for ring in polygon],
        }
        for ags, kommune in sorted(geografie.kommunen.items())
    ]
    raeume = [
        {
            "id": key,
            "pfad": raum.key.name,
            "name": raum.name,
            "fern": set(raum.kommunen) <= far,
            "ort": _middle(geografie, raum.zentren),
            "ringe": [
                _ring(ring) for ring in outline(p for ags in raum.kommunen for p in shapes[ags])
            ],
        }
        for key, raum in geografie.raeume.items()
    ]
    return orjson.dumps({"kommunen": kommunen, "raeume": raeume})


def _ring(ring: Ring) -> list[int]:
    numbers, before = [], (0, 0)
    for lon, lat in ring[:-1]:
        here = (round(lon * GRID), round(lat * GRID))
        numbers += [here[0] - before[0], here[1] - before[1]]
        before = here
    return numbers


def _middle(geografie: Geografie, kommunen: Iterable[str]) -> list[int]:
    places = [(geografie.kommunen[ags].lon, geografie.kommunen[ags].lat) for ags in kommunen]
    return [round(sum(axis) / len(places) * GRID) for axis in zip(*places, strict=True)]


def _choices(layers: Iterable[Layer]) -> list[Choice]:
    choices: dict[str, Choice] = {}
    for layer in layers:
        choices.setdefault(layer.group, Choice(layer.group)).layers.append(layer)
    return list(choices.values())


def _view(geografie: Geografie, layer: Layer) -> LayerView:
    classes = class_names(len(layer.breaks) + 1, layer.diverging)
    labels = class_labels(layer.breaks, layer.unit, layer.digits)
    names = {ags: kommune.name for ags, kommune in sorted(geografie.kommunen.items())}
    rooms = {key: raum.name for key, raum in geografie.raeume.items()}
    has_rooms = any(layer.values.get(key) is not None for key in rooms)
    return LayerView(
        id=layer.id,
        titel=layer.title,
        einheit=layer.unit,
        hinweis=layer.note,
        adresse=layer.href,
        stufen=tuple(zip(classes, labels, strict=True)),
        kommunen=_level(layer, names),
        raeume=_level(layer, rooms) if has_rooms else None,
    )


def class_labels(breaks: Sequence[float], unit: str, digits: int) -> tuple[str, ...]:
    """Return "unter 45 %", "45 bis unter 55 %", "ab 55 %".

    Units longer than a sign would not fit; they stand in the title of a map.
    """
    sign = f"\u202f{unit}" if unit == "%" else ""
    needed = next((d for d in range(digits) if all(round(b, d) == b for b in breaks)), digits)
    texts = [zahl(number, needed) for number in breaks]
    if not texts:
        return ("alle Werte",)
    middle = (f"{low} bis unter {high}{sign}" for low, high in pairwise(texts))
    return (f"unter {texts[0]}{sign}", *middle, f"ab {texts[-1]}{sign}")


def _level(layer: Layer, names: Mapping[str, str]) -> Level:
    values = [layer.values.get(key) for key in names]
    marks = [
        ("x" if key in layer.secret else "-")
        if value is None
        else str(class_of(value, layer.breaks))
        for key, value in zip(names, values, strict=True)
    ]
    texts = ["" if value is None else zahl(value, layer.digits) for value in values]
    return Level("|".join(texts), "".join(marks), _sentence(layer, names))


def _sentence(layer: Layer, names: Mapping[str, str]) -> str:
    known = [
        (value, name) for key, name in names.items() if (value := layer.values.get(key)) is not None
    ]
    if not known:
        return "Keine Angaben."
    low, high = min(known), max(known)
    ends = [f"{groesse(value, layer.unit, layer.digits)} ({name})" for value, name in (low, high)]
    return f"Von {ends[0]} bis {ends[1]}."
