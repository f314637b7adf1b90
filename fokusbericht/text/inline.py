"""Runs of text as HTML that is XML as well: what a link holds stands in one link."""

from collections.abc import Callable
from itertools import groupby

from fokusbericht.text.blocks import Run, Runs
from fokusbericht.text.markup import escaped, quoted


def inline(runs: Runs, address: Callable[[str], str]) -> str:
    """Return runs as HTML; `address` tells how a link is written where it stands."""
    found = []
    for href, group in groupby(runs, lambda run: run.href):
        text = "".join(map(_styled, group))
        found.append(f"<a href={quoted(address(href))}>{text}</a>" if href else text)
    return "".join(found)


def _styled(run: Run) -> str:
    text = escaped(run.text).replace("\n", "<br/>")
    marks = ((run.raised, "sup"), (run.struck, "del"), (run.italic, "em"), (run.bold, "strong"))
    for is_marked, tag in marks:
        if is_marked:
            text = f"<{tag}>{text}</{tag}>"
    return text
