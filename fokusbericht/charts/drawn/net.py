"""Nets: one node with its neighbours around it, or all nodes in a row with arcs between them."""

from collections.abc import Iterable, Sequence

from fokusbericht.charts.drawn.svg import LINE, SIZE, box, lines, path, picture, points, styled
from fokusbericht.charts.layout import wrap

WIDTH, NODE, EDGE = 360, 166, 2  # px of the picture, of a box in it
ROW, DOT, ARCS = 44, 5, 100  # px of a node in a row; room for the arcs
PAD, GAP = 8, 22


def star_svg(middle: str, around: Sequence[str], title: str, description: str) -> str:
    """Return a net of one node and its neighbours: half of them above it, half below."""
    pairs = [tuple(around[i : i + 2]) for i in range(0, len(around), 2)]
    above = pairs[: (len(pairs) + 1) // 2]
    rows = [*reversed(above), (middle,), *pairs[len(above) :]]
    centre = len(above)
    tops, height = _tops(rows)
    ties = [
        _tie(tops[centre], tops[number], place, len(row))
        for number, row in enumerate(rows)
        for place in range(len(row))
        if number != centre
    ]
    nodes = [
        _node(name, _x(place, len(row)), tops[number], number == centre)
        for number, row in enumerate(rows)
        for place, name in enumerate(row)
    ]
    return picture("netz", "netz", (WIDTH, height), (title, description), "".join((*ties, *nodes)))


def _tops(rows: Sequence[Sequence[str]]) -> tuple[list[float], float]:
    """Return the middle of each row, and the height of all."""
    middles, top = [], float(EDGE)
    for row in rows:
        room = max(_tall(_wrapped(name)) for name in row)
        middles.append(top + room / 2)
        top += room + GAP
    return middles, top - GAP + EDGE


def _wrapped(name: str) -> tuple[str, ...]:
    return wrap(name, SIZE, NODE + PAD)  # estimates are too wide by a tenth


def _tall(texts: Sequence[str]) -> float:
    return len(texts) * LINE + 2 * PAD


def _x(place: int, number: int) -> float:
    """Return the middle of a box: alone in its row it stands in the middle."""
    return WIDTH / 2 if number == 1 else EDGE + NODE / 2 if place == 0 else WIDTH - EDGE - NODE / 2


def _tie(start: float, end: float, place: int, number: int) -> str:
    """Return a line that runs between the boxes and bends towards its own."""
    x = WIDTH / 2
    if number == 1:
        return path("kante", f"M{points(x, start)}V{points(end)}")
    bend = points(x, end, x, end, _x(place, number), end)
    return path("kante", f"M{points(x, start)}C{bend}")


def _node(name: str, x: float, y: float, is_middle: bool) -> str:
    texts = _wrapped(name)
    width = NODE + 2 * PAD if is_middle else NODE
    frame = box(x - width / 2, y, width, _tall(texts), "knoten hier" if is_middle else "knoten")
    return frame + lines(styled(texts, "hell" if is_middle else ""), x, y, "middle")


def arcs_svg(
    names: Sequence[str], pairs: Iterable[tuple[int, int]], title: str, description: str
) -> str:
    """Return all nodes in a row from top to bottom, with an arc between each pair."""
    x, middles = WIDTH - ARCS, [ROW / 2 + ROW * number for number in range(len(names))]
    ties = [(min(pair), max(pair)) for pair in pairs]
    drawn = [path("kante", _arc(x, middles[first], middles[second])) for first, second in ties]
    known = {number for pair in ties for number in pair}
    texts = [_named(name, number in known, x, middles[number]) for number, name in enumerate(names)]
    size = (WIDTH, ROW * len(names))
    return picture("netz", "netz", size, (title, description), "".join((*drawn, *texts)))


def _arc(x: float, start: float, end: float) -> str:
    half = abs(end - start) / 2
    return f"M{points(x, start)}A{points(min(half, ARCS - 2 * EDGE), half)} 0 0 1 {points(x, end)}"


def _named(name: str, is_known: bool, x: float, middle: float) -> str:
    css = "knoten voll" if is_known else "knoten"
    dot = f'<circle class="{css}" cx="{x:g}" cy="{middle:g}" r="{DOT}"/>'
    texts = wrap(name, SIZE, x - 3 * PAD)
    return dot + lines(styled(texts), x - 2 * PAD, middle, "end")
