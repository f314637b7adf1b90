"""Questions to a report that are answered once: the answer lives and dies with the report."""

from collections.abc import Callable
from enum import Enum
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar, cast

from fokusbericht.model.base import Key
from fokusbericht.model.reading import QUERIES, note, recorded
from fokusbericht.model.report import Report

P = ParamSpec("P")
T = TypeVar("T")


def query(function: Callable[Concatenate[Report, P], T]) -> Callable[Concatenate[Report, P], T]:
    """Let a function of a report answer each question once.

    Nothing is kept by the module: another report, also one made of this, begins with no answers.
    Whoever asks has read the answer, and so all that it was made of.
    """

    def answer(report: Report, *args: P.args, **kwargs: P.kwargs) -> T:
        asked = (function, *args, *kwargs.items())
        name = _name(function.__module__, function.__name__, *args)
        if asked not in report.answers:
            with recorded() as spots:
                report.answers[asked] = function(report, *args, **kwargs)
            report.asked.setdefault(name, set()).update(spots)
        note((QUERIES, name))
        return cast(T, report.answers[asked])

    return cast("Callable[Concatenate[Report, P], T]", update_wrapper(answer, function))


def _name(module: str, function: str, *args: object) -> str:
    """Return a question in words; those that differ in what has no words count as one."""
    plain = [str(one) for one in args if isinstance(one, str | int | Enum | Key)]
    return "/".join([f"{module.removeprefix('fokusbericht.')}.{function}", *plain])
