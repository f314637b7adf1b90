"""Typed getters: what stands in a mapping of YAML, or a problem that says what should.

A getter that finds nothing fitting notes a problem and answers with a neutral value, so that all
problems of a file are told at once. A report with problems is never made into a site.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from math import inf
from typing import TypeVar

from fokusbericht.model.base import Berichtigung, Key, Kind, PartialDate, Quelle, Ref
from fokusbericht.problems import Place, Problem, Severity, closest, did_you_mean
from fokusbericht.sources.faults import SYNTAX
from fokusbericht.sources.numbers import OURS, Habit, Why, find_decimal, read
from fokusbericht.sources.values import (
    Entry,
    Scalar,
    YamlMapping,
    YamlSequence,
    YamlValue,
    is_empty,
)
from fokusbericht.text.addresses import is_web, refusal
from fokusbericht.text.language import SEASONS

E = TypeVar("E", bound=Enum)
T = TypeVar("T")

TYPE = "falscher-typ"
CHOICE = "falsche-auswahl"
MISSING = "fehlender-schluessel"
UNKNOWN = "unbekannter-schluessel"
AREA = "unbekannter-raum"

HASH = "raute"
CUT = (
    "Mit „ #“ beginnt in YAML ein Kommentar: „{}“ geht verloren. Gehört es zum Text, bitte den "
    "ganzen Text in Anführungszeichen setzen; ein Kommentar steht in einer eigenen Zeile."
)
MARKED = "Ein Text, der mit „{}“ beginnt, gehört in Anführungszeichen."

NO_DATE = date(1, 1, 1)
YEAR = re.compile("[0-9]{4}")
SEASON_NUMBERS = {name: number for number, name in SEASONS.items()}
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
WHOLE = re.compile("[-−]?[0-9](?:[0-9' ’\u00a0\u202f]*[0-9])?")
WRAPPED = re.compile(r"[ \t]*\n\s*")
MARKUP = re.compile(
    r"\[\[[^\[\]\n]+\]\]|\]\((?:https?:|[/#])|\*\*[^\s*][^*\n]*\*\*|\{\{"
    r"|</?[A-Za-z][^<>\n]*>"
)
NO_MARKUP = (
    "„{}“ erscheint so auf der Seite: Unter „{}“ steht bloßer Text ohne Markdown und HTML. "
    "Bitte ohne solche Zeichen schreiben."
)
CLEARLY = "Bitte ohne Tausenderpunkt und mit Dezimalkomma schreiben."
# What an editing system adds to a day; with any other time the day may be the next one.
MIDNIGHT = re.compile(r"[Tt ]00:00(?::00(?:\.0+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$")
TIMED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.]+.*")


class Fields:
    """The values of one mapping; `done` tells the keys that nobody asked for."""

    def __init__(self, mapping: YamlMapping, problems: list[Problem]) -> None:
        self.mapping = mapping
        self.place = mapping.place
        self._problems = problems
        self._asked: list[str] = []
        self._missing: list[str] = []
        self._refused: set[str] = set()

    @property
    def told(self) -> int:
        """Return how many problems there are so far; more of them later tell of a new one."""
        return len(self._problems)

    def note(self, place: Place, sentence: str, rule: str) -> None:
        """Note a problem."""
        self._problems.append(Problem(place, sentence, rule))

    def done(self) -> None:
        """Tell every key that nobody asked for, and every key that is missing.

        A misspelt key that must be there is one mistake, told once.
        """
        misspelt: set[str | None] = set()
        for name, entry in self.mapping.entries.items():
            if name not in self._asked and name not in self._refused:
                absent = [key for key in self._asked if not self.has(key)]
                misspelt.add(closest(name, absent))
                self.note(entry.key_place, self._unknown(name, entry, absent), UNKNOWN)
        for name in self._missing:
            if name not in misspelt:
                self.note(self.place, f"Der Schlüssel „{name}“ fehlt.", MISSING)

    def _unknown(self, name: str, entry: Entry, absent: list[str]) -> str:
        """Return what to say of a key that nobody asked for: `20,3` between braces makes one."""
        if name.isdecimal() and is_empty(entry.value):
            return (
                f"In geschweiften Klammern trennt jedes Komma zwei Angaben; „{name}“ steht allein. "
                "Gehört es zu einer Dezimalzahl, bitte mit Punkt schreiben: 2.5 statt 2,5."
            )
        known = ", ".join(dict.fromkeys(self._asked))
        hint = did_you_mean(name, absent) or f" Möglich sind: {known}."
        return f"Den Schlüssel „{name}“ gibt es hier nicht.{hint}"

    def refuse(self, name: str, sentence: str) -> None:
        """Tell why a key that one might expect does not belong here, if it is there."""
        if name in self.mapping.entries:
            self._refused.add(name)
            self.note(self.mapping.entries[name].key_place, sentence, UNKNOWN)

    def has(self, name: str) -> bool:
        """Say whether a key is there and says anything; null and "" say nothing."""
        entry = self.mapping.entries.get(name)
        return entry is not None and not is_empty(entry.value)

    def place_of(self, name: str) -> Place:
        """Return where a value stands, or where the mapping starts."""
        entry = self.mapping.entries.get(name)
        return entry.value.place if entry else self.place

    def text(self, name: str) -> str:
        """Return a text that must be there."""
        value = self._scalar(name, required=True)
        return self._whole(value).text if value else ""

    def optional_text(self, name: str) -> str:
        """Return a text, or nothing."""
        value = self._scalar(name, required=False)
        return self._whole(value).text if value else ""

    def line(self, name: str) -> str:
        """Return a text of one line that must be there, however it is wrapped."""
        value = self._scalar(name, required=True)
        return self._in_one_line(value, name) if value else ""

    def optional_line(self, name: str) -> str:
        """Return a text of one line, or nothing."""
        value = self._scalar(name, required=False)
        return self._in_one_line(value, name) if value else ""

    def _in_one_line(self, value: Scalar, name: str) -> str:
        """Return a text in one line; tell marks that would be shown as they are written."""
        if match := MARKUP.search(value.text):
            sentence = NO_MARKUP.format(match[0], name)
            self._problems.append(Problem(value.place, sentence, "markdown", Severity.WARNING))
        return WRAPPED.sub(" ", self._whole(value).text).strip()

    def web_address(self, name: str) -> str:
        """Return an address on the web, or nothing; https only, as these are official pages."""
        return self._address(name, secure=True)

    def any_web_address(self, name: str) -> str:
        """Return an address on the web, or nothing; old sources may still be without https."""
        return self._address(name, secure=False)

    def _address(self, name: str, secure: bool) -> str:
        address = self.optional_text(name)
        if address and not is_web(address, secure):
            schemes = ("https://",) if secure else ("https://", "http://")
            self.note(self.place_of(name), refusal(address, schemes), "adresse")
        return address

    def integer(self, name: str, least: int = 0, most: int = 9999) -> int:
        """Return a whole number within bounds that must be there."""
        value = self._scalar(name, required=True)
        if value is None:
            return least
        found = read(value.text, OURS) if WHOLE.fullmatch(value.text) else None
        if not isinstance(found, Decimal):
            self.note(value.place, f"„{value.text}“ ist keine ganze Zahl.", TYPE)
        elif self._is_within(value, found, least, most):
            return int(found)
        return least

    def optional_integer(self, name: str, default: int, least: int = 0, most: int = 9999) -> int:
        """Return a whole number within bounds, or the default."""
        if self.has(name):
            return self.integer(name, least, most)
        self._asked.append(name)
        return default

    def number(self, name: str, least: float = -inf, most: float = inf) -> float:
        """Return a number within bounds that must be there."""
        value = self._scalar(name, required=True)
        return self._to_number(value, least, most) if value else 0.0

    def optional_number(self, name: str, default: float) -> float:
        """Return a number, or the default."""
        value = self._scalar(name, required=False)
        return self._to_number(value) if value else default

    def number_or_none(self, name: str) -> float | None:
        """Return a number, or None when nothing is said."""
        value = self._scalar(name, required=False)
        return self._to_number(value) if value else None

    def numbers(self, name: str) -> tuple[float, ...]:
        """Return a list of numbers, empty when the key is not there."""
        found = list(self._scalars(name))
        entry = self.mapping.entries.get(name)
        items = entry.value.items if entry and isinstance(entry.value, YamlSequence) else ()
        if found and (blank := next(filter(_is_blank, items), None)):
            self.note(blank.place, f"In „{name}“ ist eine Zahl leer.", TYPE)
            return tuple(self._to_number(value) for value in found)
        if _has_decimal_comma(found):
            sentence = (
                f"In „{name}“ trennt jedes Komma zwei Zahlen. Bitte Dezimalzahlen hier mit Punkt "
                "schreiben, zum Beispiel [2.5, 7.5]."
            )
            self.note(found[0].place, sentence, TYPE)
            return ()
        vote = find_decimal(value.text for value in found)
        return tuple(self._to_number(value, vote=vote) for value in found)

    def boolean(self, name: str, default: bool = False) -> bool:
        """Return true or false."""
        value = self._scalar(name, required=False)
        if value is None:
            return default
        if value.text.lower() in ("true", "false"):
            return value.text.lower() == "true"
        self.note(value.place, f"„{value.text}“: hier steht true (ja) oder false (nein).", TYPE)
        return default

    def optional_boolean(self, name: str) -> bool | None:
        """Return true, false, or None when nothing is said."""
        value = self._scalar(name, required=False)
        return self.boolean(name) if value else None

    def day(self, name: str) -> date:
        """Return a full date that must be there."""
        value = self._scalar(name, required=True)
        return self._to_day(value) if value else NO_DATE

    def optional_day(self, name: str) -> date | None:
        """Return a full date, or nothing."""
        value = self._scalar(name, required=False)
        return self._to_day(value) if value else None

    def _to_day(self, value: Scalar) -> date:
        found = self._to_date(value)
        if found.day and found.year > 1:
            return found.latest()
        if found.day or found.year > 1:  # else it is told already
            sentence = f"„{value.text}“ ist kein Tag. Bitte als JJJJ-MM-TT angeben."
            self.note(value.place, sentence, TYPE)
        return NO_DATE

    def date(self, name: str) -> PartialDate:
        """Return a date as far as known that must be there."""
        value = self._scalar(name, required=True)
        return self._to_date(value) if value else PartialDate(1)

    def optional_date(self, name: str) -> PartialDate | None:
        """Return a date as far as known, or nothing."""
        value = self._scalar(name, required=False)
        return self._to_date(value) if value else None

    def choice(self, name: str, choices: type[E]) -> E:
        """Return one of the choices; it must be there."""
        value = self._scalar(name, required=True)
        return self._to_choice(value, choices) if value else next(iter(choices))

    def optional_choice(self, name: str, choices: type[E]) -> E | None:
        """Return one of the choices, or nothing."""
        value = self._scalar(name, required=False)
        return self._to_choice(value, choices) if value else None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty when the key is not there."""
        return tuple(self._whole(value).text for value in self._scalars(name))

    def words(self, name: str, required: bool = False) -> tuple[Scalar, ...]:
        """Return a list of texts, each with its place; with one at least where required."""
        entry = self._entry(name, required)
        found = tuple(self._whole(value) for value in self._scalars(name))
        if required and entry and is_empty(entry.value):
            self.note(entry.value.place, f"„{name}“ ist leer.", MISSING)
        return found

    def one_or_more(self, name: str) -> tuple[str, ...]:
        """Return a text, or a list of texts; empty when the key is not there."""
        entry = self.mapping.entries.get(name)
        if entry is not None and isinstance(entry.value, Scalar):
            text = self.optional_text(name)
            return (text,) if text else ()
        return self.texts(name)

    def ref(self, name: str, kind: Kind) -> Ref | None:
        """Return the thing of one kind that is named, or nothing."""
        value = self._scalar(name, required=False)
        return Ref(Key(kind, value.text), value.place) if value and value.text else None

    def refs(self, name: str, kind: Kind) -> tuple[Ref, ...]:
        """Return things of one kind, by key."""
        found = [Ref(Key(kind, value.text), value.place) for value in self._scalars(name)]
        return self._without_doubles(found)

    def ref_groups(self, name: str, kind: Kind) -> tuple[tuple[Ref, ...], ...]:
        """Return lists of things of one kind: one list, or a list of lists."""
        entry = self._entry(name, required=False)
        written = entry.value.items if entry and isinstance(entry.value, YamlSequence) else ()
        items = () if all(map(is_empty, written)) else _said(written)
        if not any(isinstance(item, YamlSequence) for item in items):
            found = self.refs(name, kind)
            return (found,) if found else ()
        for item in items:
            if not isinstance(item, YamlSequence):
                sentence = f"In „{name}“ stehen entweder Namen oder Listen von Namen, nicht beides."
                self.note(item.place, sentence, TYPE)
        # A list without names is nothing alone, but a mistake beside one that has some.
        lists = [item for item in items if isinstance(item, YamlSequence)]
        return tuple(self._ref_group(name, item, kind) for item in lists)

    def _ref_group(self, name: str, value: YamlSequence, kind: Kind) -> tuple[Ref, ...]:
        named = [item for item in _said(value.items) if isinstance(item, Scalar)]
        for item in value.items:
            if not isinstance(item, Scalar):
                self.note(item.place, f"In „{name}“ werden einzelne Werte erwartet.", TYPE)
        return self._without_doubles([Ref(Key(kind, item.text), item.place) for item in named])

    def mixed_refs(self, name: str, find: Callable[[str], Key]) -> tuple[Ref, ...]:
        """Return things of any kind, written as in links: "wohnen", "kommune:elmshorn"."""
        found = [Ref(find(value.text), value.place) for value in self._scalars(name)]
        return self._without_doubles(found)

    def mappings(self, name: str, required: bool = False) -> "Iterator[Fields]":
        """Yield the mappings of a list."""
        entry = self._entry(name, required)
        if entry is None:
            return
        items = entry.value.items if isinstance(entry.value, YamlSequence) else (entry.value,)
        items = () if is_empty(entry.value) else _said(items)
        if required and not items:
            self.note(entry.value.place, f"„{name}“ ist leer.", MISSING)
        for item in items:
            if isinstance(item, YamlMapping):
                yield Fields(item, self._problems)
            else:
                sentence = f"In „{name}“ werden Einträge mit Schlüsseln erwartet."
                self.note(item.place, sentence, TYPE)

    def mapping_of(self, name: str, required: bool = False) -> "Fields | None":
        """Return the mapping under a key, or nothing."""
        entry = self._entry(name, required)
        if entry is None or (not required and is_empty(entry.value)):
            return None
        if required and _is_blank(entry.value):
            self.note(entry.value.place, f"„{name}“ ist leer.", MISSING)
            return None
        if isinstance(entry.value, YamlMapping):
            return Fields(entry.value, self._problems)
        self.note(entry.value.place, f"Unter „{name}“ werden Schlüssel mit Werten erwartet.", TYPE)
        return None

    def items(self) -> Iterator[tuple[str, Entry]]:
        """Yield all keys of a mapping whose keys are free, as they were written."""
        for name, entry in self.mapping.entries.items():
            self._asked.append(name)
            yield name, entry

    def entries(self) -> "Iterator[tuple[str, Fields]]":
        """Yield all keys of a mapping whose keys are free and whose values are mappings."""
        for name, entry in self.items():
            if isinstance(entry.value, YamlMapping):
                yield name, Fields(entry.value, self._problems)
            else:
                sentence = f"Unter „{name}“ werden Schlüssel mit Werten erwartet."
                self.note(entry.value.place, sentence, TYPE)

    def quellen(self, name: str = "quellen") -> tuple[Quelle, ...]:
        """Return a list of sources."""
        return tuple(read_quelle(fields) for fields in self.mappings(name))

    def berichtigungen(self, name: str = "berichtigungen") -> tuple[Berichtigung, ...]:
        """Return a list of corrections."""
        return tuple(read_berichtigung(fields) for fields in self.mappings(name))

    def _entry(self, name: str, required: bool) -> Entry | None:
        self._asked.append(name)
        entry = self.mapping.entries.get(name)
        if entry is None and required:
            self._missing.append(name)
        return entry

    def _scalar(self, name: str, required: bool) -> Scalar | None:
        entry = self._entry(name, required)
        if entry is None:
            return None
        value = entry.value
        if not isinstance(value, Scalar) and is_empty(value):
            value = Scalar("", value.place)
        if not isinstance(value, Scalar):
            self.note(value.place, f"Unter „{name}“ wird ein einzelner Wert erwartet.", TYPE)
            return None
        if value.text.strip():
            return value
        if value.dropped:
            self._whole(value)
        elif required:
            self.note(value.place, f"„{name}“ ist leer.", MISSING)
        return None

    def _scalars(self, name: str) -> Iterator[Scalar]:
        entry = self._entry(name, required=False)
        if entry is None or is_empty(entry.value):
            return
        items: tuple[YamlValue, ...] = (
            entry.value.items if isinstance(entry.value, YamlSequence) else (entry.value,)
        )
        if not isinstance(entry.value, YamlSequence):
            sentence = f"Unter „{name}“ wird eine Liste erwartet, zum Beispiel [eins, zwei]."
            self.note(entry.value.place, sentence, TYPE)
            return
        for item in items:
            if isinstance(item, Scalar):
                if item.text.strip():
                    yield item
                elif item.dropped:
                    self._whole(item)
            else:
                self.note(item.place, f"In „{name}“ werden einzelne Werte erwartet.", TYPE)

    def _whole(self, value: Scalar) -> Scalar:
        """Return a text as it was read; tell what YAML left out of it."""
        dropped = value.dropped
        if dropped is None:
            return value
        if not dropped.text.startswith("#"):
            self.note(dropped.place, MARKED.format(dropped.text[0]), SYNTAX)
            return value
        # In a file of settings many write what a line is for; a hash and a word is no such remark.
        is_remark = dropped.text[1:2] in ("", " ", "\t") and not value.place.path.endswith(".md")
        severity = Severity.WARNING if is_remark else Severity.ERROR
        sentence = CUT.format(dropped.text)
        self._problems.append(Problem(dropped.place, sentence, HASH, severity))
        return value

    def comment_instead(self, name: str) -> str:
        """Return the comment that stands where a value should; nothing where there is a value."""
        entry = self._entry(name, required=False)
        if entry is None or not isinstance(entry.value, Scalar) or entry.value.text.strip():
            return ""
        return entry.value.dropped.text if entry.value.dropped else ""

    def _without_doubles(self, refs: list[Ref]) -> tuple[Ref, ...]:
        found: dict[Key, Ref] = {}
        for ref in refs:
            if ref.key in found:
                sentence = f"„{ref.key.name}“ ist hier schon genannt."
                self.note(ref.place, sentence, "doppelter-verweis")
            found.setdefault(ref.key, ref)
        return tuple(found.values())

    def _to_number(
        self, value: Scalar, least: float = -inf, most: float = inf, vote: str = ""
    ) -> float:
        found = read(value.text, Habit(vote=vote, least=least, most=most, is_ours=True))
        if isinstance(found, Decimal):
            return float(found) if self._is_within(value, found, least, most) else 0.0
        way_out = f" {CLEARLY}" if found.why is Why.MEHRDEUTIG else ""
        self.note(value.place, f"{found.sentence}{way_out}", TYPE)
        return 0.0

    def _is_within(self, value: Scalar, found: Decimal, least: float, most: float) -> bool:
        if least <= found <= most:
            return True
        sentence = f"„{value.text}“: hier steht eine Zahl von {least} bis {most}."
        self.note(value.place, sentence, TYPE)
        return False

    def _to_date(self, value: Scalar) -> PartialDate:
        match = DATE.fullmatch(MIDNIGHT.sub("", value.text))
        if match:
            year, month, day = (int(part or 0) for part in match.groups())
            try:
                date(year, int(match[2] or 1), int(match[3] or 1))
            except ValueError:
                self.note(value.place, f"Den Tag „{value.text}“ gibt es nicht.", TYPE)
                return PartialDate(1)
            return PartialDate(year, month, day)
        season, _, of = value.text.partition(" ")
        if season in SEASON_NUMBERS and YEAR.fullmatch(of):
            return PartialDate(int(of), season=SEASON_NUMBERS[season])
        if TIMED.fullmatch(value.text):
            sentence = (
                f"„{value.text}“ nennt eine Uhrzeit. Bitte nur den Tag als JJJJ-MM-TT angeben."
            )
            self.note(value.place, sentence, TYPE)
            return PartialDate(1)
        sentence = (
            f"„{value.text}“ ist kein Datum. Bitte als JJJJ, JJJJ-MM oder JJJJ-MM-TT angeben, "
            "oder als „Frühjahr JJJJ“, „Sommer JJJJ“ oder „Herbst JJJJ“."
        )
        self.note(value.place, sentence, TYPE)
        return PartialDate(1)

    def _to_choice(self, value: Scalar, choices: type[E]) -> E:
        names = [str(choice.value) for choice in choices]
        if value.text in names:
            return choices(value.text)
        hint = did_you_mean(value.text, names) or f" Möglich sind: {', '.join(names)}."
        self.note(value.place, f"„{value.text}“ steht nicht zur Wahl.{hint}", CHOICE)
        return next(iter(choices))


