"""Nothing has happened after the key date: steps of the future, and a key date left behind."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fokusbericht.checks.spots import KREIS, value_place
from fokusbericht.checks.wording import written
from fokusbericht.model.base import PartialDate, Thing
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem

ID = "stichtag"


class PastEvent(NamedTuple):
    """Something that is said to have happened, in the file of a thing."""

    datum: PartialDate
    place: Place
    what: str
    thing: Thing

    def is_after(self, stichtag: date) -> bool:
        """Say whether it is after the key date, or after the day from which it may be known."""
        return self.datum.earliest() > max(stichtag, self.thing.ab or stichtag)


def check(report: Report) -> Iterator[Problem]:
    """Yield steps and decisions after the key date; those of a newer file speak against it."""
    stichtag = report.kreis.stichtag
    if stichtag.year == 1:
        return  # it is missing, which is told
    late = [past for past in _past_events(report) if past.is_after(stichtag)]
    for past in late:
        if past.datum.earliest() > past.thing.geaendert > date.min:
            yield Problem(past.place, _future(past, stichtag), ID)
    known = [past for past in late if past.datum.earliest() <= past.thing.geaendert]
    if known:
        newest = max(known, key=lambda past: past.datum.earliest())
        yield Problem(value_place(report, KREIS, "stichtag"), _left_behind(newest, stichtag), ID)


def _past_events(report: Report) -> Iterator[PastEvent]:
    for vorgang in report.vorgaenge():
        for step in vorgang.verlauf:
            yield PastEvent(step.datum, step.place, "Dieser Schritt", vorgang)
    for feld in report.handlungsfelder.values():
        for change in feld.verlauf:
            yield PastEvent(change.datum, change.place, "Dieser Schritt", feld)
    for beschluss in report.beschluesse.values():
        yield PastEvent(beschluss.datum, beschluss.place, "Dieser Beschluss", beschluss)
    for indikator in report.indikatoren.values():
        # Years that its file does not reach either are doubted one by one.
        for year in () if indikator.ableitung else indikator.years()[-1:]:
            if year <= indikator.geaendert.year:
                yield PastEvent(PartialDate(year), indikator.place, "Dieses Jahr", indikator)


def _future(past: PastEvent, stichtag: date) -> str:
    return (
        f"{past.what} ({written(past.datum)}) liegt in der Zukunft: nach dem „stichtag“ "
        f"({stichtag.isoformat()}) und nach „geaendert“ ({past.thing.geaendert.isoformat()}). "
        "Eingetragen wird nur, was geschehen ist; bitte das Datum berichtigen oder den Eintrag "
        "streichen."
    )


def _left_behind(past: PastEvent, stichtag: date) -> str:
    return (
        f"Der „stichtag“ ({stichtag.isoformat()}) ist älter als ein Eintrag vom "
        f"{written(past.datum)} in {past.place.path}. Bitte den Stichtag nachziehen oder dort "
        "das Datum berichtigen."
    )
