"""What an import would do: the changes to our tables, or the problems that forbid them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fokusbericht.importers.change import IMPORT, TableChange, Totals, compare
from fokusbericht.importers.choose import Target, targets
from fokusbericht.importers.collect import Collection, collect
from fokusbericht.importers.guide import Guide
from fokusbericht.importers.keys import Keys
from fokusbericht.importers.nachfolge import Merging
from fokusbericht.importers.request import Request as Request
from fokusbericht.importers.source import Ready, has_columns, opened, source_of
from fokusbericht.load.geography import load_geography
from fokusbericht.model.figures import Zahlart
from fokusbericht.model.places import RAEUME
from fokusbericht.problems import Place, Problem
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.values import Scalar, YamlMapping, YamlSequence

MOST_NAMES_TOLD = 12


@dataclass(frozen=True, slots=True)
class Import:
    """What an import would do; with problems it does nothing."""

    changes: tuple[TableChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    names: Mapping[str, str] | None = None
    """The names of the areas, for whoever tells the changes."""


def plan_import(request: Request, root: Path) -> Import:
    """Return what an import would change, or why it can't."""
    problems: list[Problem] = []
    if not request.datei.is_file():
        sentence = "Diese Datei gibt es nicht. Ist der Pfad richtig geschrieben?"
        return Import(problems=(Problem(Place(str(request.datei)), sentence, IMPORT),))
    geografie = load_geography(root, problems)
    if problems:
        return Import(problems=tuple(sorted(problems)))
    names = {geografie.schluessel: geografie.name, **geografie.vergleich}
    names |= {ags: kommune.name for ags, kommune in geografie.kommunen.items()}
    names |= {key: geografie.name_of(key) for key in geografie.aemter}
    aemter = {key: amt.kommunen for key, amt in geografie.aemter.items()}
    keys = Keys(geografie.schluessel, names, geografie.umsteiger, aemter)
    book = opened(request, problems)
    wanted = targets(request, root, problems)
    if problems:
        return Import(problems=tuple(sorted(set(problems))))
    there = [one for one in wanted if one.is_sure or has_columns(request, one.guide, book)]
    if not there:
        problems.append(_nowhere(request, wanted))
    found = [_plan_one(request, root, one, keys, book) for one in there]
    problems += [problem for one in found for problem in one.problems]
    notes = [note for one in found for note in one.notes]
    return Import(
        changes=() if problems else tuple(change for one in found for change in one.changes),
        problems=tuple(sorted(set(problems))),
        notes=tuple(dict.fromkeys([*notes, *_passed_over(wanted, there)])),
        names=names,
    )


def _nowhere(request: Request, wanted: Sequence[Target]) -> Problem:
    """Return the problem that a file has nothing that any guide asks for."""
    told = ", ".join(one.indicator for one in wanted[:MOST_NAMES_TOLD])
    rest = " …" if len(wanted) > MOST_NAMES_TOLD else ""
    sentence = (
        "Diese Datei hat keine der Spalten, die in den Zuordnungen zu "
        f"„{request.art}“ stehen ({told}{rest}). Heißen sie neuerdings anders?"
    )
    return Problem(Place(request.shown), sentence, IMPORT)


def _passed_over(wanted: Sequence[Target], there: Sequence[Target]) -> Iterator[str]:
    """Yield which guides of this kind find nothing in the file: a column may have a new name."""
    names = [one.indicator for one in wanted if one not in there]
    if names:
        told = ", ".join(names[:MOST_NAMES_TOLD])
        rest = f" und {len(names) - MOST_NAMES_TOLD} weitere" * (len(names) > MOST_NAMES_TOLD)
        yield f"Nicht in dieser Datei, nach den Namen der Spalten: {told}{rest}."


def _plan_one(request: Request, root: Path, target: Target, keys: Keys, book: Ready) -> Import:
    problems: list[Problem] = []
    keys = keys.with_own(target.guide.gebiete)
    source = source_of(request, target.guide, book, keys, problems)
    if source is None or problems:
        return Import(problems=tuple(problems))
    collection = collect(source.table, source.guide, keys, problems)
    adds_up = _adds_up(root, target.description, source.guide)
    merging = Merging(collection.figures, keys, adds_up, problems)
    figures = merging.merged()
    if not problems and not figures:
        sentence = f"Die Datei enthält keinen Wert für ein Gebiet aus {RAEUME}."
        passed = f" {_passed(collection)}" if collection.passed else ""
        problems.append(Problem(Place(request.shown), sentence + passed, IMPORT))
    if problems:
        return Import(problems=tuple(problems))
    collection = replace(collection, figures=figures)
    totals = Totals(keys.kreis, frozenset(year for _, year in collection.lost), collection.complete)
    table = target.description.removesuffix(".yml") + ".csv"
    breaks = _breaks(root, target.description)
    change = compare(root, table, figures, breaks, problems, totals)
    told = _notes(collection, keys, source.guide)
    notes = (*told, *merging.notes, *source.notes, *source.table.notes)
    return Import((change,) if change else (), tuple(problems), notes)


