"""A file of any kind as a flat table, with the guide that fits it."""

from dataclasses import dataclass, replace

from fokusbericht.importers import (
    deutschlandatlas,
    gemeindeverzeichnis,
    genesis,
    inkar,
    tabelle,
    wahlen,
    zensus2022,
)
from fokusbericht.importers.change import IMPORT
from fokusbericht.importers.deutschlandatlas import Atlas
from fokusbericht.importers.flat import chosen, is_flat, read_flat
from fokusbericht.importers.gemeindeverzeichnis import Edition
from fokusbericht.importers.guide import Columns, Guide
from fokusbericht.importers.keys import Keys
from fokusbericht.importers.request import Request
from fokusbericht.importers.sheets import Sheet, text_of
from fokusbericht.importers.table import SourceTable
from fokusbericht.importers.text import read_csv
from fokusbericht.problems import Place, Problem

Ready = Edition | Atlas | None


@dataclass(frozen=True, slots=True)
class GuidedSource:
    """A table with the guide that fits it."""

    table: SourceTable
    guide: Guide
    notes: tuple[str, ...] = ()


def opened(request: Request, problems: list[Problem]) -> Ready:
    """Return what is read once for all the indicators that it fills."""
    if request.art == gemeindeverzeichnis.ART:
        return gemeindeverzeichnis.read(request.datei, request.shown, request.jahr, problems)
    if request.art == deutschlandatlas.ART:
        return deutschlandatlas.read(request.datei, request.shown, problems)
    return None


def has_columns(request: Request, guide: Guide, book: Ready) -> bool:
    """Say whether a file has what a guide counts that doesn't name the file.

    What it is divided by tells nothing: all people stand in many tables.
    """
    names = [name for one in guide.werte[:1] for name in one.names]
    if isinstance(book, Atlas):
        return any(map(book.has, names))
    sheet = _census_sheet(request, guide, [])
    if sheet is None or is_flat(sheet):
        return not names  # in a flat file, the same words stand for many things
    if not zensus2022.is_regional(sheet):
        return True  # it is told what is wrong with it
    heads = {text_of(cell) for cell in sheet.rows[0]}
    return any(name in heads for name in names)


def source_of(
    request: Request, guide: Guide, book: Ready, keys: Keys, problems: list[Problem]
) -> GuidedSource | None:
    """Return the file as a flat table, with the guide that fits it; None after a problem."""
    if isinstance(book, Edition):
        return GuidedSource(book.table, replace(guide, jahr=book.year))
    if isinstance(book, Atlas):
        atlas = deutschlandatlas.table_for(book, guide, keys, problems)
        return GuidedSource(atlas, deutschlandatlas.fitting(guide, request.jahr)) if atlas else None
    if request.art == "inkar":
        export = inkar.read(request.datei, request.shown, guide, problems)
        fitting = inkar.guide_for(export, guide, problems) if export else None
        return GuidedSource(export.table, _by_year(fitting)) if export and fitting else None
    if request.art in ("zensus2022", "genesis"):
        return _database(request, guide, keys, problems)
    table = tabelle.read(request.datei, request.shown, guide, problems)
    if table is None or not _is_complete(table, guide, problems):
        return None
    if request.art == wahlen.ART:
        found = wahlen.counted(table, guide, keys, problems)
        return GuidedSource(*found) if found else None
    return GuidedSource(table, guide)


def _by_year(guide: Guide) -> Guide:
    """Return a guide for a table that tells the year of each line: a year given then chooses."""
    return replace(guide, jahrspalte="Jahr", jahre_im_kopf=False)


def _database(
    request: Request, guide: Guide, keys: Keys, problems: list[Problem]
) -> GuidedSource | None:
    """Return a file of GENESIS, the Regionaldatenbank or the Zensusdatenbank."""
    is_census = request.art == "zensus2022"
    sheet = (_census_sheet if is_census else _sheet)(request, guide, problems)
    if sheet is None:
        return None
    if is_flat(sheet):
        usual = (zensus2022 if is_census else genesis).GUIDE.schluessel
        place = guide.schluessel[0] if guide.schluessel not in ((), usual) else ""
        read = zensus2022.read_places if is_census else read_flat
        flat = read(sheet, place, problems)
        choice = chosen(flat, guide, keys, problems) if flat else None
        return GuidedSource(choice.table, choice.guide, (choice.note,)) if choice else None
    if is_census and zensus2022.is_regional(sheet):
        table = zensus2022.read_regional(sheet, guide)
        return GuidedSource(table, replace(_by_year(guide), schluessel=("Schlüssel",)))
    if is_census:
        problems.append(zensus2022.no_census(sheet))
        return None
    return _wide_genesis(request, guide, problems)


def _wide_genesis(request: Request, guide: Guide, problems: list[Problem]) -> GuidedSource | None:
    found = genesis.read(request.datei, request.shown, guide, problems)
    if found is None:
        return None
    has_years = any(text_of(line.cells[2]) for line in found.lines)
    values = [head for head in found.heads[3:] if not head.startswith("Merkmal ")]
    only = (Columns((values[0],)),) if len(values) == 1 else ()
    comma = replace(guide, dezimalzeichen=guide.dezimalzeichen or ",", werte=guide.werte or only)
    fitting = _by_year(comma) if has_years else replace(comma, jahrspalte="")
    return GuidedSource(found, fitting) if _is_complete(found, fitting, problems) else None


def _sheet(request: Request, guide: Guide, problems: list[Problem]) -> Sheet | None:
    sheet = read_csv(request.datei, request.shown, problems, guide.kodierung, guide.trennzeichen)
    if sheet and not is_flat(sheet):
        # Whoever saves a flat file anew may part its cells otherwise; tables have commas in names.
        other = read_csv(request.datei, request.shown, [], guide.kodierung)
        sheet = other if other and is_flat(other) else sheet
    return sheet


def _census_sheet(request: Request, guide: Guide, problems: list[Problem]) -> Sheet | None:
    """Return a file of the census; Regionaltabellen come as workbooks as well."""
    if request.datei.suffix.lower() in tabelle.EXCEL:
        return zensus2022.read_workbook(request.datei, request.shown, guide, problems)
    return _sheet(request, guide, problems)


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
