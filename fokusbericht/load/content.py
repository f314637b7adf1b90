"""Markdown files with a head → things of the report."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict, TypeVar

from fokusbericht.load.fields import Fields
from fokusbericht.model.base import Key, Kind, Quelle, Text, Thing
from fokusbericht.problems import Place, Problem
from fokusbericht.sources import read_page
from fokusbericht.sources.files import list_files

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
    ab: date | None
    quellen: tuple[Quelle, ...]
    body: Text


@dataclass(frozen=True, slots=True)
class Page:
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
            "ab": fields.optional_day("ab"),
            "quellen": fields.quellen(),
            "body": self.body,
        }


def load_things(
    root: Path,
    folder: str,
    kind: Kind,
    build: Callable[[Page], T],
    find: Find,
    problems: list[Problem],
) -> dict[str, T]:
    """Return the things of one folder by name, in the order of their names."""
    things: dict[str, T] = {}
    for path in content_files(root, folder):
        found = read_page(root, path, problems)
        if found is None:
            continue
        fields = Fields(found[0], problems)
        page = Page(fields, Key(kind, name_of(path, kind)), Place(path), found[1], find)
        thing = build(page)
        fields.done()
        if page.key.name in things:
            other = things[page.key.name].place.path
            sentence = f"Die Kennung „{page.key.name}“ hat schon {other}."
            problems.append(Problem(page.place, sentence, "doppelte-kennung"))
        # The second of two with one name is kept under its path, so that it is checked as well.
        things[path if page.key.name in things else page.key.name] = thing
    return things


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
    "beschluesse": Kind.BESCHLUSS,
    "termine": Kind.TERMIN,
    "berichte": Kind.BERICHT,
    "aktuelles": Kind.AKTUELLES,
    "seiten": Kind.SEITE,
    "leichte-sprache": Kind.LEICHT,
}
