"""Which figures of a report must be hidden, so that none about few people can be computed.

An indicator with `geheimhaltung` hides its small counts, and as many others as it takes that sums,
shares and parts do not give them away. Whatever is derived from a hidden figure is hidden as well.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

from fokusbericht.model.figures import (
    Ableitungsart,
    Fehlgrund,
    Geheimhaltung,
    Indikator,
    Wert,
    Zahlart,
)
from fokusbericht.model.report import Report

if TYPE_CHECKING:
    from fokusbericht.statistics.disclosure import Publication, Secrets, Series

Place = tuple[str, int]  # area or key of a Betrachtungsraum, and year
Hidden = Mapping[str, frozenset[Place]]


@lru_cache(maxsize=2)
def hidden_places(report: Report) -> Hidden:
    """Return what must be hidden of each indicator; most reports hide nothing."""
    found = _secrets(report)
    hidden = {name: found.hidden(name) for name in found.primary} if found else {}
    derived = {
        name: places
        for name, one in report.indikatoren.items()
        if (places := frozenset(_hidden_by_source(one, hidden)))
    }
    return hidden | derived


def protected(report: Report) -> dict[str, Indikator]:
    """Return the indicators that ask for secrecy and have something to hide, with their parts."""
    asking = {
        name: one
        for name, one in report.indikatoren.items()
        if one.geheimhaltung and not one.geheimhaltung.keine and not one.ableitung
    }
    return asking if any(_has_small(one) for one in asking.values()) else {}


def small_counts(indikator: Indikator, minimum: float = 3) -> Iterator[Place]:
    """Yield where Kommunen and Quartiere have fewer cases than the minimum, but more than none."""
    for (area, year), cell in indikator.werte.items():
        cases = count_of(indikator, cell)
        # Eight digits are a Kommune, more a Quartier; shorter keys are counties and Länder.
        if len(area) >= 8 and cases is not None and 0 < cases < minimum:
            yield area, year


def count_of(indikator: Indikator, cell: Wert) -> float | None:
    """Return the cases behind a figure: the count itself, or the numerator of a share."""
    if indikator.art is Zahlart.ANZAHL:
        return cell.zahl
    return cell.zaehler


def publication_of(report: Report) -> "Publication | None":
    """Return all that is published about the protected indicators, for the attacker."""
    from fokusbericht.statistics.disclosure import publication

    indicators = protected(report)
    if not indicators:
        return None
    return publication(_all_series(report, indicators), _groups(report), _sums(indicators))


@lru_cache(maxsize=2)
def _secrets(report: Report) -> "Secrets | None":
    indicators = protected(report)
    if not indicators:
        return None
    # SciPy's solver is only loaded where there is something to solve.
    from fokusbericht.statistics.disclosure import secret_cells

    return secret_cells(_all_series(report, indicators), _groups(report), _sums(indicators))


def unprotectable(report: Report) -> tuple[str, ...]:
    """Return the figures that hiding cannot protect, as "indicator|area|year"."""
    found = _secrets(report)
    return tuple(leak.cell for leak in found.findings) if found else ()


def _has_small(indikator: Indikator) -> bool:
    rule = indikator.geheimhaltung or Geheimhaltung()
    marked = any(cell.fehlt is Fehlgrund.GEHEIM for cell in indikator.werte.values())
    nobody = rule.null_geheim and any(
        count_of(indikator, cell) == 0 for cell in indikator.werte.values()
    )
    return marked or nobody or any(small_counts(indikator, rule.mindestzahl))


def _all_series(report: Report, indicators: Mapping[str, Indikator]) -> list["Series"]:
    return [_series(report, name, one) for name, one in indicators.items()]


def _series(report: Report, name: str, indikator: Indikator) -> "Series":
    from fokusbericht.statistics.disclosure import Rule, Series

    geografie, rule = report.geografie, indikator.geheimhaltung or Geheimhaltung()
    ours = {*geografie.kommunen, *geografie.quartiere, geografie.schluessel}
    inside = {place: cell for place, cell in indikator.werte.items() if place[0] in ours}
    shares = indikator.art is not Zahlart.ANZAHL
    return Series(
        name=name,
        values={place: count_of(indikator, cell) for place, cell in inside.items()},
        rule=Rule(int(rule.mindestzahl), rule.null_geheim, rule.schutzbreite or None),
        bases={place: cell.nenner for place, cell in inside.items() if cell.nenner}
        if shares
        else {},
        per=indikator.je,
        digits=indikator.dezimalstellen if shares else None,
        marked={
            place: rule.unter - 1 if rule.unter else inf
            for place, cell in inside.items()
            if cell.fehlt is Fehlgrund.GEHEIM
        },
        # What the county itself publishes officially cannot be called back.
        known=[place for place in inside if place[0] == geografie.schluessel],
    )


def _groups(report: Report) -> dict[str, tuple[str, ...]]:
    geografie = report.geografie
    rooms = {name: raum.kommunen for name, raum in geografie.raeume.items()}
    parts: dict[str, tuple[str, ...]] = {}
    for one in geografie.quartiere.values():
        parts[one.kommune] = (*parts.get(one.kommune, ()), one.schluessel)
    return parts | rooms | {geografie.schluessel: tuple(geografie.raeume)}


def _sums(indicators: Mapping[str, Indikator]) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(ref.key.name for ref in one.bestandteile)
        for name, one in indicators.items()
        if one.bestandteile and all(ref.key.name in indicators for ref in one.bestandteile)
    }


def _hidden_by_source(indikator: Indikator, hidden: Hidden) -> Iterator[Place]:
    """Yield the places of a derived or weighted figure that a hidden one can be read from."""
    ableitung = indikator.ableitung
    if ableitung is None:
        return
    above = hidden.get(ableitung.von.key.name, frozenset())
    below = hidden.get(ableitung.durch.key.name, frozenset()) if ableitung.durch else above
    years = {year for _, year in indikator.werte}
    for area, year in above | below:
        if ableitung.art is Ableitungsart.VERHAELTNIS:
            yield area, year
        else:
            # A hidden year hides its own change, and all that are measured by it.
            yield area, year
            if year == ableitung.seit:
                yield from ((area, other) for other in years)
            elif ableitung.jahre:
                yield area, year + ableitung.jahre
