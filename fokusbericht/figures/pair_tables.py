"""A pair of figures as tables: who is in which thirds, and all values."""

from collections.abc import Sequence
from dataclasses import dataclass

from fokusbericht.figures.areas import sorted_kommunen
from fokusbericht.figures.pair_pictures import axes
from fokusbericht.model.report import Report
from fokusbericht.statistics.pairs import Axis, Pair
from fokusbericht.statistics.relate import bivariate, thirds
from fokusbericht.text.formatting import format_number, format_quantity
from fokusbericht.urls import url_of
from fokusbericht.views import Cell
from fokusbericht.words.numbers import number_cell
from fokusbericht.words.pairs import with_unit
from fokusbericht.words.secret import MARK_NOTE

THIRDS = ("unten", "mittig", "oben")


@dataclass(frozen=True, slots=True)
class PairTable:
    """A table."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    note: str = ""


def table_of_thirds(pair: Pair, names: Sequence[str]) -> PairTable:
    """Return who is in which of the nine classes, the upper row first as in the map's legend."""
    classes = bivariate(pair.xs, pair.ys)
    upright = _third_names(pair.y, pair.ys)
    rows = []
    for up in reversed(range(len(THIRDS))):
        inside = [
            sorted(name for name, one in zip(names, classes, strict=True) if one == (across, up))
            for across in range(len(THIRDS))
        ]
        cells = (Cell(", ".join(places) or "–", note=_count(places)) for places in inside)
        rows.append((Cell(upright[up]), *cells))
    head = ("Drittel", *_third_names(pair.x, pair.xs))
    return PairTable(head, tuple(rows), "Die Kommunen nach Dritteln beider Zahlen")


def _third_names(axis: Axis, values: Sequence[float]) -> tuple[str, ...]:
    """Return "Eigentümerquote unten: 20,3 bis 35,1 %" for the lower third, and so on."""
    indikator, found = axis.indikator, thirds(values)
    names = []
    for number, place in enumerate(THIRDS):
        inside = [value for value, third in zip(values, found, strict=True) if third == number]
        name = f"{indikator.titel} {place}"
        if inside:
            low = format_number(min(inside), indikator.dezimalstellen)
            high = format_quantity(max(inside), indikator.einheit, indikator.dezimalstellen)
            name = f"{name}: {low} bis {high}"
        names.append(name)
    return tuple(names)


def _count(places: list[str]) -> str:
    if not places:
        return ""
    return "1 Kommune" if len(places) == 1 else f"{len(places)} Kommunen"


def table_of_values(report: Report, pair: Pair) -> PairTable:
    """Return both figures of all Kommunen."""
    rows = tuple(
        (
            Cell(kommune.name, url_of(report, kommune.key)),
            *(
                number_cell(axis.indikator, axis.messung.at(kommune.ags, axis.year))
                for axis in axes(pair)
            ),
        )
        for kommune in sorted_kommunen(report)
    )
    head = ("Kommune", with_unit(pair.x), with_unit(pair.y))
    caption = f"{pair.x.title} und {pair.y.title} in allen Kommunen"
    secret = any(axis.messung.has_secret(axis.year) for axis in axes(pair))
    return PairTable(head, rows, caption, MARK_NOTE * secret)
