"""Which pages a browser looks at: a few of each kind that together hold every shape any page has.

A shape is an element in its parent, by names, classes and attributes, and what the page loads. What
no shape tells – how long titles, words, tables and pages are – is covered by the extremes of each
kind.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from gates.site import Element, Page, words

Shapes = frozenset[tuple[str, ...]]
HASH = re.compile(r"\.[0-9a-f]{10}(?=\.)")
WORD = re.compile(r"\S+")


def kind_of(path: str) -> str:
    """Return the kind of a page: its door, and how deep behind it the page lies."""
    door, _, rest = path.rpartition("/index.html")[0].partition("/")
    return f"{door or path}/{rest.count('/') if rest else ''}"


def shapes_of(page: Page) -> Shapes:
    """Return all shapes of a page."""
    loaded = (one.get("href") or one.get("src") or "" for one in page.all("link", "script"))
    files = {("loads", HASH.sub("", one).rpartition("/")[2]) for one in loaded if "assets/" in one}
    return frozenset({_shape(one) for one in page.elements} | files)


def _shape(element: Element) -> tuple[str, ...]:
    parent = element.getparent()
    above = () if parent is None else (str(parent.tag), _classes(parent))
    names = " ".join(sorted(str(name) for name in element.attrib if name != "class"))
    return (str(element.tag), _classes(element), names, *above)


def _classes(element: Element) -> str:
    return " ".join(sorted((element.get("class") or "").split()))


def sample(shapes: Mapping[str, Shapes]) -> list[str]:
    """Return the fewest pages we find that hold every shape of each kind, by path."""
    kinds: dict[str, dict[str, Shapes]] = defaultdict(dict)
    for path in sorted(shapes):
        kinds[kind_of(path)][path] = shapes[path]
    return [path for kind in kinds.values() for path in _cover(kind)]


def _cover(kind: Mapping[str, Shapes]) -> Iterator[str]:
    left = set[tuple[str, ...]]().union(*kind.values())
    while left:
        best = max(kind, key=lambda path: len(kind[path] & left))
        left -= kind[best]
        yield best


def one_of_each_kind(paths: Iterable[str]) -> list[str]:
    """Return the first page of each kind."""
    return list({kind_of(path): path for path in reversed(list(paths))}.values())


def _title(page: Page) -> int:
    return max((len(words(one)) for one in page.all("h1")), default=0)


def _word(page: Page) -> int:
    main = next(page.all("main"), page.root)
    return max((len(word) for word in WORD.findall(words(main))), default=0)


def _columns(page: Page) -> int:
    return max((len(row) for row in page.all("tr")), default=0)


def _rows(page: Page) -> int:
    return sum(1 for _ in page.all("tr", "li"))


def _length(page: Page) -> int:
    return len(page.text)


EXTREMES: tuple[Callable[[Page], int], ...] = (_title, _word, _columns, _rows, _length)


def extremes(pages: Iterable[Page]) -> list[str]:
    """Return the pages of each kind with the longest title, word, row, lists and text."""
    kinds: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        kinds[kind_of(page.path)].append(page)
    return sorted({max(kind, key=by).path for kind in kinds.values() for by in EXTREMES})
