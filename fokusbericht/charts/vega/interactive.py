"""Charts to touch: the spec of the drawing itself, with names that light up and words to show.

`diagramm.js` takes the narrow spec on phones (`usermeta.schmal`), swaps the colours for dark
screens (`usermeta.dunkel`), offers the names to choose from (`usermeta.namen`, each with what it
says) and puts the chosen one into the parameter `hervor`.
"""

from collections.abc import Sequence

from fokusbericht.charts.vega import vegalite
from fokusbericht.charts.vega.bars import bar_hits, bar_spec
from fokusbericht.charts.vega.colours import Accent, dark_colours
from fokusbericht.charts.vega.data import BarChart, DistributionChart, LineChart, ScatterChart
from fokusbericht.charts.vega.distribution import distribution_hits, distribution_spec
from fokusbericht.charts.vega.lines import line_hits, line_spec
from fokusbericht.charts.vega.scatter import scatter_hits, scatter_spec
from fokusbericht.charts.vega.touch import touchable
from fokusbericht.media.converter import converter

LivingChart = LineChart | BarChart | DistributionChart | ScatterChart


def interactive_json(chart: LivingChart, accent: Accent) -> bytes:
    """Return the spec as a file, to be written beside the chart as `<name>.vl.json`."""
    import orjson

    return orjson.dumps(interactive_spec(chart, accent))


def interactive_spec(chart: LivingChart, accent: Accent) -> vegalite.Spec:
    """Return the chart as a Vega-Lite spec with German words for whoever points at it."""
    vl_convert = converter()

    wide, hits = _touchable(chart, False, accent)
    narrow, _ = _touchable(chart, True, accent)
    wide["description"] = f"{chart.title}. {chart.description}".strip()
    wide["usermeta"] = {
        "schmal": narrow,
        "dunkel": dark_colours(accent),
        "namen": [*_names(chart, hits).items()],
        "embedOptions": {
            "mode": "vega-lite",
            "formatLocale": vl_convert.get_format_locale("de-DE"),
            "timeFormatLocale": vl_convert.get_time_format_locale("de-DE"),
        },
    }
    return wide


def _touchable(
    chart: LivingChart, narrow: bool, accent: Accent
) -> tuple[vegalite.Spec, Sequence[vegalite.Datum]]:
    # The spec of the drawing, with what a finger meets as its last layer.
    if isinstance(chart, LineChart):
        spec, hits = line_spec(chart, narrow, accent), [*line_hits(chart)]
    elif isinstance(chart, BarChart):
        spec, hits = bar_spec(chart, narrow, accent), [*bar_hits(chart, narrow)]
    elif isinstance(chart, ScatterChart):
        spec, hits = scatter_spec(chart, narrow, accent), [*scatter_hits(chart)]
    else:
        spec, hits = distribution_spec(chart, narrow, accent), [*distribution_hits(chart, narrow)]
    return touchable(spec, hits), hits


def _names(chart: LivingChart, hits: Sequence[vegalite.Datum]) -> dict[str, str]:
    # What each name says: of lines the last value. In the order of the chart, dots by the alphabet.
    rows = hits if isinstance(chart, LineChart | BarChart) else sorted(hits, key=_name)
    return {_name(row): str(row["text"]) for row in rows}


def _name(row: vegalite.Datum) -> str:
    return str(row["name"])
