"""What makes a drawn spec one to touch: names that light up, and fields that a finger meets."""

from collections.abc import Mapping, Sequence
from typing import cast

from fokusbericht.charts.vega.vegalite import Datum, Spec

OURS = ("$schema", "name")  # nothing that a browser asks for
FAINT = 0.2  # how much is seen of what is not looked at
NOBODY = {"and": ["hervor == ''", "!length(data('zeigen_store'))"]}
LOOKED_AT = {
    "or": ["!datum.name", "datum.name == hervor", {"param": "zeigen", "empty": False}, NOBODY]
}
# The cells around what is nearest hold the row one level deeper.
WORDS = "datum.datum ? datum.datum.text : datum.text"
OPACITY = {"condition": {"test": LOOKED_AT, "value": 1}, "value": FAINT}


def touchable(spec: Spec, hits: Sequence[Datum]) -> Spec:
    """Return a spec that lights up the name pointed at, or the one in the parameter `hervor`.

    Hits with x2 and y2 are met on their whole field, others wherever none is nearer.
    """
    layers = cast(list[Spec], spec["layer"])
    places = cast(Mapping[str, object], layers[0]["encoding"])
    touched = {key: value for key, value in spec.items() if key not in OURS}
    touched["datasets"] = {**cast(Mapping[str, object], spec["datasets"]), "treffer": list(hits)}
    touched["params"] = [*cast(list[Spec], spec["params"]), {"name": "hervor", "value": ""}]
    touched["layer"] = [*map(_fading, layers), _hit_layer(places, fields=_are_fields(hits))]
    return touched


def _are_fields(hits: Sequence[Datum]) -> bool:
    return any("x2" in hit for hit in hits)


def _fading(layer: Spec) -> Spec:
    return {
        **layer,
        "encoding": {**cast(Mapping[str, object], layer["encoding"]), "opacity": OPACITY},
    }


def _hit_layer(places: Mapping[str, object], fields: bool) -> Spec:
    names = ("x", "x2", "y", "y2") if fields else ("x", "y")
    select = {"type": "point", "fields": ["name"], "on": "pointerover", "clear": "pointerout"}
    return {
        "data": {"name": "treffer"},
        "mark": {"type": "rect" if fields else "point", "opacity": 0, "tooltip": {"expr": WORDS}},
        "params": [{"name": "zeigen", "select": {**select, "nearest": not fields}}],
        "encoding": {name: places[name] for name in names},
    }
