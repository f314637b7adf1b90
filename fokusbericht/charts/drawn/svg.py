"""Small pieces of SVG of our own, for diagrams that are no charts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

LINE = 17  # px from one line of text to the next
SIZE = 14  # px of a letter, as felder.css sets it
TO_BASE = 5  # px from the middle of a line to its base line


def picture(
    css: str, name: str, size: tuple[float, float], heard: tuple[str, str], body: str
) -> str:
    """Return a whole picture; `heard` are its title and its description, `name` keeps ids apart."""
    title, description = heard
    return (
        f'<svg class="{css}" viewBox="0 0 {size[0]:g} {size[1]:g}" role="img" '
        f'aria-labelledby="{name}-titel {name}-text"><title id="{name}-titel">{escape(title)}'
        f'</title><desc id="{name}-text">{escape(description)}</desc>{body}</svg>'
    )


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of text with its class."""

    text: str
    css: str = ""


def styled(texts: Iterable[str], css: str = "") -> tuple[LabelLine, ...]:
    """Return lines of one class."""
    return tuple(LabelLine(text, css) for text in texts)


def lines(texts: Sequence[LabelLine], x: float, middle: float, anchor: str = "start") -> str:
    """Return lines of text around a middle."""
    first = middle - (len(texts) - 1) * LINE / 2 + TO_BASE
    spans = "".join(
        f'<tspan{_css(one)} x="{x:g}" y="{first + number * LINE:g}">{escape(one.text, quote=False)}'
        "</tspan>"
        for number, one in enumerate(texts)
    )
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f"<text{side}>{spans}</text>"


def _css(one: LabelLine) -> str:
    return f' class="{one.css}"' if one.css else ""


def box(x: float, y: float, width: float, height: float, css: str, radius: int = 4) -> str:
    """Return a box by its middle on the y axis."""
    return (
        f'<rect class="{css}" x="{x:g}" y="{y - height / 2:g}" width="{width:g}" '
        f'height="{height:g}" rx="{radius}"/>'
    )


def path(css: str, *parts: str) -> str:
    """Return a path made of parts."""
    return f'<path class="{css}" d="{"".join(parts)}"/>'


def points(*numbers: float) -> str:
    """Return numbers as path data, to a tenth of a px."""
    return " ".join(f"{round(number, 1):g}" for number in numbers)


def group(css: str, parts: Iterable[str]) -> str:
    """Return parts as a group."""
    return f'<g class="{css}">{"".join(parts)}</g>'
