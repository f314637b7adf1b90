"""Spans: who worked when, as bars over years, with open ends and dots for what is dated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.charts.drawn.svg import LINE, SIZE, box, lines, path, picture, points, styled
from fokusbericht.charts.layout import text_width, wrap, year_ticks

WIDE, NARROW = 760, 360
EDGE, AXIS, ROW, HEADING = 20, 30, 50, 34
BAR, SHORT = 10, 40  # px: how high a bar is; how far an unknown start is drawn


@dataclass(frozen=True, slots=True)
class Span:
    """One bar: known from `first` to `last`; years as numbers with fractions.

    An open end goes on to today, an open start begins somewhere before; without `first` there is
    no bar, only the words.
    """

    name: str
    words: str
    first: float | None = None
    last: float | None = None
    open_start: bool = False
    open_end: bool = False
    dots: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SpanGroup:
    """Bars under a heading."""

    title: str
    spans: tuple[Span, ...]


def spans_svg(
    groups: Sequence[SpanGroup], today: float, narrow: bool, title: str, description: str
) -> str:
    """Return bars over years as inline SVG."""
    width = NARROW if narrow else WIDE
    starts = [one.first for group in groups for one in group.spans if one.first is not None]
    first, last = int(min(starts, default=today - 1)), today
    px = (width - 2 * EDGE) / (last - first)
    body, height = _groups(groups, _YearAxis(first, today, px, width))
    css = "zeiten schmal-bild" if narrow else "zeiten breit-bild"
    name = "zeiten-schmal" if narrow else "zeiten"
    axis = "".join(_axis(_YearAxis(first, today, px, width), height))
    return picture(css, name, (width, height), (title, description), axis + "".join(body))


@dataclass(frozen=True, slots=True)
class _YearAxis:
    first: int
    today: float
    px: float
    width: int

    def x(self, year: float) -> float:
        return round(EDGE + (year - self.first) * self.px, 1)


def _axis(axis: _YearAxis, height: float) -> Iterator[str]:
    for year in year_ticks(axis.first, int(axis.today), 54 / axis.px):
        x = axis.x(year)
        yield path("takt", f"M{points(x, AXIS - 6)}V{points(height)}")
        yield lines(styled((str(year),), "leise"), x, 12, "middle")


def _groups(groups: Sequence[SpanGroup], axis: _YearAxis) -> tuple[list[str], float]:
    parts: list[str] = []
    top = float(AXIS)
    for group in groups:
        parts.append(lines(styled((group.title,), "kopf"), EDGE, top + HEADING / 2))
        top += HEADING
        for span in group.spans:
            drawn, more = _span(span, axis, top)
            parts.append(drawn)
            top += more
    return parts, top


def _span(span: Span, axis: _YearAxis, top: float) -> tuple[str, float]:
    """Return a bar under its name and words, and the height they take."""
    room = axis.width - 2 * EDGE
    one_line = f"{span.name} · {span.words}"
    texts = styled((one_line,))
    if text_width(one_line, SIZE) > room:
        texts = (*styled(wrap(span.name, SIZE, room)), *styled((span.words,), "leise"))
    height = len(texts) * LINE
    said = "".join(
        lines((one,), EDGE, top + LINE / 2 + number * LINE) for number, one in enumerate(texts)
    )
    backed = "".join(
        box(EDGE - 3, top + LINE / 2 + i * LINE, text_width(one.text, SIZE) + 6, LINE, "grund", 0)
        for i, one in enumerate(texts)
    )
    if span.first is None:
        return backed + said, height + 18
    return backed + said + "".join(_bar(span, axis, top + height + 10)), height + ROW - LINE


def _bar(span: Span, axis: _YearAxis, y: float) -> Iterator[str]:
    start, end = axis.x(span.first or 0), axis.x(span.last or span.first or 0)
    if span.open_start:
        yield path("offen", f"M{points(max(EDGE - 10, start - SHORT), y)}H{points(start)}")
    if span.open_end:
        right = axis.x(axis.today)
        arrow = points(right - 5, y - 5, right, y, right - 5, y + 5)
        yield path("offen", f"M{points(end, y)}H{points(right)}") + path("spitze", f"M{arrow}")
    yield box(start, y, max(end - start, 3), BAR, "balken-zeit", 2)
    for year in span.dots:
        yield f'<circle class="termin" cx="{axis.x(year):g}" cy="{y:g}" r="5"/>'
