"""Indicators: a YAML file that says what a figure means, and a CSV file with its values."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from fokusbericht.load.fields import Fields, read_quelle
from fokusbericht.model import (
    Bruch,
    Ebene,
    Fehlgrund,
    Indikator,
    Key,
    Kind,
    Klassen,
    Quelle,
    Ref,
    Richtung,
    Text,
    Verfahren,
    Wert,
    Zahlart,
)
from fokusbericht.problems import Place, Problem, did_you_mean
from fokusbericht.sources import Row, read_rows, read_yaml

CSV = "csv"
HEADS = (("raum", "jahr", "wert"), ("raum", "jahr", "zaehler", "nenner"))
NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
CELL = r";([-−]?\d+(?:[.,]\d+)?)"
PLAIN = {
    3: re.compile(rf"(\w+);((?:19|20)\d\d){CELL}"),
    4: re.compile(rf"(\w+);((?:19|20)\d\d){CELL}{CELL}"),
}
FEHLGRUENDE = {grund.value: grund for grund in Fehlgrund}


def load_indicators(
    root: Path, areas: Collection[str], problems: list[Problem]
) -> dict[str, Indikator]:
    """Return all indicators by name; `areas` are the official keys a CSV may use."""
    found: dict[str, Indikator] = {}
    for path in sorted((root / "indicators").rglob("*.yml"), key=lambda path: path.stem):
        name = path.relative_to(root).as_posix()
        table = read_yaml(root, name, problems)
        if path.stem in found:
            sentence = f"Die Kennung „{path.stem}“ hat schon {found[path.stem].place.path}."
            problems.append(Problem(Place(name), sentence, "doppelte-kennung"))
        elif table is not None:
            fields = Fields(table, problems)
            found[path.stem] = _indikator(root, name, fields, areas, problems)
            fields.done()
    for path in sorted((root / "indicators").rglob("*.csv")):
        if not path.with_suffix(".yml").is_file():
            sentence = f"Zu dieser Tabelle fehlt die Beschreibung „{path.stem}.yml“."
            place = Place(path.relative_to(root).as_posix())
            problems.append(Problem(place, sentence, CSV))
    return found


def _indikator(
    root: Path, path: str, fields: Fields, areas: Collection[str], problems: list[Problem]
) -> Indikator:
    art = fields.choice("art", Zahlart)
    je = fields.optional_number("je", 100 if art is Zahlart.ANTEIL else 1)
    values = _Values(path.removesuffix(".yml") + ".csv", areas, je, problems)
    thema = fields.text("thema")
    return Indikator(
        key=Key(Kind.INDIKATOR, Path(path).stem),
        place=Place(path),
        titel=fields.text("titel"),
        kurz=fields.text("kurz"),
        geaendert=fields.day("geaendert"),
        beispiel=fields.boolean("beispiel"),
        body=Text("", Place(path)),
        thema=Ref(Key(Kind.THEMA, thema), fields.place_of("thema")),
        einheit=fields.optional_text("einheit"),
        art=art,
        dezimalstellen=fields.integer("dezimalstellen", most=6),
        richtung=fields.choice("richtung", Richtung),
        ebene=fields.choice("ebene", Ebene),
        zaehler=fields.optional_text("zaehler"),
        nenner=fields.optional_text("nenner"),
        je=je,
        gewicht=fields.ref("gewicht", Kind.INDIKATOR),
        stichtag=fields.optional_text("stichtag"),
        stand=fields.date("stand"),
        quelle=_quelle(fields),
        methode=fields.text("methode"),
        hinweis=fields.optional_text("hinweis"),
        handlungsfelder=fields.refs("handlungsfelder", Kind.HANDLUNGSFELD),
        brueche=tuple(_bruch(one) for one in fields.tables("brueche")),
        klassen=_klassen(fields),
        werte=values.read(root),
    )


def _quelle(fields: Fields) -> Quelle:
    inner = fields.table_of("quelle", required=True)
    return read_quelle(inner) if inner else Quelle("")


def _bruch(fields: Fields) -> Bruch:
    found = Bruch(fields.integer("jahr"), fields.text("grund"))
    fields.done()
    return found


def _klassen(fields: Fields) -> Klassen:
    inner = fields.table_of("klassen")
    if inner is None:
        return Klassen()
    found = Klassen(
        verfahren=inner.choice("verfahren", Verfahren),
        anzahl=inner.optional_integer("anzahl", 5, least=2, most=5),
        grenzen=inner.numbers("grenzen"),
    )
    if list(found.grenzen) != sorted(set(found.grenzen)):
        inner.note(inner.place_of("grenzen"), "Die Klassengrenzen müssen steigen.", "klassen")
    if len(found.grenzen) > 4:
        sentence = "Höchstens vier Grenzen: Mehr als fünf Farben lassen sich nicht unterscheiden."
        inner.note(inner.place_of("grenzen"), sentence, "klassen")
    if found.verfahren is Verfahren.MANUELL and not found.grenzen and inner.has("verfahren"):
        inner.note(inner.place, "Zum Verfahren „manuell“ gehören „grenzen“.", "klassen")
    inner.done()
    return found


class _Values:
    """Reads the CSV of one indicator; each cell is told once if it is wrong."""

    def __init__(
        self, path: str, areas: Collection[str], je: float, problems: list[Problem]
    ) -> None:
        self.path = path
        self.areas = areas
        self.je = je
        self.problems = problems

    def read(self, root: Path) -> dict[tuple[str, int], Wert]:
        told = len(self.problems)
        rows = read_rows(root, self.path, self.problems)
        if len(self.problems) > told:
            return {}
        if rows and rows[0].cells not in HEADS:
            sentence = "Die erste Zeile heißt „raum;jahr;wert“ oder „raum;jahr;zaehler;nenner“."
            self.note(rows[0], 0, sentence)
            return {}
        if len(rows) < 2:
            self.problems.append(Problem(Place(self.path), "Diese Tabelle hat keine Werte.", CSV))
            return {}
        return dict(self.cells(rows[1:], len(rows[0].cells)))

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
            self.note(row, 0, f"Hier stehen {len(cells)} Zellen statt {width}.")
            return None
        area, year = self.area(row, cells[0]), self.year(row, cells[1])
        if area is None or year is None:
            return None
        return (area, year), self.value(row, cells[2:])

    def area(self, row: Row, cell: str) -> str | None:
        if cell in self.areas:
            return cell
        hint = did_you_mean(cell, self.areas)
        sentence = f"Den Schlüssel „{cell}“ kennt geo/raeume.yml nicht.{hint}"
        self.note(row, 0, sentence, "unbekannter-raum")
        return None

    def year(self, row: Row, cell: str) -> int | None:
        if YEAR.fullmatch(cell):
            return int(cell)
        self.note(row, 1, f"„{cell}“ ist kein Jahr.")
        return None

    def value(self, row: Row, cells: tuple[str, ...]) -> Wert:
        parts = [self.number(row, index, cell) for index, cell in enumerate(cells, start=2)]
        missing = next((part for part in parts if isinstance(part, Fehlgrund)), None)
        if missing:
            return Wert(None, missing)
        return self.fraction([part for part in parts if isinstance(part, float)])

    def fraction(self, numbers: list[float]) -> Wert:
        if len(numbers) == 1:
            return Wert(numbers[0])
        zaehler, nenner = numbers
        if nenner == 0:
            return Wert(None, Fehlgrund.NICHTS, zaehler, nenner)
        return Wert(zaehler / nenner * self.je, None, zaehler, nenner)

    def number(self, row: Row, index: int, cell: str) -> float | Fehlgrund:
        if cell in FEHLGRUENDE:
            return FEHLGRUENDE[cell]
        if NUMBER.fullmatch(cell):
            return _number(cell)
        what = f"„{cell}“ ist keine Zahl" if cell else "Diese Zelle ist leer"
        sentence = (
            f"{what}. Erlaubt sind Zahlen ohne Tausenderpunkt wie 1234,5 "
            "und die Zeichen . (unbekannt), - (nichts), x (geheim), / (unsicher)."
        )
        self.note(row, index, sentence)
        return Fehlgrund.UNBEKANNT

    def note(self, row: Row, index: int, sentence: str, rule: str = CSV) -> None:
        self.problems.append(Problem(row.place(index), sentence, rule))


def _number(cell: str) -> float:
    return float(cell.replace(",", ".").replace("−", "-"))
