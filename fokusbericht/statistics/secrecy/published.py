"""A report with nothing in it but what may be published: rounded, hidden where need be.

What is reckoned from protected figures is reckoned anew from what is published of them, so that it
cannot tell more.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from fokusbericht.model.figures import AreaYear, Fehlgrund, Indikator, Wert
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import Figure, levels
from fokusbericht.statistics.derive import derived
from fokusbericht.statistics.rounding import shown
from fokusbericht.statistics.secrecy.cases import AVERAGES

Hidden = Mapping[str, frozenset[AreaYear]]


def published_report(report: Report, hidden: Hidden, unknown_bases: Hidden) -> Report:
    """Return what is left of a report when the hidden places of its protected figures are.

    `hidden` names all protected indicators; of `unknown_bases` no denominators are told, either.
    """
    tables = {
        name: replace(
            one,
            werte=dict(_cells(report, one, hidden[name], unknown_bases.get(name, ()))),
            geschuetzt=True,
        )
        for name, one in report.indikatoren.items()
        if name in hidden and not one.geschuetzt
    }
    basic = replace(report, indikatoren={**report.indikatoren, **tables}, is_published=True)
    anew = {
        name: _derived_anew(basic, one)
        for name, one in report.indikatoren.items()
        if one.ableitung and any(source in hidden for source in sources_of(one))
    }
    return replace(basic, indikatoren={**basic.indikatoren, **anew})


def sources_of(indikator: Indikator) -> tuple[str, ...]:
    """Return the indicators that a derived one follows from."""
    ableitung = indikator.ableitung
    refs = (ableitung.von, ableitung.durch) if ableitung else ()
    return tuple(ref.key.name for ref in refs if ref)


def _cells(
    report: Report,
    indikator: Indikator,
    hidden: Collection[AreaYear],
    baseless: Collection[AreaYear],
) -> Iterator[tuple[AreaYear, Wert]]:
    """Yield the cells of a protected table: of the Kommunen, the rooms, the county and others."""
    for area, series in levels(report, indikator).items():
        for year, figure in series.items():
            place = (area, year)
            given = indikator.werte.get(place)
            base = given.nenner if given and place not in baseless else None
            if place in hidden and indikator.art in AVERAGES:
                base = None  # of a mean the base is what is secret
            is_there = figure.value is not None or figure.missing is Fehlgrund.GEHEIM
            if place in hidden and is_there:
                yield place, Wert(None, Fehlgrund.GEHEIM, None, base)
            elif figure.value is not None:
                yield place, Wert(shown(figure.value, indikator.dezimalstellen), None, None, base)
            elif given or figure.missing is Fehlgrund.GEHEIM or figure.parts == figure.whole:
                # Of a sum that lacks parts is told how many there are: that is reckoned again.
                yield place, Wert(None, figure.missing, None, base)


def _derived_anew(report: Report, indikator: Indikator) -> Indikator:
    """Return a derived indicator as it follows from what is published."""
    sources = {name: report.indikatoren[name] for name in sources_of(indikator)}
    wide = {
        name: replace(one, werte=dict(_flat(levels(report, one)))) for name, one in sources.items()
    }
    own = {area for one in sources.values() for area, _ in one.werte}
    own -= report.geografie.raeume.keys()
    werte = {
        place: replace(cell, zahl=_shown(indikator, cell), zaehler=None)
        for place, cell in derived(indikator, wide)
        if cell.fehlt is not Fehlgrund.UNBEKANNT or place[0] in own
    }
    return replace(indikator, werte=werte, geschuetzt=True)


def _flat(found: Mapping[str, Mapping[int, Figure]]) -> Iterator[tuple[AreaYear, Wert]]:
    for area, series in found.items():
        for year, figure in series.items():
            yield (area, year), Wert(figure.value, figure.missing)


def _shown(indikator: Indikator, cell: Wert) -> float | None:
    return None if cell.zahl is None else shown(cell.zahl, indikator.dezimalstellen)
