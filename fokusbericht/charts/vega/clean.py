"""From Vega's SVG to ours: German, dark as well as light, and no more ink than it needs."""

import re
from functools import lru_cache
from itertools import starmap

from fokusbericht.charts.vega.colours import Accent, dark_style
from fokusbericht.charts.vega.vegalite import FONT

SVG = "http://www.w3.org/2000/svg"
NOISE = ("class", "role", "pointer-events", "font-family", "opacity", "cursor", "style")
DEFAULTS = {
    "stroke-width": "1",
    "text-anchor": "start",
    "font-weight": "400",
    "transform": "translate(0,0)",
}
LONG = re.compile(r"-?\d+\.\d{2,}(?:e-?\d+)?")
# What Vega writes is plain: no comments, no single quotes, nothing beside tags but texts. So it is
# read tag by tag, which takes a third of the time of a tree.
TAG = re.compile(r"<(/?)([a-z]+)([^>]*)>([^<]*)")
ATTRIBUTE = re.compile(r' ([\w:-]+)="([^"]*)"')
HIDDEN = ' display="none"'


def to_ours(svg: str, title: str, description: str, accent: Accent) -> bytes:
    """Return the drawing as a file of its own, with the words of a screen reader in German."""
    root, *tags = TAG.findall(svg)
    size = dict(ATTRIBUTE.findall(root[2]))
    drawing = _cleaned(tags)
    return (
        f'<svg xmlns="{SVG}" width="{size["width"]}" height="{size["height"]}" '
        f'viewBox="{size["viewBox"]}" lang="de" role="img" aria-labelledby="titel text" '
        f'font-family="{FONT}"><title id="titel">{_escape(title)}</title>'
        f'<desc id="text">{_escape(description)}</desc>'
        f"<style>{dark_style(accent, drawing)}</style>{drawing}</svg>\n"
    ).encode()


def _cleaned(tags: list[tuple[str, str, str, str]]) -> str:
    """Return what is drawn: no ground, nothing hidden, no group that is empty or says nothing."""
    out: list[str] = []
    opened: list[tuple[int, str, str]] = []  # where in `out` it begins, its tag, its attributes
    for is_end, tag, written, text in tags:
        if is_end:
            if not opened:  # the end of the drawing
                break
            start, tag, kept = opened.pop()
            has_inside = len(out) > start + 1
            if not _draws(tag, kept, has_inside):
                del out[start:]
            elif tag == "g" and not kept:
                out[start] = ""
            elif has_inside:
                out.append(f"</{tag}>")
            else:
                out[start] = f"<{tag}{kept}/>"
            continue
        kept = "".join(starmap(_kept, ATTRIBUTE.findall(written)))
        if not opened and tag == "rect":
            continue
        if not written.endswith("/"):
            opened.append((len(out), tag, kept))
            out.append(f"<{tag}{kept}>")
            if text:
                out.append(text)
        elif _draws(tag, kept, False) and (tag != "g" or kept):
            out.append(f"<{tag}{kept}/>")
    return "".join(out)


@lru_cache(maxsize=2048)
def _kept(name: str, value: str) -> str:
    """Return an attribute as we write it, or nothing."""
    kept = value if name.startswith("font-") else LONG.sub(_rounded, value)
    is_noise = name in NOISE or name.startswith("aria-") or DEFAULTS.get(name) == kept
    return f' {name}="{kept}"' if kept and not is_noise else ""


def _draws(tag: str, kept: str, has_inside: bool) -> bool:
    if HIDDEN in kept:
        return False
    if tag == "path":
        return ' stroke="' in kept or ' fill="' in kept
    return has_inside or tag != "g"


def _rounded(number: re.Match[str]) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0").replace("-0", "0", number[0] == "-0")


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
