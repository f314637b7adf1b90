"""All planners, and the plan of the whole site."""

import re
from collections.abc import Iterator

from fokusbericht import assets
from fokusbericht.exports import EXPORTS
from fokusbericht.model.report import Report
from fokusbericht.output import Output
from fokusbericht.pages import PAGES
from fokusbericht.problems import Place, Problem
from fokusbericht.statistics.secrecy import as_published
from fokusbericht.urls import path_of

PART = r"[A-Za-z0-9_][A-Za-z0-9._-]{0,150}"
PATH = re.compile(rf"(?:\.well-known/)?{PART}(?:/{PART}){{0,20}}")

PLANNERS = (assets, *PAGES, *EXPORTS)


def plan_site(report: Report) -> tuple[list[Output], list[Problem]]:
    """Return all outputs of a site, and what is wrong with their addresses.

    They are planned from a report that knows nothing which may not be published.
    """
    report = as_published(report)
    outputs = [output for planner in PLANNERS for output in planner.plan(report)]
    return outputs, [
        *_strange_paths(outputs),
        *_collisions(outputs),
        *_dead_menus(report, outputs),
    ]


def _strange_paths(outputs: list[Output]) -> Iterator[Problem]:
    """Yield what would be written outside of the site, or cannot be an address."""
    for output in outputs:
        if not PATH.fullmatch(output.path):
            sentence = f"„/{output.path}“ kann keine Adresse sein."
            yield Problem(output.source, sentence, "adresse")


def _collisions(outputs: list[Output]) -> Iterator[Problem]:
    writers: dict[str, Place] = {}
    for output in outputs:
        if output.path in writers:
            other = writers[output.path].path
            sentence = f"Die Adresse „/{output.path}“ hat schon {other}."
            yield Problem(output.source, sentence, "doppelte-adresse")
        writers.setdefault(output.path, output.source)


def _dead_menus(report: Report, outputs: list[Output]) -> Iterator[Problem]:
    kreis = report.kreis
    paths = {output.path for output in outputs}
    for point in (*kreis.navigation, *kreis.fusszeile, *kreis.tueren):
        if point.ziel.startswith("/") and path_of(point.ziel) not in paths:
            sentence = f"Die Adresse „{point.ziel}“ gibt es auf der Seite nicht."
            yield Problem(point.place, sentence, "toter-link")
