"""A name for all that the pictures and tables of an indicator are made of."""

from collections.abc import Iterator
from dataclasses import fields
from hashlib import blake2b

import orjson

from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Levels
from fokusbericht.words.numbers import is_too_small

# Words around the figures, which no picture or table shows, and what only checks ask for; whatever
# is not named here counts.
WORDS = (
    *("place", "kurz", "body", "geaendert", "quellen", "methode", "hinweis"),
    *("ab", "tabelle", "toleranz", "bestaetigt"),
)
OPTIONS = orjson.OPT_NON_STR_KEYS


def figures_print(report: Report, indikator: Indikator, levels: Levels) -> str:
    """Return a name that changes with whatever pictures and tables are made of.

    That is all of the indicator but some words, its figures at all levels, and who is too small
    for a rank, which another indicator may decide.
    """
    said = [
        (one.name, getattr(indikator, one.name))
        for one in fields(indikator)
        if one.name not in (*WORDS, "werte")
    ]
    cells = [(*spot, cell) for spot, cell in indikator.werte.items()]
    parts = [said, cells, levels, list(_too_small(report, indikator))]
    return blake2b(orjson.dumps(parts, default=_plain, option=OPTIONS), digest_size=10).hexdigest()


def _too_small(report: Report, indikator: Indikator) -> Iterator[tuple[str, int]]:
    if indikator.rang is None:
        return
    for year in indikator.years():
        for ags in report.geografie.kommunen:
            if is_too_small(report, indikator, ags, year):
                yield ags, year


def _plain(value: object) -> object:
    if isinstance(value, tuple):  # a place: where a thing stands in its file shows nowhere
        return None
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    raise TypeError(f"{type(value).__name__} has no print")
