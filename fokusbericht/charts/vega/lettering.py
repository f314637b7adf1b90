"""Texts put into a drawing by us: Vega measures each one, which takes longer than all the rest."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import cast

from fokusbericht.charts.vega import vegalite
from fokusbericht.text.formatting import format_number

ANCHORS = {"left": "start", "right": "end", "center": "middle"}
TO_BASE = 4  # px from the middle of a text to its base line
AFTER_MARKS = '<path class="foreground"'
DOMAINS = {  # the parameters that hold what the axes span
    "balken": ("werte", "zeilen"),
    "linien": ("jahre", "werte"),
    "punktwolke": ("waagerecht", "werte"),
    "schwarm": ("waagerecht", "zeilen"),
}
LABELS = {  # those that hold the ticks of each axis, and their format; years have none
    "balken": (),
    "linien": (("jahresmarken", ""), ("wertmarken", "ziffern")),
    "punktwolke": (("waagerechtmarken", "waagerechtziffern"), ("wertmarken", "ziffern")),
    "schwarm": (("waagerechtmarken", "waagerechtziffern"),),
}
EMPTY = re.compile(r"(<text [^>]*)/>")
AxisEnds = tuple[float, float]


def to_svg(spec: vegalite.Spec) -> str:
    """Return a chart as Vega draws it, its texts written as Vega would."""
    datasets = cast(Mapping[str, Sequence[vegalite.Datum]], spec["datasets"])
    params = {str(one["name"]): one["value"] for one in cast(list[vegalite.Spec], spec["params"])}
    svg = vegalite.to_svg({**spec, "datasets": {**datasets, "texte": []}})
    labels = _labels(str(spec["name"]), params)
    lettered = EMPTY.sub(lambda found: f"{found[1]}>{next(labels)}</text>", svg)
    marks, mark, rest = lettered.rpartition(AFTER_MARKS)
    return f"{marks}{''.join(_texts(spec, params, datasets['texte']))}{mark}{rest}"


def _labels(name: str, params: vegalite.Params) -> Iterator[str]:
    """Yield the labels of the axes, as Vega has left room for them."""
    for ticks, form in LABELS[name]:
        for tick in cast(Sequence[float], params[ticks]):
            # ",.1f": a number with one digit
            yield format_number(tick, int(str(params[form])[2:-1])) if form else str(tick)


def _texts(
    spec: vegalite.Spec, params: vegalite.Params, rows: Sequence[vegalite.Datum]
) -> Iterator[str]:
    across, upright = (cast(AxisEnds, params[name]) for name in DOMAINS[str(spec["name"])])
    width, height = float(str(spec["width"])), float(str(spec["height"]))
    for row in rows:
        left = _digits(_place(float(str(row["x"])), across, (0, width)))
        top = _digits(_place(float(str(row["y"])), upright, (height, 0)) + TO_BASE)
        weight = ' font-weight="600"' if row["fett"] else ""
        yield (
            f'<text text-anchor="{ANCHORS[str(row["lage"])]}" transform="translate({left},{top})" '
            f'font-size="{vegalite.TEXT}px"{weight} fill="{row["farbe"]}">'
            f"{escape(str(row['text']), quote=False)}</text>"
        )


def _digits(number: float) -> str:
    return repr(number).removesuffix(".0")


def _place(value: float, domain: AxisEnds, span: AxisEnds) -> float:
    """Return where a value lies, reckoned as Vega does, to the last digit."""
    if domain[0] > domain[1]:
        domain, span = domain[::-1], span[::-1]
    part = (value - domain[0]) / (domain[1] - domain[0])
    return span[0] * (1 - part) + span[1] * part
