"""What a screen reader says of the maps and charts of a page, as text."""

from collections.abc import Iterator

from .site import Element, Page, Site, is_hidden, name_of, words


def spoken(site: Site, start: str = "sozialbericht/") -> str:
    """Return what is heard of all pictures on the pages below an address, page by page."""
    parts = []
    for page in site.pages:
        if page.path.startswith(start):
            lines = list(lines_of(page))
            if lines:
                parts.append("\n".join((f"# {page.path.removesuffix('index.html')}", *lines)))
    return "\n\n".join(parts) + "\n"


def lines_of(page: Page) -> Iterator[str]:
    """Return a line for each picture and what describes it, in the order of the page.

    What a description says that the name has said already is not written twice.
    """
    for one in page.all("img", "svg"):
        if is_hidden(one) or one.getparent().tag == "svg":
            continue
        name = name_of(page, one)
        if not name:
            continue
        yield f"{'Karte' if one.tag == 'svg' else 'Bild'}: {name}"
        further = dict.fromkeys(text for text in descriptions(page, one) if text not in name)
        yield from (f"  {text}" for text in further)


def descriptions(page: Page, picture: Element) -> Iterator[str]:
    """Return the texts that belong to a picture: its desc, its description, its caption."""
    yield from (words(one) for one in picture.iter("desc") if words(one))
    for name in (picture.get("aria-describedby") or "").split():
        yield words(page.ids[name])
    figure = next(iter(picture.iterancestors("figure")), None)
    for caption in figure.iter("figcaption") if figure is not None else ():
        yield from (words(one) for one in caption if one.tag == "p" or one.tag == "span")
