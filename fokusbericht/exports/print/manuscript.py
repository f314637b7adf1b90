"""All that a PDF is set from; and why that may fail."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from fokusbericht.building.render import TemplateFault
from fokusbericht.building.templates import source_of
from fokusbericht.model.queries import query
from fokusbericht.model.report import Report
from fokusbericht.problems import Place, Problem

IMPORT = re.compile(r'^#import "([\w-]+\.typ)"', re.MULTILINE)
FOLDER = "druck"  # of the templates


class PrintFault(TemplateFault):
    """A PDF that cannot be set: whose file, line, and why."""

    def as_problem(self) -> Problem:
        """Return it as an editor is told all else."""
        path, line, sentence = self.args
        return Problem(Place(path, line), sentence, "druck")


@dataclass(frozen=True, slots=True)
class Sources:
    """A template and what it imports, by name."""

    template: str  # "fokus.typ"
    texts: Mapping[str, str]

    def print_of(self) -> str:
        """Return a name for them, which changes with any of them: a part of an Output's recipe."""
        text = "".join(f"{name}\0{source}\0" for name, source in sorted(self.texts.items()))
        return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What is set: templates, the data they take ("daten.json"), pictures and other files."""

    sources: Sources
    data: object  # plain: what JSON can hold
    day: date  # that the file gives as its date
    place: Place  # what an editor would change
    files: Mapping[str, bytes] = field(default_factory=dict)  # "bilder/karte.svg"


@query
def sources_of(report: Report, template: str) -> Sources:
    """Return a template for paper with all it imports: the county's own, else ours."""
    found: dict[str, str] = {}
    waiting = [template]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = source_of(report.root, f"{FOLDER}/{name}")
            waiting += IMPORT.findall(found[name])
    return Sources(template, found)
