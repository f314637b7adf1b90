"""One file of the site: planned, not yet made."""

from collections.abc import Callable
from dataclasses import dataclass

from fokusbericht.problems import Place


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: `make` is called only when the ingredients have changed.

    `ingredients` is plain data (dataclasses, tuples, dicts, text, numbers, dates) that holds all
    that `make` depends on, apart from the program and the templates themselves.
    """

    path: str  # below the site's root, with slashes: "handlungsfelder/wohnen/index.html"
    ingredients: object
    make: Callable[[], bytes]
    source: Place  # the file it comes from, for problems about two writers of one path
