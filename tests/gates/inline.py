"""No style, script or handler stands in a page: the policy forbids them, and they would be lost."""

from collections.abc import Iterator

from .site import Element, Site, excerpt

LINKED = "application/ld+json"


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        for one in page.elements:
            yield from (f"{page.path}: {what} in {excerpt(one)}" for what in inline_of(one))


def inline_of(element: Element) -> Iterator[str]:
    """Return what of an element the policy would refuse."""
    if element.tag == "style":
        yield "style element"
    is_data = element.get("type") == LINKED  # which no browser runs
    if element.tag == "script" and element.get("src") is None and not is_data:
        yield "inline script"
    for name, value in element.attrib.items():
        if name == "style" or name.startswith("on"):
            yield f"attribute {name}"
        if value.strip().lower().startswith("javascript:"):
            yield "javascript: address"
