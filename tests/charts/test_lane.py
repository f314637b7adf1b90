"""A lane: labels that keep apart, marks that stay inside, and the same in words."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fokusbericht.charts.drawn.lane import (
    DRAWN,
    GAP,
    MIDDLE,
    NARROWEST,
    SIZE,
    Lane,
    LaneAxis,
    LaneMark,
    Sign,
    SignPicture,
    axis_svg,
    lane_svg,
)
from fokusbericht.charts.layout import text_width
from fokusbericht.model.report import Report
from fokusbericht.pages.planung.following import followed
from fokusbericht.pages.planung.following_rows import lane_of, row_of_followed, shared_axis
from fokusbericht.text.formatting import format_date
from fokusbericht.words.names import name_of_step

AXIS = LaneAxis(2022, 2027.5, 2026.83)
LABELS = ("", "Vorschlag", "Einschätzung", "beschlossen", "Nachricht", "ausgesetzt", "vertagt")
TEXT = re.compile(r'<text class="(start|middle|end)" x="([\d.]+)%" y="\d+">([^<]*)</text>')
SIGN = re.compile(r'<svg x="([\d.]+)%" y="\d+" overflow="visible">')
RADIUS = 7  # px of the largest sign


def mark(at: float, label: str = "", width: float = 0.0, sign: Sign = Sign.TOLD) -> LaneMark:
    """Return a mark, a span if it is wide."""
    return LaneMark(sign, at, at + width, label)


def lane(*past: LaneMark, due: LaneMark | None = None, axis: LaneAxis = AXIS) -> Lane:
    """Return a lane with some marks."""
    return Lane(axis, "Weg bis heute: <eins> & zwei.", past, due, True, False)


def reaches(svg: str) -> list[tuple[float, float, str]]:
    """Return from where to where each label reaches at the narrowest width, in px."""
    found = []
    for anchor, percent, words in TEXT.findall(svg):
        width, at = text_width(words, SIZE), float(percent) / 100 * NARROWEST
        start = {"start": at, "middle": at - width / 2, "end": at - width}[anchor]
        found.append((start, start + width, words))
    return sorted(found)


marks = st.lists(
    st.builds(
        mark,
        st.floats(2016, 2026.8),
        st.sampled_from(LABELS),
        st.sampled_from([0.0, 0.08, 0.25, 1.0]),
        st.sampled_from(list(Sign)),
    ),
    min_size=1,
    max_size=12,
).map(lambda found: sorted(found, key=lambda one: one.end))


@given(marks)
def test_labels_never_overlap_and_stay_inside(past: list[LaneMark]) -> None:
    placed = reaches(lane_svg(lane(*past)))
    for before, after in pairwise(placed):
        assert before[1] + GAP <= after[0] + 0.1, (before, after)
    assert all(left >= -0.1 and right <= NARROWEST + 0.1 for left, right, _ in placed)


@given(marks, st.none() | st.floats(2023, 2040))
def test_signs_stay_inside(past: list[LaneMark], due: float | None) -> None:
    svg = lane_svg(lane(*past, due=mark(due, sign=Sign.DUE) if due else None))
    for percent in map(float, SIGN.findall(svg)):
        assert RADIUS <= percent / 100 * NARROWEST <= NARROWEST - RADIUS
    for x, width in re.findall(
        r'<rect class="spanne" x="([\d.]+)%" y="\d+" width="([\d.]+)%"', svg
    ):
        assert float(x) >= 0 and float(x) + float(width) <= 100


@given(marks)
def test_the_same_life_is_drawn_the_same(past: list[LaneMark]) -> None:
    assert lane_svg(lane(*past)) == lane_svg(lane(*past)) == lane(*past).__html__()


def test_what_is_known_by_its_year_alone_is_a_span() -> None:
    svg = lane_svg(lane(mark(2023.0, "Vorschlag", 1.0), mark(2025.5, "beschlossen")))
    assert svg.count('class="spanne"') == 1
    start, end = AXIS.percent(2023), AXIS.percent(2024)
    assert f'<rect class="spanne" x="{start}%"' in svg
    assert f'width="{round(end - start, 2)}%"' in svg
    assert f'x="{AXIS.percent(2023.5)}%" y="{MIDDLE}"' in svg


def test_what_was_before_the_axis_stands_at_its_edge_in_words() -> None:
    svg = lane_svg(
        lane(mark(2016.5, "Vorschlag"), mark(2019.5, "Kreistag"), mark(2025.5, "Bericht"))
    )
    assert [words for *_, words in reaches(svg)] == ["‹ 2016", "Bericht"]
    assert len(SIGN.findall(svg)) == 1


def test_the_newest_label_is_told_for_sure() -> None:
    svg = lane_svg(lane(mark(2025.0, "Einschätzung"), mark(2025.1, "beschlossen")))
    assert [words for *_, words in reaches(svg)] == ["beschlossen"]


def test_what_is_heard_is_escaped() -> None:
    svg = lane_svg(lane(mark(2025.0, "A & <B>")))
    assert 'aria-label="Weg bis heute: &lt;eins&gt; &amp; zwei."' in svg
    assert "A &amp; &lt;B&gt;" in svg
    assert 'role="img"' in svg


def test_a_life_goes_on_to_today_silent_or_not() -> None:
    past = (mark(2025.0),)
    for is_silent, css in ((True, "still"), (False, "offen")):
        svg = lane_svg(Lane(AXIS, "", past, None, True, is_silent))
        assert f'<line class="{css}"' in svg
        assert f'x2="{AXIS.percent(AXIS.today)}%"' in svg
    assert 'class="still"' not in lane_svg(Lane(AXIS, "", past, None, False, True))


def test_years_give_way_to_today() -> None:
    svg = axis_svg(LaneAxis(2022, 2027.2, 2026.05))
    assert re.findall(">([^<]+)</text>", svg) == ["2022", "2023", "2024", "2025", "2027", "heute"]
    assert 'aria-hidden="true"' in svg


def test_every_sign_has_a_drawing() -> None:
    assert DRAWN.keys() == set(Sign)
    assert all(DRAWN[sign] in SignPicture(sign).__html__() for sign in Sign)


# --- A whole county -------------------------------------------------------------------------------


def test_each_lane_is_heard_whole_and_reads_well(muster_report: Report) -> None:
    found = followed(muster_report)
    axis = shared_axis(muster_report, found)
    assert len(found) > 20
    for one in found:
        row = row_of_followed(muster_report, one, axis)
        for step in one.steps:
            told = f"{format_date(step.datum)}: {name_of_step(muster_report, step)}"
            assert told in row.lane.description, one.vorgang.key
        svg = row.lane.__html__()
        placed = reaches(svg)
        assert all(before[1] + GAP <= after[0] + 0.1 for before, after in pairwise(placed)), placed
        assert svg == lane_of(muster_report, one, axis, row.is_silent).__html__()
        moments = [each.middle for each in row.lane.past]
        assert moments == sorted(moments) or any(each.is_span for each in row.lane.past)
