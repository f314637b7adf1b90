"""What a page paints, in its order: letters and areas with place, colour and mark."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import pikepdf
from pikepdf import Dictionary, Name, Object, Page

from .font import Font, read_font

Colour = tuple[float, float, float]  # of sRGB, 0 to 255
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1, 0, 0, 1, 0, 0)
_DEEP = 12  # forms in forms
_CURVE = 6  # straight pieces that a curve is made of


@dataclass(frozen=True, slots=True)
class Piece:
    """One letter as it is painted; `mark` is that of its marked content, if it has one."""

    text: str
    code: int
    font: Font
    size: float
    start: Point  # on its baseline, in points of the page
    end: Point
    fill: Colour | None  # None for patterns, whose colour nobody knows
    alpha: float
    stroke: Colour | None  # of letters with an outline
    outline: float  # its width
    mode: int
    mark: int | None
    is_artifact: bool
    lang: str
    place: int  # in the order of painting

    @property
    def is_seen(self) -> bool:
        """Say whether it is painted at all."""
        return self.mode not in (3, 7)

    @property
    def bottom(self) -> float:
        return min(self.start[1], self.end[1]) - 0.2 * self.size

    @property
    def top(self) -> float:
        return max(self.start[1], self.end[1]) + 0.7 * self.size

    @property
    def left(self) -> float:
        return min(self.start[0], self.end[0])

    @property
    def right(self) -> float:
        return max(self.start[0], self.end[0])

    def middle(self) -> Point:
        """Return the point amid the letter, above its baseline."""
        across, along = self.end[0] - self.start[0], self.end[1] - self.start[1]
        length = math.hypot(across, along) or 1.0
        rise = 0.25 * self.size
        return (
            (self.start[0] + self.end[0]) / 2 - along / length * rise,
            (self.start[1] + self.end[1]) / 2 + across / length * rise,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """A painted area or line; what has no colour of its own (a pattern, a picture) has None."""

    kind: str  # fill, stroke, image, shading
    rings: tuple[tuple[Point, ...], ...]
    colour: Colour | None
    alpha: float
    mark: int | None
    is_artifact: bool
    place: int
    box: tuple[float, float, float, float]


@dataclass(slots=True)
class PageContent:
    """All that is painted on a page, and what is odd about how it is marked."""

    pieces: list[Piece] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    artifacts_in_tags: int = 0
    tags_in_artifacts: int = 0
    marks: list[int] = field(default_factory=list)  # in their order
    langs: list[str] = field(default_factory=list)
    fonts: dict[str, Font] = field(default_factory=dict)
    forms: dict[tuple[int, int], int] = field(default_factory=dict)  # how often each is painted
    marked_forms: set[tuple[int, int]] = field(default_factory=set)
    references: int = 0  # XObjects that stand for a page of another file
    broken: str = ""


@dataclass(slots=True)
class _Graphics:
    """The state of graphics and text; saved by q, taken back by Q."""

    matrix: Matrix = UNIT
    fill: Colour | None = (0.0, 0.0, 0.0)
    stroke: Colour | None = (0.0, 0.0, 0.0)
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    width: float = 1.0
    font: Font | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(frozen=True, slots=True)
class _Marked:
    """An open sequence of marked content."""

    mark: int | None
    is_artifact: bool
    lang: str
    actual: str | None


def read_page(page: Page) -> PageContent:
    """Return what a page paints; what cannot be read of it is told in `broken`."""
    content = PageContent()
    try:
        _Painter(content, page.obj.get("/Resources", Dictionary())).run(page)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        content.broken = f"{type(error).__name__}: {error}"[:200]
    return content


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that does first `one`, then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """Return where a matrix moves a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class _Painter:
    """Runs the operators of a content stream."""

    def __init__(self, content: PageContent, resources: Dictionary, depth: int = 0) -> None:
        self.content = content
        self.resources = resources
        self.depth = depth
        self.state = _Graphics()
        self.saved: list[_Graphics] = []
        self.open: list[_Marked] = []
        self.rings: list[list[Point]] = []
        self.text = self.line = UNIT
        self.silent = ""  # what ActualText has yet to say

    def run(self, stream: Page | Object) -> None:
        """Paint all that a stream says."""
        for instruction in pikepdf.parse_content_stream(stream):
            painting = _OPERATORS.get(str(instruction.operator))
            if painting is not None:
                painting(self, list(instruction.operands))

    # --- states

    def save(self, _: Sequence[Object]) -> None:
        self.saved.append(replace(self.state))

    def restore(self, _: Sequence[Object]) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def concat(self, operands: Sequence[Object]) -> None:
        self.state.matrix = times(_matrix(operands), self.state.matrix)

    def set_width(self, operands: Sequence[Object]) -> None:
        self.state.width = float(operands[0])

    def set_state(self, operands: Sequence[Object]) -> None:
        found = self.resources.get("/ExtGState", Dictionary()).get(str(operands[0]))
        if found is not None:
            self.state.fill_alpha = float(found.get("/ca", self.state.fill_alpha))
            self.state.stroke_alpha = float(found.get("/CA", self.state.stroke_alpha))
            self.state.width = float(found.get("/LW", self.state.width))

    def set_fill(self, operands: Sequence[Object]) -> None:
        self.state.fill = _colour(operands)

    def set_stroke(self, operands: Sequence[Object]) -> None:
        self.state.stroke = _colour(operands)

    # --- marks

    def begin(self, operands: Sequence[Object]) -> None:
        tag = str(operands[0])
        found = operands[1] if len(operands) > 1 else Dictionary()
        if isinstance(found, Name):
            found = self.resources.get("/Properties", Dictionary()).get(str(found), Dictionary())
        number = found.get("/MCID")
        actual = found.get("/ActualText")
        marked = _Marked(
            None if number is None else int(number),
            tag == "/Artifact",
            str(found.get("/Lang", "")),
            None if actual is None else str(actual),
        )
        self._note(marked)
        self.open.append(marked)
        self.silent = marked.actual or ""

    def _note(self, marked: _Marked) -> None:
        if marked.is_artifact and self.mark is not None:
            self.content.artifacts_in_tags += 1
        if marked.mark is not None:
            self.content.tags_in_artifacts += self.is_artifact
            self.content.marks.append(marked.mark)
        if marked.lang:
            self.content.langs.append(marked.lang)

    def end(self, _: Sequence[Object]) -> None:
        if self.open:
            self.open.pop()

    @property
    def mark(self) -> int | None:
        return next((one.mark for one in reversed(self.open) if one.mark is not None), None)

    @property
    def is_artifact(self) -> bool:
        return any(one.is_artifact for one in self.open)

    # --- areas

    def move(self, operands: Sequence[Object]) -> None:
        self.rings.append([self._point(operands[-2:])])

    def draw(self, operands: Sequence[Object]) -> None:
        if self.rings:
            self.rings[-1].append(self._point(operands[-2:]))

    def curve(self, operands: Sequence[Object]) -> None:
        """Go along a curve by straight pieces; with two points one of its handles is an end."""
        if not self.rings or len(operands) < 4:
            return
        points = [self._point(operands[place : place + 2]) for place in range(0, len(operands), 2)]
        start = self.rings[-1][-1]
        if len(points) == 2:
            points = [start, *points]
        for step in range(1, _CURVE + 1):
            self.rings[-1].append(_bezier((start, *points), step / _CURVE))

    def rectangle(self, operands: Sequence[Object]) -> None:
        x, y, width, height = map(float, operands)
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.rings.append([moved(self.state.matrix, *one) for one in corners])

    def drop(self, _: Sequence[Object]) -> None:
        self.rings = []

    def paint_fill(self, _: Sequence[Object]) -> None:
        self._shape("fill", self.state.fill, self.state.fill_alpha)
        self.rings = []

    def paint_stroke(self, _: Sequence[Object]) -> None:
        self._shape("stroke", self.state.stroke, self.state.stroke_alpha)
        self.rings = []

    def paint_both(self, operands: Sequence[Object]) -> None:
        self._shape("fill", self.state.fill, self.state.fill_alpha)
        self.paint_stroke(operands)

    def shade(self, _: Sequence[Object]) -> None:
        self._square("shading")

    def inline_image(self, _: Sequence[Object]) -> None:
        self._square("image")

    def _square(self, kind: str) -> None:
        corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
        self.rings = [[moved(self.state.matrix, *one) for one in corners]]
        self._shape(kind, None, self.state.fill_alpha)
        self.rings = []

    def _shape(self, kind: str, colour: Colour | None, alpha: float) -> None:
        rings = tuple(tuple(one) for one in self.rings if len(one) > 1)
        if not rings:
            return
        xs = [x for ring in rings for x, _ in ring]
        ys = [y for ring in rings for _, y in ring]
        box = (min(xs), min(ys), max(xs), max(ys))
        self.content.shapes.append(
            Shape(kind, rings, colour, alpha, self.mark, self.is_artifact, self._next(), box)
        )

    def _next(self) -> int:
        return len(self.content.shapes) + len(self.content.pieces)

    def _point(self, operands: Sequence[Object]) -> Point:
        return moved(self.state.matrix, float(operands[0]), float(operands[1]))

    # --- letters

    def begin_text(self, _: Sequence[Object]) -> None:
        self.text = self.line = UNIT

    def set_font(self, operands: Sequence[Object]) -> None:
        name = str(operands[0])
        self.state.size = float(operands[1])
        source = self.resources.get("/Font", Dictionary()).get(name)
        if source is None:
            self.state.font = None
            return
        key = f"{source.objgen}" if source.objgen != (0, 0) else f"{self.depth} {name}"
        if key not in self.content.fonts:
            self.content.fonts[key] = read_font(source)
        self.state.font = self.content.fonts[key]

    def set_matrix(self, operands: Sequence[Object]) -> None:
        self.text = self.line = _matrix(operands)

    def next_line(self, operands: Sequence[Object]) -> None:
        x, y = map(float, operands)
        self.text = self.line = times((1, 0, 0, 1, x, y), self.line)

    def next_line_leading(self, operands: Sequence[Object]) -> None:
        self.state.leading = -float(operands[1])
        self.next_line(operands)

    def next_line_plain(self, _: Sequence[Object]) -> None:
        self.text = self.line = times((1, 0, 0, 1, 0, -self.state.leading), self.line)

    def show(self, operands: Sequence[Object]) -> None:
        self._show(bytes(operands[0]))

    def show_line(self, operands: Sequence[Object]) -> None:
        self.next_line_plain(operands)
        self._show(bytes(operands[-1]))

    def show_array(self, operands: Sequence[Object]) -> None:
        for one in operands[0]:
            if isinstance(one, pikepdf.String):
                self._show(bytes(one))
            else:
                self._advance(-float(one) / 1000 * self.state.size * self.state.stretch)

    def _show(self, text: bytes) -> None:
        font, state = self.state.font, self.state
        if font is None:
            raise ValueError("letters without a font")
        for code in font.codes(text):
            before = times(self.text, state.matrix)
            start = moved(before, 0, state.rise)
            space = state.word_spacing if code == 32 and not font.is_composite else 0.0
            wide = font.width(code) * state.size
            end = moved(before, wide * state.stretch, state.rise)
            self.content.pieces.append(self._piece(font, code, start, end, before))
            self._advance((wide + state.spacing + space) * state.stretch)

    def _piece(self, font: Font, code: int, start: Point, end: Point, matrix: Matrix) -> Piece:
        state = self.state
        high = math.hypot(matrix[2], matrix[3])
        has_outline = state.mode in (1, 2, 5, 6)
        return Piece(
            self._meaning(font, code),
            code,
            font,
            state.size * high,
            start,
            end,
            state.stroke if state.mode in (1, 5) else state.fill,
            state.fill_alpha,
            state.stroke if has_outline else None,
            state.width * math.hypot(state.matrix[2], state.matrix[3]) if has_outline else 0.0,
            state.mode,
            self.mark,
            self.is_artifact,
            next((one.lang for one in reversed(self.open) if one.lang), ""),
            self._next(),
        )

    def _meaning(self, font: Font, code: int) -> str:
        """Return what a letter says; under ActualText the first one says it all."""
        if any(one.actual is not None for one in self.open):
            said, self.silent = self.silent, ""
            return said
        return font.meaning(code) or ""

    def _advance(self, across: float) -> None:
        self.text = times((1, 0, 0, 1, across, 0), self.text)

    # --- forms and pictures

    def paint_object(self, operands: Sequence[Object]) -> None:
        found = self.resources.get("/XObject", Dictionary()).get(str(operands[0]))
        if found is None:
            return
        if found.get("/Subtype") != Name.Form:
            self._square("image")
            return
        self.content.references += "/Ref" in found
        self.content.forms[found.objgen] = self.content.forms.get(found.objgen, 0) + 1
        if self.depth < _DEEP:
            self._form(found)

    def _form(self, form: Object) -> None:
        inner = _Painter(self.content, form.get("/Resources", self.resources), self.depth + 1)
        matrix = _matrix(form.get("/Matrix", UNIT))
        inner.state = replace(self.state, matrix=times(matrix, self.state.matrix))
        inner.open = list(self.open)
        before = len(self.content.marks)
        inner.run(form)
        if len(self.content.marks) > before:
            self.content.marked_forms.add(form.objgen)


