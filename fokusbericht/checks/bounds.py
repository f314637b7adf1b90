"""Figures that cannot be: shares beyond 0 to 100 %, a part above its whole, less than nothing."""

from collections.abc import Iterator

from fokusbericht.checks.doubts import MANY, UNTOLD, may_tell, named, written
from fokusbericht.checks.each import Looks, each_indicator
from fokusbericht.checks.spots import BASE, VALUE, cell_place, value_place
from fokusbericht.model.figures import Indikator, Wert, Zahlart
from fokusbericht.model.reading import unbatched
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem

ID = "wertebereich"
RATE = "Kann der Wert darüber liegen, wie bei einer Deckungsquote, ist es „art: rate“."
SALDO = "Ist die Zahl ein Unterschied wie „Zuzüge minus Fortzüge“, gehört dazu „saldo: true“."


def check(report: Report) -> Iterator[Problem]:
    """Yield figures that cannot be; of many in one table the first."""
    return unbatched(batches(report))


def batches(report: Report) -> Looks:
    """Yield the check of each indicator."""
    return each_indicator(report, _check)


def _check(report: Report, indikator: Indikator) -> Iterator[Problem]:
    if _is_no_percent(indikator):
        sentence = (
            f"Zähler durch Nenner mal {written(indikator.je)} ist kein Wert in Prozent: Zu "
            '„einheit: "%"“ gehört „je: 100“.'
        )
        yield Problem(value_place(report, indikator.place.path, "je"), sentence, ID)
        return
    found = [*_off_places(indikator)]
    tells = bool(found) and may_tell(report, indikator)
    for number, (area, year) in enumerate(found[:MANY], start=1):
        rest = len(found) - MANY if number == MANY else 0
        yield _problem(report, indikator, area, year, tells, rest)


def _is_no_percent(indikator: Indikator) -> bool:
    """Say whether the table is reckoned into something else than the percent it is called."""
    is_share = indikator.art in (Zahlart.ANTEIL, Zahlart.RATE) and not indikator.ableitung
    is_percent = indikator.einheit.strip() == "%" and indikator.je != 100
    parts = (cell.zaehler is not None for cell in indikator.werte.values())
    return is_share and is_percent and any(parts)


def whole_of(indikator: Indikator) -> float:
    """Return what a share of all comes to: 100 %, or 1,000 ‰."""
    return max(indikator.je, 100) if indikator.einheit.strip() == "%" else indikator.je


def _off_places(indikator: Indikator) -> Iterator[tuple[str, int]]:
    highest = whole_of(indikator) if indikator.art is Zahlart.ANTEIL else float("inf")
    for place, cell in indikator.werte.items():
        number, base = cell.zahl, cell.nenner
        # Nearly all figures are in order, and there are many.
        is_fine = number is not None and 0 <= number <= highest and (base is None or base > 0)
        if not is_fine and _is_off(indikator, cell):
            yield place


def _is_off(indikator: Indikator, cell: Wert) -> bool:
    number, part, base = cell.zahl, cell.zaehler, cell.nenner
    if base is not None and base < 0 and not indikator.ableitung:
        return True
    if indikator.art is Zahlart.ANTEIL:
        if part is not None and base is not None:
            return not 0 <= part <= base
        return number is not None and not 0 <= number <= whole_of(indikator)
    if indikator.saldo or indikator.ableitung:
        return False
    counted = number if indikator.art is Zahlart.ANZAHL else part
    return counted is not None and counted < 0


def _problem(
    report: Report, indikator: Indikator, area: str, year: int, tells: bool, rest: int
) -> Problem:
    cell = indikator.werte[area, year]
    what, column = _what(indikator, cell, tells)
    more = f" Ebenso an {rest} weiteren Stellen." if rest > 0 else ""
    sentence = f"{named(report, area)} {year}: {what}{more}{'' if tells else f' {UNTOLD}'}"
    place = indikator.place if indikator.ableitung else cell_place(indikator, area, year, column)
    return Problem(place, sentence, ID)


def _what(indikator: Indikator, cell: Wert, tells: bool) -> tuple[str, int]:
    """Return what is wrong with a cell, and in which column."""
    number, part, base = cell.zahl, cell.zaehler, cell.nenner
    if base is not None and base < 0 and not indikator.ableitung:
        return f"Ein Nenner{_shown(base, tells)} liegt nie unter 0.", BASE
    lowest = number if part is None else part
    if lowest is not None and lowest < 0:
        name = "Zähler" if part is not None else "Wert"
        way_out = "" if indikator.art is Zahlart.ANTEIL else f" {SALDO}"
        return f"Der {name}{_shown(lowest, tells)} liegt unter 0.{way_out}", VALUE
    if part is not None and base is not None:
        sentence = (
            f"Der Zähler{_shown(part, tells)} ist größer als der Nenner{_shown(base, tells)}; "
            f"ein Anteil ist nie mehr als das Ganze. {RATE}"
        )
        return sentence, VALUE
    whole = f"{written(whole_of(indikator))} {indikator.einheit}".strip()
    shown = _shown(number or 0, tells)
    return f"Der Anteil{shown} liegt über {whole}. {RATE}", VALUE


def _shown(value: float, tells: bool) -> str:
    return f" {written(value)}" if tells else ""
