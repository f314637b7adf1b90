"""One file of the site: planned, not yet made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from fokusbericht.problems import Place


class Entry(NamedTuple):
    """A page in the sitemap: its address from the site's root, and when it was last changed."""

    url: str
    changed: date | None


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: `make` is called only when the ingredients have changed.

    `ingredients` is plain data (dataclasses, tuples, dicts, text, numbers, dates) that holds all
    that `make` depends on, apart from the program and what `recipe` names.
    """

    path: str  # below the site's root, with slashes: "handlungsfelder/wohnen/index.html"
    ingredients: object
    make: Callable[[], bytes]
    source: Place  # the file it comes from, for problems about two writers of one path
    recipe: str = ""  # a name for what else it is made of: of a page, its templates
    entry: Entry | None = None  # of a page that search engines shall find