def _set(name: str) -> Callable[[_Painter, Sequence[Object]], None]:
    def operator(painter: _Painter, operands: Sequence[Object]) -> None:
        setattr(painter.state, name, float(operands[0]))

    return operator


def _set_stretch(painter: _Painter, operands: Sequence[Object]) -> None:
    painter.state.stretch = float(operands[0]) / 100


def _set_mode(painter: _Painter, operands: Sequence[Object]) -> None:
    painter.state.mode = int(operands[0])


def _no_colour(_: _Painter, __: Sequence[Object]) -> None:
    """Leave the colour; the operator after it sets one."""


_OPERATORS: dict[str, Callable[[_Painter, Sequence[Object]], None]] = {
    "q": _Painter.save,
    "Q": _Painter.restore,
    "cm": _Painter.concat,
    "w": _Painter.set_width,
    "gs": _Painter.set_state,
    **dict.fromkeys(("g", "rg", "k", "sc", "scn"), _Painter.set_fill),
    **dict.fromkeys(("G", "RG", "K", "SC", "SCN"), _Painter.set_stroke),
    **dict.fromkeys(("cs", "CS"), _no_colour),
    **dict.fromkeys(("BDC", "BMC"), _Painter.begin),
    "EMC": _Painter.end,
    "m": _Painter.move,
    "l": _Painter.draw,
    **dict.fromkeys(("c", "v", "y"), _Painter.curve),
    "re": _Painter.rectangle,
    **dict.fromkeys(("f", "F", "f*"), _Painter.paint_fill),
    **dict.fromkeys(("S", "s"), _Painter.paint_stroke),
    **dict.fromkeys(("B", "B*", "b", "b*"), _Painter.paint_both),
    "n": _Painter.drop,
    "sh": _Painter.shade,
    "INLINE IMAGE": _Painter.inline_image,
    "Do": _Painter.paint_object,
    "BT": _Painter.begin_text,
    "Tf": _Painter.set_font,
    "Tm": _Painter.set_matrix,
    "Td": _Painter.next_line,
    "TD": _Painter.next_line_leading,
    "T*": _Painter.next_line_plain,
    "TL": _set("leading"),
    "Tc": _set("spacing"),
    "Tw": _set("word_spacing"),
    "Ts": _set("rise"),
    "Tz": _set_stretch,
    "Tr": _set_mode,
    "Tj": _Painter.show,
    "TJ": _Painter.show_array,
    **dict.fromkeys(("'", '"'), _Painter.show_line),
}


