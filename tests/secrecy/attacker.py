"""An attacker who knows the law, the declarations and all that is published, and has a solver.

What everybody knows: who lives where (bases), how a figure is computed (the YAML files), which
Kommune lies in which room, that people are counted in whole numbers. What is read adds to that.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, inf, sqrt

from secrecy.county import KOMMUNEN, KREIS, QUARTIERE, ROOMS, County, Table
from secrecy.programme import Key, Programme, Row
from secrecy.reading import LEAST, MOST, PLACE, VALUE, WEIGHT, Reading

GROUPS: Mapping[str, tuple[str, ...]] = {**QUARTIERE, **ROOMS, KREIS: tuple(ROOMS)}
LEVELS = (*KOMMUNEN, *ROOMS, KREIS)
OLD = "früher: "
UNKNOWN_MEAN = 2.0  # no mean is more than twice the greatest one that is published


@dataclass(frozen=True, slots=True)
class Victim:
    """A protected figure: its true value, and how widely an attacker must be left to guess."""

    indicator: str
    area: str
    year: int
    kind: str  # "Fälle", "Rest" or "Mittelwert"
    truth: float
    most: float  # nobody needs more than that to rule it out: the base, or what x means


@dataclass(frozen=True, slots=True)
class Leak:
    """A protected figure that an attacker narrows down too far."""

    victim: Victim
    low: float
    high: float

    def __str__(self) -> str:
        one = self.victim
        where = f"{one.indicator} {one.area} {one.year} ({one.kind})"
        return f"{where}: {self.low:g} bis {self.high:g}, wahr ist {one.truth:g}"


@dataclass(frozen=True)
class Truth:
    """What is true in a county, summed up for rooms and the county; the attacker never sees it."""

    county: County

    def base(self, name: str, area: str, year: int) -> float:
        """Return how many a share is of, which everybody knows."""
        table = self.county.tables[name]
        if any(len(cell) > 1 for cell in table.cells.values()):
            return _sum(table, area, year, -1)
        return _sum(self.county.tables["bevoelkerung"], area, year)

    def cases(self, name: str, area: str, year: int) -> float | None:
        """Return the cases of an indicator in an area; None where the source says x."""
        table = self.county.tables[name]
        behind = self.county.behind.get(name)
        table = table if behind is None else Table(table.head, behind)
        parts = [self._cell(table, part, year) for part in _parts(table, area, year)]
        if any(one is None for one in parts) or not parts:
            return None
        return sum(one for one in parts if one is not None)

    def _cell(self, table: Table, area: str, year: int) -> float | None:
        cell = table.cells.get((area, year))
        if cell is None or "x" in cell:
            return None
        number = float(cell[0])
        if len(cell) == 1 and table.head["art"] == "anteil":
            people = _sum(self.county.tables["bevoelkerung"], area, year)
            return float(round(number * people / 100))
        return number

    @cached_property
    def victims(self) -> tuple[Victim, ...]:
        """Return all figures that must be protected."""
        return tuple(
            one
            for name, table in self.county.tables.items()
            if table.rule and "ableitung" not in table.head
            for year in table.years()
            for area in (*QUARTIERE[KOMMUNEN[0]], *LEVELS)
            for one in self._victims(name, table, area, year)
        )

    def _victims(self, name: str, table: Table, area: str, year: int) -> Iterator[Victim]:
        if table.head["art"] == "mittelwert":
            weight = self.cases(str(table.head["gewicht"]), area, year)
            if (area, year) in table.cells and weight is not None and weight < table.minimum:
                yield Victim(name, area, year, "Mittelwert", float(table.cells[area, year][0]), inf)
            return
        cases = self.cases(name, area, year)
        official = area == KREIS and (area, year) in table.cells
        if cases is None or official:
            return
        share = table.head["art"] == "anteil"
        base = self.base(name, area, year) if share else inf
        base = min(base, sum(_most(table, part, year) for part in _parts(table, area, year)))
        least = 0 if table.rule.get("null_geheim") else 1
        if least <= cases < table.minimum:
            yield Victim(name, area, year, "Fälle", cases, base)
        if share and base < _rest_below(table) and base - cases < table.minimum:
            yield Victim(name, area, year, "Rest", base - cases, base)


def _parts(table: Table, area: str, year: int) -> list[str]:
    """Return the places of a table that an area consists of."""
    if (area, year) in table.cells and area != KREIS:
        return [area]
    if area not in GROUPS:
        return []
    return [one for part in GROUPS[area] for one in _parts(table, part, year)]


def _most(table: Table, area: str, year: int) -> float:
    """Return what everybody knows a cell to be at most: what the mark of its source means."""
    marked = table.cells[area, year][0] == "x"
    return table.rule.get("unter", inf) - 1 if marked else inf


def _rest_below(table: Table) -> float:
    """Return below which base the rest of a share is a secret as well."""
    said = table.rule.get("rest_geheim")
    usual = table.rule.get("rest_grenze", 100)
    return usual if said is None else inf if said else 0


def _sum(table: Table, area: str, year: int, column: int = 0) -> float:
    cells = (table.cells[part, year] for part in _parts(table, area, year))
    return sum(float(cell[column]) for cell in cells)


def wilson(part: float, whole: float) -> tuple[float, float]:
    """Return the 95 % interval of a share in percent, after Wilson (1927)."""
    z = 1.959963984540054
    share, square = part / whole, z * z / whole
    middle = (share + square / 2) / (1 + square)
    half = z / (1 + square) * sqrt(share * (1 - share) / whole + square / whole / 4)
    return 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


class Attacker:
    """Puts together what was read, what was published before, and what everybody knows."""

    def __init__(
        self,
        county: County,
        readings: Iterable[Reading],
        before: Iterable[Reading] = (),
        families: Iterable[str] = (),
    ) -> None:
        self.county = county
        self.truth = Truth(county)
        self.names = set(families) or set(county.tables)
        self.programme = Programme()
        self.readings = [one for one in readings if one.indicator in self.names]
        self.before = [one for one in before if one.indicator in self.names]
        self.values = _narrowest(self.readings)
        self._count()
        self._know()
        self._read()
        self._remember()

    # --- What there is to know -------------------------------------------------------------------

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Yield the indicators the attacker looks at."""
        for name in sorted(self.names):
            yield name, self.county.tables[name]

    @cached_property
    def same(self) -> dict[str, str]:
        """Return for each indicator under which name its cases are counted."""
        found = {name: name for name, _ in self.tables()}
        titles = {str(one.head["titel"]).casefold(): name for name, one in self.tables()}
        for name, table in self.tables():
            others = table.head.get("gleiche_faelle") or []
            assert isinstance(others, list)
            for other in others:
                if other in found:
                    found[other] = name
            part = str(table.head.get("zaehler", "")).casefold()
            if part in titles:
                found[name] = titles[part]
        return found

    def cases(self, name: str, area: str, year: int) -> Key:
        """Return the unknown behind an indicator's figure."""
        return self.same[name], area, year

    def base(self, name: str, area: str, year: int) -> tuple[dict[Key, float], float]:
        """Return what a figure is measured by: an unknown, or a number all know."""
        table = self.county.tables[name]
        rule = table.head.get("geheimhaltung")
        given = rule.get("grundlage") if isinstance(rule, dict) else None
        title = str(table.head.get("nenner", "")).casefold()
        titles = {str(one.head["titel"]).casefold(): key for key, one in self.county.tables.items()}
        source = str(given or titles.get(title, "bevoelkerung"))
        if self.county.tables[source].rule or given:
            return self._measure(source, area, year)
        return {}, self.truth.base(name, area, year)

    def _measure(self, source: str, area: str, year: int) -> tuple[dict[Key, float], float]:
        if self.county.tables[source].rule and source in self.names:
            return {self.cases(source, area, year): 1.0}, 0.0
        if self.county.tables[source].rule:
            return {}, inf
        return {}, _sum(self.county.tables[source], area, year)

    def _count(self) -> None:
        """All cases are whole numbers, no more than the base; places add up."""
        for name, table in self.tables():
            if table.head["art"] == "mittelwert" or "ableitung" in table.head:
                continue
            for year in table.years():
                share = table.head["art"] == "anteil"
                for area in self._areas(table, year):
                    key = self.cases(name, area, year)
                    self.programme.unknown(key)
                    if share:
                        terms, number = self.base(name, area, year)
                        if not terms:
                            self.programme.bound(key, 0, number)
                    self._public(name, table, area, year, key)
                self._add_up(table, year, lambda area, n=name, y=year: self.cases(n, area, y))

    def _public(self, name: str, table: Table, area: str, year: int, key: Key) -> None:
        """What is no secret anywhere, and what the source says of itself, is known to all."""
        cell = table.cells.get((area, year))
        counted = table.head["art"] == "anzahl"
        if counted and not table.rule and (cell is None or "x" not in cell):
            number = _sum(table, area, year)
            self.programme.bound(key, number, number)
        elif cell is not None and cell[0] == "x":
            self.programme.bound(key, 0, table.rule.get("unter", inf) - 1)

    def _areas(self, table: Table, year: int) -> list[str]:
        quarters = [one for one in QUARTIERE[KOMMUNEN[0]] if (one, year) in table.cells]
        kommunen = any((ags, year) in table.cells for ags in KOMMUNEN)
        return [*quarters, *(LEVELS if kommunen else ())]

    def _add_up(self, table: Table, year: int, key_of: object) -> None:
        assert callable(key_of)
        areas = set(self._areas(table, year))
        for whole, parts in GROUPS.items():
            if whole in areas and set(parts) <= areas:
                terms = {key_of(whole): -1.0} | {key_of(part): 1.0 for part in parts}
                self.programme.relate(terms, 0, 0)

    # --- What is declared, or can be guessed -----------------------------------------------------

    def _know(self) -> None:
        for name, table in self.tables():
            breakdowns = table.head.get("bestandteile") or []
            assert isinstance(breakdowns, list)
            one = not breakdowns or isinstance(breakdowns[0], str)
            for parts in [breakdowns] if one else breakdowns:
                self._whole(name, parts)
        self._whole("schueler", ["schueler-foerder", "schueler-regel"])
        self._all_of_one(("verheiratet", "verwitwet", "sonst"))

    def _whole(self, name: str, parts: list[str]) -> None:
        if not parts or not {name, *parts} <= self.names:
            return
        table = self.county.tables[name]
        for year in table.years():
            for area in self._areas(table, year):
                terms = {self.cases(part, area, year): 1.0 for part in parts}
                self.programme.relate({**terms, self.cases(name, area, year): -1.0}, 0, 0)

    def _all_of_one(self, names: tuple[str, ...]) -> None:
        if not set(names) <= self.names:
            return
        table = self.county.tables[names[0]]
        for year in table.years():
            for area in self._areas(table, year):
                _, people = self.base(names[0], area, year)
                terms = {self.cases(name, area, year): 1.0 for name in names}
                self.programme.relate(terms, people, people)

    # --- What is read ----------------------------------------------------------------------------

    def _read(self) -> None:
        for (name, area, year, what), (low, high) in self.values.items():
            table = self.county.tables[name]
            if "ableitung" in table.head:
                if what == VALUE:
                    self._derived(name, table, area, year, low, high)
            elif what == VALUE:
                self._value(name, table, area, year, low, high)
            elif what in (LEAST, MOST) and not self._follows(name):
                self._interval(name, area, year, what, low, high)
            elif "rang" in table.head and self._tells(name):
                self._rank(table, area, year, what)
        self._means()

    def _value(
        self, name: str, table: Table, area: str, year: int, low: float, high: float
    ) -> None:
        art, key = table.head["art"], self.cases(name, area, year)
        if key not in self.programme.low:
            return
        if art == "anzahl":
            self.programme.bound(key, ceil(low), floor(high))
        elif art in ("anteil", "rate"):
            factor = float(str(table.head.get("je", 100 if art == "anteil" else 1)))
            slack = 0.006 if self._is_bare(table) else 0
            terms, number = self.base(name, area, year)
            if number < inf:
                self._ratio({key: 1.0}, terms, number, (low - slack, high + slack), factor)
            self._shown(table, area, year, key)

    def _is_bare(self, table: Table) -> bool:
        """Say whether the source gives a share already rounded, without its parts."""
        return table.head["art"] == "anteil" and len(next(iter(table.cells.values()))) == 1

    def _shown(self, table: Table, area: str, year: int, key: Key) -> None:
        """What is shown is no small count: nobody, or at least so many as may be shown."""
        low, high = (ceil(self.programme.low[key]), floor(self.programme.high[key] + 1e-6))
        if not table.rule or high - low > 1000:
            return
        least = 1 if table.rule.get("null_geheim") else 0
        fit = [n for n in range(low, high + 1) if not least <= n < table.minimum or n == 0]
        if fit and (low > 0 or not table.rule.get("null_geheim")):
            self.programme.bound(key, min(fit), max(fit))

    def _ratio(
        self,
        above: Mapping[Key, float],
        below: Mapping[Key, float],
        number: float,
        ends: tuple[float, float],
        factor: float,
    ) -> None:
        """Above times factor by (below + number) lies between the ends."""
        for end, low, high in ((ends[0], 0.0, inf), (ends[1], -inf, 0.0)):
            terms = {key: one * factor for key, one in above.items()}
            for key, one in below.items():
                terms[key] = terms.get(key, 0) - end * one
            self.programme.relate(terms, low + end * number, high + end * number)

    def _derived(
        self, name: str, table: Table, area: str, year: int, low: float, high: float
    ) -> None:
        how = table.head["ableitung"]
        assert isinstance(how, dict)
        factor, source = float(str(table.head.get("je", 1))), str(how["von"])
        if source not in self.names:
            return
        above = {self.cases(source, area, year): 1.0}
        if how["art"] == "verhaeltnis":
            below, number = self._measure(str(how["durch"]), area, year)
        else:
            then = int(how.get("seit", 0)) or year - int(how["jahre"])
            below, number = {self.cases(source, area, then): 1.0}, 0.0
        if how["art"] == "veraenderung":
            low, high = low + factor, high + factor
        if not set(above) | set(below) <= set(self.programme.low) or above == below:
            return
        self._ratio(above, below, number, (low, high), factor)

    def _interval(
        self, name: str, area: str, year: int, what: str, low: float, high: float
    ) -> None:
        _, base = self.base(name, area, year)
        side = 0 if what == LEAST else 1
        fit = [n for n in range(int(base) + 1) if low <= wilson(n, base)[side] <= high]
        if fit:
            self.programme.bound(self.cases(name, area, year), min(fit), max(fit))

    def _follows(self, name: str) -> bool:
        """Say whether all intervals of a figure follow from the shares as they are shown."""
        digits = int(str(self.county.tables[name].head.get("dezimalstellen", 0)))
        for (one, area, year, what), (low, high) in self.values.items():
            if one != name or what not in (LEAST, MOST):
                continue
            shown = self.values.get((name, area, year, VALUE))
            if shown is None:
                return False
            _, base = self.base(name, area, year)
            share = round(sum(shown) / 2, digits)
            end = wilson(share / 100 * base, base)[0 if what == LEAST else 1]
            if not low - 1e-9 <= end <= high + 1e-9:
                return False
        return True

    def _tells(self, name: str) -> bool:
        """Say whether places in a ranking follow weights that are hidden.

        Where nobody with a hidden weight has a rank, having none tells nothing about it.
        """
        weight = str(self.county.tables[name].head.get("gewicht"))
        return any(
            (weight, area, year, VALUE) not in self.values
            for one, area, year, what in self.values
            if one == name and what == PLACE and area in KOMMUNEN
        )

    def _rank(self, table: Table, area: str, year: int, what: str) -> None:
        """Who is called too small has a smaller weight than the rule asks for, the ranked not."""
        weight, rule = str(table.head.get("gewicht")), table.head["rang"]
        assert isinstance(rule, dict)
        if weight not in self.names or area not in KOMMUNEN:
            return
        key = self.cases(weight, area, year)
        if what == WEIGHT:
            self.programme.bound(key, 0, rule["mindestens"] - 1)
        elif what == PLACE:
            self.programme.bound(key, rule["mindestens"], inf)

    def _means(self) -> None:
        """A mean times its weight is a total, and totals add up."""
        for name, table in self.tables():
            weight = str(table.head.get("gewicht"))
            if table.head["art"] != "mittelwert" or weight not in self.names:
                continue
            ends = [
                high
                for (one, *_, what), (_, high) in self.values.items()
                if one == name and what == VALUE
            ]
            most = UNKNOWN_MEAN * max(ends, default=100)
            for year in table.years():
                for area in LEVELS:
                    key = ("Summe", name, area, year)
                    self.programme.unknown(key, whole=False)
                    low, high = self.values.get((name, area, year, VALUE), (0.0, most))
                    below, number = self._measure(weight, area, year)
                    self._ratio({key: 1.0}, below, number, (low, high), 1)
                self._add_up(table, year, lambda area, n=name, y=year: ("Summe", n, area, y))

    # --- What was published before ---------------------------------------------------------------

    def _remember(self) -> None:
        """Join an earlier publication: what was not corrected since is the same figure."""
        old = _narrowest(self.before)
        for name, year in sorted({(name, year) for name, _, year, _ in old}):
            table = self.county.tables[name]
            for area in self._areas(table, year):
                key, now = (OLD + name, area, year), self.values.get((name, area, year, VALUE))
                self.programme.unknown(key)
                then = old.get((name, area, year, VALUE))
                if then:
                    self.programme.bound(key, *then)
                is_part = area in KOMMUNEN or area in QUARTIERE[KOMMUNEN[0]]
                if is_part and (then is None or now is None or then == now):
                    terms = {key: 1.0, self.cases(name, area, year): -1.0}
                    self.programme.relate(terms, 0, 0)
            self._add_up(table, year, lambda area, n=name, y=year: (OLD + n, area, y))

    # --- The attack ------------------------------------------------------------------------------

    def leaks(self, victims: Iterable[Victim] | None = None) -> list[Leak]:
        """Return which protected figures are narrowed down too far."""
        chosen = self.truth.victims if victims is None else victims
        ours = (one for one in chosen if one.indicator in self.names)
        return [leak for one in ours for leak in self._leak(one)]

    def _leak(self, one: Victim) -> Iterator[Leak]:
        if one.kind == "Mittelwert":
            yield from self._mean_leak(one)
            return
        rule = self.county.tables[one.indicator]
        key = self.cases(one.indicator, one.area, one.year)
        most = min(rule.minimum, one.most)
        width = min(rule.rule.get("schutzbreite") or rule.minimum, one.most)
        terms, number = {key: 1.0}, 0.0
        if one.kind == "Rest":
            terms, number = {key: -1.0}, self.base(one.indicator, one.area, one.year)[1]
        if self.programme.reaches(terms, 0 - number, max(most, width) - number):
            return
        low, high = (end + number for end in self.programme.span(terms))
        if low > 0 or high < most or high - low < width:
            yield Leak(one, low, high)

    def _mean_leak(self, one: Victim) -> Iterator[Leak]:
        """A mean of so few is known when it is known to five parts in a hundred."""
        total: Key = ("Summe", one.indicator, one.area, one.year)
        if total not in self.programme.low:
            return
        weight = str(self.county.tables[one.indicator].head["gewicht"])
        below, number = self._measure(weight, one.area, one.year)
        part = self.programme.part_of(total)
        some = [Row(below, 1, inf)] if below else []
        ends = (0.95 * one.truth, 1.05 * one.truth)
        less, more = (
            part.can(
                {total: 1.0} | {key: -end * factor for key, factor in below.items()},
                *((-inf, end * number) if end < one.truth else (end * number, inf)),
                some,
            )
            for end in ends
        )
        if not (less or more):
            yield Leak(one, *ends)

    def wrong(self) -> list[object]:
        """Return what the attacker believes and is not so: a false belief proves nothing."""
        return self.programme.broken_by({key: self._true(key) for key in self.programme.low})

    def _true(self, key: Key) -> float:
        assert isinstance(key, tuple)
        if key[0] == "Summe":
            _, name, area, year = key
            table = self.county.tables[name]
            weight = str(table.head["gewicht"])
            return sum(
                float(table.cells[part, year][0]) * (self.truth.cases(weight, part, year) or 0)
                for part in _parts(table, area, year)
            )
        name, area, year = key
        if name.startswith(OLD):
            name = name.removeprefix(OLD)
            return _sum(Table({}, self.county.formerly[name]), area, year)
        return self.truth.cases(name, area, year) or 0.0


def _narrowest(readings: Iterable[Reading]) -> dict[tuple[str, str, int, str], tuple[float, float]]:
    """Return what all readings of one figure leave possible together."""
    found: dict[tuple[str, str, int, str], tuple[float, float]] = {}
    for one in readings:
        place = (one.indicator, one.area, one.year, one.what)
        low, high = found.get(place, (-inf, inf))
        found[place] = (max(low, one.low), min(high, one.high))
    return found
