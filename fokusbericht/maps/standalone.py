"""A map to take along: with its title, legend and source, its own style, light and dark."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from fokusbericht.charts.layout import text_width, wrap

TITLE, SMALL, LINE = 22, 14, 20  # px
SWATCH, GAP, EDGE = 26, 18, 16
LIGHT = {
    "papier": "#fbfaf6",
    "tinte": "#1a2326",
    "leise": "#4e5c62",
    "kante": "#778387",
    "ruf": "#a63a0a",
    "k": "#c8e0cd #96c3b5 #5e9f9f #2b7585 #0b4a5d",
    "d": "#9a4a12 #dd9a5c #dcdacb #74aec0 #135f7d",
}
DARK = {
    "papier": "#12191b",
    "tinte": "#e6ebe9",
    "leise": "#a9b7ba",
    "kante": "#788a90",
    "ruf": "#f3a376",
    "k": "#2b4a4c #2f686b #3f8c92 #69b7c1 #b3e8ef",
    "d": "#f0a468 #a5693a #454b4a #3f7d95 #86cbe6",
}
FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"


def page(
    head: str,
    body: str,
    size: tuple[int, int],
    title: str,
    source: str,
    legend: Sequence[tuple[str, str, str]],
) -> str:
    """Return the map as an SVG file; `head` is the rest of its `<svg>` tag with title and desc.

    The legend's entries are a class, its hatching if it has one, and its text.
    """
    width, height = size
    inner = width + 2 * EDGE
    titles = wrap(title, TITLE, width, bold=True)
    top = EDGE + len(titles) * TITLE * 1.2 + 10
    rows, foot = _legend(legend, width, top + height + 14)
    notes = wrap(source, SMALL, width) if source else ()
    bottom = foot + len(notes) * LINE + EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="karte" width="{inner}" '
        f'height="{bottom:.0f}" viewBox="0 0 {inner} {bottom:.0f}" {head}<style>{_style()}</style>'
        f'<path class="papier" d="M0 0h{inner}v{bottom:.0f}H0z"/>'
        f"{''.join(_lines(titles, 'titel', EDGE + TITLE, TITLE * 1.2))}"
        f'<g transform="translate({EDGE} {top:.0f})">{body}</g>{rows}'
        f"{''.join(_lines(notes, 'klein', foot + SMALL, LINE))}</svg>\n"
    )


def _lines(lines: Iterable[str], css: str, first: float, step: float) -> Iterator[str]:
    for number, line in enumerate(lines):
        y = first + number * step
        yield f'<text class="{css}" x="{EDGE}" y="{y:.0f}">{escape(line)}</text>'


def _legend(legend: Sequence[tuple[str, str, str]], width: int, top: float) -> tuple[str, float]:
    # The rows of the legend, and where what follows may begin.
    if not legend:
        return "", top
    parts, x, y = [], float(EDGE), top
    for css, hatch, text in legend:
        needed = SWATCH + 6 + text_width(text, SMALL)
        if x > EDGE and x + needed > width + EDGE:
            x, y = float(EDGE), y + LINE + 4
        parts.append(f'<path class="{css}"{hatch} d="M{x:.0f} {y:.0f}h{SWATCH}v14h-{SWATCH}z"/>')
        parts.append(
            f'<text class="klein" x="{x + SWATCH + 6:.0f}" y="{y + 12:.0f}">{escape(text)}</text>'
        )
        x += needed + GAP
    return "".join(parts), y + LINE + 10


def _style() -> str:
    return f"{_colours(LIGHT)}{_FIXED}@media (prefers-color-scheme:dark){{{_colours(DARK)}}}"


_FIXED = (
    f"text{{font:{SMALL}px {FONT}}}.titel{{font-size:{TITLE}px;font-weight:600}}"
    ".name{font-size:15px;font-weight:600;text-anchor:middle;paint-order:stroke;stroke-width:4px}"
    ".gebiete path{stroke-width:1}.raum,.kasten,.schraffur{fill:none}.raum{stroke-width:1.5}"
    ".schraffur{stroke-width:1.4}.gewaehlt{stroke-width:3.5}path{stroke-linejoin:round}"
)


def _colours(of: dict[str, str]) -> str:
    scales = "".join(
        f".{name}{number}{{fill:{colour}}}"
        for name in ("k", "d")
        for number, colour in enumerate(of[name].split())
    )
    return (
        f".papier,.schraffur-grund{{fill:{of['papier']}}}text{{fill:{of['tinte']}}}"
        f".klein{{fill:{of['leise']}}}.name,.gebiete path{{stroke:{of['papier']}}}"
        f".raum{{stroke:{of['tinte']}}}.kasten{{stroke:{of['kante']}}}"
        f".schraffur,.fehlt,.geheim{{stroke:{of['leise']}}}.gewaehlt{{stroke:{of['ruf']}}}{scales}"
    )
