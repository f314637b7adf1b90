"""From rows to SVG by altair and vl-convert: the spec is made once, without rows; rows are put in.

altair checks each inline row against its schema, which takes ten times as long as all the rest.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING

from fokusbericht.charts.vega.colours import FIRM, GRID, INK, QUIET
from fokusbericht.charts.vega.frame import Frame
from fokusbericht.media.converter import converter

if TYPE_CHECKING:
    import altair

FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
TEXT = 14  # px; the wide picture may shrink to 620 px before its text falls below 12
Row = Mapping[str, object]
Spec = dict[str, object]


def fill(template: Spec, frame: Frame, params: Row, datasets: Mapping[str, Sequence[Row]]) -> Spec:
    """Return the spec of one chart: a template with its size, its scales and its rows."""
    spec = copy(template)
    spec["width"], spec["height"] = frame.plot_width, frame.plot_height
    spec["padding"] = frame.padding()
    spec["params"] = [{"name": name, "value": value} for name, value in params.items()]
    spec["datasets"] = {name: list(rows) for name, rows in datasets.items()}
    return spec


def to_svg(spec: Spec) -> str:
    """Return the drawing as vl-convert makes it."""
    vl_convert = converter()

    svg: str = vl_convert.vegalite_to_svg(
        spec, format_locale="de-DE", time_format_locale="de-DE", show_warnings=False
    )
    return svg


@lru_cache(maxsize=1)
def line_template() -> Spec:
    """Return the spec of a line chart, without rows.

    Datasets: `linien` (x, y, teil, farbe, staerke, strich), `punkte` (x, y, farbe, groesse),
    `striche` (x, y, x2, y2, farbe, strich, staerke), `texte` (x, y, text, farbe, lage, fett).
    """
    import altair as alt

    x = alt.X("x:Q").title(None).scale(domain=alt.ExprRef("jahre"), nice=False, zero=False)
    x = x.axis(values=alt.ExprRef("jahresmarken"), format="d", grid=False)
    y = alt.Y("y:Q").title(None).scale(domain=alt.ExprRef("werte"), nice=False, zero=False)
    y = y.axis(values=alt.ExprRef("wertmarken"), labelExpr="format(datum.value, ziffern)")
    lines = _strokes(_on("linien").mark_line().encode(x=x, y=y, detail="teil:N"))
    points = _on("punkte").mark_point().encode(x=x, y=y, color=_colour(), size=_as_is("groesse"))
    return _layers(_rules(x, y), lines, points, _texts(x, y))


@lru_cache(maxsize=1)
def bar_template() -> Spec:
    """Return the spec of a bar chart, without rows.

    Datasets: `balken` (x, x2, y, y2, farbe), `striche` and `texte` as in a line chart.
    """
    import altair as alt

    x = alt.X("x:Q").title(None).axis(None)
    x = x.scale(domain=alt.ExprRef("werte"), nice=False, zero=False)
    y = alt.Y("y:Q").title(None).axis(None)
    y = y.scale(domain=alt.ExprRef("zeilen"), nice=False, zero=False)
    bars = _on("balken").mark_rect().encode(x=x, y=y, x2="x2", y2="y2", color=_colour())
    return _layers(bars, _rules(x, y), _texts(x, y))


@lru_cache(maxsize=1)
def scatter_template() -> Spec:
    """Return the spec of a scatter plot, without rows.

    Datasets: `punkte` and `texte` as in a line chart.
    """
    import altair as alt

    x = alt.X("x:Q").title(None)
    x = x.scale(domain=alt.ExprRef("waagerecht"), nice=False, zero=False)
    digits = "format(datum.value, waagerechtziffern)"
    x = x.axis(values=alt.ExprRef("waagerechtmarken"), labelExpr=digits, grid=True)
    y = alt.Y("y:Q").title(None).scale(domain=alt.ExprRef("werte"), nice=False, zero=False)
    y = y.axis(values=alt.ExprRef("wertmarken"), labelExpr="format(datum.value, ziffern)")
    points = _on("punkte").mark_point().encode(x=x, y=y, color=_colour(), size=_as_is("groesse"))
    return _layers(points, _texts(x, y))


@lru_cache(maxsize=1)
def swarm_template() -> Spec:
    """Return the spec of dots along one axis, without rows.

    Datasets: `striche`, `punkte` and `texte` as in a line chart.
    """
    import altair as alt

    x = alt.X("x:Q").title(None)
    x = x.scale(domain=alt.ExprRef("waagerecht"), nice=False, zero=False)
    digits = "format(datum.value, waagerechtziffern)"
    x = x.axis(values=alt.ExprRef("waagerechtmarken"), labelExpr=digits, grid=False)
    y = alt.Y("y:Q").title(None).axis(None)
    y = y.scale(domain=alt.ExprRef("zeilen"), nice=False, zero=False)
    points = _on("punkte").mark_point().encode(x=x, y=y, color=_colour(), size=_as_is("groesse"))
    return _layers(_rules(x, y), points, _texts(x, y))


def _on(dataset: str) -> "altair.Chart":
    import altair as alt

    return alt.Chart(alt.NamedData(dataset))


def _rules(x: "altair.X", y: "altair.Y") -> "altair.Chart":
    return _strokes(_on("striche").mark_rule().encode(x=x, y=y, x2="x2", y2="y2"))


def _strokes(marks: "altair.Chart") -> "altair.Chart":
    return marks.encode(color=_colour(), strokeDash=_dash(), strokeWidth=_width())


def _texts(x: "altair.X", y: "altair.Y") -> "altair.Chart":
    import altair as alt

    align, weight = alt.ExprRef("datum.lage"), alt.ExprRef("datum.fett ? 600 : 400")
    marks: altair.Chart = _on("texte").mark_text(align=align, fontWeight=weight)
    return marks.encode(x=x, y=y, text="text:N", color=_colour())


def _dash() -> "altair.StrokeDash":
    import altair as alt

    return alt.StrokeDash("strich:N").scale(None)


def _colour() -> "altair.Color":
    import altair as alt

    return alt.Color("farbe:N").scale(None)


def _width() -> "altair.StrokeWidth":
    import altair as alt

    return alt.StrokeWidth("staerke:Q").scale(None)


def _as_is(field: str) -> "altair.Size":
    import altair as alt

    return alt.Size(f"{field}:Q").scale(None)


def _layers(*charts: "altair.Chart") -> Spec:
    import altair as alt

    alt.theme.register("fokusbericht", enable=False)(_theme)
    with alt.theme.enable("fokusbericht"):
        return alt.layer(*charts).to_dict()


def _theme() -> "altair.theme.ThemeConfig":
    return {
        "autosize": {"type": "none"},
        "background": "transparent",
        "config": {
            "aria": False,
            "view": {"stroke": None},
            "axis": {
                "domainColor": FIRM,
                "gridColor": GRID,
                "labelColor": QUIET,
                "labelFont": FONT,
                "labelFontSize": TEXT,
                "labelOverlap": False,
                "labelPadding": 6,
                "tickColor": FIRM,
            },
            "axisX": {"tickSize": 5, "labelBound": False, "labelFlush": False},
            "axisY": {"domain": False, "ticks": False},
            "line": {"strokeCap": "round", "strokeJoin": "round"},
            "point": {"filled": True, "opacity": 1},
            "text": {"baseline": "middle", "color": INK, "font": FONT, "fontSize": TEXT},
        },
    }
