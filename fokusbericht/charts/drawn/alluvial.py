"""Alluvials: how many go from where to where, as bands between two columns; without altair."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

UNIT = 7  # height of one
LEAST, GAP = 20, 5  # the least height of a node, so that its two words fit, and the gap below
NODE = 12  # width of a node
TOP = 30  # room for the heads of the columns


@dataclass(frozen=True, slots=True)
class Node:
    """An end of bands: its name, and the class that gives it a colour."""

    label: str
    css: str = ""
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """How many go from one node (a number on the left) to another"""

    left: int
    right: int
    count: int


@dataclass(frozen=True, slots=True)
class Alluvial:
    """Two columns of nodes with their heads, and what flows between them."""

    title: str  # the whole picture in words
    heads: tuple[str, str]
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    name: str
    width: int
    left: int  # room for the names on either side
    right: int


FRAMES = (_Frame("weit", 780, 78, 150), _Frame("schmal", 340, 72, 140))


def alluvial_svgs(chart: Alluvial) -> str:
    """Return inline SVG, wide and narrow (`.weit`, `.schmal`): CSS shows one of them.

    Colours come from CSS: `.band` and `.knoten` with the class of the node on the right; `.echt`
    `.strichelung` is the hatch over hatched ones.
    """
    return "".join(_svg(chart, frame) for frame in FRAMES)


def _svg(chart: Alluvial, frame: _Frame) -> str:
    lefts = _places([sum(b.count for b in chart.bands if b.left == i) for i in _all(chart.left)])
    rights = _places([sum(b.count for b in chart.bands if b.right == i) for i in _all(chart.right)])
    height = max(_end(lefts), _end(rights))
    parts = (
        f'<svg class="fluss {frame.name}" viewBox="0 0 {frame.width} {height}" role="img" '
        f'aria-label="{escape(chart.title)}">',
        f'<defs><pattern id="schraege-{frame.name}" width="7" height="7" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path class="strichelung" d="M0 0V7"/></pattern></defs>',
        *_bands(chart, frame, lefts, rights),
        *_nodes(chart.left, frame, lefts, is_left=True),
        *_nodes(chart.right, frame, rights, is_left=False),
        f'<text class="spalte" x="0" y="14">{escape(chart.heads[0])}</text>',
        f'<text class="spalte ende" x="{frame.width}" y="14">{escape(chart.heads[1])}</text>',
        "</svg>",
    )
    return "".join(parts)


def _all(nodes: Sequence[Node]) -> range:
    return range(len(nodes))


# --- Where things are -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _PlacedNode:
    count: int
    top: float  # of the node itself
    middle: float


def _places(counts: list[int]) -> list[_PlacedNode]:
    """Return where the nodes of a column are, from the top; small ones have room for their name."""
    places, y = [], float(TOP)
    for count in counts:
        room = max(count * UNIT, LEAST)
        places.append(_PlacedNode(count, y + (room - count * UNIT) / 2, y + room / 2))
        y += room + GAP
    return places


def _end(places: list[_PlacedNode]) -> int:
    return round(
        max((one.middle + max(one.count * UNIT, LEAST) / 2 for one in places), default=TOP)
    )


def _bands(
    chart: Alluvial, frame: _Frame, lefts: list[_PlacedNode], rights: list[_PlacedNode]
) -> Iterator[str]:
    """Yield the bands; at both ends they lie in the order of the nodes they go to."""
    x0, x1 = frame.left + NODE, frame.width - frame.right - NODE
    half = (x0 + x1) / 2
    y0 = [one.top for one in lefts]
    y1 = [one.top for one in rights]
    for band in sorted(chart.bands, key=lambda one: (one.left, one.right)):
        height = band.count * UNIT
        a, b = y0[band.left], y1[band.right]
        y0[band.left] += height
        y1[band.right] += height
        node = chart.right[band.right]
        path = (
            f"M{x0} {a:g}C{half:g} {a:g} {half:g} {b:g} {x1} {b:g}V{b + height:g}"
            f"C{half:g} {b + height:g} {half:g} {a + height:g} {x0} {a + height:g}Z"
        )
        yield f'<path class="band {node.css}" d="{path}"/>'
        if node.hatched:
            yield f'<path fill="url(#schraege-{frame.name})" d="{path}"/>'


def _nodes(
    nodes: Sequence[Node], frame: _Frame, places: list[_PlacedNode], is_left: bool
) -> Iterator[str]:
    x = frame.left if is_left else frame.width - frame.right - NODE
    for node, place in zip(nodes, places, strict=True):
        if place.count:
            size = f'x="{x}" y="{place.top:g}" width="{NODE}" height="{place.count * UNIT}"'
            yield f'<rect class="knoten {node.css}" {size}/>'
            if node.hatched:
                yield f'<rect fill="url(#schraege-{frame.name})" {size}/>'
        yield _label(node, place, x - 8 if is_left else x + NODE + 8, is_left)


def _label(node: Node, place: _PlacedNode, x: int, is_left: bool) -> str:
    label, number = escape(node.label), f'<tspan class="menge">{place.count}</tspan>'
    words = f"{label} {number}"
    end = ' class="ende"' if is_left else ""
    return f'<text{end} x="{x}" y="{place.middle + 5:g}">{words}</text>'