def _adds_up(root: Path, description: str, guide: Guide) -> bool:
    """Say whether figures of several Kommunen can be summed."""
    table = read_yaml(root, description, [])
    entry = table.entries.get("art") if table else None
    art = entry.value.text if entry and isinstance(entry.value, Scalar) else ""
    return len(guide.werte) == 2 or art in ("", Zahlart.ANZAHL.value)


def _passed(collection: Collection) -> str:
    """Return what was passed over for being about no official area."""
    told = ", ".join(f"„{name}“ ({count})" for name, count in sorted(collection.passed.items()))
    return f"Übergangen, weil kein amtliches Gebiet (Zahl der Zeilen): {told}."


def _lost(collection: Collection, keys: Keys) -> Iterator[str]:
    """Yield what the sums of the county lack."""
    years: dict[str, list[str]] = {}
    for key, year in sorted(collection.lost):
        years.setdefault(key, []).append(str(year))
    for key, told in years.items():
        start = (
            f"Die Summe des Kreises ist unvollständig ({', '.join(told)}): {key} ist ausgelassen"
        )
        if goals := " und ".join(map(keys.name, dict.fromkeys(keys.goals(key)))):
            yield f"{start}. Auch {goals} fehlt, was heute dazugehört."
            continue
        yield (
            f"{start}, und geo/umsteiger.csv nennt keine Nachfolgerin. Auch dem Betrachtungsraum, "
            "in dem sie lag, fehlt sie."
        )


def _notes(collection: Collection, keys: Keys, guide: Guide) -> Iterator[str]:
    if collection.foreign:
        lines = "1 Zeile" if collection.foreign == 1 else f"{collection.foreign} Zeilen"
        yield f"{lines} zu anderen Gebieten übergangen."
    if collection.passed:
        yield _passed(collection)
    yield from _lost(collection, keys)
    yield from _missing(collection, keys, guide)


def _missing(collection: Collection, keys: Keys, guide: Guide) -> Iterator[str]:
    """Yield for each year which Kommunen (or Ämter, and Kommunen in none) have no value."""
    kommunen = [key for key in keys.names if len(key) == 8]
    if guide.je_amt:
        kommunen = [key for key in kommunen if key not in keys.in_an_amt] + [*keys.aemter]
    figures = collection.figures
    for jahr in sorted({jahr for raum, jahr in figures if raum in kommunen}):
        missing = [
            keys.name(key)
            for key in kommunen
            if (key, jahr) not in figures and not _counts_in_amt(key, jahr, collection, keys)
        ]
        if missing:
            told = ", ".join(missing[:MOST_NAMES_TOLD])
            rest = f" und {len(missing) - MOST_NAMES_TOLD} weitere" * (
                len(missing) > MOST_NAMES_TOLD
            )
            there = len(kommunen) - len(missing)
            areas = "Kommunen und Ämtern" if guide.je_amt else "Kommunen"
            yield f"{jahr}: {there} von {len(kommunen)} {areas}; es fehlen {told}{rest}."


def _counts_in_amt(key: str, jahr: int, collection: Collection, keys: Keys) -> bool:
    """Say whether a Kommune has no value because its Amt has one for all."""
    aemter = (amt for amt, kommunen in keys.aemter.items() if key in kommunen)
    return any((amt, jahr) in collection.figures for amt in aemter)


def _breaks(root: Path, description: str) -> tuple[int, ...]:
    """Return the years in which the series of an indicator is cut; the build checks the rest."""
    table = read_yaml(root, description, [])
    entry = table.entries.get("brueche") if table else None
    items = entry.value.items if entry and isinstance(entry.value, YamlSequence) else ()
    years = [one.entries.get("jahr") for one in items if isinstance(one, YamlMapping)]
    texts = [year.value.text for year in years if year and isinstance(year.value, Scalar)]
    return tuple(int(text) for text in texts if text.isascii() and text.isdigit())
