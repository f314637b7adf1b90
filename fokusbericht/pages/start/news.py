"""What is new, on the start page: the last news, the last decisions, the last changed figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from fokusbericht.figures.profile import breaks_of
from fokusbericht.model.figures import Indikator
from fokusbericht.model.planning import Beschluss
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Aktuelles
from fokusbericht.pages.frame.links import link_to
from fokusbericht.statistics.aggregate import FigureSeries
from fokusbericht.statistics.messung import messungen
from fokusbericht.text.formatting import format_date
from fokusbericht.urls import url_of
from fokusbericht.views import Link
from fokusbericht.words.names import ERGEBNISSE, name_of_body
from fokusbericht.words.numbers import number_cell, value_text

MOST = 3
Dated = TypeVar("Dated", Aktuelles, Beschluss)


@dataclass(frozen=True, slots=True)
class NewsColumn:
    """The newest of one kind, and where all of them are."""

    title: str
    links: tuple[Link, ...]
    more: Link


def news_columns(report: Report) -> tuple[NewsColumn, ...]:
    """Return what is new, kind by kind; a kind of which there is nothing is left out."""
    found = (
        NewsColumn("Nachrichten", tuple(_news(report)), Link("Alle Nachrichten", "/aktuelles/")),
        NewsColumn(
            "Beschlüsse", tuple(_decisions(report)), Link("Alle Beschlüsse", "/beschluesse/")
        ),
        NewsColumn("Zahlen", tuple(_changed(report)), Link("Alle Zahlen", "/sozialbericht/")),
    )
    return tuple(column for column in found if column.links)


def _news(report: Report) -> Iterator[Link]:
    for one in _newest(report.aktuelles.values()):
        yield link_to(report, one.key, format_date(one.datum))


def _decisions(report: Report) -> Iterator[Link]:
    for one in _newest(report.beschluesse.values()):
        result = f"{name_of_body(report, one)}, {ERGEBNISSE[one.ergebnis]}"
        yield link_to(report, one.key, f"{format_date(one.datum)} · {result}")


def _newest(things: Iterable[Dated]) -> list[Dated]:
    real = (one for one in things if not one.beispiel)
    return sorted(real, key=lambda one: (-one.datum.latest().toordinal(), one.key.name))[:MOST]


def _changed(report: Report) -> Iterator[Link]:
    """Yield the county's newest figures that can be compared with an earlier one."""
    found = [
        (-last, one.indikator.titel, _change(one.indikator, series, before, last), one.indikator)
        for one in messungen(report).values()
        if not one.indikator.beispiel
        and (series := one.series(one.own))
        and (pair := _last_two(one.indikator, series))
        for before, last in (pair,)
    ]
    for _, title, note, one in sorted(found, key=lambda entry: entry[:2])[:MOST]:
        yield Link(title, url_of(report, one.key), note)


def _last_two(indikator: Indikator, series: FigureSeries) -> tuple[int, int] | None:
    """Return the last two years with a value, unless they are the same or a break parts them."""
    known = [year for year, figure in series.items() if figure.value is not None][-2:]
    if len(known) < 2 or any(known[0] < cut <= known[1] for cut in breaks_of(indikator)):
        return None
    before, last = known
    texts = {value_text(indikator, series[year]) for year in known}
    return (before, last) if len(texts) > 1 else None


def _change(indikator: Indikator, series: FigureSeries, before: int, last: int) -> str:
    then = number_cell(indikator, series[before]).text
    return f"{value_text(indikator, series[last])} ({last}), zuvor {then} ({before})"
