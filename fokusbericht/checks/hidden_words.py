"""Hints at sentences that may tell a hidden figure: a place, a number, and what it counts.

No number is ever compared with the secret one. Logs may be public: who reads a hint there learns
only that a sentence is about a place whose figure is hidden, which everybody can see.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from fokusbericht.checks.naming import Naming
from fokusbericht.checks.numerals import find_number, find_years
from fokusbericht.checks.passages import Owner, Sentence, owners, sentences_of
from fokusbericht.checks.secrecy import ID, area_name
from fokusbericht.model.base import Kind
from fokusbericht.model.figures import Indikator
from fokusbericht.model.report import Report
from fokusbericht.model.texts import Bilddatei
from fokusbericht.problems import Problem, Severity
from fokusbericht.statistics.secrecy import hidden_places, is_protected
from fokusbericht.statistics.secrecy.cases import AVERAGES
from fokusbericht.text.references import find_refs, mentions

MANY = 3  # figures that are all named in one hint

HiddenYears = Mapping[str, Mapping[str, Collection[int]]]  # indicator → area → years


def check(report: Report) -> Iterator[Problem]:
    """Yield hints at sentences that may tell a hidden figure."""
    hidden = _by_area(report) if _can_be_reckoned(report) else {}
    if hidden:
        secretive = frozenset(area for areas in hidden.values() for area in areas)
        reader = _TextReader(report, hidden, secretive, Naming(report, tuple(hidden)))
        for owner in owners(report):
            yield from reader.check(owner)


def _can_be_reckoned(report: Report) -> bool:
    """Say whether anything is protected, and nothing is missing; hints come beside problems."""
    found, geografie = report.indikatoren, report.geografie
    refs = chain.from_iterable(find_refs(one) for one in found.values())
    names = {ref.key.name for ref in refs if ref.key.kind is Kind.INDIKATOR}
    in_rooms = {ags for raum in geografie.raeume.values() for ags in raum.kommunen}
    is_whole = names <= found.keys() and in_rooms == geografie.kommunen.keys() != set()
    return is_whole and any(map(is_protected, found.values()))


def _by_area(report: Report) -> HiddenYears:
    found: dict[str, dict[str, set[int]]] = {}
    for name, places in hidden_places(report).items():
        for area, year in places:
            found.setdefault(name, {}).setdefault(area, set()).add(year)
    return found


@dataclass(frozen=True, slots=True)
class _TextReader:
    """Reads all that editors wrote, and knows what is hidden where."""

    report: Report
    hidden: HiddenYears
    secretive: frozenset[str]
    """The areas where anything is hidden."""
    naming: Naming

    def check(self, owner: Owner) -> Iterator[Problem]:
        sentences = list(sentences_of(owner))
        local = [(one, areas) for one in sentences if (areas := self.counted_in(one))]
        if local:
            about = self.about(owner).union(*map(self.naming.figures_in, sentences))
            for sentence, areas in local:
                yield from self.check_sentence(sentence, areas, about)

    def counted_in(self, sentence: Sentence) -> list[str]:
        """Return the places with something hidden that a sentence names beside a number."""
        areas = [area for area in self.naming.areas_in(sentence) if area in self.secretive]
        has_number = areas and self.number_in(sentence, with_measures=True) is not None
        return areas if has_number else []

    def number_in(self, sentence: Sentence, with_measures: bool) -> int | None:
        return find_number(self.naming.without_places(sentence.read), with_measures)

    def about(self, owner: Owner) -> frozenset[str]:
        """Return the hidden figures that a thing is about, whatever its single sentences name."""
        if isinstance(owner, Bilddatei):
            return frozenset()
        if isinstance(owner, Indikator):
            return frozenset({owner.key.name}).intersection(self.hidden)
        keys = mentions(self.report, owner)
        names = {key.name for key in keys if key.kind is Kind.INDIKATOR}
        return frozenset(names.intersection(self.hidden))

    def check_sentence(
        self, sentence: Sentence, areas: Collection[str], about: Collection[str]
    ) -> Iterator[Problem]:
        """Yield one hint, at the first number, for the first place where something is hidden."""
        own = self.naming.figures_in(sentence)
        years = find_years(sentence.read)
        for area in areas:
            names = [name for name in sorted(about) if self.is_hidden(name, area, years)]
            names = [name for name in names if name in own] or names
            if names:
                yield from self.hint(sentence, area, names)
                return

    def is_hidden(self, name: str, area: str, years: Collection[int]) -> bool:
        """Say whether a figure is hidden in one of some years; if there are none, in any."""
        hidden = self.hidden[name].get(area, ())
        return bool(hidden) and (not years or not {*years}.isdisjoint(hidden))

    def hint(self, sentence: Sentence, area: str, names: list[str]) -> Iterator[Problem]:
        found = [self.report.indikatoren[name] for name in names]
        is_measured = any(one.art in AVERAGES for one in found)
        offset = self.number_in(sentence, is_measured)
        if offset is not None:
            words = (
                f"Dieser Satz nennt vielleicht eine Zahl zu {_titles(found)} "
                f"{_in_area(area_name(self.report, area))}, die dort geheim ist. Bitte prüfen."
            )
            yield Problem(sentence.place(offset), words, ID, Severity.WARNING)


def _titles(found: list[Indikator]) -> str:
    quoted = [f"„{one.titel}“" for one in found[:MANY]]
    if len(found) > MANY:
        return f"{', '.join(quoted)} oder einem weiteren Indikator"
    *first, last = quoted
    return f"{', '.join(first)} oder {last}" if first else last


def _in_area(name: str) -> str:
    return f"im {name}" if "kreis" in name.casefold() else f"in {name}"
