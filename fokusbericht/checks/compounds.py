"""Hints at long words of titles that nobody has split: the search cannot find their parts."""

import re
from collections.abc import Iterator

from fokusbericht.model.base import Label, Thing
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff
from fokusbericht.problems import Place, Problem, Severity

ID = "wortteile"
LONG = 12  # letters from which on a word of a title is mostly put together from others
WORD = re.compile(rf"\b[A-ZÄÖÜ][^\W\d_]{{{LONG - 1},}}")


def check(report: Report) -> Iterator[Problem]:
    """Yield hints at words that are neither split nor said to stay whole; without a list none."""
    if not len(report.wortteile):
        return
    told = {word.casefold() for word in report.wortteile}
    for title, place in titles(report):
        for word in WORD.findall(title):
            if word.casefold() not in told:
                told.add(word.casefold())
                yield Problem(place, _sentence(word), ID, Severity.WARNING)


def titles(report: Report) -> Iterator[tuple[str, Place]]:
    """Yield the titles that people look for things by, each with its place."""
    things: tuple[Thing | Label, ...] = (
        *report.indikatoren.values(),
        *report.handlungsfelder.values(),
        *report.empfehlungen.values(),
        *report.querschnitt.values(),
        *report.zielgruppen.values(),
    )
    yield from ((one.titel, one.place) for one in things)
    begriffe: tuple[Begriff, ...] = tuple(report.begriffe.values())
    yield from ((one.begriff, one.place) for one in begriffe)


def _sentence(word: str) -> str:
    return (
        f"Die Suche findet die Teile von „{word}“ nicht. Bitte in content/wortteile.yml eintragen: "
        f"„{word}: [Teil, Teil]“, oder „{word}: []“, wenn es sich nicht teilen lässt."
    )
