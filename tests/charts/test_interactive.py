"""Charts to touch: the drawing's own spec, with German words and the colours for dark screens."""

import json
import re

import pytest
import vl_convert

from fokusbericht.charts.vega.colours import Accent
from fokusbericht.charts.vega.data import (
    Bar,
    BarChart,
    DistributionChart,
    Dot,
    LineChart,
    Reference,
    ScatterChart,
    Series,
    SwarmDot,
)
from fokusbericht.charts.vega.interactive import LivingChart, interactive_json, interactive_spec
from fokusbericht.charts.vega.lines import line_svg

ACCENT = Accent("#0a5f73", "#7cc7d3")
CHARTS: dict[str, tuple[LivingChart, list[list[str]], str]] = {
    "lines": (
        LineChart(
            "Quote",
            "Sie steigt.",
            "%",
            1,
            (
                Series("Elmshorn", ((2011, 37.25), (2018, None), (2022, 38.8)), True),
                Series("Kreis", ((2011, 1234.5), (2022, 40.0)), dashed=True),
            ),
            (2015,),
        ),
        [["Elmshorn", "Elmshorn: 38,8\u202f% (2022)"], ["Kreis", "Kreis: 40,0\u202f% (2022)"]],
        "Kreis: 1.234,5\u202f% (2011)",
    ),
    "bars": (
        BarChart(
            "Quote",
            "Seester führt.",
            "€ je m²",
            2,
            (Bar("Seester", 1234.5), Bar("Helgoland", None, missing="geheim gehalten")),
            (Reference("Kreis", 49.3),),
        ),
        [
            ["Seester", "Seester: 1.234,50\u202f€ je m²"],
            ["Helgoland", "Helgoland: geheim gehalten"],
        ],
        "Helgoland: geheim gehalten",
    ),
    "distribution": (
        DistributionChart(
            "Quote", "Sie streut.", "%", 1, (SwarmDot("Wedel", -0.3), SwarmDot("Appen", 2.0))
        ),
        [["Appen", "Appen: 2,0\u202f%"], ["Wedel", "Wedel: −0,3\u202f%"]],
        "Wedel: −0,3\u202f%",
    ),
    "scatter": (
        ScatterChart(
            *("Zwei", "Kein Zusammenhang.", "Miete, € je m²", "Leerstand, %", 2, 1),
            (Dot("Wedel", 8.5, 2.0, True), Dot("Appen", 7.25, 3.1)),
        ),
        [
            ["Appen", "Appen\nMiete, € je m²: 7,25\nLeerstand, %: 3,1"],
            ["Wedel", "Wedel\nMiete, € je m²: 8,50\nLeerstand, %: 2,0"],
        ],
        "Wedel\nMiete, € je m²: 8,50\nLeerstand, %: 2,0",
    ),
}


@pytest.mark.parametrize("name", CHARTS)
def test_whoever_points_at_it_reads_german(name: str) -> None:
    chart, names, hit = CHARTS[name]
    content = interactive_json(chart, ACCENT)
    assert content == interactive_json(chart, ACCENT)
    spec = json.loads(content)
    assert spec["usermeta"]["namen"] == names
    for one in (spec, spec["usermeta"]["schmal"]):
        assert hit in [row["text"] for row in one["datasets"]["treffer"]]
        assert {"name": "hervor", "value": ""} in one["params"]
    assert spec["usermeta"]["embedOptions"]["formatLocale"]["decimal"] == ","
    assert spec["description"] == f"{chart.title}. {chart.description}"
    assert b"http" not in content  # nothing that names a stranger


@pytest.mark.parametrize("name", CHARTS)
def test_it_is_the_drawing_itself(name: str) -> None:
    spec = interactive_spec(CHARTS[name][0], ACCENT)
    narrow = spec["usermeta"]["schmal"]  # type: ignore[index]
    for one in (spec, narrow):
        drawn = vl_convert.vegalite_to_svg(
            {key: value for key, value in one.items() if key != "usermeta"}, format_locale="de-DE"
        )
        assert "NaN" not in drawn and "undefined" not in drawn
    texts = re.findall(r"<text[^>]*>([^<]+)", line_svg(CHARTS["lines"][0], False, ACCENT).decode())  # type: ignore[arg-type]
    if name == "lines":
        wide = vl_convert.vegalite_to_svg(
            {key: value for key, value in spec.items() if key != "usermeta"}, format_locale="de-DE"
        )
        assert sorted(re.findall(r"<text[^>]*>([^<]+)", wide)) == sorted(texts)


def test_every_colour_has_its_dark_one() -> None:
    for chart, _, _ in CHARTS.values():
        spec = json.loads(interactive_json(chart, ACCENT))
        dark = spec["usermeta"].pop("dunkel")
        assert dark["#0a5f73"] == "#7cc7d3"
        assert set(re.findall(r"#[0-9a-f]{6}", json.dumps(spec))) <= dark.keys()


def test_a_chosen_name_lights_up_and_the_others_fade() -> None:
    spec = interactive_spec(CHARTS["lines"][0], ACCENT)
    plain = {key: value for key, value in spec.items() if key not in ("usermeta", "params")}
    params = [one for one in spec["params"] if one["name"] != "hervor"]  # type: ignore[attr-defined]
    chosen = {**plain, "params": [*params, {"name": "hervor", "value": "Kreis"}]}
    svg = vl_convert.vegalite_to_svg(chosen, format_locale="de-DE")
    faded = set(re.findall(r'<text[^>]*opacity="0.2"[^>]*>([^<]+)', svg))
    assert faded == {"Elmshorn 38,8\u202f%"}
