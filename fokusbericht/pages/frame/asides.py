"""What stands beside a text: groups of links, each under its heading."""

from collections.abc import Iterable
from dataclasses import dataclass

from fokusbericht.model.base import Key, Ref
from fokusbericht.model.report import Report
from fokusbericht.pages.frame.links import links_to
from fokusbericht.views import Link
from fokusbericht.words.names import KINDS_PLURAL


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under a heading."""

    title: str
    links: tuple[Link, ...]


def link_group(report: Report, title: str, keys: Iterable[Key]) -> LinkGroup:
    """Return links to things under a heading."""
    return LinkGroup(title, links_to(report, keys))


def filled(groups: Iterable[LinkGroup]) -> tuple[LinkGroup, ...]:
    """Return the groups that have links."""
    return tuple(group for group in groups if group.links)


def keys_of(refs: Iterable[Ref]) -> tuple[Key, ...]:
    """Return what is referred to."""
    return tuple(ref.key for ref in refs)


def by_kind(report: Report, keys: Iterable[Key]) -> tuple[LinkGroup, ...]:
    """Return links to things of several kinds, under the name of each kind."""
    found = tuple(keys)
    return filled(
        link_group(report, title, (key for key in found if key.kind is kind))
        for kind, title in KINDS_PLURAL.items()
    )
