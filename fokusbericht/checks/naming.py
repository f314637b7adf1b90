"""How German sentences name places and figures: by name, in any case, or by a link."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from fokusbericht.checks.passages import Sentence
from fokusbericht.checks.secrecy import area_name
from fokusbericht.model.base import Key, Kind
from fokusbericht.model.figures import Indikator
from fokusbericht.model.places import KREIS
from fokusbericht.model.report import Report
from fokusbericht.text.prose import LINK

BEGIN = r"(?<![\w-])"
ENDING = r"(?:e?[nsr]|ern?)?(?![\w-])"  # Hafenaus, Hafenauer, Arbeitslosen
COUNTY = r"Kreis(?:es|gebiet)?|[Kk]reisweite?"


@dataclass(frozen=True)
class Naming:
    """Finds out what sentences name."""

    report: Report
    figures: Iterable[str]

    def areas_in(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the areas that a sentence names or links to, each once."""
        names = [self._name(match) for match in self._places.finditer(sentence.read)]
        return tuple(dict.fromkeys([*self._linked(sentence), *self._areas_of(names)]))

    def figures_in(self, sentence: Sentence) -> frozenset[str]:
        """Return those of the figures that a sentence names or links to."""
        keys = (self.report.find(match[1].strip()) for match in LINK.finditer(sentence.written))
        linked = {key.name for key in keys if key and key.kind is Kind.INDIKATOR}
        named = {name for name, form in self._titles.items() if form.search(sentence.read)}
        return frozenset(linked.intersection(self.figures) | named)

    def without_places(self, words: str) -> str:
        """Return words with the names of places blanked: „Viertel 4“ counts nobody."""
        return self._places.sub(lambda match: " " * len(match[0]), words)

    def _linked(self, sentence: Sentence) -> Iterator[str]:
        for match in LINK.finditer(sentence.written):
            key = self.report.find(match[1].strip())
            if key and key in self._by_key:
                yield self._by_key[key]

    def _areas_of(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            yield from self._areas[name]

    def _name(self, match: re.Match[str]) -> str:
        """Return the name that was found: each has a group of its own."""
        names = self._names
        number = (match.lastindex or 0) - 1
        return names[number] if number < len(names) else self.report.geografie.name

    @cached_property
    def _areas(self) -> Mapping[str, tuple[str, ...]]:
        """The areas of each name: a room may be called like its Kommune."""
        geografie = self.report.geografie
        inner = (*geografie.kommunen, *geografie.quartiere, *geografie.raeume)
        found: dict[str, tuple[str, ...]] = {}
        for area in (*inner, geografie.schluessel):
            name = area_name(self.report, area)
            found[name] = (*found.get(name, ()), area)
        return found

    @cached_property
    def _by_key(self) -> Mapping[Key, str]:
        geografie = self.report.geografie
        kommunen = {kommune.key: ags for ags, kommune in geografie.kommunen.items()}
        rooms = {raum.key: name for name, raum in geografie.raeume.items()}
        return {**kommunen, **rooms, Key(Kind.RAUM, KREIS): geografie.schluessel}

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self._areas, key=lambda name: (-len(name), name))

    @cached_property
    def _places(self) -> re.Pattern[str]:
        """The names of all places, long ones first; last the county that is just called so."""
        forms = [*map(_spelt, self._names), COUNTY]
        return re.compile(rf"{BEGIN}(?:{'|'.join(f'({form})' for form in forms)}){ENDING}")

    @cached_property
    def _titles(self) -> Mapping[str, re.Pattern[str]]:
        """How texts name a figure: by its title, or by what it counts."""
        return {
            name: re.compile(rf"{BEGIN}(?:{'|'.join(map(_spelt, words))}){ENDING}", re.IGNORECASE)
            for name in self.figures
            if (words := _words(self.report.indikatoren[name]))
        }


def _words(indikator: Indikator) -> list[str]:
    title = indikator.titel.partition(" (")[0]
    return [word for word in (title, indikator.zaehler) if word.strip()]


def _spelt(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())
