"""The packed file of all figures says what the pages say, and no more."""

import gzip
import json
from pathlib import Path
from typing import cast

import pytest
from javascript import run
from support import loaded, replaced, small_county

from fokusbericht.building.scripts import SHARED
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht.kreisdaten import packed
from fokusbericht.statistics.messung import levels_of
from fokusbericht.statistics.rounding import shown, whole

UNPACK = """const figures = await loadFigures("packed");
  return Object.fromEntries(figures.indikatoren.map((one) => [one.id, Object.fromEntries(
    Object.keys(figures.areas).map((level) => [level, figures.rows(one, level)]))]));"""


def unpacked(data: bytes) -> dict[str, dict[str, list[list[float | str]]]]:
    """Return all rows as the script of the pages unpacks them."""
    found = run(SHARED, UNPACK, packed=json.loads(data))
    return cast(dict[str, dict[str, list[list[float | str]]]], found)


def test_every_figure_survives_packing(report: Report) -> None:
    data = packed(report)
    found = json.loads(data)
    areas, compared = found["gebiete"], 0
    levels = {one["id"]: one["werte"].keys() for one in found["kennzahlen"]}
    for name, rows in unpacked(data).items():
        indikator = report.indikatoren[name]
        for level, keys in areas.items():
            if level not in levels[name]:
                assert level in ("kommunen", "aemter") or not any(map(any, rows[level]))
                continue
            for (area, *_), row in zip(keys, rows[level], strict=True):
                series = levels_of(report)[name].get(area, {})
                for year, value in zip(indikator.years(), row, strict=True):
                    figure = series.get(year)
                    if figure is None or figure.value is None:
                        assert value in ("", ".", "-", "x", "/", "…")
                    else:
                        digits = indikator.dezimalstellen
                        assert value == pytest.approx(shown(figure.value, digits), abs=1e-9)
                        compared += 1
    assert compared > 6_000


def test_an_amt_is_no_sum_of_kommunen_and_is_not_shared_out(report: Report) -> None:
    found = json.loads(packed(report))
    keys = [area for area, *_ in found["gebiete"]["aemter"]]
    assert keys == list(report.geografie.verwaltungen())
    figures = {one["id"]: one for one in found["kennzahlen"]}
    assert figures["fahrzeit-zentrum"]["werte"].keys() == {"aemter", "masse"}
    assert figures["fahrzeit-zentrum"]["stufen"]
    assert "aemter" not in figures["leerstandsquote"]["werte"]
    both = figures["wahlbeteiligung-landtag"]["werte"]
    assert both.keys() == {"kommunen", "aemter", "raeume", "masse"}
    rows = unpacked(packed(report))["wahlbeteiligung-landtag"]
    assert all(isinstance(value, int | float) for row in rows["aemter"] for value in row)
    skizzenbek = sorted(report.geografie.kommunen).index("99001007")
    assert rows["kommunen"][skizzenbek] == [pytest.approx(66.8), ""]


def test_all_figures_travel_light(report: Report) -> None:
    assert len(gzip.compress(packed(report))) < 40_000


@pytest.mark.parametrize(
    ("value", "digits", "text"), [(38.85, 1, 389), (-0.25, 1, -3), (2.675, 2, 268), (7, 0, 7)]
)
def test_halves_are_rounded_up_as_they_are_shown(value: float, digits: int, text: int) -> None:
    assert whole(value, digits) == text


def test_secret_figures_travel_as_a_mark(tmp_path: Path) -> None:
    name = "indicators/wohnen/leerstand.yml"
    text = replaced(name, "art: anteil\n", "art: anzahl\ngeheimhaltung: {mindestzahl: 1000}\n")[
        name
    ]
    text = text.replace("zaehler: leere Wohnungen\nnenner: Wohnungen\n", "")
    text = text.replace("klassen: {verfahren: manuell, grenzen: [2, 4, 6]}\n", "")
    table = "raum;jahr;wert\n01099001;2022;777\n01099002;2022;43219\n01099003;2022;61234\n"
    root = small_county(tmp_path, {name: text, "indicators/wohnen/leerstand.csv": table})
    report, problems = loaded(root)
    assert problems == []
    data = packed(report)
    (row, *others) = unpacked(data)["leerstand"]["kommunen"]
    assert row == ["x"] and ["x"] in others
    assert b"777" not in data
