"""A report without some of its things: without examples, without what is under embargo.

What is left is as if their files were not there; only checks may look at the whole.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from fokusbericht.model.base import Key, Kind, Label, Thing
from fokusbericht.model.figures import Indikator, Jahresstand, Zahlengruppe
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Begriff, Bilddatei
from fokusbericht.model.vocabulary import Synonym

T = TypeVar("T", bound=Thing)
Dated = TypeVar("Dated", bound=Thing | Label | Begriff | Bilddatei)


def without_examples(report: Report) -> Report:
    """Return the report as it is when all examples are left out."""
    return replace(
        _only(report, lambda thing: not thing.beispiel),
        wortgruppen=_words_without(report.wortgruppen, report.examples),
        titles={key: title for key, title in report.titles.items() if key not in report.examples},
    )


def as_of(report: Report, tag: date) -> Report:
    """Return the report as it may be read on a day; what comes later is withheld."""
    withheld = dict(_withheld(report, tag))
    bilder = _open(report.bilder, tag)
    if not withheld and len(bilder) == len(report.bilder):
        return report
    return replace(
        _only(report, lambda thing: _is_open(thing, tag)),
        begriffe=_open(report.begriffe, tag),
        themen=_open(report.themen, tag),
        zielgruppen=_open(report.zielgruppen, tag),
        querschnitt=_open(report.querschnitt, tag),
        bilder=bilder,
        wortgruppen=_words_without(report.wortgruppen, frozenset(withheld)),
        titles={key: title for key, title in report.titles.items() if key not in withheld},
        examples=report.examples - withheld.keys(),
        staende=_recorded_without(report, withheld),
        withheld=withheld,
        whole=report,
    )


def _recorded_without(
    report: Report, withheld: Mapping[Key, date]
) -> Mapping[str, tuple[Jahresstand, ...]]:
    """Return what was recorded; a site for a later day may have shown what is still to come."""
    names = {key.name for key in withheld if key.kind is Kind.INDIKATOR}
    if not names:
        return report.staende
    return {
        day: tuple(row for row in rows if row.indikator not in names)
        for day, rows in report.staende.items()
    }


def _withheld(report: Report, tag: date) -> Iterator[tuple[Key, date]]:
    lists = (report.begriffe, report.themen, report.zielgruppen, report.querschnitt)
    listed = (entry for entries in lists for entry in entries.values())
    for one in (*report.things(), *listed):
        if one.ab and one.ab > tag:
            yield one.key, one.ab


def _open(found: Mapping[str, Dated], tag: date) -> dict[str, Dated]:
    return {name: one for name, one in found.items() if _is_open(one, tag)}


def _is_open(one: Thing | Label | Begriff | Bilddatei, tag: date) -> bool:
    return one.ab is None or one.ab <= tag


def _only(report: Report, is_kept: Callable[[Thing], bool]) -> Report:
    def kept(things: Mapping[str, T]) -> dict[str, T]:
        return {name: thing for name, thing in things.items() if is_kept(thing)}

    return replace(
        report,
        empfehlungen=kept(report.empfehlungen),
        handlungsfelder=kept(report.handlungsfelder),
        fokusgruppen=kept(report.fokusgruppen),
        gremien=kept(report.gremien),
        anregungen=kept(report.anregungen),
        beschluesse=kept(report.beschluesse),
        speicher=kept(report.speicher),
        termine=kept(report.termine),
        berichte=kept(report.berichte),
        aktuelles=kept(report.aktuelles),
        seiten=kept(report.seiten),
        leicht=kept(report.leicht),
        kommentare=kept(report.kommentare),
        indikatoren=(indikatoren := kept(report.indikatoren)),
        gruppen=_groups_of(report.gruppen, indikatoren),
    )


def _words_without(groups: Mapping[str, Synonym], gone: frozenset[Key]) -> dict[str, Synonym]:
    """Return the groups of words; one that led only to what is left out would tell of it."""
    left = {name: one.without(gone) for name, one in groups.items()}
    return {name: one for name, one in left.items() if one.leads() or not groups[name].leads()}


def _groups_of(
    gruppen: Mapping[str, Zahlengruppe], indikatoren: Mapping[str, Indikator]
) -> dict[str, Zahlengruppe]:
    """Return the groups of what is left; one that is left alone needs no group."""
    left = {
        name: replace(
            one, reihen=tuple(r for r in one.reihen if r.indikator.key.name in indikatoren)
        )
        for name, one in gruppen.items()
    }
    return {name: one for name, one in left.items() if len(one.reihen) > 1}
