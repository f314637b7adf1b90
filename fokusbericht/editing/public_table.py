"""The public table of a protected indicator: what may be published, and nothing else.

    raum;jahr;geschuetzt;nenner
    01099001;2022;2,4;500
    01099002;2022;x;40
    nord;2022;x;.

Rooms and the county have rows of their own, for what is hidden cannot be added up again.
"""

from decimal import Decimal

from fokusbericht.load.figures import PROTECTED
from fokusbericht.model.figures import Fehlgrund, Indikator, Wert
from fokusbericht.sources.numbers import cell_text

UNKNOWN = Fehlgrund.UNBEKANNT


def public_table(indikator: Indikator) -> str:
    """Return the cells of an indicator in which only what may be published is left."""
    has_bases = any(cell.nenner is not None for cell in indikator.werte.values())
    head = ("raum", "jahr", PROTECTED, *(("nenner",) if has_bases else ()))
    lines = [
        ";".join((area, str(year), _value(indikator, cell), *((_base(cell),) if has_bases else ())))
        for (area, year), cell in sorted(indikator.werte.items())
    ]
    return "\n".join((";".join(head), *lines, ""))


def count_hidden(indikator: Indikator) -> int:
    """Return how many cells of an indicator are hidden."""
    return sum(cell.fehlt is Fehlgrund.GEHEIM for cell in indikator.werte.values())


def _value(indikator: Indikator, cell: Wert) -> str:
    if cell.zahl is None:
        return (cell.fehlt or UNKNOWN).value
    return f"{cell.zahl:.{indikator.dezimalstellen}f}".replace(".", ",")


def _base(cell: Wert) -> str:
    return UNKNOWN.value if cell.nenner is None else cell_text(Decimal(repr(cell.nenner)))
