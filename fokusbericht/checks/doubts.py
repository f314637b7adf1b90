"""What may be wrong with a figure, and who has said that it is right: the list `bestaetigt`.

A doubt is about a cell, or about a whole year. An entry of the list silences one of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fokusbericht.checks.secrecy import area_name
from fokusbericht.checks.spots import VALUE
from fokusbericht.model.figures import Indikator, Pruefregel
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy import is_protected, small_counts
from fokusbericht.statistics.secrecy.same import case_names

MANY = 3  # doubts of one rule that are told of an indicator; the rest is only counted
UNTOLD = "Zahlen nennt diese Meldung nicht, weil sie geheim sein können."


@dataclass(frozen=True, slots=True)
class Doubt:
    """What makes a cell doubtful; without an area it is about the whole year."""

    area: str
    year: int
    what: str
    column: int = VALUE


def unconfirmed(
    indikator: Indikator, regel: Pruefregel, doubts: Iterable[Doubt]
) -> Iterator[tuple[Doubt, str]]:
    """Yield the doubts that nobody has confirmed, each with the sentence that tells it."""
    sure = {(one.raum, one.jahr) for one in indikator.bestaetigt if one.regel is regel}
    cells: dict[tuple[str, int], Doubt] = {}
    for doubt in doubts:
        cells.setdefault((doubt.area, doubt.year), doubt)
    found = [doubt for cell, doubt in cells.items() if cell not in sure]
    rest = len(found) - MANY
    for number, doubt in enumerate(found[:MANY], start=1):
        more = _more(rest) if number == MANY and rest > 0 else ""
        yield doubt, f"{doubt.what}{more} {_way_out(indikator, regel, doubt)}"


def _more(rest: int) -> str:
    return " Ebenso an einer weiteren Stelle." if rest == 1 else f" Ebenso an {rest} weiteren."


def _way_out(indikator: Indikator, regel: Pruefregel, doubt: Doubt) -> str:
    raum = f'raum: "{doubt.area}", ' if doubt.area else ""
    entry = f"{{{raum}jahr: {doubt.year}, regel: {regel.value}, grund: …}}"
    name = indikator.place.path.rpartition("/")[2]
    if indikator.bestaetigt:
        return f"Sind die Zahlen richtig, gehört in {name} unter „bestaetigt“: {entry}"
    return f"Sind die Zahlen richtig, gehört in {name}: bestaetigt: [{entry}]"


def named(report: Report, area: str) -> str:
    """Return the name of any area that a table may have a row for."""
    return report.geografie.vergleich.get(area) or area_name(report, area)


def may_tell(report: Report, indikator: Indikator) -> bool:
    """Say whether a message may show figures: messages may be public, secrets must not be."""
    if indikator.geschuetzt or is_protected(indikator):
        return False
    if indikator.geheimhaltung is None and any(small_counts(indikator, with_bases=True)):
        return False
    others = (one for one in report.indikatoren.values() if is_protected(one) or one.geschuetzt)
    return not any(_hang_together(indikator, other) for other in others)


def _hang_together(one: Indikator, other: Indikator) -> bool:
    return bool(
        other.key.name in _mentioned(one)
        or one.key.name in _mentioned(other)
        or case_names(one) & case_names(other)
    )


def _mentioned(indikator: Indikator) -> set[str]:
    groups = (indikator.gleiche_faelle, *indikator.bestandteile)
    return {ref.key.name for group in groups for ref in group}


def written(value: float) -> str:
    """Return a number the German way, with all its digits: 1.234,5."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,")).replace("-", "−")
