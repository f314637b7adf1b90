"""An Indikator measured: its figures at all levels, and what can be reckoned from them alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, partial
from hashlib import blake2b
from typing import TypeVar, cast

import orjson

from fokusbericht.model.figures import AreaYear, Ebene, Fehlgrund, Indikator, Mitte
from fokusbericht.model.places import Geografie
from fokusbericht.model.reading import FIGURES, Watched, recorded, unwatched
from fokusbericht.model.report import Report
from fokusbericht.statistics.aggregate import (
    Figure,
    FigureSeries,
    Levels,
    Werte,
    levels,
    lowest_areas,
)
from fokusbericht.statistics.classify import Scale, scale_of
from fokusbericht.statistics.comparison import Comparison, compare
from fokusbericht.statistics.rank import ranks
from fokusbericht.statistics.rounding import shown, whole
from fokusbericht.statistics.secrecy import as_published
from fokusbericht.statistics.uncertainty import interval_of

T = TypeVar("T")

NOTHING = Figure(None)
UNKNOWN = Figure(None, Fehlgrund.UNBEKANNT)
# Words around the figures, which no picture or table shows, and what only checks ask for; whatever
# is not named here counts.
WORDS = (
    *("place", "kurz", "body", "geaendert", "quellen", "methode", "hinweis"),
    *("ab", "tabelle", "toleranz", "bestaetigt"),
)


@dataclass(frozen=True, eq=False)
class Messung:
    """An indicator with its figures, as they may be published; made once for a report.

    Its figures are reckoned when they are first asked for: most pages ask for few indicators.
    `weights` are the cells of the indicator by which its means are weighted. Values are told as
    they are shown: rounded to the indicator's decimals.
    """

    indikator: Indikator
    reckon: Callable[[], Levels]
    geografie: Geografie
    weights: Werte | None = None
    _found: dict[object, object] = field(default_factory=dict, init=False, repr=False)

    @property
    def name(self) -> str:
        """Return the key of the indicator."""
        return self.indikator.key.name

    @property
    def own(self) -> str:
        """Return the official key of the county."""
        return self.geografie.schluessel

    @property
    def is_local(self) -> bool:
        """Say whether the Kommunen have figures of their own."""
        return self.indikator.ebene is Ebene.KOMMUNE

    @property
    def has_map(self) -> bool:
        """Say whether areas within the county have figures: the Kommunen, or the Ämter."""
        return self.indikator.ebene is not Ebene.KREIS

    @cached_property
    def lowest(self) -> tuple[str, ...]:
        """Return the areas on the map: Kommunen, or Ämter with those that belong to none."""
        return lowest_areas(self.geografie, self.indikator.ebene)

    def area_of(self, ags: str) -> str:
        """Return the area on the map of a Kommune: itself, or its Amt, as far as that is listed."""
        if self.indikator.ebene is not Ebene.AMT or ags in self.lowest:
            return ags
        amt = self.geografie.amt_of(ags)
        return amt.schluessel if amt else ""

    def amt_instead(self, ags: str) -> tuple[str, int] | None:
        """Return the Amt of a Kommune and its last year, if the Kommune itself has none so late."""
        amt = self.geografie.amt_of(ags) if self.is_local else None
        if amt is None or amt.schluessel not in self.levels:
            return None
        year = self.latest_year((amt.schluessel,))
        return (amt.schluessel, year) if year > self.latest_year((ags,)) else None

    # --- Figures ---

    @cached_property
    def levels(self) -> Levels:
        """Return the figures of all areas, by area and year."""
        with recorded():  # who reads this indicator has not read those that it is made from
            return self.reckon()

    def series(self, area: str) -> FigureSeries:
        """Return the figures of an area by year; of one without any, none."""
        return self.levels.get(area, {})

    def at(self, area: str, year: int) -> Figure | None:
        """Return the figure of an area in a year; None where its series has no such year."""
        return self.series(area).get(year)

    def value(self, area: str, year: int) -> float | None:
        """Return the number of an area in a year, not rounded; None where there is none."""
        return self.series(area).get(year, NOTHING).value

    def figure(self, area: str, year: int) -> Figure:
        """Return the figure of an area in a year; one that is not known where there is none."""
        return self.series(area).get(year, UNKNOWN)

    def latest(self, area: str) -> tuple[int, Figure]:
        """Return the last number of an area with its year; without any, why there is none."""
        return self._kept(("latest", area), lambda: self._latest(area))

    def _latest(self, area: str) -> tuple[int, Figure]:
        series = self.series(area)
        for year in reversed(tuple(series)):
            if series[year].value is not None:
                return year, series[year]
        year = max(series, default=0)
        return year, series.get(year, UNKNOWN)

    def hidden_year(self, area: str) -> int:
        """Return the last year of an area if an earlier number is shown in place of its hidden."""
        year, figure = self.latest(area)
        last = max(self.series(area), default=0)
        is_later = figure.value is not None and year < last
        return last if is_later and self.figure(area, last).missing is Fehlgrund.GEHEIM else 0

    def known(self, area: str) -> dict[int, float]:
        """Return an area's numbers by year, as they are shown."""
        digits = self.indikator.dezimalstellen
        return {
            year: shown(figure.value, digits)
            for year, figure in self.series(area).items()
            if figure.value is not None
        }

    def has_values(self, area: str) -> bool:
        """Say whether an area has any number."""
        return any(figure.value is not None for figure in self.series(area).values())

    def has_secret(self, year: int, areas: Iterable[str] | None = None) -> bool:
        """Say whether the figure of any of some areas is hidden in a year; of any Kommune."""
        hidden = self._hidden.get(year, ())
        return bool(hidden) and any(area in hidden for area in areas or self.lowest)

    @cached_property
    def _hidden(self) -> dict[int, set[str]]:
        """Return the areas whose figure is hidden, by year."""
        found: dict[int, set[str]] = {}
        for area, series in self.levels.items():
            for year, figure in series.items():
                if figure.missing is Fehlgrund.GEHEIM:
                    found.setdefault(year, set()).add(area)
        return found

    # --- Years and areas ---

    @cached_property
    def year(self) -> int:
        """Return the year that is shown first: the last one at the lowest level with numbers."""
        return self.latest_year(self.lowest) or self.latest_year((self.own,))

    def latest_year(self, areas: Iterable[str]) -> int:
        """Return the last year in which one of the areas has a number; 0 if none has."""
        years = (
            year
            for area in areas
            for year, figure in self.series(area).items()
            if figure.value is not None
        )
        return max(years, default=0)

    @cached_property
    def local_years(self) -> tuple[int, ...]:
        """Return the years in which any area on the map has a number, rising."""
        found = {
            year
            for area in self.lowest
            for year, figure in self.series(area).items()
            if figure.value is not None
        }
        return tuple(sorted(found))

    @cached_property
    def counties(self) -> tuple[str, ...]:
        """Return the counties and cities that have figures, our own among them."""
        return tuple(area for area in self.levels if len(area) == 5 and area.isdigit())

    def comparable(self, years: Iterable[int], year: int) -> list[int]:
        """Return the years up to one that no break keeps from being compared with it."""
        breaks = (bruch.jahr for bruch in self.indikator.brueche)
        since = max((one for one in breaks if one <= year), default=0)
        return [one for one in sorted(years) if since <= one <= year]

    # --- Comparisons ---

    def on_map(self, year: int) -> dict[str, float]:
        """Return the numbers of all areas on the map that have one."""
        return self._kept(("on_map", year), lambda: self._numbers(self.lowest, year))

    def ranked(self, year: int) -> dict[str, float]:
        """Return the numbers that are ranked: of those on the map, or of counties, Land and Bund.

        Where the indicator asks for a least base, smaller Kommunen are left out.
        """
        return self._kept(("ranked", year), lambda: self._ranked(year))

    def _ranked(self, year: int) -> dict[str, float]:
        areas = self.lowest or (*self.counties, *self.geografie.measures())
        numbers = self._numbers(areas, year)
        return {area: one for area, one in numbers.items() if not self.is_too_small(area, year)}

    def _numbers(self, areas: Iterable[str], year: int) -> dict[str, float]:
        digits = self.indikator.dezimalstellen
        return {
            area: shown(value, digits)
            for area in areas
            if (value := self.value(area, year)) is not None
        }

    def ranks(self, year: int) -> dict[str, int]:
        """Return the rank of each area that is ranked, 1 for the highest number."""
        return self._kept(("ranks", year), lambda: ranks(self.ranked(year)))

    def room_ranks(self, year: int) -> dict[str, int]:
        """Return the rank of each Betrachtungsraum with a number that rests on enough."""
        return self._kept(("room_ranks", year), lambda: ranks(self._of_rooms(year)))

    def _of_rooms(self, year: int) -> dict[str, float]:
        rooms = self.geografie.raeume
        numbers = self._numbers(rooms, year)
        return {
            room: number
            for room, number in numbers.items()
            if not all(self.is_too_small(ags, year) for ags in rooms[room].kommunen)
        }

    def comparison(self, year: int) -> Comparison:
        """Return the numbers compared: of Kommunen with a large enough base, or of all counties."""
        return self._kept(("comparison", year), lambda: self._comparison(year))

    def _comparison(self, year: int) -> Comparison:
        digits = self.indikator.dezimalstellen
        numbers = self.ranked(year) if self.has_map else self._numbers(self.counties, year)

        def ends(area: str) -> tuple[int, int] | None:
            found = interval_of(self.indikator, area, year)
            return (whole(found[0], digits), whole(found[1], digits)) if found else None

        return compare({area: whole(one, digits) for area, one in numbers.items()}, ends)

    def is_too_small(self, area: str, year: int) -> bool:
        """Say whether a figure rests on too few for a rank, by the indicator's own rule."""
        if self.indikator.rang is None:
            return False
        cell = self.indikator.werte.get((area, year))
        base = cell.nenner if cell else None
        if base is None and self.weights is not None:
            weight = self.weights.get((area, year))
            base = weight.zahl if weight else None
        return base is None or base < self.indikator.rang.mindestens

    @cached_property
    def aside(self) -> frozenset[str]:
        """Return who is left out where classes are cut, and the rooms that consist of them."""
        own = frozenset(self.indikator.klassen.ohne)
        rooms = self.geografie.raeume.items()
        return own | {key for key, room in rooms if room.kommunen and own.issuperset(room.kommunen)}

    @cached_property
    def scale(self) -> Scale:
        """Return the classes of the map: the same over all its years."""
        return scale_of(
            self._all_values(area for area in self.lowest if area not in self.aside),
            self.indikator.klassen,
            self._middle(),
            self.indikator.dezimalstellen,
        )

    def _middle(self) -> float | None:
        """Return what the map is diverging around: a number, or the county's last as shown."""
        middle = self.indikator.klassen.mitte
        if middle is not Mitte.KREIS:
            return middle
        county = self.value(self.own, self.year)
        return None if county is None else shown(county, self.indikator.dezimalstellen)

    def _all_values(self, areas: Iterable[str]) -> list[float]:
        return [
            figure.value
            for area in areas
            for figure in self.series(area).values()
            if figure.value is not None
        ]

    # --- Itself ---

    def fingerprint(self) -> str:
        """Return a name that changes with whatever pictures and tables can be made of."""
        return self._kept("fingerprint", self._fingerprint)

    def _fingerprint(self) -> str:
        one = self.indikator
        said = [
            (part.name, getattr(one, part.name))
            for part in fields(one)
            if part.name not in (*WORDS, "werte")
        ]
        cells = [(*spot, cell) for spot, cell in one.werte.items()]
        parts = [said, cells, self.levels, self._small()]
        data = orjson.dumps(parts, default=_plain, option=orjson.OPT_NON_STR_KEYS)
        return blake2b(data, digest_size=10).hexdigest()

    def _small(self) -> list[AreaYear]:
        """Return who is too small for a rank, which another indicator may decide."""
        if self.indikator.rang is None:
            return []
        years = self.indikator.years()
        return [(area, at) for at in years for area in self.lowest if self.is_too_small(area, at)]

    def _kept(self, name: object, find: Callable[[], T]) -> T:
        if name not in self._found:
            self._found[name] = find()
        return cast(T, self._found[name])


def _plain(value: object) -> object:
    if isinstance(value, tuple):  # a place: where a thing stands in its file shows nowhere
        return None
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    raise TypeError(f"{type(value).__name__} has no print")


def messungen(report: Report) -> Mapping[str, Messung]:
    """Return all indicators of a report measured, by name, as they may be published.

    They are read one by one: who reads one has not read the others.
    """
    if Messung not in report.answers:
        with recorded():
            report.answers[Messung] = _measured(report)
    return cast("Mapping[str, Messung]", report.answers[Messung])


def _measured(report: Report) -> Mapping[str, Messung]:
    published = as_published(report)
    if published is not report:
        return messungen(published)
    indikatoren = {
        name: replace(one, werte=unwatched(one.werte))
        for name, one in unwatched(published.indikatoren).items()
    }
    return Watched(
        FIGURES,
        {
            name: Messung(
                one,
                partial(levels, published, one),
                published.geografie,
                indikatoren[one.gewicht.key.name].werte if one.gewicht else None,
            )
            for name, one in indikatoren.items()
        },
    )


def levels_of(report: Report) -> Mapping[str, Levels]:
    """Return the figures of all indicators at all levels, as they may be published."""
    return {name: messung.levels for name, messung in messungen(report).items()}
