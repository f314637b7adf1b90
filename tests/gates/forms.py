"""Every control has a name: by a label, by its text or by an attribute."""

from collections.abc import Iterator

from .site import Element, Page, Site, excerpt, name_of, words

FIELDS = ("input", "select", "textarea", "output", "meter", "progress")
NAMELESS = ("hidden", "submit", "reset", "button")


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        labels = {one.get("for"): words(one) for one in page.all("label")}
        for one in page.all(*FIELDS, "button", "summary"):
            if not _named(page, one, labels):
                yield f"{page.path}: no name: {excerpt(one)}"
        for one in page.all("button"):
            if one.get("type") is None and not list(one.iterancestors("form")):
                yield f"{page.path}: button outside a form, without type: {excerpt(one)}"


def _named(page: Page, one: Element, labels: dict[str | None, str]) -> bool:
    if one.tag == "output" or one.get("type") == "hidden":
        return True
    if one.get("type") in NAMELESS:
        return bool(one.get("value") or name_of(page, one))
    if one.tag in ("button", "summary"):
        return bool(name_of(page, one))
    around = [words(above) for above in one.iterancestors("label")]
    labelled = one.get("aria-label") or one.get("aria-labelledby")
    return bool(labels.get(one.get("id") or "") or any(around) or labelled)