def _matrix(operands: Sequence[Object]) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in operands)
    return a, b, c, d, e, f


def _colour(operands: Sequence[Object]) -> Colour | None:
    """Return a colour of grey, red-green-blue or ink by how many numbers it has."""
    if any(isinstance(one, Name) for one in operands):
        return None
    numbers = [min(1.0, max(0.0, float(one))) for one in operands]
    if len(numbers) == 1:
        return (numbers[0] * 255,) * 3
    if len(numbers) == 3:
        return numbers[0] * 255, numbers[1] * 255, numbers[2] * 255
    if len(numbers) == 4:
        red, green, blue = (255 * (1 - one) * (1 - numbers[3]) for one in numbers[:3])
        return red, green, blue
    return None


def _bezier(points: Sequence[Point], at: float) -> Point:
    weights = ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3)
    x = sum(weight * one[0] for weight, one in zip(weights, points, strict=True))
    y = sum(weight * one[1] for weight, one in zip(weights, points, strict=True))
    return x, y


def lines_of(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield letters that stand on one baseline one after the other."""
    line: list[Piece] = []
    for one in pieces:
        if line and not _follows(line[-1], one):
            yield line
            line = []
        line.append(one)
    if line:
        yield line


def _follows(before: Piece, one: Piece) -> bool:
    near = abs(before.end[1] - one.start[1]) < 0.3 * max(before.size, one.size)
    return near and one.start[0] > before.start[0] - 0.5 * before.size
