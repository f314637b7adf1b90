"""The colours of the theme, by computation: letters, borders and classes that can be told apart.

WCAG 2.2 asks 4.5:1 of letters and 3:1 of what carries meaning. Neighbouring classes of a map need
no such contrast, as each area says its value and paper runs between them; they must still differ,
also for eyes that see no red, no green or no blue.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, product

from .site import Site

Colour = tuple[float, float, float]

TEXTS = (
    *product(("tinte", "leise", "akzent", "ruf"), ("papier", "ton", "flaeche")),
    *product(("tinte", "akzent"), ("akzent-leise",)),
    *product(("tinte", "ruf"), ("ruf-leise",)),
    ("papier", "akzent"),
)
BORDERS = tuple(product(("linie-stark", "akzent", "ruf"), ("papier", "flaeche")))
SCALES = (
    ("k0", "k1", "k2", "k3", "k4"),
    ("d0", "d1", "d2", "d3", "d4"),
)
LETTERS, MEANING, STEP = 4.5, 3.0, 0.09
NAMES = ("papier", "ton", "flaeche", "tinte", "leise", "linie-stark", "akzent", "akzent-leise")
NAMES += ("ruf", "ruf-leise", *SCALES[0], *SCALES[1])
# Machado 2009, full strength.
SIGHTS: Mapping[str, tuple[Colour, Colour, Colour]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
FIXED = re.compile(r'<text[^>]*\bfill="(#[0-9a-f]{6})"')
TURNED = re.compile(r'\[fill="(#[0-9a-f]{6})"\]\{fill:(#[0-9a-f]{6})\}')
PAPERS = ("#fbfaf6", "#12191b")
# Asks the browser, which alone resolves relative colours, for each colour as red, green, blue.
ASK = """(names) => Object.fromEntries(names.map((name) => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(--${name})`;
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = getComputedStyle(probe).color;
  canvas.fillRect(0, 0, 1, 1);
  probe.remove();
  return [name, [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)];
}))"""


def wrong(colours: Mapping[str, Colour]) -> Iterator[str]:
    """Yield which colours of a theme cannot be told apart as they must."""
    for least, pairs in ((LETTERS, TEXTS), (MEANING, BORDERS)):
        for front, back in pairs:
            ratio = contrast(colours[front], colours[back])
            if ratio < least:
                yield f"{front} on {back}: {ratio:.2f}, at least {least}"
    for scale in SCALES:
        yield from too_near(scale, colours)
    ends = contrast(colours["k0"], colours["k4"])
    if ends < MEANING:
        yield f"k0 to k4: {ends:.2f}, at least {MEANING}"


def too_near(scale: tuple[str, ...], colours: Mapping[str, Colour]) -> Iterator[str]:
    """Yield neighbours of a scale that some eyes cannot tell apart."""
    for (one, other), sight in product(pairwise(scale), SIGHTS):
        distance = apart(colours[one], colours[other], sight)
        if distance < STEP:
            yield f"{one} and {other} are {distance:.3f} apart for {sight}, at least {STEP}"


def drawn(site: Site) -> Iterator[str]:
    """Yield letters of drawn files that are too pale on their paper, light or dark."""
    for path, text in site.texts(".svg"):
        turned = dict(TURNED.findall(text))
        for colour in sorted(set(FIXED.findall(text))):
            shown = (colour, turned.get(colour, colour))
            for ink, paper in zip(shown, PAPERS, strict=True):
                ratio = contrast(from_hex(ink), from_hex(paper))
                if ratio < LETTERS and not (paper == PAPERS[1] and not turned):
                    yield f"{path}: letters {ink} on {paper}: {ratio:.2f}"


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours as WCAG reckons it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def apart(one: Colour, other: Colour, sight: str = "normal") -> float:
    """Return how far two colours are apart in OKLab, for one way of seeing."""
    first, second = (_oklab(_seen(colour, sight)) for colour in (one, other))
    return float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5)


def from_hex(text: str) -> Colour:
    """Return #rrggbb as numbers."""
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def _linear(colour: Colour) -> Colour:
    red, green, blue = (
        c / 12.92 if (c := channel / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for channel in colour
    )
    return red, green, blue


def _luminance(colour: Colour) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _seen(colour: Colour, sight: str) -> Colour:
    linear = _linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))))
        for row in SIGHTS[sight]
    )
    return red, green, blue


def _oklab(linear: Colour) -> Colour:
    red, green, blue = linear
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
