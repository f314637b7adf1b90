"""Indicators: a YAML file that says what a figure means, and a CSV file with its values."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import chain
from pathlib import Path

from fokusbericht.load.cells import Numbers, cause_of, wrong_width
from fokusbericht.load.fields import AREA, CHOICE, CLEARLY, TYPE, Fields, read_quelle
from fokusbericht.load.wordings import read_wortlaut
from fokusbericht.model.base import Key, Kind, Quelle, Ref, Text
from fokusbericht.model.figures import (
    Ableitung,
    Ableitungsart,
    Bestaetigung,
    Bruch,
    Ebene,
    Fehlgrund,
    Geheimhaltung,
    Indikator,
    Klassen,
    Mitte,
    Pruefregel,
    Rangregel,
    Richtung,
    Verfahren,
    Wert,
    Zahlart,
)
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources.files import digest, exists, list_files, list_folder
from fokusbericht.sources.nodes import read_yaml
from fokusbericht.sources.numbers import OURS, Habit, Why
from fokusbericht.sources.rows import Row, read_rows
from fokusbericht.sources.shelf import Packed, Shelf

FOLDER = "indicators"
CSV = "csv"
# What stands under „geschuetzt“ is what is published: rounded, with x for what is hidden.
PROTECTED = "geschuetzt"
HEADS = (
    ("raum", "jahr", "wert"),
    ("raum", "jahr", "zaehler", "nenner"),
    ("raum", "jahr", PROTECTED),
    ("raum", "jahr", PROTECTED, "nenner"),
)
# What nearly all cells are; a point before three digits can mean two things.
NUMERAL = r"[-−]?[0-9]{1,15}(?:(?:,|\.(?![0-9]{3}(?![0-9])))[0-9]{1,15})?"
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
CELL = rf";({NUMERAL})"
PLAIN = {
    3: re.compile(rf"([\w-]+);((?:19|20)[0-9]{{2}}){CELL}"),
    4: re.compile(rf"([\w-]+);((?:19|20)[0-9]{{2}}){CELL}{CELL}"),
}


@dataclass(frozen=True, slots=True)
class KnownAreas:
    """The keys that tables may use: official ones, and in protected tables those of rooms.

    `dissolved` tells for each Kommune that is no more the keys of those it became.
    """

    official: frozenset[str]
    rooms: frozenset[str]
    dissolved: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TableFile:
    """Where the values of an indicator stand: a folder, and the path below it that is told."""

    folder: Path
    path: str


ALLOWED = (
    "Erlaubt sind Zahlen ohne Tausenderpunkt wie 1234,5 "
    "und die Zeichen . (unbekannt), - (nichts), x (geheim), / (unsicher)."
)
MANY = 2  # rows that are wrong for the same reason, told one by one
FEHLGRUENDE = {grund.value: grund for grund in Fehlgrund}


def load_indicators(
    shelf: Shelf, areas: KnownAreas, problems: list[Problem], tables: Path | None = None
) -> dict[str, Indikator]:
    """Return all indicators by name; `areas` are the keys a CSV may use.

    The tables in a folder `tables` stand for those of the same name beside the descriptions.
    """
    root = shelf.root
    found: dict[str, Indikator] = {}
    laid_over = tables_in(tables) if tables else {}
    known = repr((sorted(areas.official), sorted(areas.rooms), sorted(areas.dissolved.items())))
    before = len(problems)
    for path in indicator_files(root):
        stem = Path(path).stem
        if stem in found:
            sentence = f"Die Kennung „{stem}“ hat schon {found[stem].place.path}."
            problems.append(Problem(Place(path), sentence, "doppelte-kennung"))
            continue
        beside = TableFile(root, path.removesuffix(".yml") + ".csv")
        make = partial(_read_indikator, root, path, laid_over.get(stem, beside), areas)
        indikator = shelf.take(path, problems, make, digest(known.encode()))
        if indikator is not None:
            found[stem] = indikator
    for path in files_of_themes(root, ".csv"):
        if not exists(root, path.removesuffix(".csv") + ".yml"):
            sentence = f"Zu dieser Tabelle fehlt die Beschreibung „{Path(path).stem}.yml“."
            problems.append(Problem(Place(path), sentence, CSV))
    problems[before:] = _gathered(problems[before:])
    return found


def _read_indikator(
    root: Path, path: str, table_file: TableFile, areas: KnownAreas, problems: list[Problem]
) -> Indikator | None:
    table = read_yaml(root, path, problems)
    if table is None:
        return None
    fields = Fields(table, problems)
    indikator = _indikator(path, fields, table_file, areas, problems)
    fields.done()
    return indikator


def _gathered(told: Sequence[Problem]) -> Iterator[Problem]:
    """Yield what is wrong with many rows of a table at the first of them alone.

    A key that nobody knows is wrong in all tables for the same reason.
    """
    causes = [(one.sentence, "" if one.rule == AREA else one.place.path) for one in told]
    counts = Counter(causes)
    seen: set[tuple[str, str]] = set()
    for one, cause in zip(told, causes, strict=True):
        if counts[cause] <= MANY or one.rule not in (AREA, CSV):
            yield one
        elif cause not in seen:
            more = f"Ebenso {counts[cause] - 1}-mal an anderer Stelle."
            yield replace(one, sentence=f"{one.sentence} {more}")
        seen.add(cause)


def indicator_files(root: Path) -> list[str]:
    """Return the descriptions of all indicators by name; guides for importing are none."""
    found = files_of_themes(root, ".yml")
    kept = (path for path in found if not path.endswith(".einlesen.yml"))
    return sorted(kept, key=lambda path: Path(path).stem)


def files_of_themes(root: Path, ending: str) -> list[str]:
    """Return the files of an ending in indicators/ and the folders of its themes."""
    inside, _ = list_folder(root, FOLDER)
    themes = (list_files(root, one.path, ending) for one in inside if one.is_folder)
    return sorted([*list_files(root, FOLDER, ending), *chain.from_iterable(themes)])


def tables_in(folder: Path) -> dict[str, TableFile]:
    """Return the tables in a folder and below it, by the name of their indicator."""
    return {
        path.stem: TableFile(folder, path.relative_to(folder).as_posix())
        for path in sorted(folder.rglob("*.csv"), reverse=True)
    }


def _indikator(
    path: str, fields: Fields, table_file: TableFile, areas: KnownAreas, problems: list[Problem]
) -> Indikator:
    art = fields.choice("art", Zahlart)
    told = len(problems)
    einheit = fields.optional_text("einheit")
    is_percent = art is Zahlart.ANTEIL or (art is Zahlart.RATE and einheit.strip() == "%")
    je = fields.optional_number("je", 100 if is_percent else 1)
    if je <= 0 and len(problems) == told:
        fields.note(fields.place_of("je"), "„je“ ist eine Zahl über 0.", TYPE)
    values = _ValueReader(table_file, areas, je, einheit, problems)
    ableitung = _ableitung(fields)
    thema = fields.text("thema")
    return Indikator(
        key=Key(Kind.INDIKATOR, Path(path).stem),
        place=Place(path),
        titel=fields.text("titel"),
        kurz=fields.text("kurz"),
        geaendert=fields.day("geaendert"),
        beispiel=fields.boolean("beispiel"),
        glossar=fields.boolean("glossar", True),
        ab=fields.optional_day("ab"),
        berichtigungen=fields.berichtigungen(),
        body=Text("", Place(path)),
        thema=Ref(Key(Kind.THEMA, thema), fields.place_of("thema")),
        einheit=einheit,
        art=art,
        dezimalstellen=fields.integer("dezimalstellen", most=6),
        richtung=fields.choice("richtung", Richtung),
        ebene=fields.choice("ebene", Ebene),
        zaehler=fields.optional_text("zaehler"),
        nenner=fields.optional_text("nenner"),
        je=je,
        gewicht=fields.ref("gewicht", Kind.INDIKATOR),
        ableitung=ableitung,
        rang=_rang(fields),
        geheimhaltung=_geheimhaltung(fields),
        bestandteile=fields.ref_groups("bestandteile", Kind.INDIKATOR),
        gleiche_faelle=fields.refs("gleiche_faelle", Kind.INDIKATOR),
        unsicherheit=fields.boolean("unsicherheit"),
        stichtag=fields.optional_text("stichtag"),
        stand=fields.date("stand"),
        quelle=_quelle(fields),
        methode=fields.text("methode"),
        hinweis=fields.optional_text("hinweis"),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
        brueche=tuple(_bruch(one) for one in fields.mappings("brueche")),
        saldo=fields.boolean("saldo"),
        toleranz=_toleranz(fields),
        bestaetigt=tuple(_bestaetigung(one) for one in fields.mappings("bestaetigt")),
        klassen=_klassen(fields, areas),
        wichtig=fields.boolean("wichtig"),
        wortlaut=read_wortlaut(fields),
        jahr_des_berichts=fields.boolean("jahr_des_berichts"),
        # Derived figures come once all indicators are known.
        werte={} if ableitung else Packed(values.read()),
        geschuetzt=values.is_protected,
        tabelle=(str(table_file.folder), table_file.path),
    )


def _quelle(fields: Fields) -> Quelle:
    inner = fields.mapping_of("quelle", required=True)
    return read_quelle(inner) if inner else Quelle("")


def _ableitung(fields: Fields) -> Ableitung | None:
    inner = fields.mapping_of("ableitung")
    if inner is None:
        return None
    found = Ableitung(
        art=inner.choice("art", Ableitungsart),
        von=Ref(Key(Kind.INDIKATOR, inner.text("von")), inner.place_of("von")),
        durch=inner.ref("durch", Kind.INDIKATOR),
        seit=inner.optional_integer("seit", 0, 1900, 2100),
        jahre=inner.optional_integer("jahre", 0, 1, 100),
    )
    needed = "durch" if found.art is Ableitungsart.VERHAELTNIS else "seit"
    if not inner.has(needed) and not (needed == "seit" and found.jahre):
        sentence = f"Zu dieser Ableitung gehört „{needed}“."
        inner.note(inner.place, sentence, "ableitung")
    inner.done()
    return found


def _geheimhaltung(fields: Fields) -> Geheimhaltung | None:
    inner = fields.mapping_of("geheimhaltung")
    if inner is None:
        return None
    found = Geheimhaltung(
        mindestzahl=inner.number_or_none("mindestzahl"),
        null_geheim=inner.boolean("null_geheim"),
        schutzbreite=inner.optional_number("schutzbreite", 0),
        unter=inner.optional_number("unter", 0),
        keine=inner.optional_text("keine"),
        rest_geheim=inner.optional_boolean("rest_geheim"),
        rest_grenze=inner.optional_number("rest_grenze", 100),
        grundlage=inner.ref("grundlage", Kind.INDIKATOR),
    )
    inner.done()
    _check_keine(inner, found.keine)
    for name in ("mindestzahl", "schutzbreite", "unter", "rest_grenze"):
        if inner.has(name) and (getattr(found, name) or 0) < 0:
            inner.note(inner.place_of(name), f"„{name}“ ist keine Zahl unter 0.", TYPE)
    return found


def _check_keine(inner: Fields, reason: str) -> None:
    """Tell that "nothing is secret" is said in passing, or beside what is."""
    others = [name for name in inner.mapping.entries if name != "keine"]
    if reason.casefold() in ("true", "false", "ja", "nein"):
        sentence = (
            "„keine“ nennt den Grund, warum nichts geheim ist. Soll etwas geheim bleiben, "
            "streichen Sie „keine“."
        )
        inner.note(inner.place_of("keine"), sentence, CHOICE)
    elif reason and others:
        sentence = (
            f"„keine“ heißt, dass nichts geheim ist; „{others[0]}“ sagt, was geheim ist. Bitte "
            "eines von beiden streichen."
        )
        inner.note(inner.place_of("keine"), sentence, CHOICE)


def _rang(fields: Fields) -> Rangregel | None:
    inner = fields.mapping_of("rang")
    if inner is None:
        return None
    found = Rangregel(inner.number("mindestens"))
    inner.done()
    return found


def _bruch(fields: Fields) -> Bruch:
    found = Bruch(fields.integer("jahr", least=1900, most=2100), fields.text("grund"))
    fields.done()
    return found


def _toleranz(fields: Fields) -> float | None:
    found = fields.number_or_none("toleranz")
    if found is not None and found < 0:
        fields.note(fields.place_of("toleranz"), "„toleranz“ ist keine Zahl unter 0.", TYPE)
    return found


def _bestaetigung(fields: Fields) -> Bestaetigung:
    found = Bestaetigung(
        raum=fields.optional_text("raum"),
        jahr=fields.integer("jahr", least=1900, most=2100),
        regel=fields.choice("regel", Pruefregel),
        grund=fields.text("grund"),
        place=fields.place,
    )
    fields.done()
    return found


def _klassen(fields: Fields, areas: KnownAreas) -> Klassen:
    inner = fields.mapping_of("klassen")
    if inner is None:
        return Klassen()
    mitte = _mitte(inner)
    told = inner.told
    grenzen = inner.numbers("grenzen")
    is_read = inner.told == told  # what could not be read breaks no rule as well
    found = Klassen(
        verfahren=inner.choice("verfahren", Verfahren),
        anzahl=inner.optional_integer("anzahl", 5 if mitte is None else 4, least=2, most=5),
        grenzen=grenzen,
        mitte=mitte,
        ohne=inner.texts("ohne"),
    )
    for area in found.ohne:
        if area not in areas.official:
            hint = did_you_mean(area, areas.official)
            sentence = f"Den Schlüssel „{area}“ kennt geo/raeume.yml nicht.{hint}"
            inner.note(inner.place_of("ohne"), sentence, AREA)
    if is_read:
        _check_klassen(inner, found)
    inner.done()
    return found


def _check_klassen(inner: Fields, found: Klassen) -> None:
    if list(found.grenzen) != sorted(set(found.grenzen)):
        inner.note(inner.place_of("grenzen"), "Die Klassengrenzen müssen steigen.", "klassen")
    if len(found.grenzen) > 4:
        sentence = "Höchstens vier Grenzen: Mehr als fünf Farben lassen sich nicht unterscheiden."
        inner.note(inner.place_of("grenzen"), sentence, "klassen")
    if found.verfahren is Verfahren.MANUELL and not found.grenzen and inner.has("verfahren"):
        inner.note(inner.place, "Zum Verfahren „manuell“ gehören „grenzen“.", "klassen")
    if found.mitte is not None and not _is_balanced(found):
        sentence = (
            "Zur Mitte gehören auf jeder Seite gleich viele Stufen: „anzahl“ 2 oder 4, und in "
            "„grenzen“ steht die Mitte als Zahl in der Mitte, zum Beispiel [-5, 0, 5]."
        )
        inner.note(inner.place_of("mitte"), sentence, "klassen")


def _mitte(fields: Fields) -> float | Mitte | None:
    if fields.optional_text("mitte") == Mitte.KREIS.value:
        return Mitte.KREIS
    return fields.optional_number("mitte", 0) if fields.has("mitte") else None


def _is_balanced(klassen: Klassen) -> bool:
    """Say whether as many classes are below the middle as above it."""
    inner = klassen.grenzen
    if not inner:
        return klassen.anzahl % 2 == 0
    return len(inner) % 2 == 1 and inner[len(inner) // 2] == klassen.mitte


class _ValueReader:
    """Reads the CSV of one indicator; each cell is told once if it is wrong."""

    def __init__(
        self,
        table_file: TableFile,
        areas: KnownAreas,
        je: float,
        einheit: str,
        problems: list[Problem],
    ) -> None:
        self.folder = table_file.folder
        self.path = table_file.path
        self.all_areas = areas
        self.areas: Collection[str] = areas.official
        self.is_protected = False
        self.je = je
        self.einheit = einheit
        self.problems = problems
        self.numbers = Numbers((), OURS)

    def read(self) -> dict[tuple[str, int], Wert]:
        told = len(self.problems)
        rows = read_rows(self.folder, self.path, self.problems)
        if len(self.problems) > told:
            return {}
        if rows and rows[0].cells not in HEADS:
            sentence = "Die erste Zeile heißt „raum;jahr;wert“ oder „raum;jahr;zaehler;nenner“."
            self.note(rows[0], 0, sentence)
            return {}
        if rows and PROTECTED in rows[0].cells:
            self.is_protected = True
            self.areas = self.all_areas.official | self.all_areas.rooms
        if len(rows) < 2:
            self.problems.append(Problem(Place(self.path), "Diese Tabelle hat keine Werte.", CSV))
            return {}
        # What is counted has no unit of its own, only the value that is made of it.
        unit = self.einheit if len(rows[0].cells) == len(HEADS[0]) else ""
        self.numbers = Numbers(rows[1:], Habit(unit=unit, is_ours=True))
        found = dict(self.cells(rows[1:], len(rows[0].cells)))
        self.problems.extend(self.numbers.faults.told(CSV))
        return found

    def cells(self, rows: list[Row], width: int) -> Iterator[tuple[tuple[str, int], Wert]]:
        lines: dict[tuple[str, int], int] = {}
        for row in rows:
            plain = PLAIN[width].fullmatch(row.text)
            if plain and plain[1] in self.areas:
                # Nearly all rows are in order, and there are many.
                key = (plain[1], int(plain[2]))
                value = self.fraction([_number(cell) for cell in plain.groups()[2:]])
            else:
                found = self.odd_row(row, width)
                if found is None:
                    continue
                key, value = found
            if key in lines:
                sentence = f"„{key[0]}“ im Jahr {key[1]} steht schon in Zeile {lines[key]}."
                self.note(row, 0, sentence)
                continue
            lines[key] = row.line
            yield key, value

    def odd_row(self, row: Row, width: int) -> tuple[tuple[str, int], Wert] | None:
        """Return what a row with marks says; tell what is wrong with any other."""
        cells = row.cells
        if len(cells) != width:
            self.note(row, 0, wrong_width(len(cells), width))
            return None
        area, year = self.area(row, cells[0]), self.year(row, cells[1])
        if area is None or year is None:
            return None
        return (area, year), self.value(row, cells[2:])

    def area(self, row: Row, cell: str) -> str | None:
        if cell in self.areas:
            return cell
        successors = self.all_areas.dissolved.get(cell)
        if successors:
            sentence = (
                f"Die Kommune {cell} gibt es nicht mehr. Nach geo/umsteiger.csv gehört ihre Zahl "
                f"zu {' und '.join(successors)}; „einlesen“ rechnet sie dort hinzu."
            )
        else:
            hint = did_you_mean(cell, self.areas)
            sentence = f"Den Schlüssel „{cell}“ kennt geo/raeume.yml nicht.{hint}"
        self.note(row, 0, sentence, AREA)
        return None

    def year(self, row: Row, cell: str) -> int | None:
        if YEAR.fullmatch(cell):
            return int(cell)
        self.note(row, 1, f"„{cell}“ ist kein Jahr.")
        return None

    def value(self, row: Row, cells: tuple[str, ...]) -> Wert:
        parts = [self.number(row, index, cell) for index, cell in enumerate(cells, start=2)]
        if self.is_protected:
            return self.published(parts)
        missing = next((part for part in parts if isinstance(part, Fehlgrund)), None)
        if missing:
            return Wert(None, missing)
        return self.fraction([part for part in parts if isinstance(part, float)])

    def published(self, parts: Sequence[float | Fehlgrund]) -> Wert:
        """Return a cell as it is published; the base of a hidden one is known all the same."""
        number, *more = parts
        base = more[0] if more and isinstance(more[0], float) else None
        if isinstance(number, Fehlgrund):
            return Wert(None, number, None, base)
        return Wert(number, None, None, base)

    def fraction(self, numbers: list[float]) -> Wert:
        if self.is_protected:
            return self.published(numbers)
        if len(numbers) == 1:
            return Wert(numbers[0])
        zaehler, nenner = numbers
        if nenner == 0:
            return Wert(None, Fehlgrund.NICHTS, zaehler, nenner)
        return Wert(zaehler / nenner * self.je, None, zaehler, nenner)

    def number(self, row: Row, index: int, cell: str) -> float | Fehlgrund:
        if cell in FEHLGRUENDE:
            return FEHLGRUENDE[cell]
        if not cell:
            self.note(row, index, f"Diese Zelle ist leer. {ALLOWED}")
            return Fehlgrund.UNBEKANNT
        found = self.numbers.read(index, cell)
        if isinstance(found, Decimal):
            return float(found)
        ways_out = {Why.MEHRDEUTIG: f" {CLEARLY}", Why.ZUSATZ: ""}
        sentence = f"{found.sentence}{ways_out.get(found.why, f' {ALLOWED}')}"
        self.numbers.faults.add(index, cause_of(found, cell), row.place(index), sentence)
        return Fehlgrund.UNBEKANNT

    def note(self, row: Row, index: int, sentence: str, rule: str = CSV) -> None:
        self.problems.append(Problem(row.place(index), sentence, rule))


def _number(cell: str) -> float:
    return float(cell.replace(",", ".").replace("−", "-"))
