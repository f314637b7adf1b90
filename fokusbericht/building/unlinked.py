"""Pages that nobody can find: no menu, no text and no other page leads to them."""

import re
from collections.abc import Collection, Iterator

from fokusbericht.building.output import Output
from fokusbericht.problems import Place, Problem, Severity
from fokusbericht.urls import REGISTER, path_of

ADDRESS = re.compile(rb'"(/[^"?#\\]*)')
RULE = "kein-link"
NAMES_ALL = path_of(REGISTER)  # who looks there knows what for


def find_unlinked(outputs: Collection[Output], menus: Place) -> Iterator[Problem]:
    """Yield a hint for each page of a whole site that no other one leads to.

    A page is made of its view, so all addresses that it shows stand there. What an editor wrote as
    a page is told where it is written, what the program adds where the `menus` are.
    """
    linked: set[bytes] = set()
    pages = [one for one in outputs if one.path.endswith(".html")]
    for one in pages:
        if one.path == NAMES_ALL:
            continue
        found = set(ADDRESS.findall(one.plain()))
        linked |= found - {one.entry.url.encode()} if one.entry else found
    for one in pages:
        if one.entry and one.entry.url.encode() not in linked:
            sentence = (
                f"Kein Link führt zu „{one.entry.url}“. Bitte unter „navigation“, „fusszeile“ oder "
                "„tueren“ eintragen, oder in einem Text nennen."
            )
            place = one.source if one.source.path.endswith(".md") else menus
            yield Problem(place, sentence, RULE, Severity.WARNING)
