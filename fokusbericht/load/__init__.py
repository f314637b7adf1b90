"""Read and validate a whole folder: the only room that knows the German keys."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from fokusbericht.later import later
from fokusbericht.load import planning, recommendations, texts
from fokusbericht.load.content import (
    FOLDERS,
    ContentFile,
    Workbench,
    content_files,
    load_things,
    name_of,
)
from fokusbericht.load.fields import AREA, NO_DATE
from fokusbericht.load.figures import KnownAreas, indicator_files, load_indicators
from fokusbericht.load.format import told_of_format
from fokusbericht.load.leaving_out import as_of, without_examples
from fokusbericht.load.site import (
    load_glossary,
    load_groups,
    load_kreis,
    load_labels,
    load_querschnitt,
    load_redirects,
)
from fokusbericht.load.successors import successors_of
from fokusbericht.load.vocabulary import load_parts, load_postcodes, load_synonyms
from fokusbericht.model.base import BARE_KINDS, Key, Kind, Thing
from fokusbericht.model.figures import Indikator, Wert
from fokusbericht.model.kreis import Kreis
from fokusbericht.model.places import KREIS, RAEUME, Geografie
from fokusbericht.model.report import Report
from fokusbericht.problems import Problem, Severity
from fokusbericht.sources.files import digest
from fokusbericht.sources.shelf import Packed, Shelf
from fokusbericht.statistics.derive import with_derived
from fokusbericht.text.glossary import mentioned_terms
from fokusbericht.text.references import back_references, mentions

# What is only read where its files are new.
archive, bilder, frozen, geography, overlooked, recorded, unfetched = later(
    __name__,
    ("archive", "bilder", "frozen", "geography", "overlooked", "recorded", "unfetched"),
)

T = TypeVar("T", bound=Thing)
S = TypeVar("S")


def load_report(
    root: Path,
    tables: Path | None = None,
    tag: date | None = None,
    shelf: Shelf | None = None,
) -> tuple[Report, list[Problem]]:
    """Return the report in a folder, and all that is wrong with its files.

    With problems the report is as whole as it can be, good for further checks but not for a site.
    Tables in a folder `tables` stand for those of the same name in `indicators/`. What is under
    embargo on the day `tag` (else on the key date of kreis.yml) is withheld. What stands on the
    `shelf` and was made from the same files is not read again.
    """
    # What was read of other tables is nothing for the shelf.
    return _Loading(root, shelf if shelf and not tables else Shelf(root)).load(tables, tag)


class _Loading:
    """The way from files to a report; whatever is read stays on the shelf for the next time."""

    def __init__(self, root: Path, shelf: Shelf) -> None:
        self.root = root
        self.shelf = shelf
        self.problems: list[Problem] = []

    def load(self, tables: Path | None, tag: date | None) -> tuple[Report, list[Problem]]:
        self.take("overlooked", lambda told: overlooked.find_overlooked(self.root, told))
        self.take("unfetched", lambda told: unfetched.find_unfetched(self.root, told))
        names = _names(self.root, self.problems)
        kreis = self.take("kreis", partial(load_kreis, self.root))
        report = self.read(names, kreis, tables)
        report = replace(
            report,
            titles=_titles(report, names),
            examples=frozenset(thing.key for thing in report.things() if thing.beispiel),
        )
        told = told_of_format(self.root, kreis.format)
        if told and told.severity is Severity.ERROR:
            return replace(report, is_unread=True), [told]
        problems = [*self.problems, *([told] if told else [])]
        unread = frozenset(_unread(report, problems))
        if Kind.KOMMUNE in unread:
            problems = [one for one in problems if one.rule != AREA or one.place.path == RAEUME]
        report = replace(report, unread=unread)
        report = report if kreis.beispiele else without_examples(report)
        report = as_of(report, tag or _key_date(kreis))
        hints = tuple(one for one in problems if one.severity is Severity.WARNING)
        # What is wrong with a file is told wherever it is asked for; once is enough.
        problems = [one for one in dict.fromkeys(problems) if one.severity is Severity.ERROR]
        return replace(report, backlinks=self.back_references(report), hints=hints), problems

    def take(self, name: str, make: Callable[[list[Problem]], S], of: str = "") -> S:
        return self.shelf.take(name, self.problems, make, of)

    def read(
        self, names: Mapping[Kind, frozenset[str]], kreis: Kreis, tables: Path | None
    ) -> Report:
        """Return the report as its files tell it, without what follows from all of it."""
        root, problems, find = self.root, self.problems, _finder(names)
        known = _print(sorted((kind, sorted(found)) for kind, found in names.items()))
        bench = Workbench(self.shelf, find, known, problems)

        def read(folder: str, kind: Kind, build: Callable[[ContentFile], T]) -> dict[str, T]:
            return load_things(folder, kind, build, bench)

        geografie: Geografie = self.take(
            "geography", lambda told: geography.load_geography(root, told)
        )
        odd = bilder.find_odd(problems) if problems else ()
        return Report(
            root=str(root),
            kreis=kreis,
            geografie=replace(geografie, ort=kreis.name_ort, genitiv=kreis.name_genitiv),
            empfehlungen=read("handlungsempfehlungen", Kind.EMPFEHLUNG, recommendations.empfehlung),
            handlungsfelder=read("handlungsfelder", Kind.HANDLUNGSFELD, planning.handlungsfeld),
            fokusgruppen=read("fokusgruppen", Kind.FOKUSGRUPPE, planning.fokusgruppe),
            gremien=read("gremien", Kind.GREMIUM, planning.gremium),
            anregungen=read("anregungen", Kind.ANREGUNG, recommendations.anregung),
            beschluesse=read("beschluesse", Kind.BESCHLUSS, planning.beschluss),
            speicher=read("themenspeicher", Kind.SPEICHERTHEMA, planning.speicherthema),
            termine=read("termine", Kind.TERMIN, planning.termin),
            berichte=read("berichte", Kind.BERICHT, planning.bericht),
            aktuelles=read("aktuelles", Kind.AKTUELLES, texts.aktuelles),
            seiten=read("seiten", Kind.SEITE, texts.seite),
            leicht=read("leichte-sprache", Kind.LEICHT, texts.leichte_seite),
            kommentare=read("kommentare", Kind.KOMMENTAR, texts.kommentar),
            indikatoren=self.indicators(_areas(geografie), tables),
            begriffe=self.take("glossary", partial(load_glossary, root, find), known),
            themen=load_labels(root, "themen", Kind.THEMA, problems),
            gruppen=load_groups(root, problems),
            zielgruppen=load_labels(root, "zielgruppen", Kind.ZIELGRUPPE, problems),
            querschnitt=load_querschnitt(root, problems),
            titles={},
            examples=frozenset(),
            backlinks={},
            bilder=self.take(
                "pictures", lambda told: bilder.load_pictures(root, odd, told), _print(odd)
            ),
            weiterleitungen=load_redirects(root, problems),
            wortgruppen=self.take("synonyms", partial(load_synonyms, root, find), known),
            wortteile=self.take("parts", partial(load_parts, root)),
            postleitzahlen=self.take(
                "postcodes",
                partial(load_postcodes, root, tuple(geografie.kommunen)),
                _print(sorted(geografie.kommunen)),
            ),
            eingefroren=self.take("frozen", lambda told: frozen.load_frozen(root, told)),
            frueher=self.take("archive", lambda told: archive.load_archive(root, told)),
            staende=self.take("recorded", lambda told: Packed(recorded.load_recorded(root, told))),
        )

    def indicators(self, areas: KnownAreas, tables: Path | None) -> Mapping[str, Indikator]:
        """Return the indicators with their figures, also with those that follow from others."""
        found = load_indicators(self.shelf, areas, self.problems, tables)
        made_of = _print([self.shelf.print_of(one.place.path) for one in found.values()])
        figures = self.take("derived", lambda told: _derived(found), made_of)
        return {
            name: replace(one, werte=figures[name]) if name in figures else one
            for name, one in found.items()
        }

    def back_references(self, report: Report) -> Mapping[Key, tuple[Key, ...]]:
        """Return who mentions whom; each text is only searched when it, or a title, is new."""
        titles = _print(sorted(map(str, report.titles)))
        forms = [
            (key, one.begriff, one.kurzform, one.formen, one.im_text)
            for key, one in report.begriffe.items()
        ]
        known = f"{titles}{_print(forms)}"

        def mentioned(thing: Thing) -> tuple[Key, ...]:
            path = thing.place.path
            return self.take(
                f"mentions {path}",
                lambda told: (*mentions(report, thing), *mentioned_terms(report, thing)),
                f"{known}{self.shelf.print_of(path)}",
            )

        return back_references(report.things(), mentioned)


def _derived(found: Mapping[str, Indikator]) -> dict[str, Packed[tuple[str, int], Wert]]:
    """Return the figures of the indicators that follow from others."""
    whole = with_derived(found)
    return {name: Packed(whole[name].werte) for name, one in found.items() if one.ableitung}


def _areas(geografie: Geografie) -> KnownAreas:
    official = {geografie.schluessel, *geografie.kommunen, *geografie.vergleich}
    return KnownAreas(
        official=frozenset({*official, *geografie.quartiere, *geografie.aemter}),
        rooms=frozenset(geografie.raeume),
        dissolved=successors_of(geografie.umsteiger),
    )


def _print(value: object) -> str:
    return digest(repr(value).encode())


def _unread(report: Report, problems: list[Problem]) -> Iterator[Kind]:
    """Yield the kinds whose list is there and could not be read: nothing else is told of them."""
    wrong = {one.place.path for one in problems if one.severity is Severity.ERROR}
    lists: tuple[tuple[str, Mapping[str, object], Kind], ...] = (
        ("content/glossar.yml", report.begriffe, Kind.BEGRIFF),
        ("content/themen.yml", report.themen, Kind.THEMA),
        ("content/zielgruppen.yml", report.zielgruppen, Kind.ZIELGRUPPE),
        ("content/querschnittsthemen.yml", report.querschnitt, Kind.QUERSCHNITT),
        (RAEUME, report.geografie.kommunen, Kind.KOMMUNE),
        (RAEUME, report.geografie.kommunen, Kind.RAUM),
    )
    yield from (kind for path, found, kind in lists if path in wrong and not found)


def _key_date(kreis: Kreis) -> date:
    """Return the day that a report is of; where it cannot be read, nothing is told to be early."""
    return date.max if kreis.stichtag == NO_DATE else kreis.stichtag


def _names(root: Path, problems: list[Problem]) -> Mapping[Kind, frozenset[str]]:
    """Return what files there are; a file counts even when it cannot be read, or is a link."""
    told = [one.place.path for one in problems if one.severity is Severity.ERROR]
    names = {
        kind: frozenset(name_of(path, kind) for path in content_files(root, folder))
        | {name_of(path, kind) for path in told if re.fullmatch(f"content/{folder}/.+[.]md", path)}
        for folder, kind in FOLDERS.items()
    }
    indicators = (path for path in told if re.fullmatch(r"indicators/.+\.yml", path))
    stems = frozenset(Path(path).stem for path in (*indicator_files(root), *indicators))
    return names | {Kind.INDIKATOR: stems}


def _finder(names: Mapping[Kind, frozenset[str]]) -> Callable[[str], Key]:
    def find(target: str) -> Key:
        """Return the key that is meant; whether it exists is checked later."""
        prefix, colon, name = target.partition(":")
        if colon and prefix in list(Kind):
            return Key(Kind(prefix), name.strip())
        kinds = (kind for kind in BARE_KINDS if target in names[kind])
        return Key(next(kinds, Kind.HANDLUNGSFELD), target)

    return find


def _titles(report: Report, names: Mapping[Kind, frozenset[str]]) -> Mapping[Key, str]:
    titles = {Key(kind, name): name for kind, found in names.items() for name in found}
    titles |= {
        thing.key: thing.titel for thing in report.things() if thing.key.kind is not Kind.KOMMENTAR
    }
    titles |= {raum.key: raum.name for raum in report.geografie.raeume.values()}
    titles |= {kommune.key: kommune.name for kommune in report.geografie.kommunen.values()}
    titles |= {begriff.key: begriff.begriff for begriff in report.begriffe.values()}
    titles |= {label.key: label.titel for label in report.themen.values()}
    titles |= {label.key: label.titel for label in report.zielgruppen.values()}
    titles |= {topic.key: topic.titel for topic in report.querschnitt.values()}
    return titles | {Key(Kind.RAUM, KREIS): report.geografie.name}
