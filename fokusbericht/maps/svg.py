"""The county as SVG: areas in their classes, the rooms' outlines and names, and an inset."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from fokusbericht.maps import standalone as alone
from fokusbericht.maps.drawing import CountyPaths, draw, outline_path
from fokusbericht.maps.labels import place_labels
from fokusbericht.maps.projection import Inset
from fokusbericht.model.places import Geografie

WIDTH = 540  # px of the map's own; pages scale it
LOCATOR_WIDTH = 120
HATCHES = {
    "fehlt": "M-2 2L2-2M-2 8L8-2M-2 14L14-2M4 14L14 4M10 14L14 10",
    "geheim": "M-2 2L2-2M-2 14L14-2M10 14L14 10M-2 10L2 14M-2-2L14 14M10-2L14 2",
}


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a map: a Kommune (by AGS), an Amt or a Betrachtungsraum (by its key)."""

    key: str
    name: str
    text: str  # "Elmshorn: 34,8 %": tooltip, and what a screen reader says
    css: str  # k0 … k4, d0 … d4; "fehlt" and "geheim" are hatched
    href: str | None = None  # as the page writes it
    selected: bool = False


@dataclass(frozen=True, slots=True)
class MapView:
    """What a map shows; `source`, `link` and `legend` are drawn only where it stands alone."""

    title: str
    description: str
    areas: tuple[Area, ...]
    rooms_drawn: bool = True
    labels: tuple[tuple[str, str], ...] = ()  # (name, AGS or key of the room where it stands)
    source: str = ""
    link: str = ""  # the permalink, drawn below the source
    legend: tuple[tuple[str, str], ...] = ()  # (class, "unter 45 %")
    axes: tuple[str, str] | None = None  # what grows to the right and upwards: two figures at once
    beside: bool = False  # the same links stand beside it as a list: only pointers need the map's


def class_names(count: int, diverging: bool = False) -> tuple[str, ...]:
    """Return the CSS classes for so many classes, spread over the five shades of the scale."""
    shades = {1: "2", 2: "13", 3: "024", 4: "0134"}.get(count, "01234")
    return tuple(f"{'d' if diverging else 'k'}{shade}" for shade in shades)


def map_size(geografie: Geografie) -> tuple[int, int]:
    """Return width and height of the map in its own px."""
    layout = draw(geografie, WIDTH).layout
    return layout.width, layout.height


def map_svg(
    geografie: Geografie, view: MapView, standalone: bool = False, id_prefix: str = "karte"
) -> str:
    """Return the map: inline SVG for a page, or a file of its own with title, legend and source.

    `id_prefix` keeps the ids of several maps on one page apart. A linked map is a group of
    named links, any other is one picture.
    """
    drawing = draw(geografie, WIDTH)
    width, height = drawing.layout.width, drawing.layout.height
    linked = any(area.href for area in view.areas) and not standalone
    head = _heard(view, id_prefix, linked)
    body = "".join(areas_of(drawing, view, id_prefix, linked))
    if standalone:
        return page(view, body, (width, height), id_prefix)
    return f'<svg class="karte" viewBox="0 0 {width} {height}" {head}{body}</svg>'


def page(view: MapView, body: str, size: tuple[int, int], id_prefix: str) -> str:
    """Return a map as a file of its own: around its body, of this size, title, legend, source."""
    legend = [(css, hatch_fill(css, id_prefix), text) for css, text in view.legend]
    texts = (view.title, view.description, view.source)
    return alone.page(body, size, *texts, legend, view.axes, view.link)


def _heard(view: MapView, id_prefix: str, linked: bool) -> str:
    """Return what a screen reader hears of a map: nothing where a list beside it says the same."""
    if view.beside and linked:
        return 'aria-hidden="true">'
    return (
        f'role="{"group" if linked else "img"}" '
        f'aria-labelledby="{id_prefix}-titel {id_prefix}-text">'
        f'<title id="{id_prefix}-titel">{escape(view.title)}</title>'
        f'<desc id="{id_prefix}-text">{escape(view.description)}</desc>'
    )


