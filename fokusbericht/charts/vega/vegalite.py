"""From rows to SVG: specs that stand ready, without rows, are filled and drawn by vl-convert.

They are made by altair (`templates.py`), once and for all: to load it, to check each row against
its schema and to compile a spec for each drawing would take three times as long as all the rest.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import cast

import orjson

from fokusbericht.charts.vega.frame import ChartFrame
from fokusbericht.media.converter import converter

FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
TEXT = 14  # px; the wide picture may shrink to 620 px before its text falls below 12
TEMPLATES = Path(__file__).with_name("templates.json")
Datum = Mapping[str, object]
Params = Mapping[str, object]
Spec = dict[str, object]


def fill(
    name: str, frame: ChartFrame, params: Params, datasets: Mapping[str, Sequence[Datum]]
) -> Spec:
    """Return the spec of one chart: a template with its size, its scales and its rows."""
    return {
        **_templates()[name]["lite"],
        "name": name,
        "width": frame.plot_width,
        "height": frame.plot_height,
        "padding": frame.padding(),
        "params": _named(params),
        "datasets": {name: list(rows) for name, rows in datasets.items()},
    }


def to_svg(spec: Spec) -> str:
    """Return the drawing as vl-convert makes it."""
    vega = _templates()[str(spec["name"])]["vega"]
    rows = cast(Mapping[str, Sequence[Datum]], spec["datasets"])
    filled = {
        **vega,
        **{name: spec[name] for name in ("width", "height", "padding")},
        "signals": spec["params"],
        "data": [_with_rows(one, rows) for one in cast(list[Spec], vega["data"])],
    }
    svg: str = converter().vega_to_svg(filled, format_locale="de-DE", time_format_locale="de-DE")
    return svg


def _named(params: Params) -> list[Spec]:
    return [{"name": name, "value": value} for name, value in params.items()]


def _with_rows(data: Spec, rows: Mapping[str, Sequence[Datum]]) -> Spec:
    name = str(data["name"])
    return {**data, "values": rows[name]} if name in rows else data


@cache
def _templates() -> Mapping[str, Mapping[str, Spec]]:
    return cast(Mapping[str, Mapping[str, Spec]], orjson.loads(TEMPLATES.read_bytes()))
