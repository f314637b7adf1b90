"""Questions to a report that are answered once: the answer lives and dies with the report."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar, cast

from fokusbericht.model.report import Report

P = ParamSpec("P")
T = TypeVar("T")


def query(function: Callable[Concatenate[Report, P], T]) -> Callable[Concatenate[Report, P], T]:
    """Let a function of a report answer each question once; the rest of it are plain positions.

    Nothing is kept by the module: another report, also one made of this, begins with no answers.
    """

    def answer(report: Report, *args: P.args, **kwargs: P.kwargs) -> T:
        asked = (function, *args, *kwargs.items())
        if asked not in report.answers:
            report.answers[asked] = function(report, *args, **kwargs)
        return cast(T, report.answers[asked])

    return cast("Callable[Concatenate[Report, P], T]", update_wrapper(answer, function))
