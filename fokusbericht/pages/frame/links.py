"""Links to things: by key, in order, before and after."""

from collections.abc import Iterable
from datetime import date

from fokusbericht.model.base import Key, Thing
from fokusbericht.model.report import Report
from fokusbericht.urls import url_of
from fokusbericht.views import Link


def link_to(report: Report, key: Key, note: str = "") -> Link:
    """Return a link to a thing."""
    return Link(report.titles[key], url_of(report, key), note, is_example=key in report.examples)


def links_to(report: Report, keys: Iterable[Key]) -> tuple[Link, ...]:
    """Return links to things, in their order."""
    return tuple(link_to(report, key) for key in keys)


def neighbours(report: Report, keys: tuple[Key, ...], key: Key) -> tuple[Link | None, Link | None]:
    """Return links to the things before and after one in an order.

    What is real leads on to what is real, an example to examples.
    """
    position, is_example = keys.index(key), key in report.examples

    def first(ones: Iterable[Key]) -> Link | None:
        alike = (one for one in ones if (one in report.examples) == is_example)
        return next((link_to(report, one) for one in alike), None)

    return first(reversed(keys[:position])), first(keys[position + 1 :])


def last_change(things: Iterable[Thing]) -> date | None:
    """Return the last change of several things; None if there are none."""
    return max((thing.geaendert for thing in things), default=None)
