"""What became of all recommendations: sentences that can be checked, bands that add up."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from support import loaded, small_county

from fokusbericht.load import without_examples
from fokusbericht.model.report import Report
from fokusbericht.pages.planung import umsetzung
from fokusbericht.pages.planung.outcome_flow import flow_picture
from fokusbericht.pages.planung.umsetzung import UmsetzungView


def view_of(report: Report) -> UmsetzungView:
    """Return the view of the page."""
    (output,) = umsetzung.plan(report)
    _, _, view = output.ingredients  # type: ignore[misc]
    assert isinstance(view, UmsetzungView)
    return view


def test_small_county_in_words(tmp_path: Path) -> None:
    view = view_of(loaded(small_county(tmp_path))[0])
    assert view.sentence == (
        "Von 2 Empfehlungen ist keine umgesetzt, eine beschlossen oder in Umsetzung, "
        "eine noch offen und keine abgelehnt oder eingestellt."
    )
    assert view.examples == (
        "Unter den 2 Empfehlungen ist ein erdachtes Beispiel. Die echte ist noch nicht umgesetzt."
    )
    assert view.silent_sentence == (
        "Um 2 von 2 Empfehlungen ist es seit einem Jahr oder länger still. "
        "Unter den 2 Empfehlungen ist ein erdachtes Beispiel."
    )


def test_the_head_says_how_many_are_made_up(real_report: Report) -> None:
    made_up = sum(one.beispiel for one in real_report.empfehlungen.values())
    assert (
        f"{made_up} der {len(real_report.empfehlungen)} Empfehlungen"
        in view_of(real_report).examples
    )
    assert view_of(without_examples(real_report)).examples == ""


def test_numbers_of_the_head_add_up(real_report: Report) -> None:
    cells = view_of(real_report).flow_rows[-1]
    assert sum(int(cell.text) for cell in cells[1:-1]) == int(cells[-1].text)
    assert int(cells[-1].text) == len(real_report.empfehlungen)


def test_bands_are_the_recommendations(real_report: Report) -> None:
    everything = tuple(real_report.empfehlungen.values())
    chart = flow_picture(everything).chart
    assert sum(band.count for band in chart.bands) == len(everything)
    assert sum(band.count for band in chart.bands if band.real) == sum(
        not one.beispiel for one in everything
    )
    years = Counter(chart.left[band.left].label for band in chart.bands for _ in range(band.count))
    assert years == Counter(str(one.jahr) for one in everything)


def test_the_picture_stays_within_its_frame(real_report: Report) -> None:
    svg = flow_picture(tuple(real_report.empfehlungen.values())).__html__()
    frames = re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert len(frames) == 2 and len(set(re.findall(r'id="([^"]+)"', svg))) == 2
    for part, (width, height) in zip(svg.split("</svg>"), frames, strict=False):
        for x, y, w, h in re.findall(
            r'x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', part
        ):
            assert float(x) + float(w) <= int(width)
            assert float(y) + float(h) <= int(height) + 1


def test_nothing_is_recent_after_twelve_months(tmp_path: Path) -> None:
    report = loaded(small_county(tmp_path))[0]
    view = view_of(replace(report, kreis=replace(report.kreis, stichtag=date(2040, 2, 29))))
    assert view.recent == ()
    assert view.recent_sentence == (
        "In den zwölf Monaten vom 28.\u00a0Februar 2039 bis zum 29.\u00a0Februar 2040 "
        "ist keine Entscheidung verzeichnet."
    )


def test_the_longest_silence_comes_first(real_report: Report) -> None:
    bars = [wait.bar for wait in view_of(real_report).silent]
    assert bars == sorted(bars, reverse=True) and bars[0] == 100
    assert all(wait.silence for wait in view_of(real_report).silent)
