"""PNGs beside what the rasteriser draws of their SVG: `python tests/bench/pixels.py SITE [n]`.

For each PNG of a built site its SVG is drawn again. Told are sizes and looks: structural similarity
(1 is the same) and colour difference (CIE76; below 2.3 nobody sees it), to the pixels as they were
drawn and to the palettes that were used until November 2026. Asserted is that the looks stay:
similarity of 0.99 for each picture, and a difference of at most 2.3 to what was drawn for 99 of 100
pixels.
"""

import re
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import uniform_filter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fokusbericht.charts.vega.pixels import drawn

Pixels = NDArray[np.float64]
LIKENESS, DIFFERENCE = 0.99, 2.3
WINDOW = 7  # px
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def before(raw: bytes) -> bytes:
    """Return the picture with the palette that was used until November 2026."""
    out = BytesIO()
    small = Image.open(BytesIO(raw)).convert("RGB")
    small.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def of_png(data: bytes) -> Pixels:
    """Return the pixels of a picture."""
    return np.asarray(Image.open(BytesIO(data)).convert("RGB"), dtype=float)


def lightness_and_colour(rgb: Pixels) -> Pixels:
    """Return pixels in CIELAB."""
    linear = np.where(rgb > 10.3, ((rgb / 255 + 0.055) / 1.055) ** 2.4, rgb / 255 / 12.92)
    xyz = linear @ TO_XYZ.T / np.array([0.9505, 1, 1.089])
    roots = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = roots[..., 0], roots[..., 1], roots[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def difference(one: Pixels, other: Pixels) -> float:
    """Return the colour difference that 99 of 100 pixels stay below."""
    apart = lightness_and_colour(one) - lightness_and_colour(other)
    return float(np.percentile(np.sqrt((apart**2).sum(axis=-1)), 99))


def likeness(one: Pixels, other: Pixels) -> float:
    """Return the structural similarity of two pictures (Wang and others, 2004)."""
    a, b = (rgb @ np.array([0.299, 0.587, 0.114]) for rgb in (one, other))
    mean_a, mean_b = uniform_filter(a, WINDOW), uniform_filter(b, WINDOW)
    spread = uniform_filter(a * a, WINDOW) - mean_a**2 + uniform_filter(b * b, WINDOW) - mean_b**2
    common = uniform_filter(a * b, WINDOW) - mean_a * mean_b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    found = (2 * mean_a * mean_b + c1) * (2 * common + c2)
    return float((found / ((mean_a**2 + mean_b**2 + c1) * (spread + c2))).mean())


def drawing_of(png: Path) -> str:
    """Return the SVG that a PNG of a site was made from; nothing where there is none."""
    names = (f"{png.stem}-mit-quelle.svg", f"{png.stem}.svg")
    found = (png.with_name(name) for name in names)
    return next((one.read_text(encoding="utf-8") for one in found if one.is_file()), "")


def scale_of(png: Path, svg: str) -> float:
    """Return how many pixels a PNG has for each of its SVG."""
    width = re.search(r'width="([0-9]+)"', svg)
    return round(2 * Image.open(png).width / int(width[1])) / 2 if width else 1


def main() -> None:
    """Draw all anew, or each n-th of them."""
    site, every = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sizes = Counter[str]()
    alike, like_drawn, far_before, far_now = [], [], [], []
    both = [(png, svg) for png in sorted(site.rglob("*.png")) if (svg := drawing_of(png))][::every]
    for png, svg in both:
        raw = drawn(svg, scale_of(png, svg))
        made = {"vorher": before(raw), "heute": png.read_bytes()}
        sizes.update({name: len(data) for name, data in made.items()})
        true, old, new = of_png(raw), *map(of_png, made.values())
        alike.append(likeness(old, new))
        like_drawn.append(likeness(true, new))
        far_before.append(difference(true, old))
        far_now.append(difference(true, new))
    for name, size in sizes.items():
        print(f"{name:8} {size / 1000:6.0f} kB zusammen ({len(both)} Bilder)")
    print(f"Ähnlichkeit mindestens {min(alike):.4f} zu vorher, {min(like_drawn):.4f} zum")
    print(f"Gezeichneten; Abstand zum Gezeichneten höchstens {max(far_before):.2f} vorher,")
    print(f"{max(far_now):.2f} heute (99 von 100 Pixeln)")
    assert min(alike) >= LIKENESS
    assert max(far_now) <= DIFFERENCE


if __name__ == "__main__":
    main()
