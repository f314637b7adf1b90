"""What the site gives away can be read in again: the same figures, so nothing would change."""

import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from support import REPOSITORY

from fokusbericht.exports.daten import arbeitsmappe, indikator_csv
from fokusbericht.exports.daten.tables import BY_NAME, rows_of
from fokusbericht.exports.table import csv_bytes
from fokusbericht.importers.guide import LEVEL_OF_LENGTH
from fokusbericht.importers.plan import Import, Request, plan_import
from fokusbericht.load import load_report
from fokusbericht.model.report import Report
from fokusbericht.statistics.messung import messungen

GUIDE = "schluessel: raum_schluessel\njahr: {spalte: jahr}\nwert: wert\nart: tabelle\n"
HERE = "probe.einlesen.yml"
COUNTY = "01056"


class County:
    """A county that files are read into, with its report."""

    def __init__(self, source: Path, folder: Path) -> None:
        self.root = folder / "kreis"
        for name in ("content", "indicators", "geo"):
            shutil.copytree(source / name, self.root / name)
        self.report: Report = load_report(self.root)[0]

    def tables(self) -> Iterator[tuple[str, Path, frozenset[str]]]:
        """Yield the indicators whose tables hold values, with the levels that these have."""
        for name, one in self.report.indikatoren.items():
            path = self.root / one.place.path.replace(".yml", ".csv")
            if one.ableitung or not path.is_file():
                continue
            head, *lines = path.read_text(encoding="utf-8-sig").splitlines()
            keys = {line.split(";")[0].strip('"') for line in lines}
            if head == "raum;jahr;wert" and all(len(key) in LEVEL_OF_LENGTH for key in keys):
                yield name, path, frozenset(LEVEL_OF_LENGTH[len(key)].value for key in keys)

    def read(self, path: Path, name: str, levels: frozenset[str], more: str = "") -> Import:
        """Return what reading a file again would do to an indicator."""
        told = ", ".join(sorted(levels))
        only = f"ebene: [{told}]" + (f", indikator: {name}" if more else "")
        lines = f"{GUIDE}ebenen: [{told}]\nfilter: {{{only}}}\n{more.strip()}\n"
        (self.root / HERE).write_text(lines, encoding="utf-8")
        return plan_import(Request("tabelle", path, name, zuordnung=HERE), self.root)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> County:
    """Return a copy of the county; the keys of an invented one are no official ones."""
    return County(REPOSITORY, tmp_path_factory.mktemp("hin-und-her"))


def different(read: Import) -> list[object]:
    """Return what stands in the way, or what would change; sums of ours for the county are new."""
    changes = (
        (*one.changed, *one.removed, *(each for each in one.new if each.raum != COUNTY))
        for one in read.changes
    )
    return [*read.problems, *chain.from_iterable(changes)]


def test_the_table_of_each_figure_changes_nothing(county: County, tmp_path: Path) -> None:
    found: dict[str, list[object]] = {}
    for number, (name, _, levels) in enumerate(county.tables()):
        path = tmp_path / f"{number}.csv"
        messung = messungen(county.report)[name]
        path.write_bytes(indikator_csv.everything(county.report.kreis, messung))
        found[name] = different(county.read(path, name, levels))
    assert {name: told for name, told in found.items() if told} == {}
    assert len(found) > 200


@pytest.mark.parametrize("form", ("csv", "xlsx"))
def test_all_figures_at_once_change_nothing(county: County, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"werte.{form}"
    if form == "csv":
        table = BY_NAME["werte"]
        path.write_bytes(csv_bytes(table.head, rows_of(county.report, table.name)))
    else:
        path.write_bytes(arbeitsmappe.arbeitsmappe(county.report))
    tables = list(county.tables())
    for name, _, levels in (tables[0], tables[-1]):
        more = "blatt: Werte" if form == "xlsx" else 'trennzeichen: ";"'
        assert different(county.read(path, name, levels, more)) == [], name


def test_another_figure_would_be_told(county: County, tmp_path: Path) -> None:
    name, _, levels = next(county.tables())
    text = indikator_csv.everything(county.report.kreis, messungen(county.report)[name]).decode()
    head, first, *rest = text.splitlines()
    cells = first.split(";")
    cells[4] = "12345,5"
    path = tmp_path / "andere.csv"
    path.write_text("\n".join([head, ";".join(cells), *rest]), encoding="utf-8")
    (change,) = county.read(path, name, levels).changes
    assert "12345,5" in change.after
