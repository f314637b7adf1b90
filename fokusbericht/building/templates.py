"""Templates as files: the parts that one is put together of, what ids they use, and their print."""

import re
from hashlib import blake2b
from pathlib import Path

from fokusbericht.building.recipe import template_folders, templates_of
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report

OWN_ID = re.compile(r'\sid="([^"{]+)"')
COUNTED = re.compile(r'\sid="([^"{]+)\{\{ loop\.index \}\}"')
COUNTS = range(1, 31)
PART = re.compile(r"""["']((?:[a-z_]+/)?[a-z_]+\.(?:html|xml))["']""")
# A part whose name is only known while a page is filled.
ANY_PART = re.compile(r"""\{%[-+]?\s*(?:include|import|extends|from)\s+(?!["'])""")
# What embeds and terms in texts are drawn by, on any page with a text.
EMBEDS = tuple(
    f"components/{name}.html"
    for name in (
        *("bild", "diagramm", "karte", "kennzahl", "luecke", "tabelle"),
        *("begriff", "erklaerung"),
    )
)


def source_of(root: str, name: str) -> str:
    """Return a template as it is written: the county's own, else ours; of none, nothing."""
    files = (folder / name for folder in template_folders(Path(root)))
    return next((one.read_text("utf-8", "replace") for one in files if one.is_file()), "")


def parts_in(source: str) -> frozenset[str]:
    """Return what a template calls by name."""
    return frozenset(PART.findall(source))


@query
def own_ids(report: Report, template: str) -> frozenset[str]:
    """Return all ids that a template and its parts may use, whatever a page shows of them.

    So the name of a heading in a text does not depend on which other parts its page has today.
    """
    found: set[str] = set()
    for source in _sources(report, (template,)).values():
        found.update(OWN_ID.findall(source))
        found.update(f"{name}{number}" for name in COUNTED.findall(source) for number in COUNTS)
    return frozenset(found)


@query
def print_of(report: Report, template: str) -> str:
    """Return a name for all that a page is made of besides its data: templates and assets."""
    sources = _sources(report, (template, *EMBEDS))
    if any(map(ANY_PART.search, sources.values())):
        return _print_of_files(report, "")
    text = "".join(f"{name}\0{source}\0" for name, source in sorted(sources.items()))
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return f"{digest}{_print_of_files(report, 'assets/')}"


@query
def _print_of_files(report: Report, below: str) -> str:
    return templates_of(Path(report.root), below)


@query
def _source(report: Report, name: str) -> str:
    return source_of(report.root, name)


def _sources(report: Report, templates: tuple[str, ...]) -> dict[str, str]:
    """Return templates and all their parts by name."""
    found: dict[str, str] = {}
    waiting = [*templates]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = _source(report, name)
            waiting += parts_in(found[name])
    return found
