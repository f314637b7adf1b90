"""Markdown files with a head → things of the report."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypedDict, TypeVar

from fokusbericht.load.fields import Fields
from fokusbericht.model.base import Berichtigung, Key, Kind, Quelle, Text, Thing
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.files import list_files
from fokusbericht.sources.heads import read_page
from fokusbericht.sources.shelf import Shelf

# Names for people who look into the folder itself.
ASIDE = re.compile(r"(?:README|LIESMICH|LICEN[CS]E|COPYING|CHANGELOG|NOTICE)(?:\.[A-Za-z]+)*")

T = TypeVar("T", bound=Thing)
Find = Callable[[str], Key]


class Common(TypedDict):
    """What every thing has, whatever its kind."""

    key: Key
    place: Place
    titel: str
    kurz: str
    geaendert: date
    beispiel: bool
    glossar: bool
    ab: date | None
    quellen: tuple[Quelle, ...]
    berichtigungen: tuple[Berichtigung, ...]
    body: Text


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A Markdown file, read and ready for the function that knows its kind."""

    fields: Fields
    key: Key
    place: Place
    body: Text
    find: Find

    def common(self, kurz_required: bool = True) -> Common:
        """Return what every thing has."""
        fields = self.fields
        return {
            "key": self.key,
            "place": self.place,
            "titel": fields.line("titel"),
            "kurz": fields.line("kurz") if kurz_required else fields.optional_line("kurz"),
            "geaendert": fields.day("geaendert"),
            "beispiel": fields.boolean("beispiel"),
            "glossar": fields.boolean("glossar", True),
            "ab": fields.optional_day("ab"),
            "quellen": fields.quellen(),
            "berichtigungen": fields.berichtigungen(),
            "body": self.body,
        }


@dataclass(frozen=True, slots=True)
class Workbench:
    """What files are read with: what stands ready, what names mean, where faults are noted."""

    shelf: Shelf
    find: Find
    names: str  # a print of all names, as `find` knows them
    problems: list[Problem]


def load_things(
    folder: str, kind: Kind, build: Callable[[ContentFile], T], bench: Workbench
) -> dict[str, T]:
    """Return the things of one folder by name, in the order of their names."""
    things: dict[str, T] = {}
    for path in content_files(bench.shelf.root, folder):
        thing = bench.shelf.take(
            path, bench.problems, partial(_thing, path, kind, build, bench), bench.names
        )
        if thing is None:
            continue
        name = thing.key.name
        if name in things:
            sentence = f"Die Kennung „{name}“ hat schon {things[name].place.path}."
            bench.problems.append(Problem(Place(path), sentence, "doppelte-kennung"))
        # The second of two with one name is kept under its path, so that it is checked as well.
        things[path if name in things else name] = thing
    return things


def _thing(
    path: str,
    kind: Kind,
    build: Callable[[ContentFile], T],
    bench: Workbench,
    problems: list[Problem],
) -> T | None:
    found = read_page(bench.shelf.root, path, problems)
    if found is None:
        return None
    fields = Fields(found[0], problems)
    thing = build(
        ContentFile(fields, Key(kind, name_of(path, kind)), Place(path), found[1], bench.find)
    )
    fields.done()
    return thing


def content_files(root: Path, folder: str) -> Iterator[str]:
    """Yield the Markdown files of a folder below content/, sorted."""
    paths = list_files(root, f"content/{folder}", ".md")
    yield from (path for path in paths if not ASIDE.fullmatch(path.rpartition("/")[2]))


def name_of(path: str, kind: Kind) -> str:
    """Return a thing's name: the file's stem; for a recommendation its year and number."""
    stem = path.rpartition("/")[2].removesuffix(".md")
    return "-".join(stem.split("-")[:2]) if kind is Kind.EMPFEHLUNG else stem


FOLDERS: Mapping[str, Kind] = {
    "handlungsempfehlungen": Kind.EMPFEHLUNG,
    "handlungsfelder": Kind.HANDLUNGSFELD,
    "fokusgruppen": Kind.FOKUSGRUPPE,
    "gremien": Kind.GREMIUM,
    "anregungen": Kind.ANREGUNG,
    "beschluesse": Kind.BESCHLUSS,
    "themenspeicher": Kind.SPEICHERTHEMA,
    "termine": Kind.TERMIN,
    "berichte": Kind.BERICHT,
    "aktuelles": Kind.AKTUELLES,
    "seiten": Kind.SEITE,
    "leichte-sprache": Kind.LEICHT,
}
