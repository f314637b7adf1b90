"""One file of the site: planned, not yet made."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Literal, NamedTuple

import orjson

from fokusbericht.problems import Place

OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS


class SitemapEntry(NamedTuple):
    """A page in the sitemap: its address from the site's root, and when it was last changed."""

    url: str
    changed: date | None


class PageNote(NamedTuple):
    """What a page says of itself to those who search: none of a print sheet, an example."""

    url: str
    title: str
    description: str


class Offer(NamedTuple):
    """A file that readers may take along, as the page of open data lists it.

    Those of one `group` are folded away together, those of one title stand in one row of a table.
    """

    url: str
    section: Literal["empfehlungen", "zahlen", "feeds"]
    title: str
    note: str = ""
    group: str = ""
    form: str = ""  # in a table: "CSV", "JSON"
    page: str = ""  # in a table: where the same is shown
    facts: tuple[tuple[str, str], ...] = ()  # in a table: what else is said of it
    columns: tuple[tuple[str, str], ...] = ()  # what stands in it, each with its meaning
    years: tuple[int, ...] = ()  # of which it tells


class EarlyGroup(NamedTuple):
    """Files that share something dear, and depend on nothing that must be planned first."""

    name: str
    is_chart: bool = True  # else a map: no script engine need be started for it


class Others(NamedTuple):
    """The rest of a site, as it is seen by a file that is made of all of it."""

    paths: Sequence[str]  # sorted
    same: Collection[str]  # those that hold what they held in the last site
    read: Callable[[str], bytes]
    last: Callable[[str], bytes]  # what a file held in the last site; nothing if it was not there


NOBODY = Others((), (), lambda path: b"", lambda path: b"")


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: `make` is called only when the ingredients have changed.

    `ingredients` is plain data (dataclasses, tuples, dicts, text, numbers, dates) that holds all
    that `make` depends on, apart from the program and what `recipe` names. A file that tells of
    others of the site (`parts`) can be put together from them, and is made anew whenever one is.
    What is made of all others is `closing`: made last, and anew whenever one of them is.
    """

    path: str  # below the site's root, with slashes: "handlungsfelder/wohnen/index.html"
    ingredients: object
    make: Callable[[], bytes]
    source: Place  # the file it comes from, for problems about two writers of one path
    recipe: str = ""  # a name for what else it is made of: of a page, its templates
    entry: SitemapEntry | None = None  # of a page that search engines shall find
    offer: Offer | None = None  # of a file that is open data
    note: PageNote | None = None  # of a page that readers shall find
    early: EarlyGroup | None = None  # with which it may be made before the rest is planned
    parts: tuple[str, ...] = ()  # the paths of files that it holds
    assemble: Callable[[Mapping[str, bytes]], bytes] | None = None  # from its parts, by path
    closing: Callable[[Others], bytes] | None = None

    def plain(self) -> bytes:
        """Return the ingredients as JSON."""
        return orjson.dumps(self.ingredients, default=_plain, option=OPTIONS)

    def print_of_content(self) -> str:
        """Return what tells its content apart from others it might have, by the same program."""
        return blake2b(self.recipe.encode() + self.plain(), digest_size=12).hexdigest()


class Contents(Mapping[str, bytes]):
    """Files as they are planned, by path; each is made when it is asked for."""

    def __init__(self, outputs: Iterable[Output]) -> None:
        self._outputs = {one.path: one for one in outputs}

    def __getitem__(self, path: str) -> bytes:
        return self._outputs[path].make()

    def __iter__(self) -> Iterator[str]:
        return iter(self._outputs)

    def __len__(self) -> int:
        return len(self._outputs)


class Listed(NamedTuple):
    """What lists are made from: what all files of open data say of themselves, and the files."""

    offers: tuple[Offer, ...]
    contents: Mapping[str, bytes]


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):  # named tuples
        return list(value)
    raise TypeError(f"{type(value).__name__} cannot be an ingredient")
