"""Each page brings its own strict policy, before anything is loaded."""

from collections.abc import Iterator

from .site import Page, Site

WANTED = {"default-src": "'none'", "base-uri": "'none'"}
UNSAFE = ("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "blob:", "'unsafe-hashes'")
OWN = ("'self'", "'none'", "data:", "'wasm-unsafe-eval'")
LOADERS = ("script", "link", "style", "img")


def check(site: Site) -> Iterator[str]:
    for page in site.pages:
        yield from (f"{page.path}: {what}" for what in wrong_in(page))


def wrong_in(page: Page) -> Iterator[str]:
    """Return what is wrong with the policy of a page."""
    policy = page.meta("Content-Security-Policy")
    if policy is None:
        yield "no policy"
        return
    rules = {name: sources for name, *sources in map(str.split, policy.split(";")) if name}
    for name, value in WANTED.items():
        if rules.get(name) != [value]:
            yield f"{name} is {rules.get(name)}"
    for name, sources in rules.items():
        yield from (f"{name} allows {one}" for one in sources if one in UNSAFE or one not in OWN)
    if "data:" in rules.get("script-src", ()):
        yield "script-src allows data:"
    metas = [one.get("http-equiv") for one in page.all("meta", *LOADERS)]
    before = [one.tag for one in page.all("meta", *LOADERS)][
        : metas.index("Content-Security-Policy")
    ]
    yield from (f"{tag} before the policy" for tag in before if tag != "meta")
