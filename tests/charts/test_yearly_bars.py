"""Changes as bars: the last one is marked and has its label where no bar is."""

import re

from fokusbericht.charts.drawn.yearly_bars import YearlyBars, yearly_bars_svg


def picture(*sizes: float, label: str = "+5,6 %") -> str:
    """Return the drawing of changes up to 2023."""
    years = range(2024 - len(sizes), 2024)
    return yearly_bars_svg(
        YearlyBars("Was & wie", tuple(zip(years, sizes, strict=True)), (1, 3), label)
    )


def label_y(svg: str) -> float:
    """Return at which height the label stands."""
    found = re.search(r'class="wert" x="340" y="([\d.]+)"', svg)
    assert found
    return float(found[1])


def test_the_last_bar_is_apart_from_those_before_over_the_usual() -> None:
    svg = picture(2, 1, 3, 2, 5.6)
    assert svg.count('class="zuletzt"') == svg.count('class="ueblich"') == 1
    davor = re.search(r'class="davor" d="([^"]+)"', svg)
    assert davor and davor[1].count("M") == 4
    assert ">2019</text>" in svg and ">2023</text>" in svg
    assert 'aria-label="Was &amp; wie"' in svg


def test_a_label_stands_clear_of_higher_bars_beside_it() -> None:
    assert label_y(picture(2, 1, 3, 9, 5.6)) < label_y(picture(2, 1, 3, 2, 5.6)) + 1
    higher = picture(*[2] * 20, 9, 5.6)
    top = min(float(y) for y in re.findall(r"M[\d.]+ ([\d.]+)", higher))
    assert label_y(higher) < 24 and top >= 24


def test_a_fall_has_its_label_below() -> None:
    svg = picture(2, 1, 3, 2, -4, label="−4,0 %")
    zero = re.search(r'class="null" d="M0 ([\d.]+)', svg)
    assert zero and label_y(svg) > float(zero[1])


def test_all_that_is_drawn_lies_within_the_picture() -> None:
    for sizes in ((0, 0, 0, 0), (-1, -2, -3, -9), (1e6, 2e6, -3e6), (0.1,) * 60):
        numbers = re.findall(r'(?:M|x=|y=)"?(-?[\d.]+)', picture(*sizes))
        assert all(0 <= float(one) <= 340 for one in numbers)
