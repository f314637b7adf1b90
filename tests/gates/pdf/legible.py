"""Letters stand out from what lies below them, on the paper and in pictures (WCAG 1.4.3)."""

from collections.abc import Iterator, Sequence

from gates.contrast import LETTERS, MEANING, contrast

from .condition import Condition
from .content import Colour, PageContent, Piece, Point, Shape
from .document import Document

PAPER: Colour = (255.0, 255.0, 255.0)
_LARGE, _LARGE_BOLD = 18.0, 14.0
_BOLD = ("bold", "black", "heavy")
_NEAR = 0.35  # of the size: so far a letter may lie from its halo
_STEP = 0.005  # what rounding of colours may cost


def pale(document: Document) -> Iterator[str]:
    for number, content in enumerate(document.contents):
        found: dict[str, list[str]] = {}
        for piece, below in letters_on(content):
            if piece.fill is None or below is None:
                continue
            ink = mixed(piece.fill, piece.alpha, below)
            ratio = contrast(ink, below)
            if ratio < least(piece) - _STEP:
                said = f"{ratio:.2f} ({_hex(ink)} on {_hex(below)})"
                found.setdefault(said, []).append(piece.text)
        for said, texts in found.items():
            yield f"page {number + 1}: „{''.join(texts)[:40]}“ {said}"


def least(piece: Piece) -> float:
    """Return the contrast a letter must have; large ones need less."""
    is_bold = any(one in piece.font.name.lower() for one in _BOLD)
    return MEANING if piece.size >= (_LARGE_BOLD if is_bold else _LARGE) else LETTERS


def letters_on(content: PageContent) -> Iterator[tuple[Piece, Colour | None]]:
    """Yield the letters that are seen, each with the colour below it; None if nobody knows."""
    halos: dict[tuple[str, int, int], list[Piece]] = {}
    for one in content.pieces:
        if one.outline:
            halos.setdefault(_cell(one, 0, 0), []).append(one)
    last = {_cell(one, 0, 0): one.place for one in content.pieces}
    for piece in content.pieces:
        is_painted_over = piece.outline and last[_cell(piece, 0, 0)] > piece.place
        if not piece.is_seen or not piece.text.strip() or is_painted_over:
            continue
        halo = _halo(piece, halos)
        yield piece, halo or _below(piece, content.shapes)


def _cell(piece: Piece, right: int, up: int) -> tuple[str, int, int]:
    """Return a letter and about where it stands: its halo is the same letter at this place."""
    return piece.text, round(piece.start[0]) + right, round(piece.start[1]) + up


def _halo(piece: Piece, halos: dict[tuple[str, int, int], list[Piece]]) -> Colour | None:
    near = ((right, up) for right in (-1, 0, 1) for up in (-1, 0, 1))
    for right, up in near:
        for one in halos.get(_cell(piece, right, up), ()):
            distance = abs(one.start[0] - piece.start[0]) + abs(one.start[1] - piece.start[1])
            if one.place < piece.place and distance < _NEAR * piece.size and one.stroke:
                return one.stroke
    return None


def _below(piece: Piece, shapes: Sequence[Shape]) -> Colour | None:
    """Return the colour of what lies below the middle of a letter."""
    found: Colour | None = PAPER
    point = piece.middle()
    for shape in shapes:
        if shape.place > piece.place:
            break
        if shape.kind == "stroke":
            found = shape.colour if is_outline(shape, piece) else found
            continue
        if not holds(shape, point):
            continue
        if shape.kind != "fill":
            found = None
        elif shape.colour is not None:  # hatching lies over a colour that is known
            found = mixed(shape.colour, shape.alpha, found) if found else shape.colour
    return found


def is_outline(shape: Shape, piece: Piece) -> bool:
    """Say whether a line runs round a letter: a halo may be drawn as its outline."""
    left, bottom, right, top = shape.box
    slack = 0.3 * piece.size
    is_near = piece.left - slack < left and right < piece.right + slack
    is_level = piece.bottom - slack < bottom and top < piece.top + slack
    return is_near and is_level and right - left > 0.3 * (piece.right - piece.left)


def holds(shape: Shape, point: Point) -> bool:
    """Say whether a point lies in an area."""
    x, y = point
    left, bottom, right, top = shape.box
    if not (left <= x <= right and bottom <= y <= top):
        return False
    return sum(_crossings(ring, x, y) for ring in shape.rings) % 2 == 1


def _crossings(ring: Sequence[Point], x: float, y: float) -> int:
    """Count the sides of a ring to the right of a point."""
    count = 0
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            count += 1
    return count


def mixed(above: Colour, alpha: float, below: Colour) -> Colour:
    """Return the colour of something translucent over another colour."""
    red, green, blue = (
        alpha * one + (1 - alpha) * other for one, other in zip(above, below, strict=True)
    )
    return red, green, blue


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(one):02x}" for one in colour)


CONDITIONS = (Condition("", "pale letters", pale),)
