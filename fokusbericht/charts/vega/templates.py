"""How charts look, said once: specs without rows, made by altair and compiled by vl-convert.

Both are dear to load, and what they make is always the same. So it stands in `templates.json`,
which a build reads. After a change here `GOLDEN=neu pytest tests/charts/test_templates.py` writes
it anew; the same test says when that has been forgotten.
"""

from typing import cast

import altair as alt
import orjson

from fokusbericht.charts.vega.colours import FIRM, GRID, INK, QUIET
from fokusbericht.charts.vega.vegalite import FONT, TEXT, Spec
from fokusbericht.media.converter import converter

OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def made() -> bytes:
    """Return the file: each spec for Vega-Lite, and compiled for Vega."""
    makers = {"linien": _line, "balken": _bar, "punktwolke": _scatter, "schwarm": _swarm}
    lite = {name: make() for name, make in makers.items()}
    both = {name: {"lite": spec, "vega": _compiled(spec)} for name, spec in lite.items()}
    return orjson.dumps(both, option=OPTIONS)


def _compiled(spec: Spec) -> Spec:
    """Return a spec as Vega reads it, with its rows to come."""
    layers = cast(list[dict[str, Spec]], spec["layer"])
    datasets: Spec = {str(layer["data"]["name"]): [] for layer in layers}
    vega: Spec = converter().vegalite_to_vega({**spec, "datasets": datasets})
    return {**vega, "axes": [_unlettered(axis) for axis in cast(list[Spec], vega.get("axes", []))]}


def _unlettered(axis: Spec) -> Spec:
    """Return an axis with empty labels in their places: `lettering` writes them."""
    if axis.get("labels") is False:
        return axis
    kept = {name: value for name, value in axis.items() if name != "format"}
    return {**kept, "encode": {"labels": {"update": {"text": {"value": ""}}}}}


def _line() -> Spec:
    """Return the spec of a line chart, without rows.

    Datasets: `linien` (x, y, teil, farbe, staerke, strich), `punkte` (x, y, farbe, groesse),
    `striche` (x, y, x2, y2, farbe, strich, staerke), `texte` (x, y, text, farbe, lage, fett).
    """
    x = alt.X("x:Q").title(None).scale(domain=alt.ExprRef("jahre"), nice=False, zero=False)
    x = x.axis(values=alt.ExprRef("jahresmarken"), format="d", grid=False)
    y = alt.Y("y:Q").title(None).scale(domain=alt.ExprRef("werte"), nice=False, zero=False)
    y = y.axis(values=alt.ExprRef("wertmarken"), labelExpr="format(datum.value, ziffern)")
    lines = _strokes(_on("linien").mark_line().encode(x=x, y=y, detail="teil:N"))
    points = _on("punkte").mark_point().encode(x=x, y=y, color=_colour(), size=_as_is("groesse"))
    return _layers(_rules(x, y), lines, points, _texts(x, y))


def _bar() -> Spec:
    """Return the spec of a bar chart, without rows.

    Datasets: `balken` (x, x2, y, y2, farbe), `striche` and `texte` as in a line chart.
    """
    x = alt.X("x:Q").title(None).axis(None)
    x = x.scale(domain=alt.ExprRef("werte"), nice=False, zero=False)
    y = alt.Y("y:Q").title(None).axis(None)
    y = y.scale(domain=alt.ExprRef("zeilen"), nice=False, zero=False)
    bars = _on("balken").mark_rect().encode(x=x, y=y, x2="x2", y2="y2", color=_colour())
    return _layers(bars, _rules(x, y), _texts(x, y))


def _scatter() -> Spec:
    """Return the spec of a scatter plot, without rows.

    Datasets: `punkte` and `texte` as in a line chart.
    """
    x = alt.X("x:Q").title(None)
    x = x.scale(domain=alt.ExprRef("waagerecht"), nice=False, zero=False)
    digits = "format(datum.value, waagerechtziffern)"
    x = x.axis(values=alt.ExprRef("waagerechtmarken"), labelExpr=digits, grid=True)
    y = alt.Y("y:Q").title(None).scale(domain=alt.ExprRef("werte"), nice=False, zero=False)
    y = y.axis(values=alt.ExprRef("wertmarken"), labelExpr="format(datum.value, ziffern)")
    points = _on("punkte").mark_point().encode(x=x, y=y, color=_colour(), size=_as_is("groesse"))
    return _layers(points, _texts(x, y))


def _swarm() -> Spec:
    """Return the spec of dots along one axis, without rows.

    Datasets: `striche`, `punkte` and `texte` as in a line chart.
    """
    x = alt.X("x:Q").title(None)
    x = x.scale(domain=alt.ExprRef("waagerecht"), nice=False, zero=False)
    digits = "format(datum.value, waagerechtziffern)"
    x = x.axis(values=alt.ExprRef("waagerechtmarken"), labelExpr=digits, grid=False)
    y = alt.Y("y:Q").title(None).axis(None)
    y = y.scale(domain=alt.ExprRef("zeilen"), nice=False, zero=False)
    points = _on("punkte").mark_point().encode(x=x, y=y, color=_colour(), size=_as_is("groesse"))
    return _layers(_rules(x, y), points, _texts(x, y))


def _on(dataset: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(dataset))


def _rules(x: alt.X, y: alt.Y) -> alt.Chart:
    return _strokes(_on("striche").mark_rule().encode(x=x, y=y, x2="x2", y2="y2"))


def _strokes(marks: alt.Chart) -> alt.Chart:
    return marks.encode(color=_colour(), strokeDash=_dash(), strokeWidth=_width())


def _texts(x: alt.X, y: alt.Y) -> alt.Chart:
    align, weight = alt.ExprRef("datum.lage"), alt.ExprRef("datum.fett ? 600 : 400")
    marks: alt.Chart = _on("texte").mark_text(align=align, fontWeight=weight)
    return marks.encode(x=x, y=y, text="text:N", color=_colour())


def _dash() -> alt.StrokeDash:
    return alt.StrokeDash("strich:N").scale(None)


def _colour() -> alt.Color:
    return alt.Color("farbe:N").scale(None)


def _width() -> alt.StrokeWidth:
    return alt.StrokeWidth("staerke:Q").scale(None)


def _as_is(field: str) -> alt.Size:
    return alt.Size(f"{field}:Q").scale(None)


def _layers(*charts: alt.Chart) -> Spec:
    alt.theme.register("fokusbericht", enable=False)(_theme)
    with alt.theme.enable("fokusbericht"):
        return alt.layer(*charts).to_dict()


def _theme() -> alt.theme.ThemeConfig:
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