def _has_decimal_comma(values: list[Scalar]) -> bool:
    """Say whether some commas of a list are followed by a blank and some are not: [2,5, 7,5]."""
    gaps = {
        late.place.column - early.place.column - len(early.text)
        for early, late in pairwise(values)
        if early.place.line == late.place.line
    }
    return 1 in gaps and len(gaps) > 1


def _is_blank(value: YamlValue) -> bool:
    """Say whether a value is written as nothing: "", null or no word at all."""
    return isinstance(value, Scalar) and is_empty(value)


def _said(items: tuple[YamlValue, ...]) -> tuple[YamlValue, ...]:
    return tuple(item for item in items if not _is_blank(item))


def read_quelle(fields: Fields) -> Quelle:
    """Return a source."""
    quelle = Quelle(
        name=fields.text("name"),
        url=fields.any_web_address("url"),
        stand=fields.optional_date("stand"),
        lizenz=fields.optional_text("lizenz"),
        hinweis=fields.optional_text("hinweis"),
        kuerzel=fields.optional_text("kuerzel"),
    )
    fields.done()
    return quelle


def read_berichtigung(fields: Fields) -> Berichtigung:
    """Return a correction."""
    found = Berichtigung(
        datum=fields.date("datum"),
        war=fields.line("war"),
        ist=fields.line("ist"),
        place=fields.place,
        grund=fields.optional_line("grund"),
        belege=fields.one_or_more("quelle"),
    )
    fields.done()
    return found
