"""The names of the rooms on a map, moved aside where they would lie on one another."""

from collections.abc import Iterable, Iterator
from html import escape

from fokusbericht.charts.layout import Rectangle, text_width
from fokusbericht.maps.drawing import CountyPaths

SIZE = 20  # px of the largest type the style sheet gives them, on phones: then, too, they keep off
EDGE = 3
STEPS = sorted(
    ((dx, dy) for dx in range(-120, 121, 10) for dy in range(-120, 121, 6)),
    key=lambda step: (step[0] ** 2 / 4 + step[1] ** 2, step),
)


def place_labels(drawing: CountyPaths, labels: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the names as text: each as near to its place as it can be. What is far off has none.

    Those with least room to move, the longest, choose first.
    """
    inset = drawing.layout.inset
    far = inset.kommunen if inset else frozenset()
    taken = [inset.box] if inset else []
    wanted = [(name, drawing.places[key]) for name, key in labels if key in drawing.places]
    for name, (x, y) in sorted(wanted, key=lambda label: (-len(label[0]), label)):
        if inset and _inside((x, y, x, y), inset.box) and far:
            continue
        box = _free_box(drawing, name, x, y, taken)
        taken.append(box)
        middle = (box[0] + box[2]) / 2
        yield (
            f'<text class="name" x="{middle:.0f}" y="{box[3] - SIZE * 0.3:.0f}" '
            f'text-anchor="middle">{escape(name)}</text>'
        )


def _free_box(
    drawing: CountyPaths, name: str, x: float, y: float, taken: list[Rectangle]
) -> Rectangle:
    half, high = text_width(name, SIZE, bold=True) / 2, SIZE * 0.6
    boxes = ((x + a - half, y + b - high, x + a + half, y + b + high) for a, b in STEPS)
    frame = (EDGE, EDGE, drawing.layout.width - EDGE, drawing.layout.height - EDGE)
    within = (box for box in boxes if _inside(box, frame))
    free = (box for box in within if not any(_meet(box, other) for other in taken))
    return next(free, (x - half, y - high, x + half, y + high))


def _inside(box: Rectangle, frame: Rectangle) -> bool:
    return frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
