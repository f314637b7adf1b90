"""Every table says what it shows, and every head of it says for which cells."""

from collections.abc import Iterator

from .site import Element, Page, Site, excerpt, is_hidden, name_of, words

SCOPES = ("col", "row", "colgroup", "rowgroup")


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        for table in (one for one in page.all("table") if not is_hidden(one)):
            yield from (f"{page.path}: {what}" for what in wrong_with(page, table))


def wrong_with(page: Page, table: Element) -> Iterator[str]:
    """Return what keeps a table from being understood by ear."""
    captions = [words(one) for one in table.iterchildren("caption")]
    around = table.getparent()
    is_named = around.get("role") == "region" and len(name_of(page, around)) > len("Tabelle 99")
    if not any(captions) and not is_named:
        yield f"table without caption: {excerpt(table)}"
    heads = list(table.iter("th"))
    if not heads:
        yield f"table without heads: {words(table)[:60]}"
    for one in heads:
        if one.get("scope") not in SCOPES:
            yield f"head without scope: „{words(one)}“"
        if not words(one) and not name_of(page, one):
            yield f"empty head in „{' '.join(captions)}“"
