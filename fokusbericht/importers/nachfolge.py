"""Figures of Kommunen that are no more are added to those of their successors.

Merged Kommunen are one level of a tree: what a Kommune has today is its own figure and those of
all that became part of it after that year, each with its share. If the file has one of these and
not another, the sum has a gap and is unknown.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from fokusbericht.importers.figure import ImportedFigure, total
from fokusbericht.importers.keys import Keys
from fokusbericht.model.figures import AreaYear, Fehlgrund
from fokusbericht.problems import Problem

RULE = "umsteiger"


@dataclass(frozen=True, slots=True)
class Contribution:
    """A figure, and how much of it counts."""

    spot: AreaYear
    share: Decimal


@dataclass(slots=True)
class Merging:
    """Adds up figures of one file; what it did and what is missing is told in notes."""

    figures: Mapping[AreaYear, ImportedFigure]
    keys: Keys
    adds_up: bool
    """Whether figures may be summed: counts, and shares with numerator and denominator."""
    problems: list[Problem]
    notes: list[str] = field(default_factory=list)

    def merged(self) -> dict[AreaYear, ImportedFigure]:
        """Return the figures of today's areas."""
        former = sorted(spot for spot in self.figures if self.keys.is_former(spot[0]))
        kept = {spot: one for spot, one in self.figures.items() if spot not in set(former)}
        if not former or self.has_late(former):
            return kept
        wholes = {(goal, year) for alt, year in former for goal in self.keys.goals(alt)}
        sums = {spot: self.whole(spot) for spot in sorted(wholes)}
        self.tell_added(former)
        return kept | {spot: figure for spot, figure in sums.items() if figure}

    def has_late(self, former: Iterable[AreaYear]) -> bool:
        """Tell of a number that a Kommune has after its end; say whether there is one."""
        ends = {one.alt: one.ab for one in self.keys.umsteiger}
        late = [
            (alt, year)
            for alt, year in former
            if year > ends[alt].year
            and any(isinstance(part, Decimal) and part for part in self.figures[alt, year].parts)
        ]
        if late:
            alt, year = late[0]
            sentence = (
                f"{alt} gibt es nach geo/umsteiger.csv seit dem {ends[alt]:%d.%m.%Y} nicht mehr, "
                f"hier steht aber ein Wert für {year}.{_and_more(len(late))}"
            )
            self.problems.append(Problem(self.figures[late[0]].place, sentence, RULE))
        return bool(late)

    def is_nothing(self, spot: AreaYear) -> bool:
        """Say whether a figure tells that there is nothing."""
        return all(part in (Fehlgrund.NICHTS, 0) for part in self.figures[spot].parts)

    def whole(self, spot: AreaYear) -> ImportedFigure | None:
        """Return the figure of a Kommune with all that is part of it today."""
        every, missing = self.shares(spot, Decimal(1))
        found = [one for one in every if not self.is_nothing(one.spot)] or every[:1]
        if not found:
            return None
        first = self.figures[found[0].spot]
        if missing:
            told = " und ".join(sorted(set(missing)))
            self.notes.append(
                f"{spot[1]}: {self.keys.name(spot[0])} bleibt unbekannt, denn zu den Teilen von "
                f"früher fehlt {told}."
            )
            return replace(first, parts=(Fehlgrund.UNBEKANNT,) * len(first.parts))
        if len(found) == 1 and found[0].share == 1:
            return first
        if not self.adds_up:
            self.tell_mean(spot, found)
            return None
        columns = zip(*(self.scaled(one) for one in found), strict=True)
        return replace(first, parts=tuple(total(column) for column in columns))

    def shares(self, spot: AreaYear, share: Decimal) -> tuple[list[Contribution], list[str]]:
        """Return what makes up a Kommune in a year, and which parts are missing."""
        key, year = spot
        own = [Contribution(spot, share)] if spot in self.figures else []
        found: list[Contribution] = []
        missing: list[str] = []
        for one in self.keys.umsteiger:
            if one.neu != key or one.ab.year < year:
                continue
            parts, gaps = self.shares((one.alt, year), share * one.anteil)
            found += parts
            missing += gaps if parts else [one.alt] if one.ab.year > year else []
        # A file without any of the parts is about the areas of today.
        return (own + found, missing) if found else (own, [])

    def scaled(self, one: Contribution) -> tuple[Decimal | Fehlgrund, ...]:
        """Return the parts of a figure, as far as they count."""
        parts = self.figures[one.spot].parts
        return tuple(part if isinstance(part, Fehlgrund) else part * one.share for part in parts)

    def tell_mean(self, spot: AreaYear, found: list[Contribution]) -> None:
        """Tell once that means and shares cannot be summed."""
        if any(problem.rule == RULE for problem in self.problems):
            return
        names = ", ".join(dict.fromkeys(self.keys.name(one.spot[0]) for one in found))
        sentence = (
            f"{self.keys.name(spot[0])} müsste für {spot[1]} aus {names} gerechnet werden, doch "
            "Anteile und Mittelwerte lassen sich nicht zusammenzählen. Bitte „zaehler“ und "
            "„nenner“ einlesen oder diese Zeilen mit „ausser“ auslassen."
        )
        self.problems.append(Problem(self.figures[found[-1].spot].place, sentence, RULE))

    def tell_added(self, former: Iterable[AreaYear]) -> None:
        """Note what was added to what, in which years."""
        years: defaultdict[str, list[int]] = defaultdict(list)
        for alt, year in former:
            if not self.is_nothing((alt, year)):
                years[alt].append(year)
        for alt, all_years in years.items():
            names = " und ".join(
                self.keys.name(goal) for goal in dict.fromkeys(self.keys.goals(alt))
            )
            told = ", ".join(map(str, all_years))
            fate = f"zu {names} gerechnet" if names else "übergangen: heute nicht mehr im Kreis"
            self.notes.append(f"{alt} ({told}) {fate}, nach geo/umsteiger.csv.")


def _and_more(count: int) -> str:
    """Return how many others have the same fault as the one that is told."""
    return "" if count == 1 else f" Ebenso {count - 1}-mal an anderer Stelle."
