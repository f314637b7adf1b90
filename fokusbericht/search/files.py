"""/suche/verzeichnis.js, /suche/texte-1.js …, /suche/zahlen.js: what the search reads."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from fokusbericht.building.output import Output, PageNote
from fokusbericht.model.report import Report
from fokusbericht.pages.sozialbericht.kreisdaten import data_url
from fokusbericht.problems import Place
from fokusbericht.search.directory import directory, file_names
from fokusbericht.search.documents import documents
from fokusbericht.search.figures import FIGURES, figures_script
from fokusbericht.search.knowledge import knowledge_of

FOLDER = "suche/"
SOURCE = Place("content")


def plan(report: Report, notes: Sequence[PageNote]) -> Iterator[Output]:
    """Plan all files of the search; `notes` are what all pages say of themselves."""
    found, knowledge = documents(report, notes), knowledge_of(report)
    files = cache(lambda: directory(found, knowledge))
    for name in file_names(len(found)):
        make = partial(_file, files, name)
        yield Output(f"{FOLDER}{name}", (found, knowledge, name), make, SOURCE)
    # The address of the packed figures names all that they are made of.
    make = partial(figures_script, report)
    yield Output(f"{FOLDER}{FIGURES}", data_url(report), make, Place("indicators"))


def _file(files: Callable[[], Mapping[str, bytes]], name: str) -> bytes:
    return files()[name]
