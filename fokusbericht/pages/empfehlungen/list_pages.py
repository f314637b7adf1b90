"""A long list in pages of a hundred: what stands on each, and the ways between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fokusbericht.model.recommendations import Handlungsempfehlung
from fokusbericht.views import Link
from fokusbericht.words import phrases
from fokusbericht.words.progress import newest_first

LENGTH = 100  # rows
RESULTS = "ergebnisse"  # the id of where the rows begin


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list, and what is said above its rows."""

    number: int
    rows: tuple[Handlungsempfehlung, ...]
    found: str

    @property
    def real(self) -> list[Handlungsempfehlung]:
        """Return those that count."""
        return [one for one in self.rows if not one.beispiel]

    @property
    def made_up(self) -> list[Handlungsempfehlung]:
        """Return the examples; they come after all real ones."""
        return [one for one in self.rows if one.beispiel]


def list_pages(found: Sequence[Handlungsempfehlung]) -> Iterator[ListPage]:
    """Yield the pages of a list, the newest first; a short list and an empty one have one."""
    real = newest_first(one for one in found if not one.beispiel)
    made_up = newest_first(one for one in found if one.beispiel)
    rows = (*real, *made_up)
    parts = [rows[start : start + LENGTH] for start in range(0, len(rows), LENGTH)] or [()]
    for number, part in enumerate(parts, start=1):
        first = (number - 1) * LENGTH + 1
        last = min(number * LENGTH, len(real))
        if len(parts) == 1 or first > last:
            yield ListPage(number, part, phrases.empfehlungen(len(real)))
        else:
            yield ListPage(number, part, phrases.empfehlungen_of_page(len(real), first, last))


def url_of_page(url: str, number: int) -> str:
    """Return the address of a page of the list at an address."""
    return url if number == 1 else f"{url}seite/{number}/"


def ways(url: str, number: int, count: int) -> tuple[Link, ...]:
    """Return the links to all pages of a list; none where there is but one."""
    if count == 1:
        return ()
    return tuple(_link(url, one, str(one), one == number) for one in range(1, count + 1))


def neighbours(url: str, number: int, count: int) -> tuple[Link | None, Link | None]:
    """Return the links to the page before and to the one after."""
    before = _link(url, number - 1, "Vorherige Seite") if number > 1 else None
    after = _link(url, number + 1, "Nächste Seite") if number < count else None
    return before, after


def _link(url: str, number: int, title: str, current: bool = False) -> Link:
    return Link(title, f"{url_of_page(url, number)}#{RESULTS}", current=current)
