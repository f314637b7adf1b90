"""Which figures must be hidden, so that none about few people can be computed from the rest.

An indicator with `geheimhaltung` hides its small counts, and as many others as it takes that sums,
shares and parts do not give them away; so does all that hangs together with it. What is left is
made into a report of its own: whoever has that one knows nothing that is secret.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fokusbericht.model.figures import AreaYear, Indikator, Verborgen, Wert, Zahlart
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.statistics.secrecy.cases import OF_BASE, cases_of
from fokusbericht.statistics.secrecy.kin import Kin, kin_of
from fokusbericht.statistics.secrecy.published import Hidden
from fokusbericht.statistics.secrecy.same import is_protected

__all__ = [
    "Hidden",
    "Protection",
    "as_published",
    "hidden_places",
    "is_protected",
    "kin_of",
    "protection_of",
    "small_counts",
]


@dataclass(frozen=True, slots=True)
class Protection:
    """What may be published of a report, and how that was found out."""

    report: Report
    hidden: Hidden
    """The hidden places of each indicator that is published with care."""
    found: Verborgen

    @property
    def leaks(self) -> tuple[tuple[str, AreaYear], ...]:
        """Return the secret figures that can be computed too closely, by group."""
        return self.found.leaks

    @property
    def lost(self) -> tuple[tuple[str, AreaYear], ...]:
        """Return the secret figures that an earlier publication has shown, by group."""
        return self.found.lost


def as_published(report: Report) -> Report:
    """Return the report with nothing in it but what may be published."""
    return report if report.is_published else protection_of(report).report


def hidden_places(report: Report) -> Hidden:
    """Return what must be hidden of each indicator that is published with care."""
    return protection_of(report).hidden


@query
def protection_of(report: Report) -> Protection:
    """Return what may be published of a report, attacked; most reports have nothing to hide."""
    kin = kin_of(report)
    if not kin.groups:
        return Protection(report, {}, Verborgen({}))
    from fokusbericht.statistics.secrecy.published import published_report

    found = report.verborgen or _found(report, kin)
    hidden = {name: _hidden(report, kin, found.hidden, name) for name in sorted(kin.members())}
    return Protection(
        published_report(report, hidden, _baseless(kin, found.hidden)),
        hidden | dict(_derived(report, hidden)),
        found,
    )


def _found(report: Report, kin: Kin) -> Verborgen:
    """Find out what must be hidden, and attack what is then published."""
    # SciPy's solver is only loaded where there is something to solve.
    from fokusbericht.statistics.disclosure import figure_id
    from fokusbericht.statistics.disclosure.protect import protect
    from fokusbericht.statistics.secrecy.history import with_history, without_lost
    from fokusbericht.statistics.secrecy.publication import publication_of

    now = publication_of(report, kin)
    known = with_history(report, kin, now)
    protected = protect(known.publication)
    if protected.leaks and report.frueher:
        known = without_lost(known, now)
        protected = protect(known.publication)
    places = known.publication.places
    hidden: dict[str, set[AreaYear]] = {head: set() for head in kin.groups}
    for head, place in (places[one] for one in protected.hidden | known.lost if one in places):
        hidden[head].add(place)
    leaks = {places[figure_id(leak.cell)] for leak in protected.leaks}
    return Verborgen(
        {head: frozenset(found) for head, found in hidden.items()},
        tuple(sorted(leaks)),
        tuple(sorted(places[cell] for cell in known.lost)),
    )


def _hidden(report: Report, kin: Kin, of_groups: Hidden, name: str) -> frozenset[AreaYear]:
    """Return the hidden places of an indicator: of its own group, and of those it is a share of."""
    heads = (head for head in (kin.group_of(name), *kin.over.get(name, ())) if head)
    return cases_of(report, name).marked.union(*(of_groups[head] for head in heads))


def _baseless(kin: Kin, of_groups: Hidden) -> Hidden:
    """Return where a base itself is hidden."""
    return {
        name: frozenset[AreaYear]().union(*(of_groups[head] for head in heads))
        for name, heads in kin.over.items()
    }


def _derived(report: Report, hidden: Hidden) -> Iterator[tuple[str, frozenset[AreaYear]]]:
    """Yield what of derived figures is hidden with their sources."""
    from fokusbericht.statistics.secrecy.published import sources_of

    for name, one in report.indikatoren.items():
        sources = [source for source in sources_of(one) if source in hidden]
        if sources:
            yield name, frozenset[AreaYear]().union(*(hidden[source] for source in sources))


def small_counts(indikator: Indikator, with_bases: bool, minimum: float = 3) -> Iterator[AreaYear]:
    """Yield where Kommunen and Quartiere have fewer cases than the minimum, but more than none.

    Only what a table counts is looked at: of bare shares nobody knows of what they are shares. A
    share or mean of one person is that person's figure, whatever its numerator is.
    """
    for (area, year), cell in indikator.werte.items():
        # Eight digits are a Kommune, more a Quartier; shorter keys are counties and Länder.
        counts = _counts(indikator, cell, with_bases)
        if len(area) >= 8 and any(0 < count < minimum for count in counts if count is not None):
            yield area, year


def _counts(indikator: Indikator, cell: Wert, with_bases: bool) -> Iterator[float | None]:
    if indikator.art is Zahlart.ANZAHL:
        yield cell.zahl
    elif with_bases:
        yield cell.nenner
    if indikator.art in OF_BASE:
        yield cell.zaehler
