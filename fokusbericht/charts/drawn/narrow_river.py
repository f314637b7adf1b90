"""The narrow river: strands from top to bottom, a row for each thing that happened, for phones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from fokusbericht.charts.drawn.strands import StageLabel, Strands
from fokusbericht.charts.drawn.svg import (
    LINE,
    SIZE,
    LabelLine,
    lines,
    path,
    picture,
    points,
    styled,
)
from fokusbericht.charts.layout import wrap

WIDTH, LANE, LEFT, AFTER = 360, 22, 12, 16
ROW, FIELD = 10, 22  # px after a row, and after a field
Dots = dict[int, list[tuple[float, str]]]  # strand → height and state of each dot


@dataclass(frozen=True, slots=True)
class StrandEvent:
    """What happened to one strand at one stage."""

    strand: int
    stage: int
    labels: tuple[StageLabel, ...]


def narrow_river_svg(
    river: Strands, fields: Iterable[int], title: str, description: str, name: str = "kurs"
) -> str:
    """Return the courses of some fields, one beneath the other, as inline SVG."""
    parts: list[str] = []
    top = 4.0
    for field in fields:
        drawn, top = _field(river, field, top)
        parts.extend(drawn)
    return picture(
        "fluss schmal-bild", name, (WIDTH, round(top)), (title, description), "".join(parts)
    )


def _rows(river: Strands, field: int) -> list[StrandEvent]:
    found = [
        (label.stage, number, label)
        for number, strand in enumerate(river.strands)
        if strand.field == field
        for label in strand.labels
    ]
    ordered = sorted(found, key=lambda one: one[:2])
    return [
        StrandEvent(number, stage, tuple(one[2] for one in group))
        for (stage, number), group in groupby(ordered, key=lambda one: one[:2])
    ]


def _lanes(river: Strands, field: int) -> dict[int, int]:
    """Return the lane of each strand; what strands flow into takes the first of theirs."""
    lanes: dict[int, int] = {}
    for number, strand in enumerate(river.strands):
        if strand.field == field:
            taken = [lanes[one] for one in strand.sources if river.strands[one].last is not None]
            lanes[number] = min(taken) if taken else len(lanes)
    return lanes


def _field(river: Strands, field: int, top: float) -> tuple[list[str], float]:
    """Return the course of one field, and where it ends."""
    lanes = _lanes(river, field)
    text_x = _x(max(lanes.values(), default=0)) + AFTER
    dots: Dots = {}
    texts: list[str] = []
    for row in _rows(river, field):
        written = _written(river, row, WIDTH - text_x)
        texts.append(lines(written, text_x, top + len(written) * LINE / 2))
        dots.setdefault(row.strand, []).append((top + LINE / 2, row.labels[0].state))
        top += len(written) * LINE + ROW
    end = top - ROW / 2
    drawn = [_lane(river, number, lanes, dots, end) for number in lanes]
    marks = [_dot(lanes[number], *one) for number, found in dots.items() for one in found]
    return [*drawn, *marks, *texts], top + FIELD - ROW


def _written(river: Strands, row: StrandEvent, width: float) -> tuple[LabelLine, ...]:
    """Return the lines of a row: when and by whose word, then what it said."""
    stage = river.stages[row.stage]
    said = [
        line
        for one in sorted(row.labels, key=lambda one: one.is_note)
        for line in styled(wrap(one.text, SIZE, width), "" if one.is_note else "name")
    ]
    return (LabelLine(f"{stage.year} · {stage.words}", "leise"), *said)


def _x(lane: int) -> float:
    return LEFT + LANE * lane


def _lane(river: Strands, number: int, lanes: Mapping[int, int], dots: Dots, end: float) -> str:
    x, first = _x(lanes[number]), dots[number][0][0]
    target = next((i for i, one in enumerate(river.strands) if number in one.sources), None)
    if target is None:
        arrow = points(x - 4, end - 5, x, end, x + 4, end - 5)
        return path("lauf", f"M{points(x, first)}V{points(end)}M{arrow}")
    goal_x, goal = _x(lanes[target]), dots[target][0][0]
    bend = points(x, goal - 6, goal_x, goal - 16, goal_x, goal)
    return path("lauf", f"M{points(x, first)}V{points(goal - 24)}C{bend}")


def _dot(lane: int, middle: float, state: str) -> str:
    return f'<circle class="punkt {state}" cx="{_x(lane):g}" cy="{middle:g}" r="5"/>'