def locator_svg(geografie: Geografie, highlighted: Iterable[str], title: str) -> str:
    """Return a small map without words that shows where an area lies.

    `highlighted` are the AGS of one Kommune, or of all Kommunen of a Betrachtungsraum.
    """
    drawing = draw(geografie, LOCATOR_WIDTH, captioned=False)
    width, height = drawing.layout.width, drawing.layout.height
    shapes = {ags: kommune.shape for ags, kommune in geografie.kommunen.items()}
    here = outline_path(shapes, sorted(highlighted), drawing.layout)
    quiet = "".join(drawing.rooms.values()) or drawing.county
    return (
        f'<svg class="karte lage" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-label="{escape(title)}">'
        f'<path class="still" fill-rule="evenodd" d="{quiet}"/>'
        f'<path class="hier" fill-rule="evenodd" d="{here}"/>'
        f"{inset_box(drawing.layout.inset)}</svg>"
    )


def locator_file(geografie: Geografie, highlighted: Iterable[str], title: str) -> bytes:
    """Return the same as a file of its own, in light colours."""
    return alone.with_colours(locator_svg(geografie, highlighted, title)).encode()


def areas_of(
    drawing: CountyPaths, view: MapView, id_prefix: str, linked: bool = False
) -> Iterator[str]:
    """Yield all that is drawn of a map, from below."""
    yield hatches(view, id_prefix)
    yield inset_box(drawing.layout.inset)
    yield '<g class="gebiete">'
    yield from (_area(drawing, area, id_prefix, linked, view.beside) for area in view.areas)
    yield "</g>"
    yield from above(drawing, view)


def above(drawing: CountyPaths, view: MapView) -> Iterator[str]:
    """Yield what lies upon the areas: outlines of rooms, what is chosen, names."""
    if view.rooms_drawn:
        yield from (f'<path class="raum" d="{path}"/>' for path in drawing.rooms.values())
    yield from (
        f'<path class="gewaehlt" fill="none" pointer-events="none" d="{area_path(drawing, area)}"/>'
        for area in view.areas
        if area.selected
    )
    yield _caption(drawing.layout.inset)
    yield from place_labels(drawing, view.labels)


def hatches(view: MapView, id_prefix: str) -> str:
    """Return the patterns of areas without a figure, as far as a map has such."""
    shown = {area.css for area in view.areas} | {css for css, _ in view.legend}
    used = sorted(shown & HATCHES.keys())
    if not used:
        return ""
    return f"<defs>{''.join(_hatch(name, id_prefix) for name in used)}</defs>"


def _hatch(name: str, id_prefix: str) -> str:
    return (
        f'<pattern id="{id_prefix}-{name}" width="12" height="12" patternUnits="userSpaceOnUse" '
        f'patternTransform="scale(.7)"><path class="schraffur-grund" d="M0 0h12v12H0z"/>'
        f'<path class="schraffur" d="{HATCHES[name]}"/></pattern>'
    )


def _area(drawing: CountyPaths, area: Area, id_prefix: str, linked: bool, beside: bool) -> str:
    title = f"<title>{escape(area.text)}</title>"
    path = f'<path class="{area.css}"{hatch_fill(area.css, id_prefix)} fill-rule="evenodd"'
    data = f' d="{area_path(drawing, area)}"'
    if linked and area.href:
        order = ' tabindex="-1"' if beside else ""
        return f'<a href="{escape(area.href)}"{order}>{title}{path}{data}/></a>'
    return f"{path}{data}>{title}</path>"


def hatch_fill(css: str, id_prefix: str) -> str:
    """Return the attribute that hatches an area without a figure."""
    return f' fill="url(#{id_prefix}-{css})"' if css in HATCHES else ""


def area_path(drawing: CountyPaths, area: Area) -> str:
    """Return the path data of an area."""
    levels = (drawing.areas, drawing.aemter, drawing.rooms)
    return next((paths[area.key] for paths in levels if area.key in paths), "")


def inset_box(inset: Inset | None) -> str:
    """Return the box around what is far off."""
    if inset is None:
        return ""
    left, top, right, bottom = inset.box
    size = f'width="{right - left:.0f}" height="{bottom - top:.0f}"'
    return f'<rect class="kasten" fill="none" x="{left:g}" y="{top:g}" {size} rx="3"/>'


def _caption(inset: Inset | None) -> str:
    if inset is None:
        return ""
    x, top = inset.box[0] + 8, inset.box[1]
    return (
        f'<text class="klein" x="{x:g}" y="{top + 19:g}">{escape(inset.name)}</text>'
        f'<text class="klein" x="{x:g}" y="{top + 38:g}">{inset_scale(inset)}</text>'
    )


def inset_scale(inset: Inset) -> str:
    """Return how much larger the inset is drawn."""
    return f"{inset.factor}-fach vergrößert" if inset.factor > 1 else "gleicher Maßstab"
