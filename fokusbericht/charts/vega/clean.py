"""From Vega's SVG to ours: German, dark as well as light, and no more ink than it needs."""

import re
from xml.etree import ElementTree

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


def to_ours(svg: str, title: str, description: str, accent: Accent) -> bytes:
    """Return the drawing as a file of its own, with the words of a screen reader in German."""
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(svg)
    for rect in root.findall(f"{{{SVG}}}rect"):
        root.remove(rect)
    _clean(root)
    drawing = "".join(ElementTree.tostring(child, encoding="unicode") for child in root)
    drawing = drawing.replace(f' xmlns="{SVG}"', "").replace(" />", "/>")
    return (
        f'<svg xmlns="{SVG}" width="{root.get("width")}" height="{root.get("height")}" '
        f'viewBox="{root.get("viewBox")}" lang="de" role="img" aria-labelledby="titel text" '
        f'font-family="{FONT}"><title id="titel">{_escape(title)}</title>'
        f'<desc id="text">{_escape(description)}</desc>'
        f"<style>{dark_style(accent, drawing)}</style>{drawing}</svg>\n"
    ).encode()


def _clean(element: ElementTree.Element) -> None:
    children = []
    for child in element:
        _clean(child)
        _strip(child)
        if _draws(child):
            children += _unwrapped(child)
    element[:] = children


def _strip(element: ElementTree.Element) -> None:
    for name in list(element.keys()):
        value = element.attrib.pop(name)
        keep = value if name.startswith("font-") else LONG.sub(_rounded, value)
        noise = name in NOISE or name.startswith("aria-") or DEFAULTS.get(name) == keep
        if keep and not noise:
            element.set(name, keep)


def _draws(element: ElementTree.Element) -> bool:
    if element.get("display") == "none":
        return False
    if element.tag == f"{{{SVG}}}path":
        return any(name in element.keys() for name in ("stroke", "fill"))  # noqa: SIM118
    return len(element) > 0 or element.tag != f"{{{SVG}}}g"


def _unwrapped(element: ElementTree.Element) -> list[ElementTree.Element]:
    if element.tag == f"{{{SVG}}}g" and not element.attrib:
        return list(element)
    return [element]


def _rounded(number: re.Match[str]) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0").replace("-0", "0", number[0] == "-0")


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
