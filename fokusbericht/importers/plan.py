"""What an import would do: the changes to our tables, or the problems that forbid them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fokusbericht.importers import gemeindeverzeichnis, genesis, inkar, tabelle, zensus2022
from fokusbericht.importers.change import IMPORT, TableChange, Totals, compare
from fokusbericht.importers.collect import Collection, collect
from fokusbericht.importers.flat import chosen, is_flat, read_flat
from fokusbericht.importers.gemeindeverzeichnis import Edition
from fokusbericht.importers.guide import SUFFIX, Columns, Guide, read_guide
from fokusbericht.importers.keys import Keys
from fokusbericht.importers.nachfolge import Merging
from fokusbericht.importers.sheets import text_of
from fokusbericht.importers.table import SourceTable
from fokusbericht.importers.text import read_csv
from fokusbericht.load.figures import indicator_files
from fokusbericht.load.geography import load_geography
from fokusbericht.model.figures import Zahlart
from fokusbericht.model.places import RAEUME
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.values import Scalar, YamlMapping, YamlSequence

MOST_NAMES_TOLD = 12


@dataclass(frozen=True, slots=True)
class Request:
    """What an editor asks for."""

    art: str
    datei: Path
    indikator: str = ""
    jahr: int | None = None
    zuordnung: str = ""
    """A guide elsewhere than beside the indicator, relative to the folder of the county."""


@dataclass(frozen=True, slots=True)
class Import:
    """What an import would do; with problems it does nothing."""

    changes: tuple[TableChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    names: Mapping[str, str] | None = None
    """The names of the areas, for whoever tells the changes."""


@dataclass(frozen=True, slots=True)
class _GuidedSource:
    """A table with the guide that fits it."""

    table: SourceTable
    guide: Guide
    notes: tuple[str, ...] = ()


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
    keys = Keys(geografie.schluessel, names, geografie.umsteiger)
    edition = _edition(request, problems)
    paths = _indicators(request, root, problems)
    if problems:
        return Import(problems=tuple(sorted(problems)))
    found = [_plan_one(request, root, path, keys, edition) for path in paths]
    problems += [problem for one in found for problem in one.problems]
    return Import(
        changes=() if problems else tuple(change for one in found for change in one.changes),
        problems=tuple(sorted(set(problems))),
        notes=tuple(dict.fromkeys(note for one in found for note in one.notes)),
        names=names,
    )


def _indicators(request: Request, root: Path, problems: list[Problem]) -> list[str]:
    """Return the descriptions of the indicators to fill, relative to the root."""
    known = {Path(path).stem: path for path in indicator_files(root)}
    if request.indikator:
        problems.extend(_unfit(request.indikator, root, known))
        return [known[request.indikator]] if request.indikator in known else []
    usual = [known[name] for name in DEFAULTS.get(request.art, ()) if name in known]
    wanted = [path for path in usual if not _is_derived(root, path)]
    if not wanted:
        sentence = "Bitte auch den Indikator nennen, in den die Zahlen gehören."
        problems.append(Problem(Place(str(request.datei)), sentence, IMPORT))
    return wanted


def _unfit(name: str, root: Path, known: Mapping[str, str]) -> Iterator[Problem]:
    """Tell of an indicator that no figures can be imported into."""
    if name not in known:
        sentence = f"Den Indikator „{name}“ gibt es nicht.{did_you_mean(name, known)}"
        yield Problem(Place(f"indicators/…/{name}.yml"), sentence, IMPORT)
    elif _is_derived(root, known[name]):
        sentence = "Dieser Indikator wird berechnet („ableitung“) und hat keine eigene Tabelle."
        yield Problem(Place(known[name]), sentence, IMPORT)


def _is_derived(root: Path, description: str) -> bool:
    table = read_yaml(root, description, [])
    return table is not None and "ableitung" in table.entries


# Which indicators a source fills when none is named.
DEFAULTS: Mapping[str, Sequence[str]] = {
    gemeindeverzeichnis.ART: tuple(gemeindeverzeichnis.INDICATORS),
    "zensus2022": (zensus2022.INDICATOR,),
}


def _edition(request: Request, problems: list[Problem]) -> Edition | None:
    """Return the register, read once for all the indicators that it fills."""
    if request.art != gemeindeverzeichnis.ART:
        return None
    return gemeindeverzeichnis.read(request.datei, str(request.datei), request.jahr, problems)


def _plan_one(
    request: Request, root: Path, description: str, keys: Keys, edition: Edition | None
) -> Import:
    problems: list[Problem] = []
    guide = _guide(request, root, description, problems)
    source = _source(request, guide, edition, keys, problems) if guide else None
    if source is None or problems:
        return Import(problems=tuple(problems))
    collection = collect(source.table, source.guide, keys, problems)
    merging = Merging(collection.figures, keys, _adds_up(root, description, source.guide), problems)
    figures = merging.merged()
    if not problems and not figures:
        sentence = f"Die Datei enthält keinen Wert für ein Gebiet aus {RAEUME}."
        passed = f" {_passed(collection)}" if collection.passed else ""
        problems.append(Problem(Place(str(request.datei)), sentence + passed, IMPORT))
    if problems:
        return Import(problems=tuple(problems))
    collection = replace(collection, figures=figures)
    totals = Totals(keys.kreis, frozenset(year for _, year in collection.lost), collection.complete)
    table = description.removesuffix(".yml") + ".csv"
    change = compare(root, table, figures, _breaks(root, description), problems, totals)
    notes = (*_notes(collection, keys), *merging.notes, *source.notes, *source.table.notes)
    return Import((change,) if change else (), tuple(problems), notes)


def _adds_up(root: Path, description: str, guide: Guide) -> bool:
    """Say whether figures of several Kommunen can be summed."""
    table = read_yaml(root, description, [])
    entry = table.entries.get("art") if table else None
    art = entry.value.text if entry and isinstance(entry.value, Scalar) else ""
    return len(guide.werte) == 2 or art in ("", Zahlart.ANZAHL.value)


def _guide(request: Request, root: Path, description: str, problems: list[Problem]) -> Guide | None:
    """Return how to read the file: what we know of its kind, and what the editor wrote."""
    path = request.zuordnung or description.removesuffix(".yml") + SUFFIX
    base = _base(request.art, Path(description).stem)
    has_guide = bool(request.zuordnung) or (root / path).is_file()
    if not has_guide and (base is None or request.art == "tabelle"):
        problems.append(_no_guide(request, path))
        return None
    start = base or Guide(art=request.art)
    if request.zuordnung:
        guide = _named_guide(root, request.zuordnung, start, problems)
    else:
        guide = read_guide(root, path, start, problems) if has_guide else base
    if guide and guide.art != request.art:
        sentence = f"Diese Zuordnung ist für „{guide.art}“, eingelesen wird „{request.art}“."
        problems.append(Problem(Place(path), sentence, IMPORT))
        return None
    return guide.in_year(request.jahr) if guide else None


def _named_guide(root: Path, named: str, base: Guide, problems: list[Problem]) -> Guide | None:
    """Return what the file named with the command says; like the source it may lie anywhere."""
    path = Path(named)
    path = path if path.is_file() else root / named
    inner: list[Problem] = []
    guide = read_guide(path.parent, path.name, base, inner)
    problems.extend(replace(one, place=one.place._replace(path=named)) for one in inner)
    return guide


def _base(art: str, indicator: str) -> Guide | None:
    """Return what is known of a source before an editor says anything."""
    if art == gemeindeverzeichnis.ART:
        return gemeindeverzeichnis.guide_for(indicator)
    return {"zensus2022": zensus2022.GUIDE, "genesis": genesis.GUIDE, "inkar": inkar.GUIDE}.get(art)


def _no_guide(request: Request, path: str) -> Problem:
    sentence = (
        f"Wie „{request.datei.name}“ zu lesen ist, steht noch nirgends. Bitte diese Datei anlegen "
        "mit „schluessel“, „jahr“ und „wert“ (oder „zaehler“ und „nenner“): den Namen der Spalten."
    )
    return Problem(Place(path), sentence, IMPORT)


def _source(
    request: Request,
    guide: Guide,
    edition: Edition | None,
    keys: Keys,
    problems: list[Problem],
) -> _GuidedSource | None:
    """Return the file as a flat table, with the guide that fits it."""
    if edition is not None:
        return _GuidedSource(edition.table, replace(guide, jahr=edition.year))
    path, shown = request.datei, str(request.datei)
    if request.art == "inkar":
        export = inkar.read(path, shown, guide, problems)
        fitting = inkar.guide_for(export, guide, problems) if export else None
        return _GuidedSource(export.table, _by_year(fitting)) if export and fitting else None
    if request.art in ("zensus2022", "genesis"):
        return _database(request, guide, keys, problems)
    table = tabelle.read(path, shown, guide, problems)
    if table is None or not _is_complete(table, guide, problems):
        return None
    return _GuidedSource(table, guide)


def _by_year(guide: Guide) -> Guide:
    """Return a guide for a table that tells the year of each line: a year given then chooses."""
    return replace(guide, jahrspalte="Jahr", jahre_im_kopf=False)


def _database(
    request: Request, guide: Guide, keys: Keys, problems: list[Problem]
) -> _GuidedSource | None:
    """Return a file of GENESIS, the Regionaldatenbank or the Zensusdatenbank."""
    path, shown = request.datei, str(request.datei)
    sheet = read_csv(path, shown, problems, guide.kodierung, guide.trennzeichen)
    is_census = request.art == "zensus2022"
    if sheet and not is_flat(sheet):
        # Whoever saves a flat file anew may part its cells otherwise; tables have commas in names.
        other = read_csv(path, shown, [], guide.kodierung)
        sheet = other if other and is_flat(other) else sheet
    if sheet is None:
        return None
    if is_flat(sheet):
        usual = (zensus2022 if is_census else genesis).GUIDE.schluessel
        place = guide.schluessel[0] if guide.schluessel not in ((), usual) else ""
        read = zensus2022.read_places if is_census else read_flat
        flat = read(sheet, place, problems)
        choice = chosen(flat, guide, keys, problems) if flat else None
        return _GuidedSource(choice.table, choice.guide, (choice.note,)) if choice else None
    if is_census and zensus2022.is_regional(sheet):
        table = zensus2022.read_regional(sheet)
        return _GuidedSource(table, replace(_by_year(guide), schluessel=("Schlüssel",)))
    if is_census:
        problems.append(zensus2022.no_census(sheet))
        return None
    found = genesis.read(path, shown, guide, problems)
    if found is None:
        return None
    has_years = any(text_of(line.cells[2]) for line in found.lines)
    values = [head for head in found.heads[3:] if not head.startswith("Merkmal ")]
    only = (Columns((values[0],)),) if len(values) == 1 else ()
    comma = replace(guide, dezimalzeichen=guide.dezimalzeichen or ",", werte=guide.werte or only)
    fitting = _by_year(comma) if has_years else replace(comma, jahrspalte="")
    return _GuidedSource(found, fitting) if _is_complete(found, fitting, problems) else None


def _is_complete(table: SourceTable, guide: Guide, problems: list[Problem]) -> bool:
    """Tell what a guide must say and does not."""
    lacking = [] if guide.schluessel else ["schluessel"]
    if not (guide.jahr or guide.jahrspalte or guide.jahre_im_kopf):
        lacking.append("jahr")
    for name in lacking:
        sentence = f"Für diese Datei fehlt in der Zuordnung „{name}“."
        extra = " Das Jahr geht auch mit --jahr." if name == "jahr" else ""
        problems.append(Problem(Place(table.path), sentence + extra, IMPORT))
    return not lacking


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


def _notes(collection: Collection, keys: Keys) -> Iterator[str]:
    if collection.foreign:
        lines = "1 Zeile" if collection.foreign == 1 else f"{collection.foreign} Zeilen"
        yield f"{lines} zu anderen Gebieten übergangen."
    if collection.passed:
        yield _passed(collection)
    yield from _lost(collection, keys)
    years = {jahr for raum, jahr in collection.figures if len(raum) == 8}
    kommunen = [key for key in keys.names if len(key) == 8]
    for jahr in sorted(years):
        missing = [keys.name(key) for key in kommunen if (key, jahr) not in collection.figures]
        if missing:
            told = ", ".join(missing[:MOST_NAMES_TOLD])
            rest = f" und {len(missing) - MOST_NAMES_TOLD} weitere" * (
                len(missing) > MOST_NAMES_TOLD
            )
            there = len(kommunen) - len(missing)
            yield f"{jahr}: {there} von {len(kommunen)} Kommunen; es fehlen {told}{rest}."


def _breaks(root: Path, description: str) -> tuple[int, ...]:
    """Return the years in which the series of an indicator is cut; the build checks the rest."""
    table = read_yaml(root, description, [])
    entry = table.entries.get("brueche") if table else None
    items = entry.value.items if entry and isinstance(entry.value, YamlSequence) else ()
    years = [one.entries.get("jahr") for one in items if isinstance(one, YamlMapping)]
    texts = [year.value.text for year in years if year and isinstance(year.value, Scalar)]
    return tuple(int(text) for text in texts if text.isascii() and text.isdigit())
