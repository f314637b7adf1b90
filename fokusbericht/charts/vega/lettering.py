"""Texts put into a drawing by us: Vega measures each one, which takes longer than all the rest."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from fokusbericht.charts.vega import vegalite

ANCHORS = {"left": "start", "right": "end", "center": "middle"}
TO_BASE = 4  # px from the middle of a text to its base line
AFTER_MARKS = '<path class="foreground"'


def to_svg(spec: vegalite.Spec, x: Callable[[float], float]) -> str:
    """Return a chart whose y axis counts px, as Vega draws it; `x` says where a value lies."""
    datasets = spec["datasets"]
    assert isinstance(datasets, dict)
    svg = vegalite.to_svg({**spec, "datasets": {**datasets, "texte": []}})
    marks, mark, rest = svg.rpartition(AFTER_MARKS)
    return f"{marks}{''.join(_texts(datasets['texte'], x))}{mark}{rest}"


def _texts(rows: Sequence[vegalite.Row], x: Callable[[float], float]) -> Iterator[str]:
    for row in rows:
        left, top = x(float(str(row["x"]))), float(str(row["y"])) + TO_BASE
        weight = ' font-weight="600"' if row["fett"] else ""
        yield (
            f'<text text-anchor="{ANCHORS[str(row["lage"])]}" '
            f'transform="translate({left:.4f},{top:.4f})" font-size="{vegalite.TEXT}px"{weight} '
            f'fill="{row["farbe"]}">{escape(str(row["text"]), quote=False)}</text>'
        )
