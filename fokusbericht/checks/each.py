"""Rules that look at one thing after the other: each look is known by itself."""

from collections.abc import Callable, Iterator
from functools import partial

from fokusbericht.model.base import Text
from fokusbericht.model.figures import Indikator
from fokusbericht.model.reading import Batch
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

Looks = Iterator[Batch[Problem]]


def each_indicator(
    report: Report, check: Callable[[Report, Indikator], Iterator[Problem]]
) -> Looks:
    """Yield the check of each indicator."""
    for name, indikator in report.indikatoren.items():
        yield Batch(name, partial(check, report, indikator))


def each_text(report: Report, check: Callable[[Report, Text], Iterator[Problem]]) -> Looks:
    """Yield the check of each text."""
    for text in report.texts():
        yield Batch(str(text.place), partial(check, report, text))
