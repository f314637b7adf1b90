"""The river: strands as bands from stage to stage, wide, with their names in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from fokusbericht.charts.drawn.strands import PROPOSED, StageLabel, Strand, Strands
from fokusbericht.charts.drawn.svg import (
    LINE,
    SIZE,
    LabelLine,
    box,
    group,
    lines,
    path,
    picture,
    points,
    styled,
)
from fokusbericht.charts.layout import text_width, wrap

WIDTH, LEAST = 920, 190  # px of the picture, of one stage
HEAD, TIP, GAP, EDGE, PAD = 64, 12, 8, 4, 10
BAND, SLICE = 38, 28  # the height of a band, and of each that flows into another
BEND, ARROW = 70, 34  # px for bands that flow into another, for topics that move
LESS = 0.94  # widths are estimated on the safe side, and lines may come near the edge
Boxes = Mapping[int, tuple[LabelLine, ...]]  # stage → lines


@dataclass(frozen=True, slots=True)
class Bed:
    """Where a strand lies: its middle, its height."""

    middle: float
    height: float

    def edge(self, side: int) -> float:
        """Return the upper (-1) or lower (1) edge."""
        return self.middle + side * self.height / 2


@dataclass(frozen=True, slots=True)
class RiverLayout:
    """Where everything lies: the left edge of each stage and the end, the room of a stage."""

    river: Strands
    edges: tuple[float, ...]
    column: float
    beds: tuple[Bed, ...]
    height: float


def river_svg(river: Strands, title: str, description: str, name: str = "fluss") -> str:
    """Return the river as inline SVG; felder.css gives it its colours."""
    layout = _layout(river)
    size = (layout.edges[-1] + TIP, layout.height)
    return picture("fluss breit-bild", name, size, (title, description), "".join(_body(layout)))


def _layout(river: Strands) -> RiverLayout:
    """Return where everything lies: before a stage there is room for what moves there."""
    bends = {one.last for one in river.strands if one.last is not None}
    arrows = {one.stage for one in river.moves}
    number = len(river.stages)
    extra = [BEND * (i in bends) + ARROW * (i in arrows) for i in range(1, number)] + [0]
    column = max(_least(river), (WIDTH - TIP - EDGE - sum(extra)) / number)
    edges = [float(EDGE)]
    for more in extra:
        edges.append(edges[-1] + column + more)
    beds, height = _beds(river, column)
    return RiverLayout(river, tuple(edges), column, beds, height)


def _least(river: Strands) -> float:
    """Return the least room of a stage: no word of a name is wider, for none is broken."""
    names = (label.text for strand in river.strands for label in strand.labels if not label.is_note)
    words = {part for name in names for part in wrap(name, SIZE, 0, True)}
    return max(LEAST, *(text_width(one, SIZE, True) * LESS + 3 * PAD for one in words))


def _beds(river: Strands, column: float) -> tuple[tuple[Bed, ...], float]:
    """Return where all strands lie, and the height of the picture; what flows together meets."""
    beds: list[Bed] = []
    top = float(HEAD)
    for strand in river.strands:
        if len(strand.sources) > 1:
            middle = sum(beds[one].middle for one in strand.sources) / len(strand.sources)
            beds.append(Bed(middle, max(BAND, SLICE * len(strand.sources))))
            continue
        room = max(_height(texts) for texts in _written(strand, river, column).values())
        beds.append(Bed(top + max(BAND, room) / 2, BAND))
        top += max(BAND, room) + GAP
    return tuple(beds), top


def _height(texts: tuple[LabelLine, ...]) -> float:
    return len(texts) * LINE + PAD


def _written(strand: Strand, river: Strands, column: float) -> Boxes:
    """Return the lines of a strand at each of its stages, names before the rest."""
    found: dict[int, tuple[LabelLine, ...]] = {}
    for label in sorted(_labels(strand, river), key=lambda one: (one.stage, one.is_note)):
        room = (column - 3 * PAD) / LESS
        texts = styled(wrap(label.text, SIZE, room, not label.is_note), _css(label))
        found[label.stage] = (*found.get(label.stage, ()), *texts)
    return found


def _css(label: StageLabel) -> str:
    return "" if label.is_note else "name"


def _labels(strand: Strand, river: Strands) -> Iterator[StageLabel]:
    """Yield all labels; a band that reaches the last stage says its name there once more.

    Where another name is proposed there, its own is not beside it: one could not tell them apart.
    """
    yield from strand.labels
    end = len(river.stages) - 1
    names = strand.names()
    is_named = any(one.stage == end and not one.is_note for one in strand.labels)
    if strand.last is None and names and not is_named:
        yield StageLabel(end, names[-1].text, names[-1].state)


def _body(layout: RiverLayout) -> Iterator[str]:
    for stage, x in zip(layout.river.stages, layout.edges, strict=False):
        words = wrap(stage.words, SIZE, layout.column - PAD)
        yield path("takt", f"M{points(x, HEAD - 12)}V{points(layout.height)}")
        yield lines(styled((stage.year,), "jahr"), x, 12)
        yield lines(styled(words, "leise"), x, 29 + (len(words) - 1) * LINE / 2)
    for number, strand in enumerate(layout.river.strands):
        css = "strang" if strand.is_changed() else "strang ruhig"
        yield group(css, _band(layout, number))
    yield from (_move(layout, number) for number in range(len(layout.river.moves)))
    for strand, bed in zip(layout.river.strands, layout.beds, strict=True):
        yield from _texts(layout, strand, bed)


def _band(layout: RiverLayout, number: int) -> Iterator[str]:
    """Yield a band, a piece from each of its names to the next."""
    strand, bed = layout.river.strands[number], layout.beds[number]
    names = strand.names()
    last = len(layout.river.stages) if strand.last is None else strand.last
    stops = [layout.edges[stage] for stage in (*(one.stage for one in names), last)]
    for place, (left, right) in enumerate(pairwise(stops)):
        is_end = place == len(names) - 1
        tail = _tail(layout, number, right) if is_end else f"H{points(right)}V{points(bed.edge(1))}"
        start, back = f"M{points(left, bed.edge(-1))}", f"L{points(left, bed.edge(1))}Z"
        yield path(f"band {names[place].state}", start, tail, back)


def _tail(layout: RiverLayout, number: int, right: float) -> str:
    """Return how a band ends: in a tip towards today, or in its slice of the one it flows into."""
    bed, strands = layout.beds[number], layout.river.strands
    target = next((i for i, one in enumerate(strands) if number in one.sources), None)
    if target is None:
        tip = points(right + TIP - 1, bed.middle)
        return f"H{points(right)}L{tip} {points(right, bed.edge(1))}"
    sources, into = strands[target].sources, layout.beds[target]
    share = into.height / len(sources)
    top = into.edge(-1) + sources.index(number) * share
    left, turn = right - BEND, right - BEND / 2
    there = points(turn, bed.edge(-1), turn, top, right, top)
    back = points(turn, top + share, turn, bed.edge(1), left, bed.edge(1))
    return f"H{points(left)}C{there}V{points(top + share)}C{back}"


def _move(layout: RiverLayout, number: int) -> str:
    """Return the arrow of a topic that moves, in the room before its stage."""
    move = layout.river.moves[number]
    x = layout.edges[move.stage] - ARROW / 2
    start, end = layout.beds[move.source], layout.beds[move.target]
    down = 1 if end.middle > start.middle else -1
    goal = end.edge(-down) + down * 6
    arrow = points(x - 5, goal - down * 8, x, goal, x + 5, goal - down * 8)
    shaft = path(f"thema {move.state}", f"M{points(x, start.middle)}V{points(goal)}")
    tip = path("thema", f"M{arrow}")
    return f'{shaft}{tip}<circle class="thema" cx="{x:g}" cy="{start.middle:g}" r="4"/>'


def _texts(layout: RiverLayout, strand: Strand, bed: Bed) -> Iterator[str]:
    for stage, texts in _written(strand, layout.river, layout.column).items():
        x = layout.edges[stage]
        boxed = [one for one in strand.labels if one.stage == stage and _is_boxed(one)]
        if boxed:
            wide = max(text_width(one.text, SIZE, one.css == "name") for one in texts)
            width = min(layout.column - PAD, wide + 2 * PAD)
            yield box(x, bed.middle, width, _height(texts), f"vorschlag {boxed[0].state}")
        yield lines(texts, x + PAD, bed.middle)


def _is_boxed(label: StageLabel) -> bool:
    """Tell whether a label is no name that is borne, but a proposal or a note."""
    return label.state == PROPOSED or label.is_note
