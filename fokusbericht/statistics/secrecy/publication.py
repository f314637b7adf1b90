"""What a county publishes about its protected figures, as cells and relations for the attacker."""

from collections.abc import Iterable, Iterator, Mapping
from math import ceil, inf

from fokusbericht.model.figures import AreaYear, Geheimhaltung, Indikator, Zahlart
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import levels
from fokusbericht.statistics.disclosure import CaseSeries, Publication, Rule, View, publication
from fokusbericht.statistics.secrecy.areas import Cut, areas_of, today_s_cut
from fokusbericht.statistics.secrecy.cases import AVERAGES, OF_BASE, cases_of
from fokusbericht.statistics.secrecy.kin import Kin, group_cases
from fokusbericht.statistics.secrecy.same import is_protected

PERSONS = Geheimhaltung()
NOBODY = Rule(0)


def publication_of(report: Report, kin: Kin, cut: Cut | None = None) -> Publication:
    """Return all that is published about the figures that hang together with protected ones.

    With another cut than today's, the rooms are those of that cut.
    """
    groups = areas_of(report, cut or today_s_cut(report))
    sizes = sizes_of(report)
    series = [_series(report, kin, head, sizes) for head in kin.groups]
    sums = [(one.whole, one.parts) for one in kin.sums]
    return publication(series, groups, sums, kin.subsets)


def sizes_of(report: Report) -> dict[str, float]:
    """Return how large areas are: how many live there, or just their order.

    It must not depend on what is protected, or the choice of what is hidden would tell of it.
    """
    geografie = report.geografie
    leaves = (*geografie.kommunen, *geografie.quartiere)
    ref = _people(report)
    people = {area: cell.zahl for (area, _), cell in sorted(ref.werte.items())} if ref else {}
    return {area: people.get(area) or 1 + rank / 1000 for rank, area in enumerate(sorted(leaves))}


def _people(report: Report) -> Indikator | None:
    """Return the indicator that counts who lives in a Kommune, unless it is protected itself."""
    ref = report.kreis.bevoelkerung
    found = report.indikatoren.get(ref.key.name) if ref else None
    return found if found and not is_protected(found) else None


def _series(report: Report, kin: Kin, head: str, sizes: Mapping[str, float]) -> CaseSeries:
    names = kin.groups[head]
    indicators = [report.indikatoren[name] for name in names]
    cases = group_cases(report, names)
    rule = rule_of(indicators)
    unit = report.indikatoren[head].art in AVERAGES
    # In a protected table x stands for whatever is hidden, not only for what the source hides.
    raw = [one.geheimhaltung for one in indicators if one.geheimhaltung and not one.geschuetzt]
    unter = max((rule.unter for rule in raw), default=0.0)
    most = unter - 1 if unter else inf
    return CaseSeries(
        name=head,
        values=cases.values,
        rule=rule,
        bases=cases.bases,
        views=() if unit else _views(report, kin, head),
        marked=dict.fromkeys(cases.marked, most),
        known=_known(report, indicators, cases.values, rule),
        sizes=sizes,
        is_exact=not any(one.geschuetzt and one.art in OF_BASE for one in indicators),
        is_whole=not any(one.geschuetzt and _is_bare(one) for one in indicators),
    )


def _is_bare(indikator: Indikator) -> bool:
    """Say whether shares were taken over as they are: sums of them are not of whole cases."""
    based = any(cell.nenner for cell in indikator.werte.values())
    return indikator.art in OF_BASE and not based


def rule_of(indicators: Iterable[Indikator]) -> Rule:
    """Return the strictest rule of indicators that count the same cases."""
    rules = [one.geheimhaltung or PERSONS for one in indicators if is_protected(one)]
    if not rules:
        return NOBODY
    return Rule(
        ceil(max(rule.grenze for rule in rules)),
        any(rule.null_geheim for rule in rules),
        max(rule.schutzbreite for rule in rules) or None,
        is_given=all(one.geschuetzt for one in indicators),
    )


def _views(report: Report, kin: Kin, head: str) -> list[View]:
    """Return all ways in which the cases of a group are shown."""
    own = [_view(report, report.indikatoren[name]) for name in kin.groups[head]]
    return [*own, *_told(report, kin, head)]


def _view(report: Report, indikator: Indikator) -> View:
    cases = cases_of(report, indikator.key.name)
    places = [place for place, cell in indikator.werte.items() if cell.zahl is not None]
    if indikator.art is Zahlart.ANZAHL:
        return View(places)
    figures = {
        (area, year): figure.value
        for area, series in levels(report, indikator).items()
        for year, figure in series.items()
        if figure.value is not None
    }
    is_share = indikator.art is Zahlart.ANTEIL
    return View(
        places,
        cases.bases,
        indikator.je,
        indikator.dezimalstellen,
        figures,
        within=is_share,
        rest_below=_rest_limit(indikator),
    )


def _told(report: Report, kin: Kin, head: str) -> Iterator[View]:
    """Yield where shares and rates tell the cases they are measured by: by their numerators.

    Whoever knows these has the cases as well, and a public table prints them.
    """
    for name, heads in kin.over.items():
        one = report.indikatoren[name]
        if head in heads and one.art in OF_BASE:
            yield View([place for place, cell in one.werte.items() if cell.nenner and cell.zahl])


def _rest_limit(indikator: Indikator) -> float:
    """Return below which base the rest of a share is protected."""
    rule = indikator.geheimhaltung
    if rule is None or not is_protected(indikator) or indikator.art is not Zahlart.ANTEIL:
        return 0.0
    if rule.rest_geheim is None:
        return rule.rest_grenze
    return inf if rule.rest_geheim else 0.0


def _known(
    report: Report, indicators: list[Indikator], values: Mapping[AreaYear, float | None], rule: Rule
) -> frozenset[AreaYear]:
    """Return what cannot be hidden: what others publish, and what nobody has asked to protect.

    A small count of the whole county is as secret as any other.
    """
    if rule is NOBODY:
        return frozenset(values)
    given = _given(report.geografie.schluessel, indicators)
    return frozenset(
        place
        for place in given
        if (value := values.get(place)) is None or not rule.is_secret(value)
    )


def _given(county: str, indicators: Iterable[Indikator]) -> Iterator[AreaYear]:
    """Yield figures that are public: official ones of the county, all in a protected table."""
    for one in indicators:
        for place, cell in one.werte.items():
            if cell.zahl is not None and (one.geschuetzt or place[0] == county):
                yield place
